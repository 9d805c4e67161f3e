"""Through which folder, under which name, and what of it: before anything is shared (screens 2,
`S`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.form import Choices, Spec
from staketerm.tui.dialogs.one_thing import Option
from staketerm.tui.dialogs.path_form import PATH, OneOf, PathForm
from staketerm.tui.dialogs.sure import Sure
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.sync import SyncDrawing
from staketerm.tui.intake.paths import path_of, short_path, without_folder
from staketerm.tui.program import program
from staketerm.tui.questions import Scope
from staketerm.tui.screens.sync import SyncPage
from staketerm.tui.sync import questions
from staketerm.tui.sync.questions import Offered, Place

if TYPE_CHECKING:
    from textual.timer import Timer

TYPING_PAUSE = 0.2
"""Seconds without a letter after which it is looked at what the folder is."""

NOTHING = "-"
"""In the place of a project: join, and share nothing."""

STOP = "nothing"
"""In the place of a level: give no more of the project."""


class OneProject(OneOf):
    """One of one's projects; its name is hidden with all names."""

    def shown(self, word: str) -> str:
        """The name, as the privacy screen lets it be."""
        return word if self.value == NOTHING else program(self).outlook.veil.text(word)


class ShareDialog(PathForm):
    """The folder; a new one begins a share with a project, one that is shared is joined, and takes
    a project more where one is chosen.
    """

    MUST_BE_THERE = False

    def __init__(self, person: str, projects: Sequence[Scope], folder: Path | None = None) -> None:
        super().__init__()
        self._person = person
        self._projects = tuple(projects)
        self._folder = folder
        self._typing: Timer | None = None
        self._proposed = ""
        """The project that was proposed for a new folder."""

    def caption(self) -> Line:
        """What the dialog is for."""
        return (Piece(_("In step with colleagues, through a folder"), Ink.BOLD),)

    def specs(self) -> Sequence[Spec]:
        """Folder, name, project, and what of it."""
        folder = str(short_path(self._folder)) if self._folder else ""
        projects = ((each.id or "", each.name) for each in self._projects)
        return (
            Spec(PATH, _("folder"), folder, _("new, or one that a colleague shares with you")),
            Spec("person", _("my name"), self._person, _("as colleagues see it")),
            Spec(
                "project",
                _("share"),
                NOTHING,
                options=((NOTHING, _("nothing of mine")), *projects),
            ),
            Spec(
                "level",
                _("with it"),
                "signals",
                options=(
                    ("signals", _("signals alone")),
                    ("notes", _("notes too")),
                    (STOP, _("nothing any more")),
                ),
            ),
            Spec(
                "also",
                _("and of mine"),
                options=(("judgements", _("judgements")), ("private", _("what is private"))),
                many=True,
            ),
        )

    def choices(self, spec: Spec) -> Choices:
        """Projects are too many words for a line."""
        return OneProject(spec) if spec.name == "project" else super().choices(spec)

    def hints(self) -> Hints:
        """Enter says what would happen; nothing is shared by it."""
        return (("enter", _("go on")), ("tab", _("complete, next")), ("escape", _("leave")))

    def begin(self) -> None:
        """A folder that is known already is looked at."""
        super().begin()
        self.say_plain()
        if self._folder is not None:
            self._look_at(self.path_line.value)
            self.query_one("#field-project", Choices).focus()

    def path_typed(self, text: str) -> None:
        """Say what lies there, once typing pauses."""
        if self._typing is not None:
            self._typing.stop()
        self._typing = self.set_timer(TYPING_PAUSE, lambda: self._look_at(text))

    def _look_at(self, text: str) -> None:
        path = path_of(text)
        if path is None or text != self.path_line.value:
            self.say()
            return
        self.ask(questions.place(path), self._say_place, group="place", otherwise=self.fault)

    def _say_place(self, place: Place) -> None:
        veil = program(self).outlook.veil
        if place.share is None:
            self._propose()
            return
        field = self.query_one("#field-project", Choices)
        if field.value == self._proposed:  # half the path was no folder yet
            field.value, self._proposed = NOTHING, ""
        self.there.show(())  # what lies within a share is no folder to choose
        self.say(Piece(_shared(veil.text(place.share), map(veil.text, place.people)), Ink.MUTED))

    def _propose(self) -> None:
        """In a new folder something is shared: the project looked at, unless another was chosen."""
        if not self._projects:
            said = _("there is no project here to share; a personal one stays here")
            self.say(Piece(said, Ink.FAULT))
            return
        self.say(Piece(_("a new folder: choose what to share"), Ink.MUTED))
        field = self.query_one("#field-project", Choices)
        if field.value in ("", NOTHING):
            looked_at = program(self).outlook.project
            known = [each.id for each in self._projects]
            self._proposed = (looked_at if looked_at in known else known[0]) or ""
            field.value = self._proposed

    # Enter

    def submit(self, values: Mapping[str, str]) -> None:
        """Go on with what the folder is."""
        if self._typing is not None:
            self._typing.stop()
        path = path_of(values[PATH])
        if path is None:
            self.say(Piece(_("Which folder?"), Ink.FAULT))
            self.focus_on(PATH)
        elif not values["person"]:
            self.say(Piece(_("Under which name do colleagues see you?"), Ink.FAULT))
            self.focus_on("person")
        else:
            self.ask(questions.place(path), self._go_on, group="place", otherwise=self.fault)

    def _go_on(self, place: Place) -> None:
        values = self.values()
        project = values["project"] or NOTHING
        if project != NOTHING and values["level"] == STOP:
            self._stop(place, project, values["person"])
        elif project != NOTHING:
            self.ask(
                questions.offered(project, values["level"], values["also"].split()),
                lambda offered: self._offer(place, offered, values),
                group="offer",
                otherwise=self.fault,
            )
        elif place.share is None:
            self._propose()
            self.focus_on("project")
        else:
            self._leave_for(SyncPage(place.path, person=values["person"]))

    def _offer(self, place: Place, offered: Offered, values: Mapping[str, str]) -> None:
        """Say in full what would be shared, and ask."""
        project, level, person = values["project"], values["level"], values["person"]

        def chosen(_value: str) -> None:
            self.ask(
                questions.share(place.path, project, level, values["also"].split(), person),
                lambda _done: self._leave_for(SyncPage(place.path, person=person, at_once=True)),
                group="share",
                otherwise=self.fault,
            )

        self.app.push_screen(
            Sure(
                _("Share it?"),
                lambda: self._in_full(place, offered),
                [Option("Enter", _("share it, and give it now"), "share")],
                chosen,
            )
        )

    def _stop(self, place: Place, project: str, person: str) -> None:
        """Say what it means to give no more of it, and ask."""
        name = next((each.name for each in self._projects if each.id == project), "")

        def chosen(_value: str) -> None:
            self.ask(
                questions.stop(place.path, project),
                lambda _done: self._leave_for(SyncPage(place.path, person=person, at_once=True)),
                group="share",
                otherwise=self.fault,
            )

        def ask(told: tuple[str, str]) -> None:
            self.app.push_screen(
                Sure(
                    _("Give no more of it?"),
                    lambda: [told[program(self).outlook.veil.down]],
                    [Option("Enter", _("give no more of it"), STOP)],
                    chosen,
                )
            )

        self.ask(questions.would_stop(name), ask, group="offer", otherwise=self.fault)

    def _in_full(self, place: Place, offered: Offered) -> list[str]:
        app = program(self)
        veil = app.outlook.veil
        who = _("Everybody who can read {folder} can read it.").format(
            folder=veil.text(str(short_path(place.path)))
        )
        if place.people:
            who = _("{people} and everybody else who can read {folder} can read it.").format(
                people=", ".join(map(veil.text, place.people)),
                folder=veil.text(str(short_path(place.path))),
            )
        drawing = SyncDrawing(app.look, veil, app.outlook.today, app.zone)
        home = [*drawing.home(offered.home), _("how you nurture and weigh")]
        stays = _("Stays here: {list}.").format(list=", ".join(home))
        return [*(offered.hidden if veil.down else offered.told), who, stays]

    def fault(self, error: StaketermError) -> None:
        """The folder was just typed: its name is enough, so that the rest can be read."""
        path = path_of(self.path_line.value)
        said = without_folder(str(error), path) if path else str(error)
        self.say(Piece(program(self).outlook.veil.text(said), Ink.FAULT))

    def _leave_for(self, page: SyncPage) -> None:
        app = program(self)
        self.dismiss(None)
        app.open(page)


def _shared(name: str, people: "Sequence[str] | map[str]") -> str:
    """A share in a sentence: "a share, Graafloket, with Noor, Tim"."""
    names = ", ".join(people)
    if not names:
        return _("a share, {name}, in which nobody else wrote yet").format(name=name)
    return _("a share, {name}, with {names}").format(name=name, names=names)
