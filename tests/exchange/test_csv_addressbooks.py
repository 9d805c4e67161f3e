"""Address books go in as people with their ways to be reached (short invented files)."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from staketerm.exchange.tables.importing import preview, take_in
from staketerm.exchange.tables.parties import Way
from staketerm.journal.opening import Journal, open_journal
from staketerm.store.clock import FixedClock
from staketerm.store.records import Contact, Entry, Stakeholder, Tag
from tests.places import Where

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with open_journal(where(), clock=FixedClock(NOON)) as journal:
        yield journal


@pytest.fixture
def parties(journal, tmp_path):
    """What the rows of a file say, once it has shown that it goes in and is the same afterwards."""

    def read(text, encoding="utf-8"):
        path = tmp_path / "contacts.csv"
        path.write_bytes(text.encode(encoding))
        plan = preview(journal, path)
        assert plan.problems == ()
        take_in(journal, plan)
        assert take_in(journal, preview(journal, path)).batch is None
        return [planned.party for planned in plan.rows]

    return read


def rows(journal, kind):
    with journal.read() as reader:
        return reader.rows(kind)


def test_google(journal, parties):
    (ada, lumen) = parties(
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,"
        "Website 1 - Label,Website 1 - Value\n"
        'Ada,van,Lens,Lumenet,Chair,"met in\nDelft",Board ::: * myContacts,* Work,'
        "ada@x.example ::: ada@y.example,Home,ada@z.example,Mobile,+31 6 1 ::: +31 6 2,Home,"
        '"Kade 1\nDelft",Profile,https://x.example/ada\n'
        ",,,Lumenet,,,* myContacts,,info@x.example,,,,,,,,\n"
    )
    assert (ada.name, ada.organisation, ada.job) == ("Ada van Lens", "Lumenet", "Chair")
    assert ada.tags == ("board",)
    assert ada.note == "met in\nDelft"
    assert ada.ways == (
        Way("email", "ada@x.example", "work"),
        Way("email", "ada@y.example", "work"),
        Way("email", "ada@z.example", "home"),
        Way("phone", "+31 6 1", "mobile"),
        Way("phone", "+31 6 2", "mobile"),
        Way("url", "https://x.example/ada", "profile"),
        Way("address", "Kade 1, Delft", "home"),
    )
    assert (lumen.kind, lumen.name) == ("organisation", "Lumenet")
    assert [entry.private for entry in rows(journal, Entry)] == [True]
    assert [tag.tag for tag in rows(journal, Tag)] == ["board"]
    assert len(rows(journal, Contact)) == 8


def test_outlook_with_its_own_ways_of_writing(journal, parties):
    ada, bram = parties(
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,"
        "Business Street,Business City,Business Phone,Mobile Phone,Business Fax,Categories,"
        "E-mail Address,E-mail Type,Language,Notes,Priority,Private,Web Page\n"
        "Mw.,Zoë,,Böll,,Gemeente Zuidrand,Vergunningen,Adviseur,Plein 1,Zuidrand,030-1,06-1,"
        "030-9,Team;Pilot,zoe@x.example,SMTP,Nederlands,,Normal,True,\n"
        ",Bram,,Kok,,,Bouw,,,,,,,,/o=Exchange/ou=Group/cn=Recipients/cn=bram,EX,,,Normal,False,\n",
        "cp1252",
    )
    assert ada.name == "Zoë Böll"
    assert (ada.organisation, ada.job) == ("Gemeente Zuidrand", "Adviseur")
    assert ada.language == "nl"
    assert ada.tags == ("team", "pilot")
    assert ada.private
    assert ada.ways == (
        Way("email", "zoe@x.example"),
        Way("phone", "030-1", "work"),
        Way("phone", "06-1", "mobile"),
        Way("address", "Plein 1, Zuidrand", "work"),
    )
    assert (bram.ways, bram.organisation, bram.private) == ((), "Bouw", False)
    people = {row.name: row.private for row in rows(journal, Stakeholder)}
    assert people == {"Zoë Böll": True, "Bram Kok": False, "Gemeente Zuidrand": False,
                      "Bouw": False}  # fmt: skip


def test_linkedin_with_what_stands_above_its_header(parties):
    (ada,) = parties(
        '\ufeffNotes:\r\n"Some of your connections, it says, have no address here."\r\n\r\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
        "Ada,Lens,https://www.example.com/in/ada,,Lumenet,Supporter of trains,12 Mar 2024\r\n"
        ",,,,,,\r\n"
    )
    assert (ada.row, ada.name, ada.job) == (5, "Ada Lens", "Supporter of trains")
    assert ada.ways == (Way("url", "https://www.example.com/in/ada"),)
    assert (ada.current, ada.last_contact) == (None, None)


def test_thunderbird_as_built_for_britain(parties):
    (ada,) = parties(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
        "Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,"
        "Home City,Home County,Home Post Code,Home Country,Work City,Work Post Code,Job Title,"
        "Department,Organisation,Web Page 1,Notes\n"
        "Ada,Lens,Ada Lens,,ada@x.example,ada@y.example,,1,2,3,4,5,Kade 1,,Delft,,2611 AA,,Den "
        "Haag,2500 AA,Chair,,Lumenet,x.example,hello\n"
    )
    assert ada.emails == ("ada@x.example", "ada@y.example")
    assert [(way.label, way.value) for way in ada.ways if way.way == "phone"] == [
        ("work", "1"),
        ("home", "2"),
        ("mobile", "5"),
    ]
    assert [(way.label, way.value) for way in ada.ways if way.way == "address"] == [
        ("home", "Kade 1, Delft, 2611 AA"),
        ("work", "Den Haag, 2500 AA"),
    ]


def test_kumu_elements(journal, parties):
    ada, lumen = parties(
        "Label,Type,Description,Tags,Influence\nAda Lens,Person,told us,a|b,5\n"
        "Lumenet,Organization,,,2\n"
    )
    assert (ada.kind, ada.tags, ada.note, ada.power) == ("person", ("a", "b"), "told us", 5)
    assert lumen.kind == "organisation"


def test_a_card_with_only_an_address_bears_its_address_as_name(parties):
    (card,) = parties("Name,Email,Phone\n,nobody@x.example,1\n")
    assert (card.kind, card.name) == ("person", "nobody@x.example")


def test_several_addresses_in_a_cell_and_names_around_them(parties):
    (ada,) = parties(
        'Name,Email\nAda,"Ada Lens <ada@x.example>; mailto:ada@y.example, ADA@X.EXAMPLE"\n'
    )
    assert ada.emails == ("ada@x.example", "ada@y.example")


def test_a_second_file_about_the_same_people_adds_what_the_first_did_not_say(journal, parties):
    parties("First Name,Last Name,E-mail 1 - Value\nAda,Lens,ada@x.example\n")
    parties("Name,Primary Email,Display Name,Work Phone\nA. Lens,ada@x.example,A. Lens,1\n")
    assert [row.name for row in rows(journal, Stakeholder)] == ["Ada Lens"]
    assert {(way.way, way.label) for way in rows(journal, Contact)} == {
        ("email", None),
        ("phone", "work"),
    }


def test_the_groups_that_google_keeps_for_itself_are_no_tags_in_its_outlook_form_either(
    journal, parties
):
    parties(
        "First Name,Last Name,E-mail Address,Mobile Phone,Categories\n"
        "Gus,Look,gus@x.example,06,myContacts;Board\n"
    )
    with journal.read() as reader:
        assert [tag.tag for tag in reader.rows(Tag)] == ["board"]
