"""The one gate for text from outside, and the folded form that search compares.

Whatever is typed, pasted or read from a file passes `clean_name`, `clean_line` or `clean_text` on
its way in; whatever is shown passes `plain` or `plain_line` on its way out, because a journal may
be older than the gate or edited by hand. Text is data: brackets, formulas and escapes stay as the
letters they are (design section 4, textual 4.3).
"""

import re
import unicodedata

from staketerm.domain.errors import UsageError
from staketerm.locale import _

NAME_LIMIT = 200
"""Characters in a name and every other text of one line."""

NOTE_LIMIT = 10_000
"""Characters in a text of several lines."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")

_SILENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f"  # C0 but tab and newline, DEL, C1: what terminals obey
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # the Bidi_Control property of Unicode
)

_SURROGATE = re.compile("[\ud800-\udfff]")

# Letters with a stroke or joined shape have no decomposition, yet people type them without.
_STROKES = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th"}
)


def clean_name(text: str, field: str = "") -> str:
    """`text` as a name: one line, cleaned, 1 to `NAME_LIMIT` characters.

    `field` is the word on screen for what is being named, put into the message of the `UsageError`
    that is raised when nothing readable is left, the name is too long, or it holds bytes that are
    no text.
    """
    field = field or _("name")
    name = clean_line(text, field)
    if not any(character.isprintable() and character != " " for character in name):
        raise UsageError(_("{field}: nothing readable is in it").format(field=field))
    return name


def clean_line(text: str, field: str = "", limit: int = NAME_LIMIT) -> str:
    """`text` on one line: NFC, without control and bidi characters, every run of blanks one space.

    Raises `UsageError` for more than `limit` characters, NUL and lone surrogates (storage-sync
    1.5).
    """
    _refuse_broken(text, field)
    return _bounded(plain_line(text), field, limit)


def clean_text(text: str, field: str = "", limit: int = NOTE_LIMIT) -> str:
    """`text` of several lines: as `clean_line`, but newlines and tabs stay and only the ends are
    trimmed.

    Raises `UsageError` for more than `limit` characters, NUL and lone surrogates.
    """
    _refuse_broken(text, field)
    return _bounded(plain(text).strip(), field, limit)


def in_brief(text: str, most: int) -> str:
    """`text` on one line of at most so many characters: cut after a word, with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most]
    words = cut.rpartition(" ")[0] or cut[:-1]
    return words.rstrip(" ,.;:") + "…"


def clean_words(text: str) -> str:
    """`clean_text(text)` where there must be some; raises `UsageError` where nothing is left."""
    words = clean_text(text, _("text"))
    if not words:
        raise UsageError(_("{field}: nothing readable is in it").format(field=_("text")))
    return words


def clean_address(text: str) -> str:
    """`text` as a mail address: one line with something on both sides of one @ and no blank.

    More is not asked of it: what a mail system takes, only that system knows (RFC 5321). Raises
    `UsageError` for anything else.
    """
    address = clean_line(text, _("e-mail"))
    if not _ADDRESS.fullmatch(address):
        message = _("{word} is no mail address; give one such as you@example.org")
        raise UsageError(message.format(word=address))
    return address


def plain(text: str) -> str:
    """`text` as it may reach a terminal: NFC, no control or bidi characters but newline and tab.

    Never raises, whatever it is given: a lone surrogate becomes U+FFFD. Cleaning twice changes
    nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SILENT.sub("", text)
    text = _SURROGATE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def plain_line(text: str) -> str:
    """`plain(text)` on one line: every run of blanks and newlines is one space, none at the
    ends."""
    return " ".join(plain(text).split())


def fold(text: str) -> str:
    """`text` as search compares it: NFKD, casefolded, without combining marks (storage-sync 3.3).

    Letters with a stroke, which Unicode does not decompose, fold to their base (ł to l, ø to o).
    The same function serves the stored column and the query. Folding twice changes nothing.
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).translate(_STROKES)


def _refuse_broken(text: str, field: str) -> None:
    """Raise `UsageError` for what no store may hold: NUL (PostgreSQL refuses it) and half
    characters."""
    if "\0" in text:
        position = text.index("\0") + 1
        message = _("{field}: character {position} is NUL, which no text holds; take it out")
    elif broken := _SURROGATE.search(text):
        position = broken.start() + 1
        message = _("{field}: character {position} is half a character; save the text as UTF-8")
    else:
        return
    raise UsageError(message.format(field=field or _("text"), position=position))


def _bounded(text: str, field: str, limit: int) -> str:
    """`text`, or `UsageError` when it is longer than `limit` characters."""
    if len(text) > limit:
        message = _("{field}: {length} characters; at most {limit} fit")
        raise UsageError(message.format(field=field or _("text"), length=len(text), limit=limit))
    return text
