"""What helped: after which acts people moved, in counts and spread (F57)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from staketerm.domain.vocabulary import word
from staketerm.locale import _, ngettext
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, left, right, rule, wrap
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.frame import Frame
from staketerm.tui.widgets.drawn import Lines
from staketerm.tui.widgets.footer import Hints

if TYPE_CHECKING:
    from staketerm.domain.nurture.helped import Moves
    from staketerm.journal.nurture.helped import Helped
    from staketerm.journal.receipt import Receipt

KIND_CELLS = 22
COUNT_CELLS = 9


class HelpedPage(Frame):
    """One line a kind of act: how many, how people stood a month after, and the spread."""

    BINDINGS: ClassVar[list[BindingType]] = []
    HINTS = Hints(left=(("down", "up"), "copy"), right=("quit",))
    HINTS_ROOMY = HINTS

    def __init__(self) -> None:
        super().__init__()
        self._helped: Helped | None = None

    def body(self) -> ComposeResult:
        """One page of lines."""
        yield Lines(self._draw)

    def once_more(self) -> "HelpedPage":
        """The same, as it is by then."""
        return HelpedPage()

    @property
    def main(self) -> Lines:
        """The page."""
        return self.query_one(Lines)

    def read(self) -> None:
        """Ask how people moved."""
        project = program(self).outlook.project
        self.ask(questions.what_helped(project), self._show, group="helped")

    def reread(self, receipt: "Receipt") -> None:
        """What was done or logged may tell more."""
        self.read()

    def _show(self, helped: "Helped") -> None:
        self._helped = helped
        self.redraw()
        self.query_one(Lines).focus()
        self.arrived()

    def _draw(self, cells: int) -> Sequence[Line]:
        look = program(self).look
        helped = self._helped
        if helped is None:
            return ()
        lines = [rule(_("what helped"), _("the 30 days after an act"), cells, stroke=look.rule)]
        lines += self._table(helped) if helped.kinds else [_told(_("Nothing to compare yet."))]
        lines.append(EMPTY)
        if helped.waiting:
            fresh = ngettext(
                "{n} act was done less than a month ago and tells nothing yet.",
                "{n} acts were done less than a month ago and tell nothing yet.",
                helped.waiting,
            )
            lines.append(_told(fresh.format(n=helped.waiting)))
        honest = _(
            "Counted is what people did after the act, not because of it: it may have other causes."
        )
        lines += [_told(part) for part in wrap(honest, cells - 4)]
        return [fit(line, cells, look.ellipsis) for line in lines]

    def _table(self, helped: "Helped") -> Iterator[Line]:
        counts = (_("done"), _("towards"), _("still"), _("away"))
        heads = "".join(right(head, COUNT_CELLS) for head in counts)
        yield (
            Piece(f"   {left(_('act'), KIND_CELLS)}{heads}   {_('change of stance')}", Ink.MUTED),
        )
        for moves in helped.kinds:
            yield _row(moves)


def _row(moves: "Moves") -> Line:
    many = (moves.many, moves.towards, moves.still, moves.away)
    spread = _("{middle:+.2f}, from {lowest:+.2f} to {highest:+.2f}").format(
        middle=moves.middle, lowest=moves.lowest, highest=moves.highest
    )
    return (
        Piece(f"   {left(word(moves.kind), KIND_CELLS)}"),
        Piece("".join(right(str(count), COUNT_CELLS) for count in many)),
        Piece(f"   {spread}", Ink.MUTED),
    )


def _told(text: str) -> Line:
    return (Piece(f"   {text}", Ink.MUTED),)
