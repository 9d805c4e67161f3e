"""Before a talk: everything to know about somebody, gathered in one go (F64)."""

from datetime import date, timedelta

import pytest

from staketerm.domain.errors import NotFound
from staketerm.journal.capture import log_meeting, write_note
from staketerm.journal.ledger import agree, answer, ask, open_items
from staketerm.journal.nurture.consents import say_consent
from staketerm.journal.nurture.prep import prep
from staketerm.journal.nurture.prep_sheet import NoVeil, sections
from staketerm.journal.positions.judging import judge
from staketerm.journal.progress import add_progress, close_progress, thank
from staketerm.journal.projects import add_project
from staketerm.journal.requests import (
    AddProgress,
    Agree,
    AskFor,
    Attendee,
    AwayFrom,
    EditStakeholder,
    Judge,
    LogMeeting,
    Part,
    SayConsent,
    WriteNote,
)
from staketerm.journal.stakeholders.absences import add_absence
from staketerm.journal.stakeholders.people import delete_stakeholder, edit_stakeholder, find_project
from tests.journal.conftest import TODAY, add, log


def progress(journal, kind, text, day="2026-11-20", **more) -> str:
    """A progress entry; its id."""
    request = AddProgress(kind=kind, text=text, day=date.fromisoformat(day), **more)
    receipt = add_progress(journal, request)
    return next(row for table, row in receipt.rows if table == "entry")


def words(journal, who) -> list[str]:
    """The lines of the sheet, each with its caption."""
    return [
        " ".join(part for part in (section.title, row.lead, row.text, row.end) if part)
        for section in sections(prep(journal, who), NoVeil())
        for row in section.rows
    ]


def test_somebody_of_whom_nothing_is_known_has_a_short_sheet(journal, ada):
    assert words(journal, ada) == [
        "where they stand Too little to place yet: 0.0 points for, 0.0 against; it takes 12.",
        "mind consent to carry news: not asked",
        "ask About five more observations would place them. "
        "Ask a small thing, and see what they do.",
        "last in touch nothing logged yet",
    ]


def test_it_says_where_they_stand_and_why_and_what_i_think_of_it(journal, partner):
    ada = partner()
    request = Judge(stakeholder=ada, label="supporter", day=TODAY, note="Wants it to work.")
    judge(journal, request)
    told = words(journal, ada)
    assert told[0].startswith("where they stand Stance supportive (+.75): 18.3 points for")
    assert told[1].startswith("where they stand Counts most: 17 Nov won others over (+8); 12 Nov")
    assert 'where they stand Yours, 24 Nov: supporter. "Wants it to work."' in told
    assert not prep(journal, ada).places


def test_what_to_ask_begins_with_the_acts_that_ask_something(journal, partner):
    ada = partner()
    part = (Part(stakeholder=ada, note="she laid the pipes"),)
    waiting = add(journal, "the contractors", impact="high")
    progress(journal, "success", "Pilot street done.", contributors=part)
    progress(journal, "plan", "Desk rules, second draft.", affected=part)
    advice, carrying = (line for line in words(journal, ada) if line.startswith("ask "))
    assert advice.startswith("ask advice request Desk rules, second draft. She laid the pipes.")
    assert advice.endswith("held back: first the celebration"), "and the plan is told once"
    assert carrying.startswith("ask ambassador request Ada Lens could tell the contractors")
    assert carrying.endswith("held back: consent is not asked yet")
    assert not prep(journal, waiting).acts
    kinds = [act.kind for act in prep(journal, ada, as_of=TODAY - timedelta(days=30)).acts]
    assert kinds == [], "as of a day before there was anything to ask"


def test_a_route_over_somebody_is_asked_of_them(journal, partner):
    ada = partner()
    add(journal, "Yves Peeters", impact="high", reach="remote", organisation="Lens")
    edit_stakeholder(journal, EditStakeholder(stakeholder=ada, organisation="Lens"))
    progress(journal, "decision", "One desk.")
    told = "\n".join(words(journal, ada))
    assert "ask route request Ada Lens has a more direct line to Yves Peeters" in told


def test_the_last_five_contacts_are_told_with_what_happened_in_them(journal, ada):
    for day in (2, 3, 4, 5, 6):
        log(journal, ada, "contact", f"2026-11-{day:02}")
    log(journal, ada, "mail_sent", "2026-11-20")
    log(journal, ada, "no_show", "2026-11-21")
    log(journal, ada, "informal_approach", "2026-11-08", note="about phone calls")
    log_meeting(
        journal,
        LogMeeting(
            title="Session desk rules",
            day=date(2026, 11, 10),
            attendees=(Attendee(stakeholder=ada, kinds=("active_in_meeting",)),),
        ),
    )
    told = [line for line in words(journal, ada) if line.startswith("last in touch")]
    assert told[:2] == [
        "last in touch 10 Nov Session desk rules: took active part with questions or ideas +3",
        "last in touch 8 Nov came to me about the project +5: about phone calls",
    ]
    assert [each.told.day.day for each in prep(journal, ada).contacts] == [10, 8, 6, 5, 4]


def test_who_did_not_come_to_a_meeting_was_not_in_touch_by_it(journal, ada):
    attendee = Attendee(stakeholder=ada, kinds=("no_show",))
    request = LogMeeting(title="Session", day=date(2026, 11, 10), attendees=(attendee,))
    log_meeting(journal, request)
    assert not prep(journal, ada).contacts


def test_what_i_owe_comes_before_what_i_wait_for(journal, ada):
    ask(journal, AskFor(stakeholder=ada, day=date(2026, 11, 20), text="dates"))
    made, soon, later = date(2026, 11, 10), date(2026, 11, 26), date(2026, 11, 30)
    agree(journal, Agree(stakeholder=ada, text="by them", by="them", day=made, due=soon))
    agree(journal, Agree(stakeholder=ada, text="by me", by="me", day=made, due=later))
    ask(journal, AskFor(stakeholder=ada, day=date(2026, 11, 22), text="a text", by="them"))
    told = [line for line in words(journal, ada) if line.startswith("open")]
    assert told == [
        "open, mine first I owe your promise of Tue 10 Nov: by me by 30 Nov",
        "open, mine first I owe what they asked on Sun 22 Nov: a text",
        "open, mine first awaited their promise of Tue 10 Nov: by them by 26 Nov",
        "open, mine first awaited your mail of Fri 20 Nov: dates counts from 1 Dec",
    ]
    assert [item.i_owe for item in prep(journal, ada).open] == [True, True, False, False]


def test_a_success_is_something_to_thank_for_until_they_are_thanked(journal, ada):
    part = Part(stakeholder=ada, note="her crew did it")
    entry = progress(journal, "success", "Pilot street done.", contributors=(part,))
    assert "thank for 20 Nov Pilot street done: her crew did it" in words(journal, ada)
    thank(journal, entry, ada)
    assert not prep(journal, ada).thanks


def test_a_strong_deed_of_late_is_something_to_thank_for(journal, ada):
    log(journal, ada, "provided_resources", "2026-11-15", note="a second crew")
    log(journal, ada, "mail_answered", "2026-11-16")
    log(journal, ada, "defended_project", "2026-09-01")
    thanks = prep(journal, ada).thanks
    assert [(each.what, each.on, each.did) for each in thanks] == [
        ("deed", date(2026, 11, 15), "a second crew")
    ]


def test_thanks_for_one_thing_cover_the_deeds_before_it(journal, ada, calendar):
    log(journal, ada, "provided_resources", "2026-11-15")
    entry = progress(journal, "success", "Done.", contributors=(Part(stakeholder=ada),))
    thank(journal, entry, ada)
    assert not prep(journal, ada).thanks


def test_it_asks_about_open_risks_and_plans_that_concern_them(journal, ada):
    helper = Part(stakeholder=ada, note="a second crew")
    risk = progress(journal, "risk", "Survey may slip.", due=date(2026, 12, 2), helpers=(helper,))
    progress(journal, "plan", "Street 2 starts.", affected=(Part(stakeholder=ada),))
    progress(journal, "plan", "Not theirs.")
    told = [line for line in words(journal, ada) if line.startswith("ask")]
    assert told[:2] == [
        "ask risk Survey may slip (can help: a second crew) by 2 Dec",
        "ask plan Street 2 starts (touches them)",
    ]
    close_progress(journal, risk, "averted")
    assert [topic.kind for topic in prep(journal, ada).topics] == ["plan"]


def test_it_tells_what_happened_since_we_were_in_touch_and_they_can_hear(journal, ada):
    log(journal, ada, "contact", "2026-11-10")
    progress(journal, "success", "Long ago.", "2026-11-01")
    progress(journal, "decision", "One desk.", "2026-11-12")
    progress(journal, "setback", "Not for others.", "2026-11-13", private=True)
    progress(journal, "stress", "Talks turn hard.", "2026-11-14")
    hers = (Part(stakeholder=ada, note="her budget"),)
    progress(journal, "setback", "Vote moved.", "2026-11-15", affected=hers, private=True)
    told = [line for line in words(journal, ada) if line.startswith("tell")]
    assert told == [
        "tell 15 Nov setback: Vote moved: her budget private",
        "tell 12 Nov decision: One desk.",
    ]


def test_nothing_is_told_twice(journal, ada):
    part = (Part(stakeholder=ada),)
    progress(journal, "success", "Done.", contributors=part)
    progress(journal, "risk", "May slip.", helpers=part, affected=part)
    sheet = prep(journal, ada)
    assert [len(sheet.thanks), len(sheet.topics), len(sheet.news)] == [1, 1, 0]
    assert sheet.topics[0].role == "helper"


def test_it_minds_absence_language_answers_consent_and_who_is_to_be_left_alone(journal):
    bea = add(journal, "Bea", language="nl", do_not_contact=True)
    for starts, ends in ((3, 5), (60, 70)):
        first, last = TODAY + timedelta(days=starts), TODAY + timedelta(days=ends)
        add_absence(journal, AwayFrom(stakeholder=bea, starts=first, ends=last))
    ask(journal, AskFor(stakeholder=bea, day=date(2026, 11, 2)))
    answer(journal, open_items(journal, bea)[0].id, date(2026, 11, 5))
    say_consent(
        journal,
        SayConsent(stakeholder=bea, state="granted", day=date(2026, 11, 3), scope="the pilot"),
    )
    assert [line for line in words(journal, bea) if line.startswith("mind")] == [
        "mind asked not to be contacted",
        "mind away from Fri 27 Nov until Sun 29 Nov",
        "mind writes Dutch; answers 1 of 1 mail",
        "mind consent to carry news: granted 3 Nov: the pilot",
    ]


def test_my_own_notes_are_there_and_marked_private(journal, ada):
    for day in range(1, 7):
        request = WriteNote(text=f"note {day}", day=date(2026, 11, day), about=(ada,))
        write_note(journal, request)
    told = [line for line in words(journal, ada) if line.startswith("my notes")]
    assert told[0] == "my notes 6 Nov note 6 private"
    assert len(told) == 4


def test_as_of_a_day_nothing_later_is_on_the_sheet(journal, partner):
    ada = partner()
    progress(journal, "success", "Done.", contributors=(Part(stakeholder=ada),))
    say_consent(journal, SayConsent(stakeholder=ada, state="asked", day=TODAY))
    sheet = prep(journal, ada, as_of=date(2026, 11, 11))
    assert [each.told.day.day for each in sheet.contacts] == [10]
    assert [each.what for each in sheet.thanks] == ["deed"]
    assert not sheet.news
    assert sheet.profile.consent is None


def test_a_private_journal_has_a_sheet_without_positions(journal):
    add_project(journal, "Persoonlijk", personal=True)
    home = find_project(journal, "Persoonlijk").id
    oma = add(journal, "Oma Tilly", project=home)
    write_note(journal, WriteNote(text="Likes the ferry.", day=TODAY, about=(oma,)))
    assert words(journal, oma) == [
        "last in touch nothing logged yet",
        "my notes 24 Nov Likes the ferry. private",
    ]


def test_somebody_who_is_gone_has_none(journal, ada):
    delete_stakeholder(journal, ada)
    with pytest.raises(NotFound):
        prep(journal, ada)
