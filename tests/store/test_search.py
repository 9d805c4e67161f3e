"""Finding people, contacts and what was told, by the beginnings of words."""

from datetime import date

import pytest

from staketerm.store.records import Agreement, Ask, Contact, Entry, Signal, Stakeholder
from staketerm.store.search import rebuild, search
from tests.store.people import BRIDGE, DAY, begin, ident, person, signal


def found(store, text: str, limit: int = 50) -> list[str]:
    with store.read() as reader:
        return [f"{hit.table} {int(hit.id[-4:], 16)}" for hit in search(reader, text, limit)]


@pytest.fixture
def told(store):
    begin(store)
    with store.write("add") as work:
        work.put(person(3, "Zoë Smith-Jones"))
        work.put(
            Contact(
                id=ident(4),
                stakeholder=ident(3),
                way="email",
                value="Zoe@Example.org",
                folded="zoe@example.org",
            )
        )
        work.put(signal(5, day=date(2026, 11, 1), note="The water board said yes"))
        work.put(
            Entry(id=ident(6), kind="note", day=DAY, title="Été à Liège", text="pont, water; 100%")
        )
        work.put(
            Ask(
                id=ident(7),
                stakeholder=ident(2),
                project=BRIDGE.id,
                asked_on=date(2026, 11, 2),
                text="waterproof drawings?",
            )
        )
        work.put(
            Agreement(
                id=ident(8),
                stakeholder=ident(2),
                project=BRIDGE.id,
                by="me",
                text="send 美咲の図面",
                made_on=DAY,
            )
        )
    return store


EXPECTED = {
    "water": ["entry 6", "ask 7", "signal 5"],
    "WATER boa": ["signal 5"],
    "ete liege": ["entry 6"],
    "zoe": ["contact 4", "stakeholder 3"],
    "jones smith": ["stakeholder 3"],
    "smith-jo": ["stakeholder 3"],
    "zoe@ex": ["contact 4"],
    "ad": ["stakeholder 2"],
    "100%": ["entry 6"],
    "0%": ["entry 6"],
    "美咲": ["agreement 8"],
    "図面": ["agreement 8"],
    "nobody": [],
    "": [],
    "-- ??": [],
    '"': [],
    'wat" OR "yes': [],
    "wat* NOT yes": [],
}


def test_words_are_found_by_how_they_begin(told):
    assert {text: found(told, text) for text in EXPECTED} == EXPECTED


def test_newest_first_and_no_more_than_asked(told):
    assert found(told, "water", limit=2) == ["entry 6", "ask 7"]
    with told.write("edit") as work:
        work.patch(Signal, ident(5), day=date(2027, 1, 1))
    assert found(told, "water", limit=2) == ["signal 5", "entry 6"]


def test_the_index_follows_every_write(told):
    with told.write("edit") as work:
        work.patch(Signal, ident(5), note="The fire brigade said no")
        work.delete(Entry, ident(6))
    assert found(told, "water") == ["ask 7"]
    assert found(told, "brigade") == ["signal 5"]
    with told.write("add") as work:
        work.put(Entry(id=ident(6), kind="note", day=DAY, text="water again"))
    assert found(told, "water") == ["entry 6", "ask 7"]


def test_a_write_that_failed_leaves_no_trace_in_the_index(told):
    with pytest.raises(TypeError):
        _fail(told)
    assert found(told, "water") == ["entry 6", "ask 7", "signal 5"]


def _fail(store) -> None:
    with store.write("edit") as work:
        work.put(signal(9, note="water everywhere"))
        work.finish()
        work.patch(Stakeholder, ident(2), nothing=1)


def test_imported_rows_are_found(told):
    with told.write("import") as work:
        work.put_many([signal(n, note=f"flood {n}") for n in range(100, 160)], logged=False)
    assert len(found(told, "flood", limit=100)) == 60


def test_the_index_can_be_made_anew(told):
    before = {text: found(told, text) for text in ("water", "zoe", "ete", "ad")}
    with told.write("repair") as work:
        rebuild(work)
    assert {text: found(told, text) for text in before} == before
    with told.write("edit") as work:
        work.put(signal(10, note="water too"))
    assert found(told, "water too") == ["signal 10"]
