"""Somebody says what they think of extra updates, asked or not (P16)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import UsageError
from staketerm.journal import history
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.updates import say_updates
from staketerm.journal.progress import add_progress
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddProgress
from staketerm.journal.stakeholders.people import projects
from tests.journal.conftest import TODAY, log


@pytest.fixture
def told(journal, calendar, ada):
    """Ada works along, was met some time ago, and there is news; her id."""
    log(journal, ada, "agenda_changed", "2026-10-18")
    log(journal, ada, "provided_resources", "2026-10-19")
    log(journal, ada, "brought_others", "2026-10-20")
    add_progress(journal, AddProgress(kind="success", text="It runs.", day=date(2026, 11, 20)))
    return ada


def update(journal):
    """The status update, open or held back; None where there is none."""
    found = decisions.due(journal)
    every = (*found.acts, *found.coming, *found.held_back)
    return next((act for act in every if act.proposal.kind == "status_update"), None)


def test_no_stops_them_and_useful_brings_them_back(journal, calendar, told):
    assert update(journal).proposal.brake is None
    say_updates(journal, told, "no")
    assert update(journal).proposal.brake == "wants no extra updates since Tue 24 Nov"
    calendar.day = TODAY + timedelta(days=1)
    say_updates(journal, told, "useful")
    assert update(journal).proposal.brake is None


def test_less_makes_them_half_as_frequent_until_it_is_taken_back(journal, told):
    before = update(journal).proposal.latest
    say_updates(journal, told, "minder")
    assert update(journal).proposal.latest > before
    history.undo(journal)
    assert update(journal).proposal.latest == before


def test_any_other_answer_and_a_day_to_come_are_refused(journal, ada):
    with pytest.raises(UsageError, match="useful, less or no"):
        say_updates(journal, ada, "maybe")
    with pytest.raises(UsageError):
        say_updates(journal, ada, "no", on=TODAY + timedelta(days=1))
    add_project(journal, "Home", personal=True)
    home = next(each for each in projects(journal) if each.kind == "personal")
    with pytest.raises(UsageError, match="private journal"):
        say_updates(journal, ada, "no", project=home.id)
