"""What taking in a file would do, as the screen shows it: one line a row, without a limit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.exchange.registry import ImportPlan


class Group(StrEnum):
    """What becomes of a row; in the order in which the rows are shown."""

    CANNOT = "cannot"
    ASKS = "asks"
    CHANGED = "changed"
    NEW = "new"
    SAME = "same"
    OUTSIDE = "outside"
    LEFT_OUT = "left out"

    @property
    def word(self) -> str:
        """The word at the left edge of the row."""
        words = {
            Group.CANNOT: _("cannot"),
            Group.ASKS: _("asks"),
            Group.CHANGED: _("changed"),
            Group.NEW: _("new"),
            Group.SAME: _("same"),
            Group.OUTSIDE: _("not here"),
            Group.LEFT_OUT: _("left out"),
        }
        return words[self]


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the preview.

    `row` counts as a spreadsheet does (None: the source has no rows). A row can take several lines;
    only its first one is a `head`. `asked` says that the row is probably somebody who is here, and
    was or can be answered. `column` is the heading of the cell that cannot be read, `value` what
    stands in it. `stakeholder` is the id that the name belongs to.
    """

    key: str
    group: Group
    name: str
    text: str = ""
    row: int | None = None
    head: bool = True
    asked: bool = False
    column: str | None = None
    value: str = ""
    stakeholder: str = ""

    @property
    def anchor(self) -> str:
        """What all lines of one row have in common, whatever becomes of it."""
        return self.key if self.row is None else str(self.row)


def in_order(
    lines: Sequence[PreviewLine], *, by_row: bool, before: Sequence[PreviewLine] = ()
) -> Sequence[PreviewLine]:
    """Lines with what needs a look first, or as the rows stand in the file.

    A row that was shown `before` stays where it stood, so that nothing moves under the cursor.
    """
    places = {line.anchor: n for n, line in reversed(list(enumerate(before)))}
    groups = {group: n for n, group in enumerate(Group)}

    def place(line: PreviewLine) -> tuple[int, int]:
        known = places.get(line.anchor, len(before))
        return known, (line.row or 0) if by_row else groups[line.group]

    return sorted(lines, key=place)


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of the file and the word for what it goes to."""

    header: str
    word: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan, ready to be looked at.

    `counts`, `happens` and `receipt` (what is said once it is done) are phrases. `new` is how many
    rows it adds or changes, `unread` how many cannot be read. `plan` goes back unopened when it is
    taken in.
    """

    described: str
    counts: tuple[str, ...]
    project: str
    columns: tuple[ColumnLine, ...]
    lines: tuple[PreviewLine, ...]
    happens: tuple[str, ...]
    receipt: str
    new: int
    unread: int
    plan: "ImportPlan"


@dataclass(frozen=True, slots=True)
class Intake:
    """What a person said about a file that is to be taken in.

    `format` None is found out; `project` is an id, None the usual one. `me`, `create` and
    `min_mails` are for mail; the rest is about rows and columns of a table.
    """

    path: Path
    format: str | None = None
    project: str | None = None
    me: tuple[str, ...] = ()
    create: bool = False
    min_mails: int = 1
    columns: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[tuple[int, str], str] = field(default_factory=dict)
    without: frozenset[int] = frozenset()
    same: Mapping[int, bool] = field(default_factory=dict)
