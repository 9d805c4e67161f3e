"""The signals behind a position, each with what it still counts (inference 4.2, closed form)."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from staketerm.domain import phrases
from staketerm.domain.constants import DAY_LIMIT, EVIDENCE_HALF_LIFE, MEMORY
from staketerm.domain.evidence import UNANSWERED, Evidence, points_of
from staketerm.domain.fold import keeps
from staketerm.domain.habits import Correction
from staketerm.domain.signals import Kind


@dataclass(frozen=True, slots=True)
class Reason:
    """One signal in a position.

    `points` are signed, weighed (weak, strong) and corrected; `share` (>= 0) is what is left of
    them by time and newer behaviour. `source` is the id of the record, or of the question that was
    not answered. `label` says what happened in a few words, `text` in a sentence (4.8) that holds
    as of a day.
    """

    on: date
    kind: str
    points: float
    share: float
    source: str | None
    label: str
    as_of: date

    @property
    def text(self) -> str:
        """The signal in a sentence, made when it is read: of thousands few are."""
        return phrases.signal(self.on, self.as_of, self.label, self.points, self.share)


@dataclass(frozen=True, slots=True)
class Deed:
    """One signal with its points, weighed and corrected, before anybody asks what it counts."""

    on: date
    kind: str
    points: float
    source: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a position rests on. Nothing is computed until it is asked for: few callers read it."""

    evidence: Evidence
    catalogue: Mapping[str, Kind]
    correction: Correction
    as_of: date

    def deeds(self, first: date = date.min) -> list[Deed]:
        """The signals with points from `first` on, oldest first, silences among them."""
        return sorted(self._deeds(first), key=lambda deed: (deed.on, deed.kind, deed.source or ""))

    def reasons(self) -> tuple[Reason, ...]:
        """The signals with what each still counts, the strongest share first."""
        left = self._left_of_a_point()
        reasons = [self._reason(deed, left[deed.on.toordinal()]) for deed in self.deeds()]
        return tuple(sorted(reasons, key=lambda reason: -reason.share))

    def _reason(self, deed: Deed, left: float) -> Reason:
        share = abs(deed.points) * left
        return Reason(deed.on, deed.kind, deed.points, share, deed.source, deed.label, self.as_of)

    def _deeds(self, first: date) -> Iterator[Deed]:
        for record, kind in self.evidence.acts:
            if kind.points and record.day >= first:
                value = self.correction.of(points_of(record, kind))
                yield Deed(record.day, record.kind, value, record.id, kind.label)
        for on, asked in self.evidence.silences:
            value = self.correction.of(self.catalogue[UNANSWERED].points)
            if value and on >= first:
                label = phrases.unanswered(asked.kind, asked.on, on)
                yield Deed(on, UNANSWERED, value, asked.source, label)

    def _left_of_a_point(self) -> dict[int, float]:
        """For each day of evidence, what one point of that day still counts.

        e * 2^(-(T-t)/240) * exp(-(B(T)-B(t))/70), B the running sum of day totals, capped at 10.
        """
        left: dict[int, float] = {}
        newer = 0.0
        today = self.as_of.toordinal()
        for day, for_, against, _ in reversed(self.evidence.days):
            total = for_ + against
            if total:
                fresh = MEMORY * (1 - keeps(total)) / total
                faded = 2.0 ** ((day - today) / EVIDENCE_HALF_LIFE) * math.exp(-newer / MEMORY)
                left[day] = fresh * faded
                newer += min(total, DAY_LIMIT)
        return left
