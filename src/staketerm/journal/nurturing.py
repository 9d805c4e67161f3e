"""What the planner is given, read from the rows: a case for each stakeholder in a project.

Everything is read set-wise, of everybody or of a few, in one query a table.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, and_, false, or_, select

from staketerm.domain.cadence import Period, Rhythm, rhythm
from staketerm.domain.evidence import open_questions
from staketerm.domain.nurture.acts import Decision
from staketerm.domain.nurture.facts import (
    PROGRESS_KINDS,
    Asked,
    Case,
    Consented,
    Deed,
    Part,
    Party,
    Progress,
    Promised,
    Settings,
)
from staketerm.domain.nurture.falling import ASK_RESTS_DAYS
from staketerm.domain.nurture.telling import (
    NEWS_DAYS,
    THANKED,
    THANKED_POINTS,
)
from staketerm.journal.evidence import CHUNK, Pair, absences_of, asks_of
from staketerm.journal.model import model_on
from staketerm.journal.nurture_settings import settings_on
from staketerm.journal.standing import assess_pairs, state_of
from staketerm.store import tables
from staketerm.store.records import State
from staketerm.store.work import Reader

T = TypeVar("T")

DEED_DAYS = 30
"""How far back deeds are looked at: thanks and advice logged by itself want a word within weeks."""

ADVICE_DAYS = 180
"""How far back asks for advice are looked at: they must rest, and their loops be closed."""

LONGEST_WAIT_DAYS = 120
"""Open asks of mine older than this wait for nothing that a day could be named for."""

LINKS = ("contributor", "affected", "helper")


@dataclass(frozen=True, slots=True)
class Known:
    """What goes with a party besides the planner's own view of it."""

    party: Party
    handle: str
    project_name: str


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of some or of all, and what they are shown by."""

    cases: tuple[Case, ...]
    known: Mapping[Pair, Known]
    settings: Settings


def cases(reader: Reader, today: date, who: Collection[str] | None = None) -> Cases:
    """The cases of the stakeholders given by id, or of all."""
    settings = settings_on(reader, today)
    known: dict[Pair, Known] = {}
    own: dict[Pair, Rhythm] = {}
    tags = _tags(reader, who)
    rows = list(_parties(reader, who))
    lapsed = _folded_anew(reader, today, rows)
    for row in rows:
        party = _party(row, lapsed.get((row.stakeholder, row.project), row), tags)
        pair = (party.stakeholder, party.project)
        known[pair] = Known(party, row.handle, row.project_name)
        own[pair] = Rhythm(row.style, row.ideal_days, row.latest_days, row.recurrence)
    pairs = known.keys()
    away = absences_of(reader, who)
    asks = _asks(reader, pairs, today, who, away)
    promises = _grouped(_promises(reader, who))
    parts = _grouped(_parts(reader, today, who))
    deeds = _grouped(_deeds(reader, today, who))
    decisions = _grouped(_decisions(reader, who))
    consents = dict(_consents(reader, today, who))
    return Cases(
        cases=tuple(
            Case(
                party=(party := each.party),
                rhythm=rhythm(
                    party.label,
                    party.impact,
                    own[pair],
                    [settings.tags[tag] for tag in party.tags if tag in settings.tags],
                    settings.projects.get(party.project, Rhythm()),
                ),
                asks=asks.get(pair, ()),
                promises=promises.get(pair, ()),
                parts=parts.get(pair, ()),
                deeds=deeds.get(pair, ()),
                decisions=decisions.get(pair, ()),
                consent=consents.get(pair),
                away=away.get(party.stakeholder, ()),
            )
            for pair, each in known.items()
        ),
        known=known,
        settings=settings,
    )


def _grouped(found: Iterable[tuple[Pair, T]]) -> dict[Pair, tuple[T, ...]]:
    groups: dict[Pair, list[T]] = {}
    for pair, value in found:
        groups.setdefault(pair, []).append(value)
    return {pair: tuple(values) for pair, values in groups.items()}


def _each(
    reader: Reader, query: Select[Any], column: Any, who: Collection[str] | None
) -> Iterator[Any]:
    """The rows of a query, of those stakeholders alone where some are named."""
    if who is None:
        yield from reader.select(query)
        return
    ids = sorted(set(who))
    for start in range(0, len(ids), CHUNK):
        yield from reader.select(query.where(column.in_(ids[start : start + CHUNK])))


def _parties(reader: Reader, who: Collection[str] | None) -> Iterator[Any]:
    involved, person, project, state = (
        tables.involvement.c,
        tables.stakeholder.c,
        tables.project.c,
        tables.state.c,
    )
    query = (
        select(
            involved.stakeholder,
            involved.project,
            person.name,
            person.handle,
            person.organisation,
            person.do_not_contact,
            project.name.label("project_name"),
            project.kind.label("project_kind"),
            involved.impact,
            involved.reach,
            involved.interest,
            involved.desired,
            involved.valued_critic,
            involved.style,
            involved.ideal_days,
            involved.latest_days,
            involved.recurrence,
            state.label,
            state.since,
            state.alarm_kind,
            state.alarm_since,
            state.last_contact,
            state.computed_on,
            state.lapses_on,
        )
        .join(tables.stakeholder, person.id == involved.stakeholder)
        .join(tables.project, project.id == involved.project)
        .outerjoin(
            tables.state,
            and_(state.stakeholder == involved.stakeholder, state.project == involved.project),
        )
        .where(
            involved.deleted.is_(None),
            person.deleted.is_(None),
            person.merged_into.is_(None),
            project.deleted.is_(None),
        )
    )
    return _each(reader, query, involved.stakeholder, who)


def _folded_anew(reader: Reader, today: date, rows: Iterable[Any]) -> dict[Pair, State]:
    """Where those stand today whose kept position is of another day, or has lapsed by now."""
    lapsed = [
        (row.stakeholder, row.project)
        for row in rows
        if row.computed_on is not None
        and (row.computed_on > today or (row.lapses_on is not None and row.lapses_on <= today))
    ]
    found = assess_pairs(reader, today, lapsed) if lapsed else {}
    return {pair: state_of(pair, assessment) for pair, assessment in found.items()}


def _party(row: Any, state: Any, tags: Mapping[str, frozenset[str]]) -> Party:
    return Party(
        stakeholder=row.stakeholder,
        project=row.project,
        name=row.name,
        personal=row.project_kind == "personal",
        impact=row.impact,
        reach=row.reach,
        interest=row.interest,
        desired=row.desired,
        valued_critic=row.valued_critic,
        do_not_contact=row.do_not_contact,
        label=state.label or "unknown",
        since=state.since,
        alarm=state.alarm_kind,
        alarm_since=state.alarm_since,
        last_contact=state.last_contact,
        tags=tags.get(row.stakeholder, frozenset()),
        organisation=row.organisation,
    )


def _tags(reader: Reader, who: Collection[str] | None) -> dict[str, frozenset[str]]:
    columns = tables.tag.c
    query = select(columns.stakeholder, columns.tag).where(columns.deleted.is_(None))
    found: dict[str, set[str]] = {}
    for stakeholder, tag in _each(reader, query, columns.stakeholder, who):
        found.setdefault(stakeholder, set()).add(tag)
    return {stakeholder: frozenset(words) for stakeholder, words in found.items()}


def _asks(
    reader: Reader,
    pairs: Collection[Pair],
    today: date,
    who: Collection[str] | None,
    away: Mapping[str, tuple[Period, ...]],
) -> dict[Pair, tuple[Asked, ...]]:
    """The asks that are open, were asked of late, or asked for advice."""
    columns = tables.ask.c
    lately = today - timedelta(days=NEWS_DAYS)
    query = select(tables.ask).where(
        columns.deleted.is_(None),
        or_(
            and_(columns.answered_on.is_(None), columns.outcome.is_(None)),
            columns.asked_on >= lately,
            and_(columns.kind == "advice", columns.asked_on >= today - timedelta(days=ADVICE_DAYS)),
        ),
    )
    rows = [
        row
        for row in _each(reader, query, columns.stakeholder, who)
        if (row.stakeholder, row.project) in pairs
    ]
    counts_from = _counting(reader, today, rows, away)
    return _grouped(
        (
            (row.stakeholder, row.project),
            Asked(
                id=row.id,
                kind=row.kind,
                by=row.by,
                asked_on=row.asked_on,
                text=row.text,
                due=row.due,
                answered_on=row.answered_on,
                outcome=row.outcome,
                counts_from=counts_from.get(row.id),
            ),
        )
        for row in rows
    )


def _counting(
    reader: Reader, today: date, asks: Iterable[Any], away: Mapping[str, tuple[Period, ...]]
) -> dict[str | None, date | None]:
    """From which day silence counts, by ask: of those of mine that are open and have no day of
    their own.
    """
    oldest = today - timedelta(days=LONGEST_WAIT_DAYS + ASK_RESTS_DAYS)
    waiting = {
        (ask.stakeholder, ask.project)
        for ask in asks
        if ask.by == "me"
        and ask.due is None
        and ask.answered_on is None
        and ask.outcome is None
        and ask.asked_on >= oldest
    }
    if not waiting:
        return {}
    catalogue = model_on(reader, today).catalogue
    few = waiting if len(waiting) <= CHUNK else None
    return {
        question.asked.source: question.counts_from
        for pair, records in asks_of(reader, few).items()
        if pair in waiting
        for question in open_questions(records, today, catalogue, away.get(pair[0], ()))
    }


def _promises(reader: Reader, who: Collection[str] | None) -> Iterator[tuple[Pair, Promised]]:
    columns = tables.agreement.c
    query = select(
        columns.stakeholder, columns.project, columns.id, columns.by, columns.text, columns.due
    ).where(columns.deleted.is_(None), columns.closed_on.is_(None), columns.due.is_not(None))
    for stakeholder, project, *rest in _each(reader, query, columns.stakeholder, who):
        yield (stakeholder, project), Promised(*rest)


def _parts(reader: Reader, today: date, who: Collection[str] | None) -> Iterator[tuple[Pair, Part]]:
    about, entry = tables.about.c, tables.entry.c
    query = (
        select(about.stakeholder, about.role, about.note, *progress_columns())
        .join(tables.entry, entry.id == about.entry)
        .where(
            about.deleted.is_(None),
            about.role.in_(LINKS),
            entry.deleted.is_(None),
            entry.kind.in_(PROGRESS_KINDS),
            entry.project.is_not(None),
            or_(entry.day >= today - timedelta(days=NEWS_DAYS), entry.due >= today),
            or_(entry.kind != "risk", entry.closed_on.is_(None)),
        )
        .order_by(entry.day, entry.id, about.id)
    )
    for stakeholder, role, note, project, *rest in _each(reader, query, about.stakeholder, who):
        yield (stakeholder, project), Part(progress_of(rest), role, note)


def progress_columns() -> tuple[Any, ...]:
    """The project of an entry, and what `progress_of` makes a `Progress` of."""
    entry = tables.entry.c
    return (
        entry.project,
        entry.id,
        entry.kind,
        entry.day,
        entry.title,
        entry.text,
        entry.due,
        entry.private,
    )


def progress_of(row: Iterable[Any]) -> Progress:
    """A progress entry from those columns, the project left out; its title is its headline."""
    id, kind, day, title, text, due, private = row
    return Progress(id, kind, day, title or text or "", due, private)


def _deeds(reader: Reader, today: date, who: Collection[str] | None) -> Iterator[tuple[Pair, Deed]]:
    """What they did of late that wants thanks, or advice that wants an answer."""
    catalogue = model_on(reader, today).catalogue
    thanked = {
        kind.id
        for kind in catalogue.values()
        if kind.id in THANKED or kind.points >= THANKED_POINTS
    }
    columns = tables.signal.c
    query = select(
        columns.stakeholder,
        columns.project,
        columns.id,
        columns.kind,
        columns.day,
        columns.note,
        columns.private,
    ).where(
        columns.deleted.is_(None),
        columns.ignored.is_(false()),
        columns.day >= today - timedelta(days=DEED_DAYS),
        columns.kind.in_(sorted({*thanked, "advice_given"})),
    )
    for stakeholder, project, id, kind, day, note, private in _each(
        reader, query, columns.stakeholder, who
    ):
        known = catalogue[kind]
        said = None if private else note
        yield (stakeholder, project), Deed(id, kind, day, known.label, known.points, said)


def _decisions(reader: Reader, who: Collection[str] | None) -> Iterator[tuple[Pair, Decision]]:
    columns = tables.action.c
    query = select(
        columns.stakeholder,
        columns.project,
        columns.kind,
        columns.occasion,
        columns.state,
        columns.on,
        columns.until,
        columns.outcome,
    ).where(columns.deleted.is_(None))
    for stakeholder, project, *rest in _each(reader, query, columns.stakeholder, who):
        yield (stakeholder, project), Decision(*rest)


def _consents(
    reader: Reader, today: date, who: Collection[str] | None
) -> Iterator[tuple[Pair, Consented]]:
    """The last word of each pair."""
    columns = tables.consent.c
    query = (
        select(
            columns.stakeholder,
            columns.project,
            columns.state,
            columns.day,
            columns.load,
            columns.until,
        )
        .where(columns.deleted.is_(None), columns.day <= today)
        .order_by(columns.day, columns.id)
    )
    for stakeholder, project, *rest in _each(reader, query, columns.stakeholder, who):
        yield (stakeholder, project), Consented(*rest)
