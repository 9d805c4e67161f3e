"""The way to the sync screen: straight where one folder is known, else by asking which."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.intake.paths import short_path
from staketerm.tui.program import program
from staketerm.tui.questions import Scope
from staketerm.tui.screens.picker import Choice, Picker
from staketerm.tui.sync import questions

if TYPE_CHECKING:
    from staketerm.exchange.sync.known import KnownShare
    from staketerm.tui.asking import Asking

ANOTHER = Path()
"""In the place of a folder: one that is not known yet."""


class ShareFinder(Picker[Path]):
    """One of several folders, or another one."""

    def __init__(self, known: "Sequence[KnownShare]") -> None:
        super().__init__()
        self._known = tuple(known)

    def caption(self) -> str:
        """What is being chosen."""
        return _("sync through which folder")

    def on_mount(self) -> None:
        """They are all known."""
        self.offer()

    def choices(self, query: str) -> Sequence[Choice[Path]]:
        """The folders that fit; another one is always a choice."""
        app = program(self)
        veil, words = app.outlook.veil, fold(query)
        found = [
            Choice(
                each.share,
                (
                    Piece(veil.text(each.path.name), Ink.BOLD),
                    Piece(f"   {veil.text(each.name)}", Ink.MUTED),
                    Piece(f"   {veil.text(str(short_path(each.path.parent)))}", Ink.MUTED),
                ),
                each.path,
                week_day(each.synced.astimezone(app.zone).date(), app.outlook.today),
            )
            for each in self._known
            if words in fold(f"{each.path} {each.name}")
        ]
        return [*found, Choice("another", (Piece(_("another folder")),), ANOTHER)]


def begin(here: "Asking[Any]") -> None:
    """Open the sync screen, or ask for the folder first."""
    # put, not asked: what is typed meanwhile is for what opens
    here.put(questions.known(), lambda known: _go_on(here, known))


def ask_for_folder(here: "Asking[Any]", folder: Path | None = None) -> None:
    """Open the form of a share, on a folder if one is known."""
    app = program(here)
    if app.read_only:
        app.say_closed()
        return

    def form(found: tuple[str, tuple[Scope, ...]]) -> None:
        from staketerm.tui.dialogs.share import ShareDialog

        app.push_screen(ShareDialog(*found, folder))

    here.put(questions.to_share(), form)


def _go_on(here: "Asking[Any]", known: "tuple[KnownShare, ...]") -> None:
    def chosen(path: Path | None) -> None:
        from staketerm.tui.screens.sync import SyncPage

        if path == ANOTHER:
            ask_for_folder(here)
        elif path is not None:
            program(here).open(SyncPage(path))

    if len(known) > 1:
        program(here).push_screen(ShareFinder(known), chosen)
    else:
        chosen(known[0].path if known else ANOTHER)
