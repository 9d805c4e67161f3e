"""The backups of a journal by their names, and which of them are kept (storage-sync 2.5).

Rotation keeps the newest three, the newest of each of 7 days, 4 weeks and 6 months, and the last
one of each of the two schemas before the newest.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from staketerm.store.leftovers import BACKUPS, stem_of_backups

LATEST, DAYS, WEEKS, MONTHS, SCHEMAS = 3, 7, 4, 6, 2
"""How many of each are kept."""

LONGEST_KEPT_DAYS = 31 * (MONTHS + 1)
"""No backup of the newest schema is older than this where one is made each day."""

_MOMENT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(
    r"(?P<stem>.+)-(?P<moment>\d{8}T\d{6}Z)-s(?P<schema>\d+)(?:-(?P<number>\d+))?\.db"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of a journal: where it is, when it was made, the schema it has; `number` counts
    those of one second.
    """

    path: Path
    made_at: datetime
    schema: int
    number: int = 1


def folder_of(journal: Path) -> Path:
    """Where the backups of a journal lie."""
    return journal.parent / BACKUPS


def names_for(journal: Path, now: datetime, version: int) -> Iterator[str]:
    """What a backup of a journal that is made now may be called, for as many as one second sees."""
    name = f"{stem_of_backups(journal)}-{now.astimezone(UTC).strftime(_MOMENT)}-s{version}"
    yield f"{name}.db"
    for number in count(2):
        yield f"{name}-{number}.db"


def backups_of(journal: Path) -> list[Backup]:
    """The backups of a journal, newest first."""
    found, stem = [], stem_of_backups(journal)
    for each in folder_of(journal).glob("*.db"):
        name = _NAME.fullmatch(each.name)
        if name and name["stem"] == stem:
            made_at = datetime.strptime(name["moment"], _MOMENT).replace(tzinfo=UTC)
            number = int(name["number"] or 1)
            found.append(Backup(each, made_at, int(name["schema"]), number))
    return sorted(found, key=lambda each: (each.made_at, each.schema, each.number), reverse=True)


def newest_by(journal: Path, now: datetime) -> Backup | None:
    """The newest backup made until `now`: one from a time when the clock was ahead tells nothing
    of how old the backups are.
    """
    return next((each for each in backups_of(journal) if each.made_at <= now), None)


def rotate(journal: Path, now: datetime) -> None:
    """Delete the backups of a journal that rotation does not keep."""
    every = backups_of(journal)
    kept = kept_of(every, now)
    for each in every:
        if each not in kept:
            each.path.unlink(missing_ok=True)


def kept_of(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """The backups that rotation keeps on `now`; those from the future among them."""
    newest_first = sorted(backups, key=lambda each: each.made_at, reverse=True)
    kept = set(newest_first[:LATEST]) | {each for each in newest_first if each.made_at > now}
    past = [each for each in newest_first if each.made_at <= now]
    for many, form in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        first: dict[str, Backup] = {}
        for each in past:
            first.setdefault(each.made_at.strftime(form), each)
        kept |= set(list(first.values())[:many])
    last: dict[int, Backup] = {}
    for each in newest_first:
        last.setdefault(each.schema, each)
    return kept | {last[schema] for schema in sorted(last, reverse=True)[: SCHEMAS + 1]}


def kept_until(backup: Backup, every: Iterable[Backup], now: datetime) -> datetime | None:
    """The day on which rotation deletes a backup, where one is made each day from now on; None for
    one that is kept until a later layout comes.
    """
    known = list(every)
    day, newest = now, max(each.schema for each in known)
    for _day in range(LONGEST_KEPT_DAYS):
        day += timedelta(days=1)
        known.append(Backup(backup.path.with_name(f"{day:{_MOMENT}}"), day, newest))
        kept = kept_of(known, day)
        if backup not in kept:
            return day
        known = [each for each in known if each in kept]
    return None
