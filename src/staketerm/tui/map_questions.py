"""What the map asks the journal; its room is imported in the journal's own thread."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from staketerm.domain.maps.point import Who
    from staketerm.exchange.map_sheet import Sheet
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.field import Courses, Field
    from staketerm.tui.questions import Question


def field(
    filter: str, project: str | None, as_of: date | None, only: Iterable[str] | None = None
) -> "Question[Field]":
    """Who stands where on a day."""

    def answer(journal: "Journal") -> "Field":
        from staketerm.journal.positions.field import field as read

        return read(journal, filter=filter, project=project, as_of=as_of, only=only)

    return answer


def courses(day: date) -> "Question[Courses]":
    """The courses that can tell of a day, with nobody in them yet."""

    def answer(journal: "Journal") -> "Courses":
        from staketerm.journal.positions.field import Courses

        return Courses.of(journal, day)

    return answer


def load(courses: "Courses", people: "Sequence[Who]") -> "Question[None]":
    """Read the records of some people into their courses."""

    def answer(journal: "Journal") -> None:
        courses.load(journal, people)

    return answer


def write_map(path: "Path", sheet: "Sheet", form: str) -> "Question[Path]":
    """Write a map as "svg" or as "txt"; raises ExportFailed."""

    def answer(_journal: "Journal") -> "Path":
        if form == "svg":
            from staketerm.exchange.map_svg import write_svg

            write_svg(path, sheet)
        else:
            from staketerm.exchange.map_text import write_text

            write_text(path, sheet)
        return path

    return answer
