"""The one list of formats that can be taken in: which one a path is, and who reads it.

Modules that read a format are imported when a path of it is met.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from staketerm.domain.errors import UsageError
from staketerm.domain.text import plain_line
from staketerm.exchange.plan import ImportRefused, Progress
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.exchange.mail.plan import MailPlan
    from staketerm.exchange.own import OwnPlan
    from staketerm.exchange.tables.plan import Options as TableOptions
    from staketerm.exchange.tables.plan import TablePlan
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt

ImportPlan: TypeAlias = "TablePlan | OwnPlan | MailPlan"
"""What an import would do. Every plan has `new`, `problems` and `summary` (sentences)."""

MAIL = ("mbox", "maildir", "eml")
TABLES = ("register", "contacts", "google", "outlook", "linkedin", "thunderbird", "kumu")
OWN = "staketerm"

FORMATS = (OWN, *TABLES, *MAIL)
"""What `--as` takes."""

_HEAD_BYTES = 4_096


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a person may say about an import, whatever it reads.

    `project` is the id of the project the rows go to (None: the default one); `format` goes before
    what is found out; `me`, `create` and `min_mails` are for mail, `table` for registers and
    address books.
    """

    format: str | None = None
    project: str | None = None
    me: tuple[str, ...] = ()
    create: bool = False
    min_mails: int = 1
    table: "TableOptions | None" = field(default=None)


def format_of(path: Path) -> str:
    """The format of what lies at a path: "staketerm", "table", "mbox", "maildir" or "eml".

    Which program a table comes from shows when it is read. Raises `ImportRefused` for a path that
    is not there or of a format that is known and not read.
    """
    if path.is_dir():
        return _folder_format(path)
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        said = plain_line(str(path))
        message = _("{path} cannot be read: {reason}")
        raise ImportRefused(message.format(path=said, reason=error.strerror or error)) from error
    return _file_format(path, head)


def preview(
    journal: "Journal",
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> "tuple[ImportPlan, ...]":
    """What taking in the paths would do, a plan for each file and one for all mail; writes nothing.

    Raises `ImportRefused` for what cannot be read and `UsageError` for an unknown format.
    """
    options = options or ImportOptions()
    if options.format is not None and options.format not in FORMATS:
        known = ", ".join(FORMATS)
        message = _("there is no format {name}; known: {known}")
        raise UsageError(message.format(name=plain_line(options.format), known=known))
    plans: list[ImportPlan] = []
    mail: list[Path] = []
    for path in paths:
        format = options.format or format_of(path)
        if format in MAIL:
            mail.append(path)
        elif format == OWN:
            plans.append(_own(journal, path))
        else:
            plans.append(_table(journal, path, options))
    if mail:
        plans.append(_mail(journal, mail, options, progress))
    return tuple(plans)


def take_in(journal: "Journal", plan: "ImportPlan", *, skip_bad: bool = False) -> "Receipt":
    """Back the journal up, unless that was just done, and write what a plan shows, as one batch.

    Raises `ImportRefused`, and writes nothing, where rows cannot be read; with `skip_bad` the rest
    of a table goes in.
    """
    from staketerm.journal.safety import back_up_before_import

    notice = back_up_before_import(journal)
    receipt = _written(journal, plan, skip_bad=skip_bad)
    return replace(receipt, notes=(notice, *receipt.notes)) if notice else receipt


def _written(journal: "Journal", plan: "ImportPlan", *, skip_bad: bool) -> "Receipt":
    from staketerm.exchange import own
    from staketerm.exchange.mail import importer
    from staketerm.exchange.mail.plan import MailPlan
    from staketerm.exchange.tables import importing

    if isinstance(plan, MailPlan):
        return importer.take_in(journal, plan)
    if isinstance(plan, own.OwnPlan):
        return own.take_in(journal, plan)
    return importing.take_in(journal, plan, skip_bad=skip_bad)


def _own(journal: "Journal", path: Path) -> "OwnPlan":
    from staketerm.exchange import own

    return own.preview(journal, path)


def _table(journal: "Journal", path: Path, options: ImportOptions) -> "TablePlan":
    from staketerm.exchange.tables import importing
    from staketerm.exchange.tables.plan import Options

    table = options.table or Options()
    layout = options.format if options.format in TABLES else table.layout
    return importing.preview(
        journal, path, replace(table, project=options.project or table.project, layout=layout)
    )


def _mail(
    journal: "Journal",
    paths: Sequence[Path],
    options: ImportOptions,
    progress: Callable[[Progress], None] | None,
) -> "MailPlan":
    from staketerm.exchange.mail import importer
    from staketerm.exchange.mail.plan import MailOptions

    asked = MailOptions(options.me, options.create, options.min_mails, options.project)
    return importer.preview(journal, paths, asked, progress)


def _folder_format(path: Path) -> str:
    if (path / "manifest.json").is_file():
        return OWN
    if (path / "cur").is_dir() or (path / "new").is_dir():
        return "maildir"
    return "eml"


def _file_format(path: Path, head: bytes) -> str:
    for mark, message in _not_read().items():
        if head.lstrip(b"\xef\xbb\xbf").startswith(mark):
            raise ImportRefused(message.format(path=plain_line(path.name)))
    if head.startswith(b"From "):
        return "mbox"
    suffix = path.suffix.lower()
    if suffix in {".eml", ".mbox"}:
        return suffix[1:]
    if suffix == ".json" or b'"staketerm/export/' in head:
        return OWN
    first = head.partition(b"\n")[0]
    if first.startswith(b"id,") and b",_rev" in first:
        message = _("{path} is one file of an export; take in the folder it lies in.")
        raise ImportRefused(message.format(path=plain_line(path.name)))
    return "table"


def _not_read() -> dict[bytes, str]:
    """What files of formats that are known and not read begin with, and what to do about each."""
    spreadsheet = _("{path} is a spreadsheet; save it as CSV and take that in.")
    return {
        b"PK\x03\x04": spreadsheet,
        b"\xd0\xcf\x11\xe0": spreadsheet,
        b"BEGIN:VCARD": _("{path} holds vCards; export the contacts as CSV and take that in."),
        b"BEGIN:VCALENDAR": _("{path} is a calendar, which is not taken in."),
        b"SQLite format 3": _("{path} is a database; a journal is opened with --journal."),
        b"%PDF": _("{path} is a PDF, which is not taken in."),
    }
