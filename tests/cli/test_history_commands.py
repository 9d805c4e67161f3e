"""`undo` and `history`: the way back from anything."""


def test_undo_takes_back_the_last_change_and_again_the_one_before(say, ada):
    say("log", ada, "agreement_kept", "--on", "2026-11-20")
    say("log", ada, "no_show", "--on", "2026-11-21")
    assert "taken back: signal logged (Ada Lens)" in say("undo").out
    assert [r["kind"] for r in say("why", ada, "--json").json["reasons"]] == ["agreement_kept"]
    say("undo")
    assert say("why", ada, "--json").json["reasons"] == []


def test_what_was_taken_back_can_be_brought_back(say, ada):
    say("log", ada, "agreement_kept")
    said = say("undo")
    assert "brings it back" in said.err
    change = said.err.split("`")[1].split()[-1]
    say("undo", change)
    assert [r["kind"] for r in say("why", ada, "--json").json["reasons"]] == ["agreement_kept"]


def test_an_older_change_is_taken_back_by_its_id(say, ada):
    say("log", ada, "agreement_kept", "--on", "2026-11-20")
    say("log", ada, "no_show", "--on", "2026-11-21")
    older = say("history").rows[1][0]
    say("undo", older)
    assert [r["kind"] for r in say("why", ada, "--json").json["reasons"]] == ["no_show"]


def test_nothing_to_take_back_is_not_found(say):
    say("add", "Ada Lens")
    say("undo")
    assert say("undo", code=3).err == "nothing to take back\n"
    say("undo", "zzzzzz", code=3)


def test_history_tells_what_was_done_to_whom(say, ada):
    say("add", "Bram Okafor")
    say("log", ada, "agreement_kept")
    told = say("history", "--json").json
    assert told["schema"] == "staketerm/history/1"
    assert [change["verb"] for change in told["changes"]] == ["log", "add", "add"]
    assert [one["stakeholder"] for one in told["changes"][0]["about"]] == ["Ada Lens"]
    about_bram = say("history", "bram", "--json").json["changes"]
    assert [change["verb"] for change in about_bram] == ["add"]


def test_history_marks_what_was_taken_back(say, ada):
    say("log", ada, "agreement_kept")
    say("undo")
    rows = say("history").rows
    assert [row[2] for row in rows[:2]] == ["taken back", "signal logged (taken back)"]
    assert len(say("history", "--limit", "1").rows) == 1


def test_taking_back_a_file_tells_how_many_rows_and_names_nobody_in_particular(say, tmp_path):
    first, second = tmp_path / "one.csv", tmp_path / "two.csv"
    first.write_text("Name,Influence\nAda,high\n", encoding="utf-8")
    second.write_text("Name,Influence\nAda,high\nBo,low\n", encoding="utf-8")
    say("import", str(first))
    say("undo")
    say("import", str(second))
    assert say("undo").out == "taken back: taken in from a file (4 rows)\n"


def test_where_there_is_no_journal_the_remedy_is_named(say):
    assert "`staketerm add` or `staketerm import` begins one" in say("list", code=1).err


def test_what_is_brought_back_is_said_to_be_done_again(say):
    say("add", "Ada Lens")
    say("undo")
    said = say("undo", say("history").rows[0][0])
    assert "done again: somebody added (Ada Lens)" in said.out
