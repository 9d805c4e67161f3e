"""As if the program knew one schema more: what an older journal is brought to in tests."""

import shutil
from pathlib import Path

from staketerm.store import migrating, schema

SCHEMA_2 = """
from alembic import op
from sqlalchemy import Column

from staketerm.store.types import Words

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("stakeholder", Column("pronouns", Words))
    with op.batch_alter_table("tag", table_kwargs={"sqlite_strict": True}) as batch:
        batch.alter_column("tag", nullable=True)
    THEN
"""

RELEASED = migrating.FOLDER


def write_revisions(folder: Path, then: str = "pass") -> Path:
    """The revisions of a program that knows schema 2, in `folder`; `then` is what the last does."""
    folder.mkdir(exist_ok=True)
    shutil.copy(RELEASED / "schema_1.py", folder)
    (folder / "schema_2.py").write_text(SCHEMA_2.replace("THEN", then), "utf-8")
    return folder


def know_schema_2(folder: Path) -> None:
    """Make this process the program that knows schema 2."""
    migrating.FOLDER = folder
    schema.SCHEMA = 2
