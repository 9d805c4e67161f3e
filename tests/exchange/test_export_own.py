"""Everything that is one's own comes out, and goes in again with the same positions."""

import json
import os
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange import own
from staketerm.exchange.csvform import csv_text, extra_columns
from staketerm.exchange.csvread import read_table
from staketerm.exchange.export import export
from staketerm.exchange.files import ExportFailed
from staketerm.exchange.plan import ImportRefused
from staketerm.journal import capture, history, ledger
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions import judging
from staketerm.journal.positions.seen import mark_seen
from staketerm.journal.requests import (
    AddStakeholder,
    Agree,
    AskFor,
    Judge,
    LogSignal,
    WriteNote,
)
from staketerm.journal.stakeholders import people, triage
from staketerm.store.clock import FixedClock
from staketerm.store.records import EXCHANGED, Signal, Stakeholder
from tests.places import Where

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = date(2026, 11, 24)
CANARY = "canary-4711"


def opened(location):
    return open_journal(location, clock=FixedClock(NOON))


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with opened(where()) as journal:
        yield journal


@pytest.fixture
def full(journal: Journal) -> Journal:
    """A journal with something in nearly every table, private rows among them."""
    people.add_stakeholder(
        journal,
        AddStakeholder(
            name="Ada Lens",
            organisation="=Zuidrand",
            emails=("ada@x.example",),
            phones=("0049301234567",),
            tags=("board",),
            impact="high",
            power=5,
            roles=("sponsor", "owner"),
            job="1/2",
            note=f"a note {CANARY}",
        ),
    )
    people.add_stakeholder(
        journal,
        AddStakeholder(
            name=f"Secret {CANARY}",
            organisation=f"Hidden {CANARY}",
            emails=(f"{CANARY}@x.example",),
            private=True,
            tags=(CANARY,),
        ),
    )
    ada, secret = (people.find(journal, name).key for name in ("Ada Lens", "Secret"))
    hidden = people.find(journal, "Hidden").key
    with journal.write("edit") as writing:
        writing.patch(Stakeholder, hidden, private=True)
    for day, kind in ((3, "agenda_changed"), (10, "brought_others"), (17, "mail_answered")):
        capture.log_signal(
            journal,
            LogSignal(stakeholder=ada, kind=kind, day=date(2026, 11, day), note="in the open"),
        )
    capture.log_signal(
        journal,
        LogSignal(stakeholder=ada, kind="said_oppose", day=TODAY, note=CANARY, private=True),
    )
    capture.log_signal(
        journal, LogSignal(stakeholder=secret, kind="contact", day=TODAY, note=CANARY)
    )
    ledger.ask(journal, AskFor(stakeholder=ada, text="planning?", day=date(2026, 11, 20)))
    ledger.agree(
        journal,
        Agree(stakeholder=ada, text=CANARY, by="them", day=TODAY, private=True),
    )
    ledger.agree(journal, Agree(stakeholder=ada, text="send it", by="me", day=TODAY))
    judging.judge(journal, Judge(stakeholder=ada, label="critic", day=TODAY, note=CANARY))
    mark_seen(journal, ada, journal.default_project().id, TODAY, f"thought of it {CANARY}")
    capture.write_note(journal, WriteNote(text=f"all of it {CANARY}", day=TODAY, about=(ada,)))
    capture.write_note(journal, WriteNote(text="open talk", day=TODAY, private=False))
    return journal


def files_of(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def positions(journal):
    return triage.people(journal, order="name").rows


def test_a_folder_holds_a_file_for_each_table_and_says_what_is_in_it(full, tmp_path):
    done = export(full, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    tables = {kind.table for kind in EXCHANGED} - {"signal"}
    assert set(manifest["files"]) == {f"{name}.csv" for name in tables} | {
        "deleted.csv",
        "signal-2026-11.csv",
    }
    assert set(files_of(tmp_path / "out")) == {*manifest["files"], "manifest.json"}
    said = manifest["files"]["stakeholder.csv"]
    assert said["rows"] == 2
    assert said["bytes"] == (tmp_path / "out" / "stakeholder.csv").stat().st_size
    assert (manifest["format"], manifest["private"], manifest["content"]) == (
        "1.0",
        False,
        "export",
    )
    assert done.rows == sum(
        each["rows"] for name, each in manifest["files"].items() if name != "deleted.csv"
    )


def test_what_is_private_leaves_in_no_form_unless_asked_for(full, tmp_path):
    export(full, tmp_path / "out")
    export(full, tmp_path / "out.json", "json")
    data = files_of(tmp_path / "out") | {"json": (tmp_path / "out.json").read_bytes()}
    assert [name for name, each in data.items() if CANARY.encode() in each] == []
    assert len(data["judgement.csv"].splitlines()) == 1
    assert b'"critic"' not in data["json"]
    assert b"open talk" in data["entry.csv"]
    assert b"in the open" in data["signal-2026-11.csv"]


@pytest.mark.parametrize(("format", "name"), [("csv", "out"), ("json", "out.json")])
def test_what_is_private_goes_along_when_asked_for_and_the_name_says_so(
    full, tmp_path, format, name
):
    done = export(full, tmp_path / name, format, with_private=True)
    assert done.path.name == name.replace("out", "out-PRIVATE")
    data = b"".join(files_of(done.path).values()) if format == "csv" else done.path.read_bytes()
    assert data.count(CANARY.encode()) >= 8
    again = export(full, done.path, format, with_private=True)
    assert again.path == done.path


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("with_private", [False, True])
def test_only_the_owner_can_read_an_export(full, tmp_path, with_private):
    done = export(full, tmp_path / "out", with_private=with_private)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in done.path.iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o700
    file = export(full, tmp_path / "out.json", "json", with_private=with_private).path
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_cells_that_a_spreadsheet_would_run_or_retype_are_guarded(full, tmp_path):
    export(full, tmp_path / "out")
    assert ",'=Zuidrand," in (tmp_path / "out" / "stakeholder.csv").read_text()
    assert ",'1/2," in (tmp_path / "out" / "stakeholder.csv").read_text()
    assert ",'0049301234567," in (tmp_path / "out" / "contact.csv").read_text()


def test_a_second_export_touches_nothing_and_one_edit_one_file(full, tmp_path):
    export(full, tmp_path / "out")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    full.clock = FixedClock(NOON.replace(hour=13))
    assert export(full, tmp_path / "out").changed == 0
    assert before == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    ada = people.find(full, "Ada Lens").key
    with full.write("edit") as writing:
        writing.patch(Stakeholder, ada, job="Chair")
    old = files_of(tmp_path / "out")
    assert export(full, tmp_path / "out").changed == 2
    new = files_of(tmp_path / "out")
    assert {name for name in new if new[name] != old[name]} == {
        "stakeholder.csv",
        "manifest.json",
    }


def test_the_same_rows_read_and_written_again_are_the_same_bytes(full, tmp_path):
    folder = export(full, tmp_path / "out", with_private=True).path
    for kind in EXCHANGED:
        for path in folder.glob(f"{kind.table}*.csv"):
            data = path.read_bytes()
            rows = [row for batch in read_table(kind, path.name, data) for row in batch]
            assert "".join(csv_text(kind, rows, extra_columns(rows))).encode() == data


@pytest.mark.parametrize(("format", "name"), [("csv", "out"), ("json", "out.json")])
def test_an_export_taken_into_an_empty_journal_gives_the_same_positions(
    full, where, tmp_path, format, name
):
    source = export(full, tmp_path / name, format, with_private=True).path
    with opened(where()) as second:
        receipt = own.take_in(second, own.preview(second, source))
        assert receipt.changed
        assert positions(second) == positions(full)
        assert second.default_project().id == full.default_project().id
        once = export(second, tmp_path / f"second-{name}", format, with_private=True).path
        if format == "csv":
            assert stripped(once) == stripped(source)


def stripped(folder):
    """The data of an export without its stamps."""
    return {
        path.name: [
            line.rsplit(",", 2 if ",_revs" in path.read_text().splitlines()[0] else 1)[0]
            for line in path.read_text().splitlines()
        ]
        for path in sorted(folder.glob("*.csv"))
        if path.name != "deleted.csv"
        and path.name != "project.csv"  # the empty project of a fresh journal was replaced
    }


def test_taking_it_in_twice_adds_nothing_and_undo_takes_it_back(full, where, tmp_path):
    source = export(full, tmp_path / "out", with_private=True).path
    with opened(where()) as second:
        first = second.default_project().name
        own.take_in(second, own.preview(second, source))
        plan = own.preview(second, source)
        assert (plan.new, plan.differ) == (0, 0)
        assert own.take_in(second, plan).batch is None
        history.undo(second)
        assert positions(second) == ()
        assert second.default_project().name == first


def test_what_is_here_stays_and_is_counted(full, tmp_path):
    source = export(full, tmp_path / "out", with_private=True).path
    ada = people.find(full, "Ada Lens").key
    with full.write("edit") as writing:
        writing.patch(Stakeholder, ada, job="Chair")
    plan = own.preview(full, source)
    assert (plan.new, plan.differ) == (0, 1)
    assert "1 row differs from what is here; here stays" in plan.summary
    own.take_in(full, plan)
    with full.read() as reader:
        assert reader.get(Stakeholder, ada).job == "Chair"


def test_what_was_deleted_here_stays_deleted(full, tmp_path):
    source = export(full, tmp_path / "out", with_private=True).path
    people.delete_stakeholder(full, people.find(full, "Ada Lens").key)
    own.take_in(full, own.preview(full, source))
    assert [row.name for row in positions(full)] == [f"Secret {CANARY}"]


def test_an_edited_file_is_read_and_named(full, where, tmp_path):
    source = export(full, tmp_path / "out").path
    path = source / "stakeholder.csv"
    path.write_text(path.read_text().replace("Ada Lens", "Ada L"))
    with opened(where()) as second:
        plan = own.preview(second, source)
        assert plan.edited == ("stakeholder.csv",)
        assert "stakeholder.csv was changed since it was exported" in plan.summary
        own.take_in(second, plan)
        assert [row.name for row in positions(second)] == ["Ada L"]


def refusal(journal, source):
    with pytest.raises(ImportRefused) as refused:
        own.preview(journal, source)
    return str(refused.value)


def test_an_export_with_a_file_missing_is_refused(full, tmp_path):
    source = export(full, tmp_path / "out").path
    (source / "contact.csv").unlink()
    assert refusal(full, source) == "contact.csv: this file of the export is missing"


def test_an_export_of_a_newer_program_is_refused(full, tmp_path):
    source = export(full, tmp_path / "out").path
    path = source / "manifest.json"
    path.write_text(path.read_text().replace('"format": "1.0"', '"format": "2.0"'))
    assert "made by a newer staketerm (format 2.0; this one knows 1)" in refusal(full, source)


def test_a_row_that_points_to_nothing_is_refused_and_nothing_is_written(full, where, tmp_path):
    source = export(full, tmp_path / "out").path
    path = source / "stakeholder.csv"
    header, *rows = path.read_text().splitlines(keepends=True)
    path.write_text(header + "".join(row for row in rows if "Ada Lens" not in row))
    with opened(where()) as second:
        message = refusal(second, source)
        assert message.startswith("contact.csv, column stakeholder,")
        assert "neither here nor in the export" in message
        assert positions(second) == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda text: text[:-20], "this is no JSON"),
        (lambda text: text.replace('"power": 5', '"power": 9'), "column power"),
        (lambda text: text.replace("staketerm/export/1", "other"), "no export of staketerm"),
        (lambda _text: "[]", "no export of staketerm"),
    ],
)
def test_a_json_file_that_is_not_whole_is_refused(full, tmp_path, change, rule):
    source = export(full, tmp_path / "out.json", "json").path
    source.write_text(change(source.read_text()))
    assert rule in refusal(full, source)


def test_a_folder_with_other_things_in_it_is_left_alone(full, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds other things"):
        export(full, tmp_path)
    assert files_of(tmp_path) == {"letter.txt": b"mine"}


def test_a_month_without_signals_any_more_loses_its_file(full, tmp_path):
    folder = export(full, tmp_path / "out").path
    with full.write("edit") as writing:
        for signal in writing.work.rows(Signal):
            writing.delete(Signal, signal.id)
    export(full, folder)
    assert not list(folder.glob("signal-*"))
    deleted = (folder / "deleted.csv").read_text().splitlines()
    assert len(deleted) == 6
    assert all(line.startswith("signal,") for line in deleted[1:])


def test_a_place_where_nothing_can_be_written_is_named(full, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportFailed, match="What was there before is still there"):
        export(full, tmp_path / "file" / "out.json", "json")
    assert (tmp_path / "file").read_text() == "x"
