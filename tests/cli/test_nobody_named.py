"""Wherever the program is at fault, what is left of it names nobody: no log, no crash report, no
traceback at the shell, no title of the terminal."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError, IntegrityError

from staketerm.cli.fault import keep_trace, keep_traces_of_threads
from staketerm.journal.location import own_state
from staketerm.store.tables import tag
from tests.cli.screen import on_terminal

CANARY = "Zwaluw-6620"
"""Stands in a name, a note, a path or a value that a fault comes about."""


class Request(BaseModel):
    day: int


def chained() -> NoReturn:
    name = CANARY
    try:
        raise KeyError(name)
    except KeyError as error:
        error.add_note(CANARY)
        raise RuntimeError(CANARY) from error


def of_database() -> NoReturn:
    raise IntegrityError("INSERT INTO stakeholder", {"name": CANARY}, ValueError(CANARY))


def of_values() -> NoReturn:
    Request.model_validate({"day": CANARY})
    pytest.fail("taken for a day")


def of_many() -> NoReturn:
    raise ExceptionGroup(CANARY, [ValueError(CANARY), KeyError(CANARY)])


FAULTS = (chained, of_database, of_values, of_many)


def left() -> str:
    """Everything that the program keeps of itself."""
    state = own_state()
    files = state.rglob("*") if state.exists() else ()
    return "".join(f"{path.name}\n{path.read_text()}" for path in files if path.is_file())


# each is imported where it is called: what is put in its place goes with the test
PLACES = {
    "staketerm.journal.lines.write_down": ("log", CANARY, "contact", "--note", CANARY),
    "staketerm.store.work.Work.put": ("add", f"{CANARY} the second", "--new"),
    "staketerm.journal.stakeholders.page.profile": ("show", CANARY),
    "staketerm.exchange.export.export": ("export", CANARY),
    "staketerm.exchange.sync.team.sync": ("sync", CANARY),
    "staketerm.cli.bar.look": ("due", "--format", "tmux"),
    "staketerm.journal.backups.back_up": ("backup",),
    "staketerm.exchange.registry.preview": ("import", CANARY),
}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each.__name__)
def test_no_fault_of_a_command_names_anybody(
    say: Callable, fault: Callable[[], NoReturn], monkeypatch: pytest.MonkeyPatch
) -> None:
    say("add", CANARY)
    for where, command in PLACES.items():
        with monkeypatch.context() as patch:
            patch.setattr(where, lambda *_a, **_v: fault())
            said = say(*command, code=1)
        assert CANARY not in said.out + said.err, where
        assert "Traceback" not in said.err
    assert CANARY not in left()
    assert fault.__name__ in left()


def test_no_fault_in_a_thread_names_anybody(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    keep_traces_of_threads()
    thread = threading.Thread(target=chained, name=CANARY)
    thread.start()
    thread.join()
    assert capfd.readouterr() == ("", "")
    assert "RuntimeError" in left()
    assert CANARY not in left()


def test_the_trace_of_a_fault_in_a_folder_with_a_name_in_it_names_nobody(tmp_path: Path) -> None:
    code = compile("def f():\n    1 / 0\nf()", str(tmp_path / CANARY / "x.py"), "exec")
    try:
        exec(code, {})
    except ZeroDivisionError as error:
        keep_trace(error)
    assert "x.py" in left()
    assert CANARY not in left()


def test_no_fault_of_the_store_quotes_what_was_to_be_written(say: Callable) -> None:
    from staketerm.cli.settings import Settings

    say("add", "Ada Lens")
    of_nobody = insert(tag).values(id="1", rev="", stakeholder=CANARY, tag=CANARY)
    with (
        Settings().open() as journal,
        pytest.raises(DBAPIError) as told,
        journal.store.write("test") as work,
    ):
        work.connection.execute(of_nobody)
    assert CANARY not in str(told.value)


def test_what_a_request_refuses_is_said_without_its_other_values(say: Callable) -> None:
    say("add", "Ada Lens")
    said = say("log", "ada-lens", "contact", "--on", "sometime", "--note", CANARY, code=2)
    assert CANARY not in said.err
    with pytest.raises(ValidationError):
        of_values()


SCREENS = {
    "opening": "import staketerm.journal.opening as m; m.open_as_allowed = fail",
    "taking over": "import staketerm.tui.app as m; m.Staketerm.opened = fail",
    "a worker": "import staketerm.tui.desk as m; m.Desk._put = fail",
    "leaving": "import staketerm.tui.desk as m; m.Desk.close = fail",
}


@pytest.mark.skipif(os.name != "posix", reason="a terminal of one's own is of POSIX")
@pytest.mark.parametrize("screen", SCREENS)
def test_no_fault_of_the_screen_names_anybody(say: Callable, screen: str) -> None:
    say("add", CANARY, "--impact", "high")
    say("agree", CANARY, CANARY, "--by", "me", "--due", "today")
    program = f"""
import sys
def fail(*a, **v):
    name = {CANARY!r}
    raise RuntimeError(name)
{SCREENS[screen]}
from staketerm.cli.main import main
sys.exit(main(["--today", "2026-11-24"]))
"""
    shown = on_terminal(program, 3 if screen == "leaving" else 20)
    words = shown.decode(errors="replace")
    assert "Traceback" not in words
    assert "RuntimeError" not in words
    assert b"\x1b]0;" not in shown
    assert b"\x1b]2;" not in shown
    assert "RuntimeError" in left()
    assert CANARY not in left()
    assert CANARY not in words.rpartition("\x1b[?1049l")[2]
