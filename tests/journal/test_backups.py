"""A journal has a backup of every day on which something changed, wherever it lies."""

import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection

from staketerm.journal.backups import back_up, back_up_if_older, backed_up_as, stand_in
from staketerm.journal.erasing import erase
from staketerm.journal.erasing_told import afterwards
from staketerm.journal.location import own_config
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.safety import before_leaving, examine
from staketerm.journal.stakeholders.people import add_stakeholder
from staketerm.store import server_health
from staketerm.store.backup import BEFORE_MUCH, DAILY
from staketerm.store.errors import ServerLost
from staketerm.store.rotation import Backup, backups_of
from staketerm.store.server import ServerLink
from tests.places import Where
from tests.store.conftest import Hand


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.fixture
def journal(where: Where, clock: Hand) -> Iterator[Journal]:
    with open_journal(where("team"), clock=clock) as journal:
        yield journal


@pytest.fixture
def on_server(server_place: str, clock: Hand) -> Iterator[Journal]:
    with open_journal(server_place, clock=clock) as journal:
        yield journal


def kept(journal: Journal) -> list[Backup]:
    own = backed_up_as(journal)
    assert own is not None
    return backups_of(own)


def met(journal: Journal, name: str = "Ada Lens") -> str:
    return add_stakeholder(journal, AddStakeholder(name=name)).rows[0][1]


def test_a_day_with_changes_has_a_backup(journal: Journal, clock: Hand) -> None:
    met(journal)
    assert before_leaving(journal) == ()
    assert kept(journal) == []  # it was begun today
    for hours, many in ((25, 1), (23, 1), (2, 2)):
        clock.move(hours=hours)
        met(journal)
        clock.move(minutes=1)
        assert before_leaving(journal) == ()
        assert len(kept(journal)) == many
    clock.move(days=3)
    before_leaving(journal)
    assert len(kept(journal)) == 2


def test_an_import_begins_with_a_backup_unless_one_is_new(journal: Journal, clock: Hand) -> None:
    back_up_if_older(journal, BEFORE_MUCH)
    for minutes, many in ((9, 1), (2, 2)):
        clock.move(minutes=minutes)
        met(journal)
        back_up_if_older(journal, BEFORE_MUCH)
        assert len(kept(journal)) == many


def test_backups_are_private_open_and_rotate(journal: Journal, clock: Hand) -> None:
    old = os.umask(0o022)
    for _day in range(12):
        met(journal)
        back_up_if_older(journal, DAILY)
        clock.move(days=1)
    os.umask(old)
    found = kept(journal)
    assert len(found) == 7
    assert all(stat.S_IMODE(each.path.stat().st_mode) == 0o600 for each in found)
    assert stat.S_IMODE(found[0].path.parent.stat().st_mode) == 0o700
    with open_journal(found[0].path, clock=clock, read_only=True) as copy:
        assert [kind.path for kind in kept(copy)] == []
        with copy.read() as there, journal.read() as here:
            query = "SELECT count(*) FROM stakeholder"
            assert there.ask(query, {}) == here.ask(query, {}) == [(12,)]


def test_two_of_one_second_are_two(journal: Journal) -> None:
    assert back_up(journal) != back_up(journal)
    assert len(kept(journal)) == 2


def test_who_only_looks_makes_none(server_place: str, clock: Hand) -> None:
    with open_journal(server_place, clock=clock) as journal:
        met(journal)
    clock.move(days=2)
    with open_journal(server_place, clock=clock, read_only=True) as journal:
        assert back_up_if_older(journal, DAILY) is None
        assert kept(journal) == []


def test_what_cannot_be_made_is_told_and_hinders_nothing(
    on_server: Journal, clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("staketerm.store.aside.sync_to_disk", full)
    clock.move(days=2)
    (said,) = before_leaving(on_server)
    assert said.startswith("No backup was made: ")
    assert kept(on_server) == []
    assert list(server_folder(on_server).iterdir()) == []


@pytest.mark.parametrize("lost_at", [1, 2, 3])
def test_a_line_that_breaks_after_the_work_is_done_fails_nothing(
    on_server: Journal, clock: Hand, monkeypatch: pytest.MonkeyPatch, lost_at: int
) -> None:
    back_up(on_server)
    clock.move(days=2)
    met(on_server)
    reading, reads = ServerLink.reading, count(1)

    def lost(link: ServerLink) -> AbstractContextManager[Connection]:
        if next(reads) >= lost_at:
            raise ServerLost("The connection was lost")
        return reading(link)

    monkeypatch.setattr(ServerLink, "reading", lost)
    assert before_leaving(on_server) == ("No backup was made: The connection was lost",)


def server_folder(journal: Journal) -> Path:
    own = backed_up_as(journal)
    assert own is not None
    return own.parent / "backups"


def test_a_large_journal_on_a_server_is_copied_when_one_asks(
    on_server: Journal, server_place: str, clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_health, "MOST_BY_ITSELF", 1000)
    clock.move(days=2)
    met(on_server)
    assert before_leaving(on_server) == ()
    assert kept(on_server) == []
    assert "too large to be copied by itself" in told_of_backups(server_place, clock)
    back_up(on_server)
    assert len(kept(on_server)) == 1
    assert "too large" in told_of_backups(server_place, clock)
    monkeypatch.undo()
    assert "too large" not in told_of_backups(server_place, clock)


def test_whoever_wants_none_on_their_machine_says_so(on_server: Journal, clock: Hand) -> None:
    own_config().parent.mkdir(parents=True, exist_ok=True)
    own_config().write_text("[journal]\ncopies = false\n", encoding="utf-8")
    clock.move(days=2)
    assert before_leaving(on_server) == ()
    assert kept(on_server) == []
    own_config().write_text("[journal]\ncopies = true\n", encoding="utf-8")
    before_leaving(on_server)
    assert len(kept(on_server)) == 1


def told_of_backups(place: str, clock: Hand) -> str:
    (found,) = (each.text for each in examine(place, clock) if each.key == "backup")
    return found


def test_journals_of_one_server_have_backups_of_their_own(where: Where, clock: Hand) -> None:
    names = set()
    for each in ("one", "two"):
        with open_journal(where(each), clock=clock) as journal:
            back_up(journal)
            names.add(kept(journal)[0].path)
    assert len(names) == 2


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgresql://anna@db.example.org/journal", "db.example.org-journal-1a2b3c4d"),
        ("postgresql://anna:hu%40sh@[::1]:5433/journal", "-1-journal-1a2b3c4d"),
        ("postgresql:///?service=team&password=hush", "1a2b3c4d"),
        ("postgresql://anna:hush@/journal?host=/run/pg", "journal-1a2b3c4d"),
    ],
)
def test_names_of_backups_tell_the_place_and_no_secret(address: str, name: str) -> None:
    assert stand_in(address, "1a2b3c4d").stem == name


def test_what_was_cut_off_is_swept_away_the_next_day(on_server: Journal, clock: Hand) -> None:
    back_up(on_server)
    left = kept(on_server)[0].path.with_name(f"{kept(on_server)[0].path.name}.tmp")
    left.write_bytes(b"half")
    os.utime(left, (0, clock.now().timestamp() - 3600))
    for days, there in ((0, True), (1, False)):
        clock.move(days=days)
        back_up(on_server)
        assert left.exists() is there


def test_the_backups_of_whoever_is_erased_are_told_of(journal: Journal, clock: Hand) -> None:
    who = met(journal, "Zebediah Quill")
    old = back_up(journal)
    clock.move(days=1)
    done = erase(journal, who)
    (named,) = done.backups
    assert named.path == old
    assert named.until is not None
    assert named.until > journal.today
    fresh = kept(journal)[0].path
    assert fresh != old
    assert b"Zebediah" in old.read_bytes()
    assert b"Zebediah" not in fresh.read_bytes()
    assert done.on_server == (journal.store.path is None)
    assert ("colleagues' machines" in " ".join(afterwards(done))) == done.on_server
    for _day in range(400):
        clock.move(days=1)
        if clock.today() > named.until:
            break
        met(journal, f"Bo {clock.today()}")
        back_up_if_older(journal, DAILY)
    assert not old.exists()


def test_no_backup_is_begun_by_erasing_where_there_was_none(on_server: Journal) -> None:
    assert erase(on_server, met(on_server)).backups == ()
    assert kept(on_server) == []
