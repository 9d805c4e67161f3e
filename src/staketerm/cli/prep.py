"""`prep`: what to know before talking to somebody, on one screen (F64)."""

import shutil
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import ELLIPSIS, show, show_json, wrapped
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.prep import Contact, Prep, Topic
    from staketerm.journal.nurture.prep_sheet import Row

WIDEST = 100
"""Columns that the sheet takes at most; lines that are longer are hard to read."""

ROW_LINES = 4
"""Lines that one row takes at most."""

LEAD_GAP = 2


@command("prep", _("What to know before talking to somebody: on one screen."))
@options.who
@options.project
@options.as_of
@options.as_json
@click.pass_obj
def prep_command(
    settings: Settings, who: str, project: str | None, as_of: str | None, as_json: bool
) -> None:
    """Position, last contacts, what is open, what to thank for, ask and tell."""
    from staketerm.cli.asking import past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.journal.nurture.prep import prep

    with settings.read() as journal:
        whom = person(journal, who)
        day = past_day(journal, as_of)
        sheet = prep(journal, whom.key, project_id(journal, project), day)
    if as_json:
        show_json("prep", _values(sheet))
        return
    for line in _lines(sheet, min(shutil.get_terminal_size().columns, WIDEST)):
        show(line)


def _lines(sheet: "Prep", cells: int) -> "Iterator[str]":
    from rich.cells import cell_len

    from staketerm.cli.reasons import headline
    from staketerm.cli.words import full_day
    from staketerm.journal.nurture.prep_sheet import NoVeil, sections

    who = sheet.profile
    yield _("{name} in {project}, {day}").format(
        name=who.name, project=who.project_name, day=full_day(sheet.day)
    )
    if who.job or who.organisation:
        yield ", ".join(part for part in (who.job, who.organisation) if part)
    if not who.personal:
        yield headline(sheet.why)
    parts = sections(sheet, NoVeil())
    margin = max((cell_len(part.title) for part in parts), default=0) + LEAD_GAP
    for part in parts:
        lead = max(cell_len(row.lead) for row in part.rows)
        lead += LEAD_GAP if lead else 0
        caption = part.title
        for row in part.rows:
            for text in _row(row, lead, cells - margin, days=part.days):
                yield caption + " " * (margin - cell_len(caption)) + text
                caption = ""


def _row(row: "Row", lead: int, cells: int, *, days: bool) -> "Iterator[str]":
    """One row: its lead (days end under each other), the text beside it in a few lines, its end in
    brackets.
    """
    from rich.cells import cell_len

    text = f"{row.text} ({row.end})" if row.end else row.text
    lines = wrapped(text, max(20, cells - lead))
    if len(lines) > ROW_LINES:
        lines = [*lines[: ROW_LINES - 1], lines[ROW_LINES - 1] + ELLIPSIS]
    blank = " " * (lead - cell_len(row.lead) - LEAD_GAP)
    gap = " " * LEAD_GAP if lead else ""
    before = f"{blank}{row.lead}{gap}" if days else f"{row.lead}{blank}{gap}"
    for line in lines:
        yield before + line
        before = " " * lead


def _values(sheet: "Prep") -> dict[str, Any]:
    """The prep as JSON; the read-outs are null in a project that keeps no positions."""
    from staketerm.cli.reasons import why_values
    from staketerm.domain.consent import standing

    who = sheet.profile
    readouts = why_values(sheet.why)
    kept = ("position", "stance", "stance_low", "stance_high", "confidence", "trend", "alarm")
    named = ("id", "handle", "stakeholder", "project", "as_of", "impact")
    beside = ("judgement", "judgement_differs", "says_does_gap", "last_contact")
    consent = who.consent
    return {
        **{key: readouts[key] for key in (*named, *kept, *beside)},
        "organisation": who.organisation,
        "job": who.job,
        "language": who.language,
        "do_not_contact": who.do_not_contact,
        "away": [{"first": first, "last": last} for first, last in sheet.away],
        "consent": {
            "standing": standing(consent, sheet.day),
            "on": consent and consent.day,
            "scope": consent and consent.scope,
            "load": consent and consent.load,
            "until": consent and consent.until,
        },
        "answers": readouts["answers"],
        "reasons": readouts["reasons"][:3],
        "contacts": [_contact(each) for each in sheet.contacts],
        "open": [_open(each) for each in sheet.open],
        "thank_for": [
            {"what": each.what, "on": each.on, "id": each.id, "text": each.text, "did": each.did}
            for each in sheet.thanks
        ],
        "ask": [_topic(each) for each in sheet.topics],
        "acts": [
            {"kind": each.kind, "latest": each.latest, "reason": each.reason, "brake": each.brake}
            for each in sheet.acts
        ],
        "places": sheet.places or None,
        "news": [_topic(each) for each in sheet.news],
        "notes": [
            {
                "on": each.day,
                "kind": each.kind,
                "title": each.title,
                "text": each.text,
                "private": each.private,
            }
            for each in sheet.notes
        ],
    }


def _contact(contact: "Contact") -> dict[str, Any]:
    told = contact.told
    return {
        "on": told.day,
        "what": told.what,
        "kind": told.kind,
        "title": told.title,
        "text": told.text,
        "did": [act.kind for act in contact.acts],
    }


def _open(item: "OpenItem") -> dict[str, Any]:
    return {
        "id": item.tail,
        "table": item.table,
        "kind": item.kind,
        "by": item.by,
        "i_owe": item.i_owe,
        "on": item.on,
        "due": item.due,
        "counts_from": item.counts_from,
        "text": item.text,
    }


def _topic(topic: "Topic") -> dict[str, Any]:
    return {
        "id": topic.id,
        "kind": topic.kind,
        "on": topic.on,
        "text": topic.text,
        "due": topic.due,
        "role": topic.role,
        "note": topic.note,
        "private": topic.private,
    }
