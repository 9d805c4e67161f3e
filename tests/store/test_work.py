"""One unit of work: what is written, what the change log says of it, and what never happens."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from staketerm.domain.errors import NotFound
from staketerm.store import erasing, tables
from staketerm.store.records import (
    Ask,
    Batch,
    Change,
    Entry,
    Involvement,
    Setting,
    Signal,
    Stakeholder,
)
from staketerm.store.stamps import replica_of
from tests.store.people import BRIDGE, DAY, begin, ident, person, signal


def changes(store, batch: str) -> list[Change]:
    table = tables.change
    with store.read() as reader:
        query = select(table).where(table.c.batch == batch).order_by(table.c.n)
        return [Change(**row._mapping) for row in reader.select(query)]


def batches(store) -> list[Batch]:
    with store.read() as reader:
        query = select(tables.batch).order_by(tables.batch.c.rev)
        return [Batch(**row._mapping) for row in reader.select(query)]


def ada(store) -> Stakeholder:
    with store.read() as reader:
        found = reader.get(Stakeholder, ident(2))
    assert isinstance(found, Stakeholder)
    return found


WAYS = {
    "put": lambda work, row: work.put(row),
    "put_many": lambda work, row: work.put_many([row]),
    "adopt": lambda work, row: work.adopt([(None, replace(row, rev=work.rev))]),
}


@pytest.mark.parametrize("way", WAYS)
def test_an_id_made_just_now_has_a_row_once_there_is_one(store, way):
    begin(store)
    with store.write("log") as work:
        row = replace(signal(), id=work.new_id())
        assert work.get(Signal, row.id) is None
        WAYS[way](work, row)
        assert work.get(Signal, row.id).kind == "contact"
        assert work.patch(Signal, row.id, kind="mail_answered")
    with store.read() as reader:
        assert reader.get(Signal, row.id).kind == "mail_answered"


def test_a_row_comes_back_as_it_was_put(store):
    begin(store)
    rows = [
        Ask(
            id=ident(10),
            stakeholder=ident(2),
            project=BRIDGE.id,
            asked_on=DAY,
            text="naïve “quotes” \u202e and 👩‍🔬",
            intensity=1.5,
            private=True,
            extra={"Spalte": "x", "n": 1},
        ),
        Involvement(id=ident(11), stakeholder=ident(2), project=BRIDGE.id, power=5),
        Setting(id=ident(12), name="catalogue", day=DAY, value={"contact": [1, 2.5, None]}),
        Setting(id=ident(13), name="correction", day=DAY, value=None),
    ]
    with store.write("add") as work:
        for row in rows:
            assert work.put(row)
    with store.read() as reader:
        for row in rows:
            found = reader.get(type(row), row.id)
            assert found is not None
            assert found.rev == work.rev
            for name in ("extra", "text", "power", "value", "asked_on", "intensity", "private"):
                assert getattr(found, name, None) == getattr(row, name, None)


def test_one_unit_of_work_is_one_batch_and_one_stamp(store, clock):
    begin(store)
    with store.write("log") as work:
        work.put(signal(100))
        work.put(signal(101, note="said yes"))
    assert batches(store)[-1] == Batch(
        id=work.batch, rev=work.rev, at=clock.now(), author=store.author, verb="log"
    )
    assert replica_of(work.rev) == store.replica
    assert [(c.tab, c.row, c.field, c.rev) for c in changes(store, work.batch)] == [
        ("signal", ident(100), None, work.rev),
        ("signal", ident(101), None, work.rev),
    ]


def test_each_changed_field_has_a_stamp_and_an_entry_of_its_own(store):
    begin(store)
    first = ada(store).rev
    with store.write("edit") as work:
        assert work.patch(Stakeholder, ident(2), job="Engineer", language="nl")
        assert work.patch(Stakeholder, ident(2), job="Chief engineer")
    assert ada(store).job == "Chief engineer"
    assert (ada(store).rev, dict(ada(store).revs)) == (
        first,
        {"job": work.rev, "language": work.rev},
    )
    assert [(c.field, c.old, c.new) for c in changes(store, work.batch)] == [
        ("job", None, "Chief engineer"),
        ("language", None, "nl"),
    ]


def test_a_row_whose_every_field_changed_is_stamped_as_a_whole(store):
    begin(store)
    with store.write("edit") as work:
        work.put(
            person(
                name="Ada Byron",
                kind="role",
                job="x",
                language="nl",
                organisation=ident(2),
                merged_into=ident(2),
                do_not_contact=True,
                private=True,
                extra={"a": 1},
            )
        )
    assert (ada(store).rev, dict(ada(store).revs)) == (work.rev, {})


def test_an_edited_signal_keeps_its_old_self_in_the_log(store):
    begin(store)
    with store.write("log") as work:
        work.put(signal())
    logged = work.rev
    with store.write("edit") as work:
        work.patch(Signal, ident(100), day=date(2026, 11, 4), note="later")
    (entry,) = changes(store, work.batch)
    assert entry.field is None
    assert entry.old["day"] == "2026-11-03"
    assert entry.old["rev"] == logged
    assert entry.new == {"day": "2026-11-04", "note": "later"}


def test_what_is_put_again_unchanged_makes_no_batch(store):
    begin(store)
    before = batches(store)
    with store.write("import") as work:
        assert not work.put(person())
        assert not work.patch(Stakeholder, ident(2), name="Ada Lens")
        assert not work.changed
    assert batches(store) == before


def test_what_is_changed_and_changed_back_makes_no_batch(store):
    begin(store)
    before = ada(store)
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), name="Bo")
        work.delete(Stakeholder, ident(2))
        work.put(person())
        assert work.touched == ()
    assert ada(store) == before
    assert batches(store)[-1].verb == "begin"


def test_an_error_inside_means_that_nothing_happened(store):
    begin(store)
    with pytest.raises(KeyboardInterrupt):
        _interrupted(store)
    assert ada(store).name == "Ada Lens"
    with store.read() as reader:
        assert reader.meta("x") is None
    with store.write("edit") as work:
        assert work.patch(Stakeholder, ident(2), name="Cy")
    assert ada(store).name == "Cy"


def _interrupted(store) -> None:
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), name="Bo")
        work.set_meta("x", "y")
        raise KeyboardInterrupt


def test_a_deleted_row_is_out_of_sight_and_can_be_put_again(store):
    begin(store)
    with store.write("delete") as work:
        assert work.delete(Stakeholder, ident(2))
        assert not work.delete(Stakeholder, ident(2))
        assert work.get(Stakeholder, ident(2)) is None
    with store.read() as reader:
        assert reader.rows(Stakeholder) == []
        (gone,) = reader.rows(Stakeholder, deleted=True)
    assert gone.deleted == work.rev
    assert gone.name == "Ada Lens"
    with pytest.raises(NotFound), store.write("edit") as work:
        work.patch(Stakeholder, ident(2), name="Bo")
    with store.write("add") as work:
        assert work.put(person(name="Ada Byron"))
    assert ada(store).deleted is None
    assert dict(ada(store).revs) == {
        "deleted": work.rev,
        "name": work.rev,
        "folded": work.rev,
    }
    assert work.rev > gone.deleted


def test_the_handle_stays_whatever_is_put(store):
    begin(store)
    with store.write("import") as work:
        work.put(person(name="Ada Byron", handle="ada-byron"))
    assert ada(store).handle == "h-2"
    with pytest.raises(TypeError, match="handle"), store.write("edit") as work:
        work.patch(Stakeholder, ident(2), handle="other")


def test_columns_unknown_to_whoever_puts_a_row_stay(store):
    with store.write("import") as work:
        work.put(person(extra={"Region": "Kempen"}))
    with store.write("edit") as work:
        work.put(person(name="Ada Byron"))
    assert ada(store).extra == {"Region": "Kempen"}
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), extra={})
    assert ada(store).extra == {}


def test_a_misspelt_field_is_a_fault_of_the_program(store):
    begin(store)
    with pytest.raises(TypeError, match="nmae"), store.write("edit") as work:
        work.patch(Stakeholder, ident(2), nmae="x")


def test_touched_tells_what_was_and_what_is(store):
    begin(store)
    with store.write("edit") as work:
        work.put(signal())
        work.patch(Stakeholder, ident(2), job="Engineer")
        work.patch(Stakeholder, ident(2), job="Chief")
        log, edit = work.touched
    assert (log.table, log.id, log.before) == ("signal", ident(100), None)
    assert isinstance(log.after, Signal)
    assert isinstance(edit.before, Stakeholder)
    assert isinstance(edit.after, Stakeholder)
    assert (edit.before.job, edit.after.job) == (None, "Chief")


def test_an_import_is_found_by_its_stamp_and_logs_no_rows(store):
    begin(store)
    rows = [signal(n) for n in range(200, 260)]
    with store.write("import") as work:
        assert work.put_many(rows[:50], logged=False) == 50
        assert work.put_many(rows, logged=False) == 10
        assert work.unlogged == 60
        work.patch(Signal, ident(200), note="seen twice")
    assert changes(store, work.batch) == []
    assert batches(store)[-1].unlogged == 60
    with store.read() as reader:
        found = reader.rows(Signal, tables.signal.c.rev == work.rev)
    assert len(found) == 60
    before = batches(store)
    with store.write("import") as work:
        assert work.put_many(rows, logged=False) == 0
    assert batches(store) == before


def test_rows_that_are_there_are_left_as_they_are(store):
    begin(store)
    with store.write("delete") as work:
        work.put(signal(100))
        work.put(signal(101))
        work.delete(Signal, ident(100))
    with store.write("import") as work:
        new = [signal(n, note="other") for n in (100, 101, 102, 102)]
        assert work.put_many(new, logged=False) == 1
    with store.read() as reader:
        notes = {row.id: row.note for row in reader.rows(Signal)}
    assert notes == {ident(101): None, ident(102): "other"}


def test_many_rows_can_be_logged_too(store):
    begin(store)
    with store.write("plan") as work:
        assert work.put_many([person(3, "Bo"), signal(100, 3), signal(101, 3)]) == 3
        assert len(work.touched) == 3
    assert [(c.tab, c.row) for c in changes(store, work.batch)] == [
        ("stakeholder", ident(3)),
        ("signal", ident(100)),
        ("signal", ident(101)),
    ]


def test_many_rows_come_up_as_they_went_down(store):
    begin(store)
    rows = [
        Entry(id=ident(300), kind="note", day=DAY, title="Été", text=None, private=False),
        Entry(id=ident(301), kind="call", day=date(1999, 1, 1), extra={"k": [1, "2"]}),
        signal(302, intensity=0.5, note="x", ignored=True, private=True, origin="mail"),
    ]
    with store.write("import") as work:
        work.put_many(rows, logged=False)
    with store.read() as reader:
        for row in rows:
            found = reader.get(type(row), row.id)
            assert found is not None
            assert found == type(row)(**{**_fields(row), "rev": work.rev})


def _fields(row):
    from staketerm.store.shapes import shape_of

    return shape_of(type(row)).values(row)


def test_rows_are_ordered_and_limited_as_asked(store):
    begin(store)
    with store.write("log") as work:
        work.put_many([signal(n, day=date(2026, 1, n % 28 + 1)) for n in range(100, 120)])
    day = tables.signal.c.day
    with store.read() as reader:
        found = reader.rows(
            Signal, day > date(2026, 1, 20), order_by=(day.desc(), tables.signal.c.id), limit=3
        )
    assert [row.day.day for row in found] == [28, 27, 26]


def test_a_reader_sees_one_moment(place, clock):
    from staketerm.store.opening import open_store

    store = open_store(place, clock=clock)
    begin(store)
    with store.read() as reader:
        before = reader.get(Stakeholder, ident(2))
        with store.write("edit") as work:
            work.patch(Stakeholder, ident(2), name="Bo")
        assert reader.get(Stakeholder, ident(2)) == before
    assert ada(store).name == "Bo"
    store.close()


def test_a_write_inside_a_write_is_a_fault_of_the_program(store):
    begin(store)
    with (
        pytest.raises(RuntimeError, match="open already"),
        store.write("one"),
        store.write("two"),
    ):
        pass
    with store.write("three") as work:
        assert work.patch(Stakeholder, ident(2), name="Bo")


def test_days_are_those_of_the_journal(place):
    from staketerm.store.clock import FixedClock
    from staketerm.store.opening import open_store

    late = FixedClock(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), zone="Europe/Brussels")
    store = open_store(place, clock=late)
    store.close()
    elsewhere = FixedClock(late.moment, zone="America/New_York")
    store = open_store(place, clock=elsewhere)
    assert store.clock.today() == date(2026, 11, 22)
    store.close()


@pytest.mark.parametrize("many", [False, True])
def test_what_is_erased_in_a_work_does_not_come_back_in_it(store, many):
    begin(store)
    with store.write("sync") as work:
        assert work.put(person(5, "New"))  # nothing was ever erased when this one was put
        erasing.erase(work, erasing.rows_of(work, ident(2)))
        again = person(2, "Ada Lens")
        assert not (work.put_many([again]) if many else work.put(again))
    with store.read() as reader:
        assert reader.get(Stakeholder, ident(2), deleted=True) is None
