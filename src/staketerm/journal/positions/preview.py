"""What a meeting would change: every attendee's position before and after, nothing written."""

from collections.abc import Mapping
from datetime import date

from staketerm.domain.position import assess
from staketerm.domain.signals import Record
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.positions.evidence import absences_of, impacts_of, records_of
from staketerm.journal.positions.model import model_on
from staketerm.journal.receipt import Moved

Act = tuple[str, float]
"""A kind of signal, and how telling it was: 0.5 weak, 1 normal, 1.5 strong."""


def meeting_effects(
    journal: Journal, acts: Mapping[str, tuple[Act, ...]], day: date, project: str | None = None
) -> tuple[Moved, ...]:
    """How the positions of attendees would move, by their id and what each did: kind and intensity.

    Open asks and agreements are not closed in this preview. Kinds that are not known count
    nothing. Names are left empty.
    """
    with journal.read() as reader:
        where = project or default_project(reader).id
        pairs = [(who, where) for who in acts]
        records = records_of(reader, pairs)
        impacts = impacts_of(reader, pairs)
        absences = absences_of(reader, acts)
        model = model_on(reader, journal.today)
    moved = []
    for pair in pairs:
        told = records.get(pair, [])
        fresh = [
            Record(day, kind, intensity=intensity)
            for kind, intensity in acts[pair[0]]
            if kind in model.catalogue
        ]
        before, after = (
            assess(
                known,
                journal.today,
                impact=impacts.get(pair),
                absences=absences.get(pair[0], ()),
                catalogue=model.catalogue,
                correction=model.correction,
            )
            for known in (told, [*told, *fresh])
        )
        moved.append(
            Moved(*pair[:1], "", where, before.label, after.label, before.stance, after.stance)
        )
    return tuple(moved)
