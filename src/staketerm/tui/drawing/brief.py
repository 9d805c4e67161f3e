"""The meeting prep on the screen: in two columns where there is room (F64)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from staketerm.domain.phrases import short_day
from staketerm.journal.nurture.prep_sheet import Row, Section, sections
from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import (
    EMPTY,
    Ink,
    Line,
    Piece,
    apart,
    cut,
    fit,
    left,
    line_width,
    right,
    rule,
    width,
    wrap,
)
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import full_day
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.nurture.prep import Prep

COLUMNS_FROM = 100
"""From this width on the sheet has two columns."""

ROW_LINES = 4
"""Lines that one row takes at most."""

COPIED_CELLS = 80
"""The width of the sheet on the clipboard."""


@dataclass(frozen=True, slots=True)
class BriefDrawing:
    """Draws one prep for one look and one veil."""

    prep: "Prep"
    look: Look
    veil: Veil

    def title(self, cells: int, keys: str) -> Line:
        """Whom one is about to talk to, in which project, as of which day."""
        end = (Piece(f"{keys} ", Ink.MUTED),)
        return apart((Piece(f" {self._whom()}", Ink.BOLD),), end, cells, self.look.ellipsis)

    def lines(self, cells: int, *, airy: bool = False) -> list[Line]:
        """The sheet from top to bottom; `airy` with a blank line above each caption."""
        parts = sections(self.prep, self.veil)
        head = self._head(cells)
        if cells < COLUMNS_FROM:
            return [*head, *self._column(parts, cells, airy=airy)]
        near = (cells - 1) // 2
        columns = zip_longest(
            self._column([part for part in parts if not part.beside], near, airy=airy),
            self._column([part for part in parts if part.beside], cells - near - 1, airy=airy),
            fillvalue=EMPTY,
        )
        return [*head, *(self._across(one, other, near) for one, other in columns)]

    def text(self) -> str:
        """The sheet for the clipboard, as it may be shown."""
        cells = COPIED_CELLS
        narrow = [(Piece(self._whom()),), *self._head(cells)]
        narrow += self._column(sections(self.prep, self.veil), cells)
        return "\n".join("".join(piece.text for piece in line).strip(" ") for line in narrow)

    def _whom(self) -> str:
        who = self.prep.profile
        return _("Brief: {name} in {project}, {day}").format(
            name=self.veil.name(who.id, who.name, who.kind),
            project=self.veil.text(who.project_name),
            day=full_day(self.prep.day),
        )

    def _head(self, cells: int) -> list[Line]:
        """The position and how well it is known, their work beside it or below."""
        who = self.prep.profile
        work = ", ".join(part for part in (who.job, who.organisation) if part)
        told: list[Line] = [] if who.personal else [self._standing(), self._bar()]
        beside = (Piece(f"   {self.veil.text(work)}", Ink.MUTED),) if work else ()
        if told and line_width((*told[0], *beside)) <= cells:
            told[0] = (*told[0], *beside)
        elif work:
            told.append((Piece(f" {self.veil.text(work)}", Ink.MUTED),))
        return [fit(line, cells, self.look.ellipsis) for line in told]

    def _standing(self) -> Line:
        why, a = self.prep.why, self.prep.why.assessment
        pieces = [Piece(" "), *marks.position(a.label, self.look)]
        if a.trend:
            pieces.append(Piece(f" {self.look.trends[a.trend]} {word(a.trend)}", Ink.BOLD))
        if a.before is not None and a.before != "unknown" and a.since is not None:
            pieces += [Piece(f"   {_('was')} ", Ink.MUTED), *marks.position(a.before, self.look)]
            until = _("to {day}").format(day=short_day(a.since, self.prep.day))
            pieces.append(Piece(f" {until}", Ink.MUTED))
        if why.impact:
            pieces.append(Piece("   " + _("impact {word}").format(word=word(why.impact))))
        return tuple(pieces)

    def _bar(self) -> Line:
        a = self.prep.why.assessment
        evidence = f"{_('evidence')} {self.look.evidence[a.confidence]} {word(a.confidence)}"
        if not a.known:
            return (Piece(f" {_('too little to place yet')}    {evidence}", Ink.MUTED),)
        bar = marks.interval_bar(a.label, a.stance, a.low, a.high, self.look, marks.PANE_CELLS)
        ends = Piece(f" {_('against')} ", Ink.MUTED), Piece(f" {_('for')}    {evidence}", Ink.MUTED)
        return (ends[0], *bar, ends[1])

    def _column(self, parts: Sequence[Section], cells: int, *, airy: bool = False) -> list[Line]:
        lines: list[Line] = []
        for part in parts:
            if airy:
                lines.append(EMPTY)
            lines.append(rule(part.title, "", cells, stroke=self.look.rule))
            lead = max(width(row.lead) for row in part.rows)
            for row in part.rows:
                lines.extend(self._row(row, lead + 2 if lead else 0, cells, days=part.days))
        return lines

    def _row(self, row: Row, lead: int, cells: int, *, days: bool) -> Iterator[Line]:
        """A row in a few lines: what stands before it, the text, what stands at its right edge;
        days end under each other.
        """
        room = cells - lead - 2
        said = self._shortened(wrap(row.text, room), room)
        if row.end and width(f"{said[-1]}  {row.end}") > room:
            said.append("")
        ink = Ink.ALARM if row.lead.startswith("!") and not self.prep.why.alarm_seen else Ink.MUTED
        shown = f"{right(row.lead, lead - 2)}  " if days else left(row.lead, lead)
        before = Piece(f" {shown}", ink)
        for place, text in enumerate(said):
            line: Line = (before, Piece(text))
            if row.end and place == len(said) - 1:
                end = (Piece(f"{row.end} ", Ink.MUTED),)
                line = apart(line, end, cells, self.look.ellipsis)
            yield line
            before = Piece(" " * (lead + 1))

    def _shortened(self, lines: list[str], room: int) -> list[str]:
        """As many lines as a row takes at most, the last one cut where there are more."""
        kept = lines[:ROW_LINES]
        if len(lines) > ROW_LINES:
            last = cut(kept[-1], room - width(self.look.ellipsis), self.look.ellipsis)
            kept[-1] = last.removesuffix(self.look.ellipsis) + self.look.ellipsis
        return kept

    def _across(self, one: Line, other: Line, near: int) -> Line:
        """Two lines beside each other; a rule goes through to the other column."""
        one = fit(one, near, self.look.ellipsis)
        gap = " " * (near - line_width(one))
        return (*one, Piece(gap), Piece(self.look.divider, Ink.MUTED), *other)
