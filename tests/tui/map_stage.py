"""The cast on the map: what was set of them, and some promises."""

from datetime import timedelta
from pathlib import Path

from staketerm.journal.capture import log_signal
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.requests import EditStakeholder, LogSignal
from staketerm.journal.stakeholders.people import edit_stakeholder, find
from tests.tui.conftest import CLOCK, TODAY, fill
from tests.tui.made_once import made_once

PLACES = {
    "Anneke de Wit": (4, 3, "supportive"),
    "Roelof Postma": (3, 4, None),
    "Daan Vermeulen": (3, 2, None),
    "Marek Nowak": (3, 5, "leading"),
    "Jeroen Smit": (5, 5, "as_is"),
    "Pieter-Jan van der Heijden-Oosterhuis": (5, 5, None),
    "陳美玲 Mei-Ling Chen": (2, 3, None),
}
"""Power, interest and what is wanted of everybody who is placed."""


TICKED = {
    "Anneke de Wit": ("power", "legitimacy"),
    "Roelof Postma": ("power", "urgency"),
    "Jeroen Smit": ("power", "legitimacy", "urgency"),
}
"""What is seen in some of them."""


@made_once
def furnish_map(path: Path, *, ticked: bool = False) -> None:
    """A journal whose cast is placed; the contractors are not. `ticked` ones have salience."""
    with open_journal(path, clock=CLOCK) as journal:
        fill(journal)
        project = journal.default_project().id
        for name, (power, interest, desired) in PLACES.items():
            request = {
                "stakeholder": find(journal, name).key,
                "project": project,
                "power": power,
                "interest": interest,
                "desired": desired,
            }
            edit_stakeholder(journal, EditStakeholder.model_validate(request))
        if ticked:
            _tick(journal, project)
        for name, ago, kind in (
            ("Daan Vermeulen", 300, "agreement_kept"),
            ("Daan Vermeulen", 280, "agreement_kept"),
            ("Daan Vermeulen", 60, "agreement_kept"),
            ("Marek Nowak", 30, "agreement_kept"),
            ("Marek Nowak", 25, "defended_project"),
            ("Roelof Postma", 110, "agreement_broken"),
            ("Roelof Postma", 100, "agreement_broken"),
            ("Roelof Postma", 90, "agreement_late"),
        ):
            who = find(journal, name).key
            day = TODAY - timedelta(days=ago)
            log_signal(journal, LogSignal(stakeholder=who, kind=kind, day=day))


def _tick(journal: Journal, project: str) -> None:
    for name, seen in TICKED.items():
        request = {"stakeholder": find(journal, name).key, "project": project, "salience": seen}
        edit_stakeholder(journal, EditStakeholder.model_validate(request))
