"""A draft says what may be told, in the reader's language, and nothing that somebody typed can turn
it into something else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from staketerm.domain.drafts.compose import PLACEHOLDERS, compose
from staketerm.domain.drafts.facts import Fact, Facts, Hand
from staketerm.domain.drafts.template import BrokenTemplate, Template, fill, parse_template
from staketerm.domain.drafts.words import draft_language

TODAY = date(2026, 11, 24)
SINCE = date(2026, 10, 20)

MAREK = Hand("Marek Nowak", "contributor", "a second crew")

ROWS = (
    Fact("entry:risk", "risk", date(2026, 11, 23), "Ask for a second crew.", "Survey may slip"),
    Fact("entry:early", "success", date(2026, 11, 20), "Pilot street done early", hands=(MAREK,)),
    Fact("entry:street2", "plan", date(2026, 11, 16), "Street 2 starts.", due=date(2026, 12, 14)),
    Fact("entry:desk", "decision", date(2026, 11, 10), "One desk, one phone number."),
    Fact("entry:vote", "setback", date(2026, 11, 3), "Council moved the vote to February."),
    Fact("entry:long-ago", "success", date(2026, 9, 1), "First notice taken."),
    Fact("entry:old-plan", "plan", date(2026, 8, 1), "Open a second desk."),
    Fact("agreement:liability", "agreement", SINCE, "text on liability", due=TODAY, by="me"),
)

FACTS = Facts("Claire Whitmore", "person", "Dig desk", TODAY, SINCE, ROWS)

UPDATE = parse_template(
    "Subject: $project: where we are\n\n$greeting\n\nDone. $done\n\nStill planned. $planned\n\n"
    "Next steps. $steps\n\nFrom me: $my_promises\n\n$useful\n",
    PLACEHOLDERS,
)


def update(facts: Facts = FACTS, language: str = "en", turned=()):
    """The status update from these facts."""
    return compose(facts, UPDATE, language, turned)


def test_an_update_tells_what_is_done_what_is_planned_and_how_the_next_steps_are_tackled():
    draft = update()
    assert draft.subject == "Dig desk: where we are"
    assert draft.text.split("\n\n") == [
        "Dear Claire,",
        "Done. Pilot street done early. Thanks to Marek Nowak (a second crew). "
        "One desk, one phone number (Tue 10 Nov).",
        "Still planned. Street 2 starts (Mon 14 Dec).",
        "Next steps. Survey may slip. Ask for a second crew. Council moved the vote to February.",
        "From me: text on liability (Tue 24 Nov).",
    ]


def test_in_dutch_the_words_between_the_rows_are_dutch():
    text = update(language="nl").text
    assert "Beste Claire," in text
    assert "Met dank aan Marek Nowak (a second crew)." in text
    assert "Street 2 starts (ma 14 dec)." in text


def test_whoever_reads_it_is_thanked_as_you():
    rows = (Fact("entry:a", "success", TODAY, "Done.", hands=(replace(MAREK, reader=True),)),)
    assert "Thanks to you (a second crew)." in update(replace(FACTS, rows=rows)).text


def test_what_was_told_before_is_left_out_and_an_old_plan_can_be_taken():
    draft = update()
    assert "First notice" not in draft.text
    assert "second desk" not in draft.text
    [old] = [source for source in draft.sources if source.ref == "entry:old-plan"]
    assert not old.taken
    assert "Open a second desk." in update(turned={"entry:old-plan"}).text


def test_leaving_a_row_out_draws_the_text_anew_and_keeps_it_on_the_list():
    draft = update(turned={"entry:desk"})
    assert "One desk" not in draft.text
    [desk] = [source for source in draft.sources if source.ref == "entry:desk"]
    assert not desk.taken
    assert len(draft.sources) == len(update().sources)


def test_a_part_of_which_every_row_is_left_out_is_left_out_with_its_head():
    assert "Still planned" not in update(turned={"entry:street2"}).text


def test_of_many_rows_the_first_few_are_taken():
    rows = tuple(Fact(f"entry:{n}", "success", TODAY, f"Part {n}.") for n in range(9))
    draft = update(replace(FACTS, rows=rows))
    assert [source.taken for source in draft.sources] == [True] * 5 + [False] * 4


def test_the_question_whether_updates_are_of_use_comes_when_it_is_time():
    assert "of use to you" not in update().text
    assert update(replace(FACTS, usefulness=True)).text.endswith("just tell me.")


def test_a_closed_plan_is_done_an_averted_risk_too_and_one_that_happened_is_a_next_step():
    rows = (
        Fact("entry:1", "plan", SINCE, "Print the map.", outcome="done"),
        Fact("entry:2", "risk", SINCE, "Rain.", outcome="averted"),
        Fact("entry:3", "risk", SINCE, "Frost.", outcome="happened"),
        Fact("entry:4", "plan", SINCE, "Move.", outcome="dropped"),
    )
    closed = tuple(replace(row, closed_on=TODAY) for row in rows)
    text = update(replace(FACTS, rows=closed)).text
    assert "Done. Print the map. Averted: Rain.\n" in text
    assert text.endswith("Next steps. It has happened: Frost.")
    assert "Move" not in text


@pytest.mark.parametrize("said", ["Street 2 starts 14 Dec", "Straat 2 begint op 14 dec."])
def test_a_day_that_the_text_says_itself_is_not_said_twice(said):
    rows = (Fact("entry:a", "plan", TODAY, said, due=date(2026, 12, 14)),)
    for language in ("en", "nl"):
        assert "(" not in update(replace(FACTS, rows=rows), language).text


def test_rows_can_be_a_list():
    template = parse_template("Subject: x\n\nDone:\n$done_list\n", PLACEHOLDERS)
    lines = compose(FACTS, template, "en").text.splitlines()
    assert [line[:2] for line in lines] == ["Do", "- ", "- "]


def test_somebody_who_is_no_person_is_greeted_without_a_name():
    assert update(replace(FACTS, kind="role", name="the contractors")).text.startswith("Dear all,")
    assert update(replace(FACTS, name="A. de Wit")).text.startswith("Dear A. de Wit,")


def test_a_template_has_words_for_one_and_for_several():
    template = parse_template(
        "Subject: ${wil jij|willen jullie}?\n\n${Je|Jullie} $$$${a|b} ${kreeg|kregen} $project.\n",
        PLACEHOLDERS,
    )
    assert fill(template, {"project": "it"}) == ("wil jij?", "Je $${a|b} kreeg it.")
    assert fill(template, {"project": "it"}, several=True) == (
        "willen jullie?",
        "Jullie $${a|b} kregen it.",
    )


def test_the_words_between_the_rows_are_for_several_too():
    team = replace(FACTS, name="Bewonersgroep", kind="group", usefulness=True)
    assert "Hebben jullie iets aan zo'n bericht?" in update(team, "nl").text
    assert "Heb je iets aan zo'n bericht?" in update(replace(team, kind="person"), "nl").text


def test_in_a_private_journal_there_is_no_project_to_name():
    assert update(replace(FACTS, project="")).subject == "where we are"


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("Subject: hi\n\nDear $nobody,\n", 3, "there is no placeholder $nobody"),
        ("Subject: hi\n\ntext\n\ncosts 5 $ today\n", 5, "$$ is a dollar sign"),
        ("Dear all,\n\ntext\n", 1, "the first line is the subject"),
        ("Subject: hi\n\n", 2, "there is no text"),
        ("", 1, "the first line is the subject"),
    ],
)
def test_a_template_that_cannot_be_followed_says_in_which_line(text, line, rule):
    with pytest.raises(BrokenTemplate, match=rule.replace("$", r"\$")) as found:
        parse_template(text, PLACEHOLDERS)
    assert found.value.line == line


def test_two_dollars_are_one():
    template = parse_template("\ufeffSubject: hi\r\n\r\nIt costs $$5, $name.\r\n", PLACEHOLDERS)
    assert fill(template, {"name": "Ada"}) == ("hi", "It costs $5, Ada.")


def test_a_line_whose_placeholders_are_all_empty_is_left_out_alone():
    template = Template("x", "The plan: $plan\nBy $until.\n\nAlways.")
    assert fill(template, {"plan": "a", "until": ""})[1] == "The plan: a\n\nAlways."
    assert fill(template, {})[1] == "Always."


@pytest.mark.parametrize(("said", "spoken"), [("nl", "nl"), ("nl-BE", "nl"), ("EN", "en")])
def test_a_language_is_known_by_its_beginning(said, spoken):
    assert draft_language(said, "xx") == spoken


@pytest.mark.parametrize("said", [None, "", "de", "français"])
def test_any_other_language_is_that_of_the_program(said):
    assert draft_language(said, "nl") == "nl"


@given(st.text(), st.text(), st.text())
@example("$done", "${name}", "a\r\nBcc: x@example.org")
@example("$$", "\x1b[2J", "{name}")
def test_what_was_typed_stays_text_on_one_line(name, told, project):
    rows = (Fact("entry:a", "success", TODAY, told, hands=(Hand(name, "contributor", told),)),)
    facts = replace(FACTS, name=name, project=project, rows=rows)
    for language in ("en", "nl"):
        draft = compose(facts, UPDATE, language)
        assert "\n" not in draft.subject
        assert "\r" not in draft.subject
        assert len(draft.text.split("\n\n")) <= 2
        assert all(
            character.isprintable() or character == "\n"
            for character in draft.text
            if ord(character) < 0xA0
        )
        for word in told.split():
            if word in ("$done", "${name}", "$$"):
                assert word in draft.text
