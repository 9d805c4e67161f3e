"""What came of an ask or an agreement: the sheet of `d` on one that is open (screens 5)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.draft import NORMAL, STRENGTHS, STRONG, WEAK
from staketerm.tui.dialogs.one_thing import OneThing, Option
from staketerm.tui.dialogs.parts import DrawnLine
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named, Part
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.ledger import OpenItem
    from staketerm.tui.screens.frame import Frame
    from staketerm.tui.writes import Writes


def settle(here: "Frame", item: "OpenItem") -> None:
    """Ask what came of an open ask or agreement, and write it down as of today."""
    app = program(here)
    today = app.outlook.today

    def title() -> Line:
        veil = app.outlook.veil
        return (
            Piece(_("What came of it?") + "  ", Ink.BOLD),
            Piece(veil.name(item.stakeholder, item.name) + ", "),
            Piece(veil.text(item.title), Ink.MUTED),
        )

    def lead(outcome: str) -> Sequence[Part]:
        said = _("{outcome}, {day}").format(
            outcome=outcome_words(outcome), day=week_day(today, today)
        )
        return (Named(item.stakeholder, item.name), f": {said}.")

    app.push_screen(Ended(item, today, title, lead))


class Ended(OneThing):
    """What came of an ask or agreement; of what is theirs `-` and `+` say how telling it was."""

    def __init__(
        self,
        item: "OpenItem",
        today: date,
        title: Callable[[], Line],
        lead: Callable[[str], Sequence[Part]],
    ) -> None:
        late = item.due is not None and today > item.due
        options = outcomes(item.table, item.kind, item.by, late=late)
        super().__init__(title, options, self._close, lead)
        self._item = item
        self._today = today
        self._intensity = NORMAL

    @property
    def weighed(self) -> bool:
        """Whether its end is an act of theirs: an answer to me, a promise they made."""
        return not self._item.i_owe

    def fields(self) -> ComposeResult:
        """The answers, then how telling it was."""
        yield from super().fields()
        if self.weighed:
            yield DrawnLine(self._strength, id="strength")

    def press(self, key: str, character: str) -> bool:
        """An answer, or a step weaker or stronger."""
        if self.weighed and character in ("-", "+"):
            at = STRENGTHS.index(self._intensity) + (1 if character == "+" else -1)
            self._intensity = STRENGTHS[min(max(at, 0), len(STRENGTHS) - 1)]
            self.redraw()
            return True
        return super().press(key, character)

    def _close(self, outcome: str) -> "Writes":
        item = self._item
        return writes.close_item(item.table, item.id, outcome, self._today, self._intensity)

    def _strength(self, cells: int) -> Line:
        said = {WEAK: _("weak"), NORMAL: _("normal"), STRONG: _("strong")}[self._intensity]
        return (
            Piece(f"  {_('strength')} ", Ink.MUTED),
            Piece(said),
            Piece(f"   {_('- weaker   + stronger')}", Ink.MUTED),
        )


def outcomes(table: str, kind: str, by: str, *, late: bool) -> tuple[Option, ...]:
    """The ways in which an ask or agreement can end, the likeliest first."""
    if table == "agreement":
        kept = Option("k", _("kept"), "kept")
        after = Option("l", _("kept, but late"), "late")
        first = (after, kept) if late else (kept, after)
        return (
            *first,
            Option("b", _("not kept"), "broken"),
            Option("r", _("agreed anew"), "renegotiated"),
            Option("c", _("called off"), "cancelled"),
        )
    gone = Option("w", _("no longer needed"), "withdrawn")
    if by == "them":
        return (Option("a", _("answered"), "answered"), gone)
    if kind == "advice":
        given = Option("a", _("gave it"), "given")
        return (given, Option("r", _("declined to give it"), "refused"), gone)
    if kind == "invitation":
        came = Option("a", _("accepted"), "accepted")
        return (came, Option("r", _("declined"), "declined"), gone)
    return (Option("a", _("answered"), "answered"), gone)


def outcome_words(outcome: str) -> str:
    """What came of it, as the message line says it."""
    said = {
        "kept": _("kept"),
        "late": _("kept, but late"),
        "broken": _("not kept"),
        "renegotiated": _("agreed anew"),
        "cancelled": _("called off"),
        "withdrawn": _("no longer needed"),
        "answered": _("answered"),
        "given": _("advice given"),
        "refused": _("declined"),
        "accepted": _("accepted"),
        "declined": _("declined"),
    }
    return said.get(outcome, outcome)
