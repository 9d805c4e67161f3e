"""Reading what somebody else put into a folder: a plain file of a bearable size, and nothing that a
link, a pipe or a device would lead to (storage-sync 1.2).
"""

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from staketerm.exchange.plan import ImportRefused, Problem
from staketerm.exchange.tables.foreign import MOST_BYTES
from staketerm.locale import _

_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""A link is not followed, a pipe that nobody writes to is not waited for."""


def whole_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file; raises `ImportRefused` for what is none, or larger than `most` bytes."""
    with _opened(path, most) as file:
        return file.read(most)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file as hex; raises `ImportRefused` for what is none, or too large."""
    with _opened(path, MOST_BYTES) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def refused(name: str, rule: str) -> ImportRefused:
    """What is said of a file that cannot be taken in."""
    problem = Problem(name, None, None, None, rule)
    return ImportRefused(str(problem), (problem,))


@contextmanager
def _opened(path: Path, most: int) -> Iterator[io.BufferedReader]:
    name = f"{path.parent.name}/{path.name}"
    try:
        file = os.fdopen(os.open(path, _PLAINLY), "rb")
    except OSError as error:
        rule = _("cannot be read: {reason}").format(reason=error.strerror or error)
        raise refused(name, rule) from None
    with file:
        found = os.fstat(file.fileno())
        if path.is_symlink() or not stat.S_ISREG(found.st_mode):
            raise refused(name, _("this is no plain file; it is left alone"))
        if found.st_size > most:
            rule = _("larger than {n} MB").format(n=most // 1024**2)
            raise refused(name, rule)
        yield file
