"""Colleagues who exchange through a folder end with the same rows, whoever comes first."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal import capture, people
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.store.records import Project, Signal, Stakeholder
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.fixture
def team(tmp_path: Path, clock: Hand) -> Iterator[tuple[Journal, Journal, Journal]]:
    with ExitStack() as stack:
        yield tuple(  # type: ignore[misc]
            stack.enter_context(open_journal(tmp_path / f"{name}.db", clock=clock))
            for name in ("anna", "bram", "chen")
        )


def shared(journal: Journal, level: str = "notes") -> str:
    project = journal.default_project().id
    with journal.write("edit") as writing:
        writing.patch(Project, project, sharing=level)
    return project


def exchange(journal: Journal, folder: Path, *names: str) -> Synced:
    return sync(journal, folder, journal.store.path.stem if journal.store.path else "", names)


def written(folder: Path) -> list[dict[str, bytes]]:
    return [
        {file.name: file.read_bytes() for file in sorted(place.glob("*.csv"))}
        for place in sorted((folder / "from").iterdir())
    ]


def test_a_colleague_gets_what_is_shared_and_gives_it_back_the_same(
    team: tuple[Journal, Journal, Journal], tmp_path: Path
) -> None:
    anna, bram, _chen = team
    folder = tmp_path / "team"
    project = shared(anna)
    added = people.add_stakeholder(anna, AddStakeholder(name="Ada Lens", project=project))
    who = next(row for table, row in added.rows if table == "stakeholder")
    capture.log_signal(
        anna, LogSignal(stakeholder=who, kind="agreement_kept", day=TODAY, project=project)
    )
    exchange(anna, folder, project)
    came = exchange(bram, folder)
    assert [(each.person, each.new) for each in came.taken] == [("anna", 4)]
    with bram.read() as reader:
        assert [row.kind for row in reader.rows(Signal)] == ["agreement_kept"]
        assert [row.handle for row in reader.rows(Stakeholder)] == ["ada-lens"]
    assert exchange(anna, folder).taken == ()
    first, second = written(folder)
    assert first == second


def test_colleagues_of_a_busy_year_end_with_the_same_bytes(
    team: tuple[Journal, Journal, Journal], tmp_path: Path, clock: Hand
) -> None:
    for seed in range(6):
        _play(team, tmp_path / f"team-{seed}", clock, random.Random(seed))


def _play(
    team: tuple[Journal, Journal, Journal], folder: Path, clock: Hand, chance: random.Random
) -> None:
    project = shared(team[0])
    exchange(team[0], folder, project)
    for _step in range(40):
        clock.move(hours=chance.choice((-1, 1, 5)))
        journal = chance.choice(team)
        with journal.read() as reader:
            if reader.get(Project, project) is None:
                exchange(journal, folder)
                continue
            known = sorted(row.id for row in reader.rows(Stakeholder))
            signals = sorted(row.id for row in reader.rows(Signal))
        what = chance.choice(("add", "log", "edit", "edit", "drop", "sync", "sync"))
        if what == "add" or not known:
            name = f"P{chance.randrange(1000)}"
            people.add_stakeholder(journal, AddStakeholder(name=name, project=project))
        elif what == "log":
            who = chance.choice(known)
            capture.log_signal(
                journal,
                LogSignal(
                    stakeholder=who,
                    kind=chance.choice(("contact", "agreement_kept", "no_show")),
                    day=TODAY - timedelta(days=chance.randrange(90)),
                    project=project,
                    note=chance.choice((None, "said so")),
                ),
            )
        elif what == "edit":
            with journal.write("edit") as writing:
                writing.patch(
                    Stakeholder, chance.choice(known), job=chance.choice((None, "a", "b", "c"))
                )
                if signals:
                    row = chance.choice(signals)
                    writing.patch(Signal, row, note=chance.choice((None, "x", "y")))
        elif what == "drop":
            with journal.write("delete") as writing:
                if signals:
                    writing.delete(Signal, chance.choice(signals))
        else:
            exchange(journal, folder)
    for _round in range(3):
        for journal in team:
            exchange(journal, folder)
    first, *others = written(folder)
    assert all(each == first for each in others)
