"""The only eight column types (design section 4).

Each compiles to TEXT, INTEGER or REAL on SQLite, where STRICT tables refuse anything else, and to
the native type on PostgreSQL. Values going up are plain Python: str, date, aware UTC datetime,
float, int, bool, and JSON data.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import DATE, TIMESTAMP, BigInteger, Boolean, Double, Integer, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.processors import int_to_boolean, str_to_date
from sqlalchemy.types import REAL, TEXT, TypeDecorator, TypeEngine


def moment_text(moment: datetime) -> str:
    """`moment` as fixed-width UTC text, 2026-11-21T20:46:25.123Z: text order is time order."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def data_text(value: Any) -> str:
    """`value` as JSON with sorted keys, so equal data is equal text."""
    if value == {}:  # by far the most frequent
        return "{}"
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


def data_of(text: str) -> Any:
    """The value of JSON text."""
    return {} if text == "{}" else json.loads(text)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    message = f"{type(value).__name__} is not JSON data"
    raise TypeError(message)


class _Column(TypeDecorator[Any]):
    """A type with one face per dialect; `native` is the PostgreSQL one.

    SQLAlchemy asks each class for a `cache_ok` of its own.
    """

    impl: type[TypeEngine[Any]] = TEXT
    cache_ok = True
    native: TypeEngine[Any] = TEXT()

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(self.native)
        return dialect.type_descriptor(self.impl_instance)


class Sought(_Column):
    """An id that rows are looked for by; what is no UUID is the id of none.

    SQLite finds that out by itself; PostgreSQL would refuse the question.
    """

    cache_ok = True
    native = Uuid(as_uuid=False)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        return super().bind_processor(dialect) if dialect.name == "postgresql" else None

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """On PostgreSQL: an id, or one that no row has."""
        return value if value is None or _UUID.fullmatch(value) else _NOBODYS


class Key(_Column):
    """The id of a row: a UUID as text."""

    cache_ok = True
    native = Uuid(as_uuid=False)

    def coerce_compared_value(self, op: Any, value: Any) -> TypeEngine[Any]:
        """What is compared with an id may be anything that a person typed."""
        return SOUGHT if isinstance(value, str) else super().coerce_compared_value(op, value)


SOUGHT = Sought()
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NOBODYS = "00000000-0000-0000-0000-000000000000"


class Words(_Column):
    """Text, in the order of its bytes: that of a server's language would part the two databases,
    and stamps would not be in the order of time.
    """

    cache_ok = True
    native = TEXT(collation="C")


class Number(_Column):
    """A real number."""

    cache_ok = True
    impl = REAL
    native = Double()


class Count(_Column):
    """A whole number."""

    cache_ok = True
    impl = Integer
    native = BigInteger()


class _Converted(_Column):
    """A type that SQLite keeps in another form.

    `down` gives a value as SQLite stores it, `up` the value of what it stored, and None of None;
    those of days and flags are SQLAlchemy's own, in C where it has that, for most cells are of
    these.
    """

    cache_ok = True
    down: ClassVar[Any]
    up: ClassVar[Any]

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        if dialect.name == "postgresql":
            return super().bind_processor(dialect)
        return _unless_nothing(self.down)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        if dialect.name == "postgresql":
            return super().result_processor(dialect, coltype)
        up: Callable[[Any], Any] = self.up
        return up


def _unless_nothing(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def converted(value: Any) -> Any:
        return None if value is None else convert(value)

    return converted


class Day(_Converted):
    """A calendar day of the journal's time zone."""

    cache_ok = True
    native = DATE()
    down = staticmethod(date.isoformat)
    up = staticmethod(str_to_date)


class Moment(_Converted):
    """A point in time, UTC, to the millisecond."""

    cache_ok = True
    native = TIMESTAMP(timezone=True)
    down = staticmethod(moment_text)
    up = staticmethod(_unless_nothing(datetime.fromisoformat))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """On PostgreSQL: to the millisecond, as everywhere."""
        return None if value is None else datetime.fromisoformat(moment_text(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """On PostgreSQL, which answers in the zone of the session: UTC, as everywhere."""
        return None if value is None else value.astimezone(UTC)


class Flag(_Converted):
    """Yes or no."""

    cache_ok = True
    impl = Integer
    native = Boolean()
    down = staticmethod(int)
    up = staticmethod(int_to_boolean)


class Data(_Converted):
    """Anything that JSON holds; written with sorted keys, so equal data is equal text."""

    cache_ok = True
    down = staticmethod(data_text)
    up = staticmethod(_unless_nothing(data_of))

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """JSONB on PostgreSQL, whose dialect is imported only there: it is a tenth of a start."""
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import JSONB

            return dialect.type_descriptor(JSONB(none_as_null=True))
        return super().load_dialect_impl(dialect)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """On PostgreSQL: plain lists and dictionaries, which is all its driver takes."""
        return None if value is None else json.loads(data_text(value))
