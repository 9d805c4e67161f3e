"""People: who stands where, why, and what the keys do there (screens S2)."""

import threading
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders.people import add_stakeholder, find
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.store.errors import DiskFull
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig, read_config
from staketerm.tui.screens.people import People
from staketerm.tui.screens.why import WhyPage
from staketerm.tui.widgets.why_pane import WhyPane
from tests.hostile import HOSTILE
from tests.tui import stillness
from tests.tui.conftest import CAST, CLOCK, TODAY, on, program_on, screen_text, settled
from tests.tui.stillness import until


def shown(app: Staketerm) -> str:
    return "\n".join(screen_text(app))


def people(app: Staketerm) -> People:
    assert isinstance(app.screen, People)
    return app.screen


def selected(app: Staketerm) -> PersonRow:
    row = people(app).rows.selected
    assert row is not None
    return row


def names(app: Staketerm) -> list[str]:
    return [row.name for row in people(app).rows.rows]


@pytest.fixture
async def pilot(app: Staketerm):
    """The program on the cast, at 80x24, everything read."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> Staketerm:
    await stillness.press(pilot, *keys)
    assert isinstance(pilot.app, Staketerm)
    return pilot.app


async def write(pilot: Pilot[None], text: str) -> Staketerm:
    """Type `text` and wait until typing has paused long enough."""
    for letter in text:
        await pilot.press(letter)
    await settled(pilot)
    return await press(pilot)


async def test_it_opens_on_everybody_with_the_most_pressing_first(pilot):
    app = pilot.app
    assert len(names(app)) == len(CAST)
    assert names(app)[0] == "Anneke de Wit"
    assert "8 of 8   order: attention (o)" in shown(app)
    assert "[2 People]" in screen_text(app)[0]
    assert "Graafloket Tue 24 Nov" in screen_text(app)[0]


async def test_the_strip_says_why_about_whoever_is_selected(pilot):
    assert "── why: Anneke de Wit ──" in shown(pilot.app)
    assert "Cooling since 22 Oct" in shown(pilot.app)
    app = await press(pilot, "j")
    assert f"── why: {names(app)[1]} ──" in shown(app)
    assert "Cooling" not in shown(app)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("jj", 2),
        ("jjk", 1),
        ("G", 7),
        ("Gg", 0),
        (["down", "down", "up"], 1),
        (["end"], 7),
        (["end", "home"], 0),
        (["pagedown"], 7),
        (["ctrl+d", "ctrl+u"], 0),
    ],
)
async def test_moving(pilot, keys, place):
    app = await press(pilot, *keys)
    assert people(app).rows.cursor == place


async def test_the_filter_is_live_and_esc_clears_it(pilot):
    app = await press(pilot, "/")
    await write(pilot, "org:lumenet")
    assert len(names(app)) == 2
    await press(pilot, "enter")
    assert "2 of 8" in shown(app)
    await press(pilot, "escape")
    assert len(names(app)) == 8


async def test_letters_of_a_filter_are_no_commands(pilot):
    app = await press(pilot, "/")
    await write(pilot, "pushq?")
    assert not app.outlook.veil.down
    assert len(app.screen_stack) == 1
    await press(pilot, "escape")
    assert len(names(app)) == 8


async def test_a_filter_that_cannot_be_read_leaves_the_list_as_it_was(pilot):
    app = await press(pilot, "/")
    await write(pilot, "postion:critic")
    await press(pilot, "enter")
    assert len(names(app)) == 8
    assert app.notice is not None
    assert app.notice.fault
    assert "position" in shown(app)


async def test_a_filter_that_fits_nobody_says_how_to_get_out(pilot):
    app = await press(pilot, "/")
    await write(pilot, "nobodyhasthisname")
    assert "No one fits this filter. esc clears it." in shown(app)


async def test_orders_come_round(pilot):
    app = await press(pilot, "o")
    assert "order: name (o)" in shown(app)
    assert names(app) == sorted(names(app), key=str.casefold)
    await press(pilot, *"oooooo")
    assert "order: attention (o)" in shown(app)


async def test_the_cursor_stays_on_its_person_through_another_order(pilot):
    second = names(pilot.app)[1]
    app = await press(pilot, "j", "o")
    assert selected(app).name == second


async def test_marks(pilot):
    app = await press(pilot, "space", "space")
    assert len(people(app).subjects) == 2
    assert "2 marked" in shown(app)
    await press(pilot, "*")
    assert len(people(app).subjects) == 8
    await press(pilot, "*")
    assert [subject.name for subject in people(app).subjects] == [names(app)[2]]
    await press(pilot, "space", "escape")
    assert not people(app).rows.marked


async def test_the_next_alarm_comes_round_to_the_first(pilot):
    app = await press(pilot, "G", "!")
    assert selected(app).name == "Anneke de Wit"


async def test_an_alarm_that_was_seen_is_quiet_and_undo_brings_it_back(pilot):
    app = await press(pilot, "d", "enter")
    assert selected(app).alarm_seen
    assert "Anneke de Wit: seen; it returns if it cools again." in shown(app)
    assert "u undoes" in shown(app)
    await press(pilot, "u")
    assert not selected(app).alarm_seen
    assert "taken back: alarm seen (Anneke de Wit)." in shown(app)


async def test_why_in_full_opens_and_closes_with_one_key(pilot):
    app = await press(pilot, "w")
    assert on(app, WhyPage)
    assert "Why: Anneke de Wit in Graafloket, Tue 24 Nov 2026" in shown(app)
    assert "strongest first" in shown(app)
    await press(pilot, "o")
    assert "latest first" in shown(app)
    await press(pilot, "w")
    assert on(app, People)


async def test_the_reasons_shown_sum_to_the_evidence(pilot):
    app = await press(pilot, "w")
    page = app.screen
    assert isinstance(page, WhyPage)
    drawing = page.drawing()
    assert drawing is not None
    assessment = drawing.a
    assert sum(reason.share for reason in assessment.reasons) == pytest.approx(assessment.evidence)


async def test_the_privacy_screen_hides_who_is_meant_everywhere(pilot):
    app = await press(pilot, "d", "enter", "p")
    hidden = [word for name, *_rest in CAST for word in name.split() if len(word) > 3]
    for keys in ((), ("w",), ("escape", "U"), ("escape", "f"), ("escape", ":"), ("escape", "P")):
        await press(pilot, *keys)
        for word in (*hidden, "Graafloket", "Zuidrand", "council"):
            assert word not in shown(app), (keys, word)
    await press(pilot, "escape", "p")
    assert "Anneke de Wit" in shown(app)


async def test_each_hiding_numbers_anew_and_one_hiding_always_the_same(pilot):
    seen = set()
    for _time in range(6):
        app = await press(pilot, "p")
        before = [line for line in screen_text(app) if "stakeholder" in line]
        await press(pilot, "j", "k")
        assert [line for line in screen_text(app) if "stakeholder" in line] == before
        seen.add(tuple(before))
        await press(pilot, "p")
    assert len(seen) > 1


async def test_another_day_shows_positions_as_they_were(pilot):
    app = await press(pilot, "@")
    await write(pilot, "2026-09-01")
    await press(pilot, "enter")
    assert "@ 1 Sep" in screen_text(app)[0]
    assert app.outlook.as_of == date(2026, 9, 1)
    row = next(row for row in people(app).rows.rows if row.name == "Anneke de Wit")
    assert row.label == "partner"
    await press(pilot, "escape")
    assert app.outlook.as_of is None


async def test_a_day_that_does_not_exist_is_said(pilot):
    app = await press(pilot, "@")
    await write(pilot, "31-02-2026")
    await press(pilot, "enter")
    assert app.notice is not None
    assert app.notice.fault
    assert app.outlook.as_of is None


async def test_after_a_log_only_that_row_changes_and_nothing_moves(pilot, journal_file):
    app = pilot.app
    before = names(app)
    with open_journal(journal_file, clock=CLOCK) as journal:
        who = find(journal, "Roelof Postma").key
        receipt = log_signal(
            journal, LogSignal(stakeholder=who, kind="provided_resources", day=TODAY)
        )
    list_widget = people(app).rows
    list_widget.drawn = 0
    app.written(receipt)
    await settled(pilot)
    assert names(app) == before
    roelof = next(row for row in list_widget.rows if row.name == "Roelof Postma")
    assert roelof.last_contact == TODAY
    assert list_widget.drawn <= 2


async def test_somebody_new_appears(pilot, journal_file):
    with open_journal(journal_file, clock=CLOCK) as journal:
        receipt = add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
    pilot.app.written(receipt)
    await settled(pilot)
    assert "Ada Lens" in names(pilot.app)


async def test_keys_typed_before_the_rows_are_there_are_kept(journal_file):
    gate = threading.Event()

    def opening():
        gate.wait(10)
        return open_journal(journal_file, clock=CLOCK)

    app = Staketerm(opening, today=CLOCK.today, now=CLOCK.now, config=ScreenConfig())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j")
        await pilot.pause()
        assert "name" in screen_text(app)[2]
        assert names(app) == []
        await until(pilot, lambda: "reading ..." in shown(app))
        gate.set()
        await settled(pilot)
        assert "reading ..." not in shown(app)
        assert people(app).rows.cursor == 2


async def test_an_answer_that_comes_too_late_is_dropped(pilot):
    screen = people(pilot.app)
    begun, gate = threading.Event(), threading.Event()
    answers: list[str] = []

    def slow(journal):
        begun.set()
        gate.wait(10)
        return "old"

    screen.ask(slow, answers.append, group="test")
    await until(pilot, begun.is_set)
    screen.ask(lambda journal: "new", answers.append, group="test")
    gate.set()
    await settled(pilot)
    assert answers == ["new"]


async def test_a_journal_nobody_can_open_ends_the_program_with_one_sentence(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("this is no journal " * 100, encoding="utf-8")
    app = program_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
    assert app.return_code == 1
    assert app.farewell
    assert "\n" not in app.farewell.strip()


async def test_an_empty_journal_says_what_starts_it(tmp_path):
    app = program_on(tmp_path / "journal.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "escape")  # leaves the first run
        assert "Nobody here yet." in shown(app)
        await press(pilot, "j", "w", "space", "*", "!", "d")
        assert on(app, People)


async def test_a_read_only_journal_says_so_and_is_left_alone(journal_file):
    app = Staketerm(
        lambda: open_journal(journal_file, clock=CLOCK, read_only=True),
        today=CLOCK.today,
        now=CLOCK.now,
        config=ScreenConfig(),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "read only" in screen_text(app)[0]
        await press(pilot, "u")
        assert "this journal is open for reading only" in shown(app)


async def test_why_a_journal_cannot_be_written_is_said_where_the_next_time_may_be_otherwise(
    journal_file,
):
    def full() -> Journal:
        journal = open_journal(journal_file, clock=CLOCK, read_only=True)
        journal.closed_by = DiskFull("no room left on the disk")
        return journal

    app = Staketerm(full, today=CLOCK.today, now=CLOCK.now, config=ScreenConfig())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "u")
        said = "reading only: the disk was full; free some space, then open it anew"
        assert said in shown(app)


async def test_a_personal_project_has_no_positions(journal_file):
    with open_journal(journal_file, clock=CLOCK) as journal:
        add_project(journal, "Persoonlijk", personal=True)
    app = program_on(journal_file)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "P", "p", "e", "r", "s", "enter")
        assert app.outlook.project_name == "Persoonlijk"
        assert not app.outlook.scored
        assert "position" not in screen_text(app)[2]
        await press(pilot, "w")
        assert on(app, People)


@pytest.fixture(scope="module")
def hostile_journal(tmp_path_factory) -> Path:
    """A journal in which everybody is called something that has hurt a terminal program."""
    path: Path = tmp_path_factory.mktemp("hostile") / "journal.db"
    with open_journal(path, clock=CLOCK) as journal:
        for name in HOSTILE:
            if any(letter.isprintable() and letter != " " for letter in name):
                add_stakeholder(journal, AddStakeholder(name=name, organisation=name))
    return path


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (20, 5)])
async def test_names_that_hurt_terminals_hurt_nothing_here(hostile_journal, size):
    app = program_on(hostile_journal)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for keys in ("j" * 12, "w", "q", ":red", ["escape"], "f", ["escape"], "U", "q"):
            await press(pilot, *keys)
            for line in screen_text(app):
                assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in line)
        assert app.return_code is None


async def test_the_pane_stands_beside_the_list_where_there_is_room(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        pane = app.screen.query_one(WhyPane)
        assert (pane.region.x, pane.region.width) == (78, 42)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert (pane.region.x, pane.region.width, pane.region.height) == (0, 80, 5)
        await pilot.resize_terminal(80, 18)
        await settled(pilot)
        assert pane.region.height == 2
        await pilot.resize_terminal(50, 14)
        await settled(pilot)
        assert not pane.display or pane.region.height == 0


@pytest.mark.parametrize("size", [(80, 24), (80, 10), (120, 40), (120, 10), (65, 10)])
async def test_the_head_stands_above_its_columns_with_and_without_a_scroll_bar(app, size):
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        lines = screen_text(app)
        head = next(line for line in lines if line.startswith("   name"))
        row = next(line for line in lines if "critic" in line)
        assert head.index("position") == row.index("◆")


async def test_resizing_keeps_the_selected_row_in_sight(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "G")
        await pilot.resize_terminal(80, 12)
        await settled(pilot)
        rows = people(app).rows
        assert rows.cursor == 7
        assert rows.scroll_offset.y <= 7 < rows.scroll_offset.y + rows.size.height


async def test_a_key_set_in_the_configuration_works_and_the_old_one_does_not(
    journal_file, tmp_path
):
    path = tmp_path / "config.toml"
    path.write_text('glyphs = "ascii"\n[keys]\nwhy = "Q"\nprivacy = "u"\n', encoding="utf-8")
    app = program_on(journal_file, read_config(path))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "config.toml, line 4: u is the key of undo" in shown(app)
        assert "~ fence-sitter" in shown(app)
        assert not set(shown(app)) & set("◉●○◆◇□■━▌│─…")
        await press(pilot, "w")
        assert on(app, People)
        await press(pilot, "Q")
        assert on(app, WhyPage)


async def test_zoom_gives_the_whole_screen_to_what_has_the_focus(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        rows, pane = people(app).rows, app.screen.query_one(WhyPane)
        await press(pilot, "z")
        assert rows.region.width == 120
        await press(pilot, "escape")
        assert rows.region.width == 77
        await press(pilot, "tab", "z")
        assert pane.region.width == 120
        await press(pilot, "z")
        assert pane.region.width == 42


async def test_a_week_earlier_and_later(pilot):
    app = await press(pilot, "[", "[")
    assert app.outlook.as_of == date(2026, 11, 10)
    await press(pilot, "]", "]", "]")
    assert app.outlook.as_of is None


async def test_the_selected_row_is_copied_as_it_is_shown(pilot):
    app = await press(pilot, "y")
    assert app.clipboard.startswith("! Anneke de Wit ◇ fence-sitter ≠ ↓ ···━━◇━━··· 20 d")
    await press(pilot, "p", "y")
    assert "Anneke" not in app.clipboard
    assert app.clipboard.startswith("! stakeholder")


async def test_leaving_takes_two_presses(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "q")
        assert "q again leaves" in shown(app)
        await press(pilot, "j", "q")
        assert app.return_code is None
        await pilot.press("q")
    assert app.return_code == 0


async def test_everything_on_the_bars_can_be_clicked(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        footer = screen_text(app)[-1]
        await pilot.click(offset=(footer.index("w why"), 23))
        await settled(pilot)
        assert on(app, WhyPage)
