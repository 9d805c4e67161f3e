"""What is due, and what was decided about it: done, skipped, snoozed (F56; design sections 5,
6).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.domain.nurture.acts import (
    FALLING_DUE,
    Act,
    Proposal,
    short_ids,
    todays,
)
from staketerm.domain.text import clean_line
from staketerm.domain.vocabulary import word
from staketerm.journal.nurture.outcomes import decide, decision_id, do, rests_until
from staketerm.journal.nurture.plan import (
    HORIZON_DAYS,
    Planned,
    plan,
    planned_ids,
    refresh_plan,
    stored_plan,
)
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.standing import lapsed_pairs, refold
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store.reader import Reader
from staketerm.store.records import Action, Agreement, Ask

CANDIDATES = 20
"""So many acts are named where it is not clear which is meant."""


@dataclass(frozen=True, slots=True)
class DueAct:
    """A proposal with its short id and the words to show it by."""

    id: str
    planned: Planned

    @property
    def proposal(self) -> Proposal:
        """The proposal itself."""
        return self.planned.proposal

    @property
    def pair(self) -> Pair:
        """Whom it is for, in which project."""
        return self.proposal.stakeholder, self.proposal.project


@dataclass(frozen=True, slots=True)
class Due:
    """What asks for attention on a day, most pressing first.

    `acts` have their window open, and `today` are those of them to do on this day, five at most;
    `falls_due` are the open asks and agreements among them. `coming` open theirs within two weeks,
    by their latest day; `held_back` would be due but for the brake that each names; `snoozed` rest
    until the day each was put off to, the soonest first.
    """

    on: date
    acts: tuple[DueAct, ...]
    today: tuple[DueAct, ...]
    coming: tuple[DueAct, ...]
    held_back: tuple[DueAct, ...]
    snoozed: tuple[DueAct, ...] = ()

    @property
    def to_do(self) -> tuple[DueAct, ...]:
        """The open acts that were not asked for or promised."""
        return tuple(act for act in self.acts if act.proposal.kind not in FALLING_DUE)

    @property
    def every(self) -> tuple[DueAct, ...]:
        """All of them, the open ones first."""
        return (*self.acts, *self.coming, *self.held_back, *self.snoozed)

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
    """The act of an id or its beginning, a snoozed one too; raises NotFound, and Ambiguous with
    the acts that begin so, each told by its id first.
    """
    answer, begin = due(journal), act_id.strip().lower()
    begun = [act for act in answer.every if act.planned.id.startswith(begin)]
    if not begun:
        raise NotFound(_("There is no act {id}; `staketerm due` lists them.").format(id=act_id))
    if len(begun) > 1 or not begin:
        shown = tuple(_told(act) for act in begun[:CANDIDATES])
        more = _("Which act? {n} of {all}:").format(n=len(shown), all=len(begun))
        raise Ambiguous(more if len(shown) < len(begun) else _("Which act?"), shown)
    return begun[0]


def _told(act: DueAct) -> str:
    """An act on one line: `3f2a  check-in, Ada Lens, Graafloket`."""
    planned = act.planned
    said = (word(act.proposal.kind), planned.name, planned.project_name)
    return f"{act.id}  {', '.join(said)}"


def done(
    journal: Journal, act: Proposal, *, outcome: str | None = None, on: date | None = None
) -> Receipt:
    """Say that an act is done and what came of it.

    An ask counts as answered and an agreement as kept (late after its day), unless `outcome` says
    otherwise. Of the other acts, a kind of signal as outcome is logged with it, "answered" is a
    contact, any other text is kept. Advice asked for is an open ask from then on. What is done
    already is not done again: saying it twice writes nothing.

    Raises UsageError for a day still to come, for an ambassador act without consent (P20), for an
    answer to the usefulness check that is none, and for an outcome without words.
    """
    if outcome is not None and not clean_line(outcome):
        raise UsageError(_("What came of it is empty: say it, or leave it away."))
    day = on or journal.today
    with journal.write("done") as writing:
        if not _is_done(writing.work, act, day):
            do(writing, act, outcome, day)
    return writing.receipt


def skip(journal: Journal, act: Proposal, why: str) -> Receipt:
    """Leave an act out with a reason; raises UsageError without one."""
    reason = clean_line(why)
    if not reason:
        raise UsageError(_("Say why: the reason is what you learn from."))
    with journal.write("skip") as writing:
        until = rests_until(writing, act, writing.today)
        decide(writing, act, "skipped", writing.today, until=until, why=reason)
    return writing.receipt


def snooze(journal: Journal, act: Proposal, until: date) -> Receipt:
    """Let an act rest until a day to come."""
    if until <= journal.today:
        raise UsageError(_("Snooze to a day to come."))
    with journal.write("snooze") as writing:
        decide(writing, act, "snoozed", writing.today, until=until)
    return writing.receipt


def bring_back(journal: Journal, act: Proposal) -> Receipt:
    """Take a snoozed act up now: nothing was decided about it any more."""
    with journal.write("bring_back") as writing:
        row = writing.work.get(Action, decision_id(act))
        if row is not None and row.state == "snoozed":
            writing.delete(Action, row.id)
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
        snoozed=tuple(
            sorted(
                (act for act in acts if act.proposal.until is not None),
                key=lambda act: act.proposal.ideal,
            )
        ),
    )


def _is_done(reader: Reader, act: Proposal, day: date) -> bool:
    """Whether an act was done and still rests, or the ask or agreement behind it has ended."""
    if act.kind == Act.ASK_OPEN:
        ask = reader.get(Ask, act.occasion)
        return ask is not None and ask.outcome is not None
    if act.kind == Act.AGREEMENT_DUE:
        agreement = reader.get(Agreement, act.occasion)
        return agreement is not None and agreement.outcome is not None
    row = reader.get(Action, decision_id(act))
    return (
        row is not None
        and row.state == "done"
        and (row.until is None or max(day, row.on) < row.until)
    )
