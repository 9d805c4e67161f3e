"""Weak and strong count in every way in which an act is written down (inference 3)."""

import pytest

from tests.cli.conftest import Run


def points(say: Run, who: str, kind: str) -> float:
    """The points of the one reason of that kind."""
    (reason,) = [one for one in say("why", who, "--json").json["reasons"] if one["kind"] == kind]
    return float(reason["points"])


@pytest.mark.parametrize(("option", "worth"), [("--weak", 1.5), ("--strong", 4.5)])
def test_an_agreement_kept_by_halves_or_more_than_that(say, ada, option, worth):
    say("agree", ada, "budget", "--by", "them", "--on", "2026-11-20")
    say("kept", ada, option)
    assert points(say, ada, "agreement_kept") == worth


def test_a_signal_that_ends_an_agreement_keeps_its_strength(say, ada):
    say("agree", ada, "budget", "--by", "them", "--on", "2026-11-20")
    say("log", ada, "agreement_kept", "--strong")
    assert points(say, ada, "agreement_kept") == 4.5


def test_an_answer_can_be_weak(say, ada):
    say("ask", ada, "planning?", "--on", "2026-11-20")
    say("answered", ada, "--weak")
    assert points(say, ada, "mail_answered") == 1


def test_a_line_says_it_in_words(say, ada):
    say("log", "ada kept agreement strong: the street list")
    assert points(say, ada, "agreement_kept") == 4.5


def test_weak_and_strong_at_once_is_refused(say, ada):
    say("agree", ada, "budget", "--by", "them", "--on", "2026-11-20")
    assert "not both" in say("kept", ada, "--weak", "--strong", code=2).err
