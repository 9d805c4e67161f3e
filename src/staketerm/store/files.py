"""Files that only their owner can read (storage-sync 2.2)."""

import os
import socket
from pathlib import Path

FILE = 0o600
FOLDER = 0o700


def private_folder(path: Path) -> Path:
    """Make the folder, and those above it that are missing, for its owner alone; `path` itself.

    One that is there already keeps its mode: it may be a home folder.
    """
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=FOLDER, exist_ok=True)
    return path


def private_file(path: Path) -> None:
    """Make an empty file for its owner alone; SQLite gives its -wal and -shm the same mode.

    Raises FileExistsError where something is there.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))


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
