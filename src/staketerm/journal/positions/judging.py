"""My own judgement of a position: beside the inferred one, never inside it (inference 4.6)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Boolean, literal_column, true

from staketerm.journal.authors import Authors
from staketerm.journal.ledger import refuse_future
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.attention import OWN_JUDGEMENT
from staketerm.journal.writing import Writing
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Judgement

if TYPE_CHECKING:
    from staketerm.journal.requests import Judge


def judge(journal: Journal, request: "Judge") -> Receipt:
    """Write down a judgement; it stands from its day until one of a later day, or until taken
    back.
    """
    with journal.write("judge") as writing:
        put_judgement(writing, request)
    return writing.receipt


def put_judgement(
    writing: Writing, request: "Judge", *, by: str | None = None, origin: str | None = None
) -> None:
    """`judge` within a unit of work at hand; `by` and `origin` tell whose claim it is."""
    refuse_future(request.day, writing.today)
    project = request.project or default_project(writing.work).id
    writing.involve(request.stakeholder, project)
    writing.put(
        Judgement(
            id=writing.new_id(),
            stakeholder=request.stakeholder,
            project=project,
            day=request.day,
            label=request.label,
            note=request.note,
            by=by,
            origin=origin,
        )
    )


OWN = literal_column(OWN_JUDGEMENT, Boolean())
"""`OWN_JUDGEMENT` as a condition."""


def judgements_on(journal: Journal, day: date) -> dict[Pair, Judgement]:
    """The judgement in force on a day, by (stakeholder, project): the newest one dated on it or
    before (4.6)."""
    with journal.read() as reader:
        return judgements_by(reader, day)


def judgements_by(reader: Reader, day: date) -> dict[Pair, Judgement]:
    """`judgements_on`, by a reader at hand."""
    table = tables.judgement
    rows = reader.rows(Judgement, table.c.day <= day, OWN, order_by=(table.c.day, table.c.rev))
    return {(row.stakeholder, row.project): row for row in rows}


class Claim(NamedTuple):
    """One judgement as it is read back; `origin` names the file that brought it, None for mine, and
    `author` the colleague who judged.
    """

    id: str
    label: str
    day: date
    note: str | None
    origin: str | None
    author: str | None = None


def judgements_of(
    journal: Journal, stakeholder: str, project: str | None = None, *, colleagues: bool = False
) -> tuple[Claim, ...]:
    """Every judgement of somebody in a project, in the default one where None is given, that was
    not taken back; the newest first, which is the one in force. Those of `colleagues` come after
    one's own, if they are asked for.
    """
    with journal.read() as reader:
        where = project or default_project(reader).id
        columns = tables.judgement.c
        rows = reader.rows(
            Judgement,
            columns.stakeholder == stakeholder,
            columns.project == where,
            true() if colleagues else OWN,
            order_by=(columns.day.desc(), columns.rev.desc()),
        )
        authors = Authors.of(reader)
    claims = (
        Claim(row.id, row.label, row.day, row.note, row.origin, authors.of_stamp(row.rev))
        for row in rows
    )
    return tuple(sorted(claims, key=lambda claim: claim.author is not None))


def take_back_judgement(journal: Journal, judgement: str) -> Receipt:
    """Take a judgement back; the one before it stands again."""
    with journal.write("judge") as writing:
        writing.delete(Judgement, judgement)
    return writing.receipt
