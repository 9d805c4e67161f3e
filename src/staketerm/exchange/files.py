"""Files that are there whole or not at all, readable by their owner alone (storage-sync 1.2)."""

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.store.files import drafted, private_folder
from staketerm.store.portions import portions

OWNER_ONLY = 0o600
FOR_COLLEAGUES = 0o666
"""Who may read a file; the second leaves that to the system's own rule (umask), as the folder of a
share does.
"""


_AT_ONCE = 1 << 20  # bytes


class ExportFailed(StaketermError):
    """A file could not be written; what was there before is still there."""


@dataclass(frozen=True, slots=True)
class Written:
    """One file as it now is: its SHA-256 as hex, its size, its rows; `changed` if it was not so."""

    name: str
    sha256: str
    size: int
    rows: int
    changed: bool


def write_whole(
    path: Path, lines: Iterable[str], *, uncounted: int = 0, mode: int = OWNER_ONLY
) -> Written:
    """Write `lines` to `path`: beside it first, then put in its place in one step.

    A file whose bytes would be the same is left untouched. `uncounted` of the lines are no rows
    (the header). `mode` says who may read it, for its owner alone unless it is meant for others.
    Raises `ExportFailed` with the remedy.
    """
    draft = path.with_name(f".tmp-{path.name}")
    try:
        digest, size, count = _draft(draft, _blocks(lines), mode)
        changed = not _holds(path, digest, size, mode)
        if changed:
            draft.replace(path)
        else:
            draft.unlink()
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise ExportFailed(_explained(path, error)) from error
    return Written(path.name, digest, size, count - uncounted, changed)


def copy_whole(source: Path, path: Path, *, rows: int, mode: int = OWNER_ONLY) -> Written:
    """Write the bytes of another file to `path`, as `write_whole` does; `rows` are said to be in
    it. Raises `ExportFailed` with the remedy.
    """
    draft = path.with_name(f".tmp-{path.name}")
    try:
        with source.open("rb") as file:
            blocks = ((block, 0) for block in iter(partial(file.read, _AT_ONCE), b""))
            digest, size, _count = _draft(draft, blocks, mode)
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise ExportFailed(_explained(path, error)) from error
    return Written(path.name, digest, size, rows, changed=True)


def make_folder(folder: Path, *, mode: int = 0o700) -> None:
    """Make a folder, for its owner alone unless `mode` says else, if it is not there; raises
    `ExportFailed`.
    """
    try:
        private_folder(folder, mode)
    except OSError as error:
        raise ExportFailed(_explained(folder, error)) from error


def settle_folder(folder: Path) -> None:
    """Make the names in a folder as durable as the files (POSIX; elsewhere nothing is needed)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _draft(draft: Path, blocks: Iterable[tuple[bytes, int]], mode: int) -> tuple[str, int, int]:
    """Write blocks of so many lines to the draft; its digest, size and number of lines."""
    digest, size, count = hashlib.sha256(), 0, 0
    with os.fdopen(drafted(draft, mode), "wb") as file:
        for data, n in blocks:
            digest.update(data)
            size += len(data)
            count += n
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size, count


def _blocks(lines: Iterable[str]) -> Iterator[tuple[bytes, int]]:
    """The lines as UTF-8, a thousand at a time."""
    for block in portions(lines, 1_000):
        yield "".join(block).encode(), len(block)


def _holds(path: Path, digest: str, size: int, mode: int) -> bool:
    """Whether the file is there with these bytes, and nobody can read it who should not."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    too_open = mode == OWNER_ONLY and os.name == "posix" and found.st_mode & 0o077
    plain = stat.S_ISREG(found.st_mode) and found.st_size == size
    return plain and not too_open and sha256_of(path) == digest


def _explained(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return _(
            "{path} cannot be written: it is open in another program or not yours. "
            "Nothing was put in its place."
        ).format(path=path)
    return _("{path} cannot be written: {reason}. What was there before is still there.").format(
        path=path, reason=error.strerror or error
    )
