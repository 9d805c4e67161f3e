"""What came of an ask, an agreement, an act: the sheets of `d`, `x` and `s` (screens 5)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.kind_keys import KINDS
from staketerm.tui.dialogs.one_thing import OneThing, Option
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.drawing.words import word
from staketerm.tui.notices import Named, Part, fault
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.decisions import DueAct
    from staketerm.journal.ledger import OpenItem
    from staketerm.tui.screens.frame import Frame

NOTHING_YET = ""
"""The outcome of an act of which nothing came so far."""


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
            outcome=_outcome_words(outcome), day=week_day(today, today)
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


def _outcome_words(outcome: str) -> str:
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


class CheckInDone(OneThing):
    """What came of a check-in: nothing yet, an answer, a signal by its letter, or words."""

    def press(self, key: str, character: str) -> bool:
        """A letter of the log dialog is the signal that came of it."""
        if super().press(key, character):
            return True
        kind = KINDS.get("space" if key == "space" else character)
        if kind is not None:
            self.answer(kind)
        return kind is not None


def act_done(here: "Frame", act: "DueAct", *, kind: str, by: str, late: bool) -> None:
    """Ask what came of an act; `kind` and `by` are those of the ask or agreement behind it."""
    app, proposal = program(here), act.proposal

    def lead(outcome: str) -> Sequence[Part]:
        said = _("done: {act}").format(act=word(proposal.kind))
        who = Named(proposal.stakeholder, act.planned.name)
        return (f"{said}, ", who, f", {_outcome_words(outcome)}." if outcome else ".")

    def writing(outcome: str) -> "writes.Writes":
        return writes.act_done(proposal, outcome or None)

    title = _act_title(here, act, _("What came of it?"))
    if proposal.kind == "check_in":
        options = (
            Option("Enter", _("nothing yet"), NOTHING_YET),
            Option("a", _("answered"), "mail_answered"),
            Option("f .. p", _("a letter of the log dialog: that signal"), "contact"),
        )
        app.push_screen(CheckInDone(title, options, writing, lead, in_words=_("Words")))
        return
    table = "agreement" if proposal.kind == "agreement_due" else "ask"
    app.push_screen(OneThing(title, outcomes(table, kind, by, late=late), writing, lead))


def skip_act(here: "Frame", act: "DueAct") -> None:
    """Ask why not: four reasons by digit, or in words."""
    proposal = act.proposal
    options = (
        Option("1", _("not needed now"), _("not needed now")),
        Option("2", _("somebody else does it"), _("somebody else does it")),
        Option("3", _("not the moment"), _("not the moment")),
        Option("4", _("of no use to them"), _("of no use to them")),
    )

    def lead(_reason: str) -> Sequence[Part]:
        said = _("skipped: {act}").format(act=word(proposal.kind))
        return (f"{said}, ", Named(proposal.stakeholder, act.planned.name), ".")

    program(here).push_screen(
        OneThing(
            _act_title(here, act, _("Why not?")),
            options,
            lambda reason: writes.act_skipped(proposal, reason),
            lead,
            in_words=_("Words"),
        )
    )


def snooze_act(here: "Frame", act: "DueAct") -> None:
    """Ask until when: a number of days, or a day as people say it."""
    app, proposal = program(here), act.proposal
    today = app.outlook.today

    def answered(text: str) -> None:
        try:
            until = snooze_day(text, today)
        except StaketermError as error:
            app.tell(fault(error))
            return
        said = _("rests until {day}").format(day=week_day(until, today))
        who = Named(proposal.stakeholder, act.planned.name)
        here.write(writes.act_snoozed(proposal, until), who, f": {word(proposal.kind)} {said}.")

    here.prompt(_("until (days, or a day)"), answered)


def snooze_day(text: str, today: date) -> date:
    """The day that `text` says: a bare number is days from today; raises UsageError."""
    text = text.strip()
    if text.isdecimal() and len(text) <= 3:
        return today + timedelta(days=int(text))
    return parse_day(text, today, toward="future")


def _act_title(here: "Frame", act: "DueAct", question: str) -> Callable[[], Line]:
    app = program(here)

    def title() -> Line:
        name = app.outlook.veil.name(act.proposal.stakeholder, act.planned.name)
        return (
            Piece(f"{question}  ", Ink.BOLD),
            Piece(f"{word(act.proposal.kind)}, {name}", Ink.MUTED),
        )

    return title
