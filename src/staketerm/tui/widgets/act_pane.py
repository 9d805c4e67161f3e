"""The pane that tells all about the selected act, or about whoever is selected (screens S1)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.locale import _
from staketerm.tui.drawing.act import ActDrawing, standing
from staketerm.tui.drawing.act_words import capital
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, rule, wrap
from staketerm.tui.drawing.values import week_day
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import Lines

if TYPE_CHECKING:
    from staketerm.journal.nurture.act_facts import ActFacts
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.stakeholders.person_row import PersonRow

WHOLE = 40
"""Lines an act has room for where the pane stands alone: it scrolls."""


class ActPane(Lines):
    """Shows what it is told at once, and what stands behind an act once that is read."""

    def __init__(self, id: str) -> None:
        super().__init__(self._draw_lines, id=id)
        self._act: DueAct | None = None
        self._row: PersonRow | None = None
        self._moves: Sequence[str] = ()
        self._facts: ActFacts | None = None

    def on_mount(self) -> None:
        """The rule shows where the focus is."""
        self.watch(self, "has_focus", self.redraw, init=False)

    def show(
        self, act: "DueAct | None", row: "PersonRow | None", moves: Sequence[str] = ()
    ) -> None:
        """An act and whom it is for, somebody alone and how they moved, or nothing."""
        self._act, self._row, self._moves = act, row, moves
        self.move_to(0)
        self.redraw()

    def show_facts(self, facts: "ActFacts") -> None:
        """What stands behind the act."""
        self._facts = facts
        self.redraw()

    def _draw_lines(self, cells: int) -> Sequence[Line]:
        app, nothing = program(self), self._act is None and self._row is None
        title = _("this person") if self._row is not None and self._act is None else _("this act")
        hint = _("{key} why").format(key=app.keymap.shown("why"))
        hint = hint if app.outlook.scored and not nothing else ""
        head = rule(title, hint, cells, stroke=app.look.rule, focused=self.has_focus)
        if nothing:
            return (head, (Piece(f" {_('Nothing is selected.')}", Ink.MUTED),))
        return (head, *(self._act_lines(self._act, cells) if self._act else self._person(cells)))

    def _act_lines(self, act: "DueAct", cells: int) -> list[Line]:
        app, facts = program(self), self._facts
        alone = self.screen.has_class("-zoom-pane")
        drawing = ActDrawing(
            act,
            self._row,
            facts if facts is not None and facts.act == act.proposal.id else None,
            app.look,
            app.outlook.veil,
            app.outlook.day,
            app.keymap.shown,
        )
        return drawing.lines(cells, WHOLE if alone else self.size.height - 1)

    def _person(self, cells: int) -> list[Line]:
        row, app = self._row, program(self)
        if row is None:
            return []
        veil, day = app.outlook.veil, app.outlook.day
        lines: list[Line] = [(Piece(f" {veil.name(row.id, row.name, row.kind)}", Ink.BOLD),)]
        lines += [*standing(row, app.look, veil, cells), EMPTY]
        lines += [
            (Piece(f" {part}"),) for said in self._moves for part in wrap(capital(said), cells - 2)
        ]
        if row.last_contact is not None:
            last = _("last contact {day}").format(day=week_day(row.last_contact, day))
            lines.append((Piece(f" {capital(last)}", Ink.MUTED),))
        return lines
