"""How the program comes and goes: first frame first, no terminal no program, no name in a fault."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from staketerm.domain.errors import UsageError
from staketerm.journal import opening
from staketerm.journal.location import own_config, own_state
from staketerm.store.errors import JournalReadOnly, NotAJournal
from staketerm.store.opening import open_store
from staketerm.tui.launch import run
from staketerm.tui.state import ScreenState, keep_state, load_state
from tests.tui.conftest import CLOCK

FIRST_FRAME = """
import sys
from datetime import UTC, date, datetime
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig

LATER = {"sqlalchemy", "pydantic", "alembic", "dateutil", "textual.widgets._data_table"}

def opening():
    loaded = LATER & set(sys.modules)
    strips = app.screen._compositor.render_strips(app.screen.size)
    frame = ["".join(segment.text for segment in strip) for strip in strips]
    print("loaded", sorted(loaded))
    print("bar", "2 People" in frame[0], "head", "position" in frame[2], "keys" in frame[-1])
    app.call_from_thread(app.exit)
    raise SystemExit

app = Staketerm(opening, today=lambda: date(2026, 11, 24), now=lambda: datetime.now(UTC),
                config=ScreenConfig())
app.run(headless=True, size=(80, 24))
"""

FAULTY = """
import sys
from staketerm.journal import opening
def fault(*_given, **_named):
    secret = "Ada Lens"
    raise RuntimeError(secret)
opening.open_journal = fault
from staketerm.store.clock import SystemClock
from staketerm.tui.launch import run
sys.exit(run("nowhere.db", clock=SystemClock(), language="en"))
"""


def test_the_first_frame_stands_before_the_database_layer_is_loaded():
    told = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, timeout=60
    )
    assert "loaded []" in told.stdout
    assert "bar True head True True" in told.stdout


def test_without_a_terminal_it_says_so_and_is_not_opened(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(UsageError) as refused:
        run(tmp_path / "journal.db", clock=CLOCK, language="en")
    assert refused.value.exit_code == 2
    assert not (tmp_path / "journal.db").exists()


def test_on_a_dumb_terminal_neither(monkeypatch, tmp_path):
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(UsageError):
        run(tmp_path / "journal.db", clock=CLOCK, language="en")


def on_a_terminal(program: str) -> tuple[int, str]:
    """Run Python code on a terminal of its own; its exit code and everything it drew."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-c", program])
    drawn = bytearray()
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        drawn += part
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), drawn.decode(errors="replace")


def test_a_fault_of_the_program_ends_with_one_line_and_nobodys_name(empty_machine):
    code, drawn = on_a_terminal(FAULTY)
    assert code == 1
    assert "staketerm has a fault and stopped." in drawn
    assert "Ada" not in drawn
    (file,) = (Path(empty_machine) / ".local/state/staketerm").glob("crash-*.txt")
    told = file.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in told
    assert "desk.py" in told
    assert "Ada" not in told
    assert str(Path.home()) not in told
    assert file.stat().st_mode & 0o077 == 0


def test_a_journal_that_cannot_be_written_is_read(journal_file, monkeypatch):
    def refusing(*given, read_only=False, **named):
        if not read_only:
            raise JournalReadOnly("only to be read")
        return open_store(*given, read_only=True, **named)

    monkeypatch.setattr(opening, "open_store", refusing)
    with opening.open_as_allowed(journal_file, clock=CLOCK) as journal:
        assert journal.store.read_only
    other = journal_file.with_name("other.db")
    other.write_bytes(b"no journal at all " * 100)
    monkeypatch.undo()
    with pytest.raises(NotAJournal):
        opening.open_as_allowed(other, clock=CLOCK)


def test_the_configuration_is_the_persons_own(empty_machine):
    assert own_config() == Path(empty_machine) / ".config/staketerm/config.toml"


def test_the_state_of_the_screen_is_kept_for_its_owner_alone():
    assert load_state() == ScreenState()
    keep_state(ScreenState("nord"))
    assert load_state() == ScreenState("nord")
    assert (own_state() / "screen.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": 3}', '"nord"', "null"])
def test_a_spoilt_state_is_no_state(text):
    keep_state(ScreenState("nord"))
    (own_state() / "screen.json").write_text(text, encoding="utf-8")
    assert load_state() == ScreenState()
