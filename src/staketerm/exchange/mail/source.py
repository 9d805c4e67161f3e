"""Where mail lies, and the header blocks in it, one after the other.

An mbox, a Maildir with its nested folders, a folder of .eml files or of mboxes, one .eml: whatever
a path is, what comes out is the header of each mail as bytes. Bodies are skipped and never kept, so
memory does not follow the size of a file (libraries 4.1).
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from staketerm.domain.text import plain_line
from staketerm.exchange.plan import ImportRefused, Problem, Progress
from staketerm.locale import _

CHUNK = 1 << 20
"""Bytes read at a time from an mbox."""

HEADER_LIMIT = 1 << 22
"""Bytes of one header; what goes on longer is cut here."""

_HEAD = 1 << 14  # read first of a file with one mail: nearly always all of its header
_TAIL = 2_048  # a "From " line and the field name after it fit in here, whatever chunk they end in
_STEPS = 200  # calls of a progress callback, about

_MAIL_BEGINS = re.compile(rb"From [^\n]{0,1500}\n(?=>?From |[!-9;-~]{1,100}[ \t]{0,9}:)")
_HEADER_ENDS = re.compile(rb"\n\r?\n")
_FIELD_OF_MAIL = re.compile(rb"(?im)^(?:from|received|return-path|delivered-to|message-id)[ \t]*:")
_LEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?[\r\n]*")
_SENT_FOLDER = re.compile(r"\b(sent|verzonden)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The header block of one mail as it stands in its file, and whether it lay among sent mail."""

    raw: bytes
    sent: bool


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that holds one mail or, where `many`, an mbox of them; `size` in bytes."""

    path: Path
    many: bool
    size: int

    @property
    def sent(self) -> bool:
        """Whether it lies in a folder of sent mail, going by the names of folders."""
        return any(_SENT_FOLDER.search(part) for part in self.path.parts[-3:])


def looks_like_mail(path: Path) -> bool:
    """Whether `find_mail` finds any mail in or below `path`."""
    below = _in_folder(path) if path.is_dir() else iter((_as_mail(path),))
    return any(file is not None and file.size for file in below)


def find_mail(paths: Iterable[Path]) -> tuple[MailFile, ...]:
    """The files below `paths` that hold mail, in a fixed order.

    In a folder these are everything in `cur` and `new` (a Maildir, however nested), files named
    .eml, and files that begin as an mbox does. Raises ImportRefused for a path that is not there
    and for one without any mail.
    """
    found: dict[Path, MailFile] = {}
    for path in paths:
        if not path.exists():
            message = _("{path}: there is no such file or folder")
            raise ImportRefused(message.format(path=plain_line(str(path))))
        below = _in_folder(path) if path.is_dir() else [_as_mail(path)]
        files = [file for file in below if file is not None]
        if not files:
            message = _(
                "{path}: no mail in here; give an mbox, a Maildir, an .eml or a folder of them"
            )
            raise ImportRefused(message.format(path=plain_line(str(path))))
        found.update((file.path, file) for file in files)
    return tuple(found.values())


def heads(
    files: Iterable[MailFile],
    *,
    progress: Callable[[Progress], None] | None = None,
    skipped: list[Problem] | None = None,
) -> Iterator[Head]:
    """The header block of every mail in `files`, in order, one at a time.

    `progress` hears of bytes. A file that cannot be read is left out and named in `skipped`;
    without such a list the OSError is raised.
    """
    files = tuple(files)
    meter = _Meter(sum(file.size for file in files), progress)
    for file in files:
        try:
            with file.path.open("rb") as stream:
                blocks = mbox_heads(stream, meter.add) if file.many else iter((_one_head(stream),))
                for raw in blocks:
                    yield Head(raw, file.sent)
        except OSError as error:
            if skipped is None:
                raise
            skipped.append(Problem(str(file.path), None, None, None, error.strerror or str(error)))
        if not file.many:
            meter.add(file.size)
    meter.finish()


def mbox_heads(stream: BinaryIO, read: Callable[[int], None] | None = None) -> Iterator[bytes]:
    """The header blocks of an mbox, without its "From " lines; `read` hears how many bytes came in.

    A mail begins at "From " at the start of a line, after a blank line or at the start of the file,
    where the next line is a header field: a sentence of a body that begins so begins no mail.
    """
    buffer, position, last = b"\n\n", 0, False
    while True:
        mail = _next_mail(buffer, position)
        keep = max(position, len(buffer) - _TAIL)
        if mail is not None:
            separator, start = mail
            end = _HEADER_ENDS.search(buffer, start)
            if end or last or len(buffer) - start >= HEADER_LIMIT:
                stop = min(end.start() if end else len(buffer), start + HEADER_LIMIT)
                yield buffer[start:stop]
                position = stop
                continue
            keep = max(separator - 2, 0)  # with the blank line that makes it a separator
        if last:
            return
        chunk = stream.read(CHUNK)
        if read is not None:
            read(len(chunk))
        last = not chunk
        if buffer == b"\n\n":  # the start of the file, its mark and blank lines aside
            chunk = _trimmed(chunk)
        buffer, position = buffer[keep:] + chunk, 0


def _next_mail(buffer: bytes, position: int) -> tuple[int, int] | None:
    """Where the next "\\nFrom " line from `position` on begins, and the header after it."""
    at = buffer.find(b"\nFrom ", position)
    while at >= 0:
        if buffer.endswith((b"\n", b"\n\r"), 0, at) and (
            line := _MAIL_BEGINS.match(buffer, at + 1)
        ):
            return at, line.end()
        at = buffer.find(b"\nFrom ", at + 1)
    return None


def _one_head(stream: BinaryIO) -> bytes:
    """The header block of a file that holds one mail."""
    raw = stream.read(_HEAD)
    raw = _trimmed(raw)
    while not (end := _HEADER_ENDS.search(raw)) and len(raw) < HEADER_LIMIT:
        more = stream.read(CHUNK)
        if not more:
            break
        raw += more
    head = raw[: end.start() if end else HEADER_LIMIT]
    return head.partition(b"\n")[2] if head.startswith(b"From ") else head


def _in_folder(folder: Path) -> Iterator[MailFile | None]:
    for place, below, names in os.walk(folder):
        below.sort()
        here = Path(place)
        maildir = here.name in ("cur", "new")
        for name in sorted(names):
            path = here / name
            if not _is_within(folder, path):
                continue
            if maildir or path.suffix.lower() == ".eml":
                yield MailFile(path, many=False, size=path.stat().st_size)
            elif path.suffix.lower() in ("", ".mbox", ".mbx"):
                file = _as_mail(path)
                yield file if file and file.many and file.size else None


def _is_within(folder: Path, path: Path) -> bool:
    """Whether a file is a plain one, and lies in the folder also where it is a link."""
    within = not path.is_symlink() or path.resolve().is_relative_to(folder.resolve())
    return within and path.is_file()


def _as_mail(path: Path) -> MailFile | None:
    """`path` as an mbox or as one mail, going by how it begins; None for anything else."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as stream:
            start = _trimmed(stream.read(_HEAD))
    except OSError:
        return MailFile(path, many=False, size=0)  # reading it will say why not
    many = start.startswith(b"From ") or not start
    if not many and not _FIELD_OF_MAIL.search(_HEADER_ENDS.split(start, maxsplit=1)[0]):
        return None
    return MailFile(path, many=many, size=path.stat().st_size)


def _trimmed(start: bytes) -> bytes:
    """The start of a file without byte-order mark and blank lines."""
    return _LEADING.sub(b"", start, count=1)


class _Meter:
    """Counts bytes and tells of them now and then, not at every mail."""

    def __init__(self, total: int, progress: Callable[[Progress], None] | None) -> None:
        self._total = total
        self._progress = progress
        self._done = self._told = 0

    def add(self, count: int) -> None:
        self._done += count
        if self._done - self._told >= self._total / _STEPS:
            self._tell()

    def finish(self) -> None:
        if self._told < self._total:
            self._done = self._total
            self._tell()

    def _tell(self) -> None:
        self._told = self._done
        if self._progress is not None:
            self._progress(Progress(min(self._done, self._total), self._total, _("bytes of mail")))
