"""How answers leave the program: tables, JSON, sentences. Everything shown passes `plain`."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from staketerm.domain.text import plain, plain_line
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal

ELLIPSIS = "…"
GAP = 2
"""Blanks between the columns of a table."""

CLEARED = "\r\x1b[K"
"""What empties the line of progress on a terminal."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What json leaves as it is, though a terminal may obey it or nothing can encode it."""


def show(text: str = "", *, ink: str | None = None, bold: bool = False) -> None:
    """A line of the answer, on stdout."""
    click.echo(click.style(plain(text), fg=ink, bold=bold or None))


def tell(text: str) -> None:
    """A message beside the answer, on stderr."""
    click.echo(plain(text), err=True)


@contextmanager
def passing_line() -> Iterator[Callable[[str], None] | None]:
    """What shows how far something is: one line on stderr, the next in its place, gone at the end.
    None where that is no terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return

    def say(line: str) -> None:
        sys.stderr.write(CLEARED + plain_line(line))
        sys.stderr.flush()

    try:
        yield say
    finally:
        sys.stderr.write(CLEARED)


def tell_plain(journal: "Journal") -> None:
    """Say, of an encrypted journal alone, that what was written from it is not."""
    if journal.encrypted:
        tell(_("What was written is not encrypted, as the journal is."))


def show_json(command: str, values: dict[str, Any]) -> None:
    """One object `{"schema": "staketerm/COMMAND/1", ...}` on stdout; days are ISO."""
    told = json.dumps(
        {"schema": f"staketerm/{command}/1", **values},
        ensure_ascii=False,
        indent=2,
        default=_as_json,
    )
    click.echo(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", told))


def _as_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def show_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, for_scripts: int = 0
) -> None:
    """Rows under heads, in columns as wide as terminal cells need; tab-separated and without heads
    when piped.

    The first `for_scripts` columns are left out on a terminal, where lines are cut to its width.
    """
    cleaned = [[plain_line(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in cleaned:
            click.echo("\t".join(row))
        return
    shown = [row[for_scripts:] for row in (heads, *cleaned)]
    for number, line in enumerate(_lines(shown)):
        click.echo(click.style(line, dim=number == 0 or None))


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell + " " * (width + GAP - cell_len(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        yield _cut("".join(cells).rstrip(), shutil.get_terminal_size().columns)


def wrapped(text: str, cells: int) -> list[str]:
    """`text` on one line, broken at blanks into lines of `cells` terminal cells."""
    from rich.cells import cell_len

    lines: list[str] = []
    for each in plain_line(text).split(" "):
        if lines and cell_len(f"{lines[-1]} {each}") <= cells:
            lines[-1] += f" {each}"
        else:
            lines.append(each)
    return lines


def _cut(text: str, cells: int) -> str:
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + ELLIPSIS
