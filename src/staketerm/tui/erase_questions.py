"""What the screens ask before somebody is erased, and have done then."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.tui.questions import Question


@dataclass(frozen=True, slots=True)
class Gone:
    """What an erasure did, in sentences: how much is gone, then what is left."""

    sentences: tuple[str, ...]


def what_goes(stakeholder: str) -> "Question[int]":
    """How many rows an erasure would take."""

    def answer(journal: "Journal") -> int:
        from staketerm.journal.erasing import what_goes as rows

        return sum(rows(journal, stakeholder).values())

    return answer


def erase(stakeholder: str) -> "Question[Gone]":
    """Erase somebody with all that is theirs."""

    def write(journal: "Journal") -> Gone:
        from staketerm.journal.erasing import erase as erase_for_good
        from staketerm.journal.erasing_told import afterwards

        return Gone(afterwards(erase_for_good(journal, stakeholder)))

    return write
