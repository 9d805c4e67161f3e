"""Files that only their owner can read (storage-sync 2.2)."""

import errno
import os
import shutil
import socket
from pathlib import Path

FILE = 0o600
FOLDER = 0o700


def private_folder(path: Path, mode: int = FOLDER) -> Path:
    """Make the folder, and those above it that are missing, for its owner alone or as `mode` says;
    `path` itself.

    One that is there already keeps its mode: it may be a home folder. Raises FileExistsError where
    something else lies there.
    """
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=mode, exist_ok=True)
    if not path.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    return path


def private_file(path: Path) -> None:
    """Make an empty file for its owner alone; SQLite gives its -wal and -shm the same mode.

    Raises FileExistsError where something is there.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))


def drafted(path: Path, mode: int = FILE) -> int:
    """The descriptor of a new file at `path`, to be written and then put in another's place.

    What lies there was cut off, or planted by somebody else: it is not written to, for who made it
    might read along; and a link is not followed.
    """
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags | getattr(os, "O_CLOEXEC", 0), mode)


def copy_private(source: Path, target: Path) -> None:
    """Copy a file to a new one that its owner alone can read."""
    with source.open("rb") as old, os.fdopen(drafted(target), "wb") as new:
        shutil.copyfileobj(old, new)


def private_log(path: Path) -> int:
    """The descriptor of a file to add to, made with its folder where it is not there; its owner
    alone can read it from now on. A link is not followed: raises OSError.
    """
    private_folder(path.parent)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), FILE)
    if os.name == "posix":
        os.fchmod(descriptor, FILE)
    return descriptor


def beside(path: Path, ending: str) -> Path:
    """The file of the same name with `ending` added."""
    return path.with_name(path.name + ending)


def sync_to_disk(path: Path) -> None:
    """Make sure a file, or a folder's list of names, has reached the disk."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def whereabouts_of(path: Path) -> str:
    """What tells a file from its copies: the machine, and the file itself whatever its name."""
    found = path.stat()
    return f"{socket.gethostname()} {found.st_dev} {found.st_ino}"
