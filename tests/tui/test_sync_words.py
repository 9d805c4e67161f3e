"""What came and went, in words."""

from datetime import UTC, date

import pytest

from staketerm.exchange.sync.taking import Taken
from staketerm.exchange.sync.team import Synced
from staketerm.journal.receipt import Moved
from staketerm.journal.twins import LoggedTwice, TwinPair, TwinSide
from staketerm.tui.drawing.look import FULL
from staketerm.tui.drawing.sync import SyncDrawing
from staketerm.tui.sync.words import came, counted, field_word, value_words
from staketerm.tui.veil import Veil


@pytest.mark.parametrize(
    ("kinds", "more", "said"),
    [
        ({}, {}, "nothing new"),
        ({"signal": 4, "stakeholder": 1}, {"changed": 2}, "4 signals, 1 stakeholder, 2 edits"),
        ({"signal": 1200}, {"deleted": 1, "erased": 3}, "1,200 signals, 1 deleted, 3 erased"),
        ({"stakeholder": 1, "involvement": 1, "tag": 2}, {}, "1 stakeholder"),
        ({"involvement": 1, "tag": 2}, {}, "3 details"),
        ({"consent": 1}, {}, "1 other"),
    ],
)
def test_rows_are_told_by_what_they_are(kinds, more, said):
    assert counted(kinds, **more) == said


def test_conflicts_are_told_where_nothing_else_came():
    quiet, loud = Taken("Noor", conflicts=1), Taken("Tim", changed=1)
    assert came(Synced("share", (quiet,), (), None)) == "1 conflict"
    assert came(Synced("share", (quiet, loud), (), None)) == "1 edit"


@pytest.mark.parametrize(
    ("field", "value", "other", "said"),
    [
        ("job", "head\nof permits", None, "head / of permits"),
        ("job", None, "head", "nothing"),
        ("latest_days", 30, 45, "30 days"),
        ("do_not_contact", True, False, "yes"),
        ("deleted", True, False, "deleted"),
        ("doubles", "01a20cc8-8e80-7294-8992-742f5b0be59a", None, "yes"),
        ("doubles", None, "01a20cc8-8e80-7294-8992-742f5b0be59a", "no"),
        ("kind", "agreement_kept", None, "kept an agreement"),
        ("impact", "high", "low", "high"),
        (None, {"kind": "no_show", "note": "late"}, {"kind": "no_show"}, "note late"),
    ],
)
def test_a_value_is_told_as_a_person_says_it(field, value, other, said):
    assert value_words(field, value, other) == said


def test_a_field_is_called_as_on_screen():
    assert field_word("stakeholder", "job") == "role"
    assert field_word("signal", None) == "signal"
    assert field_word("entry", "title") == "title"


def test_of_many_positions_that_would_move_the_first_are_told():
    moves = [Moved(str(n), f"P{n}", "project", "unknown", "critic", 0, -0.4) for n in range(5)]
    drawing = SyncDrawing(FULL, Veil(), date(2026, 11, 24), UTC)
    assert drawing.moving([]) == ""
    assert drawing.moving(moves[:1]) == "P0 · unknown → ◆ critic"
    assert drawing.moving(moves).endswith(", 2 more")


@pytest.mark.parametrize(
    ("down", "said"),
    [
        (False, ("Ada Lens: the drawings", "Noor: kept", "you: open")),
        (True, ("stakeholder ", ": kept", "you: open")),
    ],
)
def test_an_agreement_that_two_wrote_down_is_one_line(down, said):
    day = date(2026, 11, 24)
    noor = TwinSide(None, "Noor", False, day, 1, 1, "the drawings", "kept")
    mine = TwinSide(None, "you", True, day, 1, 1, "drawings of Ada")
    pair = TwinPair("agreement", "ada", "Ada Lens", "1", "2", "agreement", "agreement")
    twin = LoggedTwice("key", "agreement", day, "the drawings", noor, mine, (pair,))
    drawing = SyncDrawing(FULL, Veil(down=down), day, UTC)
    (line,) = drawing.twin(twin, 100)
    text = "".join(piece.text for piece in line)
    assert all(part in text for part in said)
    assert ("drawings" in text) is not down
