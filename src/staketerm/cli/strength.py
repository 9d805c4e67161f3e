"""`--weak` and `--strong`: how telling an act was, wherever one is written down (inference 3)."""

import click

from staketerm.domain.errors import UsageError
from staketerm.locale import _

WEAK, NORMAL, STRONG = 0.5, 1.0, 1.5

weak = click.option("--weak", is_flag=True, help=_("Half the points."))
strong = click.option("--strong", is_flag=True, help=_("Half as many points again."))


def intensity(weak: bool, strong: bool) -> float | None:
    """What the two options say; None where neither was given. Raises UsageError for both."""
    if weak and strong:
        raise UsageError(_("An act is --weak or --strong, not both."))
    return WEAK if weak else STRONG if strong else None
