"""A database that is made beside the place where it is to be, and named when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from staketerm.store.cipher import empty_database, put_in_place
from staketerm.store.files import beside, sync_to_disk
from staketerm.store.leftovers import discard


@contextmanager
def made_aside(target: Path) -> Iterator[Path]:
    """An empty file to make a database of, which takes the place of `target` on leaving; an error
    inside means that nothing of it is left. What was cut off before is done away with.
    """
    aside = beside(target, ".tmp")
    discard(aside)
    empty_database(aside)
    try:
        yield aside
        sync_to_disk(aside)
        put_in_place(aside, target)
        sync_to_disk(target.parent)
    except BaseException:
        with suppress(OSError):
            discard(aside)
        raise
