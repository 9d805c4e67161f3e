"""A map on paper: what is on it, of which day, and how people are called on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from staketerm.domain.day_words import say_day
from staketerm.domain.maps.grid import Grid
from staketerm.domain.maps.maps import Drawn, MapKind, title_of
from staketerm.domain.maps.point import Who
from staketerm.domain.text import plain_line
from staketerm.exchange.files import ExportFailed
from staketerm.locale import _, language


def full_name(who: Who) -> str:
    """The name as it stands in the journal, on one line."""
    return plain_line(who.name)


def initials(who: Who) -> str:
    """The first letter of each part of the name, for a sheet that others may see."""
    return "".join(f"{part[0]}." for part in plain_line(who.name).split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map of one project (or of all, where `project` is empty) as of a day.

    `called` says how somebody is named on it; `tradition` which names its corners have.
    """

    kind: MapKind
    drawn: Drawn
    day: date
    project: str = ""
    called: Callable[[Who], str] = full_name
    tradition: int = 0

    @property
    def heading(self) -> str:
        """ "power x interest, Graafloket, Tue 24 Nov 2026"."""
        day = f"{say_day(self.day, self.day, language())} {self.day.year}"
        return ", ".join(filter(None, (title_of(self.kind), plain_line(self.project), day)))

    def not_placed(self, grid: Grid) -> str:
        """ "Not placed: Owen Pryce (power); Tom Ashdown, Ada Lens (trust)"; empty for nobody."""
        if not grid.unplaced:
            return ""
        told = (
            f"{', '.join(self.called(point.who) for point in points)} ({lacks})"
            for lacks, points in grid.lacking().items()
        )
        return _("Not placed: {people}").format(people="; ".join(told))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What has to be known to read it."""
        return REMARKS[self.kind]()


def _power_interest() -> tuple[str, ...]:
    return (_("Power and interest are those set today; the sign is the position of the day."),)


def _stance_energy() -> tuple[str, ...]:
    return (
        _("Stance from -1 (against) to +1 (for) with its 80 % interval; the most energetic first."),
    )


def _interest_trust() -> tuple[str, ...]:
    return (
        _(
            "Trust: promises kept, late or broken in two years, and whether deeds bear words out; "
            "unknown below three."
        ),
        _("The names suppose a shared interest; the sign tells on which side the deeds are."),
    )


def _wanted_now() -> tuple[str, ...]:
    return (
        _("C is the current engagement, D the desired one, = both."),
        _("Where nothing was set: supportive for a high impact, else neutral."),
    )


def _salience() -> tuple[str, ...]:
    return (
        _("Power, legitimacy and urgency as you see them; they say nothing of for or against."),
    )


REMARKS: dict[MapKind, Callable[[], tuple[str, ...]]] = {
    MapKind.POWER_INTEREST: _power_interest,
    MapKind.STANCE_ENERGY: _stance_energy,
    MapKind.INTEREST_TRUST: _interest_trust,
    MapKind.WANTED_NOW: _wanted_now,
    MapKind.SALIENCE: _salience,
}


def refuse_other(path: Path, beginnings: Sequence[str]) -> None:
    """Raise `ExportFailed` for a file that is there and begins in none of these ways: a map is
    written over nothing but a map."""
    longest = max(len(each.encode()) for each in beginnings)
    try:
        with path.open("rb") as file:
            start = file.read(longest)
    except FileNotFoundError:
        return
    except OSError as error:
        raise ExportFailed(
            _("{path} cannot be read: {reason}").format(path=path, reason=error.strerror or error)
        ) from error
    if not any(start.startswith(each.encode()) for each in beginnings):
        raise ExportFailed(
            _("{path} is there and is no map of staketerm; choose another name.").format(path=path)
        )
