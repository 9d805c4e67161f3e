"""The only eight column types (design section 4).

Each compiles to TEXT, INTEGER or REAL on SQLite, where STRICT tables refuse anything else, and to
the native type on PostgreSQL. Values going up are plain Python: str, date, aware UTC datetime,
float, int, bool, and JSON data.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Double, Integer
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from sqlalchemy.types import REAL, TEXT, TypeDecorator, TypeEngine


def moment_text(moment: datetime) -> str:
    """`moment` as fixed-width UTC text, 2026-11-21T20:46:25.123Z: text order is time order."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def data_text(value: Any) -> str:
    """`value` as JSON with sorted keys, so equal data is equal text."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


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
    native: TypeEngine[Any] = postgresql.TEXT()

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(self.native)
        return dialect.type_descriptor(self.impl_instance)


class Key(_Column):
    """The id of a row: a UUID as text."""

    cache_ok = True
    native = postgresql.UUID(as_uuid=False)


class Words(_Column):
    """Text."""

    cache_ok = True


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
    """A type that SQLite keeps in another form; only these cost a Python call per cell."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return self.down(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return self.up(value)

    def down(self, value: Any) -> Any:
        """`value` as SQLite stores it."""
        return value

    def up(self, value: Any) -> Any:
        """The Python value of what SQLite stored."""
        return value


class Day(_Converted):
    """A calendar day of the journal's time zone."""

    cache_ok = True
    native = postgresql.DATE()

    def down(self, value: date) -> str:
        return value.isoformat()

    def up(self, value: str) -> date:
        return date.fromisoformat(value)


class Moment(_Converted):
    """A point in time, UTC, to the millisecond."""

    cache_ok = True
    native = postgresql.TIMESTAMP(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        text = moment_text(value)
        return datetime.fromisoformat(text) if dialect.name == "postgresql" else text

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        if value is None:
            return None
        return value.astimezone(UTC) if dialect.name == "postgresql" else self.up(value)

    def up(self, value: str) -> datetime:
        return datetime.fromisoformat(value)


class Flag(_Converted):
    """Yes or no."""

    cache_ok = True
    impl = Integer
    native = Boolean()

    def down(self, value: bool) -> int:
        return int(value)

    def up(self, value: int) -> bool:
        return bool(value)


class Data(_Converted):
    """Anything that JSON holds; written with sorted keys, so equal data is equal text."""

    cache_ok = True
    native = postgresql.JSONB(none_as_null=True)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if value is None:
            return None
        text = data_text(value)
        return json.loads(text) if dialect.name == "postgresql" else text

    def up(self, value: str) -> Any:
        return json.loads(value)
