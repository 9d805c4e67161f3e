"""The field of a project: who stands where on a day, and how they came there (screens S4).

Today's rows come from the state cache; another day's are folded. A slider reads neither: it loads
the course of everybody once, in parts, and reads any day from that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.course import Course, Fades, Reading
from staketerm.domain.label import Position
from staketerm.domain.maps.point import Point, ReadPoint, Who
from staketerm.domain.maps.salience import attributes_of
from staketerm.domain.seam import level_of
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import absences_of, records_of
from staketerm.journal.positions.model import Model, model_on, settings
from staketerm.journal.stakeholders import triage
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Field:
    """Everybody who fits, as of a day, by rank; `total` is how many there are in all, `filter` the
    filter as it is understood. Nobody of a project without scoring is among them. `clock` is the
    last tick of the journal when it was read: while that is the same, nothing was written.
    """

    day: date
    points: tuple[Point, ...]
    total: int
    filter: str = ""
    clock: str = ""

    @property
    def people(self) -> tuple[Who, ...]:
        """Who they are."""
        return tuple(point.who for point in self.points)


def field(
    journal: Journal,
    *,
    filter: str = "",
    project: str | None = None,
    as_of: date | None = None,
    only: Iterable[str] | None = None,
) -> Field:
    """Everybody in a project (in every one with scoring, where None is given) with their position.

    Engagement is that of the side alone and trust is not told: both take the records, which
    `Courses` read. `only` narrows to stakeholders by id. Raises UsageError for a filter that cannot
    be read.
    """
    clock = _clock(journal)
    found = triage.people(
        journal,
        filter=filter,
        order="name",
        project=project,
        as_of=as_of,
        only=only,
        acts=False,
    )
    rows = [row for row in found.rows if not row.personal]
    total = found.total - (len(found.rows) - len(rows))
    points = sorted(map(_point, rows), key=lambda point: point.who.rank)
    return Field(as_of or journal.today, tuple(points), total, found.filter, clock)


def whole_field(
    journal: Journal,
    *,
    filter: str = "",
    project: str | None = None,
    as_of: date | None = None,
) -> Field:
    """`field` with engagement and trust, at once."""
    found = field(journal, filter=filter, project=project, as_of=as_of)
    courses = Courses.of(journal, found.day)
    courses.load(journal, found.people)
    points = courses.points(found.people, found.day)
    return Field(found.day, points, found.total, found.filter, found.clock)


def _clock(journal: Journal) -> str:
    with journal.read() as reader:
        return reader.meta("clock") or ""


def _point(row: PersonRow) -> Point:
    who = Who(
        id=row.id,
        project=row.project,
        handle=row.handle,
        name=row.name,
        folded=row.folded,
        kind=row.kind,
        project_name=row.project_name,
        power=row.power,
        interest=row.interest,
        impact=row.impact,
        desired=row.desired,
        salience=attributes_of(row.salience),
    )
    label = Position(row.label)
    side = label.stance_class
    now = Reading(label, row.stance, row.low, row.high, row.evidence, row.energy, row.active, side)
    return Point(who, now, level_of(side, 0))


class Courses:
    """The courses of some people, to be read on any day from `first` to `last`.

    Between those days one catalogue and one correction are in force (design 4): beyond them other
    courses are needed. They are loaded in parts, so that others may ask in between.
    """

    def __init__(self, model: Model, first: date, last: date, clock: str = "") -> None:
        self.first = first
        self.last = last
        self.clock = clock
        """The last tick of the journal before anybody was loaded."""
        self._model = model
        self._courses: dict[str, Course] = {}
        self._fades = Fades()

    @classmethod
    def of(cls, journal: Journal, day: date) -> "Courses":
        """Those that can tell of `day`, with nobody in them yet."""
        with journal.read() as reader:
            turns = {row.day for row in settings(reader)}
            model = model_on(reader, day)
            clock = reader.meta("clock") or ""
        first = max((turn for turn in turns if turn <= day), default=date.min)
        later = min((turn for turn in turns if turn > day), default=date.max)
        return cls(model, first, max(day, min(journal.today, later - timedelta(days=1))), clock)

    def covers(self, day: date) -> bool:
        """Whether they can tell of a day."""
        return self.first <= day <= self.last

    def knows(self, who: Who) -> bool:
        """Whether somebody's course is loaded."""
        return who.key in self._courses

    def load(self, journal: Journal, people: Sequence[Who]) -> None:
        """Read the records of these people; what was known of them is replaced."""
        with journal.read() as reader:
            self._courses.update(self._read(reader, people))

    def points(self, people: Iterable[Who], day: date) -> tuple[Point, ...]:
        """Where these people stand on a day; those who are not loaded are left out.

        What is not asked of a point is not read from its course.
        """
        fades, courses, ordinal = self._fades, self._courses, day.toordinal()
        return tuple(
            ReadPoint(who, courses[who.key], ordinal, fades) for who in people if who.key in courses
        )

    def path(self, who: Who, days: Iterable[date]) -> tuple[Point, ...]:
        """Where somebody stood on each of some days."""
        return tuple(point for day in days for point in self.points([who], day))

    def _read(self, reader: Reader, people: Sequence[Who]) -> Mapping[str, Course]:
        records = records_of(reader, [(who.id, who.project) for who in people])
        absences = absences_of(reader, (who.id for who in people))
        return {
            who.key: Course(
                records.get((who.id, who.project), ()),
                self.last,
                impact=who.impact,
                absences=absences.get(who.id, ()),
                catalogue=self._model.catalogue,
                correction=self._model.correction,
            )
            for who in people
        }
