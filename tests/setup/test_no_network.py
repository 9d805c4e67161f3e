"""Nothing leaves the machine unless asked: no command and no screen opens a connection, and every
place in the code that could reach out, or start another program, is known by name.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import staketerm
from staketerm.cli.main import main

CODE = Path(staketerm.__file__).parent

REACHES_OUT = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "webbrowser",
    "smtplib",
    "ftplib",
    "imaplib",
    "poplib",
    "xmlrpc",
    "socketserver",
    "requests",
    "httpx",
    "psycopg",
    "subprocess",
}
"""Modules by which a program reaches another machine, or another program."""

KNOWN = {
    "store/files.py": {"socket"},  # the name of this machine, kept in the journal
    "store/lock.py": {"socket"},  # the same, in the lock file
    "store/cipher.py": {"urllib"},  # quoting a path; nothing is opened
    "tui/intake/paths.py": {"urllib"},  # reading a pasted file:// path; nothing is opened
    "store/network.py": {"subprocess"},  # macOS: asks `mount` whether a disk is a network drive
    "cli/notice.py": {"subprocess"},  # `due --notify`: the notice of the desktop
    "journal/passphrase.py": {"subprocess"},  # passphrase_command, where one set it
    "tui/dialogs/editor.py": {"subprocess"},  # the person's own editor, where they ask for it
    "store/server.py": {"psycopg"},  # a journal on a server, where its URL was given
    "store/server_engine.py": {"psycopg"},  # the same
}
"""What each place does with them. A new one is a decision: it stands in guide/privacy.md too."""

FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")
STARTED = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "webbrowser.open")


def imported(path: Path) -> set[str]:
    """The modules that a file imports anywhere in it, by their first name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_every_place_that_could_reach_out_is_known_by_name() -> None:
    found = {
        path.relative_to(CODE).as_posix(): imported(path) & REACHES_OUT
        for path in sorted(CODE.rglob("*.py"))
    }
    assert {path: those for path, those in found.items() if those} == KNOWN


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """The connections that were opened, or looked up, and the programs that were started."""
    found: list[str] = []
    listening = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event in (*FORBIDDEN, *STARTED):
            found.append(f"{event} {arguments!r}")
            if event in FORBIDDEN:
                message = "no network"
                raise ConnectionRefusedError(message)

    sys.addaudithook(hook)
    yield found
    listening.clear()


def test_no_command_opens_a_connection(heard: list[str], tmp_path: Path) -> None:
    def say(*arguments: str) -> None:
        assert main(["--today", "2026-11-24", *arguments]) == 0

    say("add", "Ada Lens", "--email", "ada@example.org", "--impact", "high")
    say("project", "Graafloket")
    say("involve", "ada-lens", "--project", "Graafloket")
    say("log", "ada-lens", "no_show", "--note", "see https://example.org")
    say("ask", "ada-lens", "the plan")
    for command in ("list", "due", "changed", "map", "history", "doctor", "backup", "helped"):
        say(command)
    for command in ("show", "why", "prep"):
        say(command, "ada-lens")
    for name in ("csv", "json", "ics"):
        say("export", str(tmp_path / f"out.{name}"), "--format", name)
    say("import", str(tmp_path / "out.csv"))
    say("sync", str(tmp_path / "team"), "--project", "Graafloket", "--yes")
    say("sync", str(tmp_path / "team"))
    say("erase", "ada-lens", "--yes")
    assert heard == []


PROGRAM = """
import sys
heard = []
def hook(event, arguments):
    if event in {events!r}:
        open({log!r}, "a").write(event + repr(arguments) + chr(10))
sys.addaudithook(hook)
from staketerm.cli.main import main
sys.exit(main(["--today", "2026-11-24"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="a terminal of one's own is of POSIX")
def test_the_screens_open_no_connection(tmp_path: Path) -> None:
    from tests.cli.screen import on_terminal

    assert main(["--today", "2026-11-24", "add", "Ada Lens"]) == 0
    log = tmp_path / "heard"
    shown = on_terminal(PROGRAM.format(events=(*FORBIDDEN, *STARTED), log=str(log)), patience=3)
    assert b"Ada Lens" in shown
    assert not log.exists()


def test_a_connection_would_be_heard(heard: list[str]) -> None:
    import socket

    with socket.socket() as line, pytest.raises(ConnectionRefusedError):
        line.connect(("127.0.0.1", 9))
    subprocess.run([sys.executable, "-c", ""], check=True)
    assert [each.partition(" ")[0] for each in heard[:2]] == ["socket.connect", "subprocess.Popen"]
