"""How somebody came from one position to another, step by step, and what caused each step."""

from dataclasses import dataclass
from datetime import date

from staketerm.domain.assessment import Assessment
from staketerm.domain.grounds import Deed
from staketerm.domain.label import Position
from staketerm.domain.readout import Confidence

_FROM_LEAST = (Confidence.NONE, Confidence.LOW, Confidence.FAIR, Confidence.GOOD)


@dataclass(frozen=True, slots=True)
class Step:
    """On a day the position was another; `because` holds the deeds of that day, the heaviest first,
    and is empty where time alone did it: evidence or energy faded.
    """

    on: date
    was: Position
    label: Position
    because: tuple[Deed, ...]


def steps(assessment: Assessment, first: date) -> tuple[Step, ...]:
    """Every change of position from the day `first` on, oldest first."""
    moves = assessment.moves
    words = [Position.UNKNOWN, *(move.label for move in moves)]
    late = [at for at, move in enumerate(moves) if move.on >= first]
    if not late:
        return ()
    deeds = assessment.grounds.deeds(moves[late[0]].on)
    return tuple(
        Step(
            moves[at].on,
            words[at],
            words[at + 1],
            tuple(
                sorted(
                    (deed for deed in deeds if deed.on == moves[at].on),
                    key=lambda deed: -abs(deed.points),
                )
            ),
        )
        for at in late
    )


def fell(before: Confidence, now: Confidence) -> bool:
    """Whether the word for the evidence is a lesser one than before."""
    return _FROM_LEAST.index(now) < _FROM_LEAST.index(before)
