"""`add` of somebody who is here, `involve` and `edit`: one person in several projects."""

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def loket(say, ada):
    """A second project, in which Ada is not yet."""
    say("project", "Loket 2")
    return "Loket 2"


def people(say):
    """The handles of everybody, by project."""
    rows = say("list", "--json").json["stakeholders"]
    return sorted((row["handle"], row["project"]) for row in rows)


@pytest.mark.parametrize("name", ["Ada Lens", "ada lens", "ada-lens"])
def test_somebody_who_is_here_is_not_added_a_second_time_by_oversight(say, loket, name):
    said = say("add", name, "--project", loket, code=2)
    assert said.err.splitlines()[0] == (
        "Ada Lens (ada-lens) is in My project. `staketerm involve ada-lens --project 'Loket 2'` "
        "puts Ada Lens into Loket 2, `--new` makes another person."
    )
    assert people(say) == [("ada-lens", "My project")]


def test_in_the_same_project_too(say, ada):
    said = say("add", "Ada Lens", code=2)
    assert said.err.startswith("Ada Lens (ada-lens) is in My project. `--new` makes")
    assert len(people(say)) == 1


def test_an_organisation_made_with_somebody_is_found_as_well(say, ada):
    said = say("add", "Gemeente Zuidrand", "--kind", "organisation", code=2)
    assert "Gemeente Zuidrand (gemeente-zuidrand) is here. `staketerm involve" in said.err
    say("involve", "gemeente-zuidrand", "--power", "5")
    assert ("gemeente-zuidrand", "My project") in people(say)


def test_new_makes_another_person_of_the_name(say, loket):
    assert say("add", "Ada Lens", "--project", loket, "--new", "--json").json["handle"] == (
        "ada-lens-2"
    )


def test_all_of_the_name_are_told(say, loket):
    say("add", "Ada Lens", "--new")
    said = say("add", "Ada Lens", "--project", loket, code=2)
    assert said.err.startswith(
        "Ada Lens (ada-lens) is in My project. Ada Lens (ada-lens-2) is in My project. "
        "`staketerm involve ada-lens|ada-lens-2 --project 'Loket 2'` puts"
    )


def test_a_name_that_is_only_alike_is_somebody_new(say, ada):
    say("add", "Ada")
    say("add", "Ada Lensink")
    assert len(people(say)) == 3


@pytest.mark.parametrize(("answer", "handles"), [("1\n", 1), ("2\n", 2)])
def test_on_a_terminal_it_is_asked(say, loket, answer, handles):
    terminal = Terminal("add", "Ada Lens", "--project", loket, "--power", "4", "--job", "planner")
    shown = terminal.answer(answer)
    assert terminal.process.returncode == 0
    assert "1  put Ada Lens (ada-lens) into Loket 2" in shown
    assert len({handle for handle, _project in people(say)}) == handles
    if handles == 1:
        assert "Only what concerns the project is taken, not --job." in shown
        assert say("show", "ada-lens", "--project", loket, "--json").json["power"] == 4


def test_involve_puts_somebody_into_a_project_and_says_what_they_are_to_it(say, loket):
    said = say(
        *("involve", "ada-lens", "--project", loket, "--role", "sponsor", "--power", "4"),
        *("--impact", "high", "--valued-critic"),
    )
    assert said.out.strip() == (
        "Ada Lens is in Loket 2 now: role sponsor, power 4, impact high, valued critic."
    )
    told = say("show", "ada-lens", "--project", loket, "--json").json
    assert (told["roles"], told["power"], told["impact"]) == (["sponsor"], 4, "high")
    assert told["valued_critic"] is True


def test_involve_says_what_changed_and_leaves_the_rest(say, ada):
    say("involve", ada, "--power", "3", "--interest", "2")
    said = say("involve", ada, "--power", "5", "--impact", "low", "--clear", "interest")
    assert said.out.splitlines()[0] == (
        "Ada Lens, My project: power 3 → 5, interest taken away, impact high → low."
    )
    assert say("involve", ada, "--power", "5").out.strip() == "unchanged"
    say("undo")
    assert say("show", ada, "--json").json["power"] == 3


def test_involve_as_json_has_the_keys_that_scripts_rely_on(say, loket):
    told = say("involve", "ada-lens", "--project", loket, "--desired", "neutral", "--json").json
    assert told["schema"] == "staketerm/involve/1"
    held = ("project", "roles", "desired", "valued_critic", "style", "changed")
    assert [told[key] for key in held] == [loket, [], "neutral", False, None, True]


def test_what_is_seen_in_somebody_is_kept_for_the_salience_map(say, ada):
    said = say("involve", ada, "--salience", "urgency", "--salience", "power")
    assert said.out.splitlines()[0] == "Ada Lens, My project: salience power, urgency."
    told = say("map", "salience", "--json").json
    assert [section["id"] for section in told["sections"]] == ["dangerous"]
    assert told["stakeholders"][0]["salience_set"] == ["power", "urgency"]
    assert "Ada Lens" in say("map", "salience").out
    say("involve", ada, "--clear", "salience")
    assert say("map", "salience", "--json").json["sections"] == []


def test_somebody_may_be_wanted_as_they_are(say, ada):
    say("involve", ada, "--desired", "as_is")
    person = say("map", "wanted", "--json").json["stakeholders"][0]
    assert (person["desired_set"], person["desired"], person["gap"]) == ("as_is", None, None)


def test_what_is_said_and_cleared_at_once_is_refused(say, ada):
    said = say("involve", ada, "--power", "3", "--clear", "power", code=2)
    assert "power" in said.err


def test_edit_sets_who_may_be_contacted_and_in_which_language(say, ada):
    said = say("edit", ada, "--do-not-contact", "--language", "nl", "--job", "planner")
    assert said.out.splitlines()[0] == (
        "Ada Lens: job planner, language nl, asked not to be contacted."
    )
    told = say("show", ada, "--json").json
    assert (told["do_not_contact"], told["language"], told["job"]) == (True, "nl", "planner")
    assert "may be contacted" in say("edit", ada, "--may-contact").out
    say("undo")
    assert say("show", ada, "--json").json["do_not_contact"] is True


def test_a_language_without_drafts_is_kept_and_said(say, ada):
    said = say("edit", ada, "--language", "fr")
    assert "No drafts are written in fr; theirs are in yours." in said.err
    assert say("show", ada, "--json").json["language"] == "fr"
    assert "No drafts" not in say("edit", ada, "--language", "nl-BE").err


def test_what_nobody_did_moves_nobody(say, partner):
    say("edit", partner, "--job", "planner", today="2026-11-25")
    said = say("undo", today="2026-11-25")
    assert said.out == "taken back: edited (Ada Lens)\n"


def test_edit_renames_and_keeps_the_handle(say, ada):
    said = say("edit", ada, "--name", "Ada Byron", "--org", "Bureau Noord", "--json").json
    assert (said["stakeholder"], said["handle"]) == ("Ada Byron", "ada-lens")
    assert said["organisation"] == "Bureau Noord"


def test_an_empty_text_takes_away_and_a_name_is_never_empty(say, ada):
    assert "organisation taken away" in say("edit", ada, "--org", "").out
    assert say("show", ada, "--json").json["organisation"] is None
    say("edit", ada, "--name", " ", code=2)
    assert "--language" in say("edit", ada, code=2).err


def test_an_edit_puts_nobody_into_a_project(say, loket):
    say("add", "Bram Okafor", "--project", loket)
    say("edit", "bram", "--language", "nl")
    assert ("bram-okafor", "My project") not in people(say)
