"""In the history `x` leaves out all signals that came with a change, such as an import."""

from datetime import date
from pathlib import Path

import pytest

from staketerm.journal.opening import open_journal
from staketerm.store.records import Signal
from tests.tui.dialog_stage import CLOCK, furnish, key, playing, press, shown


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The furnished journal, with three signals that a file brought of Hilde."""
    path = furnish(tmp_path / "journal.db")
    with open_journal(path, clock=CLOCK) as journal:
        hilde, where = key(journal, "Hilde"), journal.default_project().id
        with journal.write("import") as writing:
            writing.put_many(
                Signal(
                    id=writing.new_id(),
                    stakeholder=hilde,
                    project=where,
                    day=date(2026, 11, 20),
                    kind="agreement_broken",
                    origin="import",
                )
                for _row in range(3)
            )
    return path


def left_out(path: Path) -> int:
    """How many signals are left out."""
    with open_journal(path, clock=CLOCK) as journal, journal.read() as reader:
        return sum(row.ignored for row in reader.rows(Signal))


async def test_all_of_an_import_at_once_and_back_again(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "U")
        assert "taken in from a file" in next(line for line in shown(app) if line[:1] == "▌")
        await press(pilot, "x")
        assert "occasion left out" in " ".join(shown(app))
        assert left_out(path) == 3
        await press(pilot, "x")
        assert left_out(path) == 0
        assert "occasion counted again" in " ".join(shown(app))
