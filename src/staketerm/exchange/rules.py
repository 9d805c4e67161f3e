"""The rule that a cell breaks, in words of one's own rather than those of what checks it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from staketerm.locale import N_, _

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SAID: Mapping[str, str] = {
    "bool_parsing": N_("yes or no stands here"),
    "bool_type": N_("yes or no stands here"),
    "float_parsing": N_("a number stands here"),
    "float_type": N_("a number stands here"),
    "int_from_float": N_("a whole number stands here"),
    "int_parsing": N_("a whole number stands here"),
    "int_type": N_("a whole number stands here"),
    "missing": N_("this cannot be empty"),
    "string_pattern_mismatch": N_("an id or a stamp stands here, as it was written"),
    "string_too_short": N_("this cannot be empty"),
    "string_type": N_("this cannot be empty"),
}
"""Rules by pydantic's name of them; those with a bound or a choice have it in their words."""

_BOUNDS: Mapping[str, tuple[str, str]] = {
    "greater_than": (N_("this is more than {n}"), "gt"),
    "greater_than_equal": (N_("this is {n} or more"), "ge"),
    "less_than": (N_("this is less than {n}"), "lt"),
    "less_than_equal": (N_("this is {n} or less"), "le"),
    "string_too_long": (N_("at most {n} letters stand here"), "max_length"),
}


def rule_of(error: "ErrorDetails") -> str:
    """What may stand in the cell of an error, as people say it; what has no words of its own yet is
    said as pydantic says it.
    """
    kind, told = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return _("one of these stands here: {words}").format(words=_words(str(told["expected"])))
    if kind in _BOUNDS:
        said, bound = _BOUNDS[kind]
        return _(said).format(n=f"{told[bound]:g}")
    if kind in _SAID:
        return _(_SAID[kind])
    return error["msg"].removeprefix("Value error, ")


def _words(expected: str) -> str:
    """ "'low', 'medium' or 'high'" as "low, medium, high"."""
    return ", ".join(expected.replace(" or ", ", ").replace("'", "").split(", "))
