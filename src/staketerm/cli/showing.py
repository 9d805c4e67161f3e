"""`show`: one stakeholder on one page."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.positions.review import Why
    from staketerm.journal.stakeholders.page import Profile
    from staketerm.journal.timeline import Told

NEWEST = 10
"""How much of the timeline is shown."""


@command("show", _("Somebody on one page: who, position, what is open, what happened."))
@options.who
@options.project
@options.as_json
@click.pass_obj
def show_command(settings: Settings, who: str, project: str | None, as_json: bool) -> None:
    """The card, the position, open items and the newest of the timeline."""
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.journal.ledger import open_items
    from staketerm.journal.positions.review import why
    from staketerm.journal.stakeholders.page import profile
    from staketerm.journal.timeline import told

    with settings.read() as journal:
        whom = person(journal, who)
        position = why(journal, whom.key, project_id(journal, project))
        page = profile(journal, whom.key, position.project)
        waiting = open_items(journal, whom.key)
        timeline = told(journal, stakeholder=whom.key, limit=NEWEST)
        today = journal.today
    if as_json:
        show_json("show", _values(page, position, waiting, timeline, today))
        return
    for line in _lines(page, position, waiting, timeline, today):
        show(line)


def _values(
    page: "Profile",
    position: "Why",
    waiting: "tuple[OpenItem, ...]",
    timeline: "tuple[Told, ...]",
    today: "date",
) -> dict[str, Any]:
    from staketerm.cli.reasons import waiting_values, why_values

    readouts = why_values(position)
    for left_out in ("reasons", "open"):
        del readouts[left_out]
    return {
        **readouts,
        "kind": page.kind,
        "organisation": page.organisation,
        "job": page.job,
        "language": page.language,
        "do_not_contact": page.do_not_contact,
        "tags": list(page.tags),
        "emails": list(page.emails),
        "phones": list(page.phones),
        "urls": list(page.urls),
        "roles": list(page.roles),
        "power": page.power,
        "interest": page.interest,
        "reach": page.reach,
        "desired": page.desired,
        "valued_critic": page.valued_critic,
        "away": [{"first": away.starts, "last": away.ends} for away in page.away],
        "open": [
            {
                "id": item.tail,
                "table": item.table,
                "kind": item.kind,
                "by": item.by,
                "on": item.on,
                "due": item.due,
                "text": item.text,
                "counts_from": item.counts_from,
                **(waiting_values(item.question, today) if item.question else {}),
            }
            for item in waiting
        ],
        "timeline": [
            {
                "on": each.day,
                "what": each.what,
                "kind": each.kind,
                "text": each.text,
                "points": each.points,
                "provenance": each.provenance,
                "left_out": each.ignored,
                "by": each.author,
            }
            for each in timeline
        ],
    }


def _lines(
    page: "Profile",
    position: "Why",
    waiting: "tuple[OpenItem, ...]",
    timeline: "tuple[Told, ...]",
    today: "date",
) -> "Iterator[str]":
    from staketerm.cli.reasons import readout_lines
    from staketerm.cli.words import week_day
    from staketerm.domain.answering import counts_when, i_answer, they_answer
    from staketerm.domain.flag_words import blocking, says_does, thin
    from staketerm.domain.receptiveness import said

    yield f"{page.name} ({page.handle})"
    yield from _who(page, today)
    if not position.personal:
        yield ""
        yield from readout_lines(position)
        told = position.assessment
        if told.alarm:
            yield told.alarm.text
        yield from filter(None, (says_does(told), blocking(told), thin(told)))
    if waiting:
        yield ""
        yield _("Open")
        for item in waiting:
            due = " " + _("(by {day})").format(day=week_day(item.due, today)) if item.due else ""
            yield f"  {item.tail}  {item.title}{due}"
            if item.question:
                yield f"  {'':6}  {counts_when(item.question, today)}"
        yield from filter(
            None,
            (
                they_answer(position.assessment.answers),
                i_answer(position.my_answers),
                said(position.receptiveness),
            ),
        )
    yield ""
    yield _("Newest") if timeline else _("nothing logged yet")
    for each in timeline:
        besides = ", ".join(part for part in (each.known, each.credit) if part)
        known = f" ({besides})" if besides else ""
        yield f"  {week_day(each.day, today):>15}  {_told(each, today)}{known}"


def _who(page: "Profile", today: "date") -> "Iterator[str]":
    from staketerm.cli.words import week_day
    from staketerm.domain.vocabulary import word

    if page.job or page.organisation:
        yield ", ".join(part for part in (page.job, page.organisation) if part)
    yield from (*page.emails, *page.phones, *page.urls)
    told = [*page.roles]
    told += [_("impact {word}").format(word=word(page.impact))] if page.impact else []
    told += [_("power {n}").format(n=page.power)] if page.power else []
    told += [_("interest {n}").format(n=page.interest)] if page.interest else []
    told += [_("valued critic")] if page.valued_critic else []
    yield f"{page.project_name}: {', '.join(told)}" if told else page.project_name
    if page.tags:
        yield _("tags: {tags}").format(tags=", ".join(page.tags))
    if page.do_not_contact:
        yield _("asked not to be contacted")
    for away in page.away:
        yield _("away from {first} until {last}").format(
            first=week_day(away.starts, today), last=week_day(away.ends, today)
        )


def _told(each: "Told", today: "date") -> str:
    """One item of the timeline in a line."""
    from staketerm.cli.words import position, week_day
    from staketerm.domain.phrases import points
    from staketerm.domain.vocabulary import word
    from staketerm.journal.told_words import in_it

    if each.what == "signal":
        said = each.label or each.kind
        said += f" {points(each.points)}" if each.points else ""
    elif each.what == "judgement":
        whose = (
            _("judgement from a file: {position}") if each.origin else _("my judgement: {position}")
        )
        said = whose.format(position=position(each.kind))
    elif each.what == "absence" and each.until:
        said = _("away until {day}").format(day=week_day(each.until, today))
    elif parts := in_it(each):
        return f"{word(each.kind)}: {each.title or each.text}   {parts}"
    else:
        said = word(each.what)
        if each.what in ("asked", "answered", "entry"):
            said += f" ({word(each.kind)})"
        if each.outcome and each.what in ("answered", "settled"):
            said += f": {word(each.outcome)}"
    return f"{said}: {each.title or each.text}" if each.title or each.text else said
