"""`due`: who needs attention, for people and for status bars.

The way of a status bar is the standard library and click alone: the plan of the day is read by
`journal.glance`. Only where that has no answer the journal is opened, and the plan kept for the
next time.
"""

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import StaketermError
from staketerm.journal.glance import Glance, GlanceAct, glance
from staketerm.journal.location import file_of
from staketerm.locale import _, language, ngettext

if TYPE_CHECKING:
    from staketerm.journal.decisions import Due, DueAct

LATE = 10
"""Exit code of `--check` when a latest day has passed."""

SHOWN = 5
"""Acts shown unless all are asked for (P25)."""

SOON = timedelta(days=2)
"""The latest day is near from this many days before it (screens 4)."""


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
@click.option("--all", "everything", is_flag=True, help=_("All of them, not the first five."))
@options.as_json
@click.pass_obj
def due_command(
    settings: Settings, on: str | None, format: str, check: bool, everything: bool, as_json: bool
) -> int:
    """What is due; the exit code."""
    if as_json or format == "json":
        whole = _whole(settings, on)
        _show_json(whole, everything)
        seen = _as_glance(whole)
    else:
        seen = _glance(settings, on)
        if format == "tmux":
            click.echo(tmux_line(seen))
        elif format == "waybar":
            click.echo(waybar_line(seen))
        else:
            _show_list(seen, everything)
    return LATE if check and _late(seen) else 0


def tmux_line(seen: Glance) -> str:
    """ "5 to do »2": how many acts, and how many with their latest day near or past; no names, for
    others see a status bar too. Empty where nothing is to do."""
    if not seen.acts:
        return ""
    near = len(_near(seen))
    count = len(seen.acts)
    said = ngettext("{n} to do", "{n} to do", count).format(n=count)
    return f"{said} »{near}" if near else said


def waybar_line(seen: Glance) -> str:
    """One object as waybar reads it: text, class (none, due, soon, late) and a tooltip, which is
    markup there."""
    import json
    from html import escape

    from staketerm.domain.text import plain_line

    mood = "late" if _late(seen) else "soon" if _near(seen) else "due" if seen.acts else "none"
    lines = (f"{act.latest}  {plain_line(act.reason)}" for act in seen.acts[:SHOWN])
    return json.dumps(
        {
            "text": str(len(seen.acts)) if seen.acts else "",
            "tooltip": escape("\n".join(lines), quote=False),
            "class": mood,
            "alt": mood,
        }
    )


def _late(seen: Glance) -> list[GlanceAct]:
    """The acts whose latest day has passed."""
    return [act for act in seen.acts if act.latest < seen.day.isoformat()]


def _near(seen: Glance) -> list[GlanceAct]:
    """The acts whose latest day is near or has passed."""
    return [act for act in seen.acts if act.latest <= (seen.day + SOON).isoformat()]


def _glance(settings: Settings, on: str | None) -> Glance:
    """What is due, the short way where it answers."""
    path = file_of(settings.journal)
    if path is not None and on is None:
        found = glance(path, settings.day_in, language())
        if found is not None:
            return found
    return _as_glance(_whole(settings, on))


def _whole(settings: Settings, on: str | None) -> "Due":
    """What is due by the journal itself, which keeps the plan for status bars."""
    from staketerm.cli.asking import due_day
    from staketerm.journal.decisions import due, keep_plan

    with settings.open() as journal:
        wanted = due_day(journal, on)
        if wanted is None:
            with suppress(StaketermError):  # a journal that cannot be written answers all the same
                keep_plan(journal)
        return due(journal, wanted)


def _as_glance(found: "Due") -> Glance:
    planned = (*found.acts, *found.coming, *found.held_back)
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
        tuple(act.planned.id for act in planned),
    )


def _show_list(seen: Glance, everything: bool) -> None:
    from staketerm.cli.output import show_table, tell
    from staketerm.domain.due import short_ids
    from staketerm.domain.vocabulary import word

    if not seen.acts:
        tell(_("Nothing asks for you today."))
        return
    short = short_ids(seen.ids)
    shown = seen.acts if everything else seen.acts[:SHOWN]
    show_table(
        (_("id"), _("latest"), _("what"), _("who"), _("why")),
        ((short[act.id], act.latest, word(act.kind), act.name, act.reason) for act in shown),
    )
    if hidden := len(seen.acts) - len(shown):
        tell(ngettext("{n} more: --all", "{n} more: --all", hidden).format(n=hidden))


def _show_json(found: "Due", everything: bool) -> None:
    from staketerm.cli.output import show_json

    shown = found.acts if everything else found.acts[:SHOWN]
    show_json(
        "due",
        {
            "on": found.on,
            "total": len(found.acts),
            "actions": [_values(act) for act in shown],
            "coming": [_values(act) for act in found.coming],
            "held_back": [{**_values(act), "brake": act.proposal.brake} for act in found.held_back],
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
        "priority": act.proposal.priority,
        "reason": act.proposal.reason,
    }
