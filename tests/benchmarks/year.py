"""Three colleagues for a year, in a minute: `python3 run.py bench year [SEED]`.

They log, meet, mail, edit, delete and undo; one erases somebody, one goes back to a backup, one
edits files in a spreadsheet; files get lost, come late and torn. At the end three journals give the
same bytes, and of who was erased nothing is left.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.exchange.sync.year import GONE, Year


def main(words: Sequence[str]) -> int:
    """Play it and print the tally; 1 where it ends otherwise."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as place:
        year = Year(Path(place), int(words[0]) if words else 1)
        with year.team as team:
            year.play()
            rest = year.end()
            first, *others = team.given()
            same = all(other == first for other in others)
            left = team.found(GONE)
            rows = sum(data.count(b"\n") - 1 for data in first.values())
    told = "\n".join(f"{number:>8} {what}" for what, number in year.tally.items())
    size = sum(map(len, first.values()))
    sys.stdout.write(
        f"{told}\n\n{len(first)} files of {rows:,} rows and {size:,} bytes: "
        f"{'the same of all three' if same else 'NOT THE SAME'}"
        f"{'' if rest else ', AND NO REST'}\n"
        f"who was erased: {left or 'nowhere'}\n"
        f"{time.process_time() - began:.0f} s CPU\n"
    )
    return int(not (same and rest) or bool(left))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
