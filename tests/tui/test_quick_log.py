"""The quick log promises three keys for one act, and its effect before it is saved."""

from datetime import date
from pathlib import Path

import pytest
from textual.events import Key

from staketerm.domain.catalogue import CATALOGUE
from staketerm.journal.history import history
from staketerm.journal.ledger import open_items
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.timeline import Told, told
from staketerm.tui.dialogs import kind_keys
from staketerm.tui.dialogs.log import QuickLog
from tests.tui.dialog_stage import (
    CLOCK,
    TODAY,
    add_personal_project,
    furnish,
    key,
    playing,
    press,
    settled,
    shown,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal."""
    return furnish(tmp_path / "journal.db")


def signals(path: Path, who: str, day: date = TODAY) -> list[Told]:
    """What is told of somebody on a day."""
    with open_journal(path, clock=CLOCK) as journal:
        return [item for item in told(journal, stakeholder=key(journal, who)) if item.day == day]


def batches(path: Path) -> int:
    """How many units of work there were."""
    with open_journal(path, clock=CLOCK) as journal:
        return len(history(journal))


def items_of(journal: Journal, who: str) -> list[str]:
    """What is open with somebody, in words."""
    return [item.text or "" for item in open_items(journal, key(journal, who))]


def test_every_everyday_kind_has_one_key_and_no_key_two_kinds():
    keys = [
        letter
        for group in (
            kind_keys.ALONG,
            kind_keys.AGAINST,
            kind_keys.HEAVY,
            kind_keys.WORDS,
            kind_keys.MINE,
            (kind_keys.CONTACT,),
        )
        for letter, _kind in group
    ]
    assert len(keys) == len(set(keys)) == len(kind_keys.KEYS)
    assert set(kind_keys.KINDS.values()) <= set(CATALOGUE)
    # only the two that need words of their own are left to "/"
    assert set(CATALOGUE) - set(kind_keys.KINDS.values()) == {"bad_news_early", "disagreed_openly"}


async def test_three_keys_log_one_act_of_the_selected_person(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "j", "l", "f", "enter")
        assert not isinstance(app.screen, QuickLog)
        message = shown(app)[-2]
        assert message.startswith(' Daan Vermeulen: "kept an agreement" logged for Tue 24 Nov.')
        assert message.endswith("u undoes")
    (item,) = [one for one in signals(path, "Daan") if one.what == "settled"]
    assert item.outcome == "kept", "the promise that was open is kept, not a second row beside it"


async def test_the_effect_stands_there_before_anything_is_saved(path: Path):
    async with playing(path) as (app, pilot):
        before = batches(path)
        await press(pilot, "l", "v")
        assert "v stood up for the project +9: ◇ fence-sitter → ◆ critic" in shown(app)[-2]
        await press(pilot, "k")
        assert "k sat through the meeting -1: stays ◇ fence-sitter, " in shown(app)[-2]
        await press(pilot, "escape")
    assert batches(path) == before, "esc keeps nothing"


async def test_a_weaker_act_counts_half_and_digits_are_days_ago(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "q", "minus", "3")
        assert "strength weak" in shown(app)[3]
        assert "Sat 21 Nov" in shown(app)[2]
        await press(pilot, "left", "left", "right")
        assert "Fri 20 Nov" in shown(app)[2]
        await press(pilot, "enter")
    (item,) = signals(path, "Anneke", date(2026, 11, 20))
    assert (item.kind, item.points) == ("shared_information", 2.0)


async def test_any_day_can_be_said_in_words_and_never_lies_ahead(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "at", *"yester")
        assert "today" in shown(app)[2]
        await press(pilot, *"day", "enter")
        assert "Mon 23 Nov, yesterday" in shown(app)[2]
        await press(pilot, "right", "right", "right")
        assert "Tue 24 Nov, today" in shown(app)[2]


async def test_the_open_mail_that_it_answers_is_named_and_closed(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "s")
        lines = shown(app)
        assert "s closes your mail of Thu 8 Oct +2" in lines[-2]
        assert "desk rules" in lines[-3]
        await press(pilot, "s")
        assert "s closes your mail of Sat 21 Nov +2" in shown(app)[-2]
        await press(pilot, "enter")
    with open_journal(path, clock=CLOCK) as journal:
        assert items_of(journal, "Anneke") == ["desk rules", "text on liability"]


async def test_tab_past_the_note_says_no_and_the_mail_stays_open(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "s", "tab", "o", "k", "tab")
        assert "s answered my mail +2" in shown(app)[-2]
        await press(pilot, "enter")
    with open_journal(path, clock=CLOCK) as journal:
        assert "desk rules" in items_of(journal, "Anneke")
    (item,) = signals(path, "Anneke")
    assert (item.kind, item.text) == ("mail_answered", "ok")


async def test_from_anywhere_with_nobody_selected_two_letters_name_who(tmp_path: Path):
    path = furnish(tmp_path / "journal.db")
    async with playing(path) as (app, pilot):
        await press(pilot, "slash", *"nobody", "enter")
        await press(pilot, "l", "h", "i", "enter", "d", "1", "enter")
        assert 'Hilde Jansma: "took active part' in shown(app)[-2]
    assert [item.kind for item in signals(path, "Hilde", date(2026, 11, 23))] == [
        "active_in_meeting"
    ]


async def test_an_unknown_name_is_added_first_and_then_logged_for(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "tab", "tab", *"Ada", "space", *"Lens", "enter", "enter")
        assert "Ada Lens" in shown(app)[1]
        await press(pilot, "r", "enter")
    assert [item.kind for item in signals(path, "Ada Lens")] == ["informal_approach"]


async def test_a_dot_saves_and_takes_the_next_person_down_the_list(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "d", ".", ".")
        assert "Hilde Jansma" in shown(app)[1]
        await press(pilot, "escape")
    for who in ("Anneke", "Daan"):
        assert [item.kind for item in signals(path, who)] == ["active_in_meeting"]
    assert signals(path, "Hilde") == []


async def test_a_dot_outside_repeats_the_kind_for_the_selected_person(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, ".")
        assert "nothing to repeat yet; l logs" in shown(app)[-2]
        await press(pilot, "l", "d", "enter", "j", ".")
        assert "Daan Vermeulen" in shown(app)[-2]
    assert [item.kind for item in signals(path, "Daan")] == ["active_in_meeting"]


async def test_marked_people_get_the_same_act_in_one_batch(path: Path):
    async with playing(path) as (app, pilot):
        before = batches(path)
        await press(pilot, "space", "space", "l")
        assert "Anneke de Wit and 1 more" in shown(app)[1]
        await press(pilot, "d", "enter")
        assert 'Anneke de Wit and 1 more: "took active part' in shown(app)[-2]
    assert batches(path) == before + 1
    assert signals(path, "Daan")[0].kind == "active_in_meeting"


async def test_an_agreement_asks_what_was_agreed_and_takes_a_due_day(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "F", "enter")
        assert "What was agreed?" in shown(app)[-2]
        await press(
            pilot, *"list", "shift+tab", "plus", "greater_than_sign", "1", "space", *"dec", "enter"
        )
        assert "due Tue 1 Dec, by me" in shown(app)[3]
        await press(pilot, "enter")
    with open_journal(path, clock=CLOCK) as journal:
        item = open_items(journal, key(journal, "Anneke"))[-1]
    assert (item.text, item.by, item.due) == ("list", "me", date(2026, 12, 1))


async def test_kinds_without_a_key_are_found_by_a_few_letters(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "slash", *"slecht")
        assert any("brought bad news early" in line for line in shown(app))
        await press(pilot, "enter", "enter")
    assert signals(path, "Anneke")[0].kind == "bad_news_early"


async def test_looking_at_another_day_it_asks_which_day_is_meant(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "at", *"2026-06-01", "enter", "l", "r", "enter")
        assert "Which day: = is Mon 1 Jun, 0 today?" in shown(app)[-2]
        await press(pilot, "equals_sign", "enter")
    assert [item.kind for item in signals(path, "Anneke", date(2026, 6, 1))] == [
        "informal_approach"
    ]


async def test_a_project_without_scoring_offers_what_is_worth_remembering(path: Path):
    add_personal_project(path)
    async with playing(path) as (app, pilot):
        await press(pilot, "P", *"pers", "enter", "l")
        lines = "\n".join(shown(app))
        assert "memory" in lines
        assert not any(sign in lines for sign in "◇·+")
        await press(pilot, "e", "tab", *"ferry", "enter")
    (item,) = signals(path, "Oma Tilly")
    assert (item.what, item.kind, item.text, item.private) == ("entry", "memory", "ferry", True)


async def test_names_stay_hidden_and_typed_text_shows_as_dots(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "s", "f9", "tab", *"secret")
        text = "\n".join(shown(app))
        for word in ("Anneke", "Gemeente", "desk rules", "secret", "Graafloket"):
            assert word not in text
        await press(pilot, "f9")
        await settled(pilot)
        assert "Anneke" in "\n".join(shown(app))


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (80, 24), (120, 40)])
async def test_it_stays_usable_in_any_window(path: Path, size: tuple[int, int]):
    async with playing(path, size) as (app, pilot):
        await press(pilot, "l", "f", "enter")
        assert not isinstance(app.screen, QuickLog)
    assert len(signals(path, "Anneke")) == 1


async def test_a_fast_typist_loses_no_letter_while_the_dialog_opens(path: Path):
    async with playing(path) as (app, pilot):
        for pressed in ("l", "tab", "tab", "b", "r", "a"):
            app.post_message(Key(pressed, pressed if len(pressed) == 1 else None))
        await settled(pilot)
        await press(pilot, "enter", "r", "enter")
    assert "informal_approach" in [item.kind for item in signals(path, "Bram")]


async def test_a_dot_repeats_contact_in_a_private_journal_and_nothing_that_needs_words(path: Path):
    add_personal_project(path)
    async with playing(path) as (app, pilot):
        await press(pilot, "P", *"pers", "enter", "l", "c", "enter", ".")
        assert "Oma Tilly: " in shown(app)[-2]
        await press(pilot, "l", "g", "enter", ".")
        assert "nothing to repeat yet" in shown(app)[-2]
    kinds = [item.kind for item in signals(path, "Oma Tilly")]
    assert sorted(kinds) == ["contact", "contact", "note"]
