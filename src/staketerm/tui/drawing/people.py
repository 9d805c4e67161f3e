"""The rows of the People list: which columns a width has room for, and a row drawn in them.

Name and position never go. The others go, when it gets narrow, in the order of screens 4:
organisation, energy, evidence, interval bar, next, last, trend.
"""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, cut, left, line_width, right, width
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import days_ago
from staketerm.tui.drawing.words import widest_position, word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.stakeholders.person_row import PersonRow

LEAD = 3
"""Cells before the name: cursor or mark, and the alarm."""

NAME_LEAST, NAME_MOST = 20, 28
NEXT_LEAST, NEXT_MOST = 14, 18
ORGANISATION_LEAST, ORGANISATION_MOST = 12, 24

WIDTHS = {"trend": 1, "bar": marks.LIST_CELLS, "last": 5, "evidence": 8, "energy": 6}
"""Cells of the columns that have one width."""

GAPS = {"position": 1, "trend": 1, "bar": 1, "last": 1, "next": 2}
"""Blank cells before a column; two elsewhere."""

SHOWN = ("position", "trend", "bar", "last", "next", "evidence", "energy", "organisation")
"""The columns after the name, as they stand."""

UNSCORED = frozenset({"last", "next", "organisation"})
"""The columns of a project without scoring, besides the name."""


class Columns(NamedTuple):
    """The columns of a list and the cells of each; `name` is always there."""

    name: int
    cells: tuple[tuple[str, int], ...]


def columns(cells: int, window: int, *, scored: bool = True) -> Columns:
    """The columns for a list of `cells` cells in a window of `window` cells."""
    return _columns(cells, window, widest_position() + 2, scored)


@lru_cache(maxsize=32)
def _columns(cells: int, window: int, position: int, scored: bool) -> Columns:
    # a language with longer positions takes its cells from the name
    least = NAME_LEAST - max(0, position - 17)
    taken = {"position": position} if scored else {}
    room = cells - LEAD - least - sum(_with_gap(name, wide) for name, wide in taken.items())
    for name in _allowed(window, scored=scored):
        wide = WIDTHS.get(name) or (NEXT_LEAST if name == "next" else ORGANISATION_LEAST)
        if (needed := _with_gap(name, wide)) > room:
            break
        taken[name] = wide
        room -= needed
    return _share(taken, least, room)


def _with_gap(name: str, wide: int) -> int:
    return GAPS.get(name, 2) + wide


def _allowed(window: int, *, scored: bool) -> tuple[str, ...]:
    """The columns a window of that width may show, those that stay longest first (screens 4)."""
    if window < 60:
        allowed: tuple[str, ...] = ()
    elif window < 80:
        allowed = ("trend", "last")
    elif window < 140:
        allowed = ("trend", "last", "next", "bar")
    else:
        allowed = ("trend", "last", "next", "bar", "evidence", "energy", "organisation")
    return allowed if scored else tuple(name for name in allowed if name in UNSCORED)


def _share(taken: dict[str, int], name: int, room: int) -> Columns:
    """What is left over goes to the name, the next act and the organisation, up to their most."""
    if room > 0 and "next" in taken:
        more = min(NEXT_MOST - NEXT_LEAST, room - room // 3)
        taken["next"] += more
        room -= more
    if room > 0 and "organisation" in taken:
        more = min(ORGANISATION_MOST - ORGANISATION_LEAST, room // 2)
        taken["organisation"] += more
        room -= more
    name += min(room, NAME_MOST - name)
    return Columns(max(1, name), tuple((c, taken[c]) for c in SHOWN if c in taken))


def head(columns: Columns, look: Look) -> Line:
    """The captions above the columns."""
    captions = {
        "position": _("position"),
        "trend": "",
        "bar": marks.scale(look),
        "last": _("last"),
        "next": _("next"),
        "evidence": _("evidence"),
        "energy": _("energy"),
        "organisation": _("organisation"),
    }
    text = " " * LEAD + left(_("name"), columns.name, look.ellipsis)
    for name, wide in columns.cells:
        align = right if name in {"last", "energy"} else left
        text += " " * GAPS.get(name, 2) + align(captions[name], wide, look.ellipsis)
    return (Piece(text, Ink.MUTED),)


class Drawer(NamedTuple):
    """Draws rows of the People list as of a day, for one look and one veil."""

    look: Look
    veil: Veil
    day: date
    columns: Columns

    def row(self, row: "PersonRow", *, selected: bool, marked: bool) -> Line:
        """One stakeholder on one line."""
        scored = not row.personal
        pieces: list[Piece] = list(
            marks.lead(
                row.alarm if scored else None,
                seen=row.alarm_seen,
                selected=selected,
                marked=marked,
                look=self.look,
            )
        )
        name = self.veil.name(row.id, row.name, row.kind)
        ink = Ink.BOLD if row.alarm and scored and not row.alarm_seen else Ink.PLAIN
        flags = self._flags(row) if scored else ""
        room = self.columns.name - (width(flags) + 1 if flags else 0)
        pieces.append(Piece(left(name, room, self.look.ellipsis), ink))
        if flags:
            pieces.append(Piece(f" {flags}", Ink.ALARM))
        taken = 0
        for column, wide in self.columns.cells:
            pieces.append(Piece(" " * (GAPS.get(column, 2) - taken)))
            cell = self._cell(column, wide, row)
            pieces.extend(cell)
            taken = line_width(cell) - wide  # a judgement that differs may take the gap
        return tuple(pieces)

    def _flags(self, row: "PersonRow") -> str:
        """Signs after the name: words against deeds, and blocking that has become a habit."""
        signs = (self.look.gap if row.gap else "", self.look.blocks if row.blocks else "")
        return "".join(signs)

    def _cell(self, column: str, wide: int, row: "PersonRow") -> Line:
        if row.personal and column not in UNSCORED:
            return (Piece(" " * wide),)
        if column == "position":
            return self._position(row, wide)
        if column == "bar":
            if row.label == "unknown":
                return marks.no_bar()
            return marks.interval_bar(row.label, row.stance, row.low, row.high, self.look)
        return (self._words(column, wide, row),)

    def _words(self, column: str, wide: int, row: "PersonRow") -> Piece:
        ellipsis = self.look.ellipsis
        match column:
            case "trend":
                return Piece(left(self.look.trends.get(row.trend or "", ""), wide), Ink.BOLD)
            case "last":
                last = days_ago(row.last_contact, self.day) or self.look.dash
                return Piece(right(last, wide, ellipsis), Ink.MUTED)
            case "next":
                return Piece(left(word(row.next_kind) if row.next_kind else "", wide, ellipsis))
            case "evidence":
                said = f"{self.look.evidence[row.confidence]} {word(row.confidence)}"
                return Piece(left(said, wide, ellipsis), Ink.MUTED)
            case "energy":
                from staketerm.domain.phrases import decimal

                return Piece(right(decimal(row.energy), wide), Ink.MUTED)
            case _:
                organisation = self.veil.text(row.organisation or "")
                return Piece(left(organisation, wide, ellipsis), Ink.MUTED)

    def _position(self, row: "PersonRow", wide: int) -> Line:
        (piece,) = marks.position(row.label, self.look)
        text = piece.text
        if not row.judged_elsewhere:
            return (piece._replace(text=left(text, wide, self.look.ellipsis)),)
        sign = self.look.differs
        if row.by_judgement and row.judgement is not None:
            sign += self.look.position(row.judgement)
        if width(text) + 1 + width(sign) <= wide:
            return (piece._replace(text=left(f"{text} {sign}", wide)),)
        text = cut(text, wide + 1 - width(sign), self.look.ellipsis)
        return (piece._replace(text=left(text + sign, wide + 1)),)


def legend(look: Look) -> tuple[Line, ...]:
    """What the signs of the list mean, in four lines."""
    glyph = look.position
    first = (
        f" {look.selected} {_('selected')}   ! {_('cooling')}   !! {_('crossed over')}"
        f"   {look.trends['warming']} {_('warming')}  {look.trends['cooling']} {_('cooling')}"
        f"  {look.trends['steady']} {_('steady')}"
    )
    upper = "  ".join(
        f"{glyph(label)} {word(label)}"
        for label in ("partner", "supporter", "quiet_supporter", "critic", "fence_sitter")
    )
    lower = "  ".join(
        f"{glyph(label)} {word(label)}" for label in ("quiet_opponent", "opponent", "unknown")
    )
    meaning = _("filled active, open passive")
    beside = (
        f"{look.gap} {_('words and deeds differ')}   {look.blocks} {_('keeps blocking')}"
        f"   {look.differs} {_('you judge otherwise')}"
    )
    return tuple(
        (Piece(text, Ink.MUTED),)
        for text in (first, f" {upper}", f" {lower}      {meaning}", f" {beside}")
    )
