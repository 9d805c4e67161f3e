"""A journal is copied between a file and a server, and back, and nothing of it is another."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from staketerm.domain.errors import UsageError
from staketerm.exchange.demo.build import build
from staketerm.exchange.export import export
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal.copying import Origin, copy_journal
from staketerm.journal.history import history, undo
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders import people, triage
from staketerm.store import tables
from staketerm.store.clock import FixedClock
from staketerm.store.errors import StoreError
from staketerm.store.search import search
from tests.places import Location, Where

DAY = date(2026, 11, 24)
CLOCK = FixedClock(datetime.combine(DAY, time(12), UTC), DAY)


def opened(location: Location, *, create: bool = False) -> Journal:
    return open_journal(location, clock=CLOCK, create=create)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A made-up journal with a change taken back, a conflict, a colleague and something erased."""
    path = tmp_path / "full.db"
    with opened(path, create=True) as journal:
        build(journal, DAY)
        people.add_stakeholder(journal, AddStakeholder(name="Zoë Ångström", note="naïve 漢字"))
        undo(journal)
        with journal.write("sync") as writing:
            fill_what_a_sync_leaves(journal, writing.work)
    return path


def fill_what_a_sync_leaves(journal: Journal, work) -> None:
    share_id, row = work.new_id(), work.new_id()
    whole = {"kind": "contact", "intensity": 0.5, "nested": {"b": 1, "a": [None, True]}}
    for table, values in (
        (
            tables.conflict,
            {"lost_rev": work.rev, "lost_value": whole, "won_rev": work.rev, "resolved": False},
        ),
        (tables.gone, {"rev": work.rev}),
    ):
        fixed = {"field": ""} if "field" in table.c else {}
        rows = {"share": share_id, "tab": "signal", "row": row, **fixed, **values}
        work.connection.execute(insert(table), [rows])
    peer = {"share": share_id, "replica": "a1b2c3d4", "person": "Anna", "tick": work.rev[:17]}
    work.connection.execute(insert(tables.peer), [{**peer, "files": {"stakeholder.csv": "00ff"}}])
    work.connection.execute(
        insert(tables.purged), [{"id": work.new_id(), "tab": "signal", "rev": work.rev}]
    )
    work.set_meta("given:x", '["Anna", {}]')


def leaves(journal: Journal, folder: Path) -> dict[str, bytes]:
    """The bytes of an export, by file, without the day and name of its making."""
    place = export(journal, folder, with_private=True).path
    return {each.name: each.read_bytes() for each in place.glob("*.csv")}


def log_of(journal: Journal) -> tuple[object, dict[str, str]]:
    with journal.read() as reader:
        rows = reader.select(select(tables.change).order_by(tables.change.c.n))
        meta = dict(reader.select(select(tables.meta.c.name, tables.meta.c.value)))
    meta.pop("schema", None)
    return (history(journal), [tuple(row) for row in rows]), meta


def test_there_and_back_gives_the_same_bytes_and_the_same_history(
    full: Path, server_place: str, tmp_path: Path
) -> None:
    back = tmp_path / "back.db"
    there = copy_journal(full, server_place, clock=CLOCK)
    again = copy_journal(server_place, back, clock=CLOCK)
    assert {**there.rows, "meta": 0} == {**again.rows, "meta": 0}  # the copy knows of its place
    assert all(there.rows[name] for name in ("signal", "change", "conflict", "peer", "purged"))
    seen = []
    places: tuple[Location, ...] = (full, server_place, back)
    for number, place in enumerate(places):
        with opened(place) as journal:
            log, meta = log_of(journal)
            seen.append((log, leaves(journal, tmp_path / f"out{number}"), meta))
    assert seen[0][:2] == seen[1][:2] == seen[2][:2]
    assert seen[1][2] == seen[2][2] == {**seen[0][2], "place": seen[2][2]["place"]}


def test_a_copy_is_a_journal_to_go_on_with(full: Path, server_place: str, tmp_path: Path) -> None:
    copy_journal(full, server_place, clock=CLOCK)
    with opened(full) as source, opened(server_place) as copy:
        assert triage.people(copy).rows == triage.people(source).rows
        with copy.read() as here, source.read() as there:
            assert search(here, "street") == search(there, "street") != []
        people.add_stakeholder(copy, AddStakeholder(name="Somebody New"))
        assert len(history(copy)) == len(history(source)) + 1
        undo(copy)
    file = tmp_path / "file.db"
    copy_journal(server_place, file, clock=CLOCK)
    with opened(file) as journal:
        with journal.read() as reader:
            assert search(reader, "street") != []
        assert people.find(journal, "anneke").name == "Anneke de Wit"
    assert file.stat().st_mode & 0o077 == 0
    assert sorted(each.name for each in tmp_path.glob("file.db*.tmp*")) == []


def test_a_place_that_holds_something_is_left_alone(
    full: Path, server_place: str, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="is there already"):
        copy_journal(full, letter, clock=CLOCK)
    assert letter.read_text(encoding="utf-8") == "dear"
    copy_journal(full, server_place, clock=CLOCK)
    with pytest.raises(StoreError, match="holds something already"):
        copy_journal(full, server_place, clock=CLOCK)


def test_what_does_not_fit_leaves_nothing_behind(full: Path, server_place: str) -> None:
    with opened(full) as journal, journal.store.write("import") as work:
        work.connection.execute(text("UPDATE stakeholder SET job = char(65, 0, 66)"))
    with pytest.raises(StoreError, match="does not fit"):
        copy_journal(full, server_place, clock=CLOCK)
    with opened(full) as journal, journal.store.write("import") as work:
        work.connection.execute(text("UPDATE stakeholder SET job = NULL"))
    copy_journal(full, server_place, clock=CLOCK)  # the database is as empty as it was


def test_a_link_to_nobody_is_told_and_not_copied(full: Path, server_place: str, tmp_path: Path):
    with closing(sqlite3.connect(full)) as damaged:
        damaged.execute("UPDATE tag SET stakeholder = '0198aaaa-0000-7000-8000-000000000000'")
        damaged.commit()
    for place in (server_place, tmp_path / "copy.db"):
        with pytest.raises(StoreError, match="does not fit"):
            copy_journal(full, place, clock=CLOCK)
    assert not (tmp_path / "copy.db").exists()


def test_a_copy_that_is_another_is_refused(
    full: Path, server_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from staketerm.store import copying

    def short(connection, table, rows):
        every = list(rows)
        copying_in(connection, table, iter(every[table.name == "signal" :]))

    copying_in = copying._write
    monkeypatch.setattr(copying, "_write", short)
    with pytest.raises(StoreError, match="would not be what was copied"):
        copy_journal(full, server_place, clock=CLOCK)
    monkeypatch.undo()
    copy_journal(full, server_place, clock=CLOCK)


@pytest.mark.parametrize("origin", [None, "moved", "copied"])
def test_a_copy_shares_under_a_name_that_is_its_own(
    full: Path, where: Where, tmp_path: Path, origin: Origin | None
) -> None:
    place = where("copy")
    copy_journal(full, place, clock=CLOCK, origin=origin)
    folder = tmp_path / "team"
    with opened(full) as source, opened(place) as copy:
        share(source, folder, source.default_project().id, "notes")
        sync(source, folder, "anna")
        if origin is None:
            with pytest.raises(UsageError, match="--copied"):
                sync(copy, folder, "anna too")
            sync(copy, folder, "anna too", origin="copied")
        else:
            sync(copy, folder, "anna too")
        assert (copy.store.replica == source.store.replica) == (origin == "moved")


def test_a_password_is_shown_nowhere(tmp_path: Path) -> None:
    for address in (
        "postgresql://anna:hush@127.0.0.1:1/team",
        "postgresql://anna:hu@sh/x@127.0.0.1:1/team",
        "postgresql://anna@127.0.0.1:1/team?password=hush&connect_timeout=1",
        "postgresql://anna:hush@[/team",
    ):
        with pytest.raises(StoreError) as refused:
            copy_journal(address, tmp_path / "copy.db", clock=CLOCK)
        assert not re.search(r"hu@?sh", str(refused.value))
