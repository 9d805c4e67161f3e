"""The header of one mail as a value: who wrote to whom, when, in answer to what.

Nothing in a header is trusted: a charset nobody knows, a day that does not exist and an address
that is none occur in ordinary mail, and each costs that detail alone (libraries 4.1).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache
from hashlib import sha256
from inspect import signature
from typing import Any

from staketerm.domain.text import NAME_LIMIT, plain_line
from staketerm.exchange.mail.kinds import MailKind, kind_of, list_addresses

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""Mail dated before this was written by a machine without a clock: it has no day."""

_FIELD = re.compile(rb"(?m)^([!-9;-~]+)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)")
_WANTED = {
    spelling.encode(): name
    for name in (
        *("from", "to", "cc", "date", "message-id", "in-reply-to", "references", "subject"),
        *("return-path", "precedence", "list-id", "list-post", "list-unsubscribe"),
        *("x-mailing-list", "x-beenthere", "auto-submitted", "x-autoreply", "x-autorespond"),
        *("x-autoresponse", "content-type", "received"),
    )
    for spelling in (name, name.title())
}
"""The fields that say something here, by their usual spellings."""
_ID = re.compile(r"<([^<>]+)>")
_ADDRESS = r"[^\s\"(),:;<>@\\]+@[^\s\"(),:;<>@\\]+"
_MAILBOX = re.compile(
    rf"""(?x) \s* (?:
        (?: "(?P<quoted>[^"\\]*)" \s* | (?P<bare>[^"(),:;<>@\\]*) ) <\s*(?P<angled>{_ADDRESS})\s*>
        | (?P<alone>{_ADDRESS}) ) \s* (?:,|$)"""
)
"""One mailbox of an address field in one of its ordinary forms; the others go the long way."""
_ANY_ADDRESS = re.compile(_ADDRESS)
_REPLY = re.compile(r"(?i)^\s*(?:re|antw|antwoord|aw|sv)\s*(?:\[\d+\])?\s*:")
_PREFIXES = re.compile(r"(?i)^\s*(?:(?:re|antw|antwoord|aw|sv|fwd?|doorst)\s*(?:\[\d+\])?\s*:\s*)+")
_BEFORE_COMMA = re.compile(r"(?i)\b(?:b\.?v\.?|n\.?v\.?|inc\.?|ltd\.?|llc|gmbh|co\.?)$")

_LENIENT: dict[str, Any] = (
    {"strict": False} if "strict" in signature(getaddresses).parameters else {}
)
"""Newer Pythons refuse a whole line of addresses for one bad one unless they are told not to."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a header: the address in lower case, the name as shown ("" where none is)."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Mail:
    """What a ledger needs to know of one mail.

    `parents` are the Message-IDs that it answers, nearest first; `opens` says that it begins a
    thread: it answers nothing and does not look like an answer. `moment` is UTC, None where no day
    could be read; `zoneless` that UTC was assumed, or the day of its arrival taken. `lists` are the
    addresses of the lists that carried it; `mailing`, that a list brought it and it names nobody
    besides its one reader, as newsletters do.
    """

    id: str
    kind: MailKind
    sender: Party
    to: tuple[Party, ...]
    moment: datetime | None
    parents: tuple[str, ...]
    opens: bool
    subject: str
    zoneless: bool = False
    lists: tuple[str, ...] = ()
    mailing: bool = False


def read_mail(raw: bytes) -> Mail | None:
    """The mail that the header block `raw` belongs to; None where nobody is named as its sender."""
    fields = header_fields(raw)
    senders = parties(fields.get("from", ""))
    if not senders:
        return None
    sender = senders[0]
    subject = plain_line(decoded(fields.get("subject", "")))
    to = parties(fields.get("to", ""))
    moment, zoneless = _moment(fields)
    own_id = _own_id(fields)
    parents = _parents(fields, own_id)
    kind = kind_of(fields, sender.address, subject)
    named = set(_ANY_ADDRESS.findall(f"{fields.get('to', '')}, {fields.get('cc', '')}".lower()))
    return Mail(
        id=own_id,
        kind=kind,
        sender=sender,
        to=to,
        moment=moment,
        parents=parents,
        opens=not parents and not _REPLY.match(subject),
        subject=_PREFIXES.sub("", subject)[:NAME_LIMIT],
        zoneless=zoneless,
        lists=list_addresses(fields) if kind is MailKind.LIST else (),
        mailing=kind is MailKind.LIST and len(named) <= 1,
    )


def header_fields(raw: bytes) -> dict[str, str]:
    """The fields of `raw` that say something here, unfolded, the first of each name, which is in
    lower case. Bytes are UTF-8 or else latin-1."""
    fields: dict[str, str] = {}
    for spelling, value in _FIELD.findall(raw):
        name = _WANTED.get(spelling) or _WANTED.get(spelling.lower())
        if name is not None and name not in fields:
            fields[name] = _text(value.replace(b"\r", b"").replace(b"\n", b"")).strip()
    return fields


def decoded(value: str) -> str:
    """`value` with its encoded words read (RFC 2047); what cannot be read stays as it is.

    A charset that Python does not know is read as latin-1.
    """
    if "=?" not in value:
        return value
    try:
        parts = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        part if isinstance(part, str) else _in_charset(part, charset) for part, charset in parts
    )


@lru_cache(maxsize=4_096)
def parties(value: str) -> tuple[Party, ...]:
    """Everybody with an address in an address field, in order; groups and mere names are out."""
    found, end = [], 0
    while end < len(value):
        mailbox = _MAILBOX.match(value, end)
        if mailbox is None:
            return _any_parties(value)
        name = mailbox["quoted"] or mailbox["bare"] or ""
        found.append(_party(name, mailbox["angled"] or mailbox["alone"]))
        end = mailbox.end()
    return tuple(found)


def _any_parties(value: str) -> tuple[Party, ...]:
    """`parties`, whatever form they have: comments, groups, routes, or none at all."""
    return tuple(
        _party(name, address)
        for name, address in getaddresses([value], **_LENIENT)
        if "@" in address[1:-1]
    )


def shown_name(name: str, address: str) -> str:
    """A display name as people say it: without quotes, "Wit, Anneke de" turned round.

    "" for one that only repeats an address.
    """
    name = plain_line(name).strip("'\" ")
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        if first and last and not _BEFORE_COMMA.search(first):
            name = f"{first} {last}"
    return "" if "@" in name or name.lower() == address else name[:NAME_LIMIT]


def _party(name: str, address: str) -> Party:
    address = plain_line(address).replace(" ", "").lower()
    return Party(address, shown_name(decoded(name), address) if name else "")


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _in_charset(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset, "replace") if charset else part.decode("raw-unicode-escape")
    except (LookupError, ValueError):
        return part.decode("latin-1")


def _moment(fields: Mapping[str, str]) -> tuple[datetime | None, bool]:
    """When the mail was written, in UTC, and whether that is less than its Date says."""
    for value, sure in (
        (fields.get("date", ""), True),
        (fields.get("received", "").rpartition(";")[2], False),
    ):
        try:
            moment = parsedate_to_datetime(value)
            zoneless = moment.tzinfo is None
            moment = moment.replace(tzinfo=UTC) if zoneless else moment.astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment >= EARLIEST:
            return moment, zoneless or not sure
    return None, True


def _own_id(fields: Mapping[str, str]) -> str:
    """The Message-ID; a mail without one is known by what it says of itself, so copies are one."""
    if found := _ids(fields.get("message-id", "")):
        return found[0]
    said = "\0".join(fields.get(name, "") for name in ("from", "to", "date", "subject"))
    return f"{sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}@no-message-id"


def _parents(fields: Mapping[str, str], own_id: str) -> tuple[str, ...]:
    """In-Reply-To, else the last of References, then the rest of References from the nearest on."""
    nearest = _ids(fields.get("in-reply-to", ""))[:1]
    others = _ids(fields.get("references", ""))[::-1]
    return tuple(dict.fromkeys(id for id in nearest + others if id != own_id))


def _ids(value: str) -> list[str]:
    """The Message-IDs in a field, without brackets and the blanks that folding leaves in them."""
    return ["".join(found.split())[:NAME_LIMIT] for found in _ID.findall(plain_line(value))]
