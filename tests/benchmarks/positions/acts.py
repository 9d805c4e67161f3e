"""What people do where they stand: the pairs of inference section 3, and how often they act.

Of every kind the pair (probability or rate of somebody who works along, of somebody who works
against) lies as far apart as its points say. Somebody in between acts in between, on a log scale;
outcomes of one occasion are brought to sum 1 again.
"""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from staketerm.domain.catalogue import CATALOGUE

SILENCE = "mail_unanswered"
"""The outcome of a mail or a request for advice that leaves no record: the model has to notice."""

Pairs = Mapping[str, tuple[float, float]]
"""By outcome: its probability from somebody working along, and from somebody working against."""

MAIL: Pairs = {"mail_answered": (0.90, 0.60), SILENCE: (0.10, 0.40)}
ADVICE: Pairs = {
    "advice_given": (0.85, 0.45),
    "advice_refused": (0.05, 0.16),
    SILENCE: (0.10, 0.39),
}
MEETING: Pairs = {
    "active_in_meeting": (0.50, 0.25),
    "passive_in_meeting": (0.38, 0.45),
    "cancelled_late": (0.07, 0.14),
    "no_show": (0.05, 0.16),
}
AGREEMENT: Pairs = {
    "agreement_kept": (0.80, 0.40),
    "agreement_late": (0.12, 0.19),
    "agreement_broken": (0.08, 0.41),
}

OCCASIONS: Mapping[str, tuple[float, Pairs]] = {
    "mail_sent": (8.0, MAIL),
    "advice_asked": (2.0, ADVICE),
    "invitation": (6.0, MEETING),
    "agreement_made": (5.0, AGREEMENT),
}
"""By the act of one's own that opens it: how often a year, and what may come of it."""

UNASKED: Mapping[str, float] = {
    "informal_approach": 2.4,
    "unsolicited_feedback": 1.2,
    "shared_information": 1.8,
    "bad_news_early": 0.7,
    "disagreed_openly": 1.0,
    "agenda_changed": 0.6,
    "invited_to_team": 0.3,
    "provided_resources": 0.3,
    "brought_others": 0.2,
    "defended_project": 0.3,
    "no_time_made": 2.4,
    "access_refused": 0.5,
    "delegated_down": 1.8,
    "withheld_information": 0.8,
    "complaint_third_party": 0.6,
    "obstructed": 0.7,
    "open_opposition": 0.4,
    "mobilised_against": 0.2,
}
"""Deeds that need no occasion: how often a year somebody in between does each of them.

Nearly as many against as for, since most kinds mirror one of the other side.
"""

SAID: Mapping[str, float] = {
    "said_support": 1.5,
    "said_concern": 1.5,
    "said_oppose": 0.4,
    "hearsay_for": 0.4,
    "hearsay_against": 0.4,
}
"""Words, likewise."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How telling each kind of act truly is in a world: its pair pulled apart by `telling`.

    1 for a kind means that the catalogue is right about it, 2 that it tells twice as much.
    """

    telling: Mapping[str, float] = field(default_factory=dict)

    def outcome(self, pairs: Pairs, leaning: float, chance: random.Random) -> str:
        """What somebody of that leaning makes of an occasion."""
        weights = [
            math.sqrt(along * against)
            * math.exp(leaning / 2 * self._telling(kind) * math.log(along / against))
            for kind, (along, against) in pairs.items()
        ]
        return chance.choices(list(pairs), weights)[0]

    def rate(self, kind: str, in_between: float, leaning: float) -> float:
        """How often a year somebody of that leaning does it, given somebody in between."""
        apart = CATALOGUE[kind].points / 10 * math.log(10)
        return in_between * math.exp(leaning / 2 * self._telling(kind) * apart)

    def _telling(self, kind: str) -> float:
        return self.telling.get(kind, 1.0)


def wrong_by(factor: float, chance: random.Random) -> dict[str, float]:
    """For every kind with points a factor drawn between 1 / `factor` and `factor`."""
    most = math.log(factor)
    return {
        kind.id: math.exp(chance.uniform(-most, most)) for kind in CATALOGUE.values() if kind.points
    }
