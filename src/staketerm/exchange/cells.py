"""The cell guard: text that a spreadsheet would run or retype survives one (storage-sync 1.6).

A guarded cell begins with one apostrophe more than its text; reading takes exactly one away. The
guard is a bijection: every text comes back as it was, and no guarded cell begins a formula.
"""

import re

MARK = "'"

_LONG = 100  # characters; what is longer is no date, though it may be a number

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

_NUMBERS = re.compile(
    rf"""[(]?[$€£¥]?[.,]?\d[\d.,']*(?:e[+-]?\d+)?\s?[%$€£¥]?[)]?\Z  # number, money, per cent
    | \d+\s?[/.:-]\s?\d                                            # date, time, fraction
    | \d+[\s./-]*{_MONTH}\b                                        # 5 mrt
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER_SIGNS = frozenset("0123456789.,:/-+eE%$€£¥()' \t\xa0")


def guard(text: str) -> str:
    """`text` as a cell that a spreadsheet shows and saves again without changing it."""
    if text[:1].isalpha():
        return MARK + text if _WORDS.match(text) else text
    if text.startswith(MARK) or _RUN.match(text) or _retyped(text.strip()):
        return MARK + text
    return text


def unguard(cell: str) -> str:
    """The text of a guarded cell: exactly one leading apostrophe less, where there is one."""
    return cell.removeprefix(MARK)


def _retyped(bare: str) -> bool:
    if len(bare) > _LONG:
        return _NUMBER_SIGNS.issuperset(bare)
    return bool(_NUMBERS.match(bare) or _WORDS.match(bare))
