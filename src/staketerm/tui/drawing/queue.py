"""The acts of one stakeholder: what is to do, what a brake holds, what was decided before (S3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.nurture.acts import is_near
from staketerm.domain.phrases import narrow_day
from staketerm.locale import _
from staketerm.tui.drawing.act_words import capital
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left, right, width
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.today import kind_cells
from staketerm.tui.drawing.values import week_day
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.nurture.queue import Decided, Queue

STATE_CELLS = 9
DAY_CELLS = 6


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One line: an act to decide about, or what was decided about one."""

    act: "DueAct | None" = None
    decided: "Decided | None" = None

    @property
    def key(self) -> str:
        """The same after every reading."""
        if self.act is not None:
            return self.act.proposal.id
        return self.decided.id if self.decided else ""


def queue_lines(queue: "Queue") -> Iterator[QueueLine]:
    """The open acts, those to come, those held back, those snoozed; then what was decided, newest
    first. A snoozed act is not told again as a decision.
    """
    due = queue.due
    for act in due.every:
        yield QueueLine(act=act)
    rest = {(act.proposal.kind, act.proposal.until) for act in due.snoozed}
    for decided in queue.decided:
        if decided.state != "snoozed" or (decided.kind, decided.until) not in rest:
            yield QueueLine(decided=decided)


@dataclass(frozen=True, slots=True)
class QueueDrawing:
    """Draws the lines of a queue as of a day, for one look and one veil."""

    look: Look
    veil: Veil
    day: date

    def draw(self, line: QueueLine, cells: int, *, selected: bool) -> Line:
        """One line."""
        lead = self.look.selected if selected else " "
        if line.act is not None:
            return fit(self._act(line.act, lead), cells, self.look.ellipsis)
        if line.decided is not None:
            return fit(self._decided(line.decided, lead), cells, self.look.ellipsis)
        return ()

    def _act(self, act: "DueAct", lead: str) -> Line:
        """`> Private talk  latest Tue 1 Dec  why`, or what holds it back."""
        proposal = act.proposal
        near = is_near(proposal.latest, self.day)
        held, later = proposal.brake is not None, proposal.ideal > self.day
        sign = self.look.latest if near else self.look.due
        sign = left("" if held or later else sign, width(self.look.latest) + 1)
        kind = left(capital(word(proposal.kind)), kind_cells(), self.look.ellipsis)
        reason = self.veil.text(proposal.reason)
        start = (Piece(lead), Piece(sign, Ink.LATEST if near else Ink.SOON), Piece(kind, Ink.BOLD))
        if proposal.until is not None:
            return (*start, Piece(proposal.brake or ""), Piece(f"  {reason}", Ink.MUTED))
        if held:
            return (*start, Piece(_("held back: {brake}").format(brake=proposal.brake), Ink.MUTED))
        said = _("from {day}") if later else _("latest {day}")
        day = said.format(day=week_day(proposal.ideal if later else proposal.latest, self.day))
        return (*start, Piece(day), Piece(f"  {reason}", Ink.MUTED))

    def _decided(self, action: "Decided", lead: str) -> Line:
        """`done  25 Jun  thank-you  "that was kind of you"`."""
        states = {"done": _("done"), "skipped": _("skipped"), "snoozed": _("put off")}
        return (
            Piece(lead),
            Piece(left(states.get(action.state, action.state), STATE_CELLS), Ink.MUTED),
            Piece(f"{right(narrow_day(action.on, self.day), DAY_CELLS)}  ", Ink.MUTED),
            Piece(left(word(action.kind), kind_cells(), self.look.ellipsis)),
            Piece(self._what_came(action), Ink.MUTED),
        )

    def _what_came(self, action: "Decided") -> str:
        """What came of it or why not, and until when it rests, where that is still to come."""
        said = self._told(action)
        if action.until is None or action.until <= self.day or action.state == "snoozed":
            return said
        rests = _("rests until {day}").format(day=week_day(action.until, self.day))
        return f"{said}; {rests}" if said else rests

    def _told(self, action: "Decided") -> str:
        if action.state == "snoozed" and action.until is not None:
            return _("until {day}").format(day=week_day(action.until, self.day))
        if action.state == "skipped":
            return self.veil.text(action.why or "")
        said = action.outcome or ""
        usual = {
            "answered": _("answered"),
            "useful": _("they are of use"),
            "less": _("less of them"),
            "no": _("no more of them"),
        }
        if said in usual:
            return usual[said]
        if (kind := CATALOGUE.get(said)) is not None:
            return kind.label
        return f'"{self.veil.text(said)}"' if said else ""
