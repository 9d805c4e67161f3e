"""A drill: what one reads after going back to a backup is what one read when it was made."""

import pytest

READ_OUTS = (
    ("list", "--json"),
    ("why", "ada-lens", "--json"),
    ("show", "ada-lens", "--json"),
    ("show", "bram-okafor", "--json"),
    ("due", "--all", "--json"),
    ("progress", "--json"),
    ("history", "--json"),
    ("list", "--as-of", "2026-10-15", "--json"),
)


def read_outs(say, *journal: str) -> list[object]:
    """What the program says of the journal, part by part."""
    return [say(*words, *journal).json for words in READ_OUTS]


@pytest.fixture
def lived(begun, partner):
    """A journal in which this and that has happened."""
    begun("add", "Bram Okafor", "--impact", "medium", "--tag", "bridge")
    begun("log", "bram-okafor", "no_show", "--on", "2026-11-10")
    begun("ask", partner, "May we see the old plans?")
    begun("agree", "bram-okafor", "a date for the visit", "--by", "them", "--due", "2026-12-01")
    begun("note", partner, "likes to be rung up")
    begun("judge", "bram-okafor", "critic")
    begun("progress", "risk", "the permit is late")
    return partner


def harm(say, who: str) -> None:
    """All that one might want to be without again."""
    say("log", who, "open_opposition", "--on", "2026-11-20")
    say("judge", "bram-okafor", "partner")
    say("undo")
    say("add", "Cleo Marsh")
    say("edit", who, "--name", "Ada of Another Name")


def test_going_back_to_a_backup_says_what_was_said_then(place, say, lived):
    before = read_outs(say)
    made = say("backup", "--json").json["path"]
    harm(say, lived)
    changed = read_outs(say)
    assert all(now != then for now, then in zip(changed[:2], before[:2], strict=True))
    kept = say("restore", made, "--json").json["kept"]
    assert read_outs(say) == before
    assert read_outs(say, "--journal", kept) == changed


def test_a_backup_is_a_whole_journal_on_another_machine(say, lived, tmp_path):
    before = read_outs(say)
    stick = tmp_path / "stick.db"
    say("backup", str(stick))
    elsewhere = tmp_path / "new machine"
    elsewhere.mkdir()
    say("restore", str(stick), "--journal", str(elsewhere / "journal.db"))
    assert read_outs(say, "--journal", str(elsewhere / "journal.db")) == before


def test_one_can_go_forward_again(place, say, lived):
    made = say("backup", "--json").json["path"]
    harm(say, lived)
    changed = read_outs(say)
    kept = say("restore", made, "--json").json["kept"]
    say("restore", kept)
    assert read_outs(say) == changed
