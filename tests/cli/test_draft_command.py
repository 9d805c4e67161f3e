"""`staketerm draft`: the text of an act, printed, edited or written as a mail; never sent."""

import email
import email.policy
import sys
from pathlib import Path

import pytest

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file modes are those of POSIX")


@pytest.fixture
def promised(say, begun, ada) -> str:
    """The id of the act of a promise of Ada's that is due tomorrow."""
    begun("agree", ada, "street list", "--by", "them", "--due", "tomorrow", "--on", "2026-11-20")
    return act(say, "agreement_due")


def act(say, kind: str, *options: str) -> str:
    """The id of an act of a kind that is due, coming or held back."""
    told = say("due", "--all", "--json", *options).json
    acts = (*told["actions"], *told["coming"], *told["held_back"])
    return str(next(one["id"] for one in acts if one["kind"] == kind))


def test_the_demo_has_an_update_in_three_parts_that_names_what_really_happened(say, tmp_path):
    say("demo", "--into", str(tmp_path / "demo.db"))
    there = ("--journal", str(tmp_path / "demo.db"))
    update = act(say, "status_update", *there)
    draft = say("draft", update, "--json", "--lang", "en", *there).json
    progress = [one["text"] for one in draft["sources"] if one["row"].startswith("entry:")]
    parts = [part.split(". ", 1)[0] for part in draft["text"].split("\n\n")[1:4]]
    assert parts == ["Done", "Still planned", "How we tackle the next steps"]
    assert len(progress) >= 3
    assert all(text.rstrip(".") in draft["text"] for text in progress[:2])


def test_subject_and_text_are_printed(say, promised):
    said = say("draft", promised)
    lines = said.out.splitlines()
    assert lines[0] == "Subject: My project: what we agreed"
    assert lines[2] == "Dear Ada,"
    assert "You would do this: street list." in said.out
    assert said.err == ""


def test_as_json_it_has_the_keys_that_scripts_rely_on(say, promised):
    told = say("draft", promised, "--json").json
    assert told["schema"] == "staketerm/draft/1"
    assert told.keys() == {
        "schema",
        "id",
        "kind",
        "stakeholder",
        "handle",
        "project",
        "language",
        "to",
        "subject",
        "text",
        "sources",
        "eml",
    }
    assert (told["kind"], told["stakeholder"], told["language"]) == (
        "agreement_due",
        "Ada Lens",
        "en",
    )
    [source] = told["sources"]
    assert source.keys() == {"row", "kind", "day", "text", "taken"}
    assert source["row"].startswith("agreement:")
    assert source["taken"]


@pytest.mark.parametrize("place", [0, 1])
def test_another_language_when_asked(say, promised, place):
    words = [["--lang", "nl", "draft", promised], ["draft", promised, "--lang", "nl"]][place]
    assert "Beste Ada," in say(*words).out


def test_written_as_a_mail_that_waits_to_be_sent(say, tmp_path):
    say("add", "Ada Lens", "--email", "ada@example.org")
    say("agree", "ada-lens", "lijst: één", "--by", "me", "--due", "today", "--on", "2026-11-20")
    place = tmp_path / "ada.eml"
    said = say("draft", act(say, "agreement_due"), "--eml", str(place))
    assert str(place) in said.out
    mail = email.message_from_bytes(place.read_bytes(), policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"].addresses[0].addr_spec == "ada@example.org"
    assert mail["To"].addresses[0].display_name == "Ada Lens"
    assert mail["Subject"] == "My project: what I promised you"
    assert "It was this: lijst: één." in mail.get_content()
    assert mail.get_content_charset() == "utf-8"


@POSIX
def test_the_mail_is_for_its_owner_alone(say, promised, tmp_path):
    place = tmp_path / "ada.eml"
    say("draft", promised, "--eml", str(place))
    assert place.stat().st_mode & 0o777 == 0o600


def test_another_file_is_never_overwritten(say, promised, tmp_path):
    place = tmp_path / "letter.eml"
    place.write_text("mine")
    said = say("draft", promised, "--eml", str(place), code=2)
    assert "is there already" in said.err
    assert place.read_text() == "mine"
    said = say("draft", promised, "--eml", str(tmp_path / "no" / "x.eml"), code=2)
    assert "cannot be written" in said.err


def editor(tmp_path: Path, code: str, monkeypatch) -> None:
    """Make the editor a program that does `code` to the text of the file it is given."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        f"text = file.read_text(encoding='utf-8')\nfile.write_text({code}, encoding='utf-8')\n"
    )
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")


def test_it_can_be_edited_first(say, promised, tmp_path, monkeypatch):
    editor(tmp_path, "text.replace('My project', 'Our desk').replace('Ada', 'Ada L.')", monkeypatch)
    told = say("draft", promised, "--edit", "--json").json
    assert told["subject"] == "Our desk: what we agreed"
    assert told["text"].startswith("Dear Ada L.,")


def test_an_editor_that_cannot_be_started_says_so(say, promised, monkeypatch):
    monkeypatch.setenv("EDITOR", "no-such-editor-here")
    say("draft", promised, "--edit", code=1)
    monkeypatch.setenv("EDITOR", "'unclosed")
    assert "the editor" in say("draft", promised, "--edit", code=2).err


def test_a_template_of_ones_own_goes_first_and_a_broken_one_is_named(say, promised, empty_machine):
    folder = empty_machine / ".config" / "staketerm" / "templates"
    folder.mkdir(parents=True)
    own = folder / "agreement_due.en.txt"
    own.write_text("Subject: $first_name\n\nStill on for $promise\n")
    assert say("draft", promised).out == "Subject: Ada\n\nStill on for street list.\n"
    own.write_text("Subject: hi\n\n$nonsense\n")
    said = say("draft", promised)
    assert "templates/agreement_due.en.txt, line 3: there is no placeholder $nonsense" in said.err
    assert "Dear Ada," in said.out


def test_a_template_under_another_name_is_named_by_draft_and_doctor(say, promised, empty_machine):
    folder = empty_machine / ".config" / "staketerm" / "templates"
    folder.mkdir(parents=True)
    assert "templates" not in say("doctor").out
    (folder / "agreement-due.md").write_text("Subject: x\n\n$greeting\n")
    named = "Not read: templates/agreement-due.md (agreement_due.en.txt?). A template is named"
    assert named in say("draft", promised).err
    found = {row[1]: row for row in say("doctor").rows}["templates"]
    assert found[0] == "note"
    assert found[2].startswith(named)
    (folder / "check_in.nl.txt").write_text("Subject: x\n\n$oops\n")
    assert "templates/check_in.nl.txt, line 3" in say("doctor").out


def test_a_group_is_written_to_as_several(say, ada):
    say("add", "Bewonersgroep", "--kind", "group", "--impact", "medium")
    say("edit", "bewonersgroep", "--language", "nl")
    say("agree", "bewonersgroep", "een lijst", "--by", "them", "--due", "tomorrow")
    [act] = say("due", "--json").json["actions"]
    told = say("draft", act["id"]).out
    assert "Beste allemaal," in told
    assert "Dit zouden jullie doen: een lijst" in told


def test_an_act_that_is_not_there_is_not_found(say, ada):
    assert "zzzz" in say("draft", "zzzz", code=3).err


def test_nothing_is_written_to_the_journal(say, promised):
    before = say("history", "--json").out
    say("draft", promised)
    assert say("history", "--json").out == before
