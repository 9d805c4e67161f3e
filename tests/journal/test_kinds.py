"""The catalogue of a journal: own kinds, other weights, retired kinds; dated, undoable, bounded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from staketerm import locale
from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.errors import NotFound, UsageError
from staketerm.journal import capture, history
from staketerm.journal.lines import read_line
from staketerm.journal.opening import open_journal
from staketerm.journal.positions import review
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import add_kind, change_kind, kinds
from staketerm.journal.positions.model import model_on
from staketerm.journal.stakeholders import triage
from staketerm.journal.timeline import told
from staketerm.store.records import Setting, Signal
from tests.journal.conftest import TODAY, Calendar, add, log


def row_of(journal, id, as_of=None):
    return next(row for row in kinds(journal, as_of) if row.kind.id == id)


def sang(journal, **more):
    return add_kind(journal, AddKind(label="sang for us", dutch="zong voor ons", points=5, **more))


def test_an_own_kind_stands_in_the_list_with_both_labels(journal):
    receipt = sang(journal, effort=2, weight="major")
    row = row_of(journal, "sang_for_us")
    assert receipt.verb == "kind added"
    assert (row.own, row.known, row.changed, row.since) == (True, True, False, TODAY)
    assert (row.kind.points, row.kind.effort, row.kind.weight) == (5, 2, "M")
    assert row.kind.label == "sang for us"
    locale.choose("nl")
    try:
        assert row.kind.label == "zong voor ons"
    finally:
        locale.choose("en")


def test_an_own_kind_is_logged_by_its_id_or_its_words_and_counts(journal, ada):
    sang(journal)
    log(journal, ada, "sang_for_us", "2026-11-20")
    told_by_words = read_line(journal, "ada zong voor ons gisteren", {})
    assert told_by_words.kind is not None
    assert told_by_words.kind.id == "sang_for_us"
    reasons = review.why(journal, ada).assessment.reasons
    assert [(reason.kind, reason.points, reason.label) for reason in reasons] == [
        ("sang_for_us", 5, "sang for us")
    ]


def test_words_of_ones_own_are_sayings(journal):
    add_kind(journal, AddKind(label="praised it in passing", points=1, weight="words"))
    assert row_of(journal, "praised_it_in_passing").kind.stated


def test_another_weight_moves_positions_at_once_and_undo_moves_them_back(journal, partner):
    ada = partner()
    before = triage.people(journal).rows[0]
    receipt = change_kind(journal, ChangeKind(id="invited_to_team", points=-8))
    after = triage.people(journal).rows[0]
    assert [moved.stakeholder for moved in receipt.moved] == [ada]
    assert after.stance < before.stance
    assert row_of(journal, "invited_to_team").changed
    history.undo(journal)
    assert triage.people(journal).rows[0] == before
    assert not row_of(journal, "invited_to_team").changed


def test_a_past_day_keeps_the_weights_in_force_on_it(journal, calendar, partner):
    ada = partner()
    then = calendar.day
    before = review.why(journal, ada).assessment
    calendar.day += timedelta(days=7)
    change_kind(journal, ChangeKind(id="brought_others", points=1))
    after = review.why(journal, ada, as_of=then).assessment
    assert replace(after, lapses_on=None) == replace(before, lapses_on=None)
    assert (
        review.why(journal, ada).assessment.for_
        < review.why(journal, ada, as_of=calendar.day - timedelta(days=1)).assessment.for_
    )
    assert row_of(journal, "brought_others", as_of=then).kind.points == 8


def test_the_months_of_a_sparkline_keep_the_weights_of_their_day(journal, calendar, partner):
    ada = partner()
    calendar.day = date(2026, 12, 15)
    before = review.stance_by_month(journal, ada)
    change_kind(journal, ChangeKind(id="brought_others", points=-8))
    after = review.stance_by_month(journal, ada)
    assert after[:-1] == before[:-1]
    assert after[-1].stance < before[-1].stance


def test_a_retired_kind_is_not_logged_and_still_counts(journal, partner):
    ada = partner()
    before = triage.people(journal).rows[0]
    receipt = change_kind(journal, ChangeKind(id="agenda_changed", retired=True))
    assert receipt.changed
    assert receipt.moved == ()
    assert triage.people(journal).rows[0] == before
    assert "moved the calendar for the project" in {item.label for item in told(journal)}
    with pytest.raises(UsageError, match=r"retired.*kinds revive agenda_changed"):
        log(journal, ada, "agenda_changed")
    assert read_line(journal, "ada moved the calendar", {}).kind is None
    change_kind(journal, ChangeKind(id="agenda_changed", retired=False))
    assert log(journal, ada, "agenda_changed").changed


def test_a_signal_of_a_retired_kind_can_still_be_corrected(journal, partner):
    partner()
    change_kind(journal, ChangeKind(id="agenda_changed", retired=True))
    with journal.read() as reader:
        old = next(one for one in reader.rows(Signal) if one.kind == "agenda_changed")
    assert capture.correct_signal(journal, old.id, note="she moved the board").changed
    other = next(item for item in told(journal) if item.kind == "brought_others")
    with pytest.raises(UsageError, match="retired"):
        capture.correct_signal(journal, other.id, kind="agenda_changed")


def test_a_change_of_words_moves_nobody(journal, partner):
    partner()
    receipt = change_kind(journal, ChangeKind(id="agenda_changed", label="freed a morning"))
    assert receipt.changed
    assert receipt.moved == ()
    row = row_of(journal, "agenda_changed")
    assert (row.kind.english, row.kind.short) == ("freed a morning", "freed a morning")
    assert row.kind.dutch == CATALOGUE["agenda_changed"].dutch


def test_a_built_in_kind_can_be_put_back_as_it_was(journal):
    change_kind(journal, ChangeKind(id="no_show", points=-2, effort=1, weight="major"))
    change_kind(journal, ChangeKind(id="no_show", built_in=True))
    assert row_of(journal, "no_show").kind == CATALOGUE["no_show"]
    assert not change_kind(journal, ChangeKind(id="no_show", built_in=True)).changed


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (AddKind(label="a", points=13), r"between -12 and \+12"),
        (AddKind(label="a", effort=5), "between 0 and 4"),
        (AddKind(label="a", effort=-1), "effort"),
        (AddKind(label="a", id="no good"), "no id for a kind"),
        (AddKind(label="a", id="contact"), "There is a kind contact already"),
        (AddKind(label=""), "Say what they did"),
        (AddKind(label="x" * 61), "at most 60"),
        (AddKind(label="Kept an agreement"), "agreement_kept.*log that one"),
        (AddKind(label="a", dutch="kwam een afspraak na"), "agreement_kept"),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(journal, request_, said):
    with pytest.raises(UsageError, match=said):
        add_kind(journal, request_)
    assert not [row for row in kinds(journal) if row.own]


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (ChangeKind(id="no_show", points=-13), r"between -12 and \+12"),
        (ChangeKind(id="no_show", label="Cancelled late"), "cancelled_late"),
        (ChangeKind(id="mail_sent", points=2), "no evidence"),
        (ChangeKind(id="mail_sent", retired=True), "needs this kind"),
        (ChangeKind(id="mail_unanswered", retired=True), "needs this kind"),
        (ChangeKind(id="contact", retired=True), "needs this kind"),
        (ChangeKind(id="no_shw", points=1), "Did you mean no_show"),
    ],
)
def test_a_change_that_cannot_be_is_refused_too(journal, request_, said):
    with pytest.raises((UsageError, NotFound), match=said):
        change_kind(journal, request_)


def test_the_label_of_a_retired_kind_is_taken_and_can_be_revived(journal):
    change_kind(journal, ChangeKind(id="no_show", retired=True))
    with pytest.raises(UsageError, match="revive that one"):
        add_kind(journal, AddKind(label="did not turn up"))


def test_silence_can_be_weighed_otherwise(journal, ada):
    from staketerm.journal import ledger
    from staketerm.journal.requests import AskFor

    ledger.ask(journal, AskFor(stakeholder=ada, kind="mail", day=date(2026, 10, 1)))
    receipt = change_kind(journal, ChangeKind(id="mail_unanswered", points=-1))
    assert [moved.stakeholder for moved in receipt.moved] == [ada]


def foreign(journal, who, kind="juggled", day=date(2026, 11, 10)):
    """A signal of a kind that came from a colleague or another version."""
    with journal.write("import") as writing:
        project = journal.default_project().id
        writing.put(
            Signal(id=writing.new_id(), stakeholder=who, project=project, day=day, kind=kind)
        )


def test_an_unknown_kind_opens_is_shown_by_its_id_and_counts_nothing(journal, partner):
    ada = partner()
    before = review.why(journal, ada).assessment
    foreign(journal, ada)
    assert review.why(journal, ada).assessment == before
    row = row_of(journal, "juggled")
    assert (row.known, row.signals, row.kind.label, row.kind.points) == (False, 1, "juggled", 0)
    item = next(item for item in told(journal) if item.kind == "juggled")
    assert item.kind == "juggled"


def test_an_unknown_kind_can_be_adopted_and_counts_from_then_on(journal, calendar, ada):
    foreign(journal, ada, kind="Ünknown kind")
    yesterday = calendar.day
    calendar.day += timedelta(days=1)
    receipt = add_kind(journal, AddKind(label="juggled for us", id="Ünknown kind", points=4))
    assert [moved.stakeholder for moved in receipt.moved] == [ada]
    assert [reason.points for reason in review.why(journal, ada).assessment.reasons] == [4]
    assert review.why(journal, ada, as_of=yesterday).assessment.evidence == 0


def test_a_kind_taken_back_leaves_its_signals_uncounted(journal, ada):
    receipt = sang(journal)
    log(journal, ada, "sang_for_us")
    history.undo(journal, receipt.batch)
    assert triage.people(journal).rows[0].evidence == 0
    assert not row_of(journal, "sang_for_us").known


def test_a_kind_made_in_dutch_is_read_in_english(journal, ada):
    locale.choose("nl")
    try:
        add_kind(journal, AddKind(label="zong voor ons", points=5))
    finally:
        locale.choose("en")
    log(journal, ada, "zong_voor_ons")
    assert row_of(journal, "zong_voor_ons").kind.label == "zong voor ons"
    assert review.why(journal, ada).assessment.reasons[0].label == "zong voor ons"


@pytest.mark.parametrize(
    "value",
    [
        "sang",
        [],
        {"points": 99, "english": "sang"},
        {"points": "many", "english": "sang"},
        {"english": 3},
        {"weight": "Q", "english": "sang"},
        {},
    ],
)
def test_a_setting_that_cannot_be_read_is_left_aside(journal, partner, value):
    partner()
    with journal.write("import") as writing:
        for name in ("catalogue:sang", "correction"):
            writing.put(Setting(id=writing.new_id(), name=name, day=TODAY, value=value))
    with journal.read() as reader:
        model = model_on(reader, TODAY)
    assert "sang" not in model.catalogue
    assert triage.people(journal).rows[0].label == "partner"


def test_a_setting_of_a_day_to_come_counts_from_that_day(journal, calendar, partner):
    partner()
    soon = TODAY + timedelta(days=3)
    with journal.write("import") as writing:
        value = {"points": -12}
        name = "catalogue:brought_others"
        writing.put(Setting(id=writing.new_id(), name=name, day=soon, value=value))
    assert triage.people(journal).rows[0].label == "partner"
    calendar.day = soon
    assert triage.people(journal).rows[0].stance < 0.3


def test_two_kinds_changed_on_one_day_are_taken_back_one_by_one(journal):
    first = change_kind(journal, ChangeKind(id="no_show", points=-2))
    change_kind(journal, ChangeKind(id="obstructed", points=-5))
    history.undo(journal, first.batch)
    assert row_of(journal, "no_show").kind.points == -5
    assert row_of(journal, "obstructed").kind.points == -5


def test_changes_of_the_catalogue_stand_in_the_history(journal):
    sang(journal)
    change_kind(journal, ChangeKind(id="sang_for_us", points=3))
    change_kind(journal, ChangeKind(id="sang_for_us", retired=True))
    change_kind(journal, ChangeKind(id="sang_for_us", retired=False))
    lines = history.history(journal)[:4]
    assert [line.verb for line in lines] == [
        "kind revived",
        "kind retired",
        "kind changed",
        "kind added",
    ]
    assert {line.kinds for line in lines} == {(("sang_for_us", "sang for us"),)}


def test_another_journal_in_another_language_opens(where):
    place = where("dutch")
    locale.choose("nl")
    try:
        with open_journal(place, clock=Calendar(TODAY)) as journal:
            ada = add(journal, "Ada Lens")
            add_kind(journal, AddKind(label="zong", points=5))
            log(journal, ada, "zong")
    finally:
        locale.choose("en")
    with open_journal(place, clock=Calendar(TODAY)) as journal:
        assert triage.people(journal).rows[0].evidence > 0


def test_an_act_ends_with_an_own_kind_and_not_with_a_retired_one(journal, ada):
    from staketerm.domain.nurture.acts import Act, Proposal, Weight
    from staketerm.journal.nurture import decisions

    sang(journal)
    project = journal.default_project().id
    weight = Weight(1.0, 1.0, 1.0)
    act = Proposal(Act.CHECK_IN, ada, project, "some day", TODAY, TODAY, "why", weight)
    yesterday = TODAY - timedelta(days=1)
    change_kind(journal, ChangeKind(id="no_show", retired=True))
    with pytest.raises(UsageError, match="retired"):
        decisions.done(journal, act, on=yesterday, outcome="no_show")
    decisions.done(journal, act, on=yesterday, outcome="sang_for_us")
    reasons = review.why(journal, ada).assessment.reasons
    assert [(reason.kind, reason.on) for reason in reasons] == [("sang_for_us", yesterday)]


def test_words_become_a_deed_and_a_saying_again(journal):
    change_kind(journal, ChangeKind(id="said_support", weight="deed"))
    assert not row_of(journal, "said_support").kind.stated
    change_kind(journal, ChangeKind(id="said_support", weight="words"))
    assert row_of(journal, "said_support").kind == CATALOGUE["said_support"]
    change_kind(journal, ChangeKind(id="no_show", weight="words"))
    assert row_of(journal, "no_show").kind.stated
    change_kind(journal, ChangeKind(id="hearsay_for", weight="deed"))
    change_kind(journal, ChangeKind(id="hearsay_for", weight="words"))
    assert not row_of(journal, "hearsay_for").kind.stated
