"""Consent to carry news to others: one more word, said by a letter (P20)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from staketerm.domain import consent
from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError, UsageError
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs import questions
from staketerm.tui.dialogs.form import Form, Spec
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.words import word
from staketerm.tui.notices import Named
from staketerm.tui.program import program
from staketerm.tui.screens.doing import Doing
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.page import Profile

FOLLOWS = {"none": "asked", "asked": "granted", "granted": "withdrawn"}
"""The word that is likeliest next; after a no or an end, asking again."""


def say_consent(here: Doing, subject: Subject) -> None:
    """Open the form on somebody, once it is known what was said before."""

    def have(known: "Profile") -> None:
        here.app.push_screen(ConsentForm(known))

    here.ask(questions.profile(subject.id, subject.project), have, group="profile")


class ConsentForm(Form):
    """What they said, what it covers, how much and how long."""

    WHOLE = False

    def __init__(self, known: "Profile") -> None:
        super().__init__()
        self.known = known

    def caption(self) -> Line:
        """Whom it concerns, and how it stands."""
        app, who = program(self), self.known
        name = app.outlook.veil.name(who.id, who.name, who.kind)
        stands = consent.said(who.consent, app.outlook.today)
        return (
            Piece(_("Consent to carry news:") + " "),
            Piece(name, Ink.BOLD),
            Piece(f"  {stands}", Ink.MUTED),
        )

    def specs(self) -> Sequence[Spec]:
        """The word, its scope, its bounds, its day."""
        last, today = self.known.consent, program(self).outlook.today
        likely = FOLLOWS.get(consent.standing(last, today), "asked")
        states = tuple((state, word(state)) for state in consent.STATES)
        return (
            Spec("state", _("said"), likely, options=states),
            Spec("scope", _("what for"), "", _("such as the pilot street, in their own team")),
            Spec("load", _("how much"), "", _("tasks in a quarter at most, such as 2")),
            Spec("until", _("until"), "", _("the last day it holds; may stay empty")),
            Spec("on", _("day"), "", _("today; or a day as you say it")),
        )

    def submit(self, values: Mapping[str, str]) -> None:
        """Write the word down."""
        who = self.known
        try:
            request = self._request(values)
        except StaketermError as error:
            self.fault(error)
            return
        said = ": " + _("consent {word}").format(word=word(values["state"])) + "."

        def wrote(receipt: "Receipt") -> None:
            self.done(receipt, Named(who.id, who.name, who.kind), said)

        self.write(writes.say_consent(request), wrote)

    def _request(self, values: Mapping[str, str]) -> dict[str, object]:
        today, load = program(self).outlook.today, values["load"]
        if load and not load.isdecimal():
            self.focus_on("load")
            raise UsageError(_("{text}: give a number of tasks, such as 2").format(text=load))
        day = parse_day(values["on"], today, toward="past") if values["on"] else today
        until = parse_day(values["until"], today, toward="future") if values["until"] else None
        return {
            "stakeholder": self.known.id,
            "project": self.known.project,
            "state": values["state"],
            "scope": values["scope"] or None,
            "load": int(load) if load else None,
            "until": until,
            "day": day,
        }
