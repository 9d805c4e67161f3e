"""Whatever stands in a cell of a colleague's rows, the journal can be read after."""

import csv
from io import StringIO
from itertools import count
from pathlib import Path

import pytest

from staketerm.cli.main import main
from staketerm.exchange.csvread import read_table
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.writing import involvement_id
from staketerm.store.records import (
    About,
    Absence,
    Action,
    Agreement,
    Ask,
    Consent,
    Contact,
    Entry,
    Involvement,
    Project,
    Row,
    Signal,
    Stakeholder,
    Tag,
)
from tests.exchange.sync.forging import STAMP, Forger
from tests.exchange.sync.test_hostile_colleague import clock, fresh
from tests.hostile import CONTROLS, MARKUP

FIRST, PAST, LAST = "1000-01-01", "3000-12-31", "9999-12-31"
ADA, BO, GUILD = fresh(1), fresh(2), fresh(3)
WORDS = (*MARKUP[:4], *CONTROLS[:4], "x" * 5000, "../../etc", "'", '"', "=1+1", "%s{0}", "\u202e")

ODD: dict[type[Row], dict[str, tuple[str, ...]]] = {
    Stakeholder: {
        "language": ("../../../etc", "xx", "en/../nl", *WORDS),
        "job": WORDS,
        "organisation": (ADA, BO),
        "merged_into": (ADA,),
    },
    Project: {"starts": (FIRST, LAST), "ends": (FIRST, LAST), "name": WORDS},
    Contact: {"way": WORDS, "value": WORDS, "label": WORDS},
    Tag: {"tag": WORDS},
    Involvement: {
        "roles": WORDS,
        "salience": WORDS,
        "ideal_days": ("0", "100000"),
        "latest_days": ("0", "100000"),
        "recurrence": ("FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=13", *WORDS),
    },
    Ask: {
        "asked_on": (FIRST, PAST),
        "due": (FIRST, LAST),
        "answered_on": (FIRST, PAST),
        "outcome": WORDS,
        "origin": WORDS,
        "intensity": ("1e-300", "2"),
    },
    Agreement: {
        "made_on": (FIRST, PAST),
        "due": (FIRST, LAST),
        "closed_on": (FIRST, PAST),
        "outcome": WORDS,
    },
    Entry: {
        "kind": WORDS,
        "day": (FIRST, PAST),
        "due": (FIRST, LAST),
        "closed_on": (FIRST, PAST),
        "outcome": WORDS,
        "title": WORDS,
    },
    Action: {
        "kind": WORDS,
        "occasion": WORDS,
        "state": WORDS,
        "on": (FIRST, PAST),
        "until": (FIRST, LAST),
        "outcome": WORDS,
    },
    About: {"role": WORDS, "note": WORDS},
    Signal: {
        "kind": WORDS,
        "day": (FIRST, PAST),
        "source": WORDS,
        "origin": WORDS,
        "doubles": (fresh(50), fresh(51)),
        "intensity": ("1e-300", "2"),
    },
    Absence: {"starts": (FIRST,), "ends": (LAST,)},
    Consent: {
        "day": (FIRST, PAST),
        "scope": WORDS,
        "load": ("0", "100000"),
        "until": (FIRST, LAST),
    },
}
"""Cells, and what no program of ours would write there."""

PAIR = {"stakeholder": ADA, "project": "PROJECT"}
PLAIN: dict[type[Row], dict[str, str]] = {
    Stakeholder: {"id": ADA, "kind": "person", "name": "Ada Lens"},
    Project: {"id": "PROJECT", "name": "P", "kind": "project", "sharing": "notes"},
    Contact: {"stakeholder": ADA, "way": "email", "value": "a@example.org"},
    Tag: {"stakeholder": ADA, "tag": "board"},
    Involvement: {"id": "PAIR", **PAIR, "impact": "high"},
    Ask: {**PAIR, "kind": "mail", "by": "me", "asked_on": "2026-11-01", "intensity": "1.0"},
    Agreement: {**PAIR, "by": "me", "text": "x", "made_on": "2026-11-01", "intensity": "1.0"},
    Entry: {"kind": "success", "day": "2026-11-01", "project": "PROJECT", "text": "x"},
    Action: {**PAIR, "kind": "check_in", "occasion": "x", "state": "done", "on": "2026-11-01"},
    About: {"entry": fresh(60), "stakeholder": ADA, "role": "subject"},
    Signal: {**PAIR, "day": "2026-11-01", "kind": "contact", "intensity": "1.0"},
    Absence: {"stakeholder": ADA, "starts": "2026-11-01", "ends": "2026-11-02"},
    Consent: {**PAIR, "day": "2026-11-01", "state": "granted"},
}


REFUSED: tuple[tuple[type[Row], str, tuple[str, ...]], ...] = (
    (Involvement, "desired", WORDS),
    (Involvement, "ideal_days", ("-5", "1000000000", str(10**30), "1e5", "x")),
    (Involvement, "power", ("0", "6")),
    (Ask, "kind", WORDS),
    (Ask, "asked_on", ("0001-01-01", "3001-01-01", "2026-02-30", "today")),
    (Ask, "intensity", ("0", "inf", "nan", "1e400", "2.5")),
    (Agreement, "due", ("0001-01-01", "0999-12-31")),
    (Consent, "state", WORDS),
    (Consent, "load", ("-1", str(2**62))),
    (Project, "kind", WORDS),
    (Project, "sharing", WORDS),
    (Signal, "doubles", ("1", *WORDS)),
    (Signal, "stakeholder", ("", "1", *WORDS)),
)
"""What is no value of its cell at all."""


def lines(kind: type[Row], cells: dict[str, str]) -> bytes:
    text = StringIO()
    writer = csv.DictWriter(text, list(cells), lineterminator="\n")
    writer.writeheader()
    writer.writerow(cells)
    return text.getvalue().encode()


@pytest.mark.parametrize(("kind", "column", "values"), REFUSED)
def test_what_is_no_value_is_refused_with_its_place(
    kind: type[Row], column: str, values: tuple[str, ...]
) -> None:
    sound = {"id": fresh(9), **PLAIN[kind], "_rev": STAMP}
    known = {"PROJECT": fresh(8), "PAIR": fresh(7)}
    cells = {name: known.get(cell, cell) for name, cell in sound.items()}
    assert list(read_table(kind, "x.csv", lines(kind, cells)))
    for value in values:
        with pytest.raises(ImportRefused, match="row 2") as told:
            list(read_table(kind, "x.csv", lines(kind, {**cells, column: value})))
        assert "\x1b" not in str(told.value)


def forged(journal: Journal, place: Path) -> Forger:
    """A colleague's folder with a row for every odd thing that can stand in a cell."""
    project = journal.default_project().id
    forger = Forger(place / "team")
    said = {"PROJECT": project, "PAIR": involvement_id(ADA, project)}
    numbers = count(1_000)

    def put(kind: type[Row], /, **more: str) -> str:
        cells = {"id": fresh(next(numbers)), **PLAIN[kind], **more}
        forger.row(kind, **{name: said.get(cell, cell) for name, cell in cells.items()})
        return cells["id"]

    def somebody(**more: str) -> str:
        return put(Stakeholder, **{"id": fresh(next(numbers)), "name": "Odd", **more})

    def involved(who: str, **more: str) -> None:
        put(Involvement, id=involvement_id(who, project), stakeholder=who, **more)

    involved(put(Stakeholder))
    involved(put(Stakeholder, id=BO, name="Bo", organisation=ADA))
    put(Entry, id=fresh(60))
    for kind, columns in ODD.items():
        for column, values in columns.items():
            for value in values:
                if kind is Stakeholder:
                    involved(somebody(**{column: value}))
                elif kind is Involvement:
                    involved(somebody(), **{column: value})
                elif kind is Project:
                    put(Project, id=fresh(next(numbers)), **{column: value})
                else:
                    put(kind, **{column: value})
    ring = [fresh(next(numbers)) for _ in range(3)]
    for who, other in zip(ring, (*ring[1:], ring[0]), strict=True):
        involved(put(Stakeholder, id=who, name="Ring", organisation=other))
    forger.seal()
    return forger


def test_the_journal_can_be_read_after(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], empty_machine: Path
) -> None:
    place = tmp_path / "anna.db"
    with open_journal(place, clock=clock()) as journal:
        share(journal, tmp_path / "team", journal.default_project().id, "notes")
        sync(journal, tmp_path / "team", "anna")
        forged(journal, tmp_path)
        done = sync(journal, tmp_path / "team", "anna")
        assert done.waiting == ()
        assert [each.new > 300 for each in done.taken] == [True]
        assert sync(journal, tmp_path / "team", "anna").waiting == ()
    commands = [("list",), ("due", "--all"), ("changed",), ("map",), ("history",), ("conflicts",)]
    commands += [(name, who) for name in ("show", "why", "prep") for who in ("ada-lens", "odd-20")]
    commands += [("export", str(tmp_path / name)) for name in ("out", "out.ics")]
    commands += [("duplicates",), ("twins",), ("kinds",), ("doctor",), ("erase", "bo", "--yes")]
    for command in commands:
        form = ("--format", "ics") if command[-1].endswith(".ics") else ()
        code = main(["--journal", str(place), "--today", "2026-11-24", *command, *form])
        said = capfd.readouterr()
        assert "a fault" not in said.err, command
        assert code == 0, (command, said.err)
        assert "\x1b" not in said.out + said.err
    assert not (empty_machine / ".local/state/staketerm/faults.log").exists()
