"""Finding anything: people first, then what was written (screens 2, `f`)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.widgets import Input

from staketerm.domain.names import Person, find
from staketerm.domain.phrases import short_day
from staketerm.locale import _
from staketerm.tui import questions as common
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.told import ToldDrawing
from staketerm.tui.program import program
from staketerm.tui.screens import questions
from staketerm.tui.screens.picker import Choice, Picker
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told

MOST_PEOPLE = 50
"""People shown at once; more letters narrow."""

WORDS_FROM = 2
"""Letters from which texts are looked through."""


class Anything(Picker[Subject | str]):
    """Somebody by name, or a text by its words. What comes back is whom to open, or words to look
    for in the journal: those of a text that is about nobody or about several."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()
        self._written: tuple[Told, ...] = ()

    def caption(self) -> str:
        """What is being chosen."""
        return _("find anything")

    def on_mount(self) -> None:
        """Ask who there is."""
        self.ask(common.directory(), self._arrived, group="people")

    def _arrived(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self.offer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter narrows the names, and looks through the texts: the last question counts."""
        words = event.value.strip()
        if len(words) < WORDS_FROM:
            self._written = ()
            return
        outlook = program(self).outlook
        self.ask(
            questions.written(words, outlook.project, outlook.as_of),
            lambda found: self._have(found.items),
            group="written",
        )

    def _have(self, written: "tuple[Told, ...]") -> None:
        self._written = tuple(item for item in written if item.text or item.title)
        self.offer()

    def choices(self, query: str) -> Sequence[Choice[Subject | str]]:
        """The people that fit, then the texts."""
        found = [match.person for match in find(query, self._people)] if query else self._people
        project = program(self).outlook.project
        veil = program(self).outlook.veil
        people: list[Choice[Subject | str]] = [
            Choice(
                person.key,
                (Piece(veil.name(person.key, person.name)),),
                Subject(person.key, person.name, "person", project),
                veil.text(person.handle),
            )
            for person in found[:MOST_PEOPLE]
        ]
        return [*people, *self._texts(query)]

    def _texts(self, query: str) -> Iterator[Choice[Subject | str]]:
        if not query:
            return
        app = program(self)
        drawing = ToldDrawing(app.look, app.outlook.veil, app.outlook.day)
        for item in self._written:
            line: Line = (
                Piece(f"{short_day(item.day, app.outlook.today):>6}  ", Ink.MUTED),
                Piece(app.outlook.veil.text(item.title or item.text or "")),
            )
            value: Subject | str = query
            if len(item.about) == 1:
                (id, name), project = item.about[0], item.project or app.outlook.project
                value = Subject(id, name, "person", project)
            whose = drawing.names(item) or drawing.sort(item)
            yield Choice(f"text {item.id} {item.what}", line, value, whose)
