"""Colleagues who exchange through copies of a folder: `python3 run.py bench team [STORIES] [SEED]`.

Three, four and five of them, with clocks that are off and copies that arrive late, twice, in
another order, torn; they write, delete, undo, decide, erase, edit their files in a spreadsheet and
go back to a backup. What is looked at is told in tests/exchange/sync/stories.py. A story that ends
otherwise is told in its shortest form.
"""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from random import Random

from tests.exchange.sync.stories import EVERYTHING, HANDS, NUMBERS, Step, a_team, faults_of, play

STORIES, STEPS = 20, (20, 60)


def main(words: Sequence[str]) -> int:
    """Play the stories; 1 where one ends otherwise."""
    stories, first = (int(word) for word in (*words, *(str(STORIES), "0")[len(words) :]))
    began, wrong = time.process_time(), 0
    deeds: Counter[str] = Counter()
    for seed in range(first, first + stories):
        chance = Random(seed)
        many = chance.choice((3, 4, 5))
        story = [
            (chance.choice(EVERYTHING), chance.randrange(HANDS), chance.randrange(NUMBERS))
            for _step in range(chance.randrange(*STEPS))
        ]
        deeds.update(deed for deed, _who, _n in story)
        if faults := _played(many, story):
            wrong += 1
            short = _shortest(many, story)
            sys.stdout.write(f"seed {seed}, {many} colleagues: {faults[0]}\n  {short}\n")
    taken = time.process_time() - began
    told = ", ".join(f"{n} {deed}" for deed, n in deeds.most_common())
    sys.stdout.write(f"{told}\n{stories} stories, {wrong} wrong, {taken:.0f} s CPU\n")
    return int(wrong > 0)


def _played(many: int, story: list[Step]) -> list[str]:
    """What is wrong at the end of a story; what it raises is wrong too."""
    try:
        with a_team(many) as team:
            play(team, story)
            return faults_of(team)
    except Exception as error:
        return [repr(error)]


def _shortest(many: int, story: list[Step]) -> list[Step]:
    """The story without the steps that it ends wrongly without as well."""
    size = len(story) // 2
    while size:
        start = 0
        while start < len(story):
            shorter = story[:start] + story[start + size :]
            if _played(many, shorter):
                story = shorter
            else:
                start += size
        size //= 2
    return story


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
