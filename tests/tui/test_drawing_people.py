"""A row of People keeps its columns straight at every width (screens 4, "Lists")."""

from datetime import date
from typing import Any

import pytest

from staketerm import locale
from staketerm.domain.glyphs import LABELS
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Line, line_width, width
from staketerm.tui.drawing.look import ASCII, FULL
from staketerm.tui.drawing.people import LEAD, Drawer, columns, head, legend
from staketerm.tui.veil import Veil
from tests.hostile import HOSTILE

TODAY = date(2026, 11, 24)


def person(**changes: Any) -> PersonRow:
    """Anneke as the wireframe shows her, but for `changes`."""
    row = PersonRow(
        id="p1",
        handle="anneke-de-wit",
        name="Anneke de Wit",
        kind="person",
        organisation="Gemeente Zuidrand",
        language=None,
        do_not_contact=False,
        project="g",
        project_name="Graafloket",
        roles=(),
        power=4,
        interest=3,
        impact="high",
        reach=None,
        desired=None,
        valued_critic=False,
        label="fence_sitter",
        was="partner",
        since=date(2026, 10, 22),
        trend="cooling",
        stance=0.03,
        low=-0.39,
        high=0.45,
        probability=0.53,
        evidence=21.9,
        confidence="low",
        energy=1.8,
        active=False,
        alarm="cooling",
        alarm_since=date(2026, 10, 22),
        gap=None,
        blocking=0,
        last_contact=date(2026, 11, 4),
        next_kind="private_talk",
    )
    return row._replace(**changes)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def drawn(cells: int, window: int, row: PersonRow | None = None, look=FULL, **how: bool) -> str:
    drawer = Drawer(look, Veil(), TODAY, columns(cells, window))
    state = {"selected": False, "marked": False, **how}
    return text(drawer.row(row or person(), **state))


def test_the_row_of_the_wireframe_at_80():
    assert drawn(80, 80, selected=True) == (
        "▌! Anneke de Wit         ◇ fence-sitter    ↓ ···━━◇━━···  20 d  private talk    "
    )
    assert text(head(columns(80, 80), FULL)).rstrip() == (
        "   name                  position            against│for  last  next"
    )


def test_the_row_of_the_wireframe_at_120():
    opponent = person(
        name="Roelof Postma",
        label="opponent",
        alarm="crossed_over",
        stance=-0.6,
        low=-0.8,
        high=-0.2,
        last_contact=date(2026, 11, 3),
        next_kind=None,
    )
    assert drawn(77, 120, opponent).rstrip() == (
        " !!Roelof Postma        ■ opponent        ↓ ·━■━━│·····  21 d"
    )


def test_the_row_of_the_wireframe_in_ascii():
    assert drawn(80, 80, look=ASCII, selected=True) == (
        ">! Anneke de Wit         ~ fence-sitter    v ...==~==...  20 d  private talk    "
    )


@pytest.mark.parametrize(
    ("cells", "window", "shown"),
    [
        (59, 59, ("position",)),
        (60, 60, ("position", "trend", "last")),
        (79, 79, ("position", "trend", "last")),
        (80, 80, ("position", "trend", "bar", "last", "next")),
        (77, 120, ("position", "trend", "bar", "last", "next")),
        (87, 140, ("position", "trend", "bar", "last", "next", "evidence")),
        (
            147,
            200,
            ("position", "trend", "bar", "last", "next", "evidence", "energy", "organisation"),
        ),
    ],
)
def test_columns_come_with_the_width(cells, window, shown):
    assert tuple(name for name, _cells in columns(cells, window).cells) == shown


@pytest.mark.parametrize("cells", range(30, 160))
def test_every_row_fits_the_list_and_the_head_stands_above_it(cells):
    row, top = drawn(cells, cells), text(head(columns(cells, cells), FULL))
    assert width(row) <= cells
    assert width(row) == width(top)


def test_a_longer_language_takes_its_cells_from_the_name():
    english = columns(80, 80)
    locale.choose("nl")
    try:
        dutch = columns(80, 80)
    finally:
        locale.choose("en")
    assert english.name >= dutch.name >= 16
    assert [name for name, _cells in dutch.cells] == [name for name, _cells in english.cells]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_leaves_the_next_column_where_it_is(name):
    row = drawn(80, 80, person(name=name))
    before = row.partition("◇")[0]
    assert width(before) == LEAD + columns(80, 80).name + 1
    assert width(row) == 80


def test_alarms_share_the_first_cells_with_cursor_and_mark():
    assert drawn(80, 80).startswith(" ! Anneke")
    assert drawn(80, 80, person(alarm="crossed_over")).startswith(" !!Anneke")
    assert drawn(80, 80, person(alarm_seen=True)).startswith("(!)Anneke")
    assert drawn(80, 80, person(alarm=None), selected=True).startswith("▌  Anneke")
    assert drawn(80, 80, selected=True, marked=True).startswith("*! Anneke")


def test_a_judgement_that_differs_is_marked_after_the_word():
    assert "fence-sitter ≠" in drawn(80, 80, person(judgement="supporter"))
    assert "≠" not in drawn(80, 80, person(judgement="fence_sitter"))
    quiet = person(label="quiet_supporter", judgement="critic")
    assert "○ quiet supporter≠↓ " in drawn(80, 80, quiet)
    assert width(drawn(80, 80, quiet)) == 80
    assert width(drawn(80, 80, quiet, look=ASCII)) == 80


def test_unknown_has_words_for_a_bar_and_no_trend():
    row = drawn(80, 80, person(label="unknown", trend=None, alarm=None, last_contact=None))
    assert "· unknown           too little      –  private" in row


def test_a_personal_project_shows_no_positions():
    drawer = Drawer(FULL, Veil(), TODAY, columns(80, 80, scored=False))
    row = text(drawer.row(person(personal=True), selected=False, marked=False))
    assert not set(row) & set("◉●○◆◇□■━↓!")
    assert "private talk" in row


def test_names_are_numbers_behind_the_veil():
    drawer = Drawer(FULL, Veil(down=True), TODAY, columns(147, 200))
    row = text(drawer.row(person(), selected=False, marked=False))
    assert "Anneke" not in row
    assert "Zuidrand" not in row
    assert "stakeholder" in row


@pytest.mark.parametrize("label", LABELS[:-1])
def test_a_bar_has_the_estimate_on_its_interval(label):
    bar = text(marks.interval_bar(label, 0.5, 0.1, 0.9, FULL))
    assert bar == "·····│━━*━━".replace("*", FULL.position(label)).replace("│━━", "│━━")
    assert line_width(marks.interval_bar(label, -1.0, -1.0, 1.0, FULL, 21)) == 21


def test_the_legend_fits_beside_the_pane():
    assert all(width(text(line)) <= 77 for line in legend(FULL))
