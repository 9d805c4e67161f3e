"""`import` and `export`: files in and out, all of it or nothing."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

REGISTER = """Naam;Organisatie;Invloed (H/M/L);Belang (1-10);Houding
Ada Lens;Gemeente Zuidrand;H;8;medestander
Bram Okafor;Northgrid;M;4;afwachter
"""

BAD = "Naam;Invloed (1-5);Datum\nCo de Wit;4;31-02-2026\nDirk Jan;3;1-2-2026\n"


def mail(number: int, sender: str, to: str, day: str, subject: str, answers: str = "") -> str:
    """A mail as an mbox holds it."""
    reply = f"In-Reply-To: <{answers}@x.example>\n" if answers else ""
    return (
        f"From {sender} Mon Nov  2 09:00:00 2026\nFrom: {sender}\nTo: {to}\n"
        f"Date: {day} Nov 2026 09:00:00 +0000\nMessage-ID: <m{number}@x.example>\n{reply}"
        f"Subject: {subject}\n\nbody\n\n"
    )


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register as somebody has it."""
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="cp1252")
    return path


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    """Two mails of mine to Ada, both answered."""
    path = tmp_path / "mail.mbox"
    me, ada = "me@work.example", "Ada Lens <ada@zuidrand.example>"
    path.write_text(
        mail(1, me, ada, "2", "dates")
        + mail(2, ada, me, "3", "Re: dates", answers="m1")
        + mail(3, me, ada, "9", "names")
        + mail(4, ada, me, "10", "Re: names", answers="m3"),
        encoding="utf-8",
    )
    return path


def test_a_register_is_taken_in_and_the_second_time_adds_nothing(say, register):
    first = say("import", str(register), "--json").json
    assert first["schema"] == "staketerm/import/1"
    assert (first["new"], first["changed"], first["same"], first["cannot"]) == (2, 0, 0, 0)
    assert len(first["batches"]) == 1
    names = {row["stakeholder"] for row in say("list", "--json").json["stakeholders"]}
    assert names >= {"Ada Lens", "Bram Okafor"}
    again = say("import", str(register), "--json").json
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 2)
    assert again["batches"] == []


def test_an_import_is_taken_back_as_one(say, register):
    say("import", str(register))
    say("undo")
    assert say("list", "--json").json["stakeholders"] == []


def test_what_is_to_come_goes_out_as_a_calendar_by_initials_or_names(say, ada, tmp_path):
    agenda = tmp_path / "agenda.ics"
    say("agree", ada, "street list", "--by", "me", "--due", "2026-12-01")
    said = say("export", str(agenda))
    assert re.fullmatch(rf"\d events? written to {agenda}\n", said.out)
    assert "stayed here" not in said.err
    assert "A calendar for yourself" in said.err
    assert "SUMMARY:Promise to A.L." in agenda.read_text()
    told = say("export", str(agenda), "--names", "--json").json
    assert (told["format"], told["changed"], told["private"]) == ("ics", 1, False)
    assert "SUMMARY:Promise to Ada Lens" in agenda.read_text()
    other = tmp_path / "other"
    say("export", str(other), "--format", "ics")
    assert other.read_text().startswith("BEGIN:VCALENDAR")


def test_what_stayed_here_for_being_private_is_counted(say, ada, tmp_path):
    everything, agenda = tmp_path / "all", tmp_path / "agenda.ics"
    assert say("export", str(everything)).err == ""
    say("progress", "plan", "Street 2", "--by", "1 dec", "--private")
    say("note", ada, "not for others")
    said = say("export", str(agenda))
    assert "1 private event stayed here; --with-private takes them along." in said.err
    assert say("export", str(agenda), "--json").json["stayed"] == 1
    said = say("export", str(everything), "--json").json
    assert said["stayed"] == 3, "the plan, the note, and whom it is about"
    private = say("export", str(everything), "--with-private", "--json").json
    assert (private["rows"], private["stayed"]) == (said["rows"] + 3, 0)
    assert "stayed here" not in say("export", str(everything), "--with-private").err


def test_names_are_a_matter_of_calendars(say, ada, tmp_path):
    assert "is for a calendar" in say("export", str(tmp_path / "all"), "--names", code=2).err
    assert not (tmp_path / "all").exists()


def test_a_calendar_without_its_library_is_one_line(say, ada, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    said = say("export", str(tmp_path / "agenda.ics"), code=1)
    assert said.err.count("\n") == 1
    assert "pipx inject staketerm icalendar" in said.err


def test_a_dry_run_tells_all_and_makes_no_journal(say, register, place):
    said = say("import", str(register), "--dry-run")
    assert "2 new" in said.out
    assert "nothing has been written yet" in said.err
    assert not place.exists()
    assert say("import", str(register), "--dry-run", "--json").json["dry_run"] is True


def test_one_row_that_cannot_be_read_keeps_everything_out(say, register, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text(BAD, encoding="utf-8")
    said = say("import", str(register), str(bad), code=1)
    assert "row 2" in said.err
    assert say("list", "--json").json["stakeholders"] == []


def test_the_rest_goes_in_when_asked_and_the_row_is_put_aside(say, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text(BAD, encoding="utf-8")
    said = say("import", str(bad), "--skip-bad")
    assert "bad.cannot-read.csv" in said.err
    assert "Co de Wit" in (tmp_path / "bad.cannot-read.csv").read_text(encoding="utf-8")
    assert [row["stakeholder"] for row in say("list", "--json").json["stakeholders"]] == [
        "Dirk Jan"
    ]


def test_mail_proposes_who_is_not_here_and_creates_nobody_unasked(say, mailbox):
    told = say("import", str(mailbox), "--me", "me@work.example", "--json").json
    assert told["new"] == 0
    [proposed] = told["plans"][0]["proposed"]
    assert proposed["stakeholder"] == "Ada Lens"
    assert say("list", "--json").json["stakeholders"] == []


def test_mail_becomes_evidence_once(say, mailbox):
    arguments = ("import", str(mailbox), "--me", "me@work.example", "--create")
    first = say(*arguments, "--json").json
    assert first["new"] == 2
    assert first["plans"][0]["created"] == 1
    reasons = say("why", "ada", "--json").json["reasons"]
    assert [reason["kind"] for reason in reasons] == ["mail_answered", "mail_answered"]
    assert "0 new" in say(*arguments).out
    assert say(*arguments, "--json").json["new"] == 0


def test_passers_by_are_left_out(say, mailbox):
    arguments = ("--me", "me@work.example", "--create", "--min-mails", "9")
    say("import", str(mailbox), *arguments)
    assert say("list", "--json").json["stakeholders"] == []


def test_mail_without_an_address_of_mine_offers_the_likeliest(say, mailbox):
    assert "@" in say("import", str(mailbox), code=2).err


@pytest.mark.parametrize("name", ["nothing.csv", "people.xlsx"])
def test_what_cannot_be_taken_in_is_named_with_the_remedy(say, tmp_path, name):
    path = tmp_path / name
    if name.endswith("xlsx"):
        path.write_bytes(b"PK\x03\x04rest")
    said = say("import", str(path), code=1)
    assert name in said.err


def test_a_format_that_does_not_exist_names_those_that_do(say, register):
    assert "register" in say("import", str(register), "--as", "nonsense", code=2).err


def test_an_export_taken_in_elsewhere_gives_the_same_answers(say, partner, tmp_path):
    say("note", partner, "Her mother is ill.")
    folder = tmp_path / "out"
    said = say("export", str(folder))
    assert "--with-private" in said.err
    assert (folder / "manifest.json").is_file()
    other = str(tmp_path / "other.db")
    say("--journal", other, "import", str(folder))
    here = say("why", partner, "--json").json
    there = say("why", partner, "--json", "--journal", other).json
    assert there["stance"] == here["stance"]
    assert there["position"] == "partner"
    notes = say("show", partner, "--json", "--journal", other).json["timeline"]
    assert not any(each["text"] == "Her mother is ill." for each in notes)


def test_an_export_as_json_with_everything_private(say, partner, tmp_path):
    say("note", partner, "Her mother is ill.")
    told = say("export", str(tmp_path / "all.json"), "--with-private", "--json").json
    assert told["schema"] == "staketerm/export/1"
    assert (told["format"], told["private"]) == ("json", True)
    path = Path(told["path"])
    assert "PRIVATE" in path.name
    assert "Her mother is ill." in path.read_text(encoding="utf-8")


def test_an_export_goes_into_no_folder_with_other_things(say, ada, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    say("export", str(tmp_path / "mine"), code=2)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def heed_ctrl_c() -> None:
    """What a shell starts behind its back, such as the tests of a night, ignores ctrl+c."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_import_that_is_stopped_leaves_nothing_half_done(program, tmp_path):
    path = tmp_path / "large.mbox"
    with path.open("w", encoding="utf-8") as file:
        for number in range(60_000):
            day = str(1 + number % 28)
            other = f"p{number % 500}@x.example"
            file.write(mail(number, "me@work.example", other, day, f"s{number}"))
    me = ("--me", "me@work.example")
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "staketerm", "import", str(path), *me, "--create"],
        stdin=far,
        stdout=far,
        stderr=far,
        env={**os.environ, "TERM": "xterm"},
        start_new_session=True,
        preexec_fn=heed_ctrl_c,
    )
    os.close(far)
    shown = b""
    while b"reading" not in shown:
        shown += os.read(near, 4096)
    os.killpg(process.pid, signal.SIGINT)
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        try:
            shown += os.read(near, 4096)
        except OSError:
            break
    assert process.wait(timeout=60) == 130
    os.close(near)
    assert b"Stopped" in shown
    assert b"Traceback" not in shown
    assert json.loads(program("list", "--json").out)["stakeholders"] == []


def test_a_script_too_is_told_that_an_interrupted_import_left_nothing(say, mailbox, monkeypatch):
    from staketerm.exchange.mail import importer

    def interrupted(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(importer, "read_mail", interrupted)
    said = say("import", str(mailbox), "--me", "me@work.example", "--create", code=130)
    assert "Stopped; nothing was left half taken in." in said.err
