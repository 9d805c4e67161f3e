"""Reading a journal (design 4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Executable, bindparam, select, text
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeEngine

from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.records import Row
from staketerm.store.shapes import shape_of
from staketerm.store.stamps import FIRST_TICK
from staketerm.store.types import SOUGHT

R = TypeVar("R", bound=Row)

_META = select(tables.meta.c.value).where(tables.meta.c.name == bindparam("name"))
_LOCKED_META = _META.with_for_update()


class Reader:
    """A look at the journal as it was at the first question asked."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def get(self, kind: type[R], id: str, *, deleted: bool = False) -> R | None:
        """The row of that id, None where there is none; a deleted one only if asked for."""
        shape = shape_of(kind)
        found = shape.records(self.connection.execute(shape.by_id, {"wanted": id}).all())
        return found[0] if found and (deleted or found[0].deleted is None) else None

    def rows(
        self,
        kind: type[R],
        *where: ColumnElement[bool],
        order_by: Any = None,
        limit: int | None = None,
        deleted: bool = False,
    ) -> list[R]:
        """The rows that meet all conditions, deleted ones only if asked for.

        `order_by` is a column or a sequence of them; without it the order is the database's own.
        """
        shape = shape_of(kind)
        statement = (shape.all if deleted else shape.present).where(*where)
        if order_by is not None:
            each = order_by if isinstance(order_by, Sequence) else (order_by,)
            statement = statement.order_by(*each)
        if limit is not None:
            statement = statement.limit(limit)
        return shape.records(self.connection.execute(statement).all())

    def by_ids(self, kind: type[R], ids: Iterable[str], *, deleted: bool = False) -> Iterator[R]:
        """The rows of these ids that are there, by id; deleted ones only if asked for."""
        column = shape_of(kind).table.c.id
        for some in portions(sorted(ids)):
            yield from self.rows(kind, column.in_(some), order_by=column, deleted=deleted)

    def select(self, statement: Executable) -> list[Any]:
        """The rows of any Core select."""
        return list(self.connection.execute(statement).all())

    def ask(self, query: str, values: Mapping[str, Any]) -> list[Any]:
        """The rows of a query in SQL that both databases read, as the database has them.

        `values` are days, ids, lists of ids (`IN :name`) and counts.
        """
        bound = [_bound(name, value) for name, value in values.items()]
        return list(self.connection.execute(text(query).bindparams(*bound)).all())

    def meta(self, name: str) -> str | None:
        """What this journal keeps under `name` and never exchanges."""
        value: str | None = self.connection.scalar(_META, {"name": name})
        return value

    def lock_clock(self) -> str:
        """The last tick of this replica, locked until the transaction ends (2.7)."""
        value: str | None = self.connection.scalar(_LOCKED_META, {"name": "clock"})
        return value or FIRST_TICK


def _bound(name: str, value: Any) -> BindParameter[Any]:
    """A value of a query in text, which does not say of what type it is."""
    if isinstance(value, list):
        return bindparam(name, value, SOUGHT, expanding=True)
    kind: TypeEngine[Any] = (
        tables.DAY
        if isinstance(value, date)
        else tables.COUNT
        if isinstance(value, int)
        else SOUGHT
    )
    return bindparam(name, value, kind)
