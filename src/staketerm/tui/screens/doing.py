"""What verbs may ask of a screen. Where a screen says nothing else, nothing can be done."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from staketerm.domain.errors import NotFound, StaketermError
from staketerm.domain.vocabulary import verb_words
from staketerm.locale import _
from staketerm.tui import questions
from staketerm.tui.asking import Asking
from staketerm.tui.notices import Named, Part, receipt_notice, say
from staketerm.tui.program import program
from staketerm.tui.screens.subject import Subject
from staketerm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt


class Doing(Asking[None]):
    """A screen on which something may be selected, and what verbs do to it."""

    @property
    def subject(self) -> Subject | None:
        """Who is selected, if anybody."""
        return None

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Who a verb acts on: the marked, else the selected one."""
        return (self.subject,) if self.subject else ()

    @property
    def selected_act(self) -> "DueAct | None":
        """The act that is selected, if one is."""
        return None

    @property
    def can_be_opened(self) -> bool:
        """Whether Enter has something to open; where nothing else is meant, the selected person."""
        return self.subject is not None

    def open_selected(self) -> None:
        """Open what is selected."""
        program(self).open_person(self.subject)

    @property
    def listed(self) -> "Sequence[Subject]":
        """Everybody on the list, for going from one page to the next."""
        return ()

    @property
    def can_be_done(self) -> bool:
        """Whether what is selected is something that `d` can say is done."""
        return False

    def done(self) -> "Awaitable[object] | None":
        """Say that what is selected is done; a prompt that this opens is given back."""
        return None

    @property
    def can_be_edited(self) -> bool:
        """Whether `e` has something to edit; where nothing else is meant, the selected person."""
        return self.subject is not None

    @property
    def can_be_put_off(self) -> bool:
        """Whether what is selected can be snoozed."""
        return False

    @property
    def can_be_brought_back(self) -> bool:
        """Whether what is selected is snoozed."""
        return False

    @property
    def can_be_left_out(self) -> bool:
        """Whether what is selected can be skipped, or left out of the position."""
        return False

    @property
    def can_be_deleted(self) -> bool:
        """Whether what is selected can be deleted."""
        return False

    def new(self) -> None:
        """Add what this screen holds: somebody, unless it says otherwise."""
        from staketerm.tui.dialogs.person import PersonForm

        self.app.push_screen(PersonForm())

    def edit(self) -> None:
        """Edit what is selected."""
        from staketerm.tui.dialogs.person import edit_person

        if self.subject is not None:
            edit_person(self, self.subject)

    def snooze(self) -> None:
        """Let what is selected rest until a day."""

    def bring_back(self) -> None:
        """Take up now what is snoozed."""

    def leave_out(self) -> None:
        """Skip what is selected, or let it count no longer."""

    def delete(self) -> None:
        """Delete what is selected."""

    def look_for(self, words: str) -> None:
        """Show what holds these words."""

    def next_order(self) -> None:
        """Put the rows in the next order."""

    def sideways(self, by: int) -> None:
        """Right (1) or left (-1): the next pane, or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def export(self) -> None:
        """Write everything to files, unless the screen has something of its own to write."""
        from staketerm.tui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog())

    def sync(self) -> None:
        """Look at what a sync with colleagues would do."""
        from staketerm.tui.sync.beginning import begin

        begin(self)

    def copied(self) -> str:
        """What `y` takes: the selected row as it is shown."""
        for rows in self.query(RowList):
            return rows.selected_text()
        return ""

    def write(self, question: "Callable[[Journal], Receipt]", *lead: Part) -> None:
        """Have the journal write something; then say `lead`, what moved, and what undoes it.

        Every screen that shows what was written follows, in place.
        """
        self.put(question, lambda receipt: self.wrote(receipt, *lead))

    def wrote(self, receipt: "Receipt", *lead: Part) -> None:
        """A write is done: say so, and show it."""
        app = program(self)
        app.tell(receipt_notice(receipt, *lead))
        app.written(receipt)

    def undo(self, batch: str | None = None) -> None:
        """Take back a batch, or the last one."""
        self.put(questions.undo(batch), self._undone, otherwise=self._not_undone)

    def _undone(self, taken: questions.TakenBack) -> None:
        said = _("done again: {what}") if taken.again else _("taken back: {what}")
        what = said.format(what=verb_words(taken.verb))
        self.wrote(taken.receipt, what, *_in_brackets(taken.about), ".")

    def _not_undone(self, error: StaketermError) -> None:
        if isinstance(error, NotFound):
            program(self).tell(say(str(error)))
        else:
            self.fault(error)


def _in_brackets(people: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """ " (Ada Lens)", of many the first two; nothing of nobody."""
    if not people:
        return
    for sign, (id, name) in zip((" (", ", "), people, strict=False):
        yield sign
        yield Named(id, name)
    rest = len(people) - 2
    yield " " + _("and {n} more").format(n=rest) + ")" if rest > 0 else ")"
