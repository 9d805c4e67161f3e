"""What somebody says about extra updates: one letter answers (P16)."""

from collections.abc import Sequence

from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.one_thing import OneThing, Option
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.notices import Named, Part
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame
from staketerm.tui.screens.subject import Subject


def say_updates(here: Frame, subject: Subject) -> None:
    """Ask for their word on it."""
    answers = {
        "useful": _("finds extra updates useful"),
        "less": _("wants fewer extra updates"),
        "no": _("wants no extra updates"),
    }

    def title() -> Line:
        name = program(here).outlook.veil.name(subject.id, subject.name, subject.kind)
        return (Piece(_("Extra updates:") + " "), Piece(name, Ink.BOLD))

    def said(answer: str) -> Sequence[Part]:
        return (Named(subject.id, subject.name, subject.kind), f" {answers[answer]}")

    here.app.push_screen(
        OneThing(
            title,
            [
                Option("u", answers["useful"], "useful"),
                Option("l", answers["less"], "less"),
                Option("n", answers["no"], "no"),
            ],
            lambda answer: writes.say_updates(subject.id, subject.project, answer),
            said,
            enter=False,
        )
    )
