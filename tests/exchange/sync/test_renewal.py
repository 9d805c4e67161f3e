"""Giving what is new alone gives the same bytes as giving everything, whatever happened between."""

import csv
import random
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from staketerm.domain.errors import NotFound, UsageError
from staketerm.exchange.sync.folder import ShareFolder, open_share
from staketerm.exchange.sync.giving import Own, give
from staketerm.exchange.sync.novel import news_in
from staketerm.exchange.sync.sharing import share
from staketerm.exchange.sync.team import sync
from staketerm.exchange.sync.telling import Telling
from staketerm.journal import capture, erasing, history
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import AddStakeholder, LogSignal, WriteNote
from staketerm.journal.stakeholders import people
from staketerm.journal.writing import involvement_id
from staketerm.store import tables
from staketerm.store.records import Entry, Involvement, Project, Row, Signal, Stakeholder
from tests.store.conftest import Hand

BEGIN = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Life:
    """What happens in one journal, drawn by chance."""

    def __init__(self, journal: Journal, chance: random.Random) -> None:
        self.journal, self.chance = journal, chance
        self.project = journal.default_project().id

    def step(self) -> None:
        happens = (
            self._adds,
            self._logs,
            self._logs,
            self._logs_months_ago,
            self._meets,
            self._keeps_private,
            self._keeps_an_entry_private,
            self._deletes,
            self._leaves_the_project,
            self._shares_otherwise,
            self._undoes,
            self._imports,
            self._erases,
        )
        self.chance.choice(happens)()

    def _ids(self, kind: type[Row]) -> list[str]:
        with self.journal.read() as reader:
            column = tables.metadata.tables[kind.table].c.id
            return [row.id for row in reader.rows(kind, order_by=column)]

    def _one(self, kind: type[Row]) -> str | None:
        found = self._ids(kind)
        return self.chance.choice(found) if found else None

    def _adds(self) -> None:
        name = f"Person {self.chance.randrange(1_000)}"
        private = self.chance.random() < 0.2
        organisation = self.chance.choice((None, "Depot", "Harbour"))
        people.add_stakeholder(
            self.journal,
            AddStakeholder(
                name=name, project=self.project, private=private, organisation=organisation
            ),
        )

    def _logs(self, days_ago: int = 0) -> None:
        who = self._one(Stakeholder)
        if who is not None:
            day = self.journal.today - timedelta(days=days_ago)
            note = self.chance.choice((None, "=1+1", "said so,\nand again"))
            request = LogSignal(
                stakeholder=who, kind="contact", day=day, project=self.project, note=note
            )
            capture.log_signal(self.journal, request)

    def _logs_months_ago(self) -> None:
        self._logs(self.chance.randrange(30, 200))

    def _meets(self) -> None:
        who = self._one(Stakeholder)
        if who is None:
            return
        private = self.chance.random() < 0.5
        with self.journal.write("meeting") as writing:
            request = WriteNote(
                day=self.journal.today, text="we met", project=self.project, private=private
            )
            entry = capture.note(writing, request)
            writing.put(
                Signal(
                    id=writing.new_id(),
                    stakeholder=who,
                    project=self.project,
                    entry=entry,
                    day=self.journal.today,
                    kind="contact",
                )
            )

    def _patch(self, kind: type[Row], **values: object) -> None:
        row = self._one(kind)
        if row is not None:
            with self.journal.write("edit") as writing:
                writing.patch(kind, row, **values)

    def _keeps_private(self) -> None:
        self._patch(Stakeholder, private=self.chance.random() < 0.5)

    def _keeps_an_entry_private(self) -> None:
        self._patch(Entry, private=self.chance.random() < 0.5)

    def _deletes(self) -> None:
        row = self._one(Signal)
        if row is not None:
            capture.delete_row(self.journal, "signal", row)

    def _leaves_the_project(self) -> None:
        who = self._one(Stakeholder)
        if who is not None:
            with self.journal.write("edit") as writing:
                if not writing.delete(Involvement, involvement_id(who, self.project)):
                    writing.involve(who, self.project)

    def _shares_otherwise(self) -> None:
        with self.journal.write("share") as writing:
            writing.patch(Project, self.project, sharing=self.chance.choice(("signals", "notes")))

    def _undoes(self) -> None:
        with suppress(NotFound, UsageError):
            history.undo(self.journal)

    def _imports(self) -> None:
        who = self._one(Stakeholder)
        if who is None:
            return
        day = date(2026, self.chance.randrange(1, 12), 3)
        with self.journal.write("import") as writing:
            signal = Signal(
                id=writing.new_id(), stakeholder=who, project=self.project, day=day, kind="contact"
            )
            writing.put_many([signal])

    def _erases(self) -> None:
        who = self._one(Stakeholder)
        if who is not None and self.chance.random() < 0.3:
            erasing.erase(self.journal, who)


def files(place: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(place.glob("*.csv"))}


def given_whole(journal: Journal, folder: ShareFolder, place: Path) -> dict[str, bytes]:
    """What giving everything from nothing gives."""
    give(journal, folder, Own(place, None, ()), "anna", None, Telling(None))
    return files(place)


@settings(max_examples=5)
@given(seed=st.integers(0, 10_000))
def test_what_is_new_alone_gives_the_bytes_of_everything(seed: int) -> None:
    chance = random.Random(seed)
    clock = Hand(BEGIN)
    with TemporaryDirectory() as name, open_journal(":memory:", clock=clock) as journal:
        path = Path(name) / "team"
        share(journal, path, journal.default_project().id, "notes")
        life = Life(journal, chance)
        for round_ in range(4):
            for _step in range(chance.randrange(1, 5)):
                clock.move(minutes=7)
                life.step()
            done = sync(journal, path, "anna")
            folder = open_share(path)
            assert done.given is not None
            assert folder is not None
            whole = given_whole(journal, folder, Path(name) / f"whole-{round_}")
            assert files(done.given.folder) == whole


def test_one_log_writes_one_month_of_signals_and_no_other(tmp_path: Path) -> None:
    clock = Hand(BEGIN)
    with open_journal(":memory:", clock=clock) as journal:
        life = Life(journal, random.Random(1))
        people.add_stakeholder(journal, AddStakeholder(name="Ada", project=life.project))
        share(journal, tmp_path / "team", life.project, "notes")
        for month in range(1, 10):
            who = life._ids(Stakeholder)[0]
            day = datetime(2026, month, 3, tzinfo=UTC)
            clock.moment = day
            request = LogSignal(
                stakeholder=who, kind="contact", day=day.date(), project=life.project
            )
            capture.log_signal(journal, request)
        sync(journal, tmp_path / "team", "anna")
        clock.moment = BEGIN
        life._logs()
        done = sync(journal, tmp_path / "team", "anna")
    assert done.given is not None
    assert done.given.changed == 2  # the month, and the manifest


CELL = st.text(alphabet='ab",\n=é', max_size=6)


@given(
    rows=st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=12, unique_by=tuple),
    split=st.integers(0, 12),
)
def test_the_news_of_a_file_are_its_rows_that_were_not_known(
    rows: list[list[str]], split: int
) -> None:
    def text(those: list[list[str]]) -> bytes:
        out = StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows([["id", "note"], *those])
        return out.getvalue().encode()

    news = news_in(text(rows), text(rows[:split]))
    assert list(csv.reader(StringIO(news.decode(), newline=""))) == [["id", "note"], *rows[split:]]


def test_a_file_with_another_header_is_all_news() -> None:
    assert news_in(b"id,b\n1,2\n", b"id,a\n1,2\n") == b"id,b\n1,2\n"
