"""What is one's own leaves only where one chose so, in so many words; nothing else goes with it."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange.sync.sharing import offer, share
from staketerm.exchange.sync.team import sync
from staketerm.journal import capture, ledger
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.judging import judge, judgements_of, judgements_on
from staketerm.journal.positions.review import why
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder, AskFor, Judge, LogSignal, WriteNote
from staketerm.journal.stakeholders import people
from staketerm.journal.timeline import told
from staketerm.store.records import Entry, Judgement, Signal
from tests.places import Where
from tests.store.conftest import Hand

TODAY = date(2026, 11, 24)
NAMES = ("anna", "bram", "chen")

JUDGED = "canary-judgement"
HIDDEN = ("canary-private-signal", "canary-private-ask", "canary-private-note")
NEVER = ("canary-private-person", "canary-of-private-person", "canary-personal", "canary-homeless")


class Room:
    """Anna with something of everything that is one's own, and Bram who joins her."""

    def __init__(self, place: Path, where: Where, stack: ExitStack) -> None:
        self.clock = Hand(datetime(2026, 11, 24, 9, tzinfo=UTC))
        self.folder = place / "team"
        self.anna, self.bram, self.chen = (
            stack.enter_context(open_journal(where(name), clock=self.clock)) for name in NAMES
        )
        self.project = self.anna.default_project().id
        self.ada = self._add("Ada Lens", self.project)
        hidden = self._add("canary-private-person", self.project, private=True)
        own = add_project(self.anna, "Own", personal=True)
        self.own = next(row for table, row in own.rows if table == "project")
        self._add("canary-personal", self.own)
        for who, note in ((self.ada, HIDDEN[0]), (hidden, NEVER[1])):
            request = LogSignal(
                stakeholder=who,
                kind="obstructed",
                day=TODAY,
                project=self.project,
                note=note,
                private=who == self.ada,
            )
            capture.log_signal(self.anna, request)
        ledger.ask(
            self.anna,
            AskFor(
                stakeholder=self.ada, text=HIDDEN[1], day=TODAY, project=self.project, private=True
            ),
        )
        for text, project in ((HIDDEN[2], self.project), ("canary-homeless", None)):
            capture.write_note(
                self.anna,
                WriteNote(text=text, day=TODAY, about=(self.ada,), project=project, private=True),
            )
        judge(
            self.anna,
            Judge(
                stakeholder=self.ada,
                project=self.project,
                day=TODAY,
                label="partner",
                note=JUDGED,
            ),
        )

    def _add(self, name: str, project: str, *, private: bool = False) -> str:
        request = AddStakeholder(name=name, project=project, private=private)
        made = people.add_stakeholder(self.anna, request).rows
        return next(row for table, row in made if table == "stakeholder")

    def share(self, level: str, *also: str) -> None:
        self.clock.move(minutes=1)
        share(self.anna, self.folder, self.project, level, also)
        self.sync(self.anna)

    def sync(self, *who: Journal) -> None:
        everybody = (self.anna, self.bram, self.chen)
        for journal in who:
            self.clock.move(minutes=1)
            sync(journal, self.folder, NAMES[everybody.index(journal)])

    def given(self, journal: Journal | None = None) -> str:
        """All that a journal, or everybody, put into the folder."""
        begin = journal.store.replica if journal else ""
        return "\n".join(
            file.read_text("utf-8")
            for place in sorted((self.folder / "from").glob(f"{begin}*"))
            for file in sorted(place.iterdir())
        )

    def finds(self, *canaries: str) -> list[str]:
        return [each for each in canaries if each in self.given()]


@pytest.fixture
def room(tmp_path: Path, where: Where) -> Iterator[Room]:
    with ExitStack() as stack:
        yield Room(tmp_path, where, stack)


@pytest.mark.parametrize(
    ("level", "also", "leaves"),
    [
        ("signals", (), ()),
        ("notes", (), ()),
        ("notes", ("judgements",), (JUDGED,)),
        ("signals", ("judgements",), ()),
        ("notes", ("private",), HIDDEN),
        ("notes", ("judgements", "private"), (JUDGED, *HIDDEN)),
    ],
)
def test_only_what_was_chosen_leaves(room: Room, level, also, leaves):
    room.share(level, *also)
    assert room.finds(JUDGED, *HIDDEN, *NEVER) == list(leaves)


def test_a_judgement_without_its_words_leaves_where_notes_stay(room: Room):
    room.share("signals", "judgements")
    assert "partner" in room.given()
    assert JUDGED not in room.given()


def test_what_is_private_goes_with_notes_or_not_at_all(room: Room):
    with pytest.raises(UsageError):
        share(room.anna, room.folder, room.project, "signals", ["private"])
    with pytest.raises(UsageError):
        offer(room.anna, room.project, "signals", ["private"])


def test_it_is_counted_before_anything_is_shared(room: Room):
    plain = offer(room.anna, room.project, "notes")
    told = offer(room.anna, room.project, "notes", ["judgements", "private"])
    assert (plain.judgements, plain.private, plain.no_more) == (0, 0, ())
    assert (told.judgements, told.private) == (1, 3)
    assert (told.signals, told.entries) == (plain.signals + 1, plain.entries + 1)
    assert not room.folder.exists()


def test_going_back_gives_no_more_and_says_what_cannot_be_taken_back(room: Room):
    room.share("notes", "judgements", "private")
    room.sync(room.bram)
    assert offer(room.anna, room.project, "signals").no_more == ("judgements", "notes", "private")
    room.share("notes")
    assert [each for each in (JUDGED, *HIDDEN) if each in room.given(room.anna)] == []
    room.sync(room.bram)
    assert [each for each in (JUDGED, *HIDDEN) if each in room.given(room.bram)] == []
    with room.bram.read() as reader:
        assert len(reader.rows(Judgement)) == 1


def test_choosing_more_later_gives_it_with_the_next_sync(room: Room):
    room.share("notes")
    room.sync(room.bram)
    room.share("notes", "judgements")
    assert room.finds(JUDGED, *HIDDEN) == [JUDGED]
    room.sync(room.bram)
    with room.bram.read() as reader:
        assert [row.note for row in reader.rows(Judgement)] == [JUDGED]


def test_a_colleague_gets_it_as_private_and_passes_it_on_only_by_choice(room: Room):
    room.share("notes", "judgements", "private")
    room.sync(room.bram)
    with room.bram.read() as reader:
        (note,) = (row for row in reader.rows(Entry) if row.text == HIDDEN[2])
        (signal,) = (row for row in reader.rows(Signal) if row.note == HIDDEN[0])
    assert note.private
    assert signal.private
    assert [each for each in (JUDGED, *HIDDEN) if each in room.given(room.bram)] == []
    room.clock.move(minutes=1)
    capture.edit_note(room.anna, note.id, "canary-edited")
    room.sync(room.anna, room.bram)
    assert "canary-edited" in {item.text for item in told(room.bram)}


def test_the_choice_is_each_ones_own(room: Room):
    room.share("notes", "judgements", "private")
    room.sync(room.bram)
    judge(
        room.bram,
        Judge(stakeholder=room.ada, project=room.project, day=TODAY, label="opponent", note="mine"),
    )
    capture.write_note(
        room.bram,
        WriteNote(text="brams own", day=TODAY, about=(room.ada,), project=room.project),
    )
    room.sync(room.bram, room.anna)
    assert "mine" not in {item.text for item in told(room.anna)}
    assert "brams own" not in room.given()


def test_a_colleagues_judgement_never_stands_for_ones_own(room: Room):
    room.share("notes", "judgements")
    room.sync(room.bram)
    assert why(room.bram, room.ada, room.project).judgement is None
    assert judgements_on(room.bram, TODAY) == {}
    assert judgements_of(room.bram, room.ada, room.project) == ()
    (claim,) = judgements_of(room.bram, room.ada, room.project, colleagues=True)
    assert (claim.label, claim.author) == ("partner", "anna")
    (item,) = (item for item in told(room.bram) if item.what == "judgement")
    assert item.credit == "by anna"
    found = why(room.anna, room.ada, room.project).judgement
    assert found is not None
    assert found.label == "partner"


def test_what_is_ones_own_is_not_changed_by_who_knows_its_id(room: Room):
    room.share("notes", "private")
    room.sync(room.bram)
    room.share("notes")
    with room.bram.read() as reader:
        (note,) = (row for row in reader.rows(Entry) if row.text == HIDDEN[2])
    room.clock.move(minutes=1)
    with room.bram.write("edit") as writing:
        writing.patch(Entry, note.id, text="not yours", private=False)
    room.sync(room.bram, room.anna)
    assert "not yours" not in {item.text for item in told(room.anna)}
