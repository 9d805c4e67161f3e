"""How the lines of Today look (screens S1)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from staketerm.domain.nurture.acts import Act, is_near
from staketerm.locale import _, language
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.act_words import capital
from staketerm.tui.drawing.day_text import TodayLine, TodayText
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, fit, left, rule, width
from staketerm.tui.drawing.look import POSITION_INK
from staketerm.tui.drawing.values import week_day
from staketerm.tui.drawing.words import word

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.stakeholders.person_row import PersonRow

NAME_CELLS = 18
DAY_CELLS = 12
POSITION_CELLS = 17

WIDEST_KIND = 22
"""Cells of the word for an act, where a language needs so many."""


@dataclass(frozen=True, slots=True)
class TodayDrawing(TodayText):
    """Draws the lines of Today for one look."""

    def draw(self, line: TodayLine, cells: int, hint: str, *, selected: bool) -> Line:
        """One line; both lines of a selected act are marked."""
        lead = self.look.selected if selected else " "
        if line.part < 0:
            return rule(line.text, hint, cells, stroke=self.look.rule)
        if line.row is not None:
            return self._moved_line(line, line.row, lead, cells)
        if line.act is None:
            indent = "   " if line.section == "held" else "    "
            return fit((Piece(indent), Piece(line.text, Ink.MUTED)), cells, self.look.ellipsis)
        if line.part > 0:
            lead = lead if line.text else ""
            reason = (Piece(left(lead, 1 + self._sign_cells)), Piece(self.veil.text(line.text)))
            return fit(reason, cells, self.look.ellipsis)
        draw = {"to_do": self._act_row, "due": self._due_row, "held": self._held_row}
        return draw[line.section](line.act, lead, cells)

    @property
    def _sign_cells(self) -> int:
        return width(self.look.latest) + 1

    def sign(self, act: "DueAct") -> Piece:
        """`>` its window is open, `»` its latest day is near; blank where it opens later."""
        proposal = act.proposal
        near = is_near(proposal.latest, self.day)
        later = "" if proposal.ideal > self.day else self.look.due
        sign = self.look.latest if near else later
        return Piece(left(sign, self._sign_cells), Ink.LATEST if near else Ink.SOON)

    def _act_row(self, act: "DueAct", lead: str, cells: int) -> Line:
        proposal = act.proposal
        start = (
            Piece(lead),
            self.sign(act),
            Piece(left(capital(word(proposal.kind)), kind_cells(), self.look.ellipsis), Ink.BOLD),
            *self._who(act),
        )
        latest = _("latest {day}").format(day=week_day(proposal.latest, self.day))
        ink = Ink.LATEST if is_near(proposal.latest, self.day) else Ink.MUTED
        return apart(start, (Piece(f"{latest} ", ink),), cells, self.look.ellipsis)

    def _due_row(self, act: "DueAct", lead: str, cells: int) -> Line:
        proposal = act.proposal
        today = proposal.latest == self.day
        day = _("today") if today else week_day(proposal.latest, self.day)
        said = proposal.reason
        if self.veil.down:
            said = f"{self.name(act)}: {word(proposal.kind)}"
        start = (Piece(lead), self.sign(act), Piece(left(day, DAY_CELLS), Ink.MUTED), Piece(said))
        return fit(start, cells, self.look.ellipsis)

    def _held_row(self, act: "DueAct", lead: str, cells: int) -> Line:
        said = f"{word(act.proposal.kind)}: {act.proposal.brake}"
        start = (
            Piece(left(lead, 1 + self._sign_cells)),
            Piece(left(self.name(act), NAME_CELLS, self.look.ellipsis)),
            Piece(f" {said}", Ink.MUTED),
        )
        return fit(start, cells, self.look.ellipsis)

    def _who(self, act: "DueAct") -> list[Piece]:
        """Glyph and name, then the organisation."""
        row = self.facts.people.get((act.proposal.stakeholder, act.proposal.project))
        pieces: list[Piece] = []
        if row is not None and not row.personal:
            ink = POSITION_INK.get(row.label, Ink.MUTED)
            pieces.append(Piece(f"{self.look.position(row.label)} ", ink))
        pieces.append(Piece(self.name(act)))
        if row is not None and row.organisation:
            organisation = self.veil.text(row.organisation)
            pieces.append(Piece(f" {self.look.between} {organisation}", Ink.MUTED))
        return pieces

    def _moved_line(self, line: TodayLine, row: "PersonRow", lead: str, cells: int) -> Line:
        if line.part > 0:
            indent = Piece(left(lead, NAME_CELLS + 5))
            return fit((indent, Piece(line.text, Ink.MUTED)), cells, self.look.ellipsis)
        alarm = row.alarm if not row.alarm_seen else None
        sign = {"crossed_over": "!!", "cooling": "! "}.get(alarm or "", "  ")
        name = self.veil.name(row.id, row.name, row.kind)
        pieces: list[Piece] = [
            Piece(lead),
            Piece(f"{sign} ", Ink.ALARM),
            Piece(left(name, NAME_CELLS, self.look.ellipsis), Ink.BOLD),
            Piece(" "),
        ]
        if alarm is None and row.was is not None:
            pieces += [
                *marks.position(row.was, self.look),
                Piece(f" {self.look.arrow} "),
                *marks.position(row.label, self.look),
                Piece(" "),
            ]
        else:
            (position,) = marks.position(row.label, self.look)
            pieces.append(position._replace(text=left(position.text, POSITION_CELLS)))
        if row.trend in ("warming", "cooling"):
            pieces.append(Piece(f" {self.look.trends[row.trend]}", Ink.BOLD))
        said = self.since(row)
        if not self.tall and (deed := self.deed(row)):
            said = f"{said}: {deed}"
        return fit((*pieces, Piece(f" {said}", Ink.MUTED)), cells, self.look.ellipsis)


def kind_cells() -> int:
    """Cells of the widest word for an act in the language spoken now, and a blank."""
    return _widest(language())


@lru_cache
def _widest(_language: str) -> int:
    return min(WIDEST_KIND, max(width(word(kind)) for kind in Act) + 1)
