"""A new journal is asked once what it is for, and gets the projects for it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from staketerm.domain.errors import NotFound
from staketerm.journal.beginning import Purpose, begin_with, is_new, set_asked
from staketerm.journal.history import undo
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders.people import add_stakeholder, projects
from staketerm.store.clock import FixedClock
from tests.places import Where

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with open_journal(where(), clock=FixedClock(NOON)) as journal:
        yield journal


def kinds(journal):
    return {project.name: project.kind for project in projects(journal)}


def test_a_journal_is_new_until_it_was_asked(journal):
    assert is_new(journal)
    set_asked(journal)
    assert not is_new(journal)


def test_a_journal_somebody_was_put_into_is_not_new_even_after_undo(journal):
    add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
    undo(journal)
    assert not is_new(journal)


@pytest.mark.parametrize(
    ("purpose", "found"),
    [
        (Purpose.PROJECT, {"My project": "project"}),
        (Purpose.JOURNAL, {"Personal": "personal"}),
        (Purpose.BOTH, {"My project": "project", "Personal": "personal"}),
    ],
)
def test_the_projects_follow_from_the_purpose(journal, purpose, found):
    begin_with(journal, purpose)
    assert kinds(journal) == found
    assert not is_new(journal)
    begin_with(journal, purpose)
    assert kinds(journal) == found, "asked again, it stays so"


def test_the_project_of_people_who_are_here_keeps_its_scoring(journal):
    add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
    begin_with(journal, Purpose.JOURNAL)
    assert kinds(journal) == {"My project": "project", "Personal": "personal"}
    assert journal.default_project().kind == "project"


def test_there_is_nothing_to_undo(journal):
    begin_with(journal, Purpose.JOURNAL)
    with pytest.raises(NotFound):
        undo(journal)
