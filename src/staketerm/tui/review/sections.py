"""The sections of Review, in the order in which they stand."""

from staketerm.tui.review.people import Alarms, Moved
from staketerm.tui.review.section import ReviewSection

SECTIONS: tuple[ReviewSection, ...] = (
    Alarms(),
    Moved(),
)
"""A section is added by its class in a file of this folder and one line here."""
