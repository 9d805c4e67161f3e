"""Comparing a row of a file with the journal: who it is, what it adds, what stays as it is here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from staketerm.domain.ids import derived_id
from staketerm.domain.names import name_words
from staketerm.domain.text import fold
from staketerm.exchange.tables.parties import Party
from staketerm.exchange.tables.present import Present
from staketerm.store.records import Stakeholder

OWN = ("organisation", "job", "language")
INVOLVED = ("power", "interest", "impact", "desired", "style", "ideal_days")
"""What a row can say of a stakeholder, and of their involvement, besides the roles."""


class Fate(StrEnum):
    """What becomes of a row that can be read."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that differs: the one here stays."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody here who is probably the same as a row; told by name, so it is asked."""

    stakeholder: str
    name: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Planned:
    """One row and what becomes of it.

    `stakeholder` is the id it goes to, there already or not. `adds` are the fields that the row
    fills (all of a new one's), `kept` those where another value stands. `likely` is set where the
    person is to be asked; until they answer, the row is new.
    """

    party: Party
    fate: Fate
    stakeholder: str
    adds: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    likely: Likely | None = None


def plan_row(party: Party, here: Present, today: date, *, answer: bool | None = None) -> Planned:
    """What becomes of a row.

    The same mail address is the same person, and so is whoever this row became before. Otherwise
    one name with one organisation is probably the same: `answer` says whether it is.
    """
    known = _known(party, here)
    likely = None if known else _likely(party, here)
    if likely and answer:
        known = likely.stakeholder
    if known is None:
        row = _free_key(party, here)
        return Planned(party, Fate.NEW, row, tuple(_said(party)), likely=likely)
    adds, kept = [], []
    for name, now, then in _facts(party, here, known):
        if now is None:
            adds.append(name)
        elif now != then:
            kept.append(Kept(name, now, then))
    adds += _additions(party, here, known, today)
    kept += _judged_otherwise(party, here, known, adds)
    fate = Fate.CHANGED if adds else Fate.SAME
    return Planned(party, fate, known, tuple(adds), tuple(kept), likely)


def party_key(party: Party, mail: str | None = None) -> str:
    """The id that a row's stakeholder gets: it follows from kind, name, organisation and mail."""
    organisation = fold(party.organisation or "")
    return derived_id(None, "party", party.kind, fold(party.name), organisation, mail or "")


def keys(party: Party) -> Iterator[str]:
    """The keys a row may have been taken in under: with its first mail address, and without."""
    mails = sorted(fold(mail) for mail in party.emails)
    if mails:
        yield party_key(party, mails[0])
    yield party_key(party)


def judgement_id(party: Party, stakeholder: str, project: str, day: date) -> str:
    """The id of the claim of a row: it follows from whom, where, what and when."""
    return derived_id(day, "import judgement", stakeholder, project, party.current or "", str(day))


def note_id(party: Party, stakeholder: str) -> str:
    """The id of the note of a row: it follows from whom and what."""
    return derived_id(None, "import note", stakeholder, party.note or "")


def contact_signal_id(party: Party, stakeholder: str, project: str) -> str:
    """The id of the last contact of a row."""
    day = party.last_contact
    return derived_id(day, "import contact", stakeholder, project, str(day))


def claims(party: Party, here: Present, stakeholder: str, today: date) -> bool:
    """Whether the position in a row is a claim that is not here yet.

    One that the file dates counts once. One without a date counts where nobody judged, and where
    the last judgement came from a file too and was another.
    """
    if party.current is None:
        return False
    if party.day is not None:
        return judgement_id(party, stakeholder, here.project, party.day) not in here.rows
    last = here.judged.get(stakeholder)
    if last is None:
        return True
    imported = (last.origin or "").startswith("import")
    return imported and last.label != party.current and last.day <= today


def _known(party: Party, here: Present) -> str | None:
    """Whom a row is without doubt."""
    for mail in party.emails:
        if (who := here.mails.get(fold(mail))) is not None:
            return who
    bare = party_key(party)
    for row in keys(party):
        said = here.answers.get(row, row)
        who = here.merged.get(said, said)
        another = row == bare and bool(party.emails) and who in here.mailed
        if who in here.people and not another:
            return who
    return here.of_kind(party.name, party.kind) if party.kind != "person" else None


def _likely(party: Party, here: Present) -> Likely | None:
    """The person who was here before the file and whom a row is probably about."""
    organisation = here.organisation(party.organisation or "") or ""
    words = name_words(party.name)
    alike = here.surnamed.get((organisation, words[-1]), ()) if words else ()
    named = here.named.get(fold(party.name), ())
    for who in (*named, *alike):
        person = here.people[who]
        if person.kind != party.kind or who in here.fresh:
            continue
        if who in named or _initialled(party.name, person.name):
            return Likely(who, person.name, here.organisation_name(person))
    return None


def _initialled(one: str, other: str) -> bool:
    """Whether two names differ in that one has an initial for its first word: J. Smit."""
    first, second = name_words(one), name_words(other)
    if len(first) != len(second) or len(first) < 2 or first[1:] != second[1:]:
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return len(short) == 1 and long.startswith(short)


def _free_key(party: Party, here: Present) -> str:
    return next(row for row in keys(party) if row not in here.people)


def _said(party: Party) -> Iterator[str]:
    """The words for everything that a row says besides the name."""
    for name in (*OWN, "roles", *INVOLVED, "current", "last_contact", "note"):
        if getattr(party, name):
            yield name
    yield from dict.fromkeys(way.way for way in party.ways)
    if party.tags:
        yield "tags"


def _facts(party: Party, here: Present, who: str) -> Iterator[tuple[str, str | None, str]]:
    """What a row says that has one place: its field, the value here (None = empty), the row's."""
    person = here.people[who]
    now = {"organisation": here.organisation_name(person), "job": person.job}
    now["language"] = person.language
    for name in OWN:
        if (said := getattr(party, name)) is not None:
            same = now[name] and fold(now[name] or "") == fold(said)
            yield name, said if same else now[name], said
    involved = here.involved.get(who)
    for name in INVOLVED:
        if (said := getattr(party, name)) is not None:
            value = getattr(involved, name) if involved else None
            yield name, None if value is None else str(value), str(said)
    if party.roles:
        roles = " | ".join(party.roles)
        yield "roles", involved.roles if involved else None, roles


def _additions(party: Party, here: Present, who: str, today: date) -> Iterator[str]:
    """What a row adds beside what is here."""
    if who not in here.involved:
        yield "project"
    fresh = [w.way for w in party.ways if (who, w.way, fold(w.value)) not in here.ways]
    yield from dict.fromkeys(fresh)
    if any((who, word) not in here.tags for word in party.tags):
        yield "tags"
    if claims(party, here, who, today):
        yield "current"
    if party.last_contact and contact_signal_id(party, who, here.project) not in here.rows:
        yield "last_contact"
    if party.note and note_id(party, who) not in here.rows:
        yield "note"


def _judged_otherwise(party: Party, here: Present, who: str, adds: Sequence[str]) -> Iterator[Kept]:
    """The judgement here, where an undated one in the row differs and gives way."""
    last = here.judged.get(who)
    if last is None or party.current is None or party.day or "current" in adds:
        return
    if last.label != party.current:
        yield Kept("current", last.label, party.current)


def stakeholder_of(party: Party, row: str, handle: str, organisation: str | None) -> Stakeholder:
    """The stakeholder that a new row becomes."""
    return Stakeholder(
        id=row,
        kind=party.kind,
        name=party.name,
        folded=fold(party.name),
        handle=handle,
        organisation=organisation,
        job=party.job,
        language=party.language,
        private=party.private,
    )
