"""`list`: who stands where."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show_json, show_table, tell
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.stakeholders.person_row import PersonRow
    from staketerm.store.records import Judgement

ORDERS = ("attention", "name", "position", "stance", "last", "impact", "evidence")


@command("list", _("Everybody with their position, those who ask for attention first."))
@click.option(
    "--filter",
    metavar="EXPR",
    default="",
    help=_("Words and field:value, such as 'position:critic impact:high quiet:30d'."),
)
@options.as_of
@options.project
@click.option("--order", type=click.Choice(ORDERS), default="attention", show_default=True)
@options.as_json
@click.pass_obj
def list_command(
    settings: Settings,
    filter: str,
    as_of: str | None,
    project: str | None,
    order: str,
    as_json: bool,
) -> None:
    """One row for each stakeholder in each project."""
    from staketerm.cli.asking import past_day
    from staketerm.cli.asking import project as project_id
    from staketerm.journal.positions.judging import judgements_on
    from staketerm.journal.positions.lists_follow import lists_follow
    from staketerm.journal.stakeholders.triage import people

    with settings.read() as journal:
        day = past_day(journal, as_of)
        found = people(
            journal,
            filter=filter,
            order=order,
            project=project_id(journal, project),
            as_of=day,
        )
        judged = judgements_on(journal, day) if as_json else {}
        follows = lists_follow(journal)
    if as_json:
        rows = [row_values(row, judged.get((row.id, row.project))) for row in found.rows]
        values = {
            "as_of": day,
            "filter": found.filter,
            "total": found.total,
            "follows": follows,
        }
        show_json("list", {**values, "stakeholders": rows})
        return
    heads = (_("handle"), _("name"), _("position"), _("stance"), _("last"), _("next"))
    show_table(heads, (_cells(row, day) for row in found.rows), for_scripts=1)
    if not found.total:
        tell(_("Nobody here yet. `staketerm add` adds somebody, `staketerm import` reads a file."))
    elif not found.rows:
        tell(_("No one fits this filter."))


def row_values(row: "PersonRow", judgement: "Judgement | None") -> dict[str, Any]:
    """A row as JSON: the read-outs of `why` without reasons; null where there is no scoring."""
    readouts = {
        "position": row.label,
        "stance": row.stance,
        "stance_low": row.low,
        "stance_high": row.high,
        "probability": row.probability,
        "energy": row.energy,
        "active": row.active,
        "evidence": row.evidence,
        "confidence": row.confidence,
        "trend": row.trend,
        "alarm": row.alarm and _alarm_values(row),
        "says_does_gap": row.gap,
        "blocking": {"keeps_blocking": row.blocks, "acts": row.blocking},
        "more_to_place": row.more_to_place,
    }
    return {
        "id": row.id,
        "handle": row.handle,
        "stakeholder": row.name,
        "kind": row.kind,
        "organisation": row.organisation,
        "project": row.project_name,
        "impact": row.impact,
        "power": row.power,
        "interest": row.interest,
        "valued_critic": row.valued_critic,
        "tags": list(row.tags),
        **(dict.fromkeys(readouts) if row.personal else readouts),
        "judgement": judgement
        and {"label": judgement.label, "on": judgement.day, "note": judgement.note},
        "judged_elsewhere": None if row.personal else row.judged_elsewhere,
        "last_contact": row.last_contact,
        "next_action": row.next_kind
        and {
            "kind": row.next_kind,
            "reason": row.next_text,
            "ideal": row.next_ideal,
            "latest": row.next_due,
        },
    }


def _alarm_values(row: "PersonRow") -> dict[str, Any]:
    """The alarm with the short text of a list; `why` has the deeds."""
    from staketerm.domain.phrases import short_day

    text = _("Crossed over on {day}.") if row.alarm == "crossed_over" else _("Cooling since {day}.")
    since = row.alarm_since
    shown = text.format(day=short_day(since, since)) if since else ""
    return {"since": since, "kind": row.alarm, "text": shown}


def _cells(row: "PersonRow", day: date) -> tuple[str, ...]:
    from staketerm.domain.phrases import fraction, short_day
    from staketerm.domain.vocabulary import word

    known = row.label != "unknown" and not row.personal
    following = ""
    if row.next_kind and row.next_due:
        following = f"{word(row.next_kind)} {short_day(row.next_due, day)}"
    return (
        row.handle,
        " ".join(filter(None, (row.name, "" if row.personal else _signs(row)))),
        "" if row.personal else _position(row),
        fraction(row.stance) if known else "",
        _("{n} d").format(n=(day - row.last_contact).days) if row.last_contact else "",
        following,
    )


def _position(row: "PersonRow") -> str:
    """Glyph and word, that one judges otherwise, the trend."""
    from staketerm.cli.words import DIFFERS, glyph, position

    differs = DIFFERS if row.judged_elsewhere else ""
    return " ".join(filter(None, (position(row.label), differs, glyph(row.trend))))


def _signs(row: "PersonRow") -> str:
    """What asks for a second look: `!` cooling, `!!` crossed over, `(!)` such an alarm that was
    seen, `±` words and deeds differ, `×` keeps blocking."""
    from staketerm.cli.words import ALARM_SIGNS, BLOCKS_SIGN, GAP_SIGN

    flags = (GAP_SIGN if row.gap else "") + (BLOCKS_SIGN if row.blocks else "")
    alarm = "(!)" if row.alarm_seen else ALARM_SIGNS[row.alarm]
    return " ".join(filter(None, (alarm, flags)))
