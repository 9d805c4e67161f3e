"""`habit`: whether mostly good or bad news is written down, and making up for it (inference 7)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options, tentative
from staketerm.cli.output import show, show_json, tell
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from datetime import date

    from staketerm.journal.positions.habits import Habit


@command(
    "habit",
    _(
        "How the last year was logged: the share of signals against. Where it is lopsided, 'on' "
        "takes the half correction that is offered, from today on, and 'off' ends it."
    ),
)
@click.argument("what", metavar="[on|off]", type=click.Choice(["on", "off"]), required=False)
@options.as_of
@tentative.dry_run
@tentative.yes
@options.as_json
@click.pass_obj
def habit_command(
    settings: Settings, what: str | None, as_of: str | None, dry_run: bool, yes: bool, as_json: bool
) -> None:
    """The habit, or the correction taken or ended."""
    from staketerm.cli.asking import day
    from staketerm.domain.errors import UsageError
    from staketerm.journal.positions.habits import habit

    if what is not None:
        if as_of:
            raise UsageError(_("--as-of shows the habit of a day; 'on' and 'off' hold from today."))
        _correct(settings, what == "on", dry_run=dry_run, yes=yes, as_json=as_json)
        return
    with settings.read() as journal:
        found = habit(journal, day(journal, as_of, "past") if as_of else None)
        today = journal.today
    if as_json:
        show_json("habit", _values(found))
    else:
        _show(found, today)


def _correct(settings: Settings, on: bool, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    from staketerm.cli.receipts import report
    from staketerm.domain.habit_words import factors
    from staketerm.domain.habits import NO_CORRECTION
    from staketerm.journal.positions.habits import correct_habit, end_correction, habit, offer_of
    from staketerm.journal.positions.what_if import what_if

    with settings.open() as journal:
        wanted = offer_of(habit(journal)) if on else NO_CORRECTION
        found = what_if(journal, wanted)
        sentence = _("From today on {factors}.").format(factors=factors(wanted))
        if not tentative.agreed(
            "habit", sentence, found, dry_run=dry_run, yes=yes, as_json=as_json
        ):
            return
        receipt = correct_habit(journal) if on else end_correction(journal)
        now = habit(journal)
    shown = receipt if as_json else replace(receipt, moved=())
    report("habit", shown, _("saved"), as_json, **_values(now), **tentative.values(found))


def _show(found: "Habit", today: "date") -> None:
    from staketerm.cli.words import week_day
    from staketerm.domain.habit_words import counted, factors, offered, told

    show(counted(found.logged))
    show(told(found.logged))
    if found.correction is not None and found.since is not None:
        said = _("Corrected since {day}: {factors}.").format(
            day=week_day(found.since, today), factors=factors(found.correction)
        )
        show(said)
        tell(_("`staketerm habit off` ends it."))
    elif found.offer is not None:
        show(offered(found.offer))
        tell(
            _("`staketerm habit on --dry-run` says who would move; `staketerm habit on` takes it.")
        )


def _values(found: "Habit") -> dict[str, Any]:
    logged = found.logged
    return {
        "as_of": found.day,
        "for": logged.for_,
        "against": logged.against,
        "share_against": logged.share_against,
        "warning": logged.warning,
        "offer": tentative.correction_values(found.offer),
        "correction": tentative.correction_values(found.correction),
        "since": found.since,
    }
