"""The JSON form of a whole journal: what it is, then every table with a row a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from staketerm.exchange.csvform import form_of
from staketerm.exchange.leaving import Leaving
from staketerm.store.records import EXCHANGED, FieldRow, Row

SCHEMA = "staketerm/export/1"
"""What the file says it is."""


class Snapshot:
    """The lines of one JSON file; `rows` counts the rows given so far.

    Days are ISO, columns that say nothing are left out, stamps are `_rev` and `_revs` as in CSV.
    """

    def __init__(self, leaving: Leaving, head: Mapping[str, Any]) -> None:
        self.rows = 0
        self._leaving = leaving
        self._head = {**head, "schema": SCHEMA, "version": head["schema"]}

    def lines(self) -> Iterator[str]:
        """The file line by line; the same rows always give the same lines."""
        yield "{\n"
        for name, value in self._head.items():
            yield f" {_json(name)}: {_json(value)},\n"
        yield ' "tables": {\n'
        for n, kind in enumerate(EXCHANGED):
            yield f"{',' if n else ''}  {_json(kind.table)}: [\n"
            for m, row in enumerate(self._leaving.rows(kind)):
                self.rows += 1
                yield f"{',' if m else ' '}  {_json(_values(row))}\n"
            yield "  ]\n"
        yield " }\n}\n"


def _values(row: Row) -> dict[str, Any]:
    """A row's columns that say something, its unknown columns, its stamps."""
    values: dict[str, Any] = {
        name: value
        for name in form_of(type(row)).columns
        if (value := getattr(row, name)) is not None
    }
    if row.extra:
        values["extra"] = dict(row.extra)
    values["_rev"] = row.rev
    if isinstance(row, FieldRow) and row.revs:
        values["_revs"] = dict(row.revs)
    return values


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
