"""Journals that many tests begin with: made once, then copied."""

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def made_once(make: Callable[..., object]) -> Callable[..., Path]:
    """`make` writes a journal at a path; what comes back writes a copy of the one it made first."""

    @cache
    def content(**how: Any) -> bytes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "journal.db"
            make(path, **how)
            return path.read_bytes()

    @wraps(make)
    def copied(path: Path, **how: Any) -> Path:
        path.write_bytes(content(**how))
        return path

    return copied
