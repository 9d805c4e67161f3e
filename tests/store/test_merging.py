"""Two versions of a row become one: whatever the order, however often, and nothing gets lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.store.merging import TwinReplicas, merged
from staketerm.store.records import FieldRow, Row, Signal, Stakeholder
from staketerm.store.restamp import DELETED, fresh, restamped
from staketerm.store.shapes import shape_of
from staketerm.store.stamps import later, next_tick, stamp, tick_of
from tests.store.conftest import NOON

ANNA = Stakeholder(id="1", name="Anna", folded="anna", handle="anna")
MAIL = Signal(id="2", stakeholder="1", project="p", day=date(2026, 11, 1), kind="mail_answered")
ROWS: tuple[Row, ...] = (ANNA, MAIL)
EDITS: Mapping[type[Row], tuple[tuple[str, tuple[Any, ...]], ...]] = {
    Stakeholder: (("job", (None, "clerk", "head")), ("language", (None, "nl"))),
    Signal: (("note", (None, "in time", "late")), ("ignored", (True, False))),
}


class Replica:
    """One journal's version of a row, with its own clock."""

    def __init__(self, name: str, row: Row) -> None:
        self.name = name
        self.row = row
        self.tick = tick_of(row.rev)

    def _stamp(self) -> str:
        self.tick = next_tick(NOON, self.tick)
        return stamp(self.tick, self.name)

    def write(self, values: Mapping[str, Any], *, deleted: bool) -> None:
        cells = {n: getattr(self.row, n) for n in shape_of(type(self.row)).cells}
        self.row = restamped(self.row, {**cells, **values}, deleted, self._stamp())

    def read(self, other: "Replica") -> None:
        self.row = merged(self.row, other.row).row
        self.tick = later(self.tick, other.tick + "-")


def replicas(row: Row) -> list[Replica]:
    first = fresh(row, stamp(next_tick(NOON, "000000000000-0000"), "aaaaaaaa"))
    return [Replica(name * 8, first) for name in "abc"]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 2), st.integers(0, 1), st.integers(0, 2)),
        st.tuples(st.just("delete"), st.integers(0, 2), st.just(0), st.just(0)),
        st.tuples(st.just("read"), st.integers(0, 2), st.integers(0, 2), st.just(0)),
    ),
    max_size=14,
)


def play(row: Row, story: list[tuple[str, int, int, int]]) -> list[Replica]:
    known = replicas(row)
    for what, who, which, value in story:
        if what == "read":
            if who != which:
                known[who].read(known[which])
        elif what == "delete":
            known[who].write({}, deleted=True)
        else:
            field, choices = EDITS[type(row)][which]
            known[who].write({field: choices[value % len(choices)]}, deleted=False)
    return known


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.table)
@given(story=steps)
def test_whoever_reads_first_all_end_with_one_row(
    row: Row, story: list[tuple[str, int, int, int]]
) -> None:
    outcomes = []
    for order in permutations(range(3)):
        versions = [each.row for each in play(row, story)]
        one, two, three = (versions[place] for place in order)
        outcomes.append(merged(merged(one, two).row, three).row)
        outcomes.append(merged(one, merged(two, three).row).row)
    assert all(each == outcomes[0] for each in outcomes)


@given(story=steps)
def test_reading_again_changes_nothing_and_loses_nothing(
    story: list[tuple[str, int, int, int]],
) -> None:
    mine, theirs, _third = (each.row for each in play(ANNA, story))
    once = merged(mine, theirs).row
    again = merged(once, theirs)
    assert again.row is once
    assert merged(once, once).replaced == ()


@given(story=steps)
def test_every_value_is_in_the_row_or_among_the_lost(
    story: list[tuple[str, int, int, int]],
) -> None:
    mine, theirs, _third = (each.row for each in play(ANNA, story))
    found = merged(mine, theirs)
    for version in (mine, theirs):
        for name in shape_of(Stakeholder).cells:
            value = getattr(version, name)
            assert value == getattr(found.row, name) or value in [
                each.value for each in found.replaced if each.field == name
            ]


def test_two_fields_edited_apart_are_both_kept() -> None:
    anna, bram, _third = replicas(ANNA)
    anna.write({"job": "head"}, deleted=False)
    bram.write({"language": "nl"}, deleted=False)
    found = merged(anna.row, bram.row)
    assert (found.row.job, found.row.language) == ("head", "nl")  # type: ignore[attr-defined]


def test_an_edit_beats_a_deletion_that_did_not_know_of_it() -> None:
    anna, bram, _third = replicas(ANNA)
    anna.write({}, deleted=True)
    bram.write({"job": "clerk"}, deleted=False)
    bram.write({"job": "head"}, deleted=False)
    found = merged(anna.row, bram.row)
    assert found.row.deleted is None
    told = [each for each in found.replaced if each.field == DELETED]
    assert [(each.value, each.mine) for each in told] == [(True, True)]


def test_a_later_deletion_hides_the_row_and_tells_of_what_was_there() -> None:
    anna, bram, _third = replicas(ANNA)
    bram.write({"job": "clerk"}, deleted=False)
    anna.tick = bram.tick
    anna.write({}, deleted=True)
    found = merged(bram.row, anna.row)
    assert found.row.deleted is not None
    assert (DELETED, False) in [(each.field, each.value) for each in found.replaced]


def test_a_copied_journal_is_found_out_before_anything_is_taken_in() -> None:
    anna, _bram, _third = replicas(ANNA)
    other = replace(anna.row, job="head")  # type: ignore[call-arg]
    assert isinstance(other, FieldRow)
    with pytest.raises(TwinReplicas, match="aaaaaaaa"):
        merged(anna.row, other)
