"""What came and went, in words."""

import pytest

from staketerm.exchange.sync.taking import Taken
from staketerm.exchange.sync.team import Synced
from staketerm.tui.sync.words import came, counted, field_word, value_words


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
