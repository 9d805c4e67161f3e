"""What was told, in words: one line an item, what was written with it below (screens S3, S6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.day_words import say_day
from staketerm.domain.phrases import points, short_day
from staketerm.domain.progress import KINDS
from staketerm.journal.told_words import ToldWords, in_it
from staketerm.locale import _, language, ngettext
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, cut, fit, left, right, wrap
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told

TEXT_LINES = 2
"""Lines of what was written that stand under an item; the rest is one key away."""

WITH_TEXT = frozenset({"asked", "answered", "agreed", "settled"})
"""What has its text in the line that says it."""

TAIL_CELLS = 11
"""Cells at the right edge of an item that a text without a title leaves free."""

PROJECT_FROM = 70
"""Cells from which a line of the journal has room for the project besides what happened."""

KIND_CELLS = 10
"""Cells of the word that says what sort of item it is, and a blank."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One line of the list: a day's header (`part` -1), an item (0), or what was written (1, ...).

    Only items can be selected.
    """

    item: "Told"
    part: int
    text: str = ""

    @property
    def key(self) -> str:
        """The same after every reading."""
        if self.part < 0:
            return f"day {self.item.day.isoformat()}"
        return f"{self.item.id} {self.item.what} {self.part}"


def lines_of(items: "Iterable[Told]", cells: int, *, days: bool) -> Iterator[ToldLine]:
    """The lines of items for a list of `cells` cells; with `days` each day has a header."""
    day: date | None = None
    for item in items:
        if days and item.day != day:
            day = item.day
            yield ToldLine(item, -1)
        yield from _lines(item, max(10, cells))


def _lines(item: "Told", cells: int) -> Iterator[ToldLine]:
    """One item: its line, and what was written in as many lines as are shown of it."""
    text = below(item).replace("\n", " ")
    untitled = item.what == "entry" and not text
    said = (item.text or "").replace("\n", " ") if untitled else text
    wrapped = wrap(said, cells - TAIL_CELLS if untitled else cells) if said else []
    first = [wrapped[0] if untitled and wrapped else ""]
    rest = wrapped[1:] if untitled else wrapped
    shown = rest[:TEXT_LINES]
    if len(rest) > TEXT_LINES:
        shown[-1] += " ..."
    if parts := in_it(item):
        shown.append(parts)
    for part, line in enumerate([*first, *shown]):
        yield ToldLine(item, part, line)


def below(item: "Told") -> str:
    """What stands under the item: its note, unless the line itself says it."""
    if item.what in ("signal", "judgement", "absence"):
        return item.text or ""
    if item.what == "entry":
        return (item.text or "") if item.title or item.kind in ("meeting", "call") else ""
    return ""


@dataclass(frozen=True, slots=True)
class ToldDrawing:
    """Draws items as of a day, for one look and one veil."""

    look: Look
    veil: Veil
    today: date

    def headline(self, item: "Told") -> str:
        """What happened, in a line: "kept, but late: names of deputies"."""
        return ToldWords(self.today, self.veil.text).headline(item)

    def happened(self, item: "Told") -> str:
        """What happened, without the words of the ask or agreement."""
        return self.headline(replace(item, text=None) if item.what in WITH_TEXT else item)

    def page_row(self, line: ToldLine, cells: int, *, selected: bool) -> Line:
        """One line of the timeline of a stakeholder: day, what happened, points, deed or words."""
        item = line.item
        if line.part > 0:
            return self._text(line, 9, cells)
        lead = self.look.selected if selected else " "
        day = f"{lead}{right(short_day(item.day, self.today), 6)}  "
        tail = (*self._credit(item), *self._worth(item))
        ink = Ink.MUTED if item.ignored else Ink.PLAIN
        start = (Piece(day, Ink.MUTED), Piece(self._first(line), ink))
        return apart(start, tail, cells, self.look.ellipsis)

    def journal_row(
        self, line: ToldLine, cells: int, projects: "Mapping[str, str]", *, selected: bool
    ) -> Line:
        """One line of the journal: sort, whom it concerns, what happened, the project."""
        item = line.item
        if line.part < 0:
            return self._day_rule(item.day, cells)
        if line.part > 0:
            return self._text(line, KIND_CELLS + 7, cells)
        lead = self.look.selected if selected else " "
        at = item.at.strftime("%H:%M") if item.at else f"  {self.look.dash}  "
        pieces: list[Piece] = [
            Piece(f"{lead}{at} ", Ink.MUTED),
            Piece(left(self.sort(item), KIND_CELLS), Ink.MUTED),
        ]
        if item.about and item.what != "entry":
            id, name = item.about[0]
            pieces.append(Piece(left(self.veil.name(id, name), 20, self.look.ellipsis), Ink.BOLD))
            pieces.append(Piece("  "))
        ink = Ink.MUTED if item.ignored else Ink.PLAIN
        pieces.append(Piece(self._first(line), ink))
        belongs = self._belongs(item, projects if cells >= PROJECT_FROM else {})
        belongs = (*self._credit(item), *belongs)
        return apart(tuple(pieces), belongs, cells, self.look.ellipsis)

    def _first(self, line: ToldLine) -> str:
        return self.veil.text(line.text) if line.text else self.headline(line.item)

    def sort(self, item: "Told") -> str:
        """The word for what sort of item it is."""
        said = {
            "signal": _("signal"),
            "asked": _("ask"),
            "answered": _("answer"),
            "agreed": _("promise"),
            "settled": _("outcome"),
            "judgement": _("judged"),
            "absence": _("away"),
        }
        return said.get(item.what) or word(item.kind)

    def names(self, item: "Told") -> str:
        """Whom an item concerns; of a progress entry with their parts, and its end or due day."""
        if item.kind not in KINDS.words or self.veil.down:
            return ", ".join(self.veil.name(id, name) for id, name in item.about)
        end = ""
        if item.outcome and item.until:
            end = f"{word(item.outcome)} {short_day(item.until, self.today)}"
        elif item.due:
            end = _("due {day}").format(day=short_day(item.due, self.today))
        return "   ".join(part for part in (in_it(item), end) if part)

    def _belongs(self, item: "Told", projects: "Mapping[str, str]") -> Line:
        """Where it belongs, at the right edge."""
        if item.acts:
            people = ngettext("{n} person", "{n} people", len(item.about))
            acts = ngettext("{n} deed", "{n} deeds", item.acts)
            said = f"{people.format(n=len(item.about))}, {acts.format(n=item.acts)}"
            if item.ignored:
                said += f", {item.known}"
            return (Piece(f"{said} ", Ink.MUTED),)
        if item.private and item.what == "entry":
            return (Piece(_("private") + " ", Ink.MUTED),)
        name = projects.get(item.project or "", "")
        if not name:
            return ()
        return (Piece(f"{self.veil.text(cut(name, 14))} ", Ink.MUTED),)

    def _day_rule(self, day: date, cells: int) -> Line:
        said = say_day(day, self.today, language())
        near = _("today") if day == self.today else ""
        stroke = self.look.rule
        head = f"{stroke * 2} {said} "
        tail = f" {near} {stroke * 2}" if near else ""
        fill = stroke * max(0, cells - len(head) - len(tail))
        return (Piece(head + fill + tail, Ink.MUTED),)

    def _text(self, line: ToldLine, indent: int, cells: int) -> Line:
        text = self.veil.text(line.text)
        return fit((Piece(" " * indent), Piece(text, Ink.MUTED)), cells, self.look.ellipsis)

    def _credit(self, item: "Told") -> Line:
        """Which colleague wrote it; nothing for what is one's own."""
        said = self.veil.text(item.credit)
        return (Piece(f"{said}  ", Ink.MUTED),) if said else ()

    def _worth(self, item: "Told") -> Line:
        if item.what == "judgement":
            return (Piece(_("view") + " ", Ink.MUTED),)
        if item.ignored:
            return (Piece(f"{item.known} ", Ink.MUTED),)
        if item.what == "asked" and item.by == "me" and item.until is None and not item.outcome:
            return (Piece(_("awaited") + " ", Ink.MUTED),)
        if item.private and item.what == "entry":
            return (Piece(_("private") + " ", Ink.MUTED),)
        if item.kind in KINDS.words:
            return (Piece(f"{word(item.kind)} ", Ink.MUTED),)
        if not item.points:
            return (Piece(" "),)
        ink = Ink.FOR if item.points > 0 else Ink.AGAINST
        weight = {"D": "D", "M": "D", "W": "W"}.get(item.weight or "", " ")
        return (
            Piece(f"  {item.known}" if item.known else "", Ink.MUTED),
            Piece(f"  {right(points(item.points), 4)}", ink),
            Piece(f"  {weight} ", Ink.MUTED),
        )
