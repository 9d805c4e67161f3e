"""Maps are drawn within the room there is, and walking over them reaches everybody."""

from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.course import NOTHING_READ
from staketerm.domain.label import Position, StanceClass
from staketerm.domain.maps.interest_trust import interest_trust
from staketerm.domain.maps.maps import MapKind, draw, sections_of
from staketerm.domain.maps.point import Point, Who
from staketerm.domain.maps.power_interest import power_interest
from staketerm.domain.maps.trust import Trust
from staketerm.domain.seam import Seam
from staketerm.tui.drawing.lines import line_width
from staketerm.tui.drawing.look import ASCII, FULL
from staketerm.tui.drawing.map_grid import GridDrawing
from staketerm.tui.drawing.map_rows import RowsDrawing, SectionRows
from staketerm.tui.drawing.map_walk import Walk
from staketerm.tui.veil import Veil
from tests.hostile import SCRIPTS

SCALE = st.none() | st.integers(1, 5)
NAMES = st.sampled_from(("Ada", "Pieter-Jan van der Heijden-Oosterhuis", *SCRIPTS))


@st.composite
def fields(draw_: st.DrawFn) -> list[Point]:
    """People with all kinds of names, placed or not."""
    points = []
    for number in range(draw_(st.integers(1, 25))):
        side = draw_(st.none() | st.sampled_from(StanceClass))
        label = Position.UNKNOWN if side is None else Position.CRITIC
        who = Who(
            str(number),
            "p",
            "handle",
            draw_(NAMES),
            "folded",
            power=draw_(SCALE),
            interest=draw_(SCALE),
            salience=frozenset(draw_(st.sets(st.sampled_from(("power", "urgency"))))),
        )
        now = NOTHING_READ._replace(
            label=label, side=side, active=draw_(st.booleans()), energy=draw_(st.floats(0, 99))
        )
        points.append(Point(who, now, side and Seam.NEUTRAL, Trust(draw_(st.integers(0, 4)), 0, 0)))
    return points


@given(
    fields(), st.integers(40, 160), st.integers(9, 45), st.sampled_from([FULL, ASCII]), st.data()
)
def test_a_grid_keeps_within_its_room_and_shows_the_selected_one(points, cells, height, look, data):
    grid = data.draw(st.sampled_from([power_interest, interest_trust]))(points)
    selected = data.draw(st.sampled_from(points)).who.key
    drawing = GridDrawing(grid, look, Veil(), selected=selected, trail=lambda _key: points[:3])
    lines, hits = drawing.lines(cells, height)
    assert max(map(line_width, lines)) <= cells
    assert len(lines) <= height
    assert selected in {hit.key for hit in hits}
    assert all(hit.line < len(lines) and 0 <= hit.first < hit.end <= cells for hit in hits)


@given(
    fields(),
    st.sampled_from(MapKind),
    st.integers(40, 160),
    st.sampled_from([FULL, ASCII]),
    st.booleans(),
)
def test_rows_keep_within_their_room(points, kind, cells, look, listed):
    drawing = RowsDrawing(kind, look, Veil(), listed=listed, trail=lambda _key: points[:3])
    rows = SectionRows(sections_of(draw(kind, points)))
    assert line_width(drawing.head(cells)) <= cells
    for row in rows:
        assert line_width(drawing.row(row, cells, selected=False)) <= cells


@given(fields(), st.sampled_from(MapKind))
def test_rows_know_where_everybody_stands(points, kind):
    rows = SectionRows(sections_of(draw(kind, points)))
    for place, row in enumerate(rows):
        if row.point is not None:
            assert rows.place_of(row.key) == place
    assert rows.place_of("nobody") is None


@given(fields())
def test_every_step_leads_to_somebody_and_down_from_the_first_ends_at_the_bottom(points):
    walk = Walk(power_interest(points))
    assert sorted(walk.order) == sorted(point.who.key for point in points)
    key = walk.order[0]
    for _step in points:
        key = walk.step(key, 0, 1)
        assert key in walk.order
    assert walk.step(key, 0, 1) == key
    for across in (-1, 1):
        assert walk.step(key, across, 0) in walk.order


def test_a_square_that_is_full_says_how_many_more_there_are():
    points = [
        Point(Who(str(number), "p", "", f"Name {number}", "", power=5, interest=5))
        for number in range(9)
    ]
    drawing = GridDrawing(power_interest(points), FULL, Veil(), selected=points[7].who.key)
    lines, hits = drawing.lines(100, 31)
    text = ["".join(piece.text for piece in line) for line in lines]
    assert any("Name 7" in line for line in text), "the selected one is always in sight"
    assert any(f"+{9 - len(hits)} " in line for line in text)
