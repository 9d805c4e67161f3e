"""`encrypt`, `decrypt`, and every command on a journal that is encrypted."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from staketerm.journal import passphrase
from staketerm.journal.location import own_config
from staketerm.store import cipher
from tests.cli.terminal import Terminal
from tests.store.encrypted import OTHER, SECRET, readable_in

SHARED = ("--project", "My project", "--yes", "--as", "Anna")


@pytest.fixture(autouse=True)
def nothing_at_hand():
    """Each test begins and ends without a key."""
    passphrase.forget()
    yield
    passphrase.forget()


@pytest.fixture
def given(monkeypatch) -> str:
    """The passphrase in the environment: for what is not about where it comes from."""
    monkeypatch.setenv("STAKETERM_PASSPHRASE", SECRET)
    return SECRET


@pytest.fixture
def sealed(say, begun, partner, place: Path, given) -> Path:
    """An encrypted journal in which Ada is a partner, with a backup, and no plain copy of it."""
    begun("note", partner, "a canary of a note")
    say("encrypt", "--remove-plain")
    return place


def opened_by(text: str) -> int:
    """An open descriptor that gives `text`."""
    near, far = os.pipe()
    os.write(far, text.encode())
    os.close(far)
    return near


def configure(text: str) -> None:
    own_config().parent.mkdir(parents=True, exist_ok=True)
    own_config().write_text(text, encoding="utf-8")


@pytest.fixture
def without_variable(monkeypatch):
    """No passphrase in the environment, and none remembered."""

    def take_away() -> None:
        monkeypatch.delenv("STAKETERM_PASSPHRASE", raising=False)
        passphrase.forget()

    return take_away


def test_encrypting_says_what_it_did_and_what_can_still_be_read(say, partner, place, given):
    backup = say("backup", "--json").json["path"]
    said = say("encrypt")
    assert f"encrypted: {place}" in said.out
    assert "nobody can bring it back" in said.err
    plain = next(place.parent.glob("*-plain.db"))
    assert f"not encrypted: {plain}" in said.out
    assert f"not encrypted: {backup}" in said.out
    assert "encrypt --remove-plain" in said.err
    said = say("encrypt", "--remove-plain")
    assert "2 plain copies deleted" in said.out
    assert "may hold traces" in said.err
    assert not plain.exists()
    assert say("encrypt", "--remove-plain").out == ""


def test_encrypting_tells_scripts_the_same(say, partner, place, given):
    told = say("encrypt", "--json").json
    assert told["schema"] == "staketerm/encrypt/1"
    assert told["path"] == str(place)
    assert told["plain"] == [told["kept"]]
    assert told["removed"] is False
    assert cipher.is_encrypted(Path(told["backup"]))
    told = say("decrypt", "--json").json
    assert told["schema"] == "staketerm/decrypt/1"
    assert cipher.is_encrypted(Path(told["kept"]))


def test_all_works_as_before(say, sealed):
    assert say("why", "ada-lens", "--json").json["position"] == "partner"
    say("log", "ada-lens", "contact", "--on", "2026-11-20")
    say("undo")
    say("due", "--all")
    assert say("doctor").rows[0][:2] == ["good", "sqlite"]
    findings = {one["key"]: one["health"] for one in say("doctor", "--json").json["findings"]}
    assert findings["encrypted"] == findings["integrity"] == findings["mode"] == "good"
    say("erase", "ada-lens", "--yes")
    assert say("list", "--json").json["stakeholders"] == []


def test_no_name_and_no_note_can_be_read_in_any_file(
    say, sealed, empty_machine, tmp_path, without_variable
):
    say("add", "Bram Okafor", "--org", "Zuidrand")
    say("backup")
    say("seen", "ada-lens", code=3)
    say("undo")
    say("due")
    without_variable()
    say("list", code=1)
    words = ("Ada Lens", "ada lens", "ada-lens", "Bram", "bram", "canary", "Zuidrand", SECRET[2:-1])
    assert readable_in(tmp_path, *words) == []
    assert readable_in(empty_machine, *words) == []


def test_decrypted_it_is_a_plain_file_again(say, sealed, without_variable):
    said = say("decrypt")
    assert "kept as" in said.out
    assert "can read it now" in said.err
    without_variable()
    assert say("why", "ada-lens", "--json").json["position"] == "partner"
    assert "not encrypted" in say("decrypt", code=2).err
    assert "leave out --change" in say("encrypt", "--change", code=2).err


def test_it_is_not_encrypted_twice(say, sealed):
    assert "--change" in say("encrypt", code=2).err


def test_what_is_no_journal_is_not_encrypted(say, place, given):
    assert "no journal" in say("encrypt", code=1).err
    place.write_text("dear Ada " * 1000, encoding="utf-8")
    assert "not a staketerm journal" in say("encrypt", code=1).err
    say("decrypt", code=1)


# where the passphrase comes from


def test_a_descriptor_gives_it(say, sealed, without_variable):
    without_variable()
    descriptor = str(opened_by(f"{SECRET}\nmore\n"))
    assert "Ada Lens" in say("list", "--key-fd", descriptor).out


def test_a_descriptor_that_is_closed_is_named(say, sealed, without_variable):
    without_variable()
    assert "descriptor 99 cannot be read" in say("list", "--key-fd", "99", code=2).err


@pytest.mark.parametrize("command", ['["printf", "{}\\\\nmore"]', '"echo \\"{}\\"; echo more"'])
def test_a_command_gives_it_by_its_first_line(say, sealed, without_variable, command):
    without_variable()
    configure(f"[journal]\npassphrase_command = {command.replace('{}', SECRET)}\n")
    assert "Ada Lens" in say("list").out


def test_a_list_is_run_without_a_shell(say, sealed, without_variable, tmp_path):
    without_variable()
    touched = tmp_path / "touched"
    configure(f'[journal]\npassphrase_command = ["echo", "$(touch {touched})"]\n')
    assert "passphrase_command says" in say("list", code=1).err
    assert not touched.exists()


def test_a_command_that_fails_is_named_without_what_it_said(say, sealed, without_variable):
    without_variable()
    configure('[journal]\npassphrase_command = "echo hidden-word; exit 3"\n')
    said = say("list", code=2)
    assert "failed (exit code 3)" in said.err
    assert "hidden-word" not in said.err
    configure('[journal]\npassphrase_command = ["no-such-program"]\n')
    assert "FileNotFoundError" in say("list", code=2).err
    configure("[journal]\npassphrase_command = 5\n")
    assert "a text or a list of texts" in say("list", code=2).err


KEYRING = """
import json, pathlib
from keyring import errors
folder = pathlib.Path(__file__).parent
def get_password(service, name):
    _fail("get")
    kept = folder / "kept.json"
    return json.loads(kept.read_text()).get(f"{service} {name}") if kept.exists() else None
def set_password(service, name, secret):
    _fail("set")
    kept = folder / "kept.json"
    old = json.loads(kept.read_text()) if kept.exists() else {}
    if not (folder / "forgets").exists():
        kept.write_text(json.dumps({**old, f"{service} {name}": secret}))
def _fail(way):
    if (folder / way).exists():
        raise getattr(errors, (folder / way).read_text())("hidden words")
"""

KEYRING_ERRORS = """
class KeyringError(Exception): pass
class PasswordSetError(KeyringError): pass
class InitError(KeyringError): pass
class KeyringLocked(KeyringError): pass
class NoKeyringError(KeyringError, RuntimeError): pass
"""


@pytest.fixture
def keyring(tmp_path_factory, monkeypatch) -> Iterator[Path]:
    """A keyring that keeps what it is given in a file of the folder it lies in, with the errors of
    the real one; a file "get" or "set" there names the one that it raises.
    """
    folder = tmp_path_factory.mktemp("keyring")
    package = folder / "keyring"
    package.mkdir()
    (package / "__init__.py").write_text(KEYRING, encoding="utf-8")
    (package / "errors.py").write_text(KEYRING_ERRORS, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    yield package
    for name in ("keyring", "keyring.errors"):
        sys.modules.pop(name, None)


def test_the_keyring_has_the_key_and_not_the_passphrase(
    say, partner, place, keyring, without_variable
):
    say("encrypt", "--keyring", "--new-key-fd", str(opened_by("correct horse\n")))
    assert "correct horse" not in (keyring / "kept.json").read_text()
    without_variable()
    assert "Ada Lens" in say("list").out
    made = say("backup", "--json").json["path"]
    without_variable()
    say("restore", made)
    without_variable()
    assert "Ada Lens" in say("list").out


def test_another_passphrase_reaches_the_keyring_that_had_the_old_one(
    say, partner, place, keyring, without_variable
):
    say("encrypt", "--keyring", "--new-key-fd", str(opened_by("correct horse\n")))
    before = say("backup", "--json").json["path"]
    without_variable()
    said = say("encrypt", "--change", "--new-key-fd", str(opened_by("other\n")))
    assert said.out.startswith("passphrase changed: ")
    assert "The keyring has its key" in said.err
    without_variable()
    assert "Ada Lens" in say("list").out
    without_variable()
    assert "Ada Lens" in say("list", "--journal", before).out  # the old key opens what it opened


def test_a_keyring_that_has_no_key_of_it_is_given_none(say, sealed, keyring, without_variable):
    say("encrypt", "--change", "--new-key-fd", str(opened_by("other\n")))
    assert not (keyring / "kept.json").exists()
    without_variable()
    assert "nobody is here to ask" in say("list", code=1).err
    say("encrypt", "--keyring", "--key-fd", str(opened_by("other\n")))
    without_variable()
    assert "Ada Lens" in say("list").out


def test_without_the_package_it_is_said_before_anything_is_done(
    say, partner, place, given, monkeypatch
):
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert "pipx inject staketerm keyring" in say("encrypt", "--keyring", code=2).err
    assert place.read_bytes().startswith(b"SQLite")
    say("encrypt", "--remove-plain")
    assert "pipx inject staketerm keyring" in say("encrypt", "--keyring", code=2).err
    assert "Ada Lens" in say("list").out


REFUSALS = (
    ("NoKeyringError", "has no keyring"),
    ("KeyringLocked", "unlock it"),
    ("InitError", "cannot be used"),
)


@pytest.mark.parametrize(("fault", "words"), REFUSALS)
def test_a_keyring_that_does_not_answer_is_told_before_anything_is_done(
    say, partner, place, given, keyring, fault, words
):
    (keyring / "get").write_text(fault)
    said = say("encrypt", "--keyring", code=2)
    assert said.err.count("\n") == 1
    for part in (fault, words, "passphrase_command", str(own_config())):
        assert part in said.err
    assert "hidden words" not in said.err
    assert place.read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize("way", ["set", "forgets"])
def test_a_keyring_that_keeps_nothing_is_told_after_what_was_done(
    say, partner, place, given, keyring, way
):
    (keyring / way).write_text("PasswordSetError")
    said = say("encrypt", "--keyring", code=2)
    assert f"encrypted: {place}" in said.out
    assert "not encrypted: " in said.out
    assert "The keyring of this system" in said.err
    assert "has its key" not in said.err
    assert not place.read_bytes().startswith(b"SQLite")
    assert "Ada Lens" in say("list").out


def test_a_locked_keyring_is_named_where_nobody_can_be_asked(
    say, partner, place, keyring, without_variable
):
    say("encrypt", "--keyring", "--new-key-fd", str(opened_by("correct horse\n")))
    without_variable()
    (keyring / "get").write_text("KeyringLocked")
    said = say("list", code=1)
    assert said.err.count("\n") == 1
    assert "nobody is here to ask" in said.err
    assert "(KeyringLocked): unlock it" in said.err
    assert "Ada Lens" in say("list", "--key-fd", str(opened_by("correct horse\n"))).out
    without_variable()
    (keyring / "get").write_text("NoKeyringError")
    assert "passphrase_command" in say("list", code=1).err


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_on_a_terminal_a_locked_keyring_is_named_and_the_passphrase_asked_for(
    say, partner, place, keyring, without_variable, monkeypatch
):
    say("encrypt", "--keyring", "--new-key-fd", str(opened_by("correct horse\n")))
    without_variable()
    (keyring / "get").write_text("KeyringLocked")
    monkeypatch.setenv("PYTHONPATH", str(keyring.parent), prepend=os.pathsep)
    shown = Terminal("list", "--today", "2026-11-24").answer_each(
        ("Passphrase of", "correct horse")
    )
    assert "(KeyringLocked): unlock it" in shown
    assert "Ada Lens" in shown


def test_nobody_to_ask_and_no_way_given_names_the_ways(say, sealed, without_variable):
    without_variable()
    said = say("list", code=1)
    assert said.out == ""
    for way in (
        "passphrase_command",
        str(own_config()),
        "encrypt --keyring",
        "--key-fd",
        "STAKETERM_PASSPHRASE",
    ):
        assert way in said.err
    assert said.err.count("\n") == 1


def test_a_wrong_one_is_one_kind_sentence_and_nothing_else(program, sealed):
    said = program("list", code=1, STAKETERM_PASSPHRASE="zebra")
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "STAKETERM_PASSPHRASE" in said.err
    assert "another passphrase, or the file is damaged" in said.err
    assert "nothing can be done" in said.err
    assert "zebra" not in said.err


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_on_a_terminal_it_is_asked_for_unseen(say, partner, place, without_variable):
    say("encrypt", "--new-key-fd", str(opened_by("correct horse\n")))
    shown = Terminal("list", "--today", "2026-11-24").answer_each(
        ("Passphrase of", "battery"), ("Passphrase of", "correct horse")
    )
    assert f"Passphrase of {place}:" in shown
    assert "does not open it" in shown
    assert "Ada Lens" in shown
    assert "horse" not in shown
    assert "battery" not in shown


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_three_wrong_ones_end_with_one_kind_sentence(sealed, without_variable):
    without_variable()
    terminal = Terminal("list")
    shown = terminal.answer_each(*[("Passphrase of", OTHER)] * 3)
    assert shown.count("Passphrase of") == 3
    assert "what was typed" in shown
    assert terminal.process.returncode == 1
    terminal = Terminal("list")
    assert "stays closed" in terminal.answer_each(("Passphrase of", ""))
    assert terminal.process.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_a_new_one_is_typed_twice_and_plain_copies_are_asked_about(say, partner, place):
    shown = Terminal("encrypt").answer_each(
        ("New passphrase", SECRET),
        ("again", OTHER),
        ("New passphrase", SECRET),
        ("again", SECRET),
        ("Delete them?", "y"),
    )
    assert "These differ." in shown
    assert "Delete them?" in shown
    assert "1 plain copy deleted" in shown
    assert SECRET not in shown
    assert cipher.is_encrypted(place)


@pytest.mark.usefixtures("place")
def test_nobody_types_for_a_journal_that_is_not_there(say):
    said = say("encrypt", code=1)
    assert "no journal" in said.err
    assert "passphrase" not in said.err


def test_without_a_terminal_a_new_one_must_be_given(say, partner, place):
    assert "--new-key-fd" in say("encrypt", code=2).err
    assert not cipher.is_encrypted(place)


def test_changing_it_needs_the_old_one_and_takes_the_new(say, sealed, without_variable):
    say("encrypt", "--change", "--new-key-fd", str(opened_by(f"{OTHER}\n")), code=0)
    passphrase.forget()
    assert "STAKETERM_PASSPHRASE says" in say("list", code=1).err
    without_variable()
    assert "Ada Lens" in say("list", "--key-fd", str(opened_by(OTHER))).out


# what is special about an encrypted one


@pytest.mark.parametrize("program_of_its_own", [True, False])
def test_a_status_bar_asks_nobody_and_runs_nothing(
    say, program, sealed, without_variable, tmp_path, program_of_its_own
):
    without_variable()
    touched = tmp_path / "touched"
    configure(f'[journal]\npassphrase_command = ["touch", "{touched}"]\n')
    ask = program if program_of_its_own else say
    assert ask("due", "--format", "tmux").out == "locked\n"
    assert json.loads(ask("due", "--format", "waybar").out)["class"] == "locked"
    ask("due", "--format", "tmux", "--check", code=1)
    assert ask("due", "--format", "tmux", "--names").out == "locked\n"
    assert not touched.exists()


def test_a_status_bar_answers_where_the_passphrase_is_given(say, sealed):
    say("agree", "ada", "street list", "--by", "them", "--due", "today")
    passphrase.forget()
    assert say("due", "--format", "tmux").out == "1 to do »1\n"


def test_tab_offers_nobody_and_says_nothing(program, sealed):
    said = program(
        COMP_WORDS="staketerm log ad",
        COMP_CWORD="2",
        _STAKETERM_COMPLETE="bash_complete",
        STAKETERM_PASSPHRASE="",
    )
    assert (said.out.strip(), said.err) == ("", "")


def test_what_leaves_it_is_plain_and_said_to_be(say, sealed, tmp_path):
    told = "not encrypted, as the journal is"
    assert told in say("export", str(tmp_path / "out")).err
    assert told in say("export", str(tmp_path / "out.ics")).err
    assert told in say("map", "power-interest", "--svg", str(tmp_path / "map.svg")).err
    assert told in say("sync", str(tmp_path / "team"), *SHARED).err
    say("decrypt")
    assert told not in say("export", str(tmp_path / "again")).err


def test_a_backup_of_an_old_passphrase_asks_for_that_one(say, sealed, without_variable):
    made = say("backup", "--json").json["path"]
    say("encrypt", "--change", "--new-key-fd", str(opened_by(f"{OTHER}\n")))
    without_variable()
    assert "does not open" not in say("restore", made, code=1).err
    say("restore", made, "--key-fd", str(opened_by(SECRET)))
    assert "Ada Lens" in say("list").out


def test_a_plain_backup_makes_the_journal_plain_and_it_is_said(say, partner, place, given):
    made = say("backup", "--json").json["path"]
    say("encrypt")
    assert "`staketerm encrypt` does that" in say("restore", made).err
    assert not cipher.is_encrypted(place)


def test_doctor_mends_a_damaged_one_and_asks_first(say, sealed, without_variable):
    say("backup")
    with sealed.open("r+b") as file:
        file.write(b"\xff" * 100)
    without_variable()
    assert "nobody is here to ask" in say("doctor", "--repair", code=1).err
    descriptor = str(opened_by(SECRET))
    said = say("doctor", "--repair", "--key-fd", descriptor)
    assert "rows lost: none" in said.out
    assert cipher.is_encrypted(sealed)


def test_a_journal_that_was_shared_stays_the_same_one(say, sealed, tmp_path):
    say("sync", str(tmp_path / "team"), *SHARED)
    say("encrypt", "--change", "--new-key-fd", str(opened_by(f"{SECRET}\n")))
    say("sync", str(tmp_path / "team"))
    say("decrypt")
    say("sync", str(tmp_path / "team"))


def test_without_the_extra_it_is_refused_before_anybody_types(say, program, sealed, tmp_path):
    stand_in = tmp_path / "without"
    stand_in.mkdir()
    (stand_in / "sqlcipher3.py").write_text("raise ModuleNotFoundError('sqlcipher3')")
    plain = str(tmp_path / "plain.db")
    say("add", "Bo", "--journal", plain)
    for words in (["list"], ["encrypt", "--journal", plain]):
        said = program(*words, code=1, PYTHONPATH=str(stand_in))
        assert said.err.count("\n") == 1
        assert "pipx inject staketerm sqlcipher3" in said.err
    assert not cipher.is_encrypted(Path(plain))


def test_a_plain_journal_loads_nothing_of_it(place, say, ada):
    code = (
        "from staketerm.cli.main import main; assert main(['list']) == 0; assert main(['log', "
        "'ada-lens', 'contact']) == 0; import sys; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"sqlcipher3", "keyring"}.isdisjoint(loaded)


def test_a_copy_is_encrypted_as_well_but_for_one_on_a_server(say, sealed, server_place, tmp_path):
    copy = tmp_path / "copy.db"
    say("copy", str(sealed), str(copy))
    assert not copy.read_bytes().startswith(b"SQLite")
    assert say("list", "--journal", str(copy), "--json").json == say("list", "--json").json
    assert "not encrypted there" in say("copy", str(sealed), server_place).err
