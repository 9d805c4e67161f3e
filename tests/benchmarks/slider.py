"""What the time slider costs. By hand: `python tests/benchmarks/slider.py [FOLDER]`.

Prints, for 10,000 involvements with 1,000,000 signals, the CPU time of loading everybody's course,
as a ratio to a plain read by sqlite3 of the signals, and that of one frame of the slider (everybody
read out on another day, both maps laid out and drawn at 120x40), as a ratio to a plain read of the
stored states of today. At ten frames a second a frame may take 100 ms. FOLDER keeps the journal
between runs (making it takes minutes).
"""

import gc
import itertools
import resource
import sqlite3
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.maps import MapKind, draw, sections_of
from staketerm.domain.maps.point import Point
from staketerm.journal.opening import Journal
from staketerm.journal.positions.field import Courses, Field, field
from staketerm.tui.drawing.look import FULL
from staketerm.tui.drawing.map_grid import GridDrawing
from staketerm.tui.drawing.map_rows import RowsDrawing, SectionRows
from staketerm.tui.screens.map_state import PART
from staketerm.tui.veil import Veil
from tests.benchmarks.large_journal import TODAY, large_journal
from tests.benchmarks.measure import cpu_of_call, report

PEOPLE, SIGNALS = 10_000, 1_000_000
CELLS, HEIGHT = 59, 31
"""A map of two in a window of 120x40."""

SIGNALS_READ = "SELECT stakeholder, project, id, day, kind, intensity FROM signal"
STATES_READ = "SELECT * FROM state"


def main(folder: Path) -> None:
    """Measure one after the other in this process."""
    path = folder / f"slider-{SIGNALS}.db"
    journal = large_journal(path, PEOPLE, SIGNALS)
    people = field(journal)
    signals = cpu_of_call(lambda: _read(path, SIGNALS_READ), rounds=3)
    before = _resident()
    courses = Courses.of(journal, TODAY)
    loading = cpu_of_call(lambda: _load(journal, courses, people), rounds=1)
    report("loading everybody's course / reading the signals", loading, signals)
    more = (_resident() - before) / 2**20
    sys.stdout.write(f"{'memory that this took':<58}{more:7.0f} MiB\n")
    states = cpu_of_call(lambda: _read(path, STATES_READ))
    weeks = itertools.cycle(range(1, 100))

    everybody = people.people

    def moved() -> tuple[Point, ...]:
        return courses.points(everybody, TODAY - timedelta(weeks=next(weeks)))

    budget = 0.1 / states
    read = cpu_of_call(lambda: [point.now for point in moved()], rounds=31)
    report("everybody in full on another day / reading the states", read, states)
    shallow = (MapKind.POWER_INTEREST, MapKind.STANCE_ENERGY)
    frame = cpu_of_call(lambda: _frame(moved(), shallow), rounds=31)
    report("a frame of power and stance / reading the states", frame, states, budget)
    deep = (MapKind.INTEREST_TRUST, MapKind.WANTED_NOW)
    frame = cpu_of_call(lambda: _frame(moved(), deep), rounds=31)
    report("a frame of trust and engagement / reading the states", frame, states, budget)
    journal.close()


def _resident() -> int:
    """The bytes of memory this process holds."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


def _read(path: Path, query: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(query).fetchall()
    connection.close()


def _load(journal: Journal, courses: Courses, people: Field) -> None:
    """In parts, as the map does."""
    everybody = people.people
    for start in range(0, len(everybody), PART):
        courses.load(journal, everybody[start : start + PART])


def _frame(points: tuple[Point, ...], kinds: tuple[MapKind, ...]) -> None:
    """Lay two maps out and draw what is in sight of them."""
    veil, selected = Veil(), points[0].who.key
    for kind in kinds:
        drawn = draw(kind, points)
        if isinstance(drawn, Grid):
            GridDrawing(drawn, FULL, veil, selected=selected).lines(CELLS, HEIGHT)
            continue
        drawing = RowsDrawing(kind, FULL, veil)
        for row in SectionRows(sections_of(drawn))[:HEIGHT]:
            drawing.row(row, CELLS, selected=row.key == selected)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
