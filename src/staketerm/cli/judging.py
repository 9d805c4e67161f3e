"""`judge` and `away`: what you hold of a position yourself, and when somebody is not there."""

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.locale import _, language


@command("judge", _("Write down your own judgement of a position; it stands beside behaviour."))
@options.who
@click.argument("label")
@click.option("--note", metavar="TEXT", help=_("Why you think so."))
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def judge_command(
    settings: Settings,
    who: str,
    label: str,
    note: str | None,
    on: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    """A dated judgement (inference 4.6)."""
    from staketerm.cli.asking import past_day, person, position
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.cli.words import position as shown
    from staketerm.cli.words import week_day
    from staketerm.journal.judging import judge
    from staketerm.journal.requests import Judge

    with settings.open() as journal:
        whom = person(journal, who)
        request = Judge(
            stakeholder=whom.key,
            label=position(label),
            day=past_day(journal, on),
            note=note,
            project=project_id(journal, project),
        )
        receipt = judge(journal, request)
        day = week_day(request.day, journal.today)
    sentence = _("{name}: your judgement of {day}: {position}. Behaviour still shows beside it.")
    sentence = sentence.format(name=whom.name, day=day, position=shown(request.label))
    report(
        "judge",
        receipt,
        sentence,
        as_json,
        label=request.label,
        on=request.day,
        **person_values(whom),
    )


@command("away", _("Mark days on which somebody is away: waiting for them stands still."))
@options.who
@click.argument("starts", metavar="FROM")
@click.argument("ends", metavar="UNTIL")
@click.option("--note", metavar="TEXT", help=_("Why, such as leave."))
@options.as_json
@click.pass_obj
def away_command(
    settings: Settings, who: str, starts: str, ends: str, note: str | None, as_json: bool
) -> None:
    """A period of absence, both days included (inference 4.5)."""
    from staketerm.cli.asking import day, person
    from staketerm.cli.receipts import person_values, report
    from staketerm.domain.day_words import say_days
    from staketerm.journal.absences import add_absence
    from staketerm.journal.requests import AwayFrom

    with settings.open() as journal:
        whom = person(journal, who)
        request = AwayFrom(
            stakeholder=whom.key,
            starts=day(journal, starts, "future"),
            ends=day(journal, ends, "future"),
            note=note,
        )
        receipt = add_absence(journal, request)
        days = say_days(request.starts, request.ends, journal.today, language())
    sentence = _("{name} is away: {days}.").format(name=whom.name, days=days)
    report(
        "away",
        receipt,
        sentence,
        as_json,
        first=request.starts,
        last=request.ends,
        **person_values(whom),
    )
