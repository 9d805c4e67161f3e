"""A sheet that says something in full and asks what now: what cannot be undone is asked first."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.app import ComposeResult

from staketerm.locale import _
from staketerm.tui.dialogs.dialog import Dialog, Hints
from staketerm.tui.dialogs.one_thing import Option, option_line
from staketerm.tui.dialogs.parts import DrawnLine
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, wrap
from staketerm.tui.widgets.drawn import Fixed


class Sure(Dialog):
    """`sentences` are said whole, under `title`; a key takes an option, which `chosen` hears once
    the sheet is gone. Without options it only tells, and Enter closes it. `private` sentences are
    hidden with the names.
    """

    WHOLE = False

    def __init__(
        self,
        title: str,
        sentences: Callable[[], Sequence[str]],
        options: Sequence[Option] = (),
        chosen: Callable[[str], None] = lambda _value: None,
    ) -> None:
        super().__init__()
        self._title = title
        self._sentences = sentences
        self._options = tuple(options)
        self._chosen = chosen

    def caption(self) -> Line:
        """What it is about."""
        return (Piece(self._title, Ink.BOLD),)

    def fields(self) -> ComposeResult:
        """What is said, then the answers."""
        yield Fixed(self._said)
        for option in self._options:
            yield DrawnLine(partial(option_line, option))

    def way_out(self) -> str:
        """Nothing is left where nothing is asked."""
        return super().way_out() if self._options else ""

    def hints(self) -> Hints:
        """esc leaves."""
        if not self._options:
            return (("enter", _("close")),)
        return (("escape", _("leave, nothing happens")),)

    def press(self, key: str, character: str) -> bool:
        """A key is an answer."""
        if key == "enter" and not self._options:
            self.dismiss(None)
            return True
        for option in self._options:
            if option.key == character or (key == "enter" and option.key == "Enter"):
                self.dismiss(None)
                self._chosen(option.value)
                return True
        return False

    def _said(self, cells: int) -> Sequence[Line]:
        return sentences_in(self._sentences(), cells)


def sentences_in(sentences: Sequence[str], cells: int) -> Sequence[Line]:
    """Sentences whole, each on lines of its own, with air around them."""
    told = [(Piece(f" {text}"),) for sentence in sentences for text in wrap(sentence, cells - 2)]
    return [EMPTY, *told, EMPTY]
