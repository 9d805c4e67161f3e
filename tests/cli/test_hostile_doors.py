"""Whatever comes in by whichever door, no terminal, mail program or spreadsheet obeys it."""

import csv
import email
import email.policy
import json
import mailbox
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from staketerm.cli.main import main
from tests.cli.test_hostile_names import SILENT
from tests.exchange.sync.forging import Forger
from tests.hostile import CONTROLS, FORMULAS, HOSTILE

ARGUMENTS = (
    ("{}",),
    ("show", "{}"),
    ("why", "{}"),
    ("log", "{}", "contact"),
    ("log", "ada-lens", "{}"),
    ("list", "--filter", "{}"),
    ("list", "--{}"),
    ("list", "--as-of", "{}"),
    ("map", "{}"),
    ("import", "{}"),
    ("add", "Bo", "--kind", "{}"),
    ("add", "Bo", "--project", "{}"),
    ("add", "Bo", "--email", "{}"),
    ("due", "--on", "{}"),
    ("due", "--format", "{}"),
    ("--journal", "/none/{}", "list"),
    ("--journal", "postgresql://{}", "list"),
    ("--lang", "{}", "list"),
    ("--today", "{}", "list"),
    ("export", "/none/{}/x"),
    ("backup", "/none/{}"),
    ("restore", "/none/{}"),
    ("sync", "/none/{}"),
    ("draft", "{}"),
    ("conflicts", "{}"),
    ("involve", "ada-lens", "--project", "{}"),
    ("merge", "ada-lens", "{}"),
    ("kinds", "{}"),
    ("history", "{}"),
    ("tag", "ada-lens", "{}"),
    ("demo", "--into", "/none/{}"),
)


def harmless(text: str) -> bool:
    return not [line for line in text.split("\n") if SILENT.intersection(map(ord, line))]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=" ".join)
def test_no_argument_commands_the_terminal(
    say: Callable, ada: str, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    for text in CONTROLS:
        main([each.replace("{}", text) for each in arguments])
        said = capfd.readouterr()
        assert harmless(said.out + said.err), (text, said)


def test_a_mail_from_outside_is_text(say: Callable, ada: str, tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "in.mbox")
    for number, text in enumerate(HOSTILE):
        mail = mailbox.mboxMessage()
        encoded = email.header.Header(text.replace("\n", " "), "utf-8").encode()
        mail["From"] = f"{encoded} <h{number}@example.org>"
        mail["To"] = "me@example.org"
        mail["Subject"] = encoded
        mail["Message-ID"] = f"<{number}@example.org>"
        mail["Date"] = "Tue, 10 Nov 2026 09:00:00 +0000"
        mail.set_payload("x")
        box.add(mail)
    box.close()
    said = say("import", str(tmp_path / "in.mbox"), "--me", "me@example.org")
    shown = said.out + said.err
    for command in (("list",), ("list", "--json"), ("due", "--all"), ("duplicates",)):
        told = say(*command)
        shown += told.out + told.err
    assert harmless(shown)


def test_a_draft_has_no_header_but_its_own(say: Callable, ada: str, tmp_path: Path, place: Path):
    say("agree", ada, "numbers", "--by", "them", "--due", "today")
    with sqlite3.connect(place) as journal:
        name = "Ada\r\nBcc: all@example.org\r\n\r\nbody"
        journal.execute("UPDATE stakeholder SET name = ? WHERE handle = ?", (name, ada))
        journal.execute("UPDATE agreement SET text = ?", ("x\r\nBcc: all@example.org",))
        journal.execute(
            "INSERT INTO contact (id, rev, extra, revs, stakeholder, way, value, folded) "
            "SELECT '00000000-0000-8000-8000-000000000001', rev, '{}', '{}', id, 'email', ?, ? "
            "FROM stakeholder WHERE handle = ?",
            ("a@b.c\r\nBcc: x@example.org", "a", ada),
        )
        journal.execute("DELETE FROM plan")
        journal.execute("DELETE FROM meta WHERE name LIKE 'plan%'")
    (act,) = say("due", "--all", "--json").json["actions"][:1]
    say("draft", act["id"], "--eml", str(tmp_path / "x.eml"))
    mail = email.message_from_bytes((tmp_path / "x.eml").read_bytes(), policy=email.policy.default)
    assert "Bcc" not in mail
    assert set(mail) <= {
        *("X-Unsent", "To", "Subject", "MIME-Version"),
        *("Content-Type", "Content-Transfer-Encoding"),
    }


def test_a_colleague_with_a_hostile_name_and_folder_is_text(
    say: Callable, ada: str, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    say("sync", str(team), "--project", "My project", "--yes")
    for number, text in enumerate(CONTROLS):
        forger = Forger(team, replica=f"{number:08x}", person=f"Mal {text}")
        forger.seal()
        (forger.place / f"strange {text}.csv".replace("/", "")).write_text("x")
        forger.place.rename(forger.place.with_name(f"{number:08x}-{text}".replace("/", "")))
    shown = ""
    for command in (("sync", str(team)), ("sync", str(team), "--json"), ("history",)):
        said = say(*command)
        shown += said.out + said.err
    assert harmless(shown)
    assert json.loads(say("sync", str(team), "--json").out)["schema"] == "staketerm/sync/1"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_nor_header_of_an_export_is_a_formula(
    say: Callable, tmp_path: Path, text: str
) -> None:
    table = tmp_path / "in.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Name", "E-mail", text], [f"Ada {text}", "a@b.nl", text]])
    say("import", str(table))
    say("export", str(tmp_path / "out"))
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+@＝")], path.name


def test_hostile_settings_and_templates_are_text(
    say: Callable, ada: str, empty_machine: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config = empty_machine / ".config" / "staketerm"
    (config / "templates").mkdir(parents=True)
    say("agree", ada, "numbers", "--by", "them", "--due", "today")
    (act,) = say("due", "--all", "--json").json["actions"][:1]
    for text in CONTROLS:
        quoted = json.dumps(text)
        (config / "config.toml").write_text(f"theme = {quoted}\nplace = {quoted}\n{quoted} = 1\n")
        (config / "templates" / "agreement_due.txt").write_text(f"{text} {{name}} {{{text}}}")
        for command in (("list",), ("draft", act["id"]), ("due",)):
            assert main(["--today", "2026-11-24", *command]) in (0, 1, 2)
            said = capfd.readouterr()
            assert said.out or said.err
            assert harmless(said.out + said.err)
            assert "a fault" not in said.err
