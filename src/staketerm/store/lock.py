"""The one writer: an advisory lock on `<journal>.lock`, held over every write (storage-sync 2.3).

It is taken before BEGIN IMMEDIATE and kept until COMMIT has returned, because SQLite's automatic
checkpoint runs inside COMMIT and a checkpoint beside another's commit can harm a journal in every
SQLite before 3.51.3.
"""

import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from staketerm.locale import _
from staketerm.store.errors import JournalLocked

WAIT_SECONDS = 5.0
"""How long a writer waits for another before it gives up."""

_PAUSE_SECONDS = 0.01
_LOCKED_BYTE = 1 << 20  # beyond the text, so that others can read it where locks are mandatory


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, and what for."""

    pid: int
    host: str
    since: str
    purpose: str

    @classmethod
    def this(cls, purpose: str) -> "Holder":
        """This process, from now on."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(os.getpid(), socket.gethostname(), now, purpose)


class FileLock:
    """A lock on a file that tells who holds it. Not reentrant; one per open journal.

    What is written into the file is a courtesy to others: where the disk is full, the lock holds
    without it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        self._file = os.open(path, flags, 0o600)
        self._guard = threading.Lock()

    def take(self, purpose: str) -> bool:
        """Take the lock if it is free; whether it was."""
        if not self._guard.acquire(blocking=False):
            return False
        if not _lock(self._file):
            self._guard.release()
            return False
        self.tell(purpose)
        return True

    def leave(self) -> None:
        """Give the lock back."""
        self.clear()
        _unlock(self._file)
        self._guard.release()

    def share(self) -> bool:
        """Hold the lock together with others who share it, instead of alone where it was taken;
        whether nobody holds it alone.
        """
        return _share(self._file)

    def take_back(self) -> bool:
        """Hold a shared lock alone; whether nobody else shares it. It is given up where not."""
        return _lock(self._file)

    def tell(self, purpose: str) -> None:
        """Write into the file that this process holds it for `purpose`."""
        self._write(json.dumps(asdict(Holder.this(purpose))))

    def clear(self) -> None:
        """Take away what was written into the file."""
        self._write("")

    @contextmanager
    def held(self, purpose: str, wait: float = WAIT_SECONDS) -> Iterator[None]:
        """Hold the lock; raises JournalLocked, naming the holder, after `wait` seconds."""
        if not within(wait, lambda: self.take(purpose)):
            raise JournalLocked(self._sentence())
        try:
            yield
        finally:
            self.leave()

    def holder(self) -> Holder | None:
        """Who wrote into the file and did not clear it: holds the lock or died with it."""
        try:
            text = os.pread(self._file, 4096, 0) if hasattr(os, "pread") else self.path.read_bytes()
            return Holder(**json.loads(text))
        except (OSError, ValueError, TypeError):
            return None

    def close(self) -> None:
        """Close the file; a lock still held is given back by that."""
        os.close(self._file)

    def _write(self, text: str) -> None:
        with suppress(OSError):
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, text.encode())

    def _sentence(self) -> str:
        holder = self.holder()
        if holder is None:
            return _(
                "Another staketerm is writing to this journal. Nothing was changed; try again when "
                "it is done."
            )
        return _(
            "Another staketerm (pid {pid} on {host}) has been writing to this journal since "
            "{since} ({purpose}). Nothing was changed; try again when it is done."
        ).format(pid=holder.pid, host=holder.host, since=holder.since, purpose=holder.purpose)


def within(seconds: float, attempt: Callable[[], bool]) -> bool:
    """Whether `attempt` succeeded in time; it is made again and again until then."""
    until = time.monotonic() + seconds
    while not attempt():
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE_SECONDS)
    return True


if sys.platform == "win32":
    import msvcrt

    _SHARERS = 64  # there are no shared locks here: each who shares holds a byte of its own

    def _lock(file: int) -> bool:
        _unlock(file)
        return _lock_bytes(file, 0, _SHARERS)

    def _share(file: int) -> bool:
        _unlock(file)
        return any(_lock_bytes(file, sharer, 1) for sharer in range(_SHARERS))

    def _unlock(file: int) -> None:
        for first, count in ((0, _SHARERS), *((sharer, 1) for sharer in range(_SHARERS))):
            os.lseek(file, _LOCKED_BYTE + first, os.SEEK_SET)
            with suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_UNLCK, count)

    def _lock_bytes(file: int, first: int, count: int) -> bool:
        os.lseek(file, _LOCKED_BYTE + first, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: int) -> bool:
        return _flock(file, fcntl.LOCK_EX)

    def _share(file: int) -> bool:
        return _flock(file, fcntl.LOCK_SH)

    def _flock(file: int, how: int) -> bool:
        # flock, not lockf: the latter's locks vanish when this process closes any other descriptor
        # of the file, as a second journal opened and closed beside this one would.
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
