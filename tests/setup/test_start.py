"""`staketerm --version` and `python -m staketerm --version`."""

import subprocess
import sys
from importlib.metadata import version

import staketerm


def ask(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """What this Python does with these arguments."""
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", check=True
    )


def test_the_version_is_told_in_one_line():
    done = ask("-m", "staketerm", "--version")
    assert done.stdout == f"staketerm {staketerm.__version__}\n"
    assert done.stderr == ""


def test_the_package_carries_the_same_version():
    assert version("staketerm") == staketerm.__version__


def test_telling_the_version_imports_nothing_else():
    code = (
        "import sys; before = set(sys.modules); sys.argv[1:] = ['--version'];"
        "from staketerm.__main__ import main; assert main() == 0;"
        "print(*sorted(set(sys.modules) - before))"
    )
    assert ask("-c", code).stdout.splitlines()[1] == "staketerm staketerm.__main__"
