"""A colleague's folder reads, changes and deletes nothing that was not shared with it."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from staketerm.domain.errors import StaketermError
from staketerm.domain.ids import derived_id
from staketerm.exchange.sync.disputes import disputes
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.writing import involvement_id
from staketerm.store.records import (
    EXCHANGED,
    About,
    Contact,
    Entry,
    Involvement,
    Judgement,
    Project,
    Row,
    Setting,
    Signal,
    Stakeholder,
    Tag,
)
from tests.exchange.sync.forging import CLOCK, STAMP, Forger
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
SECRET = "canary-5519"
MALLORY = "0badc0de"


class Home:
    """One's own journal: a project that is shared, one that is not, and people in both."""

    def __init__(self, journal: Journal, folder: Path) -> None:
        self.journal, self.folder = journal, folder
        self.shared = journal.default_project().id
        (
            self.other,
            self.personal,
            self.ada,
            self.hidden,
            self.elsewhere,
            self.guild,
            self.open,
            self.private,
            self.away,
            self.own_entry,
            self.judged,
        ) = (fresh(number) for number in range(100, 111))

    def settle_in(self) -> None:
        """Write what is here, and share the one project."""
        with self.journal.write("begin") as writing:
            for row in self._rows():
                writing.put(row)
            for who, project in (
                (self.ada, self.shared),
                (self.ada, self.other),
                (self.hidden, self.shared),
                (self.elsewhere, self.other),
            ):
                writing.involve(who, project)
        share(self.journal, self.folder, self.shared, "notes")
        self.sync()

    def _rows(self) -> Iterator[Row]:
        yield Project(id=self.other, name=f"Other {SECRET}")
        yield Project(id=self.personal, name=f"Own {SECRET}", kind="personal")
        for number, (who, name) in enumerate(
            {
                self.ada: "Ada Lens",
                self.hidden: f"Hidden {SECRET}",
                self.elsewhere: f"Elsewhere {SECRET}",
                self.guild: f"Guild {SECRET}",
            }.items()
        ):
            yield person(who, name, private=who == self.hidden)
            value = "ada@example.org" if who == self.ada else f"{SECRET}@example.org"
            id = fresh(200 + number)
            yield Contact(id=id, stakeholder=who, way="email", value=value, folded=value)
        yield signal(self.open, self.ada, self.shared)
        yield signal(self.private, self.ada, self.shared, note=SECRET, private=True)
        yield signal(self.away, self.elsewhere, self.other, note=SECRET)
        yield Entry(id=self.own_entry, kind="note", day=TODAY, text=SECRET)
        pair: dict[str, Any] = {"stakeholder": self.ada, "project": self.shared}
        yield Judgement(id=self.judged, **pair, day=TODAY, label="ally", note=SECRET)

    def sync(self, *accept: str) -> Synced:
        return sync(self.journal, self.folder, "anna", accept=accept, origin="moved")

    def row(self, kind: type[Row], id: str) -> Any:
        with self.journal.read() as reader:
            return reader.get(kind, id, deleted=True)

    def rows(self) -> dict[tuple[str, str], Row]:
        with self.journal.read() as reader:
            return {
                (row.table, row.id): row
                for kind in EXCHANGED
                for row in reader.rows(kind, deleted=True)
            }

    def given(self) -> bytes:
        (own,) = (self.folder / "from").glob("*-anna")
        return b"".join(path.read_bytes() for path in sorted(own.iterdir()))


def person(id: str, name: str, *, private: bool = False) -> Stakeholder:
    return Stakeholder(id=id, name=name, folded=name.casefold(), handle=id, private=private)


def signal(id: str, who: str, project: str, **more: Any) -> Signal:
    return Signal(id=id, stakeholder=who, project=project, day=TODAY, kind="contact", **more)


def clock() -> Hand:
    return Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a journal and a share, made once for all."""
    place = tmp_path_factory.mktemp("settled")
    with open_journal(place / "anna.db", clock=clock()) as journal:
        Home(journal, place / "team").settle_in()
    return place


@pytest.fixture
def home(settled: Path, tmp_path: Path) -> Iterator[Home]:
    place = tmp_path / "home"
    shutil.copytree(settled, place)
    with open_journal(place / "anna.db", clock=clock()) as journal:
        yield Home(journal, place / "team")


@pytest.fixture
def mallory(home: Home) -> Forger:
    return Forger(home.folder)


def anew(home: Home) -> Forger:
    """Mallory begins once more: what was forged before is gone."""
    shutil.rmtree(home.folder / "from" / "0badc0de-mallory", ignore_errors=True)
    return Forger(home.folder)


def fresh(number: int) -> str:
    return derived_id(None, "forged", str(number))


def stakeholder(mallory: Forger, id: str, /, **cells: str) -> Forger:
    return mallory.row(Stakeholder, **{"id": id, "kind": "person", "name": "Mal", **cells})


def told(mallory: Forger, who: str, project: str, **cells: str) -> Forger:
    said = {"id": fresh(1), "day": "2026-11-20", "kind": "contact", "intensity": "1.0", **cells}
    return mallory.row(Signal, stakeholder=who, project=project, **said)


def involved(mallory: Forger, who: str, project: str) -> Forger:
    id = involvement_id(who, project)
    return mallory.row(Involvement, id=id, stakeholder=who, project=project)


def untouched(home: Home, mallory: Forger, *, new: int = 0) -> Synced:
    """Sync with what was forged: what was here is as it was, and nothing secret is given."""
    mallory.seal()
    before = home.rows()
    done = home.sync()
    after = home.rows()
    assert {key: after.get(key) for key in before} == before
    assert len(after) == len(before) + new
    home.sync()
    assert SECRET.encode() not in home.given()
    return done


def test_what_belongs_to_the_share_comes_in(home: Home, mallory: Forger) -> None:
    stakeholder(mallory, fresh(2), name="Bo Berg")
    involved(mallory, fresh(2), home.shared)
    told(mallory, fresh(2), home.shared)
    told(mallory, home.ada, home.shared, id=fresh(3))
    assert untouched(home, mallory, new=4).waiting == ()


@pytest.mark.parametrize("who", ["hidden", "elsewhere", "guild"])
def test_nobody_is_changed_who_was_not_shared(home: Home, mallory: Forger, who: str) -> None:
    done = untouched(home, stakeholder(mallory, getattr(home, who), name="Mal", private=""))
    assert [each.left_out for each in done.taken] == [1]


@pytest.mark.parametrize("who", ["hidden", "elsewhere", "guild"])
def test_nobody_is_drawn_into_the_share_from_outside(home: Home, mallory: Forger, who: str) -> None:
    id = getattr(home, who)
    stakeholder(mallory, id)
    involved(mallory, id, home.shared)
    told(mallory, id, home.shared)
    mallory.row(Contact, id=fresh(4), stakeholder=id, way="email", value="mal@example.org")
    mallory.row(Tag, id=fresh(5), stakeholder=id, tag="mine")
    untouched(home, mallory)


def test_what_was_left_outside_comes_once_it_is_shared(home: Home, mallory: Forger) -> None:
    stakeholder(mallory, home.elsewhere, name="Elsewhere")
    involved(mallory, home.elsewhere, home.shared)
    told(mallory, home.elsewhere, home.shared)
    untouched(home, mallory)
    with home.journal.write("involve") as writing:
        writing.involve(home.elsewhere, home.shared)
    home.sync()
    assert home.row(Signal, fresh(1)).stakeholder == home.elsewhere


def test_naming_an_organisation_of_mine_does_not_share_it(home: Home, mallory: Forger) -> None:
    stakeholder(mallory, home.ada, name="Ada Lens", organisation=home.guild)
    mallory.seal()
    home.sync()
    assert SECRET.encode() not in home.given()


@pytest.mark.parametrize("who", ["hidden", "elsewhere", "guild"])
def test_nobody_is_made_one_with_somebody_outside(home: Home, mallory: Forger, who: str) -> None:
    id = getattr(home, who)
    stakeholder(mallory, home.ada, name="Ada Lens", merged_into=id, _rev=EARLY, _revs=LATER)
    stakeholder(mallory, fresh(2), merged_into=id)
    lost(home, mallory, field="merged_into", lost_value=json.dumps(id))
    lost(home, mallory, field="organisation", lost_value=json.dumps(id))
    value = json.dumps({"stakeholder": id, "project": home.other})
    lost(home, mallory, table="signal", id=home.open, field="", lost_value=value)
    untouched(home, mallory, new=1)
    assert disputes(home.journal) == ()


@pytest.mark.parametrize("project", ["other", "personal"])
def test_no_other_project_is_joined_or_opened(home: Home, mallory: Forger, project: str) -> None:
    id = getattr(home, project)
    mallory.row(Project, id=id, name="Mine", kind="project", sharing="notes")
    involved(mallory, home.ada, id)
    told(mallory, home.ada, id)
    untouched(home, mallory)


def test_nobody_else_makes_a_project_share_more(home: Home, mallory: Forger) -> None:
    with home.journal.write("edit") as writing:
        writing.patch(Project, home.shared, sharing="signals")
        writing.put(signal(fresh(9), home.ada, home.shared, note=SECRET))
    name = home.journal.default_project().name
    mallory.row(Project, id=home.shared, name=name, kind="project", sharing="notes").seal()
    home.sync()
    assert home.row(Project, home.shared).sharing == "signals"
    home.sync()
    assert SECRET.encode() not in home.given()


def test_nobody_else_makes_a_project_personal(home: Home, mallory: Forger) -> None:
    name = home.journal.default_project().name
    untouched(home, mallory.row(Project, id=home.shared, name=name, kind="personal"))


def test_a_project_shared_less_by_a_colleague_shares_less_here(home: Home, mallory: Forger) -> None:
    name = home.journal.default_project().name
    mallory.row(Project, id=home.shared, name=name, kind="project", sharing="signals").seal()
    home.sync()
    assert home.row(Project, home.shared).sharing == "signals"


@pytest.mark.parametrize("row", ["private", "away"])
def test_no_row_is_moved_into_the_share(home: Home, mallory: Forger, row: str) -> None:
    untouched(home, told(mallory, home.ada, home.shared, id=getattr(home, row), note="mal"))


def test_no_row_of_the_share_is_moved_elsewhere(home: Home, mallory: Forger) -> None:
    untouched(home, told(mallory, home.elsewhere, home.other, id=home.open))


def test_an_entry_of_mine_is_not_drawn_in(home: Home, mallory: Forger) -> None:
    cells = {"id": home.own_entry, "kind": "note", "day": "2026-11-20"}
    mallory.row(Entry, **cells, project=home.shared, text="mal")
    mallory.row(About, id=fresh(6), entry=home.own_entry, stakeholder=home.ada, role="subject")
    untouched(home, mallory)


@pytest.mark.parametrize("how", ["deleted", "purged"])
@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("stakeholder", "hidden"),
        ("stakeholder", "elsewhere"),
        ("stakeholder", "guild"),
        ("project", "other"),
        ("project", "personal"),
        ("signal", "private"),
        ("signal", "away"),
        ("entry", "own_entry"),
        ("judgement", "judged"),
    ],
)
def test_nothing_is_deleted_or_erased_that_was_not_shared(
    home: Home, mallory: Forger, how: str, table: str, row: str
) -> None:
    assert untouched(home, mallory.deletes(table, getattr(home, row), how)).waiting == ()


def test_erasing_somebody_leaves_what_is_mine_alone(home: Home, mallory: Forger) -> None:
    mallory.deletes("stakeholder", home.ada, "purged").seal()
    done = home.sync()
    assert home.row(Signal, home.open) is None
    assert home.row(Involvement, involvement_id(home.ada, home.shared)) is None
    assert home.row(Judgement, home.judged).note == SECRET
    assert home.row(Signal, home.private).note == SECRET
    assert home.row(Involvement, involvement_id(home.ada, home.other)) is not None
    assert [each.kept for each in done.taken] == [(home.ada,)]
    assert b"Ada Lens" not in home.given()


def test_erasing_many_people_is_asked_about(home: Home, mallory: Forger) -> None:
    many = [fresh(number) for number in range(20, 30)]
    with home.journal.write("begin") as writing:
        for number, who in enumerate(many):
            writing.put(person(who, f"Probe {number}"))
            writing.involve(who, home.shared)
    home.sync()
    for who in many:
        mallory.deletes("stakeholder", who, "purged")
    (waiting,) = untouched(home, mallory).waiting
    assert "10" in waiting.why
    home.sync("Mallory")
    assert all(home.row(Stakeholder, who) is None for who in many)


def test_tables_that_are_not_shared_are_not_written(home: Home, mallory: Forger) -> None:
    mallory.row(Setting, id=fresh(8), name="kind:contact", day="2026-11-20", value='{"a":1}')
    untouched(home, mallory)


def test_what_a_colleague_calls_private_does_not_come(home: Home, mallory: Forger) -> None:
    untouched(home, told(mallory, home.ada, home.shared, id=home.open, private="yes"))


def test_what_is_not_shared_of_a_row_does_not_leave_with_a_conflict(
    home: Home, mallory: Forger
) -> None:
    with home.journal.write("edit") as writing:
        writing.patch(Project, home.shared, sharing="signals")
        writing.patch(Signal, home.open, note=SECRET)
    told(mallory, home.ada, home.shared, id=home.open, kind="no_show", note="mal").seal()
    home.sync()
    assert [each.field for each in disputes(home.journal)] == [None]
    home.sync()
    assert SECRET.encode() not in home.given()


def lost(home: Home, mallory: Forger, /, **cells: str) -> Forger:
    said = {
        "table": "stakeholder",
        "id": home.ada,
        "field": "job",
        "lost_rev": f"{'0' * 11}1-0000-{MALLORY}",
        "lost_value": '"clerk"',
        "won_rev": STAMP,
        "resolved": "",
        "resolved_rev": "",
        **cells,
    }
    return mallory.line("conflicts.csv", "conflicts", said)


NO_CONFLICTS = [
    {"table": "no such table"},
    {"table": "batch"},
    {"table": "judgement"},
    {"field": "no such field"},
    {"field": "rev"},
    {"lost_value": "{"},
    {"lost_value": '{"a": 1}'},
    {"lost_value": "[" * 5000},
    {"field": "do_not_contact", "lost_value": '"perhaps"'},
    {"field": "organisation", "lost_value": '"x"'},
    {"field": "", "table": "signal", "lost_value": '{"day": "never"}'},
    {"lost_rev": "never"},
    {"won_rev": "zzzz"},
    {"resolved_rev": "ffffffffffff-ffff-ffffffff"},
    {"resolved": "maybe"},
    {"resolved": "yes"},
    {"id": "../../x"},
]


def test_conflicts_that_are_none_are_not_kept(home: Home) -> None:
    for cells in NO_CONFLICTS:
        untouched(home, lost(home, anew(home), **cells))
        assert disputes(home.journal) == (), cells


@pytest.mark.parametrize("who", ["hidden", "elsewhere"])
def test_no_conflict_is_made_of_what_was_not_shared(home: Home, mallory: Forger, who: str) -> None:
    untouched(home, lost(home, mallory, id=getattr(home, who)))
    assert disputes(home.journal) == ()


def test_a_conflict_of_the_share_is_kept(home: Home, mallory: Forger) -> None:
    untouched(home, lost(home, mallory))
    assert [each.lost.value for each in disputes(home.journal)] == ["clerk"]


EARLY = f"{'0' * 11}1-0000-{MALLORY}"
LATER = f"merged_into:{STAMP}"
LATE = "ffffffffffff-ffff-ffffffff"


NO_ROWS = [
    {"_rev": LATE},
    {"_rev": "zzzz"},
    {"_rev": ""},
    {"_rev": STAMP.upper()},
    {"_revs": f"job:{LATE}"},
    {"_revs": "job:zzzz"},
    {"_revs": "job"},
    {"_revs": f"id:{STAMP}"},
    {"_revs": f"handle:{STAMP}"},
    {"id": "1"},
    {"id": "../../x"},
    {"id": "FFFFFFFF-FFFF-7FFF-8FFF-FFFFFFFFFFFF"},
    {"kind": "alien"},
    {"name": ""},
    {"name": "x" * 100_001},
    {"do_not_contact": "perhaps"},
]


def test_rows_that_are_none_keep_all_of_that_colleague_out(home: Home) -> None:
    for cells in NO_ROWS:
        done = untouched(home, stakeholder(anew(home), home.ada, **cells))
        assert [each.person for each in done.waiting] == ["Mallory"], cells


def test_a_row_that_stands_twice_is_refused(home: Home, mallory: Forger) -> None:
    stakeholder(mallory, fresh(2))
    stakeholder(mallory, fresh(2), name="Other")
    (waiting,) = untouched(home, mallory).waiting
    assert "twice" in waiting.why


@pytest.mark.parametrize(
    "cells",
    [
        {"table": "no such table"},
        {"row": "1"},
        {"rev": LATE},
        {"rev": "zzzz"},
        {"how": "vaporised"},
    ],
)
def test_deletions_that_are_none_delete_nothing(
    home: Home, mallory: Forger, cells: dict[str, str]
) -> None:
    untouched(home, mallory.deletes(**{"table": "signal", "row": home.open, **cells}))
    given = home.given()
    assert not [text for text in (b"zzzz", b"no such") if text in given]


def test_an_id_of_another_age_does_not_stop_later_syncs(home: Home, mallory: Forger) -> None:
    told(mallory, home.ada, home.shared, id="ffffffff-ffff-7fff-8fff-ffffffffffff").seal()
    home.sync()
    assert home.sync().waiting == ()


@pytest.mark.parametrize(
    "said",
    [
        {"clock": "ffffffffffff-ffff"},
        {"clock": 7},
        {"frontier": {"x": LATE, "\ud800": "y"}},
        {"frontier": []},
        {"files": []},
        {"files": {"stakeholder.csv": {"sha256": "0", "rows": "many"}}},
        {"files": {"../../../anna.db": {"sha256": "0"}}},
        {"files": {"/etc/passwd": {"sha256": "0"}}},
        {"replica": ""},
        {"replica": "0"},
        {"replica": "ffffffff"},
        {"share": "another"},
        {"share": None},
        {"format": "9.0"},
        {"format": None},
        {"written": "yesterday"},
        {"written": 1e300},
        {"person": None},
        {"person": 7},
        {"person": ["x"]},
    ],
)
def test_a_manifest_of_nonsense_stops_nobody(
    home: Home, mallory: Forger, said: dict[str, Any]
) -> None:
    stakeholder(mallory, fresh(2)).seal(**said)
    before = {key for key in home.rows() if key[0] != "stakeholder"}
    home.sync()
    home.sync()
    assert {key for key in home.rows() if key[0] != "stakeholder"} == before
    assert LATE[:17] not in (home.folder / "from").as_posix()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"x"', "[" * 100_000, '{"format": "1.0"}', "\ud83d", "NaN"],
    ids=range(9),
)
def test_a_manifest_that_is_no_manifest_stops_nobody(
    home: Home, mallory: Forger, text: str
) -> None:
    place = mallory.place / "manifest.json"
    place.write_bytes(text.encode("utf-8", "surrogatepass"))
    (waiting,) = home.sync().waiting
    assert waiting.person == "mallory"


@pytest.mark.parametrize(
    "name", ["\x1b]0;x\x07Mal", "\u202elaM", "M\nal", "\ud800", "x" * 5000, ""]
)
def test_the_name_of_a_colleague_is_text_of_one_line(
    home: Home, mallory: Forger, name: str
) -> None:
    stakeholder(mallory, fresh(2)).seal(person=name)
    (taken,) = home.sync().taken
    assert taken.person.isprintable()
    assert 0 < len(taken.person) <= 200
    assert "\ufffd" not in taken.person or name == "\ud800"


def test_a_folder_that_claims_to_be_mine_says_nothing_new(home: Home) -> None:
    forger = Forger(home.folder, replica=home.journal.store.replica, person="anna")
    stakeholder(forger, home.hidden, name="Mal")
    stakeholder(forger, home.elsewhere, name="Mal")
    involved(forger, home.elsewhere, home.other)
    forger.row(Project, id=home.other, name="Mine", kind="project", sharing="notes")
    untouched(home, forger)


def test_somebody_elses_stamps_do_not_pass_for_mine(home: Home, mallory: Forger) -> None:
    mine = f"{CLOCK}-{home.journal.store.replica}"
    stakeholder(mallory, home.elsewhere, name="Mal", _rev=mine)
    untouched(home, mallory)


def planted(home: Home, kind: str) -> Path:
    """Something in the place of a colleague's file that is none."""
    place = home.folder / "from" / "0badc0de-mallory"
    place.mkdir(exist_ok=True)
    return place / kind


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are of POSIX")
@pytest.mark.parametrize("name", ["manifest.json", "stakeholder.csv", "deleted.csv"])
@pytest.mark.parametrize("what", ["fifo", "zero", "folder", "link"])
def test_what_is_no_file_is_not_read(home: Home, tmp_path: Path, name: str, what: str) -> None:
    forger = Forger(home.folder)
    stakeholder(forger, fresh(2)).deletes("signal", home.open)
    forger.seal()
    path = forger.place / name
    outside = tmp_path / f"outside-{name}"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    if what == "fifo":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if what == "zero" else outside)
    before = home.rows()
    home.sync()
    assert home.rows() == before


@pytest.mark.skipif(os.name != "posix", reason="links are of POSIX")
def test_a_folder_that_leads_elsewhere_is_neither_read_nor_written(
    home: Home, tmp_path: Path
) -> None:
    forger = Forger(home.folder)
    stakeholder(forger, fresh(2)).seal()
    elsewhere = tmp_path / "elsewhere"
    forger.place.rename(elsewhere)
    forger.place.symlink_to(elsewhere)
    (own,) = (home.folder / "from").glob("*-anna")
    target = tmp_path / "documents"
    own.rename(target)
    own.symlink_to(target)
    files = {path: path.read_bytes() for path in target.iterdir()}
    before = home.rows()
    with home.journal.write("edit") as writing:
        writing.patch(Stakeholder, home.ada, job="clerk")
    with suppress(StaketermError):
        assert home.sync().taken == ()
    assert home.rows().keys() == before.keys()
    assert {path: path.read_bytes() for path in target.iterdir()} == files


def test_files_too_large_are_not_read(home: Home, mallory: Forger) -> None:
    said = {"sha256": "0", "bytes": 600 * 1024 * 1024, "rows": 1}
    stakeholder(mallory, fresh(2)).seal(files={"stakeholder.csv": said})
    with (mallory.place / "stakeholder.csv").open("r+b") as file:
        file.truncate(600 * 1024 * 1024)
    (waiting,) = home.sync().waiting
    assert "512 MB" in waiting.why
    with (mallory.place / "manifest.json").open("r+b") as file:
        file.truncate(600 * 1024 * 1024)
    assert len(home.sync().waiting) == 1


def test_names_of_files_cannot_lead_out_of_the_folder(home: Home, mallory: Forger) -> None:
    outside = home.folder / "stakeholder.csv"
    stakeholder(mallory, fresh(2))
    (mallory.place / "stakeholder.csv").rename(outside)
    mallory.seal(files={"../../stakeholder.csv": {"sha256": "0"}, str(outside): {"sha256": "0"}})
    before = home.rows()
    home.sync()
    assert home.rows() == before


def test_the_own_manifest_cannot_make_files_elsewhere_go(home: Home) -> None:
    keep = home.folder / "keep.csv"
    keep.write_text("id\n")
    (own,) = (home.folder / "from").glob("*-anna")
    manifest = json.loads((own / "manifest.json").read_text())
    manifest["files"]["../../keep.csv"] = {"sha256": "0", "rows": 1}
    (own / "manifest.json").write_text(json.dumps(manifest))
    with home.journal.write("edit") as writing:
        writing.patch(Stakeholder, home.ada, job="clerk")
    home.sync()
    assert keep.read_text() == "id\n"


def test_own_files_changed_by_somebody_else_reach_nothing_outside_the_share(home: Home) -> None:
    (own,) = (home.folder / "from").glob("*-anna")
    forger = Forger.__new__(Forger)
    forger.place = own
    stakeholder(forger, home.hidden, name="Mal", private="")
    stakeholder(forger, home.elsewhere, name="Mal")
    involved(forger, home.elsewhere, home.shared)
    before = home.rows()
    home.sync()
    home.sync()
    after = home.rows()
    assert {key: after.get(key) for key in before} == before
    assert SECRET.encode() not in home.given()
