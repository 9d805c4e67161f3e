"""What if: who would move by other weights, before anything is written (F40)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.errors import UsageError
from staketerm.domain.habits import Correction
from staketerm.domain.own_kinds import can_weigh
from staketerm.journal import capture, history, ledger
from staketerm.journal.opening import open_journal
from staketerm.journal.positions import review
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import add_kind, change_kind
from staketerm.journal.positions.standing import stored_states
from staketerm.journal.positions.what_if import attempted, what_if
from staketerm.journal.requests import AddStakeholder, AskFor, LogSignal
from staketerm.journal.stakeholders import people, triage
from staketerm.store import tables
from staketerm.store.records import Signal
from tests.journal.conftest import TODAY, Calendar, add, log

WEIGHED = [kind.id for kind in CATALOGUE.values() if can_weigh(kind)]
LOGGED = [id for id in WEIGHED if id != "mail_unanswered"]


def test_it_names_who_would_move_and_writes_nothing(journal, partner):
    ada = partner()
    add(journal, "Bram")
    batches = len(history.history(journal))
    found = what_if(journal, ChangeKind(id="brought_others", points=-12))
    (move,) = found.moves
    assert (move.stakeholder, move.name, move.before) == (ada, "Ada Lens", "partner")
    assert move.after != "partner"
    assert move.stance_after < move.stance_before
    assert found.looked_at == 1
    assert found.before is not None
    assert found.after is not None
    assert (found.before.points, found.after.points) == (8, -12)
    assert triage.people(journal).rows[0].label == "partner"
    assert len(history.history(journal)) == batches


def test_alarms_that_would_be_raised_or_end_are_told(journal, ada):
    for months in range(2, 14):
        day = (TODAY - timedelta(days=30 * months)).isoformat()
        log(journal, ada, "agreement_kept", day)
    for days in (3, 9, 12):
        log(journal, ada, "passive_in_meeting", (TODAY - timedelta(days=days)).isoformat())
    found = what_if(journal, ChangeKind(id="passive_in_meeting", points=-9))
    assert [(move.alarm_raised, move.alarm_ended) for move in found.moves] == [(True, False)]
    change_kind(journal, ChangeKind(id="passive_in_meeting", points=-9))
    found = what_if(journal, ChangeKind(id="passive_in_meeting", built_in=True))
    assert [(move.alarm_raised, move.alarm_ended) for move in found.moves] == [(False, True)]


def test_only_those_with_signals_of_the_kind_are_looked_at(journal, partner):
    partner()
    bram = add(journal, "Bram")
    log(journal, bram, "no_show")
    assert what_if(journal, ChangeKind(id="no_show", points=-12)).looked_at == 1
    assert what_if(journal, ChangeKind(id="obstructed", points=-1)).looked_at == 0


def test_a_new_kind_moves_nobody_and_an_adopted_one_may(journal, ada):
    assert what_if(journal, AddKind(label="sang for us", points=12)).looked_at == 0
    with journal.write("import") as writing:
        where = journal.default_project().id
        for day in (1, 2):
            on = TODAY - timedelta(days=day)
            new = writing.new_id()
            writing.put(Signal(id=new, stakeholder=ada, project=where, day=on, kind="x"))
    found = what_if(journal, AddKind(label="sang for us", id="x", points=12))
    assert [move.before for move in found.moves] == ["unknown"]


def test_looking_part_by_part_gives_the_same_answer(journal, partner):
    partner()
    for name in ("Bram", "Cato", "Daan"):
        log(journal, add(journal, name), "brought_others")
    change = ChangeKind(id="brought_others", points=-12)
    attempt = attempted(journal, change)
    left = []
    while not attempt.done:
        left.append(attempt.go_on(journal, 3).left)
    assert left == [1, 0]
    assert attempt.found == what_if(journal, change)


def test_words_alone_move_nobody(journal, partner):
    partner()
    found = what_if(journal, ChangeKind(id="brought_others", label="got others in"))
    assert (found.moves, found.shifted, found.looked_at) == ((), 0, 1)


def test_nobody_of_a_project_without_scoring_is_told(journal):
    from staketerm.journal.projects import add_project

    add_project(journal, "friends", personal=True)
    where = people.find_project(journal, "friends").id
    cato = add(journal, "Cato", project=where)
    log(journal, cato, "no_show", project=where)
    found = what_if(journal, ChangeKind(id="no_show", points=12))
    assert (found.moves, found.looked_at) == ((), 0)


def test_a_correction_can_be_tried_on_everybody(journal, partner):
    partner()
    found = what_if(journal, Correction(for_=0.1))
    assert [(move.before, move.after) for move in found.moves] == [("partner", "unknown")]


@pytest.mark.parametrize("change", [ChangeKind(id="no_show", points=99), AddKind(label="")])
def test_what_cannot_be_made_cannot_be_tried(journal, change):
    with pytest.raises(UsageError):
        what_if(journal, change)


DEEDS = st.lists(
    st.tuples(st.sampled_from(["ada", "bram"]), st.sampled_from(LOGGED), st.integers(0, 300)),
    min_size=1,
    max_size=12,
)


def states(journal):
    """Every stored position."""
    with journal.read() as reader:
        pairs = [(row.stakeholder, row.project) for row in reader.select(tables.state.select())]
        return stored_states(reader, pairs)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS, st.sampled_from(WEIGHED), st.integers(-12, 12), st.integers(0, 40))
def test_a_change_does_what_it_was_said_to_do_and_undo_gives_the_very_same_states(
    where, deeds, kind, points, asked
):
    calendar = Calendar(TODAY)
    with open_journal(where(), clock=calendar) as journal:
        ids = {}
        for name in ("ada", "bram"):
            people.add_stakeholder(journal, AddStakeholder(name=name))
            ids[name] = people.find(journal, name).key
        for who, logged, ago in deeds:
            day = TODAY - timedelta(days=ago)
            told = LogSignal(stakeholder=ids[who], kind=logged, day=day, closes=None)
            capture.log_signal(journal, told)
        day = TODAY - timedelta(days=asked)
        ledger.ask(journal, AskFor(stakeholder=ids["ada"], kind="mail", day=day))
        calendar.day += timedelta(days=1)
        yesterday = {who: review.why(journal, who, as_of=TODAY).assessment for who in ids.values()}
        history.undo(journal, change_kind(journal, ChangeKind(id=kind, effort=3.5)).batch)
        before = states(journal)
        change = ChangeKind(id=kind, points=points)
        said = what_if(journal, change)
        receipt = change_kind(journal, change)
        done = {move.stakeholder: (move.before, move.after) for move in receipt.moved}
        for move in said.moves:
            if move.relabelled:
                assert done[move.stakeholder] == (move.before, move.after)
        relabelled = {move.stakeholder for move in receipt.moved if move.relabelled}
        assert relabelled == {move.stakeholder for move in said.moves if move.relabelled}
        for who in ids.values():
            then = review.why(journal, who, as_of=TODAY).assessment
            assert (then.stance, then.moves) == (yesterday[who].stance, yesterday[who].moves)
        if receipt.changed:
            history.undo(journal, receipt.batch)
        assert states(journal) == before


def test_a_kind_added_and_logged_counts_as_it_was_tried(journal, ada):
    add_kind(journal, AddKind(label="sang for us", points=3))
    for day in ("2026-11-02", "2026-11-09", "2026-11-16"):
        log(journal, ada, "sang_for_us", day)
    found = what_if(journal, ChangeKind(id="sang_for_us", points=12))
    change_kind(journal, ChangeKind(id="sang_for_us", points=12))
    (row,) = triage.people(journal).rows
    assert (found.moves[0].after, found.moves[0].stance_after) == (row.label, row.stance)
