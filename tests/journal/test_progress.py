"""Progress entries: what happened in a project, who made it, whom it touches, who can help."""

from datetime import date, timedelta

import pytest

from staketerm.domain.day_words import say_day
from staketerm.domain.errors import NotFound, UsageError
from staketerm.journal.capture import delete_row
from staketerm.journal.history import undo
from staketerm.journal.nurture.decisions import due
from staketerm.journal.opening import Journal
from staketerm.journal.progress import add_progress, close_progress, edit_progress, thank
from staketerm.journal.progress_list import Progress, celebrations, find_progress, progress, risks
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddProgress, EditProgress, Part
from staketerm.journal.stakeholders.people import find_project
from staketerm.journal.stakeholders.triage import people
from staketerm.journal.timeline import told
from tests.hostile import CONTROLS, MARKUP
from tests.journal.conftest import TODAY, add

DAY = date(2026, 11, 20)


def write(journal: Journal, kind: str, text: str | None, **more) -> Progress:
    """A progress entry, written and read again."""
    told = {"kind": kind, "text": text, "day": DAY, **more}
    receipt = add_progress(journal, AddProgress.model_validate(told))
    return next(one for one in progress(journal) if ("entry", one.id) in receipt.rows)


def part(stakeholder: str, note: str | None = None) -> tuple[Part, ...]:
    return (Part(stakeholder=stakeholder, note=note),)


def test_a_success_names_who_made_it_and_how(journal, ada):
    entry = write(journal, "success", "Pilot street done", contributors=part(ada, "her crew"))
    [who] = entry.contributors
    assert (who.name, who.note, who.thanked) == ("Ada Lens", "her crew", False)
    assert (entry.line, entry.more, entry.day, entry.private) == (
        "Pilot street done",
        "",
        DAY,
        False,
    )
    assert entry.project == journal.default_project().id


def test_a_risk_in_a_line_keeps_how_to_avoid_it_apart(journal, ada):
    entry = write(
        journal,
        "risk",
        "A second crew on 1 December",
        title="Survey may slip",
        due=date(2026, 12, 1),
        helpers=part(ada, "a second crew"),
    )
    assert (entry.line, entry.more) == ("Survey may slip", "A second crew on 1 December")
    assert [(one.name, one.note) for one in entry.helpers] == [("Ada Lens", "a second crew")]


def test_entries_are_told_newest_first_and_by_window(journal):
    for n in range(5):
        write(journal, "plan", f"step {n}", day=DAY - timedelta(days=n // 2))
    told_all = [one.line for one in progress(journal)]
    first = progress(journal, limit=2)
    rest = progress(journal, before=first[-1].place)
    assert [one.line for one in (*first, *rest)] == told_all
    assert [one.day for one in (*first, *rest)] == sorted(
        (o.day for o in first + rest), reverse=True
    )


def test_whom_an_entry_names_is_taken_into_the_project_and_undo_brings_all_back(journal, ada):
    add_project(journal, "Kade")
    kade = find_project(journal, "Kade").id
    write(journal, "setback", "Vote moved", project=kade, affected=part(ada))
    assert [row.name for row in people(journal, project=kade).rows] == ["Ada Lens"]
    undo(journal)
    assert progress(journal) == ()
    assert people(journal, project=kade).rows == ()


def test_a_day_still_to_come_is_refused(journal):
    with pytest.raises(UsageError, match="still to come"):
        write(journal, "success", "Done", day=TODAY + timedelta(days=1))
    assert progress(journal) == ()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            {"kind": "plan", "text": "Street 2", "due": DAY - timedelta(days=1)},
            "before its own day",
        ),
        ({"kind": "success", "text": "Done", "due": DAY}, "Only a plan"),
        ({"kind": "success", "text": " "}, "text is empty"),
        ({"kind": "success", "text": None}, "text is empty"),
        ({"kind": "memory", "text": "Ferry"}, "kind"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(journal, said, why):
    with pytest.raises(UsageError, match=why):
        write(journal, **said)
    assert progress(journal) == ()


def test_somebody_who_is_not_here_is_refused_and_nothing_is_kept(journal):
    with pytest.raises(NotFound):
        write(journal, "success", "Done", contributors=part("nobody"))
    assert progress(journal) == ()


def test_an_entry_is_changed_where_something_was_said_and_nowhere_else(journal, ada):
    bram = add(journal, "Bram Okafor")
    entry = write(
        journal, "plan", "Street 2", due=date(2026, 12, 14), contributors=part(ada, "draws it")
    )
    edit_progress(
        journal,
        EditProgress(
            entry=entry.id,
            text="Street 2 begins",
            contributors=(*part(ada, "draws all of it"), *part(bram)),
            affected=part(bram),
        ),
    )
    [after] = progress(journal)
    assert (after.line, after.due, after.day) == ("Street 2 begins", date(2026, 12, 14), DAY)
    assert [(one.name, one.note) for one in after.contributors] == [
        ("Ada Lens", "draws all of it"),
        ("Bram Okafor", None),
    ]
    assert [one.name for one in after.affected] == ["Bram Okafor"]
    undo(journal)
    assert progress(journal) == (entry,)


def test_a_plan_that_becomes_a_success_has_neither_day_to_come_nor_outcome(journal):
    entry = write(journal, "plan", "Street 2", due=date(2026, 12, 14))
    close_progress(journal, entry.id, "done")
    edit_progress(journal, EditProgress(entry=entry.id, kind="success"))
    [after] = progress(journal)
    assert (after.kind, after.due, after.closed_on, after.outcome) == ("success", None, None, None)


@pytest.mark.parametrize(
    ("kind", "outcome"), [("plan", "done"), ("milestone", "dropped"), ("risk", "averted")]
)
def test_what_is_open_is_closed_with_what_came_of_it(journal, kind, outcome):
    entry = write(journal, kind, "Street 2")
    assert [one.id for one in progress(journal, open_only=True)] == [entry.id]
    close_progress(journal, entry.id, outcome, TODAY)
    assert progress(journal, open_only=True) == ()
    [after] = progress(journal)
    assert (after.outcome, after.closed_on, after.open) == (outcome, TODAY, False)
    undo(journal)
    assert [one.id for one in progress(journal, open_only=True)] == [entry.id]


@pytest.mark.parametrize(
    ("kind", "outcome", "why"),
    [("plan", "averted", "done, dropped"), ("success", "done", "has happened")],
)
def test_an_outcome_that_does_not_fit_is_refused(journal, kind, outcome, why):
    entry = write(journal, kind, "Street 2")
    with pytest.raises(UsageError, match=why):
        close_progress(journal, entry.id, outcome)


def test_nothing_comes_of_an_entry_before_its_day_or_in_days_to_come(journal):
    entry = write(journal, "plan", "Street 2")
    for day in (DAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(UsageError):
            close_progress(journal, entry.id, "done", day)


def test_a_success_is_not_celebrated_until_everybody_who_made_it_was_thanked(journal, ada):
    bram = add(journal, "Bram Okafor")
    entry = write(journal, "success", "Pilot", contributors=(*part(ada), *part(bram)))
    write(journal, "success", "Nobody's own doing")
    write(journal, "setback", "Vote moved", contributors=part(ada))
    [open_one] = celebrations(journal)
    assert [one.name for one in open_one.to_thank] == ["Ada Lens", "Bram Okafor"]
    thank(journal, entry.id, ada)
    [open_one] = celebrations(journal)
    assert [one.name for one in open_one.to_thank] == ["Bram Okafor"]
    thank(journal, entry.id, bram)
    assert celebrations(journal) == ()
    undo(journal)
    assert [one.name for one in celebrations(journal)[0].to_thank] == ["Bram Okafor"]


def test_a_day_before_it_was_written_is_named_as_days_are_shown(journal):
    entry = write(journal, "plan", "Street 2")
    with pytest.raises(UsageError) as told:
        close_progress(journal, entry.id, "done", DAY - timedelta(days=1))
    assert say_day(DAY, TODAY, "en") in str(told.value)
    assert DAY.isoformat() not in str(told.value)


def test_a_private_success_owes_no_thanks(journal, ada):
    write(journal, "success", "Kept quiet", contributors=part(ada), private=True)
    assert celebrations(journal) == ()


def test_open_risks_stand_by_the_day_they_can_be_avoided(journal):
    write(journal, "risk", "some day")
    write(journal, "risk", "late", due=date(2026, 12, 20))
    write(journal, "risk", "soon", due=date(2026, 12, 1))
    over = write(journal, "risk", "over", due=date(2026, 11, 25))
    close_progress(journal, over.id, "happened")
    assert [one.line for one in risks(journal)] == ["soon", "late", "some day"]


def test_an_entry_is_found_by_the_end_of_its_id(journal):
    entry = write(journal, "plan", "Street 2")
    assert find_progress(journal, entry.tail.upper()) == entry
    assert find_progress(journal, entry.id) == entry
    for word in ("zzzzzz", "", "%"):
        with pytest.raises(NotFound):
            find_progress(journal, word)


def test_the_timeline_tells_who_has_which_part(journal, ada):
    write(journal, "risk", "Crew", title="Survey may slip", helpers=part(ada, "a crew"))
    [item] = [one for one in told(journal, stakeholder=ada) if one.what == "entry"]
    assert (item.kind, item.title, item.about) == ("risk", "Survey may slip", ((ada, "Ada Lens"),))
    assert [(one.role, one.name, one.note) for one in item.parts] == [
        ("helper", "Ada Lens", "a crew")
    ]


def test_a_private_entry_stays_private(journal):
    assert write(journal, "decision", "One desk", private=True).private is True


@pytest.mark.parametrize("text", [*MARKUP, *CONTROLS])
def test_text_from_outside_is_kept_as_words(journal, ada, text):
    entry = write(journal, "success", text, title=text, contributors=part(ada, text))
    for kept in (entry.title, entry.text, entry.contributors[0].note):
        assert kept
        assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in kept)


@pytest.mark.parametrize("ended", ["closed", "deleted", "undone"])
def test_what_is_proposed_follows_what_becomes_of_a_risk(journal, ada, ended):
    entry = write(journal, "risk", "Survey may slip", helpers=part(ada, "a crew"))
    assert [act.proposal.kind for act in due(journal).acts] == ["risk_alert"]
    if ended == "closed":
        close_progress(journal, entry.id, "averted")
    elif ended == "deleted":
        delete_row(journal, "entry", entry.id)
    else:
        undo(journal)
    assert due(journal).acts == ()


def test_who_was_thanked_is_not_proposed_again(journal, ada):
    entry = write(journal, "success", "Pilot", contributors=part(ada))
    assert "celebration" in [act.proposal.kind for act in due(journal).acts]
    thank(journal, entry.id, ada)
    assert "celebration" not in [act.proposal.kind for act in due(journal).acts]
