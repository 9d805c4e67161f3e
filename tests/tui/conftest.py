"""A journal in a file of its own, with a small cast, and the program opened on it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.judging import judge
from staketerm.journal.projects import rename_project
from staketerm.journal.requests import AddStakeholder, Judge, LogSignal
from staketerm.journal.stakeholders.people import add_stakeholder, find
from staketerm.store.clock import FixedClock
from staketerm.tui.app import Staketerm
from staketerm.tui.config import ScreenConfig
from tests.tui.stillness import pilots_wait_until_handled
from tests.tui.stillness import settled as settled

TODAY = date(2026, 11, 24)
CLOCK = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=UTC), TODAY, "Europe/Amsterdam")

CAST: tuple[tuple[str, str, str | None, str], ...] = (
    ("Anneke de Wit", "person", "high", "Gemeente Zuidrand"),
    ("Roelof Postma", "person", "medium", "Kabelbeheer Oost"),
    ("Daan Vermeulen", "person", "medium", "Northgrid"),
    ("Marek Nowak", "person", "high", "Nowak Grondwerken"),
    ("Jeroen Smit", "person", "high", "Aannemersbond"),
    ("Pieter-Jan van der Heijden-Oosterhuis", "person", "medium", "Lumenet"),
    ("陳美玲 Mei-Ling Chen", "person", "low", "Lumenet"),
    ("the contractors", "role", None, ""),
)

ACTS: dict[str, tuple[tuple[int, str], ...]] = {
    "Anneke de Wit": (
        (257, "agreement_kept"),
        (222, "active_in_meeting"),
        (201, "informal_approach"),
        (159, "agenda_changed"),
        (145, "agreement_kept"),
        (82, "mail_answered"),
        (61, "cancelled_late"),
        (47, "agreement_late"),
        (33, "no_show"),
        (20, "said_support"),
        (12, "delegated_down"),
    ),
    "Roelof Postma": (
        (120, "no_show"),
        (80, "withheld_information"),
        (40, "open_opposition"),
        (3, "obstructed"),
    ),
    "Daan Vermeulen": ((200, "shared_information"), (90, "agreement_kept"), (9, "mail_answered")),
    "Marek Nowak": ((60, "provided_resources"), (20, "brought_others"), (2, "informal_approach")),
    "Jeroen Smit": (
        (70, "unsolicited_feedback"),
        (50, "said_oppose"),
        (30, "open_opposition"),
        (6, "active_in_meeting"),
        (5, "defended_project"),
    ),
    "Pieter-Jan van der Heijden-Oosterhuis": ((30, "active_in_meeting"), (8, "said_concern")),
    "陳美玲 Mei-Ling Chen": ((18, "contact"),),
}


def fill(journal: Journal) -> None:
    """The cast, what they did, one judgement."""
    rename_project(journal, journal.default_project().id, "Graafloket")
    for name, kind, impact, organisation in CAST:
        add_stakeholder(
            journal,
            AddStakeholder.model_validate(
                {"name": name, "kind": kind, "impact": impact, "organisation": organisation or None}
            ),
        )
    for name, acts in ACTS.items():
        who = find(journal, name).key
        for ago, act in acts:
            day = TODAY - timedelta(days=ago)
            log_signal(journal, LogSignal(stakeholder=who, kind=act, day=day))
    judge(
        journal,
        Judge(
            stakeholder=find(journal, "Anneke de Wit").key,
            label="supporter",
            day=date(2026, 3, 3),
            note="Wants this to work, fears the council.",
        ),
    )


@pytest.fixture(scope="session", autouse=True)
def no_idling() -> Iterator[None]:
    """Pilots wait on what is left to do, not on the clock."""
    with pilots_wait_until_handled():
        yield


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with the cast; tests take a copy."""
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    with open_journal(path, clock=CLOCK) as journal:
        fill(journal)
    return path


@pytest.fixture
def journal_file(filled: Path, tmp_path: Path) -> Path:
    """A journal with the cast, of this test alone."""
    path = tmp_path / "journal.db"
    path.write_bytes(filled.read_bytes())
    return path


def program_on(location: str | Path, config: ScreenConfig | None = None) -> Staketerm:
    """The program on the journal at `location`, on the 24th of November 2026."""
    return Staketerm(
        lambda: open_journal(location, clock=CLOCK),
        today=CLOCK.today,
        now=CLOCK.now,
        config=config or ScreenConfig(),
    )


@pytest.fixture
def app(journal_file: Path) -> Staketerm:
    """The program on the cast."""
    return program_on(journal_file)


def screen_text(app: Staketerm) -> list[str]:
    """The lines on the terminal, as text."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    return ["".join(segment.text for segment in strip) for strip in strips]


def on(app: Staketerm, *kinds: type[Screen[Any]]) -> bool:
    """Whether the screen in sight is of one of these kinds."""
    return isinstance(app.screen, kinds)
