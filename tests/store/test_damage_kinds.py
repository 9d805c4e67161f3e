"""Every kind of damage: the doctor sees it, mends it, counts honestly and keeps the file."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from staketerm.store.backup import copy
from staketerm.store.doctor import Health, examine
from staketerm.store.errors import JournalDamaged
from staketerm.store.opening import open_store
from staketerm.store.repair import repair
from tests.store.people import begin, person, signal, visible

PAGE = 4096
LEAF_OF_A_TABLE = 13  # the first byte of such a page
PEOPLE, SIGNALS = 200, 1600


def zeroed(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(1, len(content) // PAGE) * PAGE
    content[at : at + PAGE] = bytes(PAGE)


def without_its_list(content: bytearray, _chance: random.Random) -> None:
    """All pages gone but the first on which it is said which tables there are."""
    for at in range(PAGE, len(content), PAGE):
        if content[at] == LEAF_OF_A_TABLE and b"CREATE TABLE" in content[at : at + PAGE]:
            content[at : at + PAGE] = bytes(PAGE)


def rubbish(content: bytearray, chance: random.Random) -> None:
    for page in chance.sample(range(1, len(content) // PAGE), 10):
        content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)


def headless(content: bytearray, chance: random.Random) -> None:
    content[:100] = chance.randbytes(100)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[int(len(content) * chance.uniform(0.7, 0.95)) :]


BY_CHANCE = {zeroed: 0.5, rubbish: 0.5, headless: 1.0, cut: 0.3}
"""The least share of the signals that is rescued, wherever the damage falls."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal of people and what they did, as one file."""
    from tests.store.conftest import Hand

    place = tmp_path_factory.mktemp("whole") / "journal.db"
    store = open_store(place, clock=Hand())
    begin(store)
    with store.write("import") as work:
        people = [person(1000 + n, f"Person {n}", job="x" * 60) for n in range(PEOPLE)]
        work.put_many(people, logged=False)
        acts = [signal(9000 + n, 1000 + n % PEOPLE, note=f"note {n}") for n in range(SIGNALS)]
        work.put_many(acts, logged=False)
    store.close()
    return place.read_bytes()


@pytest.mark.parametrize(
    ("harm", "least", "seed"),
    [
        *((harm, least, seed) for harm, least in BY_CHANCE.items() for seed in range(1, 4)),
        (without_its_list, 1.0, 1),
    ],
)
def test_what_can_be_read_is_rescued_and_the_rest_counted(
    whole: bytes,
    place: Path,
    clock,
    harm: Callable[[bytearray, random.Random], None],
    least: float,
    seed: int,
):
    content = bytearray(whole)
    harm(content, random.Random(seed))
    place.write_bytes(content)
    found = [each for each in examine(place, clock.now()) if each.health is Health.BAD]
    assert any("doctor --repair" in each.text or "not a staketerm" in each.text for each in found)
    assert place.read_bytes() == content
    mended = repair(place, clock)
    assert mended.damaged.read_bytes() == content
    kept, lost = mended.kept.get("signal", 0), mended.lost.get("signal", 0)
    assert least * SIGNALS <= kept <= kept + lost <= SIGNALS
    if least == 1.0:
        assert (kept, mended.lost) == (SIGNALS, {})
    assert [
        e for e in examine(place, clock.now()) if e.health is Health.BAD and e.key != "modes"
    ] == []
    store = open_store(place, clock=clock)
    assert len(visible(store)["signal"]) == kept
    store.close()


def test_rows_are_never_read_by_a_list_that_is_not_theirs(whole: bytes, place: Path, clock):
    """A journal that came from a backup has its tables elsewhere than one that was made here."""
    made = place.with_name("made.db")
    made.write_bytes(whole)
    copy(made, place)
    content = bytearray(place.read_bytes())
    without_its_list(content, random.Random(1))
    assert content != bytearray(made.read_bytes())
    place.write_bytes(content)
    with pytest.raises(JournalDamaged, match="restore PATH"):
        repair(place, clock)
    assert place.read_bytes() == content


def test_nor_by_one_in_which_another_kind_of_row_lies_there(place: Path, clock):
    """Erasing somebody writes the file anew: its tables lie closer together from then on."""
    store = open_store(place, clock=clock)
    begin(store)
    with store.write("import") as work:
        work.put_many([person(1000 + n, f"Person {n}") for n in range(5)])
    store.close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("VACUUM")
    content = bytearray(place.read_bytes())
    without_its_list(content, random.Random(1))
    content[25 * PAGE :] = bytes(len(content) - 25 * PAGE)
    place.write_bytes(content)
    with pytest.raises(JournalDamaged, match="restore PATH"):
        repair(place, clock)
    assert place.read_bytes() == content
