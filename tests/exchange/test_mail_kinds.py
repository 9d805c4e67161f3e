"""Lists, machines and notices of absence are told from people."""

from datetime import date
from typing import Any

import pytest

from staketerm.exchange.mail.kinds import AWAY_DAYS, MailKind, absence
from tests.exchange.mailbag import ANNA, ME, mail, read

NOON = date(2026, 12, 22)  # a Tuesday


def kind(sender: str = ANNA, **fields: Any) -> MailKind:
    return read(mail("m", sender, ME, **fields)).kind


def test_plain_mail_is_from_a_person():
    assert kind() is MailKind.PERSONAL
    assert kind(auto_submitted="no") is MailKind.PERSONAL
    assert kind(x_auto_response_suppress="All") is MailKind.PERSONAL


@pytest.mark.parametrize(
    "fields",
    [
        {"precedence": "bulk"},
        {"precedence": "list"},
        {"list_id": "Plan <plan.lists.example>"},
        {"list_post": "<mailto:plan@lists.example>"},
        {"list_unsubscribe": "<https://lists.example/off>"},
    ],
)
def test_marks_of_a_list_are_no_mark_of_a_machine(fields):
    assert kind(**fields) is MailKind.LIST


@pytest.mark.parametrize(
    "fields",
    [
        {"auto_submitted": "auto-generated; type=x"},
        {"x_autoreply": "yes"},
        {"x_autorespond": "Planning"},
        {"precedence": "auto_reply"},
        {"content_type": "text/calendar; method=REPLY"},
        {"sender": "No-Reply <no-reply@zuid.example>"},
        {"sender": "helpdesk@zuid.example", "auto_submitted": "auto-replied"},
    ],
)
def test_mail_of_machines(fields):
    assert kind(**fields) is MailKind.AUTOMATIC


def test_machine_on_a_list_is_a_machine():
    assert kind(precedence="bulk", auto_submitted="auto-generated") is MailKind.AUTOMATIC


@pytest.mark.parametrize(
    "fields",
    [
        {"return_path": "<>"},
        {"content_type": 'multipart/report; report-type=delivery-status; boundary="x"'},
        {"sender": "MAILER-DAEMON@mx.example"},
    ],
)
def test_reports_on_delivery(fields):
    assert kind(**fields) is MailKind.BOUNCE


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "Automatic reply: Planning"},
        {"subject": "Automatisch antwoord: Planning"},
        {"subject": "Out of Office Re: Planning", "return_path": "<>"},
        {"subject": "Out-of-office: Planning", "auto_submitted": "auto-replied"},
        {"subject": "Afwezig t/m 9 januari"},
        {"subject": "Afwezigheidsbericht: Planning", "auto_submitted": "auto-replied"},
        {"subject": "OOF: Planning"},
        {"subject": "Ik ben op vakantie"},
        {"subject": "Re: Planning", "auto_submitted": "auto-replied (vacation)"},
        {"subject": "Auto: Planning", "auto_submitted": "auto-replied"},
    ],
)
def test_notices_of_absence(fields):
    assert kind(**fields) is MailKind.AWAY


@pytest.mark.parametrize(
    "subject", ["Re: Out of office", "Planning out of office space", "Auto: new lease"]
)
def test_what_only_sounds_like_absence(subject):
    assert kind(subject=subject) is MailKind.PERSONAL


@pytest.mark.parametrize(
    ("subject", "last"),
    [
        ("Automatic reply: away until 9 January", date(2027, 1, 9)),
        ("Out of office (through January 9, 2027)", date(2027, 1, 9)),
        ("Out of office until 2027-01-09", date(2027, 1, 9)),
        ("Out of office till Friday", date(2026, 12, 25)),
        ("Afwezig t/m 31 december", date(2026, 12, 31)),
        ("Afwezig tot en met 31-12-2026", date(2026, 12, 31)),
        ("Afwezig 22 dec - 4 jan", date(2027, 1, 4)),
        ("Out of office, back on 4 January", date(2027, 1, 3)),
        ("Afwezig, weer aanwezig op 4 januari", date(2027, 1, 3)),
        ("Afwezig, terug op maandag 4 januari 2027", date(2027, 1, 3)),
    ],
)
def test_subject_that_names_the_last_day_is_believed(subject, last):
    assert absence(subject, NOON) == (NOON, last)


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Planning",
        "Out of office until further notice",
        "Out of office until 5/1/2027",
        "Afwezig t/m 31 november",
        "Out of office until 1 December 2026",
        "Out of office until 1 January 2040",
    ],
)
def test_subject_that_names_none_means_a_week(subject):
    starts, ends = absence(subject, NOON)
    assert starts == NOON
    assert (ends - starts).days + 1 == AWAY_DAYS == 7


@pytest.mark.parametrize(
    ("fields", "lists"),
    [
        ({"list_id": '"Plan" <Plan.Lists.Example>'}, ("plan@lists.example",)),
        ({"list_post": "<mailto:plan@lists.example?subject=x>"}, ("plan@lists.example",)),
        ({"precedence": "bulk", "x_mailing_list": "plan@lists.example"}, ("plan@lists.example",)),
        ({"precedence": "bulk"}, ()),
    ],
)
def test_addresses_of_a_list_are_known(fields, lists):
    assert read(mail("m", ANNA, ME, **fields)).lists == lists
