"""The guide to a journal on a server: its commands are commands, its setting up sets it up."""

import re
import shlex
from importlib.resources import files
from pathlib import Path

import pytest

from staketerm.journal.authorship import own_name
from staketerm.journal.location import own_config
from staketerm.store import lock, server_health
from staketerm.store.addresses import shown
from staketerm.store.server import PATIENCE
from tests.cli.test_guide import parse

TEXT = files("staketerm").joinpath("guide", "server.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
LINES = re.findall(r"^staketerm ([^#\n]+)", "".join(BLOCKS), re.MULTILINE)
COMMANDS = sorted({line.strip() for line in LINES + re.findall(r"`staketerm ([^`]+)`", TEXT)})
BARE = {"restore": ["PATH"], "sync": [], "erase": ["WHO"]}


@pytest.mark.parametrize("said", COMMANDS)
def test_every_command_in_it_is_one(said):
    words = shlex.split(said)
    parse([*words, *BARE.get(words[0], [])] if len(words) == 1 else words)


def test_the_setting_up_lets_all_of_a_team_write(postgresql, say, monkeypatch):
    import psycopg

    make, grant = ("".join(each) for each in (BLOCKS[:1], BLOCKS[1:2]))
    with psycopg.connect(postgresql, autocommit=True) as server:
        for statement in make.strip().split("\n"):
            server.execute(statement.replace("'...'", "'hush'").encode())
    journal = postgresql.replace("/postgres?", "/journal?")
    with psycopg.connect(journal, autocommit=True) as server:
        for statement in grant.strip().split("\n"):
            server.execute(statement.encode())
    for name in ("anna", "bram"):
        place = journal.replace("staketerm@", f"{name}@")
        say("add", f"Met by {name}", "--journal", place)
        say("undo", "--journal", place)
        say("add", f"Met again by {name}", "--journal", place)
    changes = say("history", "--json", "--journal", place).json["changes"]
    assert {change["author"] for change in changes} == {"anna", "bram"}
    assert "by anna" in say("history", "--journal", place).out
    assert "You may read and write" in say("doctor", "--journal", place).out


def test_the_setting_it_names_says_whose_work_it_is(empty_machine, monkeypatch):
    assert own_name() is None
    said = re.search(r'^\[journal\]\nauthor = "(.+)"$', TEXT, re.MULTILINE)
    assert said is not None
    own_config().parent.mkdir(parents=True)
    own_config().write_text(said[0], encoding="utf-8")
    assert own_name() == said[1]
    monkeypatch.setenv("STAKETERM_AUTHOR", " Bram\n")
    assert own_name() == "Bram"


def test_the_size_it_tells_of_is_that_up_to_which_copies_are_made():
    assert f"more than {server_health.MOST_BY_ITSELF >> 20} MB" in TEXT


def test_the_times_it_tells_of_are_those_that_are_waited():
    assert "within five seconds" in TEXT
    assert lock.WAIT_SECONDS == 5.0
    assert "for five minutes at most" in TEXT
    assert "'5min'" in str(PATIENCE)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://anna:hush@db/journal",
        "postgresql://anna:hu@sh@db/journal",
        "postgresql://anna@db/journal?sslmode=require&password=hush",
        "postgresql://anna@db/journal?sslpassword=hush",
        "postgres://anna:hush@[db",
    ],
)
def test_no_address_is_shown_with_its_password(address):
    assert "hush" not in shown(address)
    assert "hu@sh" not in shown(address)
    assert "anna" in shown(address)


def test_the_readme_leads_to_it():
    readme = Path(__file__).parents[2].joinpath("README.md").read_text(encoding="utf-8")
    assert "](src/staketerm/guide/server.md)" in readme
