"""The settings of the position model: dated, so that an answer about a past day stays what it
was.

A kind that was changed, and each of one's own, has a setting of its own, so that colleagues who
change two of them do not undo each other's, and undo takes back one of them alone: its name is
`OF_KIND` and its id, its value that of `told_of`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_

from staketerm.domain.catalogue import CATALOGUE, Catalogue, uncounted, with_own
from staketerm.domain.errors import UsageError
from staketerm.domain.habits import NO_CORRECTION, Correction
from staketerm.domain.signals import Kind
from staketerm.domain.told_kinds import kind_told, weighs_the_same
from staketerm.journal.glance import OF_KIND
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Setting

CORRECTION_SETTING = "correction"
"""The correction of lopsided logging: {"for": factor, "against": factor}, or null for none."""


@dataclass(frozen=True, slots=True)
class Model:
    """The catalogue of kinds and the correction in force on a day.

    `until` is the first later day for which another is set already, as a colleague's may be.
    """

    catalogue: Catalogue
    correction: Correction
    until: date | None = None


BUILT_IN = Model(with_own(()), NO_CORRECTION)


def model_on(reader: Reader, day: date) -> Model:
    """The model in force on a day: for each setting the newest one dated on it or before.

    A setting that cannot be read, from another version, is left aside.
    """
    return _model_of(settings(reader), day)


def models_on(reader: Reader, days: Iterable[date]) -> list[tuple[Model, list[date]]]:
    """The models in force on `days`, each with its days; most journals have one for all."""
    rows = settings(reader)
    starts = sorted({row.day for row in rows})
    eras: dict[date | None, list[date]] = {}
    for day in days:
        eras.setdefault(max((start for start in starts if start <= day), default=None), []).append(
            day
        )
    return [(_model_of(rows, some[0]), some) for some in eras.values()]


def settings(reader: Reader) -> list[Setting]:
    """Every setting of the model, oldest first."""
    columns = tables.setting.c
    return reader.rows(
        Setting,
        or_(columns.name == CORRECTION_SETTING, columns.name.like(f"{OF_KIND}%")),
        order_by=(columns.day, columns.rev),
    )


def _model_of(rows: Iterable[Setting], day: date) -> Model:
    rows = list(rows)
    if not rows:
        return BUILT_IN
    now = {row.name: row.value for row in rows if row.day <= day}
    later = [row for row in rows if row.day > day]
    return Model(
        catalogue=with_own(_kinds(now.items()), _kinds((row.name, row.value) for row in later)),
        correction=_correction(now.get(CORRECTION_SETTING)),
        until=min((row.day for row in later), default=None),
    )


def _kinds(told: Iterable[tuple[str, Any]]) -> tuple[Kind, ...]:
    """The kinds that settings tell, the last one of each id."""
    found = {
        name: kind_told(name.removeprefix(OF_KIND), value)
        for name, value in told
        if name.startswith(OF_KIND)
    }
    return tuple(kind for kind in found.values() if kind is not None)


def is_of_model(name: str) -> bool:
    """Whether a setting of that name is one of the position model."""
    return name == CORRECTION_SETTING or name.startswith(OF_KIND)


def counts_otherwise(name: str, before: Any, after: Any) -> bool:
    """Whether a setting, by its name and what it said and says, moves positions."""
    if not name.startswith(OF_KIND):
        return name == CORRECTION_SETTING and _correction(before) != _correction(after)
    id = name.removeprefix(OF_KIND)
    return not weighs_the_same(_kind(id, before), _kind(id, after))


def _kind(id: str, value: Any) -> Kind:
    return kind_told(id, value) or CATALOGUE.get(id) or uncounted(id, id, id)


def _correction(factors: Any) -> Correction:
    try:
        return Correction(factors["for"], factors["against"]) if factors else NO_CORRECTION
    except (UsageError, TypeError, KeyError):
        return NO_CORRECTION
