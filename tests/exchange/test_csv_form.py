"""Our own CSV: the same rows are always the same bytes, and come back as they were."""

import csv
import io
from dataclasses import replace
from datetime import date
from itertools import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staketerm.domain.text import fold, plain
from staketerm.exchange.csvform import AT_ONCE, csv_text, extra_columns, file_of, form_of
from staketerm.exchange.csvread import read_table
from staketerm.exchange.plan import ImportRefused
from staketerm.store.records import (
    EXCHANGED,
    Agreement,
    Contact,
    Involvement,
    Setting,
    Signal,
    Stakeholder,
)
from tests.hostile import FORMULAS, MARKUP

ADA = "019aa5c3-f2e3-7001-8001-a1b2c3d40000"
BRAM = "019aa5c3-f2e4-7001-8001-a1b2c3d40001"
REV = "019aa5c3f2e3-0001-a1b2c3d4"
LATER = "019aa5c3f2e4-0001-a1b2c3d4"

lines = st.text(max_size=30).map(plain).map(str.strip)
names = lines.filter(bool)
optional = st.none() | names


def stakeholder(**known):
    known = {"id": ADA, "rev": REV, "name": "Ada Lens", "handle": ""} | known
    return Stakeholder(folded=fold(known["name"]), **known)


def signal(**known):
    known = {"id": ADA, "stakeholder": ADA, "project": BRAM, "kind": "contact"} | known
    return Signal(day=date(2026, 11, 3), rev=REV, **known)


def text_of(*records):
    return "".join(csv_text(type(records[0]), records, extra_columns(records)))


def read(kind, text, name="file.csv"):
    return [row for batch in read_table(kind, name, text.encode()) for row in batch]


def refusal(kind, text):
    with pytest.raises(ImportRefused) as refused:
        read(kind, text)
    return str(refused.value)


def test_the_form_of_a_stakeholder():
    ada = stakeholder(job="1/2", extra={"team_colour": "=blue"}, revs={"job": LATER})
    assert text_of(ada) == (
        "id,kind,name,organisation,job,language,do_not_contact,private,merged_into,team_colour,"
        "_rev,_revs\n"
        f"{ADA},person,Ada Lens,,'1/2,,,,,'=blue,{REV},job:{LATER}\n"
    )


def test_the_form_of_a_signal():
    assert text_of(signal(intensity=1.5, ignored=True, note="-")) == (
        "id,stakeholder,project,entry,day,kind,intensity,note,source,origin,ignored,private,"
        "doubles,_rev\n"
        f"{ADA},{ADA},{BRAM},,2026-11-03,contact,1.5,'-,,,yes,,,{REV}\n"
    )


@pytest.mark.parametrize("kind", EXCHANGED, ids=lambda kind: kind.table)
def test_nothing_local_or_derived_has_a_column(kind):
    columns = form_of(kind).header()
    assert columns[0] == "id"
    assert not {"handle", "folded", "rev", "revs", "deleted", "extra"} & set(columns)


def test_a_table_without_rows_is_its_header():
    assert "".join(csv_text(Contact, [])) == "id,stakeholder,way,label,value,_rev,_revs\n"


stakeholders = st.builds(
    stakeholder,
    name=names,
    kind=st.sampled_from(["person", "organisation", "group", "role"]),
    job=optional,
    language=optional,
    private=st.booleans(),
    organisation=st.none() | st.just(BRAM),
    extra=st.dictionaries(st.sampled_from(["=sum", "Colour", "x,y", "'q"]), names, max_size=2),
    revs=st.dictionaries(st.sampled_from(["job", "name"]), st.just(LATER), max_size=2),
)


@given(stakeholders)
def test_stakeholders_come_back_as_they_were(ada):
    (back,) = read(Stakeholder, text_of(ada))
    assert back == ada
    assert text_of(back) == text_of(ada)


@given(
    st.builds(
        signal,
        note=optional,
        source=optional,
        intensity=st.floats(0.1, 2),
        private=st.booleans(),
        entry=st.none() | st.just(BRAM),
    )
)
def test_signals_come_back_as_they_were(one):
    assert read(Signal, text_of(one)) == [one]


@given(st.builds(Setting, id=st.just(ADA), rev=st.just(REV), name=names, day=st.dates(
    date(1990, 1, 1)), value=st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | lines,
        lambda each: st.lists(each, max_size=2) | st.dictionaries(lines, each, max_size=2),
        max_leaves=4,
    )))  # fmt: skip
@settings(max_examples=50)
def test_settings_come_back_as_they_were(setting):
    assert read(Setting, text_of(setting)) == [setting]


@pytest.mark.parametrize("text", [*MARKUP, *FORMULAS, "a,b", 'q"q', "two\nlines", "; | \t x"])
def test_hostile_text_comes_back_as_it_was(text):
    one = signal(note=plain(text).strip())
    assert read(Signal, text_of(one)) == [one]


def turned(text):
    """The columns in the opposite order."""
    return "".join(",".join(reversed(line.split(","))) + "\n" for line in text.splitlines())


def quoted(text):
    """Every cell in quotes."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(csv.reader(io.StringIO(text)))
    return out.getvalue()


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(",", ";"),
        turned,
        quoted,
    ],
    ids=["mark", "crlf", "semicolons", "turned", "quoted"],
)
def test_a_file_that_a_spreadsheet_saved_again_still_says_the_same(spoiled):
    one = signal(note="told me so")
    assert read(Signal, spoiled(text_of(one))) == [one]


def test_a_column_that_is_missing_was_not_sent():
    (back,) = read(Involvement, f"id,stakeholder,project,_rev\n{ADA},{ADA},{BRAM},{REV}\n")
    assert (back.power, back.valued_critic, back.rev) == (None, False, REV)


def test_unknown_columns_are_kept_and_written_again():
    text = f"id,name,Colour,_rev\n{ADA},Ada,'=red,{REV}\n"
    (back,) = read(Stakeholder, text)
    assert back.extra == {"Colour": "=red"}
    assert ",'=red," in text_of(back)


def test_control_characters_never_get_in():
    (back,) = read(Stakeholder, f"id,name\n{ADA},A\x1b[2Jda\u202e\n")
    assert back.name == "A[2Jda"


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("id", "12", "an id or a stamp stands here"),
        ("day", "2026-02-31", "there is no such day"),
        ("intensity", "nan", "2 or less"),
        ("intensity", "9", "2 or less"),
        ("ignored", "perhaps", "yes or no stands here"),
        ("stakeholder", "", "this cannot be empty"),
        ("_rev", "yesterday", "an id or a stamp stands here"),
    ],
)
def test_a_cell_that_breaks_a_rule_is_named_by_row_and_column(column, value, rule):
    header, row = text_of(signal()).splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True)) | {column: value}
    message = refusal(Signal, f"{header}\n{row}\n{','.join(cells.values())}\n")
    assert message.startswith("file.csv, row 3, column " + column)
    assert rule in message


def test_every_bad_cell_of_a_batch_is_told_at_once():
    rows = "".join(f"{ADA},{n},{BRAM}\n" for n in range(5))
    assert len(refusal(Involvement, "id,stakeholder,project\n" + rows).splitlines()) == 5


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "the file is empty"),
        ("name\nAda\n", "column id is missing"),
        ("id,name,name\n1,2,3\n", "column name stands twice"),
        (f"id,name\n{ADA}\n", "1 cells where the header has 2"),
        (f"id,name\n{ADA},\n", "column name: this cannot be empty"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(text, rule):
    assert rule.lower() in refusal(Stakeholder, text).lower()


def test_signals_stand_in_the_file_of_the_month_of_their_id():
    assert file_of(signal(id=ADA)) == "signal-2025-11.csv"
    assert file_of(signal(id="00000000-0000-8001-8001-a1b2c3d40000")) == "signal-1970-01.csv"
    assert file_of(stakeholder()) == "stakeholder.csv"


def test_one_edit_changes_one_line():
    people = [stakeholder(), stakeholder(id=BRAM, name="Bram Kok")]
    edited = [people[0], replace(people[1], job="Chair", revs={"job": LATER})]
    before, after = text_of(*people).splitlines(), text_of(*edited).splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_an_empty_text_that_a_row_cannot_do_without_stays_empty():
    promise = Agreement(id=ADA, stakeholder=ADA, project=BRAM, by="me", text="",
                        made_on=date(2026, 11, 3))  # fmt: skip
    assert read(Agreement, text_of(promise)) == [promise]


def test_rows_are_written_as_they_come():
    def rows():
        yield from repeat(signal(), AT_ONCE)
        raise AssertionError("asked for more than was written")

    written = csv_text(Signal, rows())
    assert next(written).startswith("id,")
    assert next(written).startswith(ADA)
