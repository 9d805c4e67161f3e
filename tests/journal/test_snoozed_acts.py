"""What is snoozed is put off, not lost: it is found, shown with its day, and taken up at will."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import Ambiguous, NotFound
from staketerm.journal import ledger
from staketerm.journal.history import undo
from staketerm.journal.ledger import open_items
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.coming import coming
from staketerm.journal.nurture.drafting import act_on
from staketerm.journal.nurture.plan import plan, stored_plan
from staketerm.journal.nurture.queue import queue
from staketerm.journal.progress import add_progress
from staketerm.journal.requests import AddProgress, Agree, AskFor, Part
from staketerm.store.records import Ask
from tests.journal.conftest import TODAY, add, log

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def quiet(journal):
    """A check-in that is due."""
    who = add(journal, "Bram Okafor", impact="high")
    log(journal, who, "contact", "2026-10-20")
    (act,) = decisions.due(journal).acts
    return act


def test_a_snoozed_act_is_found_by_its_id_with_the_day_it_comes_back(journal, quiet):
    decisions.snooze(journal, quiet.proposal, FRIDAY)
    answer = decisions.due(journal)
    assert (answer.acts, answer.coming, answer.held_back) == ((), (), ())
    (act,) = answer.snoozed
    assert (act.proposal.until, act.proposal.brake) == (FRIDAY, "snoozed to Fri 27 Nov")
    assert decisions.find_act(journal, quiet.id).proposal == act.proposal
    assert decisions.done(journal, act.proposal, outcome="answered").changed
    assert decisions.due(journal).snoozed == ()


def test_the_plan_kept_tells_the_same_as_the_plan_made_anew(journal, quiet):
    decisions.keep_plan(journal)
    decisions.snooze(journal, quiet.proposal, FRIDAY)
    with journal.read() as reader:
        kept = stored_plan(reader, TODAY)
        assert kept == plan(reader, TODAY)
    assert kept is not None
    assert [each.proposal.until for each in kept] == [FRIDAY]


def test_on_its_day_it_is_an_act_like_any_other(journal, calendar, quiet):
    decisions.snooze(journal, quiet.proposal, FRIDAY)
    calendar.day = FRIDAY
    (act,) = decisions.due(journal).acts
    assert (act.id, act.proposal.until, act.proposal.brake) == (quiet.id, None, None)


def test_it_can_be_taken_up_sooner_and_put_off_again(journal, quiet):
    decisions.snooze(journal, quiet.proposal, FRIDAY)
    (snoozed,) = decisions.due(journal).snoozed
    receipt = decisions.bring_back(journal, snoozed.proposal)
    assert receipt.changed
    assert [act.id for act in decisions.due(journal).acts] == [quiet.id]
    undo(journal)
    assert [act.id for act in decisions.due(journal).snoozed] == [quiet.id]
    undo(journal)
    assert decisions.bring_back(journal, quiet.proposal).changed is False, "it is not snoozed"
    decisions.snooze(journal, quiet.proposal, FRIDAY + timedelta(days=1))
    assert decisions.due(journal).snoozed[0].proposal.until == date(2026, 11, 28)


def test_the_queue_has_it_once_and_the_coming_weeks_on_its_day(journal, quiet):
    decisions.snooze(journal, quiet.proposal, FRIDAY)
    project = journal.default_project().id
    told = queue(journal, quiet.proposal.stakeholder, project)
    assert [act.id for act in told.due.snoozed] == [quiet.id]
    assert [row.state for row in told.decided] == ["snoozed"]
    (one,) = coming(journal, project)
    assert (one.first, one.id) == (FRIDAY, quiet.planned.id)


def test_a_snoozed_ask_is_acted_on_as_itself(journal, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, text="dates", day=date(2026, 11, 20), due=TODAY))
    (act,) = decisions.due(journal).acts
    decisions.snooze(journal, act.proposal, FRIDAY)
    (item,) = open_items(journal)
    assert act_on(journal, item).id == act.id
    decisions.done(journal, decisions.find_act(journal, act.id).proposal)
    with journal.read() as reader:
        assert reader.rows(Ask)[0].outcome == "answered"


def test_an_id_that_begins_several_acts_names_each_of_them(journal, ada):
    for text in ("three names", "a room"):
        agreed = Agree(stakeholder=ada, text=text, by="me", day=date(2026, 11, 20), due=TODAY)
        ledger.agree(journal, agreed)
    with pytest.raises(Ambiguous) as unsure:
        decisions.find_act(journal, "")
    project = journal.default_project().name
    assert {line.split(maxsplit=1)[1] for line in unsure.value.candidates} == {
        f"promise due, Ada Lens, {project}"
    }
    ids = {line.split()[0] for line in unsure.value.candidates}
    assert {decisions.find_act(journal, id).id for id in ids} == ids


def test_no_id_is_no_act_however_few_there_are(journal, quiet):
    for nothing in ("", "  "):
        with pytest.raises(Ambiguous):
            decisions.find_act(journal, nothing)
    assert decisions.find_act(journal, f" {quiet.id.upper()} ").id == quiet.id
    decisions.done(journal, quiet.proposal, outcome="answered")
    with pytest.raises(NotFound):
        decisions.find_act(journal, quiet.id)


def test_advice_on_a_long_plan_is_asked_in_brief(journal, partner):
    who = partner()
    part = (Part(stakeholder=who),)
    text = "The desk opens at nine, and then " * 40
    add_progress(journal, AddProgress(kind="plan", text=text, day=TODAY, contributors=part))
    (act,) = [
        each for each in decisions.due(journal).acts if each.proposal.kind == "advice_request"
    ]
    assert len(act.proposal.reason) < 200
    decisions.done(journal, act.proposal)
    (item,) = open_items(journal)
    assert item.text is not None
    assert item.text.startswith("The desk opens at nine")
    assert item.text.endswith("…")
