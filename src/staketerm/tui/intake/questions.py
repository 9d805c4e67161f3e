"""What is asked of the journal while a file is taken in.

As in `tui.questions`, the rooms that load the database layer are imported in the journal's thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.intake.paths import Completion
from staketerm.tui.intake.paths import completions as completions_of
from staketerm.tui.intake.preview import Intake, Preview
from staketerm.tui.questions import Question

if TYPE_CHECKING:
    from staketerm.exchange.export import Exported
    from staketerm.exchange.plan import Progress
    from staketerm.exchange.registry import ImportPlan
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt

HEADS_LOOKED_AT = 2_000
"""Mails whose headers are read to tell whose addresses are likeliest mine."""


class Stopped(StaketermError):
    """The person left while a file was being read; nothing has been written."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a path: its format ("table" is told apart when it is read).

    `is_open` says that it is a folder of which only reading all below it tells whether mail is in
    it. For mail, `own` are the addresses that the journal keeps as mine, `likely` those that the
    mails suggest where it keeps none.
    """

    path: Path
    format: str
    is_open: bool = False
    own: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()

    @property
    def is_mail(self) -> bool:
        """Whether it is mail, which needs to know whose."""
        return self.format in ("mbox", "maildir", "eml")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The receipt of an import, and the file that holds the rows put aside."""

    receipt: "Receipt"
    aside: Path | None = None


def completions(typed: str) -> "Question[tuple[Completion, ...]]":
    """What lies there under what is typed."""

    def answer(_journal: "Journal") -> tuple[Completion, ...]:
        return completions_of(typed)

    return answer


def look(
    path: Path, format: str | None = None, *, whose: bool = False, below: bool = False
) -> "Question[Found]":
    """What lies at `path`, read as `format` where one is said; with `whose` also whose mail it is.

    A folder that must be gone through for mail, which takes time in a large one, is only gone
    through where `below` says so. Raises `ImportRefused` for what is not there and for what is
    known and not read.
    """

    def answer(journal: "Journal") -> Found:
        from staketerm.exchange.registry import format_of

        known = format_of(path) if format is None or not path.exists() else format
        is_open = known == "eml" and path.is_dir()
        found = Found(path, known, is_open)
        asked = whose and found.is_mail and (below or not is_open)
        return _with_addresses(journal, found) if asked else found

    return answer


def _with_addresses(journal: "Journal", found: Found) -> Found:
    from staketerm.exchange.mail.own import kept_addresses, likely_own
    from staketerm.exchange.mail.source import find_mail, heads

    own = kept_addresses(journal)
    if own:
        return replace(found, own=own)
    likely = likely_own(islice(heads(find_mail([found.path]), skipped=[]), HEADS_LOOKED_AT))
    return replace(found, likely=likely)


def preview(intake: Intake, progress: "Callable[[Progress], None]") -> "Question[Preview]":
    """What taking the file in would do; `progress` may raise `Stopped`.

    Raises `ImportRefused` for what cannot be read.
    """

    def answer(journal: "Journal") -> Preview:
        from staketerm.exchange.plan import ImportRefused
        from staketerm.exchange.registry import preview as plans

        try:
            (plan,) = plans(journal, [intake.path], _options(intake), progress)
        except OSError as error:
            message = _("{path} cannot be read: {reason}")
            reason = error.strerror or str(error)
            raise ImportRefused(message.format(path=intake.path, reason=reason)) from error
        return _preview_of(journal, plan, intake)

    return answer


def take_in(preview: Preview, intake: Intake, *, put_aside: bool) -> "Question[TakenIn]":
    """Write what a preview shows, as one batch; with `put_aside` the rows that cannot be read go to
    a file beside theirs first.

    Raises `ExportFailed` where that file cannot be written, before anything is taken in.
    """

    def answer(journal: "Journal") -> TakenIn:
        from staketerm.exchange.mail.own import keep_addresses
        from staketerm.exchange.registry import take_in as take

        aside = _put_aside(preview.plan, intake.path) if put_aside and preview.unread else None
        receipt = take(journal, preview.plan, skip_bad=True)
        if intake.me:
            keep_addresses(journal, intake.me)
        return TakenIn(replace(receipt, notes=()), aside)

    return answer


def export(path: Path, form: str, *, with_private: bool) -> "Question[Exported]":
    """Write everything to `path`, as "csv" or "json", or what is to come as "ics"; raises what the
    export raises.
    """

    def answer(journal: "Journal") -> "Exported":
        from staketerm.exchange.export import FORMS
        from staketerm.exchange.export import export as write
        from staketerm.exchange.files import ExportFailed

        try:
            known = next((each for each in FORMS if each == form), FORMS[0])
            return write(journal, path, known, with_private=with_private)
        except OSError as error:
            message = _("{path} cannot be written: {reason}")
            reason = error.strerror or str(error)
            raise ExportFailed(message.format(path=path, reason=reason)) from error

    return answer


def table_fields() -> tuple[tuple[str, str], ...]:
    """What a column of a table can go to: (value, word)."""
    from staketerm.exchange.tables.fields import Field
    from staketerm.exchange.tables.words import column_word

    return tuple((field.value, column_word(field)) for field in Field)


def _options(intake: Intake) -> Any:
    from staketerm.exchange.registry import ImportOptions
    from staketerm.exchange.tables.fields import Field
    from staketerm.exchange.tables.plan import Options

    return ImportOptions(
        format=intake.format,
        project=intake.project,
        me=intake.me,
        create=intake.create,
        min_mails=intake.min_mails,
        table=Options(
            columns={header: Field(value) for header, value in intake.columns.items()},
            corrections=intake.corrections,
            without=intake.without,
            same=intake.same,
        ),
    )


def _preview_of(journal: "Journal", plan: "ImportPlan", intake: Intake) -> Preview:
    from staketerm.exchange.mail.plan import MailPlan
    from staketerm.exchange.own import OwnPlan
    from staketerm.tui.intake import mail, own, tables

    if isinstance(plan, OwnPlan):
        return own.preview_of(plan)
    if isinstance(plan, MailPlan):
        from staketerm.journal.stakeholders.people import directory

        names = {person.key: person.name for person in directory(journal)}
        return mail.preview_of(plan, names, _project(journal, intake.project))
    return tables.preview_of(plan)


def _project(journal: "Journal", id: str | None) -> str:
    from staketerm.journal.stakeholders.people import projects

    named = {project.id: project.name for project in projects(journal)}
    return named.get(id or "") or journal.default_project().name


def _put_aside(plan: "ImportPlan", path: Path) -> Path | None:
    from staketerm.exchange.tables.plan import TablePlan
    from staketerm.exchange.tables.unread import unread_path, write_unread

    if not isinstance(plan, TablePlan):
        return None
    aside = unread_path(path)
    write_unread(plan, aside)
    return aside
