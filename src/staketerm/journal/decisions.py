"""What is due, and what was decided about it: done, skipped, snoozed (F56; design sections 5,
6).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.cadence import Rhythm, rhythm, window_after
from staketerm.domain.consent import standing
from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.nurture.acts import (
    BY_RHYTHM,
    FALLING_DUE,
    TURNING,
    Act,
    Proposal,
    short_ids,
    todays,
)
from staketerm.domain.text import clean_line
from staketerm.journal.capture import known_kind, log
from staketerm.journal.consents import consent_of
from staketerm.journal.ledger import close_agreement, close_ask, open_ask
from staketerm.journal.nurturing import cases
from staketerm.journal.opening import Journal
from staketerm.journal.plan import (
    HORIZON_DAYS,
    Planned,
    plan,
    planned_ids,
    refresh_plan,
    stored_plan,
)
from staketerm.journal.receipt import Receipt
from staketerm.journal.requests import AskFor, LogSignal
from staketerm.journal.standing import lapsed_pairs, refold
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store.records import Action, Agreement, Ask, Entry
from staketerm.store.work import Reader

ANSWERED = "answered"
"""The outcome that says no more than that they answered; it is a contact, and moves the cadence."""

USEFUL = ("useful", "less", "no")
"""What can come of the question whether updates are of use (P16)."""

TURNING_RESTS_DAYS = 60
"""What is meant to turn somebody rests this long before it is proposed again."""


@dataclass(frozen=True, slots=True)
class DueAct:
    """A proposal with its short id and the words to show it by."""

    id: str
    planned: Planned

    @property
    def proposal(self) -> Proposal:
        """The proposal itself."""
        return self.planned.proposal


@dataclass(frozen=True, slots=True)
class Due:
    """What asks for attention on a day, most pressing first.

    `acts` have their window open, and `today` are those of them to do on this day, five at most;
    `falls_due` are the open asks and agreements among them. `coming` open theirs within two weeks,
    by their latest day; `held_back` would be due but for the brake that each names.
    """

    on: date
    acts: tuple[DueAct, ...]
    today: tuple[DueAct, ...]
    coming: tuple[DueAct, ...]
    held_back: tuple[DueAct, ...]

    @property
    def to_do(self) -> tuple[DueAct, ...]:
        """The open acts that were not asked for or promised."""
        return tuple(act for act in self.acts if act.proposal.kind not in FALLING_DUE)

    @property
    def falls_due(self) -> tuple[DueAct, ...]:
        """The open asks and agreements."""
        return tuple(act for act in self.acts if act.proposal.kind in FALLING_DUE)


def due(
    journal: Journal,
    on: date | None = None,
    project: str | None = None,
    horizon: int = HORIZON_DAYS,
) -> Due:
    """What asks for attention on a day and up to so many days after it; from the stored plan where
    it answers for that.
    """
    day = on or journal.today
    with journal.read() as reader:
        planned = stored_plan(reader, day) if horizon == HORIZON_DAYS else None
        if planned is None:
            planned = plan(reader, day, horizon=horizon)
    return _sorted_out(planned, day, project)


def due_with(
    journal: Journal, stakeholder: str, on: date | None = None, project: str | None = None
) -> Due:
    """The queue of one stakeholder, in one project or in all."""
    day = on or journal.today
    with journal.read() as reader:
        planned = stored_plan(reader, day, [stakeholder])
        others = planned_ids(reader) if planned is not None else []
        if planned is None:
            planned = plan(reader, day, [stakeholder])
    return _sorted_out(planned, day, project, others)


def keep_plan(journal: Journal) -> None:
    """Store today's plan for status bars, where it is missing or of another day, and the positions
    that have lapsed. Raises JournalLocked at once where somebody else is writing: who reads does
    not wait.
    """
    with journal.read() as reader:
        if stored_plan(reader, journal.today) is not None:
            return
    with journal.store.write("plan", wait=0) as work:
        refold(work, lapsed_pairs(work, journal.today), journal.today)
        refresh_plan(work, journal.today)


def find_act(journal: Journal, act_id: str) -> DueAct:
    """The act of an id or its beginning; raises NotFound or Ambiguous."""
    answer = due(journal)
    begun = [
        act
        for act in (*answer.acts, *answer.coming, *answer.held_back)
        if act.planned.id.startswith(act_id.lower())
    ]
    if not begun:
        raise NotFound(_("There is no act {id}; `staketerm due` lists them.").format(id=act_id))
    if len(begun) > 1:
        raise Ambiguous(_("Which act?"), tuple(act.id for act in begun))
    return begun[0]


def done(
    journal: Journal, act: Proposal, *, outcome: str | None = None, on: date | None = None
) -> Receipt:
    """Say that an act is done and what came of it.

    An ask counts as answered and an agreement as kept (late after its day), unless `outcome` says
    otherwise. Of the other acts, a kind of signal as outcome is logged with it, "answered" is a
    contact, any other text is kept. Advice asked for is an open ask from then on. What is done
    already is not done again: saying it twice writes nothing.

    Raises UsageError for a day still to come, for an ambassador act without consent (P20), and for
    an answer to the usefulness check that is none.
    """
    day = on or journal.today
    with journal.write("done") as writing:
        if not _is_done(writing.work, act, day):
            _do(writing, act, outcome, day)
    return writing.receipt


def skip(journal: Journal, act: Proposal, why: str) -> Receipt:
    """Leave an act out with a reason; raises UsageError without one."""
    reason = clean_line(why)
    if not reason:
        raise UsageError(_("Say why: the reason is what you learn from."))
    with journal.write("skip") as writing:
        until = _rests_until(writing, act, writing.today)
        _decide(writing, act, "skipped", writing.today, until=until, why=reason)
    return writing.receipt


def snooze(journal: Journal, act: Proposal, until: date) -> Receipt:
    """Let an act rest until a day to come."""
    if until <= journal.today:
        raise UsageError(_("Snooze to a day to come."))
    with journal.write("snooze") as writing:
        _decide(writing, act, "snoozed", writing.today, until=until)
    return writing.receipt


def _sorted_out(
    planned: list[Planned], day: date, project: str | None, others: Iterable[str] = ()
) -> Due:
    """The acts by what they ask for; `others` are the ids that theirs must differ from."""
    short = short_ids([*others, *(each.id for each in planned)])
    acts = [
        DueAct(short[each.id], each) for each in planned if project in (None, each.proposal.project)
    ]
    free = [act for act in acts if act.proposal.brake is None]
    open_now = tuple(act for act in free if act.proposal.ideal <= day)
    to_do = [act for act in open_now if act.proposal.kind not in FALLING_DUE]
    chosen = todays([(act.proposal.kind, act.proposal.latest) for act in to_do], day)
    return Due(
        on=day,
        acts=open_now,
        today=tuple(to_do[place] for place in chosen),
        coming=tuple(
            sorted(
                (act for act in free if act.proposal.ideal > day),
                key=lambda act: act.proposal.latest,
            )
        ),
        held_back=tuple(
            act for act in acts if act.proposal.brake is not None and act.proposal.ideal <= day
        ),
    )


def _decide(
    writing: Writing,
    act: Proposal,
    state: str,
    on: date,
    *,
    until: date | None = None,
    why: str | None = None,
    outcome: str | None = None,
) -> None:
    writing.put(
        Action(
            id=_decision_id(act),
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


def _do(writing: Writing, act: Proposal, outcome: str | None, day: date) -> None:
    if act.kind == Act.ASK_OPEN:
        close_ask(writing, act.occasion, day, outcome=outcome or ended_as(writing.work, act, day))
    elif act.kind == Act.AGREEMENT_DUE:
        close_agreement(writing, act.occasion, outcome or ended_as(writing.work, act, day), day)
    else:
        _act_done(writing, act, clean_line(outcome) if outcome else None, day)


def _is_done(reader: Reader, act: Proposal, day: date) -> bool:
    """Whether an act was done and still rests, or the ask or agreement behind it has ended."""
    if act.kind == Act.ASK_OPEN:
        ask = reader.get(Ask, act.occasion)
        return ask is not None and ask.outcome is not None
    if act.kind == Act.AGREEMENT_DUE:
        agreement = reader.get(Agreement, act.occasion)
        return agreement is not None and agreement.outcome is not None
    row = reader.get(Action, _decision_id(act))
    return (
        row is not None
        and row.state == "done"
        and (row.until is None or max(day, row.on) < row.until)
    )


def _decision_id(act: Proposal) -> str:
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
    kind = outcome if outcome and _is_kind(writing.work, outcome, day) else None
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
    until = _rests_until(writing, act, day) if act.kind != Act.STATUS_UPDATE else None
    _decide(writing, act, "done", day, until=until, outcome=outcome)


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
            text=clean_line(text) if text else None,
            day=day,
        ),
    )
    if answered:
        close_ask(writing, ask, day, outcome="given")


def _is_kind(reader: Reader, word: str, day: date) -> bool:
    try:
        known_kind(reader, word, day)
    except UsageError:
        return False
    return True


def _rests_until(writing: Writing, act: Proposal, day: date) -> date | None:
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
