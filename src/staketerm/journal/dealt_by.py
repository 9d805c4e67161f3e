"""What each colleague asked and agreed, as it is needed to find what two wrote down (twins)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, literal, select

from staketerm.domain.twin_dealings import Dealing
from staketerm.journal.authors import Authors
from staketerm.journal.positions.counting import doubles
from staketerm.store import tables
from staketerm.store.reader import Reader

BEGAN = {"ask": "asked_on", "agreement": "made_on"}
"""The column with the day on which it was asked or agreed ..."""

ENDED = {"ask": "answered_on", "agreement": "closed_on"}
"""... and the one with the day on which it ended."""


def dealings_since(
    reader: Reader, authors: Authors, projects: Collection[str], since: date
) -> tuple[list[Dealing], dict[str, str]]:
    """The asks and agreements in some projects from a day on, and what each of them doubles, by id;
    one's own have an empty author.
    """
    found: list[Dealing] = []
    doubled: dict[str, str] = {}
    for table in BEGAN:
        for dealing, other in _of(reader, authors, table, projects, since):
            found.append(dealing)
            doubled |= {dealing.id: other} if other else {}
    return found, doubled


def _of(
    reader: Reader, authors: Authors, name: str, projects: Collection[str], since: date
) -> Iterator[tuple[Dealing, str | None]]:
    table = tables.metadata.tables[name]
    columns = table.c
    kind: ColumnElement[Any] = columns.kind if "kind" in columns else literal(name)
    begun, ended = columns[BEGAN[name]], columns[ENDED[name]]
    told = (columns.stakeholder, columns.project, kind, columns.by, begun)
    rest = (columns.text, columns.due, ended, columns.outcome, columns.private)
    said = case((doubles(table), columns.doubles))
    query = select(columns.id, columns.rev, said, *told, *rest).where(
        columns.deleted.is_(None), columns.project.in_(sorted(projects)), begun >= since
    )
    for id, rev, other, who, project, sort, by, day, words, *others in reader.select(query):
        author = authors.of_stamp(rev) or ""
        yield Dealing(id, name, who, project, sort, by, day, author, words or "", *others), other
