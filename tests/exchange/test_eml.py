"""A draft as a mail: whatever was typed, it has one subject, one address and one text."""

import email
import email.policy
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from staketerm.domain.errors import UsageError
from staketerm.domain.text import plain_line
from staketerm.exchange.eml import mail_of, write_mail

HEADERS = {"X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}


def read(mail: bytes):
    """The mail as another program reads it."""
    return email.message_from_bytes(mail, policy=email.policy.default)


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("Ada Lens", "ada@example.org"),
        ("陳美玲 Mei-Ling Chen", "mei-ling@example.org"),
        ('Ada "the lens", Lens', "ada@example.org"),
        ("Zoë", "zoe@xn--bcher-kva.example"),
    ],
)
def test_a_mail_waits_to_be_sent_to_one_address(name, to):
    message = read(mail_of("Où en sommes-nous? €5", "Hé,\n\nDone.\n", name, to))
    assert message["X-Unsent"] == "1"
    [address] = message["To"].addresses
    assert (address.display_name, address.addr_spec) == (name, to)
    assert message["Subject"] == "Où en sommes-nous? €5"
    assert message.get_content().splitlines() == ["Hé,", "", "Done."]
    assert message["Date"] is None
    assert message["From"] is None


def test_a_domain_in_other_letters_is_spelled_as_mail_programs_do():
    assert b"To: Ada <ada@xn--bcher-kva.example>" in mail_of("hi", "x", "Ada", "ada@bücher.example")


@pytest.mark.parametrize("to", ["a,b@example.org", "<>@", "ada@x, bob@y", "@", "ada", "é@x.org"])
def test_an_address_that_no_header_takes_is_left_out(to):
    assert read(mail_of("hi", "text", "Ada", to))["To"] is None


@given(st.text(), st.text(), st.text(), st.text())
@example("hi\r\nBcc: all@example.org", "\r\n\r\nBcc: x", "Ada\nBcc: y", "a@b.c\nBcc: z@b.c")
@example("\ud800", "\ud800\x00", "\x1b[2J", "a@b.c")
@example("long " * 400, "x" * 2_000, "n" * 500, "a@example.org")
def test_nothing_typed_becomes_a_header(subject, text, name, to):
    mail = mail_of(subject, text, name, to)
    message = read(mail)
    assert set(message.keys()) <= HEADERS
    assert len(message.keys()) == len(set(message.keys()))
    assert " ".join(str(message["Subject"]).split()) == plain_line(subject)
    assert not message.is_multipart()
    assert all(len(line) <= 998 for line in mail.split(b"\r\n"))
    assert len(message["To"].addresses) == 1 if message["To"] else True


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path):
    place = tmp_path / "draft.eml"
    write_mail(place, b"one")
    with pytest.raises(UsageError, match="is there already"):
        write_mail(place, b"two")
    assert place.read_bytes() == b"one"
    (tmp_path / "link.eml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="is there already"):
        write_mail(tmp_path / "link.eml", b"three")
    with pytest.raises(UsageError, match="cannot be written"):
        write_mail(tmp_path / "no folder" / "draft.eml", b"four")
