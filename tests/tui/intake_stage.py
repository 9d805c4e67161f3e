"""Files to take in, and the program with hands that type: what the tests of imports play with."""

from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot

from staketerm.journal.opening import Journal
from staketerm.store.records import Row
from staketerm.tui.app import Staketerm
from staketerm.tui.dialogs.take_in import TakeInDialog
from tests.tui import stillness
from tests.tui.conftest import settled

R = TypeVar("R", bound=Row)

REGISTER = """\
Naam;Organisatie;Rol;Invloed (H/M/L);Belang (1-10);Tel.;E-mail;Datum;Kleur
Hilde Jansma;Provincie;;H;8;;hilde@prov.example;;
Anneke de Wit;Gemeente Zuidrand;Opdrachtgever;H;8;030-123;anneke@zuidrand.example;1-9-2026;rood
Jan Klein;Aannemersbond;;M;1;;;31-02-2026;
;;;M;3;;;;
J. Smit;Aannemersbond;De aannemers;M;;;;;
[b]Bold[/b] BV;;;;;;;;
"""
"""A register: two rows that cannot be read, two that ask, two new ones."""

NAMES = {"/": "slash", ".": "full_stop", " ": "space", "-": "minus", "~": "tilde", "@": "at"}
NAMES |= {"_": "underscore", ",": "comma", "*": "asterisk", "=": "equals_sign"}


def register(folder: Path, text: str = REGISTER) -> Path:
    """The register as a file."""
    path = folder / "register.csv"
    path.write_text(text, encoding="utf-8")
    return path


def shown(app: Staketerm) -> str:
    """The screen as text."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys one after the other, each once what the one before asked is there; the screen."""
    await stillness.press(pilot, *(NAMES.get(key, key) for key in keys))
    assert isinstance(pilot.app, Staketerm)
    return shown(pilot.app)


async def write(pilot: Pilot[None], text: str) -> str:
    """Type a text, and wait until typing has paused long enough."""
    for letter in text:
        await pilot.press(NAMES.get(letter, letter))
    await settled(pilot)
    return await press(pilot)


async def look_into(pilot: Pilot[None], path: Path) -> str:
    """`I`, the path, Enter; the screen that comes."""
    await press(pilot, "I")
    assert isinstance(pilot.app.screen, TakeInDialog)
    pilot.app.screen.path_line.value = str(path)  # pasted: typing it is for the dialog's own tests
    return await press(pilot, "enter")


async def rows_of(app: Staketerm, kind: type[R]) -> list[R]:
    """The rows of a kind as the journal has them now."""

    def answer(journal: Journal) -> list[R]:
        with journal.read() as reader:
            return list(reader.rows(kind))

    return await app.desk.ask(answer)
