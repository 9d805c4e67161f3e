"""What is done is done once: through a second saying, a second window and a sudden end."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.decisions import DueAct
from staketerm.journal.nurture.queue import next_latest, queue
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.progress import add_progress
from staketerm.journal.requests import AddProgress, Part
from staketerm.journal.stakeholders.page import page
from staketerm.store import tables
from staketerm.store.clock import FixedClock
from tests.journal.conftest import TODAY, add, log
from tests.places import Where

CLOCK = FixedClock(datetime(2026, 11, 24, 12, tzinfo=UTC), TODAY, "UTC")

DIES = """
import os, signal, sys
from datetime import UTC, date, datetime
from staketerm.journal.nurture import decisions
from staketerm.journal.opening import open_journal
from staketerm.journal.writing import Writing
from staketerm.store.clock import FixedClock

clock = FixedClock(datetime(2026, 11, 24, 12, tzinfo=UTC), date(2026, 11, 24), "UTC")
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
journal = open_journal(sys.argv[1], clock=clock)
act = decisions.due(journal).acts[0].proposal
if sys.argv[2] == "before":
    Writing.settle = die
decisions.done(journal, act, outcome="informal_approach")
die()
"""
"""Does the first act in a program that is killed, before its work is kept or right after."""


def quiet_since_october(journal: Journal) -> DueAct:
    """Somebody to be in touch with again; the act that says so."""
    who = add(journal, "Bram Okafor", impact="high")
    log(journal, who, "contact", "2026-10-20")
    (act,) = decisions.due(journal).acts
    return act


def counted(journal: Journal, name: str) -> int:
    """How many rows of a table there are."""
    with journal.read() as reader:
        table = tables.metadata.tables[name]
        query = select(func.count()).select_from(table).where(table.c.deleted.is_(None))
        return int(reader.select(query)[0][0])


def test_what_is_done_twice_leaves_one_row_and_one_signal(journal: Journal):
    act = quiet_since_october(journal)
    first = decisions.done(journal, act.proposal, outcome="informal_approach")
    second = decisions.done(journal, act.proposal, outcome="informal_approach")
    assert (first.changed, second.changed) == (True, False)
    assert (counted(journal, "action"), counted(journal, "signal")) == (1, 2)


def test_advice_that_was_asked_for_twice_opens_one_ask(journal: Journal, partner):
    who = partner()
    asked = (Part(stakeholder=who),)
    plan = AddProgress(kind="plan", text="Desk rules, draft two", day=TODAY, contributors=asked)
    add_progress(journal, plan)
    (act,) = [
        each.proposal
        for each in decisions.due(journal).acts
        if each.proposal.kind == "advice_request"
    ]
    for _time in range(2):
        decisions.done(journal, act)
    assert counted(journal, "ask") == 1


def test_what_was_done_and_has_rested_can_be_done_again(journal: Journal, calendar):
    act = quiet_since_october(journal)
    decisions.done(journal, act.proposal)
    calendar.day = TODAY + timedelta(days=60)
    (again,) = decisions.due(journal).acts
    assert again.proposal.id == act.proposal.id, "nobody answered, so it is the same occasion"
    assert decisions.done(journal, again.proposal, outcome="answered").changed
    assert counted(journal, "action") == 1


@pytest.mark.skipif(not hasattr(os, "kill") or sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize(("when", "signals", "actions"), [("before", 1, 0), ("after", 2, 1)])
def test_a_sudden_end_loses_nothing_and_leaves_nothing_twice(
    where: Where, when: str, signals: int, actions: int
):
    place = where("journal")
    with open_journal(place, clock=CLOCK) as journal:
        act = quiet_since_october(journal)
    ended = subprocess.run([sys.executable, "-c", DIES, str(place), when], check=False)
    assert ended.returncode == -9
    with open_journal(place, clock=CLOCK) as journal:
        assert (counted(journal, "signal"), counted(journal, "action")) == (signals, actions)
        assert [each.id for each in decisions.due(journal).acts] == (
            [act.id] if not actions else []
        )
        decisions.done(journal, act.proposal, outcome="informal_approach")
        assert (counted(journal, "signal"), counted(journal, "action")) == (2, 1)


def test_the_queue_of_somebody_tells_what_is_open_and_what_was_decided(journal: Journal, calendar):
    act = quiet_since_october(journal)
    who, project = act.proposal.stakeholder, act.proposal.project
    decisions.skip(journal, act.proposal, "on holiday")
    calendar.day = TODAY + timedelta(days=40)
    (again,) = decisions.due(journal).acts
    decisions.done(journal, again.proposal, outcome="that was kind of you")
    other = add(journal, "Cas", impact="high")
    log(journal, other, "contact", "2026-10-20")
    told = queue(journal, who, project)
    assert [(row.state, row.outcome) for row in told.decided] == [("done", "that was kind of you")]
    assert not told.due.acts, "what others have to do with is not theirs"
    assert page(journal, who).queue == told
    assert not queue(journal, who, project, TODAY - timedelta(days=1)).decided


def test_the_next_act_of_a_kind_has_its_latest_day(journal: Journal):
    act = quiet_since_october(journal)
    decisions.done(journal, act.proposal, outcome="answered")
    assert next_latest(journal, act.proposal) == date(2026, 12, 24), "30 days from the contact"
