"""The map: who stands where, walked by arrows, on any day, with the way they came."""

from dataclasses import replace
from pathlib import Path

import pytest

from staketerm.journal.opening import open_journal
from staketerm.journal.projects import add_project
from staketerm.journal.requests import EditStakeholder
from staketerm.journal.stakeholders.people import edit_stakeholder, find
from staketerm.tui.app import Staketerm
from staketerm.tui.dialogs.log import QuickLog
from staketerm.tui.dialogs.person import PersonForm
from staketerm.tui.screens.map import MapPlace
from staketerm.tui.screens.people import People
from staketerm.tui.screens.stakeholder import StakeholderPage
from staketerm.tui.screens.why import WhyPage
from tests.hostile import HOSTILE
from tests.tui.conftest import CLOCK, on
from tests.tui.dialog_stage import playing, press, settled, shown
from tests.tui.map_stage import furnish_map

ROOMY = (120, 40)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal whose cast is placed."""
    return furnish_map(tmp_path / "journal.db")


def text(app: Staketerm) -> str:
    """The screen as text."""
    return "\n".join(shown(app))


def place_of(app: Staketerm) -> MapPlace:
    """The map."""
    assert isinstance(app.screen, MapPlace)
    return app.screen


def named(app: Staketerm) -> str:
    """Who is selected, by name."""
    place = app.screen
    assert isinstance(place, MapPlace)
    return place.subject.name if place.subject else ""


async def test_two_maps_stand_beside_each_other_where_there_is_room(path: Path):
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, "3")
        assert "[3 Map]" in shown(app)[0]
        assert "[power x interest][stance x energy] interest x trust  wanted x now" in shown(app)[1]
        assert "keep satisfied" in text(app)
        assert "against" in text(app)


async def test_one_map_stands_in_a_small_window_and_tab_shows_the_next(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        heads = []
        for _map in range(4):
            heads.append(shown(app)[1].partition("[")[2].partition("]")[0])
            await press(pilot, "tab")
        assert heads == ["power x interest", "stance x energy", "interest x trust", "wanted x now"]
        assert "[power x interest]" in shown(app)[1], "round the end"
        await press(pilot, "shift+tab")
        assert "[wanted x now]" in shown(app)[1]


async def test_the_most_pressing_square_is_selected_and_arrows_walk_from_there(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        seen = [named(app)]
        for arrow in ("down", "down", "left", "down", "up", "up"):
            await press(pilot, arrow)
            seen.append(named(app))
        assert seen == [
            "Jeroen Smit",
            "Pieter-Jan van der Heijden-Oosterhuis",
            "Anneke de Wit",
            "Daan Vermeulen",
            "陳美玲 Mei-Ling Chen",
            "Roelof Postma",
            "Anneke de Wit",
        ]


async def test_the_selected_one_is_the_same_on_every_map(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "G")
        assert named(app) == "the contractors"
        await press(pilot, "g", "down", "down")
        assert named(app) == "Anneke de Wit"
        await press(pilot, "tab")
        assert any(line.startswith("▌") and "Anneke" in line for line in shown(app))


async def test_who_is_not_placed_is_named_and_e_opens_the_form(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        assert "Not placed: the contractors (interest, power)" in text(app)
        await press(pilot, "G", "e")
        assert isinstance(app.screen, PersonForm)
        assert app.screen.known is not None
        assert app.screen.known.name == "the contractors"


async def test_somebody_who_is_placed_stands_on_the_map_at_once(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "G", "e", *["tab"] * 9, "2", "tab", "1", "enter")
        assert "Not placed" not in text(app)
        assert named(app) == "the contractors"
        await press(pilot, "u")
        assert "Not placed: the contractors" in text(app)


async def test_enter_opens_the_person_w_says_why_and_l_logs_with_them(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "enter")
        assert on(app, StakeholderPage)
        await press(pilot, "q", "w")
        assert on(app, WhyPage)
        await press(pilot, "w", "l")
        assert isinstance(app.screen, QuickLog)
        assert "Jeroen Smit" in text(app)


async def test_what_is_logged_shows_on_the_map(path: Path):
    def energy(app: Staketerm) -> float:
        return float(next(line for line in shown(app) if line.startswith("▌")).split()[1])

    async with playing(path) as (app, pilot):
        await press(pilot, "3", "tab", "g", "j", "j", "j")
        assert named(app) == "Anneke de Wit"
        before = energy(app)
        await press(pilot, "l", "v", "enter")
        assert named(app) == "Anneke de Wit"
        assert energy(app) > before + 3


async def test_what_is_wanted_stands_beside_what_is(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "shift+tab")
        rows = {line[4:19].strip(): line.split()[-5:] for line in shown(app) if "·  " in line}
        assert rows["Jeroen Smit"] == ["·", "·", "C=D", "·", "·"], "as is"
        assert rows["Anneke de Wit"] == ["·", "·", "C", "D", "·"]
        assert rows["Marek Nowak"] == ["·", "·", "·", "·", "C=D"]


async def test_a_week_earlier_leaves_a_trail_and_esc_takes_it_away(path: Path):
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, "3", "down", "down")
        assert "[ four times shows the path" in text(app)
        await press(pilot, "[", "[")
        assert "@ 10 Nov" in shown(app)[0]
        assert "10 Nov ◇ fence-sitter  17 Nov ◇  24 Nov ◇" in text(app)
        await press(pilot, "]")
        assert "@ 17 Nov" in shown(app)[0]
        assert "10 Nov ◇  17 Nov ◇ fence-sitter  24 Nov ◇" in text(app)
        await press(pilot, "escape", "escape")
        assert "@" not in shown(app)[0]
        assert "24 Nov ◇" not in text(app)


async def test_the_slider_reads_days_without_asking_for_the_field_again(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        place = app.screen
        assert isinstance(place, MapPlace)
        field = place.state.field
        await press(pilot, "[", "[", "[")
        assert place.state.field is field
        assert (app.outlook.day - place.state.day).days == 0


async def test_courses_are_read_anew_only_where_something_was_written(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        place = app.screen
        assert isinstance(place, MapPlace)
        courses = place.state.courses
        await press(pilot, "2", "3", "/", *"impact:high", "enter", "escape")
        assert place.state.courses is courses
        await press(pilot, "2", "l", "f", "enter", "3")
        assert place.state.courses is not courses
        assert place.state.complete


async def test_t_shows_the_trails_of_everybody(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        row = next(line for line in shown(app) if "◇ Ann" in line)
        assert row.count("◇") == 1
        await press(pilot, "T")
        row = next(line for line in shown(app) if "◇ Ann" in line)
        assert row.count("◇") > 1


async def test_n_gives_the_corners_their_other_names(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "N")
        assert "context setters" in text(app)
        assert "names after Eden & Ackermann" in text(app)
        await press(pilot, "N")
        assert "keep satisfied" in text(app)
        await press(pilot, "tab", "N")
        assert "one set of names" in text(app)


async def test_the_keys_go_to_the_map_that_is_clicked(path: Path):
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, "3")
        row = next(
            n for n, line in enumerate(shown(app)) if "│   " in line and "Roelof" in line[60:]
        )
        await pilot.click(offset=(80, row))
        await settled(pilot)
        assert named(app) == "Roelof Postma"
        assert place_of(app).kind == "stance_energy"
        await press(pilot, "j")
        assert named(app) == "Anneke de Wit"
        cell = next(line.index("Marek") for line in shown(app) if "◉ Marek" in line)
        line = next(n for n, line in enumerate(shown(app)) if "◉ Marek" in line)
        await pilot.click(offset=(cell, line))
        await settled(pilot)
        assert (named(app), place_of(app).kind) == ("Marek Nowak", "power_interest")
        await pilot.click(offset=(cell, line))
        await settled(pilot)
        assert on(app, StakeholderPage)


async def test_a_letter_jumps_to_anybody_in_sight(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", ";")
        screen = text(app)
        await press(pilot, "escape")
        assert screen != text(app)
        await press(pilot, ";", "a")
        assert named(app) in {"Daan Vermeulen", "the contractors", "Anneke de Wit"}


async def test_y_copies_what_is_told_of_the_selected_one(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "y")
        assert "copied" in shown(app)[-2]
        assert place_of(app).copied().startswith("▌ Jeroen Smit ◆ critic")


async def test_z_lists_the_same_people_in_one_linear_order(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "z")
        lines = [line for line in shown(app) if line.strip()]
        first = next(n for n, line in enumerate(lines) if "power 5, interest 5" in line)
        assert "manage closely" in lines[first]
        assert "Jeroen Smit" in lines[first + 1]
        await press(pilot, "j", "j")
        assert named(app) == "Anneke de Wit"
        await press(pilot, "escape")
        assert "manage closely" in shown(app)[2]


async def test_a_filter_leaves_only_those_who_fit(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "/", *"impact:high", "enter")
        assert "3 of 8" in shown(app)[1]
        assert "Roelof" not in text(app)
        await press(pilot, "escape")
        assert "Roelof" in text(app)
        await press(pilot, "/", *"nobody", "enter")
        assert "No one fits this filter" in text(app)


async def test_a_filter_that_cannot_be_read_leaves_the_map_as_it_was(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "/", *"postion:critic", "enter")
        assert "postion" in shown(app)[-2]
        assert "Roelof" in text(app)


async def test_names_are_hidden_on_every_map(path: Path):
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, "3", "p")
        for _map in range(4):
            assert not any(name in text(app) for name in ("Anneke", "Jeroen", "Postma", "contr"))
            await press(pilot, "tab")
        await press(pilot, "z")
        assert "stakeholder" in text(app)
        assert "Anneke" not in text(app)


async def test_an_export_writes_the_map_in_sight(path: Path, tmp_path: Path):
    target = tmp_path / "map.svg"
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "E")
        assert "Export this map: power x interest" in shown(app)[0]
        await press(pilot, "ctrl+u", *str(target), "enter")
        assert "written to" in shown(app)[-2]
        await press(pilot, "E", "ctrl+u", *str(target), "tab", "t", "tab", "i", "enter")
    assert "Jeroen Smit" in target.read_text(encoding="utf-8")
    listed = target.with_suffix(".txt").read_text(encoding="utf-8")
    assert "◆ J.S." in listed
    assert "Jeroen" not in listed


async def test_there_is_no_map_without_scoring(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        add_project(journal, "Own circle", personal=True)
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "P", *"Own", "enter")
        assert "There is no map in a project without scoring." in text(app)
        assert "3 Map" not in shown(app)[0]
        await press(pilot, "2", "3")
        assert isinstance(app.screen, People)
        assert "There is no map" in shown(app)[-2]


async def test_salience_is_there_once_somebody_is_ticked(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        who = find(journal, "Anneke de Wit").key
        request = EditStakeholder(stakeholder=who, salience=("power", "urgency"))
        edit_stakeholder(journal, request)
    async with playing(path) as (app, pilot):
        await press(pilot, "3", "shift+tab")
        assert "[salience]" in shown(app)[1]
        assert "dangerous" in text(app)
        row = next(line for line in shown(app) if "Anneke" in line)
        assert row.split()[-3:] == ["x", "·", "x"]


async def test_reading_can_be_stopped(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("staketerm.tui.screens.map_state.PART", 2)
    async with playing(path) as (app, pilot):
        await press(pilot, "3")
        place = app.screen
        assert isinstance(place, MapPlace)
        assert place.state.complete
        assert place.state.field is not None
        place.state.take(replace(place.state.field, clock="another"))
        place.state.part_read(2)
        place.tell_reading()
        assert "reading 2 of 8, esc stops" in shown(app)[1]
        await press(pilot, "escape", "tab", "tab")
        assert "Reading was stopped; 3 begins again." in text(app)
        await press(pilot, "3")
        assert place.state.complete


async def test_hostile_names_are_text_on_every_map(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        for name, hostile in zip(("Anneke", "Roelof", "Daan"), HOSTILE[::9], strict=False):
            request = EditStakeholder(stakeholder=find(journal, name).key, name=f"{hostile} x")
            edit_stakeholder(journal, request)
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, "3", "z", "z", "tab", "tab", "tab", "[", "T")
        assert app.is_running


async def test_nobody_here_yet_says_how_to_begin(tmp_path: Path):
    path = tmp_path / "empty.db"
    with open_journal(path, clock=CLOCK):
        pass
    async with playing(path) as (app, pilot):
        await press(pilot, "escape", "3")
        assert "Nobody here yet. n adds somebody, I takes in a file." in text(app)
        await press(pilot, "down", "right", "[", "T", "z")
        assert app.is_running
