"""Asking what was promised in a meeting: what, until when, and who keeps it (screens S5)."""

from collections.abc import Callable
from datetime import date

from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.dialogs.dialog import Dialog
from staketerm.tui.dialogs.meeting_state import Promised

Done = Callable[[Promised | None], None]


def ask_promise(dialog: Dialog, key: str, day: date, done: Done) -> None:
    """Ask line by line for what was agreed (`key` F) or promised by them (X) on a day.

    `done` gets it, or None where no words were given or the due day can't be read.
    """
    what = _("what did we agree?") if key == "F" else _("what did they promise?")

    def due_next(text: str) -> None:
        if text.strip():
            said = _("due (Enter: no day)")
            dialog.prompt(said, lambda due: _keeper_next(dialog, key, text.strip(), due, day, done))
        else:
            done(None)

    dialog.prompt(what, due_next)


def _keeper_next(dialog: Dialog, key: str, text: str, said: str, day: date, done: Done) -> None:
    try:
        due = parse_day(said, day, toward="future") if said.strip() else None
    except StaketermError as error:
        done(None)
        dialog.fault(error)
        return
    if key == "X":
        done(Promised(key, text, "them", due))
        return

    def kept_by(who: str) -> None:
        done(Promised(key, text, "me" if who.strip() == "1" else "them", due))

    dialog.prompt(_("who keeps it? Enter: them, 1: me"), kept_by)
