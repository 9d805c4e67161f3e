"""What is to come goes into a calendar, and any calendar reads it back as it was."""

import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.domain.nurture.acts import Act, Proposal, Weight
from staketerm.domain.text import plain_line
from staketerm.exchange.agenda import Happening, _act_words, initials
from staketerm.exchange.calendar import Event, calendar_text
from staketerm.exchange.export import export
from staketerm.exchange.files import ExportFailed
from staketerm.journal import capture, ledger
from staketerm.journal.nurture import decisions
from staketerm.journal.nurture.plan import Planned, plan
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import (
    AddStakeholder,
    Agree,
    AskFor,
    AwayFrom,
    EditStakeholder,
    LogSignal,
)
from staketerm.journal.stakeholders import absences, people
from staketerm.journal.writing import involvement_id
from staketerm.store.clock import FixedClock
from staketerm.store.records import Agreement, Entry, Involvement
from tests.hostile import HOSTILE
from tests.places import Location, Where

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = date(2026, 11, 24)
CANARY = "canary-4711"


def opened(location: Location, moment: datetime = NOON) -> Journal:
    return open_journal(location, clock=FixedClock(moment))


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return tmp_path / "agenda.ics"


@pytest.fixture
def journal(where: Where) -> Iterator[Journal]:
    with opened(where()) as journal:
        yield journal


def somebody(journal: Journal, name: str, *, private: bool = False) -> str:
    """Somebody who matters; their id."""
    receipt = people.add_stakeholder(
        journal, AddStakeholder(name=name, impact="high", private=private)
    )
    return dict(receipt.rows)["stakeholder"]


@pytest.fixture
def ada(journal: Journal) -> str:
    """The id of Ada Lens."""
    return somebody(journal, "Ada Lens")


def promise(
    journal: Journal, who: str, due: date, by: Literal["me", "them"] = "me", **more: Any
) -> str:
    """Something promised with words that must not get out; the id of its row."""
    request = Agree(stakeholder=who, by=by, text=CANARY, day=TODAY, due=due, **more)
    return dict(ledger.agree(journal, request).rows)["agreement"]


def told(journal: Journal, kind: str, due: date | None, **more: Any) -> str:
    """A plan or milestone of the journal's project; the id of its row."""
    values = {"private": False, "text": CANARY, "project": journal.default_project().id, **more}
    with journal.write("progress") as writing:
        row = Entry(id=writing.work.new_id(), kind=kind, day=TODAY, due=due, **values)
        writing.put(row)
    return row.id


def walked(agenda: Path) -> list[Any]:
    """The events of a calendar in its order, as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(agenda.read_bytes()).walk("VEVENT"))


def events(agenda: Path) -> dict[str, Any]:
    """The events of a calendar by title."""
    return {str(event["summary"]): event for event in walked(agenda)}


def by_row(agenda: Path) -> dict[str, Any]:
    """The events of a calendar by the id of their row or act."""
    return {str(event["uid"]).partition("@")[0]: event for event in walked(agenda)}


def days(event: Any) -> tuple[date, date]:
    """The first and the last day of an event."""
    return event["dtstart"].dt, event["dtend"].dt - timedelta(days=1)


def test_promises_asks_plans_and_milestones_of_ninety_days_are_in_it(journal, ada, agenda):
    promise(journal, ada, date(2026, 12, 1))
    promise(journal, ada, date(2026, 12, 3), by="them")
    ledger.ask(journal, AskFor(stakeholder=ada, day=TODAY, due=date(2026, 12, 4)))
    ledger.ask(journal, AskFor(stakeholder=ada, by="them", day=TODAY, due=date(2026, 12, 5)))
    told(journal, "milestone", TODAY + timedelta(days=90))
    told(journal, "plan", date(2026, 12, 7))
    told(journal, "milestone", TODAY + timedelta(days=91), project=None)
    told(journal, "plan", None, project=None)
    project = journal.default_project().name
    done = export(journal, agenda, "ics")
    found = {title: days(event) for title, event in events(agenda).items()}
    expected = {
        "Promise to A.L.": date(2026, 12, 1),
        "Promise of A.L.": date(2026, 12, 3),
        "Answer from A.L.": date(2026, 12, 4),
        "Answer to A.L.": date(2026, 12, 5),
        f"Milestone: {project}": TODAY + timedelta(days=90),
        f"Plan: {project}": date(2026, 12, 7),
    }
    assert {title: found.get(title) for title in expected} == {
        title: (day, day) for title, day in expected.items()
    }
    assert not {"Milestone", "Plan"} & found.keys()
    assert (done.format, done.rows, done.files, done.changed) == ("ics", len(found), 1, 1)


def test_an_act_lasts_from_its_ideal_to_its_latest_day_under_its_own_id(journal, ada, agenda):
    capture.log_signal(journal, LogSignal(stakeholder=ada, kind="contact", day=date(2026, 11, 5)))
    export(journal, agenda, "ics")
    event = events(agenda)["Check-in A.L."]
    with journal.read() as reader:
        [act] = [each for each in plan(reader, TODAY) if each.proposal.kind == "check_in"]
    assert days(event) == (act.proposal.ideal, act.proposal.latest)
    assert act.proposal.ideal < act.proposal.latest
    assert event["uid"] == f"{act.id}@staketerm"


def test_what_a_brake_holds_back_or_a_decision_lets_rest_is_not_in_it(journal, ada, agenda):
    capture.log_signal(journal, LogSignal(stakeholder=ada, kind="contact", day=date(2026, 11, 5)))
    with journal.read() as reader:
        [act] = [each for each in plan(reader, TODAY) if each.proposal.kind == "check_in"]
    decisions.skip(journal, act.proposal, "met by chance")
    bram = somebody(journal, "Bram Okafor")
    capture.log_signal(journal, LogSignal(stakeholder=bram, kind="contact", day=date(2026, 11, 1)))
    people.edit_stakeholder(journal, EditStakeholder(stakeholder=bram, do_not_contact=True))
    export(journal, agenda, "ics")
    assert events(agenda) == {}


def test_what_is_snoozed_is_in_it_on_the_day_it_comes_back(journal, ada, agenda):
    capture.log_signal(journal, LogSignal(stakeholder=ada, kind="contact", day=date(2026, 10, 1)))
    with journal.read() as reader:
        [act] = plan(reader, TODAY)
    for day, last in ((date(2026, 11, 27), date(2026, 11, 27)), (date(2027, 3, 1), None)):
        decisions.snooze(journal, act.proposal, day)
        export(journal, agenda, "ics")
        event = events(agenda)["Check-in A.L."]
        assert days(event) == (day, last or day), "however far ahead"
        assert event["uid"] == f"{act.id}@staketerm"
    people.edit_stakeholder(journal, EditStakeholder(stakeholder=ada, do_not_contact=True))
    export(journal, agenda, "ics")
    assert events(agenda) == {}


def test_a_question_that_is_snoozed_waits_on_that_day(journal, ada, agenda):
    ledger.ask(journal, AskFor(stakeholder=ada, day=date(2026, 11, 16), due=TODAY))
    with journal.read() as reader:
        [act] = plan(reader, TODAY)
    decisions.snooze(journal, act.proposal, date(2026, 12, 2))
    export(journal, agenda, "ics")
    assert days(events(agenda)["Answer from A.L."]) == (date(2026, 12, 2), date(2026, 12, 2))


def ruled(journal: Journal, who: str, rule: str) -> None:
    """Give somebody a rhythm by a rule, and a contact to count from."""
    capture.log_signal(journal, LogSignal(stakeholder=who, kind="contact", day=date(2026, 11, 20)))
    project = journal.default_project().id
    with journal.write("edit") as writing:
        writing.work.patch(Involvement, involvement_id(who, project), recurrence=rule)


def test_a_rhythm_by_a_rule_is_written_as_concrete_days(journal, ada, agenda):
    ruled(journal, ada, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
    export(journal, agenda, "ics")
    first = [event["dtstart"].dt for event in walked(agenda)]
    assert events(agenda).keys() == {"Check-in A.L."}
    assert all(day.weekday() == 0 for day in first)
    assert {b - a for a, b in pairwise(first)} == {timedelta(days=14)}
    assert TODAY < first[0] <= TODAY + timedelta(days=14)
    assert TODAY + timedelta(days=76) < first[-1] <= TODAY + timedelta(days=90)
    assert b"RRULE" not in agenda.read_bytes()
    assert len(by_row(agenda)) == len(first)


def test_days_of_a_rule_keep_their_uid_as_time_passes(agenda, tmp_path, where):
    found = []
    for days_on in (0, 1):
        moment = NOON + timedelta(days=days_on)
        with opened(where("journal"), moment) as journal:
            if days_on == 0:
                ruled(journal, somebody(journal, "Ada Lens"), "FREQ=WEEKLY;BYDAY=FR")
            export(journal, agenda, "ics")
        found.append({row: event.to_ical() for row, event in by_row(agenda).items()})
    assert len(found[0]) > 10
    assert found[0].items() <= found[1].items()


def test_a_rule_falls_on_no_day_on_which_they_are_away(journal, ada, agenda):
    ruled(journal, ada, "FREQ=WEEKLY;BYDAY=MO")
    absences.add_absence(
        journal, AwayFrom(stakeholder=ada, starts=date(2026, 12, 21), ends=date(2027, 1, 3))
    )
    export(journal, agenda, "ics")
    first = {event["dtstart"].dt for event in walked(agenda)}
    assert {date(2026, 12, 14), date(2027, 1, 4)} <= first
    assert not {date(2026, 12, 21), date(2026, 12, 28)} & first


def test_an_act_that_rests_on_something_private_stays_here(journal, ada, agenda, monkeypatch):
    request = LogSignal(stakeholder=ada, kind="contact", day=TODAY, private=True)
    signal = dict(capture.log_signal(journal, request).rows)["signal"]
    project = journal.default_project().id
    weight = Weight(1.0, 1.0, 1.0)
    thanks = Proposal(
        "thank_you", ada, project, signal, TODAY, TODAY, "why", weight, (f"signal:{signal}",)
    )
    planned = [Planned(thanks.id, thanks, "ada-lens", "Ada Lens", "P")]
    monkeypatch.setattr("staketerm.exchange.agenda.plan", lambda *_given, **_named: planned)
    export(journal, agenda, "ics")
    assert "Thank A.L." not in events(agenda)
    assert "Thank A.L." in events(export(journal, agenda, "ics", with_private=True).path)


def test_titles_of_acts_tell_no_position():
    titles = _act_words()
    assert set(Act) == {*titles, Act.ASK_OPEN, Act.AGREEMENT_DUE}
    text = " ".join(titles.values()).lower()
    assert not any(word in text for word in ("oppos", "critic", "quiet", "private", "partner"))
    assert titles[Act.VISIBLE_DEED] == titles[Act.AMBASSADOR_REQUEST]


def test_another_reader_finds_the_same(journal, ada, agenda):
    promise(journal, ada, date(2026, 12, 1))
    told(journal, "milestone", date(2026, 12, 7))
    export(journal, agenda, "ics")
    calendar = vobject.readOne(agenda.read_bytes().decode())
    assert [event.summary.value for event in calendar.vevent_list] == list(events(agenda))
    assert calendar.serialize().count("BEGIN:VEVENT") == len(walked(agenda)) > 1
    first = calendar.vevent_list[0]
    assert (first.dtstart.value, first.dtend.value) == (date(2026, 12, 1), date(2026, 12, 2))
    assert first.valarm.action.value == "DISPLAY"
    assert first.valarm.trigger.value == timedelta(hours=9)
    assert first.transp.value == "TRANSPARENT"
    assert getattr(first, "class").value == "PRIVATE"


def test_what_is_read_is_written_again_byte_by_byte(journal, ada, agenda):
    promise(journal, ada, date(2026, 12, 1))
    export(journal, agenda, "ics")
    data = agenda.read_bytes()
    assert icalendar.Calendar.from_ical(data).to_ical() == data


def test_nobodys_name_nor_words_get_out_unless_names_are_asked_for(journal, agenda):
    ada = somebody(journal, "Ada Lens")
    capture.log_signal(journal, LogSignal(stakeholder=ada, kind="contact", day=TODAY, note=CANARY))
    promise(journal, ada, date(2026, 12, 1))
    ledger.ask(journal, AskFor(stakeholder=ada, day=TODAY, due=date(2026, 12, 4), text=CANARY))
    told(journal, "milestone", date(2026, 12, 7), title="Pilot street opens")
    told(journal, "plan", date(2026, 12, 8), text="Dig. " * 500)
    export(journal, agenda, "ics")
    text = agenda.read_text()
    assert not any(word in text for word in ("Ada", "Lens", CANARY, "Pilot street"))
    export(journal, agenda, "ics", names=True)
    assert {"Promise to Ada Lens", "Milestone: Pilot street opens"} <= events(agenda).keys()
    assert all(len(title) <= 100 for title in events(agenda))
    assert CANARY not in agenda.read_text()


def test_private_rows_stay_unless_asked_for_and_then_the_name_says_so(journal, ada, agenda):
    hidden = somebody(journal, "Hidden Person", private=True)
    capture.log_signal(
        journal, LogSignal(stakeholder=hidden, kind="contact", day=date(2026, 11, 1))
    )
    promise(journal, hidden, date(2026, 12, 1))
    promise(journal, ada, date(2026, 12, 2), private=True)
    ledger.ask(journal, AskFor(stakeholder=ada, day=TODAY, due=date(2026, 12, 4), private=True))
    told(journal, "milestone", date(2026, 12, 7), private=True)
    export(journal, agenda, "ics")
    titles = {"Promise to H.P.", "Promise to A.L.", "Answer from A.L.", "Check-in H.P."}
    assert not titles & events(agenda).keys()
    assert not [title for title in events(agenda) if title.startswith("Milestone")]
    done = export(journal, agenda, "ics", with_private=True)
    assert done.path.name == "agenda-PRIVATE.ics"
    assert titles <= events(done.path).keys()


def test_what_is_late_stays_on_its_day_and_rings_nobody(agenda, tmp_path, where):
    with opened(where("journal")) as journal:
        promise(journal, somebody(journal, "Ada Lens"), date(2026, 12, 1))
        export(journal, agenda, "ics")
        assert events(agenda)["Promise to A.L."].walk("VALARM")
    with opened(where("journal"), NOON + timedelta(days=30)) as journal:
        export(journal, agenda, "ics")
    late = events(agenda)["Promise to A.L."]
    assert days(late) == (date(2026, 12, 1),) * 2
    assert not late.walk("VALARM")


def test_what_is_settled_leaves_the_calendar(journal, ada, agenda):
    agreement = promise(journal, ada, date(2026, 12, 1))
    milestone = told(journal, "milestone", date(2026, 12, 7))
    ledger.settle(journal, agreement, "kept", TODAY)
    with journal.write("close") as writing:
        writing.work.patch(Entry, milestone, closed_on=TODAY, outcome="done")
    export(journal, agenda, "ics")
    assert "Promise to A.L." not in events(agenda)
    assert not [title for title in events(agenda) if title.startswith("Milestone")]


def test_the_same_journal_gives_the_same_bytes_all_day(agenda, tmp_path, where):
    with opened(where("journal")) as journal:
        promise(journal, somebody(journal, "Ada Lens"), date(2026, 12, 1))
        export(journal, agenda, "ics")
    first = agenda.read_bytes()
    with opened(where("journal"), NOON + timedelta(hours=5)) as journal:
        assert export(journal, agenda, "ics").changed == 0
        export(journal, tmp_path / "elsewhere.ics", "ics")
    assert agenda.read_bytes() == first
    assert (tmp_path / "elsewhere.ics").read_bytes() == first


def test_a_change_raises_the_sequence_of_that_event_alone(agenda, tmp_path, where):
    def at(days_on: int, due: date | None = None) -> dict[str, Any]:
        with opened(where("journal"), NOON + timedelta(days=days_on)) as journal:
            if due is not None:
                with journal.write("move") as writing:
                    writing.work.patch(Agreement, moving, due=due)
            export(journal, agenda, "ics")
        return by_row(agenda)

    with opened(where("journal")) as journal:
        ada, bram = somebody(journal, "Ada Lens"), somebody(journal, "Bram Okafor")
        moving = promise(journal, ada, date(2026, 12, 20))
        still = promise(journal, bram, date(2026, 12, 20))
    before = at(0)
    twice = at(0, date(2026, 12, 21))
    later = at(3, date(2026, 12, 22))
    unmoved = at(5)
    sequences = [found[moving]["sequence"] for found in (before, twice, later, unmoved)]
    assert sequences == sorted(sequences)
    assert sequences[0] < sequences[1] < sequences[2] == sequences[3]
    assert later[moving]["last-modified"].dt == datetime(2026, 11, 27, tzinfo=UTC)
    assert later[moving]["dtstamp"].dt == datetime(2026, 11, 27, tzinfo=UTC)
    assert len({found[still].to_ical() for found in (before, twice, later, unmoved)}) == 1


def test_a_calendar_made_anew_is_never_behind_the_lost_one(agenda, tmp_path, where):
    with opened(where("journal")) as journal:
        moving = promise(journal, somebody(journal, "Ada Lens"), date(2026, 12, 20))
        export(journal, agenda, "ics")
    with opened(where("journal"), NOON + timedelta(days=1)) as journal:
        with journal.write("move") as writing:
            writing.work.patch(Agreement, moving, due=date(2026, 12, 21))
        export(journal, tmp_path / "new.ics", "ics")
    lost, new = by_row(agenda)[moving], by_row(tmp_path / "new.ics")[moving]
    assert new["sequence"] > lost["sequence"]


def test_a_calendar_that_was_cut_short_is_written_whole(journal, ada, agenda):
    promise(journal, ada, date(2026, 12, 20))
    export(journal, agenda, "ics")
    whole = agenda.read_bytes()
    agenda.write_bytes(whole[:200])
    export(journal, agenda, "ics")
    assert agenda.read_bytes() == whole


@pytest.mark.parametrize(
    "held",
    [
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n",
        b"shopping: PRODID:-//staketerm//agenda//EN is what it says",
    ],
)
def test_a_file_of_something_else_is_left_alone(journal, ada, agenda, held):
    agenda.write_bytes(held)
    with pytest.raises(UsageError, match="holds something else"):
        export(journal, agenda, "ics")
    assert agenda.read_bytes() == held


def test_a_folder_is_no_place_for_a_calendar(journal, tmp_path):
    with pytest.raises(UsageError, match="name a file"):
        export(journal, tmp_path, "ics")


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_only_its_owner_can_read_it(journal, ada, agenda):
    promise(journal, ada, date(2026, 12, 20))
    export(journal, agenda, "ics")
    assert stat.S_IMODE(agenda.stat().st_mode) == 0o600
    assert [one.name for one in agenda.parent.iterdir()] == [agenda.name]


def test_what_cannot_be_written_leaves_the_earlier_calendar(journal, ada, agenda, monkeypatch):
    export(journal, agenda, "ics")
    before = agenda.read_bytes()
    promise(journal, ada, date(2026, 12, 20))

    def full(path: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportFailed, match="No space left"):
        export(journal, agenda, "ics")
    assert agenda.read_bytes() == before
    assert [one.name for one in agenda.parent.iterdir()] == [agenda.name]


def test_without_the_library_one_line_says_how_to_get_it(journal, agenda, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(StaketermError) as told_of:
        export(journal, agenda, "ics")
    assert "pipx inject staketerm icalendar" in str(told_of.value)
    assert "\n" not in str(told_of.value)
    assert not agenda.exists()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text_to_every_reader(name):
    title = plain_line(name)
    data = calendar_text([written(title)], TODAY).encode()
    event: Any = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    assert str(event["summary"]) == title
    assert str(event["categories"].cats[0]) == title
    assert vobject.readOne(data.decode()).vevent.summary.value == title
    assert "\x1b" not in data.decode()


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=200))
@settings(max_examples=30)
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(title):
    text = calendar_text([written(" ".join(title.split()))], TODAY)
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # a cut character would not decode
    assert vobject.readOne(text).vevent.summary.value == " ".join(title.split())


def written(title: str) -> Event:
    """An event of that title in a project of that name."""
    happening = Happening("a" * 64, title, TODAY, TODAY, title)
    return Event(happening, 1, datetime(2026, 11, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maria van der Pol", "M.v.d.P."),
        ("Ada", "A."),
        ("(Élise) Ørsted", "É.Ø."),
        ("陳美玲 Mei-Ling Chen", "陳.M.C."),
        ("\U0001f469 !!", "N.N."),
    ],
)
def test_initials(name, short):
    assert initials(name) == short
