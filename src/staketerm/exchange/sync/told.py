"""The two files of a share that are no tables: what was deleted, and which values were in conflict.

Every line is looked at before it is believed. One that speaks of a table that is not shared says
nothing here; one that cannot be read keeps all of that colleague's files out.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any, NamedTuple

from pydantic import ValidationError

from staketerm.domain.text import plain
from staketerm.exchange.cells import unguard
from staketerm.exchange.checking import ID, STAMP, adapter
from staketerm.exchange.csvform import form_of
from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.sync.giving import CONFLICTS_HEADER, DELETED_HEADER, PURGED
from staketerm.exchange.sync.kept import Decision
from staketerm.exchange.sync.scope import SHARED_KINDS
from staketerm.exchange.tables.foreign import decoded
from staketerm.locale import _
from staketerm.store.merging import Replaced
from staketerm.store.records import Row
from staketerm.store.restamp import DELETED
from staketerm.store.shapes import BY_TABLE, shape_of

_ID, _STAMP = re.compile(ID), re.compile(STAMP)

_SHARED = frozenset(kind.table for kind in SHARED_KINDS)

_BESIDE = frozenset({"extra", "folded"})
"""Cells that no file has a column of its own for."""


class Deletion(NamedTuple):
    """That a row was deleted, or erased for good (`purged`), and when."""

    table: str
    row: str
    purged: bool
    rev: str


class Lost(NamedTuple):
    """A value that gave way, of a row, and the last word on it."""

    table: str
    row: str
    value: Replaced
    word: Decision


def deletions(name: str, data: bytes, clock: str) -> Iterator[Deletion]:
    """What the lines of deleted.csv say, of rows that a share can hold; `name` is the file's, for
    messages, `clock` the tick that no stamp is later than. Raises `ImportRefused`.
    """
    for number, (table, row, how, rev) in _lines(name, data, DELETED_HEADER):
        if how not in ("deleted", PURGED):
            raise _refused(name, number, "kind", how)
        _check(name, number, clock, row, _rev=rev)
        if table in _SHARED:
            yield Deletion(table, row, how == PURGED, rev)


def lost_values(name: str, data: bytes, clock: str) -> Iterator[Lost]:
    """What the lines of conflicts.csv say, likewise."""
    for number, cells in _lines(name, data, CONFLICTS_HEADER):
        table, row, field, lost, value, won, resolved, since = cells
        stamps = {
            "lost_rev": lost,
            "won_rev": won,
            **({"resolved_rev": since} if since else {}),
        }
        if resolved not in ("", "yes") or (resolved and not since):
            raise _refused(name, number, "resolved", resolved)
        _check(name, number, clock, row, **stamps)
        if table not in _SHARED:
            continue
        try:
            held = _value(BY_TABLE[table], field or None, json.loads(unguard(value)))
        except (ValueError, RecursionError, TypeError):
            raise _refused(name, number, "lost_value", value) from None
        told = Replaced(field or None, lost, held, won, mine=False)
        yield Lost(table, row, told, Decision(since, resolved == "yes"))


def _value(kind: type[Row], field: str | None, said: Any) -> Any:
    """A value in conflict as JSON data, checked; raises ValueError for what cannot be one."""
    if field == DELETED:
        if not isinstance(said, bool):
            raise ValueError(DELETED)
        return said
    if field is not None:
        return _checked(kind, {field: said})[field]
    if not isinstance(said, dict):
        raise TypeError(kind.table)
    return _checked(kind, said)


def _checked(kind: type[Row], said: Mapping[str, Any]) -> dict[str, Any]:
    """Cells of a row as JSON data; raises ValueError."""
    shape, form = shape_of(kind), form_of(kind)
    if not said.keys() <= set(shape.cells):
        raise ValueError(kind.table)
    beside = {name: said[name] for name in said.keys() & _BESIDE}
    if not isinstance(beside.get("extra", {}), dict) or not isinstance(
        beside.get("folded", ""), str
    ):
        raise TypeError(kind.table)
    columns = tuple(name for name in form.columns if name in said)
    cells = tuple(plain(v) if isinstance(v := said[name], str) else v for name in columns)
    try:
        (row,) = adapter(kind.table, columns, native=True).validate_python([cells])
    except ValidationError:
        raise ValueError(kind.table) from None
    whole = {name: shape.as_data(name, cell) for name, cell in zip(columns, row, strict=True)}
    return {**whole, **beside}


def _check(name: str, number: int, clock: str, row: str, **stamps: str) -> None:
    if not _ID.fullmatch(row):
        raise _refused(name, number, "id", row)
    for column, stamp in stamps.items():
        if not _STAMP.fullmatch(stamp) or stamp[: len(clock)] > clock:
            raise _refused(name, number, column, stamp)


def _lines(
    name: str, data: bytes, header: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows below the header, with their number as a spreadsheet counts."""
    text, _encoding = decoded(name, data)
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(lines, ())) != header:
            raise _refused(name, 1, None, None, _("the header is another one"))
        for number, cells in enumerate(lines, 2):
            if len(cells) != len(header):
                rule = _("{n} cells where the header has {width}")
                said = rule.format(n=len(cells), width=len(header))
                raise _refused(name, number, None, None, said)
            yield number, tuple(cells)
    except csv.Error as error:
        raise _refused(name, lines.line_num, None, None, str(error)) from None


def _refused(
    name: str, row: int, column: str | None, value: str | None, rule: str = ""
) -> ImportRefused:
    problem = Problem(name, row, column, value, rule or _("this is no such value"))
    return ImportRefused(str(problem), (problem,))
