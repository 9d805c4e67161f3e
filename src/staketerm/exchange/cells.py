"""The cell guard: text that a spreadsheet would run or retype survives one (storage-sync 1.6).

A guarded cell begins with one apostrophe more than its text; reading takes exactly one away. The
guard is a bijection: every text comes back as it was, and no guarded cell begins a formula.
"""

import re

MARK = "'"

_RUN = re.compile(
    "[\t\r\n]|[\\s\x00-\x1f\x7f-\xa0\ufeff\u200b]*[=+@\uff1d\uff0b\uff0d\uff20\u2212-]"
)
"""What is run as a formula: also behind blanks, also in full width (OWASP, ASVS)."""

_MONTH = (
    "(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|"
    "july?|juli|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WORDS = re.compile(
    rf"{_MONTH}[\s./-]*\d|(?:true|false|waar|onwaar|wahr|falsch|vrai|faux)\Z", re.IGNORECASE
)
"""Text that begins with a letter and is retyped all the same."""

_INITIALS = frozenset("jfmasondtwvJFMASONDTWV")

_DATES = re.compile(rf"\d+\s?[/.:-]\s?\d|\d+[\s./-]*{_MONTH}\b", re.IGNORECASE)
"""Dates, times and fractions."""

_NUMBER_SIGNS = frozenset("0123456789.,:/-+eE%$€£¥()' \t\xa0\u202f")
"""What numbers, sums of money and shares are written with."""


def guard(text: str) -> str:
    """`text` as a cell that a spreadsheet shows and saves again without changing it."""
    first = text[:1]
    if first.isalpha():
        return MARK + text if first in _INITIALS and _WORDS.match(text) else text
    if text.startswith(MARK) or _RUN.match(text) or _retyped(text.strip()):
        return MARK + text
    return text


def unguard(cell: str) -> str:
    """The text of a guarded cell: exactly one leading apostrophe less, where there is one."""
    return cell.removeprefix(MARK)


def _retyped(bare: str) -> bool:
    if _NUMBER_SIGNS.issuperset(bare):
        return any(character.isdecimal() for character in bare)
    return bool(_DATES.match(bare) or _WORDS.match(bare))
