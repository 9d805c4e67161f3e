"""What doing an act brings with it: what came of it is kept, and opens or says something (F56)."""

from datetime import date, timedelta

from staketerm.domain.cadence import Rhythm, rhythm, window_after
from staketerm.domain.consent import standing
from staketerm.domain.errors import UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.nurture.acts import BY_RHYTHM, TURNING, Act, Proposal
from staketerm.domain.text import NAME_LIMIT, clean_line, in_brief
from staketerm.journal.capture import log
from staketerm.journal.ledger import close_agreement, close_ask, open_ask
from staketerm.journal.nurture.consents import consent_of
from staketerm.journal.nurture.nurturing import cases
from staketerm.journal.positions.model import model_on
from staketerm.journal.requests import AskFor, LogSignal
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store.reader import Reader
from staketerm.store.records import Action, Agreement, Ask, Entry

ANSWERED = "answered"
"""The outcome that says no more than that they answered; it is a contact, and moves the cadence."""

USEFUL = ("useful", "less", "no")
"""What can come of the question whether updates are of use (P16)."""

TURNING_RESTS_DAYS = 60
"""What is meant to turn somebody rests this long before it is proposed again."""


def decide(
    writing: Writing,
    act: Proposal,
    state: str,
    on: date,
    *,
    until: date | None = None,
    why: str | None = None,
    outcome: str | None = None,
) -> None:
    """Write down what was decided about an act."""
    writing.put(
        Action(
            id=decision_id(act),
            stakeholder=act.stakeholder,
            project=act.project,
            kind=act.kind,
            occasion=act.occasion,
            state=state,
            on=on,
            until=until,
            why=why,
            outcome=outcome,
        )
    )


def do(writing: Writing, act: Proposal, outcome: str | None, day: date) -> None:
    """Do an act, and keep what came of it; raises UsageError as `decisions.done` does."""
    if act.kind == Act.ASK_OPEN:
        close_ask(writing, act.occasion, day, outcome=outcome or ended_as(writing.work, act, day))
    elif act.kind == Act.AGREEMENT_DUE:
        close_agreement(writing, act.occasion, outcome or ended_as(writing.work, act, day), day)
    else:
        _act_done(writing, act, clean_line(outcome) if outcome else None, day)


def decision_id(act: Proposal) -> str:
    """The id of the row that tells what was decided about an act."""
    return derived_id(None, act.kind, act.stakeholder, act.project, act.occasion)


def ended_as(reader: Reader, act: Proposal, day: date) -> str:
    """How the ask or agreement behind an act ends where nobody says otherwise: answered, given or
    accepted; kept, or late after its day.
    """
    if act.kind == Act.ASK_OPEN:
        ask = reader.get(Ask, act.occasion)
        return {"advice": "given", "invitation": "accepted"}.get(ask.kind if ask else "", ANSWERED)
    agreement = reader.get(Agreement, act.occasion)
    late = agreement is not None and agreement.due is not None and day > agreement.due
    return "late" if late else "kept"


def _act_done(writing: Writing, act: Proposal, outcome: str | None, day: date) -> None:
    """Keep what came of an act, and what it opens or says of them."""
    if day > writing.today:
        raise UsageError(_("What is done has its day; give one that has come."))
    if act.kind == Act.AMBASSADOR_REQUEST and not _may_carry(writing.work, act, writing.today):
        raise UsageError(
            _("There is no consent on record; `staketerm consent WHO granted` writes it down.")
        )
    if act.kind == Act.USEFULNESS_CHECK:
        outcome = usefulness_said(outcome)
    answered = outcome == ANSWERED
    kind = outcome if outcome in model_on(writing.work, writing.today).catalogue else None
    if act.kind == Act.ADVICE_REQUEST:
        _ask_for_advice(writing, act, day, answered=answered or kind == "advice_given")
    elif answered or kind:
        log(
            writing,
            LogSignal(
                stakeholder=act.stakeholder,
                kind=kind or "contact",
                day=day,
                project=act.project,
            ),
        )
    until = rests_until(writing, act, day) if act.kind != Act.STATUS_UPDATE else None
    decide(writing, act, "done", day, until=until, outcome=outcome)


def _may_carry(reader: Reader, act: Proposal, today: date) -> bool:
    """Whether the consent on record covers carrying news on a day."""
    said = consent_of(reader, act.stakeholder, act.project, today)
    return standing(said, today) == "granted"


def usefulness_said(outcome: str | None) -> str:
    """The answer to the question whether updates are of use; saying nothing is no answer."""
    said = {"nuttig": "useful", "minder": "less", "nee": "no", ANSWERED: "useful"}.get(
        (outcome or "").lower(), (outcome or "").lower()
    )
    if said not in USEFUL:
        raise UsageError(_("Say what they answered: useful, less or no."))
    return said


def _ask_for_advice(writing: Writing, act: Proposal, day: date, *, answered: bool) -> None:
    """Advice asked for is a question that waits for its answer, unless it came at once (P6)."""
    plan_asked = writing.work.get(Entry, act.occasion)
    text = (plan_asked.title or plan_asked.text) if plan_asked else None
    ask = open_ask(
        writing,
        AskFor(
            stakeholder=act.stakeholder,
            project=act.project,
            kind="advice",
            text=in_brief(text, NAME_LIMIT) if text else None,
            day=day,
        ),
    )
    if answered:
        close_ask(writing, ask, day, outcome="given")


def rests_until(writing: Writing, act: Proposal, day: date) -> date | None:
    """Until when a decided act rests: by its rhythm for one ideal interval, some weeks for one that
    is meant to turn somebody, for good for one that had its occasion.
    """
    if act.kind in TURNING:
        return day + timedelta(days=TURNING_RESTS_DAYS)
    if act.kind not in BY_RHYTHM:
        return None
    window = window_after(day, _rhythm(writing, act))
    return window.ideal if window else day + timedelta(days=1)


def _rhythm(writing: Writing, act: Proposal) -> Rhythm:
    case = cases(writing.work, writing.today, [act.stakeholder]).of(act.project)
    return case.rhythm if case else rhythm(None, None)
