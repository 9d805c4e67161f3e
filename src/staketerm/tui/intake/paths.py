"""What a person types for a path: understood, and completed from what lies there."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

MOST_COMPLETIONS = 500
"""Names offered at once; more are found by typing on."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A file or folder that fits: its name, and the whole line once it is taken."""

    name: str
    line: str
    folder: bool = False


def path_of(typed: str) -> Path | None:
    """The path a line means: `~`, quotes and `file:` as a terminal drops them; None for nothing."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(urlparse(text).path)
    if not text:
        return None
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:  # ~somebody who has no account here
        return path


def completions(typed: str) -> tuple[Completion, ...]:
    """The files and folders whose path begins with what is typed, folders first.

    Hidden ones only after a dot. A folder that is not there or cannot be read offers nothing; names
    that a terminal would obey are left out, they can be reached through the folder they lie in.
    """
    head, tail = os.path.split(typed.lstrip())
    folder = (path_of(head) or Path()) if head else Path()
    begin = "" if not head else head if head.endswith(os.sep) else head + os.sep
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                hidden = name.startswith(".") and not tail.startswith(".")
                if hidden or not name.isprintable() or not _fits(name, tail):
                    continue
                inside = _is_folder(entry)
                found.append(Completion(name, f"{begin}{name}{os.sep if inside else ''}", inside))
    except OSError:
        return ()
    found.sort(key=lambda one: (not one.folder, one.name.casefold()))
    return tuple(found[:MOST_COMPLETIONS])


def without_folder(text: str, path: Path) -> str:
    """A message about `path` with its name alone: the folder was just typed, the remedy must fit
    on the line."""
    folder = str(path.parent)
    return text if folder in (".", os.sep) else text.replace(folder + os.sep, "")


def _fits(name: str, tail: str) -> bool:
    return name.casefold().startswith(tail.casefold())


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def short_path(path: Path) -> Path:
    """The path as a person writes it, from their own folder on."""
    try:
        return Path("~") / path.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return path
