"""Who would move if a kind were weighed otherwise, or lopsided logging corrected (F40).

Nothing is written: those concerned are folded with the tentative model, in parts, so that a screen
can show the first and others may ask in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from staketerm.domain.assessment import Assessment
from staketerm.domain.catalogue import Catalogue
from staketerm.domain.habits import Correction
from staketerm.domain.signals import Kind
from staketerm.domain.told_kinds import weighs_the_same
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import added, changed
from staketerm.journal.positions.model import Model, model_on
from staketerm.journal.positions.reach import pairs_with
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.positions.tally import tally
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.journal.stakeholders.triage import people
from staketerm.store.portions import FEW

STANCE_SHIFT = 0.005
"""A stance that moves by less reads the same with two places."""

PART = 100
"""How many positions a screen has looked at in one go: less than a second's work."""

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
    without another word or alarm, and `left` how many were not looked at yet. Of a kind there is
    `before`, as it is now, and `after`.
    """

    moves: tuple[WouldMove, ...]
    shifted: int
    looked_at: int
    left: int = 0
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


class Attempt:
    """A change that is tried, part by part; `found` is what is known of it so far."""

    def __init__(
        self,
        tried: Model,
        standing: Mapping[Pair, PersonRow],
        before: Kind | None = None,
        after: Kind | None = None,
    ) -> None:
        self._tried = tried
        self._standing = standing
        self._left = sorted(standing)
        self.found = WhatIf((), 0, len(standing), len(standing), before, after)
        if not self.found.weighs:
            self._left = []
            self.found = replace(self.found, left=0)

    @property
    def done(self) -> bool:
        """Whether everybody was looked at."""
        return not self._left

    def go_on(self, journal: Journal, most: int = PART) -> WhatIf:
        """Look at some more; what is known by then."""
        part, self._left = self._left[:most], self._left[most:]
        moves, shifted = list(self.found.moves), self.found.shifted
        with journal.read() as reader:
            assessed = assess_pairs(reader, journal.today, part, self._tried) if part else {}
        for pair, now in assessed.items():
            move = _move(self._standing[pair], now)
            if move.relabelled or move.alarm_before != move.alarm_after:
                moves.append(move)
            else:
                shifted += abs(move.stance_after - move.stance_before) >= STANCE_SHIFT
        told = tuple(sorted(moves, key=_greatest_first))
        self.found = replace(self.found, moves=told, shifted=shifted, left=len(self._left))
        return self.found


def what_if(journal: Journal, change: Change) -> WhatIf:
    """Who would move today if `change` were made; writes nothing.

    Raises what making the change would raise: UsageError, NotFound.
    """
    attempt = attempted(journal, change)
    while not attempt.done:
        attempt.go_on(journal, FEW)
    return attempt.found


def attempted(journal: Journal, change: Change) -> Attempt:
    """The same with nobody looked at yet."""
    standing = {(row.id, row.project): row for row in people(journal).rows if not row.personal}
    with journal.read() as reader:
        model = model_on(reader, journal.today)
        if isinstance(change, Correction):
            return Attempt(replace(model, correction=change), standing)
        after = (
            added(model.catalogue, change, tally(reader, journal.today))
            if isinstance(change, AddKind)
            else changed(model.catalogue, change)
        )
        concerned = pairs_with(reader, {after.id}) & standing.keys()
    tried = Catalogue({**model.catalogue, after.id: after}.values())
    return Attempt(
        replace(model, catalogue=tried),
        {pair: standing[pair] for pair in concerned},
        model.catalogue[after.id],
        after,
    )


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
