"""Colleagues who exchange through copies of a folder: `python3 run.py bench team [SEEDS]`.

Each keeps a journal with a clock that is off; copies arrive late, twice, torn. What is looked at,
over so many stories of three, four and five colleagues: at the end everybody has the same bytes,
and no value is lost but those that somebody replaced who had seen them.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.exchange.sync.colleagues import Team

STEPS = 200


def main(seeds: int) -> int:
    """Play the stories; 1 where one ends otherwise."""
    wrong = 0
    began = time.process_time()
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as place, Team(Path(place), 3 + seed % 3, seed) as team:
            team.play(STEPS)
            team.settle()
            given = team.given()
            same = all(each == given[0] for each in given[1:])
            lost = team.lost()
            wrong += not same or bool(lost)
            told = ", ".join(f"{many} {what}" for what, many in team.tally.items())
            files = sum(len(data) for data in given[0].values())
            end = "the same bytes" if same else "DIFFERENT BYTES"
            sys.stdout.write(
                f"{seed:3}  {len(given)} colleagues, {told}: {end} ({files:,}), {len(lost)} lost\n"
            )
    taken = time.process_time() - began
    sys.stdout.write(f"{seeds} stories, {wrong} wrong, {taken:.0f} s CPU\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 6))
