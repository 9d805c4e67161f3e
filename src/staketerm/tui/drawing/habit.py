"""The logging habit in lines: what was counted, what follows, what is in force or offered."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain import habit_words
from staketerm.domain.phrases import short_day
from staketerm.locale import _
from staketerm.tui.drawing.lines import Ink, Line, Piece, wrap

if TYPE_CHECKING:
    from staketerm.journal.positions.habits import Habit


def lines(habit: "Habit", cells: int, today: date) -> Iterator[Line]:
    """The whole of it, wrapped to `cells`."""
    yield from _wrapped(habit_words.counted(habit.logged), cells, Ink.PLAIN)
    yield from _wrapped(habit_words.told(habit.logged), cells, Ink.PLAIN)
    if habit.correction is not None:
        yield from _wrapped(corrected(habit, today), cells, Ink.BOLD)
    elif habit.offer is not None:
        yield from _wrapped(habit_words.offered(habit.offer), cells, Ink.MUTED)


def corrected(habit: "Habit", today: date) -> str:
    """Since when which correction is in force; empty for none."""
    if habit.correction is None or habit.since is None:
        return ""
    return _("Corrected since {day}: {factors}.").format(
        day=short_day(habit.since, today), factors=habit_words.factors(habit.correction)
    )


def _wrapped(text: str, cells: int, ink: Ink) -> Iterator[Line]:
    for line in wrap(text, max(1, cells)):
        yield (Piece(line, ink),)
