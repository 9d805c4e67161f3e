"""What `config.toml` says about the screen: keys, glyphs, where it opens. The program never writes
that file.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from staketerm.locale import _

GLYPHS = ("full", "ascii")

STARTS = ("people", "today")
"""The places that the program can open on. People is the usual one: its first rows are read before
the database layer is there, while Today is worked out by the journal.
"""


class ScreenConfig(NamedTuple):
    """The settings of the screen. `place` is where it opens; `kinds` are own kinds by their keys in
    the log dialog; `problems` are sentences about what could not be followed.
    """

    path: Path | None = None
    keys: Mapping[str, str] = MappingProxyType({})
    lines: Mapping[str, int] = MappingProxyType({})
    glyphs: str | None = None
    kinds: Mapping[str, str] = MappingProxyType({})
    place: str | None = None
    problems: tuple[str, ...] = ()

    def at(self, id: str) -> str:
        """Where the key of command `id` is set: "config.toml, line 4"."""
        name = self.path.name if self.path else "config.toml"
        return _("{file}, line {line}").format(file=name, line=self.lines.get(id, 1))


def read_config(path: Path | None) -> ScreenConfig:
    """The settings in the file at `path`; those of the program where there is no file.

    What cannot be followed is named in `problems` and the built-in setting serves.
    """
    if path is None:
        return ScreenConfig()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ScreenConfig(path)
    except (OSError, UnicodeDecodeError) as error:
        return ScreenConfig(path, problems=(_unreadable(path, error),))
    import tomllib  # most people have no such file, and the first frame is near

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return ScreenConfig(path, problems=(_unreadable(path, error),))
    lines = MappingProxyType(_key_lines(text))
    keys, key_problems = _keys(path, values.get("keys"))
    glyphs, glyph_problems = _glyphs(path, values.get("glyphs"))
    place, place_problems = _place(path, values.get("start"))
    problems = key_problems + glyph_problems + place_problems
    config = ScreenConfig(path, keys, lines, glyphs, place=place, problems=problems)
    return _with_kinds(config, values.get("log"))


def _with_kinds(config: ScreenConfig, said: Any) -> ScreenConfig:
    """The settings with the keys of own kinds, `[log.keys]`: letters that are no kind's yet."""
    told = said.get("keys", {}) if isinstance(said, dict) else {}
    if not isinstance(told, dict) or not told:
        return config
    from staketerm.tui.dialogs.kind_keys import FREE

    kinds: dict[str, str] = {}
    problems: list[str] = []
    for id, key in told.items():
        if isinstance(key, str) and len(key) == 1 and key in FREE and key not in kinds:
            kinds[key] = id
            continue
        where = config.at(f"log.{id}")
        problems.append(
            _(
                "{where}: {key} cannot be the key of {kind} in the log dialog; free are {free}"
            ).format(where=where, key=repr(key), kind=id, free=" ".join(FREE))
        )
    return config._replace(kinds=MappingProxyType(kinds), problems=(*config.problems, *problems))


def _keys(path: Path, said: Any) -> tuple[Mapping[str, str], tuple[str, ...]]:
    if said is None:
        return MappingProxyType({}), ()
    if not isinstance(said, dict):
        return MappingProxyType({}), (
            _('{file}: [keys] is a table, such as log = "l"').format(file=path.name),
        )
    keys = {id: key for id, key in said.items() if isinstance(key, str) and key.strip()}
    problems = tuple(
        _('{file}: the key of {id} is a text, such as "l"').format(file=path.name, id=id)
        for id in said
        if id not in keys
    )
    return MappingProxyType(keys), problems


def _glyphs(path: Path, said: Any) -> tuple[str | None, tuple[str, ...]]:
    if said is None or said in GLYPHS:
        return said, ()
    return None, (
        _("{file}: glyphs is one of {names}").format(file=path.name, names=", ".join(GLYPHS)),
    )


def _place(path: Path, said: Any) -> tuple[str | None, tuple[str, ...]]:
    """The place under `[start]`, and what is wrong with it."""
    place = said.get("place") if isinstance(said, dict) else None
    if said is None or place in STARTS:
        return place, ()
    wrong = _("{file}: place under [start] is one of {names}")
    return None, (wrong.format(file=path.name, names=", ".join(STARTS)),)


def _unreadable(path: Path, error: Exception) -> str:
    return _("{file} can't be read, the built-in keys serve: {error}").format(
        file=path.name, error=str(error)
    )


def _key_lines(text: str) -> dict[str, int]:
    """The line of each key in `[keys]`; TOML readers don't tell."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            table = header[1]
        elif key := re.match(r"""\s*["']?([\w.-]+)["']?\s*=""", line):
            if table == "keys":
                lines.setdefault(key[1], number)
            elif table == "log.keys":
                lines.setdefault(f"log.{key[1]}", number)
    return lines
