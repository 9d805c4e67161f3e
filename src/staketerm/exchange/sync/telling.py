"""How far a sync is, in rows: read of a colleague's files, written into one's own."""

import contextlib
from collections.abc import Callable

from staketerm.domain.errors import StaketermError
from staketerm.exchange.plan import Progress
from staketerm.locale import _


class Telling:
    """Tells whoever listens; what they raise while files are read ends the sync (`ended`)."""

    def __init__(self, hear: Callable[[Progress], None] | None) -> None:
        self._hear = hear
        self._at = Progress(0, None, "")
        self.ended = False

    def reads(self, person: str, total: int) -> None:
        """The files of a colleague are read from here on, with so many rows in all."""
        self._at = Progress(0, total, _("rows of {person}").format(person=person))
        self._tell()

    def has_read(self, rows: int) -> None:
        """So many rows more of them are here."""
        done, total = self._at.done + rows, self._at.total or 0
        self._at = Progress(min(done, total), total, self._at.what)
        self._tell()

    def has_read_all(self) -> None:
        """The rest was known already."""
        total = self._at.total or 0
        if self._at.done < total:
            self.has_read(total)

    def writes(self, rows: int) -> None:
        """So many rows more go out. Nobody ends that: the folder would be left half written."""
        done = self._at.done if self._at.writes else 0
        self._at = Progress(done + rows, None, _("rows"), writes=True)
        with contextlib.suppress(StaketermError):
            self._tell()

    def _tell(self) -> None:
        if self._hear is None:
            return
        try:
            self._hear(self._at)
        except BaseException:
            self.ended = True
            raise
