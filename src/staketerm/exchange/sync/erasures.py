"""What was erased, here and by the colleague whose files come in: nothing of it comes back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from staketerm.exchange.sync.door import Door
from staketerm.exchange.sync.scope import SHARED_KINDS, pointing
from staketerm.exchange.sync.told import Deletion
from staketerm.store import erasing
from staketerm.store.records import Row, Stakeholder
from staketerm.store.shapes import BY_TABLE
from staketerm.store.work import Work

R = TypeVar("R", bound=Row)

_BELONGS = ("stakeholder", "project")
"""References without which a row is nothing."""


class Erasures:
    """What is erased in a journal while the files of one colleague come in.

    `rows` counts what they erased here, `people` the stakeholders among that; `kept` are the ids of
    those of whom more is here than was shared.
    """

    def __init__(self, work: Work, door: Door) -> None:
        self._work, self._door = work, door
        self._since = dict(erasing.purged(work))
        self.rows = 0
        self.people = 0
        self.kept: tuple[str, ...] = ()

    def __contains__(self, row: str) -> bool:
        return row in self._since

    def without(self, rows: list[R]) -> list[R]:
        """The rows that are of nobody erased here; who pointed to an erased one points to nobody.
        A colleague may not know of it yet; what they wrote since then is erased as well.
        """
        return list(self._living(rows)) if self._since else rows

    def take(self, told: Collection[Deletion]) -> None:
        """Erase here what a colleague erased, as far as it was shared."""
        wanted: dict[str, set[str]] = {}
        since = {each.row: each.rev for each in told if each.purged}
        for each in told:
            if each.purged and each.row not in self._since:
                wanted.setdefault(each.table, set()).add(each.row)
        doomed = {table: self._erasable(BY_TABLE[table], ids) for table, ids in wanted.items()}
        people = doomed.get(Stakeholder.table, set())
        for who in [row.id for row in self._here(Stakeholder, people)]:
            self.people += 1
            for table, ids in self._all_shared_of(who).items():
                doomed.setdefault(table, set()).update(ids)
                since = dict.fromkeys(ids, since[who]) | since
            if who in self.kept:
                people.remove(who)
        if any(doomed.values()):
            self.rows = erasing.erase(self._work, doomed, since)
        before = self._since
        erasing.date_back(
            self._work, {row: rev for row, rev in since.items() if rev < before.get(row, "")}
        )
        if since:
            self._since = dict(erasing.purged(self._work))

    def _living(self, rows: Iterable[R]) -> Iterator[R]:
        late: dict[str, dict[str, str]] = {}
        for row in rows:
            whose = (getattr(row, name, None) for name in _BELONGS)
            since = next((self._since[who] for who in whose if who in self._since), None)
            if row.id in self._since:
                continue
            if since is not None:
                late.setdefault(row.table, {})[row.id] = since
                continue
            loose = {
                name: None for name in pointing(row.table) if getattr(row, name) in self._since
            }
            yield replace(row, **loose) if loose else row  # type: ignore[arg-type]
        for table, told in late.items():
            erasing.keep_out(self._work, table, told)
            self._since |= told

    def _erasable(self, kind: type[Row], ids: set[str]) -> set[str]:
        """Those of the ids that may go: of rows that are shared, or not here (yet)."""
        here = list(self._here(kind, ids))
        return ids - {row.id for row in here} | self._door.shared(here)

    def _all_shared_of(self, who: str) -> dict[str, set[str]]:
        """What is shared of somebody; they are `kept` where there is more of them here."""
        found, more = {}, False
        for table, ids in erasing.rows_of(self._work, who).items():
            rows = list(self._here(BY_TABLE[table], ids))
            found[table] = self._door.shared(rows) if BY_TABLE[table] in SHARED_KINDS else set()
            more |= any(row.deleted is None and row.id not in found[table] for row in rows)
        if more:
            self.kept += (who,)
            del found[Stakeholder.table]
        return found

    def _here(self, kind: type[R], ids: Iterable[str]) -> Iterator[R]:
        return self._work.by_ids(kind, ids, deleted=True)
