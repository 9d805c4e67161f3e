"""What must hold of every journal that is opened again after a kill."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select

from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.positions.evidence import impacts_of
from staketerm.journal.positions.standing import refold
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Signal
from staketerm.store.shapes import BY_TABLE

TODAY = date(2026, 11, 24)


class Clock:
    """A clock that moves one second each time it is asked."""

    zone = "UTC"

    def __init__(self) -> None:
        self._asked = 0

    def now(self) -> datetime:
        self._asked += 1
        moment = datetime.combine(TODAY, time(9), UTC).timestamp() + self._asked
        return datetime.fromtimestamp(moment, UTC)

    def today(self) -> date:
        return TODAY

    def in_zone(self, zone: str) -> "Clock":
        return self


def opened(place: Path) -> Journal:
    """The journal at `place`, opened as a person would."""
    return open_journal(place, clock=Clock())


def faults_of(place: Path) -> list[str]:
    """What is wrong with the journal at `place` whatever was done to it; empty where all is well.

    Pages and links are sound, every batch is whole, words are found, positions follow from acts,
    nothing that was being made is left lying about, and it can be written.
    """
    with opened(place) as journal:
        with journal.read() as reader:
            found = [*_unsound(reader), *_half(reader), *_not_found(reader)]
        found += _folded_otherwise(journal)
    left = [*place.parent.glob("*.tmp*"), *place.parent.glob("backups/*.tmp*")]
    left += [each for ending in _ASIDE for each in place.parent.glob(f"*{ending}*")]
    return found + [f"left over: {each.name}" for each in left]


def counted(place: Path) -> dict[str, int]:
    """The rows of each table of the journal at `place`, and its changes."""
    with opened(place) as journal, journal.read() as reader:
        names = [*BY_TABLE, "change", "batch"]
        return {name: _number(reader, f'SELECT count(*) FROM "{name}"') for name in names}


def notes(place: Path) -> list[str]:
    """The notes of the acts that stand in the journal at `place`, in order."""
    with opened(place) as journal, journal.read() as reader:
        found = reader.rows(Signal, tables.signal.c.note.is_not(None))
    return sorted(str(row.note) for row in found)


def several(faults: Iterable[str], said: bool, fault: str) -> list[str]:
    """The faults, and `fault` among them where `said`."""
    return [*faults, *([fault] if said else [])]


_ASIDE = (".db.restored", ".db.repaired", ".db.salvage", ".db.converted")


def _unsound(reader: Reader) -> list[str]:
    asked = reader.connection.exec_driver_sql
    found = [str(row[0]) for row in asked("PRAGMA integrity_check").all()]
    broken = asked("PRAGMA foreign_key_check").all()
    return [line for line in found if line != "ok"] + [f"link to nothing: {row}" for row in broken]


def _half(reader: Reader) -> list[str]:
    """Rows and changes of a batch that was not kept, and batches of which nothing was. The batches
    of colleagues are theirs.
    """
    found = []
    for name in BY_TABLE:
        alone = (
            f'SELECT count(*) FROM "{name}" WHERE rev NOT IN (SELECT rev FROM batch) '
            "AND substr(rev, 19) = (SELECT value FROM meta WHERE name = 'replica')"
        )
        if number := _number(reader, alone):
            found.append(f"{number} rows of {name} without their batch")
    empty = "SELECT count(*) FROM batch WHERE unlogged = 0 AND id NOT IN (SELECT batch FROM change)"
    if number := _number(reader, empty):
        found.append(f"{number} batches without a change")
    return found


def _not_found(reader: Reader) -> list[str]:
    lost = (
        "SELECT count(*) FROM signal WHERE deleted IS NULL AND note IS NOT NULL AND id NOT IN "
        "(SELECT row FROM search)"
    )
    number = _number(reader, lost)
    return [f"{number} acts that search does not find"] if number else []


def _folded_otherwise(journal: Journal) -> list[str]:
    table = tables.state
    look = select(table).order_by(table.c.stakeholder, table.c.project)
    with journal.store.write("fold") as work:
        before = work.select(look)
        refold(work, impacts_of(work), journal.today)
        after = work.select(look)
    same = [tuple(row) for row in before] == [tuple(row) for row in after]
    return [] if same else ["positions that do not follow from the acts"]


def _number(reader: Reader, query: str) -> int:
    return int(reader.connection.exec_driver_sql(query).scalar() or 0)
