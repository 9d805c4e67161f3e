"""Every deletion that was ever told in a share: kept with the journal, and told on by everybody.

A deletion stays told when an edit brings the row back, or when the row comes to be outside of what
one shares: so everybody tells the same. Which of the two is later decides what becomes of the row.
"""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.work import Work

Told = Mapping[tuple[str, str], str]
"""The latest stamp of a deletion by table and id."""


def told_of(reader: Reader, share: str) -> dict[tuple[str, str], str]:
    """Every deletion that was told in a share."""
    table = tables.gone.c
    query = select(table.tab, table.row, table.rev).where(table.share == share)
    return {(tab, row): rev for tab, row, rev in reader.select(query)}


class Gone:
    """The deletions of a share, in a unit of work."""

    def __init__(self, work: Work, share: str) -> None:
        self._work, self._share = work, share
        self._known = told_of(work, share)

    def remember(self, told: Told) -> None:
        """Keep that rows were deleted; the latest deletion that is told of each counts."""
        later = {key: rev for key, rev in told.items() if self._known.get(key, "") < rev}
        gone = tables.gone.c
        for table, row in later.keys() & self._known.keys():
            here = (gone.share == self._share, gone.tab == table, gone.row == row)
            self._work.connection.execute(delete(tables.gone).where(*here))
        if later:
            rows = [
                {"share": self._share, "tab": table, "row": row, "rev": rev}
                for (table, row), rev in later.items()
            ]
            self._work.connection.execute(insert(tables.gone), rows)
        self._known |= later

    def since(self, table: str, row: str) -> str | None:
        """The stamp of the latest deletion of a row; None where none was told."""
        return self._known.get((table, row))
