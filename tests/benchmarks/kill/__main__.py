"""What is lost where the program is killed at any point: nothing.

    python3 run.py bench kill              300 runs over all kinds of write
    python3 run.py bench kill 40           so many
    python3 run.py bench kill 40 restore   of one kind alone, or of several

Every second kill falls on a call of a function, counted from the start, the others on a moment, so
that they fall within SQLite and the system too. The seeds are fixed. Each journal is opened again
as a person would open it: its pages and links are sound, every acknowledged write is there, no half
of a batch, and nothing is left lying about. What is wrong is told with the seed that shows it.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from tests.benchmarks.kill.dying import End, Length, Point, asked, let_die, measured
from tests.benchmarks.kill.looking import faults_of
from tests.benchmarks.kill.scenes import SCENES, Scene
from tests.benchmarks.kill.writes import JOURNAL

ROUNDS = 300


@dataclass(slots=True)
class Tally:
    """What came of the runs of one kind."""

    rounds: int = 0
    killed: int = 0
    said: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, end: End, faults: Sequence[str], seed: str) -> None:
        """Count one run."""
        self.rounds += 1
        self.killed += end.killed
        self.said += len(end.said)
        self.faults += [f"{seed}: {fault}" for fault in faults]


def main(words: Sequence[str]) -> int:
    """Run it and print the tally; 1 where something was wrong, else 0; 2 where what is asked for
    cannot be understood.
    """
    known = [scene.name for scene in SCENES]
    if words and not (words[0].isdigit() and set(words[1:]) <= set(known)):
        sys.stderr.write(f"{__doc__}\nKinds: {', '.join(known)}.\n")
        return 2
    rounds = int(words[0]) if words else ROUNDS
    wanted = [scene for scene in SCENES if scene.name in words[1:] or not words[1:]]
    tallies = {scene.name: Tally() for scene in wanted}
    with tempfile.TemporaryDirectory(prefix="staketerm-kill-") as folder:
        stages = {scene.name: _prepared(scene, Path(folder)) for scene in wanted}
        for number in range(rounds):
            scene = wanted[number % len(wanted)]
            seed = f"{scene.name} {number // len(wanted)}"
            place, length = stages[scene.name]
            end, faults = run_once(scene, place, length, seed)
            tallies[scene.name].add(end, faults, seed)
    sys.stdout.write(_table(tallies))
    return 1 if any(tally.faults for tally in tallies.values()) else 0


def run_once(scene: Scene, stage: Path, length: Length, seed: str) -> tuple[End, list[str]]:
    """One run in a copy of the folder `stage`: how it ended, and what was wrong afterwards."""
    folder = stage.with_name("run")
    shutil.copytree(stage, folder)
    try:
        end = let_die(partial(scene.act, folder), point_of(seed, length))
        faults = asked(lambda: scene.look(folder, end.said) + faults_of(folder / JOURNAL))
    except RuntimeError as fault:
        return End((), killed=True), [str(fault)]
    finally:
        shutil.rmtree(folder)
    return end, faults


def point_of(seed: str, length: Length) -> Point:
    """Where the kill of a seed falls in something of that length; the same each time."""
    chance = Random(seed)
    if chance.random() < 0.5:
        return Point(calls=chance.randint(1, length.calls))
    return Point(seconds=chance.uniform(0, 1.1 * length.seconds))


def _prepared(scene: Scene, folder: Path) -> tuple[Path, Length]:
    """A folder as the scene finds it, and how long the scene takes that nobody kills."""
    stage = folder / scene.name / "stage"
    stage.mkdir(parents=True)
    asked(partial(scene.prepare, stage))
    trial = stage.with_name("run")
    shutil.copytree(stage, trial)
    length = measured(partial(scene.act, trial))
    shutil.rmtree(trial)
    return stage, length


def _table(tallies: dict[str, Tally]) -> str:
    lines = [f"{'kind':<14}{'runs':>6}{'killed':>8}{'acknowledged':>14}{'wrong':>7}"]
    for name, one in tallies.items():
        wrong = len({line.partition(":")[0] for line in one.faults})
        lines.append(f"{name:<14}{one.rounds:>6}{one.killed:>8}{one.said:>14}{wrong:>7}")
    lines += [fault for one in tallies.values() for fault in one.faults]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
