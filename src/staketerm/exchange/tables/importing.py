"""Taking in a register or an address book: a preview that writes nothing, then one batch."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.tables.compare import Fate, Planned, keys, plan_row
from staketerm.exchange.tables.dates import Order, order_of
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.foreign import Sheet, SheetRow, read_sheet
from staketerm.exchange.tables.headers import Column, Heading, likeness, read_heading
from staketerm.exchange.tables.parties import Party
from staketerm.exchange.tables.present import SAME_AS, present
from staketerm.exchange.tables.records import Making
from staketerm.exchange.tables.rows import Table, read_row
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.locale import _, ngettext
from staketerm.store.records import Project
from staketerm.store.work import Reader

SHOWN_PROBLEMS = 100
_DATED = (Field.DAY, Field.LAST_CONTACT)


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may decide about a file; without it everything is found out.

    `project` is an id; `columns` says what a column is, by its heading; `corrections` is by row and
    heading; `without` are rows to leave out; `same` answers, by row, whether a likely person is the
    one, `likely_same` answers for all others. `tell_all` keeps unknown columns in the private note.
    """

    project: str | None = None
    delimiter: str | None = None
    columns: Mapping[str, Field] = field(default_factory=dict)
    corrections: Mapping[tuple[int, str], str] = field(default_factory=dict)
    without: frozenset[int] = frozenset()
    same: Mapping[int, bool] = field(default_factory=dict)
    likely_same: bool | None = None
    tell_all: bool = False


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What a file would do, row by row; nothing has been written.

    `unread` are rows that cannot be read, as they stand in the file; `problems` say why.
    """

    sheet: Sheet
    heading: Heading
    project: Project
    rows: tuple[Planned, ...]
    unread: tuple[SheetRow, ...]
    problems: tuple[Problem, ...]
    options: Options

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows are new, changed, as they are."""
        return Counter(planned.fate for planned in self.rows)

    @property
    def asks(self) -> tuple[Planned, ...]:
        """The rows that are probably somebody who is here already, and await an answer."""
        return tuple(
            planned
            for planned in self.rows
            if planned.likely and _answer(self.options, planned.party) is None
        )

    @property
    def left_out(self) -> tuple[Column, ...]:
        """The columns that are not taken in."""
        return tuple(column for column in self.heading.of(Field.LEFT_OUT) if column.header)

    @property
    def described(self) -> str:
        """What was recognised: "register, Dutch headers, cp1252, ; between"."""
        parts = [_(self.heading.layout.title)]
        if self.heading.language == "nl":
            parts.append(_("Dutch headers"))
        sign = {"\t": _("tabs")}.get(self.sheet.delimiter, self.sheet.delimiter)
        return ", ".join([*parts, self.sheet.encoding, _("{sign} between").format(sign=sign)])


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
    if plan.problems and not skip_bad:
        raise _refused(plan)
    parties = [planned.party for planned in plan.rows]
    with journal.write("import") as writing:
        planned, making = _planned(
            writing.work, plan.project.id, parties, journal.today, plan.options
        )
        making.write(writing)
        for each in planned:
            if each.likely and each.likely.stakeholder == each.stakeholder:
                writing.work.set_meta(SAME_AS + next(keys(each.party)), each.stakeholder)
    return replace(writing.receipt, notes=(*writing.receipt.notes, *_notes(planned, plan)))


def _read(
    journal: Journal, path: Path, options: Options
) -> tuple[Sheet, Heading, tuple[Party, ...], tuple[SheetRow, ...], tuple[Problem, ...]]:
    sheet = read_sheet(path.name, path.read_bytes(), likeness, options.delimiter)
    sheet = _corrected(sheet, options)
    heading = read_heading(sheet, options.columns)
    if options.tell_all:
        heading = _telling(heading)
    table = Table(path.name, heading, _order(sheet, heading), journal.today)
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


def _order(sheet: Sheet, heading: Heading) -> Order:
    """What comes first in the days of this file: its own days tell, else where it comes from."""
    days = [
        row.cells[column.index]
        for field in _DATED
        for column in heading.of(field)
        for row in sheet.rows
    ]
    habit = Order.OPEN
    if heading.language == "nl" or sheet.delimiter == ";":
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
        planned = plan_row(party, making.here, today, answer=_answer(options, party))
        making.take(planned)
        rows.append(planned)
    return tuple(rows), making


def _answer(options: Options, party: Party) -> bool | None:
    return options.same.get(party.row, options.likely_same)


def _refused(plan: TablePlan) -> ImportRefused:
    n = len(plan.unread)
    head = ngettext(
        "{n} row cannot be read, so nothing was taken in:",
        "{n} rows cannot be read, so nothing was taken in:",
        n,
    ).format(n=n)
    lines = [str(problem) for problem in plan.problems[:SHOWN_PROBLEMS]]
    return ImportRefused("\n".join([head, *lines]), plan.problems)


def _notes(planned: tuple[Planned, ...], plan: TablePlan) -> Iterator[str]:
    """What a receipt says besides: how many rows did what."""
    counts = Counter(each.fate for each in planned)
    yield _("{new} new, {changed} changed, {same} as they were").format(
        new=counts[Fate.NEW], changed=counts[Fate.CHANGED], same=counts[Fate.SAME]
    )
    if n := len(plan.unread):
        yield ngettext("{n} row cannot be read", "{n} rows cannot be read", n).format(n=n)
