"""In step with colleagues: looking at what a sync would bring, and doing it (screens S8)."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from staketerm.domain.errors import StaketermError
from staketerm.locale import _, ngettext
from staketerm.tui.commands.base import Command, Commands, bindings
from staketerm.tui.commands.syncing import SYNCING
from staketerm.tui.dialogs.one_thing import Option
from staketerm.tui.dialogs.sure import Sure
from staketerm.tui.drawing.values import count
from staketerm.tui.notices import Notice, say
from staketerm.tui.program import program
from staketerm.tui.questions import Scope
from staketerm.tui.screens.frame import EVERYWHERE
from staketerm.tui.screens.sync_head import SyncHead
from staketerm.tui.sync import questions, words
from staketerm.tui.sync.beginning import ask_for_folder
from staketerm.tui.sync.questions import Exchanged, Stands
from staketerm.tui.widgets.drawn import Fixed

if TYPE_CHECKING:
    from staketerm.exchange.plan import Progress
    from staketerm.exchange.sync.team import Synced
    from staketerm.journal.receipt import Receipt

SYNC = "sync"
"""The verb of what came in by a sync."""


class SyncPage(SyncHead):
    """One share. What a sync would bring is looked at and not kept; `S` again does it.

    `person` is the name that colleagues are to see, where it was just said; `at_once` syncs as soon
    as the page is there.
    """

    VERBS: ClassVar[Commands] = SYNCING
    BINDINGS: ClassVar[list[BindingType]] = bindings(SYNCING)
    LASTS: ClassVar[bool] = True

    class Heard(Message, bubble=False):
        """Whose files are read now, the how manieth of how many."""

        def __init__(self, at: "Progress") -> None:
            super().__init__()
            self.at = at

    def __init__(self, path: Path, *, person: str = "", at_once: bool = False) -> None:
        super().__init__(path)
        self._person = person
        self._at_once = at_once
        self._stop = Event()

    def once_more(self) -> "SyncPage":
        """The share as it is by then."""
        return SyncPage(self._path, person=self._person)

    def on_mount(self) -> None:
        """The rows have the focus."""
        self.rows.focus()

    def on_unmount(self) -> None:
        """What nobody waits for any more stops."""
        self._stop.set()

    # reading

    def read(self) -> None:
        """How the share stands; then what would come in, which may take its time."""
        self._fault = ""
        self.ask(
            questions.stands(self._path), self._have_standing, group="stands", otherwise=self._away
        )
        self.read_rows()

    def reread(self, receipt: "Receipt") -> None:
        """Something was written: what goes out may be another, and what is undecided."""
        if receipt.verb != SYNC:
            self._just = None
        self.ask(
            questions.stands(self._path), self._stands_now, group="stands", otherwise=self._away
        )
        self.read_rows()

    def _stands_now(self, stands: Stands) -> None:
        self._stands = stands
        self.redraw()

    def _have_standing(self, stands: Stands) -> None:
        self._stands_now(stands)
        self.arrived()
        if self._at_once:
            self._at_once = False
            self.sync()
        elif not program(self).read_only:
            self._look()

    def _away(self, error: StaketermError) -> None:
        """The folder can't be read: said on the page; what is undecided can be decided."""
        self._looking = self._syncing = False
        self._fault = str(error)
        self.redraw()
        self.arrived()

    def _look(self) -> None:
        self._looking = True
        self._just = self.synced = None
        self.ask(
            questions.look(self._path, self._hear()),
            self._looked,
            group="look",
            aside=True,
            otherwise=self._not_done,
        )
        self.redraw()

    def _hear(self) -> questions.Hear:
        """What the journal's thread calls; a page that was left stops it."""
        from staketerm.tui.intake.questions import Stopped

        self._stop.set()
        stop = self._stop = Event()
        self._at = None

        def hear(at: "Progress") -> None:
            if stop.is_set():
                raise Stopped(_("stopped"))
            self.post_message(self.Heard(at))

        return hear

    def on_sync_page_heard(self, event: Heard) -> None:
        """Say whose files are read."""
        self._at = event.at
        self.query_one(Fixed).redraw()

    def _looked(self, found: "Synced") -> None:
        self._looking = False
        self.synced, self._coming = found, words.came(found)
        program(self).tell(say(_("nothing has been written yet")))
        self.show_sections()
        self.redraw()

    def _not_done(self, error: StaketermError) -> None:
        """What was refused is said on the page; of a journal that lies elsewhere it is asked."""
        from staketerm.exchange.sync.identity import LiesElsewhere
        from staketerm.tui.intake.questions import Stopped

        self._looking = self._syncing = False
        match error:
            case LiesElsewhere():
                self._ask_origin()
                self._fault = _("this journal lies elsewhere than at its last sync")
            case Stopped():
                program(self).tell(say(_("stopped; what had come in stays")))
                self._fault = ""
            case _:
                self._fault = str(error)
        self.redraw()

    # verbs

    def commands(self) -> Iterator[type[Command]]:
        """Its own verbs, in the place of those that have their keys elsewhere."""
        own = {command.id for command in self.VERBS}
        yield from self.VERBS
        yield from (command for command in EVERYWHERE if command.id not in own)

    def sync(self) -> None:
        """Everybody's news in, one's own out."""
        self._sync()

    def new(self) -> None:
        """Share one more project, or through another folder."""
        ask_for_folder(self, self._path)

    def accept(self) -> None:
        """Take in what is held back, once that was asked."""
        waiting = self.held_back
        if waiting is None:
            return
        veil = program(self).outlook.veil
        self.app.push_screen(
            Sure(
                _("Take it in all the same?"),
                lambda: [
                    veil.text(waiting.why),
                    _("What is taken in from a colleague is not undone."),
                ],
                [Option("y", _("take it in"), waiting.person)],
                lambda person: self._sync(person),
            )
        )

    def open_selected(self) -> None:
        """The person; where nothing is selected, the sync."""
        if self.subject is not None:
            super().open_selected()
        elif self.rows.chosen is None:
            self.sync()
        else:
            key = program(self).keymap.shown("sync")
            program(self).tell(say(_("{key} syncs").format(key=key)))

    def _sync(self, *accept: str) -> None:
        app = program(self)
        if app.read_only:
            app.say_closed()
            return
        if self._syncing or not self.ready:
            return
        self._syncing, self._looking, self._fault = True, False, ""
        app.tell(say(_("syncing ...")))
        self.ask(
            questions.exchange(self._path, self._person, accept, self._hear()),
            self._exchanged,
            group="look",
            aside=True,
            otherwise=self._not_done,
        )
        self.redraw()

    def _exchanged(self, done: Exchanged) -> None:
        from staketerm.journal.receipt import Receipt

        app = program(self)
        self._syncing = False
        self.synced = done.synced
        out = done.sent
        came, sent = words.came(done.synced), words.went(out)
        self._just, self._coming = (came, sent), words.counted({})
        app.tell(self._receipt(done, came))
        self._begin_with(done)
        moved = tuple(move for taken in done.synced.taken for move in taken.moved)
        concerned = {who for taken in done.synced.taken for who in taken.concerned}
        app.written(Receipt(None, SYNC, moved=moved, concerned=tuple(sorted(concerned))))

    def _begin_with(self, done: Exchanged) -> None:
        """Look at the project that came into a journal that was empty, not at what is empty."""
        app = program(self)
        for taken in done.synced.taken:
            if taken.begins and app.outlook.project is not None:
                app.look_at_project(Scope(*taken.begins))

    def _receipt(self, done: Exchanged, came: str) -> Notice:
        """What came and how much was sent, in one line; where it is too long, in numbers alone."""
        key, taken = program(self).keymap.shown("project"), done.synced.taken
        new = any(each.kinds["project"] and not each.begins for each in taken)
        out = done.sent
        sent = _changes(out.many)
        end = " " + _("{key} looks at the project that came.").format(key=key) if new else ""
        said = _("taken in: {came}. Sent: {sent}.")
        in_numbers = _changes(
            sum(each.new + each.changed + each.deleted + each.erased for each in taken)
        )
        return Notice(
            (said.format(came=came, sent=sent) + end,),
            brief=(said.format(came=in_numbers, sent=sent) + end,),
        )

    def _ask_origin(self) -> None:
        """Ask what became of the journal, then look again."""

        def chosen(value: str) -> None:
            self.ask(
                questions.came_to_lie("moved" if value == "moved" else "copied"),
                lambda _done: self.read(),
                group="origin",
            )

        self.app.push_screen(
            Sure(
                _("Was it moved, or copied?"),
                lambda: [
                    _("This journal lies elsewhere than at its last sync."),
                    _("Two journals that write under one name cannot be told apart."),
                ],
                [
                    Option("m", _("it was moved, or put back from a backup"), "moved"),
                    Option("c", _("it is a copy, and the other one is still in use"), "copied"),
                ],
                chosen,
            )
        )

    def dismiss_something(self) -> bool:
        """esc: the prompt, what is under way, then the page."""
        if self.leave_prompt():
            return True
        if self._syncing:
            self._stop.set()
            program(self).tell(say(_("stopping ...")))
            return True
        return super().dismiss_something()


def _changes(many: int) -> str:
    return ngettext("{n} change", "{n} changes", many).format(n=count(many))
