"""The first rows without the database layer: the same as with it, or none."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta

import pytest

from staketerm.exchange.demo.build import build
from staketerm.journal.nurture import decisions, plan
from staketerm.journal.opening import open_journal
from staketerm.journal.positions.seen import mark_seen
from staketerm.journal.stakeholders import triage
from staketerm.journal.stakeholders.glimpse import glimpse
from staketerm.journal.stakeholders.listing import stored_acts
from staketerm.journal.stakeholders.people import delete_stakeholder
from staketerm.journal.stakeholders.people_list import PeopleList
from tests.benchmarks.large_journal import CLOCK, large_journal
from tests.journal.conftest import TODAY, Calendar, add


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """A journal with alarms (one of them seen), tags, judgements, asks, acts; its plan is kept."""
    path = tmp_path_factory.mktemp("glimpse") / "journal.db"
    with open_journal(path, clock=Calendar(TODAY)) as journal:
        build(journal, TODAY)
        alarmed = next(row for row in triage.people(journal).rows if row.alarm)
        assert alarmed.alarm_since is not None
        mark_seen(journal, alarmed.id, alarmed.project, alarmed.alarm_since)
        delete_stakeholder(journal, add(journal, "Somebody Gone"))
        decisions.keep_plan(journal)
    return path


@pytest.fixture
def place(made_up, tmp_path):
    """The same, of this test alone."""
    path = tmp_path / "journal.db"
    path.write_bytes(made_up.read_bytes())
    return path


def change(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(statement, values).rowcount
        connection.commit()


@pytest.mark.parametrize("most", [1, 2, 3, 7, 1000])
def test_a_glimpse_shows_what_the_journal_shows_first(made_up, most):
    seen = glimpse(made_up, Calendar(TODAY), "en", most)
    with open_journal(made_up, clock=Calendar(TODAY)) as journal:
        project = journal.default_project()
        whole = triage.people(journal, project=project.id)
        first = triage.first_people(journal, most=most, project=project.id)
    assert seen is not None
    assert seen.people == first
    assert seen.people.rows == whole.rows[:most]
    assert seen[:4] == (TODAY, project.id, project.name, False)


def test_what_is_compared_holds_everything_a_row_can_show(made_up):
    seen = glimpse(made_up, Calendar(TODAY), "en", 1000)
    assert seen is not None
    rows = seen.people.rows
    for name in ("tags", "judgement", "open_asks", "open_agreements", "organisation", "roles"):
        assert any(getattr(row, name) for row in rows), name
    assert {row.alarm_seen for row in rows if row.alarm} == {True, False}
    assert {row.next_id is None for row in rows} == {True, False}


def test_the_act_that_is_shown_is_the_most_pressing_of_the_plan(made_up):
    """Also beside acts of the same person, and where days are missing."""
    with open_journal(made_up, clock=Calendar(TODAY)) as journal, journal.read() as reader:
        pressing: dict[tuple[str, str], str] = {}
        for act in plan.stored_plan(reader, TODAY) or ():
            if act.proposal.brake is None:
                pressing.setdefault((act.proposal.stakeholder, act.proposal.project), act.id)
        stored = stored_acts(reader.ask)
    assert {pair: act.id for pair, act in stored.items()} == pressing


@pytest.mark.parametrize("alarms", [True, False])
def test_the_first_of_many_are_the_first_of_the_whole(tmp_path, alarms):
    path = tmp_path / "journal.db"
    with large_journal(path, 300, 1_500) as journal:
        decisions.keep_plan(journal)
        project = journal.default_project().id
    if not alarms:
        change(path, "UPDATE state SET alarm_kind = NULL, alarm_since = NULL")
    with open_journal(path, clock=CLOCK) as journal:
        whole = triage.people(journal)
        assert any(row.alarm for row in whole.rows) == alarms
        for most in (1, 5, 20, 40, 120, 299, 300, 400):
            for where in (None, project):
                first = triage.first_people(journal, most=most, project=where)
                assert first == PeopleList(whole.rows[:most], 300)


def test_a_glimpse_changes_nothing(place):
    before = place.read_bytes()
    assert glimpse(place, Calendar(TODAY), "en", 10) is not None
    assert place.read_bytes() == before


def test_no_glimpse_of_a_plan_that_is_not_todays_or_speaks_another_language(made_up):
    assert glimpse(made_up, Calendar(TODAY + timedelta(days=1)), "en", 10) is None
    assert glimpse(made_up, Calendar(TODAY), "nl", 10) is None


@pytest.mark.parametrize(
    ("column", "day"), [("lapses_on", TODAY), ("computed_on", date(2026, 11, 25))]
)
def test_no_glimpse_of_words_that_no_longer_hold(place, column, day):
    seen = glimpse(place, Calendar(TODAY), "en", 1)
    assert seen is not None
    first = seen.people.rows[0]
    change(place, f"UPDATE state SET {column} = ? WHERE stakeholder = ?", str(day), first.id)
    assert glimpse(place, Calendar(TODAY), "en", 10) is None


def test_there_is_a_glimpse_again_on_another_day_once_its_plan_is_kept(place):
    day = Calendar(TODAY + timedelta(days=40))
    assert glimpse(place, day, "en", 10) is None
    with open_journal(place, clock=day) as journal:
        decisions.keep_plan(journal)
        first = triage.first_people(journal, most=10, project=journal.default_project().id)
    seen = glimpse(place, day, "en", 10)
    assert seen is not None
    assert seen.people == first


def test_no_glimpse_of_another_schema_or_program(place):
    for mark, value in (("user_version", 2), ("application_id", 1)):
        with closing(sqlite3.connect(place)) as connection:
            before = connection.execute(f"PRAGMA {mark}").fetchone()[0]
            connection.execute(f"PRAGMA {mark} = {value}")
            assert glimpse(place, Calendar(TODAY), "en", 10) is None
            connection.execute(f"PRAGMA {mark} = {before}")
    assert glimpse(place, Calendar(TODAY), "en", 10) is not None


def test_no_glimpse_where_there_is_nobody_or_no_journal(tmp_path):
    path = tmp_path / "journal.db"
    with open_journal(path, clock=Calendar(TODAY)) as journal:
        decisions.keep_plan(journal)
    assert glimpse(path, Calendar(TODAY), "en", 10) is None
    assert glimpse(tmp_path / "none.db", Calendar(TODAY), "en", 10) is None
    assert not (tmp_path / "none.db").exists()
    assert glimpse("postgresql://nowhere/journal", Calendar(TODAY), "en", 10) is None


def test_no_glimpse_of_a_usual_project_that_was_deleted(place):
    change(
        place,
        "UPDATE project SET deleted = rev"
        " WHERE id = (SELECT value FROM meta WHERE name = 'default_project')",
    )
    assert glimpse(place, Calendar(TODAY), "en", 10) is None


def test_a_glimpse_needs_no_database_layer():
    asked = "import sys, staketerm.journal.stakeholders.glimpse; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "pydantic", "dateutil"} & set(told.stdout.split())
