"""The demo shows the same people in the same places whenever it is opened."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.nurture.acts import FALLING_DUE
from staketerm.domain.text import clean_line, clean_text
from staketerm.exchange.demo import cast
from staketerm.exchange.demo.acts import STORY_DAY
from staketerm.exchange.demo.build import build
from staketerm.exchange.demo.rhythms import RHYTHMS
from staketerm.exchange.demo.threads import THREADS
from staketerm.journal.history import undo
from staketerm.journal.nurture.decisions import due
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.review import Why, why
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.journal.stakeholders.triage import people
from staketerm.store.clock import FixedClock
from staketerm.store.records import (
    EXCHANGED,
    About,
    Absence,
    Agreement,
    Ask,
    Entry,
    Involvement,
    Project,
    Row,
    Signal,
    Stakeholder,
)
from tests.places import Location, Where

DAYS = (
    STORY_DAY,
    date(2024, 2, 29),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2031, 7, 6),
)

STANDING = {
    "Anneke de Wit": ("fence_sitter", "cooling", 20),
    "Roelof Postma": ("opponent", "cooling", 21),
    "Daan Vermeulen": ("quiet_supporter", "steady", 9),
    "Marek Nowak": ("partner", "warming", 2),
    "Jeroen Smit": ("critic", "steady", 6),
    "Claire Whitmore": ("quiet_supporter", "steady", 34),
    "the contractors": ("unknown", None, None),
    "Bram Okafor": ("quiet_opponent", "steady", 15),
    "Edwin Kuiper": ("quiet_opponent", "steady", 10),
    "Hilde Jansma": ("partner", "steady", 5),
    "Priya Raman": ("partner", "warming", 1),
    "Fatima el Idrissi": ("supporter", "steady", 3),
    "Pieter-Jan van der Hoeven": ("critic", "steady", 8),
    "陳美玲 Mei-Ling Chen": ("fence_sitter", "steady", 18),
    "Lotte van Dam": ("quiet_supporter", "steady", 12),
    "Tom Ashdown": ("unknown", None, 41),
    "Sanne Visser": ("quiet_supporter", "steady", 4),
    "George Hartley": ("critic", "steady", 7),
    "Nadia Benali": ("fence_sitter", "steady", 16),
    "Wout de Graaf": ("critic", "warming", 3),
    "Ruth Adeyemi": ("partner", "steady", 6),
    "Kees Molenaar": ("quiet_opponent", "steady", 29),
    "Ingrid Bakker": ("quiet_supporter", "steady", 11),
    "Owen Pryce": ("unknown", None, 240),
}
"""The position of each, where it points, and how many days ago the two last met or wrote."""

ALARMS = {"Anneke de Wit": ("cooling", 33), "Roelof Postma": ("crossed_over", 3)}
"""The alarms, and how many days ago they went off."""


def opened(location: Location, day: date) -> Journal:
    clock = FixedClock(datetime.combine(day, time(12), UTC), day)
    journal = open_journal(location, clock=clock)
    build(journal, day)
    return journal


@pytest.fixture(scope="module", params=DAYS, ids=str)
def any_day(request: pytest.FixtureRequest, for_all: Where) -> Iterator[Journal]:
    """The demo as opened on several days."""
    with opened(for_all(), request.param) as journal:
        yield journal


@pytest.fixture(scope="module")
def demo(for_all: Where) -> Iterator[Journal]:
    """The demo on the day its story is told."""
    with opened(for_all(), STORY_DAY) as journal:
        yield journal


def listed(journal: Journal) -> dict[str, PersonRow]:
    project = journal.default_project().id
    return {row.name: row for row in people(journal, project=project).rows}


def reasons(journal: Journal, name: str) -> Why:
    return why(journal, listed(journal)[name].id)


def everything(journal: Journal) -> list[Row]:
    with journal.read() as reader:
        return [row for kind in EXCHANGED for row in reader.rows(kind)]


def test_everybody_stands_where_the_story_puts_them_on_any_day(any_day: Journal) -> None:
    found = {
        name: (
            row.label,
            row.trend,
            (any_day.today - row.last_contact).days if row.last_contact else None,
        )
        for name, row in listed(any_day).items()
    }
    assert found == STANDING


def test_one_drifts_slowly_and_one_has_crossed_over(any_day: Journal) -> None:
    found = {
        name: (row.alarm, (any_day.today - row.alarm_since).days)
        for name, row in listed(any_day).items()
        if row.alarm_since
    }
    assert found == ALARMS


def test_the_evidence_of_the_slow_one_is_the_worked_example(any_day: Journal) -> None:
    found = reasons(any_day, "Anneke de Wit").assessment
    assert (round(found.for_, 2), round(found.against, 2)) == (11.31, 10.60)
    assert (round(found.stance, 2), round(found.low, 2), round(found.high, 2)) == (
        0.03,
        -0.39,
        0.45,
    )
    assert round(found.energy, 1) == 1.8
    assert [((any_day.today - one.on).days, one.points) for one in found.reasons] == [
        (33, -5),
        (12, -3),
        (159, 6),
        (61, -3),
        (201, 5),
        (145, 3),
        (47, -2),
        (82, 2),
        (180, 3),
        (222, 3),
        (20, 1),
        (257, 3),
    ]


def test_a_silence_counts_as_soon_as_the_waiting_is_over(any_day: Journal) -> None:
    asked = reasons(any_day, "Anneke de Wit").assessment.open_questions
    assert [
        ((any_day.today - one.asked_on).days, (one.counts_from - any_day.today).days)
        for one in asked
        if one.counts_from
    ] == [(47, -33), (19, 2)]


def test_what_falls_due_is_what_was_asked_and_promised(any_day: Journal) -> None:
    today = any_day.today
    listed_due = due(any_day)
    acts = {
        (act.planned.name, str(act.proposal.kind), (act.proposal.latest - today).days)
        for act in (*listed_due.acts, *listed_due.coming)
    }
    assert {
        ("Fatima el Idrissi", "agreement_due", 0),
        ("Anneke de Wit", "ask_open", 2),
        ("Jeroen Smit", "agreement_due", 3),
        ("Bram Okafor", "ask_open", 7),
    } <= acts
    assert all(late >= 0 for _name, kind, late in acts if kind in FALLING_DUE)


def test_it_proposes_the_five_acts_that_hold_whoever_works_along(any_day: Journal) -> None:
    found = due(any_day)
    assert {(act.planned.name, str(act.proposal.kind)) for act in found.today} == {
        ("Daan Vermeulen", "risk_alert"),
        ("Marek Nowak", "celebration"),
        ("Jeroen Smit", "advice_request"),
        ("Ruth Adeyemi", "ambassador_request"),
        ("Claire Whitmore", "status_update"),
    }
    held = {
        (act.planned.name, str(act.proposal.kind)): act.proposal.brake for act in found.held_back
    }
    assert held["Marek Nowak", "ambassador_request"] == "consent is not asked yet"
    assert held["Hilde Jansma", "advice_request"] == "2 contacts this week, the cap is 2"
    per_person = Counter(act.planned.name for act in found.to_do)
    assert set(per_person.values()) == {1}


def test_every_position_occurs(demo: Journal) -> None:
    assert {row.label for row in listed(demo).values()} == {
        "unknown",
        "partner",
        "supporter",
        "quiet_supporter",
        "critic",
        "fence_sitter",
        "quiet_opponent",
        "opponent",
    }


def test_there_are_24_stakeholders_and_one_of_them_has_no_name_yet(demo: Journal) -> None:
    rows = listed(demo)
    assert len(rows) == 24
    assert [row.name for row in rows.values() if row.kind == "role"] == ["the contractors"]
    assert {row.organisation for row in rows.values()} == {*cast.ORGANISATIONS, None}


def test_one_says_yes_and_does_no(demo: Journal) -> None:
    gaps = {row.name: row.gap for row in listed(demo).values() if row.gap}
    assert gaps == {"Edwin Kuiper": "says_yes_does_no"}


def test_one_critic_is_valued(demo: Journal) -> None:
    assert [row.name for row in listed(demo).values() if row.valued_critic] == ["Jeroen Smit"]


def test_one_has_fallen_silent_and_was_known_before(demo: Journal) -> None:
    owen = listed(demo)["Owen Pryce"]
    assert (owen.was, owen.since) == ("quiet_supporter", date(2026, 11, 21))


def test_one_came_into_sight_in_the_last_days(demo: Journal) -> None:
    priya = listed(demo)["Priya Raman"]
    assert (priya.was, priya.since) == ("unknown", date(2026, 11, 23))


def test_my_judgement_stands_beside_and_differs(demo: Journal) -> None:
    found = reasons(demo, "Anneke de Wit")
    assert found.judgement is not None
    assert (found.judgement.day, found.judgement.label, found.judgement.note) == (
        date(2026, 3, 3),
        "supporter",
        "Wants this to work, fears the council.",
    )
    assert found.differs


def test_the_private_journal_has_no_scores_and_asks_for_nothing(demo: Journal) -> None:
    with demo.read() as reader:
        (personal,) = [row for row in reader.rows(Project) if row.kind == "personal"]
        involved = [row for row in reader.rows(Involvement) if row.project == personal.id]
    assert len(involved) == len(cast.FRIENDS)
    assert {(row.impact, row.power, row.latest_days) for row in involved} == {(None, None, None)}
    found = due(demo, project=personal.id)
    assert not found.acts
    assert not found.coming


def test_agreements_end_in_every_way_on_both_sides(demo: Journal) -> None:
    agreements = [row for row in everything(demo) if isinstance(row, Agreement)]
    assert {(row.by, row.outcome) for row in agreements} == {
        ("them", None),
        ("them", "kept"),
        ("them", "late"),
        ("them", "broken"),
        ("me", None),
        ("me", "kept"),
    }


def test_asks_of_both_sides_are_answered_refused_and_open(demo: Journal) -> None:
    asks = [row for row in everything(demo) if isinstance(row, Ask)]
    assert {(row.by, row.kind, row.outcome) for row in asks} >= {
        ("me", "mail", "answered"),
        ("me", "mail", None),
        ("me", "advice", "given"),
        ("me", "advice", "refused"),
        ("them", "mail", "answered"),
    }


def test_somebody_is_away_and_others_have_been(demo: Journal) -> None:
    absences = [row for row in everything(demo) if isinstance(row, Absence)]
    assert any(row.starts <= demo.today <= row.ends for row in absences)
    assert any(row.ends < demo.today for row in absences)


def test_meetings_have_several_attendees_and_each_has_an_act_there(demo: Journal) -> None:
    rows = everything(demo)
    meetings = {row.id for row in rows if isinstance(row, Entry) and row.kind == "meeting"}
    came = {
        (row.entry, row.stakeholder)
        for row in rows
        if isinstance(row, About) and row.entry in meetings
    }
    acted = {
        (row.entry, row.stakeholder)
        for row in rows
        if isinstance(row, Signal) and row.entry in meetings
    }
    assert came == acted
    assert len(meetings) >= 15
    assert all(sum(entry == one for entry, _who in came) >= 3 for one in meetings)


def test_it_tells_two_years_and_nothing_that_is_still_to_come(any_day: Journal) -> None:
    rows = everything(any_day)
    assert 600 <= len(rows) <= 1_200
    days = [row.day for row in rows if isinstance(row, Signal | Entry)]
    days += [row.asked_on for row in rows if isinstance(row, Ask)]
    days += [row.answered_on for row in rows if isinstance(row, Ask) and row.answered_on]
    days += [row.made_on for row in rows if isinstance(row, Agreement)]
    days += [row.closed_on for row in rows if isinstance(row, Agreement) and row.closed_on]
    assert max(days) < any_day.today
    assert timedelta(725) < any_day.today - min(days) < timedelta(735)


def test_every_kind_is_one_of_the_catalogue_and_nothing_is_logged_twice_over(
    demo: Journal,
) -> None:
    signals = [row for row in everything(demo) if isinstance(row, Signal)]
    assert {row.kind for row in signals} <= CATALOGUE.keys()
    acts = [(row.stakeholder, row.day, row.kind) for row in signals]
    assert len(acts) == len(set(acts))


def test_every_thread_belongs_to_somebody() -> None:
    keys = {party.key for party in cast.PEOPLE}
    assert THREADS.keys() <= keys
    assert RHYTHMS.keys() <= keys


def test_texts_are_as_typing_would_leave_them(demo: Journal) -> None:
    for row in everything(demo):
        for name in ("note", "text", "title", "name", "job", "roles", "value"):
            told = getattr(row, name, None)
            if told is not None:
                assert told == clean_text(told) == clean_line(told)
                assert "{" not in told


def test_days_within_texts_move_with_the_story(where: Where) -> None:
    with opened(where(), date(2028, 2, 29)) as journal:
        texts = {row.text for row in everything(journal) if isinstance(row, Entry)}
    assert "Street 2 starts 20 Mar." in texts
    assert "Council moved the vote to 8 May." in texts


def test_handles_and_search_words_are_those_of_anybody_added(demo: Journal) -> None:
    handles = {row.name: row.handle for row in everything(demo) if isinstance(row, Stakeholder)}
    assert handles["Anneke de Wit"] == "anneke-de-wit"
    assert len(set(handles.values())) == len(handles)
    found = people(demo, filter="street", project=demo.default_project().id)
    assert "Anneke de Wit" in [row.name for row in found.rows]


def test_the_same_day_gives_the_same_rows(where: Where) -> None:
    def told(journal: Journal) -> list[tuple[object, ...]]:
        project = journal.default_project().id
        return [
            (
                row.table,
                "" if row.table in ("involvement", "project", "action") else row.id,
                *(
                    "" if value == project else value
                    for name in type(row).__slots__
                    if name not in ("rev", "revs", "extra", "id")
                    for value in (getattr(row, name),)
                ),
            )
            for row in everything(journal)
        ]

    with opened(where(), date(2027, 5, 5)) as one, opened(where(), date(2027, 5, 5)) as other:
        assert sorted(map(repr, told(one))) == sorted(map(repr, told(other)))


def test_it_is_one_batch_and_one_undo_takes_it_back(where: Where) -> None:
    clock = FixedClock(datetime.combine(STORY_DAY, time(12), UTC), STORY_DAY)
    with open_journal(where(), clock=clock) as journal:
        begun = journal.default_project().name
        receipt = build(journal, STORY_DAY)
        assert receipt.changed
        assert journal.default_project().name == cast.PROJECT
        undo(journal, receipt.batch)
        assert listed(journal) == {}
        assert journal.default_project().name == begun
        assert {type(row) for row in everything(journal)} == {Project}
