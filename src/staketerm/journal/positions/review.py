"""Why somebody stands where they stand, on any day (inference 4, 6; design section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from staketerm.domain.answering import Put, habit_of
from staketerm.domain.assessment import Assessment
from staketerm.domain.errors import NotFound
from staketerm.domain.explain import disagreement_sentence
from staketerm.domain.grounds import Reason
from staketerm.domain.judgement import Disagreement, disagreement
from staketerm.domain.judgement import Judgement as Judged
from staketerm.domain.label import Position
from staketerm.domain.position import Glimpse, history
from staketerm.domain.provenance import Provenance, came_from, provenance
from staketerm.domain.questions import AnswerHabit
from staketerm.domain.receptiveness import APPROACHES, Receptiveness, receptiveness
from staketerm.domain.signals import Question, Record
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.positions.counting import counts
from staketerm.journal.positions.evidence import Pair, absences_of, impacts_of, records_of
from staketerm.journal.positions.model import models_on
from staketerm.journal.positions.seen import Seen, seen
from staketerm.journal.positions.standing import assess_pairs
from staketerm.journal.stakeholders.listing import judgements
from staketerm.journal.writing import involvement_id
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Involvement, Judgement, Project, Stakeholder

_QUESTIONS = {str(question): question for question in Question}

MONTHS_SHOWN = 9
"""How many months the stance is shown over (screens S3)."""


@dataclass(frozen=True, slots=True)
class Why:
    """A position on a day with what it rests on.

    `judgement` is the claim in force on that day, None without one; `disagreement` how long
    behaviour has been on another side than it; `seen` that the alarm which stands was looked at.
    `details` holds what was written with a signal, an ask or an agreement, `origins` which file
    brought it, by the source of a reason.
    `my_answers` is how I answer what they ask of me, `receptiveness` what came of my approaches.
    `impact` and `valued_critic` are today's.
    """

    stakeholder: str
    handle: str
    name: str
    kind: str
    project: str
    project_name: str
    personal: bool
    impact: str | None
    assessment: Assessment
    judgement: Judgement | None
    disagreement: Disagreement | None
    seen: Seen | None
    valued_critic: bool
    my_answers: AnswerHabit
    receptiveness: Receptiveness
    details: Mapping[str, str]
    origins: Mapping[str, str]

    def provenance(self, reason: Reason) -> Provenance:
        """How the act behind a reason is known."""
        return provenance(reason.kind, self.origins.get(reason.source or ""))

    def came_from(self, reason: Reason) -> str:
        """The same in a word; empty for what was seen oneself."""
        return came_from(reason.kind, self.origins.get(reason.source or ""))

    @property
    def alarm_seen(self) -> bool:
        """Whether the alarm that stands was looked at."""
        return self.seen is not None

    @property
    def differs(self) -> bool:
        """Whether judgement and behaviour have been on different sides for 30 days (4.6)."""
        return self.disagreement is not None and self.disagreement.telling

    @property
    def contradiction(self) -> str:
        """Both sides in words, where they have been different for 30 days; else empty."""
        if not self.differs or self.judgement is None:
            return ""
        claim = Judged(self.judgement.day, Position(self.judgement.label))
        return disagreement_sentence(claim, self.assessment)


def why(
    journal: Journal, stakeholder: str, project: str | None = None, as_of: date | None = None
) -> Why:
    """Why a stakeholder stands where they stand; raises NotFound for an unknown one."""
    with journal.read() as reader:
        return why_of(reader, journal.today, stakeholder, project, as_of)


def why_of(
    reader: Reader,
    today: date,
    stakeholder: str,
    project: str | None = None,
    as_of: date | None = None,
) -> Why:
    """`why`, by a reader at hand."""
    day = as_of or today
    person = reader.get(Stakeholder, stakeholder)
    if person is None:
        raise NotFound(_("This stakeholder is not in the journal any more."))
    where = _project(reader, stakeholder, project)
    pair = (stakeholder, where.id)
    assessment = assess_pairs(reader, day, [pair])[pair]
    judged = judgements(reader.ask, day, [stakeholder]).get(pair)
    judgement = reader.get(Judgement, judged.id) if judged else None
    involved = reader.get(Involvement, involvement_id(*pair))
    alarm = assessment.alarm
    noted = seen(reader, [stakeholder], day).get(pair)
    return Why(
        stakeholder=person.id,
        handle=person.handle,
        name=person.name,
        kind=person.kind,
        project=where.id,
        project_name=where.name,
        personal=where.kind == "personal",
        impact=involved.impact if involved else None,
        valued_critic=bool(involved and involved.valued_critic),
        assessment=assessment,
        judgement=judgement,
        disagreement=_disagreement(judgement, assessment),
        seen=noted if noted is not None and alarm and alarm.since <= noted.until else None,
        my_answers=_my_answers(reader, pair, day),
        receptiveness=_receptiveness(reader, pair, assessment),
        details=_texts(reader, pair),
        origins=_origins(reader, pair),
    )


def stance_by_month(
    journal: Journal, stakeholder: str, project: str | None = None, as_of: date | None = None
) -> list[Glimpse]:
    """The position at the end of each of the last months, the newest as of the day asked for."""
    day = as_of or journal.today
    days = _month_ends(day, MONTHS_SHOWN)
    with journal.read() as reader:
        pair = (stakeholder, _project(reader, stakeholder, project).id)
        return glimpses_of(reader, pair, days)


def months_of(reader: Reader, why: Why) -> list[Glimpse]:
    """`stance_by_month` for an answer that is at hand, from the records it rests on."""
    days = _month_ends(why.assessment.as_of, MONTHS_SHOWN)
    records = [record for record, _kind in why.assessment.grounds.evidence.acts]
    return glimpses_of(reader, (why.stakeholder, why.project), days, records)


def glimpses_of(
    reader: Reader, pair: Pair, days: Sequence[date], records: Sequence[Record] | None = None
) -> list[Glimpse]:
    """The position of a pair on each of `days`, each by the weights in force on it; `records` are
    those of the pair, where they are at hand.
    """
    stakeholder, _where = pair
    if records is None:
        records = records_of(reader, [pair]).get(pair, [])
    impact = impacts_of(reader, [pair]).get(pair)
    absences = absences_of(reader, [stakeholder]).get(stakeholder, ())
    found: dict[date, Glimpse] = {}
    for model, some in models_on(reader, days):
        glimpses = history(
            records,
            some,
            impact=impact,
            absences=absences,
            catalogue=model.catalogue,
            correction=model.correction,
        )
        found.update(zip(some, glimpses, strict=True))
    return [found[day] for day in days]


def _project(reader: Reader, stakeholder: str, project: str | None) -> Project:
    """The project asked for; else the default one where the stakeholder is in it, else theirs."""
    if project is not None:
        found = reader.get(Project, project)
        if found is None:
            raise NotFound(_("This project is not in the journal any more."))
        return found
    table = tables.involvement
    theirs = [row.project for row in reader.rows(Involvement, table.c.stakeholder == stakeholder)]
    usual = default_project(reader)
    if usual.id in theirs or not theirs:
        return usual
    return reader.get(Project, theirs[0]) or usual


def _disagreement(judgement: Judgement | None, assessment: Assessment) -> Disagreement | None:
    if judgement is None:
        return None
    return disagreement(Judged(judgement.day, Position(judgement.label)), assessment)


def _texts(reader: Reader, pair: Pair) -> dict[str, str]:
    """What was written with the signals, asks and agreements of a pair, by their id."""
    signal, ask, agreement = tables.signal.c, tables.ask.c, tables.agreement.c
    found: dict[str, str] = {}
    for columns, text in ((signal, signal.note), (ask, ask.text), (agreement, agreement.text)):
        found.update(dict(reader.select(_of_pair(columns, text, pair))))
    return found


def _origins(reader: Reader, pair: Pair) -> dict[str, str]:
    """Which file brought the signals and asks of a pair, by their id; what was typed is absent."""
    found: dict[str, str] = {}
    for columns in (tables.signal.c, tables.ask.c):
        found.update(dict(reader.select(_of_pair(columns, columns.origin, pair))))
    return found


def _my_answers(reader: Reader, pair: Pair, day: date) -> AnswerHabit:
    """How I answered what they asked of me; what was withdrawn was no question."""
    ask = tables.ask.c
    withdrawn = func.coalesce(ask.outcome, "") == "withdrawn"
    query = select(ask.id, ask.kind, ask.asked_on, ask.answered_on).where(
        ask.stakeholder == pair[0],
        ask.project == pair[1],
        ask.by == "them",
        ask.deleted.is_(None),
        counts(tables.ask),
        ~withdrawn,
    )
    put = (
        Put(id, _QUESTIONS[kind], on, answered) for id, kind, on, answered in reader.select(query)
    )
    return habit_of(put, day)


def _receptiveness(reader: Reader, pair: Pair, assessment: Assessment) -> Receptiveness:
    """What came of my asks and acts as of the day of the assessment."""
    action = tables.action.c
    done = select(action.on).where(
        action.stakeholder == pair[0],
        action.project == pair[1],
        action.deleted.is_(None),
        action.state == "done",
        action.kind.in_(sorted(APPROACHES)),
    )
    evidence = assessment.grounds.evidence
    days = [on for (on,) in reader.select(done)]
    return receptiveness(evidence.acts, evidence.questions, days, assessment.as_of)


def _of_pair(columns: Any, told: Any, pair: Pair) -> Select[Any]:
    """The id and one column of the rows of a pair that have something in it."""
    stakeholder, project = pair
    return select(columns.id, told).where(
        columns.stakeholder == stakeholder,
        columns.project == project,
        columns.deleted.is_(None),
        told.is_not(None),
    )


def _month_ends(day: date, months: int) -> list[date]:
    """The last days of the months before, oldest first, and the day itself."""
    ends = [day]
    first = day.replace(day=1)
    for _month in range(months - 1):
        last = first - timedelta(days=1)
        ends.append(last)
        first = last.replace(day=1)
    return ends[::-1]
