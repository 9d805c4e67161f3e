"""Receptiveness is measured: what share of my approaches met an answer or a deed (F32)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.position import assess
from staketerm.domain.receptiveness import Receptiveness, receptiveness, said
from staketerm.domain.signals import Record

DAY = date(2026, 11, 24)


def ago(days: int) -> date:
    """So many days before."""
    return DAY - timedelta(days=days)


def found(records: list[Record], done: tuple[date, ...] = (), on: date = DAY) -> Receptiveness:
    """The receptiveness that these give."""
    evidence = assess(records, on).grounds.evidence
    return receptiveness(evidence.acts, evidence.questions, done, on)


def mail(number: int, asked: int, answered: int | None, kind: str = "mail_answered"):
    """A mail of mine so many days ago, and what it met."""
    records = [Record(ago(asked), "mail_sent", id=f"q{number}")]
    if answered is not None:
        records.append(Record(ago(answered), kind, id=f"q{number}", re=f"q{number}"))
    return records


def test_the_share_of_approaches_that_met_something_with_its_counts() -> None:
    records = [
        *(one for n in range(4) for one in mail(n, 100 + n, 98 + n)),
        *mail(5, 60, None),
        *mail(6, 61, None),
    ]
    told = found(records)
    assert (told.met, told.tried, told.word) == (4, 6, "high")
    assert said(told) == "receptive: 4 of 6 approaches met an answer or a deed"


def test_fewer_than_five_approaches_say_nothing() -> None:
    told = found([one for n in range(4) for one in mail(n, 100 + n, 98 + n)])
    assert (told.tried, told.share, told.word) == (4, None, "unknown")
    assert said(told) == ""


def test_an_act_of_mine_meets_a_deed_within_two_weeks_and_a_deed_only_the_latest() -> None:
    done = (ago(100), ago(95), ago(50))
    told = found([Record(ago(90), "informal_approach"), Record(ago(30), "agenda_changed")], done)
    assert (told.met, told.tried) == (1, 3)


def test_words_and_refusals_meet_nothing() -> None:
    records = [
        Record(ago(98), "said_support"),
        Record(ago(80), "advice_asked", id="a"),
        Record(ago(79), "advice_refused", id="a", re="a"),
    ]
    told = found(records, (ago(100),))
    assert (told.met, told.tried) == (0, 2)


def test_an_invitation_that_was_accepted_met_something() -> None:
    records = [Record(ago(50), "invitation", id="i"), Record(ago(45), "contact", id="i", re="i")]
    assert found(records).met == 1


def test_what_still_waits_is_not_counted_and_what_came_later_is_not_known() -> None:
    assert found([Record(ago(3), "mail_sent", id="q")], (ago(2),)).tried == 0
    records = mail(1, 60, 10)
    assert (found(records).met, found(records).tried) == (0, 1), "answered after its wait"
    assert found(mail(1, 60, 59), on=ago(60)).tried == 0


def test_approaches_of_more_than_a_year_ago_are_left_aside() -> None:
    assert found(mail(1, 400, 399)).tried == 0


@pytest.mark.parametrize(("met", "word"), [(0, "low"), (2, "fair"), (4, "high"), (6, "high")])
def test_the_words(met: int, word: str) -> None:
    assert Receptiveness(6, met).word == word
