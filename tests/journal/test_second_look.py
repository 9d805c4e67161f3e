"""What deserves a second look: contradictions, blocking, thin and old knowledge."""

from datetime import date

import pytest

from staketerm.journal.positions import judging
from staketerm.journal.positions.second_look import second_look
from staketerm.journal.requests import Judge
from tests.journal.conftest import add, log


@pytest.fixture
def bram(journal) -> str:
    """The id of Bram Okafor, low impact."""
    return add(journal, "Bram Okafor", impact="low")


def test_who_says_yes_and_does_no_stands_there_with_the_sayings(journal, ada):
    for day in ("2026-11-02", "2026-11-05", "2026-11-09"):
        log(journal, ada, "said_support", day)
        log(journal, ada, "agreement_broken", day)
    (found,) = second_look(journal).gaps
    assert found.told == "says yes, does no (3 of 3 sayings for, deeds against)"
    assert second_look(journal, as_of=date(2026, 11, 8)).gaps == ()


def test_who_keeps_blocking_stands_there_with_the_acts(journal, ada):
    for day in ("2026-10-01", "2026-10-20", "2026-11-09"):
        log(journal, ada, "open_opposition", day)
    (found,) = second_look(journal).blocking
    assert found.told.startswith("keeps blocking: 3 acts in 90 days (1 Oct opposed openly;")


def test_who_cannot_be_placed_the_highest_impact_first_then_the_nearest(journal, ada, bram):
    cleo = add(journal, "Cleo", impact="low")
    add(journal, "Somebody from an address book")
    log(journal, cleo, "agenda_changed")
    log(journal, bram, "agreement_kept")
    found = second_look(journal).thin
    assert [(row.name, row.more_to_place) for row in found] == [
        ("Ada Lens", 5),
        ("Cleo", 3),
        ("Bram Okafor", 4),
    ]


def test_what_was_heard_long_ago_and_never_seen_is_told(journal, ada, bram):
    log(journal, ada, "hearsay_against", "2026-06-01", note="Marek says so")
    log(journal, bram, "hearsay_for", "2026-06-01")
    log(journal, bram, "agreement_kept", "2026-07-01")
    (old,) = second_look(journal).old
    assert (old.row.name, old.judged_on) == ("Ada Lens", None)
    assert [(one.kind, one.note) for one in old.heard] == [("hearsay_against", "Marek says so")]
    log(journal, ada, "said_support", "2026-07-01")
    assert second_look(journal).old, "what they say themselves bears nothing out"
    log(journal, ada, "no_show", "2026-07-02")
    assert second_look(journal).old == ()


def test_what_was_heard_lately_is_not_old(journal, ada):
    log(journal, ada, "hearsay_against", "2026-08-27")
    assert second_look(journal).old == ()
    log(journal, ada, "hearsay_against", "2026-08-26")
    assert len(second_look(journal).old[0].heard) == 1


def test_a_judgement_that_rests_on_nothing_is_a_guess_that_grows_old(journal, ada):
    judging.judge(journal, Judge(stakeholder=ada, label="opponent", day=date(2026, 3, 3)))
    (old,) = second_look(journal).old
    assert old.judged_on == date(2026, 3, 3)
    assert second_look(journal, as_of=date(2026, 4, 1)).old == ()
    log(journal, ada, "defended_project")
    log(journal, ada, "agenda_changed", "2026-11-22")
    assert second_look(journal).old == ()
