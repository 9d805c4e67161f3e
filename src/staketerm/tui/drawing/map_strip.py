"""Under the maps: who is selected, how they stand, and the way they came (screens S4)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from staketerm.domain.maps.point import Point
from staketerm.domain.phrases import fraction, narrow_day, short_day
from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, line_width
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.positions.review import Why


STEP, NOW = 10, 26
"""Cells of a day passed with its sign, and of this day with its position."""


class Step(NamedTuple):
    """Where somebody stood on a day they were seen on."""

    day: date
    point: Point


class StripDrawing(NamedTuple):
    """Two lines about somebody; `why` is None until it is known."""

    look: Look
    veil: Veil
    day: date
    key: str
    """The key that goes a week back."""

    def lines(
        self,
        point: Point,
        why: "Why | None",
        path: Sequence[Step],
        month_ago: Point | None,
        cells: int,
    ) -> list[Line]:
        """The person, then the path."""
        return [
            fit(line, cells, self.look.ellipsis)
            for line in (self._person(point, why), self._way(point, path, month_ago, cells))
        ]

    def line(self, point: Point, why: "Why | None", path: Sequence[Step], cells: int) -> Line:
        """One line of it: the person, or, once weeks were passed, the path."""
        if not path:
            return fit(self._person(point, why), cells, self.look.ellipsis)
        called = self._called(point)
        way = self._path(point, path, cells - line_width(called))
        return fit((*called, *way), cells, self.look.ellipsis)

    def _called(self, point: Point) -> Line:
        who = point.who
        name = self.veil.name(who.id, who.name, who.kind)
        return (Piece(f" {self.look.selected} ", Ink.FOCUS), Piece(name, Ink.BOLD), Piece(" "))

    def _person(self, point: Point, why: "Why | None") -> Line:
        who, now = point.who, point.now
        pieces = [
            *self._called(point),
            *marks.position(now.label, self.look),
            *self._trend(why),
        ]
        between = f" {self.look.between} "
        told = [
            f"{caption} {value}"
            for caption, value in (
                (_("power"), who.power),
                (_("interest"), who.interest),
                (_("impact"), word(who.impact) if who.impact else None),
            )
            if value
        ]
        if told:
            pieces.append(Piece(between + ", ".join(told), Ink.MUTED))
        if now.side is not None:
            said = _("{stance} ({low} to {high})").format(
                stance=fraction(now.stance), low=fraction(now.low), high=fraction(now.high)
            )
            pieces.append(Piece(between + said, Ink.MUTED))
        return tuple(pieces)

    def _trend(self, why: "Why | None") -> Line:
        if why is None:
            return ()
        alarm, trend = why.assessment.alarm, why.assessment.trend
        if alarm is not None:
            day = short_day(alarm.since, self.day)
            said = (
                _("crossed over on {day}")
                if alarm.kind == "crossed_over"
                else _("cooling since {day}")
            ).format(day=day)
            sign = self.look.trends["cooling"]
            return (Piece(f" {sign} {said}", Ink.MUTED if why.alarm_seen else Ink.ALARM),)
        return () if trend is None else (Piece(f" {self.look.trends[trend]} {word(trend)}"),)

    def _path(self, point: Point, path: Sequence[Step], cells: int) -> Line:
        """The signs of the days passed and of this day, oldest first; the days nearest to this one
        where there is no room for all."""
        steps = sorted((*path, Step(self.day, point)), key=lambda step: step.day)
        here = steps.index(Step(self.day, point))
        shown = 1 + max(0, cells - NOW) // STEP
        first = max(0, min(here - shown // 2, len(steps) - shown))
        pieces = [Piece("  ")]
        for day, before in steps[first : first + shown]:
            said = f"{narrow_day(day, self.day)} "
            if day == self.day:
                pieces.append(Piece(said, Ink.BOLD))
                pieces += [*marks.position(point.now.label, self.look), Piece("  ")]
            else:
                pieces.append(Piece(f"{said}{self.look.position(before.now.label)}  ", Ink.MUTED))
        return tuple(pieces)

    def _way(self, point: Point, path: Sequence[Step], month_ago: Point | None, cells: int) -> Line:
        if path:
            return (Piece(" "), *self._path(point, path, cells - 1))
        if month_ago is None:
            return (Piece(" "),)
        if month_ago.now.label == point.now.label:
            said = _("A month ago the same: {key} four times shows the path.").format(key=self.key)
            return (Piece(f"   {said}", Ink.MUTED),)
        return (
            Piece(f"   {_('A month ago')} ", Ink.MUTED),
            *marks.position(month_ago.now.label, self.look),
            Piece(": " + _("{key} four times shows the path.").format(key=self.key), Ink.MUTED),
        )
