"""Whatever colleagues do and however their files travel: they end with the same bytes, nothing is
lost that somebody had not seen, undo takes back one's own alone, and who was erased is nowhere.

`HYPOTHESIS_PROFILE=explore` looks further; `python3 run.py bench team` plays longer stories.
"""

import json
from hashlib import sha256
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.sync.colleagues import Colleague, dump, files_in, in_memory, lay
from tests.exchange.sync.deeds import Deeds
from tests.exchange.sync.stories import EVERYTHING, HANDS, NUMBERS, Step, a_team, faults_of, play
from tests.store.conftest import Hand

MANY = settings().max_examples
FEWER, FEWEST = settings(max_examples=max(MANY // 8, 5)), settings(max_examples=max(MANY // 10, 5))
"""Most of the cost of a story is its end, so the stories are long and not many."""


def stories(deeds: tuple[str, ...] = EVERYTHING) -> st.SearchStrategy[list[Step]]:
    step = st.tuples(st.sampled_from(deeds), st.integers(0, HANDS - 1), st.integers(0, NUMBERS - 1))
    return st.lists(step, min_size=8, max_size=40)


@FEWER
@given(st.integers(3, 5), stories())
def test_all_end_with_the_same_and_nothing_is_lost_unseen(many, story):
    with a_team(many) as deeds:
        play(deeds, story)
        assert faults_of(deeds) == []


TOLD = {
    "the one whose value gave way sees it, and nobody else": [
        ("job", 0, 0),
        ("sync", 0, 0),
        ("job", 1, 0),
        ("sync", 1, 0),
        ("carry", 1, 0),
        ("sync", 0, 0),
    ],
    "the one whose value holds sees it, and nobody else": [
        ("job", 0, 0),
        ("sync", 0, 0),
        ("job", 1, 0),
        ("carry", 0, 1),
        ("sync", 1, 0),
    ],
    "of two acts the same, one at a time": [
        ("note", 0, 0),
        ("sync", 0, 0),
        ("note", 1, 0),
        ("carry", 0, 1),
        ("sync", 1, 0),
    ],
    "an edit after a clock that was ahead": [
        ("jump", 0, 29),
        ("job", 0, 0),
        ("sync", 0, 0),
        ("carry", 0, 1),
        ("sync", 1, 0),
        ("job", 1, 0),
        ("undo", 1, 0),
    ],
    "a deletion": [("drop", 0, 0), ("sync", 0, 0)],
    "an undo of what a colleague has and left as it is": [
        ("job", 0, 0),
        ("sync", 0, 0),
        ("carry", 0, 1),
        ("sync", 1, 0),
        ("undo", 0, 0),
    ],
    "an undo of what a colleague changed since": [
        ("job", 0, 0),
        ("sync", 0, 0),
        ("carry", 0, 1),
        ("sync", 1, 0),
        ("job", 1, 0),
        ("sync", 1, 0),
        ("carry", 1, 0),
        ("sync", 0, 0),
        ("undo", 0, 0),
    ],
    "an edit that did not know of a deletion": [
        ("drop", 0, 0),
        ("sync", 0, 0),
        ("note", 1, 0),
        ("carry", 0, 1),
        ("sync", 1, 0),
    ],
    "who erased somebody, and who heard of it, tell the same of it": [("erase", 0, 0)],
    "what a colleague wrote of somebody erased meanwhile": [
        ("erase", 0, 0),
        ("log", 1, 2),
        ("sync", 1, 0),
        ("log", 2, 5),
    ],
    "two who erase the same at once": [("erase", 0, 0), ("log", 1, 2), ("erase", 1, 0)],
    "what was written after a restore and before the next sync": [
        ("note", 0, 0),
        ("sync", 0, 0),
        ("put_back", 0, 0),
        ("note", 0, 0),
    ],
}


@pytest.mark.parametrize("story", TOLD.values(), ids=TOLD.keys())
def test_stories_that_are_told_by_name(story):
    with a_team(3) as deeds:
        play(deeds, story)
        assert faults_of(deeds) == []


WRITTEN = ("job", "note", "employ", "log", "drop", "revive", "sync", "sync", "carry", "erase")


@FEWEST
@given(stories(WRITTEN), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_comes_to_the_same(story, chance):
    with a_team(3) as deeds:
        play(deeds, story)
        for each in deeds.team.colleagues:
            each.sync()
        every = [(each.own.name, files_in(each.own)) for each in deeds.team.colleagues]
        orders = list(permutations(every))
        first, *others = (
            taken_in(deeds, [*order, *chance.choices(every, k=2)])
            for order in (orders[0], *chance.sample(orders[1:], 2))
        )
        for other in others:
            assert other == first


def taken_in(deeds: Deeds, order: list[tuple[str, dict[str, bytes]]]) -> object:
    """What somebody new has who gets these files one after the other: rows, and how far they have
    seen whom.
    """
    clock = Hand(deeds.team.colleagues[0].clock.now())
    place = deeds.team.colleagues[0].folder.with_name("newcomer")
    for path in [each for each in place.rglob("*") if each.is_file()]:
        path.unlink()
    lay(place, files_in(deeds.team.colleagues[0].folder))
    fresh = Colleague("newcomer", in_memory(clock, None, "f" * 8), clock, place)
    for writer, files in order:
        lay(place / "from" / writer, files)
        fresh.sync()
    given_ = {name: data for name, data in files_in(fresh.own).items() if name.endswith(".csv")}
    frontier = json.loads((fresh.own / "manifest.json").read_bytes())["frontier"]
    fresh.journal.close()
    del given_["conflicts.csv"]  # who saw the later one first knows better what was no conflict
    return given_, frontier


def test_via_a_middleman_is_as_good_as_direct():
    with a_team(3) as deeds:
        play(deeds, [("job", 0, 0), ("note", 0, 1), ("erase", 0, 0), ("drop", 0, 0)])
        anna, bram, chen = deeds.team.colleagues
        anna.sync()
        deeds.team.bring(anna, bram)
        bram.sync()
        deeds.team.bring(bram, chen)
        chen.sync()
        first, _bram, third = deeds.team.given()
        assert third == first


DAMAGES = ("cut", "id", "stamp", "width", "marks", "nul")


@pytest.mark.parametrize("file", ["stakeholder.csv", "signal-1970-01.csv", "deleted.csv"])
def test_files_that_are_refused_change_nothing(file):
    with a_team(3) as deeds:
        play(deeds, [("job", 0, 0), ("note", 0, 1), ("drop", 0, 0)])
        anna, bram, _chen = deeds.team.colleagues
        anna.sync()
        bram.sync()
        before = dump(bram.journal)
        for damage in DAMAGES:
            files = dict(anna.sent[-1])
            files[file] = damaged(files[file], damage)
            manifest = json.loads(files["manifest.json"])
            manifest["files"][file]["sha256"] = sha256(files[file]).hexdigest()
            files["manifest.json"] = json.dumps(manifest).encode()
            deeds.team.bring(anna, bram, files)
            done = bram.sync()
            assert [each.person for each in done.waiting] == ["anna"], damage
            assert file in done.waiting[0].why
            assert dump(bram.journal) == before, damage


def damaged(data: bytes, how: str) -> bytes:
    """A file that somebody, or something, spoilt; its manifest says that it is well."""
    header, first, *rest = data.splitlines(keepends=True)
    cells = first.split(b",")
    spoilt = {
        "cut": first[: len(first) // 2],
        "id": first.replace(b"-7000-8000-", b"-", 1),
        "stamp": b",".join([*cells[:-1], b"yesterday\n"]),
        "width": first.rstrip(b"\n") + b",more\n",
        "marks": b"<<<<<<< mine\n" + first,
        "nul": first.replace(b",", b",\0", 1),
    }[how]
    return b"".join([header, spoilt, *rest])
