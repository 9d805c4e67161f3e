"""What moved lately: alarms that stand and positions that changed; and this day, years ago."""

from datetime import date, timedelta

from sqlalchemy import or_, select

from staketerm.journal.opening import Journal
from staketerm.journal.positions.standing import lapsed_pairs
from staketerm.journal.stakeholders.person_row import PersonRow
from staketerm.journal.stakeholders.triage import people
from staketerm.journal.timeline import Told, told
from staketerm.store import tables
from staketerm.store.records import Entry

LATELY_DAYS = 7
"""How far back "moved since" looks where no day is given."""

YEARS_BACK = 10
"""How many years "on this day" looks back."""


def moved(
    journal: Journal,
    project: str | None = None,
    as_of: date | None = None,
    since: date | None = None,
) -> tuple[PersonRow, ...]:
    """Whoever has an alarm that was not seen yet, or whose position changed its word since a day,
    in the last week where none is given; alarms first, then the newest change. Nobody of a project
    without scoring.
    """
    first = since or (as_of or journal.today) - timedelta(days=LATELY_DAYS)
    rows = people(journal, project=project, as_of=as_of, only=_candidates(journal, first, as_of))
    found = [
        row
        for row in rows.rows
        if not row.personal
        and (
            (row.alarm is not None and not row.alarm_seen)
            or (row.since is not None and row.since >= first and row.was is not None)
        )
    ]
    return tuple(sorted(found, key=_newest_first))


def on_this_day(journal: Journal, project: str | None = None) -> tuple[Told, ...]:
    """The entries of this day in earlier years, newest first."""
    today = journal.today
    days = [
        date(today.year - back, today.month, today.day)
        for back in range(1, YEARS_BACK + 1)
        if not (today.month == 2 and today.day == 29 and (today.year - back) % 4)
    ]
    with journal.read() as reader:
        ids = [row.id for row in reader.rows(Entry, tables.entry.c.day.in_(days))]
    return told(journal, project=project, only=ids) if ids else ()


def _candidates(journal: Journal, first: date, as_of: date | None) -> list[str] | None:
    """Who may have moved, by the stored states; everybody on another day than today."""
    if as_of is not None and as_of != journal.today:
        return None
    state = tables.state
    query = select(state.c.stakeholder).where(
        or_(state.c.alarm_kind.is_not(None), state.c.since >= first)
    )
    with journal.read() as reader:
        lapsed = [who for who, _project in lapsed_pairs(reader, journal.today)]
        return [*dict.fromkeys([who for (who,) in reader.select(query)] + lapsed)]


def _newest_first(row: PersonRow) -> tuple[int, int]:
    alarms = {"crossed_over": 0, "cooling": 1}
    unseen = row.alarm if not row.alarm_seen else None
    newest = row.since or row.alarm_since or date.min
    return alarms.get(unseen or "", 2), -newest.toordinal()
