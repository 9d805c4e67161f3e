"""Consent to carry news to others: asked, granted, declined, withdrawn; every word is kept (P20).

Nothing is ever changed: the last word by (day, id) is in force, and undo takes it back.
"""

from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.consent import check_next, standing
from staketerm.domain.day_words import say_day
from staketerm.domain.errors import UsageError
from staketerm.journal.ledger import refuse_future
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.journal.writing import Writing
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Consent

if TYPE_CHECKING:
    from staketerm.journal.requests import SayConsent

CARRIES = {
    "load": frozenset({"granted"}),
    "until": frozenset({"granted"}),
    "scope": frozenset({"asked", "granted"}),
}
"""Which words can carry what: a refusal has no scope."""


def say_consent(journal: Journal, request: "SayConsent") -> Receipt:
    """Write down what was said about carrying news to others.

    Raises UsageError for what cannot follow the last word, for an end before the beginning, and for
    a day still to come. A consent whose last day is behind us is kept, and the receipt says that it
    has ended.
    """
    with journal.write("consent") as writing:
        put_consent(writing, request)
    return writing.receipt


def put_consent(writing: Writing, request: "SayConsent") -> str:
    """`say_consent` within a unit of work at hand; the row's id."""
    refuse_future(request.day, writing.today)
    for field, states in CARRIES.items():
        if getattr(request, field) is not None and request.state not in states:
            raise UsageError(_only_with(field))
    project = request.project or default_project(writing.work).id
    last = consent_of(writing.work, request.stakeholder, project)
    check_next(last, request.state, request.day, request.until)
    writing.involve(request.stakeholder, project)
    row = Consent(
        id=writing.new_id(),
        stakeholder=request.stakeholder,
        project=project,
        day=request.day,
        state=request.state,
        scope=request.scope or None,
        load=request.load,
        until=request.until,
        note=request.note or None,
    )
    writing.put(row)
    if row.until is not None and standing(row, writing.today) == "ended":
        ended = say_day(row.until, writing.today, language())
        writing.note(_("It has ended: it held until {day}.").format(day=ended))
    return row.id


def consent_of(
    reader: Reader, stakeholder: str, project: str, day: date | None = None
) -> Consent | None:
    """The word in force: the last one, or the last one by a day; None where nothing was said.

    Whether what it says holds on a day is `domain.consent.standing`.
    """
    said = consents(reader, stakeholder, project, day)
    return said[-1] if said else None


def consents(
    reader: Reader, stakeholder: str, project: str, day: date | None = None
) -> tuple[Consent, ...]:
    """Everything said about it by one stakeholder in one project, oldest first."""
    columns = tables.consent.c
    where = [columns.stakeholder == stakeholder, columns.project == project]
    if day is not None:
        where.append(columns.day <= day)
    return tuple(reader.rows(Consent, *where, order_by=(columns.day, columns.id)))


def history(journal: Journal, stakeholder: str, project: str | None = None) -> tuple[Consent, ...]:
    """Everything said about it by one stakeholder, oldest first; in the usual project if None."""
    with journal.read() as reader:
        return consents(reader, stakeholder, project or default_project(reader).id)


def _only_with(field: str) -> str:
    return {
        "load": _("A load belongs to consent that was granted."),
        "until": _("A last day belongs to consent that was granted."),
        "scope": _("A scope belongs to consent that was asked for or granted."),
    }[field]
