"""The fields of a filter: their names in English and Dutch and where a row holds them.

Fields are those of screens section 6 that have data; a field is added when its data come.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from staketerm.domain.days import Toward
from staketerm.domain.errors import UsageError
from staketerm.domain.filters.choices import (
    ALARMS,
    CONFIDENCES,
    CONSENTS,
    IMPACTS,
    KINDS,
    POSITIONS,
    REACHES,
    TRENDS,
    Choices,
)
from staketerm.domain.filters.row import Row
from staketerm.domain.text import fold
from staketerm.locale import _, language


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts that hold the value somewhere, or are it entirely when `whole`."""

    read: Callable[[Row], Collection[str | None]]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some values; `measure` is the number behind it, where there is one, and `absent` the
    value that is none.
    """

    choices: Choices
    read: Callable[[Row], str | None]
    measure: Callable[[Row], float] | None = None
    absent: str = "unknown"


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `counts` is a count of what is open."""

    read: Callable[[Row], float | None]
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day; a length of time is its distance from today towards the past or the future."""

    read: Callable[[Row], date | None]
    toward: Toward


@dataclass(frozen=True, slots=True)
class Quiet:
    """How long ago `read` was; what never was is quiet for ever."""

    read: Callable[[Row], date | None]


@dataclass(frozen=True, slots=True)
class YesNo:
    """Something that holds or not."""

    read: Callable[[Row], object]


@dataclass(frozen=True, slots=True)
class Presence:
    """`has:` another field."""


Reading = Texts | Choice | Number | Day | Quiet | YesNo | Presence


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its names as typed and shown, and how it is read."""

    english: str
    dutch: str
    reading: Reading
    others: tuple[str, ...] = ()

    def shown(self, language: str) -> str:
        """The name in that language."""
        return self.dutch if language == "nl" else self.english


FIELDS: Mapping[str, Field] = {
    "name": Field("name", "naam", Texts(lambda r: (r.name,))),
    "org": Field("org", "org", Texts(lambda r: (r.organisation,)), ("organisation", "organisatie")),
    "tag": Field("tag", "tag", Texts(lambda r: r.tags, whole=True)),
    "role": Field("role", "rol", Texts(lambda r: r.roles)),
    "project": Field("project", "project", Texts(lambda r: (r.project_name,))),
    "kind": Field("kind", "soort", Choice(KINDS, lambda r: r.kind)),
    "position": Field("position", "positie", Choice(POSITIONS, lambda r: r.listed), ("pos",)),
    "was": Field("was", "was", Choice(POSITIONS, lambda r: r.was)),
    "trend": Field("trend", "trend", Choice(TRENDS, lambda r: r.trend)),
    "changed": Field("changed", "veranderd", Day(lambda r: r.since, "past")),
    "stance": Field("stance", "houding", Number(lambda r: r.stance)),
    "energy": Field("energy", "energie", Number(lambda r: r.energy)),
    "evidence": Field(
        "evidence", "bewijs", Choice(CONFIDENCES, lambda r: r.confidence, lambda r: r.evidence)
    ),
    "impact": Field("impact", "impact", Choice(IMPACTS, lambda r: r.impact)),
    "power": Field("power", "macht", Number(lambda r: r.power)),
    "interest": Field("interest", "belang", Number(lambda r: r.interest)),
    "reach": Field("reach", "bereik", Choice(REACHES, lambda r: r.reach)),
    "last": Field("last", "laatst", Day(lambda r: r.last_contact, "past"), ("laatste",)),
    "quiet": Field("quiet", "stil", Quiet(lambda r: r.last_contact)),
    "next": Field("next", "volgende", Texts(lambda r: (r.next_kind, r.next_text))),
    "due": Field("due", "uiterlijk", Day(lambda r: r.next_due, "future")),
    "alarm": Field("alarm", "alarm", Choice(ALARMS, lambda r: r.alarm)),
    "ask": Field("ask", "vraag", Number(lambda r: r.open_asks, counts=True)),
    "agreement": Field(
        "agreement", "afspraak", Number(lambda r: r.open_agreements, counts=True), ("afspraken",)
    ),
    "judgement": Field(
        "judgement", "oordeel", Choice(POSITIONS, lambda r: r.judgement), ("judgment",)
    ),
    "gap": Field("gap", "kloof", YesNo(lambda r: r.gap)),
    "blocking": Field("blocking", "blokkeert", YesNo(lambda r: r.blocks), ("blokkeren",)),
    "consent": Field(
        "consent", "toestemming", Choice(CONSENTS, lambda r: r.consent, absent="none")
    ),
    "critic": Field("critic", "criticus", YesNo(lambda r: r.valued_critic)),
    "by": Field("by", "door", Texts(lambda r: r.authors)),
    "lang": Field("lang", "taal", Texts(lambda r: (r.language,), whole=True), ("language",)),
    "has": Field("has", "heeft", Presence()),
}

BARE: Mapping[str, str] = {
    FIELDS[id].shown(language): id
    for id in ("alarm", "gap", "blocking", "due")
    for language in ("en", "nl")
}
"""Fields that a bare word names, by their names in both languages."""

_BY_NAME: Mapping[str, str] = {
    name: id for id, field in FIELDS.items() for name in (field.english, field.dutch, *field.others)
}


def field_id(typed: str) -> str:
    """The id of the field that `typed` names in either language.

    Raises `UsageError` that offers the nearest field, or names them all.
    """
    name = fold(typed)
    if name in _BY_NAME:
        return _BY_NAME[name]
    if near := get_close_matches(name, _BY_NAME, n=1):
        raise UsageError(_("no field '{typed}'; {near}?").format(typed=typed, near=near[0]))
    names = " ".join(field.shown(language()) for field in FIELDS.values())
    raise UsageError(_("no field '{typed}'; there are {names}").format(typed=typed, names=names))
