"""Two stakeholders who turn out to be one are read as one everywhere, and undo brings both back."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import NotFound, UsageError
from staketerm.journal import capture, erasing, history, ledger
from staketerm.journal.opening import Journal
from staketerm.journal.positions.standing import stored_states
from staketerm.journal.requests import (
    AddStakeholder,
    Agree,
    AskFor,
    EditStakeholder,
    LogSignal,
    WriteNote,
)
from staketerm.journal.stakeholders import finding, people
from staketerm.journal.stakeholders.duplicates import are_two_people, duplicates
from staketerm.journal.stakeholders.merged import roots
from staketerm.journal.stakeholders.merging import merge, merger
from staketerm.journal.stakeholders.triage import people as rows
from staketerm.journal.timeline import told
from staketerm.store.records import Contact, Involvement, Stakeholder, Tag

TODAY = date(2026, 11, 24)


def add(journal: Journal, name: str, **values) -> str:
    added = people.add_stakeholder(journal, AddStakeholder(name=name, **values))
    return next(
        row for table, row in added.rows if table == "stakeholder" and _is(journal, row, name)
    )


def _is(journal: Journal, row: str, name: str) -> bool:
    return people.get_stakeholder(journal, row).name == name


def log(journal: Journal, who: str, kind: str, days: int = 0) -> None:
    day = TODAY - timedelta(days=days)
    capture.log_signal(journal, LogSignal(stakeholder=who, kind=kind, day=day))


@pytest.fixture
def noor(journal: Journal) -> str:
    return add(journal, "Noor Bakker", emails=("noor@zuidrand.example",), tags=("board",), power=4)


@pytest.fixture
def other(journal: Journal, noor: str) -> str:
    """The same Noor, met elsewhere under another name."""
    return add(
        journal,
        "N. de Vries",
        emails=("noor@zuidrand.example", "nb@home.example"),
        tags=("board", "press"),
        interest=5,
        power=2,
        roles=("sponsor",),
        job="alderman",
    )


def dump(journal: Journal) -> list[object]:
    """All that is not deleted, as it reads."""
    with journal.read() as reader:
        return [
            {name: getattr(row, name) for name in row.__slots__ if name not in ("rev", "revs")}
            for kind in (Stakeholder, Contact, Tag, Involvement)
            for row in sorted(reader.rows(kind), key=lambda row: row.id)
        ] + [told(journal)]


def test_what_was_told_of_both_is_read_of_one(journal, noor, other):
    log(journal, noor, "defended_project", 3)
    log(journal, other, "provided_resources", 2)
    ledger.ask(journal, AskFor(stakeholder=other, text="figures", day=TODAY))
    ledger.agree(journal, Agree(stakeholder=other, text="a plan", by="them", day=TODAY))
    capture.write_note(journal, WriteNote(text="met both", day=TODAY, about=(noor, other)))
    merge(journal, other, noor)
    kinds = {item.kind for item in told(journal, stakeholder=noor)}
    assert {"defended_project", "provided_resources", "agreement", "note"} <= kinds
    (note,) = (item for item in told(journal, stakeholder=noor) if item.kind == "note")
    assert note.about == ((noor, "Noor Bakker"),)
    assert told(journal, stakeholder=other) == ()
    assert [row.name for row in rows(journal).rows] == ["Noor Bakker"]
    with journal.read() as reader:
        emails = {row.value for row in reader.rows(Contact)}
        assert emails == {"noor@zuidrand.example", "nb@home.example"}
        assert len(reader.rows(Contact)) == 2
        assert sorted(row.tag for row in reader.rows(Tag)) == ["board", "press"]


def test_the_position_is_that_of_all_their_acts(journal, noor, other):
    third = add(journal, "Control")
    for who in (noor, third):
        log(journal, who, "defended_project", 3)
    for who in (other, third):
        log(journal, who, "obstructed", 1)
    receipt = merge(journal, noor, other)
    project = journal.default_project().id
    with journal.read() as reader:
        states = stored_states(reader, [(noor, project), (third, project)])
    ours, theirs = states[noor, project], states[third, project]
    assert (ours.stance, ours.label, ours.evidence) == (
        theirs.stance,
        theirs.label,
        theirs.evidence,
    )
    assert {moved.stakeholder for moved in receipt.moved} == {noor}


def test_the_older_one_stays_whichever_is_named_first_and_keeps_what_it_has(journal, noor, other):
    said = merger(journal, other, noor)
    assert (said.stays.name, said.goes.name) == ("Noor Bakker", "N. de Vries")
    assert said.rows["contact"] == 2
    merge(journal, other, noor)
    person = people.get_stakeholder(journal, noor)
    assert (person.name, person.job) == ("Noor Bakker", "alderman")
    (involved,) = people.involvements(journal, noor).values()
    assert (involved.power, involved.interest, involved.roles) == (4, 5, "sponsor")
    assert people.involvements(journal, other) == {}


def test_the_other_is_found_by_its_name_handle_and_address(journal, noor, other):
    log(journal, noor, "defended_project")
    merge(journal, noor, other)
    assert [one.name for one in people.directory(journal)] == ["Noor Bakker"]
    for word in ("N. de Vries", "n-de-vries", "vries"):
        assert people.find(journal, word).key == noor
    assert finding.written(journal, "Vries")
    with journal.read() as reader:
        assert finding.holders(reader, "nb@home.example") == {noor}
        assert finding.holders(reader, "Vries") == {noor}
    with pytest.raises(NotFound):
        people.find(journal, "Zzz")


def test_undo_brings_both_back(journal, noor, other):
    log(journal, noor, "defended_project", 3)
    log(journal, other, "obstructed", 2)
    before = dump(journal)
    merge(journal, noor, other)
    assert dump(journal) != before
    history.undo(journal)
    assert dump(journal) == before
    assert people.find(journal, "vries").key == other


def test_nothing_can_be_logged_for_who_was_merged(journal, noor, other):
    merge(journal, noor, other)
    with pytest.raises(NotFound):
        log(journal, other, "contact")


def test_three_who_are_one(journal, noor, other):
    third = add(journal, "Noor B")
    log(journal, third, "obstructed")
    merge(journal, other, third)
    merge(journal, third, noor)
    with journal.read() as reader:
        assert roots(reader) == {other: noor, third: noor}
    assert [item.kind for item in told(journal, stakeholder=noor)] == ["obstructed"]
    with pytest.raises(UsageError):
        merge(journal, third, other)


def test_members_follow_their_organisation(journal):
    one = add(journal, "Gemeente Zuidrand", kind="organisation")
    two = add(journal, "Zuidrand", kind="organisation")
    ada = add(journal, "Ada Lens", organisation="Zuidrand")
    merge(journal, one, two)
    assert people.get_stakeholder(journal, ada).organisation == one


def test_private_and_not_and_person_and_organisation_do_not_mix(journal, noor):
    hidden = add(journal, "Noor Bakker", private=True)
    firm = add(journal, "Noor Bakker bv", kind="organisation")
    for who in (hidden, firm, noor):
        with pytest.raises(UsageError):
            merge(journal, noor, who)
    assert duplicates(journal) == ()


def test_whoever_must_not_be_contacted_stays_so(journal, noor, other):
    people.edit_stakeholder(journal, EditStakeholder(stakeholder=other, do_not_contact=True))
    merge(journal, noor, other)
    assert people.get_stakeholder(journal, noor).do_not_contact


def test_erasing_takes_who_they_were_as_well(journal, noor, other):
    merge(journal, noor, other)
    erasing.erase(journal, noor)
    with journal.read() as reader:
        assert reader.rows(Stakeholder, deleted=True) == []


def test_an_equal_address_and_an_equal_name_are_proposed_and_nothing_else(journal, noor, other):
    add(journal, "Ada Lens", organisation="Gemeente")
    add(journal, "ADA LENS")
    add(journal, "Ada Lens", organisation="Waterschap")
    add(journal, "Ada Lensink")
    found = duplicates(journal)
    assert sorted((each.sign, each.told) for each in found) == [
        ("email", "noor@zuidrand.example"),
        ("name", "ADA LENS"),
        ("name", "Ada Lens"),
    ]
    assert (found[0].one.key, found[0].other.key) == (noor, other)


def test_two_who_are_said_to_be_two_are_proposed_no_more(journal, noor, other):
    (pair,) = duplicates(journal)
    are_two_people(journal, pair.other.key, pair.one.key)
    assert duplicates(journal) == ()
    history.undo(journal)
    assert duplicates(journal) == (pair,)
    merge(journal, noor, other)
    assert duplicates(journal) == ()
