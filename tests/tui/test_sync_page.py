"""In step with colleagues on the screen: look, sync, and decide between two values (screens S8)."""

import json
import shutil
import threading
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from staketerm.domain.errors import StaketermError
from staketerm.exchange.plan import Progress
from staketerm.exchange.sync.disputes import disputes
from staketerm.exchange.sync.folder import FolderAway
from staketerm.exchange.sync.team import Synced, sync
from staketerm.journal.opening import open_journal
from staketerm.store import tables
from staketerm.store.records import Signal, Stakeholder
from staketerm.tui.dialogs.share import ShareDialog
from staketerm.tui.dialogs.sure import Sure
from staketerm.tui.drawing.look import ASCII
from staketerm.tui.screens.stakeholder import StakeholderPage
from staketerm.tui.screens.sync import SyncPage
from tests.tui.dialog_stage import CLOCK, furnish, on_top, playing, press, settled, shown
from tests.tui.stillness import handled, until
from tests.tui.sync_stage import TODAY, at, noor, stage


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the journals and the folder of a share lie."""
    return tmp_path / "place"


@pytest.fixture
def mine(place: Path) -> Path:
    """One's own journal, in step until Friday; the folder has news since."""
    return stage(place)[0]


@pytest.fixture
def folder(place: Path) -> Path:
    """The folder of the share."""
    return place / "graafloket-team"


def text(app) -> str:
    """What is on screen."""
    return "\n".join(shown(app))


def message(app) -> str:
    """What the message line says."""
    return shown(app)[-2]


def rows(path: Path, kind: type) -> list:
    """The rows of a kind as the journal at a path has them."""
    with open_journal(path, clock=CLOCK, read_only=True) as journal, journal.read() as reader:
        return list(reader.rows(kind))


def jobs(path: Path) -> dict[str, str | None]:
    """Everybody's role."""
    return {row.name: row.job for row in rows(path, Stakeholder)}


def undecided(path: Path) -> int:
    """How many conflicts are open."""
    with open_journal(path, clock=CLOCK, read_only=True) as journal:
        return len(disputes(journal))


# looking


async def test_it_first_says_who_is_here_what_comes_what_goes_and_what_stays(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S")
        said = text(app)
    assert 'Sync: folder "graafloket-team"' in said
    assert "last Mon 23 Nov 17:02" in said
    assert "who is here   Noor (today 08:12)  Tim (Fri 20 Nov)  you (Fri 20 Nov)" in said
    assert "comes in      8 signals, 1 stakeholder, 1 entry, 2 edits   goes out  2 edits" in said
    assert "stays home    1 private note, 1 judgement, project Persoonlijk" in said


async def test_looking_writes_nothing_here_nor_in_the_folder(mine, folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    signals = len(rows(mine, Signal))
    async with playing(mine) as (_app, pilot):
        await press(pilot, "S", "escape")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert len(rows(mine, Signal)) == signals
    assert undecided(mine) == 0


async def test_it_is_among_all_commands_and_in_every_place(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "1", "colon", *"sync with", "enter")
        assert isinstance(on_top(app), SyncPage)
        await press(pilot, "2", "h")
        assert isinstance(on_top(app), SyncPage)


# syncing


async def test_before_syncing_it_tells_whose_position_would_move(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S")
        assert "would move    Bram Okafor · unknown → ◉ partner" in text(app)
        assert "positions that moved" not in text(app)
    with open_journal(mine, clock=CLOCK, read_only=True) as journal, journal.read() as reader:
        states = reader.select(select(tables.state.c.label))
    assert {label for (label,) in states} == {"unknown"}


async def test_again_syncs_and_tells_what_came_what_was_sent_and_who_moved(mine, folder):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "S")
        said = text(app)
        assert "taken in: 8 signals, 1 stakeholder, 1 entry, 2 edits. Sent: 2 changes." in said
        assert "came in       8 signals, 1 stakeholder, 1 entry, 2 edits   sent  2 edits" in said
        assert "positions that moved: 1" in said
        assert "Bram Okafor                 · unknown → ◉ partner" in said
        await press(pilot, "escape")
        assert "Nelleke Vos" in text(app)
    given = min((folder / "from").glob("*-anna/involvement.csv"))
    assert given.stat().st_size > 0
    assert jobs(mine)["Anneke de Wit"] == "head of permits and supervision"


async def test_enter_syncs_too_where_nothing_is_selected(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "enter")
        assert "taken in:" in message(app)


async def test_enter_on_a_row_without_a_person_syncs_nothing(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "S", "j", "j", "enter")
        assert on_top(app).twin is not None
        assert "S syncs" in message(app)


async def test_a_second_sync_has_nothing_new(mine):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "S", "S")
        assert "taken in: nothing new. Sent: 0 changes." in message(app)


async def test_the_people_list_follows_what_came_in(mine):
    async with playing(mine) as (app, pilot):
        assert "Nelleke" not in text(app)
        await press(pilot, "S", "S", "q")
        assert "Nelleke Vos" in text(app)


# two values for one thing


@pytest.fixture
async def synced(mine):
    """The page after a sync, the cursor on Anneke's role."""
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "S", "j")
        yield app, pilot


async def test_two_values_stand_side_by_side_with_who_and_when(synced):
    app, _pilot = synced
    lines = [line.strip("▌ ") for line in shown(app)]
    at_role = lines.index("Anneke de Wit, role")
    assert [" ".join(line.split()) for line in lines[at_role + 1 : at_role + 4]] == [
        "mine head of permits you, Mon 23 Nov 16:40",
        "theirs head of permits and supervision Noor, today 08:12",
        "now theirs, the later one. Mine is kept in the history.",
    ]
    assert "two values for one thing: 2" in text(app)


@pytest.mark.parametrize(
    ("key", "kept", "role"),
    [
        ("less_than_sign", "mine", "head of permits"),
        ("greater_than_sign", "theirs", "head of permits and supervision"),
        ("equals_sign", "both", "head of permits and supervision"),
    ],
)
async def test_one_key_decides(synced, mine, key, kept, role):
    app, pilot = synced
    await press(pilot, key)
    assert f"decided: {kept}." in message(app)
    assert "u undoes" in message(app)
    assert "two values for one thing: 1" in text(app)
    assert jobs(mine)["Anneke de Wit"] == role


async def test_undo_takes_a_decision_back_and_shows_it_again(synced, mine):
    app, pilot = synced
    await press(pilot, "less_than_sign", "u")
    assert "two values for one thing: 2" in text(app)
    assert jobs(mine)["Anneke de Wit"] == "head of permits and supervision"


async def test_what_cannot_hold_both_says_so_kindly(synced, mine):
    app, pilot = synced
    await press(pilot, "k", "equals_sign")
    assert "this holds one value, not both: < keeps mine, > theirs" in message(app)
    assert undecided(mine) == 2


async def test_marked_conflicts_are_decided_together(synced, mine):
    app, pilot = synced
    await press(pilot, "asterisk", "less_than_sign")
    assert "2 decided: mine." in message(app)
    assert undecided(mine) == 0
    await press(pilot, "u")
    assert undecided(mine) == 2


async def test_space_marks_and_goes_on(synced, mine):
    _app, pilot = synced
    await press(pilot, "k", "space", "space", "greater_than_sign")
    assert undecided(mine) == 0


async def test_a_decision_goes_out_with_the_next_sync(synced):
    app, pilot = synced
    await press(pilot, "less_than_sign")
    assert "goes out  1 edit" in text(app)


async def test_what_was_decided_is_shown_by_z_and_can_be_decided_again(synced, mine):
    app, pilot = synced
    await press(pilot, "asterisk", "less_than_sign")
    assert "two values" not in text(app)
    await press(pilot, "z")
    assert "decided; it can be decided again" in text(app)
    page = app.screen
    assert isinstance(page, SyncPage)
    page.rows.move_to(0)
    while page.conflict is None or page.conflict.field != "job":
        await press(pilot, "j")
    await press(pilot, "greater_than_sign")
    assert jobs(mine)["Anneke de Wit"] == "head of permits and supervision"


async def test_enter_opens_the_person(synced):
    app, pilot = synced
    await press(pilot, "enter")
    assert isinstance(on_top(app), StakeholderPage)
    assert app.screen.subject.name == "Anneke de Wit"
    await press(pilot, "q")
    assert isinstance(on_top(app), SyncPage)


# meetings logged by two


async def test_a_meeting_logged_by_two_is_one_or_two(synced, mine):
    app, pilot = synced
    await press(pilot, "j")
    said = text(app)
    assert "perhaps logged twice: 1" in said
    assert "Session desk rules  you: 3 people, 3 deeds  Noor: 2 people, 2 deeds" in said
    await press(pilot, "equals_sign")
    assert "perhaps the same meeting" not in text(app)
    assert sum(row.doubles is not None for row in rows(mine, Signal)) == 2
    await press(pilot, "u")
    assert "perhaps logged twice: 1" in text(app)
    await press(pilot, "k", "x")
    assert "perhaps the same meeting" not in text(app)
    assert not any(row.doubles for row in rows(mine, Signal))


# what waits


@pytest.fixture
def emptied(place: Path) -> Path:
    """One's own journal in step; then Noor deleted all signals."""
    mine, folder = stage(place)
    with at(mine, TODAY, 8, 30) as journal:
        sync(journal, folder, "Anna")
    with at(noor(place), TODAY, 9) as journal:
        with journal.write("delete") as writing:
            for row in writing.work.rows(Signal):
                writing.delete(Signal, row.id)
        sync(journal, folder, "Noor")
    return mine


async def test_files_that_delete_much_wait_and_come_in_after_asking(emptied):
    async with playing(emptied) as (app, pilot):
        await press(pilot, "S")
        said = text(app)
        assert "files that wait: those of 1 colleague" in said
        assert "Look whether that is meant first." in said
        assert "a takes it in all the same, after asking." in said
        await press(pilot, "a")
        assert isinstance(on_top(app), Sure)
        await press(pilot, "escape")
        assert len(rows(emptied, Signal)) > 1
        await press(pilot, "a", "y")
        assert "deleted" in message(app)
    assert len(rows(emptied, Signal)) == 0


async def test_files_that_cannot_be_read_are_named_with_row_and_column(mine, folder):
    manifest = min((folder / "from").glob("*-noor/manifest.json"))
    bad = manifest.with_name("signal-2026-11.csv")
    bad.write_text(bad.read_text().replace("2026-11-19", "2026-13-02", 1))
    said = json.loads(manifest.read_text())
    said["files"][bad.name]["sha256"] = sha256(bad.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(said))
    async with playing(mine) as (app, pilot):
        await press(pilot, "S")
        told = text(app)
        assert "2026-13-02" in told
        assert "column day" in told
        assert "Nothing of these files was taken; those of the others were." in told
        assert "comes in      1 edit" in told


async def test_copies_made_by_a_synchroniser_are_told(mine, folder):
    copy = min((folder / "from").glob("*-noor")) / "signal.sync-conflict-1.csv"
    copy.write_text("id\n")
    async with playing(mine) as (app, pilot):
        await press(pilot, "S")
        assert "worth a look" in text(app)
        assert "signal.sync-conflict-1.csv" in text(app)


# refusals


async def test_a_folder_that_is_away_is_said_and_the_program_works_on(mine, folder):
    shutil.move(folder, folder.with_name("elsewhere"))
    async with playing(mine) as (app, pilot):
        await press(pilot, "S")
        assert "not done" in text(app)
        assert "can't be reached. Last sync" in text(app)
        await press(pilot, "S")
        assert "can't be reached" in text(app)
        shutil.move(folder.with_name("elsewhere"), folder)
        await press(pilot, "S")
        assert "taken in: 8 signals" in message(app)


async def test_a_fault_of_the_file_system_is_said_and_is_no_trace(mine, monkeypatch):
    def refused(*_any, **_how):
        raise FolderAway("/team can't be reached: Permission denied. What goes out waits.")

    async with playing(mine) as (app, pilot):
        await press(pilot, "S")
        monkeypatch.setattr("staketerm.exchange.sync.team.sync", refused)
        await press(pilot, "S")
        assert "Permission denied. What goes out waits." in " ".join(text(app).split())


async def test_a_journal_that_is_read_only_can_be_looked_at_and_says_why_not(mine):
    async with playing(mine) as (app, pilot):
        app.read_only = True
        await press(pilot, "S")
        assert "not looked at: this journal is open for reading only" in text(app)
        await press(pilot, "S")
        assert "this journal is open for reading only" in message(app)


async def test_a_journal_in_another_place_is_asked_about(mine, place):
    copied = place / "copy.db"
    copied.write_bytes(mine.read_bytes())
    async with playing(copied) as (app, pilot):
        await press(pilot, "S")
        assert isinstance(on_top(app), Sure)
        assert "it was moved, or put back from a backup" in text(app)
        await press(pilot, "m")
        assert isinstance(on_top(app), SyncPage)
        assert "comes in      8 signals" in text(app)


# taking its time


class Slow:
    """A sync that reads the files of two colleagues, and goes on when it is let."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.reads = threading.Event()
        self.stopped = False

    def __call__(self, _journal, _path, _person, *, progress, **_how):
        try:
            for n, name in enumerate(("Noor", "Tim")):
                progress(Progress(50 * n, 200, f"rows of {name}"))
                self.reads.set()
                assert self.may_go_on.wait(60)
        except StaketermError:
            self.stopped = True
            raise
        return Synced("share", (), (), None)


@pytest.fixture
def slow(monkeypatch) -> Iterator[Slow]:
    """Every sync is a slow one."""
    found = Slow()
    monkeypatch.setattr("staketerm.exchange.sync.team.sync", found)
    yield found
    found.may_go_on.set()


async def test_it_says_whose_files_are_read_and_can_be_left_meanwhile(mine, slow):
    async with playing(mine) as (app, pilot):
        await pilot.press("S")
        await until(pilot, slow.reads.is_set)
        await handled(app)
        assert "reading 0 % of 200 rows of Noor" in text(app)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(on_top(app), SyncPage))
        slow.may_go_on.set()
        await settled(pilot)
    assert slow.stopped


async def test_esc_stops_a_sync_and_stays(mine, slow):
    async with playing(mine) as (app, pilot):
        slow.may_go_on.set()
        await press(pilot, "S")
        slow.may_go_on.clear()
        slow.reads.clear()
        await pilot.press("S")
        await until(pilot, slow.reads.is_set)
        await pilot.press("escape")
        await handled(app)
        assert "stopping" in message(app)
        slow.may_go_on.set()
        await settled(pilot)
        assert isinstance(on_top(app), SyncPage)
        assert "stopped; what had come in stays" in message(app)
    assert slow.stopped


# hiding


async def test_the_privacy_screen_hides_names_values_and_folder(synced):
    app, pilot = synced
    await press(pilot, "p")
    said = text(app)
    for name in ("Anneke", "Noor", "Tim", "permits", "graafloket", "Persoonlijk", "desk rules"):
        assert name not in said
    assert "two values for one thing: 2" in said


async def test_it_can_be_drawn_in_ascii(synced):
    app, _pilot = synced
    app.look = ASCII
    app.screen.redraw()
    await press(_pilot, "k")
    assert text(app).isascii()
    assert "? unknown -> @ partner" in text(app)


async def test_jumping_goes_to_a_row(synced):
    app, pilot = synced
    await press(pilot, "semicolon", "s")
    assert app.screen.conflict.about == "Roelof Postma"


# beginning


def typed(path: Path) -> list[str]:
    """The keys of a path."""
    names = {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore"}
    return [names.get(letter, letter) for letter in str(path)]


async def fill_in(pilot, path: Path) -> None:
    """Open the form and say the folder."""
    await press(pilot, "S")
    form = pilot.app.screen
    assert isinstance(form, ShareDialog)
    form.path_line.value = str(path)
    await settled(pilot)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A journal that shares nothing."""
    return furnish(tmp_path / "alone.db")


async def test_a_new_share_is_begun_once_it_was_said_in_full(alone, tmp_path):
    team = tmp_path / "team"
    async with playing(alone) as (app, pilot):
        await fill_in(pilot, team)
        assert "a new folder: choose what to share" in text(app)
        await press(pilot, "enter")
        said = " ".join(text(app).replace("│", " ").split())
        assert "would be shared without notes: 9 stakeholders, 14 signals, 1 entry." in said
        assert "Stays here: 1 private note, 1 judgement, how you nurture and weigh." in said
        assert "What colleagues have read cannot be taken back." in said
        await press(pilot, "escape")
        assert not team.exists()
        await press(pilot, "enter", "enter")
        assert isinstance(on_top(app), SyncPage)
        assert "Sent: 43 changes." in message(app)
        await press(pilot, "q", "S")
        assert "last today 09:40" in text(app)
    assert len(list((team / "from").iterdir())) == 1


async def test_what_is_private_goes_only_with_notes_and_where_it_is_chosen(alone, tmp_path):
    async with playing(alone) as (app, pilot):
        await fill_in(pilot, tmp_path / "team")
        on_top(app).query_one("#field-also").value = "judgements private"
        await press(pilot, "enter")
        assert "What is private is shared with notes, or not at all." in text(app)
        on_top(app).query_one("#field-level").value = "notes"
        await press(pilot, "enter")
        said = " ".join(text(app).split())
        assert "Your judgements too, as you chose: 1." in said
        assert "What is private too, as you chose:" in said
        await press(pilot, "f9")
        assert "Graafloket" not in text(app)


async def test_a_share_of_a_colleague_is_joined_after_a_look(alone, mine, folder):
    async with playing(alone) as (app, pilot):
        await fill_in(pilot, folder)
        assert "a share, Graafloket, with Anna, Noor, Tim" in text(app)
        await press(pilot, "enter")
        assert "comes in      13 signals, 5 stakeholders" in text(app)
        assert "goes out      nothing new" in text(app)
        assert len(list((folder / "from").iterdir())) == 3
        await press(pilot, "S")
        assert "came in       13 signals, 5 stakeholders" in text(app)
        assert "Sent: 0 changes. P looks at the project that came." in message(app)
    assert "Nelleke Vos" in jobs(alone)


async def test_a_folder_of_another_program_is_refused_and_left_alone(alone, tmp_path):
    other = tmp_path / "photos"
    other.mkdir()
    (other / "cat.jpg").write_bytes(b"cat")
    async with playing(alone) as (app, pilot):
        await fill_in(pilot, other)
        assert "holds other things" in text(app)
        await press(pilot, "enter")
        assert isinstance(on_top(app), ShareDialog)
    assert [each.name for each in other.iterdir()] == ["cat.jpg"]


async def test_one_more_project_is_shared_from_the_page(mine, folder):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "n")
        assert isinstance(on_top(app), ShareDialog)
        assert "a share, Graafloket, with Noor, Tim" in text(app)
        await press(pilot, "right", "enter")
        assert isinstance(on_top(app), Sure)


async def test_with_several_folders_it_is_asked_which(mine, tmp_path):
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "n")
        form = app.screen
        assert isinstance(form, ShareDialog)
        form.path_line.value = str(tmp_path / "second")
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(on_top(app), SyncPage)
        await press(pilot, "q", "q", "S")
        said = text(app)
        assert "sync through which folder" in said
        assert "another folder" in said
        assert str(tmp_path)[:20] in said, "two of one name are told apart"
        await press(pilot, *"team", "enter")
        assert 'folder "graafloket-team"' in text(app)


async def test_a_folder_typed_before_the_form_is_there_is_not_lost(alone, tmp_path):
    async with playing(alone) as (app, pilot):
        for key in ("S", *typed(tmp_path / "team")):
            await pilot.press(key)
        await settled(pilot)
        form = app.screen
        assert isinstance(form, ShareDialog)
        assert form.path_line.value == str(tmp_path / "team")


async def test_a_project_proposed_for_half_a_path_is_not_shared_through_the_whole_one(
    alone, folder, mine
):
    async with playing(alone) as (app, pilot):
        await fill_in(pilot, folder.with_name("graafloket"))
        assert "share         [Graafloket]" in text(app)
        on_top(app).path_line.value = str(folder)
        await settled(pilot)
        assert "share         [nothing of mine]" in text(app)


async def test_the_keys_of_the_screen_are_told_as_they_mean_it_here(mine):
    async with playing(mine, size=(120, 40)) as (app, pilot):
        await press(pilot, "S", "question_mark")
        said = text(app).split("keys that work everywhere")[0]
    for key, words in (
        ("<", "keep mine"),
        ("=", "keep both texts"),
        ("x", "say that what two logged is two"),
        ("a", "take in what is held back"),
        ("n", "share one more project"),
        ("z", "show what was decided"),
    ):
        assert any(line.split()[:1] == [key] and words in line for line in said.splitlines())


async def test_where_mine_is_the_later_one_it_says_so(place):
    path = stage(place)[0]
    with at(path, TODAY, 9) as journal, journal.write("edit") as writing:
        (anneke,) = (row for row in writing.work.rows(Stakeholder) if "Anneke" in row.name)
        writing.patch(Stakeholder, anneke.id, job="chief of permits")
    with at(noor(place), TODAY, 9, 5) as journal:
        sync(journal, place / "graafloket-team", "Noor")
    async with playing(path) as (app, pilot):
        await press(pilot, "S", "S")
        assert "mine, the later one. Theirs is kept in the history." in text(app)


@pytest.mark.parametrize("text_of_noor", ["[/]", "[@click=app.quit]x[/]", "a\x1b[2Jb", "a\u202eb"])
async def test_what_a_colleague_writes_is_shown_as_text(place, text_of_noor):
    mine, folder = stage(place)
    with at(noor(place), TODAY, 9) as journal:
        with journal.write("edit") as writing:
            (anneke,) = (row for row in writing.work.rows(Stakeholder) if "Anneke" in row.name)
            writing.patch(Stakeholder, anneke.id, job=text_of_noor)
        sync(journal, folder, "Noor")
    async with playing(mine) as (app, pilot):
        await press(pilot, "S", "S", "z")
        said = text(app)
        assert not any(sign in said for sign in "\x1b\u202e")
        assert "two values for one thing" in said
        if text_of_noor.isprintable():
            assert text_of_noor in said
