"""Stories of colleagues: some dozen deeds, then everything arrives, and what must be true then."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from staketerm.store.erasing import purged
from tests.exchange.sync.colleagues import (
    BEGIN,
    NAMES,
    Colleague,
    Files,
    Team,
    files_in,
    in_memory,
    lay,
)
from tests.exchange.sync.deeds import (
    CANARY,
    CANARY_WORD,
    OF_THE_FOLDER,
    OF_THE_JOURNAL,
    Deeds,
    cast,
)
from tests.store.conftest import Hand

Step = tuple[str, int, int]
"""A deed, whose it is, and the number that decides the rest."""

EVERYTHING = (
    *(*OF_THE_JOURNAL, *OF_THE_FOLDER),
    *("job", "job", "job", "note", "note", "sync", "sync", "carry", "carry", "carry", "carry"),
)
"""All deeds, what makes conflicts more often."""

HANDS, NUMBERS = 5, 30
"""So many colleagues a step can name, and so many numbers."""


@contextmanager
def a_team(many: int) -> Iterator[Deeds]:
    """A team on its second day, each with a backup of the first."""
    with tempfile.TemporaryDirectory() as place:
        colleagues = []
        for name, (image, beside, writers) in zip(NAMES, _begun(many), strict=False):
            clock = Hand(BEGIN)
            clock.move(hours=12)
            each = Colleague(name, in_memory(clock, image), clock, Path(place) / name)
            lay(each.folder, beside)
            for writer, files in writers.items():
                lay(each.folder / "from" / writer, files)
            each.sent.append(files_in(each.own))
            each.keep()
            colleagues.append(each)
        with Team(colleagues) as team:
            yield Deeds(team)


def play(deeds: Deeds, story: Iterable[Step]) -> None:
    """The steps one after the other; some minutes pass between."""
    for deed, who, n in story:
        for each in deeds.team.colleagues:
            each.clock.move(minutes=7, seconds=who + n)
        deeds.do(deed, who, n)


def faults_of(deeds: Deeds) -> list[str]:
    """Everything arrives and everybody syncs: what is not as it must be then."""
    team, witness = deeds.team, deeds.witness
    found = list(deeds.faults)
    if not team.settle(witness.gave):
        found.append("they never come to rest")
    first, *others = team.given()
    for colleague, other in zip(team.colleagues[1:], others, strict=True):
        differing = sorted(n for n in {*first, *other} if first.get(n) != other.get(n))
        found += [f"{colleague.name} gives another {name}" for name in differing]
    journal = team.colleagues[0].journal
    found += [f"lost unseen: {value}" for value in witness.lost(journal)]
    with journal.read() as reader:
        erased = CANARY in purged(reader)
    found += [f"erased, and still in {place}" for place in team.found(CANARY_WORD) if erased]
    return found


@cache
def _begun(many: int) -> tuple[tuple[bytes, Files, dict[str, Files]], ...]:
    """A team on its first day: of each the journal, and their copy of the folder."""
    with tempfile.TemporaryDirectory() as place:
        colleagues = [
            Colleague(
                name, in_memory(clock := Hand(BEGIN), None, f"{n:x}" * 8), clock, Path(place) / name
            )
            for n, name in enumerate(NAMES[:many], 10)
        ]
        with Team(colleagues) as team:
            cast(team)
            team.begin()
            if not team.settle():
                message = "a team that never begins"
                raise RuntimeError(message)
            return tuple(
                (
                    next(each.bytes_kept()),
                    files_in(each.folder),
                    {own.name: files_in(own) for own in (each.folder / "from").iterdir()},
                )
                for each in colleagues
            )
