"""An ask or an agreement, mine or theirs (screens 2, `a`)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.days import Toward, parse_day
from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs.form import Form, Spec
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Subject

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt


class AskForm(Form):
    """What was asked or promised, by whom, when, and until when."""

    WHOLE = False

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject

    def caption(self) -> Line:
        """Whom it concerns."""
        who = self.subject
        name = program(self).outlook.veil.name(who.id, who.name, who.kind)
        return (Piece(_("Ask or agreement with") + " "), Piece(name, Ink.BOLD))

    def specs(self) -> Sequence[Spec]:
        """Kind, side, text and the two days."""
        return (
            Spec("text", _("what"), "", _("dates for street 2")),
            Spec(
                "kind",
                _("kind"),
                "mail",
                options=(
                    ("mail", _("mail")),
                    ("advice", _("advice")),
                    ("invitation", _("invitation")),
                    ("agreement", _("agreement")),
                ),
            ),
            Spec(
                "by",
                _("by"),
                "me",
                options=(("me", _("me: I ask, I promise")), ("them", _("them"))),
            ),
            Spec("on", _("day"), "", _("today; or a day as you say it")),
            Spec("due", _("due"), "", _("such as fri, 1 dec, +2w; may stay empty")),
        )

    def submit(self, values: Mapping[str, str]) -> None:
        """Open the ask, or write the promise down."""
        today = program(self).outlook.today
        try:
            on = self._day("on", values["on"], today, "past") or today
            due = self._day("due", values["due"], on, "future")
        except StaketermError as error:
            self.fault(error)
            return
        common = {
            "stakeholder": self.subject.id,
            "project": self.subject.project,
            "by": values["by"] or "me",
            "day": on,
            "due": due,
        }
        if values["kind"] == "agreement":
            if not values["text"]:
                self.say(Piece(_("What was agreed?"), Ink.FAULT))
                self.focus_on("text")
                return
            self.write(
                writes.agree({**common, "text": values["text"]}),
                lambda receipt: self._wrote(receipt, _("agreement noted"), due),
            )
        else:
            ask = {**common, "kind": values["kind"] or "mail", "text": values["text"] or None}
            self.write(writes.ask(ask), lambda receipt: self._wrote(receipt, _("ask noted"), due))

    def _day(self, field: str, text: str, today: date, toward: Toward) -> date | None:
        if not text:
            return None
        try:
            return parse_day(text, today, toward=toward)
        except StaketermError:
            self.focus_on(field)
            raise

    def _wrote(self, receipt: "Receipt", what: str, due: date | None) -> None:
        who, today = self.subject, program(self).outlook.today
        said = _("{what}, due {day}").format(what=what, day=week_day(due, today)) if due else what
        self.done(receipt, Named(who.id, who.name, who.kind), f": {said}.")
