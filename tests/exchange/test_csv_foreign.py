"""Files of other programs, as they really are: their encodings, delimiters, preambles, faults."""

import pytest

from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.tables.foreign import read_sheet
from staketerm.exchange.tables.headers import likeness

REGISTER = "Naam;Organisatie;Invloed\nAnneke de Wit;Gemeente Zuidrand;H\nZoë Böll;Café;L\n"


def sheet(text, name="register.csv"):
    return read_sheet(name, text if isinstance(text, bytes) else text.encode(), likeness)


def cells(text):
    return [row.cells for row in sheet(text).rows]


def refusal(text):
    with pytest.raises(ImportRefused) as refused:
        sheet(text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REGISTER.encode(), "UTF-8"),
        (REGISTER.encode("utf-8-sig"), "UTF-8"),
        (REGISTER.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + REGISTER.encode("utf-16-be"), "UTF-16"),
        (REGISTER.encode("cp1252"), "cp1252"),
    ],
    ids=["plain", "mark", "utf-16", "utf-16 big endian", "cp1252"],
)
def test_every_usual_encoding_gives_the_same_rows(data, encoding):
    read = sheet(data)
    assert read.encoding == encoding
    assert read.header.cells == ("Naam", "Organisatie", "Invloed")
    assert [row.cells for row in read.rows] == [
        ("Anneke de Wit", "Gemeente Zuidrand", "H"),
        ("Zoë Böll", "Café", "L"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(sign):
    read = sheet(REGISTER.replace(";", sign))
    assert read.delimiter == sign
    assert read.rows[1].cells == ("Zoë Böll", "Café", "L")


def test_a_sep_line_decides_and_is_no_row():
    read = sheet("sep=;\r\nNaam;Rol\r\nBos, Jan;a,b,c\r\n")
    assert read.delimiter == ";"
    assert (read.header.number, read.rows[0].number) == (1, 2)


def test_many_commas_in_the_text_do_not_make_it_comma_separated():
    text = "Naam;Opmerkingen\nA;een, twee, drie\nB;een, twee, drie\nC;een, twee, drie\n"
    assert sheet(text).delimiter == ";"


def test_one_column_is_a_table_too():
    assert cells("Name\nAda Lens\nSmit, Jan\n".replace("Smit, Jan", '"Smit, Jan"')) == [
        ("Ada Lens",),
        ("Smit, Jan",),
    ]


def test_line_breaks_and_doubled_quotes_in_a_cell_are_text():
    text = 'Name,Notes\nAda,"one\ntwo ""three"""\n'
    assert cells(text) == [("Ada", 'one\ntwo "three"')]


def test_what_stands_above_the_header_row_is_left_out():
    text = (
        '\ufeffNotes:\r\n"When exporting, some e-mails are missing, they say."\r\n\r\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
        "Ada,Lens,,,Acme,Chair,12 Mar 2024\r\n"
    )
    read = sheet(text)
    assert read.delimiter == ","
    assert read.header.number == 4
    assert [row.number for row in read.rows] == [5]


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    text = 'Name,Notes\nAda,"two\nlines"\n\n,\nBram,x\n'
    assert [row.number for row in sheet(text).rows] == [2, 5]


def test_empty_cells_beyond_the_last_column_are_no_fault():
    assert cells("Name,Email\nAda,a@x.example,,,\n") == [("Ada", "a@x.example")]


def test_a_row_of_another_width_is_named_and_not_guessed():
    read = sheet("Name,Email,Role\nAda,a@x.example\nBram,b@x.example,Boss\n")
    assert [row.cells[0] for row in read.rows] == ["Bram"]
    ((row, problem),) = read.misfits
    assert row.cells == ("Ada", "a@x.example")
    assert str(problem) == "register.csv, row 2: 2 cells where the header has 3"


def test_a_quote_that_is_never_closed_names_the_row_and_line_it_opens_in():
    message = refusal('Name,Notes\nAda,x\nBram,"never closed\nmore\n')
    assert message == "register.csv, row 3: a quote that opens here (line 3) is never closed"


def test_text_after_a_closing_quote_is_named():
    assert "row 2: after a closing quote comes text" in refusal('Name,Notes\n"Ada"x,y\n')


def test_nul_is_refused_with_its_line():
    assert refusal(b"Name,Notes\nAda,x\0y\n").startswith("register.csv, row 2: holds NUL")


def test_half_a_character_is_refused():
    data = b"\xff\xfe" + "Name,Notes\nA,".encode("utf-16-le") + b"\x00\xd8" + b"x\x00"
    assert "is no text" in refusal(data)


def test_bytes_that_are_neither_utf_8_nor_cp1252_are_refused_with_their_line():
    assert refusal(b"Name,Notes\nAda,\xe9\n\x81,x\n").startswith("register.csv, row 3: byte 0x81")


def test_an_unfinished_git_merge_is_refused():
    text = "Name,Notes\n<<<<<<< mine\nAda,x\n=======\nAda,y\n>>>>>>> theirs\n"
    assert "unresolved git merge in line 2" in refusal(text)


def test_a_table_without_any_known_column_is_refused():
    assert "no row names columns that are known here" in refusal("x,y\n1,2\n")


@pytest.mark.parametrize("data", ["", "\n\n", ",,\n"])
def test_an_empty_file_is_refused(data):
    assert refusal(data) == "register.csv: the file is empty"


def test_a_message_never_holds_what_a_terminal_would_obey():
    message = refusal('Name,Notes\nAda,"x'.replace("Name", "Na\x1bme,Name"))
    assert "\x1b" not in message
