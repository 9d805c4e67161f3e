"""The draft page promises: a text to send, the rows it is from, and that nothing is sent."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from staketerm.domain.nurture.acts import Act
from staketerm.journal.nurture.decisions import due
from staketerm.journal.opening import open_journal
from staketerm.store.records import About, Entry
from staketerm.tui.screens.draft import DraftPage
from staketerm.tui.screens.people import People
from staketerm.tui.screens.stakeholder import StakeholderPage
from tests.tui.conftest import on
from tests.tui.dialog_stage import CLOCK, TODAY, furnish, key, playing, press, program_on, shown
from tests.tui.made_once import made_once
from tests.tui.stillness import settled

USUAL, ROOMY = (80, 24), (120, 40)

PROGRESS = (
    ("success", 4, "Pilot street done a day early.", None, None),
    ("decision", 14, "One desk, one phone number.", None, None),
    ("plan", 8, "Street 2 starts.", None, date(2026, 12, 14)),
    ("risk", 1, "Ask for a second crew.", "The survey may slip two weeks.", None),
    ("setback", 21, "Council moved the vote to 1 February.", None, None),
)


@made_once
def happened(path: Path) -> None:
    """The furnished journal, with what happened in the project."""
    furnish(path)
    with open_journal(path, clock=CLOCK) as journal:
        project, daan = journal.default_project().id, key(journal, "Daan")
        with journal.write("progress") as writing:
            for kind, ago, text, title, until in PROGRESS:
                entry = Entry(
                    id=writing.new_id(),
                    kind=kind,
                    day=TODAY - timedelta(days=ago),
                    project=project,
                    title=title,
                    text=text,
                    due=until,
                    private=False,
                )
                writing.put(entry)
                if kind == "success":
                    writing.put(
                        About(
                            id=writing.new_id(),
                            entry=entry.id,
                            stakeholder=daan,
                            role="contributor",
                            note="a second crew",
                        )
                    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """That journal, of this test alone."""
    return happened(tmp_path / "journal.db")


TO_HILDE = ("2", "/", *"hilde", "enter", "c")
"""The keys to the draft for Hilde, of whom nothing is due but an update."""


def text_of(app) -> str:
    """What stands on the screen."""
    return "\n".join(shown(app))


async def test_c_on_somebody_opens_an_update_in_three_parts(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE)
        said = text_of(app)
        assert "status update to Hilde Jansma" in said
        assert "Subject  Graafloket: where we are" in said
        assert "Done. Pilot street done a day early. Thanks to Daan Vermeulen" in said
        assert "Still planned. Street 2 starts (Mon 14 Dec)." in said
        assert "The survey may slip two weeks." in said
        assert "[x] 20 Nov success" in said
        assert "Nothing is sent from here." in said


async def test_esc_goes_back_to_where_one_was_and_c_as_well(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE)
        assert on(app, DraftPage)
        await press(pilot, "escape")
        assert on(app, People)
        await press(pilot, "enter", "c", "c")
        assert on(app, StakeholderPage)


async def test_c_on_an_act_of_today_is_the_draft_of_that_act(path: Path):
    with open_journal(path, clock=CLOCK) as journal:
        act = next(act for act in due(journal).acts if act.proposal.kind == Act.AGREEMENT_DUE)
    async with playing(path) as (app, pilot):
        await press(pilot, "1")
        for _row in range(12):
            here = app.screen.selected_act  # type: ignore[attr-defined]
            if here is not None and here.planned.id == act.planned.id:
                break
            await press(pilot, "j")
        await press(pilot, "c")
        assert "what I promised you" in text_of(app)
        assert "It was this: text on liability." in text_of(app)


async def test_c_on_an_open_ask_is_a_kind_reminder_of_it(path: Path):
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, "2", "/", *"anneke", "enter", "enter", "shift+tab")
        first = app.screen.open_item  # type: ignore[attr-defined]
        assert first.text is not None
        await press(pilot, "c")
        assert "a question of mine is still open" in text_of(app) or "promised" in text_of(app)
        assert first.text in text_of(app)


async def test_space_leaves_a_row_out_and_takes_it_again(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "space")
        assert "[ ] 20 Nov success" in text_of(app)
        assert "Done. One desk, one phone number" in text_of(app)
        await press(pilot, "space")
        assert "Done. Pilot street" in text_of(app)


async def test_the_other_language_and_back(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "L")
        assert "Gedaan. Pilot street" in text_of(app)
        assert "Dutch" in text_of(app)
        await press(pilot, "L")
        assert "Done. Pilot street" in text_of(app)


async def test_subject_and_text_are_copied(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "y")
        lines = app.clipboard.splitlines()
        assert lines[0] == "Subject: Graafloket: where we are"
        assert lines[2] == "Dear Hilde,"
        assert "copied" in text_of(app)


async def test_it_is_written_as_a_mail_and_no_other_file_is_overwritten(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "W", "enter")
        place = tmp_path / "status-update-hilde-jansma.eml"
        mail = place.read_bytes()
        assert b"X-Unsent: 1\r\n" in mail
        assert b"To: Hilde Jansma <hilde@example.org>\r\n" in mail
        assert "is written" in text_of(app)
        place.write_text("mine")
        await press(pilot, "W", "enter")
        assert "is there already" in text_of(app)
        assert place.read_text() == "mine"


async def test_what_was_edited_is_not_lost_by_one_key(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "staketerm.tui.dialogs.editor.edit_text",
        lambda _app, text: text.replace("where we are", "news").replace("Dear Hilde", "Hilde"),
    )
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "e")
        assert "Subject  Graafloket: news" in text_of(app)
        assert "Edited by you." in text_of(app)
        await press(pilot, "space")
        assert "Graafloket: news" in text_of(app)
        assert "You edited this" in text_of(app)
        await press(pilot, "escape")
        assert on(app, DraftPage)
        await press(pilot, "y", "escape")
        assert "Subject: Graafloket: news\n\nHilde," in app.clipboard
        assert not on(app, DraftPage)


async def test_the_second_time_the_text_is_drawn_anew(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("staketerm.tui.dialogs.editor.edit_text", lambda _app, text: text + "PS")
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "e", "space", "space")
        assert "[ ] 20 Nov success" in text_of(app)
        assert "Edited" not in text_of(app)


async def test_sent_and_done_is_written_down_and_the_page_closes(path: Path):
    async with playing(path) as (app, pilot):
        await press(pilot, *TO_HILDE, "d", "enter")
        assert on(app, People)
        await press(pilot, "c")
        assert "Pilot street" not in text_of(app)


async def test_while_names_are_hidden_the_draft_is_too(path: Path):
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, *TO_HILDE, "p")
        said = text_of(app)
        assert not [word for word in ("Hilde", "Daan", "Pilot", "example.org") if word in said]
        await press(pilot, "y")
        assert app.clipboard == ""
        assert "hidden; p shows again" in text_of(app)
        await press(pilot, "p")
        assert "Dear Hilde," in text_of(app)


async def test_whoever_asked_not_to_be_contacted_is_written_nothing(path: Path):
    from staketerm.journal.requests import EditStakeholder
    from staketerm.journal.stakeholders.people import edit_stakeholder

    with open_journal(path, clock=CLOCK) as journal:
        who = key(journal, "Mei-Ling")
        edit_stakeholder(journal, EditStakeholder(stakeholder=who, do_not_contact=True))
    async with playing(path) as (app, pilot):
        await press(pilot, "2", "/", *"mei-ling", "enter", "c")
        assert on(app, People)
        assert "asked not to be contacted" in text_of(app)


async def test_a_broken_template_of_ones_own_is_named(path: Path, empty_machine: Path):
    folder = empty_machine / ".config" / "staketerm" / "templates"
    folder.mkdir(parents=True)
    (folder / "status_update.en.txt").write_text("Subject: hi\n\n$nonsense\n")
    async with playing(path, size=ROOMY) as (app, pilot):
        await press(pilot, *TO_HILDE)
        assert "templates/status_update.en.txt, line 3" in text_of(app)
        assert "Done. Pilot street" in text_of(app)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(USUAL, (), id="draft-80"),
        pytest.param(ROOMY, ("j", "space"), id="draft-120"),
    ],
)
def test_picture(snap_compare, path: Path, size: tuple[int, int], keys: tuple[str, ...]):
    async def run(pilot) -> None:
        await settled(pilot)
        await press(pilot, *TO_HILDE, *keys)

    assert snap_compare(program_on(path), terminal_size=size, run_before=run)
