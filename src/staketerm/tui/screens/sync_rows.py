"""What asks for a look on the sync screen: two values for one thing, what two logged, whose
files wait, and the positions that moved."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from staketerm.locale import _, ngettext
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece
from staketerm.tui.drawing.sync import SyncDrawing, called, sides
from staketerm.tui.drawing.values import count
from staketerm.tui.notices import say
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.sync import questions
from staketerm.tui.sync.questions import Disputed
from staketerm.tui.widgets.footer import KeyFooter
from staketerm.tui.widgets.sync_rows import SyncRow, SyncRows, SyncSection

if TYPE_CHECKING:
    from staketerm.exchange.sync.coming import Waiting
    from staketerm.exchange.sync.disputes import Choice, Dispute
    from staketerm.exchange.sync.team import Synced
    from staketerm.journal.receipt import Moved, Receipt
    from staketerm.journal.twins import LoggedTwice


class SyncSections(Frame):
    """A page with these rows; `synced` is what was looked at or done, None until then."""

    def __init__(self) -> None:
        super().__init__()
        self.synced: Synced | None = None
        self._disputed = Disputed()
        self._twins: tuple[LoggedTwice, ...] = ()
        self._decided = False
        """Whether what was decided is shown as well."""

    def make_rows(self) -> SyncRows:
        """The list, for the body of the page."""
        return SyncRows(self._nothing, id="rows")

    @property
    def drawing(self) -> SyncDrawing:
        """What lines are drawn with now."""
        raise NotImplementedError

    @property
    def rows(self) -> SyncRows:
        """The list."""
        return self.query_one(SyncRows)

    @property
    def main(self) -> SyncRows:
        """The moving keys move the list."""
        return self.rows

    # reading

    def read_rows(self) -> None:
        """Ask what is undecided."""
        self.ask(questions.disputed(decided=self._decided), self._have_disputes, group="disputes")
        self.ask(questions.twins(), self._have_twins, group="twins")

    def _have_disputes(self, found: Disputed) -> None:
        self._disputed = found
        self.show_sections()

    def _have_twins(self, found: "tuple[LoggedTwice, ...]") -> None:
        self._twins = found
        self.show_sections()

    def zoom(self) -> None:
        """All of it: what was decided as well, or not."""
        self._decided = not self._decided
        self.read_rows()

    # what is chosen

    def _selected(self, kind: str) -> Any:
        """What the row under the cursor is about, where it is of that kind; else None."""
        row = self.rows.chosen
        return row.about if row is not None and row.key.startswith(kind) else None

    @property
    def conflict(self) -> "Dispute | None":
        """The conflict under the cursor."""
        found: Dispute | None = self._selected("conflict ")
        return found

    @property
    def conflicts(self) -> "list[Dispute]":
        """What a verb settles: the marked, else the selected one."""
        marked = [row.about for row in self.rows.marked_rows]
        return marked or ([self.conflict] if self.conflict is not None else [])

    @property
    def twin(self) -> "LoggedTwice | None":
        """What two logged under the cursor."""
        found: LoggedTwice | None = self._selected("twin ")
        return found

    @property
    def held_back(self) -> "Waiting | None":
        """Whoever's files can be taken in all the same: under the cursor, or the only ones."""
        found: Waiting | None = self._selected("waiting ")
        if found is not None:
            return found if found.held_back else None
        held = [each for each in (self.synced.waiting if self.synced else ()) if each.held_back]
        return held[0] if len(held) == 1 else None

    @property
    def subject(self) -> Subject | None:
        """Whom the row under the cursor is about."""
        project = program(self).outlook.project
        if (conflict := self.conflict) is not None and conflict.who:
            return Subject(conflict.who, conflict.about, "person", project)
        moved: Moved | None = self._selected("moved ")
        if moved is not None:
            return Subject(moved.stakeholder, moved.name, "person", moved.project)
        return None

    @property
    def can_be_opened(self) -> bool:
        """Enter always says or does something: with nothing selected it syncs."""
        return True

    def on_row_list_selected(self) -> None:
        """Another row answers to other keys."""
        self.query_one(KeyFooter).redraw()

    def on_row_list_opened(self) -> None:
        """A click on the selected one."""
        if self.subject is not None:
            self.open_selected()

    # deciding

    def keep(self, *, above: bool) -> None:
        """Let the upper value, or the lower one, hold in what is chosen."""
        self._settle(
            [
                (each, "holds" if sides(each)[not above] is each.holds else "lost")
                for each in self.conflicts
            ],
            above=above,
        )

    def keep_both(self) -> None:
        """Let both texts hold, where a field can; or say that what two logged is one."""
        app = program(self)
        if self.twin is not None:
            self.write(questions.twin(self.twin, one=True), _("counted once from now on."))
        elif any(each.both is None for each in self.conflicts):
            keys = [app.keymap.shown(id) for id in ("keep_mine", "keep_theirs")]
            one, other = called(self.conflicts[0])
            said = _("this holds one value, not both: {key} keeps {one}, {other_key} {other}")
            app.tell(say(said.format(key=keys[0], one=one, other_key=keys[1], other=other)))
        else:
            self._settle([(each, "both") for each in self.conflicts])

    def _settle(
        self, decisions: "Sequence[tuple[Dispute, Choice]]", *, above: bool | None = None
    ) -> None:
        if not decisions:
            return
        kept = _("both") if above is None else called(decisions[0][0])[not above]

        def settled(receipt: "Receipt") -> None:
            self.rows.mark(())
            said = _("decided: {kept}").format(kept=kept)
            if len(decisions) > 1:
                n = count(len(decisions))
                said = _("{n} decided: {kept}").format(n=n, kept=kept)
            self.wrote(receipt, f"{said}.")

        self.put(questions.settle(decisions), settled)

    def mark_all(self) -> None:
        """Mark all conflicts, or none where all are."""
        self.rows.mark_these(self._conflict_rows())

    @property
    def can_be_left_out(self) -> bool:
        """On what was logged by two."""
        return self.twin is not None

    def leave_out(self) -> None:
        """They are two."""
        if self.twin is not None:
            self.write(questions.twin(self.twin, one=False), _("two from now on."))

    # drawing

    def show_sections(self) -> None:
        """Show everything there is to look at."""
        self.rows.begin(
            [
                self._conflict_section(),
                self._twin_section(),
                self._waiting_section(),
                self._notes_section(),
                self._moved_section(),
            ]
        )
        self.query_one(KeyFooter).redraw()

    def _key(self, *commands: tuple[str, str]) -> str:
        """Keys and what they do, for a caption."""
        keymap = program(self).keymap
        return "  ".join(f"{keymap.shown(id)} {word}" for id, word in commands)

    def _conflict_section(self) -> SyncSection:
        every = self._disputed.disputes
        n = sum(not each.decided for each in every)
        title = _("two values for one thing: {n}").format(n=count(n))
        if n < len(every):
            title += "   " + _("decided: {n}").format(n=count(len(every) - n))
        words = {called(each) for each in every}
        one, other = words.pop() if len(words) == 1 else (_("mine"), _("theirs"))
        hint = self._key(("keep_mine", one), ("keep_theirs", other), ("same", _("both")))
        return SyncSection(title, hint, self._conflict_rows())

    def _conflict_rows(self) -> list[SyncRow]:
        return [
            SyncRow(
                f"conflict {each.table} {each.row} {each.field} {each.lost.stamp}",
                each,
                partial(self._conflict_lines, each),
            )
            for each in self._disputed.disputes
        ]

    def _conflict_lines(self, each: "Dispute", cells: int) -> Sequence[Line]:
        return self.drawing.dispute(each, self._disputed, cells)

    def _twin_section(self) -> SyncSection:
        title = _("perhaps logged twice: {n}").format(n=count(len(self._twins)))
        hint = self._key(("same", _("they are one")), ("skip", _("two")))
        rows = [
            SyncRow(f"twin {each.key}", each, partial(self._twin_lines, each))
            for each in self._twins
        ]
        return SyncSection(title, hint, rows)

    def _twin_lines(self, each: "LoggedTwice", cells: int) -> Sequence[Line]:
        return self.drawing.twin(each, cells)

    def _waiting_section(self) -> SyncSection:
        waiting = self.synced.waiting if self.synced else ()
        n = len(waiting)
        title = ngettext(
            "files that wait: those of {n} colleague", "files that wait: those of {n} colleagues", n
        ).format(n=count(n))
        hint = ""
        if any(each.held_back for each in waiting):
            hint = self._key(("ask", _("take in all the same")))
        rows = [
            SyncRow(f"waiting {each.person}", each, partial(self._waiting_lines, each))
            for each in waiting
        ]
        return SyncSection(title, hint, rows)

    def _waiting_lines(self, each: "Waiting", cells: int) -> Sequence[Line]:
        remedy = _("Nothing of these files was taken; those of the others were.")
        if each.held_back:
            key = program(self).keymap.shown("ask")
            remedy = _("{key} takes it in all the same, after asking.").format(key=key)
        return self.drawing.waiting(each, remedy, cells)

    def _notes_section(self) -> SyncSection:
        rows = [
            SyncRow(f"note {at}", note, partial(self._note_lines, note))
            for at, note in enumerate(self.synced.notes if self.synced else ())
        ]
        return SyncSection(_("worth a look"), "", rows)

    def _note_lines(self, note: str, cells: int) -> Sequence[Line]:
        return self.drawing.note(note, cells)

    def moves(self, *, done: bool) -> "list[tuple[str, Moved]]":
        """By whose news whose position moved in a sync; if not `done`, would move in one."""
        if self.synced is None or (self.synced.given is not None) is not done:
            return []
        taken = self.synced.taken
        return [(each.person, move) for each in taken for move in each.moved if move.relabelled]

    def _moved_section(self) -> SyncSection:
        rows = [
            SyncRow(
                f"moved {move.stakeholder} {move.project} {person}",
                move,
                partial(self._moved_lines, move, person),
            )
            for person, move in self.moves(done=True)
        ]
        title = _("positions that moved: {n}").format(n=count(len(rows)))
        return SyncSection(title, "", rows)

    def _moved_lines(self, move: "Moved", person: str, cells: int) -> Sequence[Line]:
        return self.drawing.moved(move, person, cells)

    def _nothing(self, cells: int) -> Sequence[Line]:
        if not self.ready:
            return ()
        keymap = program(self).keymap
        said = (
            _("Nothing asks for a decision."),
            _("{key} takes in what comes, and sends what goes out").format(
                key=keymap.shown("sync")
            ),
            _("{key} shares a project more").format(key=keymap.shown("new")),
        )
        return (EMPTY, *((Piece(f"   {each}", Ink.MUTED),) for each in said))
