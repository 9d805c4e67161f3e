"""From the cells of a row to a `Party`, or to the places that cannot be read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from staketerm.domain.errors import UsageError
from staketerm.domain.text import clean_line, clean_name, clean_text, plain_line
from staketerm.exchange.plan import Problem
from staketerm.exchange.tables import values
from staketerm.exchange.tables.aliases import GROUP_NAMES
from staketerm.exchange.tables.dates import NoDay, Order, read_day
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.foreign import SheetRow
from staketerm.exchange.tables.headers import Column, Heading, key, reader_of
from staketerm.exchange.tables.parties import Party, Way
from staketerm.exchange.tables.scale_words import Stance
from staketerm.exchange.tables.scales import says_nothing
from staketerm.exchange.tables.values import Unreadable
from staketerm.locale import _

_WAYS: tuple[tuple[Field, str, Callable[[str], tuple[str, ...]]], ...] = (
    (Field.EMAIL, "email", values.emails),
    (Field.PHONE, "phone", values.phones),
    (Field.URL, "url", values.urls),
    (Field.ADDRESS, "address", values.addresses),
)
_MATRIX_NOW = frozenset("ch")  # current, huidig
_MATRIX_WANTED = frozenset("dg")  # desired, gewenst


@dataclass(frozen=True, slots=True)
class Table:
    """What all rows of a file share while they are read; `places` are the columns by what they
    hold."""

    file: str
    heading: Heading
    order: Order
    today: date
    places: Mapping[Field, tuple[Column, ...]]


def table_of(file: str, heading: Heading, order: Order, today: date) -> Table:
    """What the rows of a file with this heading share."""
    places = {field: columns for field in Field if (columns := heading.of(field))}
    return Table(file, heading, order, today, places)


def read_row(table: Table, row: SheetRow) -> Party | tuple[Problem, ...] | None:
    """What a row says: a party, the problems it has, or None where it says nothing of anybody."""
    reading = _Reading(table, row)
    party = reading.party()
    if reading.problems:
        return tuple(reading.problems)
    return party


class _Reading:
    """One row while it is read; every cell that cannot be is kept as a problem."""

    def __init__(self, table: Table, row: SheetRow) -> None:
        self.table = table
        self.places = table.places
        self.row = row
        self.problems: list[Problem] = []

    def party(self) -> Party | None:
        """The row as a whole; None for one without a word about anybody."""
        ways = tuple(self._ways())
        organisation = self._line(Field.ORGANISATION) or self._line(Field.UNIT)
        roles = self._many(Field.ROLES, values.roles)
        group = self._line(Field.GROUP)
        named = self._name()
        kind = self._scaled(Field.KIND)
        tags = self._many(Field.TAGS, values.tags)
        job = self._line(Field.JOB)
        if named:
            tags += values.tags(group) if group else ()
            name, kind = named, kind or self._usual_kind(ways)
        else:
            unnamed = _unnamed(group, roles, job, organisation, ways)
            if unnamed is None:
                self._demand_name()
                return None
            name, kind = unnamed
            organisation = None if kind == "organisation" else organisation
        return self._filled(
            kind=kind, name=name, organisation=organisation, roles=roles, job=job, ways=ways,
            tags=tuple(dict.fromkeys(tags)),
        )  # fmt: skip

    def _filled(self, **known: Any) -> Party:
        rhythm = self._scaled(Field.CADENCE)
        current, desired = self._stances()
        spoken = self._line(Field.LANGUAGE)
        private = self._text(Field.PRIVATE)
        return Party(
            row=self.row.number,
            power=self._scaled(Field.POWER),
            interest=self._scaled(Field.INTEREST),
            impact=self._scaled(Field.IMPACT),
            current=current.label if current else None,
            desired=desired.attitude if desired else None,
            style=rhythm.style if rhythm else None,
            ideal_days=rhythm.days if rhythm else None,
            day=self._day(Field.DAY),
            last_contact=self._day(Field.LAST_CONTACT),
            language=values.language(spoken) if spoken else None,
            private=bool(private) and values.is_yes(private),
            note=self._note(),
            **known,
        )

    def _cells(self, field: Field) -> Iterator[tuple[Column, str]]:
        """The cells that say something about a thing."""
        for column in self.places.get(field, ()):
            cell = self.row.cells[column.index]
            if not says_nothing(cell, column.scale):
                yield column, cell

    def _text(self, field: Field) -> str:
        return next((cell for _column, cell in self._cells(field)), "")

    def _line(self, field: Field) -> str | None:
        for column, cell in self._cells(field):
            return self._tried(column, cell, clean_line) or None
        return None

    def _tried(self, column: Column, cell: str, read: Callable[[str], Any]) -> Any:
        """What `read` makes of a cell; None and a problem where it cannot."""
        try:
            return read(cell)
        except (Unreadable, NoDay) as error:
            rule = str(error)
        except UsageError as error:
            rule = str(error).partition(": ")[2] or str(error)
        except ValueError:
            rule = _rule(column)
        self.problems.append(Problem(self.table.file, self.row.number, column.header, cell, rule))
        return None

    def _scaled(self, field: Field) -> Any:
        for column, cell in self._cells(field):
            return self._tried(column, cell, reader_of(field, column))
        return None

    def _many(self, field: Field, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
        found: list[str] = []
        for column, cell in self._cells(field):
            for value in self._tried(column, cell, read) or ():
                line = self._tried(column, value, clean_line)
                found += [line] if line else []
        return tuple(dict.fromkeys(found))

    def _ways(self) -> Iterator[Way]:
        seen = set()
        for field, way, read in _WAYS:
            for column, cell in self._cells(field):
                for value in self._tried(column, cell, read) or ():
                    line = self._tried(column, value, clean_line)
                    if line and (way, line.casefold()) not in seen:
                        seen.add((way, line.casefold()))
                        yield Way(way, line, self._label(column))
        yield from self._joined_addresses()

    def _joined_addresses(self) -> Iterator[Way]:
        parts: dict[str, list[str]] = {}
        for column, cell in self._cells(Field.ADDRESS_PART):
            parts.setdefault(column.label or "", []).append(plain_line(cell))
        for label, pieces in parts.items():
            yield Way("address", ", ".join(pieces), label or None)

    def _label(self, column: Column) -> str | None:
        if column.label_at is None:
            return column.label
        said = plain_line(self.row.cells[column.label_at]).removeprefix("* ")
        return said.split(values.JOINED)[0].lower() or column.label

    def _name(self) -> str:
        for column, cell in self._cells(Field.NAME):
            return self._tried(column, cell, clean_name) or ""
        parts = [
            plain_line(cell)
            for field in (Field.GIVEN, Field.MIDDLE, Field.FAMILY)
            for _column, cell in self._cells(field)
        ]
        parts = parts or [cell for _column, cell in self._cells(Field.NICKNAME)]
        if not parts:
            return ""
        named = self.places.get(Field.GIVEN, ()) + self.places.get(Field.NICKNAME, ())
        return self._tried(named[0], " ".join(parts), clean_name) or ""

    def _usual_kind(self, ways: tuple[Way, ...]) -> str:
        """What a name stands for where no column says: a person, or a group by its heading."""
        columns = self.places.get(Field.NAME, ())
        groups = bool(columns) and key(columns[0].header) in GROUP_NAMES
        reachable = any(way.way in {"email", "phone"} for way in ways)
        return "group" if groups and not reachable else "person"

    def _demand_name(self) -> None:
        """A row that says something, but of nobody, has a name missing."""
        said = [
            column
            for column in self.table.heading.columns
            if column.field is not Field.LEFT_OUT and not says_nothing(self.row.cells[column.index])
        ]
        if not said or self.problems:
            return
        columns = self.places.get(Field.NAME) or self.places.get(Field.GIVEN)
        header = columns[0].header if columns else _("name")
        rule = _("it is empty, and so are organisation and role; name this row")
        self.problems.append(Problem(self.table.file, self.row.number, header, None, rule))

    def _stances(self) -> tuple[Stance | None, Stance | None]:
        """The current and the desired position, by a column each or by the letters of a matrix."""
        current, desired = self._scaled(Field.CURRENT), self._scaled(Field.DESIRED)
        for column, cell in self._cells(Field.MATRIX):
            letters = {letter for letter in cell.casefold() if letter.isalpha()}
            if not letters <= _MATRIX_NOW | _MATRIX_WANTED:
                letters = {"c"}  # a cross or a tick says where somebody stands
            stance = self._tried(column, column.header, reader_of(Field.CURRENT, column))
            current = stance if letters & _MATRIX_NOW else current
            desired = stance if letters & _MATRIX_WANTED else desired
        return current, desired

    def _day(self, field: Field) -> date | None:
        for column, cell in self._cells(field):
            day: date | None = self._tried(column, cell, self._past_day)
            return day
        return None

    def _past_day(self, cell: str) -> date:
        day = read_day(cell, self.table.order)
        if day > self.table.today:
            raise NoDay(_("this day lies ahead"))
        return day

    def _note(self) -> str | None:
        """The remarks, then everything without a place of its own under its heading."""
        lines = [
            self._tried(column, cell, clean_text) or "" for column, cell in self._cells(Field.NOTE)
        ]
        lines += [
            f"{column.header}: {self._tried(column, cell, clean_text) or ''}"
            for column, cell in self._cells(Field.TOLD)
        ]
        return "\n".join(line for line in lines if line) or None


def _unnamed(
    group: str | None,
    roles: tuple[str, ...],
    job: str | None,
    organisation: str | None,
    ways: tuple[Way, ...],
) -> tuple[str, str] | None:
    """The name and kind of a row without a name: group, role, organisation, or its mail address."""
    if group:
        return group, "group"
    if roles or job:
        return (roles[0] if roles else job or ""), "role"
    if organisation:
        return organisation, "organisation"
    return next(((way.value, "person") for way in ways if way.way == "email"), None)


def _rule(column: Column) -> str:
    """What a column's cells must be, for a cell that is not."""
    scale = column.scale
    if column.field in {Field.POWER, Field.INTEREST, Field.IMPACT}:
        return _("not low, medium, high or a number from {low} to {high}").format(
            low=f"{scale.low:g}", high=f"{scale.high:g}"
        )
    if column.field in {Field.CURRENT, Field.DESIRED}:
        return _("no position is known by this word, such as supportive, neutral or resistant")
    if column.field is Field.KIND:
        return _("not person, organisation, group or role")
    return _("this cannot be read")
