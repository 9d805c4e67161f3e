"""Taking in a register or an address book: a preview that writes nothing, then one batch."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.tables.compare import Planned, keys, plan_row
from staketerm.exchange.tables.dates import Order, order_of
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.foreign import Sheet, SheetRow, read_sheet
from staketerm.exchange.tables.headers import Heading, likeness, read_heading
from staketerm.exchange.tables.parties import Party
from staketerm.exchange.tables.plan import Options, TablePlan, said_counts
from staketerm.exchange.tables.present import SAME_AS, present
from staketerm.exchange.tables.records import Making
from staketerm.exchange.tables.rows import read_row, table_of
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.locale import ngettext
from staketerm.store.reader import Reader
from staketerm.store.records import Project

SHOWN_PROBLEMS = 100
_DATED = (Field.DAY, Field.LAST_CONTACT)


def preview(journal: Journal, path: Path, options: Options | None = None) -> TablePlan:
    """What taking in a file would do; writes nothing.

    Raises `ImportRefused` for a file that is no table of people.
    """
    options = options or Options()
    sheet, heading, parties, unread, problems = _read(journal, path, options)
    with journal.read() as reader:
        project = _project(reader, options)
        planned, _making = _planned(reader, project.id, parties, journal.today, options)
    return TablePlan(sheet, heading, project, planned, unread, problems, options)


def take_in(journal: Journal, plan: TablePlan, *, skip_bad: bool = False) -> Receipt:
    """Write what `plan` shows, as one batch that one undo takes back.

    The rows are compared with the journal once more, as it is by now. Raises `ImportRefused` with
    every problem, and writes nothing, if a row cannot be read; with `skip_bad` the others go in.
    """
    if not skip_bad:
        _refuse_bad(plan)
    parties = [planned.party for planned in plan.rows]
    with journal.write("import") as writing:
        planned, making = _planned(
            writing.work, plan.project.id, parties, journal.today, plan.options
        )
        making.write(writing)
        for each in planned:
            if each.likely and each.likely.stakeholder == each.stakeholder:
                writing.work.set_meta(SAME_AS + next(keys(each.party)), each.stakeholder)
    counts = Counter(each.fate for each in planned)
    return replace(
        writing.receipt, notes=(*writing.receipt.notes, said_counts(counts, len(plan.unread)))
    )


def _refuse_bad(plan: TablePlan) -> None:
    """Raise `ImportRefused` with every problem where a row of the plan cannot be read."""
    if not plan.problems:
        return
    n = len(plan.unread)
    head = ngettext(
        "{n} row cannot be read, so nothing was taken in:",
        "{n} rows cannot be read, so nothing was taken in:",
        n,
    ).format(n=n)
    lines = [str(problem) for problem in plan.problems[:SHOWN_PROBLEMS]]
    raise ImportRefused("\n".join([head, *lines]), plan.problems)


def _read(
    journal: Journal, path: Path, options: Options
) -> tuple[Sheet, Heading, tuple[Party, ...], tuple[SheetRow, ...], tuple[Problem, ...]]:
    sheet = read_sheet(path.name, path.read_bytes(), likeness, options.delimiter)
    sheet = _corrected(sheet, options)
    heading = read_heading(sheet, options.columns, options.layout)
    if options.tell_all:
        heading = _telling(heading)
    table = table_of(path.name, heading, _order(sheet, heading, options), journal.today)
    parties: list[Party] = []
    unread = [row for row, _problem in sheet.misfits]
    problems = [problem for _row, problem in sheet.misfits]
    for row in sheet.rows:
        read = read_row(table, row)
        if isinstance(read, Party):
            parties.append(read)
        elif read is not None:
            unread.append(row)
            problems += read
    problems.sort(key=lambda problem: problem.row or 0)
    unread.sort(key=lambda row: row.number)
    return sheet, heading, tuple(parties), tuple(unread), tuple(problems)


def _corrected(sheet: Sheet, options: Options) -> Sheet:
    """The sheet with the person's corrections, without the rows they leave out."""
    if not options.corrections and not options.without:
        return sheet
    place = {header: n for n, header in enumerate(sheet.header.cells)}
    cells = {row.number: list(row.cells) for row in sheet.rows}
    for (number, header), value in options.corrections.items():
        if number in cells and header in place:
            cells[number][place[header]] = value
    return replace(
        sheet,
        rows=tuple(
            SheetRow(number, tuple(row))
            for number, row in cells.items()
            if number not in options.without
        ),
        misfits=tuple(each for each in sheet.misfits if each[0].number not in options.without),
    )


def _telling(heading: Heading) -> Heading:
    """The heading with every column that has no place going to the private note."""
    columns = (
        replace(column, field=Field.TOLD)
        if column.field is Field.LEFT_OUT and column.header
        else column
        for column in heading.columns
    )
    return replace(heading, columns=tuple(columns))


def _order(sheet: Sheet, heading: Heading, options: Options) -> Order:
    """What comes first in the days of this file: its own days tell, else where it comes from."""
    days = [
        row.cells[column.index]
        for field in _DATED
        for column in heading.of(field)
        for row in sheet.rows
    ]
    habit = Order.OPEN
    if options.day_first is not None:
        habit = Order.DAY if options.day_first else Order.MONTH
    elif heading.language == "nl" or sheet.delimiter == ";":
        habit = Order.DAY
    return order_of(days, habit)


def _project(reader: Reader, options: Options) -> Project:
    if options.project is None:
        return default_project(reader)
    project = reader.get(Project, options.project)
    return project if project is not None else default_project(reader)


def _planned(
    reader: Reader,
    project: str,
    parties: Iterator[Party] | tuple[Party, ...] | list[Party],
    today: date,
    options: Options,
) -> tuple[tuple[Planned, ...], Making]:
    """The rows compared with the journal one after another, and what they become."""
    making = Making(present(reader, project), today)
    rows = []
    for party in parties:
        planned = plan_row(party, making.here, today, answer=options.answer(party.row))
        making.take(planned)
        rows.append(planned)
    return tuple(rows), making
