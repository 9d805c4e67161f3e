"""The first run: language, what the journal is for, own addresses; then a way to begin (S4)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.events import Key

from staketerm.domain.errors import StaketermError
from staketerm.locale import _, choose, language
from staketerm.tui import beginning
from staketerm.tui.commands.files import TakeInFile
from staketerm.tui.commands.syncing import Sync
from staketerm.tui.commands.writing import New
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.form import Choices, Form, Spec
from staketerm.tui.dialogs.parts import TextLine
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit
from staketerm.tui.program import program
from staketerm.tui.questions import Opened
from staketerm.tui.state import keep_state, load_state
from staketerm.tui.widgets.drawn import Fixed
from staketerm.tui.widgets.rows import RowList, RowState

FIELDS = ("language", "purpose", "addresses")
"""In their order; the digits lead to them."""

DEMO_KEY = "T"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to begin: its key, what it does in words, and what it does.

    One that `answers` keeps what was filled in; the made-up project is only a look around.
    """

    key: str
    text: str
    go: Callable[[], object]
    answers: bool = True


class OnlyArrows(Choices):
    """A choice by the arrows alone: letters are ways to begin here, digits lead to fields."""

    def on_key(self, event: Key) -> None:
        """Let letters pass."""
        if event.is_printable:
            event.prevent_default()


class FirstRun(Form):
    """Three questions and four ways to begin; esc leaves all as it is, and it isn't asked again.

    `held` are the values of a dialog that this one goes on from, as after a change of language.
    """

    WHOLE = False
    DEFAULT_CSS = "FirstRun #ways { height: 4; }"

    def __init__(self, held: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._held = dict(held or {})

    def caption(self) -> Line:
        """Whose program this is, and its promise."""
        promise = _("nothing leaves this machine")
        return (Piece("staketerm", Ink.BOLD), Piece(f"   {promise}", Ink.MUTED))

    def specs(self) -> Sequence[Spec]:
        """Language, purpose, own addresses."""
        return (
            Spec(
                "language",
                "Language/Taal",
                language(),
                options=(("en", "English"), ("nl", "Nederlands")),
            ),
            Spec(
                "purpose",
                _("what for"),
                self._held.get("purpose", "project"),
                options=(
                    ("project", _("a project")),
                    ("journal", _("a private journal, no scoring")),
                    ("both", _("both")),
                ),
            ),
            Spec(
                "addresses",
                _("my addresses"),
                self._held.get("addresses", ""),
                "you@work.example, you@home.example",
            ),
        )

    def choices(self, spec: Spec) -> Choices:
        """By the arrows."""
        return OnlyArrows(spec)

    def fields(self) -> ComposeResult:
        """The questions, then the ways to begin."""
        yield from super().fields()
        yield Fixed(self._addresses_serve)
        rows: RowList[Way] = RowList(self._draw_way, key=lambda way: way.key, id="ways")
        yield rows

    def begin(self) -> None:
        """Offer what is known already."""
        super().begin()
        self.ways.show(self._ways())
        self.watch(self.query_one("#field-language", Choices), "value", self._speak, init=False)
        if "addresses" not in self._held:
            self.ask(beginning.kept_addresses(), self._offer_addresses, group="addresses")

    @property
    def ways(self) -> RowList[Way]:
        """The ways to begin."""
        return self.query_one("#ways", RowList)

    def hints(self) -> Hints:
        """Enter goes on; esc is no answer."""
        return (("enter", _("next")), ("tab", _("field")), ("escape", _("later")))

    def press(self, key: str, character: str) -> bool:
        """Digits lead to the questions, letters begin; arrows move among the ways."""
        if key == "enter":
            self._next()
        elif key in ("down", "up"):
            self.ways.move(1 if key == "down" else -1)
            self.set_focus(self.ways)
        elif character in ("1", "2", "3"):
            self.focus_on(FIELDS[int(character) - 1])
        elif way := next((way for way in self._ways() if way.key == character), None):
            self._begin(way)
        else:
            return False
        return True

    def submit(self, values: Mapping[str, str]) -> None:
        """Enter in the line of the addresses: on to the ways."""
        self._next()

    def on_row_list_opened(self) -> None:
        """A click on the selected way."""
        self._next()

    def leave(self) -> None:
        """esc: later; the journal is as it was, and this isn't asked again."""
        self.ask(beginning.later(), self._left, group="later")

    def _left(self, _answer: None) -> None:
        self.dismiss(None)

    # going on

    def _next(self) -> None:
        if self.focused is self.ways:
            if self.ways.selected is not None:
                self._begin(self.ways.selected)
            return
        fields = [self.query_one(f"#field-{name}") for name in FIELDS]
        at = fields.index(self.focused) if self.focused in fields else len(fields)
        self.set_focus((*fields, self.ways)[min(at + 1, len(fields))])

    def _begin(self, way: Way) -> None:
        """Keep the answers, leave, and go the way chosen."""
        if not way.answers:
            way.go()
            return
        values = self.values()
        addresses = tuple(values["addresses"].replace(",", " ").split())

        def begun(opened: Opened) -> None:
            self.dismiss(None)
            program(self).opened(opened)
            way.go()

        self.ask(
            beginning.begin(values["purpose"] or "project", addresses),
            begun,
            group="begin",
            otherwise=self._refused,
        )

    def _refused(self, error: StaketermError) -> None:
        self.fault(error)
        self.focus_on("addresses")

    def _ways(self) -> tuple[Way, ...]:
        app = program(self)
        return (
            Way(
                app.keymap.shown(TakeInFile.id),
                _("take in a file: register, contacts, mail"),
                lambda: self._do(TakeInFile.id),
            ),
            Way(
                app.keymap.shown(New.id),
                _("add one person"),
                lambda: self._do(New.id),
            ),
            Way(
                app.keymap.shown(Sync.id),
                _("join colleagues, through the folder that they share"),
                lambda: self._do(Sync.id),
            ),
            Way(
                DEMO_KEY,
                _("try it first in a made-up project (yours stays empty)"),
                app.show_demo,
                answers=False,
            ),
        )

    def _do(self, command: str) -> None:
        """Have the screen below do a command."""
        frame = program(self).frames()[-1]
        frame.call_next(frame.action_command, command)

    def _speak(self, chosen: str) -> None:
        """Speak another language from now on, here and on the screen below."""
        if not chosen or chosen == language():
            return
        choose(chosen)
        keep_state(replace(load_state(), language=chosen))
        app = program(self)
        for frame in app.frames():
            frame.redraw()
        app.switch_screen(FirstRun(self.values()))

    def _offer_addresses(self, kept: tuple[str, ...]) -> None:
        line = self.query_one("#field-addresses", TextLine)
        line.value = line.value or ", ".join(kept)

    # drawing

    def _addresses_serve(self, cells: int) -> Sequence[Line]:
        said = _("they tell who wrote to whom in mail; kept in this journal")
        begin = (Piece(" " + _("Then begin with"), Ink.BOLD),)
        told = fit((Piece(" " * 15 + said, Ink.MUTED),), cells, program(self).look.ellipsis)
        return (told, EMPTY, begin)

    def _draw_way(self, way: Way, cells: int, state: RowState) -> Line:
        look = program(self).look
        there = state.selected and self.focused is self.ways
        lead = Piece(f" {look.selected if there else ' '} ")
        line = (lead, Piece(way.key, Ink.BOLD), Piece(f"  {way.text}"))
        return fit(line, cells, look.ellipsis)
