"""What the screens ask of the catalogue and of the logging habit, and have written there."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from staketerm.domain.habits import Correction
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.habits import Habit
    from staketerm.journal.positions.kinds import KindRow
    from staketerm.journal.positions.what_if import Attempt, Change
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.questions import Question

Values = Mapping[str, Any]
"""The fields of a request, by name."""


def kinds(as_of: date | None) -> "Question[tuple[KindRow, ...]]":
    """Every kind as it stands."""

    def answer(journal: "Journal") -> "tuple[KindRow, ...]":
        from staketerm.journal.positions.kinds import kinds as found

        return found(journal, as_of)

    return answer


def try_kind(values: Values, *, new: bool) -> "Question[Attempt]":
    """Who would move by a kind that is added or changed so: the first part."""

    def answer(journal: "Journal") -> "Attempt":
        from staketerm.journal.positions.kind_requests import AddKind, ChangeKind

        return _begun(journal, AddKind(**values) if new else ChangeKind(**values))

    return answer


def go_on(attempt: "Attempt") -> "Question[Attempt]":
    """The next part."""

    def answer(journal: "Journal") -> "Attempt":
        attempt.go_on(journal)
        return attempt

    return answer


def _begun(journal: "Journal", change: "Change") -> "Attempt":
    from staketerm.journal.positions.what_if import attempted

    attempt = attempted(journal, change)
    attempt.go_on(journal)
    return attempt


def save_kind(values: Values, *, new: bool) -> "Question[Receipt]":
    """Add or change it, from today on."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
        from staketerm.journal.positions.kinds import add_kind, change_kind

        if new:
            return add_kind(journal, AddKind(**values))
        return change_kind(journal, ChangeKind(**values))

    return write


def habit(as_of: date | None) -> "Question[Habit]":
    """The logging habit, and the correction in force."""

    def answer(journal: "Journal") -> "Habit":
        from staketerm.journal.positions.habits import habit as found

        return found(journal, as_of)

    return answer


def try_correction(correction: "Correction | None") -> "Question[Attempt]":
    """Who would move by a correction, or by the end of the one in force: the first part."""

    def answer(journal: "Journal") -> "Attempt":
        from staketerm.domain.habits import NO_CORRECTION

        return _begun(journal, correction or NO_CORRECTION)

    return answer


def correct_habit(on: bool) -> "Question[Receipt]":
    """Take the correction that is offered, or end the one in force."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.positions.habits import correct_habit as correct
        from staketerm.journal.positions.habits import end_correction

        return correct(journal) if on else end_correction(journal)

    return write
