"""What the message line says: sentences that know which of their words are names (screens 8)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, line_width
from staketerm.tui.drawing.look import Look
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.receipt import Moved, Receipt


class Named(NamedTuple):
    """Somebody's name in a sentence; the privacy screen puts a number in its place."""

    id: str
    name: str
    kind: str = "person"


class Private(NamedTuple):
    """Words a person wrote, or that may hold a name; the privacy screen leaves them out."""

    text: str


class At(NamedTuple):
    """A position in a sentence, drawn as glyph and word."""

    label: str


Part = str | Named | Private | At


class Notice(NamedTuple):
    """One message. A fault is shown in the colour of faults; `undo` adds the way back."""

    parts: tuple[Part, ...]
    fault: bool = False
    undo: bool = False
    brief: tuple[Part, ...] = ()

    def line(self, look: Look, veil: Veil, cells: int | None = None) -> Line:
        """The message as it may be shown now, the brief one where `cells` are too few for it."""
        line = self._line(self.parts, look, veil)
        if cells is not None and self.brief and line_width(line) > cells:
            return self._line(self.brief, look, veil)
        return line

    def _line(self, parts: Iterable[Part], look: Look, veil: Veil) -> Line:
        ink = Ink.FAULT if self.fault else Ink.MUTED
        pieces: list[Piece] = [Piece(" ", ink)]
        for part in parts:
            pieces.extend(_drawn(part, ink, look, veil))
        return tuple(pieces)


def say(*parts: Part) -> Notice:
    """A plain message: our own words as str, names as `Named`, people's words as `Private`."""
    return Notice(parts)


def fault(error: Exception) -> Notice:
    """What went wrong and what to do, as the error says it."""
    return Notice((Private(str(error)),), fault=True)


def receipt_notice(receipt: "Receipt", *lead: Part) -> Notice:
    """What a write changed: `lead`, then every position that moved, then how to undo it.

    "Ada Lens ◇ fence-sitter → ● supporter.   u undoes"
    """
    moves = [move for move in receipt.moved if move.relabelled]
    parts: list[Part] = list(lead)
    for move in moves[:2]:
        if parts:
            parts.append(" ")
        parts.extend(_moved(move, named=not _names(lead, move) or len(moves) > 1))
    if len(moves) > 2:
        parts.append(" " + _("{n} more moved.").format(n=len(moves) - 2))
    if lead and not moves and len(receipt.moved) == 1:
        (still,) = receipt.moved
        name = () if _names(lead, still) else (" ", Named(still.stakeholder, still.name))
        parts.extend((*name, " ", At(still.after), ", " + _("unchanged") + "."))
    for note in receipt.notes:
        parts.extend((" ", Private(note)))
    if not receipt.changed:
        parts = [_("nothing has changed")]
    brief = tuple(_moved(moves[0], named=True)) if len(moves) == 1 else ()
    if receipt.changed and not moves and not receipt.notes:
        brief = tuple(lead)  # what stays as it was needs no saying
    return Notice(tuple(parts), undo=receipt.changed, brief=brief)


def _names(lead: Iterable[Part], move: "Moved") -> bool:
    """Whether it was said already whose position that is."""
    return any(isinstance(part, Named) and part.id == move.stakeholder for part in lead)


def _moved(move: "Moved", *, named: bool) -> Iterable[Part]:
    if named:
        yield Named(move.stakeholder, move.name)
        yield " "
    yield At(move.before)
    yield " → "
    yield At(move.after)
    yield "."


def _drawn(part: Part, ink: Ink, look: Look, veil: Veil) -> Line:
    match part:
        case Named(id, name, kind):
            return (Piece(veil.name(id, name, kind), Ink.BOLD),)
        case Private(text):
            return (Piece(veil.text(text), ink),)
        case At(label):
            return marks.position(label, look)
        case _:
            return (Piece(part.replace("→", look.arrow), ink),)
