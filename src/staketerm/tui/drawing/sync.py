"""The lines of the sync screen (screens S8, right)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from staketerm.domain.vocabulary import word
from staketerm.locale import _, ngettext
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, fit, left, line_width, wrap
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import count, week_day
from staketerm.tui.sync.questions import Disputed
from staketerm.tui.sync.words import field_word, value_words
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.exchange.sync.coming import Waiting
    from staketerm.exchange.sync.disputes import Dispute, Side
    from staketerm.exchange.sync.standing import Colleague, Home
    from staketerm.journal.receipt import Moved
    from staketerm.journal.twins import LoggedTwice, TwinSide

CAPTION_CELLS = 14
SIDE_CELLS = 9

MOST_MOVING = 3
HELD = "\u00a0"
"""A blank at which no line is broken."""


@dataclass(frozen=True, slots=True)
class SyncDrawing:
    """Draws what a sync tells: for one look, one veil, on a day, in the zone of the journal."""

    look: Look
    veil: Veil
    today: date
    zone: tzinfo | None

    # the head

    def told(self, caption: str, words: str, cells: int, ink: Ink = Ink.PLAIN) -> list[Line]:
        """A caption and what is said of it, in as many lines as it takes."""
        lines = [line.replace(HELD, " ") for line in wrap(words, cells - CAPTION_CELLS - 2)]
        return [
            (
                Piece(" " + left(caption if not at else "", CAPTION_CELLS), Ink.MUTED),
                Piece(text, ink),
            )
            for at, text in enumerate(lines)
        ]

    def two(self, one: tuple[str, str], other: tuple[str, str], cells: int) -> list[Line]:
        """Two captions with what is said of each: beside each other where there is room."""
        first, second = (self.told(*each, cells) for each in (one, other))
        beside = (*first[0], Piece("   " + other[0] + "  ", Ink.MUTED), Piece(other[1]))
        if len(first) == len(second) == 1 and line_width(beside) < cells:
            return [beside]
        return [*first, *second]

    def people(self, several: "Sequence[Colleague]") -> str:
        """Who is here, each with the time they last gave something: "Noor (today 08:15)". No line
        is broken within one of them.
        """
        told = (
            f"{_('you') if each.own else self.veil.text(each.person)} ({self._written(each)})"
            for each in several
        )
        return "  ".join(each.replace(" ", HELD) for each in told)

    def _written(self, each: "Colleague") -> str:
        if each.written is None:
            return _("not known when")
        day = each.written.astimezone(self.zone).date()
        return self.moment(each.written) if day == self.today else week_day(day, self.today)

    def home(self, home: "Home") -> list[str]:
        """What stays: "9 private notes", "3 judgements", "project Persoonlijk"."""
        parts = [
            ngettext(one, many, n).format(n=count(n))
            for one, many, n in (
                ("{n} private note", "{n} private notes", home.entries),
                ("{n} judgement", "{n} judgements", home.judgements),
                ("{n} other private row", "{n} other private rows", home.others),
            )
            if n
        ]
        names = ", ".join(self.veil.text(name) for name in home.projects)
        if home.projects:
            said = ngettext("project {names}", "projects {names}", len(home.projects))
            parts.append(said.format(names=names))
        return parts

    def moment(self, at: datetime) -> str:
        """ "today 08:15", "Mon 23 Nov 17:02"."""
        here = at.astimezone(self.zone)
        day = _("today") if here.date() == self.today else week_day(here.date(), self.today)
        return f"{day} {here:%H:%M}"

    # the rows

    def dispute(self, each: "Dispute", told: Disputed, cells: int) -> list[Line]:
        """Two values for one thing: mine, theirs, and which of them holds."""
        (upper, lower), (one, other) = sides(each), called(each)
        who = self.veil.name(each.who or "", each.about) if each.about else ""
        head = ", ".join(filter(None, (who, field_word(each.table, each.field))))
        return [
            (Piece(head, Ink.BOLD),),
            self._side(one, upper, each, told, cells),
            self._side(other, lower, each, told, cells),
            (Piece("  " + left(_("now"), SIDE_CELLS), Ink.MUTED), *self._now(each)),
        ]

    def _side(
        self, caption: str, side: "Side", each: "Dispute", told: Disputed, cells: int
    ) -> Line:
        other = each.holds.value if side is each.lost else each.lost.value
        words = told.name(value_words(each.field, side.value, other))
        who = side.person if side.mine else self.veil.text(side.person)
        start = (Piece("  " + left(caption, SIDE_CELLS), Ink.MUTED), Piece(self.veil.text(words)))
        end = (Piece(f"{who}, {self.moment(side.at)} ", Ink.MUTED),)
        return apart(start, end, cells, self.look.ellipsis)

    def _now(self, each: "Dispute") -> Line:
        if each.decided:
            holds = called(each)[sides(each)[1] is each.holds]
            said = _("{which}, as was decided; it can be decided again").format(which=holds)
            return (Piece(said, Ink.MUTED),)
        if each.holds.mine and each.lost.mine:
            said = _("the later one. The other is kept in the history.")
        elif each.holds.mine:
            said = _("mine, the later one. Theirs is kept in the history.")
        elif each.lost.mine:
            said = _("theirs, the later one. Mine is kept in the history.")
        else:
            said = _("the later one. The other is kept in the history.")
        return (Piece(said, Ink.MUTED),)

    def twin(self, each: "LoggedTwice", cells: int) -> list[Line]:
        """What two logged: "10 Nov Session desk rules  you: 7 people, 9 deeds", or "10 Nov Ada
        Lens: the drawings  you: kept  Noor: open".
        """
        day = week_day(each.day, self.today)
        start = (Piece(f"{day} "), Piece(self._what(each), Ink.BOLD))
        told = f"{self._logged(each, each.one)}  {self._logged(each, each.other)} "
        end = (Piece(told),)
        whole = (*start, *end)
        if line_width(whole) < cells:
            return [apart(start, end, cells, self.look.ellipsis)]
        return [
            fit(start, cells, self.look.ellipsis),
            *(
                fit((Piece(f"   {self._logged(each, side)}"),), cells, self.look.ellipsis)
                for side in (each.one, each.other)
            ),
        ]

    def _what(self, each: "LoggedTwice") -> str:
        if each.what == "meeting":
            return self.veil.text(each.title)
        (pair,) = each.pairs
        name = self.veil.name(pair.stakeholder, pair.name)
        return f"{name}: {self.veil.text(each.title or pair.kind)}"

    def _logged(self, each: "LoggedTwice", side: "TwinSide") -> str:
        who = _("you") if side.own else self.veil.text(side.author)
        if each.what != "meeting":
            return f"{who}: {word(side.outcome or 'open')}"
        people = ngettext("{n} person", "{n} people", side.people).format(n=count(side.people))
        deeds = ngettext("{n} deed", "{n} deeds", side.deeds).format(n=count(side.deeds))
        return f"{who}: {people}, {deeds}"

    def waiting(self, each: "Waiting", remedy: str, cells: int) -> list[Line]:
        """Whose files wait, why, and what can be done."""
        said = self.veil.text(each.why)
        lines: list[Line] = [(Piece(self.veil.text(each.person), Ink.BOLD),)]
        lines += [(Piece(f"  {text}"),) for text in wrap(said, cells - 3)]
        lines += [(Piece(f"  {text}", Ink.MUTED),) for text in wrap(remedy, cells - 3)]
        return lines

    def note(self, sentence: str, cells: int) -> list[Line]:
        """Something else to know."""
        return [(Piece(text),) for text in wrap(self.veil.text(sentence), cells - 1)]

    def moving(self, moves: "Sequence[Moved]") -> str:
        """The positions that would move, of many the first: "Bram Okafor · unknown → ◉ partner"."""
        told = [
            f"{self.veil.name(move.stakeholder, move.name)} "
            f"{self._position(move.before)} {self.look.arrow} {self._position(move.after)}"
            for move in moves[:MOST_MOVING]
        ]
        if more := len(moves) - len(told):
            told.append(ngettext("{n} more", "{n} more", more).format(n=count(more)))
        return ", ".join(told)

    def _position(self, label: str) -> str:
        return "".join(piece.text for piece in marks.position(label, self.look))

    def moved(self, move: "Moved", person: str, cells: int) -> list[Line]:
        """A position that moved, and by whose news."""
        start = (
            Piece(left(self.veil.name(move.stakeholder, move.name), 26, self.look.ellipsis)),
            Piece("  "),
            *marks.position(move.before, self.look),
            Piece(f" {self.look.arrow} "),
            *marks.position(move.after, self.look),
        )
        return [
            apart(
                start, (Piece(f"{self.veil.text(person)} ", Ink.MUTED),), cells, self.look.ellipsis
            )
        ]


def sides(each: "Dispute") -> "tuple[Side, Side]":
    """The value that stands above, one's own where one of them is, and the one below."""
    return (each.holds, each.lost) if each.holds.mine else (each.lost, each.holds)


def called(each: "Dispute") -> tuple[str, str]:
    """What the two values are called, the upper one first: mine and theirs where one is one's own
    and the other is not.
    """
    upper, lower = sides(each)
    return (_("mine"), _("theirs")) if upper.mine and not lower.mine else (_("one"), _("other"))
