"""What single cells of other people's tables hold: addresses, numbers, lists, languages."""

import re
from collections.abc import Iterator, Mapping

from staketerm.domain.text import fold
from staketerm.exchange.tables.scales import says_nothing
from staketerm.locale import _

JOINED = " ::: "
"""How Google joins several values in one cell."""

_ADDRESS = re.compile(r"[^\s<>()\[\];,:\"'|]+@[^\s<>()\[\];,:\"'|@]+")
_ROUNDED = re.compile(r"\d+([.,]\d+)?[eE]\+\d+")
_EXCHANGE_NAME = re.compile(r"/o=[^/]*/ou=", re.IGNORECASE)
_SYSTEM_GROUPS = frozenset(
    {"* mycontacts", "mycontacts", "* starred", "* my contacts", "* friends", "* family"}
)
_YES = frozenset("true|yes|ja|y|j|1|x|waar|private|prive|confidential|vertrouwelijk".split("|"))
_LANGUAGES: Mapping[str, str] = {
    "nederlands": "nl", "dutch": "nl", "nl": "nl", "engels": "en", "english": "en", "en": "en",
    "duits": "de", "german": "de", "deutsch": "de", "frans": "fr", "french": "fr",
    "francais": "fr", "spaans": "es", "spanish": "es", "espanol": "es", "italiaans": "it",
    "italian": "it", "pools": "pl", "polish": "pl", "turks": "tr", "turkish": "tr",
    "arabisch": "ar", "arabic": "ar", "vlaams": "nl", "fries": "fy",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?")


class Unreadable(ValueError):
    """A cell that breaks the rule of its column; the message is the rule, for the person."""


def emails(text: str) -> tuple[str, ...]:
    """The mail addresses in a cell, names around them dropped; raises `Unreadable` for none.

    The internal names that Outlook writes for colleagues on the same server are left out.
    """
    if says_nothing(text) or _EXCHANGE_NAME.match(text):
        return ()
    found = tuple(dict.fromkeys(_ADDRESS.findall(text.replace("mailto:", " "))))
    if not found:
        raise Unreadable(_("this is no mail address"))
    return tuple(address.strip(".") for address in found)


def phones(text: str) -> tuple[str, ...]:
    """The numbers in a cell as they are written; raises `Unreadable` for none."""
    numbers = tuple(listed(text, r" ::: |;|\n|\||\s/\s"))
    for number in numbers:
        if _ROUNDED.fullmatch(number):
            raise Unreadable(_("a spreadsheet has rounded this number; write it as text"))
        if not any(character.isdecimal() for character in number):
            raise Unreadable(_("this is no phone number"))
    return numbers


def urls(text: str) -> tuple[str, ...]:
    """The addresses of web pages in a cell."""
    return tuple(listed(text, r" ::: |\s+|\|"))


def addresses(text: str) -> tuple[str, ...]:
    """The postal addresses in a cell, each on one line."""
    return tuple(", ".join(part.split("\n")) for part in listed(text, JOINED))


def roles(text: str) -> tuple[str, ...]:
    """The roles in a cell."""
    return tuple(listed(text, r" ::: |;|\||\n"))


def tags(text: str) -> tuple[str, ...]:
    """The tags in a cell, folded; the groups that Google keeps for itself are left out."""
    words = (fold(word) for word in listed(text, r" ::: |;|\||,|\n"))
    kept = (word.removeprefix("* ") for word in words if word not in _SYSTEM_GROUPS)
    return tuple(dict.fromkeys(kept))


def language(text: str) -> str | None:
    """The code of a language told by name or code; None where it is neither."""
    word = fold(text).strip()
    if word in _LANGUAGES:
        return _LANGUAGES[word]
    match = _CODE.fullmatch(word)
    return match[1] if match else None


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return fold(text).strip() in _YES


def listed(text: str, between: str) -> Iterator[str]:
    """The values of a cell that holds several, `between` being the pattern that parts them."""
    for part in re.split(between, text):
        value = part.strip()
        if not says_nothing(value):
            yield value
