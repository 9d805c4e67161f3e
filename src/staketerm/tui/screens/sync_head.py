"""The head of the sync screen: who is here, what comes in, what goes out, what stays home."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from staketerm.locale import _
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart
from staketerm.tui.drawing.sync import SyncDrawing, called
from staketerm.tui.program import program
from staketerm.tui.screens.sync_rows import SyncSections
from staketerm.tui.sync.questions import Stands
from staketerm.tui.sync.words import went
from staketerm.tui.widgets.drawn import Fixed, OneLine
from staketerm.tui.widgets.footer import Hints, KeyFooter

if TYPE_CHECKING:
    from staketerm.exchange.plan import Progress


class Title(OneLine):
    """Which folder, and when the last sync was."""

    ground = "panel"

    def line(self, cells: int) -> Line:
        """The title of the page it is on."""
        page = self.screen
        return page.title_line(cells) if isinstance(page, SyncHead) else EMPTY


class SyncHead(SyncSections):
    """A page on one share that tells how it stands."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._stands: Stands | None = None
        self._coming = ""
        """What a sync would bring in, in words."""
        self._just: tuple[str, str] | None = None
        """What came in and what was sent, until something else is written."""
        self._at: Progress | None = None
        self._fault = ""
        self._syncing = False
        self._looking = False

    def top(self) -> ComposeResult:
        """A title in the place of the bar."""
        yield Title()

    def body(self) -> ComposeResult:
        """Who is here and what comes and goes; below it all that asks for a look."""
        yield Fixed(self._head)
        yield self.make_rows()

    @property
    def drawing(self) -> SyncDrawing:
        """What lines are drawn with now."""
        app = program(self)
        return SyncDrawing(app.look, app.outlook.veil, app.outlook.today, app.zone)

    def redraw(self) -> None:
        """Everything anew; rows hold their lines as they were drawn."""
        self.rows.lay_out()
        super().redraw()
        for footer in self.query(KeyFooter):
            footer.redraw()

    def hints(self, cells: int) -> Hints:
        """The keys that the selected row answers to."""
        left: list[str | tuple[str, ...]] = [("down", "up")]
        if self.twin is not None:
            left += ["same", "skip"]
        elif self.conflicts:
            left += ["keep_mine", "keep_theirs", "same", "mark"]
        elif self.held_back is not None:
            left += ["ask"]
        left += ["open"] if self.subject is not None else []
        return Hints(left=(*left, "sync", "new"), right=("keys",), words=self._words())

    def _words(self) -> dict[str, str]:
        """What some keys do here and now."""
        if self.twin is not None:
            return {"same": _("they are one")}
        if self.conflicts:
            one, other = called(self.conflicts[0])
            return {"keep_mine": one, "keep_theirs": other}
        return {}

    def title_line(self, cells: int) -> Line:
        """Which folder, and when the last sync was."""
        app = program(self)
        name = app.outlook.veil.text(self._path.name)
        start = (Piece(" " + _("Sync: folder") + " "), Piece(f'"{name}"', Ink.BOLD))
        last = self._stands.last if self._stands else None
        said = _("last {moment}").format(moment=self.drawing.moment(last)) if last else ""
        back = f"{app.keymap.shown('escape')} {_('back')}"
        return apart(start, (Piece(f"{said}   {back} "),), cells, app.look.ellipsis)

    def _head(self, cells: int) -> Sequence[Line]:
        drawing = self.drawing
        lines: list[Line] = []
        if self._stands is not None:
            here = drawing.people(self._stands.standing.people) or _("nobody yet")
            lines += drawing.told(_("who is here"), here, cells)
        if self._fault:
            words = drawing.veil.text(self._fault)
            return [*lines, *drawing.told(_("not done"), words, cells, Ink.FAULT)]
        if self._stands is None:
            return [*lines, (Piece(f" {_('reading ...')}", Ink.MUTED),)]
        home = ", ".join(drawing.home(self._stands.standing.home)) or _("nothing")
        return [
            *lines,
            *self._coming_and_going(self._stands, cells),
            *drawing.told(_("stays home"), home, cells),
        ]

    def _coming_and_going(self, stands: Stands, cells: int) -> Sequence[Line]:
        drawing, out = self.drawing, stands.standing.out
        if self._just is not None and not self._syncing:
            came_in, sent = self._just
            return drawing.two((_("came in"), came_in), (_("sent"), sent), cells)
        going = (_("goes out"), went(out))
        if program(self).read_only:
            said = _("not looked at: this journal is open for reading only")
            return [*drawing.told(_("comes in"), said, cells), *drawing.told(*going, cells)]
        if self._looking or self._syncing:
            return [
                *drawing.told(_("comes in"), self._under_way(), cells, Ink.MUTED),
                *(drawing.told(_("goes out"), self._going() or went(out), cells)),
            ]
        moving = drawing.moving([move for _person, move in self.moves(done=False)])
        return [
            *drawing.two((_("comes in"), self._coming), going, cells),
            *(drawing.told(_("would move"), moving, cells) if moving else ()),
        ]

    def _under_way(self) -> str:
        """How far what comes in is."""
        at = self._at
        if at is None or at.writes:
            return _("reading ...") if at is None else _("read")
        return replace(at, what=program(self).outlook.veil.text(at.what)).words

    def _going(self) -> str:
        """How far what goes out is; empty until then."""
        return self._at.words if self._at is not None and self._at.writes else ""
