"""What the maps need to know of one stakeholder in one project on one day."""

from dataclasses import dataclass, field

from staketerm.domain.course import NOTHING_READ, Course, Fades, Reading
from staketerm.domain.label import StanceClass, Standing
from staketerm.domain.maps.trust import NO_TRUST, Trust, TrustLevel
from staketerm.domain.seam import AS_IS, Seam, level_of, usual_desired_level

IMPACT_ORDER = {"high": 0, "medium": 1, "low": 2, "none": 4}
"""The weightiest first; an impact that is not set stands between low and none."""

LEVELS = tuple(Seam)
"""The engagement matrix from left to right: unaware, resistant, neutral, supportive, leading."""


@dataclass(frozen=True, slots=True)
class Who:
    """A stakeholder in a project with what the user set of them; all of it is today's.

    `power` and `interest` are 1 to 5, `desired` is a word of the engagement matrix or "as_is";
    None is not set. `folded` is the name for sorting, `salience` the attributes ticked (salience).
    `key` names this row, for one stakeholder has one in each project; `rank` is the order of those
    who stand in one place: by impact, then by name. `wished` is the engagement wished for: as set,
    else the usual one for the impact (inference 2); None for those who are to stay as they are.
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
    key: str = field(init=False)
    rank: tuple[int, str] = field(init=False)
    wished: Seam | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"{self.id} {self.project}")
        object.__setattr__(self, "rank", (IMPACT_ORDER.get(self.impact or "", 3), self.folded))
        object.__setattr__(self, "wished", _wished(self.desired, self.impact))


def _wished(desired: str | None, impact: str | None) -> Seam | None:
    if desired == AS_IS:
        return None
    return Seam(desired) if desired else usual_desired_level(impact)


class Point:
    """Somebody on a map: who, the position of the day, engagement and trust of the day.

    `level` is None while the position is unknown, and for those who only the user knows to be
    unaware.
    """

    __slots__ = ("_level", "_now", "_trust", "who")

    def __init__(
        self,
        who: Who,
        now: Reading = NOTHING_READ,
        level: Seam | None = None,
        trust: Trust = NO_TRUST,
    ) -> None:
        self.who = who
        self._now = now
        self._level = level
        self._trust = trust

    @property
    def now(self) -> Reading:
        """The position."""
        return self._now

    @property
    def level(self) -> Seam | None:
        """The engagement."""
        return self._level

    @property
    def trust(self) -> Trust:
        """What trust rests on."""
        return self._trust

    @property
    def side(self) -> StanceClass | None:
        """The side of the deeds; None while the position is unknown."""
        return self.now.side

    @property
    def active(self) -> bool:
        """Whether their energy counts as active."""
        return self.now.active

    @property
    def energy(self) -> float:
        """Effort in either direction, >= 0."""
        return self.now.energy

    @property
    def trust_level(self) -> TrustLevel | None:
        """The word for trust; None while there is too little to go by."""
        return self.trust.level

    @property
    def wanted(self) -> Seam | None:
        """The engagement wished for; that of now for those who are to stay as they are (P23)."""
        return self.who.wished or self.level

    @property
    def gap(self) -> int | None:
        """Steps from the engagement of now to the one wished for: above 0 more is wished for;
        None while the position is unknown."""
        level = self.level
        if level is None:
            return None
        wished = self.who.wished
        return PLACE[wished] - PLACE[level] if wished else 0


PLACE = {level: place for place, level in enumerate(LEVELS)}
"""The place of a level in the matrix, from the left."""


class ReadPoint(Point):
    """The same, read from somebody's course when it is asked for: a map of thousands shows few, and
    needs of the others no more than decides where they stand."""

    __slots__ = ("_course", "_day", "_fades", "_standing")

    def __init__(self, who: Who, course: Course, day: int, fades: Fades) -> None:
        self.who = who
        self._course = course
        self._day = day
        self._fades = fades
        self._standing: Standing | None = None

    @property
    def now(self) -> Reading:
        """The position."""
        return self._course.read(self._day, self._fades)

    @property
    def level(self) -> Seam | None:
        """The engagement."""
        side = self.side
        if side is not StanceClass.SUPPORTIVE:
            return level_of(side, 0)
        return level_of(side, self._course.championing_on(self._day))

    @property
    def trust(self) -> Trust:
        """What trust rests on."""
        return self._course.trust_on(self._day, self.side)

    @property
    def side(self) -> StanceClass | None:
        """The side of the deeds; None while the position is unknown."""
        standing = self._standing
        if standing is None:
            standing = self._standing = self._course.standing(self._day)
        return standing.stance_class if standing.known else None

    @property
    def active(self) -> bool:
        """Whether their energy counts as active."""
        standing = self._standing or self._course.standing(self._day)
        return standing.active

    @property
    def energy(self) -> float:
        """Effort in either direction, >= 0."""
        return self._course.energy(self._day, self._fades)
