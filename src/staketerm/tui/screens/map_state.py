"""What the map knows: who is in the field, their courses as far as they are read, the days passed.

It reads no journal and draws nothing: the place asks for what is missing and hands it over.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from staketerm.domain.maps.maps import DEEP, Drawn, MapKind, draw, shown_maps
from staketerm.domain.maps.point import Point, Who
from staketerm.tui.drawing.map_strip import Step

if TYPE_CHECKING:
    from staketerm.journal.positions.field import Courses, Field

WEEK = timedelta(days=7)

PART = 250
"""People whose records are read at once: the journal answers others in between."""

MONTH = 4
"""Weeks of the trail where no week was passed."""


class MapState:
    """The field of one project as of a day, for as long as project and filter stay."""

    def __init__(self) -> None:
        self.field: Field | None = None
        self.courses: Courses | None = None
        self.day = date.min
        self.passed: set[date] = set()
        self.stopped = False
        self._read = 0
        self.people: tuple[Who, ...] = ()
        self.kinds = shown_maps(())
        """The maps there are of these people."""
        self._points: tuple[Point, ...] = ()
        self._place: dict[str, int] = {}
        self._deep = False
        self._drawn: dict[MapKind, Drawn] = {}
        self._trails: dict[str, Sequence[Point]] = {}

    # taking in

    def take(self, field: "Field") -> bool:
        """Another field; whether the courses at hand tell of it, so that none need be read."""
        known = self.courses if self.complete else None
        self._hold(field)
        self.stopped = False
        self._look(field.day, field.points, deep=False)
        keeps = (
            known is not None
            and known.clock == field.clock
            and known.covers(field.day)
            and all(map(known.knows, self.people))
        )
        self.courses = known if keeps else None
        self._read = len(self.people) if keeps else 0
        return keeps

    def _hold(self, field: "Field") -> None:
        self.field = field
        self.people = field.people
        self.kinds = shown_maps(self.people)
        self._place = {who.key: place for place, who in enumerate(self.people)}

    def take_courses(self, courses: "Courses") -> None:
        """Courses with nobody in them yet."""
        self.courses = courses
        self._read = 0
        self.stopped = False

    def next_part(self) -> "Sequence[Who]":
        """Those whose records are to be read next; nobody where all are, or it was stopped."""
        if self.field is None or self.stopped:
            return ()
        return self.people[self._read : self._read + PART]

    def part_read(self, many: int) -> None:
        """So many more are read."""
        self._read += many

    def renew(self, field: "Field") -> bool:
        """Put changed people in the place of what was known of them; False where somebody came or
        went, so that all has to be read."""
        if self.field is None:
            return False
        changed = {point.who.key: point for point in field.points}
        if not changed.keys() <= self._place.keys():
            return False
        points = [changed.get(point.who.key, point) for point in self.field.points]
        points.sort(key=lambda point: point.who.rank)
        self._hold(type(field)(self.field.day, tuple(points), self.field.total, self.field.filter))
        return True

    # reading out

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many of how many courses are read; None where all are, or none are wanted."""
        if self.field is None or self.complete or self.stopped:
            return None
        return self._read, len(self.people)

    @property
    def complete(self) -> bool:
        """Whether everybody's course is read."""
        field, courses = self.field, self.courses
        return field is not None and courses is not None and self._read >= len(self.people)

    def tells(self, day: date) -> bool:
        """Whether the courses tell of a day."""
        return self.complete and self.courses is not None and self.courses.covers(day)

    def look_at(self, day: date) -> None:
        """Read everybody out on a day, where that can be told."""
        if self.field is None:
            return
        if self.tells(day) and self.courses is not None:
            self._look(day, self.courses.points(self.people, day), deep=True)
        elif day == self.field.day:
            self._look(day, self.field.points, deep=False)

    def _look(self, day: date, points: tuple[Point, ...], *, deep: bool) -> None:
        self.day = day
        self._points = points
        self._deep = deep
        self._drawn = {}
        self._trails = {}

    def knows(self, kind: MapKind) -> bool:
        """Whether there is enough to draw a map; those of promises and champions need courses."""
        return self.field is not None and (kind not in DEEP or self._deep)

    def drawn(self, kind: MapKind) -> Drawn:
        """What a map shows on the day."""
        if kind not in self._drawn:
            self._drawn[kind] = draw(kind, self._points)
        return self._drawn[kind]

    def point(self, key: str) -> Point | None:
        """Somebody, by key."""
        place = self._place.get(key)
        if place is None or place >= len(self._points):
            return None
        point = self._points[place]
        return point if point.who.key == key else None

    @property
    def points(self) -> tuple[Point, ...]:
        """Everybody on the day."""
        return self._points

    # the way here

    def pass_to(self, day: date) -> None:
        """Another day is looked at: a week's step leaves a trail, any other jump takes it away."""
        if abs(day - self.day) == WEEK:
            self.passed |= {self.day, day}
        else:
            self.passed.clear()

    def path(self, who: Who) -> tuple[Step, ...]:
        """Where somebody stood on the days passed, oldest first."""
        days = sorted(self.passed - {self.day})
        if self.courses is None or not self.complete:
            return ()
        days = [day for day in days if self.courses.covers(day)]
        return tuple(map(Step, days, self.courses.path(who, days)))

    def month_ago(self, who: Who) -> Point | None:
        """Where somebody stood four weeks before."""
        before = self.day - MONTH * WEEK
        if not self.tells(before) or self.courses is None:
            return None
        return next(iter(self.courses.path(who, [before])), None)

    def trail(self, key: str) -> Sequence[Point]:
        """Where somebody was on the days passed, the newest first; in the last four weeks where no
        day was passed."""
        if key not in self._trails:
            self._trails[key] = self._trail(key)
        return self._trails[key]

    def _trail(self, key: str) -> Sequence[Point]:
        point = self.point(key)
        if point is None or self.courses is None or not self.complete:
            return ()
        days = sorted(self.passed - {self.day}, reverse=True)
        if not self.passed:
            days = [self.day - week * WEEK for week in range(1, MONTH + 1)]
        return self.courses.path(point.who, [day for day in days if self.courses.covers(day)])
