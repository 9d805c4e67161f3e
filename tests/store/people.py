"""Rows to test with, and what a person can see of a journal."""

from datetime import date
from typing import Any

from staketerm.store.records import EXCHANGED, Project, Row, Signal, Stakeholder
from staketerm.store.shapes import shape_of
from staketerm.store.store import Store

DAY = date(2026, 11, 3)


def ident(n: int) -> str:
    """The n-th id of a test."""
    return f"00000000-0000-7000-8000-{n:012x}"


BRIDGE = Project(id=ident(1), name="Bridge")


def person(n: int = 2, name: str = "Ada Lens", **fields: Any) -> Stakeholder:
    values = {"id": ident(n), "name": name, "folded": name.lower(), "handle": f"h-{n}"}
    return Stakeholder(**{**values, **fields})


def signal(n: int = 100, who: int = 2, **fields: Any) -> Signal:
    values = {"stakeholder": ident(who), "project": BRIDGE.id, "day": DAY, "kind": "contact"}
    return Signal(**{"id": ident(n), **values, **fields})


def begin(store: Store) -> None:
    """A project, and Ada in it."""
    with store.write("begin") as work:
        work.put(BRIDGE)
        work.put(person())


def visible(store: Store) -> dict[str, list[dict[str, Any]]]:
    """What a person can see: every living row, without stamps."""
    with store.read() as reader:
        return {
            kind.table: [bare(row) for row in reader.rows(kind, order_by=shape_of(kind).table.c.id)]
            for kind in EXCHANGED
        }


def bare(row: Row) -> dict[str, Any]:
    """A row without its stamps."""
    values = shape_of(type(row)).values(row)
    return {name: v for name, v in values.items() if name not in ("rev", "revs", "deleted")}
