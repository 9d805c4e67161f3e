"""What of a colleague's files may come in: what belongs to the share, and nothing else.

Ids can be known or guessed: those of an import follow from names and addresses. So a row that names
a project, an entry or somebody of this journal whom nobody put into the share stays outside, and so
does a row that would change one. Whether somebody here joins a share is decided here (1.7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from sqlalchemy import select

from staketerm.exchange.sync.identity import Myself
from staketerm.exchange.sync.own_kinds import OwnKinds, is_own_kind
from staketerm.exchange.sync.scope import Scope
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import About, Entry, FieldRow, Project, Row, Setting, Stakeholder
from staketerm.store.restamp import stamp_of

R = TypeVar("R", bound=Row)

LEVELS = ("none", "signals", "notes")
"""How much a project shares, less first."""


class Door:
    """The door of one journal to the files of one colleague; `left_out` counts what stayed outside.

    The own files of a journal that was put back from a backup know more than it does: what they
    name is then one's own to name.
    """

    def __init__(self, reader: Reader, scope: Scope, *, own: bool = False) -> None:
        self._reader, self._scope = reader, scope
        self._me = Myself.of(reader)
        self._own = own
        here = {row for (row,) in reader.select(select(tables.project.c.id))}
        self._projects = here - scope.sharing.keys()
        self._people = dict.fromkeys(scope.everybody, False)
        self._entries = dict.fromkeys(scope.entries, False)
        self.left_out = 0
        self.kinds = OwnKinds(reader)

    def admitted(self, kind: type[R], rows: list[R]) -> list[R]:
        """Those of the rows that may come in, or may change what is here."""
        if kind is Project:
            self._projects |= {row.id for row in rows if cast("Project", row).kind == "personal"}
        self._look_at(rows)
        found = [row for row in rows if self._is_shared(row)]
        veiled = self._own_and_open(kind, [row.id for row in found if getattr(row, "private", 0)])
        found = [row for row in found if row.id not in veiled]
        self.left_out += len(rows) - len(found)
        if kind is Setting:
            return cast("list[R]", self.kinds.taken(cast("list[Setting]", found)))
        return found

    def holds(self, mine: Row) -> bool:
        """Whether a row that is here belongs to the share: only such a one can be changed."""
        held = bool(self.shared([mine]))
        self.left_out += not held
        return held

    def shared(self, here: Iterable[Row]) -> set[str]:
        """The ids of those rows that are here and belong to the share; what one says of a kind
        oneself is one's own.
        """
        rows = list(here)
        self._look_at(rows)
        mine = {row.id for row in rows if isinstance(row, Setting) and self._is_by_me(row)}
        return {row.id for row in rows if self._is_shared(row)} - mine

    def as_far_as_here(self, mine: R, theirs: R) -> R:
        """Their version without what nobody but oneself decides: that a project shares more, and
        that somebody is one with a person who is not in the share.
        """
        name = ""
        if isinstance(theirs, Stakeholder):
            name = "merged_into" if self._is_person_outside(theirs.merged_into) else ""
        elif isinstance(mine, Project) and isinstance(theirs, Project):
            more = LEVELS.index(theirs.sharing) > LEVELS.index(mine.sharing)
            name = "sharing" if more else ""
        if not name:
            return theirs
        revs = {**theirs.revs, name: stamp_of(mine, name)}  # type: ignore[attr-defined]
        held = {name: getattr(mine, name), "revs": revs}
        return replace(theirs, **held)

    def alone(self, fresh: R) -> R:
        """A row that is new here; somebody is not yet one with a person outside the share."""
        if isinstance(fresh, Stakeholder) and self._is_person_outside(fresh.merged_into):
            return cast("R", replace(fresh, merged_into=None))
        return fresh

    def names_outside(self, told: Mapping[str, Any]) -> bool:
        """Whether cells of a row name somebody or something that is here and not in the share."""
        people = ("stakeholder", "organisation", "merged_into")
        return told.get("project") in self._projects or any(
            self._is_person_outside(told.get(name)) for name in people
        )

    def _is_person_outside(self, who: str | None) -> bool:
        if who is not None and who not in self._people:
            self._people[who] = self._people_here([who]).get(who, False)
        return who is not None and self._people[who]

    def _is_shared(self, row: Row) -> bool:
        if self._is_at_home(row):
            return False
        if isinstance(row, Project):
            return row.id not in self._projects
        if isinstance(row, Stakeholder):
            return not self._people.get(row.id, False)
        if isinstance(row, Setting):
            return is_own_kind(row)
        if isinstance(row, Entry):
            return row.project is not None and row.project not in self._projects
        if isinstance(row, About) and self._entries.get(row.entry, False):
            return False
        if getattr(row, "project", None) in self._projects:
            return False
        return not self._people.get(row.stakeholder, False)  # type: ignore[attr-defined]

    def opened(self, mine: Row) -> str | None:
        """When a row that was private for a time was shared again from here: who has not seen that
        has seen nothing of it written before, however far they have seen this journal. None for any
        other.
        """
        stamp = stamp_of(mine, "private") if self._said_here(mine) else mine.rev
        return stamp if stamp != mine.rev else None

    def _is_at_home(self, row: Row) -> bool:
        """Whether a row is one's own and stays so: private, or a judgement, and not chosen to be
        shared; private it is as well where that was said here of a row that colleagues have edited.
        Those of colleagues who chose otherwise come in.
        """
        if isinstance(row, Stakeholder):
            return row.private
        if self._scope.chosen(row) or self._own:
            return False
        return self._said_here(row) or self._me.wrote_all(row)

    def _said_here(self, row: Row) -> bool:
        """Whether it was here that somebody last said whether a row is private."""
        if not isinstance(row, FieldRow) or not hasattr(row, "private"):
            return False
        return self._me.wrote(stamp_of(row, "private"))

    def _is_by_me(self, row: Row) -> bool:
        return not self._own and self._me.wrote_all(row)

    def _own_and_open(self, kind: type[Row], ids: list[str]) -> set[str]:
        """Of rows that a colleague calls private those that are one's own and are not: whether they
        are is not for others to say.
        """
        return {
            row.id
            for row in self._reader.by_ids(kind, ids, deleted=True)
            if not row.private and self._me.wrote_all(row)  # type: ignore[attr-defined]
        }

    def _look_at(self, rows: Iterable[Row]) -> None:
        """Learn of everybody and everything named in rows whether it is outside the share."""
        people: set[str] = set()
        entries: set[str] = set()
        for row in rows:
            people.add(row.id if isinstance(row, Stakeholder) else getattr(row, "stakeholder", ""))
            if isinstance(row, About):
                entries.add(row.entry)
        fresh = people - self._people.keys() - {""}
        self._people |= dict.fromkeys(fresh, False) | self._people_here(fresh)
        fresh = entries - self._entries.keys()
        self._entries |= dict.fromkeys(fresh, False) | self._entries_here(fresh)

    def _people_here(self, ids: Iterable[str]) -> dict[str, bool]:
        """Of those who are here whether they are outside the share: private, or nobody's but one's
        own, for everything that is said of them was written here.
        """
        return {
            row.id: row.private or (not self._own and self._me.wrote_all(row))
            for row in self._reader.by_ids(Stakeholder, ids, deleted=True)
        }

    def _entries_here(self, ids: Iterable[str]) -> dict[str, bool]:
        return {
            row.id: self._is_at_home(row) or row.project is None or row.project in self._projects
            for row in self._reader.by_ids(Entry, ids, deleted=True)
        }
