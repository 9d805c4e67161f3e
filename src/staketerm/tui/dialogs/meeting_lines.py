"""How the meeting log is drawn: a grid of marks, a legend under it (screens S5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from staketerm.domain.phrases import short_day
from staketerm.domain.signals import Kind
from staketerm.locale import _, ngettext
from staketerm.tui.dialogs.meeting_state import (
    KINDS_HERE,
    PRESENT,
    PROMISES,
    Came,
    Columns,
    Counts,
)
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left, line_width, width
from staketerm.tui.drawing.look import POSITION_INK, Look
from staketerm.tui.veil import Veil

NAME_MOST = 21
NAME_LEAST = 10
THEN_CELLS = 16
"""Cells of the last column: the position with these marks, and the note."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid for the columns there are."""

    columns: Columns
    look: Look
    veil: Veil
    today: date
    scored: bool
    catalogue: Mapping[str, Kind]

    def name_cells(self, cells: int) -> int:
        """What is left for the names."""
        taken = line_width(self._marks(Came("", ""))) + 4 + (3 if self.scored else 0)
        return max(NAME_LEAST, min(NAME_MOST, cells - taken - THEN_CELLS))

    def captions(self, cells: int) -> list[Line]:
        """Which side a column is on, and its letter."""
        lead = " " * (self.name_cells(cells) + (5 if self.scored else 2))
        present = _present(self.look)
        groups = (
            (self.columns.for_ + present, _("for")),
            (self.columns.against, _("against")),
            (" " + self.columns.words, "  " + _("words")),
            (" " + PROMISES, "  " + _("open")),
        )
        over = "".join(left(word, 2 * len(letters)) for letters, word in groups)
        divider = self.look.divider
        letters = " ".join(self.columns.for_ + present + self.columns.against)
        letters += f" {divider} {' '.join(self.columns.words)} {divider} {' '.join(PROMISES)}"
        then = f" {divider} " + (_("then") if self.scored else _("note"))
        return [
            fit((Piece(lead + over, Ink.MUTED),), cells),
            fit((Piece(lead), Piece(letters, Ink.BOLD), Piece(then, Ink.MUTED)), cells),
        ]

    def row(self, came: Came, cells: int, *, selected: bool) -> Line:
        """One attendee."""
        lead = self.look.selected if selected else " "
        name = self.veil.name(came.id, came.name, came.kind)
        pieces: list[Piece] = [
            Piece(lead),
            Piece(left(name, self.name_cells(cells), self.look.ellipsis), Ink.BOLD),
        ]
        if self.scored:
            pieces += [Piece(" "), self._glyph(came.label), Piece("  ")]
        else:
            pieces.append(Piece(" "))
        pieces += [*self._marks(came), Piece(f" {self.look.divider} ", Ink.MUTED)]
        pieces += self._then(came)
        return fit(tuple(pieces), cells, self.look.ellipsis)

    def _marks(self, came: Came) -> Line:
        """The letters of what they did, dots elsewhere."""
        dot = self.look.track
        there = Piece(_present(self.look) if not came.marks else dot, Ink.MUTED)
        divider = Piece(f"{self.look.divider} ", Ink.MUTED)
        pieces = [self._mark(mark, came.marks) for mark in self.columns.for_]
        pieces += [there, Piece(" ")]
        pieces += [self._mark(mark, came.marks) for mark in self.columns.against]
        pieces.append(divider)
        pieces += [self._mark(mark, came.marks) for mark in self.columns.words]
        pieces.append(divider)
        promised = "".join(one.key for one in came.promises)
        pieces += [self._mark(mark, promised) for mark in PROMISES]
        last = pieces.pop()
        return (*pieces, last._replace(text=last.text.rstrip()))

    def _mark(self, mark: str, marks: str) -> Piece:
        if mark not in marks:
            return Piece(f"{self.look.track} ", Ink.MUTED)
        points = self.catalogue[KINDS_HERE[mark]].points if mark in KINDS_HERE else 0
        ink = Ink.FOR_STRONG if points > 0 else Ink.AGAINST_STRONG if points < 0 else Ink.BOLD
        return Piece(f"{mark} ", ink)

    def _then(self, came: Came) -> list[Piece]:
        """The position with these marks, then due days and the note."""
        pieces: list[Piece] = []
        if self.scored and came.label is not None:
            after = came.after or came.label
            pieces.append(self._glyph(came.label))
            if after != came.label:
                pieces += [Piece(f" {self.look.arrow} "), self._glyph(after)]
            pieces.append(Piece("  "))
        said = [
            _("due {day}").format(day=short_day(one.due, self.today))
            for one in came.promises
            if one.due
        ]
        for letters, strength in ((came.weak, _("weak")), (came.strong, _("strong"))):
            said += [f"{letter} {strength}" for letter in letters]
        if came.note:
            said.append(self.veil.text(came.note))
        pieces.append(Piece(", ".join(said), Ink.MUTED))
        return pieces

    def _glyph(self, label: str | None) -> Piece:
        shown = label or "unknown"
        return Piece(self.look.position(shown), POSITION_INK.get(shown, Ink.MUTED))


def legend(cells: int, look: Look) -> list[Line]:
    """What the letters mean."""
    present = _present(look)
    rows = (
        (
            ("v", _("stood up for it")),
            ("r", _("came to me")),
            ("q", _("warned, informed")),
            ("d", _("took active part")),
        ),
        (
            (present, _("was there (all start here)")),
            ("k", _("sat through it")),
            ("h", _("cancelled late")),
        ),
        (
            ("n", _("sent a junior")),
            ("u", _("did not come")),
            ("z", _("said yes")),
            ("x", _("concern")),
            ("b", _("said no")),
        ),
        (("F", _("we agreed: asks what and when")), ("X", _("they promised: asks what and when"))),
    )
    lines = [_spread(row, cells, look) for row in rows]
    more = _("Other letters of the log dialog open a column.   < weaker   > stronger")
    return [*lines, (Piece(f" {more}", Ink.MUTED),)]


def summary(counts: Counts) -> str:
    """What is in the meeting: "8 people, 8 deeds, 2 sayings, 1 agreement"."""
    parts = (
        (counts.people, ngettext("{n} person", "{n} people", counts.people)),
        (counts.deeds, ngettext("{n} deed", "{n} deeds", counts.deeds)),
        (counts.sayings, ngettext("{n} saying", "{n} sayings", counts.sayings)),
        (counts.promises, ngettext("{n} agreement", "{n} agreements", counts.promises)),
    )
    return ", ".join(said.format(n=n) for place, (n, said) in enumerate(parts) if n or not place)


def _spread(row: tuple[tuple[str, str], ...], cells: int, look: Look) -> Line:
    """Letters and words, with the same gap between all of them."""
    taken = sum(width(words) + 2 for _letter, words in row)
    gap = max(1, min(4, (cells - 2 - taken) // max(1, len(row) - 1)))
    pieces: list[Piece] = []
    for letter, words in row:
        action = f"screen.press('{letter}')"
        pieces.append(Piece(" " * (gap if pieces else 1)))
        pieces += [Piece(f"{letter} ", Ink.BOLD, action), Piece(words, Ink.MUTED, action)]
    return fit(tuple(pieces), cells, look.ellipsis)


def _present(look: Look) -> str:
    return PRESENT if look.rule == "─" else "_"
