"""What one section of Review is: what it asks, how its rows stand, what Enter and `d` do (S7)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from staketerm.tui.drawing.lines import Line
from staketerm.tui.drawing.look import Look
from staketerm.tui.screens.subject import Subject
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.tui.screens.review import ReviewPlace


SHOWN = 200
"""Of so many rows of a section each is told; below them stands how many more there are."""


class Scope(NamedTuple):
    """What is looked back on: from which day on, up to which day (None: today), in which project
    (None: all of them)."""

    since: date
    project: str | None
    as_of: date | None


Source = Callable[[Scope], "Callable[[Journal], Any]"]
"""What a section asks the journal; sections with the same source share one answer."""


@dataclass(frozen=True, slots=True)
class Pencil:
    """What rows are drawn with: glyphs, what may be shown of names, the day looked from.

    `everywhere` says that all projects are looked at: rows then tell which one they are of.
    """

    look: Look
    veil: Veil
    day: date
    everywhere: bool = False


class ReviewSection:
    """One section: a line in the list of sections, and its rows beside or below it.

    A subclass gives the class variables, `source`, `rows` and `lines`; it is added by naming it in
    `sections.SECTIONS`.

    `id`       its name in code and tests
    `heading`  a word or two, in the list of sections
    `title`    the heading over its rows
    `nothing`  what stands there when there are none
    `scored`   it is about positions: a project without scoring does not have it
    """

    id: ClassVar[str]
    heading: ClassVar[str]
    title: ClassVar[str]
    nothing: ClassVar[str]
    scored: ClassVar[bool] = True

    @property
    def source(self) -> Source:
        """What it asks; `rows` makes rows of the answer."""
        raise NotImplementedError

    def rows(self, found: Any) -> Sequence[Any]:
        """The rows in what was found."""
        raise NotImplementedError

    def key(self, row: Any) -> str:
        """A row, the same after every reading."""
        subject = self.subject(row)
        return f"{subject.id} {subject.project}" if subject else ""

    def subject(self, row: Any) -> Subject | None:
        """Whom a row is about, if it is one person; Enter opens their page."""
        raise NotImplementedError

    def lines(self, row: Any, pencil: Pencil, cells: int) -> Sequence[Line]:
        """A row in one line or more, the first for the cursor; each in `cells` cells."""
        raise NotImplementedError

    def brief(self, row: Any, pencil: Pencil) -> str:
        """A row in the list of sections: whom it is about."""
        subject = self.subject(row)
        return pencil.veil.name(subject.id, subject.name, subject.kind) if subject else ""

    def speaks(self, row: Any) -> bool:
        """Whether a row still waits to be looked at: only those are counted."""
        return True

    def can_be_done(self, row: Any) -> bool:
        """Whether `d` means something on a row."""
        return False

    def done(self, place: "ReviewPlace", row: Any) -> "Awaitable[object] | None":
        """What `d` does; a prompt that it opens is given back, to be waited for."""
        return None

    def open(self, place: "ReviewPlace", row: Any) -> None:
        """What Enter does: the page of whom it is about."""
        place.open_person(self.subject(row))
