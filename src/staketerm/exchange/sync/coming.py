"""The files of colleagues on their way in, one colleague after the other.

What cannot be taken in of one waits, whole, and holds up nobody else.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from staketerm.domain.errors import StaketermError
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.folder import (
    Manifest,
    ShareFolder,
    manifest_of,
    not_as_written,
    writer_of,
)
from staketerm.exchange.sync.forgotten import taken_back
from staketerm.exchange.sync.giving import GAVE_AT, GIVEN, Own, Twin
from staketerm.exchange.sync.one_person import bring_together
from staketerm.exchange.sync.outside import told_outside
from staketerm.exchange.sync.peers import frontier_of, is_known, remember, taken_files
from staketerm.exchange.sync.rehearsal import Units
from staketerm.exchange.sync.resaved import only_saved_again
from staketerm.exchange.sync.scope import Scope
from staketerm.exchange.sync.sharing import add_projects, begin_with, projects_of
from staketerm.exchange.sync.taking import HeldBack, Taken, Taking
from staketerm.exchange.sync.telling import Telling
from staketerm.journal.opening import Journal
from staketerm.journal.writing import Writing
from staketerm.locale import _, ngettext
from staketerm.store.frontier import Frontier
from staketerm.store.stamps import FIRST_TICK, moment_of
from staketerm.store.work import Work

AHEAD = timedelta(minutes=5)
"""A colleague's clock that is this far ahead is told of ..."""

FAR_AHEAD = timedelta(hours=24)
"""... and from here on their files wait: one bad clock would win every conflict for a day."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A colleague's files that were left for the next time, and why; `held_back`: they are taken in
    once that is accepted.
    """

    person: str
    why: str
    held_back: bool = False


class Coming:
    """The files of colleagues on their way in, one colleague after the other."""

    def __init__(
        self, journal: Journal, folder: ShareFolder, accept: Collection[str], telling: Telling
    ) -> None:
        self._journal, self._folder, self._accept = journal, folder, accept
        self._telling = telling
        self._known: frozenset[tuple[str, str]] = frozenset()
        self._known_files: dict[str, Path] = {}
        self._last: Twin | None = None
        self.taken: list[Taken] = []
        self.waiting: list[Waiting] = []
        self.notes: list[str] = []

    def is_here(self, own: Own) -> None:
        """Tell that all that was given the last time is in the journal: where somebody else gives
        the same, and in a file of theirs the same rows, nothing is new.
        """
        self._known |= own.files
        names = (name for name, _digest in own.files if name not in own.changed)
        self._known_files = {name: own.place / name for name in names}

    def take(self, units: Units, place: Path) -> bool:
        """Take in what is new of one colleague; False where it waits."""
        who = writer_of(place)
        try:
            manifest = manifest_of(place, self._folder.share)
            who = manifest.person
            self.notes += _ahead(manifest, self._now(units), self._accept)
            found = self._take(units, place, manifest)
        except OSError as error:
            self.waiting.append(Waiting(who, error.strerror or str(error)))
            return False
        except StaketermError as error:
            if self._telling.ended:
                raise
            self.waiting.append(Waiting(who, str(error), isinstance(error, HeldBack)))
            return False
        if found:
            self.taken.append(found)
            self.notes += told_outside(self._journal, found)
            self._last = Twin(place, manifest)
        return True

    def _now(self, units: Units) -> datetime:
        """Now, or the latest that this journal has seen: what was accepted once from a clock that
        is ahead is told of no more, and nobody who took it over is kept waiting.
        """
        with units.read() as reader:
            seen = moment_of(reader.meta("clock") or FIRST_TICK)
        return max(self._journal.clock.now(), seen)

    @property
    def twin(self) -> Twin | None:
        """The only colleague that anything came of, where all of it is here as it is there."""
        alone = len(self.taken) == 1 and self.taken[0].same
        return self._last if alone and not self.taken[0].deleted else None

    def _take(self, units: Units, place: Path, manifest: Manifest) -> Taken | None:
        """What came of one colleague's files; None where nothing of it is new. Raises
        `ImportRefused` where they are not all there.
        """
        share, found = self._folder.share, None
        with units.read() as reader:
            known = taken_files(reader, share) | self._known
            heard = is_known(reader, share, manifest)
        fresh = {name for name, digest in manifest.files.items() if (name, digest) not in known}
        if fresh:
            rows = sum(manifest.sizes[name].rows for name in fresh)
            self._telling.reads(manifest.person, rows)
        to_the_byte = _to_the_byte(place, manifest, known)
        if not fresh and heard:
            return None
        with units.write(manifest.person) as writing:
            if fresh:
                found = self._taken(writing, place, manifest, fresh)
                found.same &= to_the_byte
            remember(writing.work, share, manifest, found.waiting if found else ())
        if found:
            found.moved, found.concerned = writing.receipt.moved, writing.receipt.concerned
        return found

    def _taken(
        self, writing: Writing, place: Path, manifest: Manifest, files: Collection[str]
    ) -> Taken:
        work, share = writing.work, self._folder.share
        scope = Scope.of(work, projects_of(work, share))
        mine, theirs = _seen(work, share, manifest)
        taking = Taking(writing, share, scope, place, manifest, self._known_files, mine, theirs)
        accept = manifest.person in self._accept
        found = taking.run(files, accept=accept, read=self._telling.has_read)
        self._telling.has_read_all()
        taken_back(work, share, manifest)
        bring_together(writing)
        found.same &= not work.touched
        add_projects(work, share, found.projects)
        if project := begin_with(work, found.projects):
            found.begins = project.id, project.name
            said = _("What you log from now on goes into {name}, unless you name another project.")
            self.notes.append(said.format(name=project.name))
        work.set_meta(GIVEN + share, None)  # what came is to be given on
        return found


def _to_the_byte(place: Path, manifest: Manifest, known: Collection[tuple[str, str]]) -> bool:
    """Whether the files of a colleague are there as they were written, not saved again without a
    change; of those known, by name and digest, nothing is read. Raises `ImportRefused` where they
    are neither.
    """
    same = True
    for name in not_as_written(place, manifest, known):
        same = False
        if only_saved_again(place / name, manifest.files[name]):
            continue
        raise ImportRefused(
            _(
                "{file} is not as it was written: it is still on its way, or was changed by hand. "
                "The files of {person} wait for the next sync."
            ).format(file=f"{place.name}/{name}", person=manifest.person)
        )
    return same


def _ahead(manifest: Manifest, now: datetime, accept: Collection[str]) -> list[str]:
    """A note where a colleague's clock is ahead; raises `HeldBack` where it is far ahead."""
    ahead = moment_of(manifest.clock) - now
    if ahead > FAR_AHEAD and manifest.person not in accept:
        raise HeldBack(
            _(
                "The clock of {person} is {span} ahead; what they wrote would win over "
                "everybody's. It should be set right first."
            ).format(person=manifest.person, span=_span(ahead))
        )
    if ahead > AHEAD:
        said = _("The clock of {person} is {span} ahead.")
        return [said.format(person=manifest.person, span=_span(ahead))]
    return []


def _span(time: timedelta) -> str:
    """ "12 minutes", "30 hours", "365 days": in the unit in which people would say it."""
    minutes, hours, days = (round(time / timedelta(minutes=n)) for n in (1, 60, 24 * 60))
    if hours < 2:
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    if days < 3:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _seen(work: Work, share: str, manifest: Manifest) -> tuple[Frontier, Frontier]:
    """How far everybody was seen here, and by the writer of a manifest.

    Who was seen further than this journal remembers giving was put back from a backup: of what was
    given since then, and of what was written here since, neither side has seen the other's.
    """
    mine, theirs = frontier_of(work, share), manifest.frontier
    own = work.meta("replica") or ""
    gave_at = work.meta(GAVE_AT + share) or FIRST_TICK
    if theirs.ticks().get(own, FIRST_TICK) <= gave_at:
        return mine, theirs
    return mine.back_to(own, gave_at), theirs.back_to(own, gave_at)
