"""What a change of the model would do, shown before it is made (F40)."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli.output import show, show_json, tell
from staketerm.cli.settings import on_terminal
from staketerm.cli.words import position
from staketerm.domain.phrases import fraction
from staketerm.domain.vocabulary import word
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.domain.habits import Correction
    from staketerm.journal.positions.what_if import WhatIf, WouldMove

SHOWN = 20
"""How many who would move are named; below them stands how many more there are."""

dry_run = click.option("--dry-run", is_flag=True, help=_("Say who would move; nothing is written."))
yes = click.option("--yes", is_flag=True, help=_("Do not ask; outside a terminal nobody is asked."))


def agreed(
    command: str, sentence: str, found: "WhatIf", *, dry_run: bool, yes: bool, as_json: bool
) -> bool:
    """Show what would be done and who would move; whether it is to be done.

    Asked on a terminal, unless it was agreed to beforehand; with `dry_run` the answer is no.
    """
    if as_json:
        if dry_run:
            show_json(command, {"dry_run": True, **values(found)})
        return not dry_run
    for line in (sentence, *(lines(found) if found.weighs else ())):
        show(line)
    if dry_run:
        tell(_("Nothing has been written."))
        return False
    return yes or not on_terminal() or click.confirm(_("Save this?"), default=True, err=True)


def lines(found: "WhatIf") -> list[str]:
    """Who would move, one a line, and how many others."""
    told = [_line(move) for move in found.moves[:SHOWN]]
    if (more := len(found.moves) - SHOWN) > 0:
        told.append("  " + _("and {n} more").format(n=more))
    others = ngettext(
        "{n} other shifts without another word.",
        "{n} others shift without another word.",
        found.shifted,
    )
    if not found.looked_at:
        return [_("Nobody has signals of this kind: no one moves.")]
    if not found.moves:
        told.append(_("No one's position would get another word."))
        others = ngettext("{n} position shifts.", "{n} positions shift.", found.shifted)
    if found.shifted:
        told.append(others.format(n=found.shifted))
    return told


def values(found: "WhatIf") -> dict[str, Any]:
    """The same as JSON."""
    return {
        "would_move": [
            {
                "id": move.stakeholder,
                "stakeholder": move.name,
                "project": move.project_name,
                "before": move.before,
                "after": move.after,
                "stance_before": move.stance_before,
                "stance_after": move.stance_after,
                "alarm_before": move.alarm_before,
                "alarm_after": move.alarm_after,
            }
            for move in found.moves
        ],
        "would_shift": found.shifted,
        "looked_at": found.looked_at,
    }


def correction_values(correction: "Correction | None") -> dict[str, float] | None:
    """A correction as JSON: what a point of either side counts."""
    if correction is None:
        return None
    return {"for": correction.for_, "against": correction.against}


def _line(move: "WouldMove") -> str:
    """ "  Ada Lens (Graafloket)  ◇ fence-sitter → ● supporter, +.12 to +.31; alarm: cooling"."""
    stances = _("{before} to {after}").format(
        before=fraction(move.stance_before), after=fraction(move.stance_after)
    )
    if move.relabelled:
        words = f"{position(move.before)} → {position(move.after)}"
    else:
        words = position(move.after)
    line = f"  {move.name} ({move.project_name})  {words}, {stances}"
    if move.alarm_ended:
        return line + "; " + _("the alarm ends")
    if move.alarm_after != move.alarm_before and move.alarm_after:
        return line + "; " + _("alarm: {alarm}").format(alarm=word(move.alarm_after))
    return line
