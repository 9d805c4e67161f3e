"""Whether the tables of a file are those of its schema: before a release they still changed."""

from contextlib import closing
from pathlib import Path

from staketerm.store import tables
from staketerm.store.engine import connect


def lacks(path: Path) -> str | None:
    """A column of this program's schema that a journal of the same schema lacks; None where it has
    all of them.
    """
    with closing(connect(path, "ro")) as connection:
        for name, table in sorted(tables.metadata.tables.items()):
            rows = connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
            missing = {column.name for column in table.columns} - {row[0] for row in rows}
            if missing:
                return f"{name}.{min(missing)}"
    return None
