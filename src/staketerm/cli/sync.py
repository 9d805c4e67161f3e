"""`sync` and `conflicts`: in step with colleagues through a folder, without a server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import (
    passing_line,
    show,
    show_json,
    show_table,
    tell,
    tell_plain,
)
from staketerm.cli.settings import Settings, command
from staketerm.locale import N_, _, ngettext

if TYPE_CHECKING:
    from staketerm.exchange.plan import Progress
    from staketerm.exchange.sync.disputes import Dispute
    from staketerm.exchange.sync.identity import Origin
    from staketerm.exchange.sync.taking import Taken
    from staketerm.exchange.sync.team import Synced
    from staketerm.journal.opening import Journal


MOST_MOVED = 10
"""How many positions that moved are shown of each colleague; JSON has all."""


@command(
    "sync",
    _("Exchange what is shared with colleagues, through a folder that all of you can reach."),
)
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--project", metavar="PROJECT", help=_("Put this project into the share first."))
@click.option(
    "--share",
    "sharing",
    type=click.Choice(["signals", "notes", "judgements", "private", "nothing"]),
    default=("signals",),
    multiple=True,
    help=_(
        "With --project: signals alone, or what was noted with them as well; besides that, only if "
        "you say so, your judgements, and what is private. Can be given several times. Or nothing, "
        "from now on."
    ),
)
@click.option("--as", "person", metavar="NAME", help=_("The name that colleagues see."))
@click.option(
    "--accept",
    metavar="NAME",
    multiple=True,
    help=_("Take in files of NAME that were held back: they delete much, or their clock is off."),
)
@click.option(
    "--moved", "origin", flag_value="moved", help=_("The journal was moved, or restored.")
)
@click.option(
    "--copied", "origin", flag_value="copied", help=_("It is a copy; the other is still in use.")
)
@click.option("--yes", is_flag=True, help=_("Share a project without being asked."))
@click.option("--dry-run", is_flag=True, help=_("Say what would come and write nothing."))
@options.as_json
@click.pass_obj
def sync_command(
    settings: Settings,
    folder: Path | None,
    project: str | None,
    sharing: tuple[str, ...],
    person: str | None,
    accept: tuple[str, ...],
    origin: "Origin | None",
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Everybody's news in, one's own out; the folder may be left out where one is known."""
    from staketerm.cli.receipts import moved_lines
    from staketerm.cli.sharing import put_into
    from staketerm.exchange.sync.known import only_folder
    from staketerm.exchange.sync.team import Synced, sync

    with settings.open(create=True) as journal:
        folder = folder or only_folder(journal)
        there = project is None or put_into(journal, folder, project, sharing, yes=yes, dry=dry_run)
        done = Synced("", (), (), None)
        if there:
            with _progress() as progress:
                done = sync(
                    journal,
                    folder,
                    _person(journal, person),
                    accept=accept,
                    origin=origin,
                    dry=dry_run,
                    progress=progress,
                )
    if as_json:
        show_json("sync", {"dry_run": dry_run, **_values(done)})
        return
    told = [(line, taken) for taken in done.taken if (line := _told(taken))]
    for line, taken in told:
        show(line)
        _show_moved(list(moved_lines(each for each in taken.moved if each.relabelled)))
    for waiting in done.waiting:
        tell(f"{waiting.person}: {waiting.why}")
        if waiting.held_back:
            tell(_("--accept {person} takes it in.").format(person=waiting.person))
    for note in done.notes:
        tell(note)
    if there and not told and not done.waiting:
        show(_("nothing new from others"))
    if done.given is None:
        tell(_("nothing has been written yet"))
    elif done.given.changed:
        rows = ngettext("{n} row", "{n} rows", done.given.rows).format(n=done.given.rows)
        show(_("given: {rows} in {path}").format(rows=rows, path=done.given.folder))
        tell_plain(journal)
    else:
        show(_("given: unchanged"))
    if any(taken.conflicts for taken in done.taken):
        tell(_("`staketerm conflicts` shows what two of you changed at once."))


@command(
    "conflicts", _("What two changed at once: the value that holds, and the one that gave way.")
)
@click.argument("number", type=int, required=False)
@click.option("--keep", "choice", flag_value="holds", help=_("Leave NUMBER as it is."))
@click.option("--take", "choice", flag_value="lost", help=_("Bring back the value that gave way."))
@click.option("--both", "choice", flag_value="both", help=_("Keep both texts, in one."))
@click.option("--all", "every", is_flag=True, help=_("Also those that were decided."))
@options.as_json
@click.pass_obj
def conflicts_command(
    settings: Settings, number: int | None, choice: str | None, every: bool, as_json: bool
) -> None:
    """List them, or decide one."""
    from staketerm.cli.receipts import report
    from staketerm.exchange.sync.disputes import decide, disputes

    if (number is None) != (choice is None):
        raise click.UsageError(_("Deciding takes a number and --keep, --take or --both."))
    if number is not None:
        with settings.open() as journal:
            receipt = decide(journal, number, take_lost=choice == "lost", both=choice == "both")
        report("conflicts", receipt, _("decided"), as_json)
        return
    with settings.read() as journal:
        found = disputes(journal, decided=every)
    if as_json:
        show_json("conflicts", {"conflicts": [_dispute(each) for each in found]})
        return
    show_table(
        (_("n"), _("about"), _("field"), _("holds"), _("by"), _("gave way"), _("by")),
        (
            (
                str(each.number),
                each.about or each.table,
                each.field or each.table,
                _shown(each.holds.value),
                each.holds.person,
                _shown(each.lost.value),
                each.lost.person,
            )
            for each in found
        ),
    )
    if not found:
        tell(_("No conflicts."))


def _person(journal: "Journal", said: str | None) -> str:
    """The name that colleagues see: as said, as said before, else that of the login."""
    from staketerm.exchange.sync.sharing import known_as, login_name

    return known_as(journal, said, login_name())


@contextmanager
def _progress() -> "Iterator[Callable[[Progress], None] | None]":
    """What shows how far it is, on a terminal."""
    with passing_line() as line:

        def say(at: "Progress") -> None:
            if line:
                line(at.words)

        yield say if line else None


def _show_moved(lines: list[str]) -> None:
    """The positions that somebody's news moved, or would move; of many the first."""
    for line in lines[:MOST_MOVED]:
        show(f"  {line}")
    if (more := len(lines) - MOST_MOVED) > 0:
        said = ngettext("and {n} more position", "and {n} more positions", more)
        show("  " + said.format(n=more))


def _told(taken: "Taken") -> str:
    """What came of one colleague, in a line; empty where it makes no difference here."""
    counted = (
        (N_("{n} new"), N_("{n} new"), taken.new),
        (N_("{n} changed"), N_("{n} changed"), taken.changed),
        (N_("{n} deleted"), N_("{n} deleted"), taken.deleted),
        (N_("{n} erased"), N_("{n} erased"), taken.erased),
        (N_("{n} conflict"), N_("{n} conflicts"), taken.conflicts),
    )
    parts = [ngettext(one, many, n).format(n=n) for one, many, n in counted if n]
    return f"{taken.person}: {', '.join(parts)}" if parts else ""


def _values(done: "Synced") -> dict[str, Any]:
    from staketerm.cli.receipts import moved_values

    return {
        "share": done.share,
        "taken": [
            {
                "person": taken.person,
                "new": taken.new,
                "changed": taken.changed,
                "deleted": taken.deleted,
                "erased": taken.erased,
                "conflicts": taken.conflicts,
                "moved": [moved_values(each) for each in taken.moved],
            }
            for taken in done.taken
        ],
        "waiting": [
            {"person": each.person, "why": each.why, "held_back": each.held_back}
            for each in done.waiting
        ],
        "given": None
        if done.given is None
        else {
            "folder": str(done.given.folder),
            "rows": done.given.rows,
            "files": done.given.files,
            "changed": done.given.changed,
        },
        "notes": list(done.notes),
    }


def _dispute(each: "Dispute") -> dict[str, Any]:
    return {
        "number": each.number,
        "table": each.table,
        "id": each.row,
        "field": each.field,
        "about": each.about,
        "decided": each.decided,
        **{
            name: {"value": side.value, "person": side.person, "at": side.at.isoformat()}
            for name, side in (("holds", each.holds), ("lost", each.lost))
        },
    }


def _shown(value: Any) -> str:
    """A value in a table: of a whole row what it says besides whom it concerns."""
    if isinstance(value, dict):
        return ", ".join(str(told) for name, told in value.items() if told and name not in _UNTOLD)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


_UNTOLD = frozenset({"stakeholder", "project", "entry", "extra", "origin", "source"})
