"""Merged stakeholders in a share: whoever merges whom, in any order, everybody ends with the same.

Two colleagues may find out at once that somebody is one with two different others: then all three
are one. And whoever does not know of a merger yet goes on logging for the one who was merged: that
is moved wherever it arrives.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select, update

from staketerm.journal.stakeholders.merged import roots
from staketerm.journal.stakeholders.merging import gather
from staketerm.journal.writing import Writing
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Stakeholder
from staketerm.store.shapes import BY_TABLE, shape_of

_CONFLICT = tables.conflict.c


def bring_together(writing: Writing) -> None:
    """Let everybody who was merged be read as one, after rows of a colleague were taken in."""
    if not roots(writing.work):
        return
    for row, lost in _two_at_once(writing.work):
        known = roots(writing.work)
        stays, goes = sorted((known.get(row, row), known.get(lost, lost)))
        if stays != goes and writing.work.get(Stakeholder, goes):
            writing.patch(Stakeholder, goes, merged_into=stays)
        _settle(writing, _CONFLICT.row == row, _CONFLICT.field == "merged_into")
    gather(writing)
    _settle_moved(writing)


def _two_at_once(reader: Reader) -> Iterator[tuple[str, str]]:
    """Those who were merged with two at once: who, and the one that lost."""
    query = select(_CONFLICT.row, _CONFLICT.lost_value).where(
        _CONFLICT.tab == Stakeholder.table,
        _CONFLICT.field == "merged_into",
        ~_CONFLICT.resolved,
    )
    for row, lost in reader.select(query):
        now = reader.get(Stakeholder, row)
        if lost and now and now.merged_into and reader.get(Stakeholder, lost):
            yield row, lost


def _settle_moved(writing: Writing) -> None:
    """Nobody need decide whose a row is, where both are one."""
    known = roots(writing.work)
    query = select(
        _CONFLICT.tab, _CONFLICT.row, _CONFLICT.field, _CONFLICT.lost_rev, _CONFLICT.lost_value
    ).where(~_CONFLICT.resolved, _CONFLICT.field.in_(("", "stakeholder")))
    for table, row, name, rev, lost in writing.work.select(query):
        kind = BY_TABLE[table]
        now = writing.work.get(kind, row)
        if now is None or not hasattr(now, "stakeholder"):
            continue
        shape = shape_of(kind)
        told = lost if not name else {name: lost}
        here = {each: shape.as_data(each, getattr(now, each)) for each in told}
        if _as_one(told, known) == _as_one(here, known):
            _settle(writing, _CONFLICT.row == row, _CONFLICT.lost_rev == rev)


def _as_one(told: dict[str, Any], known: dict[str, str]) -> dict[str, Any]:
    who = told.get("stakeholder", "")
    return {**told, "stakeholder": known.get(who, who)}


def _settle(writing: Writing, *where: Any) -> None:
    writing.work.connection.execute(
        update(tables.conflict)
        .where(*where, ~_CONFLICT.resolved)
        .values(resolved=True, resolved_rev=writing.work.rev)
    )
    writing.work.has_seen(writing.work.rev)
