"""The sections of Review, in the order in which they stand."""

from staketerm.tui.review.alarms import Alarms, Ended
from staketerm.tui.review.decided import Acts
from staketerm.tui.review.habit import LoggingHabit
from staketerm.tui.review.judged import Judged
from staketerm.tui.review.moved import Lapsed, Moved
from staketerm.tui.review.second_look import Blocking, Gaps, Hearsay, Thin
from staketerm.tui.review.section import ReviewSection
from staketerm.tui.review.silent import Quiet

SECTIONS: tuple[ReviewSection, ...] = (
    Alarms(),
    Moved(),
    Quiet(),
    Lapsed(),
    Judged(),
    Gaps(),
    Blocking(),
    Thin(),
    Hearsay(),
    LoggingHabit(),
    Ended(),
    Acts(),
)
"""A section is added by its class in a file of this folder and one line here."""
