"""The folder of a share: one folder for each writer, in which only that writer ever writes.

So no two programs write one file, and no synchroniser has anything to settle (storage-sync 1.2).
"""

import json
import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.names import handle
from staketerm.domain.text import NAME_LIMIT, plain_line
from staketerm.exchange.checking import ID
from staketerm.exchange.export import FORMAT, MANIFEST, OWN_NAME
from staketerm.exchange.files import FOR_COLLEAGUES, make_folder, write_whole
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.confined import digest_of, refused, whole_file
from staketerm.locale import _
from staketerm.store.frontier import Frontier

SHARE_FILE = "staketerm-share.json"
WRITERS = "from"
DELETED, CONFLICTS = "deleted.csv", "conflicts.csv"

SHOWN = 5
"""Names of strange files told at most."""

_WRITER = re.compile(r"([0-9a-f]{8})-.*|([0-9a-f]{8})")
_REPLICA = re.compile(r"[0-9a-f]{8}")
_TICK = re.compile(r"[0-9a-f]{12}-[0-9a-f]{4}")

MOST_SAID = 16 * 1024 * 1024
"""Bytes that a manifest can have: with a file a month, those of a thousand years."""

BESIDE = {
    ".gitattributes": "* -text\n",
    ".stignore": ".tmp-*\n",
    "README.txt": (
        "Each folder in `from` is written by one staketerm and read by all others.\n"
        "Look at the files as you like; to change something, do it in staketerm, or edit a copy.\n"
    ),
}
"""What keeps other programs from changing the files."""


@dataclass(frozen=True, slots=True)
class ShareFolder:
    """A folder that is shared: its path, the share's id and name."""

    path: Path
    share: str
    name: str

    def own(self, replica: str, person: str) -> Path:
        """The folder that a replica writes in; raises UsageError where it leads elsewhere."""
        made = self.path / WRITERS / f"{replica}-{handle(person, ())}".rstrip("-")
        found = next((each for each in self.writers() if each.name[:8] == replica), made)
        for place in (found.parent, found):
            if place.is_symlink():
                said = _("{path} is a link that leads elsewhere. Remove it, then sync again.")
                raise UsageError(said.format(path=place))
        return found

    def others(self, replica: str) -> list[Path]:
        """The folders of everybody else, by name; those without a manifest say nothing yet."""
        return [
            found
            for found in self.writers()
            if found.name[:8] != replica and (found / MANIFEST).is_file()
        ]

    def writers(self) -> list[Path]:
        """The folders of everybody who writes here, by name; none that leads elsewhere."""
        place = self.path / WRITERS
        if place.is_symlink() or not place.is_dir():
            return []
        return sorted(
            found
            for found in place.iterdir()
            if _WRITER.fullmatch(found.name) and not found.is_symlink() and found.is_dir()
        )


class FolderAway(StaketermError):
    """The folder of a share cannot be read or written just now."""


@contextmanager
def within_reach(path: Path) -> Iterator[None]:
    """What the system refuses within becomes `FolderAway`, which says why."""
    try:
        yield
    except OSError as error:
        said = _("{path} can't be reached: {reason}. What goes out waits.")
        raise FolderAway(said.format(path=path, reason=error.strerror or error)) from error


def _refuse_within(path: Path) -> None:
    """Raise UsageError for a folder within a share: files in it would be taken for a colleague's,
    or left alone.
    """
    for outer in path.absolute().parents:
        if (outer / SHARE_FILE).exists():
            said = _("{path} lies within the share in {outer}; name that folder")
            raise UsageError(said.format(path=path, outer=outer))


def open_share(path: Path) -> ShareFolder | None:
    """The share in a folder; None in one that is new or empty.

    Raises UsageError for a folder that holds other things, one within a share, or a share of a
    newer program.
    """
    place = path / SHARE_FILE
    if not place.exists():
        _refuse_within(path)
        if path.exists() and (not path.is_dir() or _holds_things(path)):
            raise UsageError(
                _("{path} holds other things; name a folder that is new or already shared").format(
                    path=path
                )
            )
        return None
    said = loaded(place)
    share, name = said.get("share"), said.get("name")
    if not isinstance(share, str) or not re.fullmatch(ID, share) or not isinstance(name, str):
        raise refused(place.name, _("this does not say which share it is"))
    return ShareFolder(path, share, _name(name, share))


def begin_share(path: Path, share: str, name: str) -> ShareFolder:
    """Make the folder a share."""
    make_folder(path, mode=0o777)
    said = {"format": FORMAT, "share": share, "name": name}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True) + "\n"
    write_whole(path / SHARE_FILE, [text], mode=FOR_COLLEAGUES)
    for file, text in BESIDE.items():
        if not (path / file).exists():
            write_whole(path / file, [text], mode=FOR_COLLEAGUES)
    return ShareFolder(path, share, name)


def share_id(replica: str, moment: str) -> str:
    """The id of a new share."""
    return derived_id(None, "share", replica, moment)


class Size(NamedTuple):
    """How large a file is."""

    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a writer says of their files.

    `clock` is the tick of their newest write, `frontier` how far they have seen everybody, `files`
    the digest of each file by name, `sizes` its bytes and rows, `written` when they gave something
    new (None where that cannot be read).
    """

    replica: str
    person: str
    clock: str
    frontier: Frontier
    files: Mapping[str, str]
    sizes: Mapping[str, Size]
    written: datetime | None = None

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(
            size.rows for name, size in self.sizes.items() if name not in (DELETED, CONFLICTS)
        )


def manifest_of(folder: Path, share: str) -> Manifest:
    """The manifest of a writer; raises `ImportRefused` for one that cannot be read, or of another
    share.
    """
    said = loaded(folder / MANIFEST)
    replica, clock, frontier = said.get("replica"), said.get("clock"), said.get("frontier")
    files = said.get("files")
    if (
        said.get("share") != share
        or not isinstance(replica, str)
        or not _REPLICA.fullmatch(replica)
        or not folder.name.startswith(replica)
        or not isinstance(clock, str)
        or not _TICK.fullmatch(clock)
        or not isinstance(frontier, dict)
        or not isinstance(files, dict)
    ):
        raise refused(f"{folder.name}/{MANIFEST}", _("this is not the manifest of this share"))
    seen = {  # whoever saw a tick has a clock as late
        name: min(str(tick), clock)
        for name, tick in frontier.items()
        if _REPLICA.fullmatch(name) and _TICK.fullmatch(str(tick))
    }
    known = {
        name: entry
        for name, entry in files.items()
        if OWN_NAME.fullmatch(name) and isinstance(entry, dict)
    }
    return Manifest(
        replica=replica,
        person=_name(said.get("person"), replica),
        clock=clock,
        frontier=Frontier({**seen, replica: clock}),
        files={name: str(entry.get("sha256")) for name, entry in known.items()},
        sizes={
            name: Size(_count(entry, "bytes"), _count(entry, "rows"))
            for name, entry in known.items()
        },
        written=_moment(said.get("written")),
    )


def writer_of(folder: Path) -> str:
    """Whose folder it is, by its name: for where the manifest cannot be read."""
    return folder.name.partition("-")[2] or folder.name


def _moment(said: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(said)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _name(said: object, usual: str) -> str:
    """What somebody calls themselves, or a share, as a word to show; `usual` where it is none."""
    return plain_line(said)[:NAME_LIMIT].strip() or usual if isinstance(said, str) else usual


def _count(entry: Mapping[str, Any], name: str) -> int:
    said = entry.get(name)
    return said if isinstance(said, int) else -1


def not_as_written(
    folder: Path, manifest: Manifest, known: Collection[tuple[str, str]] = ()
) -> Iterator[str]:
    """The files of a writer that are missing, or not as the manifest says; those `known`, by name
    and digest, need only be as large: nothing is read from them. Raises
    `ImportRefused` for one that is no plain file, or too large to be read.
    """
    for name, digest in manifest.files.items():
        place = folder / name
        if (
            not os.path.lexists(place)
            or place.lstat().st_size != manifest.sizes[name].bytes
            or ((name, digest) not in known and digest_of(place) != digest)
        ):
            yield name


def strange_files(folder: ShareFolder) -> list[str]:
    """A sentence for each folder with files in it that its writer did not write: copies that a
    synchroniser made of two versions, say. They are never taken in by themselves.
    """
    said = []
    for place in folder.writers():
        try:
            known = {MANIFEST, *manifest_of(place, folder.share).files}
        except ImportRefused:
            continue
        strange = sorted(
            found.name
            for found in place.iterdir()
            if found.name not in known and not found.name.startswith((".", "~$"))
        )
        if strange:
            said.append(
                _("{folder} holds files that staketerm did not write, left alone: {names}").format(
                    folder=place.name, names=", ".join(strange[:SHOWN])
                )
            )
    return said


def loaded(path: Path) -> dict[str, Any]:
    """The JSON object in a file of a format known here; raises `ImportRefused`."""
    try:
        whole = json.loads(whole_file(path, MOST_SAID).decode("utf-8"))
    except (ValueError, RecursionError):
        raise refused(path.name, _("this is no JSON; the file was cut or changed")) from None
    if not isinstance(whole, dict):
        raise refused(path.name, _("this is no JSON object"))
    if str(whole.get("format")).partition(".")[0] != FORMAT.partition(".")[0]:
        rule = _("made by a newer staketerm (format {theirs}; this one knows {ours})")
        raise refused(path.name, rule.format(theirs=whole.get("format"), ours=FORMAT))
    return whole


def _holds_things(path: Path) -> bool:
    ours = {SHARE_FILE, WRITERS, ".git", ".stfolder", *BESIDE}
    return any(found.name not in ours for found in path.iterdir())
