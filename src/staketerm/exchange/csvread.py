"""Reading the CSV form of a table back: strict, streamed, every cell checked (storage-sync 1.4).

Columns are found by name, in any order; one that is missing was not sent. What a spreadsheet does
to a file that it only saves again (byte-order mark, semicolons, CRLF, quotes) changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from pydantic import ValidationError

from staketerm.domain.text import plain
from staketerm.exchange.cells import unguard
from staketerm.exchange.checking import STAMP, Besides, adapter, needed, records_of
from staketerm.exchange.csvform import REV, REVS, form_of
from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.rules import rule_of
from staketerm.exchange.tables.foreign import (
    SheetRow,
    decoded,
    find_delimiter,
    refuse_marks,
    sheet_rows,
    without_sep_line,
)
from staketerm.locale import _
from staketerm.store.records import Row
from staketerm.store.restamp import DELETED
from staketerm.store.shapes import shape_of
from staketerm.store.types import Count, Day, Flag, Key, Number, Words

AT_ONCE = 5_000  # rows checked by one call (storage-sync 3.1)
MOST_PROBLEMS = 100
MOST_ROWS = 5_000_000

_STAMP = re.compile(STAMP)


Mend = Callable[[tuple[str, ...], Iterator[SheetRow]], Iterator[SheetRow]]
"""What puts the rows of a file that somebody changed by hand into our form, given its header."""


def read_table(
    kind: type[Row], name: str, data: bytes, mend: Mend | None = None
) -> Iterator[list[Row]]:
    """The rows of a file as records, some thousands at a time; `name` is the file's, for messages,
    `mend` sees its cells first.

    Stamps come along; a handle does not, it is made where the row is taken in. Raises
    `ImportRefused` with up to 100 problems; what was given before is then not to be kept.
    """
    header, rows = sheet_of(kind, name, data)
    reading = _Reading(kind, name, header)
    yield from reading.batches(mend(header.cells, rows) if mend else rows)


def sheet_of(kind: type[Row], name: str, data: bytes) -> tuple[SheetRow, Iterator[SheetRow]]:
    """The header of a file and the rows below it as they stand there; known columns are found
    whatever their case and the blanks around them. Raises `ImportRefused`.
    """
    text, _encoding = decoded(name, data)
    text, said = without_sep_line(text)
    refuse_marks(name, text)
    form = form_of(kind)
    known = {column.casefold(): column for column in (*form.columns, *form.stamps)}

    def named(cells: Sequence[str]) -> list[str]:
        return [known.get(cell.strip().casefold(), cell) for cell in cells]

    sign = said or find_delimiter(text, lambda cells: len({*known.values()} & {*named(cells)}))
    rows = sheet_rows(name, text, sign)
    header = next(rows, None)
    if header is None:
        raise _refused([Problem(name, None, None, None, _("the file is empty"))])
    return header._replace(cells=tuple(named(header.cells))), rows


class _Reading:
    """One file while it is read."""

    def __init__(self, kind: type[Row], name: str, header: SheetRow) -> None:
        self.kind, self.name, self.header = kind, name, header.cells
        form = form_of(kind)
        self._refuse_header()
        place = {column: n for n, column in enumerate(self.header)}
        self.columns = tuple(column for column in (*form.columns, REV) if column in place)
        self.places = tuple(place[column] for column in self.columns)
        types = {**dict(zip(form.columns, form.types, strict=True)), REV: Key}
        wanted = needed(kind)
        guarded = {n for n, column in enumerate(self.columns) if types[column] not in _UNGUARDED}
        self.guarded = tuple(sorted(guarded))
        self.flags = tuple(n for n, column in enumerate(self.columns) if types[column] is Flag)
        self.revs = place.get(REVS)
        self.stamped = {*shape_of(kind).cells, DELETED}
        ours = {*form.columns, *form.stamps, REVS}
        self.extras = {n: unguard(cell) for cell, n in place.items() if cell not in ours}
        self.adapter = adapter(kind.table, self.columns)
        self.texts = tuple(
            n for n in self.guarded if self.columns[n] in wanted and types[self.columns[n]] is Words
        )

    def batches(self, rows: Iterable[SheetRow]) -> Iterator[list[Row]]:
        """The records, or `ImportRefused` for the first batch with problems."""
        rest, width = iter(rows), len(self.header)
        while batch := list(islice(rest, AT_ONCE)):
            misfits = [row for row in batch if len(row.cells) != width]
            if misfits:
                raise _refused([self._misfit(row) for row in misfits])
            if batch[-1].number > MOST_ROWS:
                raise _refused(
                    [Problem(self.name, None, None, None, _("more than 5 million rows"))]
                )
            try:
                values = self.adapter.validate_python(self._cells(batch))
            except ValidationError as error:
                raise _refused(self._problems(batch, error)) from None
            yield records_of(self.kind, self.columns, values, self._besides(batch))

    def _refuse_header(self) -> None:
        doubled = {cell for cell in self.header if cell and self.header.count(cell) > 1}
        missing = [column for column in needed(self.kind) if column not in self.header]
        rule = ""
        if doubled:
            rule = _("column {column} stands twice").format(column=min(doubled))
        elif missing:
            rule = _("column {column} is missing").format(column=missing[0])
        if rule:
            raise _refused([Problem(self.name, 1, None, None, rule)])

    def _misfit(self, row: SheetRow) -> Problem:
        rule = _("{n} cells where the header has {width}").format(
            n=len(row.cells), width=len(self.header)
        )
        return Problem(self.name, row.number, None, None, rule)

    def _cells(self, batch: Sequence[SheetRow]) -> list[tuple[Any, ...]]:
        """The cells of rows in the order of the columns: text without its guard, past the gate.

        Column by column, which takes half the time.
        """
        given = list(zip(*(row.cells for row in batch), strict=True))
        columns: list[Sequence[Any]] = [
            [cell or None for cell in given[place]] for place in self.places
        ]
        for n in self.guarded:
            columns[n] = [cell and plain(unguard(cell)) for cell in columns[n]]
        for n in self.flags:
            columns[n] = [cell or False for cell in columns[n]]
        for n in self.texts:
            columns[n] = [cell or "" for cell in columns[n]]
        return list(zip(*columns, strict=True))

    def _besides(self, batch: Sequence[SheetRow]) -> list[Besides]:
        """What rows have besides their columns: unknown ones, and stamps of single fields."""
        if not self.extras and self.revs is None:
            return [_NOTHING_BESIDES] * len(batch)
        return [self._beside(row) for row in batch]

    def _beside(self, row: SheetRow) -> Besides:
        extra = {
            name: plain(unguard(cell)) for n, name in self.extras.items() if (cell := row.cells[n])
        }
        revs: dict[str, str] = {}
        if self.revs is not None and (said := row.cells[self.revs]):
            pairs = (pair.partition(":") for pair in said.split(" "))
            revs = {field: stamp for field, _colon, stamp in pairs}
            if not (revs.keys() <= self.stamped and all(map(_STAMP.fullmatch, revs.values()))):
                rule = _("these are no stamps of fields of this table")
                raise _refused([Problem(self.name, row.number, REVS, said, rule)])
        return Besides(extra, revs)

    def _problems(self, batch: Sequence[SheetRow], error: ValidationError) -> list[Problem]:
        found = []
        for each in error.errors(include_url=False)[:MOST_PROBLEMS]:
            at, column = int(each["loc"][0]), int(each["loc"][1])
            row = batch[at]
            found.append(
                Problem(
                    self.name,
                    row.number,
                    self.columns[column],
                    row.cells[self.places[column]],
                    rule_of(each),
                )
            )
        return found


_NOTHING_BESIDES = Besides()

_UNGUARDED = frozenset({Key, Day, Count, Number, Flag})


def _refused(problems: Sequence[Problem]) -> ImportRefused:
    first = "\n".join(str(problem) for problem in problems[:MOST_PROBLEMS])
    return ImportRefused(first, tuple(problems[:MOST_PROBLEMS]))
