"""What changed between two days: positions, alarms, who fell quiet, what is known no longer,
judgements that behaviour contradicts, acts decided (design section 6; P13, P21, F37, F38).

Today's answer begins at the state cache: only those whose stored words may have changed are folded.
That of another day folds everybody.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from staketerm.domain.constants import DISAGREEMENT_DAYS
from staketerm.domain.errors import UsageError
from staketerm.domain.judgement import Judgement as Judged
from staketerm.domain.judgement import disagreement
from staketerm.domain.label import Position
from staketerm.domain.readout import confidence
from staketerm.domain.shift import fell, steps
from staketerm.journal.last_look import last_looked
from staketerm.journal.nurture.decided import decided
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.judging import judgements_by
from staketerm.journal.positions.looks import Look, looks, weeks
from staketerm.journal.positions.may_have_changed import kept, may_have_changed, scored_pairs
from staketerm.journal.positions.model import model_on
from staketerm.journal.positions.news import (
    AlarmEnded,
    AlarmNews,
    Changed,
    Contradicted,
    Lapse,
    QuietPartner,
    Shift,
)
from staketerm.journal.positions.quiet_partners import Silence, Standing, silences
from staketerm.journal.positions.seen import Seen, seen
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.journal.stakeholders.triage import people
from staketerm.locale import _
from staketerm.store.reader import Reader
from staketerm.store.records import Judgement

N = TypeVar("N", Shift, AlarmNews, AlarmEnded, Contradicted)

LATELY_DAYS = 7
"""How far back one looks where no day is given and none was looked at before."""


def first_day(journal: Journal, as_of: date | None = None) -> date:
    """From which day on one wants to know, where none is given: the day one last looked, or seven
    days back; seven days before another day than today."""
    day = as_of or journal.today
    looked = last_looked(journal.store.replica, day) if day == journal.today else None
    return looked or day - timedelta(days=LATELY_DAYS)


def changed(
    journal: Journal,
    since: date,
    project: str | None = None,
    as_of: date | None = None,
    *,
    courses: int = 0,
) -> Changed:
    """What changed from a day on, in a project (in all with scoring, where None is given).

    Of so many of each sort of news `courses` tells the course of the position over the last weeks.
    Raises UsageError where that day is after the last one.
    """
    day = as_of or journal.today
    if since > day:
        raise UsageError(_("What changed since a day that is still to come cannot be told."))
    with journal.read() as reader:
        span = _span(reader, since, day, journal.today, project)
        acts = decided(reader, since, day, project)
        eras = weeks(reader, day)
    concerned = sorted({who for who, _project in span.concerned()})
    found = people(journal, project=project, as_of=as_of, only=concerned).rows if concerned else ()
    rows = {(row.id, row.project): row for row in found if not row.personal}

    def told(news: Iterable[N], order: Callable[[N], Any]) -> tuple[N, ...]:
        """In order, the first with their course."""
        ordered = sorted(news, key=order)
        for at, each in enumerate(ordered[:courses]):
            look = span.looked[each.row.id, each.row.project]
            ordered[at] = replace(each, track=look.course(eras))
        return tuple(ordered)

    return Changed(
        since=since,
        until=day,
        positions=told(span.shifts(rows), _latest_first),
        alarms=told(span.alarms(rows), _loudest_first),
        ended=told(span.ended(rows), lambda each: each.row.folded),
        quiet=tuple(sorted(span.quiet(rows), key=lambda each: (not each.new, each.silence.since))),
        lapsed=tuple(sorted(span.lapses(rows), key=lambda each: each.row.folded)),
        judgements=told(span.contradicted(rows), lambda each: (not each.new, each.row.folded)),
        acts=acts,
    )


def _span(reader: Reader, since: date, day: date, today: date, project: str | None) -> "_Span":
    judged = judgements_by(reader, day)
    reweighed = _reweighed(reader, since, day)
    if day == today and not reweighed:
        stored = kept(reader, project)
        few = may_have_changed(reader, stored, since, day, judged)
        looked = looks(reader, since, day, few)
    else:
        stored = {}
        looked = looks(reader, since, day, scored_pairs(reader, project))
    standing = {pair: Standing(one.label, one.last_contact) for pair, one in stored.items()}
    standing |= {
        pair: Standing(look.now.label, look.now.last_contact) for pair, look in looked.items()
    }
    alarmed = {who for (who, _project), look in looked.items() if look.now.alarm is not None}
    silent = silences(reader, day, standing)
    return _Span(since, looked, silent, judged, seen(reader, alarmed, day), reweighed)


def _reweighed(reader: Reader, since: date, day: date) -> bool:
    """Whether other weights are in force than before the first day: anybody may have moved then."""
    before, now = model_on(reader, since - timedelta(days=1)), model_on(reader, day)
    return (before.catalogue, before.correction) != (now.catalogue, now.correction)


@dataclass(frozen=True, slots=True)
class _Span:
    """Everything that was looked up of the days from `since` to `day`."""

    since: date
    looked: Mapping[Pair, Look]
    silent: Mapping[Pair, Silence]
    judged: Mapping[Pair, Judgement]
    noted: Mapping[Pair, Seen]
    reweighed: bool

    def concerned(self) -> set[Pair]:
        """Whom there may be something to tell of."""
        return {
            *self.silent,
            *(pair for pair, look in self.looked.items() if self._speaks(pair, look)),
        }

    def _speaks(self, pair: Pair, look: Look) -> bool:
        """Whether there may be news of somebody; rows are looked up of those alone."""
        now = look.now
        return (
            now.alarm is not None
            or look.alarm_then is not None
            or now.label != look.then.label
            or (now.since is not None and now.since >= self.since)
            or pair in self.judged
            or self._weaker(look)
            or any(spell.ended and spell.ended >= self.since for spell in look.spells)
        )

    def _weaker(self, look: Look) -> bool:
        return fell(confidence(look.then.evidence), look.now.confidence)

    def _each(self, rows: Mapping[Pair, PersonRow]) -> Iterator[tuple[Pair, PersonRow, Look]]:
        for pair, look in self.looked.items():
            if (row := rows.get(pair)) is not None:
                yield pair, row, look

    def shifts(self, rows: Mapping[Pair, PersonRow]) -> Iterator[Shift]:
        """Who stands elsewhere; those who lapsed to unknown are told under `lapses`."""
        for _pair, row, look in self._each(rows):
            went = steps(look.now, self.since)
            known_of_then = went[0].was if went else look.now.label
            if look.now.known and (went or look.then.label is not look.now.label):
                rewritten = known_of_then is not look.then.label
                late, weights = rewritten and not self.reweighed, rewritten and self.reweighed
                yield Shift(row, look.then.label, went, late, weights, look.then.stance)

    def lapses(self, rows: Mapping[Pair, PersonRow]) -> Iterator[Lapse]:
        """Of whom less is known than before."""
        for _pair, row, look in self._each(rows):
            before, now = confidence(look.then.evidence), look.now.confidence
            was = look.then.label
            lapsed = not look.now.known and was is not Position.UNKNOWN
            if lapsed or (was is not Position.UNKNOWN and self._weaker(look)):
                on = look.now.since if lapsed else None
                yield Lapse(row, was, on, before, now, look.now.unknown_on)

    def alarms(self, rows: Mapping[Pair, PersonRow]) -> Iterator[AlarmNews]:
        """The alarms that stand."""
        for pair, row, look in self._each(rows):
            if (alarm := look.now.alarm) is not None:
                known = self.noted.get(pair)
                looked_at = known if known is not None and alarm.since <= known.until else None
                new = alarm.since >= self.since
                yield AlarmNews(row, alarm, look.now, new, looked_at)

    def ended(self, rows: Mapping[Pair, PersonRow]) -> Iterator[AlarmEnded]:
        """The alarms that ended, but for those that another one followed on the same day."""
        for _pair, row, look in self._each(rows):
            begun = {spell.since for spell in look.spells}
            for spell in look.spells:
                if spell.ended and spell.ended >= self.since and spell.ended not in begun:
                    yield AlarmEnded(row, spell)
            then = look.alarm_then
            if then is not None and look.now.alarm is None and then.since not in begun:
                yield AlarmEnded(row, then)

    def quiet(self, rows: Mapping[Pair, PersonRow]) -> Iterator[QuietPartner]:
        """Who is supportive and was not heard from."""
        for pair, silence in self.silent.items():
            if (row := rows.get(pair)) is not None:
                yield QuietPartner(row, silence, silence.since >= self.since)

    def contradicted(self, rows: Mapping[Pair, PersonRow]) -> Iterator[Contradicted]:
        """Whose judgement behaviour has contradicted long enough to be said."""
        for pair, row, look in self._each(rows):
            claim = self.judged.get(pair)
            if claim is None:
                continue
            found = disagreement(Judged(claim.day, Position(claim.label)), look.now)
            if found is not None and found.telling:
                told_from = found.since + timedelta(days=DISAGREEMENT_DAYS)
                yield Contradicted(row, claim, found, told_from >= self.since)


def _latest_first(shift: Shift) -> tuple[int, str]:
    on = shift.steps[-1].on if shift.steps else date.min
    return -on.toordinal(), shift.row.folded


def _loudest_first(news: AlarmNews) -> tuple[bool, bool, int, str]:
    crossed = news.alarm.kind == "crossed_over"
    return news.seen is not None, not crossed, -news.alarm.since.toordinal(), news.row.folded
