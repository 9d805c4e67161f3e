"""Dated settings: each holds from its day on, and what it was on the days before stays."""

from datetime import date
from typing import TYPE_CHECKING, Any

from staketerm.domain.ids import derived_id
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Setting

if TYPE_CHECKING:
    from staketerm.journal.writing import Writing


def value_on(reader: Reader, name: str, day: date) -> Any:
    """A setting in force on a day; None where it was never set."""
    columns = tables.setting.c
    rows = reader.rows(
        Setting, columns.name == name, columns.day <= day, order_by=(columns.day, columns.rev)
    )
    return rows[-1].value if rows else None


def keep(writing: "Writing", name: str, value: Any) -> bool:
    """Set it from today on; whether that changes anything."""
    day = writing.today
    row = derived_id(day, "setting", name, day.isoformat())
    if value == value_on(writing.work, name, day):
        return False
    return writing.put(Setting(id=row, name=name, day=day, value=value))
