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
from contextlib import contextmanager
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
    """An exclusive lock on a file that tells who holds it. Not reentrant; one per open journal."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        self._guard = threading.Lock()

    def take(self, purpose: str) -> bool:
        """Take the lock if it is free; whether it was."""
        if not self._guard.acquire(blocking=False):
            return False
        if not _lock(self._file):
            self._guard.release()
            return False
        self._write(json.dumps(asdict(Holder.this(purpose))))
        return True

    def leave(self) -> None:
        """Give the lock back."""
        self._write("")
        _unlock(self._file)
        self._guard.release()

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

    def _lock(file: int) -> bool:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> bool:
        # flock, not lockf: the latter's locks vanish when this process closes any other descriptor
        # of the file, as a second journal opened and closed beside this one would.
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
