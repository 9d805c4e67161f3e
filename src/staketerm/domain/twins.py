"""Two colleagues log one meeting: what tells it, and which of their signals say the same (P2).

Evidence counts once. Whoever sat in the same room writes down the same acts, and both come together
in a shared project. Nothing here decides: it finds what looks alike, for a person to say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.signals import Kind, Weight

BESIDE = timedelta(days=1)
"""How far apart two may date one meeting: somebody writes it down the day after."""

ALIKE: tuple[tuple[str, str], ...] = (
    ("defended_project", "said_support"),
    ("open_opposition", "said_oppose"),
    ("disagreed_openly", "said_concern"),
    ("bad_news_early", "shared_information"),
    ("no_show", "cancelled_late"),
)
"""Kinds that two may choose for one act; the first says more, and is the one that stays."""

CONTACT = "contact"
"""The kind of somebody who was there without more: whoever saw them act says so too."""

ANSWERS = frozenset(
    {
        "mail_sent",
        "mail_answered",
        "advice_asked",
        "advice_given",
        "advice_refused",
        "invitation",
        "agreement_made",
        "agreement_kept",
        "agreement_late",
        "agreement_broken",
        "promised",
    }
)
"""Kinds that are between two people: outside a meeting each has their own."""


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """One signal: its id, whose act it is, of which kind. Colleagues do not see `private` ones."""

    id: str
    stakeholder: str
    kind: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one person logged of one meeting (`entry`), or on one day without a meeting (None)."""

    entry: str | None
    author: str
    project: str
    day: date
    people: frozenset[str]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """Two signals that say the same: the one that stays, and the one that doubles it.

    Which is which follows from the two alone, so that everybody who decides comes to the same.
    """

    stays: Act
    doubles: Act


def likely_same(one: Occasion, other: Occasion, catalogue: Mapping[str, Kind]) -> tuple[Same, ...]:
    """The signals that two occasions have in common, where the two are likely one; else none.

    Two meetings need half the people of the smaller one in both. Where the days differ, or one has
    no meeting, an act besides being there must be the same too; where both is so, one that weighs.
    """
    apart = abs(one.day - other.day)
    if one.author == other.author or one.project != other.project or apart > BESIDE:
        return ()
    met = one.entry is not None and other.entry is not None
    if met and 2 * len(one.people & other.people) < min(len(one.people), len(other.people)):
        return ()
    pairs = same_acts(one.acts, other.acts, catalogue)
    if not met:
        pairs = tuple(pair for pair in pairs if pair.doubles.kind not in ANSWERS)
    kinds = [catalogue[pair.doubles.kind] for pair in pairs]
    deeds = any(kind.points for kind in kinds)
    if met or not apart:
        return pairs if deeds or (met and not apart) else ()
    return pairs if any(kind.weight is Weight.MAJOR for kind in kinds) else ()


def same_acts(
    one: Iterable[Act], other: Iterable[Act], catalogue: Mapping[str, Kind]
) -> tuple[Same, ...]:
    """The pairs of acts that say the same: of one kind first, then of kinds that are alike, then
    being there beside an act that says so too. No act doubles two.
    """
    mine, yours = _by_person(one), _by_person(other)
    return tuple(
        pair
        for who in sorted(mine.keys() & yours.keys())
        for pair in _of_person(mine[who], yours[who], catalogue)
    )


def _of_person(mine: list[Act], yours: list[Act], catalogue: Mapping[str, Kind]) -> list[Same]:
    found: list[Same] = []
    taken: set[str] = set()
    for rule in (_of_one_kind, _of_like_kinds):
        for pair in (rule(one, other) for one in mine for other in yours):
            if pair and taken.isdisjoint(ids := {pair.stays.id, pair.doubles.id}):
                taken |= ids
                found.append(pair)
    for there, others in ((mine, yours), (yours, mine)):
        met = [act for act in others if _tells_of_contact(act, catalogue)]
        found += [
            Same(met[0], act)
            for act in there
            if met and act.kind == CONTACT and act.id not in taken
        ]
    return found


def _tells_of_contact(act: Act, catalogue: Mapping[str, Kind]) -> bool:
    return act.kind != CONTACT and catalogue[act.kind].contact and not act.private


def _of_one_kind(one: Act, other: Act) -> Same | None:
    """The smaller id stays; one that colleagues do not see never stays for one that they do."""
    if one.kind != other.kind:
        return None
    first, second = sorted((one, other), key=lambda act: (act.private, act.id))
    return Same(first, second)


def _of_like_kinds(one: Act, other: Act) -> Same | None:
    if one.private or other.private:
        return None
    pairs = {(one.kind, other.kind): Same(one, other), (other.kind, one.kind): Same(other, one)}
    return next((pairs[kinds] for kinds in ALIKE if kinds in pairs), None)


def _by_person(acts: Iterable[Act]) -> dict[str, list[Act]]:
    found: dict[str, list[Act]] = {}
    for act in sorted(acts):
        found.setdefault(act.stakeholder, []).append(act)
    return found
