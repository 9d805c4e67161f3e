"""The settings of nurturing: dated rows of the journal, undoable like all else (design 5).

Named `nurture` (the brakes), `holidays`, `cadence:tag:<folded tag>` and `cadence:project:<id>`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import or_

from staketerm.domain.cadence import Period, Rhythm
from staketerm.domain.nurture.facts import Settings
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Setting

BRAKES = "nurture"
HOLIDAYS = "holidays"
OF_TAG = "cadence:tag:"
OF_PROJECT = "cadence:project:"

BRAKE_FIELDS = (
    "pressure_cap",
    "pressure_days",
    "week_cap",
    "usefulness_after",
    "working_days_only",
)
RHYTHM_FIELDS = ("style", "ideal_days", "latest_days", "recurrence")


def settings_on(reader: Reader, day: date) -> Settings:
    """The settings in force on a day: of each the newest dated on it or before."""
    columns = tables.setting.c
    rows = reader.rows(
        Setting,
        columns.day <= day,
        or_(columns.name.in_((BRAKES, HOLIDAYS)), columns.name.like("cadence:%")),
        order_by=(columns.day, columns.rev),
    )
    values = {row.name: row.value for row in rows}
    brakes = values.get(BRAKES) or {}
    return Settings(
        **{name: brakes[name] for name in BRAKE_FIELDS if name in brakes},
        holidays=tuple(_period(told) for told in values.get(HOLIDAYS) or ()),
        tags=_rhythms(values, OF_TAG),
        projects=_rhythms(values, OF_PROJECT),
    )


def _rhythms(values: Mapping[str, Any], prefix: str) -> dict[str, Rhythm]:
    return {
        name.removeprefix(prefix): Rhythm(**{field: value.get(field) for field in RHYTHM_FIELDS})
        for name, value in values.items()
        if name.startswith(prefix) and value
    }


def _period(told: list[Any]) -> Period:
    return date.fromisoformat(told[0]), date.fromisoformat(told[1])
