"""A database that is made beside the place where it is to be, and named when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from staketerm.store.cipher import empty_database, put_in_place
from staketerm.store.files import beside, sync_to_disk
from staketerm.store.leftovers import discard


def hold(names: Iterator[Path]) -> Path:
    """The first of endless names that nobody has or is about to have. The empty file that
    `made_aside` makes a database of keeps it from others, other programs among them.
    """
    name = next(names)
    while not _taken(name):
        name = next(names)
    return name


def _taken(name: Path) -> bool:
    """Take a name, if it is nobody's; whether it was."""
    aside = beside(name, ".tmp")
    try:
        empty_database(aside)
    except FileExistsError:
        return False
    if name.exists():
        aside.unlink()
        return False
    return True


@contextmanager
def made_aside(target: Path, *, held: bool = False) -> Iterator[Path]:
    """An empty file to make a database of, which takes the place of `target` on leaving; an error
    inside means that nothing of it is left. What was cut off before is done away with, unless the
    name is `held`.
    """
    aside = beside(target, ".tmp")
    if not held:
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
