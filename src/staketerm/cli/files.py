"""`import` and `export`: files in and out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import passing_line, show, show_json, tell, tell_plain
from staketerm.cli.settings import Settings, command
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from staketerm.exchange.plan import Progress
    from staketerm.exchange.registry import ImportPlan
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt

PAUSE = 0.1
"""Seconds between two lines of progress."""


@command(
    "import",
    _(
        "Take in files: a register or address book as CSV, mail (mbox, Maildir, a folder of .eml), "
        "or an export of your own."
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "format", metavar="FORMAT", help=_("What it is; else that is found out."))
@options.project
@click.option("--dry-run", is_flag=True, help=_("Say what it would do and write nothing."))
@click.option(
    "--skip-bad",
    is_flag=True,
    help=_("Take in the rest where rows cannot be read; those are put in a file beside."),
)
@click.option("--me", metavar="ADDRESS", multiple=True, help=_("For mail: an address of yours."))
@click.option("--create", is_flag=True, help=_("For mail: add those who are not here yet."))
@click.option(
    "--min-mails",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    help=_("For mail: leave out who exchanged fewer than N with you."),
)
@options.as_json
@click.pass_obj
def import_command(
    settings: Settings,
    paths: tuple[Path, ...],
    project: str | None,
    dry_run: bool,
    skip_bad: bool,
    as_json: bool,
    format: str | None,
    me: tuple[str, ...],
    create: bool,
    min_mails: int,
) -> None:
    """What the files hold, all of it or nothing; one batch a file, one for all mail."""
    from staketerm.cli.asking import project as project_id
    from staketerm.exchange.registry import ImportOptions, preview

    with _journal(settings, dry_run=dry_run) as journal, _progress() as progress:
        asked = ImportOptions(
            format=format,
            project=project_id(journal, project),
            me=me,
            create=create,
            min_mails=min_mails,
        )
        plans = preview(journal, paths, asked, progress)
        if not as_json:
            for plan in plans:
                for line in plan.summary:
                    show(line)
        receipts = () if dry_run else _take_in(journal, paths, plans, skip_bad=skip_bad)
    if as_json:
        show_json("import", _values(plans, receipts, dry_run=dry_run))
    elif dry_run:
        tell(_("nothing has been written yet"))
    else:
        _report(receipts)


@command(
    "export",
    _(
        "Write everything that is yours to PATH: a folder of CSV files, or JSON; or what is to "
        "come, as a calendar (.ics)."
    ),
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    type=click.Choice(["csv", "json", "ics"]),
    help=_("Else what PATH ends in says, CSV where it says nothing."),
)
@click.option("--with-private", is_flag=True, help=_("Also what is private; the name says so."))
@click.option("--names", is_flag=True, help=_("In a calendar: names in place of initials."))
@options.as_json
@click.pass_obj
def export_command(
    settings: Settings,
    path: Path,
    format: str | None,
    with_private: bool,
    names: bool,
    as_json: bool,
) -> None:
    """Everything, or everything but what is private; or what is to come."""
    from staketerm.exchange.export import FORMS, export

    said = format or path.suffix.lower().removeprefix(".")
    form = next((each for each in FORMS if each == said), FORMS[0])
    if names and form != "ics":
        raise click.UsageError(_("--names is for a calendar (.ics)."))
    with settings.read() as journal:
        done = export(journal, path, form, with_private=with_private, names=names)
    if as_json:
        show_json(
            "export",
            {
                "path": str(done.path),
                "format": done.format,
                "rows": done.rows,
                "files": done.files,
                "changed": done.changed,
                "private": done.private,
                "stayed": done.stayed,
            },
        )
        return
    if done.format == "ics":
        rows = ngettext("{n} event", "{n} events", done.rows)
        stayed = ngettext("{n} private event", "{n} private events", done.stayed)
    else:
        rows = ngettext("{n} row", "{n} rows", done.rows)
        stayed = ngettext("{n} private row", "{n} private rows", done.stayed)
    rows, stayed = rows.format(n=done.rows), stayed.format(n=done.stayed)
    show(_("{rows} written to {path}").format(rows=rows, path=done.path))
    if done.stayed:
        tell(_("{rows} stayed here; --with-private takes them along.").format(rows=stayed))
    if done.format == "ics":
        tell(_("A calendar for yourself: its days follow from all you know, private rows too."))
    tell_plain(journal)


@contextmanager
def _journal(settings: Settings, *, dry_run: bool) -> "Iterator[Journal]":
    """The journal to take files into; for a look at files one that is not there is not made."""
    from staketerm.journal.location import file_of

    path = file_of(settings.journal)
    if dry_run and path is not None and not path.exists():
        settings.journal = ":memory:"
    with settings.open(create=True) as journal:
        yield journal


def _take_in(
    journal: "Journal", paths: tuple[Path, ...], plans: "Sequence[ImportPlan]", *, skip_bad: bool
) -> "list[Receipt]":
    """Write the plans, those with problems first: where one is refused nothing was written."""
    from staketerm.exchange.registry import take_in
    from staketerm.exchange.tables.plan import TablePlan
    from staketerm.exchange.tables.unread import unread_path, write_unread

    receipts = []
    for plan in sorted(plans, key=lambda plan: not plan.problems):
        receipts.append(take_in(journal, plan, skip_bad=skip_bad))
        if isinstance(plan, TablePlan) and plan.unread:
            path = next(path for path in paths if path.name == plan.sheet.name)
            written = write_unread(plan, unread_path(path))
            tell(_("What cannot be read is in {path}").format(path=path.with_name(written.name)))
    return receipts


def _report(receipts: "Sequence[Receipt]") -> None:
    """What was written, in text."""
    from staketerm.cli.receipts import WAY_BACK

    if not any(receipt.changed for receipt in receipts):
        show(_("unchanged"))
        return
    moved = sum(len(receipt.moved) for receipt in receipts)
    show(
        ngettext("taken in; {n} position moved", "taken in; {n} positions moved", moved).format(
            n=moved
        )
    )
    tell(_(WAY_BACK))


def _values(
    plans: "Sequence[ImportPlan]", receipts: "Sequence[Receipt]", *, dry_run: bool
) -> dict[str, Any]:
    """An import as JSON: what is new, changed, the same and cannot be read, in all and by plan."""
    files = [_counts(plan) for plan in plans]
    totals = {
        name: sum(counts[name] for counts in files) for name in ("new", "changed", "same", "cannot")
    }
    return {
        "dry_run": dry_run,
        **totals,
        "moved": sum(len(receipt.moved) for receipt in receipts),
        "batches": [receipt.batch for receipt in receipts if receipt.batch],
        "notes": [note for receipt in receipts for note in receipt.notes],
        "plans": files,
    }


def _counts(plan: "ImportPlan") -> dict[str, Any]:
    """What one plan does; rows that differ from what is here and stay count as the same."""
    from staketerm.exchange.mail.plan import MailPlan
    from staketerm.exchange.own import OwnPlan
    from staketerm.exchange.tables.compare import Fate

    told = {"summary": list(plan.summary), "problems": [str(problem) for problem in plan.problems]}
    if isinstance(plan, MailPlan):
        proposals = [
            {"stakeholder": one.name, "addresses": list(one.addresses), "mails": one.letters}
            for one in plan.proposals
        ]
        return {
            "new": plan.new,
            "changed": 0,
            "same": plan.already,
            "cannot": len(plan.problems),
            "created": len(plan.people),
            "proposed": proposals,
            **told,
        }
    if isinstance(plan, OwnPlan):
        same = sum(each.same + each.differ for each in plan.counts.values())
        return {"new": plan.new, "changed": 0, "same": same, "cannot": 0, **told}
    return {
        "new": plan.counts[Fate.NEW],
        "changed": plan.counts[Fate.CHANGED],
        "same": plan.counts[Fate.SAME],
        "cannot": len(plan.unread),
        **told,
    }


@contextmanager
def _progress() -> "Iterator[Callable[[Progress], None] | None]":
    """What shows how far an import is, on a terminal."""
    shown = 0.0

    def say(progress: "Progress") -> None:
        nonlocal shown
        now = time.monotonic()
        if line is None or now - shown < PAUSE:
            return
        shown = now
        line(progress.words)

    try:
        with passing_line() as line:
            yield say if line else None
    except KeyboardInterrupt:
        tell(_("Stopped; nothing was left half taken in."))
        raise
