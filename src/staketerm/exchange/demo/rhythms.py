"""The two years before: what passes between two parties month by month, in a steady rhythm.

Each rhythm is a round of acts that comes back every so many days; the words go round as well, so
the same rhythm always tells the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from staketerm.exchange.demo.acts import Act, Agreed, Asked, Did


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A round of acts from the day `first` on, one each `every` days, until the day `last`.

    An act is a kind of the catalogue, or `mail`, `advice`, `kept`, `late`, `broken`, `mine` (a
    promise of mine, kept), `theirs` (a question of theirs), each with the days it took.
    """

    first: str
    last: str
    every: int
    round: str


RHYTHMS: Mapping[str, Rhythm] = {
    "roelof": Rhythm("2024-12-03", "2026-06-20", 27, "mail2 contact kept mail4 mine late"),
    "daan": Rhythm("2024-12-05", "2026-06-20", 28, "mail3 kept mail5 late advice6 mine"),
    "marek": Rhythm(
        "2025-02-06", "2026-06-10", 29, "mail4 cancelled_late active_in_meeting late kept"
    ),
    "jeroen": Rhythm(
        "2024-12-12",
        "2026-07-20",
        30,
        "unsolicited_feedback said_concern mail2 complaint_third_party advice5 late",
    ),
    "claire": Rhythm("2024-12-19", "2026-09-10", 46, "mail2 kept mail3 contact"),
    "bram": Rhythm(
        "2025-01-09", "2026-05-20", 30, "mail6 no_time_made kept passive_in_meeting mail9"
    ),
    "edwin": Rhythm(
        "2025-01-14", "2026-06-20", 28, "late mail6 kept passive_in_meeting mail4 broken"
    ),
    "hilde": Rhythm(
        "2024-11-26", "2026-10-30", 29, "mail1 kept late mine delegated_down mail1 contact"
    ),
    "fatima": Rhythm("2025-03-11", "2026-09-20", 28, "mail3 late kept theirs late mail2"),
    "pieterjan": Rhythm(
        "2024-12-17",
        "2026-07-30",
        30,
        "mail3 said_concern unsolicited_feedback late kept no_time_made",
    ),
    "meiling": Rhythm("2025-04-08", "2026-05-20", 33, "mail3 kept late contact mail5"),
    "lotte": Rhythm("2025-01-28", "2026-09-20", 29, "mail1 kept late mail3 theirs"),
    "tom": Rhythm("2025-06-17", "2026-05-10", 70, "contact mail3 contact"),
    "sanne": Rhythm("2025-02-18", "2026-06-30", 31, "mail3 late kept mail5 contact"),
    "george": Rhythm(
        "2025-05-06",
        "2026-08-20",
        33,
        "unsolicited_feedback complaint_third_party mail5 said_concern informal_approach",
    ),
    "nadia": Rhythm("2025-03-25", "2026-05-30", 32, "mail6 late advice8 kept contact"),
    "wout": Rhythm(
        "2025-01-20",
        "2026-05-30",
        40,
        "said_oppose unsolicited_feedback complaint_third_party theirs",
    ),
    "ruth": Rhythm("2025-02-04", "2026-09-25", 24, "mail2 active_in_meeting late kept contact"),
    "kees": Rhythm("2025-01-16", "2026-09-20", 34, "mail7 late passive_in_meeting kept"),
    "ingrid": Rhythm("2025-04-15", "2026-09-30", 32, "mail3 kept late contact"),
    "owen": Rhythm("2024-12-09", "2025-06-30", 50, "contact mail6"),
}

MAILS = {
    "en": (
        "dates for the next session",
        "comments on the minutes",
        "a name for the working group",
        "numbers of last quarter",
        "who may see the map",
        "the wording of the notice",
        "how long a notice stays open",
    ),
    "nl": (
        "Data voor de volgende sessie",
        "Opmerkingen bij het verslag",
        "Een naam voor de werkgroep",
        "Cijfers van het vorige kwartaal",
        "Wie mag de kaart inzien?",
        "De tekst van de melding",
        "Hoe lang blijft een melding open?",
    ),
}
PROMISES = {
    "en": (
        "comments on the draft",
        "a contact at the site",
        "the list of streets",
        "a date for the visit",
        "the drawings",
    ),
    "nl": (
        "reactie op het concept",
        "contactpersoon op locatie",
        "lijst van straten",
        "datum voor het werkbezoek",
        "tekeningen",
    ),
}
NOTES = {
    "en": {
        "contact": ("Met in the corridor.", "Short call.", None),
        "active_in_meeting": ("Asked how a site reports.", None),
        "unsolicited_feedback": ("Comments on the minutes.", "A page on the fees."),
        "said_concern": ("Asks who pays in the second year.", "Asks for less paper."),
        "open_opposition": ("Spoke against the fee in the market round.",),
    },
    "nl": {
        "contact": ("Even gebeld.", "Kwam elkaar tegen op het stadhuis.", None),
        "active_in_meeting": ("Vroeg hoe een melding loopt.", "Twee suggesties.", None),
        "unsolicited_feedback": ("Opmerkingen bij het verslag.", "Een bladzij met voorbeelden."),
        "said_concern": ("Vraagt wie er opneemt buiten kantooruren.", "Vraagt om minder papier."),
        "said_oppose": ("Ziet liever eerst minder open straten.",),
        "passive_in_meeting": (None,),
        "no_time_made": ("Andere zaken gaan voor.", None),
    },
}

DUE_AFTER = 18
"""Days in which a promise of a rhythm is due."""


def rhythm_acts(rhythm: Rhythm, language: str) -> Iterator[Act]:
    """The acts of a rhythm, oldest first, in the language of the one who does them."""
    day, last = date.fromisoformat(rhythm.first), date.fromisoformat(rhythm.last)
    mails, promises = cycle(MAILS[language]), cycle(PROMISES[language])
    notes = {kind: cycle(words) for kind, words in NOTES[language].items()}
    for word in cycle(rhythm.round.split()):
        if day > last:
            return
        name = word.rstrip("0123456789")
        took = int(word[len(name) :] or 0)
        match name:
            case "mail" | "advice":
                yield Asked(_on(day), next(mails), _on(day, took), kind=name)
            case "theirs":
                yield Asked(_on(day), next(mails), _on(day, 2), by="them")
            case "kept" | "broken":
                yield Agreed(_on(day), next(promises), _on(day, DUE_AFTER), _on(day, 17), name)
            case "late":
                yield Agreed(_on(day), next(promises), _on(day, DUE_AFTER), _on(day, 23), name)
            case "mine":
                yield Agreed(
                    _on(day), next(promises), _on(day, DUE_AFTER), _on(day, 15), "kept", by="me"
                )
            case kind:
                yield Did(_on(day), kind, next(notes[kind]) if kind in notes else None)
        day += timedelta(days=rhythm.every)


def _on(day: date, later: int = 0) -> str:
    return (day + timedelta(days=later)).isoformat()
