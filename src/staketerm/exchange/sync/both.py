"""Keeping both of two values: where a field holds free text, one text can hold the two."""

from collections.abc import Mapping
from typing import Any

PARAGRAPHS, WORDS, LIST = "\n", " / ", " | "

JOINED_BY: Mapping[tuple[str, str], str] = {
    ("stakeholder", "job"): WORDS,
    ("involvement", "roles"): LIST,
    ("signal", "note"): PARAGRAPHS,
    ("ask", "text"): WORDS,
    ("agreement", "text"): WORDS,
    ("entry", "title"): WORDS,
    ("entry", "text"): PARAGRAPHS,
    ("about", "note"): PARAGRAPHS,
    ("action", "why"): PARAGRAPHS,
    ("action", "outcome"): PARAGRAPHS,
    ("consent", "scope"): WORDS,
    ("consent", "note"): PARAGRAPHS,
    ("absence", "note"): PARAGRAPHS,
}
"""What stands between two texts in one field, by table and field."""


def joined(table: str, field: str | None, first: Any, second: Any) -> Any:
    """One value that holds both, in their order; None where the field can hold one alone.

    Of a row as a whole (`field` None) both are rows, by field: all that differs must be free text.
    Where one text holds the other already, it is that one.
    """
    if field is not None:
        return _text(JOINED_BY.get((table, field)), first, second)
    if not isinstance(first, dict) or not isinstance(second, dict):
        return None
    row = dict(second)
    for name in second:
        one, other = first.get(name), second[name]
        if one != other:
            row[name] = _text(JOINED_BY.get((table, name)), one, other)
            if row[name] is None:
                return None
    return row


def _text(between: str | None, first: Any, second: Any) -> str | None:
    if between is None:
        return None
    one, other = first or "", second or ""
    if not isinstance(one, str) or not isinstance(other, str):
        return None
    if between == LIST:
        return LIST.join(dict.fromkeys(filter(None, (*one.split(LIST), *other.split(LIST)))))
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{between}{other}"
