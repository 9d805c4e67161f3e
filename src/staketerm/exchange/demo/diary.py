"""What is told beside the acts: the progress of the project, notes, a journal, and the few people
of a private one.
"""

from collections.abc import Mapping

from staketerm.exchange.demo.acts import Act, Acted, Agreeing, Asked, Away, Did, Judged, Told

PROGRESS: tuple[Told, ...] = (
    Told(
        "2025-01-14",
        "milestone",
        "Province and municipality back a study of one desk.",
        ("hilde",),
        private=False,
    ),
    Told(
        "2025-07-01",
        "decision",
        "The study goes on with one sketch out of three.",
        ("hilde",),
        private=False,
    ),
    Told(
        "2025-11-11",
        "setback",
        "The council asks for a second opinion on the costs.",
        ("bram",),
        private=False,
    ),
    Told(
        "2026-04-21",
        "decision",
        "The pilot runs in one street, with one crew at a time.",
        ("anneke", "marek"),
        private=False,
    ),
    Told(
        "2026-08-31",
        "milestone",
        "First notice taken by the desk: nine minutes.",
        ("ruth",),
        role="contributor",
        private=False,
    ),
    Told(
        "2026-11-02",
        "milestone",
        "Working agreements asked for.",
        ("contractors", "marek"),
        role="affected",
        private=False,
    ),
    Told("2026-11-03", "setback", "Council moved the vote to {2027-02-01}.", private=False),
    Told(
        "2026-11-10",
        "decision",
        "One desk, one phone number.",
        ("hilde",),
        role="contributor",
        private=False,
    ),
    Told(
        "2026-11-16",
        "plan",
        "Street 2 starts {2026-12-14}.",
        ("tom",),
        role="affected",
        private=False,
        due="2026-12-14",
    ),
    Told(
        "2026-11-20",
        "plan",
        "Working agreements, second draft.",
        ("jeroen", "hilde"),
        role="contributor",
        private=False,
        how={"jeroen": "His objections improved the first."},
    ),
    Told(
        "2026-11-20",
        "success",
        "Pilot street done a day early.",
        ("marek",),
        role="contributor",
        private=False,
        how={"marek": "His crew found a way round the fibre duct."},
    ),
    Told(
        "2026-11-23",
        "risk",
        "A second crew on {2026-12-01} and {2026-12-02} avoids it.",
        ("daan",),
        title="Cable survey of street 2 may slip two weeks.",
        role="helper",
        private=False,
        how={"daan": "a second crew"},
    ),
)

NOTES: tuple[Told, ...] = (
    Told("2026-11-04", "note", "Her mother is ill. Do not plan evenings.", ("anneke",)),
    Told(
        "2026-05-28", "note", "Likes to be told things before the meeting, not in it.", ("anneke",)
    ),
    Told("2026-02-05", "note", "Leest stukken op vrijdag; stuur ze op donderdag.", ("hilde",)),
    Told("2026-10-13", "note", "Zijn bezwaren verbeterden de eerste versie.", ("jeroen",)),
    Told("2025-06-24", "note", "Prefers numbers to pictures.", ("george",)),
    Told("2026-10-19", "note", "Reads on her phone: three lines at most.", ("claire",)),
    Told("2026-09-09", "note", "Krijgt de kaarten zelf pas laat van een ander team.", ("edwin",)),
    Told("2026-10-05", "note", "Will cover the north side of the town before long.", ("priya",)),
    Told(
        "2025-09-09",
        "report",
        "Twelve calls in a week; eight were for somebody else.",
        ("lotte",),
        title="A week at the telephone",
        private=False,
    ),
    Told(
        "2026-09-30",
        "report",
        "Forty notices, two stops, one broken pipe, nobody hurt.",
        ("marek", "ruth"),
        title="The pilot so far",
        private=False,
    ),
    Told("2026-11-02", "lesson", "Ask who will use it before asking who pays."),
)

JOURNAL: tuple[Told, ...] = (
    Told("2024-11-26", "journal", "First day. Three maps of one street, and no two agree."),
    Told("2025-03-19", "journal", "The maps lay on one table today. Nobody left early."),
    Told("2025-06-25", "journal", "Three sketches were two too many to talk about in one morning."),
    Told(
        "2025-09-10", "journal", "Listened to the telephone for a day. It rings for somebody else."
    ),
    Told("2025-12-17", "journal", "A year in. What helped most was walking the street together."),
    Told("2026-03-04", "journal", "New head of permits. Asked good questions."),
    Told("2026-06-18", "journal", "On site with Anneke, Marek and Hilde. It can be done."),
    Told("2026-08-27", "journal", "The pilot runs. Mornings are busier than anybody thought."),
    Told("2026-10-14", "journal", "Draft 2 holds. The phone number is what is left."),
    Told(
        "2026-11-23",
        "journal",
        "Why do I keep explaining the desk from our side? "
        "Ask Jeroen what his members do at six in the morning.",
    ),
)

JUDGEMENTS: tuple[Judged, ...] = (
    Judged("anneke", "2026-03-03", "supporter", "Wants this to work, fears the council."),
    Judged("jeroen", "2025-09-09", "opponent", "Ziet vooral bezwaren."),
    Judged("jeroen", "2026-10-13", "critic", "Zijn nee maakt het beter."),
    Judged("hilde", "2025-07-01", "partner", "Draagt het."),
    Judged("edwin", "2026-07-08", "supporter", "Zegt steeds ja."),
    Judged("claire", "2026-06-24", "supporter", "Backs it when asked."),
    Judged("kees", "2026-09-02", "fence_sitter", "Wacht op zijn eigen organisatie."),
)

ABSENCES: tuple[Away, ...] = (
    Away("anneke", "2026-10-15", "2026-10-18", "out of office"),
    Away("anneke", "2026-11-13", "2026-11-23", "out of office"),
    Away("claire", "2026-08-03", "2026-08-21", "out of office"),
    Away("hilde", "2026-07-27", "2026-08-14", "vakantie"),
    Away("kees", "2026-10-05", "2026-10-16", "afwezigheidsbericht"),
    Away("bram", "2026-11-16", "2026-11-20", "afwezigheidsbericht"),
    Away("nadia", "2026-11-23", "2026-12-04", "afwezigheidsbericht"),
)

ACTED: tuple[Acted, ...] = (
    Acted("anneke", "2026-06-25", "thank_you", "2026-06-18", "that was kind of you"),
    Acted("claire", "2026-08-26", "status_update", "2026-07-15", "answered"),
    Acted(
        "pieterjan", "2026-09-28", "loop_closing", "Welke straten kunnen niet zonder breekverbod?"
    ),
    Acted("jeroen", "2026-10-13", "loop_closing", "working agreements, first draft", "he laughed"),
    Acted("claire", "2026-10-21", "status_update", "2026-08-26", "answered"),
    Acted("hilde", "2026-11-20", "status_update", "2026-10-22"),
)

CONSENTS: tuple[Agreeing, ...] = (
    Agreeing("ruth", "2026-10-12", "asked", "Tell other builders what the desk saves them."),
    Agreeing(
        "ruth",
        "2026-10-14",
        "granted",
        "Tells other builders what the desk saves them.",
        load=2,
        until="2027-04-30",
    ),
)

FAMILY: Mapping[str, tuple[Act, ...]] = {
    "tilly": (
        Did("2025-11-24", "contact", "Phoned about the ferry photo."),
        Did("2026-06-07", "contact", "Lunch at her place."),
        Did("2026-09-19", "contact", "Called; she had a visitor."),
        Did("2026-11-21", "contact", "Tea, two hours."),
    ),
    "joris": (
        Did("2026-03-15", "contact", "Moved house; carried boxes."),
        Asked("2026-10-30", "Heb jij de foto van de boot?", "2026-11-01", by="them"),
        Did("2026-11-01", "contact", "Belde over de foto."),
    ),
    "samira": (
        Did("2026-02-21", "contact", "Samen gegeten."),
        Did("2026-08-15", "contact", "Wandeling langs de rivier."),
    ),
    "gwen": (
        Did("2025-12-28", "contact", "A long letter."),
        Did("2026-07-11", "contact", "Rang from the train."),
    ),
}

MEMORIES: tuple[Told, ...] = (
    Told(
        "2025-11-24", "memory", "Oma Tilly phoned about the ferry photo.", ("tilly",), personal=True
    ),
    Told(
        "2026-03-15",
        "memory",
        "Joris houdt van de kamer aan de tuinkant.",
        ("joris",),
        personal=True,
    ),
    Told(
        "2026-06-07",
        "memory",
        "Her soup has nutmeg in it. That is the secret.",
        ("tilly",),
        personal=True,
    ),
    Told(
        "2026-07-11",
        "memory",
        "Gwen starts at the botanical garden soon.",
        ("gwen",),
        personal=True,
    ),
    Told("2026-08-15", "memory", "Samira wil weer gaan schilderen.", ("samira",), personal=True),
    Told(
        "2026-11-21",
        "memory",
        "Told how she met Opa on the ferry. Wants the photo of the boat.",
        ("tilly",),
        title="Oma Tilly",
        personal=True,
    ),
)
