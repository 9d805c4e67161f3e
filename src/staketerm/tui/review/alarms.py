"""Review: the alarms that stand, with the deeds that raised them, and those that ended (6.1)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from staketerm.domain.explain import drift_sentence
from staketerm.domain.phrases import narrow_day
from staketerm.journal.positions import news_words
from staketerm.locale import N_
from staketerm.tui.drawing import course, marks
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, fit
from staketerm.tui.review.about import AboutChanges, dated, headed, name, position, told
from staketerm.tui.review.section import Pencil

if TYPE_CHECKING:
    from staketerm.journal.positions.news import AlarmEnded, AlarmNews, Changed
    from staketerm.tui.screens.review import ReviewPlace


class Alarms(AboutChanges):
    """Who cools or crossed over: crossed over first, those that were seen last."""

    id = "alarms"
    heading = N_("alarms")
    title = N_("alarms")
    nothing = N_("No alarm stands.")

    def rows(self, found: "Changed") -> "Sequence[AlarmNews]":
        """Those that stand."""
        return found.alarms

    def lines(self, row: "AlarmNews", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, since when, the course of the last weeks; then the deeds, or that it was seen."""
        look, day = pencil.look, pencil.day
        seen = row.seen is not None
        lead = marks.lead(row.alarm.kind, seen=seen, selected=False, marked=False, look=look)
        since = Piece(f" {news_words.alarm_since(row, day)}", Ink.MUTED if seen else Ink.PLAIN)
        head = (*lead, Piece(" "), name(row.row, pencil), position(row.row, pencil), since)
        lines = [headed(head, row.row, pencil, cells)]
        if row.seen is not None:
            note = f'  "{pencil.veil.text(row.seen.note)}"' if row.seen.note else ""
            return [*lines, *told(news_words.seen(row, day) + note, cells)]
        what = [(deed.on, news_words.deed(deed)) for deed in row.alarm.deeds]
        lines += [
            dated(narrow_day(on, day), said, cells, look.ellipsis)
            for on, said in (*what, (day, drift_sentence(row.assessment)))
        ]
        drawn = (Piece("    "), *course.weeks(row.track, look))
        return [*lines, fit(drawn, cells, look.ellipsis), EMPTY]

    def speaks(self, row: "AlarmNews") -> bool:
        """Until it was seen."""
        return row.seen is None

    def can_be_done(self, row: "AlarmNews") -> bool:
        """Where it was not seen yet."""
        return row.seen is None

    def done(self, place: "ReviewPlace", row: "AlarmNews") -> Any:
        """It was seen; a note is asked for."""
        from staketerm.tui.screens.seeing import see_alarm

        return see_alarm(place, self.subject(row), row.alarm.since)


class Ended(AboutChanges):
    """Who is back to the usual."""

    id = "ended"
    heading = N_("back to usual")
    title = N_("alarms that ended")
    nothing = N_("No alarm has ended.")

    def rows(self, found: "Changed") -> "Sequence[AlarmEnded]":
        """Those that ended."""
        return found.ended

    def key(self, row: "AlarmEnded") -> str:
        """One person may have had several."""
        return f"{super().key(row)} {row.spell.since}"

    def lines(self, row: "AlarmEnded", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, where they stand, from when to when."""
        head = (name(row.row, pencil), position(row.row, pencil))
        spark = (Piece("    "), *course.spark(row.track, pencil.look))
        return [
            headed(head, row.row, pencil, cells),
            *told(news_words.ended(row, pencil.day), cells),
            fit(spark, cells, pencil.look.ellipsis),
        ]
