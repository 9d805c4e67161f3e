"""Dialogs that ask for somebody by name: two letters and Enter; who isn't here yet is added."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from staketerm.domain.names import Person, find
from staketerm.locale import _
from staketerm.tui import questions
from staketerm.tui.dialogs.dialog import Dialog
from staketerm.tui.dialogs.parts import Choice
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Subject

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt

MOST_FOUND = 12
"""Names listed while somebody is looked for."""


class AsksForSomebody(Dialog):
    """A dialog with a place for a name."""

    def __init__(self) -> None:
        super().__init__()
        self.everybody: tuple[Person, ...] = ()

    def begin(self) -> None:
        """Ask who there is."""
        super().begin()
        self.ask(questions.directory(), self._have_everybody, group="directory")

    def pick_somebody(
        self,
        done: Callable[[Subject], None],
        *,
        instead_of: Iterable[Widget],
        left: Callable[[], None] | None = None,
        besides: Collection[str] = (),
        empty_ends: bool = False,
    ) -> None:
        """Have somebody named, but for those who are there already (`besides`, by id).

        With `empty_ends` Enter on an empty line is the same as esc.
        """

        def search(text: str) -> Sequence[Choice]:
            if empty_ends and not text:
                return ()
            veil = program(self).outlook.veil
            there = [one for one in self.everybody if one.key not in besides]
            people = [match.person for match in find(text, there)] if text else there
            return [
                Choice(one.key, veil.name(one.key, one.name), veil.text(one.handle))
                for one in people[:MOST_FOUND]
            ]

        def take(choice: Choice | None, text: str) -> None:
            if choice is None and not text:
                (left or self.close_picker)()
                return
            if choice is None:
                self._add(text, done)
                return
            name = next(one.name for one in self.everybody if one.key == choice.id)
            self.close_picker()
            done(Subject(choice.id, name, "person", program(self).outlook.project))

        self.pick(
            _("Who"),
            search,
            take,
            instead_of=instead_of,
            left=left,
            hint=_("two letters of a name"),
        )

    def _have_everybody(self, everybody: tuple[Person, ...]) -> None:
        self.everybody = everybody
        if self.picker is not None:
            self.picker.search_again()

    def _add(self, name: str, done: Callable[[Subject], None]) -> None:
        """Somebody who isn't here yet is added first."""
        from staketerm.tui.dialogs.person import PersonForm

        form = PersonForm(name=name)

        def added(receipt: "Receipt | None") -> None:
            if receipt is None or form.added is None:
                return
            self.ask(questions.directory(), self._have_everybody, group="directory")
            self.close_picker()
            done(form.added)

        self.app.push_screen(form, added)
