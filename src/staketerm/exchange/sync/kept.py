"""Values in conflict, kept with the journal until somebody decides; a set that only grows."""

from typing import NamedTuple

from sqlalchemy import delete, insert, select

from staketerm.store import tables
from staketerm.store.merging import Replaced
from staketerm.store.work import Work


class Decision(NamedTuple):
    """The last word on a value in conflict: when it was said (empty: never), and whether it settled
    it or, by undo, opened it again. The later word holds.
    """

    rev: str = ""
    resolved: bool = False


UNDECIDED = Decision()


def keep_conflict(
    work: Work, share: str, table: str, row: str, lost: Replaced, word: Decision = UNDECIDED
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
    query = select(columns.won_rev, columns.resolved_rev, columns.resolved).where(*here)
    known = work.select(query)
    won = lost.won
    if known:
        before = Decision(known[0][1] or "", known[0][2])
        won, word = max(won, known[0][0]), max(word, before)
        if (won, word) == (known[0][0], before):
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
            "resolved": word.resolved,
            "resolved_rev": word.rev or None,
        },
    )
    return not known
