"""The only source of time; injected by whoever opens a journal."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Protocol, Self


class Clock(Protocol):
    """Moments in UTC, and days in the journal's time zone."""

    @property
    def zone(self) -> str | None:
        """The name of the time zone in which days are counted, if it is known by name."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""

    def today(self) -> date:
        """This day in `zone`."""

    def in_zone(self, zone: str) -> "Clock":
        """The same clock with its days counted in `zone`."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The clock of this machine; without a zone the machine's own counts the days."""

    zone: str | None = None

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(_zone(self.zone)).date()

    def in_zone(self, zone: str) -> Self:
        return type(self)(zone)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still at `moment`; `day` holds today apart from it (`--today`)."""

    moment: datetime
    day: date | None = None
    zone: str | None = None

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        return self.day or self.now().astimezone(_zone(self.zone or "UTC")).date()

    def in_zone(self, zone: str) -> Self:
        return type(self)(self.moment, self.day, zone)


def machine_zone() -> str | None:
    """The IANA name of this machine's time zone, None where the system does not tell it."""
    told = os.environ.get("TZ", "").removeprefix(":")
    for name in (told, *_names_on_disk()):
        if name and _known(name):
            return name
    return None


def _names_on_disk() -> list[str]:
    names = []
    target = str(Path("/etc/localtime").resolve())
    if "zoneinfo/" in target:
        names.append(target.rpartition("zoneinfo/")[2])
    with suppress(OSError, UnicodeDecodeError):
        names.append(Path("/etc/timezone").read_text(encoding="utf-8").strip())
    return names


def _known(name: str) -> bool:
    return _zone(name) is not None


def _zone(name: str | None) -> tzinfo | None:
    """The zone of that name; None, the machine's own, where there is none of that name."""
    if name is None:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # not before the first frame stands

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
