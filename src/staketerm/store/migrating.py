"""Bringing a journal of an older schema up to date; imported only where that is needed (D7).

Each file of `migrations/` is one Alembic revision, named by the schema it makes: "0002" makes 2 of
1. The version lives where the next start looks for it (`schema.mark`), not in a table of Alembic's.
A revision for SQLite changes tables by `op.batch_alter_table`, which copies them.
"""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from staketerm.locale import _
from staketerm.store import schema
from staketerm.store.backup import back_up_file
from staketerm.store.clock import Clock
from staketerm.store.engine import WRITER, driver, sqlite_engine
from staketerm.store.errors import JournalDamaged, told
from staketerm.store.files import beside
from staketerm.store.lock import FileLock
from staketerm.store.probe import probe

FOLDER = Path(__file__).parent / "migrations"


def migrate_file(path: Path, clock: Clock) -> None:
    """Back up the journal at `path` and bring it to the schema of this program.

    All or nothing: killed half-way, it is as it was. Raises the StoreError family.
    """
    lock = FileLock(beside(path, ".lock"))
    try:
        with told(str(path)), lock.held("migrate"):
            version = probe(path)
            if version is not None and version < schema.SCHEMA:
                back_up_file(path, clock.now())
                _migrate(path, version)
    finally:
        lock.close()


def _migrate(path: Path, version: int) -> None:
    # Foreign keys can be switched off only outside a transaction; batch mode needs them off.
    engine = sqlite_engine(path, "rw", {**WRITER, "foreign_keys": "OFF"}, alone=True)
    try:
        with engine.begin() as connection:
            upgrade(connection, version, schema.SCHEMA)
            _refuse_broken_links(connection, path)
    finally:
        engine.dispose()


def upgrade(connection: Connection, version: int, wanted: int) -> None:
    """Run the revisions from schema `version` (0: nothing is there) to `wanted`, and mark it."""
    scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
    base = _revision(version) if version else "base"
    steps = list(scripts.iterate_revisions(_revision(wanted), base))
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
    schema.mark(connection, wanted)


def _revision(version: int) -> str:
    return f"{version:04d}"


def _refuse_broken_links(connection: Connection, path: Path) -> None:
    broken = driver(connection).execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise JournalDamaged(
            _(
                "{path}: row {row} of {table} points to nothing, so the journal cannot be brought "
                "up to date. It was left as it was; run `staketerm doctor --repair`."
            ).format(path=path, row=broken[1], table=broken[0])
        )
