"""Which file to take in, as what, and for mail whose (screens 5, `I`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.form import Choices, Spec
from staketerm.tui.dialogs.parts import Field, TextLine
from staketerm.tui.dialogs.path_form import PATH, OneOf, PathForm
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.intake import questions
from staketerm.tui.intake.paths import path_of, without_folder
from staketerm.tui.intake.preview import Intake
from staketerm.tui.program import program

if TYPE_CHECKING:
    from textual.timer import Timer

    from staketerm.tui.intake.questions import Found

TYPING_PAUSE = 0.2
"""Seconds without a letter after which it is looked at what lies at the path."""

MAIL_FIELDS = ("me", "create", "min")


class TakeInDialog(PathForm):
    """The path; what lies there is named as soon as it is there, and can be read as another."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None
        """The mail whose owner has been asked for."""
        self._folder: Path | None = None
        """The folder that is meant as a whole if Enter is pressed once more."""
        self._typing: Timer | None = None
        """Rings when typing has paused."""

    def caption(self) -> Line:
        """What the dialog is for."""
        app = program(self)
        into = _("into {project}").format(project=app.outlook.veil.text(app.outlook.project_name))
        return (Piece(_("Take in a file"), Ink.BOLD), Piece(f"   {into}", Ink.MUTED))

    def specs(self) -> Sequence[Spec]:
        """Path and format; for mail whose it is and who may come in."""
        return (
            Spec(PATH, _("file"), "", _("a register, contacts, mail or an export of staketerm")),
            Spec("format", _("read as"), "auto", options=tuple(formats().items())),
            Spec("me", _("my addresses"), "", "you@work.example, you@home.example"),
            Spec(
                "create",
                _("who comes in"),
                "known",
                options=(("known", _("only who is here")), ("all", _("new people too"))),
            ),
            Spec("min", _("least mails"), "1", _("that somebody and I exchanged, to come in")),
        )

    def choices(self, spec: Spec) -> Choices:
        """Formats are too many words for a line."""
        return OneOf(spec) if spec.name == "format" else super().choices(spec)

    def hints(self) -> Hints:
        """Enter looks first; nothing is written by it."""
        return (("enter", _("look at it")), ("tab", _("complete, next")), ("escape", _("leave")))

    def begin(self) -> None:
        """What only mail asks stays away until there is mail."""
        super().begin()
        self._show_mail(False)

    def path_typed(self, text: str) -> None:
        """Name what lies there, once typing pauses."""
        self._found = self._folder = None
        self._stop_waiting()
        self._typing = self.set_timer(TYPING_PAUSE, lambda: self._look_at(text))

    def _stop_waiting(self) -> None:
        """Wait no longer for a pause in typing."""
        if self._typing is not None:
            self._typing.stop()

    def _look_at(self, text: str) -> None:
        path = path_of(text)
        if text != self.path_line.value:
            return
        if path is None:
            self.say()
            return
        self.ask(
            questions.look(path),
            self._name_format,
            group="look",
            otherwise=self._nothing_found,
        )

    def _nothing_found(self, _error: StaketermError) -> None:
        """Half a path is no mistake yet; Enter says what is wrong."""
        self.say()

    def _name_format(self, found: "Found") -> None:
        if found.is_open:
            self.say()
            return
        word = {"table": _("a table")}.get(found.format) or formats().get(found.format, "")
        self.say(Piece(_("found: {what}").format(what=word), Ink.MUTED))

    # Enter

    def submit(self, values: Mapping[str, str]) -> None:
        """Look at what lies there; mail asks once more."""
        self._stop_waiting()  # what is said now must not be cleared by a look begun before
        path = path_of(values[PATH])
        if path is None:
            self.say(Piece(_("Which file?"), Ink.FAULT))
            self.focus_on(PATH)
            return
        if self._found is not None and self._found.path == path and self._mail_shown:
            self._look_into(path, values)
            return
        self.ask(
            questions.look(path, _format(values), whose=True, below=self._folder == path),
            self._looked,
            group="look",
            otherwise=lambda error: self._not_to_be_read(error, path),
        )

    def _looked(self, found: "Found") -> None:
        """Go on with what lies there; a folder is meant where Enter is pressed on it twice."""
        if found.is_open and self._folder != found.path:
            self._folder = found.path
            self.say(Piece(_("a folder; Enter again looks for mail in it and below")))
        elif found.is_mail:
            self._ask_whose(found)
        else:
            self._look_into(found.path, self.values())

    def _not_to_be_read(self, error: StaketermError, path: Path) -> None:
        said = without_folder(str(error), path)
        self.say(Piece(program(self).outlook.veil.text(said), Ink.FAULT))

    def _ask_whose(self, found: "Found") -> None:
        """Mail needs to know which addresses are mine; those kept or likely are offered."""
        self._found = found
        self._show_mail(True)
        line = self.query_one("#field-me", TextLine)
        if not line.value:
            line.value = ", ".join(found.own or found.likely[:1])
        said = _("mail. Enter reads it; nothing is written yet")
        if not found.own and found.likely:
            others = ", ".join(found.likely)
            said = _("Which are yours? The mail is mostly from or to {list}").format(list=others)
        self.say(Piece(program(self).outlook.veil.text(said)))
        self.focus_on("create" if found.own else "me")

    def _look_into(self, path: Path, values: Mapping[str, str]) -> None:
        from staketerm.tui.screens.take_in import TakeInPage

        me = tuple(values["me"].replace(",", " ").split()) if self._mail_shown else ()
        if self._mail_shown and not me:
            self.say(Piece(_("Which addresses are yours? They tell who wrote to whom."), Ink.FAULT))
            self.focus_on("me")
            return
        if not values["min"].isdecimal() or int(values["min"]) < 1:
            self.say(Piece(_("Least mails: a number from 1 on."), Ink.FAULT))
            self.focus_on("min")
            return
        app = program(self)
        intake = Intake(
            path=path,
            format=_format(values),
            project=app.outlook.project,
            me=me,
            create=values["create"] == "all",
            min_mails=int(values["min"]),
        )
        self.dismiss(None)
        app.open(TakeInPage(intake))

    @property
    def _mail_shown(self) -> bool:
        return bool(self.query_one("#field-create").display)

    def _show_mail(self, shown: bool) -> None:
        for name in MAIL_FIELDS:
            field = self.query_one(f"#field-{name}")
            field.display = shown
            if isinstance(field.parent, Field):
                field.parent.display = shown


def formats() -> dict[str, str]:
    """Every format by its name, and the word for it."""
    return {
        "auto": _("what it is found to be"),
        "register": _("register"),
        "contacts": _("contacts"),
        "google": "Google Contacts",
        "outlook": "Outlook",
        "linkedin": "LinkedIn",
        "thunderbird": "Thunderbird",
        "kumu": "Kumu",
        "mbox": _("mail: mbox"),
        "maildir": _("mail: Maildir"),
        "eml": _("mail: eml files"),
        "staketerm": _("export of staketerm"),
    }


def _format(values: Mapping[str, str]) -> str | None:
    return None if values["format"] == "auto" else values["format"]
