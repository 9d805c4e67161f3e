"""What a cell of our own files may hold, and the records that checked rows become."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import BeforeValidator, Field, Json, StringConstraints, TypeAdapter

from staketerm.domain.text import fold
from staketerm.exchange.csvform import REV
from staketerm.exchange.tables.foreign import LONGEST_CELL
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.records import NOTHING, Row
from staketerm.store.shapes import BY_TABLE, FOLLOWED, shape_of
from staketerm.store.types import Count, Data, Day, Flag, Key, Number

R = TypeVar("R", bound=Row)

ID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
STAMP = r"^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$"

_FIRST_YEAR = 1000
"""Before it a day cannot be reckoned with: what was to be weeks earlier has no date."""


_LAST_YEAR = 3000
"""After it nothing has happened; what is to happen may be due on any day there is."""


def _day(text: Any) -> date:
    """The day that a cell names, for pydantic; raises ValueError."""
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        raise ValueError(_("there is no such day; one is written as 2026-11-22")) from None
    if day.year < _FIRST_YEAR:
        raise ValueError(_("the year must be 1000 or later"))
    return day


def _past(text: Any) -> date:
    """The day of something that happened; raises ValueError."""
    day = _day(text)
    if day.year > _LAST_YEAR:
        raise ValueError(_("the year must be 3000 or earlier"))
    return day


_TYPES: Mapping[type, Any] = {
    Key: Annotated[str, StringConstraints(pattern=ID)],
    Day: Annotated[date, BeforeValidator(_day)],
    Count: Annotated[int, Field(ge=0, le=100_000)],
    Number: Annotated[float, Field(allow_inf_nan=False)],
    Flag: bool,
    Data: Json,
}
_STAMP_TEXT = Annotated[str, StringConstraints(pattern=STAMP)]
_WORDS = Annotated[str, StringConstraints(max_length=LONGEST_CELL)]
_RULES: Mapping[tuple[str, str], Any] = {
    ("stakeholder", "name"): Annotated[str, StringConstraints(min_length=1, max_length=200)],
    ("stakeholder", "kind"): Literal["person", "organisation", "group", "role"],
    ("project", "kind"): Literal["project", "personal"],
    ("project", "sharing"): Literal["none", "signals", "notes"],
    ("involvement", "power"): Annotated[int, Field(ge=1, le=5)],
    ("involvement", "interest"): Annotated[int, Field(ge=1, le=5)],
    ("involvement", "impact"): Literal["none", "low", "medium", "high"],
    ("involvement", "reach"): Literal["direct", "step", "remote"],
    ("involvement", "style"): Literal["periodic", "ambient", "triggered"],
    ("involvement", "desired"): Literal[
        "unaware", "resistant", "neutral", "supportive", "leading", "as_is"
    ],
    ("ask", "kind"): Literal["mail", "advice", "invitation"],
    ("consent", "state"): Literal["asked", "granted", "declined", "withdrawn"],
    ("ask", "by"): Literal["me", "them"],
    ("agreement", "by"): Literal["me", "them"],
    ("ask", "intensity"): Annotated[float, Field(gt=0, le=2)],
    ("agreement", "intensity"): Annotated[float, Field(gt=0, le=2)],
    ("signal", "intensity"): Annotated[float, Field(gt=0, le=2)],
    **{
        each: Annotated[date, BeforeValidator(_past)]
        for each in (
            ("ask", "asked_on"),
            ("ask", "answered_on"),
            ("agreement", "made_on"),
            ("agreement", "closed_on"),
            ("entry", "day"),
            ("entry", "closed_on"),
            ("action", "on"),
            ("signal", "day"),
            ("judgement", "day"),
            ("absence", "starts"),
            ("consent", "day"),
        )
    },
}
"""What a cell may hold beyond the type of its column."""


class Besides(NamedTuple):
    """What a row has besides its columns: columns unknown here, and stamps of single fields."""

    extra: Mapping[str, Any] = NOTHING
    revs: Mapping[str, str] = NOTHING


def records_of(
    kind: type[R],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    besides: Iterable[Besides],
) -> list[R]:
    """The records of checked rows; what follows from other columns is added.

    A column without a value gets the record's own default. The handle is empty: it is made where
    the row is taken in.
    """
    shape = shape_of(kind)
    named = {"rev" if name == REV else name: n for n, name in enumerate(columns)}
    given: list[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(columns)
    beside = list(besides)
    found: dict[str, Sequence[Any]] = {}
    for name, default in zip(shape.names, _defaults(kind, shape.names), strict=True):
        column = given[named[name]] if name in named else None
        if column is None:
            found[name] = [default] * len(beside)
        elif default is None:
            found[name] = column
        else:
            found[name] = [default if value is None else value for value in column]
    found["extra"] = [each.extra for each in beside]
    if "revs" in found:
        found["revs"] = [each.revs for each in beside]
    if kind in FOLLOWED:
        found["folded"] = [fold(text) for text in given[named[FOLLOWED[kind]]]]
    return shape.filled(found.values())


def _defaults(kind: type[Row], names: Sequence[str]) -> list[Any]:
    """What the fields of a record hold where nothing is said."""
    usual = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    return [usual.get(name, "" if name == "handle" else None) for name in names]


def needed(kind: type[Row]) -> tuple[str, ...]:
    """The columns without which there is no row."""
    made = {"handle", "folded"}
    return tuple(
        each.name
        for each in fields(kind)
        if each.default is MISSING and each.default_factory is MISSING and each.name not in made
    )


@cache
def adapter(
    table: str, columns: tuple[str, ...], *, native: bool = False
) -> TypeAdapter[list[tuple[Any, ...]]]:
    """What checks rows of these columns: tuples, because no dict is built for them (3.1).

    `native` rows come from JSON, where data is no text of its own.
    """
    cells, wanted = tables.metadata.tables[table].c, needed(BY_TABLE[table])
    rules: list[Any] = []
    for column in columns:
        if column == REV:
            rules.append(_STAMP_TEXT | None)
            continue
        if native and isinstance(cells[column].type, Data):
            rules.append(Any)
            continue
        rule = _RULES.get((table, column), _TYPES.get(type(cells[column].type), _WORDS))
        rules.append(rule if column in wanted and not cells[column].nullable else rule | None)
    row: Any = tuple.__class_getitem__(tuple(rules))
    return TypeAdapter(list[row])
