"""One unit of work of the journal: the rows, then everything that follows from them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from staketerm.domain.errors import NotFound
from staketerm.domain.ids import derived_id
from staketerm.journal.dated import value_on
from staketerm.journal.nurture.plan import forget_plan, refresh_plan
from staketerm.journal.positions.evidence import Pair
from staketerm.journal.positions.model import counts_otherwise, is_of_model
from staketerm.journal.positions.reach import pairs_moved_by
from staketerm.journal.positions.standing import (
    assess_pairs,
    lapsed_pairs,
    refold,
    state_of,
    stored_states,
)
from staketerm.journal.receipt import Moved, Receipt
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.portions import FEW, portions
from staketerm.store.records import Involvement, Project, Row, Setting, Stakeholder, State
from staketerm.store.work import Work

Written = tuple[str, str]
"""(table, row id)."""

MOVING = frozenset({"signal", "ask", "agreement", "involvement"})
"""The tables whose rows belong to a pair and move its position."""

OWN_KINDS = frozenset({"note", "journal", "memory", "lesson", "meeting", "call", "report"})
"""Kinds of entry that concern nobody else."""

EVERYBODYS = frozenset({"entry", "setting", "project", "stakeholder", "involvement", "tag"})
"""The tables whose rows concern the plans of others too: what is told, how people are nurtured, and
who is there to be told something.
"""

LAPSED_PER_WRITE = 50
"""How many lapsed positions one write stores besides its own, so that a log stays quick."""


class Writing:
    """What journal functions write through; `receipt` is there once it has been settled."""

    def __init__(self, work: Work, today: date) -> None:
        self.work = work
        self.today = today
        self.receipt = Receipt(batch=None, verb=work.verb)
        self._before: dict[Pair, State | None] = {}
        self._rows: dict[Written, None] = {}
        self._others: set[str] = set()
        self._everybody = False
        self._notes: list[str] = []

    def new_id(self) -> str:
        """A fresh id for a row that somebody types."""
        return self.work.new_id()

    def note(self, sentence: str) -> None:
        """Say something besides in the receipt."""
        self._notes.append(sentence)

    def put(self, record: Row) -> bool:
        """Insert or change a row; whether anything changed."""
        self._concern(type(record), record.id, record)
        return self._wrote(record.table, record.id, self.work.put(record))

    def patch(self, kind: type[Row], row: str, /, **values: Any) -> bool:
        """Change fields of a row; whether anything changed."""
        self._concern(kind, row, None)
        return self._wrote(kind.table, row, self.work.patch(kind, row, **values))

    def delete(self, kind: type[Row], row: str) -> bool:
        """Delete a row; whether it was there."""
        self._concern(kind, row, None)
        return self._wrote(kind.table, row, self.work.delete(kind, row))

    def put_many(self, records: Iterable[Row]) -> int:
        """Insert the rows of an import, as a stream; how many were new. They count in the receipt's
        positions and not in its rows: they are found by their batch."""
        return self.work.put_many(self._watched(records), logged=False)

    def involve(self, stakeholder: str, project: str) -> str:
        """The id of the involvement of a pair, made where there is none yet.

        Raises NotFound for a stakeholder or a project that is not here any more.
        """
        row = involvement_id(stakeholder, project)
        person = self.work.get(Stakeholder, stakeholder)
        if person is None or person.merged_into is not None:
            raise NotFound(_("This stakeholder is not in the journal any more."))
        if self.work.get(Involvement, row) is None:
            if self.work.get(Project, project) is None:
                raise NotFound(_("This project is not in the journal any more."))
            self.put(Involvement(id=row, stakeholder=stakeholder, project=project))
        return row

    def adopt(self, rows: Iterable[tuple[Row | None, Row]]) -> None:
        """Write rows as a colleague stamped them: each as it was here, None where it is new, and as
        it is to be. They count in the receipt's positions and not in its rows.
        """
        pairs = list(rows)
        self.work.adopt(pairs)
        self._remember(set(self._pairs_adopted(pairs)), fold=False)

    def reverted(self, rows: Iterable[Written], *, unlogged: bool = False) -> None:
        """Take in rows that the store itself has put back; `unlogged`: those of an import
        besides.
        """
        self._rows.update(dict.fromkeys(rows))
        pairs = set(_pairs_of_rows(self.work, self._rows))
        if unlogged:
            pairs.update(_pairs_of_stamp(self.work))
        pairs.update(_pairs_of_settings(self.work, self._rows, unlogged=unlogged))
        self._remember(pairs, fold=False)
        self._others.update(row for table, row in self._rows if table == "stakeholder")
        self._others.update(_owners(self.work, self._rows))
        self._everybody |= any(table in EVERYBODYS for table, _row in self._rows)

    def left_by(self, rows: Mapping[str, Iterable[str]]) -> None:
        """Take in rows that are going for good: the plans of others may have told of them."""
        self._everybody |= any(rows.values())

    def settle(self) -> None:
        """Fold the positions concerned anew, let search and plan follow, write the receipt."""
        lapsed = lapsed_pairs(self.work, self.today, LAPSED_PER_WRITE)
        states = refold(self.work, {*self._before, *lapsed}, self.today)
        concerned = {who for who, _project in self._before} | self._others
        moved = tuple(self._moved(states))
        if self._everybody or any(each.before != each.after for each in moved):
            forget_plan(self.work, self.today)
        else:
            few = len(concerned) <= FEW
            lately = {who for who, _project in lapsed}
            refresh_plan(self.work, self.today, sorted(concerned | lately) if few else None)
        self.receipt = Receipt(
            batch=self.work.batch if self.work.changed else None,
            verb=self.work.verb,
            rows=tuple(self._rows),
            moved=moved,
            concerned=tuple(sorted(concerned)),
            notes=tuple(self._notes),
        )

    def _wrote(self, table: str, row: str, changed: bool) -> bool:
        if changed:
            self._rows[table, row] = None
        return changed

    def _concern(self, kind: type[Row], row: str, after: Row | None) -> None:
        """Remember where those concerned stood before the row changes."""
        before = self.work.get(kind, row, deleted=True)
        if isinstance(after, Setting):
            self._concern_all(after)
        for record in (before, after):
            if record is None:
                continue
            if kind.table in EVERYBODYS:
                self._everybody |= getattr(record, "kind", None) not in OWN_KINDS
            if kind.table in MOVING:
                self._remember([(record.stakeholder, record.project)])  # type: ignore[attr-defined]
            elif kind.table == "absence":
                self._remember(_pairs_of(self.work, record.stakeholder))  # type: ignore[attr-defined]
            elif kind.table == "stakeholder":
                self._others.add(record.id)
            elif (who := getattr(record, "stakeholder", None)) is not None:
                self._others.add(who)

    def _concern_all(self, setting: Setting) -> None:
        """Remember those whose positions a setting of the model moves."""
        before = value_on(self.work, setting.name, setting.day)
        if counts_otherwise(setting.name, before, setting.value):
            self._remember(pairs_moved_by(self.work, setting.name))

    def _remember(self, pairs: Iterable[Pair], *, fold: bool = True) -> None:
        """Where pairs stand before anything is written; `fold`: what has lapsed is folded anew."""
        fresh = set(pairs) - self._before.keys()
        before = stored_states(self.work, fresh)
        if fold:
            lapsed = [
                pair
                for pair, state in before.items()
                if state.lapses_on and state.lapses_on <= self.today
            ]
            if lapsed:
                assessed = assess_pairs(self.work, self.today, lapsed)
                before |= {pair: state_of(pair, found) for pair, found in assessed.items()}
        self._before.update({pair: before.get(pair) for pair in fresh})

    def _pairs_adopted(self, rows: Iterable[tuple[Row | None, Row]]) -> Iterator[Pair]:
        """The pairs that adopted rows belong to, before and after; keeps who else is concerned."""
        for before, after in rows:
            self._everybody |= after.table in EVERYBODYS
            who: str | None = getattr(after, "stakeholder", None)
            if after.table in MOVING:
                for row in filter(None, (before, after)):
                    yield row.stakeholder, row.project  # type: ignore[attr-defined]
            elif isinstance(after, Setting) and is_of_model(after.name):
                yield from pairs_moved_by(self.work, after.name)
            elif after.table == "absence" or (before is not None and after.table == "stakeholder"):
                yield from _pairs_of(self.work, who or after.id)
            self._others.update(filter(None, [after.id if after.table == "stakeholder" else who]))

    def _watched(self, records: Iterable[Row]) -> Iterator[Row]:
        fresh: set[Pair] = set()
        settings: set[str] = set()
        for record in records:
            if record.table in MOVING:
                fresh.add((record.stakeholder, record.project))  # type: ignore[attr-defined]
            elif record.table == "stakeholder":
                self._others.add(record.id)
            elif isinstance(record, Setting):
                settings.add(record.name)
            yield record
        for name in filter(is_of_model, settings):
            fresh |= pairs_moved_by(self.work, name)
        self._remember(fresh, fold=False)

    def _moved(self, states: Mapping[Pair, State]) -> Iterator[Moved]:
        names = _names(self.work, {who for who, _project in self._before})
        for pair, before in self._before.items():
            after = states.get(pair)
            stakeholder, project = pair
            if after is None or stakeholder not in names:
                continue
            label = before.label if before else "unknown"
            stance = before.stance if before else 0.0
            if label != after.label or stance != after.stance:
                yield Moved(
                    stakeholder,
                    names[stakeholder],
                    project,
                    label,
                    after.label,
                    stance,
                    after.stance,
                )


def involvement_id(stakeholder: str, project: str) -> str:
    """The id of the involvement of a stakeholder in a project: it follows from the pair."""
    return derived_id(None, "involvement", stakeholder, project)


def _pairs_of(work: Work, stakeholder: str) -> list[Pair]:
    table = tables.involvement
    query = select(table.c.stakeholder, table.c.project).where(table.c.stakeholder == stakeholder)
    return [(who, project) for who, project in work.select(query)]


def _pairs_of_rows(work: Work, rows: Iterable[Written]) -> Iterator[Pair]:
    """The pairs that rows belong to, deleted rows too."""
    by_table: dict[str, list[str]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    for name, ids in by_table.items():
        columns = tables.metadata.tables[name].c
        for some in portions(ids):
            here = columns.id.in_(some)
            if name in MOVING:
                for who, project in work.select(
                    select(columns.stakeholder, columns.project).where(here).distinct()
                ):
                    yield who, project
            elif name == "absence":
                for (who,) in work.select(select(columns.stakeholder).where(here).distinct()):
                    yield from _pairs_of(work, who)
            elif name == "stakeholder":
                for who in some:
                    yield from _pairs_of(work, who)


def _pairs_of_settings(work: Work, rows: Iterable[Written], *, unlogged: bool) -> Iterator[Pair]:
    """The pairs that settings of the model move, those among rows; `unlogged`: and all settings
    that carry the stamp of this unit of work.
    """
    own = tables.setting.c
    written = own.id.in_([row for table, row in rows if table == "setting"])
    stamped = or_(own.rev == work.rev, own.deleted == work.rev)
    where = or_(written, stamped) if unlogged else written
    for name in {setting.name for setting in work.rows(Setting, where, deleted=True)}:
        if is_of_model(name):
            yield from pairs_moved_by(work, name)


def _owners(work: Work, rows: Iterable[Written]) -> Iterator[str]:
    """Whose the rows are that move no position: tags, contacts, actions; deleted rows too."""
    for name, row in rows:
        columns = tables.metadata.tables[name].c
        if name not in MOVING and "stakeholder" in columns:
            yield from (
                who for (who,) in work.select(select(columns.stakeholder).where(columns.id == row))
            )


def _pairs_of_stamp(work: Work) -> Iterator[Pair]:
    """The pairs of all rows that carry the stamp of this unit of work."""
    for name in sorted(MOVING):
        columns = tables.metadata.tables[name].c
        stamped = or_(columns.rev == work.rev, columns.deleted == work.rev)
        query = select(columns.stakeholder, columns.project).where(stamped).distinct()
        yield from work.select(query)


def _names(work: Work, stakeholders: Iterable[str]) -> dict[str, str]:
    table = tables.stakeholder
    wanted = sorted(set(stakeholders))
    found: dict[str, str] = {}
    for some in portions(wanted):
        query = select(table.c.id, table.c.name).where(
            table.c.id.in_(some), table.c.merged_into.is_(None)
        )
        found.update(dict(work.select(query)))
    return found
