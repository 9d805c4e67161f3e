"""Writing progress entries: successes, risks, plans, decisions, milestones, setbacks, stress
(design 3 and 5; P13 to P19, P87, P88). `progress_list` reads them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from staketerm.domain.day_words import say_day
from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.progress import KINDS, OUTCOMES, check_outcome
from staketerm.journal.ledger import refuse_future
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.progress_list import PARTS, THANKS
from staketerm.journal.receipt import Receipt
from staketerm.journal.writing import Writing
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import About, Action, Entry, Stakeholder

if TYPE_CHECKING:
    from staketerm.journal.requests import AddProgress, EditProgress, Part


def add_progress(journal: Journal, request: "AddProgress") -> Receipt:
    """Write a progress entry; whom it names is taken into the project.

    Raises UsageError for a day still to come, a `due` before the day or of a kind that has none,
    and an entry without words; NotFound for somebody who is not here.
    """
    with journal.write("progress") as writing:
        refuse_future(request.day, writing.today)
        entry = Entry(
            id=writing.new_id(),
            kind=request.kind,
            day=request.day,
            project=request.project or default_project(writing.work).id,
            title=request.title or None,
            text=request.text or None,
            due=request.due,
            private=request.private,
        )
        _check(entry, writing.today)
        writing.put(entry)
        for field, role in PARTS.items():
            _take_part(writing, entry, role, getattr(request, field))
    return writing.receipt


def edit_progress(journal: Journal, request: "EditProgress") -> Receipt:
    """Change what is given and empty what `clear` names; raises as `add_progress` does.

    An outcome that the new kind cannot have is taken away with the kind that had it.
    """
    with journal.write("edit") as writing:
        before = _entry(writing.work, request.entry)
        changes: dict[str, Any] = {
            field: value
            for field in ("kind", "text", "title", "day", "due", "private")
            if (value := getattr(request, field)) is not None
        }
        changes |= dict.fromkeys(request.clear)
        kind = changes.get("kind", before.kind)
        if before.outcome not in (None, *OUTCOMES.get(kind, ())):
            changes |= {"outcome": None, "closed_on": None}
        if not OUTCOMES.get(kind) and request.due is None:
            changes["due"] = None
        after = replace(before, **changes)
        refuse_future(after.day, writing.today)
        _check(after, writing.today)
        if changes:
            writing.patch(Entry, before.id, **changes)
        for field, role in PARTS.items():
            if (parts := getattr(request, field)) is not None:
                _take_part(writing, after, role, parts)
    return writing.receipt


def close_progress(
    journal: Journal, entry_id: str, outcome: str, day: date | None = None
) -> Receipt:
    """Say what came of a plan or milestone (done, dropped) or a risk (averted, happened).

    Raises UsageError for an outcome that the kind cannot have and an impossible day, NotFound for
    an entry that is gone.
    """
    with journal.write("progress closed") as writing:
        entry = _entry(writing.work, entry_id)
        check_outcome(entry.kind, outcome)
        closed_on = day or writing.today
        refuse_future(closed_on, writing.today)
        if closed_on < entry.day:
            raise UsageError(
                _("Written on {day}, so nothing came of it on {closed}.").format(
                    day=say_day(entry.day, writing.today, language()),
                    closed=say_day(closed_on, writing.today, language()),
                )
            )
        writing.patch(Entry, entry.id, closed_on=closed_on, outcome=outcome)
    return writing.receipt


def thank(journal: Journal, entry_id: str, stakeholder: str) -> Receipt:
    """Say that a contributor was thanked: the celebration of that entry is done (P16)."""
    with journal.write("thank") as writing:
        entry = _entry(writing.work, entry_id)
        project = entry.project or default_project(writing.work).id
        kind = THANKS[0]
        writing.put(
            Action(
                id=derived_id(None, kind, stakeholder, project, entry.id),
                stakeholder=stakeholder,
                project=project,
                kind=kind,
                occasion=entry.id,
                state="done",
                on=writing.today,
            )
        )
    return writing.receipt


def _check(entry: Entry, today: date) -> None:
    """Raises UsageError for what cannot be: no words, a due day that does not fit."""
    if not entry.title and not entry.text:
        raise UsageError(_("Say what it is: the text is empty."))
    if entry.due is None:
        return
    if entry.kind not in OUTCOMES:
        raise UsageError(_("Only a plan, a milestone and a risk have a day by which."))
    if entry.due < entry.day:
        raise UsageError(
            _("By {due}, before its own day {day}.").format(
                due=say_day(entry.due, today, language()),
                day=say_day(entry.day, today, language()),
            )
        )


def _entry(reader: Reader, entry_id: str) -> Entry:
    entry = reader.get(Entry, entry_id)
    if entry is None or entry.kind not in KINDS.words:
        raise NotFound(_("This entry is not in the journal any more."))
    return entry


def _take_part(writing: Writing, entry: Entry, role: str, parts: Sequence["Part"]) -> None:
    """Make those who have one part in an entry exactly these; the last note of somebody holds."""
    table = tables.about
    wanted = {part.stakeholder: part.note or None for part in parts}
    present: dict[str, About] = {}
    for row in writing.work.rows(About, table.c.entry == entry.id, table.c.role == role):
        if row.stakeholder in wanted and row.stakeholder not in present:
            present[row.stakeholder] = row
        else:
            writing.delete(About, row.id)
    project = entry.project or default_project(writing.work).id
    for stakeholder, note in wanted.items():
        if stakeholder in present:
            writing.patch(About, present[stakeholder].id, note=note)
            continue
        if writing.work.get(Stakeholder, stakeholder) is None:
            raise NotFound(_("This stakeholder is not in the journal any more."))
        writing.involve(stakeholder, project)
        writing.put(
            About(
                id=writing.new_id(), entry=entry.id, stakeholder=stakeholder, role=role, note=note
            )
        )
