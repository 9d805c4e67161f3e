"""What verbs act on, and what the moving keys move."""

from typing import NamedTuple, Protocol


class Mover(Protocol):
    """What the moving keys move: a list's cursor, or a page."""

    @property
    def half_page(self) -> int:
        """Half of what is in sight."""
        ...

    def move(self, by: int) -> None:
        """By rows; negative is up."""
        ...

    def move_to(self, row: int) -> None:
        """To a row; -1 is the last one."""
        ...


class Subject(NamedTuple):
    """The stakeholder in a project that a verb acts on."""

    id: str
    name: str
    kind: str
    project: str | None
