"""What the planner is given, read from the rows: a case for each stakeholder in a project.

Everything is read set-wise, of everybody or of a few, in one query a table.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from staketerm.domain.cadence import NO_RHYTHM, Rhythm, rhythm
from staketerm.domain.nurture.facts import Case, Party, Settings
from staketerm.journal.nurture import dealings
from staketerm.journal.nurture.nurture_settings import settings_on
from staketerm.journal.nurture.parties import folded_anew, party_of, party_rows, tags_of
from staketerm.journal.positions.evidence import Pair, absences_of
from staketerm.journal.positions.lists_follow import as_judged, taken_as
from staketerm.store.reader import Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """What goes with a party besides the planner's own view of it."""

    party: Party
    handle: str
    project_name: str


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of some or of all, and what they are shown by."""

    cases: tuple[Case, ...]
    known: Mapping[Pair, Known]
    settings: Settings

    def of(self, project: str) -> Case | None:
        """The first case of a project, None where there is none; one person has one in each."""
        return next((case for case in self.cases if case.party.project == project), None)


def cases(reader: Reader, today: date, who: Collection[str] | None = None) -> Cases:
    """The cases of the stakeholders given by id, or of all."""
    settings = settings_on(reader, today)
    known: dict[Pair, Known] = {}
    own: dict[Pair, Rhythm] = {}
    tags = tags_of(reader, who)
    rows = party_rows(reader, who)
    lapsed = folded_anew(reader, today, rows)
    judged = as_judged(reader.ask, today, who)
    for row in rows:
        party = party_of(row, lapsed.get((row.stakeholder, row.project), row), tags)
        pair = (party.stakeholder, party.project)
        party = taken_as(party, judged.get(pair))
        known[pair] = Known(party, row.handle, row.project_name)
        own[pair] = Rhythm(row.style, row.ideal_days, row.latest_days, row.recurrence)
    pairs = known.keys()
    away = absences_of(reader, who)
    asks = _grouped(dealings.asks(reader, pairs, today, who, away))
    promises = _grouped(dealings.promises(reader, who))
    parts = _grouped(dealings.parts(reader, today, who))
    deeds = _grouped(dealings.deeds(reader, today, who))
    decisions = _grouped(dealings.decisions(reader, who))
    consents = dict(dealings.consents(reader, today, who))
    return Cases(
        cases=tuple(
            Case(
                party=(party := each.party),
                rhythm=rhythm(
                    party.label,
                    party.impact,
                    own[pair],
                    [settings.tags[tag] for tag in party.tags if tag in settings.tags],
                    settings.projects.get(party.project, NO_RHYTHM),
                ),
                asks=asks.get(pair, ()),
                promises=promises.get(pair, ()),
                parts=parts.get(pair, ()),
                deeds=deeds.get(pair, ()),
                decisions=decisions.get(pair, ()),
                consent=consents.get(pair),
                away=away.get(party.stakeholder, ()),
            )
            for pair, each in known.items()
        ),
        known=known,
        settings=settings,
    )


def _grouped(found: Iterable[tuple[Pair, T]]) -> dict[Pair, tuple[T, ...]]:
    groups: dict[Pair, list[T]] = {}
    for pair, value in found:
        groups.setdefault(pair, []).append(value)
    return {pair: tuple(values) for pair, values in groups.items()}
