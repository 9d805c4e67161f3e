"""Supportive people who were not heard from for longer than their rhythm allows (P12; inference 7).

Cooperation is not taken for granted: silence says nothing of where somebody stands, and all the
same it is the moment to be in touch.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from staketerm.domain.cadence import NO_RHYTHM, Rhythm, rhythm, window_after
from staketerm.domain.label import Position, StanceClass
from staketerm.journal.nurture.nurture_settings import settings_on
from staketerm.journal.nurture.parties import PartyRow, party_rows, tags_of
from staketerm.journal.positions.evidence import Pair, absences_of
from staketerm.store.reader import Reader

SUPPORTIVE = tuple(label for label in Position if label.stance_class is StanceClass.SUPPORTIVE)
"""The positions of those who cooperate."""


class Standing(NamedTuple):
    """Where somebody stands, and when the two of you were last in touch."""

    label: str
    last_contact: date | None


@dataclass(frozen=True, slots=True)
class Silence:
    """Not heard from since `last_contact`; quiet from the day `since` on, the first one after the
    latest day that their rhythm allows."""

    last_contact: date
    since: date


def silences(reader: Reader, day: date, standing: Mapping[Pair, Standing]) -> dict[Pair, Silence]:
    """Who of these is supportive and quiet on a day.

    The rhythm is the person's own, else that of a tag or the project, else what position and
    impact give: 28, 60 and 90 days for a partner of high, medium and low impact. Nobody who is
    away that day, asked not to be contacted, or has no rhythm; and nobody of a project without
    scoring.
    """
    supportive = {
        pair: each
        for pair, each in standing.items()
        if each.label in SUPPORTIVE and each.last_contact is not None
    }
    who = {stakeholder for stakeholder, _project in supportive}
    if not who:
        return {}
    settings, tags = settings_on(reader, day), tags_of(reader, who)
    away = absences_of(reader, who)
    found: dict[Pair, Silence] = {}
    for row in party_rows(reader, who):
        each = supportive.get((row.stakeholder, row.project))
        if each is None or row.do_not_contact or row.project_kind == "personal":
            continue
        if any(first <= day <= last for first, last in away.get(row.stakeholder, ())):
            continue
        given = [
            settings.tags[tag] for tag in tags.get(row.stakeholder, ()) if tag in settings.tags
        ]
        of_project = settings.projects.get(row.project, NO_RHYTHM)
        silence = _silence(each, _rhythm(row, each, given, of_project), day)
        if silence is not None:
            found[row.stakeholder, row.project] = silence
    return found


def _rhythm(row: PartyRow, standing: Standing, tags: Iterable[Rhythm], project: Rhythm) -> Rhythm:
    own = Rhythm(row.style, row.ideal_days, row.latest_days, row.recurrence)
    return rhythm(standing.label, row.impact, own, tags, project)


def _silence(standing: Standing, rhythm: Rhythm, day: date) -> Silence | None:
    window = window_after(standing.last_contact, rhythm)
    if window is None or standing.last_contact is None or window.latest >= day:
        return None
    return Silence(standing.last_contact, window.latest + timedelta(days=1))
