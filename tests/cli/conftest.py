"""Commands run as a person runs them: in one process for speed, through the real door elsewhere."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest

from staketerm.cli.main import main
from tests.places import Location, Where

TODAY = "2026-11-24"


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The object on stdout."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """The rows of a piped table."""
        return [line.split("\t") for line in self.out.splitlines()]


Run = Callable[..., Said]


@pytest.fixture
def location(where: Where, monkeypatch: pytest.MonkeyPatch) -> Location:
    """Where the journal of this test lies, and STAKETERM_JOURNAL says so."""
    found = where("journal")
    monkeypatch.setenv("STAKETERM_JOURNAL", str(found))
    return found


@pytest.fixture
def place(location: Path) -> Path:
    """The file of the journal, for a test that is about the file."""
    return location


@pytest.fixture
def say(location: Location, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process on Tue 24 Nov 2026; it must not fail unless `code` says so."""

    def run(*arguments: str, code: int = 0, today: str = TODAY) -> Said:
        answer = main(["--today", today, *arguments])
        said = Said(answer, *capfd.readouterr())
        assert said.code == code, said.err or said.out
        return said

    return run


@pytest.fixture
def program(location: Location) -> Run:
    """Run `python -m staketerm` as a program of its own."""

    def run(*arguments: str, code: int = 0, stdin: str = "", **variables: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "staketerm", *arguments],
            capture_output=True,
            encoding="utf-8",
            input=stdin,
            env={**os.environ, **variables},
            check=False,
        )
        said = Said(done.returncode, done.stdout, done.stderr)
        assert said.code == code, said.err or said.out
        return said

    return run


class Beginning:
    """Commands that many journals begin with: run once, from then on the journal is copied.

    Only for those that touch nothing beside the journal. Where something else has changed it
    since, and on a server, they are run.
    """

    _after: ClassVar[dict[tuple[tuple[str, ...], ...], bytes]] = {}

    def __init__(self, say: Run, location: Location) -> None:
        self._say = say
        self._file = location if isinstance(location, Path) else None
        self._done: tuple[tuple[str, ...], ...] = ()

    def __call__(self, *arguments: str) -> None:
        """Run a command, or put there what came of it in another test."""
        file, before = self._file, self._done
        self._done = (*before, arguments)
        if file is None or _content(file) != self._after.get(before):
            self._say(*arguments)
        elif self._done in self._after:
            file.touch(0o600)
            file.write_bytes(self._after[self._done])
        else:
            self._say(*arguments)
            self._after[self._done] = file.read_bytes()


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


@pytest.fixture
def begun(say: Run, location: Location) -> Beginning:
    """Run a command at the beginning of the journal, or copy what came of it in another test."""
    return Beginning(say, location)


@pytest.fixture
def ada(begun: Beginning) -> str:
    """The handle of Ada Lens, who can do much to the project."""
    begun("add", "Ada Lens", "--impact", "high", "--org", "Gemeente Zuidrand")
    return "ada-lens"


@pytest.fixture
def partner(begun: Beginning, ada: str) -> str:
    """Ada after months of working along: a partner."""
    for day, kind in (
        ("2026-08-01", "agreement_kept"),
        ("2026-09-01", "invited_to_team"),
        ("2026-10-01", "defended_project"),
        ("2026-11-01", "informal_approach"),
    ):
        begun("log", ada, kind, "--on", day)
    return ada
