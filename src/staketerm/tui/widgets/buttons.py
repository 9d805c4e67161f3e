"""Things to press on a page: Tab reaches them, Enter or a click does what they say."""

from collections.abc import Callable, Sequence

from textual.containers import Horizontal

from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit, width
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine


class Press(OneLine):
    """A word in brackets: `[ Take in 36 ]`. `says` gives the word, `does` is what pressing does."""

    DEFAULT_CSS = "Press { width: auto; }"
    can_focus = True

    def __init__(self, says: Callable[[], str], does: Callable[[], None], *, id: str) -> None:
        super().__init__(id=id)
        self._says = says
        self.does = does

    def get_content_width(self, *_: object) -> int:
        """As wide as its word."""
        return width(self._label())

    def redraw(self) -> None:
        """The word may be another, and another width."""
        self.refresh(layout=True)

    def line(self, cells: int) -> Line:
        """The word, standing out where it has the focus."""
        ink = Ink.REVERSE if self.has_focus else Ink.BOLD
        return fit((Piece(" "), Piece(self._label()[1:-1], ink), Piece(" ")), cells)

    def on_click(self) -> None:
        """A click presses."""
        self.does()

    def on_focus(self) -> None:
        """It stands out."""
        self.refresh()

    def on_blur(self) -> None:
        """It rests."""
        self.refresh()

    def _label(self) -> str:
        return f" [ {self._says()} ] "


class Buttons(Horizontal):
    """Several of them beside each other."""

    DEFAULT_CSS = "Buttons { height: 1; width: 1fr; }"


class Either(OneLine):
    """A question with two answers on one line; Enter or a click takes the other one."""

    can_focus = True

    def __init__(self, says: Callable[[], tuple[str, Sequence[str]]], *, id: str) -> None:
        super().__init__(id=id)
        self._says = says
        self.chosen = 0

    def other(self) -> None:
        """Take the other answer."""
        self.chosen = 1 - self.chosen
        self.refresh()

    def line(self, cells: int) -> Line:
        """The question, the answer that holds in brackets."""
        question, answers = self._says()
        if not answers:
            return EMPTY
        pieces = [Piece(f" {question} ", Ink.FOCUS if self.has_focus else Ink.PLAIN)]
        for n, answer in enumerate(answers):
            holds = n == self.chosen
            text = f"[{answer}]" if holds else f" {answer} "
            pieces.append(Piece(f" {text}", Ink.BOLD if holds else Ink.MUTED))
        return fit(tuple(pieces), cells, program(self).look.ellipsis)

    def on_click(self) -> None:
        """A click takes the other answer."""
        self.focus()
        self.other()

    def on_focus(self) -> None:
        """The question stands out."""
        self.refresh()

    def on_blur(self) -> None:
        """It rests."""
        self.refresh()
