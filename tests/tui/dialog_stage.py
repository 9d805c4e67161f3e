"""A journal with a few people in it, and the program opened on it: what the tests of dialogs and
pages play on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from staketerm.domain.ids import derived_id
from staketerm.exchange.demo.build import build
from staketerm.journal.capture import log_meeting, log_signal, write_note
from staketerm.journal.ledger import agree, answer, ask, open_items
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.judging import judge
from staketerm.journal.projects import add_project, rename_project
from staketerm.journal.requests import (
    AddStakeholder,
    Agree,
    AskFor,
    Attendee,
    AwayFrom,
    Judge,
    LogMeeting,
    LogSignal,
    WriteNote,
)
from staketerm.journal.stakeholders.absences import add_absence
from staketerm.journal.stakeholders.people import add_stakeholder, find
from staketerm.store.clock import FixedClock
from staketerm.store.records import Signal
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig
from tests.tui.made_once import made_once
from tests.tui.stillness import press as press
from tests.tui.stillness import settled as settled

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
CLOCK = FixedClock(NOW, TODAY)

PEOPLE = (
    ("Anneke de Wit", "Gemeente Zuidrand", "head of permits", "high", 4, 3),
    ("Bram Okafor", "Lumenet", "planner", "medium", 4, 3),
    ("Daan Vermeulen", "Northgrid", "engineer", "medium", 3, 2),
    ("Hilde Jansma", "Provincie", "programme lead", "high", 5, 4),
    ("陳美玲 Mei-Ling Chen", "Lumenet", "director", "low", 2, 3),
)

DEEDS = (
    ("Anneke", date(2026, 3, 12), "agreement_kept", "introduction to the desk"),
    ("Anneke", date(2026, 4, 16), "active_in_meeting", None),
    ("Anneke", date(2026, 5, 7), "informal_approach", "about phone calls"),
    ("Anneke", date(2026, 6, 18), "agenda_changed", "for the pilot"),
    ("Anneke", date(2026, 9, 24), "cancelled_late", "session desk rules"),
    ("Anneke", date(2026, 11, 4), "said_support", None),
    ("Anneke", date(2026, 11, 12), "delegated_down", "Lotte came; could not decide anything."),
    ("Daan", date(2026, 10, 2), "shared_information", None),
    ("Daan", date(2026, 11, 19), "provided_resources", "offered a second crew"),
    ("Hilde", date(2026, 9, 3), "defended_project", None),
    ("Hilde", date(2026, 11, 12), "active_in_meeting", None),
)


@made_once
def furnish(path: Path) -> None:
    """The journal of the tests."""
    with open_journal(path, clock=CLOCK) as journal:
        _fill(journal)


def _fill(journal: Journal) -> None:
    rename_project(journal, journal.default_project().id, "Graafloket")
    for name, organisation, job, impact, power, interest in PEOPLE:
        told = {
            "name": name,
            "organisation": organisation,
            "job": job,
            "impact": impact,
            "power": power,
            "interest": interest,
            "emails": (f"{name.split()[0].lower()}@example.org",) if name.isascii() else (),
        }
        add_stakeholder(journal, AddStakeholder.model_validate(told))
    for who, day, kind, note in DEEDS:
        log_signal(journal, LogSignal(stakeholder=key(journal, who), kind=kind, day=day, note=note))
    _ledger(journal)


def key(journal: Journal, who: str) -> str:
    """The id of somebody."""
    return find(journal, who).key


def _ledger(journal: Journal) -> None:
    anneke, daan = key(journal, "Anneke"), key(journal, "Daan")
    ask(journal, AskFor(stakeholder=anneke, day=date(2026, 9, 2), text="plan of street 1"))
    answer(journal, open_items(journal, anneke)[0].id, date(2026, 9, 3))
    ask(journal, AskFor(stakeholder=anneke, day=date(2026, 10, 8), text="desk rules"))
    ask(journal, AskFor(stakeholder=anneke, day=date(2026, 11, 21), text="dates for street 2"))
    agree(
        journal,
        Agree(
            stakeholder=daan,
            text="names of three contractors",
            by="them",
            day=date(2026, 11, 10),
            due=date(2026, 11, 27),
        ),
    )
    agree(
        journal,
        Agree(
            stakeholder=anneke,
            text="text on liability",
            by="me",
            day=date(2026, 11, 10),
            due=TODAY,
        ),
    )
    judge(
        journal,
        Judge(
            stakeholder=anneke,
            label="supporter",
            day=date(2026, 3, 3),
            note="Wants this to work, fears the council.",
        ),
    )
    write_note(
        journal,
        WriteNote(
            text="Her mother is ill. Do not plan evenings.",
            day=date(2026, 11, 4),
            about=(anneke,),
        ),
    )
    log_meeting(
        journal,
        LogMeeting(
            title="Session working agreements",
            day=date(2026, 11, 10),
            attendees=(
                Attendee(stakeholder=anneke),
                Attendee(stakeholder=daan, kinds=("active_in_meeting",)),
                Attendee(stakeholder=key(journal, "Hilde")),
            ),
        ),
    )
    add_absence(
        journal,
        AwayFrom(stakeholder=key(journal, "Bram"), starts=TODAY, ends=TODAY + timedelta(days=9)),
    )


def add_contacts(path: Path, who: str, number: int) -> None:
    """Add so many contacts of today with somebody, all in one step."""
    with open_journal(path, clock=CLOCK) as journal:
        whom, project = key(journal, who), journal.default_project().id
        signals = [
            Signal(
                id=derived_id(None, "contact", str(each)),
                stakeholder=whom,
                project=project,
                day=TODAY,
                kind="contact",
                note=f"call {each}",
            )
            for each in range(number)
        ]
        with journal.write("import") as writing:
            writing.put_many(signals)


@made_once
def demo(path: Path) -> None:
    """The made-up project of `staketerm demo`."""
    with open_journal(path, clock=CLOCK) as journal:
        build(journal, TODAY)


def add_personal_project(path: Path) -> None:
    """Add a project without scoring, with one person in it."""
    with open_journal(path, clock=CLOCK) as journal:
        add_project(journal, "Persoonlijk", personal=True)
        from staketerm.journal.stakeholders.people import find_project

        project = find_project(journal, "Persoonlijk").id
        add_stakeholder(journal, AddStakeholder(name="Oma Tilly", project=project))


def program_on(path: Path, *, remembers: bool = False) -> Staketerm:
    """The program on the journal at `path`, with time standing still."""
    return Staketerm(
        lambda: open_journal(path, clock=CLOCK),
        today=CLOCK.today,
        now=CLOCK.now,
        config=ScreenConfig(),
        remembers=remembers,
    )


@asynccontextmanager
async def playing(
    path: Path, size: tuple[int, int] = (80, 24), *, remembers: bool = False
) -> AsyncIterator[tuple[Staketerm, "Pilot[None]"]]:
    """The program running on the journal at `path`, its first rows read."""
    app = program_on(path, remembers=remembers)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield app, pilot


def on_top(app: Any) -> Any:
    """The screen that one sees."""
    return app.screen


def shown(app: Staketerm) -> list[str]:
    """The lines of the screen as text."""
    _width, height = app.size
    lines = app.screen._compositor.render_strips(app.screen.size)
    assert len(lines) == height
    return ["".join(segment.text for segment in line).rstrip() for line in lines]
