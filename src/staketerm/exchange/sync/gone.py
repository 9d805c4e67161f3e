"""Deletions that were told before the row came: kept with the journal, and given on."""

from sqlalchemy import delete, insert, select

from staketerm.store import tables
from staketerm.store.work import Work


class Gone:
    """The rows of a share that were deleted before they came here: known by their id alone."""

    def __init__(self, work: Work, share: str) -> None:
        table = tables.gone.c
        query = select(table.tab, table.row, table.rev).where(table.share == share)
        self._work, self._share = work, share
        self._known: dict[tuple[str, str], str] = {
            (tab, row): rev for tab, row, rev in work.select(query)
        }

    def remember(self, table: str, row: str, rev: str) -> None:
        """Keep that a row was deleted; the latest deletion that is told of counts."""
        if self._known.get((table, row), "") >= rev:
            return
        self.forget(table, row)
        self._known[table, row] = rev
        told = {"share": self._share, "tab": table, "row": row, "rev": rev}
        self._work.connection.execute(insert(tables.gone), told)

    def forget(self, table: str, row: str) -> str | None:
        """Let go of a row that comes; the stamp of its deletion, None where none was told."""
        rev = self._known.pop((table, row), None)
        if rev is not None:
            gone = tables.gone.c
            here = (gone.share == self._share, gone.tab == table, gone.row == row)
            self._work.connection.execute(delete(tables.gone).where(*here))
        return rev
