"""Recognising what the columns of a table are, by their names and where need be their values."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from staketerm.domain.text import fold, plain_line
from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.tables import layouts, scales
from staketerm.exchange.tables.aliases import ALIASES, LEVELLED
from staketerm.exchange.tables.fields import SCORED, SINGLE, Field
from staketerm.exchange.tables.foreign import Sheet
from staketerm.exchange.tables.kinds import kind_of
from staketerm.exchange.tables.layouts import Layout
from staketerm.exchange.tables.rhythms import rhythm
from staketerm.exchange.tables.scales import Scale
from staketerm.locale import _

READABLE = 0.6
"""Share of a column's values that must be read as a thing for the column to be that thing."""

_REGISTER = SCORED | {Field.MATRIX, Field.ROLES, Field.TOLD, Field.CADENCE, Field.LAST_CONTACT}

_BRACKETS = re.compile(r"[(\[](.*)[)\]]\s*$")
_SPAN = re.compile(r"(\d+\s*(?:-|–|\.\.+|t/m|to|tot)\s*\d+)\s*$")
_SIGNS = re.compile(r"[\s_\-–.:*#?]+")
_NUMBER = re.compile(r" ?\b\d+\b ?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table and what it holds.

    `label_at` is the index of the column with the label of this one's values, `label` a fixed one.
    `hint` is what the heading says in brackets.
    """

    index: int
    header: str
    name: str
    field: Field
    scale: Scale
    hint: str = ""
    label: str | None = None
    label_at: int | None = None
    levelled: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a sheet understood: the program it came from, and the language it speaks."""

    layout: Layout
    columns: tuple[Column, ...]
    language: str  # en or nl

    def of(self, field: Field) -> tuple[Column, ...]:
        """The columns that hold a thing, in their order."""
        return tuple(column for column in self.columns if column.field is field)


def key(header: str) -> str:
    """A heading as names of columns are compared: folded, without signs and brackets, `#` for a
    number."""
    return _NUMBER.sub(" #", _plain(header)[0]).strip()


def likeness(cells: Sequence[str]) -> int:
    """How many of the cells of a row are known names of columns, each counted once."""
    return len({name for cell in cells if (name := key(cell)) in ALIASES or name in _OWN_NAMES})


def read_heading(
    sheet: Sheet, chosen: Mapping[str, Field] | None = None, layout_id: str | None = None
) -> Heading:
    """What the columns of a sheet are; `chosen` (heading to field) goes before what is found, and
    `layout_id` before the program that is recognised.

    Raises `ImportRefused` for a name that stands twice and for a table of ties.
    """
    _refuse_doubles(sheet)
    headers = sheet.header.cells
    layout = _forced(layout_id) or _layout(sheet.name, {key(header) for header in headers})
    wanted = {fold(plain_line(header)): field for header, field in (chosen or {}).items()}
    found = tuple(_column(sheet, layout, index, wanted) for index in range(len(headers)))
    columns = _labelled(_each_once(found, tells=layout.tells))
    if (
        layout is layouts.REGISTER
        and layout_id is None
        and not any(column.field in _REGISTER for column in columns)
    ):
        layout = layouts.CONTACTS
    return Heading(layout, columns, _language(columns))


_OWN_NAMES = frozenset(name for layout in layouts.KNOWN for name in layout.own)


def _plain(header: str) -> tuple[str, str]:
    """A heading folded and without signs, numbers kept, and what it says in brackets."""
    text = fold(plain_line(header)).replace("'", "").replace("’", "")
    hint = ""
    for pattern in (_BRACKETS, _SPAN):
        match = pattern.search(text)
        if match and match.start() > 0:
            text, hint = text[: match.start()], match[1]
            break
    return _SIGNS.sub(" ", re.sub(r"\s*/\s*", "/", text)).strip(), hint.strip()


def _refuse_doubles(sheet: Sheet) -> None:
    names = [fold(plain_line(header)) for header in sheet.header.cells]
    twice = [name for name, often in Counter(names).items() if name and often > 1]
    if not twice:
        return
    at = [n for n, name in enumerate(names) if name == twice[0]]
    rule = _("this name stands over column {first} and column {second}; rename one").format(
        first=at[0] + 1, second=at[1] + 1
    )
    problem = Problem(sheet.name, sheet.header.number, sheet.header.cells[at[0]], None, rule)
    raise ImportRefused(str(problem), (problem,))


def _layout(name: str, names: set[str]) -> Layout:
    fitting = (known for known in layouts.KNOWN if known.fits(names))
    layout = next(fitting, layouts.REGISTER)
    if layout is layouts.CONNECTIONS and names & {"name", "naam"}:
        return next(fitting, layouts.REGISTER)
    if layout is layouts.CONNECTIONS:
        rule = _("these are ties between people (Kumu connections); take in the elements file")
        problem = Problem(name, None, None, None, rule)
        raise ImportRefused(str(problem), (problem,))
    return layout


def _forced(layout_id: str | None) -> Layout | None:
    """The layout that was asked for, if one was."""
    known = (*layouts.KNOWN, layouts.REGISTER, layouts.CONTACTS)
    return next((layout for layout in known if layout.id == layout_id), None)


def _column(sheet: Sheet, layout: Layout, index: int, wanted: Mapping[str, Field]) -> Column:
    header = sheet.header.cells[index]
    name = key(header)
    plain, hint = _plain(header)
    values = [row.cells[index] for row in sheet.rows]
    column = Column(
        index=index,
        header=plain_line(header),
        name=plain,
        field=Field.LEFT_OUT,
        hint=hint,
        scale=scales.scale_of(values, hint),
        levelled=name in LEVELLED,
    )
    if (said := wanted.get(fold(plain_line(header)))) is not None:
        return replace(column, field=said)
    if name in layout.own:
        return replace(column, field=layout.own[name])
    alias = ALIASES.get(name)
    if alias is None:
        return column
    field = _decided(alias.fields, column, values)
    if field is Field.TOLD and not layout.tells:
        field = Field.LEFT_OUT
    return replace(column, field=field, label=alias.label)


def _decided(fields: Sequence[Field], column: Column, values: Sequence[str]) -> Field:
    """Which of the things that a name can mean its values are."""
    if len(fields) == 1:
        return fields[0]
    said = [value for value in values if not scales.says_nothing(value, column.scale)]
    read = reader_of(fields[0], column)
    readable = sum(1 for value in said if _reads(read, value))
    return fields[0] if readable >= READABLE * len(said) else fields[1]


def reader_of(field: Field, column: Column) -> Callable[[str], object]:
    """What turns a cell of such a column into its value; it raises ValueError where it cannot."""
    scale = column.scale
    if field in {Field.POWER, Field.INTEREST}:
        return partial(scales.level, scale=scale)
    if field is Field.IMPACT:
        return partial(scales.impact, scale=scale)
    if field is Field.KIND:
        return kind_of
    if field is Field.CADENCE:
        return rhythm
    return partial(scales.stance, scale=scale, levelled=column.levelled)


def _reads(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


def _each_once(columns: Sequence[Column], *, tells: bool) -> tuple[Column, ...]:
    """The columns with every further one for a thing that is said once moved to the note."""
    taken: set[Field] = set()
    settled = []
    for column in columns:
        if column.field in taken:
            column = replace(column, field=Field.TOLD if tells else Field.LEFT_OUT)
        elif column.field in SINGLE:
            taken.add(column.field)
        settled.append(column)
    return tuple(settled)


def _labelled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with each value tied to the column of its label ("phone 1 label")."""
    labels = {
        column.name.rpartition(" ")[0]: column.index
        for column in columns
        if column.field is Field.LABEL
    }
    return tuple(
        replace(column, label_at=labels.get(column.name.rpartition(" ")[0]))
        if column.field is not Field.LABEL
        else column
        for column in columns
    )


def _language(columns: Sequence[Column]) -> str:
    spoken = Counter(
        ALIASES[name].language for column in columns if (name := key(column.header)) in ALIASES
    )
    return "nl" if spoken["nl"] and spoken["nl"] >= spoken["en"] else "en"
