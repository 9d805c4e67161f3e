"""Files of a share that somebody changed by hand: one's own come in as edits, those of a colleague
wait; what a spreadsheet only writes otherwise changes nothing."""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal import capture, ledger
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, Agree, LogSignal
from staketerm.journal.stakeholders import people
from staketerm.store.records import Agreement, Row, Signal, Stakeholder, Tag
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
NAMES = ("Ada Lens", "Zoë Öz", "美咲", "Bo '=1+1'")

Table = list[list[str]]


class Desk:
    """Anna with her files in a folder, and Bram who reads them."""

    def __init__(self, anna: Journal, bram: Journal, folder: Path) -> None:
        self.anna, self.bram, self.folder = anna, bram, folder
        self.project = anna.default_project().id
        share(anna, folder, self.project, "notes")
        for name in NAMES:
            request = AddStakeholder(name=name, project=self.project, power=3, tags=("board",))
            people.add_stakeholder(anna, request)
        who = people.find(anna, "Ada Lens").key
        capture.log_signal(
            anna,
            LogSignal(
                stakeholder=who,
                kind="agreement_kept",
                day=TODAY,
                project=self.project,
                note="0049 30",
            ),
        )
        ledger.agree(
            anna,
            Agree(
                stakeholder=who,
                text="the plan",
                by="them",
                day=TODAY,
                due=date(2026, 12, 3),
                project=self.project,
            ),
        )
        self.sync()

    def sync(self) -> Synced:
        return sync(self.anna, self.folder, "anna")

    def place(self, table: str) -> Path:
        (found,) = (self.folder / "from").glob(f"*-anna/{table}*.csv")
        return found

    def edit(
        self,
        table: str,
        change: Callable[[Table], object],
        *,
        sign: str = ",",
        encoding: str = "utf-8",
        end: str = "\n",
    ) -> None:
        """Open a file in a spreadsheet, change its cells, and save it as that likes."""
        path = self.place(table)
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        change(rows)
        with path.open("w", encoding=encoding, errors="replace", newline="") as file:
            csv.writer(file, delimiter=sign, lineterminator=end).writerows(rows)

    def all(self, kind: type[Row]) -> list[Row]:
        with self.anna.read() as reader:
            return reader.rows(kind, deleted=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
    with ExitStack() as stack:
        anna, bram = (
            stack.enter_context(open_journal(tmp_path / f"{name}.db", clock=clock))
            for name in ("anna", "bram")
        )
        yield Desk(anna, bram, tmp_path / "team")


def put(column: str, value: str, row: int = 1) -> Callable[[Table], None]:
    """A change that writes a cell of a row."""

    def change(rows: Table) -> None:
        rows[row][rows[0].index(column)] = value

    return change


def nothing(_rows: Table) -> None:
    """Only saved."""


@pytest.mark.parametrize(
    ("sign", "encoding", "end"),
    [(",", "utf-8-sig", "\r\n"), (";", "cp1252", "\r\n"), ("\t", "utf-16", "\n")],
)
def test_only_saved_again_changes_nothing(desk, sign, encoding, end):
    before = desk.place("stakeholder").read_bytes()
    desk.edit("stakeholder", nothing, sign=sign, encoding=encoding, end=end)
    notes = desk.sync().notes
    assert all("A spreadsheet wrote" in note for note in notes)
    assert sorted(row.name for row in desk.all(Stakeholder)) == sorted(NAMES)
    assert desk.place("stakeholder").read_bytes() == before


def test_numbers_and_days_that_a_spreadsheet_wrote_otherwise_are_kept_and_counted(desk):
    desk.edit("agreement", put("due", "03/12/2026"), sign=";")
    desk.edit("signal", lambda rows: (put("intensity", "1,0")(rows), put("day", "24.11.26")(rows)))
    assert desk.sync().notes == ("A spreadsheet wrote 3 cells otherwise; kept as it was.",)
    (agreement,), (signal,) = desk.all(Agreement), desk.all(Signal)
    assert (agreement.due, signal.day, signal.intensity) == (date(2026, 12, 3), TODAY, 1.0)


def test_what_is_typed_as_people_type_comes_in(desk):
    desk.edit("agreement", lambda rows: (put("due", "24-12-2026")(rows), put("by", "me")(rows)))
    desk.edit("signal", lambda rows: (put("intensity", "1,5")(rows), put("ignored", "TRUE")(rows)))
    assert desk.sync().notes == ("Your files were changed by hand: 0 new, 2 changed.",)
    (agreement,), (signal,) = desk.all(Agreement), desk.all(Signal)
    assert (agreement.due, agreement.by) == (date(2026, 12, 24), "me")
    assert (signal.intensity, signal.ignored, signal.note) == (1.5, True, "0049 30")


@pytest.mark.parametrize(
    ("held", "encoding"),
    [
        *product(["Fluß…", "Ã© la carte", "é la carte"], ["cp1252", "utf-8", "utf-8-sig"]),
        *product(["߅"], ["utf-8", "utf-8-sig"]),
    ],
)
def test_where_a_file_can_be_read_in_two_ways_what_was_written_into_it_tells(desk, encoding, held):
    """Some letters of cp1252 beside each other are a letter of UTF-8 too."""
    who = people.find(desk.anna, "Ada Lens").key
    ledger.agree(
        desk.anna, Agree(stakeholder=who, text=held, by="them", day=TODAY, project=desk.project)
    )
    desk.sync()
    desk.edit(
        "agreement", lambda rows: [put("by", "me", row)(rows) for row in (1, 2)], encoding=encoding
    )
    assert desk.sync().notes == ("Your files were changed by hand: 0 new, 2 changed.",)
    texts = {(row.text, row.by) for row in desk.all(Agreement)}
    assert texts == {("the plan", "me"), (held, "me")}


def test_a_row_without_an_id_is_new_and_gets_one_that_is_written_back(desk):
    def add(rows: Table) -> None:
        fresh = dict.fromkeys(rows[0], "") | {"kind": "person", "name": "Cy Dorn"}
        rows.append(list(fresh.values()))

    desk.edit("stakeholder", add, sign=";")
    assert desk.sync().notes == ("Your files were changed by hand: 1 new, 0 changed.",)
    fresh = next(row for row in desk.all(Stakeholder) if row.name == "Cy Dorn")
    assert f"{fresh.id},person,Cy Dorn" in desk.place("stakeholder").read_text("utf-8")
    sync(desk.bram, desk.folder, "bram")
    assert people.find(desk.bram, "Cy Dorn").key == fresh.id
    assert desk.sync().notes == ()


def test_a_tag_that_somebody_adds_is_the_one_that_the_program_would_add(desk):
    who = next(row for row in desk.all(Stakeholder) if row.name == "Ada Lens").id

    def add(rows: Table) -> None:
        for word in ("board", "press"):
            rows.append(
                list((dict.fromkeys(rows[0], "") | {"stakeholder": who, "tag": word}).values())
            )

    desk.edit("tag", add)
    desk.sync()
    assert sorted(row.tag for row in desk.all(Tag) if row.stakeholder == who) == ["board", "press"]


def test_a_row_that_is_missing_deletes_nothing(desk):
    desk.edit("stakeholder", lambda rows: rows.pop())
    desk.sync()
    assert sorted(row.name for row in desk.all(Stakeholder)) == sorted(NAMES)
    assert all(row.deleted is None for row in desk.all(Stakeholder))


def test_a_column_of_ones_own_is_kept_and_travels(desk):
    def add(rows: Table) -> None:
        for row, cell in zip(rows, ("room", "B 12", "", "", ""), strict=True):
            row.append(cell)

    desk.edit("stakeholder", add)
    desk.sync()
    sync(desk.bram, desk.folder, "bram")
    assert "B 12" in desk.place("stakeholder").read_text("utf-8")
    with desk.bram.read() as reader:
        assert [dict(row.extra) for row in reader.rows(Stakeholder) if row.extra] == [
            {"room": "B 12"}
        ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("day", "yesterday"), 'column day, "yesterday"'),
        (put("intensity", "much"), 'column intensity, "much"'),
        (put("ignored", "perhaps"), 'column ignored, "perhaps"'),
        (lambda rows: rows.insert(1, ["<<<<<<< mine"]), "unresolved git merge in line 2"),
        (lambda rows: rows.append([*rows[1][:-3], "no", *rows[1][-2:]]), "row 2 has the same id"),
        (lambda rows: rows[1].append("more"), "cells where the header has"),
        (put("stakeholder", "00000000-0000-7000-8000-000000000009"), "points to a stakeholder"),
        (put("note", "x" * 100_001), 'column note, "' + "x" * 59 + '…"'),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place_and_nothing_is_taken(desk, change, said):
    desk.edit("signal", change)
    desk.edit("agreement", put("text", "another plan"))
    place = desk.place("signal")
    before = place.read_bytes()
    with pytest.raises(ImportRefused) as refused:
        desk.sync()
    assert place.name in str(refused.value)
    assert said in str(refused.value)
    assert str(refused.value).endswith("Nothing was exchanged. Correct it and sync again.")
    assert place.read_bytes() == before
    (signal,), (agreement,) = desk.all(Signal), desk.all(Agreement)
    assert (signal.note, agreement.text) == ("0049 30", "the plan")


def test_up_to_a_hundred_unreadable_cells_are_told_at_once(desk):
    def spoil(rows: Table) -> None:
        rows[1:] = [["", *rows[1][1:]] for _row in range(120)]
        for n in range(1, 121):
            put("day", f"day {n}", n)(rows)

    desk.edit("signal", spoil)
    with pytest.raises(ImportRefused) as refused:
        desk.sync()
    assert len(refused.value.problems) == 100
    assert (refused.value.problems[0].row, refused.value.problems[0].column) == (2, "day")


def test_a_colleagues_file_that_was_only_saved_again_is_as_good_as_before(desk):
    desk.edit("stakeholder", nothing, sign=";", encoding="utf-8-sig", end="\r\n")
    desk.edit("signal", nothing, end="\r\n")
    done = sync(desk.bram, desk.folder, "bram")
    assert done.waiting == ()
    assert [each.person for each in done.taken] == ["anna"]


def test_a_colleagues_file_with_another_cell_waits_and_is_named(desk):
    desk.edit("stakeholder", put("job", "head"), sign=";")
    done = sync(desk.bram, desk.folder, "bram")
    assert done.taken == ()
    assert desk.place("stakeholder").name in done.waiting[0].why
    with desk.bram.read() as reader:
        assert reader.rows(Stakeholder) == []


@pytest.mark.parametrize("copy", ["stakeholder.sync-conflict-20261124-090000.csv", "tag (1).csv"])
def test_a_copy_that_a_synchroniser_made_is_named_and_never_mixed_in(desk, copy):
    whole = desk.place("stakeholder").read_text("utf-8")
    desk.place("stakeholder").with_name(copy).write_text(whole.replace("Ada", "Ida"), "utf-8")
    done = sync(desk.bram, desk.folder, "bram")
    assert any(copy in note for note in done.notes)
    assert people.find(desk.bram, "Ada Lens").name == "Ada Lens"
