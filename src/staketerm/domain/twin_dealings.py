"""Two colleagues write down one ask or one agreement: what tells it (P2).

An ask and its answer, an agreement kept or broken weigh as what people do in a meeting does, and
count once as well. As with meetings nothing here decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from staketerm.domain.text import fold
from staketerm.domain.twins import BESIDE

TELLING = 4
"""How many letters a word has at least that tells what a sentence is about; so many of them are
compared, whatever its ending.
"""


@dataclass(frozen=True, slots=True)
class Dealing:
    """One ask or agreement (`table`) as somebody wrote it down: whose it is and whom it concerns,
    its words and due day, and how and when it ended. Colleagues do not see `private` ones, and
    words only where notes are shared.
    """

    id: str
    table: str
    stakeholder: str
    project: str
    kind: str
    by: str
    day: date
    author: str
    words: str = ""
    due: date | None = None
    ended_on: date | None = None
    outcome: str | None = None
    private: bool = False


Pair = tuple[Dealing, Dealing]
"""The one that stays, and the one that doubles it: for everybody the same of two."""


def asked_or_agreed_twice(dealings: Iterable[Dealing]) -> tuple[Pair, ...]:
    """The pairs that are likely one, each with the nearest by day: of the same person, project and
    kind, asked or promised by the same side, within a day, by two authors, and about one matter.
    """
    alike: defaultdict[tuple[str, ...], list[Dealing]] = defaultdict(list)
    for each in dealings:
        alike[each.table, each.stakeholder, each.project, each.kind, each.by].append(each)
    found: list[Pair] = []
    taken: set[str] = set()
    likely = (pair for some in alike.values() for pair in combinations(some, 2) if _one(*pair))
    for stays, doubles in sorted(map(_in_order, likely), key=_distance):
        if taken.isdisjoint(ids := {stays.id, doubles.id}):
            taken |= ids
            found.append((stays, doubles))
    return tuple(found)


def _one(one: Dealing, other: Dealing) -> bool:
    if one.author == other.author or abs(one.day - other.day) > BESIDE:
        return False
    if one.words and other.words:
        return _of_one_matter(fold(one.words), fold(other.words))
    return _same_days(one, other)


def _of_one_matter(one: str, other: str) -> bool:
    """Whether two texts have half the telling words of the shorter one in common; where one has
    none, whether they are the same.
    """
    mine, yours = _telling(one), _telling(other)
    if not mine or not yours:
        return one == other
    return 2 * len(mine & yours) >= min(len(mine), len(yours))


def _telling(text: str) -> set[str]:
    return {word[:TELLING] for word in re.findall(r"\w+", text) if len(word) >= TELLING}


def _same_days(one: Dealing, other: Dealing) -> bool:
    """Whether both are due, or both ended, on one day: what tells where words stay home."""
    if one.due is not None and one.due == other.due:
        return True
    return one.outcome is not None and (one.outcome, one.ended_on) == (
        other.outcome,
        other.ended_on,
    )


def _in_order(pair: Pair) -> Pair:
    """The smaller id stays; one that colleagues do not see never stays for one that they do."""
    one, other = pair
    return pair if (one.private, one.id) < (other.private, other.id) else (other, one)


def _distance(pair: Pair) -> tuple[int, str, str]:
    stays, doubles = pair
    return abs(stays.day - doubles.day).days, stays.id, doubles.id
