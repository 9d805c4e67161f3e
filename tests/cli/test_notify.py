"""`due --notify`: a desktop notice of what is due, and plain text where there is no desktop."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from staketerm.cli import notice
from staketerm.cli.notice import notice_text
from staketerm.journal.glance import Glance, GlanceAct
from staketerm.journal.location import own_config
from tests.hostile import HOSTILE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the notifier of these tests is a script")

FAKE = """#!{python} -S
import json, os, sys
given = {{"arguments": sys.argv[1:], "title": os.environ.get("STAKETERM_NOTICE_TITLE"),
         "body": os.environ.get("STAKETERM_NOTICE_BODY")}}
with open({record!r}, "a") as file:
    file.write(json.dumps(given) + "\\n")
sys.stderr.write({said!r})
sys.exit({code})
"""


class Desktop:
    """A folder that is all of PATH, and the calls of the notifiers in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = folder / "calls"

    def install(self, name: str = "notify-send", code: int = 0, said: str = "") -> None:
        """Put a notifier there that keeps what it is called with."""
        program = self.folder / name
        program.write_text(
            FAKE.format(python=sys.executable, record=str(self.record), said=said, code=code)
        )
        program.chmod(0o755)

    @property
    def calls(self) -> list[dict]:
        """What the notifiers were called with."""
        if not self.record.exists():
            return []
        return [json.loads(line) for line in self.record.read_text().splitlines()]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A machine without a notifier until one is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return Desktop(folder)


@pytest.fixture
def owed(begun, ada) -> None:
    """Two promises of mine that are due today, and one of Ada's that is far away."""
    for text in ("street list", "the drawings"):
        begun("agree", ada, text, "--by", "me", "--due", "today")
    begun("agree", ada, "a date", "--by", "them", "--due", "2027-06-01")


def acts(*names: str, kind: str = "check_in") -> tuple[GlanceAct, ...]:
    """Acts of today about people of those names."""
    return tuple(
        GlanceAct(f"{n}{kind}", kind, f"p{n}", name, "P", "2026-11-20", "2026-11-24", 1.0, "why")
        for n, name in enumerate(names)
    )


def glance_of(*found: GlanceAct) -> Glance:
    return Glance(date(2026, 11, 24), found, tuple(act.id for act in found))


def test_a_notice_counts_and_names_nobody(say, owed, desktop):
    desktop.install()
    said = say("due", "--notify")
    assert (said.out, said.err) == ("", "")
    [call] = desktop.calls
    assert call["arguments"] == ["-a", "staketerm", "-t", "8000", "--", "staketerm", "2 promises"]


def test_acts_and_promises_are_counted_apart():
    found = glance_of(*acts("Ada", "Bram", "Cora"), *acts("Ada", kind="agreement_due"))
    assert notice_text(found, names=False) == "3 acts today, 1 promise"
    found = glance_of(*acts("Ada", kind="ask_open"), *acts("Ada", "Bram", kind="agreement_due"))
    assert notice_text(found, names=False) == "2 promises, 1 open ask"


def test_a_day_has_five_acts_at_most_and_what_falls_due_besides():
    found = glance_of(*acts(*"ABCDEFGH"), *acts(*"IJKLMN", kind="agreement_due"))
    assert notice_text(found, names=False) == "5 acts today, 6 promises"


def test_names_are_told_where_their_owner_asks_for_them(say, owed, desktop):
    desktop.install()
    say("due", "--notify", "--names")
    own_config().parent.mkdir(parents=True, exist_ok=True)
    own_config().write_text('[notify]\ndetail = "names"\n')
    say("due", "--notify")
    own_config().write_text('[notify]\ndetail = "count"\n')
    say("due", "--notify")
    bodies = [call["arguments"][-1] for call in desktop.calls]
    assert bodies == ["2 promises\nAda Lens", "2 promises\nAda Lens", "2 promises"]


def test_each_name_once_and_at_most_five():
    found = glance_of(*acts("Ada", "Bram"), *acts("Ada", "C", "D", "E", "F", kind="ask_open"))
    told = "2 acts today, 5 open asks\nAda, Bram, C, D, E and 1 more"
    assert notice_text(found, names=True) == told


@pytest.mark.parametrize(
    "written", ['[notify]\ndetail = "everything"\n', "[notify\n", "notify = 3\n", b"\xff\xfe"]
)
def test_a_setting_that_cannot_be_followed_is_said_and_names_nobody(say, owed, desktop, written):
    desktop.install()
    own_config().parent.mkdir(parents=True, exist_ok=True)
    own_config().write_bytes(written if isinstance(written, bytes) else written.encode())
    said = say("due", "--notify")
    assert said.err.startswith("config.toml")
    assert said.err.count("\n") == 1
    assert desktop.calls[0]["arguments"][-1] == "2 promises"


def test_nothing_to_tell_is_no_notice(say, ada, desktop):
    desktop.install()
    said = say("due", "--notify")
    assert (said.out, said.err) == ("", "")
    assert desktop.calls == []


def test_without_a_notifier_the_text_goes_to_stdout(say, owed, desktop):
    said = say("due", "--notify")
    assert said.out == "2 promises\n"
    assert said.err.startswith("No desktop notice: there is no notify-send")
    assert said.err.count("\n") == 1


def test_a_notifier_that_fails_is_said_and_the_text_goes_to_stdout(say, owed, desktop):
    desktop.install(code=1, said="Could not connect: \x1b[2J no bus\n")
    said = say("due", "--notify")
    assert said.out == "2 promises\n"
    assert said.err == "No desktop notice: notify-send: Could not connect: [2J no bus\n"


def test_a_notifier_that_hangs_is_left(say, owed, desktop, monkeypatch):
    desktop.install()

    def hanging(*arguments, timeout, **named):
        raise subprocess.TimeoutExpired("notify-send", timeout)

    monkeypatch.setattr(subprocess, "run", hanging)
    said = say("due", "--notify")
    assert said.out == "2 promises\n"
    assert said.err == "No desktop notice: notify-send did not answer\n"


def test_a_notifier_that_cannot_be_started_is_said(say, owed, desktop):
    program = desktop.folder / "notify-send"
    program.write_bytes(b"no program")
    program.chmod(0o755)
    said = say("due", "--notify")
    assert said.out == "2 promises\n"
    assert said.err.startswith("No desktop notice: notify-send: ")


def test_check_and_notify_together_tell_and_exit_with_ten(say, owed, desktop):
    desktop.install()
    say("due", "--check", "--notify")
    say("due", "--check", "--notify", today="2026-11-25", code=10)
    say("due", "--notify", today="2026-11-25")
    say("due", "--check", "--notify", "--json", today="2026-11-25", code=10)
    assert len(desktop.calls) == 4


def test_with_another_form_both_are_there(say, owed, desktop):
    desktop.install()
    assert say("due", "--notify", "--json").json["total"] == 2
    assert say("due", "--notify", "--format", "json").json["total"] == 2
    assert say("due", "--notify", "--format", "tmux").out == "2 to do »2\n"
    assert len(desktop.calls) == 3


def test_a_notice_of_another_day_is_refused(say, owed, desktop):
    desktop.install()
    assert "not of another day" in say("due", "--notify", "--on", "tomorrow", code=2).err
    assert desktop.calls == []


def test_the_plan_of_the_day_answers_without_the_database_layer(say, owed, desktop, place):
    desktop.install()
    say("due")
    script = (
        "import sys; from staketerm.cli.main import main;"
        "code = main(['--today', '2026-11-25', 'due', '--notify', '--check']);"
        "heavy = {'click', 'sqlalchemy', 'pydantic', 'textual', 'alembic'} & sys.modules.keys();"
        "sys.exit(99 if heavy else code)"
    )
    say("due", today="2026-11-25")
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == 10
    assert len(desktop.calls) == 1


def test_on_macos_words_are_arguments_of_the_script(say, owed, desktop):
    desktop.install("osascript")
    say("due", "--notify")
    [call] = desktop.calls
    assert call["arguments"][-2:] == ["staketerm", "2 promises"]
    assert "2 promises" not in " ".join(call["arguments"][:-1])


def test_on_windows_words_are_variables_of_the_script(say, owed, desktop):
    desktop.install("powershell")
    say("due", "--notify")
    [call] = desktop.calls
    assert (call["title"], call["body"]) == ("staketerm", "2 promises")
    assert "2 promises" not in " ".join(call["arguments"])


@pytest.mark.parametrize("program", ["notify-send", "osascript", "powershell"])
def test_hostile_names_stay_words(desktop, capfd, program):
    desktop.install(program)
    names = ("--help", "<b>bold</b> & <a href='x'>y</a>", "$(touch x) `y` ;'\"", *HOSTILE)
    for start in range(0, len(names), notice.NAMED):
        notice.notify(glance_of(*acts(*names[start : start + notice.NAMED])), names=True)
    assert capfd.readouterr() == ("", "")
    assert len(desktop.calls) == -(-len(names) // notice.NAMED)
    for call in desktop.calls:
        told = call["body"] or call["arguments"][-1]
        assert "today\n" in told
        assert not any(sign in told.partition("\n")[2] for sign in "\x1b\x07\x9b\u202e\r\n")
        if program == "notify-send":
            assert call["arguments"][:-1] == ["-a", "staketerm", "-t", "8000", "--", "staketerm"]
            assert "<" not in told
            assert "\\" not in told.replace("\\\\", "")
    assert {one.name for one in desktop.folder.iterdir()} == {program, "calls"}
