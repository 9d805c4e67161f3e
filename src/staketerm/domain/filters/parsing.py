"""Reading a filter (screens section 6): words, `field:value`, comma or, space and, `-`, `( )`."""

import re
from collections.abc import Iterable
from datetime import date

from staketerm.domain.errors import UsageError
from staketerm.domain.filters.fields import BARE, FIELDS, Presence, YesNo, field_id
from staketerm.domain.filters.lexing import Part, Sign, parts
from staketerm.domain.filters.tree import (
    All,
    Between,
    Compared,
    Either,
    Filter,
    Flag,
    Has,
    Is,
    Not,
    Option,
    Order,
    Term,
    Word,
)
from staketerm.domain.filters.values import check_order, count_option, value_of, yes_or_no
from staketerm.domain.text import fold, plain_line
from staketerm.locale import _

DEEPEST = 20
"""How many parentheses may stand inside one another."""

_FIELD = re.compile(r"([^\W\d_]+)(>=|<=|[:=<>])")
_ORDER = re.compile(r">=|<=|[<>]")


def parse(text: str, today: date, language: str = "en") -> Filter:
    """The filter that `text` says; days are read from `today`, lengths of time stay relative.

    Field and position names are understood in both languages, Dutch connecting words (`of`, `en`,
    `niet`) when `language` is "nl". Raises `UsageError` that names what is not understood and the
    nearest that would be.
    """
    reader = _Reader(parts(plain_line(text), language), today)
    return reader.whole()


class _Reader:
    """Descends through the parts of one filter."""

    def __init__(self, found: Iterable[Part], today: date) -> None:
        self._parts = list(found)
        self._today = today
        self._at = 0
        self._depth = 0

    def whole(self) -> Filter:
        """All parts as one filter; no parts let everybody through."""
        if not self._parts:
            return All(())
        tree = self._either()
        if self._sign() is Sign.CLOSE:
            raise UsageError(_("a ) has no beginning"))
        return tree

    def _sign(self) -> Sign | None:
        return self._parts[self._at].sign if self._at < len(self._parts) else None

    def _take(self, sign: Sign) -> bool:
        """Whether `sign` comes next; if so it is behind us."""
        if self._sign() is not sign:
            return False
        self._at += 1
        return True

    def _either(self) -> Filter:
        sides = [self._all()]
        while self._take(Sign.OR):
            sides.append(self._all())
        if len(sides) == 1 and sides[0] is not None:
            return sides[0]
        if None in sides:
            raise UsageError(
                _("'or' needs something on both sides")
                if len(sides) > 1
                else _("nothing stands between the parentheses")
            )
        return Either(tuple(side for side in sides if side is not None))

    def _all(self) -> Filter | None:
        """Everything up to an "or", a closing parenthesis or the end; None when that is nothing."""
        found = []
        while self._sign() in (Sign.OPEN, Sign.NOT, Sign.TERM):
            found.append(self._one())
        if not found:
            return None
        return found[0] if len(found) == 1 else All(tuple(found))

    def _one(self) -> Filter:
        """A term or what stands in parentheses, with the minus signs before it."""
        leave_out = False
        while self._take(Sign.NOT):
            leave_out = not leave_out
        if self._take(Sign.OPEN):
            tree = self._inside()
        elif self._sign() is Sign.TERM:
            tree = _term(self._parts[self._at], self._today)
            self._at += 1
        else:
            raise UsageError(_("'-' needs something to leave out"))
        return Not(tree) if leave_out else tree

    def _inside(self) -> Filter:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UsageError(_("too many parentheses inside one another"))
        tree = self._either()
        if not self._take(Sign.CLOSE):
            raise UsageError(_("a parenthesis is open; end it with )"))
        self._depth -= 1
        return tree


def _term(term: Part, today: date) -> Filter:
    """What one term says: a field with values, or words of which one must fit."""
    if not (match := _FIELD.match(term.bare)):
        words = [piece for piece in term.split(",") if piece.text] or [term]
        return _either(_word(piece) for piece in words)
    field, sign, rest = field_id(match[1]), match[2], term.cut(match.end())
    pieces = [piece for piece in rest.split(",") if piece.text]
    if not pieces:
        raise UsageError(_("{field}: of what?").format(field=match[1]))
    if sign not in ":=":
        if len(pieces) > 1:
            raise UsageError(_("{field}: compare it with one value").format(field=match[1]))
        return Term(field, (_compared(field, Order(sign), pieces[0], today),))
    match FIELDS[field].reading:
        case Presence():
            return _either(Has(field_id(piece.text)) for piece in pieces)
        case YesNo():
            return _either(
                Flag(field) if yes_or_no(field, piece.text) else Not(Flag(field))
                for piece in pieces
            )
    return Term(field, tuple(_option(field, piece, today) for piece in pieces))


def _either(found: Iterable[Filter]) -> Filter:
    """The only one, or a choice between them."""
    sides = tuple(found)
    return sides[0] if len(sides) == 1 else Either(sides)


def _word(piece: Part) -> Filter:
    """A bare word: the name of a field that holds or not, else something to look for."""
    if bare := BARE.get(fold(piece.bare)):
        return Flag(bare)
    return Word(piece.text)


def _option(field: str, piece: Part, today: date) -> Option:
    """What stands behind the colon: a value, a comparison or a range."""
    if match := _ORDER.match(piece.bare):
        return _compared(field, Order(match[0]), piece.cut(match.end()), today)
    ends = piece.split("..")
    if len(ends) == 1:
        return count_option(field, piece.text) or Is(value_of(field, piece.text, today))
    low, high = ends[0].text, "..".join(end.text for end in ends[1:])
    if not (low or high):
        raise UsageError(_("{field}: of what?").format(field=field))
    between = Between(
        value_of(field, low, today) if low else None,
        value_of(field, high, today) if high else None,
    )
    check_order(field, between.low, between.high)
    return between


def _compared(field: str, order: Order, piece: Part, today: date) -> Compared:
    if not piece.text:
        raise UsageError(_("{field}: of what?").format(field=field))
    value = value_of(field, piece.text, today)
    check_order(field, value)
    return Compared(order, value)
