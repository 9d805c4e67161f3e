"""How a share stands before anything is exchanged, and what is said of a folder that is away."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from staketerm.domain.errors import UsageError
from staketerm.exchange.plan import Progress
from staketerm.exchange.sync.folder import FolderAway
from staketerm.exchange.sync.known import known_shares, only_folder
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.standing import Standing, standing
from staketerm.exchange.sync.team import sync
from staketerm.journal.capture import log_signal, write_note
from staketerm.journal.erasing import erase
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.judging import judge
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder, EditStakeholder, Judge, LogSignal, WriteNote
from staketerm.journal.stakeholders.people import add_stakeholder, edit_stakeholder, find
from staketerm.store import tables
from staketerm.store.records import Signal, Stakeholder, State
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def clock() -> Hand:
    return Hand(NINE)


@pytest.fixture
def anna(tmp_path: Path, clock: Hand) -> Iterator[Journal]:
    """A journal of which the one project is shared."""
    with open_journal(tmp_path / "anna.db", clock=clock) as journal:
        add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
        share(journal, tmp_path / "team", journal.default_project().id, "notes")
        yield journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "team"


def ada(journal: Journal) -> str:
    return find(journal, "Ada").key


def log(journal: Journal) -> str:
    told = log_signal(journal, LogSignal(stakeholder=ada(journal), kind="contact", day=TODAY))
    return next(row for table, row in told.rows if table == "signal")


def out(found: Standing) -> tuple[dict[str, int], int, int]:
    return dict(+found.out.kinds), found.out.changed, found.out.deleted


def test_everything_goes_out_the_first_time_and_then_what_was_written_since(
    anna: Journal, folder: Path, clock: Hand
) -> None:
    log(anna)
    everything = {"stakeholder": 1, "involvement": 1, "signal": 1, "project": 1}
    assert out(standing(anna, folder)) == (everything, 0, 0)
    sync(anna, folder, "Anna")
    assert out(standing(anna, folder)) == ({}, 0, 0)
    clock.move(minutes=1)
    log(anna)
    edit_stakeholder(anna, EditStakeholder(stakeholder=ada(anna), job="clerk"))
    edit_stakeholder(anna, EditStakeholder(stakeholder=ada(anna), job="head"))
    assert out(standing(anna, folder)) == ({"signal": 1}, 1, 0)


def test_what_was_deleted_goes_out_and_what_came_and_went_does_not(
    anna: Journal, folder: Path, clock: Hand
) -> None:
    old = log(anna)
    sync(anna, folder, "Anna")
    clock.move(minutes=1)
    for row in (old, log(anna)):
        with anna.write("delete") as writing:
            writing.delete(Signal, row)
    assert out(standing(anna, folder)) == ({}, 0, 1)


def test_who_was_erased_goes_out_once(anna: Journal, folder: Path, clock: Hand) -> None:
    erase(anna, ada(anna))
    add_stakeholder(anna, AddStakeholder(name="Ada Lens"))
    assert standing(anna, folder).out.erased == 0, "nobody knew of her"
    sync(anna, folder, "Anna")
    clock.move(minutes=1)
    erase(anna, ada(anna))
    assert standing(anna, folder).out.erased == standing(anna, folder).out.many == 1
    sync(anna, folder, "Anna")
    assert standing(anna, folder).out.many == 0


def test_looking_tells_which_of_ones_own_files_were_changed_by_hand(
    anna: Journal, folder: Path
) -> None:
    sync(anna, folder, "Anna")
    (path,) = (folder / "from").glob("*-anna/stakeholder.csv")
    path.write_text(path.read_text(encoding="utf-8").replace("Ada", "Oda"), encoding="utf-8")
    (note,) = sync(anna, folder, "Anna", dry=True).notes
    assert note == "Your files were changed by hand; a sync takes the changes in: stakeholder.csv."
    assert find(anna, "Ada Lens").name == "Ada Lens"


def test_what_came_from_a_colleague_does_not_go_out_as_news(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        sync(bram, folder, "Bram")
        assert out(standing(bram, folder)) == ({}, 0, 0)
        clock.move(minutes=1)
        project = anna.default_project().id
        log_signal(
            bram,
            LogSignal(stakeholder=ada(bram), kind="contact", day=TODAY, project=project),
        )
        assert out(standing(bram, folder)) == ({"signal": 1}, 0, 0)


def test_what_is_private_is_counted_as_staying_home(anna: Journal, folder: Path) -> None:
    who = ada(anna)
    write_note(anna, WriteNote(text="about her mother", day=TODAY, about=(who,)))
    judge(anna, Judge(stakeholder=who, label="supporter", day=TODAY))
    add_project(anna, "Persoonlijk", personal=True)
    found = standing(anna, folder)
    assert (found.home.entries, found.home.judgements) == (1, 1)
    assert found.home.projects == ("Persoonlijk",)
    assert found.projects == (anna.default_project().name,)


def test_everybody_who_writes_there_is_named_with_the_time_oneself_last(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    clock.move(hours=2)
    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        sync(bram, folder, "Bram")
        people = standing(bram, folder).people
    assert [(each.person, each.own) for each in people] == [("Anna", False), ("Bram", True)]
    assert people[0].written == NINE


def test_the_folder_of_a_share_is_remembered_with_the_time(
    anna: Journal, folder: Path, clock: Hand
) -> None:
    assert known_shares(anna) == ()
    sync(anna, folder, "Anna", dry=True)
    assert known_shares(anna) == ()
    sync(anna, folder, "Anna")
    clock.move(hours=1)
    sync(anna, folder, "Anna")
    (known,) = known_shares(anna)
    assert (known.path, known.name) == (folder, anna.default_project().name)
    assert known.synced > NINE
    assert only_folder(anna) == folder


def test_a_folder_that_was_there_once_is_away_and_any_other_is_no_share(
    anna: Journal, folder: Path, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    folder.rename(tmp_path / "elsewhere")
    for ask in (lambda: standing(anna, folder), lambda: sync(anna, folder, "Anna")):
        with pytest.raises(FolderAway, match="Last sync 2026-11-24"):
            ask()
    with pytest.raises(UsageError, match="not shared yet"):
        standing(anna, tmp_path / "nothing")


def test_a_folder_that_may_not_be_read_is_said_to_be_out_of_reach(
    anna: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(anna, folder, "Anna")

    def refused(*_any: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(FolderAway, match="Permission denied"):
        sync(anna, folder, "Anna")


def test_progress_counts_the_rows_that_are_read_and_written(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    heard: list[Progress] = []
    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        done = sync(bram, folder, "Bram", progress=heard.append)
    reads = [at for at in heard if not at.writes]
    assert {(at.total, at.what) for at in reads} == {(3, "rows of Anna")}
    assert [at.done for at in reads] == [0, 1, 2, 3]
    assert heard[-1] == Progress(3, None, "rows", writes=True)
    assert [at.words for at in (reads[1], heard[-1])] == [
        "reading 33 % of 3 rows of Anna",
        "writing 3 rows",
    ]
    assert [dict(+each.kinds) for each in done.taken] == [
        {"stakeholder": 1, "involvement": 1, "project": 1}
    ]


def test_whoever_stops_while_files_are_read_keeps_nothing_of_them(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")

    def stop(at: Progress) -> None:
        if at.done == 2:
            raise UsageError("stopped")

    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        with pytest.raises(UsageError, match="stopped"):
            sync(bram, folder, "Bram", progress=stop)
        with bram.read() as reader:
            assert reader.rows(Stakeholder) == []
        assert list((folder / "from").glob("*-Bram")) == []
        assert [each.new for each in sync(bram, folder, "Bram").taken] == [3]


def test_nobody_stops_a_sync_while_files_are_written(anna: Journal, folder: Path) -> None:
    def stop(at: Progress) -> None:
        assert at.writes
        raise UsageError("stopped")

    done = sync(anna, folder, "Anna", progress=stop)
    assert done.given is not None
    assert done.given.rows == 3


def stored(journal: Journal) -> list[State]:
    with journal.read() as reader:
        return [State(**row._mapping) for row in reader.select(select(tables.state))]


def test_positions_that_move_come_with_whoever_moved_them(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    project = anna.default_project().id
    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        sync(bram, folder, "Bram")
        clock.move(minutes=1)
        for _each in range(4):
            log_signal(
                bram,
                LogSignal(
                    stakeholder=ada(bram), kind="open_opposition", day=TODAY, project=project
                ),
            )
        sync(bram, folder, "Bram")
    before = stored(anna)
    (looked,) = sync(anna, folder, "Anna", dry=True).taken
    assert stored(anna) == before
    (taken,) = sync(anna, folder, "Anna").taken
    assert (looked.moved, looked.concerned) == (taken.moved, taken.concerned)
    assert stored(anna) != before
    assert [(each.name, each.before) for each in taken.moved] == [("Ada Lens", "unknown")]
    assert taken.concerned == (ada(anna),)


def test_a_look_beforehand_tells_what_the_sync_then_does(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    project = anna.default_project().id
    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        sync(bram, folder, "Bram")
        clock.move(minutes=1)
        log_signal(
            bram,
            LogSignal(stakeholder=ada(bram), kind="open_opposition", day=TODAY, project=project),
        )
        sync(bram, folder, "Bram")
    with open_journal(tmp_path / "chen.db", clock=clock) as chen:
        looked = sync(chen, folder, "Chen", dry=True)
        done = sync(chen, folder, "Chen")
    assert looked.waiting == ()
    told = [
        [(each.person, dict(each.kinds), each.moved, each.concerned) for each in one.taken]
        for one in (looked, done)
    ]
    assert told[0] == told[1]
    assert [[move.before for move in each.moved] for each in looked.taken][-1] == ["unknown"]
    assert sum(each.new for each in looked.taken) == 4


def test_what_is_refused_in_a_look_beforehand_leaves_nothing_for_the_next(
    anna: Journal, folder: Path, clock: Hand, tmp_path: Path
) -> None:
    sync(anna, folder, "Anna")
    with open_journal(tmp_path / "bram.db", clock=clock) as bram:
        sync(bram, folder, "Bram")
    torn = min((folder / "from").glob("*/manifest.json"))
    said = json.loads(torn.read_text())
    del said["files"]["stakeholder.csv"]
    torn.write_text(json.dumps(said))
    with open_journal(tmp_path / "chen.db", clock=clock) as chen:
        looked = sync(chen, folder, "Chen", dry=True)
    assert [each.held_back for each in looked.waiting] == [False]
    assert sum(each.new for each in looked.taken) == 3


def test_a_folder_within_a_share_is_refused_with_the_one_that_is_meant(
    anna: Journal, folder: Path
) -> None:
    sync(anna, folder, "Anna")
    for inside in (folder / "from", folder / "from" / "new"):
        with pytest.raises(UsageError, match=re.escape(f"lies within the share in {folder};")):
            standing(anna, inside)
