"""What is coming in a project, by week, in lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.day_words import say_day
from staketerm.domain.phrases import narrow_day, short_day
from staketerm.locale import _, language
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, left, right, rule
from staketerm.tui.drawing.progress import DAY_CELLS, ProgressDrawing, ProgressLine
from staketerm.tui.drawing.section import Item, SectionDrawing
from staketerm.tui.drawing.words import word

if TYPE_CHECKING:
    from staketerm.journal.nurture.coming import Coming

KIND_CELLS = 20
"""Cells of the word for an act, the longest of them and a blank."""

NEAR_DAYS = 2
"""An act this close to its latest day is marked (screens 4)."""


@dataclass(frozen=True, slots=True)
class ComingLine:
    """A week's header, or something in it."""

    monday: date
    coming: "Coming | None" = None

    @property
    def key(self) -> str:
        """The same after every reading."""
        return self.coming.id if self.coming else self.monday.isoformat()

    @property
    def stops(self) -> bool:
        """The cursor steps over headers."""
        return self.coming is not None

    @property
    def item(self) -> Item:
        """Whom an act is for, or the entry."""
        if self.coming is None:
            return Item()
        if self.coming.entry is not None:
            return ProgressLine(self.coming.entry, 0).item
        act = self.coming.act
        if act is None:
            return Item()
        who = (act.proposal.stakeholder, act.planned.name, "person")
        return Item(who=who, person=True, act=act)


@dataclass(frozen=True, slots=True)
class ComingDrawing(SectionDrawing):
    """Acts with their window, plans and milestones with their day, under the week."""

    def lines(self, rows: "Sequence[Coming]") -> Iterator[ComingLine]:
        """Every week and what is in it."""
        week: date | None = None
        for each in rows:
            if each.monday != week:
                week = each.monday
                yield ComingLine(week)
            yield ComingLine(week, each)

    def draw(self, line: ComingLine, cells: int, *, selected: bool) -> Line:
        """The week; or from which day on, what, for whom, and until when."""
        one = line.coming
        if one is None:
            week = _("week of {day}").format(day=say_day(line.monday, self.today, language()))
            return rule(week, "", cells, stroke=self.look.rule)
        day = right(narrow_day(one.first, self.today), DAY_CELLS - 2)
        start = (
            Piece(f"{self.lead(selected=selected)}{day} ", Ink.MUTED),
            Piece(left(self._kind(one), KIND_CELLS, self.look.ellipsis), Ink.PLAIN),
            Piece(self._what(one), Ink.BOLD if one.act else Ink.PLAIN),
        )
        near = (one.latest - self.today).days <= NEAR_DAYS
        latest = _("latest {day}").format(day=short_day(one.latest, self.today))
        end = Piece(f"  {latest} ", Ink.LATEST if near else Ink.MUTED)
        return apart(start, (end,), cells, self.look.ellipsis)

    def pane(self, line: ComingLine, cells: int, hint: str) -> Sequence[Line]:
        """Why an act is worth doing; the entry in full."""
        one = line.coming
        if one is None:
            return ()
        if one.entry is not None:
            drawing = ProgressDrawing(self.look, self.veil, self.today, self.scored)
            return drawing.whole(one.entry, cells, hint)
        lines: list[Line] = [rule(self._kind(one), "", cells, stroke=self.look.rule)]
        lines.append((Piece(f" {self._what(one)}", Ink.BOLD),))
        reason = one.act.proposal.reason if one.act else ""
        lines += self.wrapped(self.veil.text(reason), cells, Ink.PLAIN)
        window = _("{first} to {latest}").format(
            first=short_day(one.first, self.today), latest=short_day(one.latest, self.today)
        )
        return [*lines, (Piece(f" {window}", Ink.MUTED),)]

    def words(self, row: "Coming") -> str:
        """What it is, for whom, and why."""
        if row.entry is not None:
            return f"{self._kind(row)} {row.entry.line}"
        told = (row.act.planned.name, row.act.proposal.reason) if row.act else ()
        return " ".join((self._kind(row), *told))

    def _kind(self, one: "Coming") -> str:
        if one.act is not None:
            return word(one.act.proposal.kind)
        return word(one.entry.kind) if one.entry else ""

    def _what(self, one: "Coming") -> str:
        if one.act is not None:
            return self.veil.name(one.act.proposal.stakeholder, one.act.planned.name)
        return self.veil.text(one.entry.line.replace("\n", " ")) if one.entry else ""
