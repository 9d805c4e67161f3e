"""`cadence`, `holiday`, `brakes`: how often to be in touch, days off, how much is too much."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.completing import handles
from staketerm.cli.output import show, show_json
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from datetime import date

    from staketerm.domain.cadence import Rhythm
    from staketerm.journal.nurture.rhythms import Holiday
    from staketerm.journal.opening import Journal
    from staketerm.journal.requests import SetRhythm


@command(
    "cadence",
    _(
        "How often to be in touch: with WHO, with everybody of a tag, or in a project; "
        "without options it shows what is in force and where it comes from."
    ),
)
@click.argument("who", required=False, shell_complete=handles)
@click.option("--tag", metavar="T", help=_("With everybody of this tag."))
@options.project
@click.option("--ideal", "ideal_days", type=int, metavar="N", help=_("Ideally after N days."))
@click.option(
    "--latest", "latest_days", type=int, metavar="N", help=_("After N days at the latest.")
)
@click.option(
    "--style",
    type=click.Choice(options.STYLES),
    help=_("Periodic; ambient: never due; triggered: only when something happens."),
)
@click.option("--rule", metavar="WORDS", help=_("Such as 'every second monday', 'end of month'."))
@click.option("--clear", is_flag=True, help=_("Take away what was set."))
@options.as_json
@click.pass_obj
def cadence_command(
    settings: Settings,
    /,
    who: str | None,
    tag: str | None,
    project: str | None,
    as_json: bool,
    **given: Any,
) -> None:
    """A rhythm set, or shown."""
    if who and tag:
        raise UsageError(_("Say WHO or --tag, not both."))
    if not any(value is not None and value is not False for value in given.values()):
        _show_cadence(settings, who, tag, project, as_json)
        return
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import report
    from staketerm.domain.rhythm_words import said
    from staketerm.journal.nurture.rhythms import set_rhythm
    from staketerm.journal.requests import SetRhythm

    with settings.open() as journal:
        whom = person(journal, who) if who else None
        request = SetRhythm(
            stakeholder=whom.key if whom else None,
            tag=tag,
            project=project_id(journal, project),
            **given,
        )
        receipt = set_rhythm(journal, request)
        told = _in_force(journal, request)
    named = whom.name if whom else tag or project or ""
    words = said(told["in_force"]) or _("no rhythm")
    sentence = _("{name}: {rhythm}.").format(name=named, rhythm=words)
    report("cadence", receipt, sentence, as_json, **_values(named, told))


def _in_force(journal: "Journal", request: "SetRhythm") -> dict[str, Any]:
    """What counts after a request, and where it comes from."""
    from staketerm.domain.cadence import NO_RHYTHM
    from staketerm.domain.text import fold
    from staketerm.journal.nurture.rhythms import rhythm_of, rhythms_set

    if request.stakeholder is not None:
        found = rhythm_of(journal, request.stakeholder, request.project)
        return {"in_force": found.rhythm, "origin": found.origin, "tag": found.tag}
    known = rhythms_set(journal)
    if request.tag is not None:
        tag = fold(request.tag)
        return {"in_force": known.tags.get(tag, NO_RHYTHM), "origin": "tag", "tag": tag}
    force = known.projects.get(request.project or "", NO_RHYTHM)
    return {"in_force": force, "origin": "project", "tag": None}


def _show_cadence(
    settings: Settings, who: str | None, tag: str | None, project: str | None, as_json: bool
) -> None:
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.domain.rhythm_words import said
    from staketerm.journal.requests import SetRhythm

    if who is None and tag is None and project is None:
        _show_all(settings, as_json)
        return
    with settings.read() as journal:
        whom = person(journal, who) if who else None
        request = SetRhythm(
            stakeholder=whom.key if whom else None, tag=tag, project=project_id(journal, project)
        )
        told = _in_force(journal, request)
    named = whom.name if whom else tag or project or ""
    if as_json:
        show_json("cadence", _values(named, told))
        return
    words = said(told["in_force"]) or _("no rhythm")
    origin = f" ({_origin(told['origin'], told['tag'])})" if whom else ""
    show(f"{named}: {words}{origin}")


def _show_all(settings: Settings, as_json: bool) -> None:
    """What was set for tags and projects."""
    from staketerm.domain.rhythm_words import said
    from staketerm.journal.nurture.rhythms import rhythms_set
    from staketerm.journal.stakeholders.people import projects

    with settings.read() as journal:
        known = rhythms_set(journal)
        names = {each.id: each.name for each in projects(journal)}
    given = [("tag", tag, each) for tag, each in sorted(known.tags.items())]
    given += [("project", names.get(id, id), each) for id, each in known.projects.items()]
    if as_json:
        told = [{"of": of, "name": name, **_rhythm(each)} for of, name, each in given]
        show_json("cadence", {"rhythms": told})
        return
    for of, name, each in given:
        show(f"{_origin(of, name) if of == 'tag' else name}: {said(each)}")
    show(_("Everybody else by position and impact: 28 to 135 days."))


def _origin(origin: str, tag: str | None) -> str:
    return {
        "person": _("set for this person"),
        "tag": _("tag {tag}").format(tag=tag or ""),
        "project": _("set for the project"),
        "position": _("from position and impact"),
    }[origin]


def _values(name: str, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        **_rhythm(told["in_force"]),
        "origin": told["origin"],
        "tag": told["tag"],
    }


def _rhythm(rhythm: "Rhythm") -> dict[str, Any]:
    return {
        "style": rhythm.style,
        "ideal_days": rhythm.ideal_days,
        "latest_days": rhythm.latest_days,
        "rule": rhythm.recurrence,
    }


@command("holiday", _("Your own days off: FIRST until LAST; without days it shows them."))
@click.argument("first", required=False)
@click.argument("last", required=False)
@click.option("--note", metavar="TEXT", help=_("What for."))
@click.option("--delete", is_flag=True, help=_("Take back the days off that FIRST belongs to."))
@options.as_json
@click.pass_obj
def holiday_command(
    settings: Settings,
    first: str | None,
    last: str | None,
    note: str | None,
    delete: bool,
    as_json: bool,
) -> None:
    """Days on which nothing is proposed."""
    from staketerm.cli.asking import day
    from staketerm.cli.receipts import report
    from staketerm.domain.days import is_of_more_days
    from staketerm.journal.nurture.rhythms import add_holiday, drop_holiday, holidays

    if first is None:
        if delete or note:
            raise UsageError(_("Say which days."))
        with settings.read() as journal:
            told, today = holidays(journal), journal.today
        _show_holidays(told, today, as_json)
        return
    with settings.open() as journal:
        begins = day(journal, first, "future")
        if delete:
            receipt = drop_holiday(journal, begins)
            sentence = _("Taken back.")
        else:
            if last is None and is_of_more_days(first):
                raise UsageError(
                    _("'{first}' is more than a day: say until when.").format(first=first)
                )
            ends = day(journal, last, "future") if last else begins
            receipt = add_holiday(journal, begins, ends, note)
            added = next(each for each in holidays(journal) if each.first == begins)
            sentence = _("{days}: nothing is proposed.").format(days=added.said(journal.today))
        told = holidays(journal)
    report("holiday", receipt, sentence, as_json, holidays=_holidays(told))


def _show_holidays(told: "tuple[Holiday, ...]", today: "date", as_json: bool) -> None:
    if as_json:
        show_json("holiday", {"holidays": _holidays(told)})
        return
    for each in told:
        show(each.said(today))
    if not told:
        show(_("no days off"))


def _holidays(told: "tuple[Holiday, ...]") -> list[dict[str, Any]]:
    return [{"first": each.first, "last": each.last, "note": each.note} for each in told]


@command(
    "brakes", _("How much is too much; without options it shows the brakes that are in force.")
)
@click.option(
    "--cap",
    "pressure_cap",
    type=int,
    metavar="N",
    help=_("Contacts of one person in a period, at most."),
)
@click.option(
    "--per", "pressure_days", type=int, metavar="DAYS", help=_("How long that period is.")
)
@click.option("--week", "week_cap", type=int, metavar="N", help=_("Contacts in a week, at most."))
@click.option(
    "--usefulness-after",
    type=int,
    metavar="N",
    help=_("After N extra updates ask whether they are of use."),
)
@click.option(
    "--working-days/--every-day",
    "working_days_only",
    default=None,
    help=_("Whether acts fall on working days alone."),
)
@options.as_json
@click.pass_obj
def brakes_command(settings: Settings, /, as_json: bool, **given: Any) -> None:
    """The brakes set, or shown."""
    from staketerm.cli.receipts import report
    from staketerm.journal.nurture.rhythms import rhythms_set, set_brakes
    from staketerm.journal.requests import SetBrakes

    if all(value is None for value in given.values()):
        with settings.read() as journal:
            known = rhythms_set(journal)
        receipt = None
    else:
        with settings.open() as journal:
            receipt = set_brakes(journal, SetBrakes(**given))
            known = rhythms_set(journal)
    values: dict[str, Any] = {
        "cap": known.pressure_cap,
        "per": known.pressure_days,
        "week": known.week_cap,
        "usefulness_after": known.usefulness_after,
        "working_days_only": known.working_days_only,
    }
    sentence = _(
        "At most {cap} contacts of one person in {per} days and {week} in a week; after "
        "{usefulness_after} extra updates the question whether they are of use; {days}."
    ).format(days=_("on working days") if known.working_days_only else _("on every day"), **values)
    if receipt is not None:
        report("brakes", receipt, sentence, as_json, **values)
    elif as_json:
        show_json("brakes", values)
    else:
        show(sentence)
