"""Five test worlds of 196 stakeholders: who is in them, how often things happen, what is off.

The worlds behind the figures of inference 6.2 are not kept; these are others. How far apart the
sides act comes from the pairs of inference section 3. Who is there and how often anything happens
was chosen here, after trying several: a signal of everybody every nine days, in the last two worlds
every 24 and every five. The figures depend on it: whoever is met more often is read better and
noticed sooner, and gives more false alarms. The first world is as the catalogue holds it; in the
others the mix, the rates and the weights are different from what the model believes.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.signals import Record
from tests.benchmarks.positions.acts import (
    OCCASIONS,
    SAID,
    SILENCE,
    UNASKED,
    Behaviour,
    wrong_by,
)
from tests.benchmarks.positions.lives import DAYS, Life, Person, person

SEED = 4
START = date(2024, 1, 1)
STAKEHOLDERS = 196

FARTHEST = 2.0
"""No act comes from a leaning beyond this, manner included."""

MIXED: Mapping[Life, int] = {
    Life.SUPPORTIVE: 56,
    Life.NEUTRAL: 16,
    Life.OPPOSING: 20,
    Life.BREAK: 22,
    Life.SLIDE: 22,
    Life.TWO_FACED: 8,
    Life.SILENT: 16,
    Life.FEW_DATA: 16,
    Life.SLOW_MAILER: 10,
    Life.NOISY: 10,
}
HOSTILE = {**MIXED, Life.SUPPORTIVE: 24, Life.NEUTRAL: 18, Life.OPPOSING: 50}
FRIENDLY = {**MIXED, Life.SUPPORTIVE: 72, Life.NEUTRAL: 14, Life.OPPOSING: 6}


@dataclass(frozen=True, slots=True)
class World:
    """A portfolio to be tested on.

    `mix` says how many lead each life, `often` multiplies how often anything happens, `noise` is
    the share of acts that have nothing to do with where somebody stands, `weights_off` the factor
    within which the catalogue is wrong about each kind.
    """

    name: str
    mix: Mapping[Life, int]
    often: float = 1.0
    noise: float = 0.05
    weights_off: float = 1.0


WORLDS = (
    World("mixed", MIXED),
    World("hostile", HOSTILE, weights_off=1.5),
    World("friendly", FRIENDLY, weights_off=1.5),
    World("seldom met", MIXED, often=0.35, weights_off=1.5),
    World("often met, noisy", MIXED, often=1.75, noise=0.15, weights_off=2.0),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One stakeholder: the truth, and what was logged of them."""

    person: Person
    records: tuple[Record, ...] = field(repr=False)


def cases(world: World) -> list[Case]:
    """Everybody in a world; the same at every call."""
    behaviour = Behaviour(wrong_by(world.weights_off, random.Random(f"{SEED} {world.name}")))
    lives = [life for life, number in world.mix.items() for _each in range(number)]
    return [
        _case(world, behaviour, life, random.Random(f"{SEED} {world.name} {number}"))
        for number, life in enumerate(lives)
    ]


def signals_a_year(people: Sequence[Case]) -> float:
    """How many signals with points were logged a stakeholder-year; silence is not among them."""
    logged = sum(bool(CATALOGUE[one.kind].points) for each in people for one in each.records)
    return logged / (len(people) * DAYS / 365)


def _case(world: World, behaviour: Behaviour, life: Life, chance: random.Random) -> Case:
    who = person(life, chance, world.noise)
    told = _Telling(who, behaviour, world.often * who.contact, chance)
    records = [*told.answers(), *told.deeds(), *told.words()]
    return Case(who, tuple(sorted(records, key=lambda one: (one.day, one.kind, one.id or ""))))


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is logged of one person: occasions first, then what they make of them."""

    who: Person
    behaviour: Behaviour
    often: float
    chance: random.Random

    def answers(self) -> Iterator[Record]:
        """Mails, requests, invitations and agreements, each with its outcome."""
        for opening, (a_year, pairs) in OCCASIONS.items():
            for number, day in enumerate(self._days(a_year)):
                question = f"{opening} {number}"
                yield Record(_date(day), opening, id=question)
                took = self._took(opening)
                kind = self.behaviour.outcome(pairs, self._leaning(day + took), self.chance)
                if kind != SILENCE and day + took < DAYS:
                    yield Record(_date(day + took), kind, re=question)

    def deeds(self) -> Iterator[Record]:
        """What they do unasked."""
        for kind, in_between in UNASKED.items():
            yield from self._unasked(kind, in_between, None)

    def words(self) -> Iterator[Record]:
        """What they say, or others say of them."""
        for kind, in_between in SAID.items():
            yield from self._unasked(kind, in_between, self.who.words)

    def _unasked(self, kind: str, in_between: float, instead: float | None) -> Iterator[Record]:
        ends = (-FARTHEST, FARTHEST)
        bound = max(self.behaviour.rate(kind, in_between, end) for end in ends)
        for day in self._days(bound):
            leaning = self._leaning(day) if instead is None else instead
            leaning = max(-FARTHEST, min(FARTHEST, leaning))
            if self.chance.random() * bound < self.behaviour.rate(kind, in_between, leaning):
                yield Record(_date(day), kind)

    def _days(self, a_year: float) -> Iterator[int]:
        """Days on which something happens that comes so often a year."""
        moment = self.chance.expovariate(a_year * self.often / 365)
        while moment < self.who.until:
            yield int(moment)
            moment += self.chance.expovariate(a_year * self.often / 365)

    def _leaning(self, day: int) -> float:
        """What is behind an act of theirs on a day."""
        if self.chance.random() < self.who.noise:
            return self.chance.uniform(-1.0, 1.0)
        return self.who.leaning(day) + self.who.manner

    def _took(self, opening: str) -> int:
        """Days until the outcome: heavy-tailed and personal for mails, as agreed for the rest."""
        if opening in ("mail_sent", "advice_asked"):
            return round(self.who.median_answer * self.chance.lognormvariate(0.0, 1.0))
        return self.chance.randint(*((3, 14) if opening == "invitation" else (7, 28)))


def _date(day: int) -> date:
    return START + timedelta(days=day)
