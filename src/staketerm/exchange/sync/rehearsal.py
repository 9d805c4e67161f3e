"""Units of work that are kept, each by itself; or that are only rehearsed: they see each other, and
nothing of them stays."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

from staketerm.journal.opening import Journal
from staketerm.journal.writing import Writing
from staketerm.store.reader import Reader


class Units(Protocol):
    """Where a sync reads and writes."""

    def read(self) -> AbstractContextManager[Reader]:
        """A look at the journal as the units before left it."""
        ...

    def write(self, author: str) -> AbstractContextManager[Writing]:
        """A unit of work; an error inside means that nothing of it happened."""
        ...


class _Kept:
    """Every unit is a batch of its own."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def read(self) -> AbstractContextManager[Reader]:
        return self._journal.read()

    def write(self, author: str) -> AbstractContextManager[Writing]:
        return self._journal.write("sync", author=author)


class _Rehearsed:
    """All units are parts of one, which is never ended; each tells what it would move."""

    def __init__(self, writing: Writing) -> None:
        self._work, self._today = writing.work, writing.today

    def read(self) -> AbstractContextManager[Reader]:
        return nullcontext(self._work)

    @contextmanager
    def write(self, author: str) -> Iterator[Writing]:  # noqa: ARG002
        with self._work.connection.begin_nested():
            writing = Writing(self._work, self._today)
            yield writing
            writing.settle()


class _OverError(Exception):
    """Ends a rehearsal: nothing of it is kept."""


@contextmanager
def units(journal: Journal, *, dry: bool) -> Iterator[Units]:
    """Units of work of a journal; those of a `dry` run are rehearsed."""
    if not dry:
        yield _Kept(journal)
        return
    try:
        with journal.write("sync") as writing:
            yield _Rehearsed(writing)
            raise _OverError
    except _OverError:
        pass
