"""`judge` and `away`: what you hold of a position yourself, and when somebody is not there."""

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.locale import _, language


@command("judge", _("Your own judgement of a position: say it, read all of them, withdraw it."))
@options.who
@click.argument("label", required=False)
@click.option("--note", metavar="TEXT", help=_("Why you think so."))
@click.option(
    "--withdraw", is_flag=True, help=_("Take the newest back; the one before holds again.")
)
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def judge_command(
    settings: Settings,
    who: str,
    label: str | None,
    note: str | None,
    withdraw: bool,
    on: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    """A dated judgement beside behaviour (inference 4.6)."""
    if withdraw and (label or note or on):
        raise click.UsageError(_("--withdraw takes the newest judgement back; it takes no other."))
    if withdraw:
        _withdraw(settings, who, project, as_json)
    elif label is None:
        if note or on:
            raise click.UsageError(_("Which position do you see? Say it after the name."))
        _show_judgements(settings, who, project, as_json)
    else:
        _judge(settings, who, label, note, on, project, as_json)


def _judge(
    settings: Settings,
    who: str,
    label: str,
    note: str | None,
    on: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    from staketerm.cli.asking import past_day, person, position
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.cli.words import position as shown
    from staketerm.cli.words import week_day
    from staketerm.journal.positions.judging import judge
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


def _withdraw(settings: Settings, who: str, project: str | None, as_json: bool) -> None:
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.cli.words import position, week_day
    from staketerm.domain.errors import NotFound
    from staketerm.journal.positions.judging import judgements_of, take_back_judgement

    with settings.open() as journal:
        whom = person(journal, who)
        told = judgements_of(journal, whom.key, project_id(journal, project))
        if not told:
            raise NotFound(_("{name}: there is no judgement.").format(name=whom.name))
        receipt = take_back_judgement(journal, told[0].id)
        day = week_day(told[0].day, journal.today)
    sentence = _("{name}: your judgement of {day} is withdrawn: {position}.").format(
        name=whom.name, day=day, position=position(told[0].label)
    )
    if len(told) > 1:
        sentence += " " + _("The one before holds again: {position}.").format(
            position=position(told[1].label)
        )
    report(
        "judge",
        receipt,
        sentence,
        as_json,
        label=told[0].label,
        on=told[0].day,
        **person_values(whom),
    )


def _show_judgements(settings: Settings, who: str, project: str | None, as_json: bool) -> None:
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.output import show, show_json, tell
    from staketerm.cli.receipts import person_values
    from staketerm.cli.words import position, week_day
    from staketerm.journal.positions.judging import judgements_of
    from staketerm.journal.positions.review import why

    with settings.read() as journal:
        whom = person(journal, who)
        told = judgements_of(journal, whom.key, project_id(journal, project), colleagues=True)
        now = why(journal, whom.key, project_id(journal, project))
        today = journal.today
    if as_json:
        rows = [
            {
                "label": each.label,
                "on": each.day,
                "note": each.note,
                "origin": each.origin,
                "by": each.author,
            }
            for each in told
        ]
        values = {**person_values(whom), "position": now.assessment.label, "judgements": rows}
        show_json("judge", {**values, "differs": now.differs})
        return
    for each in told:
        note = f'  "{each.note}"' if each.note else ""
        whose = " " + _("by {name}").format(name=each.author) if each.author else ""
        show(f"{week_day(each.day, today):>15}  {position(each.label)}{note}{whose}")
    if now.contradiction:
        show(f"{now.contradiction}.")
    if not told:
        tell(_("{name}: there is no judgement.").format(name=whom.name))


@command("lists", _("What lists follow: behaviour, or your judgement where there is one."))
@click.argument("follow", required=False, type=click.Choice(["behaviour", "judgement"]))
@options.as_json
@click.pass_obj
def lists_command(settings: Settings, follow: str | None, as_json: bool) -> None:
    """Order, filters and proposed acts; alarms come from behaviour whatever it says (4.6)."""
    from staketerm.cli.output import show, show_json
    from staketerm.cli.receipts import report
    from staketerm.journal.positions.lists_follow import follow as follow_from_now
    from staketerm.journal.positions.lists_follow import lists_follow

    said = {
        "behaviour": _("Lists follow behaviour."),
        "judgement": _("Lists follow your judgement, where there is one."),
    }
    if follow is None:
        with settings.read() as journal:
            now = lists_follow(journal)
        if as_json:
            show_json("lists", {"follow": now})
        else:
            show(said[now])
        return
    with settings.open() as journal:
        receipt = follow_from_now(journal, follow)
    report("lists", receipt, said[follow], as_json, follow=follow)


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
    from staketerm.journal.requests import AwayFrom
    from staketerm.journal.stakeholders.absences import add_absence

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
