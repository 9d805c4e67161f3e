"""Encrypting in tests: by a raw key, for which nobody waits."""

from pathlib import Path

SECRET = f"x'{'5a' * 32}'"
"""A raw key as SQLCipher writes one: nothing is reckoned."""

OTHER = f"x'{'a5' * 32}'"


def readable_in(folder: Path, *words: str) -> list[str]:
    """Where any of the words can be read below a folder, by file."""
    return [
        f"{each.relative_to(folder)}: {word}"
        for each in sorted(folder.rglob("*"))
        if each.is_file()
        for word in words
        if _holds(each.read_bytes(), word)
    ]


def _holds(content: bytes, word: str) -> bool:
    return any(word.encode(form) in content for form in ("utf-8", "utf-16-le", "utf-16-be"))
