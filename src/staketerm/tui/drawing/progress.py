"""Progress entries in lines: what happened, who made it, who can help, whom it touches (S6)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from staketerm.domain.day_words import say_day
from staketerm.domain.phrases import narrow_day, short_day
from staketerm.domain.progress import part_words
from staketerm.locale import _, language
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
)
from staketerm.tui.drawing.section import Item, SectionDrawing
from staketerm.tui.drawing.words import word

if TYPE_CHECKING:
    from staketerm.journal.progress_list import Party, Progress

DAY_CELLS = 8
"""Cells of the cursor and the day."""

KIND_CELLS = 10
"""Cells of the word for the kind, the longest of them and a blank."""


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

    @property
    def item(self) -> Item:
        """The entry, with whom the line is about: the one it stands for, or the only one there."""
        entry, party = self.entry, self.party
        if party is not None:
            who = (party.id, party.name, party.kind)
            return Item(entry, who, person=True, to_thank=party in entry.to_thank)
        there = {(one.id, one.name, one.kind) for one in parties(entry)}
        return Item(entry, next(iter(there)) if len(there) == 1 else None)


@dataclass(frozen=True, slots=True)
class ProgressDrawing(SectionDrawing):
    """All entries, and below each who can help or whom it touches."""

    def lines(self, rows: "Sequence[Progress]") -> Iterator[ProgressLine]:
        """Every entry, and the people in it that its own line does not name."""
        for entry in rows:
            yield ProgressLine(entry, 0)
            if entry.helpers or entry.affected:
                yield ProgressLine(entry, 1)

    def draw(self, line: ProgressLine, cells: int, *, selected: bool) -> Line:
        """The entry, or the people below it."""
        if line.part == 0:
            return self.first(line.entry, cells, self._side(line.entry), selected=selected)
        pieces = [Piece(" " * (DAY_CELLS + KIND_CELLS))]
        for said, parties in self._others(line.entry):
            pieces += [Piece(f"{said} ", Ink.MUTED), Piece(self._people(parties) + "   ")]
        return apart(tuple(pieces), (), cells, self.look.ellipsis)

    def words(self, row: "Progress") -> str:
        """Its kind, all that is told of it, everybody in it."""
        told = [word(row.kind), row.line, row.more]
        for party in parties(row):
            told += [party.name, party.note or ""]
        return " ".join(told)

    def pane(self, line: ProgressLine, cells: int, hint: str) -> Sequence[Line]:
        """The whole entry: its words, everybody in it, what is to come or came of it."""
        return self.whole(line.entry, cells, hint)

    def whole(self, entry: "Progress", cells: int, hint: str) -> Sequence[Line]:
        """`pane`, of an entry."""
        day = say_day(entry.day, self.today, language())
        title = f"{word(entry.kind)}, {day}"
        lines: list[Line] = [rule(title, hint, cells, stroke=self.look.rule)]
        lines += self.wrapped(self.veil.text(entry.line), cells, Ink.BOLD)
        lines += self.wrapped(self.veil.text(entry.more), cells, Ink.PLAIN)
        if end := self.end(entry):
            lines.append((Piece(f" {end}", Ink.MUTED),))
        if entry.private:
            lines.append((Piece(" " + _("private"), Ink.MUTED),))
        for said, parties in (*self._makers(entry), *self._others(entry)):
            lines += [(), (Piece(f" {said}", Ink.MUTED),)]
            for party in parties:
                lines.append((Piece(f" {self._name(party)}", Ink.BOLD),))
                lines += self.wrapped(self.veil.text(party.note or ""), cells - 2, Ink.PLAIN, "   ")
        return lines

    # parts of a line

    def first(self, entry: "Progress", cells: int, side: str, *, selected: bool) -> Line:
        lead = self.lead(selected=selected)
        day = right(narrow_day(entry.day, self.today), DAY_CELLS - 2)
        ink = Ink.MUTED if entry.outcome in ("dropped", "averted") else Ink.PLAIN
        start = (
            Piece(f"{lead}{day} ", Ink.MUTED),
            Piece(left(word(entry.kind), KIND_CELLS), Ink.MUTED),
            Piece(self.veil.text(entry.line.replace("\n", " ")), ink),
        )
        room = max(cells // 3, cells - line_width(start) - 4)
        shown = f"  {cut(side, room, self.look.ellipsis)} " if side else ""
        return apart(start, (Piece(shown, Ink.MUTED),), cells, self.look.ellipsis)

    def person(self, party: "Party", said: str, cells: int, *, selected: bool) -> Line:
        lead = self.lead(selected=selected)
        start = (
            self.indent(lead),
            Piece(self._name(party), Ink.BOLD),
            Piece(f"   {self.veil.text(party.note)}" if party.note else "", Ink.PLAIN),
        )
        return apart(start, (Piece(f"{said} ", Ink.MUTED),), cells, self.look.ellipsis)

    def indent(self, lead: str) -> Piece:
        return Piece(lead + " " * (DAY_CELLS + KIND_CELLS - 1))

    def _side(self, entry: "Progress") -> str:
        """What stands at the right edge: who made it, what is open, its end."""
        if entry.to_thank:
            names = ", ".join(self._name(party) for party in entry.to_thank)
            made = _("thanks open: {names}").format(names=names)
        else:
            made = ", ".join(self._name(party) for party in entry.contributors)
        private = _("private") if entry.private else ""
        return ", ".join(part for part in (made, self.end(entry), private) if part)

    def end(self, entry: "Progress") -> str:
        """What came of it or is to come: "by 14 Dec", or "done 12 Dec"."""
        if entry.outcome and entry.closed_on:
            return f"{word(entry.outcome)} {short_day(entry.closed_on, self.today)}"
        if entry.due:
            return _("by {day}").format(day=short_day(entry.due, self.today))
        return ""

    def _makers(self, entry: "Progress") -> "Iterator[tuple[str, tuple[Party, ...]]]":
        made = [party for party in entry.contributors if party not in entry.to_thank]
        for said, parties in (
            (_("did it, thanks open"), entry.to_thank),
            (_("did it, thanked"), tuple(party for party in made if party.thanked)),
            (part_words(entry.kind, "contributor"), tuple(p for p in made if not p.thanked)),
        ):
            if parties:
                yield said, parties

    def _others(self, entry: "Progress") -> "Iterator[tuple[str, tuple[Party, ...]]]":
        if entry.helpers:
            yield part_words(entry.kind, "helper"), entry.helpers
        if entry.affected:
            yield part_words(entry.kind, "affected"), entry.affected

    def _people(self, parties: "Iterable[Party]") -> str:
        return ", ".join(
            self._name(party) + (f" ({self.veil.text(party.note)})" if party.note else "")
            for party in parties
        )

    def _name(self, party: "Party") -> str:
        return self.veil.name(party.id, party.name, party.kind)


@dataclass(frozen=True, slots=True)
class ThanksDrawing(ProgressDrawing):
    """The successes with those who were not thanked yet."""

    def lines(self, rows: "Sequence[Progress]") -> Iterator[ProgressLine]:
        """Every success, and whom to thank."""
        for entry in rows:
            yield ProgressLine(entry, 0)
            for place, party in enumerate(entry.to_thank, 1):
                yield ProgressLine(entry, place, party)

    def draw(self, line: ProgressLine, cells: int, *, selected: bool) -> Line:
        """The success, or somebody who made it."""
        if line.party is None:
            return self.first(line.entry, cells, "", selected=selected)
        return self.person(line.party, _("thanks open"), cells, selected=selected)


@dataclass(frozen=True, slots=True)
class RisksDrawing(ProgressDrawing):
    """The open risks with how to avoid them and who can help how."""

    def lines(self, rows: "Sequence[Progress]") -> Iterator[ProgressLine]:
        """Every risk, how to avoid it, and who can help."""
        for entry in rows:
            yield ProgressLine(entry, 0)
            if entry.more:
                yield ProgressLine(entry, 1)
            for place, party in enumerate(entry.helpers, 2):
                yield ProgressLine(entry, place, party)
            if not entry.helpers:
                yield ProgressLine(entry, 2)

    def draw(self, line: ProgressLine, cells: int, *, selected: bool) -> Line:
        """The risk, how to avoid it, or somebody who can help."""
        if line.part == 0:
            return self.first(line.entry, cells, self.end(line.entry), selected=selected)
        if line.party is not None:
            return self.person(line.party, _("can help"), cells, selected=selected)
        if line.part == 1:
            said = _("avoid it: {how}").format(how=self.veil.text(line.entry.more))
        else:
            said = _("nobody named yet who can help")
        return apart((self.indent(" "), Piece(said, Ink.MUTED)), (), cells, self.look.ellipsis)


def parties(entry: "Progress") -> "tuple[Party, ...]":
    """Everybody in an entry, whatever their part."""
    return (*entry.contributors, *entry.helpers, *entry.affected)
