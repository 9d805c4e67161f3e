"""The values that a field of a filter can have, with their words in English and Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass

from staketerm.domain.text import fold


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of a field: id -> English, Dutch and further words; lowest first if `ordered`."""

    words: Mapping[str, tuple[str, ...]]
    ordered: bool = False

    def id_of(self, typed: str) -> str | None:
        """The id that `typed` names in either language; blanks, `-` and `_` are one."""
        wanted = loose(typed)
        for id, words in self.words.items():
            if wanted in map(loose, (id, *words)):
                return id
        return None

    def shown(self, id: str, language: str) -> str:
        """The word for `id` as it can be typed: without blanks."""
        english, dutch, *_more = self.words[id]
        return (dutch if language == "nl" else english).replace(" ", "-")

    def rank(self, id: str) -> int:
        """The place of `id`, lowest 0."""
        return list(self.words).index(id)


def loose(typed: str) -> str:
    """`typed` folded, with blanks, `-` and `_` all one."""
    return fold(typed).replace("-", " ").replace("_", " ")


POSITIONS = Choices(
    {
        "partner": ("partner", "partner"),
        "supporter": ("supporter", "medestander"),
        "quiet_supporter": ("quiet supporter", "stille medestander"),
        "critic": ("critic", "kritische meedenker"),
        "fence_sitter": ("fence-sitter", "afwachter"),
        "quiet_opponent": ("quiet opponent", "stille tegenstander"),
        "opponent": ("opponent", "tegenwerker"),
        "unknown": ("unknown", "onbekend"),
    }
)

IMPACTS = Choices(
    {
        "none": ("none", "geen"),
        "low": ("low", "laag"),
        "medium": ("medium", "gemiddeld", "middel", "midden"),
        "high": ("high", "hoog"),
    },
    ordered=True,
)

CONFIDENCES = Choices(
    {
        "none": ("none", "geen"),
        "low": ("low", "weinig"),
        "fair": ("fair", "redelijk"),
        "good": ("good", "goed"),
    },
    ordered=True,
)

TRENDS = Choices(
    {
        "cooling": ("cooling", "koeler", "down"),
        "steady": ("steady", "stabiel", "level"),
        "warming": ("warming", "warmer", "up"),
    },
    ordered=True,
)

ALARMS = Choices(
    {
        "cooling": ("cooling", "koelt af", "koeler"),
        "crossed_over": ("crossed over", "omgeslagen", "crossed"),
    }
)

REACHES = Choices(
    {
        "direct": ("direct", "direct"),
        "step": ("step", "stap"),
        "remote": ("remote", "op afstand", "afstand"),
    },
    ordered=True,
)

KINDS = Choices(
    {
        "person": ("person", "persoon"),
        "organisation": ("organisation", "organisatie", "organization"),
        "group": ("group", "groep"),
        "role": ("role", "rol"),
    }
)

CONSENTS = Choices(
    {
        "none": ("none", "geen", "not asked", "niet gevraagd"),
        "asked": ("asked", "gevraagd"),
        "granted": ("granted", "gegeven", "verleend", "given"),
        "declined": ("declined", "geweigerd", "afgewezen"),
        "withdrawn": ("withdrawn", "ingetrokken"),
        "ended": ("ended", "afgelopen", "verlopen"),
    }
)
"""How consent to carry news to others stands (P20)."""
