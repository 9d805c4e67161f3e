"""`due`: who asks for attention.

The plan of the day answers where it can (`bar`); else the journal is opened, and the plan kept for
the next time.
"""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.bar import LATE, LINES, SHOWN, late, look, say_locked
from staketerm.cli.notice import notify as send_notice
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import StaketermError
from staketerm.journal.glance import Glance, GlanceAct
from staketerm.journal.location import file_of
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import Due, DueAct

PLACES = 3
"""Decimals of a priority and its parts in JSON: what is behind them says nothing."""


@command("due", _("Who asks for attention, most pressing first: five, or --all."))
@click.option("--on", metavar="DAY", help=_("On another day than today."))
@click.option(
    "--format",
    type=click.Choice(["plain", "json", "tmux", "waybar"]),
    default="plain",
    show_default=True,
    help=_("As a list, as JSON, or for a status bar."),
)
@click.option("--check", is_flag=True, help=_("Exit with 10 when a latest day has passed."))
@click.option("--notify", is_flag=True, help=_("As a desktop notice, if anything is due."))
@click.option("--names", is_flag=True, help=_("With names in the notice."))
@click.option("--all", "everything", is_flag=True, help=_("All of them, not the first five."))
@options.as_json
@click.pass_obj
def due_command(
    settings: Settings,
    on: str | None,
    format: str,
    check: bool,
    notify: bool,
    names: bool,
    everything: bool,
    as_json: bool,
) -> int:
    """What is due; the exit code."""
    if on is not None and notify:
        raise click.UsageError(_("A notice is of today, not of another day."))
    path = file_of(settings.journal)
    if format in LINES and path is not None:
        said = say_locked(path, {"--format": format, **({"--check": ""} if check else {})})
        if said is not None:
            return said
    if as_json or format == "json":
        whole = _whole(settings, on)
        _show_json(whole, everything)
        seen = _as_glance(whole)
    elif everything and format == "plain" and not notify:
        whole = _whole(settings, on)
        seen = _as_glance(whole)
        _show_list(seen, everything)
        _tell_held_back(whole)
        _tell_snoozed(whole)
    else:
        seen = _glance(settings, on)
        if line := LINES.get(format):
            click.echo(line(seen))
        elif not notify:
            _show_list(seen, everything)
    if notify:
        send_notice(seen, names=names)
    return LATE if check and late(seen) else 0


def _glance(settings: Settings, on: str | None) -> Glance:
    """What is due, the short way where it answers."""
    path = file_of(settings.journal)
    if path is not None and on is None:
        found = look(path, settings.day())
        if found is not None:
            return found
    return _as_glance(_whole(settings, on))


def _whole(settings: Settings, on: str | None) -> "Due":
    """What is due by the journal itself, which keeps the plan for status bars."""
    from staketerm.cli.asking import due_day
    from staketerm.journal.nurture.decisions import due, keep_plan

    with settings.read() as journal:
        wanted = due_day(journal, on)
        if wanted is None:
            with suppress(StaketermError):  # a journal that cannot be written answers all the same
                keep_plan(journal)
        return due(journal, wanted)


def _as_glance(found: "Due") -> Glance:
    return Glance(
        found.on,
        tuple(
            GlanceAct(
                act.planned.id,
                act.proposal.kind,
                act.planned.handle,
                act.planned.name,
                act.planned.project_name,
                act.proposal.ideal.isoformat(),
                act.proposal.latest.isoformat(),
                act.proposal.priority,
                act.proposal.reason,
            )
            for act in found.acts
        ),
        tuple(act.planned.id for act in found.every),
    )


def _show_list(seen: Glance, everything: bool) -> None:
    from staketerm.cli.output import show_table, tell
    from staketerm.domain.nurture.acts import FALLING_DUE, short_ids, todays
    from staketerm.domain.vocabulary import word

    if not seen.acts:
        tell(_("Nothing asks for you today."))
        return
    short = short_ids(seen.ids)
    to_do = [act for act in seen.acts if act.kind not in FALLING_DUE]
    falls_due = [act for act in seen.acts if act.kind in FALLING_DUE]
    places = todays([(act.kind, date.fromisoformat(act.latest)) for act in to_do], seen.day)
    shown = [*(to_do[place] for place in places), *falls_due][:SHOWN]
    shown = list(seen.acts) if everything else shown
    show_table(
        (_("id"), _("latest"), _("act"), _("who"), _("why")),
        ((short[act.id], act.latest, word(act.kind), act.name, act.reason) for act in shown),
    )
    if hidden := len(seen.acts) - len(shown):
        tell(ngettext("{n} more: --all", "{n} more: --all", hidden).format(n=hidden))


def _tell_held_back(found: "Due") -> None:
    from staketerm.cli.output import tell
    from staketerm.domain.vocabulary import word

    if not found.held_back:
        return
    tell(_("held back by a brake:"))
    for act in found.held_back:
        said = _("{act}, {name}: {brake}").format(
            act=word(act.proposal.kind), name=act.planned.name, brake=act.proposal.brake
        )
        tell(f"{act.id}  {said}")


def _tell_snoozed(found: "Due") -> None:
    """What was put off, and the day it comes back."""
    from staketerm.cli.output import tell
    from staketerm.cli.words import week_day
    from staketerm.domain.vocabulary import word

    if not found.snoozed:
        return
    tell(_("snoozed:"))
    for act in found.snoozed:
        said = _("{act}, {name}: back on {day}").format(
            act=word(act.proposal.kind),
            name=act.planned.name,
            day=week_day(act.proposal.ideal, found.on),
        )
        tell(f"{act.id}  {said}")


def _show_json(found: "Due", everything: bool) -> None:
    from staketerm.cli.output import show_json

    shown = found.acts if everything else (*found.today, *found.falls_due)[:SHOWN]
    show_json(
        "due",
        {
            "on": found.on,
            "total": len(found.acts),
            "actions": [_values(act) for act in shown],
            "falls_due": [_values(act) for act in found.falls_due],
            "coming": [_values(act) for act in found.coming],
            "held_back": [{**_values(act), "brake": act.proposal.brake} for act in found.held_back],
            "snoozed": [{**_values(act), "until": act.proposal.until} for act in found.snoozed],
        },
    )


def _values(act: "DueAct") -> dict[str, Any]:
    return {
        "id": act.id,
        "kind": act.proposal.kind,
        "stakeholder": act.planned.name,
        "handle": act.planned.handle,
        "project": act.planned.project_name,
        "ideal": act.proposal.ideal,
        "latest": act.proposal.latest,
        "priority": round(act.proposal.priority, PLACES),
        "weight": {
            "impact": round(act.proposal.weight.impact, PLACES),
            "reach": round(act.proposal.weight.reach, PLACES),
            "urgency": round(act.proposal.weight.urgency, PLACES),
        },
        "reason": act.proposal.reason,
        "rests": list(act.proposal.rests),
    }
