"""A journal on a server: several write at once, lines break, and nothing is lost or half there."""

import os
import subprocess
import sys
import threading
from collections import Counter

import pytest
from sqlalchemy import func, select, text

from staketerm.store import tables
from staketerm.store.clock import SystemClock
from staketerm.store.errors import (
    JournalLocked,
    JournalReadOnly,
    ServerLost,
    ServerRefuses,
    ServerUnreachable,
)
from staketerm.store.opening import open_store
from staketerm.store.records import Setting, Stakeholder
from staketerm.store.search import search
from staketerm.store.server_engine import MOST_VALUES
from staketerm.store.store import Store
from tests.store.conftest import Hand
from tests.store.people import ident, person

TURNS = 120

WRITER = """
import sys
from datetime import date
from staketerm.store.clock import SystemClock
from staketerm.store.opening import open_store
from staketerm.store.records import Setting, Stakeholder
from staketerm.store.search import search
from staketerm.store.server_engine import MOST_VALUES

location, author, turns, counter = sys.argv[1:]
store = open_store(location, clock=SystemClock(), author=author)
print("ready", flush=True)
sys.stdin.readline()
for turn in range(int(turns)):
    with store.write("edit") as work:
        counted = work.get(Setting, counter)
        work.patch(Setting, counter, value=counted.value + 1)
        name = f"{author} {turn}"
        work.put(Setting(id=work.new_id(), name=name, day=date(2026, 1, 1), value=turn))
store.close()
"""


@pytest.fixture
def counter(location, clock: Hand) -> str:
    """The id of a setting that counts from nothing."""
    store = open_store(location, clock=clock)
    with store.write("begin") as work:
        row = Setting(id=work.new_id(), name="counter", day=clock.today(), value=0)
        work.put(row)
    store.close()
    return row.id


def writer(location, author: str, counter: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(location), author, str(TURNS), counter]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_who_write_at_once_lose_nothing(location, clock, counter):
    both = [writer(location, name, counter) for name in ("anna", "bram")]
    for each in both:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in both:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    assert [each.wait(120) for each in both] == [0, 0]
    for each in both:
        each.communicate()
    store = open_store(location, clock=clock)
    with store.read() as reader:
        counted = reader.get(Setting, counter)
        assert counted is not None
        assert counted.value == 2 * TURNS
        assert len(reader.rows(Setting)) == 1 + 2 * TURNS
        batches = reader.select(select(tables.batch).order_by(tables.batch.c.rev))
        assert Counter(row.author for row in batches)["anna"] == TURNS
        assert len({row.rev for row in batches}) == len(batches) == 1 + 2 * TURNS
        told = reader.select(select(tables.change.c.new).order_by(tables.change.c.n))
        assert reader.meta("clock") == batches[-1].rev[:17]
    # each saw what the other had written before: the counter rose by one with every change
    rises = [new["value"] for (new,) in told if new]
    assert rises == list(range(1, 2 * TURNS + 1))
    store.close()


def backends(store: Store) -> list[int]:
    """The numbers of the connections of this process that the server has."""
    with store.read() as reader:
        here = reader.connection.scalar(select(func.pg_backend_pid()))
        found = reader.connection.scalars(
            text("SELECT pid FROM pg_stat_activity WHERE application_name = :name"),
            {"name": NAME},
        )
        return [pid for pid in found if pid != here]


NAME = f"staketerm-test-{os.getpid()}"


@pytest.fixture
def own(server_place: str, clock: Hand):
    """A journal on the server whose connections can be told from those of others."""
    store = open_store(f"{server_place}&application_name={NAME}", clock=clock)
    yield store
    store.close()


def cut(store: Store, place: str, own: int | None = None) -> None:
    """Have the server end connections: those of the journal but one, or one alone."""
    import psycopg

    pids = [own] if own is not None else backends(store)
    with psycopg.connect(place, autocommit=True) as other:
        for pid in pids:
            other.execute("SELECT pg_terminate_backend(%s)", (pid,))


def half(store: Store, place: str) -> None:
    """Write somebody, lose the connection, write somebody else."""
    with store.write("add") as work:
        work.put(person(2, "Ada"))
        cut(store, place, work.connection.scalar(select(func.pg_backend_pid())))
        work.put(person(3, "Bram"))


def test_a_line_that_breaks_in_the_middle_keeps_nothing_and_the_next_try_works(own, server_place):
    with pytest.raises(ServerLost, match="whole, or not at all"):
        half(own, server_place)
    with own.read() as reader:
        assert reader.select(select(tables.stakeholder.c.name)) == []
        assert reader.select(select(tables.batch.c.id)) == []
    with own.write("add") as work:
        work.put(person(4, "Chen"))
    with own.read() as reader:
        assert reader.select(select(tables.stakeholder.c.name)) == [("Chen",)]


def test_lines_that_broke_while_nothing_was_asked_are_made_anew_unnoticed(own, server_place):
    with own.write("add") as work:
        work.put(person(2, "Ada"))
    cut(own, server_place)
    with own.write("add") as work:
        work.put(person(3, "Bram"))
    cut(own, server_place)
    with own.read() as reader:
        assert len(reader.select(select(tables.batch.c.id))) == 2


def test_one_waits_for_another_and_is_told_when_that_takes_long(own, server_place):
    other = open_store(server_place, clock=SystemClock())
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with other.write("import"):
            held.set()
            done.wait(30)

    at_work = threading.Thread(target=hold)
    at_work.start()
    held.wait(30)
    with pytest.raises(JournalLocked, match="try again"), own.write("add", wait=0.05):
        pass
    done.set()
    at_work.join()
    with own.write("add") as work:
        assert work.put(person(2, "Ada"))
    other.close()


def test_whoever_the_server_lets_in_is_the_author_unless_one_says_a_name(own, server_place):
    assert own.author == "staketerm"
    named = open_store(server_place, clock=SystemClock(), author="Anna")
    with named.write("add") as work:
        work.put(person(2, "Ada"))
    named.close()
    with own.read() as reader:
        assert reader.select(select(tables.batch.c.author)) == [("Anna",)]


def test_others_news_is_told_once_and_ones_own_never(own, server_place):
    other = open_store(server_place, clock=SystemClock())
    assert own.news() is None
    with own.write("add") as work:
        work.put(person(2, "Ada"))
    assert own.news() is None
    with own.read() as reader:
        before = reader.meta("clock")
    with other.write("add") as work:
        work.put(person(3, "Bram"))
    assert other.news() == "000000000000-0000"  # Ada, before Bram
    with own.write("add") as work:
        work.put(person(4, "Chen"))
    assert own.news() == before
    assert own.news() is None
    other.close()


def test_no_server_is_told_with_the_remedy():
    with pytest.raises(ServerUnreachable, match="name and password"):
        open_store("postgresql://anna@127.0.0.1:1/team", clock=SystemClock())


def test_words_are_found_whatever_the_server_takes_for_letters(postgresql, clock):
    import psycopg

    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute(
            "CREATE DATABASE plain TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc "
            "LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    store = open_store(postgresql.replace("/postgres?", "/plain?"), clock=clock)
    with store.write("add") as work:
        work.put(person(2, "“Ada” – naïve…", folded="x"))
    with store.read() as reader:
        for word in ("ada", "naive", "Naïve"):
            assert [hit.id for hit in search(reader, word)] == [person(2).id]
    store.close()


def test_what_the_server_does_not_allow_is_told(postgresql, server_place, clock):
    import psycopg

    schema = server_place.rpartition("%3D")[2]
    open_store(server_place, clock=clock).close()
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute("CREATE ROLE reader LOGIN")
        server.execute(f"GRANT USAGE ON SCHEMA {schema} TO reader".encode())
        server.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader".encode())
    reading = open_store(server_place.replace("staketerm@", "reader@"), clock=clock)
    assert reading.read_only
    with pytest.raises(JournalReadOnly), reading.write("add"):
        pass
    reading.close()
    with pytest.raises(ServerRefuses, match=r"ask whoever .* \(no schema"):
        open_store(server_place.replace(schema, "nowhere"), clock=clock)


def test_more_ids_than_the_server_takes_beside_a_question_are_asked_all_the_same(own):
    with own.write("add") as work:
        work.put(person(70_000, "Ada % 'Lens'"))
    ids = [ident(number) for number in range(MOST_VALUES + 10_000)]
    with own.read() as reader:
        (found,) = reader.rows(Stakeholder, tables.stakeholder.c.id.in_(ids))
        assert found.name == "Ada % 'Lens'"
        asked = "SELECT name FROM stakeholder WHERE id IN :ids AND name LIKE '%Lens%'"
        assert reader.ask(asked, {"ids": ids}) == [(found.name,)]
