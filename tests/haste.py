"""What every test would pay for and none is about: the disk's pace, and garbage over and over."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest

sys.dont_write_bytecode = False  # each process would compile all tests anew
gc.set_threshold(100_000, 50, 50)


def pytest_collection_finish() -> None:
    """Look through what was imported for garbage once, not again with every test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def never_waits_for_the_disk() -> Iterator[str]:
    """Nothing waits until the disk itself has it: that is for a power cut, and no test makes one.

    Programs that a test starts do wait. Gives the `synchronous` that journals are shipped with.
    """
    from staketerm.store.engine import READER, WRITER

    shipped = WRITER["synchronous"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)
        for settings in (READER, WRITER):
            patch.setitem(settings, "synchronous", "OFF")
        yield shipped


@pytest.fixture
def as_shipped(never_waits_for_the_disk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journals of this test wait until the disk has what is written."""
    from staketerm.store.engine import READER, WRITER

    for settings in (READER, WRITER):
        monkeypatch.setitem(settings, "synchronous", never_waits_for_the_disk)
