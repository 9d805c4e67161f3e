"""`add` and `tag`: who there is."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command, on_terminal
from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.domain.names import Person
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt
    from staketerm.store.records import Project

OF_PROJECT = ("roles", "power", "interest", "impact", "reach")
"""The options that say what somebody is to the project; the others are of the person."""


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
@click.option("--email", "emails", metavar="ADDRESS", multiple=True, help=_("Where to write."))
@click.option("--phone", "phones", metavar="NUMBER", multiple=True, help=_("Where to call."))
@options.project
@options.attributes
@click.option("--tag", "tags", metavar="WORD", multiple=True, help=_("A tag of your own."))
@click.option("--note", metavar="TEXT", help=_("A private note to begin with."))
@click.option("--new", is_flag=True, help=_("Another person, though the name is here already."))
@options.as_json
@click.pass_obj
def add_command(
    settings: Settings, /, name: str, project: str | None, new: bool, as_json: bool, **about: Any
) -> None:
    """Somebody new, in the project said or the usual one."""
    from staketerm.cli.receipts import person_values, report
    from staketerm.journal.requests import AddStakeholder
    from staketerm.journal.stakeholders.people import add_stakeholder, directory, find_project

    with settings.open(create=True) as journal:
        where = find_project(journal, project) if project else journal.default_project()
        person = None if new else _same_person(journal, name, where)
        if person is None:
            request = AddStakeholder(name=name, project=where.id, **about)
            receipt = add_stakeholder(journal, request)
            *_organisation, added = (row for table, row in receipt.rows if table == "stakeholder")
            person = next(one for one in directory(journal) if one.key == added)
            sentence = _("{name} is here as {handle}.")
        else:
            receipt = _involve(journal, person, where, about)
            sentence = _("{name} ({handle}) is in {project} now.")
    sentence = sentence.format(name=person.name, handle=person.handle, project=where.name)
    report("add", receipt, sentence, as_json, **person_values(person))


def _same_person(journal: "Journal", name: str, where: "Project") -> "Person | None":
    """Who of that name or handle is to come into the project, as said on the terminal; None:
    somebody new is meant, or nobody has the name.

    Raises UsageError where there is nobody to ask, and where all of them are in it.
    """
    from staketerm.cli.asking import pick
    from staketerm.journal.stakeholders.people import namesakes

    found = {one: _projects_of(journal, one) for one in namesakes(journal, name)}
    outside = [one for one, places in found.items() if where.name not in places]
    if not found:
        return None
    here = [_is_in(one, places) for one, places in found.items()]
    if not outside or not on_terminal():
        raise UsageError(" ".join([*here, _ways_on(outside, where)]))
    choices = [
        _("put {name} ({handle}) into {project}").format(
            name=one.name, handle=one.handle, project=where.name
        )
        for one in outside
    ]
    chosen = pick("\n".join(here), [*choices, _("add another person of this name")])
    return outside[chosen] if chosen < len(outside) else None


def _ways_on(outside: "Sequence[Person]", where: "Project") -> str:
    """How to go on where somebody of the name is here; `outside` are those not in the project."""
    from shlex import quote

    if not outside:
        return _("`--new` makes another person.")
    return _(
        "`staketerm involve {handles} --project {quoted}` puts {name} into {project}, "
        "`--new` makes another person."
    ).format(
        handles="|".join(one.handle for one in outside),
        quoted=quote(where.name),
        name=outside[0].name,
        project=where.name,
    )


def _is_in(one: "Person", places: list[str]) -> str:
    """ "Ada Lens (ada) is in Graafloket."."""
    said = _("{name} ({handle}) is in {projects}.") if places else _("{name} ({handle}) is here.")
    return said.format(name=one.name, handle=one.handle, projects=", ".join(places))


def _projects_of(journal: "Journal", one: "Person") -> list[str]:
    from staketerm.journal.stakeholders.people import involvements, projects

    held = involvements(journal, one.key)
    return [project.name for project in projects(journal) if project.id in held]


def _involve(
    journal: "Journal", one: "Person", where: "Project", about: Mapping[str, Any]
) -> "Receipt":
    """Put somebody who is here into the project, with what was said of them in it."""
    from staketerm.cli.output import tell
    from staketerm.journal.requests import EditStakeholder
    from staketerm.journal.stakeholders.people import edit_stakeholder

    given = {field: value for field, value in about.items() if value not in (None, ())}
    said = {field: given.pop(field) for field in OF_PROJECT if field in given}
    if given:
        fields = ", ".join(add_command.typed(field) for field in given)
        tell(_("Only what concerns the project is taken, not {fields}.").format(fields=fields))
    return edit_stakeholder(journal, EditStakeholder(stakeholder=one.key, project=where.id, **said))


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
    from staketerm.journal.stakeholders import people

    with settings.open() as journal:
        person = whom(journal, who)
        receipt = people.tag(journal, [person.key], **{"drop" if off else "add": tag})
    sentence = _("{name}: tag {tag} taken off.") if off else _("{name}: tagged {tag}.")
    sentence = sentence.format(name=person.name, tag=tag)
    report("tag", receipt, sentence, as_json, **person_values(person))
