"""`add` and `tag`: who there is."""

from typing import Any

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.locale import _


@command("add", _("Add a person, organisation, group, or a role that has no name yet."))
@click.argument("name")
@click.option("--kind", type=click.Choice(["person", "organisation", "group", "role"]))
@click.option(
    "--org",
    "organisation",
    metavar="NAME",
    help=_("Their organisation; one that is not here yet is made."),
)
@click.option("--job", metavar="TEXT", help=_("What they do there."))
@click.option(
    "--role", "roles", metavar="TEXT", multiple=True, help=_("Their role in the project.")
)
@click.option("--email", "emails", metavar="ADDRESS", multiple=True, help=_("Where to write."))
@click.option("--phone", "phones", metavar="NUMBER", multiple=True, help=_("Where to call."))
@options.project
@click.option("--power", type=click.IntRange(1, 5), help=_("Formal power, 1 to 5."))
@click.option("--interest", type=click.IntRange(1, 5), help=_("Interest at stake, 1 to 5."))
@click.option(
    "--impact",
    type=click.Choice(["none", "low", "medium", "high"]),
    help=_("What they can do to the project."),
)
@click.option(
    "--reach", type=click.Choice(["direct", "step", "remote"]), help=_("How near they are.")
)
@click.option("--tag", "tags", metavar="WORD", multiple=True, help=_("A tag of your own."))
@click.option("--note", metavar="TEXT", help=_("A private note to begin with."))
@options.as_json
@click.pass_obj
def add_command(
    settings: Settings, /, name: str, project: str | None, as_json: bool, **about: Any
) -> None:
    """Somebody new, in the project said or the usual one."""
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.journal.people import add_stakeholder, directory
    from staketerm.journal.requests import AddStakeholder

    with settings.open(create=True) as journal:
        receipt = add_stakeholder(
            journal, AddStakeholder(name=name, project=project_id(journal, project), **about)
        )
        *_organisation, added = (row for table, row in receipt.rows if table == "stakeholder")
        person = next(one for one in directory(journal) if one.key == added)
    sentence = _("{name} is here as {handle}.").format(name=person.name, handle=person.handle)
    report("add", receipt, sentence, as_json, **person_values(person))


@command("tag", _("Put a tag on somebody, or take it off."))
@options.who
@click.argument("tag")
@click.option("--off", is_flag=True, help=_("Take it off."))
@options.as_json
@click.pass_obj
def tag_command(settings: Settings, who: str, tag: str, off: bool, as_json: bool) -> None:
    """A tag of one stakeholder."""
    from staketerm.cli.asking import person as whom
    from staketerm.cli.receipts import person_values, report
    from staketerm.journal import people

    with settings.open() as journal:
        person = whom(journal, who)
        receipt = people.tag(journal, [person.key], **{"drop" if off else "add": tag})
    sentence = _("{name}: tag {tag} taken off.") if off else _("{name}: tagged {tag}.")
    sentence = sentence.format(name=person.name, tag=tag)
    report("tag", receipt, sentence, as_json, **person_values(person))
