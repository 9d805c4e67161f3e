"""`consent`: whether somebody agreed to carry news to others (P20)."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.store.records import Consent


@command("consent", _("What somebody said about carrying news to others; without a word, shows."))
@options.who
@click.argument("state", metavar="[asked|granted|declined|withdrawn]", required=False)
@click.option("--scope", metavar="TEXT", help=_("What they agreed to, in their words."))
@click.option("--load", type=int, metavar="N", help=_("Tasks in a quarter of a year at most."))
@click.option("--until", metavar="DAY", help=_("The last day it holds."))
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def consent_command(
    settings: Settings,
    /,
    who: str,
    state: str | None,
    project: str | None,
    as_json: bool,
    **said: Any,
) -> None:
    """One more word on it, or everything that was said."""
    if state is None:
        _show_consents(settings, who, project, as_json)
    else:
        _say_consent(settings, who, state, project, as_json, **said)


def _say_consent(
    settings: Settings,
    who: str,
    state: str,
    project: str | None,
    as_json: bool,
    *,
    scope: str | None,
    load: int | None,
    until: str | None,
    on: str | None,
) -> None:
    from staketerm.cli.asking import day, past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.domain.consent import said, standing
    from staketerm.journal.nurture.consents import history, say_consent
    from staketerm.journal.requests import SayConsent

    with settings.open() as journal:
        whom = person(journal, who)
        where = project_id(journal, project)
        request = SayConsent(
            stakeholder=whom.key,
            state=_state(state),
            day=past_day(journal, on),
            scope=scope,
            load=load,
            until=day(journal, until, "future") if until else None,
            project=where,
        )
        receipt = say_consent(journal, request)
        last = history(journal, whom.key, where)[-1]
        today = journal.today
    sentence = _("{name}: consent {words}.").format(name=whom.name, words=said(last, today))
    values = {**person_values(whom), "standing": standing(last, today), **_values(last)}
    report("consent", receipt, sentence, as_json, **values)


def _show_consents(settings: Settings, who: str, project: str | None, as_json: bool) -> None:
    from staketerm.cli.asking import person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values
    from staketerm.cli.words import week_day
    from staketerm.domain.consent import said, standing
    from staketerm.journal.nurture.consents import history

    with settings.read() as journal:
        whom = person(journal, who)
        told = history(journal, whom.key, project_id(journal, project))
        today = journal.today
    last = told[-1] if told else None
    if as_json:
        values = {
            "standing": standing(last, today),
            "said": [_values(one) for one in told],
        }
        show_json("consent", {**person_values(whom), **values})
        return
    show(_("{name}: consent {words}.").format(name=whom.name, words=said(last, today)))
    for one in told:
        scope = f': "{one.scope}"' if one.scope else ""
        show(f"  {week_day(one.day, today):>15}  {said(one, today)}{scope}")


def _values(consent: "Consent") -> dict[str, Any]:
    return {
        "state": consent.state,
        "on": consent.day,
        "scope": consent.scope,
        "load": consent.load,
        "until": consent.until,
    }


def _state(typed: str) -> Any:
    """The state that a word names in either language; raises UsageError."""
    from staketerm.domain.consent import STATES
    from staketerm.domain.errors import UsageError
    from staketerm.domain.filters.choices import CONSENTS
    from staketerm.locale import language

    found = CONSENTS.id_of(typed)
    if found in STATES:
        return found
    known = ", ".join(CONSENTS.shown(each, language()) for each in STATES)
    raise UsageError(
        _("'{word}' says nothing on consent; say {known}").format(word=typed, known=known)
    )
