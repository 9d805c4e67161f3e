"""Progress of the furnished journal's project: what the tests of the Projects place play on."""

from datetime import date
from pathlib import Path

from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.progress import add_progress, close_progress
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddProgress, Part
from tests.tui.dialog_stage import CLOCK, furnish, key
from tests.tui.made_once import made_once


@made_once
def furnish_progress(path: Path) -> None:
    """The furnished journal with six progress entries and a second project."""
    furnish(path)
    with open_journal(path, clock=CLOCK) as journal:
        _tell(journal)
        add_project(journal, "Kade-vernieuwing")


def _tell(journal: Journal) -> None:
    def part(who: str, note: str | None = None) -> tuple[Part, ...]:
        return (Part(stakeholder=key(journal, who), note=note),)

    for request in (
        AddProgress(
            kind="risk",
            title="Cable survey of street 2 may slip two weeks",
            text="A second crew on 1 and 2 December.",
            day=date(2026, 11, 23),
            due=date(2026, 12, 1),
            helpers=part("Daan", "a second crew"),
            affected=(*part("Bram"), *part("Hilde")),
        ),
        AddProgress(
            kind="success",
            text="Pilot street done a day early",
            day=date(2026, 11, 20),
            contributors=(*part("Daan", "his crew worked on"), *part("Anneke")),
        ),
        AddProgress(
            kind="plan", text="Street 2 starts", day=date(2026, 11, 16), due=date(2026, 12, 14)
        ),
        AddProgress(
            kind="decision",
            text="One desk, one phone number",
            day=date(2026, 11, 10),
            contributors=part("Hilde"),
        ),
        AddProgress(
            kind="setback",
            text="Council moved the vote",
            day=date(2026, 11, 3),
            affected=part("Anneke", "has to explain it"),
            private=True,
        ),
        AddProgress(
            kind="milestone",
            text="The pilot opens",
            day=date(2026, 11, 2),
            due=date(2026, 11, 9),
            affected=part("Bram"),
        ),
    ):
        receipt = add_progress(journal, request)
    milestone = next(row for table, row in receipt.rows if table == "entry")
    close_progress(journal, milestone, "done", date(2026, 11, 9))
