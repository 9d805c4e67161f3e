"""`backup`, `restore`, `doctor`, and the copy that is made by itself."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine


def test_a_backup_lies_beside_the_journal_and_brings_it_back(say, ada, place):
    made = say("backup", "--json").json["path"]
    assert made.startswith(str(place.parent / "backups"))
    say("add", "Bram Okafor")
    said = say("restore", made)
    assert "kept as" in said.out
    assert [row["handle"] for row in say("list", "--json").json["stakeholders"]] == ["ada-lens"]


def test_a_backup_goes_where_it_is_wanted(say, ada, tmp_path):
    target = tmp_path / "copy.db"
    assert str(target) in say("backup", str(target)).out
    assert target.stat().st_mode & 0o777 == 0o600
    say("backup", str(target), code=1)


def test_the_journal_that_was_replaced_is_kept(say, ada, place):
    made = say("backup", "--json").json["path"]
    say("add", "Bram Okafor")
    kept = say("restore", made, "--json").json["kept"]
    before = say("list", "--json", "--journal", kept).json["stakeholders"]
    assert {row["handle"] for row in before} == {"ada-lens", "bram-okafor"}


def test_what_is_no_backup_is_refused_and_the_journal_stays(place, say, ada, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear " * 100, encoding="utf-8")
    say("restore", str(letter), code=1)
    say("restore", str(tmp_path / "nothing.db"), code=1)
    assert len(say("list", "--json").json["stakeholders"]) == 1


def test_doctor_finds_a_sound_journal_well(place, say, ada):
    told = say("doctor", "--json").json
    assert told["schema"] == "staketerm/doctor/1"
    assert told["healthy"] is True
    assert {"sqlite", "integrity", "links", "backup"} <= {one["key"] for one in told["findings"]}
    assert all({"key", "health", "text"} == set(one) for one in told["findings"])
    assert say("doctor").rows[0][0] in ("good", "note")
    assert "nothing to mend" in say("doctor", "--repair").err


def test_doctor_tells_who_else_can_read_the_journal(say, ada, place):
    place.chmod(0o644)
    said = say("doctor", code=1)
    assert "chmod 600" in said.out


def test_doctor_mends_a_damaged_journal_from_its_backup(say, partner, place):
    say("backup")
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40960)
    say("list", code=1)
    say("doctor", code=1)
    said = say("doctor", "--repair")
    assert "the damaged journal is kept as" in said.out
    assert re.search(r"rows saved: stakeholder \d", said.out)
    assert "rows lost: none" in said.out
    told = say("why", partner, "--json").json
    assert told["position"] == "partner"
    assert say("list", "--json").json["stakeholders"][0]["position"] == "partner"


def test_a_file_of_another_kind_is_left_alone(say, place):
    place.write_text("not a journal " * 50, encoding="utf-8")
    before = place.read_bytes()
    for command in (("list",), ("add", "Ada Lens"), ("due",)):
        said = say(*command, code=1)
        assert said.err.count("\n") == 1
    assert place.read_bytes() == before


@pytest.mark.parametrize(("hours", "made"), [(2, 0), (30, 1)])
def test_once_a_day_a_copy_is_made_when_something_was_written(say, ada, place, hours, made):
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=hours), tick=True):
        say("log", ada, "contact")
        say("log", ada, "contact")
    assert len(list((place.parent / "backups").glob("*.db"))) == made


MARK = '{"pid": 1, "host": "here", "since": "2026-11-21T12:00:00+00:00", "purpose": "open"}'


def test_damage_after_a_power_cut_is_told_at_the_next_write(say, ada, place):
    with place.open("r+b") as file:
        file.seek(0, 2)
        file.write(b"\xff" * 8192)  # pages that belong to nothing
        file.seek(28)
        file.write((place.stat().st_size // 4096).to_bytes(4, "big"))
    place.with_name("journal.db.open").write_text(MARK, encoding="utf-8")
    assert "doctor --repair" in say("log", ada, "contact").err
    assert "doctor --repair" in say("log", ada, "contact").err  # until it is mended


def test_after_a_power_cut_that_did_no_harm_nothing_is_said(say, ada, place):
    place.with_name("journal.db.open").write_text(MARK, encoding="utf-8")
    assert "damaged" not in say("log", ada, "contact").err


def test_a_journal_begun_on_a_network_drive_is_warned_of(say, place, monkeypatch):
    from staketerm.store import network

    monkeypatch.setattr(network, "_mounts", lambda: [("/", "ext4"), (str(place.parent), "cifs")])
    assert "one machine at a time" in say("add", "Ada Lens").err
    assert "one machine at a time" in say("doctor", code=0).out
    with time_machine.travel(datetime.now(UTC) + timedelta(days=2), tick=True):
        assert "one machine" not in say("log", "ada-lens", "contact").err


def test_reading_works_where_nothing_can_be_written(say, partner, place, monkeypatch):
    from staketerm.store import opening, probe

    for room in (opening, probe):
        monkeypatch.setattr(room, "writable", lambda _path: False)
    assert say("list", "--json").json["stakeholders"][0]["position"] == "partner"
    assert say("why", partner, "--json").json["position"] == "partner"
    assert say("due", "--all").out == say("due", "--all").out
    assert "read-only" in say("log", partner, "contact", code=1).err


def test_what_is_there_is_shown_though_the_disk_is_full(place, say, ada, monkeypatch):
    from staketerm.store import opening
    from staketerm.store.errors import DiskFull, sentence

    def full(path, *_given):
        raise DiskFull(sentence(DiskFull, str(path)))

    monkeypatch.setattr(opening, "_file", full)
    assert say("list", "--json").json["total"] == 1
    assert say("why", ada, "--json").json["handle"] == ada
    assert "Free some space" in say("log", ada, "contact", code=1).err


def test_what_is_there_is_shown_at_once_while_another_program_writes(say, ada, place, monkeypatch):
    from staketerm.store import lock
    from staketerm.store.clock import SystemClock
    from staketerm.store.opening import open_store

    waits = []

    def within(seconds, attempt):
        waits.append(seconds)
        return attempt()

    monkeypatch.setattr(lock, "within", within)
    writer = open_store(place, clock=SystemClock())
    with writer.write("import"):
        assert say("list", "--json").json["total"] == 1
        assert say("why", ada, "--json").json["handle"] == ada
        assert say("due", "--format", "tmux").code == 0
        assert waits[-1] == 0.0
        assert waits.count(lock.WAIT_SECONDS) == 2  # of the writer: to open, to write
        assert "has been writing" in say("log", ada, "contact", code=1).err
    writer.close()
