"""Review promises what changed and what deserves a second look, section by section."""

from pathlib import Path

import pytest

from tests.tui.dialog_stage import demo, playing, press, shown

ROOMY = (120, 40)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The made-up project."""
    return demo(tmp_path / "demo.db")


def counted(lines: list[str], heading: str) -> str:
    """The number beside the heading of a section."""
    row = next(line for line in lines if line[1:].startswith(heading))
    return row[1 + len(heading) :].split()[0]


async def test_the_place_lists_sections_with_whom_they_are_about(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6")
        lines = shown(app)
        assert "[6 Review]" in lines[0]
        assert "What changed since Tue 17 Nov, and what deserves a second look?" in lines[1]
        assert counted(lines, "alarms") == "2"
        assert counted(lines, "moved") == "4"
        assert counted(lines, "known no longer") == "1"
        assert counted(lines, "your judgement") == "3"
        (rest,) = [line for line in lines if line.startswith(" nothing in: ")]
        assert "quiet partners" in rest
        assert "alarms" not in rest


async def test_enter_goes_into_a_section_and_from_a_row_to_the_person(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "enter", "j", "enter")
        assert "Anneke de Wit" in shown(app)[1]
        await press(pilot, "q")
        assert any(line.startswith("▌ !  Anneke") for line in shown(app))


async def test_an_alarm_names_the_deeds_that_raised_it_with_their_points(path: Path):
    async with playing(path, ROOMY) as (app, pilot):
        await press(pilot, "6", "enter")
        lines = shown(app)
        top = next(n for n, line in enumerate(lines) if "Roelof Postma" in line and "!!" in line)
        assert "crossed over on 21 Nov" in lines[top]
        assert "21 Nov  blocked or delayed a decision (-9)" in lines[top + 4]
        assert "24 Nov  In the last weeks 2.5 for and 17.3 against" in lines[top + 5]


async def test_an_alarm_that_was_seen_keeps_its_note_is_not_counted_and_stays_in_its_place(
    path: Path,
):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "enter", "d", *"we talk", "enter")
        lines = shown(app)
        assert counted(lines, "alarms") == "1"
        row = next(n for n, line in enumerate(lines) if line.startswith("▌(!) Roelof"))
        assert '"we talk"' in lines[row + 1]
        assert any("Anneke" in line for line in lines[row:])
        await press(pilot, "u")
        assert counted(shown(app), "alarms") == "2"


async def test_why_tells_that_the_alarm_was_seen_and_what_was_noted(path: Path):
    async with playing(path, ROOMY) as (app, pilot):
        await press(pilot, "6", "enter", "d", *"we talk", "enter", "w")
        said = "\n".join(shown(app))
        assert "(!) Crossed over on 21 Nov." in said
        assert 'seen on 24 Nov  "we talk"' in said
        await press(pilot, "p")
        assert "we talk" not in "\n".join(shown(app))


async def test_where_all_projects_are_looked_at_each_row_says_which_it_is_of(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "P", *"all pro", "enter", "enter")
        row = next(line for line in shown(app) if "Roelof" in line and "!!" in line)
        assert row.split()[-1] == "Graafloket"
        await press(pilot, "p")
        assert "Graafloket" not in "\n".join(shown(app)[2:])


async def test_a_note_that_is_left_marks_nothing_as_seen(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "enter", "d", *"hm", "escape")
        assert counted(shown(app), "alarms") == "2"


async def test_the_sign_goes_to_the_next_alarm_from_any_section(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "j", "j", "!")
        assert any(line.startswith("▌ !! Roelof") for line in shown(app))
        await press(pilot, "!")
        assert any(line.startswith("▌ !  Anneke") for line in shown(app))
        await press(pilot, "!")
        assert any(line.startswith("▌ !! Roelof") for line in shown(app))


async def test_what_moved_says_which_deed_did_it_and_shows_the_course_of_a_quarter(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "j", "enter", "G")
        lines = shown(app)
        row = next(n for n, line in enumerate(lines) if line.startswith("▌Wout"))
        assert "■ opponent → ◆ critic ↑" in lines[row]
        assert lines[row + 1].split(maxsplit=3)[3] == "came to me about the project (+5)"
        assert "▂▂▂▂▃▃▃▃▄▄▄▄▅ 13 weeks, now +.04 (-.34 to +.41)" in lines[row + 2]


async def test_a_judgement_that_behaviour_contradicts_is_told_in_words(path: Path):
    async with playing(path, ROOMY) as (app, pilot):
        await press(pilot, "6", *"jjjj")
        said = "\n".join(shown(app))
        assert "Your judgement of 8 Jul: supportive; behaviour since then: opposing" in said
        assert "says yes, does no" in said
        assert "another side since 22 Oct, 33 days" in said


async def test_names_notes_and_reasons_are_hidden_with_the_privacy_screen(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "enter", "d", *"we talk", "enter", "p")
        for keys in ("", "j", "jj", "jjj", "jjjj"):
            await press(pilot, "tab", "g", *keys)
            said = "\n".join(shown(app))
            for secret in ("Roelof", "Anneke", "Edwin", "we talk", "Zegt", "Wants this"):
                assert secret not in said
            await press(pilot, "tab")


async def test_another_day_is_looked_back_from_with_its_own_changes(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "@", *"2026-10-25", "enter")
        lines = shown(app)
        assert "What changed since Sun 18 Oct" in lines[1]
        assert counted(lines, "alarms") == "1"
        assert any("quiet partners" in line and "Roelof" in line for line in lines)


async def test_a_project_without_scoring_shows_what_was_done_alone(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "6", "P", *"Persoon", "enter")
        lines = shown(app)
        assert not any("alarms" in line or "moved" in line for line in lines)
        await press(pilot, "!")
        assert "no alarm stands" in shown(app)[-2]


async def test_an_empty_journal_says_what_each_section_would_hold(tmp_path: Path):
    async with playing(tmp_path / "journal.db", ROOMY) as (app, pilot):
        await press(pilot, "escape", "6", "j")
        assert counted(shown(app), "alarms") == "0"
        assert "No one's position moved." in "\n".join(shown(app))
