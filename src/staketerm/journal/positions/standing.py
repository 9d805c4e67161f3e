"""Where everybody stands: the folded positions, kept as a cache and never as a truth (design 4)."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, or_, select, tuple_

from staketerm.domain.assessment import Assessment
from staketerm.domain.position import assess
from staketerm.domain.signals import Record
from staketerm.journal.memory import uncollected
from staketerm.journal.positions.evidence import Pair, absences_of, impacts_of, records_of
from staketerm.journal.positions.model import Model, model_on
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.reader import Reader
from staketerm.store.records import State
from staketerm.store.work import Work


@uncollected()
def assess_pairs(
    reader: Reader, as_of: date, pairs: Iterable[Pair] | None = None, model: Model | None = None
) -> dict[Pair, Assessment]:
    """The position of each pair on a day, folded from all its records; every involvement's if
    None. Each lapses at the latest on the day of the first record or setting after that day: a
    clock may have run behind, or a colleague's day have begun sooner.

    `model` takes the place of the one in force on the day, to see what another would say.
    """
    wanted = None if pairs is None else sorted(set(pairs))
    impacts = impacts_of(reader, wanted)
    records = records_of(reader, wanted)
    absences = absences_of(reader, None if wanted is None else (who for who, _project in wanted))
    model = model or model_on(reader, as_of)
    return {
        pair: _until_next(
            assess(
                records.get(pair, ()),
                as_of,
                impact=impacts.get(pair),
                absences=absences.get(pair[0], ()),
                catalogue=model.catalogue,
                correction=model.correction,
            ),
            records.get(pair, ()),
            model.until,
        )
        for pair in (impacts if wanted is None else wanted)
    }


def _until_next(found: Assessment, records: Iterable[Record], until: date | None) -> Assessment:
    later = min((one.day for one in records if one.day > found.as_of), default=until)
    if until is not None and later is not None:
        later = min(later, until)
    if later is None or (found.lapses_on is not None and found.lapses_on <= later):
        return found
    return replace(found, lapses_on=later)


def state_of(pair: Pair, assessment: Assessment) -> State:
    """An assessment as the cache keeps it."""
    stakeholder, project = pair
    alarm = assessment.alarm
    return State(
        stakeholder=stakeholder,
        project=project,
        for_points=assessment.for_,
        against_points=assessment.against,
        energy=assessment.energy,
        day=assessment.as_of,
        side=assessment.stance_class,
        known=assessment.known,
        active=assessment.active,
        label=assessment.label,
        was=assessment.before,
        since=assessment.since,
        trend=assessment.trend,
        alarm_kind=alarm.kind if alarm else None,
        alarm_since=alarm.since if alarm else None,
        alarm_ended=assessment.alarm_ended,
        gap=assessment.says_does_gap,
        blocking=len(assessment.blocking),
        last_contact=assessment.last_contact,
        stance=assessment.stance,
        low=assessment.low,
        high=assessment.high,
        evidence=assessment.evidence,
        computed_on=assessment.as_of,
        lapses_on=assessment.lapses_on,
    )


def refold(work: Work, pairs: Iterable[Pair], today: date) -> dict[Pair, State]:
    """Fold the pairs anew and store what comes out; pairs without involvement lose their state.

    Some hundreds at a time: the records of everybody would not fit into a small machine.
    """
    wanted = sorted(set(pairs))
    standing = impacts_of(work, wanted)
    table = tables.state
    states: dict[Pair, State] = {}
    for part in portions(wanted):
        work.connection.execute(
            delete(table).where(tuple_(table.c.stakeholder, table.c.project).in_(part))
        )
        assessed = assess_pairs(work, today, [pair for pair in part if pair in standing])
        fresh = {pair: state_of(pair, assessment) for pair, assessment in assessed.items()}
        if fresh:
            work.connection.execute(insert(table), [_columns(state) for state in fresh.values()])
        states |= fresh
    return states


_NAMES = tuple(field.name for field in fields(State))


def _columns(state: State) -> dict[str, Any]:
    """A state as a row; by hand, since `asdict` copies every value deeply."""
    return {name: getattr(state, name) for name in _NAMES}


def stored_states(reader: Reader, pairs: Iterable[Pair]) -> dict[Pair, State]:
    """The states as the cache has them, whatever their day."""
    wanted = sorted(set(pairs))
    table = tables.state
    found: dict[Pair, State] = {}
    for some in portions(wanted):
        query = select(table).where(tuple_(table.c.stakeholder, table.c.project).in_(some))
        for row in reader.select(query):
            state = State(**row._mapping)
            found[state.stakeholder, state.project] = state
    return found


def lapsed_pairs(reader: Reader, today: date, most: int | None = None) -> list[Pair]:
    """The pairs whose stored words may no longer hold on a day, or were folded for a later one."""
    table = tables.state
    query = select(table.c.stakeholder, table.c.project).where(
        or_(table.c.lapses_on <= today, table.c.computed_on > today)
    )
    query = query.limit(most)
    return [(who, project) for who, project in reader.select(query)]
