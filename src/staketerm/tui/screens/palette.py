"""The palette and the finders: commands, people, projects and themes by a few letters."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from staketerm.domain.names import Person, find
from staketerm.locale import _, in_all_languages
from staketerm.tui import questions
from staketerm.tui.commands.base import Command
from staketerm.tui.drawing.lines import Ink, Piece
from staketerm.tui.program import program
from staketerm.tui.questions import Scope
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from staketerm.domain.names import Match

MOST = 200
"""Choices shown at once; more letters narrow."""


class PersonFinder(Picker[Subject]):
    """Somebody by name; those last in touch first."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()

    def caption(self) -> str:
        """What is being chosen."""
        return _("find somebody")

    def on_mount(self) -> None:
        """Ask who there is."""
        self.ask(questions.directory(), self._arrived, group="people")

    def _arrived(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self.offer()

    def choices(self, query: str) -> Sequence[Choice[Subject]]:
        """The people that fit."""
        veil = program(self).outlook.veil
        project = program(self).outlook.project
        return [
            Choice(
                person.key,
                (Piece(veil.name(person.key, person.name)),),
                Subject(person.key, person.name, "person", project),
                veil.text(person.handle),
            )
            for person in _fitting(query, self._people)
        ]


class ProjectFinder(Picker[Scope]):
    """A project, or all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._scopes: tuple[Scope, ...] = ()

    def caption(self) -> str:
        """What is being chosen."""
        return _("project scope")

    def on_mount(self) -> None:
        """Ask which there are."""
        self.ask(questions.scopes(), self._arrived, group="projects")

    def _arrived(self, scopes: tuple[Scope, ...]) -> None:
        self._scopes = (*scopes, Scope(None, _("all projects")))
        self.offer()

    def choices(self, query: str) -> Sequence[Choice[Scope]]:
        """The projects that fit."""
        veil = program(self).outlook.veil
        named = {str(n): scope for n, scope in enumerate(self._scopes)}
        people = [Person(key, "", scope.name) for key, scope in named.items()]
        return [
            Choice(
                person.key,
                (Piece(person.name if named[person.key].id is None else veil.text(person.name)),),
                named[person.key],
                _("journal, no scoring") if named[person.key].personal else "",
            )
            for person in _fitting(query, people)
        ]


class ThemeFinder(Picker[str]):
    """A theme, shown while the cursor is on it."""

    def caption(self) -> str:
        """What is being chosen."""
        return _("theme")

    def on_mount(self) -> None:
        """Remember the theme to go back to."""
        self._before = self.app.theme

    def choices(self, query: str) -> Sequence[Choice[str]]:
        """The themes that fit."""
        people = [Person(name, "", name) for name in sorted(self.app.available_themes)]
        return [
            Choice(person.key, (Piece(person.name),), person.key)
            for person in _fitting(query, people)
        ]

    def highlighted(self, choice: Choice[str]) -> None:
        """Show it."""
        self.app.theme = choice.value

    def action_leave(self) -> None:
        """esc: the theme of before."""
        self.app.theme = self._before
        super().action_leave()


class Palette(Picker[Callable[[], None]]):
    """All commands that are possible now, and everybody, by name in any language."""

    def __init__(self, here: Frame) -> None:
        super().__init__()
        self._here = here
        self._offered = {
            id: command
            for id, command in here.offered().items()
            if id not in {"commands", "escape"}
        }
        self._people: tuple[Person, ...] = ()
        self._labels = [
            Person(id, "", label)
            for id, command in self._offered.items()
            for label in in_all_languages(command.label)
        ]

    def caption(self) -> str:
        """What is being chosen."""
        return _("all commands, and everybody")

    def on_mount(self) -> None:
        """Ask who there is."""
        self.ask(questions.directory(), self._arrived, group="people")

    def _arrived(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self.offer()

    def choices(self, query: str) -> Sequence[Choice[Callable[[], None]]]:
        """What fits best, commands before people where both fit as well."""
        if not query:
            return [self._command(command) for command in self._offered.values()]
        matches = [*find(query, self._labels), *find(query, self._people)]
        best: dict[str, Person] = {}
        for match in sorted(matches, key=lambda match: match.fit):
            best.setdefault(match.person.key, match.person)
        return [
            self._command(self._offered[key]) if key in self._offered else self._person(person)
            for key, person in list(best.items())[:MOST]
        ]

    def _command(self, command: type[Command]) -> Choice[Callable[[], None]]:
        key = program(self).keymap.shown(command.id)
        line = (
            Piece(_(command.label)),
            Piece(f"   {_(command.help) if command.help else ''}", Ink.MUTED),
        )
        here, id = self._here, command.id
        return Choice(f"command {id}", line, lambda: _do(here, id), key)

    def _person(self, person: Person) -> Choice[Callable[[], None]]:
        app = program(self)
        veil = app.outlook.veil
        subject = Subject(person.key, person.name, "person", app.outlook.project)
        return Choice(
            f"person {person.key}",
            (Piece(veil.name(person.key, person.name)),),
            lambda: app.open_person(subject),
            _("open"),
        )


def _do(here: Frame, id: str) -> None:
    here.call_next(here.action_command, id)


def _fitting(query: str, people: Sequence[Person]) -> Sequence[Person]:
    """Who fits, best first; all for an empty query."""
    if not query:
        return people[:MOST]
    matches: tuple[Match, ...] = find(query, people)
    return [match.person for match in matches[:MOST]]
