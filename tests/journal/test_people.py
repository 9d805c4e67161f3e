"""Who there is: adding, finding, editing, the list and its orders."""

from contextlib import suppress

import pytest

from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.journal import history, timeline
from staketerm.journal.nurture import decisions
from staketerm.journal.positions import review
from staketerm.journal.positions.seen import mark_seen
from staketerm.journal.requests import AddStakeholder, EditStakeholder
from staketerm.journal.stakeholders import people, triage
from staketerm.journal.stakeholders.people_list import ORDERS
from staketerm.store.records import Contact, Stakeholder, Tag
from tests.hostile import HOSTILE
from tests.journal.conftest import add, log


def only_row(journal):
    (row,) = triage.people(journal).rows
    return row


def test_an_organisation_that_is_not_here_is_made_and_said(journal):
    receipt = people.add_stakeholder(
        journal, AddStakeholder(name="Anneke de Wit", organisation="Gemeente Zuidrand")
    )
    assert receipt.notes == ("Gemeente Zuidrand is new here, as an organisation.",)
    receipt = people.add_stakeholder(
        journal, AddStakeholder(name="Kees Molenaar", organisation="gemeente zuidrand")
    )
    assert receipt.notes == ()
    assert {row.organisation for row in triage.people(journal).rows} == {"Gemeente Zuidrand"}


def test_two_of_one_name_get_handles_of_their_own(journal):
    for _time in range(2):
        people.add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
    assert {person.handle for person in people.directory(journal)} == {"ada-lens", "ada-lens-2"}
    with pytest.raises(Ambiguous):
        people.find(journal, "ada lens")
    assert people.find(journal, "ada-lens-2").name == "Ada Lens"


def test_an_edit_changes_what_is_given_and_empties_what_is_named(journal, ada):
    people.edit_stakeholder(
        journal,
        EditStakeholder(
            stakeholder=ada, job="head of permits", emails=("a@x.example",), tags=("Permits",)
        ),
    )
    people.edit_stakeholder(
        journal,
        EditStakeholder(stakeholder=ada, power=4, emails=(), clear=frozenset({"job", "impact"})),
    )
    row = only_row(journal)
    assert (row.power, row.impact, row.tags) == (4, None, ("permits",))
    with journal.read() as reader:
        assert reader.rows(Contact) == []
        assert reader.get(Stakeholder, ada).job is None


def test_impact_makes_a_supporter_a_partner_and_the_receipt_tells(journal, partner):
    ada = partner()
    receipt = people.edit_stakeholder(journal, EditStakeholder(stakeholder=ada, impact="low"))
    assert [(move.before, move.after) for move in receipt.moved] == [("partner", "supporter")]


def test_deleting_is_a_change_and_undo_brings_it_back(journal, partner):
    ada = partner()
    receipt = people.delete_stakeholder(journal, ada)
    assert triage.people(journal).rows == ()
    history.undo(journal)
    assert only_row(journal).label == "partner"
    history.undo(journal, history.history(journal)[0].batch)
    assert triage.people(journal).rows == ()
    assert receipt.concerned == (ada,)


def test_undo_goes_back_step_by_step_to_the_beginning(journal, ada):
    log(journal, ada, "contact")
    people.tag(journal, [ada], add="key")
    assert [history.undo(journal).changed for _step in range(3)] == [True, True, True]
    assert triage.people(journal).rows == ()
    with pytest.raises(NotFound, match="nothing to take back"):
        history.undo(journal)


def test_tags_are_put_on_many_and_taken_off_again(journal, ada):
    bram = add(journal, "Bram")
    people.tag(journal, [ada, bram], add="Key Users")
    assert {row.tags for row in triage.people(journal).rows} == {("key users",)}
    people.tag(journal, [bram], drop="key users")
    assert {row.name for row in triage.people(journal, filter='tag:"key users"').rows} == {
        "Ada Lens"
    }
    people.tag(journal, [bram], add="key users")
    with journal.read() as reader:
        assert len(reader.rows(Tag)) == 2


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_everybody(journal, partner, order):
    partner()
    for name in ("Bram", "Chen", "Daan"):
        add(journal, name)
    assert len(triage.people(journal, order=order).rows) == 4


def test_the_first_rows_by_attention_are_the_first_of_the_whole(journal, partner):
    ada = partner()
    for name, impact in (("Bram", "high"), ("Chen", "low"), ("Daan", None), ("Esra", "medium")):
        who = add(journal, name, impact=impact)
        log(journal, who, "contact", "2026-08-11")
    log(journal, ada, "mobilised_against")
    decisions.keep_plan(journal)
    whole = triage.people(journal)
    for most in (1, 3, 5):
        first = triage.first_people(journal, most=most)
        assert first.rows == whole.rows[:most]
        assert first.total == whole.total


def test_an_alarm_seen_is_quiet_until_a_later_one(journal, calendar, partner):
    ada = partner()
    for day in ("2026-11-19", "2026-11-21", "2026-11-23"):
        log(journal, ada, "obstructed", day)
    row = only_row(journal)
    assert (row.alarm, row.alarm_seen) == ("crossed_over", False)
    mark_seen(journal, ada, row.project, row.alarm_since)
    row = only_row(journal)
    assert (row.alarm, row.alarm_seen) == ("crossed_over", True)
    assert review.why(journal, ada).alarm_seen


def test_an_unknown_field_names_the_nearest(journal, ada):
    with pytest.raises(UsageError, match="position"):
        triage.people(journal, filter="postion:critic")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_kept_as_text_or_refused_in_a_sentence(journal, name):
    with suppress(UsageError):
        people.add_stakeholder(journal, AddStakeholder(name=name))
    for row in triage.people(journal).rows:
        assert not any(letter in row.name for letter in "\x1b\x9b\x00\u202e")
        assert people.find(journal, row.handle).key == row.id


def test_the_timeline_is_read_window_by_window_without_gaps(journal, ada):
    for day in range(1, 21):
        log(journal, ada, "contact", f"2026-11-{day:02}")
        log(journal, ada, "said_support", f"2026-11-{day:02}")
    whole = timeline.told(journal, limit=100)
    assert len(whole) == 40
    found: list[timeline.Told] = []
    before = None
    while window := timeline.told(journal, before=before, limit=7):
        found.extend(window)
        before = window[-1].place
    assert found == list(whole)
