"""What stands beside a position: words against deeds, blocking, thin evidence, receptiveness."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import UsageError
from staketerm.domain.flag_words import blocking, says_does, thin
from staketerm.journal import history, ledger
from staketerm.journal.capture import leave_out
from staketerm.journal.nurture import prep
from staketerm.journal.positions import judging, review
from staketerm.journal.requests import AskFor, EditStakeholder
from staketerm.journal.stakeholders import page, people, triage
from staketerm.store.records import Signal
from tests.journal.conftest import TODAY, add, log


def told(journal, who, as_of=None):
    return review.why(journal, who, as_of=as_of).assessment


def names(journal, filter, as_of=None):
    return [row.name for row in triage.people(journal, filter=filter, as_of=as_of).rows]


def two_faced(journal, who):
    for day in ("2026-11-02", "2026-11-05", "2026-11-09"):
        log(journal, who, "said_support", day)
        log(journal, who, "agreement_broken", day)


def test_who_says_yes_and_does_no_is_found_and_told_with_the_sayings(journal, ada):
    two_faced(journal, ada)
    assert says_does(told(journal, ada)) == (
        "says yes, does no (3 of 3 sayings for, deeds against)"
    )
    assert names(journal, "gap") == names(journal, "kloof:ja") == ["Ada Lens"]
    assert names(journal, "gap", date(2026, 11, 8)) == [], "as of a day with two sayings"


def test_who_grumbles_and_delivers(journal, ada):
    for day in ("2026-11-02", "2026-11-05", "2026-11-09"):
        log(journal, ada, "said_concern", day)
        log(journal, ada, "provided_resources", day)
    assert says_does(told(journal, ada)) == (
        "grumbles, but delivers (3 of 3 sayings against, deeds for)"
    )


def test_two_sayings_are_too_few_to_compare(journal, ada):
    log(journal, ada, "said_support", "2026-11-02")
    log(journal, ada, "said_support", "2026-11-05")
    assert says_does(told(journal, ada)) == "2 sayings: too few to compare"


def test_who_keeps_blocking_is_found_with_the_acts(journal, ada):
    for day in ("2026-10-01", "2026-10-20", "2026-11-09"):
        log(journal, ada, "obstructed", day)
    assert blocking(told(journal, ada)) == (
        "keeps blocking: 3 acts in 90 days (1 Oct blocked or delayed a decision; "
        "20 Oct blocked or delayed a decision; 9 Nov blocked or delayed a decision)"
    )
    assert names(journal, "blocking") == names(journal, "blokkeert") == ["Ada Lens"]
    assert names(journal, "blocking", date(2026, 11, 8)) == []
    assert names(journal, "-blocking") == []


def test_the_flag_ends_by_time_alone_without_anything_written(journal, calendar, ada):
    for day in ("2026-10-01", "2026-10-20", "2026-11-09"):
        log(journal, ada, "obstructed", day)
    calendar.day = date(2026, 10, 1) + timedelta(days=90)
    assert names(journal, "blocking") == []
    assert triage.people(journal).rows[0].blocking == 2


def test_a_blocking_act_left_out_blocks_no_more_and_undo_brings_it_back(journal, ada):
    for day in ("2026-10-01", "2026-10-20", "2026-11-09"):
        log(journal, ada, "obstructed", day)
    with journal.read() as reader:
        first = reader.rows(Signal)[0].id
    receipt = leave_out(journal, first)
    assert names(journal, "blocking") == []
    history.undo(journal, receipt.batch)
    assert names(journal, "blocking") == ["Ada Lens"]


def test_how_many_observations_would_place_somebody(journal, ada):
    log(journal, ada, "agreement_kept", "2026-11-20")
    log(journal, ada, "agreement_kept", "2026-11-21")
    assert thin(told(journal, ada)) == "About three more observations would place them."
    (row,) = triage.people(journal).rows
    assert row.more_to_place == 3
    log(journal, ada, "defended_project", "2026-11-22")
    assert thin(told(journal, ada)) == ""
    assert triage.people(journal).rows[0].more_to_place == 0


def test_whose_position_changed_lately_is_found_in_both_languages(journal, ada):
    log(journal, ada, "defended_project", "2026-11-10")
    log(journal, ada, "brought_others", "2026-11-20")
    assert names(journal, "changed:7d was:unknown") == ["Ada Lens"]
    assert names(journal, "veranderd:7d") == ["Ada Lens"]
    assert names(journal, "changed:3d") == []
    assert names(journal, "changed:30d", date(2026, 11, 15)) == []


def test_open_asks_are_those_of_the_day_looked_at(journal, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, text="dates?", day=date(2026, 11, 10)))
    log(journal, ada, "mail_answered", "2026-11-20")
    assert names(journal, "ask:open") == []
    assert names(journal, "ask:open", date(2026, 11, 15)) == ["Ada Lens"]
    assert names(journal, "vraag:open", date(2026, 11, 5)) == []


def test_judgement_evidence_quiet_and_critic_hold_as_of_a_day(journal, ada):
    from staketerm.journal.requests import Judge

    log(journal, ada, "defended_project", "2026-11-01")
    log(journal, ada, "agenda_changed", "2026-11-02")
    judging.judge(journal, Judge(stakeholder=ada, label="critic", day=date(2026, 11, 10)))
    people.edit_stakeholder(journal, EditStakeholder(stakeholder=ada, valued_critic=True))
    assert names(journal, "oordeel:kritische-meedenker") == ["Ada Lens"]
    assert names(journal, "judgement:critic", date(2026, 11, 9)) == []
    assert names(journal, "evidence:none", date(2026, 10, 31)) == ["Ada Lens"]
    assert names(journal, "bewijs:geen") == []
    assert names(journal, "quiet:20d") == names(journal, "stil:20d") == ["Ada Lens"]
    assert names(journal, "quiet:20d", date(2026, 11, 10)) == []
    assert names(journal, "critic:yes") == names(journal, "criticus:ja") == ["Ada Lens"]
    assert review.why(journal, ada).valued_critic


def test_what_came_of_my_approaches(journal, ada):
    for back in range(6):
        asked = TODAY - timedelta(days=200 - 10 * back)
        receipt = ledger.ask(journal, AskFor(stakeholder=ada, day=asked))
        (row,) = [id for table, id in receipt.rows if table == "ask"]
        if back % 3:
            ledger.answer(journal, row, asked + timedelta(days=2))
    found = review.why(journal, ada).receptiveness
    assert (found.met, found.tried, found.word) == (4, 6, "high")
    bram = add(journal, "Bram")
    assert review.why(journal, bram).receptiveness.word == "unknown"


def test_the_page_and_the_sheet_of_a_past_day_show_what_was_open_then(journal, ada):
    ledger.ask(journal, AskFor(stakeholder=ada, text="dates?", day=date(2026, 11, 10)))
    log(journal, ada, "mail_answered", "2026-11-20")
    then = date(2026, 11, 15)
    assert [item.text for item in page.page(journal, ada, as_of=then).open] == ["dates?"]
    assert [item.text for item in prep.prep(journal, ada, as_of=then).open] == ["dates?"]
    assert page.page(journal, ada).open == ()
    (item,) = page.page(journal, ada, as_of=then).open
    with pytest.raises(UsageError, match="ended on Fri 20 Nov already"):
        ledger.answer(journal, item.id, TODAY)
