"""`merge` and `duplicates`: two stakeholders who turn out to be one."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, show_table, tell
from staketerm.cli.settings import Settings, command, on_terminal
from staketerm.domain.errors import NotFound, UsageError
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.journal.stakeholders.duplicates import Duplicate
    from staketerm.journal.stakeholders.merging import Merger


@command(
    "merge",
    _("Make one of two stakeholders who are the same; `staketerm undo` brings both back."),
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--yes", is_flag=True, help=_("Merge without being asked."))
@click.option("--dry-run", is_flag=True, help=_("Say what would happen and write nothing."))
@options.as_json
@click.pass_obj
def merge_command(
    settings: Settings, one: str, other: str, yes: bool, dry_run: bool, as_json: bool
) -> None:
    """What happens is said before it is asked about."""
    from staketerm.cli.asking import person
    from staketerm.cli.receipts import person_values, report
    from staketerm.journal.stakeholders.merging import merge, merger

    with settings.open() as journal:
        found = merger(journal, person(journal, one).key, person(journal, other).key)
        if dry_run and as_json:
            show_json("merge", {"dry_run": True, **_merger(found)})
            return
        _say(found)
        if dry_run:
            return
        if not yes:
            if not on_terminal():
                raise UsageError(_("Merging takes --yes where nobody can be asked."))
            click.confirm(_("Merge them?"), abort=True)
        receipt = merge(journal, found.stays.key, found.goes.key)
    said = _("merged: {name}").format(name=found.stays.name)
    report("merge", receipt, said, as_json, **person_values(found.stays), rows=found.rows)


@command(
    "duplicates",
    _("Stakeholders who may be one: the same e-mail address, or the same name."),
)
@click.argument("number", type=int, required=False)
@click.option("--two", is_flag=True, help=_("NUMBER is two people: propose them no more."))
@options.as_json
@click.pass_obj
def duplicates_command(settings: Settings, number: int | None, two: bool, as_json: bool) -> None:
    """List them, or say that two are two."""
    from staketerm.cli.receipts import report
    from staketerm.journal.stakeholders.duplicates import SIGNS, are_two_people, duplicates

    if (number is not None) != two:
        raise click.UsageError(_("Say which ones are two people: NUMBER and --two."))
    if number is not None:
        with settings.open() as journal:
            pair = _named(duplicates(journal), number)
            receipt = are_two_people(journal, pair.one.key, pair.other.key)
        report("duplicates", receipt, _("two people"), as_json)
        return
    with settings.read() as journal:
        found = duplicates(journal)
    if as_json:
        rows = [_duplicate(n, each) for n, each in enumerate(found, 1)]
        show_json("duplicates", {"duplicates": rows})
        return
    show_table(
        (_("n"), _("stays"), _("handle"), _("the other"), _("handle"), _("because of")),
        (
            (
                str(n),
                each.one.name,
                each.one.handle,
                each.other.name,
                each.other.handle,
                f"{_(SIGNS[each.sign])}: {each.told}",
            )
            for n, each in enumerate(found, 1)
        ),
    )
    if found:
        tell(_("`staketerm merge A B` makes one of two; `staketerm duplicates N --two` does not."))
    else:
        show(_("Nobody looks like somebody else."))


def _say(found: "Merger") -> None:
    """What merging does, in sentences on stderr."""
    many = sum(found.rows.values())
    told = ngettext("{n} row", "{n} rows", many).format(n=many)
    tell(
        _(
            "{stays} stays; {told} of {goes} ({handle}) would move to them. Both would be read as "
            "one; {goes} no longer stands in lists and is still found by that name."
        ).format(stays=found.stays.name, told=told, goes=found.goes.name, handle=found.goes.handle)
    )
    for note in found.notes:
        tell(note)


def _named(found: "tuple[Duplicate, ...]", number: int) -> "Duplicate":
    if not 0 < number <= len(found):
        raise NotFound(
            _("There is no pair {n}; `staketerm duplicates` lists them.").format(n=number)
        )
    return found[number - 1]


def _merger(found: "Merger") -> dict[str, Any]:
    from staketerm.cli.receipts import person_values

    return {
        "stays": person_values(found.stays),
        "goes": person_values(found.goes),
        "rows": dict(found.rows),
        "notes": list(found.notes),
    }


def _duplicate(number: int, each: "Duplicate") -> dict[str, Any]:
    from staketerm.cli.receipts import person_values

    return {
        "number": number,
        "stays": person_values(each.one),
        "goes": person_values(each.other),
        "sign": each.sign,
        "told": each.told,
    }
