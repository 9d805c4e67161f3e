"""Colleagues exchange through a folder: everything shared arrives, nothing private does, and no
value is lost that somebody had not seen."""

import csv
import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.disputes import decide, disputes
from staketerm.exchange.sync.sharing import offer, share
from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal import capture
from staketerm.journal.backups import back_up
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal
from staketerm.journal.stakeholders import people
from staketerm.journal.writing import involvement_id
from staketerm.store.records import Entry, Involvement, Project, Signal, Stakeholder
from tests.places import Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
SECRET = "canary-7431"

Three = tuple[Journal, Journal, Journal]

NAMES: dict[str, str] = {}
"""Who writes under each replica."""


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.fixture
def team(where: Where, clock: Hand) -> Iterator[Three]:
    with ExitStack() as stack:
        anna, bram, chen = (
            stack.enter_context(open_journal(where(name), clock=clock))
            for name in ("anna", "bram", "chen")
        )
        NAMES.update(
            zip(
                (each.store.replica for each in (anna, bram, chen)),
                ("anna", "bram", "chen"),
                strict=True,
            )
        )
        yield anna, bram, chen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "team"


def shared(journal: Journal, folder: Path, level: str = "notes") -> str:
    project = journal.default_project().id
    share(journal, folder, project, level)
    return project


def exchange(journal: Journal, folder: Path, *accept: str, dry: bool = False) -> Synced:
    return sync(journal, folder, NAMES.get(journal.store.replica, ""), accept=accept, dry=dry)


def add(journal: Journal, name: str, project: str) -> str:
    added = people.add_stakeholder(journal, AddStakeholder(name=name, project=project))
    return next(row for table, row in added.rows if table == "stakeholder")


def log(journal: Journal, who: str, project: str, note: str | None = None) -> str:
    told = capture.log_signal(
        journal,
        LogSignal(stakeholder=who, kind="agreement_kept", day=TODAY, project=project, note=note),
    )
    return next(row for table, row in told.rows if table == "signal")


def edit(journal: Journal, table: type[Stakeholder | Signal], id: str, **values: object) -> None:
    with journal.write("edit") as writing:
        writing.patch(table, id, **values)


def job(journal: Journal, who: str) -> str | None:
    with journal.read() as reader:
        found = reader.get(Stakeholder, who)
    assert found is not None
    return found.job


def note(journal: Journal, row: str) -> str | None:
    with journal.read() as reader:
        found = reader.get(Signal, row)
    assert found is not None
    return found.note


def written(folder: Path) -> list[dict[str, bytes]]:
    return [
        {file.name: file.read_bytes() for file in sorted(place.glob("*.csv"))}
        for place in sorted((folder / "from").iterdir())
    ]


def of(folder: Path, name: str) -> Path:
    return next(place for place in (folder / "from").iterdir() if place.name.endswith(name))


def test_in_an_empty_journal_the_project_that_came_in_is_meant_where_none_is_said(
    team: Three, folder: Path
) -> None:
    anna, bram, chen = team
    project = shared(anna, folder)
    log(anna, add(anna, "Ada Lens", project), project)
    own = chen.default_project().id
    add(chen, "Somebody", own)
    exchange(anna, folder)
    assert any("unless you name another project" in note for note in exchange(bram, folder).notes)
    assert bram.default_project().id == project
    assert exchange(chen, folder).notes == ()
    assert chen.default_project().id == own


def test_a_deletion_is_told_alike_by_everybody_though_one_edited_the_row_outside_the_share(
    team: Three, folder: Path, clock: Hand
) -> None:
    anna, bram, chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    told = log(anna, who, project, "said so")
    for journal in team * 2:
        exchange(journal, folder)
    with anna.write("leave") as writing:
        writing.delete(Involvement, involvement_id(who, project))
    for journal in team * 2:
        exchange(journal, folder)
    clock.move(minutes=1)
    with bram.write("delete") as writing:
        writing.delete(Signal, told)
    clock.move(minutes=1)
    edit(anna, Signal, told, note="said otherwise")
    for journal in (bram, chen, anna, bram, chen):
        exchange(journal, folder)
    first, second, third = written(folder)
    assert first == second == third
    assert note(anna, told) == "said otherwise"


def test_a_colleague_gets_what_is_shared_and_gives_it_back_the_same(
    team: Three, folder: Path
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    log(anna, add(anna, "Ada Lens", project), project)
    exchange(anna, folder)
    came = exchange(bram, folder)
    assert [(each.person, each.new) for each in came.taken] == [("anna", 4)]
    with bram.read() as reader:
        assert [row.kind for row in reader.rows(Signal)] == ["agreement_kept"]
        assert [row.handle for row in reader.rows(Stakeholder)] == ["ada-lens"]
    assert exchange(anna, folder).taken == ()
    first, second = written(folder)
    assert first == second


def test_a_second_sync_writes_nothing(team: Three, folder: Path) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    log(anna, add(anna, "Ada Lens", project), project)
    for journal in (anna, bram, anna, bram):
        exchange(journal, folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    with bram.write("note") as writing:
        writing.put(Entry(id=bram.store.new_id(), kind="journal", day=TODAY, text="mine alone"))
    for journal in (anna, bram):
        done = exchange(journal, folder)
        assert (done.taken, done.given and done.given.changed) == ((), 0)
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert after == before


def test_a_look_beforehand_keeps_nothing(team: Three, folder: Path) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    assert [each.new for each in exchange(bram, folder, dry=True).taken] == [3]
    with bram.read() as reader:
        assert reader.rows(Stakeholder) == []
    assert len(written(folder)) == 1


def test_what_is_private_reaches_no_file(team: Three, folder: Path) -> None:
    anna, _bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    hidden = add(anna, f"Hidden {SECRET}", project)
    edit(anna, Stakeholder, hidden, private=True)
    edit(anna, Stakeholder, who, organisation=hidden)
    log(anna, hidden, project, f"about {SECRET}")
    edit(anna, Signal, log(anna, who, project, f"quiet {SECRET}"), private=True)
    with anna.write("note") as writing:
        entry = Entry(id=anna.store.new_id(), kind="note", day=TODAY, project=project, text=SECRET)
        writing.put(entry)
    exchange(anna, folder)
    for path in folder.rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes(), path.name


def test_notes_stay_home_where_signals_alone_are_shared_and_nobody_can_empty_them(
    team: Three, folder: Path
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder, "signals")
    row = log(anna, add(anna, "Ada Lens", project), project, SECRET)
    exchange(anna, folder)
    exchange(bram, folder)
    assert note(bram, row) is None
    edit(bram, Signal, row, kind="agreement_late")
    exchange(bram, folder)
    exchange(anna, folder)
    with anna.read() as reader:
        kept = reader.get(Signal, row)
    assert kept is not None
    assert (kept.kind, kept.note) == ("agreement_late", SECRET)


def test_two_who_edit_one_field_at_once_lose_neither_value(
    team: Three, folder: Path, clock: Hand
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    exchange(anna, folder)
    exchange(bram, folder)
    edit(anna, Stakeholder, who, job="clerk")
    clock.move(minutes=1)
    edit(bram, Stakeholder, who, job="head")
    exchange(bram, folder)
    assert [each.conflicts for each in exchange(anna, folder).taken] == [1]
    assert job(anna, who) == "head"
    (found,) = disputes(anna)
    assert (found.about, found.field) == ("Ada Lens", "job")
    assert (found.lost.value, found.lost.person) == ("clerk", "you")
    assert (found.holds.value, found.holds.person) == ("head", "bram")
    decide(anna, found.number, take_lost=True)
    assert disputes(anna) == ()
    exchange(anna, folder)
    exchange(bram, folder)
    assert (job(bram, who), disputes(bram)) == ("clerk", ())


def test_an_edit_that_saw_the_other_is_no_conflict(team: Three, folder: Path) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    exchange(anna, folder)
    exchange(bram, folder)
    edit(bram, Stakeholder, who, job="head")
    exchange(bram, folder)
    assert [each.conflicts for each in exchange(anna, folder).taken] == [0]
    assert (job(anna, who), disputes(anna)) == ("head", ())


def test_files_still_on_their_way_wait_whole(team: Three, folder: Path) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    torn = of(folder, "anna") / "involvement.csv"
    whole = torn.read_bytes()
    torn.write_bytes(whole[:-9])
    done = exchange(bram, folder)
    assert done.taken == ()
    assert "involvement.csv" in done.waiting[0].why
    torn.write_bytes(whole)
    assert [each.new for each in exchange(bram, folder).taken] == [3]


def test_a_row_that_points_to_nothing_keeps_all_of_that_colleague_out(
    team: Three, folder: Path
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    log(anna, add(anna, "Ada Lens", project), project)
    exchange(anna, folder)
    place = of(folder, "anna")
    manifest = json.loads((place / "manifest.json").read_text())
    del manifest["files"]["stakeholder.csv"]
    (place / "manifest.json").write_text(json.dumps(manifest))
    done = exchange(bram, folder)
    assert "neither here nor in the files" in done.waiting[0].why
    with bram.read() as reader:
        assert reader.get(Project, project) is None


def test_much_deleted_at_once_is_asked_about(team: Three, folder: Path) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    rows = [log(anna, who, project, str(number)) for number in range(20)]
    exchange(anna, folder)
    exchange(bram, folder)
    with anna.write("delete") as writing:
        for row in rows:
            writing.delete(Signal, row)
    exchange(anna, folder)
    done = exchange(bram, folder)
    assert "20 of 23 rows" in done.waiting[0].why
    assert [each.deleted for each in exchange(bram, folder, "anna").taken] == [20]


def test_a_clock_far_ahead_wins_nothing_unasked(team: Three, folder: Path, clock: Hand) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    clock.move(hours=30)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    clock.move(hours=-30)
    assert "30 hours ahead" in exchange(bram, folder).waiting[0].why
    assert [each.new for each in exchange(bram, folder, "anna").taken] == [3]


def test_what_was_accepted_once_from_a_clock_far_ahead_keeps_nobody_waiting_from_then_on(
    team: Three, folder: Path, clock: Hand
) -> None:
    anna, bram, chen = team
    project = shared(anna, folder)
    clock.move(days=365)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    clock.move(days=-365)
    exchange(bram, folder, "anna")
    add(anna, "Bo Lens", project)
    exchange(anna, folder)
    done = exchange(bram, folder)
    assert [each.new for each in done.taken] == [2]
    assert not done.waiting
    assert not done.notes
    exchange(chen, folder, "anna", "bram")
    add(chen, "Cy Lens", project)
    exchange(chen, folder)
    assert not exchange(bram, folder).waiting


@pytest.mark.parametrize(
    ("hours", "said"), [(0.5, "30 minutes"), (30, "30 hours"), (24 * 365, "365 days")]
)
def test_how_far_a_clock_is_ahead_is_said_as_people_say_it(
    team: Three, folder: Path, clock: Hand, hours: float, said: str
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    clock.move(hours=hours)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    clock.move(hours=-hours)
    done = exchange(bram, folder)
    told = [*done.notes, *(each.why for each in done.waiting)]
    assert f"The clock of anna is {said} ahead" in " ".join(told)


def test_a_copied_journal_gets_a_name_of_its_own(
    team: Three, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    anna = team[0]
    project = shared(anna, folder)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    copy = back_up(anna, tmp_path / "copy.db")
    with open_journal(copy, clock=clock) as other:
        with pytest.raises(UsageError, match="--copied"):
            exchange(other, folder)
        sync(other, folder, "anna at home", origin="copied")
        assert other.store.replica != anna.store.replica
    assert len(written(folder)) == 2


def test_a_journal_put_back_from_a_backup_gets_back_what_it_gave_since(
    team: Three, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    anna = team[0]
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    exchange(anna, folder)
    copy = back_up(anna, tmp_path / "copy.db")
    clock.move(hours=1)
    row = log(anna, who, project, "after the backup")
    exchange(anna, folder)
    with open_journal(copy, clock=clock) as restored:
        done = sync(restored, folder, "anna", origin="moved")
        assert [each.new for each in done.taken] == [1]
        assert note(restored, row) == "after the backup"
    assert len(written(folder)) == 1


def resaved(path: Path, change: dict[str, str], sign: str = ";") -> None:
    """Save a file as a spreadsheet does: other quotes and signs, some texts changed."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=sign, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerows([[change.get(cell, cell) for cell in row] for row in rows])


def test_what_is_changed_by_hand_in_the_own_files_is_an_edit_of_ones_own(
    team: Three, folder: Path
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    row = log(anna, who, project, "came early")
    exchange(anna, folder)
    edit(anna, Stakeholder, who, job="clerk")
    resaved(of(folder, "anna") / "stakeholder.csv", {"Ada Lens": "Ada Lens-Smit"})
    resaved(of(folder, "anna") / "signal-2026-11.csv", {"came early": "came late"})
    done = exchange(anna, folder)
    assert done.notes == ("Your files were changed by hand: 0 new, 2 changed.",)
    with anna.read() as reader:
        ada = reader.get(Stakeholder, who)
    assert ada is not None
    assert (ada.name, ada.job, note(anna, row)) == ("Ada Lens-Smit", "clerk", "came late")
    exchange(bram, folder)
    assert note(bram, row) == "came late"


def test_a_file_that_is_only_saved_again_changes_nothing(team: Three, folder: Path) -> None:
    anna = team[0]
    project = shared(anna, folder)
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    before = written(folder)
    resaved(of(folder, "anna") / "stakeholder.csv", {})
    assert exchange(anna, folder).notes == ()
    assert written(folder) == before


def test_an_edit_by_hand_of_what_was_overtaken_keeps_both_values(team: Three, folder: Path) -> None:
    anna, _bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    edit(anna, Stakeholder, who, job="clerk")
    exchange(anna, folder)
    edit(anna, Stakeholder, who, job="head")
    resaved(of(folder, "anna") / "stakeholder.csv", {"clerk": "chief"})
    exchange(anna, folder)
    (found,) = disputes(anna)
    assert (found.holds.value, found.lost.value) == ("chief", "head")


def test_own_files_that_cannot_be_read_are_not_written_over(team: Three, folder: Path) -> None:
    anna = team[0]
    project = shared(anna, folder)
    log(anna, add(anna, "Ada Lens", project), project)
    exchange(anna, folder)
    place = of(folder, "anna") / "signal-2026-11.csv"
    resaved(place, {"2026-11-24": "yesterday"})
    before = place.read_bytes()
    with pytest.raises(ImportRefused, match="row 2, column day"):
        exchange(anna, folder)
    assert place.read_bytes() == before


def test_copies_that_a_synchroniser_made_are_named_and_left_alone(
    team: Three, folder: Path
) -> None:
    anna, bram, _chen = team
    shared(anna, folder)
    exchange(anna, folder)
    (of(folder, "anna") / "signal.sync-conflict-20261124-090000.csv").write_text("id\n")
    told = " ".join(exchange(bram, folder).notes)
    assert "signal.sync-conflict-20261124-090000.csv" in told


def test_copies_in_the_own_folder_are_left_alone_too(team: Three, folder: Path) -> None:
    anna = team[0]
    project = shared(anna, folder)
    exchange(anna, folder)
    copy = of(folder, "anna") / "stakeholder (1).csv"
    copy.write_text("id\n")
    add(anna, "Ada Lens", project)
    exchange(anna, folder)
    assert copy.read_text() == "id\n"


def test_leaving_a_conflict_as_it_is_reaches_colleagues(
    team: Three, folder: Path, clock: Hand
) -> None:
    anna, bram, _chen = team
    project = shared(anna, folder)
    who = add(anna, "Ada Lens", project)
    exchange(anna, folder)
    exchange(bram, folder)
    edit(anna, Stakeholder, who, job="clerk")
    clock.move(minutes=1)
    edit(bram, Stakeholder, who, job="head")
    for journal in (bram, anna, bram):
        exchange(journal, folder)
    assert [each.number for each in disputes(bram)] == [1]
    decide(anna, 1, take_lost=False)
    exchange(anna, folder)
    exchange(bram, folder)
    assert (job(bram, who), disputes(bram)) == ("head", ())
    first, second = written(folder)
    assert first == second


def test_a_folder_with_other_things_and_a_personal_project_are_refused(
    team: Three, folder: Path
) -> None:
    anna = team[0]
    folder.mkdir()
    (folder / "holiday.txt").write_text("sun")
    with pytest.raises(UsageError, match="other things"):
        shared(anna, folder)
    with pytest.raises(UsageError, match="not shared yet"):
        exchange(anna, folder.parent / "fresh")
    with anna.write("edit") as writing:
        writing.patch(Project, anna.default_project().id, kind="personal")
    with pytest.raises(UsageError, match="personal"):
        shared(anna, folder.parent / "fresh")


def test_what_would_be_shared_is_counted_beforehand(team: Three, folder: Path) -> None:
    anna = team[0]
    project = anna.default_project().id
    log(anna, add(anna, "Ada Lens", project), project)
    told = offer(anna, project, "signals")
    assert (told.people, told.signals, told.entries) == (1, 1, 0)
    assert not folder.exists()
