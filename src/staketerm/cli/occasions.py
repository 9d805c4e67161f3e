"""`ignore`: leave out what was seen on one occasion, or let it count again."""

from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import UsageError
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.journal.occasions import Occasion
    from staketerm.journal.opening import Journal


@command(
    "ignore",
    _(
        "Leave out every signal of one occasion: a meeting or an import by the id that "
        "`staketerm history` shows, or a day with --on; they stay in the timeline."
    ),
)
@click.argument("change", required=False)
@options.on_day
@click.option("--who", metavar="WHO", help=_("Of that day, only what this one did."))
@click.option("--again", is_flag=True, help=_("Let them count again."))
@options.as_json
@click.pass_obj
def ignore_command(
    settings: Settings,
    change: str | None,
    on: str | None,
    who: str | None,
    again: bool,
    as_json: bool,
) -> None:
    """All signals of an occasion, as one change."""
    from staketerm.cli.receipts import report
    from staketerm.journal.occasions import leave_out

    with settings.open() as journal:
        occasion = _occasion(journal, change, on, who)
        left = leave_out(journal, occasion, out=not again)
    said = (
        ngettext("{n} signal counts again.", "{n} signals count again.", left.signals)
        if again
        else ngettext(
            "{n} signal left out; it counts no longer.",
            "{n} signals left out; they count no longer.",
            left.signals,
        )
    )
    report(
        "ignore",
        left.receipt,
        said.format(n=left.signals),
        as_json,
        signals=left.signals,
        left_out=not again,
    )


def _occasion(
    journal: "Journal", change: str | None, on: str | None, who: str | None
) -> "Occasion":
    """What is meant; raises UsageError where neither or both are said, NotFound for no such."""
    from staketerm.cli.asking import day, person
    from staketerm.cli.history import change_named
    from staketerm.journal.occasions import OnDay, Together

    if (change is None) == (on is None):
        raise UsageError(_("Say one occasion: the id of a change, or a day with --on."))
    if change is not None:
        if who is not None:
            raise UsageError(_("--who goes with --on; a change is left out as a whole."))
        return Together(change_named(journal, change))
    whom = person(journal, who).key if who else None
    return OnDay(day(journal, on or "", "past"), whom)
