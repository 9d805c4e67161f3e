"""What deserves a second look beside what changed (P2, P24, F17, F27, F42).

Words that deeds contradict, blocking, people too little known to place, and what was heard or
guessed long ago. Everything is as of a day; nothing here is stored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from staketerm.domain.assessment import Assessment
from staketerm.domain.flag_words import blocking, says_does
from staketerm.domain.provenance import HEARSAY_FRESH_DAYS, HEARSAY_KINDS
from staketerm.domain.signals import Origin, Weight
from staketerm.journal.opening import Journal
from staketerm.journal.positions.counting import counts
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.judging import OWN
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.stakeholders.attention import IMPACT_RANK, UNRANKED
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.journal.stakeholders.triage import people
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Judgement


@dataclass(frozen=True, slots=True)
class Noticed:
    """Somebody with what was noticed, in a sentence without a full stop."""

    row: PersonRow
    told: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Something heard from others, on a day; `note` is what was written with it."""

    signal: str
    on: date
    kind: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Old:
    """Knowledge of somebody that was never borne out: what was heard, oldest first, and a judgement
    while nothing that was done places them; `judged_on` is its day.
    """

    row: PersonRow
    heard: tuple[Heard, ...]
    judged_on: date | None


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Who says otherwise than they do, who keeps blocking, who cannot be placed, and whose story is
    hearsay or a guess for more than 90 days; in each the highest impact first.
    """

    gaps: tuple[Noticed, ...]
    blocking: tuple[Noticed, ...]
    thin: tuple[PersonRow, ...]
    old: tuple[Old, ...]


def second_look(
    journal: Journal, project: str | None = None, as_of: date | None = None
) -> SecondLook:
    """All of that in a project (in all where None is given), as of a day."""
    day = as_of or journal.today
    listed = [row for row in people(journal, project=project, as_of=as_of).rows if not row.personal]
    rows = {(row.id, row.project): row for row in sorted(listed, key=_most_impact_first)}
    flagged = [pair for pair, row in rows.items() if row.gap or row.blocks]
    with journal.read() as reader:
        heard = _heard(reader, day, rows)
        assessed = assess_pairs(reader, day, [*flagged, *heard])
        judged = _judged_on(reader, day, rows)
    return SecondLook(
        gaps=tuple(
            Noticed(rows[pair], says_does(assessed[pair])) for pair in flagged if rows[pair].gap
        ),
        blocking=tuple(
            Noticed(rows[pair], blocking(assessed[pair])) for pair in flagged if rows[pair].blocks
        ),
        thin=tuple(row for row in rows.values() if row.more_to_place and _matters(row)),
        old=tuple(_old(rows, heard, assessed, judged)),
    )


def _most_impact_first(row: PersonRow) -> tuple[int, int, str]:
    return IMPACT_RANK.get(row.impact or "", UNRANKED), row.more_to_place, row.folded


def _matters(row: PersonRow) -> bool:
    """Whether it is worth placing somebody: something was logged, or they can do something."""
    return row.evidence > 0 or row.impact in ("medium", "high")


def _heard(reader: Reader, day: date, rows: Iterable[Pair]) -> dict[Pair, tuple[Heard, ...]]:
    """What was heard of each pair more than 90 days ago, oldest first."""
    table = tables.signal.c
    query = (
        select(table.stakeholder, table.project, table.id, table.day, table.kind, table.note)
        .where(
            table.kind.in_(sorted(HEARSAY_KINDS)),
            table.day <= day - timedelta(days=HEARSAY_FRESH_DAYS),
            table.deleted.is_(None),
            counts(tables.signal),
        )
        .order_by(table.day, table.id)
    )
    there = set(rows)
    found: dict[Pair, tuple[Heard, ...]] = {}
    for who, project, *told in reader.select(query):
        pair = (who, project)
        if pair in there:
            found[pair] = (*found.get(pair, ()), Heard(*told))
    return found


def _judged_on(reader: Reader, day: date, rows: Mapping[Pair, PersonRow]) -> dict[Pair, date]:
    """The day of each judgement, older than 90 days, of somebody whom nothing done places."""
    guessed = {pair for pair, row in rows.items() if row.judgement and row.label == "unknown"}
    if not guessed:
        return {}
    table = tables.judgement.c
    newest: dict[Pair, date] = {}
    for row in reader.rows(
        Judgement,
        table.stakeholder.in_([who for who, _project in guessed]),
        table.day <= day,
        OWN,
        order_by=(table.day, table.rev),
    ):
        newest[row.stakeholder, row.project] = row.day
    last = day - timedelta(days=HEARSAY_FRESH_DAYS)
    return {pair: newest[pair] for pair in guessed if pair in newest and newest[pair] <= last}


def _old(
    rows: Mapping[Pair, PersonRow],
    heard: Mapping[Pair, tuple[Heard, ...]],
    assessed: Mapping[Pair, Assessment],
    judged: Mapping[Pair, date],
) -> Iterable[Old]:
    for pair, row in rows.items():
        last = _last_deed(assessed[pair]) if pair in heard else None
        unborne = tuple(one for one in heard.get(pair, ()) if last is None or one.on > last)
        if unborne or pair in judged:
            yield Old(row, unborne, judged.get(pair))


def _last_deed(assessment: Assessment) -> date | None:
    """The last day on which they themselves did something that counts."""
    return max(
        (
            record.day
            for record, kind in assessment.grounds.evidence.acts
            if kind.origin is Origin.THEIRS and kind.weight in (Weight.DEED, Weight.MAJOR)
        ),
        default=None,
    )
