"""What is to come as a calendar file: iCalendar (RFC 5545), which any calendar program reads.

Every happening is a concrete all-day event that blocks no time. The file remembers for the next
one: an event that has not changed keeps its SEQUENCE and its stamps, one that has gets higher ones.
SEQUENCE counts days, so that a file made anew elsewhere is never behind an older one; it goes one
further where an event changes twice on a day. Nothing else of the moment of writing is in the file:
the same journal gives the same bytes all day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.exchange.agenda import Happening, agenda
from staketerm.exchange.files import ExportFailed, Written, make_folder, settle_folder, write_whole
from staketerm.journal.opening import Journal
from staketerm.locale import _

PRODID = "-//staketerm//agenda//EN"

ALARM = timedelta(hours=9)
"""The alarm goes this long after the first day has begun."""

REFRESH = timedelta(hours=6)
"""How often a calendar that follows the file may look at it again."""

FIRST_DAY = date(2020, 1, 1)
"""The day of SEQUENCE 0."""

_HEAD_BYTES = 1_024
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """A happening as it was written: how often it has changed by then, and on which day."""

    happening: Happening
    sequence: int
    stamped: datetime


def write_calendar(
    journal: Journal, path: Path, *, names: bool = False, with_private: bool = False
) -> tuple[Written, int]:
    """Write what is to come to the file at `path`; its rows are the events. With it comes how many
    stayed here for being private.

    Raises `UsageError` for a file that is no calendar of staketerm, `ExportFailed` where it cannot
    be written, `StaketermError` where icalendar is not installed.
    """
    _refuse_foreign(path)
    before = _before(path)
    today = journal.today
    with journal.read() as reader:
        found = agenda(reader, today, names=names, with_private=with_private)
    events = [_event(one, before.get(one.uid), today) for one in found.happenings]
    make_folder(path.parent)
    text = calendar_text(events, today)
    written = write_whole(path, [text])
    settle_folder(path.parent)
    return replace(written, rows=len(events)), found.stayed


def calendar_text(events: Iterable[Event], today: date) -> str:
    """The events as iCalendar: lines of at most 75 octets that end in CRLF (RFC 5545 3.1).

    An alarm goes only on days to come, so that what is late rings nobody.
    """
    icalendar = _icalendar()
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "staketerm")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(REFRESH))
    for event in events:
        calendar.add_component(_component(icalendar, event, today))
    text: str = calendar.to_ical().decode()
    return text


def _event(happening: Happening, before: Event | None, today: date) -> Event:
    """A happening with the stamps it had, where nothing changed, or with new ones."""
    if before is not None and before.happening == happening:
        return before
    days = max((today - FIRST_DAY).days, 0)
    sequence = days if before is None else max(before.sequence + 1, days)
    return Event(happening, sequence, datetime.combine(today, time(), UTC))


def _component(icalendar: Any, event: Event, today: date) -> Any:
    happening = event.happening
    made = icalendar.Event()
    made.add("uid", f"{happening.uid}@staketerm")
    made.add("summary", happening.title)
    made.add("dtstart", happening.first)
    made.add("dtend", happening.last + _ONE_DAY)  # the day after the last (RFC 5545 3.6.1)
    made.add("dtstamp", event.stamped)
    made.add("last-modified", event.stamped)
    made.add("sequence", event.sequence)
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    if happening.group:
        made.add("categories", [happening.group])
    if happening.first >= today:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", happening.title)
        alarm.add("trigger", ALARM)
        made.add_component(alarm)
    return made


def _before(path: Path) -> Mapping[str, Event]:
    """The events of the calendar that is replaced, by uid; none where it is cut short."""
    icalendar = _icalendar()
    try:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        return {event.happening.uid: event for event in _events(calendar)}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, AttributeError, TypeError):
        return {}  # edited or cut: its events get new stamps, which are later all the same
    except OSError as error:
        message = _("{path} cannot be read: {reason}")
        raise ExportFailed(message.format(path=path, reason=error.strerror or error)) from error


def _events(calendar: Any) -> Iterator[Event]:
    for found in calendar.walk("VEVENT"):
        categories = found.get("categories")
        yield Event(
            Happening(
                uid=str(found["uid"]).removesuffix("@staketerm"),
                title=str(found["summary"]),
                first=found["dtstart"].dt,
                last=found["dtend"].dt - _ONE_DAY,
                group=str(categories.cats[0]) if categories else "",
            ),
            sequence=int(found["sequence"]),
            stamped=found["dtstamp"].dt,
        )


def _refuse_foreign(path: Path) -> None:
    """Raise `UsageError` where something else than a calendar of ours lies at the path."""
    if path.is_dir():
        raise UsageError(_("{path} is a folder; name a file for the calendar").format(path=path))
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        message = _("{path} cannot be read: {reason}")
        raise ExportFailed(message.format(path=path, reason=error.strerror or error)) from error
    if head and f"PRODID:{PRODID}".encode() not in head.splitlines():
        message = _("{path} holds something else; name a file that is new or an earlier calendar")
        raise UsageError(message.format(path=path))


def _icalendar() -> Any:
    try:
        import icalendar
    except ModuleNotFoundError as fault:
        raise StaketermError(
            _(
                "A calendar needs the calendar extra of staketerm. Install it with: "
                "pipx inject staketerm icalendar"
            )
        ) from fault
    return icalendar
