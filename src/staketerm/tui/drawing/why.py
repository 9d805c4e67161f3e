"""Why somebody stands where they stand: the pane beside the list, the strip below it, one line.

The sentences are those of screens S2; the numbers are the journal's, none is computed here but sums
of what is left out.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.constants import ACTIVE_FROM, PASSIVE_BELOW
from staketerm.domain.flag_words import blocking, says_does, thin
from staketerm.domain.phrases import chance, decimal, fraction, percentage, points, short_day
from staketerm.locale import _
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.act_words import capital
from staketerm.tui.drawing.lines import (
    EMPTY,
    Ink,
    Line,
    Piece,
    apart,
    cut,
    left,
    line_width,
    right,
    width,
    wrap,
)
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Mapping

    from staketerm.domain.grounds import Reason
    from staketerm.domain.signals import Kind
    from staketerm.journal.positions.review import Why

STRONGEST = 5
"""Reasons shown in the pane; `w` shows all."""


class WhyDrawing:
    """One answer to "why?", ready to be drawn in any of its sizes."""

    def __init__(self, why: "Why", look: Look, veil: Veil, day: date) -> None:
        self.why = why
        self.look = look
        self.veil = veil
        self.day = day
        self.a = why.assessment

    # beside the list

    def pane(self, cells: int, reasons: int = STRONGEST) -> list[Line]:
        """The pane of S2 in `cells` cells: position, numbers, reasons, alarm, judgement."""
        if self.why.personal:
            return self._unscored(cells)
        lines = [*self._standing(cells), *self._numbers()]
        if self.a.reasons:
            lines += [EMPTY, *self._reasons(cells, reasons)]
        parts = (
            self._alarm(cells),
            self._blocking(cells),
            self._says_does(cells),
            self._critic(cells),
            self._judged(cells),
            self._open(),
        )
        for part in filter(None, parts):
            lines += [EMPTY, *part]
        return lines

    def _standing(self, cells: int) -> Iterator[Line]:
        position = (Piece(" "), *marks.position(self.a.label, self.look))
        trend = self.a.trend
        if trend is None:
            yield position
        else:
            said = f"{self.look.trends[trend]} {word(trend)}"
            yield apart(position, (Piece(said, Ink.BOLD),), cells)
        if self.a.before is not None and self.a.since is not None:
            before = marks.position(self.a.before, self.look)
            until = _("until {day}").format(day=self._short(self.a.since))
            yield (Piece(f" {_('was')} ", Ink.MUTED), *before, Piece(f" {until}", Ink.MUTED))
        yield EMPTY

    def _numbers(self) -> Iterator[Line]:
        a = self.a
        if not a.known:
            yield (Piece(f" {thin(a)}"),)
        else:
            bar = marks.interval_bar(a.label, a.stance, a.low, a.high, self.look, marks.PANE_CELLS)
            caption = f" {_('against')} "
            yield (Piece(caption, Ink.MUTED), *bar, Piece(f" {_('for')}", Ink.MUTED))
            yield (Piece(" " * (len(caption) - 1) + "-1        0        +1", Ink.MUTED),)
        between = _("{stance}, between {low} and {high}").format(
            stance=fraction(a.stance), low=fraction(a.low), high=fraction(a.high)
        )
        if a.active:
            state = _("{n} active (passive below {bound})")
        else:
            state = _("{n} passive (active from {bound})")
        bound = PASSIVE_BELOW if a.active else ACTIVE_FROM
        energy = state.format(n=decimal(a.energy), bound=f"{bound:g}")
        evidence = (
            f"{decimal(a.evidence)} {self.look.evidence[a.confidence]} {word(a.confidence)}"
            f" {self.look.between} " + _("{share} for").format(share=percentage(a.probability))
        )
        for caption, value in (
            (_("stance"), between),
            (_("energy"), energy),
            (_("evidence"), evidence),
        ):
            yield (Piece(f" {left(caption, 8)} ", Ink.MUTED), Piece(value))

    def _reasons(self, cells: int, most: int) -> Iterator[Line]:
        yield (Piece(f" {_('Counts most today')}", Ink.BOLD),)
        for reason in self.a.reasons[:most]:
            numbers = right(points(reason.points), 4) + right(signed(share_of(reason)), 6)
            day = right(self._short(reason.on), 6)
            room = max(1, cells - 20)
            label = left(label_of(reason, room, self.a.grounds.catalogue), room, self.look.ellipsis)
            yield (Piece(f" {day}  ", Ink.MUTED), Piece(label), Piece(numbers))
        rest = self.a.reasons[most:]
        if rest:
            more = _("and {n} more").format(n=len(rest))
            total = right(signed(sum(map(share_of, rest))), 6)
            yield apart((Piece(f" {more}", Ink.MUTED),), (Piece(total, Ink.MUTED),), cells - 1)
        yield (Piece(f" {left(_('together'), 10)} ", Ink.MUTED), Piece(self._sides()))

    def _sides(self) -> str:
        return _("{for_} for, {against} against").format(
            for_=decimal(self.a.for_), against=decimal(self.a.against)
        )

    def _alarm(self, cells: int) -> list[Line]:
        alarm = self.a.alarm
        if alarm is None:
            return []
        title = f" {'!!' if alarm.kind == 'crossed_over' else '!'} {self._since()}"
        lines: list[Line] = [(Piece(title, Ink.MUTED if self.why.alarm_seen else Ink.ALARM),)]
        told = alarm.text.partition(". ")[2] or alarm.text
        return lines + [(Piece(f" {line}"),) for line in wrap(told, cells - 2)]

    def _since(self) -> str:
        alarm = self.a.alarm
        if alarm is None:
            return ""
        if alarm.kind == "crossed_over":
            return _("Crossed over on {day}").format(day=self._short(alarm.since))
        return _("Cooling since {day}").format(day=self._short(alarm.since))

    def _says_does(self, cells: int) -> list[Line]:
        said = says_does(self.a)
        if not said:
            return []
        told = [(Piece(f" {line}"),) for line in wrap(said, cells - 2)]
        return [(Piece(f" {_('Says and does')}", Ink.BOLD),), *told]

    def _blocking(self, cells: int) -> list[Line]:
        said = blocking(self.a)
        if not said:
            return []
        ink = Ink.ALARM if self.a.blocks else Ink.PLAIN
        return [(Piece(f" {line}", ink),) for line in wrap(capital(said) + ".", cells - 2)]

    def _critic(self, cells: int) -> list[Line]:
        if not self.why.valued_critic:
            return []
        said = _("Valued critic: what they object to is worth hearing.")
        return [(Piece(f" {line}", Ink.MUTED),) for line in wrap(said, cells - 2)]

    def _judged(self, cells: int) -> list[Line]:
        judgement = self.why.judgement
        if judgement is None:
            return []
        title = " " + _("Your judgement of {day}:").format(day=self._short(judgement.day))
        lines: list[Line] = [
            (Piece(title, Ink.BOLD), Piece(" "), *marks.position(judgement.label, self.look))
        ]
        if judgement.note:
            note = self.veil.text(judgement.note)
            lines += [(Piece(f" {line}"),) for line in wrap(f'"{note}"', cells - 2)[:3]]
        behaviour = marks.position(self.a.label, self.look)
        lines.append((Piece(f" {_('Behaviour since then:')} ", Ink.MUTED), *behaviour))
        if self.why.differs and self.why.disagreement is not None:
            since = self._short(self.why.disagreement.since)
            told = _("another side since {day}, p {chance} of being for").format(
                day=since, chance=chance(self.a.probability)
            )
            lines.append((Piece(f" {self.look.differs} {told}", Ink.MUTED),))
        return lines

    def _open(self) -> list[Line]:
        waiting = [q for q in self.a.open_questions if q.counts_from and q.counts_from > self.day]
        if not waiting:
            return []
        day = self._short(min(q.counts_from for q in waiting if q.counts_from))
        return [
            (Piece(f" {_('Would show more')}", Ink.BOLD),),
            (Piece(" " + _("an answer, or a talk, by {day}").format(day=day)),),
        ]

    def _unscored(self, cells: int) -> list[Line]:
        """A personal project has no positions: what was last heard is all there is to say."""
        last = self.a.last_contact
        said = self._short(last) if last else _("nothing logged yet")
        return [(Piece(f" {_('last in touch')}  ", Ink.MUTED), Piece(cut(said, cells - 18)))]

    # below the list

    def strip(self, cells: int) -> list[Line]:
        """The strip of S2: at most four lines."""
        if self.why.personal:
            return self._unscored(cells)
        lines = [self.one_line()]
        if self.a.reasons:
            lines.append(self._reasons_in_line(cells))
        if self.a.alarm is not None:
            ink = Ink.MUTED if self.why.alarm_seen else Ink.ALARM
            told = self.a.alarm.text.partition(". ")[2]
            lines.append((Piece(f" {self._since()}. ", ink), Piece(told)))
        if self.why.judgement is not None:
            judgement = self.why.judgement
            said = _("Yours, {day}:").format(day=self._short(judgement.day))
            note = f'  "{self.veil.text(judgement.note)}"' if judgement.note else ""
            glyph = marks.position(judgement.label, self.look)
            lines.append((Piece(f" {said} ", Ink.MUTED), *glyph, Piece(note)))
        return lines

    def one_line(self) -> Line:
        """The position, its interval, its two sides and the evidence, in one line."""
        a = self.a
        if self.why.personal:
            return self._unscored(80)[0]
        head = _("{stance} ({low} to {high})").format(
            stance=fraction(a.stance), low=fraction(a.low), high=fraction(a.high)
        )
        side = _side(a.stance_class)
        evidence = _("Evidence {word}").format(word=word(a.confidence))
        bar = self.look.evidence[a.confidence]
        return (Piece(f" {side}: {head}. {self._sides()}. {evidence} {bar}"),)

    def _reasons_in_line(self, cells: int) -> Line:
        """As many of the strongest reasons as fit whole."""
        pieces: list[Piece] = [Piece(" ")]
        for reason in self.a.reasons[:STRONGEST]:
            label = label_of(reason, 24, self.a.grounds.catalogue)
            told = f"{label} {signed(share_of(reason))}  "
            piece = (Piece(f"{self._short(reason.on)} ", Ink.MUTED), Piece(told))
            if len(pieces) > 1 and line_width((*pieces, *piece)) > cells + 2:
                break
            pieces.extend(piece)
        return tuple(pieces)

    def _short(self, day: date) -> str:
        return short_day(day, self.day)


def signed(value: float, places: int = 1) -> str:
    """A share with the sign of its side: +2.77, -4.1."""
    return ("-" if value < 0 else "+") + decimal(abs(value), places)


def share_of(reason: "Reason") -> float:
    """What a reason counts today, with the sign of its side."""
    return reason.share if reason.points >= 0 else -reason.share


def label_of(reason: "Reason", cells: int, kinds: "Mapping[str, Kind]") -> str:
    """What happened, in the short words of its kind where the usual ones don't fit."""
    kind = kinds.get(reason.kind)
    return reason.label if kind is None or width(reason.label) <= cells else kind.short


def weight_of(reason: "Reason", kinds: "Mapping[str, Kind]") -> str:
    """D for a deed, W for words."""
    kind = kinds.get(reason.kind)
    if kind is None:
        return ""
    return "W" if kind.weight == "W" else "D"


def _side(stance_class: str | None) -> str:
    match stance_class:
        case "supportive":
            return _("For")
        case "opposing":
            return _("Against")
        case "in_between":
            return _("In between")
        case _:
            return _("Too little to place yet")
