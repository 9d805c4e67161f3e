"""How much is missing to place somebody of whom too little is known (inference 4.2, 4.4; F27)."""

from staketerm.domain.constants import KNOWN_FROM, MEMORY, ORDINARY_POINTS
from staketerm.domain.fold import keeps
from staketerm.locale import _, ngettext


def deeds_to_place(evidence: float) -> int:
    """How many more ordinary deeds, each on a day of its own, bring `evidence` (points) to a label.

    An ordinary deed is worth three points, as kept agreements, advice and part taken in a meeting
    are; mail counts for less and a favour for more, and until they are seen older evidence fades.
    So it is an estimate, told as "about". 0 where the evidence suffices.
    """
    left = keeps(ORDINARY_POINTS)
    deeds = 0
    while evidence < KNOWN_FROM:
        evidence = evidence * left + MEMORY * (1.0 - left)
        deeds += 1
    return deeds


def would_place(deeds: int) -> str:
    """The estimate in words; empty for none."""
    if not deeds:
        return ""
    words = {1: _("one"), 2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}
    return ngettext(
        "About {n} more observation would place them.",
        "About {n} more observations would place them.",
        deeds,
    ).format(n=words.get(deeds, deeds))
