"""A journal of many stakeholders and signals, the same at every call."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.ids import derived_id
from staketerm.domain.text import fold
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.writing import involvement_id
from staketerm.store.clock import FixedClock
from staketerm.store.records import Involvement, Row, Signal, Stakeholder

TODAY = date(2026, 11, 24)
CLOCK = FixedClock(datetime(2026, 11, 24, 9, tzinfo=UTC))
FIRST = ("Anna", "Bram", "Chen", "Daan", "Esra", "Femke", "George", "Hilde", "Ivo", "Jeroen")
LAST = ("de Wit", "Okafor", "Vermeulen", "Smit", "Jansma", "Raman", "Hartley", "Nowak", "Vos")
KINDS = tuple(kind.id for kind in CATALOGUE.values() if kind.points)
IMPACTS = ("none", "low", "medium", "high")


def large_journal(path: Path, stakeholders: int, signals: int) -> Journal:
    """The journal at `path`, made there where it is missing, open."""
    fresh = not path.exists()
    journal = open_journal(path, clock=CLOCK)
    if fresh:
        with journal.write("import") as writing:
            project = journal.default_project().id
            writing.put_many(_people(stakeholders))
            writing.put_many(_involvements(stakeholders, project))
            writing.put_many(_signals(stakeholders, signals, project))
    return journal


def stakeholder_id(number: int) -> str:
    """The id of the stakeholder of a number."""
    return derived_id(None, "benchmark", str(number))


def _people(stakeholders: int) -> Iterator[Row]:
    for number in range(stakeholders):
        name = f"{FIRST[number % 10]} {LAST[number % 9]} {number}"
        yield Stakeholder(
            id=stakeholder_id(number),
            name=name,
            folded=fold(name),
            handle=fold(name).replace(" ", "-"),
        )


def _involvements(stakeholders: int, project: str) -> Iterator[Row]:
    for number in range(stakeholders):
        who = stakeholder_id(number)
        yield Involvement(
            id=involvement_id(who, project),
            stakeholder=who,
            project=project,
            impact=IMPACTS[number % 4],
            power=number % 5 + 1,
            interest=number % 3 + 1,
        )


def _signals(stakeholders: int, signals: int, project: str) -> Iterator[Row]:
    """Two years of signals, spread over everybody; the mood of each drifts slowly."""
    chance = random.Random(7)
    for number in range(signals):
        who = number % stakeholders
        day = TODAY - timedelta(days=chance.randrange(730))
        yield Signal(
            id=derived_id(day, "signal", str(number)),
            stakeholder=stakeholder_id(who),
            project=project,
            day=day,
            kind=KINDS[(chance.randrange(len(KINDS)) + who) % len(KINDS)],
            note=None if number % 10 else "said in passing",
        )
