"""What came of an ask or an agreement: the sheet of `d` on one that is open (screens 5)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.one_thing import OneThing, Option
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named, Part
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.ledger import OpenItem
    from staketerm.tui.screens.frame import Frame


def settle(here: "Frame", item: "OpenItem") -> None:
    """Ask what came of an open ask or agreement, and write it down as of today."""
    app = program(here)
    today = app.outlook.today

    def title() -> Line:
        veil = app.outlook.veil
        return (
            Piece(_("What came of it?") + "  ", Ink.BOLD),
            Piece(veil.name(item.stakeholder, item.name) + ", "),
            Piece(veil.text(item.title), Ink.MUTED),
        )

    def lead(outcome: str) -> Sequence[Part]:
        said = _("{outcome}, {day}").format(
            outcome=outcome_words(outcome), day=week_day(today, today)
        )
        return (Named(item.stakeholder, item.name), f": {said}.")

    late = item.due is not None and today > item.due
    app.push_screen(
        OneThing(
            title,
            outcomes(item.table, item.kind, item.by, late=late),
            lambda outcome: writes.close_item(item.table, item.id, outcome, today),
            lead,
        )
    )


def outcomes(table: str, kind: str, by: str, *, late: bool) -> tuple[Option, ...]:
    """The ways in which an ask or agreement can end, the likeliest first."""
    if table == "agreement":
        kept = Option("k", _("kept"), "kept")
        after = Option("l", _("kept, but late"), "late")
        first = (after, kept) if late else (kept, after)
        return (
            *first,
            Option("b", _("not kept"), "broken"),
            Option("r", _("agreed anew"), "renegotiated"),
            Option("c", _("called off"), "cancelled"),
        )
    gone = Option("w", _("no longer needed"), "withdrawn")
    if by == "them":
        return (Option("a", _("answered"), "answered"), gone)
    if kind == "advice":
        given = Option("a", _("gave it"), "given")
        return (given, Option("r", _("declined to give it"), "refused"), gone)
    if kind == "invitation":
        came = Option("a", _("accepted"), "accepted")
        return (came, Option("r", _("declined"), "declined"), gone)
    return (Option("a", _("answered"), "answered"), gone)


def outcome_words(outcome: str) -> str:
    """What came of it, as the message line says it."""
    said = {
        "kept": _("kept"),
        "late": _("kept, but late"),
        "broken": _("not kept"),
        "renegotiated": _("agreed anew"),
        "cancelled": _("called off"),
        "withdrawn": _("no longer needed"),
        "answered": _("answered"),
        "given": _("advice given"),
        "refused": _("declined"),
        "accepted": _("accepted"),
        "declined": _("declined"),
    }
    return said.get(outcome, outcome)
