"""A clean clone on a machine with nothing but Python, pip and git: one command, and it runs."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run
import staketerm

pytestmark = pytest.mark.slow

SETTING_UP = "Setting up .venv"
WAITING = "Another start is setting up .venv; waiting for it."
HIDE_ENSUREPIP = """
import importlib.machinery
find = importlib.machinery.PathFinder.find_spec
importlib.machinery.PathFinder.find_spec = classmethod(
    lambda cls, name, *rest: None if name == "ensurepip" else find(name, *rest)
)
"""


def bare_python() -> str:
    """The Python that made this environment: it has its own pip and none of our packages."""
    folder = Path(sys.base_exec_prefix)
    return str(folder / "python.exe" if os.name == "nt" else folder / "bin" / "python3")


class Clone:
    """A fresh clone, an empty home, and a PATH on which there is nothing."""

    def __init__(self, place: Path, home: Path) -> None:
        self.folder = place / "staketerm"
        self.path = place / "bin"
        self.path.mkdir()
        trust = place / "gitconfig"  # the files of a CI runner may belong to somebody else
        trust.write_text("[safe]\n\tdirectory = *\n", encoding="utf-8")
        self.git = {**os.environ, "GIT_CONFIG_GLOBAL": str(trust)}
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("UV_", "VIRTUAL_ENV", "COV", "PYTEST", "PYTHONPATH"))
        } | {"HOME": str(home), "PATH": str(self.path), "PIP_COMPILE": "0"}  # saves a third
        command = ["git", "clone", "-q", "--no-hardlinks", run.ROOT, str(self.folder)]
        subprocess.run(command, env=self.git, check=True)

    def start(self, *arguments: str, python: str = "") -> "subprocess.Popen[str]":
        """`python3 run.py ARGUMENTS`, begun somewhere else than in the clone."""
        return subprocess.Popen(
            [python or bare_python(), str(self.folder / "run.py"), *arguments],
            cwd=self.path,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, python: str = "") -> tuple[int, str, str]:
        """Exit code, stdout and stderr of `python3 run.py ARGUMENTS`."""
        started = self.start(*arguments, python=python)
        out, err = started.communicate()
        return started.returncode, out, err

    def untracked(self) -> str:
        """What git sees that was not there when the clone was made."""
        command = ["git", "status", "--short"]
        return subprocess.check_output(command, cwd=self.folder, env=self.git, encoding="utf-8")


@pytest.fixture
def clone(tmp_path, empty_machine):
    return Clone(tmp_path, empty_machine)


VERSION = f"staketerm {staketerm.__version__}\n"


@pytest.mark.skipif(os.name == "nt", reason="process groups are POSIX; Windows is checked by hand")
def test_killed_then_started_twice_at_once_on_a_python_without_ensurepip(clone):
    (clone.path / "sitecustomize.py").write_text(HIDE_ENSUREPIP, encoding="utf-8")
    clone.environment["PYTHONPATH"] = str(clone.path)

    killed = clone.start("--version")
    while not (clone.folder / ".venv" / Path(run.UNDER_WAY).name).exists():
        assert killed.poll() is None, killed.communicate()[1]
        time.sleep(0.01)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate()

    both = [clone.start("--version"), clone.start("--version")]
    said = [started.communicate() for started in both]
    assert [started.returncode for started in both] == [0, 0], said
    assert [out for out, _ in said] == [VERSION, VERSION]
    first, second = sorted(err for _, err in said)
    assert first == WAITING + "\n"
    assert re.fullmatch(SETTING_UP + ".*\n", second)

    assert clone.run("--version") == (0, VERSION, "")
    assert clone.run("add", "Ada Lens")[0] == 0
    assert "Ada Lens" in clone.run("list")[1]
    assert clone.untracked() == ""
    assert not (clone.folder / ".venv" / "bin" / "pip").exists()


def test_on_a_python_without_pip(clone, tmp_path):
    project = clone.folder / "pyproject.toml"  # the way differs, not what is fetched: that is short
    asked = project.read_text(encoding="utf-8")
    short = re.sub(r"(?ms)^dependencies = \[$.*?^\]$", "dependencies = []", asked)
    assert short != asked
    project.write_text(short, encoding="utf-8")
    subprocess.run([bare_python(), "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    scripts = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    code, out, err = clone.run("--version", python=str(tmp_path / "bare" / scripts))
    assert (code, out) == (0, VERSION), err
    assert clone.untracked() == " M pyproject.toml\n"


@pytest.mark.skipif(not shutil.which("uv"), reason="uv is not on PATH")
def test_with_uv(clone):
    (clone.path / "uv").symlink_to(str(shutil.which("uv")))
    code, out, err = clone.run("--version")
    assert (code, out) == (0, VERSION), err
    assert not (clone.folder / "uv.lock").exists()
    assert clone.untracked() == ""


def test_with_no_package_index_in_reach(clone):
    clone.environment = {
        name: value for name, value in clone.environment.items() if not name.startswith("PIP_")
    } | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
    }
    code, out, err = clone.run("--version")
    assert (code, out) == (1, "")
    assert err.endswith(run.NO_INDEX + "\n")


BESIDE = Path(sys.base_exec_prefix).parent.glob("3.*/bin/python")  # as pyenv keeps its versions
TOO_OLD = [path for path in BESIDE if int(path.parts[-3].split(".")[1]) < 11]


@pytest.mark.skipif(not TOO_OLD, reason="no older Python beside the one that runs the tests")
def test_an_older_python_is_told_what_is_needed(clone):
    for python in TOO_OLD:
        release = python.parts[-3]
        expected = f"staketerm needs Python 3.11 or newer; this is {release}\n"
        assert clone.run("--version", python=str(python)) == (1, "", expected)
    assert clone.untracked() == ""
