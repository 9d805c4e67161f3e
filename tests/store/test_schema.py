"""Every table fits both databases, and every record fits its table."""

from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Integer
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from staketerm.store import tables
from staketerm.store.records import EXCHANGED, Batch, Change, FieldRow, State
from staketerm.store.types import Count, Data, Day, Flag, Key, Moment, Number, Words

EVERY = sorted(tables.metadata.tables)
TYPES = (Key, Words, Day, Moment, Number, Count, Flag, Data)


@pytest.mark.parametrize("name", EVERY)
def test_a_table_compiles_for_both_databases(name):
    table = tables.metadata.tables[name]
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        assert name in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))


@pytest.mark.parametrize("name", EVERY)
def test_a_table_is_strict_and_has_only_the_eight_types(name):
    table = tables.metadata.tables[name]
    assert all(isinstance(column.type, TYPES) for column in table.columns)
    statement = str(CreateTable(table).compile(dialect=sqlite.dialect()))
    assert statement.strip().endswith("STRICT")
    kinds = {
        str(column.type.compile(dialect=sqlite.dialect())).split()[0] for column in table.columns
    }
    assert kinds <= {"TEXT", "INTEGER", "REAL"}


@pytest.mark.parametrize("kind", [*EXCHANGED, Batch, Change, State])
def test_a_record_has_the_columns_of_its_table(kind):
    table = tables.metadata.tables[getattr(kind, "table", kind.__name__.lower())]
    assert {each.name for each in fields(kind)} == {column.name for column in table.columns}
    hints = get_type_hints(kind)
    for column in table.columns:
        if hints[column.name] is not Any:  # which takes nothing, too
            assert column.nullable == ("None" in str(hints[column.name])), column


@pytest.mark.parametrize("kind", EXCHANGED)
def test_every_exchanged_table_has_its_stamps(kind):
    table = tables.metadata.tables[kind.table]
    assert {"id", "rev", "deleted", "extra"} <= set(table.columns.keys())
    assert ("revs" in table.columns) == issubclass(kind, FieldRow)


def test_numbers_on_the_server_are_wide_enough():
    native = Count().load_dialect_impl(postgresql.dialect())
    assert native.compile(dialect=postgresql.dialect()) == "BIGINT"
    assert isinstance(Count().impl_instance, Integer)
