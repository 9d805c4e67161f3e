"""A journal from before a release, whose tables were still others, is refused in a sentence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.cli.main import main
from staketerm.store.clock import Clock
from staketerm.store.errors import JournalNewer, OtherLayout
from staketerm.store.opening import open_store
from staketerm.store.records import Signal, Stakeholder
from staketerm.store.schema import SCHEMA
from tests.store.people import begin, ident

CHANGES = {
    "a column": "ALTER TABLE stakeholder DROP COLUMN job",
    "a table": "DROP TABLE state",
    "the log": "ALTER TABLE batch DROP COLUMN unlogged",
}


def changed(place: Path, clock: Clock, statement: str) -> Path:
    store = open_store(place, clock=clock)
    begin(store)
    store.close()
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(statement)
    return place


@pytest.mark.parametrize("what", CHANGES)
def test_tables_of_an_unreleased_layout_are_refused_in_a_sentence(
    place: Path, clock: Clock, what: str, capfd: pytest.CaptureFixture[str], empty_machine: Path
) -> None:
    changed(place, clock, CHANGES[what])
    for command in (["list"], ["add", "Bo Berg"], ["due"], ["export", str(place.parent / "out")]):
        code = main(["--journal", str(place), *command])
        said = capfd.readouterr().err
        assert code in (0, 1), said
        assert "a fault" not in said
        if code:
            assert "never released" in said
            assert str(place) in said
    assert main(["--journal", str(place), "add", "--new", "Bo Berg"]) == 1
    assert not (empty_machine / ".local/state/staketerm/faults.log").exists()


def test_nothing_is_written_into_such_a_journal(place: Path, clock: Clock) -> None:
    changed(place, clock, CHANGES["a column"])
    store = open_store(place, clock=clock)
    with pytest.raises(OtherLayout, match=r"stakeholder\.job"), store.write("edit") as work:
        work.patch(Stakeholder, ident(2), name="Bo")
    store.close()
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute(
            "SELECT count(*) FROM stakeholder WHERE name = 'Bo'"
        ).fetchone() == (0,)


def test_a_wrong_statement_of_the_program_stays_a_fault(place: Path, clock: Clock) -> None:
    store = open_store(place, clock=clock)
    with pytest.raises(Exception, match="no such column"), store.read() as reader:
        reader.connection.exec_driver_sql("SELECT no_such FROM stakeholder")
    with store.read() as reader:
        assert reader.rows(Signal) == []
    store.close()


def test_a_journal_of_a_later_schema_names_both_versions(place: Path, clock: Clock) -> None:
    open_store(place, clock=clock).close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = place.read_bytes()
    with pytest.raises(JournalNewer) as told:
        open_store(place, clock=clock)
    assert f"schema {SCHEMA + 1}" in str(told.value)
    assert f"up to {SCHEMA}" in str(told.value)
    assert place.read_bytes() == before
