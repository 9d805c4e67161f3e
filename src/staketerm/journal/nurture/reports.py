"""Formal reports, and the unasked comments on them (P11, P15)."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import case, exists, or_, select

from staketerm.domain.day_words import say_day
from staketerm.journal.writing import Writing
from staketerm.locale import _, language
from staketerm.store import tables

if TYPE_CHECKING:
    from staketerm.journal.requests import LogSignal

REPORT_DAYS = 60
"""An unasked comment is on a report of at most so many days before it."""


def report_commented_on(writing: Writing, request: "LogSignal", project: str) -> str | None:
    """The id of the report that an unasked comment is on (P11): of the newest one lately told, one
    about them before others; None for other kinds, and where there is none.
    """
    if request.kind != "unsolicited_feedback":
        return None
    entry, about = tables.entry.c, tables.about.c
    theirs = exists().where(
        about.entry == entry.id,
        about.stakeholder == request.stakeholder,
        about.deleted.is_(None),
    )
    query = (
        select(entry.id, entry.day)
        .where(
            entry.kind == "report",
            entry.deleted.is_(None),
            or_(entry.project == project, entry.project.is_(None)),
            entry.day.between(request.day - timedelta(days=REPORT_DAYS), request.day),
        )
        .order_by(case((theirs, 0), else_=1), entry.day.desc(), entry.id.desc())
        .limit(1)
    )
    for id, day in writing.work.select(query):
        said = say_day(day, writing.today, language())
        writing.note(_("It is linked to the report of {day}.").format(day=said))
        report: str = id
        return report
    return None
