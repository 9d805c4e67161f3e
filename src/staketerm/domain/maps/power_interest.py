"""Power against interest (Mendelow 1981; Eden and Ackermann 1998): whom to give how much."""

from collections.abc import Iterable

from staketerm.domain.maps.grid import Axis, Grid, Quarters, placed
from staketerm.domain.maps.point import Point
from staketerm.locale import _

SCALE = ("1", "2", "3", "4", "5")


def power_interest(points: Iterable[Point]) -> Grid:
    """Everybody by the power and the interest the user set, 1 to 5; the position is a glyph.

    Both are today's, whatever the day looked at: only what people do has a history.
    """
    power, interest = _("power"), _("interest")
    cells, unplaced = placed(
        points, lambda point: (point.who.interest, point.who.power), (interest, power)
    )
    return Grid(
        Axis(interest, SCALE), Axis(power, SCALE), (_mendelow(), _eden_ackermann()), cells, unplaced
    )


def _mendelow() -> Quarters:
    return Quarters(
        "Mendelow",
        top_left=_("keep satisfied"),
        top_right=_("manage closely"),
        bottom_left=_("minimal effort"),
        bottom_right=_("keep informed"),
    )


def _eden_ackermann() -> Quarters:
    return Quarters(
        "Eden & Ackermann",
        top_left=_("context setters"),
        top_right=_("players"),
        bottom_left=_("crowd"),
        bottom_right=_("subjects"),
    )
