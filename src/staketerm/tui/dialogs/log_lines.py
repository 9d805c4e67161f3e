"""How the quick log is drawn: the kinds on their keys, both hands side by side (screens S5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from staketerm.domain.phrases import points
from staketerm.domain.signals import Kind
from staketerm.locale import _
from staketerm.tui.dialogs import kind_keys as keys
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left, line_width, right, width
from staketerm.tui.drawing.look import Look

TWO_COLUMNS_FROM = 66
"""Cells from which both hands stand side by side."""

PERSONAL = (
    ("m", "met", "contact"),
    ("c", "called", "contact"),
    ("w", "wrote", "contact"),
    ("e", "memory", "memory"),
    ("g", "gift", "note"),
)
"""What a project without scoring offers: key, word, and the kind of signal or entry it becomes."""


def personal_word(word: str) -> str:
    """One of the words of `PERSONAL` in the language spoken now."""
    said = {
        "met": _("met"),
        "called": _("called"),
        "wrote": _("wrote"),
        "memory": _("memory"),
        "gift": _("gift"),
    }
    return said.get(word, word)


@dataclass(frozen=True, slots=True)
class KindsPage:
    """The kinds, the marked one among them."""

    catalogue: Mapping[str, Kind]
    marked: str | None
    look: Look
    own: Mapping[str, str]
    """One's own kinds by their keys."""

    def lines(self, cells: int, height: int = 0) -> list[Line]:
        """Everything between the strength and the note; one's own kinds where `height` lines hold
        them too."""
        lines = self._one_column(cells) if cells < TWO_COLUMNS_FROM else self._both_hands(cells)
        own = [(key, id) for key, id in self.own.items() if id in self.catalogue]
        if own and (cells < TWO_COLUMNS_FROM or len(lines) < height):
            lines.append(fit(self._cluster(own, 2), cells, self.look.ellipsis))
        return lines

    def _both_hands(self, cells: int) -> list[Line]:
        half = (cells - 1) // 2
        rest = cells - half - 1
        along = [self._row(key, kind, half) for key, kind in keys.ALONG]
        along.append(self._row(*keys.CONTACT, half))
        against = [self._row(key, kind, rest) for key, kind in keys.AGAINST]
        against += self._heavy(rest)
        divider = Piece(self.look.divider, Ink.MUTED)
        lines = [self._rules(half, cells, _("worked along"), _("worked against"))]
        lines += [(*a, divider, *b) for a, b in zip(along, against, strict=True)]
        return lines + self._words(cells)

    def personal(self, cells: int) -> list[Line]:
        """What there is to log where nothing is scored."""
        rows = [_rule(_("what happened"), cells, self.look)]
        for key, word, _kind in PERSONAL:
            lead, ink = self._lead(word)
            text = left(f"{key}  {personal_word(word)}", cells - 1)
            rows.append((Piece(lead, ink), Piece(text, ink, f"screen.press('{key}')")))
        return rows

    def _row(self, key: str, id: str, cells: int) -> Line:
        kind = self.catalogue[id]
        if kind.retired:
            said = right(f"{_('retired')} ", 10)
            return (Piece(left(f"    {kind.short}", cells - 10) + said, Ink.MUTED),)
        lead, ink = self._lead(id)
        shown = _("Space") if key == "space" else key
        room = cells - 2 - 5
        label = left(f"{shown:<2} {kind.short}", room, self.look.ellipsis)
        worth = right(points(kind.points) if kind.points else "0", 4)
        action = f"screen.press('{key}')"
        return (
            Piece(lead, ink),
            Piece(label, ink, action),
            Piece(f" {worth} ", Ink.FOCUS if self.marked == id else Ink.MUTED, action),
        )

    def _lead(self, id: str) -> tuple[str, Ink]:
        return (self.look.selected, Ink.FOCUS) if self.marked == id else (" ", Ink.PLAIN)

    def _heavy(self, cells: int) -> list[Line]:
        said = _("(heavier: Shift)").split(" ", 1)
        rows = (self._cluster(keys.HEAVY[:2], 2), self._cluster(keys.HEAVY[2:], 2))
        return [
            _filled(fit((*row, Piece(f" {hint}", Ink.MUTED)), cells, self.look.ellipsis), cells)
            for row, hint in zip(rows, said, strict=True)
        ]

    def _words(self, cells: int) -> list[Line]:
        """The sayings and what I asked, in two rows; points go where there is no room."""
        for gap, worth in ((2, True), (2, False), (1, False)):
            said = [self._cluster(keys.WORDS[n : n + 3], gap, worth) for n in (0, 3)]
            mine = [
                self._cluster(keys.MINE[:3], gap, worth=False),
                (*self._cluster(keys.MINE[3:], gap, worth=False), *self._find(gap)),
            ]
            column = max(map(line_width, said))
            if column + 1 + max(map(line_width, mine)) <= cells:
                break
        divider = Piece(self.look.divider, Ink.MUTED)
        rows = [_filled(row, column) for row in said]
        return [
            self._rules(column, cells, _("words"), _("I asked (opens a question)")),
            *(fit((*a, divider, *b), cells) for a, b in zip(rows, mine, strict=True)),
        ]

    def _find(self, gap: int) -> Line:
        return (
            Piece(" " * gap),
            Piece("/", Ink.BOLD, "screen.press('/')"),
            Piece(" " + _("find a kind"), Ink.PLAIN, "screen.press('/')"),
        )

    def _cluster(self, pairs: Iterable[tuple[str, str]], gap: int, worth: bool = True) -> Line:
        pieces: list[Piece] = []
        for key, id in pairs:
            kind = self.catalogue[id]
            lead, ink = self._lead(id)
            # the first of a pair has said "heard" already
            label = _("against") if id == "hearsay_against" else kind.short
            pieces.append(Piece(lead if not pieces else " " * (gap - 1) + lead, ink))
            if kind.retired:
                pieces.append(Piece(f"- {label}", Ink.MUTED))
                continue
            pieces.append(Piece(f"{key} {label}", ink, f"screen.press('{key}')"))
            if worth and id not in dict(keys.MINE).values():
                pieces.append(Piece(f" {points(kind.points) if kind.points else 0}", Ink.MUTED))
        return tuple(pieces)

    def _rules(self, column: int, cells: int, start: str, end: str) -> Line:
        stroke = self.look.rule
        corner = "┬" if stroke == "─" else "+"
        before = left(f"{stroke * 2} {start} ", column).rstrip(" ")
        before += " " + stroke * (column - width(before) - 1)
        after = f"{stroke * 2} {end} "
        rest = max(0, cells - column - 1 - width(after))
        return (Piece(before + corner + after + stroke * rest, Ink.MUTED),)

    def _one_column(self, cells: int) -> list[Line]:
        """Every kind under each other, for narrow windows."""
        sections: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (
            (_("worked along"), (*keys.ALONG, keys.CONTACT)),
            (_("worked against"), (*keys.AGAINST, *keys.HEAVY)),
            (_("words"), keys.WORDS),
            (_("I asked (opens a question)"), keys.MINE),
        )
        lines: list[Line] = []
        for title, pairs in sections:
            lines.append(_rule(title, cells, self.look))
            lines += [self._row(key, kind, cells) for key, kind in pairs]
        return lines


def _rule(title: str, cells: int, look: Look) -> Line:
    head = f"{look.rule * 2} {title} "
    return (Piece(head + look.rule * max(0, cells - width(head)), Ink.MUTED),)


def _filled(line: Line, cells: int) -> Line:
    return (*line, Piece(" " * max(0, cells - line_width(line))))
