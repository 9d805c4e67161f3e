"""What stands behind one act: the rows it rests on, how much contact there was, who is away (S1).

Asked for one act at a time, as somebody looks at it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from staketerm.domain.cadence import Period
from staketerm.domain.drafts.facts import Draft
from staketerm.domain.grounds import Reason
from staketerm.domain.nurture.acts import Act, Proposal
from staketerm.domain.nurture.asking import unchecked_updates
from staketerm.domain.nurture.brakes import contact_days, pressure
from staketerm.domain.nurture.facts import Case
from staketerm.domain.vocabulary import word
from staketerm.journal.nurture.decisions import DueAct
from staketerm.journal.nurture.drafting import draft_of
from staketerm.journal.nurture.nurturing import cases
from staketerm.journal.opening import Journal
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.timeline import Told, told
from staketerm.journal.told_words import ToldWords
from staketerm.store import tables
from staketerm.store.records import Stakeholder

REASONS_SHOWN = 4
"""Of a position, as many of its strongest reasons stand behind an act."""

BY_POSITION = (Act.PRIVATE_TALK, Act.VISIBLE_DEED)
"""Acts that rest on where somebody stands."""

MINE = frozenset({"asked", "judgement", "absence"})
"""What was told and is no word of theirs."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A row that an act rests on: its day, the sort of row, what it says, its points for the model.

    Of somebody the act is about there is a name, and no day.
    """

    row: str
    kind: str
    text: str
    day: date | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What stands behind an act on a day.

    `contacts` of at most `cap` in `days` days are mine; `last` says the last word of theirs or
    between you; `away` are absences that are not over. `draft` is the text as it would be sent.
    """

    act: str
    grounds: tuple[Ground, ...]
    contacts: int
    cap: int
    days: int
    last: Ground | None
    away: tuple[Period, ...]
    draft: Draft


def act_facts(
    journal: Journal, act: DueAct, on: date | None = None, *, own: Path | None = None
) -> ActFacts:
    """What stands behind an act; `own` is the folder of one's own templates.

    Raises NotFound for somebody who is not here any more.
    """
    day, proposal = on or journal.today, act.proposal
    who, project = proposal.stakeholder, proposal.project
    with journal.read() as reader:
        found = cases(reader, day, [who])
        assessment = assess_pairs(reader, day, [(who, project)])[who, project]
    case = found.of(project)
    last = _last(journal, proposal, assessment.last_contact, day)
    return ActFacts(
        act=proposal.id,
        grounds=tuple(_grounds(journal, proposal, case, assessment.reasons, last, day)),
        contacts=pressure(contact_days(found.cases), day, found.settings.pressure_days),
        cap=found.settings.pressure_cap,
        days=found.settings.pressure_days,
        last=last,
        away=tuple(sorted(each for each in case.away if each[1] >= day)) if case else (),
        draft=draft_of(journal, act, own=own).draft,
    )


def _grounds(
    journal: Journal,
    proposal: Proposal,
    case: Case | None,
    reasons: tuple[Reason, ...],
    last: Ground | None,
    day: date,
) -> Iterable[Ground]:
    """The rows an act names; where it names none, those that its rule looked at."""
    if proposal.rests:
        return _rows(journal, proposal.rests, day)
    if proposal.kind in BY_POSITION:
        return [
            Ground(f"signal:{each.source}", "signal", each.label, each.on, each.points)
            for each in reasons[:REASONS_SHOWN]
        ]
    if proposal.kind == Act.USEFULNESS_CHECK and case is not None:
        return [
            Ground(f"action:{each.occasion}", "done", word(each.kind), each.on)
            for each in reversed(unchecked_updates(case))
        ]
    return [last] if last is not None else []


def _rows(journal: Journal, refs: Iterable[str], day: date) -> list[Ground]:
    """The rows of these names, newest first; then the people among them."""
    names = dict(ref.split(":", 1)[::-1] for ref in refs)
    people = [id for id, table in names.items() if table == "stakeholder"]
    others = [id for id in names if id not in people]
    rows = told(journal, only=others, as_of=day) if others else ()
    with journal.read() as reader:
        found = reader.rows(Stakeholder, tables.stakeholder.c.id.in_(people)) if people else ()
        return [
            *(_ground(item, day) for item in rows),
            *(Ground(f"stakeholder:{each.id}", "stakeholder", each.name) for each in found),
        ]


def _ground(item: Told, day: date) -> Ground:
    kind = item.kind if item.what == "entry" else item.table
    words = ToldWords(day, str).headline(item)
    if item.what == "signal" and item.text:
        words += f": {item.text}"
    return Ground(f"{item.table}:{item.id}", kind, words, item.day, item.points)


def _last(journal: Journal, proposal: Proposal, on: date | None, day: date) -> Ground | None:
    """What was told of the day of the last contact."""
    if on is None:
        return None
    window = told(
        journal, stakeholder=proposal.stakeholder, project=proposal.project, as_of=day, limit=40
    )
    spoken = (item for item in window if item.day == on and item.what not in MINE)
    item = next(spoken, None)
    return _ground(item, day) if item else Ground("", "contact", word("contact"), on)
