"""The projects promise what happened in each, whom to thank, who can help, and forms for it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.progress import add_progress
from staketerm.journal.progress_list import Progress, progress
from staketerm.journal.requests import AddProgress
from staketerm.store.records import Entry
from staketerm.tui.screens.draft import DraftPage
from staketerm.tui.screens.people import People
from staketerm.tui.screens.projects import ProjectsPlace
from staketerm.tui.screens.stakeholder import StakeholderPage
from tests.hostile import MARKUP
from tests.tui.dialog_stage import CLOCK, TODAY, add_personal_project, playing, press, shown
from tests.tui.progress_stage import furnish_progress


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal with progress in it."""
    return furnish_progress(tmp_path / "journal.db")


def entries(path: Path) -> tuple[Progress, ...]:
    """What is written down in the first project."""
    with open_journal(path, clock=CLOCK) as journal:
        return progress(journal, journal.default_project().id)


def first(path: Path, kind: str) -> Progress:
    return next(entry for entry in entries(path) if entry.kind == kind)


async def test_the_place_lists_projects_and_the_progress_of_the_selected_one(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4")
        lines = shown(app)
        assert "[4 Projects]" in lines[0]
        assert any(line.startswith("▌Graafloket") and "23 Nov" in line for line in lines)
        assert "Graafloket: progress entries 6" in "\n".join(lines)
        risk = next(n for n, line in enumerate(lines) if "Cable survey" in line)
        assert "can help Daan Vermeulen (a second crew)" in lines[risk + 1]
        assert any("gets concrete for Bram Okafor" in line for line in lines)
        assert any("Pilot street" in line and "thanks open" in line for line in lines)


async def test_enter_on_a_project_goes_into_it_and_another_has_entries_of_its_own(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "shift+tab", "j", "enter")
        lines = "\n".join(shown(app))
        assert "Kade-vernieuwing: progress entries 0" in lines
        assert "Nothing told yet. n writes a success, a risk, a plan." in lines
        await press(pilot, "n", "tab", *"Quay wall", "enter")
        assert "Kade-vernieuwing: progress entries 1" in "\n".join(shown(app))
    assert len(entries(path)) == 6


async def test_a_new_entry_names_people_and_what_they_did(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "n", "r", "tab", *"Radar late", "tab", *"Hire one", "tab", "tab")
        await press(pilot, *"daan: a crew; hilde", "tab", *"bram", "tab", "tab", *"1 dec", "enter")
        assert 'risk written down: "Radar late".' in shown(app)[-2]
        assert any("Radar late" in line and "by 1 Dec" in line for line in shown(app))
    risk = entries(path)[0]
    assert (risk.kind, risk.title, risk.text) == ("risk", "Radar late", "Hire one")
    assert [(one.name, one.note) for one in risk.helpers] == [
        ("Daan Vermeulen", "a crew"),
        ("Hilde Jansma", None),
    ]
    assert [one.name for one in risk.affected] == ["Bram Okafor"]
    assert (risk.day, risk.due, risk.private) == (TODAY, date(2026, 12, 1), False)


async def test_what_is_not_understood_stays_filled_in_and_says_why(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "n", "enter")
        assert "the text is empty" in "\n".join(shown(app))
        await press(pilot, *"Street", "tab", "tab", *"nobody here", "enter")
        assert "nobody here" in shown(app)[-2]
        await press(pilot, *["backspace"] * 20, "tab", "tab", "tab", *"tomorrow", "enter")
        assert "still to come" in shown(app)[-2]
    assert len(entries(path)) == 6


async def test_an_entry_is_changed_only_where_something_was_typed(path: Path):
    before = first(path, "risk")
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "e", "end", *"!", "enter")
        assert "risk changed" in shown(app)[-2]
        after = first(path, "risk")
        assert after.title == f"{before.title}!"
        assert (after.text, after.helpers, after.affected) == (
            before.text,
            before.helpers,
            before.affected,
        )
        await press(pilot, "u")
    assert first(path, "risk") == before


async def test_d_closes_what_is_open_and_is_not_offered_on_what_has_happened(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "d", "a")
        assert "averted." in shown(app)[-2]
        assert any("Cable survey" in line and "averted 24 Nov" in line for line in shown(app))
        await press(pilot, "j")
        assert "d done" not in shown(app)[-1]
    assert first(path, "risk").outcome == "averted"


async def test_a_contributor_is_thanked_and_no_longer_listed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "tab", "j")
        assert any(line.startswith("▌") and "Anneke de Wit" in line for line in shown(app))
        assert "d done" in shown(app)[-1]
        await press(pilot, "d")
        assert "Anneke de Wit: thanked." in shown(app)[-2]
        assert not any("thanks open" in line and "Anneke" in line for line in shown(app))
        await press(pilot, "u")
        assert any("thanks open" in line and "Anneke" in line for line in shown(app))


async def test_enter_on_somebody_opens_them_and_on_an_entry_its_form(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "tab", "tab", "j", "enter")
        assert isinstance(app.screen, StakeholderPage)
        await press(pilot, "q", "k", "enter")
        assert "Edit risk" in shown(app)[0]


async def test_risks_say_how_to_avoid_them_and_who_can_help(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "tab", "tab")
        lines = "\n".join(shown(app))
        assert "avoid it: A second crew on 1 and 2 December." in lines
        assert "Daan Vermeulen   a second crew" in lines
        assert "Pilot street" not in lines


async def test_the_communication_plan_says_what_when_and_how(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "tab", "tab", "tab")
        lines = shown(app)
        daan = next(n for n, line in enumerate(lines) if "Daan Vermeulen" in line)
        assert "risk alert, latest 26 Nov" in lines[daan]
        assert "status update" in lines[daan + 1]
        assert lines[daan + 1].rstrip().endswith("mail")
        await press(pilot, "enter")
        assert isinstance(app.screen, StakeholderPage)


async def test_the_coming_weeks_stand_under_their_mondays(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "4", "tab", "tab", "tab", "tab")
        text = "\n".join(shown(app))
        assert "week of Mon 23 Nov" in text
        assert "You owe Anneke de Wit: text on liability" in text
        assert "week of Mon 14 Dec" in text
        assert "Street 2 starts" in text
        await press(pilot, "slash", *"starts", "enter")
        text = "\n".join(shown(app))
        assert "week of Mon 23 Nov" not in text
        assert "Street 2 starts" in text


async def test_an_act_is_done_or_put_off_where_it_stands(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "tab", "tab", "tab", "tab")
        assert any(line.startswith("▌") and "promise" in line for line in shown(app))
        await press(pilot, "d", "k")
        assert not any("promise" in line and "Anneke" in line for line in shown(app)[6:-3])
        await press(pilot, "u", "g", "s", *"9", "enter")
        assert "u undoes" in shown(app)[-2]


async def test_tab_goes_round_the_sections_where_the_projects_are_out_of_sight(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "z")
        assert "Graafloket: progress entries 6" in shown(app)[1]
        await press(pilot, *["tab"] * 5)
        assert "Graafloket: progress entries 6" in shown(app)[1]
        await press(pilot, "escape", "shift+tab", "n")
        assert "A new project" in "\n".join(shown(app))


async def test_no_position_is_shown_in_a_project_without_scoring(path: Path):
    async with playing(path) as (app, pilot):
        app.outlook = replace(app.outlook, scored=False)
        await press(pilot, "4", "tab", "tab", "tab")
        assert "partner" not in "\n".join(shown(app))


async def test_words_narrow_the_entries_and_esc_brings_them_back(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "slash", *"council anneke", "enter")
        lines = "\n".join(shown(app))
        assert "progress entries 1   / council anneke" in lines
        assert "Council moved" in lines
        assert "Cable survey" not in lines
        await press(pilot, "escape")
        assert "progress entries 6" in "\n".join(shown(app))
        await press(pilot, "slash", *"zzz", "enter")
        assert "Nothing here holds these words." in "\n".join(shown(app))


async def test_a_deleted_entry_comes_back(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "D")
        assert "progress entries 5" in "\n".join(shown(app))
        await press(pilot, "u")
        assert "progress entries 6" in "\n".join(shown(app))


async def test_a_project_is_begun_and_renamed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "shift+tab", "n", *"Haven", "enter")
        assert "project begun: Haven." in shown(app)[-2]
        assert any(line.startswith("▌Haven") for line in shown(app))
        await press(pilot, "e", "end", *"front", "enter")
        assert any(line.startswith("▌Havenfront") for line in shown(app))
        await press(pilot, "n", *"graafloket", "enter")
        assert "already" in shown(app)[-2] + "\n".join(shown(app))


async def test_progress_is_told_in_one_line_from_anywhere(path: Path):
    async with playing(path) as (app, pilot):
        assert isinstance(app.screen, People)
        await press(pilot, "i", *"!success bridge open")
        assert any("success" in line and "bridge open" in line for line in shown(app))
        await press(pilot, "enter", "4")
        assert any("bridge open" in line for line in shown(app))
    assert entries(path)[0].kind == "success"


async def test_the_palette_opens_the_form_from_anywhere(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "colon", *"progress of the", "enter")
        assert "Progress of the project" in shown(app)[0]


async def test_in_the_journal_an_entry_opens_its_own_form(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "slash", *"council", "enter", "e")
        assert "Edit setback" in shown(app)[0]


async def test_the_draft_of_an_act_is_one_key_away(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "4", "tab", "j", "c")
        assert isinstance(app.screen, DraftPage)
        assert any("Pilot street done a day early" in line for line in shown(app))
        await press(pilot, "q", "tab", "tab", "tab", "c")
        assert isinstance(app.screen, DraftPage)


async def test_the_journal_and_somebodys_page_tell_kind_and_parts(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5")
        lines = shown(app)
        at = next(n for n, line in enumerate(lines) if "Pilot street" in line)
        assert "success" in lines[at]
        assert "by Anneke de Wit, Daan Vermeulen (his crew worked on)" in lines[at + 1]
        await press(pilot, "slash", *"pilot opens", "enter")
        assert any("gets concrete for Bram Okafor   done 9 Nov" in line for line in shown(app))
        await press(pilot, "escape", "2", "slash", *"daan", "enter", "enter")
        line = next(line for line in shown(app) if "Pilot street" in line)
        assert line.rstrip().endswith("success")


async def test_hidden_names_and_words_stay_hidden(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        await press(pilot, "4", "p")
        for section in ("entries", "thanks", "risks", "communication", "coming"):
            text = "\n".join(shown(app))
            for word in ("Vermeulen", "Wit", "Cable", "crew", "Graafloket:", "Kade"):
                assert word not in text, (section, word)
            await press(pilot, "tab")


async def test_hostile_text_is_shown_as_text(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        for text in MARKUP:
            add_progress(journal, AddProgress(kind="success", text=text, day=TODAY))
    async with playing(path, (120, 50)) as (app, pilot):
        await press(pilot, "4")
        text = "\n".join(shown(app))
        for each in MARKUP:
            assert each in text


async def test_many_entries_are_read_as_the_cursor_goes_on(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        _many(journal, 300)
    async with playing(path) as (app, pilot):
        await press(pilot, "4")
        place = app.screen
        assert isinstance(place, ProjectsPlace)
        assert place.rows.count == "200+"
        await press(pilot, "G", "G")
        assert place.rows.count == "306"


def _many(journal: Journal, many: int) -> None:
    project = journal.default_project().id
    with journal.write("import") as writing:
        writing.put_many(
            Entry(
                id=writing.new_id(),
                kind="decision",
                text=f"decision {number}",
                day=TODAY,
                project=project,
            )
            for number in range(many)
        )


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 50)])
async def test_a_project_without_scoring_says_so_at_every_width(path: Path, size: tuple[int, int]):
    add_personal_project(path)
    async with playing(path, size) as (app, pilot):
        await press(pilot, "4")
        assert any(" Persoonlijk, no scoring " in line for line in shown(app))
