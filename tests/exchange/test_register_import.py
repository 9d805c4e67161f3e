"""A stakeholder register of one's own goes in: look first, then one batch, once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.tables.compare import Fate, Kept
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.importing import preview, take_in
from staketerm.exchange.tables.plan import Options
from staketerm.exchange.tables.unread import unread_path, write_unread
from staketerm.journal import history
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.judging import judge
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder, Judge
from staketerm.journal.stakeholders import people, triage
from staketerm.store import tables
from staketerm.store.clock import FixedClock
from staketerm.store.records import (
    About,
    Contact,
    Entry,
    Involvement,
    Judgement,
    Signal,
    Stakeholder,
    Tag,
)
from tests.hostile import CONTROLS, FORMULAS, MARKUP
from tests.places import Where

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
REGISTER = """\
Naam;Organisatie;Rol;Invloed (H/M/L);Belang (1-10);Houding;Gewenst;Tel.;E-mail;Opmerkingen;\
Behoeften;Laatste contact;Kleur
Anneke de Wit;Gemeente Zuidrand;Opdrachtgever;H;8;voorstander;leidend;030-123;\
anneke@zuidrand.example;belt liever;rust;1-9-2026;rood
Jan Smit;Aannemersbond;;M;1;tegen;;;;;;;
;Gemeente Zuidrand;;L;3;neutraal;;;;;;;
;Aannemersbond;De aannemers;M;;;;;;;;;
"""


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with open_journal(where(), clock=FixedClock(NOON)) as journal:
        yield journal


@pytest.fixture
def file(tmp_path):
    """Writes a file and gives its path."""

    def write(text, name="register.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def bring(journal, path, **options):
    """Take a file in as its preview shows; the receipt."""
    return take_in(journal, preview(journal, path, Options(**options)))


def rows(journal, kind):
    with journal.read() as reader:
        return reader.rows(kind)


def named(journal, name):
    with journal.read() as reader:
        (found,) = reader.rows(Stakeholder, tables.stakeholder.c.name == name)
        return found


def of(journal, kind, name):
    """The rows of a kind that belong to somebody."""
    who = named(journal, name).id
    return [row for row in rows(journal, kind) if row.stakeholder == who]


def everything(journal):
    kinds = (Stakeholder, Contact, Involvement, Tag, Entry, About, Judgement, Signal)
    return {kind: sorted(rows(journal, kind), key=lambda row: row.id) for kind in kinds}


def fates(plan):
    return [planned.fate.value for planned in plan.rows]


def test_a_preview_tells_and_writes_nothing(journal, file):
    plan = preview(journal, file(REGISTER.encode("cp1252")))
    assert plan.described == "register, Dutch headers, UTF-8, ; between"
    assert fates(plan) == ["new", "new", "changed", "new"]
    assert [column.header for column in plan.left_out] == ["Kleur"]
    assert rows(journal, Stakeholder) == []


def test_cp1252_is_named_where_it_shows(journal, file):
    plan = preview(journal, file("Naam;Rol\nZoë Böll;Voorzitter\n".encode("cp1252")))
    assert plan.described == "register, Dutch headers, cp1252, ; between"
    assert plan.rows[0].party.name == "Zoë Böll"


def test_what_a_row_says_is_in_the_journal(journal, file):
    receipt = bring(journal, file(REGISTER))
    assert receipt.verb == "import"
    assert receipt.notes == ("3 new, 1 changed, 0 as they are",)
    anneke = named(journal, "Anneke de Wit")
    assert anneke.kind == "person"
    assert anneke.organisation == named(journal, "Gemeente Zuidrand").id
    (involved,) = of(journal, Involvement, "Anneke de Wit")
    assert (involved.power, involved.interest, involved.desired) == (5, 4, "leading")
    assert involved.roles == "Opdrachtgever"
    ways = {(way.way, way.value) for way in of(journal, Contact, "Anneke de Wit")}
    assert ways == {("phone", "030-123"), ("email", "anneke@zuidrand.example")}


def test_a_position_becomes_a_dated_judgement_and_never_evidence(journal, file):
    bring(journal, file(REGISTER))
    (claim,) = of(journal, Judgement, "Anneke de Wit")
    assert (claim.label, claim.day, claim.origin) == ("supporter", date(2026, 11, 24), "import")
    row = next(row for row in triage.people(journal).rows if row.name == "Anneke de Wit")
    assert (row.label, row.evidence, row.judgement) == ("unknown", 0, "supporter")


def test_a_position_bears_the_date_of_its_row(journal, file):
    bring(journal, file("Naam;Houding;Datum\nAda Lens;tegen;1-9-2026\n"))
    (claim,) = rows(journal, Judgement)
    assert (claim.label, claim.day) == ("opponent", date(2026, 9, 1))


def test_the_last_contact_is_a_contact_of_that_day(journal, file):
    bring(journal, file(REGISTER))
    (met,) = rows(journal, Signal)
    assert (met.kind, met.day) == ("contact", date(2026, 9, 1))


def test_remarks_and_what_has_no_place_go_to_a_private_note(journal, file):
    bring(journal, file(REGISTER))
    (note,) = rows(journal, Entry)
    assert note.private
    assert note.text == "belt liever\nBehoeften: rust"
    (about,) = of(journal, About, "Anneke de Wit")
    assert about.entry == note.id


def test_rows_without_a_name_are_organisations_or_roles(journal, file):
    bring(journal, file(REGISTER))
    assert named(journal, "Gemeente Zuidrand").kind == "organisation"
    contractors = named(journal, "De aannemers")
    assert contractors.kind == "role"
    assert contractors.organisation == named(journal, "Aannemersbond").id


def test_the_kind_column_is_heard_in_both_languages(journal, file):
    bring(journal, file("Name,Entity Type\nZuidrand,Organisatie\nBuurt,group\nAda,Individual\n"))
    kinds = {row.name: row.kind for row in rows(journal, Stakeholder)}
    assert kinds == {"Zuidrand": "organisation", "Buurt": "group", "Ada": "person"}


def test_the_teaching_template_lists_groups(journal, file):
    text = "Stakeholder / groep,Rol,Belangen / behoeften,Invloed,Communicatie\n"
    bring(journal, file(text + "Directie,Opdrachtgever,Snel klaar,Hoog,Overleg\n"))
    assert named(journal, "Directie").kind == "group"
    assert rows(journal, Entry)[0].text == (
        "Belangen / behoeften: Snel klaar\nCommunicatie: Overleg"
    )


def test_an_engagement_matrix_says_current_and_desired(journal, file):
    text = "Stakeholder,Unaware,Resistant,Neutral,Supportive,Leading\n"
    bring(journal, file(text + "Ada,,C,,D,\nBram,,,,CD,\n"))
    assert [of(journal, Judgement, name)[0].label for name in ("Ada", "Bram")] == [
        "opponent",
        "supporter",
    ]
    assert {of(journal, Involvement, name)[0].desired for name in ("Ada", "Bram")} == {"supportive"}


def test_tags_cadence_and_language(journal, file):
    text = "Name,Category,Frequency,Language\nAda,Board; Pilot,monthly,Dutch\n"
    bring(journal, file(text + "Bram,,as needed,\n"))
    assert {tag.tag for tag in of(journal, Tag, "Ada")} == {"board", "pilot"}
    assert of(journal, Involvement, "Ada")[0].ideal_days == 30
    assert named(journal, "Ada").language == "nl"
    assert of(journal, Involvement, "Bram")[0].style == "triggered"


def test_a_second_import_of_the_same_file_changes_nothing(journal, file):
    path = file(REGISTER)
    bring(journal, path)
    before = everything(journal)
    plan = preview(journal, path)
    assert set(fates(plan)) == {"same"}
    assert take_in(journal, plan).batch is None
    assert everything(journal) == before


def test_a_second_import_on_another_day_changes_nothing(file, where):
    with open_journal(where(), clock=FixedClock(NOON)) as journal:
        path = file(REGISTER)
        bring(journal, path)
        journal.clock = FixedClock(NOON.replace(year=2027))
        assert bring(journal, path).batch is None


def test_one_undo_takes_all_of_it_back_and_another_import_brings_it_again(journal, file):
    path = file(REGISTER)
    bring(journal, path)
    history.undo(journal)
    assert not any(everything(journal).values())
    assert triage.people(journal).rows == ()
    bring(journal, path)
    assert len(rows(journal, Stakeholder)) == 5
    assert bring(journal, path).batch is None


def test_empty_fields_are_filled_and_other_values_stay(journal, file):
    people.add_stakeholder(
        journal,
        AddStakeholder(name="Ada Lens", emails=("ada@x.example",), power=4, job="Chair"),
    )
    path = file("Name,Email,Organisation,Power,Interest,Phone,Job\n"
                "A. Lens,ADA@x.example,Zuidrand,5,2,030-1,Chair\n")  # fmt: skip
    (planned,) = preview(journal, path).rows
    assert planned.fate is Fate.CHANGED
    assert planned.adds == ("organisation", "interest", "phone")
    assert planned.kept == (Kept("power", "4", "5"),)
    bring(journal, path)
    (involved,) = of(journal, Involvement, "Ada Lens")
    assert (involved.power, involved.interest) == (4, 2)
    assert named(journal, "Ada Lens").organisation == named(journal, "Zuidrand").id
    assert bring(journal, path).batch is None


def test_the_preview_says_in_words_what_stays(journal, file):
    people.add_stakeholder(journal, AddStakeholder(name="Ada", emails=("a@x.example",), power=4))
    plan = preview(journal, file("Name,Email,Power\nAda,a@x.example,5\n"))
    assert "row 2, Ada: power 4 here, 5 in the file. Here stays" in plan.summary


def test_my_own_judgement_stays_before_one_without_a_date(journal, file):
    people.add_stakeholder(journal, AddStakeholder(name="Ada", emails=("a@x.example",)))
    ada = people.find(journal, "Ada").key
    judge(journal, Judge(stakeholder=ada, label="critic", day=date(2026, 11, 1)))
    path = file("Name,Email,Position\nAda,a@x.example,Supportive\n")
    (planned,) = preview(journal, path).rows
    assert planned.kept == (Kept("current", "critic", "supporter"),)
    bring(journal, path)
    assert [claim.label for claim in rows(journal, Judgement)] == ["critic"]


def test_a_position_that_changed_in_the_file_is_a_new_claim(journal, file):
    bring(journal, file("Name,Email,Position\nAda,a@x.example,Neutral\n"))
    bring(journal, file("Name,Email,Position\nAda,a@x.example,Resistant\n"))
    assert sorted(claim.label for claim in rows(journal, Judgement)) == [
        "fence_sitter",
        "opponent",
    ]


@pytest.mark.parametrize("name", ["Jeroen Smit", "J. Smit"])
def test_one_name_with_one_organisation_is_asked_about_and_new_until_answered(journal, file, name):
    people.add_stakeholder(journal, AddStakeholder(name="Jeroen Smit", organisation="Bond"))
    path = file(f"Name,Organisation,Power\n{name},Bond,5\n")
    plan = preview(journal, path)
    assert [planned.likely and planned.likely.name for planned in plan.asks] == ["Jeroen Smit"]
    assert fates(plan) == ["new"]
    assert f"row 2, {name}: perhaps Jeroen Smit (Bond); taken in as somebody new" in plan.summary


def test_the_answer_that_it_is_the_same_is_kept_for_the_next_time(journal, file):
    people.add_stakeholder(journal, AddStakeholder(name="Jeroen Smit", organisation="Bond"))
    path = file("Name,Organisation,Power\nJ. Smit,Bond,5\n")
    bring(journal, path, same={2: True})
    assert of(journal, Involvement, "Jeroen Smit")[0].power == 5
    assert bring(journal, path).batch is None
    assert len(rows(journal, Stakeholder)) == 2


def test_the_answer_that_it_is_somebody_else_is_kept_too(journal, file):
    people.add_stakeholder(journal, AddStakeholder(name="Jeroen Smit", organisation="Bond"))
    path = file("Name,Organisation,Power\nJeroen Smit,Bond,5\n")
    bring(journal, path, likely_same=False)
    assert len([row for row in rows(journal, Stakeholder) if row.name == "Jeroen Smit"]) == 2
    plan = preview(journal, path)
    assert (fates(plan), plan.asks) == (["same"], ())


def test_the_same_row_twice_is_one_person(journal, file):
    bring(journal, file("Name,Organisation,Power\nAda,X,5\nAda,X,\nada,x,3\n"))
    assert len([row for row in rows(journal, Stakeholder) if row.kind == "person"]) == 1
    assert of(journal, Involvement, "Ada")[0].power == 5


def test_people_of_one_name_with_other_addresses_are_two(journal, file):
    path = file("Name,Email\nJan Vos,jan@a.example\nJan Vos,jan@b.example\n")
    plan = preview(journal, path)
    assert (fates(plan), plan.asks) == (["new", "new"], ())
    take_in(journal, plan)
    assert {row.handle for row in rows(journal, Stakeholder)} == {"jan-vos", "jan-vos-2"}
    assert bring(journal, path).batch is None


BAD = """\
Naam;E-mail;Invloed;Tel.;Laatste contact
Ada Lens;ada@x.example;5;030-1;1-9-2026
Bram Kok;bram;9;geen nummer;31-02-2026
;;3;;
Carla Maas;carla@x.example;1;4,93E+10;1-9-2027
Dirk Smit;dirk@x.example
Eva Bos;;;;
"""


def test_every_cell_that_cannot_be_read_is_named_by_row_column_value_and_rule(journal, file):
    plan = preview(journal, file(BAD.replace("bram;9", "bram;zeer")))
    assert [str(problem) for problem in plan.problems] == [
        'register.csv, row 3, column E-mail, "bram": this is no mail address',
        'register.csv, row 3, column Tel., "geen nummer": this is no phone number',
        'register.csv, row 3, column Invloed, "zeer": '
        "not low, medium, high or a number from 1 to 5",
        'register.csv, row 3, column Laatste contact, "31-02-2026": there is no such day',
        "register.csv, row 4, column Naam: it is empty, and so are organisation and role; "
        "name this row",
        'register.csv, row 5, column Tel., "4,93E+10": '
        "a spreadsheet has rounded this number; write it as text",
        'register.csv, row 5, column Laatste contact, "1-9-2027": this day lies ahead',
        "register.csv, row 6: 2 cells where the header has 5",
    ]
    assert [planned.party.name for planned in plan.rows] == ["Ada Lens", "Eva Bos"]


def test_nothing_is_half_imported(journal, file):
    plan = preview(journal, file(BAD))
    with pytest.raises(ImportRefused) as refused:
        take_in(journal, plan)
    assert str(refused.value).startswith("4 rows cannot be read, so nothing was taken in:\n")
    assert refused.value.problems == plan.problems
    assert rows(journal, Stakeholder) == []


def test_the_rest_goes_in_when_that_is_said(journal, file):
    receipt = take_in(journal, preview(journal, file(BAD)), skip_bad=True)
    assert {row.name for row in rows(journal, Stakeholder)} == {"Ada Lens", "Eva Bos"}
    assert receipt.notes == ("2 new, 0 changed, 0 as they are; 4 rows cannot be read",)


def test_rows_that_cannot_be_read_are_put_aside_to_be_mended(journal, file):
    path = file(BAD)
    plan = preview(journal, path)
    aside = unread_path(path)
    written = write_unread(plan, aside)
    assert (aside.name, written.rows) == ("register.cannot-read.csv", 4)
    again = preview(journal, aside)
    assert again.left_out[-1].header == "why it cannot be read"
    assert [problem.column for problem in again.problems] == [
        problem.column for problem in plan.problems if "cells where" not in problem.text
    ]


def test_a_corrected_cell_and_a_row_left_out(journal, file):
    path = file("Naam;Datum\nAda;31-02-2026\nBram;soon\n")
    plan = preview(
        journal,
        path,
        Options(corrections={(2, "Datum"): "28-02-2026"}, without=frozenset({3})),
    )
    assert plan.problems == ()
    assert [planned.party.name for planned in plan.rows] == ["Ada"]


def test_a_day_that_can_be_two_is_asked_about_unless_the_file_or_the_person_tells(journal, file):
    text = "Name,Last contact\nAda,3/4/2026\n"
    (problem,) = preview(journal, file(text)).problems
    assert problem.text == "day or month first? write the day as 2026-03-31"

    def day(text, **options):
        return preview(journal, file(text), Options(**options)).rows[0].party.last_contact

    assert day(text, day_first=True) == date(2026, 4, 3)
    assert day(text, day_first=False) == date(2026, 3, 4)
    assert day(text + "Bram,13/4/2026\n") == date(2026, 4, 3)
    assert day(text.replace(",", ";")) == date(2026, 4, 3)


def test_a_column_can_be_said_to_be_something_else(journal, file):
    path = file("Naam;Kleur\nAda;rood\n")
    bring(journal, path, columns={"Kleur": Field.TAGS})
    assert [tag.tag for tag in rows(journal, Tag)] == ["rood"]


def test_unknown_columns_go_to_the_note_only_when_asked(journal, file):
    path = file("Naam;Kleur\nAda;rood\n")
    bring(journal, path)
    assert rows(journal, Entry) == []
    bring(journal, path, tell_all=True)
    assert [entry.text for entry in rows(journal, Entry)] == ["Kleur: rood"]


def test_rows_go_to_the_project_that_was_named(journal, file):
    add_project(journal, "Graafloket")
    project = people.find_project(journal, "Graafloket").id
    bring(journal, file("Name,Power\nAda,5\n"), project=project)
    assert [row.project for row in rows(journal, Involvement)] == [project]


@pytest.mark.parametrize("text", [*MARKUP, *FORMULAS])
def test_markup_and_formulas_are_text(journal, file, text):
    bring(journal, file(b"Name\tNotes\n" + f'"{text}"\t"{text}"\n'.encode()))
    assert [row.name for row in rows(journal, Stakeholder)] == [text.strip()]
    assert rows(journal, Entry)[0].text == text.strip()


@pytest.mark.parametrize("text", CONTROLS)
def test_nothing_that_a_terminal_obeys_gets_in(journal, file, text):
    bring(journal, file(f'Name\tNotes\n"x{text}"\t"y{text}"\n'))
    name, note = rows(journal, Stakeholder)[0].name, rows(journal, Entry)[0].text
    assert name.isprintable()
    assert note.replace("\n", "").isprintable()


def test_a_name_that_is_too_long_is_a_problem_of_that_cell(journal, file):
    (problem,) = preview(journal, file("Name,Power\n" + "x" * 201 + ",5\n")).problems
    assert (problem.row, problem.column) == (2, "Name")
    assert "200" in problem.text


def test_taking_in_sees_what_has_changed_since_the_preview(journal, file):
    plan = preview(journal, file("Name,Email,Power\nAda,ada@x.example,5\n"))
    people.add_stakeholder(journal, AddStakeholder(name="Ada L", emails=("ada@x.example",)))
    take_in(journal, plan)
    assert [row.name for row in rows(journal, Stakeholder)] == ["Ada L"]
    assert of(journal, Involvement, "Ada L")[0].power == 5


def test_only_columns_that_say_something_are_told_to_be_left_out(journal, file):
    plan = preview(journal, file("Name,Influence,Shoe,Hat\nAda,high,,blue\nBo,low,-,red\n"))
    assert "left out: Hat" in plan.summary
    assert [column.header for column in plan.left_out] == ["Shoe", "Hat"]


def test_commas_between_cells_are_named_by_a_word(journal, file):
    plan = preview(journal, file("Name,Influence\nAda,high\n"))
    assert plan.described == "register, UTF-8, commas between"


def test_a_header_without_rows_is_told(journal, file):
    plan = preview(journal, file("Name,Influence\n"))
    assert "no rows stand below the header" in plan.summary
