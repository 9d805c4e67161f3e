"""The communication plan and the coming weeks: who is told what and when, what there is to do."""

from datetime import date, timedelta

import pytest

from staketerm.domain.communication import fitting
from staketerm.journal.ledger import agree
from staketerm.journal.nurture.coming import coming
from staketerm.journal.nurture.communication import communication
from staketerm.journal.opening import Journal
from staketerm.journal.progress import add_progress, close_progress
from staketerm.journal.progress_list import progress
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddProgress, Agree, EditStakeholder, Part
from staketerm.journal.stakeholders.people import edit_stakeholder
from tests.journal.conftest import TODAY, add, log


def write(journal: Journal, kind: str, text: str, **more) -> str:
    """A progress entry; its id."""
    told = {"kind": kind, "text": text, "day": date(2026, 11, 20), **more}
    request = AddProgress.model_validate(told)
    return next(row for table, row in add_progress(journal, request).rows if table == "entry")


def here(journal: Journal) -> str:
    return journal.default_project().id


def test_the_plan_says_what_fits_how_often_when_and_by_which_way(journal, ada):
    log(journal, ada, "contact", "2026-11-20")
    edit_stakeholder(
        journal, EditStakeholder(stakeholder=ada, emails=("ada@x.example",), phones=("12",))
    )
    [row] = communication(journal, here(journal))
    assert (row.name, row.ways) == ("Ada Lens", ("email", "phone"))
    assert row.rhythm.latest_days == 30
    assert row.window is not None
    assert row.window.latest == date(2026, 12, 20)
    assert "check_in" in row.acts


def test_the_plan_names_the_next_act_and_who_comes_first_stands_first(journal, ada):
    add(journal, "Bram Okafor")
    zoe = add(journal, "Zoë Moss")
    agree(
        journal,
        Agree(stakeholder=zoe, text="dates", by="me", day=TODAY, due=date(2026, 11, 25)),
    )
    log(journal, ada, "contact", "2026-11-20")
    rows = communication(journal, here(journal))
    assert [row.name for row in rows] == ["Zoë Moss", "Ada Lens", "Bram Okafor"]
    assert rows[0].planned is not None
    assert rows[0].planned.proposal.kind == "agreement_due"
    assert (rows[2].window, rows[2].planned) == (None, None)


def test_whoever_is_not_to_be_contacted_has_no_days(journal, ada):
    log(journal, ada, "contact", "2026-11-20")
    edit_stakeholder(journal, EditStakeholder(stakeholder=ada, do_not_contact=True))
    [row] = communication(journal, here(journal))
    assert (row.do_not_contact, row.window) == (True, None)


def test_another_project_has_a_plan_of_its_own(journal, ada):
    receipt = add_project(journal, "Kade")
    kade = receipt.rows[0][1]
    assert communication(journal, kade) == ()
    write(journal, "success", "Quay", project=kade, contributors=(Part(stakeholder=ada),))
    assert [row.name for row in communication(journal, kade)] == ["Ada Lens"]


@pytest.mark.parametrize(
    ("label", "fits", "never"),
    [
        ("partner", "ambassador_request", "private_talk"),
        ("critic", "advice_request", "ambassador_request"),
        ("quiet_supporter", "visible_deed", "advice_request"),
        ("quiet_opponent", "private_talk", "status_update"),
        ("opponent", "check_in", "status_update"),
    ],
)
def test_what_fits_follows_from_the_position(label, fits, never):
    assert fits in fitting(label)
    assert never not in fitting(label)


def test_a_valued_critic_is_not_talked_round_unless_something_changed():
    assert "private_talk" not in fitting("quiet_opponent", valued_critic=True)
    assert "private_talk" in fitting("critic", alarm=True, valued_critic=True)


def test_the_coming_weeks_hold_acts_promises_plans_and_milestones(journal, ada):
    agree(
        journal,
        Agree(stakeholder=ada, text="dates", by="them", day=TODAY, due=date(2026, 12, 3)),
    )
    write(journal, "plan", "Street 2", due=date(2026, 12, 14))
    write(journal, "milestone", "Pilot", due=date(2026, 11, 22))
    write(journal, "plan", "Far away", due=TODAY + timedelta(days=60))
    write(journal, "plan", "Some day")
    done = write(journal, "plan", "Done", due=date(2026, 12, 1))
    close_progress(journal, done, "done")
    found = coming(journal, here(journal))
    told = [
        (one.first, one.latest, one.entry.line if one.entry else one.act and one.act.proposal.kind)
        for one in found
    ]
    assert told == [
        (TODAY, date(2026, 11, 22), "Pilot"),
        (date(2026, 11, 30), date(2026, 12, 3), "agreement_due"),
        (date(2026, 12, 14), date(2026, 12, 14), "Street 2"),
        (date(2026, 12, 15), date(2026, 12, 24), "check_in"),
    ]
    assert [one.monday.isoformat() for one in found] == [
        "2026-11-23",
        "2026-11-30",
        "2026-12-14",
        "2026-12-14",
    ]
    assert len(progress(journal)) == 5
