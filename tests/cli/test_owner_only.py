"""Whatever the program writes can be read by its owner alone, whatever the system's rule (umask):
files 0600, folders 0700. Only what is meant for colleagues, the folder of a share, follows it.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.cli.fault import keep_trace
from staketerm.domain.errors import StaketermError, UsageError
from staketerm.exchange.eml import write_mail
from staketerm.exchange.files import ExportFailed, make_folder, write_whole
from staketerm.journal.last_look import remember_look
from staketerm.journal.location import own_state, write_private
from staketerm.store.lock import FileLock
from staketerm.tui.crash import record_crash
from staketerm.tui.dialogs.editor import edited
from staketerm.tui.state import ScreenState, keep_state

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are of POSIX")

SHARED = "team"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(params=[0o000, 0o022], ids=["umask 0", "umask 022"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def anywhere(empty_machine: Path, tmp_path: Path, umask: int) -> Iterator[Callable[[], list[str]]]:
    """What others can read of what was written since, folders of this test's making aside."""
    places = (empty_machine, tmp_path)
    known = {path for place in places for path in (place, *place.rglob("*"))}

    def told(path: Path) -> Iterator[str]:
        mode = path.lstat().st_mode
        of_ours = any(path.is_relative_to(place) for place in places)
        aside = path in known or SHARED in path.parts or stat.S_ISLNK(mode)
        if of_ours and not aside and mode & 0o077:
            yield f"{stat.S_IMODE(mode):o} {path}"

    passing: set[str] = set()

    def going(event: str, arguments: tuple[object, ...]) -> None:
        """What is deleted or renamed was there for others to read for a while."""
        if listening and event in ("os.remove", "os.rename", "os.rmdir"):
            with suppress(OSError):
                passing.update(told(Path(os.fsdecode(arguments[0]))))  # type: ignore[arg-type]

    def readable() -> list[str]:
        there = {each for place in places for path in place.rglob("*") for each in told(path)}
        return sorted(passing | there)

    listening = [umask]
    sys.addaudithook(going)
    yield readable
    listening.clear()


def damage(journal: Path) -> None:
    with journal.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(b"\0" * 4096 * 2)


def test_no_command_writes_what_others_can_read(
    say: Callable, anywhere: Callable, tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STAKETERM_JOURNAL")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data" / "deep"))
    out = tmp_path / "out" / "further"
    say("add", "Ada Lens", "--impact", "high", "--email", "ada@example.org")
    say("project", "Graafloket")
    say("involve", "ada-lens", "--project", "Graafloket", "--power", "5", "--interest", "4")
    say("ask", "ada-lens", "the plan", "--due", "2026-11-30")
    say("agree", "ada-lens", "numbers", "--by", "me", "--due", "2026-11-24")
    say("note", "ada-lens", "was glad")
    (act,) = say("due", "--all", "--json").json["actions"][:1]
    say("draft", act["id"], "--eml", str(tmp_path / "draft.eml"))
    for name in ("csv", "all.json", "days.ics"):
        form = ["--format", name.rpartition(".")[2]]
        say("export", str(out / name), *form)
        say("export", str(out / name), *form)
        say("export", str(out / name), *form, "--with-private")
    say("map", "--svg", str(tmp_path / "map.svg"))
    say("prep", "ada-lens")
    say("import", str(out / "csv"))
    say("backup")
    say("backup", str(tmp_path / "copy.db"))
    say("restore", str(tmp_path / "copy.db"))
    damage(tmp_path / "data" / "deep" / "staketerm" / "journal.db")
    say("doctor", "--repair")
    say("demo", "--into", str(tmp_path / "made-up.db"))
    say("changed")
    say("sync", str(tmp_path / SHARED), "--project", "Graafloket", "--yes", "--as", "Anna")
    say("erase", "ada-lens", "--yes")
    say("sync", str(tmp_path / SHARED))
    assert anywhere() == []
    assert len(list(tmp_path.rglob("*"))) > 40
    shared = {path for path in (tmp_path / SHARED).rglob("*") if path.is_file()}
    assert {stat.S_IMODE(path.stat().st_mode) for path in shared} == {0o666 & ~umask}


def test_what_the_program_keeps_of_itself_is_the_owners(
    anywhere: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "new" / "state"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    try:
        raise ValueError("x")
    except ValueError as error:
        keep_trace(error)
        record_crash(error, NOON)
    remember_look("a", date(2026, 11, 24))
    keep_state(ScreenState(theme="dark"))
    write_mail(tmp_path / "draft.eml", b"x")
    said = tmp_path / SHARED  # where nothing is ours to answer for
    edited(["sh", "-c", f'stat -c %a "$0" > {said}; stat -c %a "$(dirname "$0")" >> {said}'], "x")
    assert said.read_text().split() == ["600", "700"]
    said.unlink()
    assert anywhere() == []
    assert len(list(own_state().iterdir())) == 4


def test_a_file_that_others_could_read_is_the_owners_once_it_is_written_again(
    anywhere: Callable, tmp_path: Path
) -> None:
    state = own_state()
    state.mkdir(0o700)
    for path in (tmp_path / "same", tmp_path / "other", state / "faults.log", state / "x.json"):
        path.write_text("a\n")
        path.chmod(0o644)
    write_whole(tmp_path / "same", ["a\n"])
    write_whole(tmp_path / "other", ["b\n"])
    write_private(state / "x.json", "a")
    keep_trace(ValueError())
    assert anywhere() == []


WRITERS: dict[str, Callable[[Path], object]] = {
    "write_whole": lambda path: write_whole(path, ["mine\n"]),
    "write_private": lambda path: write_private(path, "mine"),
    "write_mail": lambda path: write_mail(path, b"mine"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_writing_to_a_link_leaves_what_it_leads_to_alone(name: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("theirs")
    link = tmp_path / "out.json"
    link.symlink_to(other)
    try:
        WRITERS[name](link)
    except UsageError:
        assert link.is_symlink()
    else:
        assert not link.is_symlink()
    assert other.read_text() == "theirs"


@pytest.mark.parametrize("planted", ["link", "file", "pipe", "hard link", "folder"])
@pytest.mark.parametrize("name", ["write_whole", "write_private"])
def test_what_somebody_planted_beside_a_file_is_not_written_to(
    name: str, planted: str, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.write_text("theirs")
    drafts: list[Path] = []
    for draft in (".tmp-out.json", "out.new", "out.json.new", ".tmp-out.new"):
        path = tmp_path / draft
        if planted == "link":
            path.symlink_to(other)
        elif planted == "hard link":
            os.link(other, path)
        elif planted == "pipe":
            os.mkfifo(path)
        elif planted == "folder":
            path.mkdir()
        else:
            path.write_text("")
            path.chmod(0o666)
            os.link(path, tmp_path / f"seen{len(drafts)}")
            drafts.append(tmp_path / f"seen{len(drafts)}")
    try:
        WRITERS[name](tmp_path / "out.json")
    except (StaketermError, OSError):
        assert planted == "folder"
    assert other.read_text() == "theirs"
    assert [path.read_text() for path in drafts] == [""] * len(drafts)


def test_a_lock_or_a_log_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("theirs")
    (tmp_path / "journal.db.lock").symlink_to(other)
    with pytest.raises(OSError, match="symbolic"):
        FileLock(tmp_path / "journal.db.lock")
    state = own_state()
    state.mkdir(parents=True, exist_ok=True)
    (state / "faults.log").symlink_to(other)
    keep_trace(ValueError())
    assert other.read_text() == "theirs"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportFailed):
        make_folder(tmp_path / "file" / "below")
