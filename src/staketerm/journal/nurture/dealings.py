"""What there is between me and each stakeholder: asks, promises, progress, deeds, consent.

Each is read of everybody or of a few in one query, as (pair, fact).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, or_, select

from staketerm.domain.cadence import Period
from staketerm.domain.evidence import open_questions
from staketerm.domain.nurture.acts import Decision
from staketerm.domain.nurture.facts import (
    Asked,
    Consented,
    Deed,
    Part,
    Progress,
    Promised,
)
from staketerm.domain.nurture.falling import ASK_RESTS_DAYS
from staketerm.domain.nurture.telling import NEWS_DAYS, THANKED, THANKED_POINTS
from staketerm.domain.progress import KINDS
from staketerm.journal.nurture.parties import each_of
from staketerm.journal.positions.counting import counts
from staketerm.journal.positions.evidence import Pair, asks_of
from staketerm.journal.positions.model import model_on
from staketerm.store import tables
from staketerm.store.reader import Reader

DEED_DAYS = 30
"""How far back deeds are looked at: thanks and advice logged by itself want a word within weeks."""

ADVICE_DAYS = 180
"""How far back asks for advice are looked at: they must rest, and their loops be closed."""

LONGEST_WAIT_DAYS = 120
"""Open asks of mine older than this wait for nothing that a day could be named for."""

LINKS = ("contributor", "affected", "helper")


def asks(
    reader: Reader,
    pairs: Collection[Pair],
    today: date,
    who: Collection[str] | None,
    away: Mapping[str, tuple[Period, ...]],
) -> Iterator[tuple[Pair, Asked]]:
    """The asks that are open, were asked of late, or asked for advice."""
    columns = tables.ask.c
    lately = today - timedelta(days=NEWS_DAYS)
    query = select(
        columns.stakeholder,
        columns.project,
        columns.id,
        columns.kind,
        columns.by,
        columns.asked_on,
        columns.text,
        columns.due,
        columns.answered_on,
        columns.outcome,
    ).where(
        columns.deleted.is_(None),
        counts(tables.ask),
        or_(
            and_(columns.answered_on.is_(None), columns.outcome.is_(None)),
            columns.asked_on >= lately,
            and_(columns.kind == "advice", columns.asked_on >= today - timedelta(days=ADVICE_DAYS)),
        ),
    )
    found = [
        ((stakeholder, project), Asked(*rest))
        for stakeholder, project, *rest in each_of(reader, query, columns.stakeholder, who)
        if (stakeholder, project) in pairs
    ]
    counts_from = _counting(reader, today, found, away)
    for pair, ask in found:
        since = counts_from.get(ask.id)
        yield pair, (ask if since is None else ask._replace(counts_from=since))


def _counting(
    reader: Reader,
    today: date,
    asks: Iterable[tuple[Pair, Asked]],
    away: Mapping[str, tuple[Period, ...]],
) -> dict[str | None, date | None]:
    """From which day silence counts, by ask: of those of mine that are open and have no day of
    their own.
    """
    oldest = today - timedelta(days=LONGEST_WAIT_DAYS + ASK_RESTS_DAYS)
    waiting = {
        pair
        for pair, ask in asks
        if ask.by == "me"
        and ask.due is None
        and ask.answered_on is None
        and ask.outcome is None
        and ask.asked_on >= oldest
    }
    if not waiting:
        return {}
    catalogue = model_on(reader, today).catalogue
    return {
        question.asked.source: question.counts_from
        for pair, records in asks_of(reader, waiting).items()
        for question in open_questions(records, today, catalogue, away.get(pair[0], ()))
    }


def promises(reader: Reader, who: Collection[str] | None) -> Iterator[tuple[Pair, Promised]]:
    """The open agreements with a due day."""
    columns = tables.agreement.c
    query = select(
        columns.stakeholder, columns.project, columns.id, columns.by, columns.text, columns.due
    ).where(
        columns.deleted.is_(None),
        counts(tables.agreement),
        columns.closed_on.is_(None),
        columns.due.is_not(None),
    )
    for stakeholder, project, *rest in each_of(reader, query, columns.stakeholder, who):
        yield (stakeholder, project), Promised(*rest)


def parts(reader: Reader, today: date, who: Collection[str] | None) -> Iterator[tuple[Pair, Part]]:
    """What each has to do with the progress of late, or to come."""
    about, entry = tables.about.c, tables.entry.c
    query = (
        select(about.stakeholder, about.role, about.note, *progress_columns())
        .join(tables.entry, entry.id == about.entry)
        .where(
            about.deleted.is_(None),
            about.role.in_(LINKS),
            entry.deleted.is_(None),
            entry.kind.in_(tuple(KINDS.words)),
            entry.project.is_not(None),
            or_(entry.day >= today - timedelta(days=NEWS_DAYS), entry.due >= today),
            or_(entry.kind != "risk", entry.closed_on.is_(None)),
        )
        .order_by(entry.day, entry.id, about.id)
    )
    for stakeholder, role, note, project, *rest in each_of(reader, query, about.stakeholder, who):
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


def deeds(reader: Reader, today: date, who: Collection[str] | None) -> Iterator[tuple[Pair, Deed]]:
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
        counts(tables.signal),
        columns.day >= today - timedelta(days=DEED_DAYS),
        columns.kind.in_(sorted({*thanked, "advice_given"})),
    )
    for stakeholder, project, id, kind, day, note, private in each_of(
        reader, query, columns.stakeholder, who
    ):
        known = catalogue[kind]
        said = None if private else note
        yield (stakeholder, project), Deed(id, kind, day, known.label, known.points, said)


def decisions(reader: Reader, who: Collection[str] | None) -> Iterator[tuple[Pair, Decision]]:
    """What was decided about acts so far."""
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
    for stakeholder, project, *rest in each_of(reader, query, columns.stakeholder, who):
        yield (stakeholder, project), Decision(*rest)


def consents(
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
    for stakeholder, project, *rest in each_of(reader, query, columns.stakeholder, who):
        yield (stakeholder, project), Consented(*rest)
