"""What comes back from every write (design section 2)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """A position that a write changed: label and stance (-1..+1) before and after."""

    stakeholder: str
    name: str
    project: str
    before: str
    after: str
    stance_before: float
    stance_after: float

    @property
    def relabelled(self) -> bool:
        """Whether the word for the position changed, not only its number."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Receipt:
    """One unit of work: its batch (None where nothing changed), the rows written, the positions
    moved.

    `rows` are (table, row id); `concerned` are the ids of the stakeholders whose rows on screen
    may look
    different now; `notes` are sentences to say besides ("Gemeente Zuidrand is new here").
    """

    batch: str | None
    verb: str
    rows: tuple[tuple[str, str], ...] = ()
    moved: tuple[Moved, ...] = ()
    concerned: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self.batch is not None
