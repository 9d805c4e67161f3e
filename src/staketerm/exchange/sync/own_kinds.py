"""A team's own kinds of signal: known to everybody who shares a signal of them (storage-sync 1.7).

How one weighs the built-in kinds stays at home, and so does a kind of one's own that no shared
signal has. What a colleague says of a kind is taken where one says nothing of it oneself: whoever
has a kind of that id keeps it as it is, for what it counts moves all of one's positions.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.told_kinds import kind_told
from staketerm.journal.authors import Authors
from staketerm.journal.glance import OF_KIND
from staketerm.journal.positions.model import model_on
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Setting


def is_own_kind(row: Setting) -> bool:
    """Whether a setting tells of a kind of somebody's own, in a way that can be read."""
    id = row.name.removeprefix(OF_KIND)
    return (
        row.name.startswith(OF_KIND)
        and id not in CATALOGUE
        and (row.value is None or kind_told(id, row.value) is not None)
    )


def shared_kinds(reader: Reader, projects: Collection[str]) -> frozenset[str]:
    """The names of the settings of those own kinds that a shared signal has, by its projects."""
    setting, signal = tables.setting.c, tables.signal.c
    named = select(setting.name).where(setting.name.startswith(OF_KIND, autoescape=True)).distinct()
    own = {name.removeprefix(OF_KIND) for (name,) in reader.select(named)} - CATALOGUE.keys()
    if not own:
        return frozenset()
    used = select(signal.kind).where(
        signal.kind.in_(sorted(own)),
        signal.project.in_(sorted(projects)),
        ~signal.private,
        signal.deleted.is_(None),
    )
    return frozenset(OF_KIND + kind for (kind,) in reader.select(used.distinct()))


class OwnKinds:
    """What one says of kinds oneself, against what a colleague says; `otherwise` names the kinds of
    which the two differ, as they are called here.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader, self._authors = reader, Authors.of(reader)
        self.otherwise: set[str] = set()

    def taken(self, rows: Iterable[Setting]) -> list[Setting]:
        """Those of the rows of a colleague that one says nothing of oneself."""
        rows = list(rows)
        name = tables.setting.c.name
        here = self._reader.rows(Setting, name.in_(sorted({row.name for row in rows})))
        mine: dict[str, list[Any]] = {}
        for row in here:
            if self._authors.of_stamp(row.rev) is None:
                mine.setdefault(row.name, []).append(row.value)
        for row in rows:
            theirs = self._authors.of_stamp(row.rev) is not None
            if theirs and row.name in mine and row.value not in mine[row.name]:
                id = row.name.removeprefix(OF_KIND)
                self.otherwise.add(model_on(self._reader, date.max).catalogue[id].label)
        return [
            row for row in rows if row.name not in mine or self._authors.of_stamp(row.rev) is None
        ]
