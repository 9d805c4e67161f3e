"""Signals that look odd: what is refused, what is written and remarked upon.

One rule each, for whoever writes them down and however (log, meeting, line, command):

a day still to come         refused: what is logged has happened (`ledger.refuse_future`). One that
                            a colleague's file brings counts from its day on
a kind not known            refused, with those that come near; a retired one too, with the way to
                            have it back (`capture.known_kind`)
somebody not here           refused: deleted or erased (`Writing.involve`); what a file still says
                            of somebody erased is left aside when it is taken in
before the project starts   written and counted: what people did before it began is why they are in
                            it. The receipt says so, for it may be a slip of the year
the same once more          of one person, kind and day: written, since two mails a day can both be
                            answered. The receipt says so. A file taken in twice adds nothing
very many on one day        written and told by window; together they count as one day, ten points
                            at most push out older evidence (inference 4.2), so nobody is made a
                            partner or an opponent by an afternoon alone. Their effort adds up: the
                            energy shows the burst, and halves in 60 days
very many of one person     written; the position is folded from all of them, the page, the timeline
                            and the reasons are shown by window
"""

from datetime import date

from sqlalchemy import select

from staketerm.domain.day_words import say_day
from staketerm.domain.signals import Kind
from staketerm.journal.positions.counting import counts
from staketerm.journal.writing import Writing
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.records import Project


def remark(writing: Writing, kind: Kind, stakeholder: str, project: str, day: date) -> None:
    """Say in the receipt what is odd about a signal that is about to be written."""
    if kind.points and _there(writing, kind.id, stakeholder, project, day):
        writing.note(
            _("'{kind}' was logged for {day} before; undo if this is the same.").format(
                kind=kind.label, day=say_day(day, writing.today, language())
            )
        )
    begins = _begins(writing, project)
    if begins is not None and day < begins:
        writing.note(
            _("That is before the project starts, on {day}; it counts.").format(
                day=say_day(begins, writing.today, language())
            )
        )


def _there(writing: Writing, kind: str, stakeholder: str, project: str, day: date) -> bool:
    """Whether there is a signal of that kind and day already, that counts."""
    table = tables.signal.c
    same = (
        select(table.id)
        .where(
            table.stakeholder == stakeholder,
            table.project == project,
            table.day == day,
            table.kind == kind,
            table.deleted.is_(None),
            counts(tables.signal),
        )
        .limit(1)
    )
    return bool(writing.work.select(same))


def _begins(writing: Writing, project: str) -> date | None:
    found = writing.work.get(Project, project)
    return found.starts if found else None
