"""Undo takes back what one batch did, and nothing that anybody did since."""

import pytest
from sqlalchemy import select

from staketerm.domain.errors import NotFound, UsageError
from staketerm.store import tables
from staketerm.store.records import Entry, Involvement, Signal, Stakeholder
from staketerm.store.search import search
from staketerm.store.undo import last_undoable, undo
from tests.store.people import BRIDGE, DAY, begin, ident, person, signal, visible


def take_back(store, batch: str):
    with store.write("undo", undoes=batch) as work:
        result = undo(work, batch)
    return work.batch, result


def edit(store, **fields) -> str:
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), **fields)
    return str(work.batch)


def left(result) -> list[tuple]:
    return [
        (each.table, each.id, each.field, each.by.verb if each.by else None)
        for each in result.left_alone
    ]


def test_an_edit_is_taken_back_and_brought_again(store):
    begin(store)
    before = visible(store)
    batch = edit(store, job="Engineer", do_not_contact=True)
    after = visible(store)
    undone, result = take_back(store, batch)
    assert visible(store) == before
    assert result.undone == (("stakeholder", ident(2)),)
    take_back(store, undone)
    assert visible(store) == after


def test_what_somebody_changed_since_is_left_alone_and_named(store):
    begin(store)
    first = edit(store, job="Engineer", language="nl")
    edit(store, job="Chief engineer")
    _undone, result = take_back(store, first)
    assert left(result) == [("stakeholder", ident(2), "job", "edit")]
    (ada,) = visible(store)["stakeholder"]
    assert (ada["job"], ada["language"]) == ("Chief engineer", None)


def test_a_signal_edited_since_is_left_alone_as_a_whole(store):
    begin(store)
    with store.write("log") as work:
        work.put(signal())
    with store.write("edit") as later:
        later.patch(Signal, ident(100), note="said yes")
    _undone, result = take_back(store, work.batch)
    assert left(result) == [("signal", ident(100), None, "edit")]
    assert len(visible(store)["signal"]) == 1


def test_somebody_others_point_to_by_now_stays(store):
    begin(store)
    with store.write("add") as work:
        work.put(person(3, "Bo"))
        work.put(Involvement(id=ident(30), stakeholder=ident(3), project=BRIDGE.id))
    with store.write("log") as later:
        later.put(signal(100, 3))
    _undone, result = take_back(store, work.batch)
    assert left(result) == [("stakeholder", ident(3), None, None)]
    seen = visible(store)
    assert len(seen["stakeholder"]) == 2
    assert seen["involvement"] == []


def test_a_batch_is_undone_once(store):
    begin(store)
    batch = edit(store, job="Engineer")
    undone, _result = take_back(store, batch)
    with pytest.raises(UsageError, match="undone already"):
        take_back(store, batch)
    take_back(store, undone)
    take_back(store, batch)
    with pytest.raises(NotFound):
        take_back(store, ident(999))


def test_undo_says_which_batch_it_takes_back(store):
    begin(store)
    batch = edit(store, job="Engineer")
    with pytest.raises(ValueError, match="must name"), store.write("undo") as work:
        undo(work, batch)


def test_undo_goes_back_step_by_step(store):
    begin(store)
    jobs = ["Engineer", "Chief", "Director"]
    for job in jobs:
        edit(store, job=job)
    for expected in (*reversed(jobs[:-1]), None):
        with store.read() as reader:
            last = last_undoable(reader, besides={"begin"})
        assert last is not None
        take_back(store, last.id)
        assert visible(store)["stakeholder"][0]["job"] == expected
    with store.read() as reader:
        assert last_undoable(reader, besides={"begin"}) is None


def test_an_import_goes_and_comes_as_a_whole(store):
    begin(store)
    before = visible(store)
    people = [person(n, f"Person {n}") for n in range(10, 40)]
    signals = [signal(1000 + n, n, note=f"hello from {n}") for n in range(10, 40)]
    with store.write("import") as work:
        work.put_many([*people, *signals], logged=False)
        work.put(person(2, "Ada Lens", job="Engineer"))
    after = visible(store)
    undone, result = take_back(store, work.batch)
    assert visible(store) == before
    assert (result.unlogged, len(result.undone)) == (60, 1)
    with store.read() as reader:
        assert search(reader, "hello") == []
        assert search(reader, "person") == []
    redone, result = take_back(store, undone)
    assert visible(store) == after
    assert result.unlogged == 60
    with store.read() as reader:
        assert len(search(reader, "hello")) == 30
    take_back(store, redone)
    assert visible(store) == before


def test_what_was_done_to_imported_rows_since_stays(store):
    begin(store)
    with store.write("import") as work:
        work.put_many([person(n, f"Person {n}") for n in range(10, 14)], logged=False)
        work.put_many([signal(1000 + n, n) for n in range(10, 14)], logged=False)
    with store.write("edit") as later:
        later.patch(Signal, ident(1010), note="true")
        later.patch(Stakeholder, ident(11), job="Engineer")
    _undone, result = take_back(store, work.batch)
    assert sorted(left(result), key=str) == [
        ("signal", ident(1010), None, "edit"),
        ("stakeholder", ident(10), None, None),
        ("stakeholder", ident(11), "job", "edit"),
    ]
    seen = visible(store)
    assert [row["id"] for row in seen["signal"]] == [ident(1010)]
    assert [row["id"] for row in seen["stakeholder"]] == [ident(2), ident(10), ident(11)]


def test_undo_with_nothing_left_to_do_lets_the_next_go_further_back(store):
    begin(store)
    first = edit(store, job="Engineer")
    second = edit(store, job="Chief")
    edit(store, job="Director")
    _undone, result = take_back(store, second)
    assert result.undone == ()
    with store.read() as reader:
        newest = last_undoable(reader)
        assert newest is not None
    assert newest.id not in (first, second)
    take_back(store, newest.id)
    with store.read() as reader:
        last = last_undoable(reader)
    assert last is not None
    assert last.id == first


def test_undo_is_a_batch_with_stamps_and_entries_of_its_own(store):
    begin(store)
    batch = edit(store, job="Engineer")
    undone, _result = take_back(store, batch)
    with store.read() as reader:
        (row,) = reader.select(select(tables.batch).where(tables.batch.c.id == undone))
        (entry,) = reader.select(select(tables.change).where(tables.change.c.batch == undone))
        ada = reader.get(Stakeholder, ident(2))
    assert row.undoes == batch
    assert (entry.field, entry.old, entry.new) == ("job", "Engineer", None)
    assert ada is not None
    assert ada.revs["job"] == row.rev


def test_an_entry_nobody_needs_goes_with_its_links(store):
    begin(store)
    with store.write("note") as work:
        work.put(Entry(id=ident(50), kind="meeting", day=DAY, title="Kick-off"))
        work.put(signal(100, entry=ident(50)))
    _undone, result = take_back(store, work.batch)
    assert result.left_alone == ()
    seen = visible(store)
    assert (seen["entry"], seen["signal"]) == ([], [])
