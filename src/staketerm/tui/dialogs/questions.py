"""What the dialogs ask the journal before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from staketerm.domain.capture.captured import Captured
    from staketerm.domain.signals import Kind
    from staketerm.journal.capture import Effect
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.judging import Claim
    from staketerm.journal.positions.review import Why
    from staketerm.journal.receipt import Moved
    from staketerm.journal.stakeholders.page import Profile
    from staketerm.journal.stakeholders.person_row import PersonRow
    from staketerm.journal.timeline import Told
    from staketerm.tui.questions import Question


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody as a dialog shows them: the row, in the project that the dialog writes to."""

    row: "PersonRow | None"
    project: str
    project_name: str
    personal: bool


def catalogue() -> "Question[Mapping[str, Kind]]":
    """The kinds of signal, own ones among them."""

    def answer(journal: "Journal") -> "Mapping[str, Kind]":
        from staketerm.journal.positions.model import model_on

        with journal.read() as reader:
            return model_on(reader, journal.today).catalogue

    return answer


def known(stakeholder: str, project: str | None) -> "Question[Known]":
    """How somebody stands in the project that is written to.

    Without a project it is the one taken where none is said if they are in it, else one of theirs.
    """

    def answer(journal: "Journal") -> Known:
        from staketerm.journal.stakeholders import triage
        from staketerm.journal.stakeholders.people import projects

        rows = {row.project: row for row in triage.people(journal, only=[stakeholder]).rows}
        usual = journal.default_project()
        where = project or (usual.id if usual.id in rows or not rows else next(iter(rows)))
        named = {found.id: found for found in projects(journal)}
        found = named.get(where, usual)
        return Known(rows.get(found.id), found.id, found.name, found.kind == "personal")

    return answer


def profile(stakeholder: str, project: str | None) -> "Question[Profile]":
    """What is known of somebody, in the project that is written to."""

    def answer(journal: "Journal") -> "Profile":
        from staketerm.journal.stakeholders.page import profile as known_of

        return known_of(journal, stakeholder, known(stakeholder, project)(journal).project)

    return answer


def effect(
    stakeholder: str, kind: str, day: date, project: str, intensity: float, closes: str | None
) -> "Question[Effect]":
    """What logging would do."""

    def answer(journal: "Journal") -> "Effect":
        from staketerm.journal.capture import effect as preview

        return preview(
            journal,
            stakeholder,
            kind,
            day,
            project=project,
            intensity=intensity,
            closes=closes,
        )

    return answer


def open_items(stakeholder: str | None, project: str | None) -> "Question[tuple[OpenItem, ...]]":
    """What awaits its end."""

    def answer(journal: "Journal") -> "tuple[OpenItem, ...]":
        from staketerm.journal.ledger import open_items as items

        return items(journal, stakeholder, project)

    return answer


def line(text: str, answers: Mapping[str, str]) -> "Question[Captured]":
    """What one line of capture says."""
    given = dict(answers)

    def answer(journal: "Journal") -> "Captured":
        from staketerm.journal.lines import read_line

        return read_line(journal, text, given)

    return answer


class Judged(NamedTuple):
    """The position with the judgement beside it, and every judgement so far, the newest first."""

    why: "Why"
    told: "tuple[Claim, ...]"


def judgement(stakeholder: str, project: str | None) -> "Question[Judged]":
    """The position and the judgements beside it, as they are today."""

    def answer(journal: "Journal") -> Judged:
        from staketerm.journal.positions.judging import judgements_of
        from staketerm.journal.positions.review import why

        found = why(journal, stakeholder, project)
        return Judged(found, judgements_of(journal, stakeholder, found.project))

    return answer


def meeting_effects(
    acts: Mapping[str, tuple[tuple[str, float], ...]], day: date, project: str | None
) -> "Question[tuple[Moved, ...]]":
    """Where the attendees of a meeting would stand after it."""
    told = dict(acts)

    def answer(journal: "Journal") -> "tuple[Moved, ...]":
        from staketerm.journal.positions.preview import meeting_effects as preview

        return preview(journal, told, day, project)

    return answer


def last_meeting(project: str | None) -> "Question[Told | None]":
    """The newest meeting, for who came last time."""

    def answer(journal: "Journal") -> "Told | None":
        from staketerm.journal.timeline import told

        where = project or journal.default_project().id
        meetings = (item for item in told(journal, project=where) if item.kind == "meeting")
        return next(meetings, None)

    return answer


def signal(id: str) -> "Question[Told | None]":
    """A signal by its id; None for what is no signal."""

    def answer(journal: "Journal") -> "Told | None":
        from staketerm.journal.timeline import told

        found = told(journal, only=(id,))
        return next((item for item in found if item.what == "signal"), None)

    return answer
