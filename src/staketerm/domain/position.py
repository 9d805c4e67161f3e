"""The public face of the position model: records in, an assessment out (inference.md).

A pure function of the records dated up to the day: the same records in any order give the same
answer, and what is logged later never changes what was said of an earlier day.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from staketerm.domain import phrases, readout
from staketerm.domain.assessment import Alarm, Assessment, Move, OpenQuestion, Recent
from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.constants import SLIDE_WINDOW_DAYS
from staketerm.domain.drift import Drift, trend, watch
from staketerm.domain.evidence import Evidence, gather
from staketerm.domain.fold import NO_STATE, fold
from staketerm.domain.grounds import Grounds
from staketerm.domain.habits import NO_CORRECTION, Correction
from staketerm.domain.label import NOTHING_YET, Impact, Position, impact_of, moves, replay
from staketerm.domain.lapse import lapses_on
from staketerm.domain.questions import Absence, usual_of
from staketerm.domain.says_does import says_does_gap
from staketerm.domain.signals import Kind, Record


def assess(
    records: Iterable[Record],
    as_of: date,
    *,
    impact: Impact | str | None = None,
    absences: Iterable[Absence] = (),
    catalogue: Mapping[str, Kind] = CATALOGUE,
    correction: Correction | None = None,
) -> Assessment:
    """The position that `records` of one stakeholder in one project give, as of a day.

    Records dated later are ignored, and the order does not matter. `impact` is none, low, medium or
    high (None: not set). `absences` are (first, last) pairs of days and stop only the waits.

    Raises UsageError for a kind that `catalogue` does not have, an intensity out of bounds, an
    impact of another name and an absence that ends before it starts.
    """
    weight = impact_of(impact)
    evidence = gather(records, as_of, catalogue, absences, correction)
    states = fold(evidence.days)
    changes = replay(states, as_of.toordinal())
    standing = changes[-1].standing if changes else NOTHING_YET
    drift = watch(evidence.days, states)
    grounds = Grounds(evidence, catalogue, correction or NO_CORRECTION, as_of)
    last = states[-1] if states else NO_STATE
    now = last.at(as_of.toordinal())
    mass = now.for_ + now.against
    low, high = readout.interval(now.for_, now.against)
    label = standing.position(weight)
    recent = _recent(drift, as_of)
    ended = drift.ended(as_of.toordinal())
    return Assessment(
        as_of=as_of,
        stance=readout.stance(now.for_, now.against),
        low=low,
        high=high,
        probability=readout.probability(now.for_, now.against),
        energy=now.energy,
        active=standing.active,
        for_=now.for_,
        against=now.against,
        evidence=mass,
        confidence=readout.confidence(mass),
        label=label,
        stance_class=label.stance_class,
        trend=trend(recent.z) if standing.known else None,
        recent=recent,
        alarm=_alarm(drift, grounds),
        alarm_ended=date.fromordinal(ended) if ended else None,
        says_does_gap=says_does_gap(evidence.sayings, label.stance_class, as_of),
        moves=tuple(Move(on, word) for on, word in moves(changes, weight)),
        last_contact=evidence.last_contact,
        open_questions=_open_questions(evidence),
        answers=evidence.answers,
        championing=evidence.championing,
        blocking=evidence.blocking,
        lapses_on=lapses_on(as_of, evidence, last, standing, drift),
        grounds=grounds,
    )


def _recent(drift: Drift, as_of: date) -> Recent:
    pace = drift.pace.at(as_of.toordinal())
    return Recent(
        z=pace.z,
        for_=pace.fast_for,
        against=pace.fast_against,
        usual_for=pace.usual_for,
        usual_against=pace.usual_against,
        share_for=pace.share_for,
    )


def _alarm(drift: Drift, grounds: Grounds) -> Alarm | None:
    """The alarm shown, naming every deed against since the slide towards it began.

    The text looks back from the day of the alarm, so it stays the same until something is logged.
    """
    shown = drift.shown(grounds.as_of.toordinal())
    if shown is None:
        return None
    since = date.fromordinal(shown.since)
    first = date.fromordinal(max(1, shown.since - SLIDE_WINDOW_DAYS + 1))
    against = [deed for deed in grounds.deeds(first) if deed.points < 0]
    told = [(deed.on, deed.label, deed.points) for deed in against]
    text = phrases.alarm(shown, told)
    slide_from = against[0].on if against else since
    return Alarm(since, shown.kind, text, slide_from, tuple(against))


def _open_questions(evidence: Evidence) -> tuple[OpenQuestion, ...]:
    return tuple(
        OpenQuestion(
            source=one.asked.source,
            kind=one.asked.kind,
            asked_on=one.asked.on,
            counts_from=one.counts_from,
            wait=one.wait,
            answers=one.answers,
            usual=usual_of(evidence.answers.days[: one.answers]),
        )
        for one in evidence.questions
        if one.closed_on is None
    )


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The position on one day in brief, as sparklines and map trails show it."""

    day: date
    stance: float
    low: float
    high: float
    energy: float
    evidence: float
    label: Position


def history(
    records: Iterable[Record],
    days: Iterable[date],
    *,
    impact: Impact | str | None = None,
    absences: Iterable[Absence] = (),
    catalogue: Mapping[str, Kind] = CATALOGUE,
    correction: Correction | None = None,
) -> list[Glimpse]:
    """What `assess` says of each of `days`, in their order, without assessing day by day.

    The evidence of one day is the beginning of that of a later one, except where a late answer took
    a silence back in between; so all days between two late answers share one fold.
    """
    asked = list(days)
    known, away, weight = tuple(records), tuple(absences), impact_of(impact)
    glimpses: dict[date, Glimpse] = {}
    waiting = sorted(set(asked))
    while waiting:
        evidence = gather(known, waiting[-1], catalogue, away, correction)
        late = evidence.answered_late
        first = bisect_left(waiting, late[-1]) if late else 0
        glimpses.update(_glimpses(evidence, waiting[first:], weight))
        del waiting[first:]
    return [glimpses[day] for day in asked]


def _glimpses(
    evidence: Evidence, days: Sequence[date], impact: Impact | None
) -> Iterator[tuple[date, Glimpse]]:
    """The position on each of `days`, which come in order and share this evidence."""
    states = fold(evidence.days)
    changes = replay(states, days[-1].toordinal())
    for day in days:
        ordinal = day.toordinal()
        past = bisect_right(states, ordinal, key=lambda state: state.day)
        now = (states[past - 1] if past else NO_STATE).at(ordinal)
        seen = bisect_right(changes, ordinal, key=lambda change: change.day)
        standing = changes[seen - 1].standing if seen else NOTHING_YET
        low, high = readout.interval(now.for_, now.against)
        yield (
            day,
            Glimpse(
                day=day,
                stance=readout.stance(now.for_, now.against),
                low=low,
                high=high,
                energy=now.energy,
                evidence=now.for_ + now.against,
                label=standing.position(impact),
            ),
        )
