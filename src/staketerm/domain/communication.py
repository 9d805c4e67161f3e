"""What fits whom in a communication plan: the kinds of act that a position calls for (F61, P12 to
P27)."""

from collections.abc import Iterator

from staketerm.domain.nurture.acts import Act
from staketerm.domain.nurture.asking import ADVISERS
from staketerm.domain.nurture.telling import ALONG


def fitting(label: str, *, alarm: bool = False, valued_critic: bool = False) -> tuple[Act, ...]:
    """The kinds of act that fit a position, those that hold before those that turn.

    Being in touch fits everybody. Risks, thanks and what somebody asked follow from what happens,
    whoever it is, and stand in no plan.
    """
    return tuple(_fitting(label, alarm=alarm, valued_critic=valued_critic))


def _fitting(label: str, *, alarm: bool, valued_critic: bool) -> Iterator[Act]:
    if label in ALONG:
        yield Act.STATUS_UPDATE
    if label in ADVISERS:
        yield Act.ADVICE_REQUEST
    if label == "partner":
        yield Act.AMBASSADOR_REQUEST
    if label == "quiet_supporter" and not valued_critic:
        yield Act.VISIBLE_DEED
    if alarm or (label == "quiet_opponent" and not valued_critic):
        yield Act.PRIVATE_TALK
    yield Act.CHECK_IN
