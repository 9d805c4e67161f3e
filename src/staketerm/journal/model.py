"""The settings of the position model: dated, so that an answer about a past day stays what it
was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from staketerm.domain.catalogue import CATALOGUE, with_own
from staketerm.domain.habits import NO_CORRECTION, Correction
from staketerm.domain.signals import Kind, Weight
from staketerm.store import tables
from staketerm.store.records import Setting
from staketerm.store.work import Reader

CATALOGUE_SETTING = "catalogue"
"""Own and changed kinds: a list of objects with the fields of a Kind."""

CORRECTION_SETTING = "correction"
"""The correction of lopsided logging: {"for": factor, "against": factor}, or null for none."""

OWN_FIELDS = frozenset(
    {"id", "points", "effort", "weight", "english", "dutch", "contact", "stated", "champions"}
)
"""What such an object may say of a kind; the rest follows from the built-in one."""


@dataclass(frozen=True, slots=True)
class Model:
    """The catalogue of kinds and the correction in force on a day."""

    catalogue: Mapping[str, Kind]
    correction: Correction


BUILT_IN = Model(CATALOGUE, NO_CORRECTION)


def model_on(reader: Reader, day: date) -> Model:
    """The model in force on a day: for each setting the newest one dated on it or before."""
    table = tables.setting
    rows = reader.rows(Setting, table.c.day <= day, order_by=(table.c.day, table.c.rev))
    if not rows:
        return BUILT_IN
    values = {row.name: row.value for row in rows}
    factors = values.get(CORRECTION_SETTING)
    return Model(
        catalogue=with_own(tuple(_kind(told) for told in values.get(CATALOGUE_SETTING) or ())),
        correction=Correction(factors["for"], factors["against"]) if factors else NO_CORRECTION,
    )


def _kind(told: Mapping[str, Any]) -> Kind:
    """A kind as told in a setting: a built-in one changed, or one of the person's own."""
    built_in = CATALOGUE.get(told["id"])
    fields = {name: value for name, value in told.items() if name in OWN_FIELDS}
    if "weight" in fields:
        fields["weight"] = Weight(fields["weight"])
    if built_in is not None:
        return replace(built_in, **fields)
    own = {"effort": 1.0, "weight": Weight.DEED, "contact": True, "dutch": told["english"]}
    return Kind(**{**own, **fields})
