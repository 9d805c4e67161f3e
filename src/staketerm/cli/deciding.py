"""`done`, `skip`, `snooze`: what was decided about what is due."""

from datetime import date
from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.opening import Journal


@command("done", _("Say that an act is done, and what came of it."))
@click.argument("action")
@click.option(
    "--outcome",
    metavar="TEXT",
    help=_("What came of it; for a check-in a kind of signal is logged with it."),
)
@options.on_day
@options.as_json
@click.pass_obj
def done_command(
    settings: Settings, action: str, outcome: str | None, on: str | None, as_json: bool
) -> None:
    """The end of an act."""
    from staketerm.cli.asking import act, past_day
    from staketerm.cli.receipts import act_values, report
    from staketerm.domain.nurture.acts import FALLING_DUE
    from staketerm.journal.nurture.decisions import done

    with settings.open() as journal:
        found = act(journal, action)
        day = past_day(journal, on)
        sentence = _("done: {reason}").format(reason=found.proposal.reason)
        if found.proposal.kind in FALLING_DUE:
            outcome, sentence = _ended(journal, found, outcome, day)
        receipt = done(journal, found.proposal, outcome=outcome, on=day)
    report("done", receipt, sentence, as_json, outcome=outcome, on=day, **act_values(found))


def _ended(
    journal: "Journal", found: "DueAct", outcome: str | None, on: date | None
) -> tuple[str, str]:
    """How the ask or agreement behind an act ends, and a sentence that says so."""
    from staketerm.cli.words import week_day
    from staketerm.domain.vocabulary import word
    from staketerm.journal.ledger import open_items
    from staketerm.journal.nurture.outcomes import ended_as

    act = found.proposal
    day = on or journal.today
    if outcome is None:
        with journal.read() as reader:
            outcome = ended_as(reader, act, day)
    items = open_items(journal, act.stakeholder, act.project)
    title = next((item.title for item in items if item.id == act.occasion), act.reason)
    return outcome, _("{name}: {item}: {outcome} on {day}.").format(
        name=found.planned.name,
        item=title,
        outcome=word(outcome),
        day=week_day(day, journal.today),
    )


@command("skip", _("Leave an act out, with the reason."))
@click.argument("action")
@click.option("--why", metavar="TEXT", required=True, help=_("The reason: it is learned from."))
@options.as_json
@click.pass_obj
def skip_command(settings: Settings, action: str, why: str, as_json: bool) -> None:
    """An act that is left out."""
    from staketerm.cli.asking import act
    from staketerm.cli.receipts import act_values, report
    from staketerm.journal.nurture.decisions import skip

    with settings.open() as journal:
        found = act(journal, action)
        receipt = skip(journal, found.proposal, why)
    sentence = _("skipped: {reason}").format(reason=found.proposal.reason)
    report("skip", receipt, sentence, as_json, why=why, **act_values(found))


@command("snooze", _("Let an act rest until a day; a snoozed one comes back with 'today'."))
@click.argument("action")
@click.argument("day")
@options.as_json
@click.pass_obj
def snooze_command(settings: Settings, action: str, day: str, as_json: bool) -> None:
    """An act that rests, or one that is snoozed and taken up today."""
    from staketerm.cli.asking import act
    from staketerm.cli.asking import day as day_said
    from staketerm.cli.receipts import act_values, report
    from staketerm.cli.words import week_day
    from staketerm.journal.nurture.decisions import bring_back, snooze

    with settings.open() as journal:
        found = act(journal, action)
        until = day_said(journal, day, "future")
        said = _("rests until {day}: {reason}")
        if found.proposal.until is not None and until == journal.today:
            receipt, said = bring_back(journal, found.proposal), _("back today: {reason}")
        else:
            receipt = snooze(journal, found.proposal, until)
        shown = week_day(until, journal.today)
    sentence = said.format(day=shown, reason=found.proposal.reason)
    report("snooze", receipt, sentence, as_json, until=until, **act_values(found))
