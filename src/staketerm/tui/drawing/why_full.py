"""Why in full: the numbers behind a position, every reason on a line of its own (screens S4)."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from staketerm.domain.answering import counts_when
from staketerm.domain.constants import ACTIVE_FROM, MEMORY, PASSIVE_BELOW, PRIOR
from staketerm.domain.day_words import JANUARY_FIRST
from staketerm.domain.flag_words import says_does, thin
from staketerm.domain.grounds import Reason
from staketerm.domain.habit_words import in_force
from staketerm.domain.phrases import decimal, fraction, percentage, points
from staketerm.locale import _, language, ngettext
from staketerm.tui.drawing import course, marks
from staketerm.tui.drawing.act_words import capital
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, fit, left, right, width, wrap
from staketerm.tui.drawing.values import full_day
from staketerm.tui.drawing.why import WhyDrawing, share_of, signed, weight_of
from staketerm.tui.drawing.words import word

if TYPE_CHECKING:
    from staketerm.domain.position import Glimpse

BAR = 10
"""Cells of the bar that shows what a reason counts."""

COURSE_CELLS = 5
"""Cells of a month in the chart."""

ALARM_LINES = 3
"""Lines that the text of an alarm may take."""


class FullDrawing(WhyDrawing):
    """One answer to "why?", on a page of its own."""

    def title(self, cells: int, keys: str) -> Line:
        """Who, in which project, as of which day."""
        why = self.why
        name = self.veil.name(why.stakeholder, why.name, why.kind)
        said = _("Why: {name} in {project}, {day}").format(
            name=name, project=self.veil.text(why.project_name), day=full_day(self.day)
        )
        end = (Piece(f"{keys} ", Ink.MUTED),)
        return apart((Piece(f" {said}", Ink.BOLD),), end, cells, self.look.ellipsis)

    def summary(self, cells: int) -> list[Line]:
        """The position and its numbers in four lines."""
        a = self.a
        stance = _("stance {stance}, 80 %: {low} to {high}").format(
            stance=fraction(a.stance), low=fraction(a.low), high=fraction(a.high)
        )
        energy = _("energy {n} (active from {high}, passive below {low})").format(
            n=decimal(a.energy), high=f"{ACTIVE_FROM:g}", low=f"{PASSIVE_BELOW:g}"
        )
        for_us = _("for us {share}").format(share=percentage(a.probability))
        trend = _("trend {z}").format(z=signed(a.recent.z))
        evidence = _("evidence {n} of at most {most}: {word} {bar}").format(
            n=decimal(a.evidence),
            most=f"{MEMORY:g}",
            word=word(a.confidence),
            bar=self.look.evidence[a.confidence],
        )
        return [
            self._headline(cells),
            (*self._bar(), Piece(f"   {stance}")),
            (Piece(f" {energy}   {for_us}   {trend}"),),
            (Piece(f" {evidence}   {self._known_for()}"),),
        ]

    def course(self, months: "Sequence[Glimpse]", cells: int, *, tall: bool) -> list[Line]:
        """The position at the end of each of the last months: a chart with its band where the
        window is tall, else a line; nothing where they were never known."""
        if all(month.label == "unknown" for month in months):
            return []
        if tall:
            shown = months[-max(1, (cells - course.CAPTION_CELLS) // COURSE_CELLS) :]
            return course.chart(
                shown, [self._month(each) for each in shown], self.look, COURSE_CELLS
            )
        since = _("by month since {month}").format(month=self._month(months[0]))
        return [(Piece(f" {since}  ", Ink.MUTED), *course.spark(months, self.look))]

    def _month(self, of: "Glimpse") -> str:
        names = JANUARY_FIRST.get(language(), JANUARY_FIRST["en"])
        return names[of.day.month - 1]

    def caption(self, cells: int) -> Line:
        """The heads of the columns of reasons."""
        start = f" {left(_('day'), self._day_cells)}{_('what')}"
        end = f"{_('D/W')} {right(_('pts'), 4)} {right(_('counts'), 7)}   {left(_('today'), BAR)}"
        return apart((Piece(start, Ink.MUTED),), (Piece(end, Ink.MUTED),), cells)

    def reason(self, reason: Reason, cells: int, *, selected: bool) -> Line:
        """One signal: its day, what it was, its points, what it counts today and a bar of that."""
        strongest = self.a.reasons[0].share
        for_ = reason.points >= 0
        told = reason.label
        if detail := self.why.details.get(reason.source or ""):
            told = f"{told}: {self.veil.text(detail)}"
        if known := self.why.came_from(reason):
            told = f"{told} ({known})"
        bar = marks.share_bar(reason.share, strongest, self.look, for_=for_, cells=BAR)
        numbers = f" {right(points(reason.points), 4)} {right(signed(share_of(reason), 2), 7)}   "
        start = (
            Piece(self.look.selected if selected else " "),
            Piece(right(self._short(reason.on), self._day_cells - 2) + "  ", Ink.MUTED),
            Piece(told),
        )
        end = (
            Piece(f" {left(weight_of(reason, self.a.grounds.catalogue), 3)}", Ink.MUTED),
            Piece(numbers),
            Piece(left(bar, BAR), Ink.FOR if for_ else Ink.AGAINST),
        )
        return apart(start, end, cells, self.look.ellipsis)

    def conclusions(self, cells: int) -> list[Line]:
        """The sum, the alarm, the judgement, what is open: a line each."""
        a = self.a
        together = f" {_('together')} " + _("{for_} for, {against} against").format(
            for_=decimal(a.for_, 2), against=decimal(a.against, 2)
        )
        formula = (
            f"(+{decimal(a.for_, 2)} - {decimal(a.against, 2)})"
            f" / ({decimal(a.evidence, 2)} + {PRIOR:g}) = {fraction(a.stance)} "
        )
        lines = [apart((Piece(together),), (Piece(formula, Ink.MUTED),), cells)]
        if a.alarm is not None:
            ink = Ink.MUTED if self.why.alarm_seen else Ink.ALARM
            sign = "!!" if a.alarm.kind == "crossed_over" else "!"
            sign = "(!)" if self.why.alarm_seen else sign
            told = wrap(a.alarm.text, cells - 2 - len(sign))[:ALARM_LINES]
            lines.append((Piece(f" {sign} ", ink), Piece(told[0])))
            lines.extend((Piece(" " * (len(sign) + 2) + line),) for line in told[1:])
            lines += self._seen(cells)
        if a.correction is not None:
            lines.append((Piece(f" {in_force(a.correction)}", Ink.MUTED),))
        if a.says_does_gap is not None:
            lines.append((Piece(f" {capital(says_does(a))}.", Ink.BOLD),))
        lines += [*self._blocking(cells), *self._critic(cells)]
        if self.why.judgement is not None:
            lines.append(self._judgement())
        return [*lines, *self._question(cells)]

    @cached_property
    def _day_cells(self) -> int:
        """Cells of the day: those of the longest one, and two more."""
        days = (width(self._short(reason.on)) for reason in self.a.reasons)
        return max(max(days, default=0), width(_("day"))) + 2

    def _headline(self, cells: int) -> Line:
        a = self.a
        state = [_side_word(a.stance_class), _("active") if a.active else _("passive")]
        if self.why.impact:
            state.append(_("impact {word}").format(word=word(self.why.impact)))
        trend = self.look.trends.get(a.trend or "", "")
        start = (
            Piece(" "),
            *marks.position(a.label, self.look),
            Piece(f" {trend}  ", Ink.BOLD),
            Piece(", ".join(part for part in state if part)),
        )
        if a.before is None or a.since is None:
            return start
        until = _("to {day}").format(day=self._short(a.since))
        end = (
            Piece(f"{_('was')} ", Ink.MUTED),
            *marks.position(a.before, self.look),
            Piece(f" {until} ", Ink.MUTED),
        )
        return apart(start, end, cells, self.look.ellipsis)

    def _bar(self) -> Line:
        a = self.a
        bar = (
            marks.interval_bar(a.label, a.stance, a.low, a.high, self.look, marks.PANE_CELLS)
            if a.known
            else marks.no_bar(marks.PANE_CELLS)
        )
        return (
            Piece(f" {_('against')} ", Ink.MUTED),
            *bar,
            Piece(f" {_('for')}", Ink.MUTED),
        )

    def _known_for(self) -> str:
        lapses = self.a.unknown_on
        if lapses is None:
            return thin(self.a)
        months = round((lapses - self.day).days / 30.4)
        return ngettext(
            "would be known for another {n} month", "would be known for another {n} months", months
        ).format(n=months)

    def _seen(self, cells: int) -> list[Line]:
        """When the alarm was seen, and what was noted."""
        seen = self.why.seen
        if seen is None:
            return []
        said = "     " + _("seen on {day}").format(day=self._short(seen.on))
        note = f'  "{self.veil.text(seen.note)}"' if seen.note else ""
        return [fit((Piece(said, Ink.MUTED), Piece(note)), cells, self.look.ellipsis)]

    def _judgement(self) -> Line:
        judgement = self.why.judgement
        if judgement is None:
            return ()
        said = _("Yours, {day}:").format(day=self._short(judgement.day))
        line = (Piece(f" {said} "), *marks.position(judgement.label, self.look), Piece("."))
        differs = self.why.disagreement
        if differs is None or not differs.telling:
            return line
        told = ngettext(
            "Behaviour differs since {day} ({n} day).",
            "Behaviour differs since {day} ({n} days).",
            differs.days,
        ).format(day=self._short(differs.since), n=differs.days)
        return (*line, Piece(f" {told}"))

    def _question(self, cells: int) -> list[Line]:
        """What waits for an answer and counts next, and why from that day."""
        asked = [one for one in self.a.open_questions if one.counts_from]
        ahead = [one for one in asked if one.counts_from and one.counts_from > self.day]
        if not asked:
            return []
        question = ahead[0] if ahead else asked[-1]
        opening = _("Open: {kind} of {day}.").format(
            kind=word(question.kind), day=self._short(question.asked_on)
        )
        told = f"{opening} {capital(counts_when(question, self.day))}."
        return [(Piece(f" {line}"),) for line in wrap(told, cells - 2)]


def _side_word(stance_class: str | None) -> str:
    match stance_class:
        case "supportive":
            return _("supportive")
        case "opposing":
            return _("opposing")
        case "in_between":
            return _("in between")
        case _:
            return ""
