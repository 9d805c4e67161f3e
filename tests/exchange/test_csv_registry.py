"""What a file is shows by itself; where it does not, the message says what to do."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange import registry
from staketerm.exchange.export import export
from staketerm.exchange.own import OwnPlan
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.registry import ImportOptions, format_of
from staketerm.exchange.tables.plan import TablePlan
from staketerm.journal.opening import Journal, open_journal
from staketerm.store.clock import FixedClock
from tests.places import Where

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MAIL = "From: Ada <ada@x.example>\nTo: me@x.example\nDate: Mon, 2 Mar 2026 09:00:00 +0100\n\nHi\n"


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with open_journal(where(), clock=FixedClock(NOON)) as journal:
        yield journal


def written(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_tables_and_mail_are_told_apart(tmp_path):
    assert format_of(written(tmp_path / "a.csv", "Name,Email\n")) == "table"
    assert format_of(written(tmp_path / "b.txt", "Naam;Rol\n")) == "table"
    assert format_of(written(tmp_path / "c", "From x Mon Mar  2 09:00:00 2026\n" + MAIL)) == "mbox"
    assert format_of(written(tmp_path / "d.eml", MAIL)) == "eml"
    written(tmp_path / "maildir" / "cur" / "1", MAIL)
    assert format_of(tmp_path / "maildir") == "maildir"
    written(tmp_path / "letters" / "1.eml", MAIL)
    assert format_of(tmp_path / "letters") == "eml"


def test_an_export_is_known_in_both_forms(journal, tmp_path):
    export(journal, tmp_path / "folder")
    export(journal, tmp_path / "file.json", "json")
    assert format_of(tmp_path / "folder") == "staketerm"
    assert format_of(tmp_path / "file.json") == "staketerm"


@pytest.mark.parametrize(
    ("name", "data", "remedy"),
    [
        ("a.xlsx", b"PK\x03\x04rest", "save it as CSV"),
        ("a.xls", b"\xd0\xcf\x11\xe0rest", "save it as CSV"),
        ("a.vcf", b"BEGIN:VCARD\r\n", "export the contacts as CSV"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n", "not taken in"),
        ("j.db", b"SQLite format 3\0", "--journal"),
        ("stakeholder.csv", b"id,kind,name,_rev,_revs\n", "take in the folder"),
    ],
)
def test_what_is_not_read_is_named_with_the_way_out(tmp_path, name, data, remedy):
    with pytest.raises(ImportRefused, match=remedy) as refused:
        format_of(written(tmp_path / name, data))
    assert name in str(refused.value)


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ImportRefused, match=r"gone\.csv cannot be read"):
        format_of(tmp_path / "gone.csv")


def test_an_unknown_format_is_answered_with_the_known_ones(journal, tmp_path):
    with pytest.raises(UsageError, match="known: staketerm, register"):
        registry.preview(journal, [tmp_path], ImportOptions(format="excel"))


def test_a_table_can_be_said_to_be_of_a_program(journal, tmp_path):
    path = written(tmp_path / "a.csv", "First Name,Last Name,Position\nAda,Lens,Supporter\n")
    (plan,) = registry.preview(journal, [path], ImportOptions(format="linkedin"))
    assert isinstance(plan, TablePlan)
    assert plan.described == "LinkedIn, UTF-8, commas between"
    assert plan.rows[0].party.job == "Supporter"


def test_every_plan_says_how_much_is_new_and_takes_itself_in(journal, tmp_path):
    table = written(tmp_path / "a.csv", "Name,Email\nAda,ada@x.example\n")
    box = written(tmp_path / "box", "From x Mon Mar  2 09:00:00 2026\n" + MAIL)
    plans = registry.preview(
        journal, [table, box], ImportOptions(me=("me@x.example",), create=True)
    )
    for plan in plans:
        assert plan.summary
        assert plan.new > 0
        assert registry.take_in(journal, plan).changed
    again = registry.preview(journal, [table, box], ImportOptions(me=("me@x.example",)))
    assert [plan.new for plan in again] == [0, 0]


def test_an_export_goes_in_through_the_same_door(journal, tmp_path):
    export(journal, tmp_path / "folder")
    (plan,) = registry.preview(journal, [tmp_path / "folder"])
    assert isinstance(plan, OwnPlan)
    assert plan.new == 0
    assert not registry.take_in(journal, plan).changed
