"""The rows that cannot be read, put aside in a file to be mended and taken in later."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from staketerm.exchange.files import Written, write_whole
from staketerm.exchange.tables.plan import TablePlan
from staketerm.locale import _


def unread_path(path: Path) -> Path:
    """Where the unreadable rows of a file are put: `register.cannot-read.csv` beside it."""
    return path.with_name(f"{path.stem}.cannot-read.csv")


def write_unread(plan: TablePlan, path: Path) -> Written:
    """Write those rows to `path` as they stand in the file, with what is wrong in a last column.

    That column has a name that an import leaves out. Raises `ExportFailed`.
    """
    return write_whole(path, _lines(plan), uncounted=1)


def _lines(plan: TablePlan) -> Iterator[str]:
    header = plan.sheet.header.cells
    why = defaultdict(list)
    for problem in plan.problems:
        said = f"{problem.column}: {problem.text}" if problem.column else problem.text
        why[problem.row].append(said)
    yield _line([*header, _("why it cannot be read")], plan.sheet.delimiter)
    for row in plan.unread:
        padded = [*row.cells[: len(header)], *[""] * (len(header) - len(row.cells))]
        beyond = [cell for cell in row.cells[len(header) :] if cell]
        yield _line([*padded, "; ".join([*why[row.number], *beyond])], plan.sheet.delimiter)


def _line(cells: list[str], delimiter: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return text.getvalue()
