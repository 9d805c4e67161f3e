"""What came of an act, why it is left out, until when it rests: `d`, `x` and `s` (screens 5)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError
from staketerm.domain.nurture.acts import Act
from staketerm.locale import N_, _
from staketerm.tui import writes
from staketerm.tui.dialogs.ending import outcome_words, outcomes
from staketerm.tui.dialogs.kind_keys import KINDS, OPENING
from staketerm.tui.dialogs.one_thing import OneThing, Option
from staketerm.tui.drawing.act_words import addressed, around_name, capital
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named, Part, Private, fault
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.tui.screens.frame import Frame

NOTHING_YET = ""
"""The outcome of an act of which nothing came so far."""

ANSWERED = "answered"

TOLD = (N_("told already"), N_("somebody else tells it"), N_("not the moment"), N_("of no use"))
ASKED = (N_("asked already"), N_("somebody else asks"), N_("not the moment"), N_("too much to ask"))
MET = (N_("spoke already"), N_("somebody else does it"), N_("not the moment"), N_("not needed now"))
OPEN = (
    N_("no longer needed"),
    N_("somebody else does it"),
    N_("not the moment"),
    N_("comes later"),
)

REASONS = {
    Act.STATUS_UPDATE: TOLD,
    Act.RISK_ALERT: TOLD,
    Act.CELEBRATION: TOLD,
    Act.THANK_YOU: TOLD,
    Act.LOOP_CLOSING: TOLD,
    Act.ADVICE_REQUEST: ASKED,
    Act.AMBASSADOR_REQUEST: ASKED,
    Act.USEFULNESS_CHECK: ASKED,
    Act.ROUTE_REQUEST: ASKED,
    Act.VISIBLE_DEED: ASKED,
    Act.CHECK_IN: MET,
    Act.PRIVATE_TALK: MET,
    Act.ASK_OPEN: OPEN,
    Act.AGREEMENT_DUE: OPEN,
}
"""Why an act of each kind may be left out: four reasons by digit."""


ENDING = (Act.ASK_OPEN, Act.AGREEMENT_DUE)
"""Acts that end an ask or agreement."""

IN_A_WORD = (*ENDING, Act.USEFULNESS_CHECK)
"""Acts of which one of a few things comes."""

WITHOUT_SIGNAL = (*IN_A_WORD, Act.ADVICE_REQUEST)
"""Acts whose outcome is no signal: what comes of advice is its answer."""


class ActDone(OneThing):
    """What came of an act, where a letter of the log dialog is an answer too."""

    def press(self, key: str, character: str) -> bool:
        """An answer, or the letter of a signal."""
        if super().press(key, character):
            return True
        kind = KINDS.get("space" if key == "space" else character)
        if kind is None or kind in OPENING:
            return False
        self.answer(kind)
        return True


def act_done(here: "Frame", act: "DueAct", *, kind: str, by: str, late: bool) -> None:
    """Ask what came of an act; `kind` and `by` are those of the ask or agreement behind it."""
    proposal = act.proposal

    def said(outcome: str) -> Sequence[Part]:
        before, after = around_name(proposal.kind)
        came = f", {outcome_words(outcome)}" if proposal.kind in ENDING else ""
        who = Named(proposal.stakeholder, act.planned.name)
        return (_("done: {act}").format(act=before), who, f"{after}{came}.")

    signals = program(here).outlook.scored and proposal.kind not in WITHOUT_SIGNAL
    sheet = ActDone if signals else OneThing
    program(here).push_screen(
        sheet(
            _question(here, act, _("What came of it?")),
            _answers(proposal.kind, kind, by, late=late, signals=signals),
            lambda outcome: writes.act_done(proposal, outcome or None),
            said,
            in_words="" if proposal.kind in IN_A_WORD else _("Words"),
            enter=proposal.kind != Act.USEFULNESS_CHECK,
        )
    )


def _answers(act: str, kind: str, by: str, *, late: bool, signals: bool) -> tuple[Option, ...]:
    """What can come of an act, the likeliest first."""
    if act in ENDING:
        table = "agreement" if act == Act.AGREEMENT_DUE else "ask"
        return outcomes(table, kind, by, late=late)
    if act == Act.USEFULNESS_CHECK:
        return (
            Option("u", _("they are of use"), "useful"),
            Option("l", _("less: half as often from now on"), "less"),
            Option("n", _("no more of them"), "no"),
        )
    if act == Act.ADVICE_REQUEST:
        return (
            Option("Enter", _("asked; the advice is to come"), NOTHING_YET),
            Option("a", _("the advice came at once"), ANSWERED),
        )
    usual = (
        Option("Enter", _("nothing yet"), NOTHING_YET),
        Option("a", _("answered"), ANSWERED),
    )
    letter = Option("f .. p", _("a letter of the log dialog: that signal"), "contact")
    return (*usual, letter) if signals else usual


def skip_act(here: "Frame", act: "DueAct") -> None:
    """Ask why not: four reasons by digit, or in words."""
    proposal = act.proposal
    options = tuple(
        Option(str(digit), _(reason), _(reason))
        for digit, reason in enumerate(REASONS[Act(proposal.kind)], 1)
    )

    def said(reason: str) -> Sequence[Part]:
        before, after = around_name(proposal.kind)
        who = Named(proposal.stakeholder, act.planned.name)
        return (_("skipped: {act}").format(act=before), who, f"{after}, ", Private(reason), ".")

    program(here).push_screen(
        OneThing(
            _question(here, act, _("Why not?")),
            options,
            lambda reason: writes.act_skipped(proposal, reason),
            said,
            in_words=_("Words"),
            enter=False,
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
        before, after = around_name(proposal.kind)
        said = _("rests until {day}").format(day=week_day(until, today))
        who = Named(proposal.stakeholder, act.planned.name)
        lead = (capital(before), who, f"{after} {said}.")
        here.write(writes.act_snoozed(proposal, until), *lead)

    here.prompt(_("until (days, or a day)"), answered)


def bring_act_back(here: "Frame", act: "DueAct") -> None:
    """Take a snoozed act up now."""
    before, after = around_name(act.proposal.kind)
    who = Named(act.proposal.stakeholder, act.planned.name)
    lead = (capital(before), who, f"{after} " + _("is back") + ".")
    here.write(writes.act_brought_back(act.proposal), *lead)


def snooze_day(text: str, today: date) -> date:
    """The day that `text` says: a bare number is days from today; raises UsageError."""
    text = text.strip()
    if text.isdecimal() and len(text) <= 3:
        return today + timedelta(days=int(text))
    return parse_day(text, today, toward="future")


def _question(here: "Frame", act: "DueAct", question: str) -> Callable[[], Line]:
    app = program(here)

    def title() -> Line:
        name = app.outlook.veil.name(act.proposal.stakeholder, act.planned.name)
        said = addressed(act.proposal.kind, name)
        return (Piece(f"{question}  ", Ink.BOLD), Piece(said, Ink.MUTED))

    return title
