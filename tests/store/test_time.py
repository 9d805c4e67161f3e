"""Time in a journal: stamps that only rise, ids in order, days of one zone."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.ids import derived_id
from staketerm.store.clock import FixedClock, SystemClock, machine_zone
from staketerm.store.ids import Ids
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from staketerm.store.stamps import FIRST_TICK, later, next_tick, replica_of, stamp, tick_of
from tests.store.conftest import Hand
from tests.store.people import begin, ident

START = datetime(1990, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=80_000)).map(lambda since: START + since)


@given(st.lists(moments, min_size=1, max_size=30))
def test_ticks_rise_whatever_the_clock_does(walls):
    tick = FIRST_TICK
    for wall in walls:
        following = next_tick(wall, tick)
        assert following > tick
        assert int(following[:12], 16) >= int(wall.timestamp() * 1000)
        tick = following


def test_a_tick_has_its_form():
    assert next_tick(datetime(2025, 11, 22, tzinfo=UTC), FIRST_TICK) == "019aa8dc4800-0000"
    assert next_tick(datetime(1960, 1, 1, tzinfo=UTC), FIRST_TICK) == "000000000000-0001"


def test_the_counter_runs_over_into_the_next_millisecond():
    tick = "019aa5c3f2e3-ffff"
    assert next_tick(datetime(2020, 1, 1, tzinfo=UTC), tick) == "019aa5c3f2e4-0000"


def test_a_stamp_tells_its_tick_and_replica():
    whole = stamp("019aa5c3f2e3-0001", "a1b2c3d4")
    assert whole == "019aa5c3f2e3-0001-a1b2c3d4"
    assert (tick_of(whole), replica_of(whole)) == ("019aa5c3f2e3-0001", "a1b2c3d4")
    assert later("019aa5c3f2e3-0000", whole) == tick_of(whole)
    assert later("019aa5c3f2e3-0002", whole) == "019aa5c3f2e3-0002"


@pytest.mark.parametrize("jump", [{"days": -400}, {"seconds": -1}, {"days": 400}, {}])
def test_writes_are_stamped_in_order_though_the_clock_jumps(store, clock, jump):
    begin(store)
    revs = []
    for n in range(4):
        with store.write("edit") as work:
            work.patch(Stakeholder, ident(2), job=f"job {n}")
        revs.append(work.rev)
        clock.move(**jump)
    assert revs == sorted(set(revs))


def test_the_clock_is_remembered_from_one_day_to_the_next(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("edit") as first:
        first.patch(Stakeholder, ident(2), job="Engineer")
    store.close()
    clock.move(days=-1000)
    store = open_store(place, clock=clock)
    with store.write("edit") as second:
        second.patch(Stakeholder, ident(2), job="Chief")
    store.close()
    assert second.rev > first.rev


@given(st.lists(st.integers(-5, 5), max_size=40))
def test_new_ids_rise_whatever_the_clock_does(steps):
    clock = Hand()
    ids = Ids(clock)
    made = [ids.new()]
    for step in steps:
        clock.move(milliseconds=step)
        made.append(ids.new())
    assert made == sorted(set(made))
    assert {(UUID(each).version, UUID(each).variant) for each in made} == {
        (7, "specified in RFC 4122")
    }


def test_a_new_id_tells_the_millisecond_of_its_making():
    clock = Hand()
    assert int(Ids(clock).new().replace("-", "")[:12], 16) == int(clock.now().timestamp() * 1000)


def test_a_derived_id_is_the_same_everywhere():
    assert derived_id(None, "tag", "ada") == "00000000-0000-84c8-9f28-5718854ab20c"
    made = derived_id(date(2026, 11, 21), "involvement", "ada", "bridge")
    assert UUID(made).version == 8
    assert made == derived_id(date(2026, 11, 21), "involvement", "ada", "bridge")
    assert made == derived_id(datetime(2026, 11, 21, tzinfo=UTC), "involvement", "ada", "bridge")


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_derived_ids_differ_where_the_keys_differ(one, other):
    assert (derived_id(None, *one) == derived_id(None, *other)) == (one == other)


@given(moments, moments)
def test_derived_ids_sort_by_the_moment_of_the_row(one, other):
    if one - other >= timedelta(milliseconds=1):
        assert derived_id(one, "x") > derived_id(other, "x")


def test_a_moment_before_1970_or_in_another_zone_is_no_trouble():
    assert derived_id(date(1850, 1, 1), "x") == derived_id(None, "x")
    east = datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    assert derived_id(east, "x") == derived_id(datetime(2026, 1, 1, tzinfo=UTC), "x")


def test_a_day_is_that_of_the_zone():
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert FixedClock(late, zone="Europe/Brussels").today() == date(2026, 11, 22)
    assert FixedClock(late).today() == date(2026, 11, 21)
    assert FixedClock(late, date(2011, 2, 20)).in_zone("Asia/Tokyo").today() == date(2011, 2, 20)
    system = SystemClock("Pacific/Auckland")
    assert system.now().tzinfo is UTC
    assert abs((system.today() - system.now().date()).days) <= 1
    assert system.in_zone("Europe/Brussels").zone == "Europe/Brussels"


def test_a_zone_this_machine_does_not_know_falls_back_to_its_own():
    clock = SystemClock("Mars/Olympus")
    assert abs((clock.today() - clock.now().date()).days) <= 1


def test_the_zone_of_the_machine_is_told_by_name(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    assert machine_zone() == "Europe/Amsterdam"
    monkeypatch.setenv("TZ", "../../etc/passwd")
    assert machine_zone() != "../../etc/passwd"


def test_the_zone_is_kept_with_the_journal(location):
    store = open_store(location, clock=SystemClock("Asia/Tokyo"))
    with store.read() as reader:
        assert reader.meta("zone") == "Asia/Tokyo"
    store.close()
