"""What kind of mail one is: written by a person, sent through a list, or by a machine.

The rules are those of libraries 4.1, from RFC 3834 (automatic responses), RFC 2919 (List-Id) and
what mail programs do in practice. `Precedence: bulk` marks a list, not a machine: genuine mail of
lists carries it.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import IntEnum

from staketerm.domain.days import LONGEST, readings
from staketerm.domain.errors import UsageError

AWAY_DAYS = 7
"""How long an absence is taken to last when its notice names no last day: the day itself and six
more. Long enough for a week off, short enough that a notice of one afternoon stops little."""

AWAY_LIMIT = 366
"""Days ahead of a notice in which a last day is believed."""


class MailKind(IntEnum):
    """In the order in which copies of one mail are preferred: a list's copy says less."""

    PERSONAL = 0
    LIST = 1
    AWAY = 2
    """An automatic notice that somebody is away."""
    AUTOMATIC = 3
    BOUNCE = 4
    """A report on delivery."""


_AWAY = re.compile(
    r"""(?ix) ^ \W* (?: auto(?:matic|matisch)? [ -]* (?:reply|response|antwoord)
      | automatische? \s+ antwoord | out [ -]+ of [ -]+ (?:the [ -]+)? office | (?:oof|ooo) \b
      | afwezig(?:heid)? \b | niet \s+ aanwezig
      | (?:i \s+ am \s+ | ik \s+ ben \s+)? (?: on \s+ (?:annual \s+)? (?:leave|holiday|vacation)
          | met \s+ (?:vakantie|verlof) | op \s+ vakantie )
      | (?:vakantie|vacation) (?: bericht | melding | \s+ (?:reply|notice|message) ) )"""
)
"""Subjects of notices of absence, English and Dutch, at the start of the subject."""

_AWAY_AFTER_MARK = re.compile(r"(?i)^\s*auto\s*:")
"""The default subject of Sieve's vacation (RFC 5230), told from others by Auto-Submitted."""

_SERVICES = re.compile(
    r"(?i)^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?)\b"
)
"""Local parts behind which nobody reads."""

_DESKS = re.compile(
    r"(?i)^(?:info|support|help(?:desk)?|service(?:desk)?|sales|tickets?|jira|admin|contact|office)\b"
)
"""Local parts of desks: their automatic answer is a receipt, not an absence."""

_LIST_FIELDS = ("list-id", "list-post", "list-unsubscribe", "x-mailing-list", "x-beenthere")
_AUTO_FIELDS = ("x-autoreply", "x-autorespond", "x-autoresponse")
_ADDRESS = re.compile(r"[^\s<>,:;\"()]+@[^\s<>,:;?\"()]+")
_LIST_ID = re.compile(r"([^\s<>.\"]+)\.([^\s<>\"]+\.[^\s<>.\"]+)>?\s*$")
_UNTIL = re.compile(
    r"(?i)(?:\b(?:until|till?|through|thru|t/m|tot\s+en\s+met|tot|to)|\s[-–])\s+(?:and\s+including\s+)?"
)
_BACK = re.compile(
    r"(?i)\b(?:back|return(?:ing)?|terug|weer\s+aanwezig)\s+(?:in\s+(?:the\s+)?office\s+|op\s+kantoor\s+)?"
    r"(?:on|op|vanaf|from)?\s*"
)


def kind_of(fields: Mapping[str, str], sender: str, subject: str) -> MailKind:
    """What kind of mail the header `fields` (lower-case names) belong to.

    `sender` is the address, `subject` the decoded subject. A notice of absence is known by its
    subject, or by Auto-Submitted: auto-replied from a person rather than a desk; a machine's mail
    by Auto-Submitted other than "no", X-Autoreply and its like, Precedence auto_reply or junk, an
    address behind which nobody reads, or a calendar's reply; a report by an empty Return-Path or
    multipart/report; a list by Precedence bulk or list or any of its own fields.
    """
    submitted = _first_word(fields.get("auto-submitted", ""))
    precedence = _first_word(fields.get("precedence", ""))
    content = fields.get("content-type", "").lower()
    local = sender.partition("@")[0]
    machine = (
        submitted not in ("", "no")
        or any(name in fields for name in _AUTO_FIELDS)
        or precedence in ("auto_reply", "auto-reply", "junk")
    )
    report = content.startswith("multipart/report") or local == "mailer-daemon"
    if _AWAY.match(subject) and not report:
        return MailKind.AWAY
    if submitted == "auto-replied" and not report and not of_a_desk(sender):
        return MailKind.AWAY
    if machine and _AWAY_AFTER_MARK.match(subject):
        return MailKind.AWAY
    if report or fields.get("return-path", "").strip() == "<>":
        return MailKind.BOUNCE
    if machine or _SERVICES.match(local) or content.startswith("text/calendar"):
        return MailKind.AUTOMATIC
    if precedence in ("bulk", "list") or any(name in fields for name in _LIST_FIELDS):
        return MailKind.LIST
    return MailKind.PERSONAL


def list_addresses(fields: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses of the lists that `fields` name: List-Post, X-Mailing-List, X-BeenThere, and
    what a List-Id stands for (`<dev.lists.example.org>` is dev@lists.example.org)."""
    found = []
    for name in ("list-post", "x-mailing-list", "x-beenthere"):
        found += _ADDRESS.findall(fields.get(name, "").lower())
    if listed := _LIST_ID.search(fields.get("list-id", "").lower()):
        found.append(f"{listed[1]}@{listed[2]}")
    return tuple(dict.fromkeys(found))


def absence(subject: str, day: date) -> tuple[date, date]:
    """First and last day, both included, of the absence that a notice of `day` tells of.

    The last day is the one that the subject names ("until 9 January", "t/m vrijdag", "3 - 10 mei"),
    the day before one on which somebody is back ("back on", "weer aanwezig op"), else the last of
    `AWAY_DAYS` from `day`. A day that reads two ways, such as 5/1, tells nothing.
    """
    if back := _BACK.search(subject):
        told = _day_after(subject[back.end() :], day)
        last = told - timedelta(days=1) if told else None
    else:
        until = _UNTIL.search(subject)
        last = _day_after(subject[until.end() :], day) if until else None
    if last is None or not day <= last <= day + timedelta(days=AWAY_LIMIT):
        last = day + timedelta(days=AWAY_DAYS - 1)
    return day, last


def _day_after(words: str, day: date) -> date | None:
    """The day that `words` begin with, read from `day` on; None where they name none, or two."""
    listed = re.split(r"[\s()\[\];:!]+", words.strip())[:LONGEST]
    for length in range(len(listed), 0, -1):
        try:
            days = readings(" ".join(listed[:length]), day, toward="future")
        except UsageError:
            continue
        return days[0] if len(days) == 1 else None
    return None


def of_a_desk(address: str) -> bool:
    """Whether a desk or a machine reads what is sent to `address`, rather than one person."""
    local = address.partition("@")[0]
    return bool(_SERVICES.match(local) or _DESKS.match(local))


def _first_word(value: str) -> str:
    """The first word of a header value, lower case, without parameters and comments."""
    return re.split(r"[;(\s]", value.lower(), maxsplit=1)[0] if value else ""
