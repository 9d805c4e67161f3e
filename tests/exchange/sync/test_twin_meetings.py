"""Two colleagues sat in one meeting and both logged it: what people did there counts once, when
somebody says so, and everybody comes to the same."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staketerm.exchange.sync.sharing import known_as
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture, history
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import Attendee, LogMeeting, LogSignal
from staketerm.journal.timeline import told
from staketerm.journal.twins import are_one, are_two, likely_twins
from staketerm.store.records import Signal
from tests.exchange.sync.twins_stage import TODAY, Pair, id_in, in_step, the_twin
from tests.places import Where
from tests.store.conftest import Hand


class Meeting(Pair):
    """The two, who log meetings and signals."""

    def meets(self, journal: Journal, *acts: str, day: date = TODAY, title: str = "Board") -> str:
        request = LogMeeting(
            day=day,
            title=title,
            project=self.project,
            attendees=(
                Attendee(stakeholder=self.ada, kinds=acts),
                Attendee(stakeholder=self.chris),
            ),
        )
        return id_in(capture.log_meeting(journal, request), "entry")

    def logs(self, journal: Journal, kind: str, day: date = TODAY) -> str:
        request = LogSignal(stakeholder=self.ada, kind=kind, day=day, project=self.project)
        return id_in(capture.log_signal(journal, request), "signal")


@pytest.fixture
def pair(tmp_path: Path, where: Where) -> Iterator[Meeting]:
    with in_step(where, tmp_path / "team") as both:
        yield Meeting(**vars(both))


def test_a_meeting_that_both_logged_is_proposed_to_both(pair: Meeting):
    first = pair.meets(pair.anna, "defended_project")
    second = pair.meets(pair.bram, "defended_project", title="Board meeting")
    pair.sync()
    seen = the_twin(pair.anna)
    assert (seen.day, seen.contested) == (TODAY, False)
    assert seen.title in ("Board", "Board meeting")
    assert {(seen.one.entry, seen.one.author), (seen.other.entry, seen.other.author)} == {
        (first, "you"),
        (second, "Bram"),
    }
    assert (seen.one.people, seen.one.deeds) == (2, 1)
    assert {each.name for each in seen.pairs} == {"Ada Lens", "Chris Ro"}
    assert {side.author for side in (the_twin(pair.bram).one, the_twin(pair.bram).other)} == {
        "Anna",
        "you",
    }
    assert the_twin(pair.bram).pairs == seen.pairs


def test_until_somebody_says_so_both_count(pair: Meeting):
    pair.meets(pair.anna, "defended_project")
    pair.sync()
    once = pair.ada_in(pair.bram)
    pair.meets(pair.bram, "defended_project")
    twice = pair.ada_in(pair.bram)
    assert twice.for_points > once.for_points
    pair.sync()
    receipt = are_one(pair.bram, the_twin(pair.bram))
    assert receipt.moved
    assert pair.ada_in(pair.bram).for_points == pytest.approx(once.for_points)
    assert likely_twins(pair.bram) == ()


def test_the_other_side_sees_that_they_are_one_and_counts_once_too(pair: Meeting):
    pair.meets(pair.anna, "obstructed")
    pair.meets(pair.bram, "obstructed")
    pair.sync()
    are_one(pair.bram, the_twin(pair.bram))
    pair.sync()
    assert likely_twins(pair.anna) == ()
    assert pair.ada_in(pair.anna) == pair.ada_in(pair.bram)


def test_what_is_counted_once_stays_and_says_what_it_doubles(pair: Meeting):
    kept = pair.logs(pair.anna, "obstructed")
    double = pair.logs(pair.bram, "obstructed")
    pair.sync()
    are_one(pair.anna, the_twin(pair.anna))
    shown = {item.id: item for item in told(pair.anna, stakeholder=pair.ada)}
    assert {kept, double} <= shown.keys()
    first, second = sorted((kept, double))
    assert (shown[second].doubles, shown[second].ignored) == (first, True)
    assert shown[second].known == "logged twice"
    assert (shown[first].doubles, shown[first].ignored) == (None, False)


def test_both_decide_apart_from_each_other_and_come_to_the_same(pair: Meeting):
    pair.meets(pair.anna, "obstructed")
    pair.meets(pair.bram, "obstructed")
    pair.sync()
    are_one(pair.bram, the_twin(pair.bram))
    are_one(pair.anna, the_twin(pair.anna))
    pair.sync()
    pair.sync()
    assert pair.ada_in(pair.anna) == pair.ada_in(pair.bram)
    assert [_linked(journal) for journal in (pair.anna, pair.bram)] == [_linked(pair.anna)] * 2
    assert len(_linked(pair.anna)) == 2


def _linked(journal: Journal) -> dict[str, str]:
    with journal.read() as reader:
        return {row.id: row.doubles for row in reader.rows(Signal) if row.doubles}


def test_undo_lets_both_count_again_and_proposes_them_again(pair: Meeting):
    pair.meets(pair.anna, "obstructed")
    pair.meets(pair.bram, "obstructed")
    pair.sync()
    before = pair.ada_in(pair.anna)
    are_one(pair.anna, the_twin(pair.anna))
    history.undo(pair.anna)
    assert pair.ada_in(pair.anna) == before
    assert len(the_twin(pair.anna).pairs) == 2


def test_deleting_the_one_that_counts_lets_the_other_count(pair: Meeting):
    one, other = sorted((pair.logs(pair.anna, "obstructed"), pair.logs(pair.bram, "obstructed")))
    pair.sync()
    are_one(pair.anna, the_twin(pair.anna))
    once = pair.ada_in(pair.anna).against_points
    capture.delete_row(pair.bram, "signal", one)
    pair.sync()
    assert pair.ada_in(pair.anna).against_points == pytest.approx(once)
    assert pair.ada_in(pair.anna) == pair.ada_in(pair.bram)
    (left,) = (item for item in told(pair.anna, stakeholder=pair.ada) if item.what == "signal")
    assert (left.id, left.ignored) == (other, False)


def test_two_meetings_are_not_proposed_again_and_undo_takes_that_back(pair: Meeting):
    pair.meets(pair.anna, "obstructed")
    pair.meets(pair.bram, "obstructed")
    pair.sync()
    before = pair.ada_in(pair.anna)
    are_two(pair.anna, the_twin(pair.anna))
    assert likely_twins(pair.anna) == ()
    assert pair.ada_in(pair.anna) == before
    pair.sync()
    assert len(likely_twins(pair.bram)) == 1
    history.undo(pair.anna)
    assert len(likely_twins(pair.anna)) == 1


def test_a_colleague_who_holds_two_for_one_is_told_of_and_can_be_answered(pair: Meeting):
    pair.meets(pair.anna, "obstructed")
    pair.meets(pair.bram, "obstructed")
    pair.sync()
    before = pair.ada_in(pair.anna)
    are_two(pair.anna, the_twin(pair.anna))
    are_one(pair.bram, the_twin(pair.bram))
    pair.sync()
    twin = the_twin(pair.anna)
    assert twin.contested
    are_two(pair.anna, twin)
    pair.sync()
    assert pair.ada_in(pair.anna).against_points == pytest.approx(before.against_points)
    assert pair.ada_in(pair.anna) == pair.ada_in(pair.bram)


def test_what_one_saw_besides_counts_on(pair: Meeting):
    pair.meets(pair.anna, "active_in_meeting", "defended_project")
    pair.meets(pair.bram, "active_in_meeting")
    pair.sync()
    are_one(pair.bram, the_twin(pair.bram))
    counted = [
        item.kind
        for item in told(pair.bram, stakeholder=pair.ada)
        if item.what == "signal" and not item.ignored
    ]
    assert sorted(counted) == ["active_in_meeting", "defended_project"]


def test_a_meeting_and_signals_logged_one_by_one_can_be_one(pair: Meeting):
    pair.meets(pair.anna, "obstructed")
    pair.logs(pair.bram, "obstructed")
    pair.sync()
    twin = the_twin(pair.anna)
    assert {twin.one.entry is None, twin.other.entry is None} == {True, False}
    assert len(twin.pairs) == 1


def test_of_three_colleagues_one_signal_counts(where: Where, pair: Meeting):
    clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
    with open_journal(where("chen"), clock=clock) as chen:
        sync(chen, pair.folder, known_as(chen, "Chen", ""))
        pair.logs(pair.anna, "obstructed")
        once = pair.ada_in(pair.anna)
        for journal in (pair.bram, chen):
            pair.logs(journal, "obstructed")
        for _round in range(2):
            sync(chen, pair.folder, "Chen")
            pair.sync()
        while twins := likely_twins(pair.anna):
            are_one(pair.anna, twins[-1])
        assert len(_linked(pair.anna)) == 2
        assert pair.ada_in(pair.anna) == once
        counted = [i for i in told(pair.anna, stakeholder=pair.ada) if not i.ignored]
        assert len(counted) == 1


def test_what_is_years_ago_and_what_nobody_shares_is_not_proposed(pair: Meeting, where: Where):
    old = TODAY - timedelta(days=500)
    pair.meets(pair.anna, "obstructed", day=old)
    pair.meets(pair.bram, "obstructed", day=old)
    pair.sync()
    assert likely_twins(pair.anna) == ()
    clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
    with open_journal(where("alone"), clock=clock) as alone:
        assert likely_twins(alone) == ()


def test_counting_it_again_by_hand_frees_it(pair: Meeting):
    pair.logs(pair.anna, "obstructed")
    pair.logs(pair.bram, "obstructed")
    pair.sync()
    are_one(pair.anna, the_twin(pair.anna))
    ((double, _kept),) = _linked(pair.anna).items()
    capture.leave_out(pair.anna, double, out=False)
    assert _linked(pair.anna) == {}
