"""What each stakeholder of the project did lately, apart from meetings: the threads of the story.

The older, quieter two years of the same people are in `rhythms`; who did what in a meeting is in
`meetings`.
"""

from collections.abc import Mapping

from staketerm.exchange.demo.acts import Act, Agreed, Asked, Did

GEMEENTE: Mapping[str, tuple[Act, ...]] = {
    "anneke": (
        Agreed(
            "2026-03-03", "introduction at the permits team", "2026-03-12", "2026-03-12", "kept"
        ),
        Did("2026-05-07", "informal_approach", "About phone calls: three desks ring her team."),
        Agreed("2026-06-11", "street list", "2026-07-01", "2026-07-02", "kept"),
        Asked("2026-09-02", "which streets open next quarter", "2026-09-03"),
        Did("2026-09-24", "cancelled_late", "session desk rules"),
        Agreed("2026-09-03", "names of deputies", "2026-10-01", "2026-10-08", "late"),
        Asked("2026-10-08", "who decides while you are away"),
        Did("2026-11-04", "said_support", "By phone: still wants one desk."),
        Asked("2026-11-05", "dates for street 2"),
        Did("2026-11-12", "delegated_down", "Lotte came; could not decide anything."),
    ),
    "bram": (
        Asked("2026-06-03", "Kunt u het kostenmodel bekijken?", "2026-06-22"),
        Did("2026-07-09", "no_time_made", "Begrotingsronde gaat voor."),
        Asked(
            "2026-08-20",
            "Welke kosten dekt de gemeente?",
            kind="advice",
            outcome="refused",
            answered="2026-08-28",
        ),
        Agreed("2026-09-10", "reactie op het kostenmodel", "2026-10-01", "2026-10-12", "late"),
        Asked("2026-10-29", "planning van het tweede jaar"),
        Did("2026-11-09", "said_concern", "Wie betaalt het meldnummer na het eerste jaar?"),
    ),
    "pieterjan": (
        Did("2026-08-19", "unsolicited_feedback", "Zes opmerkingen bij het verslag van de proef."),
        Asked(
            "2026-09-08",
            "Welke straten kunnen niet zonder breekverbod?",
            "2026-09-17",
            kind="advice",
        ),
        Did("2026-09-30", "delegated_down"),
        Did("2026-10-20", "access_refused", "Houdt zijn team nog buiten de regels van straat 2."),
        Asked("2026-11-02", "Concept voor de straatlijst", "2026-11-05"),
        Did(
            "2026-11-16", "disagreed_openly", "Een breekverbod van drie jaar is volgens hem nodig."
        ),
    ),
    "lotte": (
        Asked(
            "2026-08-11", "Welke formulieren vragen het meeste werk?", "2026-08-13", kind="advice"
        ),
        Asked("2026-10-06", "Lijst met open vergunningen", "2026-10-07"),
    ),
    "sanne": (
        Asked("2026-07-14", "Omleidingen voor de proefstraat", "2026-07-17"),
        Agreed("2026-08-26", "verkeersplan proefstraat", "2026-09-15", "2026-09-15", "kept"),
        Asked("2026-10-22", "Verkeersplan straat 2", "2026-10-26", kind="advice"),
        Did("2026-11-20", "contact", "Belde over de bussen in straat 2."),
    ),
}

NETWORKS: Mapping[str, tuple[Act, ...]] = {
    "roelof": (
        Asked("2026-06-30", "Tekeningen van de proefstraat", "2026-07-02"),
        Agreed("2026-07-02", "tekeningen proefstraat", "2026-07-20", "2026-07-17", "kept"),
        Did("2026-08-18", "shared_information", "Meldde een oude gasleiding in de proefstraat."),
        Asked("2026-09-15", "Reactie op de regels", "2026-09-17"),
        Did(
            "2026-10-29",
            "complaint_third_party",
            "Vroeg de provincie om het ene telefoonnummer te heroverwegen.",
        ),
        Did(
            "2026-11-03", "said_oppose", "Een nummer voor alle storingen past niet bij hun dienst."
        ),
        Did("2026-11-21", "obstructed", "Wil de regels pas tekenen na de stemming in de raad."),
    ),
    "edwin": (
        Did("2026-07-08", "said_support", "Steunt het loket."),
        Agreed("2026-07-08", "kabelkaarten proefstraat", "2026-08-01", "2026-08-12", "broken"),
        Did("2026-09-09", "said_support"),
        Agreed("2026-09-09", "kaarten van straat 2", "2026-10-01", "2026-10-09", "late"),
        Did("2026-10-15", "said_support", "Zegt dat de kaarten eraan komen."),
        Agreed("2026-10-15", "kaarten van straat 3", "2026-11-01", "2026-11-05", "broken"),
        Did("2026-11-14", "said_support", "Belde: staat er helemaal achter."),
    ),
    "kees": (
        Asked("2026-05-12", "Uittreksel uit het register"),
        Asked(
            "2026-07-21",
            "Welke gegevens kunnen gedeeld worden?",
            "2026-07-30",
            kind="advice",
            outcome="refused",
        ),
        Did("2026-09-02", "withheld_information", "Het register kwam zonder diepteligging.", 0.5),
        Asked("2026-09-10", "Diepteligging straat 2"),
        Did(
            "2026-10-26",
            "said_concern",
            "Het register is van de kabelbeheerders, niet van het loket.",
        ),
    ),
    "daan": (
        Asked("2026-07-07", "Belasting van het net in de proefstraat", "2026-07-10"),
        Agreed("2026-08-25", "meetwagen voor de proef", "2026-09-04", "2026-09-04", "kept"),
        Asked("2026-11-13", "dates of the second crew", "2026-11-15"),
    ),
    "claire": (
        Did("2026-06-24", "provided_resources", "Two weeks of a survey team for the pilot."),
        Asked("2026-10-19", "a line for the steering group", "2026-10-21"),
    ),
    "priya": (
        Asked("2026-10-01", "your rollout plan for next year", "2026-10-05"),
        Did("2026-10-16", "said_concern", "Two desks in one town would cost her a month."),
        Did("2026-11-20", "shared_information", "Warned of a fibre duct that no map shows."),
        Did("2026-11-23", "shared_information", "Sent the rollout dates of three streets."),
    ),
    "meiling": (
        Asked("2026-06-09", "who may sign for Lumenet", "2026-06-12"),
        Asked("2026-08-04", "access to the duct maps"),
        Did("2026-09-22", "no_time_made", "Board month; suggested November."),
        Agreed("2026-10-08", "duct maps of the pilot street", "2026-10-30", "2026-11-06", "kept"),
    ),
    "owen": (
        Asked("2026-01-12", "who takes over from you", "2026-01-14"),
        Did("2026-02-10", "shared_information", "Named two people at Northgrid to talk to."),
        Asked("2026-03-03", "may we use your maps", "2026-03-05", kind="advice"),
        Agreed("2026-02-10", "list of open questions", "2026-03-01", "2026-02-27", "kept"),
        Did("2026-03-29", "bad_news_early", "Told that his post ends; nobody follows yet."),
    ),
}

BUILDERS: Mapping[str, tuple[Act, ...]] = {
    "marek": (
        Did("2026-06-25", "agenda_changed", "Schoof een klus op voor de proefstraat."),
        Agreed("2026-08-24", "proefstraat klaar", "2026-11-20", "2026-11-19", "kept"),
        Did("2026-09-18", "informal_approach", "Kwam langs met foto's van de sleuf."),
        Did("2026-10-20", "brought_others", "Nam twee andere grondwerkers mee naar het loket."),
        Did("2026-11-22", "informal_approach", "Belde: de ploeg wil straat 2 ook doen."),
    ),
    "jeroen": (
        Did(
            "2026-08-13", "complaint_third_party", "Schreef de leden dat de regels te vroeg komen."
        ),
        Did("2026-09-16", "unsolicited_feedback", "Negen bezwaren bij de eerste versie.", 1.5),
        Asked("2026-10-02", "working agreements, first draft", "2026-10-06", kind="advice"),
        Did("2026-10-28", "said_oppose", "Was op de ledendag nog tegen het loket."),
        Did(
            "2026-11-18", "disagreed_openly", "Om zes uur 's ochtends neemt volgens hem niemand op."
        ),
        Agreed("2026-11-18", "names of three contractors", "2026-11-27"),
    ),
    "george": (
        Did("2026-09-03", "unsolicited_feedback", "Wants the fees in the first paragraph."),
        Did("2026-09-29", "obstructed", "Asked to postpone the decision on fees."),
        Did("2026-10-22", "disagreed_openly", "One phone number is fine; one fee is not."),
        Did("2026-11-05", "said_oppose", "Said no to the fee at the council."),
        Did("2026-11-17", "informal_approach", "Came by to explain how his crews are paid."),
    ),
    "ruth": (
        Asked("2026-07-02", "lessons of the pilot street", "2026-07-06", kind="advice"),
        Agreed("2026-09-08", "crew list for the pilot", "2026-09-18", "2026-09-17", "kept"),
        Did("2026-10-01", "delegated_down", "A colleague came; well prepared."),
        Did("2026-10-08", "defended_project", "Told her director why the desk saves days."),
        Did("2026-10-30", "shared_information", "Warned that the fee will come up in the council."),
        Did("2026-11-18", "contact", "Rang about the next street."),
    ),
    "tom": (
        Asked("2026-06-16", "how the site rings the desk", "2026-06-19"),
        Asked("2026-10-12", "opening hours of the site", "2026-10-14"),
    ),
    "contractors": (
        Did("2026-11-02", "hearsay_for", "Marek: most of them would rather ring one number."),
        Did("2026-11-18", "hearsay_against", "Jeroen: they fear another form to fill in."),
    ),
}

OTHERS: Mapping[str, tuple[Act, ...]] = {
    "hilde": (
        Asked("2026-07-16", "Akkoord op de proef", "2026-07-17"),
        Did("2026-09-14", "provided_resources", "Geld voor een half jaar telefoondienst."),
        Asked("2026-11-18", "tekst van het besluit", "2026-11-19"),
    ),
    "fatima": (
        Asked("2026-08-05", "Wie is aansprakelijk bij graafschade?", "2026-08-12", kind="advice"),
        Agreed("2026-09-10", "tekst over eigendom", "2026-10-01", "2026-10-08", "late"),
        Agreed("2026-11-10", "text on liability", "2026-11-24", by="me"),
        Did("2026-11-21", "shared_information", "Stuurde een uitspraak over graafschade."),
    ),
    "nadia": (
        Asked("2026-06-18", "Past het loket in de omgevingsvisie?", "2026-06-25", kind="advice"),
        Asked("2026-08-31", "Toelichting voor de commissie"),
        Did("2026-10-07", "cancelled_late"),
        Asked("2026-11-03", "stand van de beleidsregel", "2026-11-08"),
    ),
    "wout": (
        Did("2026-04-14", "complaint_third_party", "Schreef de krant over open straten."),
        Did("2026-06-02", "open_opposition", "Sprak in bij de raad."),
        Did("2026-09-28", "informal_approach", "Vroeg wat het loket voor de straat betekent."),
        Did("2026-10-25", "disagreed_openly", "Wil een avond per straat, geen brief."),
        Did("2026-11-09", "shared_information", "Gaf door welke straten al drie keer open lagen."),
        Did("2026-11-21", "informal_approach", "Bood aan de avond zelf te openen."),
    ),
    "ingrid": (
        Asked("2026-07-23", "Tekst voor de bewonersbrief", "2026-07-28", kind="advice"),
        Agreed("2026-10-13", "bewonersbrief straat 2", "2026-11-13", "2026-11-13", "kept"),
    ),
}

THREADS: Mapping[str, tuple[Act, ...]] = {**GEMEENTE, **NETWORKS, **BUILDERS, **OTHERS}
"""The acts of each stakeholder, by key."""
