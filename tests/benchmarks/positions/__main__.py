"""How well positions are read, on simulated stakeholders whose truth is known.

    python3 run.py bench positions            five worlds, and what wrong weights and habits cost
    python3 run.py bench positions --quick    the first world alone
    python3 run.py bench positions --store    the same as the first, kept in figures.json

Nothing is random but for a fixed seed: the same program prints the same table. `figures.json` holds
the run that the guide quotes.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.positions import effects, table
from tests.benchmarks.positions.measures import (
    LEGEND,
    Figures,
    Told,
    by_life,
    figures,
    tell,
)
from tests.benchmarks.positions.rivals import Method
from tests.benchmarks.positions.worlds import (
    SEED,
    STAKEHOLDERS,
    WORLDS,
    Case,
    cases,
    signals_a_year,
)

STORED = Path(__file__).with_name("figures.json")


def main(words: Sequence[str]) -> int:
    """Run the bench and print it; the exit code."""
    if set(words) - {"--quick", "--store"} or len(words) > 1:
        sys.stderr.write(__doc__ or "")
        return 2
    quick = "--quick" in words
    _say(f"{STAKEHOLDERS} stakeholders a world, two years, seed {SEED}\n")
    worlds: dict[str, Figures] = {}
    people: dict[str, list[Case]] = {}
    signals: dict[str, int] = {}
    everybody: list[Told] = []
    for world in WORLDS[:1] if quick else WORLDS:
        people[world.name] = cases(world)
        told = tell(people[world.name])
        everybody += told[Method.MODEL]
        worlds[world.name] = figures(told)
        signals[world.name] = round(signals_a_year(people[world.name]))
        _say(table.of_world(world.name, signals[world.name], worlds[world.name]))
    if not quick:
        _say(table.of_all(worlds))
    lives = by_life(everybody)
    _say(LEGEND)
    _say(table.of_lives(lives))
    if quick:
        return 0
    known = {name: found[Method.MODEL]["log score"] for name, found in worlds.items()}
    costs = effects.costs(people, known)
    _say(table.of_costs(costs))
    if "--store" in words:
        _store({"seed": SEED, "signals": signals, "worlds": worlds, "lives": lives, "costs": costs})
    return 0


def _store(found: Mapping[str, Any]) -> None:
    STORED.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
