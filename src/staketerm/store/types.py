"""The only eight column types (design section 4).

Each compiles to TEXT, INTEGER or REAL on SQLite, where STRICT tables refuse anything else, and to the
native type on PostgreSQL. Values going up are plain Python: str, date, aware UTC datetime, float, int,
bool, and JSON data.
"""

import json
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


class _Column(TypeDecorator[Any]):
    """A type with one face per dialect; `native` is the PostgreSQL one."""

    impl: type[TypeEngine[Any]] = TEXT
    cache_ok = True
    native: TypeEngine[Any] = postgresql.TEXT()

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(self.native)
        return dialect.type_descriptor(self.impl_instance)

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


class Key(_Column):
    """The id of a row: a UUID as text."""

    native = postgresql.UUID(as_uuid=False)


class Words(_Column):
    """Text."""


class Day(_Column):
    """A calendar day of the journal's time zone."""

    native = postgresql.DATE()

    def down(self, value: date) -> str:
        return value.isoformat()

    def up(self, value: str) -> date:
        return date.fromisoformat(value)


class Moment(_Column):
    """A point in time, UTC, to the millisecond."""

    native = postgresql.TIMESTAMP(timezone=True)

    def down(self, value: datetime) -> str:
        return moment_text(value)

    def up(self, value: str) -> datetime:
        return datetime.fromisoformat(value)


class Number(_Column):
    """A real number."""

    impl = REAL
    native = Double()


class Count(_Column):
    """A whole number."""

    impl = Integer
    native = BigInteger()


class Flag(_Column):
    """Yes or no."""

    impl = Integer
    native = Boolean()

    def down(self, value: bool) -> int:
        return int(value)

    def up(self, value: int) -> bool:
        return bool(value)


class Data(_Column):
    """Anything that JSON holds; written with sorted keys, so equal data is equal text."""

    native = postgresql.JSONB()

    def down(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def up(self, value: str) -> Any:
        return json.loads(value)
