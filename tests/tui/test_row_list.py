"""The list: any number of rows for the price of those in sight, and the cursor stays on its row."""

from dataclasses import dataclass

import pytest
from textual.app import ComposeResult
from textual.events import MouseScrollDown
from textual.screen import Screen

from staketerm.tui.app import Staketerm
from staketerm.tui.drawing.lines import Line, Piece
from staketerm.tui.widgets.rows import RowList, RowState
from tests.tui.stillness import settled


@dataclass(frozen=True)
class Row:
    """A row of a test list."""

    id: str
    text: str


def rows_of(number: int) -> list[Row]:
    return [Row(f"id{n}", f"row {n}") for n in range(number)]


class Stage(Screen[None]):
    """A screen with a list and nothing else."""

    opened = 0

    def on_row_list_opened(self) -> None:
        self.opened += 1

    def compose(self) -> ComposeResult:
        yield RowList[Row](self.draw, key=lambda row: row.id, tail=lambda cells: [(Piece("end"),)])

    def draw(self, row: Row, cells: int, state: RowState) -> Line:
        return (Piece(row.text),)


@pytest.fixture
async def stage(app: Staketerm):
    """The list on a screen of 60x20, and the pilot."""
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(Stage())
        await settled(pilot)
        yield app.screen.query_one(RowList), pilot


async def drawn_for(rows: RowList[Row], pilot, number: int) -> int:
    rows.show(rows_of(number))
    rows.move_to(0)
    await settled(pilot)
    rows.drawn = 0
    for _step in range(30):
        rows.move(1)
        await settled(pilot)
    rows.move_to(-1)
    await settled(pilot)
    return rows.drawn


async def test_a_hundred_thousand_rows_cost_what_a_hundred_do(stage):
    rows, pilot = stage
    few = await drawn_for(rows, pilot, 100)
    many = await drawn_for(rows, pilot, 100_000)
    assert 0 < many <= few + 20


async def test_moving_stops_at_the_ends(stage):
    rows, pilot = stage
    rows.show(rows_of(50))
    await settled(pilot)
    rows.move(-1)
    assert rows.selected == Row("id0", "row 0")
    rows.move_to(-1)
    assert rows.selected == Row("id49", "row 49")
    rows.move(10)
    assert rows.cursor == 49
    await settled(pilot)
    assert rows.scroll_offset.y == 50 - 20


async def test_the_cursor_follows_its_row_through_another_order(stage):
    rows, pilot = stage
    rows.show(rows_of(50))
    rows.move_to(7)
    rows.show(rows_of(50)[::-1])
    await settled(pilot)
    assert rows.selected == Row("id7", "row 7")
    assert rows.scroll_offset.y <= rows.cursor < rows.scroll_offset.y + 20


async def test_when_its_row_is_gone_the_cursor_stays_where_it_was(stage):
    rows, _pilot = stage
    rows.show(rows_of(50))
    rows.move_to(7)
    rows.show([row for row in rows_of(50) if row.id != "id7"])
    assert rows.selected == Row("id8", "row 8")
    rows.show([])
    assert rows.selected is None
    rows.show(rows_of(1))
    assert rows.selected == Row("id0", "row 0")


async def test_a_changed_row_is_drawn_in_place_and_no_other(stage):
    rows, pilot = stage
    rows.show(rows_of(50))
    rows.move_to(3)
    await settled(pilot)
    rows.drawn = 0
    rows.update([Row("id5", "another"), Row("nobody", "not here")])
    await settled(pilot)
    assert rows.rows[5] == Row("id5", "another")
    assert rows.cursor == 3
    assert rows.drawn <= 2


async def test_marks_stay_with_their_rows_and_go_with_them(stage):
    rows, _pilot = stage
    rows.show(rows_of(10))
    rows.mark({"id2", "id9"})
    rows.show(rows_of(5))
    assert rows.marked == {"id2"}


async def test_a_click_selects_and_a_click_on_the_selected_opens(stage):
    rows, pilot = stage
    rows.show(rows_of(50))
    await pilot.click(rows, offset=(3, 4))
    assert rows.selected == Row("id4", "row 4")
    assert rows.screen.opened == 0
    await pilot.click(rows, offset=(3, 4))
    await settled(pilot)
    assert rows.screen.opened == 1


async def test_the_wheel_scrolls_and_leaves_the_cursor(stage):
    rows, pilot = stage
    rows.show(rows_of(50))
    await settled(pilot)
    rows.post_message(MouseScrollDown(rows, 3, 3, 0, 1, 0, False, False, False))
    await settled(pilot)
    assert rows.scroll_offset.y > 0
    assert rows.cursor == 0
