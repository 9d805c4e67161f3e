"""The communication plan in lines: for everybody what, when and by which way (F61)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from staketerm.domain import rhythm_words
from staketerm.domain.phrases import short_day
from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, left, line_width, rule
from staketerm.tui.drawing.section import Item, SectionDrawing
from staketerm.tui.drawing.words import widest_position, word

if TYPE_CHECKING:
    from staketerm.journal.nurture.communication import Communication

NAME_CELLS = 24

INDENT = 3
"""Cells before what stands under a name."""


@dataclass(frozen=True, slots=True)
class CommunicationLine:
    """Somebody in the plan (part 0), or what is meant for them below it."""

    row: "Communication"
    part: int

    @property
    def key(self) -> str:
        """The same after every reading."""
        return f"{self.row.stakeholder} {self.part}"

    @property
    def stops(self) -> bool:
        """The cursor stands on people."""
        return self.part == 0

    @property
    def item(self) -> Item:
        """The person."""
        who = (self.row.stakeholder, self.row.name, "person")
        return Item(who=who, person=True, act=self.row.planned)


@dataclass(frozen=True, slots=True)
class CommunicationDrawing(SectionDrawing):
    """Everybody with their next days, and below it the acts that fit them and the rhythm."""

    def lines(self, rows: "Sequence[Communication]") -> Iterator[CommunicationLine]:
        """Two lines for each."""
        for row in rows:
            yield CommunicationLine(row, 0)
            yield CommunicationLine(row, 1)

    def draw(self, line: CommunicationLine, cells: int, *, selected: bool) -> Line:
        """Who, where they stand, when and how; or what."""
        row = line.row
        if line.part:
            said = "   ".join(part for part in (self._rhythm(row), self._acts(row)) if part)
            below = (Piece(" " * INDENT), Piece(said, Ink.MUTED))
            return apart(below, (Piece(f"{self._ways(row)} ", Ink.MUTED),), cells)
        name = self.veil.name(row.stakeholder, row.name)
        start: Line = (
            Piece(self.lead(selected=selected)),
            Piece(left(name, NAME_CELLS, self.look.ellipsis), Ink.BOLD),
            Piece(" "),
        )
        if self.scored:
            position = marks.position(row.label, self.look)
            gap = " " * max(1, widest_position() + 3 - line_width(position))
            start = (*start, *position, Piece(gap))
        return apart(start, (Piece(f"{self._next(row)} "),), cells, self.look.ellipsis)

    def pane(self, line: CommunicationLine, cells: int, hint: str) -> Sequence[Line]:
        """The plan for one stakeholder in full."""
        row = line.row
        name = self.veil.name(row.stakeholder, row.name)
        told = (
            (_("what"), self._acts(row)),
            (_("how often"), self._rhythm(row)),
            (_("when"), self._window(row)),
            (_("how"), self._ways(row)),
            (_("planned"), self._planned(row)),
        )
        lines: list[Line] = [rule(name, "", cells, stroke=self.look.rule)]
        for caption, said in told:
            if said:
                lines += [(), (Piece(f" {caption}", Ink.MUTED),)]
                lines += self.wrapped(said, cells, Ink.PLAIN)
        if row.planned is not None:
            lines += self.wrapped(self.veil.text(row.planned.proposal.reason), cells, Ink.MUTED)
        return lines

    def words(self, row: "Communication") -> str:
        """Name, position, acts and ways."""
        acts = " ".join(word(act) for act in row.acts)
        return f"{row.name} {word(row.label)} {acts} {self._ways(row)}"

    def _next(self, row: "Communication") -> str:
        """The next act with its latest day, or the days by the rhythm."""
        return self._planned(row) or self._window(row) or self.look.dash

    def _planned(self, row: "Communication") -> str:
        if row.planned is None:
            return ""
        act = row.planned.proposal
        return _("{act}, latest {day}").format(
            act=word(act.kind), day=short_day(act.latest, self.today)
        )

    def _window(self, row: "Communication") -> str:
        if row.window is None:
            return ""
        return _("{first} to {latest}").format(
            first=short_day(row.window.ideal, self.today),
            latest=short_day(row.window.latest, self.today),
        )

    def _acts(self, row: "Communication") -> str:
        if row.do_not_contact:
            return _("do not contact")
        return ", ".join(word(act) for act in row.acts)

    def _rhythm(self, row: "Communication") -> str:
        return "" if row.do_not_contact else rhythm_words.said(row.rhythm)

    def _ways(self, row: "Communication") -> str:
        words = {"email": _("mail"), "phone": _("phone")}
        return ", ".join(words[way] for way in row.ways) or _("meeting")
