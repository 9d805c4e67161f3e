"""`changed`: what moved since a day; `seen`: an alarm was looked at (design section 6)."""

from datetime import date
from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json
from staketerm.cli.settings import Settings, command
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from staketerm.journal.positions.news import Changed
    from staketerm.journal.stakeholders.person_row import PersonRow

NAME_CELLS = 22


@command("changed", _("What changed: positions, alarms, who is quiet, what is known no longer."))
@click.option(
    "--since",
    metavar="DAY",
    help=_("From this day on; else since you last looked, or in the last seven days."),
)
@options.project
@options.as_of
@options.as_json
@click.pass_obj
def changed_command(
    settings: Settings,
    since: str | None,
    project: str | None,
    as_of: str | None,
    as_json: bool,
) -> None:
    """What changed between two days, in sentences or as JSON."""
    from staketerm.cli.asking import past_day
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.changed_json import values
    from staketerm.journal.positions.changed import changed, first_day

    with settings.read() as journal:
        day = past_day(journal, as_of)
        first = first_day(journal, day) if since is None else past_day(journal, since)
        within = project_id(journal, project)
        found = changed(journal, first, within, day)
        today = journal.today
    if as_json:
        show_json("changed", values(found))
        return
    for line in _lines(found, today):
        show(line)


# in sentences


def _lines(found: "Changed", today: date) -> "Iterator[str]":
    from staketerm.cli.words import full_day, week_day

    since = week_day(found.since, today)
    if found.until == today:
        yield _("What changed since {day}").format(day=since)
    else:
        until = full_day(found.until)
        yield _("What changed from {first} to {last}").format(first=since, last=until)
    parts = [
        (_("Alarms"), list(_alarms(found))),
        (_("Moved"), list(_moved(found))),
        (_("Quiet"), list(_quiet(found))),
        (_("Known no longer"), list(_lapsed(found))),
        (_("Your judgement"), list(_judged(found))),
        (_("Done and left out"), list(_acts(found))),
    ]
    for title, lines in parts:
        if lines:
            yield ""
            yield title
            yield from lines
    if not any(lines for _title, lines in parts):
        yield _("No one's position moved.")


def _alarms(found: "Changed") -> "Iterator[str]":
    from staketerm.cli.words import ALARM_SIGNS
    from staketerm.domain.explain import drift_sentence
    from staketerm.domain.phrases import narrow_day
    from staketerm.journal.positions import news_words

    for each in found.alarms:
        sign = "(!)" if each.seen else ALARM_SIGNS[each.alarm.kind]
        yield f"  {sign:<3} {_head(each.row)}  {news_words.alarm_since(each, found.until)}"
        if each.seen:
            note = f' "{each.seen.note}"' if each.seen.note else ""
            yield f"      {news_words.seen(each, found.until)}{note}"
            continue
        for deed in each.alarm.deeds:
            yield f"      {narrow_day(deed.on, found.until):>6}  {news_words.deed(deed)}"
        now = narrow_day(found.until, found.until)
        yield f"      {now:>6}  {drift_sentence(each.assessment)}"
    for gone in found.ended:
        yield f"      {_head(gone.row)}  {news_words.ended(gone, found.until)}"


def _moved(found: "Changed") -> "Iterator[str]":
    from staketerm.cli.words import position
    from staketerm.domain.phrases import narrow_day
    from staketerm.journal.positions import news_words

    for each in found.positions:
        arrow = f"{position(each.was)} → {position(each.row.label)}"
        yield f"      {each.row.name:<{NAME_CELLS}}  {arrow}"
        if why := news_words.rewritten(each):
            yield f"              {why}"
        for step in each.steps:
            told = news_words.because(step)
            if len(each.steps) > 1:
                told = f"{position(step.label)}: {told}"
            yield f"      {narrow_day(step.on, found.until):>6}  {told}"


def _quiet(found: "Changed") -> "Iterator[str]":
    from staketerm.journal.positions import news_words

    fresh = [each for each in found.quiet if each.new]
    for each in fresh:
        yield f"      {_head(each.row)}  {news_words.silence(each, found.until)}"
    if before := len(found.quiet) - len(fresh):
        yield "      " + ngettext(
            "{n} who was quiet before", "{n} who were quiet before", before
        ).format(n=before)


def _lapsed(found: "Changed") -> "Iterator[str]":
    from staketerm.journal.positions import news_words

    for each in found.lapsed:
        yield f"      {_head(each.row)}  {news_words.lapse(each, found.until)}"


def _judged(found: "Changed") -> "Iterator[str]":
    from staketerm.journal.positions import news_words

    for each in found.judgements:
        yield f"      {_head(each.row)}"
        yield f"              {news_words.contradicted(each, found.until)}"
        since = news_words.differs_since(each, found.until)
        note = f'; "{each.judgement.note}"' if each.judgement.note else ""
        yield f"              {since}{note}"


def _acts(found: "Changed") -> "Iterator[str]":
    from staketerm.domain.phrases import narrow_day
    from staketerm.domain.vocabulary import word

    for each in found.acts:
        said = f"{word(each.state)}: {word(each.kind)}, {each.name}"
        told = each.why if each.state == "skipped" else each.outcome
        more = f": {word(told)}" if told else ""
        yield f"      {narrow_day(each.on, found.until):>6}  {said}{more}"


def _head(row: "PersonRow") -> str:
    from staketerm.cli.words import position

    return f"{row.name:<{NAME_CELLS}}  {position(row.label)}"


@command("seen", _("Say that the alarm of somebody was seen: quiet until a later one goes off."))
@options.who
@click.option("--note", metavar="TEXT", help=_("What you think of it; for yourself."))
@options.project
@options.as_json
@click.pass_obj
def seen_command(
    settings: Settings, who: str, note: str | None, project: str | None, as_json: bool
) -> None:
    """An alarm that was looked at (inference 6.1)."""
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.domain.errors import NotFound
    from staketerm.domain.phrases import short_day
    from staketerm.journal.positions.review import why
    from staketerm.journal.positions.seen import mark_seen

    with settings.open() as journal:
        whom = person(journal, who)
        found = why(journal, whom.key, project_id(journal, project))
        alarm = None if found.personal else found.assessment.alarm
        if alarm is None:
            raise NotFound(_("{name}: no alarm stands.").format(name=whom.name))
        receipt = mark_seen(journal, whom.key, found.project, alarm.since, note)
        day = short_day(alarm.since, journal.today)
    sentence = _("{name}: the alarm of {day} is seen; it returns if it cools again.")
    report(
        "seen",
        receipt,
        sentence.format(name=whom.name, day=day),
        as_json,
        since=alarm.since,
        note=note,
        **person_values(whom),
    )
