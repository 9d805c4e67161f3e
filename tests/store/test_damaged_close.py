"""A damaged journal is closed without a fault; who reads the damaged page is told of it."""

import sqlite3
from contextlib import closing

import pytest

from staketerm.store import tables
from staketerm.store.errors import JournalDamaged
from staketerm.store.opening import open_store
from staketerm.store.records import Stakeholder
from tests.store.people import begin


def test_damage_that_closing_meets_first_is_left_to_the_doctor(place, clock):
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("import") as work:
        work.put_many(_many(1000, 3000), logged=False)
    store.close()
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("DROP TABLE IF EXISTS sqlite_stat1")
    pages = bytearray(place.read_bytes())
    for at in range(0, len(pages), 4096):
        page = pages[at : at + 4096]
        if b"name 1100" in page and b"Name 1100" not in page:  # of an index, not of the table
            pages[at : at + 4096] = b"\xff" * 4096
    place.write_bytes(pages)
    store = open_store(place, clock=clock)
    person = tables.stakeholder.c
    with store.write("add") as work:
        work.rows(Stakeholder, person.folded == "nobody")
        work.put_many(_many(4000, 4001))
    store.close()
    store = open_store(place, clock=clock)
    with pytest.raises(JournalDamaged, match="doctor --repair"), store.read() as reader:
        reader.rows(Stakeholder, person.folded == "name 1100")
    store.close()


def _many(first: int, last: int) -> list[Stakeholder]:
    return [
        Stakeholder(
            id=f"00000000-0000-7000-8000-{n:012x}",
            name=f"Name {n}",
            folded=f"name {n}",
            handle=f"x{n}",
        )
        for n in range(first, last)
    ]
