"""Who would move if a kind were weighed otherwise, or lopsided logging corrected (F40).

Nothing is written: those concerned are folded with the tentative model, some hundreds at a time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from staketerm.domain.assessment import Assessment
from staketerm.domain.catalogue import Catalogue
from staketerm.domain.habits import Correction
from staketerm.domain.signals import Kind
from staketerm.domain.told_kinds import weighs_the_same
from staketerm.journal.evidence import CHUNK, Pair
from staketerm.journal.kind_requests import AddKind, ChangeKind
from staketerm.journal.kinds import added, changed
from staketerm.journal.model import Model, model_on
from staketerm.journal.opening import Journal
from staketerm.journal.person_row import PersonRow
from staketerm.journal.reach import pairs_with
from staketerm.journal.standing import assess_pairs
from staketerm.journal.tally import tally
from staketerm.journal.triage import people
from staketerm.store.work import Reader

STANCE_SHIFT = 0.005
"""A stance that moves by less reads the same with two places."""

ALARMS = (None, "cooling", "crossed_over")
"""From none to the gravest."""


@dataclass(frozen=True, slots=True)
class WouldMove:
    """Somebody whose position, or the alarm shown, would be another today."""

    stakeholder: str
    name: str
    kind: str
    project: str
    project_name: str
    before: str
    after: str
    stance_before: float
    stance_after: float
    alarm_before: str | None
    alarm_after: str | None

    @property
    def relabelled(self) -> bool:
        """Whether the word for the position would change."""
        return self.before != self.after

    @property
    def alarm_raised(self) -> bool:
        """Whether an alarm would be shown that is not shown now, or a graver one."""
        return ALARMS.index(self.alarm_after) > ALARMS.index(self.alarm_before)

    @property
    def alarm_ended(self) -> bool:
        """Whether an alarm shown now would not be."""
        return self.alarm_before is not None and self.alarm_after is None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a change would do today: who would move, the greatest shift of stance first.

    `looked_at` is how many positions have to do with it, `shifted` how many of them would shift
    without another word or alarm. Of a kind there is `before`, as it is now, and `after`.
    """

    moves: tuple[WouldMove, ...]
    shifted: int
    looked_at: int
    before: Kind | None = None
    after: Kind | None = None

    @property
    def weighs(self) -> bool:
        """Whether anything would count otherwise, not only be called or offered so."""
        if self.before is None or self.after is None:
            return True
        return not weighs_the_same(self.before, self.after)


Change = AddKind | ChangeKind | Correction
"""What can be tried: a kind added or changed, or a correction."""


def what_if(journal: Journal, change: Change) -> WhatIf:
    """Who would move today if `change` were made; writes nothing.

    Raises what making the change would raise: UsageError, NotFound.
    """
    standing = {(row.id, row.project): row for row in people(journal).rows if not row.personal}
    with journal.read() as reader:
        model = model_on(reader, journal.today)
        if isinstance(change, Correction):
            tried = replace(model, correction=change)
            moves, shifted = _compared(journal, reader, tried, standing)
            return WhatIf(moves, shifted, len(standing))
        after = (
            added(model.catalogue, change, tally(reader, journal.today))
            if isinstance(change, AddKind)
            else changed(model.catalogue, change)
        )
        before = model.catalogue[after.id]
        concerned = {
            pair: standing[pair] for pair in pairs_with(reader, {after.id}) if pair in standing
        }
        if weighs_the_same(before, after):
            return WhatIf((), 0, len(concerned), before, after)
        tried = replace(model, catalogue=Catalogue({**model.catalogue, after.id: after}.values()))
        moves, shifted = _compared(journal, reader, tried, concerned)
    return WhatIf(moves, shifted, len(concerned), before, after)


def _compared(
    journal: Journal, reader: Reader, tried: Model, standing: Mapping[Pair, PersonRow]
) -> tuple[tuple[WouldMove, ...], int]:
    """Who would move by another model, and how many others would shift."""
    moves: list[WouldMove] = []
    shifted = 0
    wanted = sorted(standing)
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        for pair, found in assess_pairs(reader, journal.today, part, tried).items():
            move = _move(standing[pair], found)
            if move.relabelled or move.alarm_before != move.alarm_after:
                moves.append(move)
            else:
                shifted += abs(move.stance_after - move.stance_before) >= STANCE_SHIFT
    return tuple(sorted(moves, key=_greatest_first)), shifted


def _move(row: PersonRow, found: Assessment) -> WouldMove:
    return WouldMove(
        stakeholder=row.id,
        name=row.name,
        kind=row.kind,
        project=row.project,
        project_name=row.project_name,
        before=row.label,
        after=found.label,
        stance_before=row.stance,
        stance_after=found.stance,
        alarm_before=row.alarm,
        alarm_after=found.alarm.kind if found.alarm else None,
    )


def _greatest_first(move: WouldMove) -> tuple[float, str]:
    return -abs(move.stance_after - move.stance_before), move.name
