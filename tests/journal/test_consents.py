"""Consent to carry news to others is written down word by word, and only what can follow (P20)."""

from datetime import date

import pytest

from staketerm.domain.consent import said, standing
from staketerm.domain.errors import UsageError
from staketerm.journal.history import undo
from staketerm.journal.nurture.consents import consent_of, history, say_consent
from staketerm.journal.nurture.dealings import consents
from staketerm.journal.requests import SayConsent
from staketerm.journal.stakeholders.triage import people

TODAY = date(2026, 11, 24)


def say(journal, who, state, day="2026-11-23", **more):
    """One word on consent."""
    request = SayConsent(stakeholder=who, state=state, day=date.fromisoformat(day), **more)
    return say_consent(journal, request)


def in_force(journal, who, day=None):
    """The word in force on a day."""
    with journal.read() as reader:
        return consent_of(reader, who, journal.default_project().id, day)


def test_nobody_has_agreed_to_anything_unasked(journal, ada):
    assert in_force(journal, ada) is None
    assert standing(None, TODAY) == "none"
    assert said(None, TODAY) == "not asked"


def test_every_word_is_kept_and_the_last_one_holds(journal, ada):
    say(journal, ada, "asked", "2026-11-03", scope="the pilot street")
    say(journal, ada, "granted", "2026-11-05", scope="small news", load=2, until=date(2027, 3, 1))
    assert [one.state for one in history(journal, ada)] == ["asked", "granted"]
    last = in_force(journal, ada)
    assert (last.scope, last.load) == ("small news", 2)
    assert said(last, TODAY) == "granted 5 Nov, to 1 Mar 2027 (2 in a quarter)"
    assert in_force(journal, ada, date(2026, 11, 4)).state == "asked"
    assert in_force(journal, ada, date(2026, 11, 2)) is None


def test_two_words_of_one_day_hold_in_the_order_they_were_said(journal, ada):
    say(journal, ada, "asked")
    say(journal, ada, "granted")
    say(journal, ada, "withdrawn")
    assert in_force(journal, ada).state == "withdrawn"


def test_granting_without_having_been_asked_is_fine(journal, ada):
    assert say(journal, ada, "granted").changed
    assert standing(in_force(journal, ada), TODAY) == "granted"


def test_a_consent_holds_through_its_last_day_and_has_then_ended(journal, ada, calendar):
    say(journal, ada, "granted", until=TODAY)
    assert standing(in_force(journal, ada), TODAY) == "granted"
    assert standing(in_force(journal, ada), date(2026, 11, 25)) == "ended"
    assert said(in_force(journal, ada), date(2026, 11, 25)) == "granted 23 Nov, ended 24 Nov"


def test_one_that_has_ended_already_is_kept_and_said_so(journal, ada):
    receipt = say(journal, ada, "granted", "2026-06-01", until=date(2026, 9, 1))
    assert receipt.notes == ("It has ended: it held until Tue 1 Sep.",)


@pytest.mark.parametrize(
    ("before", "state", "why"),
    [
        ([], "withdrawn", "never granted"),
        (["asked"], "withdrawn", "never granted"),
        (["declined"], "withdrawn", "never granted"),
        (["granted", "withdrawn"], "withdrawn", "withdrawn on Mon 23 Nov already"),
        (["granted"], "asked", "'granted' again changes"),
        (["granted"], "declined", "say 'withdrawn'"),
    ],
)
def test_what_cannot_follow_is_refused_with_a_sentence(journal, ada, before, state, why):
    for word in before:
        say(journal, ada, word)
    with pytest.raises(UsageError, match=why):
        say(journal, ada, state)
    assert [one.state for one in history(journal, ada)] == before


def test_asking_again_after_a_no_or_an_end_is_fine(journal, ada):
    say(journal, ada, "declined", "2026-06-01")
    say(journal, ada, "asked", "2026-07-01")
    say(journal, ada, "granted", "2026-07-02", until=date(2026, 8, 1))
    assert say(journal, ada, "asked").changed


def test_what_has_ended_cannot_be_withdrawn(journal, ada):
    say(journal, ada, "granted", "2026-06-01", until=date(2026, 9, 1))
    with pytest.raises(UsageError, match="ended on Tue 1 Sep already"):
        say(journal, ada, "withdrawn")


@pytest.mark.parametrize(
    ("state", "day", "more", "why"),
    [
        ("granted", "2026-11-23", {"until": date(2026, 11, 22)}, "before Mon 23 Nov"),
        ("granted", "2026-11-25", {}, "still to come"),
        ("granted", "2026-11-23", {"load": 0}, "load"),
        ("asked", "2026-11-23", {"load": 2}, "granted"),
        ("declined", "2026-11-23", {"scope": "all"}, "asked for or granted"),
        ("withdrawn", "2026-11-23", {"until": date(2026, 12, 1)}, "granted"),
        ("perhaps", "2026-11-23", {}, "state"),
    ],
)
def test_impossible_words_are_refused(journal, ada, state, day, more, why):
    with pytest.raises(UsageError, match=why):
        say(journal, ada, state, day, **more)
    assert not history(journal, ada)


def test_a_word_of_before_the_last_one_is_refused(journal, ada):
    say(journal, ada, "granted", "2026-11-10")
    with pytest.raises(UsageError, match="last word on consent is of Tue 10 Nov"):
        say(journal, ada, "declined", "2026-11-09")


def test_undo_takes_the_last_word_back(journal, ada):
    say(journal, ada, "granted")
    say(journal, ada, "withdrawn")
    receipt = undo(journal)
    assert ada in receipt.concerned
    assert in_force(journal, ada).state == "granted"


def test_the_words_in_force_of_everybody_at_once(journal, ada):
    say(journal, ada, "asked", "2026-11-03")
    say(journal, ada, "granted", "2026-11-05")
    pair = (ada, journal.default_project().id)
    with journal.read() as reader:
        assert dict(consents(reader, TODAY, None))[pair].state == "granted"
        assert dict(consents(reader, date(2026, 11, 4), [ada]))[pair].state == "asked"
        assert not dict(consents(reader, date(2026, 11, 2), [ada]))


@pytest.mark.parametrize(
    ("day", "filter_text"),
    [
        (date(2026, 11, 24), "consent:granted impact:high"),
        (date(2026, 11, 4), "consent:asked"),
        (date(2026, 11, 2), "consent:none -has:consent"),
    ],
)
def test_the_list_is_filtered_by_how_consent_stands_on_the_day(journal, ada, day, filter_text):
    say(journal, ada, "asked", "2026-11-03")
    say(journal, ada, "granted", "2026-11-05", until=TODAY)
    assert [row.id for row in people(journal, filter=filter_text, as_of=day).rows] == [ada]
    assert not people(journal, filter=f"-({filter_text})", as_of=day).rows


def test_a_consent_that_ended_is_found_as_ended(journal, ada, calendar):
    say(journal, ada, "granted", "2026-11-05", until=TODAY)
    calendar.day = date(2026, 11, 25)
    assert people(journal, filter="toestemming:afgelopen").rows
