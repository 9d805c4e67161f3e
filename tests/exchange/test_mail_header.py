"""One mail's header as a value, whatever is in it."""

from datetime import UTC, datetime
from email.header import Header
from email.parser import BytesHeaderParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.exchange.mail import header
from staketerm.exchange.mail.header import Party, header_fields, parties, read_mail
from tests.exchange import mailbag
from tests.exchange.mailbag import ANNA, ME, START, mail


def read(sender: str = ANNA, to: str = ME, **fields: Any) -> header.Mail:
    return mailbag.read(mail("m", sender, to, **fields))


def test_who_wrote_to_whom_and_when():
    found = read(to="Me <Me@Work.example>, bram@zuid.example")
    assert found.id == "m@x.example"
    assert found.sender == Party("anna@zuid.example", "Anna Prins")
    assert found.to == (Party(ME, "Me"), Party("bram@zuid.example", ""))
    assert found.moment == START
    assert found.opens


def test_encoded_words_and_folded_lines_are_read():
    found = read(
        sender="=?utf-8?q?Zo=C3=AB_Bakker?= <zoe@zuid.example>",
        subject="=?iso-8859-1?q?caf=E9?=\n =?iso-8859-1?q?_overleg?=",
    )
    assert (found.sender.name, found.subject) == ("Zoë Bakker", "café overleg")


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("=?x-unknown?q?caf=E9?=", "café"),
        ("=?utf-8?b?a?=", "=?utf-8?b?a?="),
        ("caf\xe9 =?utf-8?q?=C3=A9?=", "café é"),
        ("=?utf-8?q?=FF?=", "\ufffd"),
    ],
)
def test_what_cannot_be_decoded_costs_no_mail(subject, shown):
    assert read(subject=subject).subject == shown


def test_bytes_that_are_no_utf8_are_latin1():
    raw = b"From: Zo\xeb <zoe@zuid.example>\nSubject: caf\xe9\n"
    assert mailbag.read(raw).subject == "café"


@pytest.mark.parametrize(
    ("date", "hour", "zoneless"),
    [
        ("Mon, 2 Mar 2026 09:00:00 +0100", 8, False),
        ("Mon, 2 Mar 2026 09:00:00", 9, True),
        ("2 Mar 26 09:00 EST", 14, False),
        ("no day at all", 7, True),
        ("Thu, 1 Jan 1970 00:00:00 +0000", 7, True),
    ],
)
def test_a_day_without_zone_is_utc_and_one_that_is_none_that_of_arrival(date, hour, zoneless):
    found = read(date=date, received="by mx.example; Mon, 2 Mar 2026 08:00:00 +0100")
    assert found.moment == datetime(2026, 3, 2, hour, tzinfo=UTC)
    assert found.zoneless is zoneless


@pytest.mark.parametrize(
    "date", ["", "soon", "Mon, 99 Mar 2026 09:00:00 +0100", "1 Jan 99999 0:0 +9999"]
)
def test_mail_without_any_day_has_no_moment(date):
    assert read(date=date).moment is None


def test_answer_names_its_parents_nearest_first():
    found = read(in_reply_to="c", references="a b c m", subject="Re: Planning")
    assert [parent.partition("@")[0] for parent in found.parents] == ["c", "b", "a"]
    assert not found.opens
    assert found.subject == "Planning"


def test_last_reference_counts_where_nothing_else_is_said():
    assert read(references="a b").parents[0] == "b@x.example"


def test_mail_that_answers_itself_opens():
    assert read(in_reply_to="m", references="m").opens


def test_folded_message_ids_are_whole():
    raw = b"From: a@x.example\nIn-Reply-To: <long\n .id@x.example> (note)\n"
    assert mailbag.read(raw).parents == ("long.id@x.example",)


@pytest.mark.parametrize(
    "subject", ["Re: plan", "RE[2]: plan", "Antw: plan", "AW: plan", "sv : plan"]
)
def test_subject_of_an_answer_opens_nothing(subject):
    assert not read(subject=subject).opens


@pytest.mark.parametrize("subject", ["plan", "Report", "Reis: plan", "Fwd: plan", "Realisatie"])
def test_other_subjects_open(subject):
    assert read(subject=subject).opens


def test_copies_without_message_id_are_one_mail():
    one, other = (read(message_id="") for _ in range(2))
    assert one.id == other.id
    assert read(message_id="", subject="Other").id != one.id


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"Wit, Anneke de" <a@x.example>', [("a@x.example", "Anneke de Wit")]),
        ('"Zuid, Acme Ltd" <a@x.example>', [("a@x.example", "Zuid, Acme Ltd")]),
        ("'Anna' <a@x.example>, b@x.example,", [("a@x.example", "Anna"), ("b@x.example", "")]),
        ("a@x.example (Anna Prins)", [("a@x.example", "Anna Prins")]),
        ("Team: a@x.example, B <b@x.example>;", [("a@x.example", ""), ("b@x.example", "B")]),
        ('"a@x.example" <a@x.example>', [("a@x.example", "")]),
        ("Anna <A@X.Example> , ,", [("a@x.example", "Anna")]),
        ("undisclosed-recipients:;", []),
        ("", []),
        ("nobody", []),
        ("Anna <@x.example>", []),
    ],
)
def test_addresses_of_every_form(value, expected):
    assert parties(value) == tuple(Party(*each) for each in expected)


def test_terminal_escapes_and_hidden_direction_marks_do_not_get_in():
    found = read(sender="\x1b[31mAn\u202ena <anna@zuid.example>", subject="a\x1b]0;x\x07b")
    assert found.sender.name == "[31mAnna"
    assert found.subject == "a]0;xb"


def test_header_without_sender_is_no_mail():
    assert read_mail(b"Subject: x\n") is None
    assert read_mail(b"") is None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_failing(junk):
    read_mail(junk)
    for name in (b"From", b"Date", b"To", b"References", b"Subject", b"List-ID", b"Content-Type"):
        read_mail(b"From: a@x.example\n" + name + b": " + junk)


NAMES = ["From", "to", "DATE", "Message-ID", "References", "X-Other", "Subject"]


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.text("ab,<>@ :\t", max_size=12)), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_fields_are_those_of_the_standard_parser(fields, end):
    raw = "".join(f"{name}:{value}{end} {value}x{end}" for name, value in fields).encode()
    expected = BytesHeaderParser().parsebytes(raw)
    found = header_fields(raw)
    for name in NAMES:
        if name != "X-Other":
            wanted = (expected[name] or "").replace("\r", "").replace("\n", "").strip()
            assert found.get(name.lower(), "") == wanted


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=40))
def test_any_subject_comes_back_from_its_encoded_words(subject):
    assert header.decoded(Header(subject, "utf-8").encode().replace("\n", "")) == subject
