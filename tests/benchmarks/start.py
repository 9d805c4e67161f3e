"""How fast the program starts. By hand: `python3 run.py bench start [FOLDER]`.

Prints CPU time as a ratio to `python -c pass` and to an empty Textual app, all measured in turn.
FOLDER keeps the journal of 10,000 stakeholders between runs.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.large_journal import TODAY, large_journal
from tests.benchmarks.measure import cpu_of_command, cpu_until, environment, median, report

ROUNDS = 9
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("nothing yet")
Empty().run()
"""


def main(folder: Path) -> None:
    """Measure the commands, then the terminal program."""
    path = folder / "people-10000.db"
    journal = large_journal(path, 10_000, 100_000)
    from staketerm.journal.nurture.decisions import keep_plan
    from staketerm.journal.stakeholders.triage import people

    keep_plan(journal)
    first = people(journal).rows[0].name
    journal.close()
    own = [sys.executable, "-m", "staketerm", "--journal", str(path), "--today", TODAY.isoformat()]
    _commands(own)
    _screens(own, first)


def _commands(own: list[str]) -> None:
    env = environment()
    commands = {
        "pass": [sys.executable, "-c", "pass"],
        "--version": [sys.executable, "-m", "staketerm", "--version"],
        "due --format tmux": [*own, "due", "--format", "tmux"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(ROUNDS + 1):
        for name, command in commands.items():
            taken[name].append(cpu_of_command(command, env))
    figures = {name: median(times[1:]) for name, times in taken.items()}
    report("--version / python -c pass", figures["--version"], figures["pass"], 4)
    report("due --format tmux / python -c pass", figures["due --format tmux"], figures["pass"], 6)


def _screens(own: list[str], first: str) -> None:
    env = environment()
    empty: list[float] = []
    frames: list[float] = []
    rows: list[float] = []
    for _round in range(ROUNDS):
        empty += cpu_until([sys.executable, "-c", EMPTY_APP], ["nothing yet"], env)
        frame, row = cpu_until(own, ["People", first], env)
        frames.append(frame)
        rows.append(row)
    report("first frame / empty Textual app", median(frames), median(empty), 1.3)
    report("rows of 10,000 stakeholders / empty Textual app", median(rows), median(empty), 2)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
