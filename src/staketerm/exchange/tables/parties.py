"""One row of a table as what it says about one stakeholder."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody: email, phone, url or address."""

    way: str
    value: str
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A stakeholder as one row of a file tells of them; None and () mean that it says nothing.

    Names, lines and texts have passed the gate. `current` is the label of a judgement, dated `day`
    where the file dates it.
    """

    row: int
    kind: str
    name: str
    organisation: str | None = None
    job: str | None = None
    language: str | None = None
    private: bool = False
    roles: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    tags: tuple[str, ...] = ()
    power: int | None = None
    interest: int | None = None
    impact: str | None = None
    desired: str | None = None
    style: str | None = None
    ideal_days: int | None = None
    current: str | None = None
    day: date | None = None
    last_contact: date | None = None
    note: str | None = None

    @property
    def emails(self) -> tuple[str, ...]:
        """The mail addresses of the row."""
        return tuple(way.value for way in self.ways if way.way == "email")
