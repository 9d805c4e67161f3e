"""Who would move by a change of the model, in lines (F40)."""

from typing import TYPE_CHECKING

from staketerm.domain.phrases import fraction
from staketerm.locale import _, ngettext
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import count
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.positions.what_if import WhatIf, WouldMove

NAME_CELLS = 20
ONE_LINE_FROM = 60
"""Cells from which one line tells all of somebody; in fewer it takes two."""

NAMED_IN_BRIEF = 2


def lines(found: "WhatIf", look: Look, veil: Veil, cells: int, most: int) -> list[Line]:
    """Who would move, at most `most` lines with those who would only shift."""
    rest = _rest(found)
    high = 1 if cells >= ONE_LINE_FROM else 2
    room = max(1, (most - len(rest)) // high)
    shown = found.moves if len(found.moves) <= room else found.moves[: max(1, room - 1)]
    told = [line for move in shown for line in _lines(move, look, veil, high)]
    if (more := len(found.moves) - len(shown)) > 0:
        told.append((Piece(" " + _("and {n} more").format(n=more), Ink.MUTED),))
    return [fit(line, cells, look.ellipsis) for line in (*told, *rest)]


def brief(found: "WhatIf", look: Look, veil: Veil) -> Line:
    """The same in one line: "2 would move: Ada Lens ◇ → ◆, Bram ● → ◉"."""
    if not found.moves:
        return () if found.left else (Piece(_nobody(found)),)
    many = len(found.moves)
    pieces = [Piece(ngettext("{n} would move:", "{n} would move:", many).format(n=many))]
    for place, move in enumerate(found.moves[:NAMED_IN_BRIEF]):
        pieces.append(Piece(("," if place else "") + " "))
        pieces.append(Piece(veil.name(move.stakeholder, move.name, move.kind), Ink.BOLD))
        pieces.append(Piece(" "))
        pieces += (*_from_to(move, look), *_alarm(move))
    return tuple(pieces)


def _lines(move: "WouldMove", look: Look, veil: Veil, high: int) -> list[Line]:
    name = veil.name(move.stakeholder, move.name, move.kind)
    stances = f"{fraction(move.stance_before)} {look.arrow} {fraction(move.stance_after)}"
    where = (*_from_to(move, look), *_alarm(move))
    if high == 1:
        who = Piece(f" {left(name, NAME_CELLS, look.ellipsis)} ", Ink.BOLD)
        return [(who, *where, Piece(f"  {stances}", Ink.MUTED))]
    return [
        (Piece(f" {name}", Ink.BOLD), Piece(f"  {stances}", Ink.MUTED)),
        (Piece("   "), *where),
    ]


def _from_to(move: "WouldMove", look: Look) -> Line:
    after = marks.position(move.after, look)
    if not move.relabelled:
        return after
    return (*marks.position(move.before, look), Piece(f" {look.arrow} "), *after)


def _alarm(move: "WouldMove") -> Line:
    if move.alarm_ended:
        return (Piece("  " + _("alarm ends"), Ink.MUTED),)
    if move.alarm_after is None or move.alarm_after == move.alarm_before:
        return ()
    sign = "!!" if move.alarm_after == "crossed_over" else "!"
    return (Piece(f"  {sign} {word(move.alarm_after)}", Ink.ALARM),)


def _rest(found: "WhatIf") -> list[Line]:
    """What happens to the others, where anything does."""
    if found.left:
        so_far = _("{n} positions are still to be looked at ...").format(n=count(found.left))
        return [(Piece(f" {so_far}", Ink.MUTED),)]
    if not found.moves:
        return [(Piece(f" {_nobody(found)}", Ink.MUTED),)]
    if not found.shifted:
        return []
    others = ngettext(
        "{n} other shifts without another word.",
        "{n} others shift without another word.",
        found.shifted,
    )
    return [(Piece(" " + others.format(n=found.shifted), Ink.MUTED),)]


def _nobody(found: "WhatIf") -> str:
    if not found.weighs:
        return _("It counts as before: no one moves.")
    if not found.looked_at:
        return _("Nobody has signals of this kind: no one moves.")
    shifts = ngettext("{n} stance shifts.", "{n} stances shift.", found.shifted)
    return f"{_('No one would get another word.')} {shifts.format(n=found.shifted)}"
