"""Very many rows that come into a journal with few: their indexes are made at the end."""

from typing import NoReturn

import pytest
from sqlalchemy import text

from staketerm.store import loading as room
from staketerm.store import tables
from staketerm.store.loading import loading
from staketerm.store.opening import open_store
from staketerm.store.records import Signal
from tests.store.people import begin, ident, signal


def indexes(reader) -> set[tuple[str, ...]]:
    """The indexes of the signals, as SQLite keeps them."""
    query = "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'signal' AND type = 'index'"
    return {tuple(row) for row in reader.select(text(query))}


@pytest.fixture
def begun(place, clock, monkeypatch):
    monkeypatch.setattr(room, "MANY", 10)
    store = open_store(place, clock=clock)
    begin(store)
    yield store
    store.close()


def put(work, first: int, many: int) -> None:
    work.put_many(signal(n) for n in range(first, first + many))


def put_and_fail(store) -> NoReturn:
    with store.write("sync") as work, loading(work, tables.signal, 20):
        put(work, 100, 20)
        raise KeyError


def test_the_indexes_are_put_off_and_are_there_again_as_they_were(begun):
    with begun.read() as reader:
        before = indexes(reader)
    with begun.write("sync") as work:
        with loading(work, tables.signal, 20):
            assert {name for name, sql in indexes(work) if sql} == set()
            put(work, 100, 20)
        assert indexes(work) == before
    with begun.read() as reader:
        assert indexes(reader) == before
        of_ada = tables.signal.c.stakeholder == ident(2)
        assert len(reader.rows(Signal, of_ada)) == 20


def test_an_error_takes_back_the_rows_and_leaves_the_indexes(begun):
    with begun.read() as reader:
        before = indexes(reader)
    with pytest.raises(KeyError):
        put_and_fail(begun)
    with begun.read() as reader:
        assert indexes(reader) == before
        assert reader.rows(Signal) == []


@pytest.mark.parametrize(("here", "coming"), [(0, 9), (2, 19), (30, 20)])
def test_where_few_come_or_many_are_here_they_are_kept_in_order(begun, here, coming):
    with begun.write("log") as work:
        put(work, 100, here)
    with begun.write("sync") as work, loading(work, tables.signal, coming):
        assert {name for name, sql in indexes(work) if sql}
