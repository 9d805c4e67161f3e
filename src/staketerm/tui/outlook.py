"""How the person looks at the journal now: which project, as of which day, hidden or not."""

from dataclasses import dataclass, field
from datetime import date

from staketerm.tui.veil import Veil


@dataclass(frozen=True, slots=True)
class Outlook:
    """The same in all places. `project` is an id, None for all; `as_of` None is today.

    In a project without scoring (`scored` False) no position, bar or alarm is shown anywhere.
    """

    today: date
    project: str | None = None
    project_name: str = ""
    scored: bool = True
    as_of: date | None = None
    veil: Veil = field(default_factory=Veil)

    @property
    def day(self) -> date:
        """The day everything is shown as of."""
        return self.as_of or self.today
