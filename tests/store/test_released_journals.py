"""A journal that an earlier release wrote opens after an update with the same read-outs."""

import json
from pathlib import Path

import pytest

from staketerm.store.schema import SCHEMA
from tests.store.journals import history

VERSIONS = range(1, SCHEMA + 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_schema_has_a_journal_with_a_history(version: int) -> None:
    names = (f"schema-{version}.sql", f"history-{version}.sql", f"history-{version}.json")
    missing = [name for name in names if not (history.FOLDER / name).is_file()]
    assert missing == [], "python -m tests.store.journals.history (and .dump) writes them"


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_read_as_it_was_then(version: int, tmp_path: Path) -> None:
    statements = (history.FOLDER / f"history-{version}.sql").read_text("utf-8")
    pinned = json.loads((history.FOLDER / f"history-{version}.json").read_text("utf-8"))
    place = history.restored(statements, tmp_path / "journal.db")
    now = history.read_outs(place, tmp_path / "out")
    export, before = now.pop("export"), pinned.pop("export")
    assert now == pinned
    assert history.known_columns(export, before) == {
        name: rows for name, rows in before.items() if rows
    }


def test_what_is_pinned_is_worth_it() -> None:
    pinned = json.loads((history.FOLDER / f"history-{SCHEMA}.json").read_text("utf-8"))
    assert {each["position"] for each in pinned["list"]["stakeholders"]} > {"unknown"}
    assert pinned["due"]["actions"]
    assert all(each["reasons"] for each in list(pinned["why"].values())[:1])
    assert sum(map(len, pinned["export"].values())) > 20
