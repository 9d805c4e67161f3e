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
    """All units are one, which is never ended."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def read(self) -> AbstractContextManager[Reader]:
        return nullcontext(self._writing.work)

    @contextmanager
    def write(self, author: str) -> Iterator[Writing]:  # noqa: ARG002
        with self._writing.work.connection.begin_nested():
            yield self._writing


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
