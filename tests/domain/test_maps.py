"""The maps: who stands where, and who cannot be placed and why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.course import NOTHING_READ, Reading
from staketerm.domain.label import Position, StanceClass
from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.maps import MapKind, draw, sections_of, shown_maps
from staketerm.domain.maps.point import Point, Who
from staketerm.domain.maps.power_interest import power_interest
from staketerm.domain.maps.salience import attributes_of, kept_as, salience_class
from staketerm.domain.maps.stance_energy import stance_energy
from staketerm.domain.maps.trust import Trust, TrustLevel
from staketerm.domain.maps.wanted_now import wanted_now
from staketerm.domain.seam import Seam, level_of


def who(name: str, **known: Any) -> Who:
    """Somebody, by name."""
    return Who(name.lower(), "p", name.lower(), name, name.lower(), **known)


def reading(side: StanceClass | None, energy: float = 0.0, *, active: bool = False) -> Reading:
    """A position on a side."""
    return NOTHING_READ._replace(
        label=Position.UNKNOWN if side is None else Position.FENCE_SITTER,
        side=side,
        energy=energy,
        active=active,
    )


def at(name: str, side: StanceClass | None, championing: int = 0, **known: Any) -> Point:
    """Somebody on a side, with the engagement that follows from it."""
    return Point(who(name, **known), reading(side), level_of(side, championing))


def names(points: Any) -> list[str]:
    """The names, in order."""
    return [point.who.name for point in points]


def test_power_and_interest_place_and_a_missing_one_is_named():
    ada = Point(who("Ada", power=5, interest=4, impact="low"))
    ben = Point(who("Ben", power=5, interest=4, impact="high"))
    cid = Point(who("Cid", power=2))
    dot = Point(who("Dot"))
    grid = power_interest([ben, ada, cid, dot])
    assert names(grid.cells[4, 5]) == ["Ben", "Ada"], "as they come, by rank"
    assert [(point.who.name, lacks) for point, lacks in grid.unplaced] == [
        ("Cid", "interest"),
        ("Dot", "interest, power"),
    ]


@pytest.mark.parametrize(
    ("cell", "mendelow", "eden_ackermann"),
    [
        ((1, 5), "keep satisfied", "context setters"),
        ((5, 4), "manage closely", "players"),
        ((2, 1), "minimal effort", "crowd"),
        ((4, 2), "keep informed", "subjects"),
        ((3, 5), "between", "between"),
        ((1, 3), "between", "between"),
    ],
)
def test_corners_have_the_names_of_both_traditions(cell, mendelow, eden_ackermann):
    grid = power_interest([])
    assert (grid.quarter(cell), grid.quarter(cell, 1)) == (mendelow, eden_ackermann)


def test_the_active_and_the_passive_stand_apart_the_most_energetic_first():
    active, passive, unknown = stance_energy(
        [
            Point(who("Ada"), reading(StanceClass.OPPOSING, 5.1, active=True)),
            Point(who("Ben"), reading(StanceClass.SUPPORTIVE, 9.0, active=True)),
            Point(who("Cid"), reading(StanceClass.IN_BETWEEN, 4.0)),
            Point(who("Dot"), reading(None, 6.0, active=True)),
        ]
    )
    assert (names(active.points), names(passive.points)) == (["Ben", "Ada"], ["Cid"])
    assert names(unknown.points) == ["Dot"], "without a position nobody is placed"


def test_what_is_wanted_is_what_was_set_else_the_usual_for_the_impact():
    supportive = StanceClass.SUPPORTIVE
    assert at("Ada", supportive, impact="high").wanted == Seam.SUPPORTIVE
    assert at("Ada", supportive, impact="medium").wanted == Seam.NEUTRAL
    assert at("Ada", supportive).wanted == Seam.NEUTRAL
    assert at("Ada", supportive, desired="leading").wanted == Seam.LEADING


def test_the_gap_counts_the_steps_of_the_matrix():
    assert at("Ada", StanceClass.OPPOSING, desired="supportive").gap == 2
    assert at("Ada", StanceClass.SUPPORTIVE, 2, desired="supportive").gap == -1
    assert at("Ada", None, desired="supportive").gap is None


@pytest.mark.parametrize("side", list(StanceClass))
def test_whoever_is_to_stay_as_they_are_has_no_gap(side):
    assert at("Ada", side, desired="as_is", impact="high").gap == 0


def test_the_widest_gap_comes_first():
    sections = wanted_now(
        [
            at("Ada", StanceClass.IN_BETWEEN, desired="supportive"),
            at("Ben", StanceClass.OPPOSING, desired="leading"),
            at("Cid", StanceClass.SUPPORTIVE, desired="as_is"),
            at("Dot", StanceClass.SUPPORTIVE, desired="neutral"),
            at("Eve", None),
        ]
    )
    assert {section.id: names(section.points) for section in sections} == {
        "more_wanted": ["Ben", "Ada"],
        "as_wanted": ["Cid"],
        "further": ["Dot"],
        "unknown": ["Eve"],
    }


@pytest.mark.parametrize(
    ("trust", "level"),
    [
        (Trust(2, 0, 0), None),
        (Trust(3, 0, 0), TrustLevel.HIGH),
        (Trust(3, 1, 0), TrustLevel.HIGH),
        (Trust(2, 0, 0, borne_out=True), TrustLevel.HIGH),
        (Trust(2, 0, 1), TrustLevel.MIDDLE),
        (Trust(1, 1, 1), TrustLevel.MIDDLE),
        (Trust(1, 0, 2), TrustLevel.LOW),
        (Trust(1, 0, 1, borne_out=False), TrustLevel.LOW),
    ],
)
def test_trust_follows_from_promises_and_words_and_is_unknown_where_there_are_few(trust, level):
    assert trust.level is level


def test_interest_and_trust_place_those_of_whom_both_are_known():
    trusted = Point(who("Ada", interest=5), trust=Trust(4, 0, 0))
    untold = Point(who("Ben", interest=5))
    grid = draw(MapKind.INTEREST_TRUST, [trusted, untold])
    assert isinstance(grid, Grid)
    assert (names(grid.cells[5, 3]), grid.quarter((5, 3))) == (["Ada"], "allies")
    assert [lacks for _point, lacks in grid.unplaced] == ["trust"]


@pytest.mark.parametrize(
    ("ticked", "found"),
    [
        ("power", "dormant"),
        ("legitimacy", "discretionary"),
        ("urgency", "demanding"),
        ("power legitimacy", "dominant"),
        ("power urgency", "dangerous"),
        ("legitimacy urgency", "dependent"),
        ("power legitimacy urgency", "definitive"),
        (None, None),
    ],
)
def test_three_attributes_make_seven_classes(ticked, found):
    assert salience_class(attributes_of(ticked)) == found


def test_attributes_are_kept_in_one_order_and_unknown_words_are_passed_over():
    assert kept_as(["urgency", "power"]) == "power urgency"
    assert attributes_of("urgency charm") == {"urgency"}
    assert kept_as([]) is None


def test_salience_is_shown_only_where_somebody_is_ticked():
    plain = Point(who("Ada"))
    ticked = Point(who("Ben", salience=frozenset({"power"})))
    assert MapKind.SALIENCE not in shown_maps([plain.who])
    assert MapKind.SALIENCE in shown_maps([plain.who, ticked.who])
    assert [section.id for section in sections_of(draw(MapKind.SALIENCE, [plain, ticked]))] == [
        "dormant"
    ]


SCALE = st.none() | st.integers(1, 5)
POINTS = st.lists(
    st.builds(
        lambda n, power, interest, side, kept, impact: Point(
            who(f"N{n}", power=power, interest=interest, impact=impact),
            reading(side),
            level_of(side, 0),
            Trust(kept, 0, 0),
        ),
        st.integers(0, 99),
        SCALE,
        SCALE,
        st.none() | st.sampled_from(StanceClass),
        st.integers(0, 4),
        st.sampled_from([None, "none", "low", "medium", "high"]),
    ),
    max_size=30,
)


@given(POINTS, st.sampled_from([kind for kind in MapKind if kind is not MapKind.SALIENCE]))
def test_everybody_stands_on_every_map_once(points, kind):
    shown = [point for section in sections_of(draw(kind, points)) for point in section.points]
    assert sorted(names(shown)) == sorted(names(points))
