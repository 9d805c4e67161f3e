"""A longer entry of the journal: written, or changed (screens 2, `n` and `e` in the journal)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import TextArea

from staketerm.domain import names
from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError
from staketerm.domain.names import Person
from staketerm.locale import _
from staketerm.tui import questions, writes
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.editor import edit_text
from staketerm.tui.dialogs.form import Form, Spec
from staketerm.tui.dialogs.parts import DrawnLine
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.words import word
from staketerm.tui.notices import Part, Private
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told
    from staketerm.tui.screens.frame import Subject

KINDS = ("journal", "note", "memory", "call", "report", "lesson")


class EntryForm(Form):
    """Sort, title, whom it is about, day, and a text of several lines.

    Of an entry that is there already (`entry`) the title and the text can be changed. F4 opens the
    text in the editor of the person.
    """

    DEFAULT_CSS = """
    EntryForm #sheet > #fields { height: auto; }
    EntryForm TextArea, EntryForm TextArea:focus {
        height: 1fr; border: none; padding: 0 1; background: $background;
    }
    EntryForm TextArea:focus { background: $panel; }
    """

    def __init__(self, entry: "Told | None" = None, about: "Subject | None" = None) -> None:
        super().__init__()
        self.entry = entry
        self.about = about
        self.everybody: tuple[Person, ...] = ()

    def caption(self) -> Line:
        """New, or which one."""
        if self.entry is None:
            return (Piece(_("Write in the journal"), Ink.BOLD),)
        return (Piece(_("Edit") + " "), Piece(word(self.entry.kind), Ink.BOLD))

    def specs(self) -> Sequence[Spec]:
        """The fields above the text."""
        if self.entry is not None:
            return (Spec("title", _("title"), self.entry.title or ""),)
        about = self.about.name if self.about else ""
        return (
            Spec("title", _("title"), "", _("may stay empty")),
            Spec("about", _("about"), about, _("names, parted by commas; or nobody")),
            Spec("day", _("day"), "", _("today; or a day as you say it")),
            Spec(
                "kind",
                _("sort"),
                "note" if about else "journal",
                options=tuple((kind, word(kind)) for kind in KINDS),
            ),
            Spec(
                "private",
                _("private"),
                "yes",
                options=(("yes", _("yes")), ("no", _("no: may be shared"))),
            ),
        )

    def fields(self) -> ComposeResult:
        """The fields, then the text."""
        yield from super().fields()
        yield DrawnLine(lambda _cells: (Piece(" " + _("text"), Ink.MUTED),))
        text = self.entry.text if self.entry else None
        yield TextArea(text or "", tab_behavior="focus", id="text")

    def begin(self) -> None:
        """Who can be named; an entry that is there begins in its text."""
        super().begin()
        if self.entry is None:
            self.ask(questions.directory(), self._have_everybody, group="directory")
        else:
            self.set_focus(self.text)

    def redraw(self) -> None:
        """While names are hidden the text is out of sight."""
        super().redraw()
        self.text.display = not program(self).outlook.veil.down

    def hints(self) -> Hints:
        """In the text Enter is a new line."""
        if self.focused is self.text:
            return (("tab", _("then Enter saves")), ("f4", _("in your editor")))
        return (("enter", _("save")), ("tab", _("next field")), ("f4", _("text in your editor")))

    @property
    def text(self) -> TextArea:
        """The text of several lines."""
        return self.query_one("#text", TextArea)

    def key_pressed(self, event: Key) -> None:
        """F4 opens the editor; in the text every other key is text."""
        if event.key == "f4":
            event.stop()
            self.action_press("f4")
        elif self.focused is self.text and event.key not in ("escape", "tab", "shift+tab", "f9"):
            return
        else:
            super().key_pressed(event)

    def action_press(self, key: str) -> None:
        """F4 can be clicked too."""
        if key != "f4":
            super().action_press(key)
            return
        try:
            changed = edit_text(self.app, self.text.text)
        except StaketermError as error:
            self.fault(error)
            return
        self.text.load_text(changed)

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it down."""
        text = self.text.text.strip()
        if not text:
            self.say(Piece(_("The text is still empty."), Ink.FAULT))
            self.set_focus(self.text)
            return
        if self.entry is not None:
            title = values["title"] or None
            self.write(
                writes.edit_note(self.entry.id, text, title),
                lambda receipt: self.done(receipt, *self._lead(_("changed"), title, text)),
            )
            return
        try:
            about = tuple(
                names.choose(part.strip(), self.everybody).key
                for part in values["about"].split(",")
                if part.strip()
            )
            today = program(self).outlook.today
            day = parse_day(values["day"], today, toward="past") if values["day"] else today
        except StaketermError as error:
            self.fault(error)
            return
        title = values["title"] or None
        request = {
            "text": text,
            "title": title,
            "about": about,
            "day": day,
            "kind": values["kind"] or "journal",
            "private": values["private"] != "no",
            "project": program(self).outlook.project if about else None,
        }
        self.write(
            writes.write_note(request),
            lambda receipt: self.done(receipt, *self._lead(_("written down"), title, text)),
        )

    def _lead(self, done: str, title: str | None, text: str) -> tuple[Part, ...]:
        return (Private(f'"{(title or text.splitlines()[0])[:60]}"'), f" {done}.")

    def _have_everybody(self, everybody: tuple[Person, ...]) -> None:
        self.everybody = everybody
