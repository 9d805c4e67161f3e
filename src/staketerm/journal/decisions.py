"""What is due, and what was decided about it: done, skipped, snoozed (F56; design sections 5,
6).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.cadence import check_in_due
from staketerm.domain.due import Act, Proposal, short_ids
from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.text import clean_line
from staketerm.journal.capture import known_kind, log
from staketerm.journal.ledger import close_agreement, close_ask
from staketerm.journal.opening import Journal
from staketerm.journal.plan import Planned, plan, refresh_plan, stored_plan
from staketerm.journal.receipt import Receipt
from staketerm.journal.requests import LogSignal
from staketerm.journal.writing import Writing, involvement_id
from staketerm.locale import _
from staketerm.store.records import Action, Agreement, Ask, Involvement
from staketerm.store.work import Reader

TODAY_SHOWS = 5
"""Acts shown at most, the rest one key on (P25)."""


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

    `acts` have their window open; `coming` open theirs within two weeks, by their latest day;
    `held_back` would be due but for the brake that each names.
    """

    on: date
    acts: tuple[DueAct, ...]
    coming: tuple[DueAct, ...]
    held_back: tuple[DueAct, ...]


def due(journal: Journal, on: date | None = None, project: str | None = None) -> Due:
    """What asks for attention on a day; from the stored plan where it is of that day."""
    day = on or journal.today
    with journal.read() as reader:
        planned = stored_plan(reader, day)
        if planned is None:
            planned = plan(reader, day)
    return _sorted_out(planned, day, project)


def keep_plan(journal: Journal) -> None:
    """Store today's plan for status bars, where it is missing or of another day."""
    with journal.read() as reader:
        if stored_plan(reader, journal.today) is not None:
            return
    with journal.store.write("plan") as work:
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
    otherwise. For a check-in a kind of signal as outcome is logged with it; any other text is kept.
    """
    day = on or journal.today
    with journal.write("done") as writing:
        if act.kind == Act.ASK_OPEN:
            close_ask(writing, act.occasion, day, outcome=outcome or _answered(writing, act))
        elif act.kind == Act.AGREEMENT_DUE:
            close_agreement(writing, act.occasion, outcome or _kept(writing, act, day), day)
        else:
            _check_in_done(writing, act, outcome, day)
    return writing.receipt


def skip(journal: Journal, act: Proposal, why: str) -> Receipt:
    """Leave an act out with a reason; raises UsageError without one."""
    reason = clean_line(why)
    if not reason:
        raise UsageError(_("Say why: the reason is what you learn from."))
    with journal.write("skip") as writing:
        until = _rests_until(writing, act, writing.today) if act.kind == Act.CHECK_IN else None
        _decide(writing, act, "skipped", until=until, why=reason)
    return writing.receipt


def snooze(journal: Journal, act: Proposal, until: date) -> Receipt:
    """Let an act rest until a day to come."""
    if until <= journal.today:
        raise UsageError(_("Snooze to a day to come."))
    with journal.write("snooze") as writing:
        _decide(writing, act, "snoozed", until=until)
    return writing.receipt


def _sorted_out(planned: list[Planned], day: date, project: str | None) -> Due:
    wanted = [each for each in planned if project in (None, each.proposal.project)]
    short = short_ids(each.id for each in wanted)
    acts = [DueAct(short[each.id], each) for each in wanted]
    free = [act for act in acts if act.proposal.brake is None]
    return Due(
        on=day,
        acts=tuple(act for act in free if act.proposal.ideal <= day),
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
    *,
    until: date | None = None,
    why: str | None = None,
    outcome: str | None = None,
) -> None:
    writing.put(
        Action(
            id=derived_id(None, act.kind, act.stakeholder, act.project, act.occasion),
            stakeholder=act.stakeholder,
            project=act.project,
            kind=act.kind,
            occasion=act.occasion,
            state=state,
            on=writing.today,
            until=until,
            why=why,
            outcome=outcome,
        )
    )


def _answered(writing: Writing, act: Proposal) -> str:
    ask = writing.work.get(Ask, act.occasion)
    return {"advice": "given", "invitation": "accepted"}.get(ask.kind if ask else "", "answered")


def _kept(writing: Writing, act: Proposal, day: date) -> str:
    agreement = writing.work.get(Agreement, act.occasion)
    late = agreement is not None and agreement.due is not None and day > agreement.due
    return "late" if late else "kept"


def _check_in_done(writing: Writing, act: Proposal, outcome: str | None, day: date) -> None:
    """Keep what came of a check-in; a kind of signal is logged, and moves the last contact."""
    until = _rests_until(writing, act, day)
    text = clean_line(outcome) if outcome else None
    if text and _is_kind(writing.work, text, day):
        log(
            writing,
            LogSignal(stakeholder=act.stakeholder, kind=text, day=day, project=act.project),
        )
    _decide(writing, act, "done", until=until, outcome=text)


def _is_kind(reader: Reader, word: str, day: date) -> bool:
    try:
        known_kind(reader, word, day)
    except UsageError:
        return False
    return True


def _rests_until(writing: Writing, act: Proposal, day: date) -> date:
    """A check-in that is done or skipped rests for one ideal interval."""
    row = writing.work.get(Involvement, involvement_id(act.stakeholder, act.project))
    window = check_in_due(
        day,
        row.impact if row else None,
        style=row.style if row else None,
        ideal_days=row.ideal_days if row else None,
        latest_days=row.latest_days if row else None,
    )
    return window.ideal if window else day + timedelta(days=1)
