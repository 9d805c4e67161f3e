"""What the rows of the People list are made of, asked for in a few queries, whatever their number.

The queries are plain SQL for any `Ask`: a reader's, or that of a look without the database layer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from staketerm.domain.consent import held
from staketerm.domain.readout import Fading
from staketerm.journal.positions.lists_follow import by_judgement
from staketerm.journal.stakeholders.attention import (
    ACT_ORDER,
    ALARM,
    IN_PROJECT,
    LISTED,
    OWN_JUDGEMENT,
    Ask,
)
from staketerm.journal.stakeholders.person_row import (
    COLUMNS,
    PROJECT,
    WHO,
    Besides,
    NextAct,
    PersonRow,
    day_of,
    person_row,
)

if TYPE_CHECKING:
    from staketerm.journal.positions.evidence import Pair
    from staketerm.store.records import State

Some = Sequence[str] | None
"""The ids of some stakeholders; None is everybody."""

_PEOPLE = f"SELECT {', '.join(COLUMNS)} {LISTED}"
_KEYS = "CAST({0}.stakeholder AS TEXT), CAST({0}.project AS TEXT)"
_TAGS = "SELECT CAST(tag.stakeholder AS TEXT), tag.tag FROM tag WHERE tag.deleted IS NULL"
_JUDGED = (
    f"SELECT {_KEYS.format('judgement')}, CAST(judgement.id AS TEXT), judgement.label"
    " FROM judgement"
    f" WHERE judgement.deleted IS NULL AND judgement.day <= :as_of AND {OWN_JUDGEMENT}"
)
_CONSENTS = (
    f"SELECT {_KEYS.format('consent')}, consent.state, consent.until FROM consent"
    " WHERE consent.deleted IS NULL AND consent.day <= :as_of"
)
_OPEN = (
    f"SELECT {_KEYS}, count(*) FROM {{0}} WHERE {{0}}.deleted IS NULL AND {{0}}.{{1}} <= :as_of"
    " AND ({0}.outcome IS NULL OR {0}.{2} > :as_of)"
)
_SEEN = (
    f"SELECT {_KEYS.format('action')}, max(action.occasion) FROM action"
    f" WHERE action.kind = '{ALARM}' AND action.deleted IS NULL"
)
_ACTS = (
    f"SELECT {_KEYS.format('plan')}, plan.id, plan.kind, plan.reason, plan.ideal, plan.latest"
    " FROM plan WHERE plan.brake IS NULL"
)


def found_people(ask: Ask, project: str | None = None, only: Some = None) -> Sequence[Any]:
    """What `person_row` makes rows of, in no particular order."""
    query, values = _of_some(_PEOPLE, "stakeholder.id", only)
    if project is None:
        return ask(query, values)
    return ask(query + IN_PROJECT, {**values, "project": project})


def pairs_of(found: Iterable[Any]) -> "set[Pair]":
    """The stakeholders and projects of what was found."""
    return {(row[WHO], row[PROJECT]) for row in found}


def rows_from(
    found: Iterable[Any], fresh: "Mapping[Pair, State]", as_of: date, besides: Besides
) -> Iterator[PersonRow]:
    """The rows; `fresh` holds the states that the cache cannot tell."""
    fading = Fading()
    for row in found:
        yield person_row(row, fresh.get((row[WHO], row[PROJECT])), as_of, fading, besides)


def besides_of(
    ask: Ask, as_of: date, following: "Mapping[Pair, NextAct]", only: Some = None
) -> Besides:
    """What the rows show besides stakeholder and position, as of a day."""
    return Besides(
        tags=_tags(ask, only),
        judged={pair: each.label for pair, each in judgements(ask, as_of, only).items()},
        by_judgement=by_judgement(ask, as_of),
        asks=_open(ask, as_of, ("ask", "asked_on", "answered_on"), only),
        agreements=_open(ask, as_of, ("agreement", "made_on", "closed_on"), only),
        following=following,
        seen=seen_alarms(ask, only),
        consent=_consents(ask, as_of, only),
    )


def plan_mark(day: date, language: str) -> str:
    """What `meta` keeps as plan_day while the stored plan is of that day and language."""
    return f"{day.isoformat()} {language}"


def stored_acts(ask: Ask, only: Some = None) -> "dict[Pair, NextAct]":
    """The most pressing act of each pair that nothing holds back, of the plan that is stored."""
    found: dict[Pair, NextAct] = {}
    order = f" ORDER BY {ACT_ORDER}"
    for who, project, id, kind, reason, ideal, latest in ask(
        *_of_some(_ACTS, "plan.stakeholder", only, order)
    ):
        if (who, project) not in found:
            found[who, project] = NextAct(id, kind, reason, day_of(ideal), day_of(latest))
    return found


def seen_alarms(ask: Ask, only: Some = None) -> "dict[Pair, date]":
    """Up to which day the alarms of each pair were seen."""
    grouped = " GROUP BY action.stakeholder, action.project"
    rows = ask(*_of_some(_SEEN, "action.stakeholder", only, grouped))
    return {(who, project): date.fromisoformat(day) for who, project, day in rows}


class Judged(NamedTuple):
    """A judgement: its id, and the position it claims."""

    id: str
    label: str


def judgements(ask: Ask, as_of: date, only: Some = None) -> "dict[Pair, Judged]":
    """The judgement in force on a day, per pair: the newest one dated on it or before; of several
    on one day the one that was written last (inference 4.6)."""
    order = " ORDER BY judgement.day, judgement.rev"
    query, values = _of_some(_JUDGED, "judgement.stakeholder", only, order)
    rows = ask(query, {**values, "as_of": as_of})
    return {(who, project): Judged(id, label) for who, project, id, label in rows}


def _consents(ask: Ask, as_of: date, only: Some) -> "dict[Pair, str]":
    """How consent to carry news stands on a day, per pair: by the last word (P20)."""
    order = " ORDER BY consent.day, consent.id"
    query, values = _of_some(_CONSENTS, "consent.stakeholder", only, order)
    rows = ask(query, {**values, "as_of": as_of})
    return {
        (who, project): held(state, day_of(until), as_of) for who, project, state, until in rows
    }


def _tags(ask: Ask, only: Some) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for who, word in ask(*_of_some(_TAGS, "tag.stakeholder", only, " ORDER BY tag.tag")):
        found[who] = (*found.get(who, ()), word)
    return found


def _open(ask: Ask, as_of: date, dated: tuple[str, str, str], only: Some) -> "dict[Pair, int]":
    """How much was open on a day, per pair; `dated` is a table with its first and last day."""
    table = dated[0]
    grouped = f" GROUP BY {table}.stakeholder, {table}.project"
    query, values = _of_some(_OPEN.format(*dated), f"{table}.stakeholder", only, grouped)
    rows = ask(query, {**values, "as_of": as_of})
    return {(who, project): count for who, project, count in rows}


def _of_some(query: str, column: str, only: Some, end: str = "") -> tuple[str, dict[str, Any]]:
    """A query narrowed to some stakeholders, with the values it needs."""
    if only is None:
        return query + end, {}
    return f"{query} AND {column} IN :ids{end}", {"ids": list(only)}
