"""The doctor tells how a journal is, and mends a damaged one without losing the damaged file."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.store.backup import back_up
from staketerm.store.doctor import Finding, Health, examine, synced_by, wal_bug
from staketerm.store.errors import (
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    JournalNewer,
    NotAJournal,
)
from staketerm.store.network import REMOTE, file_system, read_mounts
from staketerm.store.opening import open_store
from staketerm.store.records import Entry, Involvement, Signal, Stakeholder
from staketerm.store.repair import repair
from staketerm.store.search import search
from tests.store.people import BRIDGE, DAY, begin, ident, person, signal, visible

PAGE = 4096
LEAF_OF_A_TABLE = 13  # the first byte of such a page


def looked(place: Path, clock) -> dict[str, Finding]:
    return {each.key: each for each in examine(place, clock.now())}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of 400 people with 8 signals each; not open."""
    from tests.store.conftest import Hand

    place = tmp_path_factory.mktemp("made") / "journal.db"
    store = open_store(place, clock=Hand())
    begin(store)
    people = [person(n, f"Person {n}", job="x" * 60) for n in range(1000, 1400)]
    with store.write("import") as work:
        work.put_many(people, logged=False)
        work.put_many(
            [signal(10_000 + n, 1000 + n % 400, note=f"note {n}") for n in range(3200)],
            logged=False,
        )
    store.close()
    return place


@pytest.fixture
def filled(made: Path, place: Path) -> Path:
    """That journal, of this test alone and of its owner alone."""
    shutil.copy(made, place)
    return place


def test_a_healthy_journal_has_nothing_bad_about_it(filled, clock):
    before = filled.read_bytes()
    found = looked(filled, clock)
    assert [each.key for each in found.values() if each.health is Health.BAD] == []
    assert {"sqlite", "place", "schema", "modes", "mode", "integrity", "links"} <= found.keys()
    assert filled.read_bytes() == before


def test_what_others_can_read_is_told_whatever_the_name(filled, clock):
    journal = filled.rename(filled.with_name("team [2026].db"))
    journal.chmod(0o644)
    said = looked(journal, clock)["modes"].text
    assert "Others on this machine can read team [2026].db." in said
    assert f"chmod 600 '{journal}'*" in said


def test_what_others_can_read_is_told(filled, clock):
    filled.chmod(0o644)
    assert looked(filled, clock)["modes"].health is Health.BAD
    assert "chmod 600" in looked(filled, clock)["modes"].text


def test_the_last_backup_is_told(filled, clock):
    assert looked(filled, clock)["backup"].health is Health.NOTE
    store = open_store(filled, clock=clock)
    back_up(store)
    store.close()
    assert looked(filled, clock)["backup"].health is Health.GOOD
    clock.move(days=30)
    assert looked(filled, clock)["backup"].health is Health.NOTE


def test_a_journal_in_a_synchronised_folder_is_told(tmp_path, clock):
    folder = tmp_path / "Dropbox" / "work"
    folder.mkdir(parents=True)
    assert synced_by(folder / "journal.db") == tmp_path / "Dropbox"
    other = tmp_path / "shared" / "deep"
    other.mkdir(parents=True)
    assert synced_by(other / "journal.db") is None
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert synced_by(other / "journal.db") == tmp_path / "shared"
    open_store(folder / "journal.db", clock=clock).close()
    assert looked(folder / "journal.db", clock)["synced"].health is Health.BAD


def test_what_cannot_be_opened_is_told_in_its_own_sentence(place, clock):
    place.write_bytes(b"hello")
    assert "not a staketerm journal" in looked(place, clock)["journal"].text
    place.unlink()
    assert looked(place, clock)["journal"].health is Health.NOTE


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((4, 0, 0), False),
    ],
)
def test_which_sqlite_can_harm_a_journal(version, affected):
    assert wal_bug(version) == affected


def test_links_to_nothing_are_told(filled, clock):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("DELETE FROM stakeholder WHERE id = ?", (ident(1000),))
        connection.commit()
    assert looked(filled, clock)["links"].health is Health.BAD


def harm(place: Path, seed: int, pages: int) -> None:
    """Overwrite some pages beyond the first with rubbish."""
    chance = random.Random(seed)
    content = bytearray(place.read_bytes())
    for page in chance.sample(range(1, len(content) // PAGE), pages):
        content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    place.write_bytes(content)


def counts(place: Path, clock) -> dict[str, int]:
    store = open_store(place, clock=clock)
    found = {name: len(rows) for name, rows in visible(store).items() if rows}
    store.close()
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_journal_is_rebuilt_from_backup_and_what_can_be_read(filled, clock, seed):
    store = open_store(filled, clock=clock)
    back_up(store)
    clock.move(hours=1)
    with store.write("log") as work:
        work.put(Entry(id=ident(60), kind="note", day=DAY, text="after the backup"))
        work.patch(Stakeholder, ident(2), job="Engineer")
    store.close()
    before = counts(filled, clock)
    harm(filled, seed, pages=8)
    damaged = filled.read_bytes()
    assert looked(filled, clock)["integrity"].health is Health.BAD
    mended = repair(filled, clock)
    assert mended.damaged.read_bytes() == damaged
    assert mended.backup is not None
    assert [each.key for each in looked(filled, clock).values() if each.health is Health.BAD] == []
    after = counts(filled, clock)
    assert {**after, "entry": 1} == before
    store = open_store(filled, clock=clock)
    with store.read() as reader:
        assert len(search(reader, "note 3199")) == 1
    with store.write("edit") as later:
        later.patch(Stakeholder, ident(2), job="Chief")
    assert later.rev > work.rev
    store.close()


@pytest.mark.parametrize("with_backup", [False, True])
def test_what_was_saved_and_what_was_lost_is_counted(filled, clock, with_backup):
    if with_backup:
        store = open_store(filled, clock=clock)
        back_up(store)
        store.close()
    before = counts(filled, clock)
    content = bytearray(filled.read_bytes())
    for at in range(PAGE, len(content), PAGE):
        page = content[at : at + PAGE]
        if page[0] == LEAF_OF_A_TABLE and b"note 300" in page and b"signal" not in page:
            content[at : at + PAGE] = b"\xff" * PAGE
    filled.write_bytes(content)
    mended = repair(filled, clock)
    after = counts(filled, clock)
    assert {name: mended.kept[name] for name in after} == after
    if with_backup:
        assert mended.lost == {}
        assert after == before
    else:
        assert mended.lost["signal"] == before["signal"] - after["signal"] > 0
        assert after["stakeholder"] == before["stakeholder"]


def test_the_backup_that_knows_most_is_taken_though_the_clock_was_set_back(filled, clock):
    store = open_store(filled, clock=clock)
    back_up(store)
    clock.move(days=-300)
    with store.write("add") as work:
        work.put(person(3, "Bo"))
    newest = back_up(store)
    store.close()
    harm(filled, 1, pages=8)
    mended = repair(filled, clock)
    assert mended.backup == newest
    assert mended.lost == {}


def test_half_a_write_is_not_rescued(place, clock, monkeypatch):
    """On a share the journal that is cut off keeps beside it what takes the half write back."""
    from staketerm.store import opening

    monkeypatch.setattr(opening, "on_network", lambda _path: True)
    store = open_store(place, clock=clock)
    begin(store)
    crashed = place.with_name("crashed.db")
    with store.write("import") as work:
        work.connection.exec_driver_sql("PRAGMA cache_size = 5")
        work.put_many([person(n, "x" * 400) for n in range(1000, 2000)], logged=False)
        for ending in ("", "-journal"):
            shutil.copy(f"{place}{ending}", f"{crashed}{ending}")
    store.close()
    assert crashed.stat().st_size > 100 * PAGE
    mended = repair(crashed, clock)
    assert mended.kept["stakeholder"] == 1


def test_without_a_backup_what_can_be_read_is_kept(filled, clock):
    before = counts(filled, clock)
    content = bytearray(filled.read_bytes())
    content[:100] = bytes(100)
    filled.write_bytes(b"SQLite format 3\x00" + content[16:])
    mended = repair(filled, clock)
    assert mended.backup is None
    assert counts(filled, clock) == before
    assert mended.salvaged["signal"] == 3200


def test_what_a_newer_row_says_is_taken_over_the_backup(filled, clock):
    store = open_store(filled, clock=clock)
    back_up(store)
    with store.write("edit") as work:
        work.patch(Stakeholder, ident(2), job="Engineer")
        work.delete(Signal, ident(10_000))
    store.close()
    mended = repair(filled, clock)
    assert mended.salvaged["stakeholder"] == 1
    assert mended.salvaged["signal"] == 1
    store = open_store(filled, clock=clock)
    with store.read() as reader:
        ada = reader.get(Stakeholder, ident(2))
        assert reader.get(Signal, ident(10_000)) is None
    assert ada is not None
    assert ada.job == "Engineer"
    store.close()


def test_rows_that_point_to_nothing_are_cut_loose_or_left_out(filled, clock):
    store = open_store(filled, clock=clock)
    with store.write("add") as work:
        work.put(person(7, "Org", kind="organisation"))
        work.put(person(8, "Bo", organisation=ident(7)))
        work.put(Involvement(id=ident(30), stakeholder=ident(7), project=BRIDGE.id))
    store.close()
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("DELETE FROM stakeholder WHERE id = ?", (ident(7),))
        connection.commit()
    mended = repair(filled, clock)
    assert mended.lost == {"involvement": 1}
    store = open_store(filled, clock=clock)
    with store.read() as reader:
        bo = reader.get(Stakeholder, ident(8))
    assert bo is not None
    assert bo.organisation is None
    store.close()


def test_an_open_or_missing_journal_is_not_mended(filled, clock, tmp_path):
    store = open_store(filled, clock=clock)
    with pytest.raises(JournalLocked):
        repair(filled, clock)
    store.close()
    with pytest.raises(JournalMissing):
        repair(tmp_path / "none.db", clock)


@pytest.mark.parametrize(
    ("pragma", "kind"), [("user_version = 9", JournalNewer), ("application_id = 7", NotAJournal)]
)
def test_what_a_newer_or_another_program_wrote_is_not_mended(filled, clock, pragma, kind):
    store = open_store(filled, clock=clock)
    back_up(store)
    store.close()
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(f"PRAGMA {pragma}")
    before = filled.read_bytes()
    with pytest.raises(kind, match="left untouched"):
        repair(filled, clock)
    assert filled.read_bytes() == before


def test_where_nothing_can_be_read_nothing_is_replaced(place, clock):
    place.write_bytes(b"rubbish " * (20 * PAGE // 8))
    before = place.read_bytes()
    with pytest.raises(JournalDamaged, match="nothing in it can be read"):
        repair(place, clock)
    assert place.read_bytes() == before
    assert {each.name for each in place.parent.iterdir()} <= {
        "journal.db",
        "journal.db.lock",
        "journal.db.open",
    }


def test_file_systems_of_other_machines_are_known_by_name():
    mounts = read_mounts(
        "/dev/sda1 / ext4 rw 0 0\nnas:/home /home/anna nfs4 rw 0 0\n"
        "//pc/share /mnt/my\\040share cifs rw 0 0\ntmpfs /tmp tmpfs rw 0 0\nbroken\n"
    )
    kinds = {
        place: file_system(Path(place), mounts)
        for place in ("/home/anna/journal.db", "/mnt/my share/x", "/tmp/x", "/home/bo", "/")
    }
    assert kinds == {
        "/home/anna/journal.db": "nfs4",
        "/mnt/my share/x": "cifs",
        "/tmp/x": "tmpfs",
        "/home/bo": "ext4",
        "/": "ext4",
    }
    assert {"nfs4", "cifs"} <= REMOTE
    assert file_system(Path("/x"), []) is None


def test_on_a_network_drive_a_journal_works_without_a_log_beside_it(place, clock, monkeypatch):
    from staketerm.store import opening

    monkeypatch.setattr(opening, "on_network", lambda _path: True)
    store = open_store(place, clock=clock)
    begin(store)
    with store.read() as reader:
        assert reader.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
        assert reader.get(Stakeholder, ident(2)) is not None
    store.close()
    assert looked(place, clock)["mode"].health is Health.NOTE
