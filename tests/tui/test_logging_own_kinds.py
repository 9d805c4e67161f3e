"""Own and retired kinds in the log dialogs, and a key of one's own for them."""

from pathlib import Path

import pytest

from staketerm.journal.opening import open_journal
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.kinds import add_kind, change_kind
from staketerm.journal.timeline import told
from staketerm.tui.app import Staketerm
from staketerm.tui.config import read_config
from staketerm.tui.dialogs.kind_keys import FREE, KINDS
from tests.tui.dialog_stage import CLOCK, TODAY, furnish, key, playing, press, shown
from tests.tui.made_once import made_once


@made_once
def furnished(path: Path) -> None:
    """A journal with an own kind, and two kinds that are not logged any more."""
    furnish(path)
    with open_journal(path, clock=CLOCK) as journal:
        add_kind(journal, AddKind(label="sang for us", dutch="zong voor ons", points=5))
        for id in ("agreement_kept", "obstructed"):
            change_kind(journal, ChangeKind(id=id, retired=True))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return furnished(tmp_path / "journal.db")


def logged(path: Path, who: str) -> list[str]:
    """The kinds of what somebody did today."""
    with open_journal(path, clock=CLOCK) as journal:
        items = told(journal, stakeholder=key(journal, who))
        return [item.kind for item in items if item.what == "signal" and item.day == TODAY]


def selected(app: Staketerm) -> str:
    """Whose row has the cursor."""
    subject = app.frames()[-1].subject
    assert subject is not None
    return subject.name


async def test_an_own_kind_is_found_by_a_few_letters_in_either_language(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "slash", *"zong", "enter")
        assert "sang for us +5" in "\n".join(shown(app))
        await press(pilot, "enter")
        who = selected(app)
    assert logged(path, who) == ["sang_for_us"]


async def test_own_kinds_stand_first_where_kinds_are_found(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l", "slash")
        lines = "\n".join(shown(app))
        assert lines.index("sang for us") < lines.index("answered my mail")


async def test_an_own_kind_has_the_key_that_the_configuration_gives_it(path: Path):
    async with playing(path, (120, 40)) as (app, pilot):
        app.kind_keys = {"G": "sang_for_us", "H": "not_in_this_journal"}
        await press(pilot, "l")
        assert "G sang for us +5" in "\n".join(shown(app))
        await press(pilot, "H", "G")
        assert "G sang for us +5: " in "\n".join(shown(app))
        await press(pilot, "enter")
        who = selected(app)
    assert logged(path, who) == ["sang_for_us"]


async def test_a_retired_kind_is_not_offered_in_the_log_dialog(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "l")
        lines = "\n".join(shown(app))
        [line] = [line for line in shown(app) if "kept an agreement" in line]
        assert "f  " not in line
        assert "retired" in line
        assert "I blocked" not in lines
        assert "- blocked" in lines
        await press(pilot, "f")
        assert "kept an agreement is retired" in "\n".join(shown(app))
        await press(pilot, "slash", *"agreement")
        found = shown(app)
        assert not [line for line in found if "kept an agreement  " in line]
        assert [line for line in found if "broke an agreement" in line]


async def test_a_retired_kind_is_not_marked_in_a_meeting(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, "m", *"Desk", "enter", "f")
        assert "kept an agreement is retired" in "\n".join(shown(app))


def test_the_configuration_gives_own_kinds_letters_that_are_free(tmp_path: Path):
    path = tmp_path / "config.toml"
    path.write_text(
        '[log.keys]\nsang_for_us = "G"\nhummed = "f"\njuggled = 3\nwhistled = "G"\n',
        encoding="utf-8",
    )
    config = read_config(path)
    assert dict(config.kinds) == {"G": "sang_for_us"}
    assert [problem.partition(";")[0] for problem in config.problems] == [
        "config.toml, line 3: 'f' cannot be the key of hummed in the log dialog",
        "config.toml, line 4: 3 cannot be the key of juggled in the log dialog",
        "config.toml, line 5: 'G' cannot be the key of whistled in the log dialog",
    ]
    assert "free are C E G" in config.problems[0]


def test_no_free_letter_is_the_key_of_a_kind():
    assert len(FREE) == 15
    assert not set(FREE) & set(KINDS)


@pytest.mark.parametrize("text", ["log = 3\n", "[log]\nkeys = 3\n", "[log]\n", "[log.keys]\n"])
def test_a_configuration_without_keys_for_kinds_is_none(tmp_path: Path, text: str):
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = read_config(path)
    assert config.kinds == {}
    assert config.problems == ()
