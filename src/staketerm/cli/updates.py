"""`updates`: what somebody says about extra updates (P16)."""

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.locale import _


@command("updates", _("What they say about extra updates: useful, less or no; asked or not."))
@options.who
@click.argument("answer", metavar="useful|less|no")
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def updates_command(
    settings: Settings, who: str, answer: str, on: str | None, project: str | None, as_json: bool
) -> None:
    """Their word on it, which the next updates follow."""
    from staketerm.cli.asking import past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.journal.nurture.outcomes import usefulness_said
    from staketerm.journal.nurture.updates import say_updates

    with settings.open() as journal:
        whom = person(journal, who)
        day = past_day(journal, on)
        said = usefulness_said(answer)
        receipt = say_updates(journal, whom.key, said, project=project_id(journal, project), on=day)
    sentence = {
        "useful": _("{name} finds extra updates useful."),
        "less": _("{name} wants fewer extra updates: half as often from now on."),
        "no": _("{name} wants no extra updates: none is proposed from now on."),
    }[said].format(name=whom.name)
    report("updates", receipt, sentence, as_json, **person_values(whom), answer=said, on=day)
