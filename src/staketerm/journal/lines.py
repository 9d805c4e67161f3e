"""One line of capture: read against the journal, then written down (screens section 6)."""

from collections.abc import Mapping

from staketerm.domain.capture.captured import Captured, What
from staketerm.domain.capture.reading import parse_line
from staketerm.journal.capture import log_signal, log_signals, write_note
from staketerm.journal.opening import Journal
from staketerm.journal.positions.model import model_on
from staketerm.journal.progress import add_progress
from staketerm.journal.receipt import Receipt
from staketerm.journal.requests import AddProgress, LogSignal, WriteNote
from staketerm.journal.stakeholders.people import people
from staketerm.store.records import Project


def read_line(journal: Journal, line: str, answers: Mapping[str, str]) -> Captured:
    """What a line says of the people, kinds and projects of the journal; `answers` holds those to
    questions that reading it gave before. Raises UsageError for what is no text.
    """
    with journal.read() as reader:
        return parse_line(
            line,
            people=people(reader),
            kinds=model_on(reader, journal.today).catalogue,
            projects={project.id: project.name for project in reader.rows(Project)},
            today=journal.today,
            answers=answers,
        )


def write_down(journal: Journal, told: Captured, *, closes: str | None = "auto") -> Receipt:
    """Write what a line says, one batch for all whom it names.

    `closes` is as in `LogSignal`. Raises Ambiguous where one person's signal ends one of several
    open items; with several people such a signal stands by itself. Raises UsageError for a day
    still to come, and for an agreement without words.
    """
    if told.what is What.PROGRESS:
        return add_progress(
            journal,
            AddProgress(
                kind=told.progress,  # type: ignore[arg-type]
                text=told.note,
                day=told.day,
                project=told.project,
            ),
        )
    if told.kind is None:
        return write_note(
            journal,
            WriteNote(
                text=told.note,
                day=told.day,
                about=tuple(person.key for person in told.people),
                kind="journal" if told.what is What.ENTRY else "note",
                project=told.project,
            ),
        )
    requests = [
        LogSignal(
            stakeholder=person.key,
            kind=told.kind.id,
            day=told.day,
            project=told.project,
            intensity=told.intensity,
            note=told.note or None,
            closes=closes,
            due=told.due,
            by=told.by,
        )
        for person in told.people
    ]
    if len(requests) == 1:
        return log_signal(journal, requests[0])
    return log_signals(journal, requests)
