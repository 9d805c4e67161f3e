"""Taking a file in: look first, then one batch, and nothing unseen (screens S8)."""

import threading

import pytest

from staketerm.exchange.mail.own import OWN_ADDRESSES
from staketerm.store.records import Ask, Involvement, Project, Signal, Stakeholder
from staketerm.tui.dialogs.take_in import TakeInDialog
from staketerm.tui.intake.preview import Group
from staketerm.tui.screens.people import People
from staketerm.tui.screens.take_in import TakeInPage
from tests.exchange.mailbag import ANNA, BRAM, ME, mail, mbox
from tests.hostile import CONTROLS, MARKUP
from tests.tui.conftest import CAST, settled
from tests.tui.intake_stage import look_into, press, register, rows_of, shown, write
from tests.tui.stillness import until


@pytest.fixture
async def pilot(app, tmp_path, monkeypatch):
    """The program at 80x24, started in the folder of the test."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        yield pilot


async def names(app):
    return {row.name for row in await rows_of(app, Stakeholder)}


def page(pilot):
    assert isinstance(pilot.app.screen, TakeInPage)
    return pilot.app.screen


def groups(pilot):
    return [line.group.value for line in page(pilot).rows.rows if line.head]


async def test_the_preview_names_the_file_its_counts_and_what_needs_a_look_first(pilot, tmp_path):
    said = await look_into(pilot, register(tmp_path))
    assert "Take in: register.csv" in said
    assert "register, Dutch headers, UTF-8, ; between" in said
    assert "6 rows:  2 new  2 ask" in said
    assert "2 cannot be read" in said
    assert "into Graafloket" in said
    assert "Invloed (H/M/L) > power 1-5" in said
    assert 'row 4   Datum "31-02-2026"     there is no such day' in said
    assert "Jeroen Smit (Aannemersbond)?" in said
    assert "nothing has been written yet" in said
    assert groups(pilot) == ["cannot", "cannot", "asks", "asks", "new", "new"]


async def test_enter_takes_it_in_as_one_batch_that_one_undo_takes_back(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    said = await press(pilot, "enter")
    assert isinstance(pilot.app.screen, People)
    assert "4 new. 2 rows are in register.cannot-read.csv" in said
    assert "u undoes" in said
    assert {"Hilde Jansma", "J. Smit", "[b]Bold[/b] BV"} <= await names(pilot.app)
    await press(pilot, "u")
    assert not {"Hilde Jansma", "J. Smit"} & await names(pilot.app)


async def test_esc_leaves_and_nothing_is_written(pilot, tmp_path):
    before = await names(pilot.app)
    path = register(tmp_path)
    await look_into(pilot, path)
    said = await press(pilot, "escape")
    assert isinstance(pilot.app.screen, People)
    assert "left; nothing has been written" in said
    assert await names(pilot.app) == before
    assert [one.name for one in tmp_path.glob("*.csv")] == ["register.csv"]


async def test_only_check_says_what_was_found_and_writes_nothing(pilot, tmp_path):
    before = await names(pilot.app)
    await look_into(pilot, register(tmp_path))
    said = await press(pilot, "tab", "tab", "tab", "enter")
    assert "checked: 6 rows: 2 new 2 ask. Nothing has been written." in said
    assert await names(pilot.app) == before


async def test_a_row_that_asks_is_answered_with_a_key_and_stays_where_it_is(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    await press(pilot, "j", "j")
    assert page(pilot).selected.name == "Anneke de Wit"
    await press(pilot, "=", "j")
    assert page(pilot).selected.name == "J. Smit"
    said = await press(pilot, "n")
    assert groups(pilot) == ["cannot", "cannot", "changed", "new", "new", "new"]
    assert "adds: power, interest" in said
    await press(pilot, "enter")
    known = [row.name for row in await rows_of(pilot.app, Stakeholder)]
    assert known.count("Anneke de Wit") == 1
    assert "J. Smit" in known


async def test_all_rows_that_ask_are_answered_at_once(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    await press(pilot, "*", "=")
    assert "asks" not in groups(pilot)
    assert groups(pilot).count("changed") == 2


async def test_a_cell_that_cannot_be_read_is_corrected_here_and_not_in_the_file(pilot, tmp_path):
    path = register(tmp_path)
    before = path.read_bytes()
    await look_into(pilot, path)
    await press(pilot, "e", *["backspace"] * 10)
    await write(pilot, "28-02-2026")
    said = await press(pilot, "enter")
    assert "1 cannot be read" in said
    assert groups(pilot)[0] == "new"  # in the place of the row that could not be read
    await press(pilot, "enter")
    assert "Jan Klein" in await names(pilot.app)
    assert path.read_bytes() == before


async def test_a_row_left_out_stays_in_sight_and_can_be_taken_in_again(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    await press(pilot, "G")
    assert page(pilot).selected.name == "[b]Bold[/b] BV"
    assert "left out" in await press(pilot, "x")
    assert page(pilot).selected.group is Group.LEFT_OUT
    await press(pilot, "x")
    assert page(pilot).selected.group is Group.NEW
    await press(pilot, "x", "enter")
    assert "[b]Bold[/b] BV" not in await names(pilot.app)
    assert "Hilde Jansma" in await names(pilot.app)


async def test_unreadable_rows_can_be_left_out_instead_of_put_aside(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    said = await press(pilot, "tab", "enter")
    assert "go to register.cannot-read.csv  [left out]" in said
    await press(pilot, "tab", "enter")
    assert "Hilde Jansma" in await names(pilot.app)
    assert [one.name for one in tmp_path.glob("*.csv")] == ["register.csv"]


async def test_rows_put_aside_can_be_mended_and_taken_in_later(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    await press(pilot, "enter")
    aside = tmp_path / "register.cannot-read.csv"
    aside.write_text(aside.read_text().replace("31-02-2026", "28-02-2026"))
    assert "1 new" in await look_into(pilot, aside)
    await press(pilot, "enter")
    assert "Jan Klein" in await names(pilot.app)


async def test_nothing_goes_in_where_the_file_for_unreadable_rows_cannot_be_written(
    pilot, tmp_path, monkeypatch
):
    from staketerm.exchange import files

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    await look_into(pilot, register(tmp_path))
    monkeypatch.setattr(files, "_draft", refuse)
    said = await press(pilot, "enter")
    assert isinstance(pilot.app.screen, TakeInPage)
    assert "register.cannot-read.csv cannot be written" in said
    assert "Nothing was put in its place" in " ".join(said.split())
    assert "nothing has been written" in said
    assert "Hilde Jansma" not in await names(pilot.app)


async def test_the_order_is_what_needs_a_look_or_that_of_the_file(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    await press(pilot, "o")
    assert [line.row for line in page(pilot).rows.rows] == [2, 3, 4, 5, 6, 7]
    await press(pilot, "o")
    assert groups(pilot)[0] == "cannot"


async def test_a_column_can_be_said_to_hold_something_else(pilot, tmp_path):
    await look_into(pilot, register(tmp_path))
    await press(pilot, "C")
    await write(pilot, "kleur")
    await press(pilot, "enter")
    await write(pilot, "tags")
    said = await press(pilot, "enter")
    assert "Kleur > tags" in said


async def test_a_file_that_is_taken_in_twice_adds_nothing(pilot, tmp_path):
    path = register(tmp_path, "Name,Email\nAda Lens,ada@x.example\n")
    await look_into(pilot, path)
    await press(pilot, "enter")
    said = await look_into(pilot, path)
    assert "Nothing here is new" in said
    assert "Take in 0" in said
    said = await press(pilot, "enter")
    assert "nothing here is new; nothing has been written" in said
    assert isinstance(pilot.app.screen, TakeInPage)


async def test_what_cannot_be_taken_in_is_said_with_the_remedy(pilot, tmp_path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK\x03\x04rest")
    said = await look_into(pilot, path)
    assert isinstance(pilot.app.screen, TakeInDialog)
    assert "people.xlsx is a spreadsheet; save it as CSV" in said
    assert pilot.app.screen.path_line.value == str(path), "what was typed stays"


async def test_a_table_without_known_columns_is_refused_in_full(pilot, tmp_path):
    path = tmp_path / "wishes.csv"
    path.write_text("fruit,weather\napple,rain\n")
    said = await look_into(pilot, path)
    assert "no row names columns that are known here" in " ".join(said.split())
    assert "nothing has been written" in said
    await press(pilot, "enter", "escape")
    assert isinstance(pilot.app.screen, People)


async def test_there_is_no_limit_on_rows(pilot, tmp_path):
    rows = "".join(f"Person {n} X{n},Org {n % 7}\n" for n in range(600))
    await look_into(pilot, register(tmp_path, "Name,Organisation\n" + rows))
    assert len(page(pilot).rows.rows) == 600
    await press(pilot, "G")
    assert "Person 599" in shown(pilot.app)


async def test_hostile_cells_are_shown_as_they_are_and_do_nothing(pilot, tmp_path):
    cells = [text for text in (*MARKUP, *CONTROLS) if "\n" not in text and "\r" not in text]
    quoted = "".join('"{}",Org\n'.format(text.replace('"', '""')) for text in cells)
    said = await look_into(pilot, register(tmp_path, "Name,Organisation\n" + quoted))
    assert "[red]x[/red]" in said
    assert not set(said) & set("\x1b\x9b\x07\u202e")
    for _row in cells:
        said = await press(pilot, "j")
        assert not set(said) & set("\x1b\x9b\x07\u202e")


async def test_names_stay_hidden_behind_the_privacy_screen(pilot, tmp_path):
    await press(pilot, "p")
    said = await look_into(pilot, register(tmp_path))
    for word in ("Hilde", "Provincie", "Smit", "register.csv", "Graafloket"):
        assert word not in said


async def test_nothing_is_taken_in_while_it_is_still_being_read(pilot, tmp_path, monkeypatch):
    from staketerm.exchange import registry

    go = threading.Event()
    original = registry.preview

    def slow(*args):
        go.wait(10)
        return original(*args)

    monkeypatch.setattr(registry, "preview", slow)
    register(tmp_path / "here")
    await press(pilot, "I")
    await write(pilot, "register.csv")
    await pilot.press("enter")
    await pilot.pause()
    await pilot.pause()
    await until(pilot, lambda: isinstance(pilot.app.screen, TakeInPage))
    await pilot.press("enter")
    await pilot.pause()
    assert "reading ..." in shown(pilot.app)
    go.set()
    await settled(pilot)
    assert isinstance(pilot.app.screen, TakeInPage)
    assert "Hilde Jansma" not in await names(pilot.app)


async def test_a_read_only_journal_is_left_alone(pilot):
    pilot.app.read_only = True
    said = await press(pilot, "I")
    assert isinstance(pilot.app.screen, People)
    assert "open for reading only" in said


# the dialog


async def test_the_path_is_completed_and_its_format_named(pilot, tmp_path):
    (tmp_path / "here/archive").mkdir()
    register(tmp_path / "here")
    said = await press(pilot, "I")
    assert said.index("archive/") < said.index("register.csv")
    said = await write(pilot, "reg")
    assert "archive/" not in said
    said = await press(pilot, "tab")
    assert pilot.app.screen.path_line.value == "register.csv"
    assert "found: a table" in said


async def test_the_arrows_choose_among_what_lies_there(pilot, tmp_path):
    register(tmp_path / "here")
    (tmp_path / "here/letter.csv").write_text("Name\nAda Lens\n")
    await press(pilot, "I")
    said = await press(pilot, "down", "down", "enter")
    assert "Take in: register.csv" in said


async def test_the_format_can_be_said(pilot, tmp_path):
    register(tmp_path / "here", "First Name,Last Name,Email\nAda,Lens,ada@x.example\n")
    await press(pilot, "I")
    await write(pilot, "register.csv")
    said = await press(pilot, "tab", "right", "right", "right")
    assert "[Google Contacts]" in said
    assert "Google Contacts" in await press(pilot, "enter")


async def test_no_path_is_asked_for_again(pilot):
    said = await press(pilot, "I", "enter")
    assert "Which file?" in said
    said = await write(pilot, "nowhere/at-all")
    said = await press(pilot, "enter")
    assert "cannot be read" in said
    await press(pilot, "escape")
    assert isinstance(pilot.app.screen, People)


async def test_rows_go_to_the_project_one_looks_at(pilot, tmp_path):
    from staketerm.journal.projects import add_project

    await pilot.app.desk.ask(lambda journal: add_project(journal, "Kade"))
    await press(pilot, "P")
    await write(pilot, "kade")
    await press(pilot, "enter")
    said = await look_into(pilot, register(tmp_path, "Name,Power\nAda Lens,3\n"))
    assert "into Kade" in said
    await press(pilot, "enter")
    (kade,) = [row.id for row in await rows_of(pilot.app, Project) if row.name == "Kade"]
    assert [row.power for row in await rows_of(pilot.app, Involvement) if row.project == kade] == [
        3
    ]


# mail


def mails(folder):
    sent = [mail(f"s{n}", ME, ANNA, n * 3) for n in range(3)]
    got = [mail(f"a{n}", ANNA, ME, n * 3 + 1, in_reply_to=f"s{n}") for n in range(2)]
    return mbox(folder / "post.mbox", *sent, *got, mail("b", BRAM, ME, 2))


async def test_mail_asks_whose_it_is_and_remembers_once_it_is_taken_in(pilot, tmp_path):
    said = await look_into(pilot, mails(tmp_path))
    assert isinstance(pilot.app.screen, TakeInDialog)
    assert "my addresses" in said
    assert ME in said, "the likeliest is offered"
    said = await press(pilot, "tab", "right", "enter")
    assert "[ Take in" in said
    assert "Anna Prins" in said
    assert "3 asks" in said
    await press(pilot, "enter")
    assert len(await rows_of(pilot.app, Ask)) == 3
    assert {"Anna Prins", "Bram Kok"} <= await names(pilot.app)
    kept = await pilot.app.desk.ask(_kept)
    assert kept == ME


def _kept(journal):
    with journal.read() as reader:
        return reader.meta(OWN_ADDRESSES)


async def test_a_folder_is_gone_through_for_mail_only_at_a_second_enter(pilot, tmp_path):
    (tmp_path / "post").mkdir()
    mails(tmp_path / "post")
    said = await look_into(pilot, tmp_path / "post")
    assert "a folder; Enter again looks for mail" in said
    said = await press(pilot, "enter")
    assert ME in said
    await press(pilot, "enter")
    assert "3 asks" not in shown(pilot.app)
    assert len(page(pilot).rows.rows) == 2


async def test_looking_at_mail_keeps_nothing(pilot, tmp_path):
    await look_into(pilot, mails(tmp_path))
    await press(pilot, "enter", "escape")
    assert await pilot.app.desk.ask(_kept) is None


async def test_mail_is_not_read_before_somebody_says_whose(pilot, tmp_path):
    await look_into(pilot, mails(tmp_path))
    said = await press(pilot, *["backspace"] * len(ME), "enter")
    assert "Which addresses are yours?" in said
    assert isinstance(pilot.app.screen, TakeInDialog)


async def test_strangers_stay_out_until_they_are_let_in(pilot, tmp_path):
    await look_into(pilot, mails(tmp_path))
    said = await press(pilot, "enter")
    assert "not here" in said
    assert "[ Take in 0 ]" in said
    said = await press(pilot, "n")
    assert "[ Take in 0 ]" not in said
    assert set(groups(pilot)) == {"new"}


async def test_the_least_number_of_mails_keeps_passers_by_out(pilot, tmp_path):
    await look_into(pilot, mails(tmp_path))
    await press(pilot, "tab", "right", "tab", "backspace", "3", "enter")
    await press(pilot, "enter")
    assert "Anna Prins" in await names(pilot.app)
    assert "Bram Kok" not in await names(pilot.app)


async def test_reading_mail_shows_how_far_it_is_and_stops_at_esc(pilot, tmp_path, monkeypatch):
    from staketerm.exchange.mail import importer
    from staketerm.exchange.plan import Progress

    reached, go = threading.Event(), threading.Event()
    stopped = threading.Event()

    def slow(_journal, _paths, _options, progress):
        progress(Progress(41, 100, "bytes"))
        reached.set()
        go.wait(10)
        try:
            progress(Progress(42, 100, "bytes"))
        except Exception:
            stopped.set()
            raise
        raise AssertionError("it went on")

    monkeypatch.setattr(importer, "preview", slow)
    await look_into(pilot, mails(tmp_path))
    await pilot.press("enter")
    await until(pilot, reached.is_set)
    await pilot.pause()
    assert "reading ... 41 %   esc stops" in shown(pilot.app)
    await pilot.press("escape")
    await pilot.pause()
    assert isinstance(pilot.app.screen, People)
    go.set()
    assert stopped.wait(10)
    await settled(pilot)
    assert "nothing has been written" in shown(pilot.app)
    assert not await rows_of(pilot.app, Ask)


# one's own export


async def test_an_export_comes_back_in(pilot, tmp_path):
    await press(pilot, "E")
    await press(pilot, "ctrl+u")
    await write(pilot, "out")
    said = await press(pilot, "enter")
    assert "exported:" in said
    said = await look_into(pilot, tmp_path / "here/out")
    assert "own export" in said
    assert "Nothing here is new" in said
    assert len(await rows_of(pilot.app, Signal)) > len(CAST)
