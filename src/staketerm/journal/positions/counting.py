"""What counts: each act, ask and agreement once, also where two colleagues wrote it down."""

from functools import cache

from sqlalchemy import ColumnElement, Table, and_, exists, false, or_, true


@cache  # it is part of most questions
def doubles(table: Table) -> ColumnElement[bool]:
    """Whether a row says what another one says that is still there: deleting that one brings this
    one back. An ask or agreement that has ended does so only where the other one has ended too:
    what came of it is not lost.
    """
    row, kept = table.c, table.alias("kept").c
    as_much = or_(kept.outcome.is_not(None), row.outcome.is_(None)) if "outcome" in row else true()
    holds = exists().where(kept.id == row.doubles, kept.deleted.is_(None), as_much).correlate(table)
    return and_(row.doubles.is_not(None), holds)


@cache
def counts(table: Table) -> ColumnElement[bool]:
    """Whether an ask, agreement or signal that is not deleted counts: it doubles no other, and is
    not left out.
    """
    once = or_(table.c.doubles.is_(None), ~doubles(table))
    return and_(table.c.ignored.is_(false()), once) if "ignored" in table.c else once
