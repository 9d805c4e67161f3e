"""Acts that stop the project, counted apart from the position (P24, F42).

Somebody critical is worth hearing unless the criticism keeps blocking. A position says where
somebody stands on the whole; three blocking acts in 90 days say that the work is being stopped now,
whatever good deeds stand beside them. Which kinds block is said by the catalogue (`Kind.blocks`):
obstructed, open_opposition, mobilised_against, complaint_third_party. Strength does not matter.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from staketerm.domain.constants import BLOCKING_LEAST_ACTS, BLOCKING_WINDOW_DAYS


class BlockingAct(NamedTuple):
    """One blocking act: its day, the id of its kind, and that of the record it comes from."""

    on: date
    kind: str
    source: str | None


def recent(acts: Iterable[BlockingAct], as_of: date) -> tuple[BlockingAct, ...]:
    """Those of the last 90 days, oldest first; `acts` are dated on or before `as_of`."""
    inside = [one for one in acts if counts_until(one) > as_of]
    return tuple(sorted(inside, key=lambda one: (one.on, one.kind, one.source or "")))


def counts_until(act: BlockingAct) -> date:
    """The first day on which an act counts no longer."""
    return act.on + timedelta(days=BLOCKING_WINDOW_DAYS)


def keeps_blocking(acts: int) -> bool:
    """Whether so many acts in 90 days are a habit that asks for attention."""
    return acts >= BLOCKING_LEAST_ACTS
