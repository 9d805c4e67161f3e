"""Progress entries in lines: what happened, who made it, who can help, whom it touches (S6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from staketerm.domain.day_words import say_day
from staketerm.domain.phrases import short_day
from staketerm.locale import N_, _, language
from staketerm.tui.drawing.lines import (
    Ink,
    Line,
    Piece,
    apart,
    cut,
    left,
    line_width,
    right,
    rule,
    wrap,
)
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.progress_list import Party, Progress

DAY_CELLS = 8
"""Cells of the cursor and the day."""

KIND_CELLS = 10
"""Cells of the word for the kind, the longest of them and a blank."""

_TOUCHES: Mapping[str, str] = MappingProxyType(
    {"milestone": N_("gets concrete for"), "risk": N_("affects")}
)
"""What an entry does to those whom it touches, by its kind (P87); all others touch them."""


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One line of a list of entries: the entry itself (part 0), somebody in it, or more of it.

    The cursor stands on entries and, where `party` is given, on people.
    """

    entry: "Progress"
    part: int
    party: "Party | None" = None

    @property
    def key(self) -> str:
        """The same after every reading."""
        return f"{self.entry.id} {self.party.id if self.party else self.part}"

    @property
    def stops(self) -> bool:
        """Whether the cursor may stand on it."""
        return self.part == 0 or self.party is not None


@dataclass(frozen=True, slots=True)
class ProgressDrawing:
    """Draws entries as of a day, for one look and one veil."""

    look: Look
    veil: Veil
    today: date

    # what stands in the lists

    def in_lines(self, entries: "Iterable[Progress]") -> Iterator[ProgressLine]:
        """Every entry, and who can help or whom it touches below it."""
        for entry in entries:
            yield ProgressLine(entry, 0)
            if entry.helpers or entry.affected:
                yield ProgressLine(entry, 1)

    def in_thanks(self, successes: "Iterable[Progress]") -> Iterator[ProgressLine]:
        """Every success with those who were not thanked yet."""
        for entry in successes:
            yield ProgressLine(entry, 0)
            for place, party in enumerate(entry.to_thank, 1):
                yield ProgressLine(entry, place, party)

    def in_risks(self, risks: "Iterable[Progress]") -> Iterator[ProgressLine]:
        """Every open risk with how to avoid it and who can help how."""
        for entry in risks:
            yield ProgressLine(entry, 0)
            if entry.more:
                yield ProgressLine(entry, 1)
            for place, party in enumerate(entry.helpers, 2):
                yield ProgressLine(entry, place, party)
            if not entry.helpers:
                yield ProgressLine(entry, 2)

    # drawing them

    def row(self, line: ProgressLine, cells: int, *, selected: bool) -> Line:
        """A line of all entries."""
        if line.part == 0:
            return self._first(line.entry, cells, self._side(line.entry), selected=selected)
        pieces = [Piece(" " * (DAY_CELLS + KIND_CELLS))]
        for said, parties in self._others(line.entry):
            pieces += [Piece(f"{said} ", Ink.MUTED), Piece(self._people(parties) + "   ")]
        return apart(tuple(pieces), (), cells, self.look.ellipsis)

    def thanks_row(self, line: ProgressLine, cells: int, *, selected: bool) -> Line:
        """A line of what is not celebrated: the success, or somebody who made it."""
        if line.party is None:
            return self._first(line.entry, cells, "", selected=selected)
        return self._person(line.party, _("thanks open"), cells, selected=selected)

    def risk_row(self, line: ProgressLine, cells: int, *, selected: bool) -> Line:
        """A line of the risks: the risk, how to avoid it, or somebody who can help."""
        if line.part == 0:
            return self._first(line.entry, cells, self._end(line.entry), selected=selected)
        if line.party is not None:
            return self._person(line.party, _("can help"), cells, selected=selected)
        if line.part == 1:
            said = _("avoid it: {how}").format(how=self.veil.text(line.entry.more))
        else:
            said = _("nobody named yet who can help")
        return apart((self._indent(" "), Piece(said, Ink.MUTED)), (), cells, self.look.ellipsis)

    def pane(self, entry: "Progress", cells: int, hint: str) -> Sequence[Line]:
        """The whole entry: its words, everybody in it, what is to come or came of it."""
        day = say_day(entry.day, self.today, language())
        title = f"{word(entry.kind)}, {day}"
        lines: list[Line] = [rule(title, hint, cells, stroke=self.look.rule)]
        lines += self._wrapped(self.veil.text(entry.line), cells, Ink.BOLD)
        lines += self._wrapped(self.veil.text(entry.more), cells, Ink.PLAIN)
        if end := self._end(entry):
            lines.append((Piece(f" {end}", Ink.MUTED),))
        if entry.private:
            lines.append((Piece(" " + _("private"), Ink.MUTED),))
        for said, parties in (*self._makers(entry), *self._others(entry)):
            lines += [(), (Piece(f" {said}", Ink.MUTED),)]
            for party in parties:
                lines.append((Piece(f" {self._name(party)}", Ink.BOLD),))
                lines += self._wrapped(
                    self.veil.text(party.note or ""), cells - 2, Ink.PLAIN, "   "
                )
        return lines

    # parts of a line

    def _first(self, entry: "Progress", cells: int, side: str, *, selected: bool) -> Line:
        lead = self.look.selected if selected else " "
        day = right(short_day(entry.day, self.today), DAY_CELLS - 2)
        ink = Ink.MUTED if entry.outcome in ("dropped", "averted") else Ink.PLAIN
        start = (
            Piece(f"{lead}{day} ", Ink.MUTED),
            Piece(left(word(entry.kind), KIND_CELLS), Ink.MUTED),
            Piece(self.veil.text(entry.line.replace("\n", " ")), ink),
        )
        room = max(cells // 3, cells - line_width(start) - 4)
        shown = f"  {cut(side, room, self.look.ellipsis)} " if side else ""
        return apart(start, (Piece(shown, Ink.MUTED),), cells, self.look.ellipsis)

    def _person(self, party: "Party", said: str, cells: int, *, selected: bool) -> Line:
        lead = self.look.selected if selected else " "
        start = (
            self._indent(lead),
            Piece(self._name(party), Ink.BOLD),
            Piece(f"   {self.veil.text(party.note)}" if party.note else "", Ink.PLAIN),
        )
        return apart(start, (Piece(f"{said} ", Ink.MUTED),), cells, self.look.ellipsis)

    def _indent(self, lead: str) -> Piece:
        return Piece(lead + " " * (DAY_CELLS + KIND_CELLS - 1))

    def _side(self, entry: "Progress") -> str:
        """What stands at the right edge: who made it, what is open, its end."""
        if entry.to_thank:
            names = ", ".join(self._name(party) for party in entry.to_thank)
            made = _("thanks open: {names}").format(names=names)
        else:
            made = ", ".join(self._name(party) for party in entry.contributors)
        private = _("private") if entry.private else ""
        return ", ".join(part for part in (made, self._end(entry), private) if part)

    def _end(self, entry: "Progress") -> str:
        """ "by 14 Dec", or "done 12 Dec"."""
        if entry.outcome and entry.closed_on:
            return f"{word(entry.outcome)} {short_day(entry.closed_on, self.today)}"
        if entry.due:
            return _("by {day}").format(day=short_day(entry.due, self.today))
        return ""

    def _makers(self, entry: "Progress") -> "Iterator[tuple[str, tuple[Party, ...]]]":
        thanked = tuple(party for party in entry.contributors if party not in entry.to_thank)
        if entry.to_thank:
            yield _("did it, thanks open"), entry.to_thank
        if thanked:
            said = _("did it, thanked") if entry.kind == "success" else _("did it")
            yield said, thanked

    def _others(self, entry: "Progress") -> "Iterator[tuple[str, tuple[Party, ...]]]":
        if entry.helpers:
            yield _("can help"), entry.helpers
        if entry.affected:
            yield _(_TOUCHES.get(entry.kind, N_("touches"))), entry.affected

    def _people(self, parties: "Iterable[Party]") -> str:
        return ", ".join(
            self._name(party) + (f" ({self.veil.text(party.note)})" if party.note else "")
            for party in parties
        )

    def _name(self, party: "Party") -> str:
        return self.veil.name(party.id, party.name, party.kind)

    def _wrapped(self, text: str, cells: int, ink: Ink, indent: str = " ") -> list[Line]:
        return [
            (Piece(f"{indent}{line}", ink),)
            for paragraph in text.splitlines()
            for line in wrap(paragraph, cells - 2)
        ]
