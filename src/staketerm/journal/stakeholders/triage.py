"""Who stands where: the People list, filtered and in order (P21, P25)."""

from collections.abc import Iterable, Iterator
from datetime import date

from staketerm.domain.filters.echo import normalise
from staketerm.domain.filters.matching import predicate
from staketerm.domain.filters.parsing import parse
from staketerm.domain.filters.tree import fields_of
from staketerm.journal.memory import uncollected
from staketerm.journal.nurture.plan import PLAN_DAY, plan
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.standing import assess_pairs, lapsed_pairs, state_of
from staketerm.journal.stakeholders.attention import first_by_attention
from staketerm.journal.stakeholders.credits import with_authors
from staketerm.journal.stakeholders.finding import holders
from staketerm.journal.stakeholders.listing import (
    besides_of,
    found_people,
    pairs_of,
    plan_mark,
    rows_from,
    stored_acts,
)
from staketerm.journal.stakeholders.people_list import PeopleList, in_order
from staketerm.journal.stakeholders.person_row import NextAct, PersonRow
from staketerm.locale import language
from staketerm.store.reader import Reader
from staketerm.store.records import State


@uncollected()
def people(
    journal: Journal,
    *,
    filter: str = "",
    order: str = "attention",
    project: str | None = None,
    as_of: date | None = None,
    only: Iterable[str] | None = None,
    acts: bool = True,
) -> PeopleList:
    """Everybody involved in a project (in any, where None is given), one row per project.

    `only` narrows to stakeholders by id, as after a log. Without `acts` no row says what to do
    next, which spares a large journal the plan of a day that was not planned yet; a filter asks for
    it all the same. Raises UsageError for a filter that cannot be read.
    """
    day = as_of or journal.today
    tree = parse(filter, day, language()) if filter.strip() else None
    with journal.read() as reader:
        planned = acts or tree is not None
        rows = list(_rows(reader, day, journal.today, project, only, acts=planned))
        if tree is None:
            return PeopleList(tuple(in_order(rows, order)), len(rows))
        if "by" in fields_of(tree):
            rows = with_authors(reader, rows, journal.store.author)
        fits = predicate(tree, day, lambda word: holders(reader, word))
        fitting = [row for row in rows if fits(row)]
    shown = normalise(tree, language())
    return PeopleList(tuple(in_order(fitting, order)), len(rows), shown)


def first_people(journal: Journal, *, most: int, project: str | None = None) -> PeopleList:
    """The first rows of `people` by attention, for a screen to show while the rest is read.

    In a journal of many thousands they are there in a fraction of the time.
    """
    today = journal.today
    with journal.read() as reader:
        ids, total = first_by_attention(reader.ask, today, most, project)
        rows = in_order(_rows(reader, today, today, project, ids), "attention")
    return PeopleList(tuple(rows[:most]), total)


def _rows(
    reader: Reader,
    as_of: date,
    today: date,
    project: str | None,
    only: Iterable[str] | None,
    *,
    acts: bool = True,
) -> Iterator[PersonRow]:
    """The rows in no particular order; `only` of some stakeholders by id."""
    wanted = None if only is None else sorted(set(only))
    found = found_people(reader.ask, project, wanted)
    fresh = _fresh_states(reader, pairs_of(found), as_of, today)
    following = _next(reader, today, wanted) if acts else {}
    besides = besides_of(reader.ask, as_of, following, wanted)
    return rows_from(found, fresh, as_of, besides)


def _fresh_states(reader: Reader, pairs: set[Pair], as_of: date, today: date) -> dict[Pair, State]:
    """The states that the cache cannot tell: lapsed ones, and all of them on another day."""
    stale = pairs if as_of != today else pairs.intersection(lapsed_pairs(reader, today))
    if not stale:
        return {}
    assessed = assess_pairs(reader, as_of, stale)
    return {pair: state_of(pair, assessment) for pair, assessment in assessed.items()}


def _next(reader: Reader, today: date, only: list[str] | None) -> dict[Pair, NextAct]:
    """The most pressing act of each pair that nothing holds back."""
    if reader.meta(PLAN_DAY) == plan_mark(today, language()):
        return stored_acts(reader.ask, only)
    found: dict[Pair, NextAct] = {}
    for act in plan(reader, today, only):
        told = act.proposal
        pair = (told.stakeholder, told.project)
        if told.brake is None and pair not in found:
            found[pair] = NextAct(act.id, told.kind, told.reason, told.ideal, told.latest)
    return found
