"""What the screens ask of projects and their progress, and have written about them.

As in `questions` and `writes`: functions of the journal, which import its rooms in its own thread.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.opening import Journal
    from staketerm.journal.progress_list import Progress
    from staketerm.journal.projects import ProjectRow
    from staketerm.journal.receipt import Receipt
    from staketerm.tui.questions import Question
    from staketerm.tui.writes import Values, Writes

PARTS = ("contributors", "affected", "helpers")
"""The fields of an entry that name people; each is a sequence of (stakeholder, note)."""


class Found(NamedTuple):
    """The rows of a section; `ended` says that there are no more, `acts` holds those due for them,
    by entry and stakeholder."""

    rows: tuple[Any, ...]
    ended: bool = True
    acts: "Mapping[tuple[str, str], DueAct]" = {}


def overview() -> "Question[tuple[ProjectRow, ...]]":
    """Every project with how much there is of it."""

    def answer(journal: "Journal") -> "tuple[ProjectRow, ...]":
        from staketerm.journal.projects import overview as gathered

        return gathered(journal)

    return answer


def entries(project: str, as_of: date | None, most: int | None) -> "Question[Found]":
    """The progress entries of a project, newest first; `most` None is all of them."""

    def answer(journal: "Journal") -> Found:
        from staketerm.journal.progress_list import progress

        found = progress(journal, project, as_of=as_of, limit=most)
        return Found(found, most is None or len(found) < most)

    return answer


def to_thank(project: str, _as_of: date | None, _most: int | None) -> "Question[Found]":
    """The successes with somebody who was not thanked yet, as it is today."""

    def answer(journal: "Journal") -> Found:
        from staketerm.journal.progress_list import celebrations

        return Found(celebrations(journal, project), acts=_acts(journal, project))

    return answer


def risks(project: str, _as_of: date | None, _most: int | None) -> "Question[Found]":
    """The risks that are open today."""

    def answer(journal: "Journal") -> Found:
        from staketerm.journal.progress_list import risks as open_risks

        return Found(open_risks(journal, project), acts=_acts(journal, project))

    return answer


def communication(project: str, as_of: date | None, _most: int | None) -> "Question[Found]":
    """Who is told what, when and how."""

    def answer(journal: "Journal") -> Found:
        from staketerm.journal.nurture.communication import communication as planned

        return Found(planned(journal, project, as_of))

    return answer


def coming(project: str, as_of: date | None, _most: int | None) -> "Question[Found]":
    """What is coming, by week."""

    def answer(journal: "Journal") -> Found:
        from staketerm.journal.nurture.coming import coming as weeks

        return Found(weeks(journal, project, as_of))

    return answer


def entry(id: str) -> "Question[Progress]":
    """One progress entry."""

    def answer(journal: "Journal") -> "Progress":
        from staketerm.journal.progress_list import find_progress

        return find_progress(journal, id)

    return answer


def add_progress(values: "Values") -> "Writes":
    """Write a progress entry."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import progress
        from staketerm.journal.requests import AddProgress

        return progress.add_progress(journal, AddProgress(**_with_parts(values)))

    return write


def edit_progress(values: "Values") -> "Writes":
    """Change a progress entry."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import progress
        from staketerm.journal.requests import EditProgress

        return progress.edit_progress(journal, EditProgress(**_with_parts(values)))

    return write


def close_progress(entry: str, outcome: str) -> "Writes":
    """Say today what came of a plan, a milestone or a risk."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import progress

        return progress.close_progress(journal, entry, outcome)

    return write


def thank(entry: str, stakeholder: str) -> "Writes":
    """Somebody was thanked for a success."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import progress

        return progress.thank(journal, entry, stakeholder)

    return write


def add_project(name: str, *, personal: bool) -> "Writes":
    """A new project."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import projects

        return projects.add_project(journal, name, personal=personal)

    return write


def rename_project(project: str, name: str) -> "Writes":
    """Another name for a project."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import projects

        return projects.rename_project(journal, project, name)

    return write


def _acts(journal: "Journal", project: str) -> "Mapping[tuple[str, str], DueAct]":
    """The acts due in a project whose occasion is a row, by that row and the stakeholder."""
    from staketerm.journal.nurture.decisions import due

    answer = due(journal, project=project)
    return {
        (act.proposal.occasion, act.proposal.stakeholder): act
        for act in (*answer.acts, *answer.coming)
    }


def _with_parts(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a request, people as the request takes them."""
    from staketerm.journal.requests import Part

    parts = {
        field: tuple(Part(stakeholder=who, note=note) for who, note in values[field])
        for field in PARTS
        if field in values
    }
    return {**values, **parts}
