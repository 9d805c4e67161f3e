"""`project`: the undertakings that people are stakeholders of."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.store.records import Project


@command(
    "project",
    _(
        "Begin a project; without NAME list those there are. --rename gives the project NAME "
        "another name, --default makes it the one taken where none is said."
    ),
)
@click.argument("name", required=False)
@click.option("--personal", is_flag=True, help=_("A private one, without scoring."))
@click.option("--default", is_flag=True, help=_("Take it where no project is said."))
@click.option("--rename", metavar="NEW", help=_("The new name of a project that is there."))
@options.as_json
@click.pass_obj
def project_command(
    settings: Settings,
    name: str | None,
    personal: bool,
    default: bool,
    rename: str | None,
    as_json: bool,
) -> None:
    """A new project, another name, or the list."""
    if name is None:
        if personal or default or rename:
            raise UsageError(_("Say which project: NAME."))
        _list(settings, as_json)
    elif rename is not None:
        if personal or default:
            raise UsageError(_("--rename stands alone."))
        _rename(settings, name, rename, as_json)
    else:
        _begin(settings, name, personal, default, as_json)


def _begin(settings: Settings, name: str, personal: bool, default: bool, as_json: bool) -> None:
    """A new project; one that is there can only become the one taken where none is said."""
    from staketerm.cli.output import show, show_json, tell
    from staketerm.cli.receipts import report
    from staketerm.domain.text import clean_name
    from staketerm.journal.projects import add_project, choose_project, named
    from staketerm.journal.stakeholders.people import find_project

    with settings.open(create=True) as journal:
        there = named(journal, name)
        if there is not None and default and not personal:
            choose_project(journal, there.id)
            receipt = None
        else:
            receipt = add_project(journal, name, personal=personal, default=default)
        project, usual = find_project(journal, clean_name(name)), journal.default_project()
    values = _values(project)
    if receipt is not None:
        report("project", receipt, _("{name} begun.").format(name=project.name), as_json, **values)
        if not (default or personal or as_json):
            said = _(
                "{usual} stays the one taken where no project is said: --default changes that."
            )
            tell(said.format(usual=usual.name))
    elif as_json:
        show_json("project", values)
    else:
        show(_("{name} is taken where no project is said.").format(name=project.name))


def _rename(settings: Settings, name: str, new: str, as_json: bool) -> None:
    from staketerm.cli.receipts import report
    from staketerm.domain.text import clean_name
    from staketerm.journal.projects import rename_project
    from staketerm.journal.stakeholders.people import find_project

    with settings.open() as journal:
        before = find_project(journal, name)
        receipt = rename_project(journal, before.id, new)
        after = find_project(journal, clean_name(new))
    sentence = _("{before} is called {after}.").format(before=before.name, after=after.name)
    report("project", receipt, sentence, as_json, **_values(after))


def _values(project: "Project") -> dict[str, str]:
    return {"id": project.id, "project": project.name, "kind": project.kind}


def _list(settings: Settings, as_json: bool) -> None:
    from staketerm.cli.output import show_json, show_table
    from staketerm.journal.projects import overview

    with settings.read() as journal:
        found = overview(journal)
    if as_json:
        rows: list[dict[str, Any]] = [
            {
                "id": row.id,
                "project": row.name,
                "kind": row.kind,
                "default": row.default,
                "people": row.people,
                "entries": row.entries,
                "open_risks": row.open_risks,
                "last": row.last,
            }
            for row in found
        ]
        show_json("project", {"projects": rows})
        return
    show_table(
        (_("project"), _("people"), _("entries"), _("open risks"), _("last"), ""),
        (
            (
                row.name,
                str(row.people),
                str(row.entries),
                str(row.open_risks),
                row.last.isoformat() if row.last else "",
                ", ".join(_marks(row.kind, row.default)),
            )
            for row in found
        ),
    )


def _marks(kind: str, default: bool) -> list[str]:
    marks = [_("no scoring")] if kind == "personal" else []
    return [*marks, _("taken where none is said")] if default else marks
