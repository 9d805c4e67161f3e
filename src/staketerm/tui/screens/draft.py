"""The draft of an act: read it, leave rows out, copy it or write it to a file (screens S7)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.events import ScreenResume

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui import draft_questions
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.drafting import DRAFT_PAGE
from staketerm.tui.commands.people import Done
from staketerm.tui.drawing.draft import DraftDrawing
from staketerm.tui.drawing.lines import EMPTY, Line
from staketerm.tui.notices import Private, say
from staketerm.tui.program import program
from staketerm.tui.screens.deciding import DecidesActs
from staketerm.tui.screens.frame import Subject
from staketerm.tui.widgets.drawn import Fixed, Lines, OneLine
from staketerm.tui.widgets.footer import Hints
from staketerm.tui.widgets.rows import RowList, RowState
from staketerm.tui.widgets.section import Section

if TYPE_CHECKING:
    from staketerm.domain.drafts.facts import Source
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.draft_questions import DraftFound

VERBS: Commands = (*DRAFT_PAGE, Done)

DECIDED = frozenset({"done", "skip", "snooze"})
"""What is written when an act is decided: its draft has served then."""


class Title(OneLine):
    """Which act, to whom, in which language."""

    ground = "panel"

    def line(self, cells: int) -> Line:
        """The title of the page it is on."""
        page = self.screen
        return page.title_line(cells) if isinstance(page, DraftPage) else EMPTY


class SubjectLine(OneLine):
    """What the mail is about."""

    def line(self, cells: int) -> Line:
        """The subject of the page it is on."""
        page = self.screen
        drawing = page.drawing() if isinstance(page, DraftPage) else None
        return drawing.subject(cells) if drawing else EMPTY


class DraftPage(DecidesActs):
    """One text, and below it the rows it was written from, which have the cursor.

    Without `act` it is of the act on `item`, an open ask or agreement; without either of the most
    pressing act for the subject, or an update by one's own choice.
    """

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    HINTS = Hints(
        left=("copy", "draft_save", "edit", "mark", "done", "draft_language", "snooze"),
        right=("keys",),
    )
    HINTS_ROOMY = Hints(
        left=("copy", "draft_save", "edit", "mark", "draft_language", "done", "snooze", "skip"),
        right=("next_pane", "keys"),
    )
    DEFAULT_CSS = """
    DraftPage #sources RowList { height: auto; max-height: 5; }
    DraftPage.-tall #sources RowList { max-height: 12; }
    DraftPage.-tiny #sources, DraftPage.-tiny #notes { display: none; }
    """

    def __init__(
        self, subject: Subject, act: "DueAct | None" = None, item: "OpenItem | None" = None
    ) -> None:
        super().__init__()
        self._subject = subject
        self._act = act
        self._item = item
        self._found: DraftFound | None = None
        self._into: str | None = None
        self._turned: frozenset[str] = frozenset()
        self._edited: tuple[str, str] | None = None
        self._safe = True
        """Whether what was edited was copied or written to a file since."""
        self._warned = ""
        """Which command was told that what was edited goes with it."""
        self._decided = False

    def top(self) -> ComposeResult:
        """A title in the place of the bar."""
        yield Title()

    def body(self) -> ComposeResult:
        """The subject, the text, the rows, what there is to know."""
        yield SubjectLine()
        yield Section(
            lambda: (_("text"), self._hint(("edit", _("edit")), ("draft_language", _("language")))),
            Lines(self._draw_text),
            tall=True,
            id="text",
        )
        yield Section(
            lambda: (_("written from"), self._hint(("mark", _("leaves one out")))),
            RowList["Source"](self._draw_source, key=lambda source: source.ref, empty=self._none),
            tall=False,
            id="sources",
        )
        notes = Fixed(self._notes)
        notes.id = "notes"
        yield notes

    # whose

    @property
    def subject(self) -> Subject:
        """To whom."""
        return self._subject

    @property
    def selected_act(self) -> "DueAct | None":
        """The act the draft is of."""
        return self._act

    def item_of(self, act: "DueAct") -> "OpenItem | None":
        """The open ask or agreement behind it."""
        return self._found.item if self._found else None

    @property
    def sources(self) -> "RowList[Source]":
        """The rows the text is written from."""
        return self.query_one("#sources RowList", RowList)

    @property
    def main(self) -> "RowList[Source]":
        """The moving keys move the rows."""
        return self.sources

    # reading

    def read(self) -> None:
        """Have it written."""
        who = self._subject
        question = draft_questions.draft(
            who.id, who.project, self._act, self._item, self._into, self._turned
        )
        self.ask(question, self._show, group="draft", otherwise=self._cannot)

    def reread(self, receipt: "Receipt") -> None:
        """Once the act is decided the page has served; else what was written may be told."""
        if receipt.verb in DECIDED and self._subject.id in receipt.concerned:
            self._decided = True
        elif self._edited is None:
            self.read()

    @on(ScreenResume)
    def leave_once_decided(self) -> None:
        """The dialog that decided the act is gone: go back to where one was."""
        if self._decided:
            self.dismiss()

    def _show(self, found: "DraftFound") -> None:
        first = self._found is None
        self._found = found
        self._act = found.drafted.act
        self.sources.show(found.drafted.draft.sources)
        self.redraw()
        if first:
            (self.sources if self.sources.rows else self.query_one(Lines)).focus()
        self.arrived()

    def _cannot(self, error: StaketermError) -> None:
        """There is nothing to write: say why, where one was."""
        self.fault(error)
        if self._found is None:
            self.dismiss()

    # verbs

    def turn_row(self) -> None:
        """Leave the selected row out of the text, or take it."""
        source = self.sources.selected
        if source is not None and self._may_redraw("mark"):
            self._turned ^= {source.ref}
            self.read()

    def other_language(self) -> None:
        """Write it in the other language."""
        if self._found is not None and self._may_redraw("draft_language"):
            self._into = {"en": "nl", "nl": "en"}[self._found.drafted.draft.language]
            self.read()

    @property
    def can_be_edited(self) -> bool:
        """Once it is there."""
        return self._found is not None

    def edit(self) -> None:
        """Take it to the person's editor."""
        from staketerm.domain.drafts.editing import as_one_text, from_one_text
        from staketerm.tui.dialogs.editor import edit_text

        if self._hidden():
            return
        subject, text = self._words
        try:
            left = edit_text(self.app, as_one_text(subject, text))
        except StaketermError as error:
            self.fault(error)
            return
        changed = from_one_text(left, subject)
        if changed != (subject, text):
            self._edited, self._safe, self._warned = changed, False, ""
        self.redraw()

    def copied(self) -> str:
        """Subject and text; nothing while they are hidden."""
        from staketerm.domain.drafts.editing import as_one_text

        if self._found is None or self._hidden():
            return ""
        self._safe = True
        return as_one_text(*self._words)

    def save(self) -> AwaitComplete:
        """Ask for the name of a file, and write the draft to it as a mail."""
        return self.prompt(_("write to"), self._write_to, value=self._file_name())

    def close(self) -> bool:
        """Go back; what was edited and kept nowhere is asked about once."""
        return not self._may_redraw("escape") or super().close()

    # what was edited

    @property
    def _words(self) -> tuple[str, str]:
        """Subject and text as they are now."""
        if self._edited is not None:
            return self._edited
        draft = self._found.drafted.draft if self._found else None
        return (draft.subject, draft.text) if draft else ("", "")

    def _may_redraw(self, command: str) -> bool:
        """Whether what was edited may go: the second time the same is asked, or it was kept."""
        if self._edited is None or self._safe or self._warned == command:
            self._edited = None
            return True
        self._warned = command
        keys = program(self).keymap
        program(self).tell(
            say(
                _(
                    "You edited this: {copy} copies it, {save} writes it; {key} again lets it go."
                ).format(
                    copy=keys.shown("copy"), save=keys.shown("draft_save"), key=keys.shown(command)
                )
            )
        )
        return False

    def _hidden(self) -> bool:
        """Whether names are hidden; then say so."""
        app = program(self)
        if app.outlook.veil.down:
            key = app.keymap.shown("privacy")
            app.tell(say(_("hidden; {key} shows again").format(key=key)))
        return app.outlook.veil.down

    def _file_name(self) -> str:
        act, outlook = self._act, program(self).outlook
        if act is None:
            return ""
        whose = outlook.today.isoformat() if outlook.veil.down else act.planned.handle
        return f"{act.proposal.kind.replace('_', '-')}-{whose}.eml"

    def _write_to(self, name: str) -> None:
        from staketerm.exchange.eml import mail_of, write_mail

        if self._found is None or not name.strip():
            return
        drafted = self._found.drafted
        path = Path(name.strip()).expanduser()
        try:
            write_mail(path, mail_of(*self._words, drafted.act.planned.name, drafted.to))
        except StaketermError as error:
            self.fault(error)
            return
        self._safe = True
        told = _("is written; nothing is sent from here.")
        if program(self).encrypted:
            told = _("is written, not encrypted as the journal is; nothing is sent from here.")
        program(self).tell(say(Private(str(path)), f" {told}"))

    # drawing

    def drawing(self) -> DraftDrawing | None:
        """What draws the page; None before the draft is there."""
        app = program(self)
        if self._found is None:
            return None
        today: date = app.outlook.today
        return DraftDrawing(self._found.drafted, *self._words, app.look, app.outlook.veil, today)

    def title_line(self, cells: int) -> Line:
        """Which act, to whom, in which language."""
        drawing = self.drawing()
        return drawing.title(cells, self._subject.kind, _("esc back")) if drawing else EMPTY

    def _hint(self, *commands: tuple[str, str]) -> str:
        keys, offered = program(self).keymap, self.offered()
        return "   ".join(f"{keys.shown(id)} {does}" for id, does in commands if id in offered)

    def _draw_text(self, cells: int) -> Sequence[Line]:
        drawing = self.drawing()
        return drawing.text(cells) if drawing else ()

    def _draw_source(self, source: "Source", cells: int, state: RowState) -> Line:
        drawing = self.drawing()
        return drawing.source(source, cells, selected=state.selected) if drawing else EMPTY

    def _none(self, _cells: int) -> Sequence[Line]:
        return ()

    def _notes(self, cells: int) -> Sequence[Line]:
        drawing = self.drawing()
        return drawing.notes(cells, edited=self._edited is not None) if drawing else (EMPTY,)
