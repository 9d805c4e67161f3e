"""What a register or an address book would do to the journal, told before it is done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from staketerm.domain.text import plain_line
from staketerm.exchange.plan import Problem
from staketerm.exchange.tables.compare import Fate, Kept, Planned
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.foreign import Sheet, SheetRow
from staketerm.exchange.tables.headers import Column, Heading
from staketerm.exchange.tables.scales import says_nothing
from staketerm.exchange.tables.words import field_word, layout_word
from staketerm.locale import _, ngettext
from staketerm.store.records import Project


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may decide about a file; without it everything is found out.

    `project` is an id, `layout` that of a known kind of table; `day_first` says how 3/4/2026 is
    meant where no day of the file tells; `columns` says what a column is, by its heading;
    `corrections` is by row and heading; `without` are rows to leave out; `same` answers, by row,
    whether a likely person is the one, `likely_same` answers for all others. `tell_all` keeps
    unknown columns in the private note.
    """

    project: str | None = None
    layout: str | None = None
    delimiter: str | None = None
    day_first: bool | None = None
    columns: Mapping[str, Field] = field(default_factory=dict)
    corrections: Mapping[tuple[int, str], str] = field(default_factory=dict)
    without: frozenset[int] = frozenset()
    same: Mapping[int, bool] = field(default_factory=dict)
    likely_same: bool | None = None
    tell_all: bool = False

    def answer(self, row: int) -> bool | None:
        """Whether the likely person of a row is the one; None: not said."""
        return self.same.get(row, self.likely_same)


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
    def counts(self) -> Counter[Fate]:
        """How many rows are new, changed, as they are."""
        return Counter(planned.fate for planned in self.rows)

    @property
    def new(self) -> int:
        """How many rows add something."""
        return self.counts[Fate.NEW] + self.counts[Fate.CHANGED]

    @property
    def asks(self) -> tuple[Planned, ...]:
        """The rows that are probably somebody who is here already, and await an answer."""
        return tuple(
            planned
            for planned in self.rows
            if planned.likely and self.options.answer(planned.party.row) is None
        )

    @property
    def left_out(self) -> tuple[Column, ...]:
        """The columns that are not taken in."""
        return tuple(column for column in self.heading.of(Field.LEFT_OUT) if column.header)

    @property
    def described(self) -> str:
        """What was recognised: "register, Dutch headers, cp1252, ; between"."""
        parts = [layout_word(self.heading.layout)]
        if self.heading.language == "nl":
            parts.append(_("Dutch headers"))
        words = {"\t": _("tabs"), ",": _("commas")}
        sign = words.get(self.sheet.delimiter, self.sheet.delimiter)
        return ", ".join([*parts, self.sheet.encoding, _("{sign} between").format(sign=sign)])

    @property
    def summary(self) -> tuple[str, ...]:
        """The plan in sentences, one a line."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        yield f"{plain_line(self.sheet.name)}: {self.described}"
        yield said_counts(self.counts, len(self.unread))
        if not (self.rows or self.unread):
            yield _("no rows stand below the header")
        if names := ", ".join(column.header for column in self.left_out if self._says(column)):
            yield _("left out: {columns}").format(columns=names)
        for planned in self.asks:
            yield _asked(planned)
        for planned in self.rows:
            for kept in planned.kept:
                yield _at(planned, said_kept(kept))
        yield from map(str, self.problems)

    def _says(self, column: Column) -> bool:
        """Whether a row says something in a column."""
        return any(not says_nothing(row.cells[column.index]) for row in self.sheet.rows)


def _asked(planned: Planned) -> str:
    """The question whether a row is somebody who is here already."""
    likely = planned.likely
    name = likely.name if likely else ""
    if likely and likely.organisation:
        name = f"{name} ({likely.organisation})"
    return _at(planned, _("perhaps {name}; taken in as somebody new").format(name=name))


def _at(planned: Planned, said: str) -> str:
    party = planned.party
    return _("row {row}, {name}: {what}").format(row=party.row, name=party.name, what=said)


def said_kept(kept: Kept) -> str:
    """A value that stays, as a sentence."""
    return _("{field} {here} here, {there} in the file. Here stays").format(
        field=field_word(kept.field), here=kept.here, there=kept.there
    )


def said_counts(counts: Mapping[Fate, int], unread: int) -> str:
    """How many rows do what, as one line."""
    said = _("{new} new, {changed} changed, {same} as they are").format(
        new=counts[Fate.NEW], changed=counts[Fate.CHANGED], same=counts[Fate.SAME]
    )
    if unread:
        cannot = ngettext("{n} row cannot be read", "{n} rows cannot be read", unread)
        said = f"{said}; {cannot.format(n=unread)}"
    return said
