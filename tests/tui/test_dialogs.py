"""The dialogs promise: they collect input, say what they understood, and change nothing on esc."""

import sys
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from staketerm.domain.errors import UsageError
from staketerm.journal.history import history
from staketerm.journal.ledger import OpenItem, open_items
from staketerm.journal.opening import open_journal
from staketerm.journal.stakeholders.page import Profile, page
from staketerm.journal.stakeholders.people import directory
from staketerm.journal.timeline import Told, told
from staketerm.tui.app import Staketerm
from staketerm.tui.dialogs.dialog import Dialog
from staketerm.tui.dialogs.editor import edited, editor_command
from staketerm.tui.dialogs.outcomes import snooze_day
from staketerm.tui.dialogs.person import PersonForm
from tests.hostile import CONTROLS, FORMULAS, MARKUP, SCRIPTS
from tests.tui.dialog_stage import CLOCK, TODAY, furnish, key, playing, press, settled, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


def profile(path: Path, who: str) -> Profile:
    """What is known of somebody."""
    with open_journal(path, clock=CLOCK) as journal:
        return page(journal, key(journal, who)).profile


def open_with(path: Path, who: str) -> list[OpenItem]:
    """What is open with somebody."""
    with open_journal(path, clock=CLOCK) as journal:
        return list(open_items(journal, key(journal, who)))


def told_of(path: Path, who: str) -> list[Told]:
    """What was told of somebody today."""
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, who))
        return [item for item in items if item.day == TODAY]


async def write(pilot: "Pilot[None]", text: str) -> None:
    """Type a text."""
    names = {" ": "space", ":": "colon", ",": "comma", "-": "minus", "+": "plus", "@": "at"}
    names |= {".": "full_stop", ">": "greater_than_sign", "?": "question_mark", "/": "slash"}
    for character in text:
        await pilot.press(names.get(character, character))
    await settled(pilot)


def text_of(app: Staketerm) -> str:
    """The whole screen."""
    return "\n".join(shown(app))


# n and e


async def test_somebody_is_added_with_a_name_and_an_organisation(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "n")
        await write(pilot, "Ada Lens")
        await press(pilot, "tab")
        await write(pilot, "Foundry")
        await press(pilot, "enter")
        message = shown(app)[-2]
        assert "Ada Lens added." in message
        assert "Foundry is new here, as an organisation." in message
        assert any("Ada Lens" in line for line in shown(app)[:10])
    assert profile(path, "Ada Lens").organisation == "Foundry"


async def test_every_field_of_the_form_is_kept(path: Path):
    async with playing(path) as (_app, pilot):
        await press(pilot, "n")
        for text in ("Ada Lens", "Lumenet", "engineer", "a@b.example, c@d.example", "+31 20", ""):
            await write(pilot, text)
            await press(pilot, "tab")
        await press(pilot, "tab")  # kind stays person
        await write(pilot, "builder, user")
        await press(pilot, "tab", "h", "tab", "4", "tab", "2", "tab", "right", "tab", "s", "tab")
        await write(pilot, "steering, river")
        await press(pilot, "tab", *"nl", "tab", "w", "tab")
        await write(pilot, "21-30")
        await press(pilot, "tab", "space", "right", "right", "space")  # power, urgency
        await press(pilot, "tab", "space", "right", "right", "space", "tab")
        await write(pilot, "Met at the fair.")
        await press(pilot, "enter")
    known = profile(path, "Ada Lens")
    assert (known.job, known.emails) == ("engineer", ("a@b.example", "c@d.example"))
    assert known.phones == ("+31 20",)
    assert known.salience == {"power", "urgency"}
    assert (known.roles, known.tags) == (("builder", "user"), ("river", "steering"))
    assert (known.impact, known.power, known.interest) == ("high", 4, 2)
    assert (known.reach, known.desired) == ("direct", "supportive")
    assert (known.language, known.style) == ("nl", "periodic")
    assert (known.ideal_days, known.latest_days) == (21, 30)
    assert (known.valued_critic, known.do_not_contact, known.private) == (True, False, True)
    (note,) = told_of(path, "Ada Lens")
    assert (note.text, note.private) == ("Met at the fair.", True)


async def test_an_edit_writes_only_what_was_changed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "e", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab")
        await press(pilot, "l", "enter")
        assert "Anneke de Wit: impact changed." in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        assert history(journal)[0].changes == 1
    assert profile(path, "Anneke").impact == "low"
    assert profile(path, "Anneke").job == "head of permits"


async def test_a_field_can_be_emptied_and_the_old_value_comes_back_with_undo(path: Path):
    async with playing(path) as (_app, pilot):
        await press(pilot, "e", "tab", "tab", "ctrl+u", "enter")
        assert profile(path, "Anneke").job is None
        await press(pilot, "u")
    assert profile(path, "Anneke").job == "head of permits"


async def test_nothing_changed_writes_nothing(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        before = len(history(journal))
    async with playing(path) as (app, pilot):
        await press(pilot, "e", "enter")
        assert not isinstance(app.screen, Dialog)
    with open_journal(path, clock=CLOCK) as journal:
        assert len(history(journal)) == before


async def test_a_mistake_is_said_and_the_form_keeps_what_was_typed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "n", "enter")
        assert "name: nothing readable is in it" in text_of(app)
        await write(pilot, "Ada")
        await press(pilot, *["shift+tab"] * 4)
        await write(pilot, "often")
        await press(pilot, "enter")
        assert "'often' is no rhythm; say it like 'every second Monday'" in text_of(app)
        assert "Ada" in text_of(app)


async def test_esc_adds_nobody(path: Path):
    async with playing(path) as (_app, pilot):
        await press(pilot, "n", *"Ada", "escape")
    with open_journal(path, clock=CLOCK) as journal:
        assert all(person.name != "Ada" for person in directory(journal))


@pytest.mark.parametrize("name", [MARKUP[2], MARKUP[-1], CONTROLS[2], FORMULAS[0], SCRIPTS[1]])
async def test_any_name_can_be_edited_and_is_shown_as_text(tmp_path: Path, name: str):
    from staketerm.domain.text import plain_line
    from staketerm.journal.requests import AddStakeholder
    from staketerm.journal.stakeholders.people import add_stakeholder

    path = tmp_path / "journal.db"
    with open_journal(path, clock=CLOCK) as journal:
        add_stakeholder(journal, AddStakeholder(name=name))
    async with playing(path) as (app, pilot):
        await press(pilot, "escape", "e")
        assert plain_line(name)[:12] in text_of(app)
        assert "\x1b" not in text_of(app)
        await press(pilot, "tab", "tab", *"x", "enter")
        assert "job changed" in shown(app)[-2]


# a


async def test_an_ask_of_mine_awaits_an_answer_until_its_day(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "the plan")
        await press(pilot, *["tab"] * 4)
        await write(pilot, "1 dec")
        await press(pilot, "enter")
        assert "Anneke de Wit: ask noted, due Tue 1 Dec." in shown(app)[-2]
    item = next(one for one in open_with(path, "Anneke") if one.text == "the plan")
    assert (item.kind, item.by, item.on, item.due) == ("mail", "me", TODAY, date(2026, 12, 1))


async def test_a_promise_of_theirs_needs_words(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "a", "tab", "right", "right", "right", "tab", "right", "enter")
        assert "What was agreed?" in text_of(app)
        await write(pilot, "names")
        await press(pilot, "enter")
        assert "agreement noted." in shown(app)[-2]
    item = next(one for one in open_with(path, "Anneke") if one.text == "names")
    assert (item.table, item.by) == ("agreement", "them")


async def test_with_nobody_selected_somebody_is_named_first(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "slash", *"nobody", "enter", "a", *"bram", "enter")
        assert "Ask or agreement with Bram Okafor" in text_of(app)


async def test_a_day_that_cannot_be_read_brings_the_cursor_to_its_field(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "a", *"plan", *["tab"] * 3)
        await write(pilot, "3/4")
        await press(pilot, "enter")
        assert "3/4: " in text_of(app)
        assert app.focused is not None
        assert app.focused.id == "field-on"


# v and t


async def test_a_judgement_is_a_letter_a_reason_and_enter(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "v")
        assert "behaviour says ◇ fence-sitter   yours of 3 Mar: ● supporter" in text_of(app)
        await press(pilot, "c", *"hm", "enter")
        assert "Anneke de Wit: judged ◆ critic. Behaviour still shows beside it." in shown(app)[-2]
    (item,) = [one for one in told_of(path, "Anneke") if one.what == "judgement"]
    assert (item.kind, item.text) == ("critic", "hm")


async def test_a_judgement_is_taken_back_and_a_letter_is_needed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "v", "enter")
        assert "a letter says the position" in text_of(app)
        await press(pilot, "backspace")
        assert "judgement withdrawn" in shown(app)[-2]
    with open_journal(path, clock=CLOCK) as journal:
        assert page(journal, key(journal, "Anneke")).why.judgement is None


async def test_a_word_tags_and_a_word_with_a_minus_takes_the_tag_off(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "t", *"river", "enter")
        assert "Anneke de Wit: tag + river." in shown(app)[-2].replace("+river", "+ river")
        await press(pilot, "t")
        assert "tag (river; -tag takes off)" in shown(app)[-2]
        await press(pilot, "minus", *"river", "enter")
    assert profile(path, "Anneke").tags == ()


async def test_the_marked_are_tagged_together(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "space", "space", "t", *"river", "enter")
        assert "and 1 more" in shown(app)[-2]
    assert profile(path, "Anneke").tags == profile(path, "Daan").tags == ("river",)


# i


async def test_a_line_is_echoed_as_it_will_be_saved(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "i")
        await write(pilot, "daan kept agreement yesterday: budget")
        assert "Daan Vermeulen · kept an agreement +3 · Mon 23 Nov · note: budget" in text_of(app)
        await press(pilot, "enter")
        assert 'Daan Vermeulen: "kept an agreement" logged for Mon 23 Nov.' in shown(app)[-2]
    assert [one.text for one in open_with(path, "Daan")] == [], "the open promise is kept"


async def test_what_can_mean_two_things_is_asked_and_answered_by_a_digit(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "i")
        await write(pilot, "anneke cancelled late tue")
        assert "tue: today Tue 24 Nov, or Tue 17 Nov?" in text_of(app)
        await press(pilot, "enter", "2", "enter")
        assert "Tue 17 Nov" in text_of(app)
        await press(pilot, "enter")
        assert "logged for Tue 17 Nov." in shown(app)[-2]


async def test_a_line_without_a_name_is_an_entry_of_the_journal(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "i")
        await write(pilot, "the council moved the vote")
        assert "an entry in the journal" in text_of(app)
        await press(pilot, "enter")
    with open_journal(path, clock=CLOCK) as journal:
        assert any(item.text == "the council moved the vote" for item in told(journal))


async def test_an_unknown_name_is_added_or_kept_as_a_note(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "i")
        await write(pilot, "Ada Lens kept agreement yesterday")
        assert "Ada Lens isn't here" in text_of(app)
        await press(pilot, "enter")
        assert "Somebody new" in text_of(app)
        await press(pilot, "enter", "enter")
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, "Ada Lens"))
    assert [item.kind for item in items] == ["agreement_kept"]


# long texts, days


def test_a_text_comes_back_from_the_editor_as_it_was_left(tmp_path: Path):
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "assert file.stat().st_mode & 0o077 == 0\n"
        "file.write_text(file.read_text() + ' and more\\n')\n"
    )
    assert edited([sys.executable, str(script)], "a note") == "a note and more"


def test_an_editor_that_fails_leaves_the_text_as_it_was():
    with pytest.raises(UsageError, match="did not end well"):
        edited([sys.executable, "-c", "raise SystemExit(3)"], "a note")


def test_the_editor_is_that_of_the_person(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "code --wait")
    assert editor_command() == ["code", "--wait"]
    monkeypatch.delenv("EDITOR")
    with pytest.raises(UsageError, match="No editor is set"):
        editor_command()


async def test_where_the_screen_cannot_step_aside_it_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("EDITOR", "true")
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "n", "f4")
        assert "An editor can't be opened from here." in text_of(app)
        monkeypatch.delenv("EDITOR")
        await press(pilot, "f4")
        assert "No editor is set" in text_of(app)


def test_a_bare_number_of_days_is_a_day_to_come():
    assert snooze_day("3", TODAY) == date(2026, 11, 27)
    assert snooze_day("fri", TODAY) == date(2026, 11, 27)


async def test_a_text_is_out_of_sight_while_names_are_hidden(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "5", "slash", *"mother", "enter", "e")
        assert "Her mother is ill" in text_of(app)
        await press(pilot, "f9")
        assert "mother" not in text_of(app)
        await press(pilot, "escape", "2", "v")
        assert "council" not in text_of(app)


async def test_somebody_deleted_is_gone_and_comes_back_with_everything(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "D")
        assert "Anneke de Wit: deleted." in shown(app)[-2]
        assert not any("Anneke" in line for line in shown(app)[:-2])
        await press(pilot, "u")
        assert any("Anneke de Wit" in line and "fence-sitter" in line for line in shown(app))


async def test_a_rhythm_is_days_or_a_rule_in_words(path: Path):
    """Each takes the place of the one before."""
    typed = {
        "every tuesday": (None, None, "FREQ=WEEKLY;BYDAY=TU"),
        "21-30": (21, 30, None),
        "14": (None, 14, None),
        "einde van de maand": (None, None, "FREQ=MONTHLY;BYMONTHDAY=-1"),
    }
    async with playing(path) as (app, pilot):
        await press(pilot, "f", *"anneke", "enter")
        for rhythm, kept in typed.items():
            await press(pilot, "e")
            form = app.screen
            assert isinstance(form, PersonForm)
            form.focus_on("rhythm")
            await press(pilot, "ctrl+u")
            await write(pilot, rhythm)
            await press(pilot, "enter")
            known = profile(path, "Anneke")
            assert (known.ideal_days, known.latest_days, known.recurrence) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [("30-21", "the ideal comes before"), ("now and then", "is no rhythm")],
)
async def test_an_impossible_rhythm_stays_in_the_form(path: Path, typed: str, why: str):
    async with playing(path) as (app, pilot):
        await press(pilot, "f", *"anneke", "enter", "e")
        form = app.screen
        assert isinstance(form, PersonForm)
        form.focus_on("rhythm")
        await write(pilot, typed)
        await press(pilot, "enter")
        assert why in text_of(app)
