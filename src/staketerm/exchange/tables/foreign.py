"""CSV files as other programs write them: from bytes to rows of cells (storage-sync 1.5)."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.locale import _

DELIMITERS = (",", ";", "\t", "|")
"""What may stand between cells, tried in this order."""

SAMPLE_ROWS = 50  # rows looked at to find the delimiter and the header row
LONGEST_CELL = 100_000  # characters
MOST_COLUMNS = 200
MOST_BYTES = 512 * 1024 * 1024

_SEP_LINE = re.compile(r'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
_MERGE_MARK = re.compile(r"^(?:<{7} |={7}\r?$|>{7} )", re.MULTILINE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)

Likeness = Callable[[Sequence[str]], int]
"""How many cells of a row are known names of columns."""


class SheetRow(NamedTuple):
    """The cells of one row; `number` counts as a spreadsheet does, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read: how it was written, its header row, the rows below it as wide as the header.

    Blank rows are left out. `misfits` are the rows of another width, with what is wrong.
    """

    name: str
    encoding: str  # UTF-8, UTF-16 or cp1252
    delimiter: str
    header: SheetRow
    rows: tuple[SheetRow, ...]
    misfits: tuple[tuple[SheetRow, Problem], ...] = ()


def read_sheet(name: str, data: bytes, likeness: Likeness, delimiter: str | None = None) -> Sheet:
    """The rows of a CSV file whose bytes are `data`; `name` is the file's, for messages.

    The header row is the one of the first rows with most known names of columns, so a preamble
    above it is left out. Raises `ImportRefused` for what is no text, a quote that is never closed,
    a git merge that was not finished, no known column at all, or the same name twice.
    """
    text, encoding = decoded(name, data)
    text, said = without_sep_line(text)
    refuse_marks(name, text)
    sign = delimiter or said or find_delimiter(text, likeness)
    rows = tuple(sheet_rows(name, text, sign))
    header = _header(name, rows, likeness)
    below = [row for row in rows if row.number > header.number]
    fitted = [_fitted(name, row, header) for row in below]
    return Sheet(
        name=name,
        encoding=encoding,
        delimiter=sign,
        header=header,
        rows=tuple(row for row, problem in fitted if problem is None),
        misfits=tuple((row, problem) for row, problem in fitted if problem is not None),
    )


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it is in: a byte-order mark decides, else strict UTF-8,
    else cp1252.

    Raises `ImportRefused` for bytes that are none of them, with the line.
    """
    if len(data) > MOST_BYTES:
        raise _refused(name, None, _("larger than 512 MB; split it"))
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            return _strictly(name, data, codec), label
    if b"\0" in data:
        row = data[: data.index(b"\0")].count(b"\n") + 1
        raise _refused(name, row, _("holds NUL, which no text does; is this a CSV file?"))
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _strictly(name, data, "cp1252"), "cp1252"


def find_delimiter(text: str, likeness: Likeness) -> str:
    """The sign between the cells of `text`.

    It is the one under which a row has most known names of columns; then the one with the highest
    share of rows of equal width; then the one with most columns.
    """
    sample = "".join(islice(io.StringIO(text, newline=""), SAMPLE_ROWS * 4))
    return max(DELIMITERS, key=lambda sign: _evidence(sample, sign, likeness))


def _evidence(sample: str, delimiter: str, likeness: Likeness) -> tuple[int, float, int]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        rows = [row for row in islice(reader, SAMPLE_ROWS) if row]
    except csv.Error:
        return (0, 0.0, 0)
    if not rows:
        return (0, 0.0, 0)
    width, often = Counter(map(len, rows)).most_common(1)[0]
    known = max(map(likeness, rows))
    return (known, often / len(rows) if width > 1 else 0.0, width)


def _strictly(name: str, data: bytes, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        rule = _("byte {byte} is no text; save the file as UTF-8").format(
            byte=f"0x{data[error.start]:02x}"
        )
        raise _refused(name, row, rule) from None
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise _refused(name, row, _("holds NUL, which no text does; is this a CSV file?"))
    return text


def without_sep_line(text: str) -> tuple[str, str | None]:
    """The text without Excel's `sep=;` line, and the sign it names."""
    if match := _SEP_LINE.match(text):
        return text[match.end() :], match[1]
    return text, None


def refuse_marks(name: str, text: str) -> None:
    """Raise `ImportRefused` for the marks that a git merge leaves behind."""
    if match := _MERGE_MARK.search(text):
        row = text[: match.start()].count("\n") + 1
        raise _refused(
            name, row, _("unresolved git merge in line {line}; finish it first").format(line=row)
        )


def sheet_rows(name: str, text: str, delimiter: str) -> Iterator[SheetRow]:
    """Every row that is not blank, as a stream; raises `ImportRefused` where quotes do not pair."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refused(name, number, _quote_rule(error, begins)) from None
        if len(cells) > MOST_COLUMNS:
            raise _refused(name, number, _("more than 200 columns"))
        if any(map(str.strip, cells)):
            yield SheetRow(number, tuple(cells))


def _quote_rule(error: csv.Error, line: int) -> str:
    """What csv found, in words: Python names the case only by its message."""
    if "unexpected end" in str(error) or "field larger" in str(error):
        return _("a quote that opens here (line {line}) is never closed").format(line=line)
    return _("after a closing quote comes text (line {line}); double the quotes inside").format(
        line=line
    )


def _header(name: str, rows: Sequence[SheetRow], likeness: Likeness) -> SheetRow:
    if not rows:
        raise _refused(name, None, _("the file is empty"))
    best = max(rows[:SAMPLE_ROWS], key=lambda row: likeness(row.cells))  # the first of equals
    if likeness(best.cells) == 0:
        rule = _("no row names columns that are known here, such as name, e-mail or organisation")
        raise _refused(name, None, rule)
    return best


def _fitted(name: str, row: SheetRow, header: SheetRow) -> tuple[SheetRow, Problem | None]:
    """The row as wide as the header; empty cells beyond its last column are no fault."""
    width = len(header.cells)
    if len(row.cells) == width:
        return row, _too_long(name, row, header)
    if len(row.cells) > width and not any(cell.strip() for cell in row.cells[width:]):
        cut = SheetRow(row.number, row.cells[:width])
        return cut, _too_long(name, cut, header)
    rule = _("{n} cells where the header has {width}").format(n=len(row.cells), width=width)
    return row, Problem(name, row.number, None, None, rule)


def _too_long(name: str, row: SheetRow, header: SheetRow) -> Problem | None:
    for column, cell in zip(header.cells, row.cells, strict=True):
        if len(cell) > LONGEST_CELL:
            rule = _("longer than 100,000 characters")
            return Problem(name, row.number, column, cell[:LONGEST_CELL], rule)
    return None


def _refused(name: str, row: int | None, rule: str) -> ImportRefused:
    problem = Problem(name, row, None, None, rule)
    return ImportRefused(str(problem), (problem,))
