"""Interest against trust (after Block 1987, as Dutch government communication teams draw it).

How much somebody has at stake, and how far their word can be built on. The names of the corners
suppose that what is at stake is shared; on which side the deeds are is what the glyph tells.
"""

from collections.abc import Iterable

from staketerm.domain.maps.grid import Axis, Grid, Quarters, placed
from staketerm.domain.maps.point import Point
from staketerm.domain.maps.power_interest import SCALE
from staketerm.domain.maps.trust import TrustLevel
from staketerm.locale import _

ROWS = {TrustLevel.LOW: 1, TrustLevel.MIDDLE: 2, TrustLevel.HIGH: 3}


def interest_trust(points: Iterable[Point]) -> Grid:
    """Everybody by the interest the user set, 1 to 5, and the trust that the record supports on
    the day (domain.maps.trust)."""
    trust, interest = _("trust"), _("interest")
    cells, unplaced = placed(
        points, lambda point: (point.who.interest, _row(point)), (interest, trust)
    )
    steps = (_("low"), _("middle"), _("high"))
    return Grid(Axis(interest, SCALE), Axis(trust, steps), (_after_block(),), cells, unplaced)


def _row(point: Point) -> int | None:
    level = point.trust_level
    return None if level is None else ROWS[level]


def _after_block() -> Quarters:
    return Quarters(
        "Block",
        top_left=_("opponents in play"),
        top_right=_("allies"),
        bottom_left=_("adversaries"),
        bottom_right=_("coalition partners"),
    )
