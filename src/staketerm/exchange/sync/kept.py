"""Values in conflict, kept with the journal until somebody decides; a set that only grows."""

from sqlalchemy import delete, insert, select

from staketerm.store import tables
from staketerm.store.merging import Replaced
from staketerm.store.work import Work


def keep_conflict(
    work: Work, share: str, table: str, row: str, lost: Replaced, resolved: str | None = None
) -> bool:
    """Keep a value that was replaced; whether it was not known yet. The later of what is told of
    one value holds.
    """
    columns = tables.conflict.c
    here = (
        columns.share == share,
        columns.tab == table,
        columns.row == row,
        columns.field == (lost.field or ""),
        columns.lost_rev == lost.rev,
    )
    known = work.select(select(columns.won_rev, columns.resolved_rev).where(*here))
    won = lost.won
    if known:
        won = max(won, known[0][0])
        resolved = max(resolved or "", known[0][1] or "") or None
        if (won, resolved) == tuple(known[0]):
            return False
        work.connection.execute(delete(tables.conflict).where(*here))
    work.connection.execute(
        insert(tables.conflict),
        {
            "share": share,
            "tab": table,
            "row": row,
            "field": lost.field or "",
            "lost_rev": lost.rev,
            "lost_value": lost.value,
            "won_rev": won,
            "resolved_rev": resolved,
        },
    )
    return not known
