"""What the maps need to know of one stakeholder in one project on one day."""

from typing import NamedTuple

from staketerm.domain.course import NOTHING_READ, Reading
from staketerm.domain.maps.trust import NO_TRUST, Trust
from staketerm.domain.seam import AS_IS, Seam, usual_desired_level

IMPACT_ORDER = {"high": 0, "medium": 1, "low": 2, "none": 4}
"""The weightiest first; an impact that is not set stands between low and none."""


class Who(NamedTuple):
    """A stakeholder in a project with what the user set of them; all of it is today's.

    `power` and `interest` are 1 to 5, `desired` is a word of the engagement matrix or "as_is";
    None is not set. `folded` is the name for sorting, `salience` the attributes ticked (salience).
    """

    id: str
    project: str
    handle: str
    name: str
    folded: str
    kind: str = "person"
    project_name: str = ""
    power: int | None = None
    interest: int | None = None
    impact: str | None = None
    desired: str | None = None
    salience: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """What names this row: one stakeholder has one in each project."""
        return f"{self.id} {self.project}"

    @property
    def rank(self) -> tuple[int, str]:
        """The order of those who stand in one place: by impact, then by name."""
        return IMPACT_ORDER.get(self.impact or "", 3), self.folded


class Point(NamedTuple):
    """Somebody on a map: who, the position of the day, engagement and trust of the day.

    `level` is None while the position is unknown, and for those who only the user knows to be
    unaware.
    """

    who: Who
    now: Reading = NOTHING_READ
    level: Seam | None = None
    trust: Trust = NO_TRUST

    @property
    def wanted(self) -> Seam | None:
        """The engagement wished for: as the user set it, "as is" that of now, else the usual one
        for the impact (inference 2, P23)."""
        desired = self.who.desired
        if desired == AS_IS:
            return self.level
        return Seam(desired) if desired else usual_desired_level(self.who.impact)

    @property
    def gap(self) -> int | None:
        """Steps from the engagement of now to the one wished for: above 0 more is wished for;
        None while the position is unknown."""
        wanted = self.wanted
        if self.level is None or wanted is None:
            return None
        return LEVELS.index(wanted) - LEVELS.index(self.level)


LEVELS = tuple(Seam)
"""The engagement matrix from left to right: unaware, resistant, neutral, supportive, leading."""
