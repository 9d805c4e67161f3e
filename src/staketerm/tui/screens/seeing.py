"""Saying that an alarm was seen, with a note if one likes (inference 6.1)."""

from datetime import date
from typing import TYPE_CHECKING

from staketerm.locale import _
from staketerm.tui import questions
from staketerm.tui.notices import Named, Part, Private

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from staketerm.tui.screens.frame import Frame
    from staketerm.tui.screens.subject import Subject


def see_alarm(frame: "Frame", subject: "Subject", since: date) -> "AwaitComplete":
    """Ask for a note on the message line; Enter says that the alarm was seen, esc leaves it."""

    def seen(note: str) -> None:
        project = subject.project
        if project is None:
            return
        told: list[Part] = [
            Named(subject.id, subject.name, subject.kind),
            ": " + _("seen; it returns if it cools again") + ".",
        ]
        if note.strip():
            told += [" ", Private(f'"{note.strip()}"')]
        frame.write(questions.mark_seen(subject.id, project, since, note), *told)

    return frame.prompt(_("seen; a note, if you like:"), seen)
