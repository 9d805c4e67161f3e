"""`involve` and `edit`: what somebody is to a project, and who they are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import UsageError
from staketerm.locale import N_, _

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.store.records import Involvement

HELD = {
    "roles": N_("role"),
    "power": N_("power"),
    "interest": N_("interest"),
    "impact": N_("impact"),
    "reach": N_("reach"),
    "desired": N_("desired"),
    "valued_critic": N_("valued critic"),
    "style": N_("style"),
    "salience": N_("salience"),
}
"""What an involvement holds, each with its word."""

KNOWN = {
    "name": N_("name"),
    "organisation": N_("organisation"),
    "job": N_("job"),
    "language": N_("language"),
}
"""What is known of a person in words, each with what it is called."""

EMPTIED = ("role", "power", "interest", "impact", "reach", "desired", "style", "salience")
"""What `--clear` takes away."""

TEXTS = ("organisation", "job", "language")
"""What of a person is emptied by an empty text."""


@command(
    "involve",
    _(
        "Put somebody into a project, and say what they are to it; what is not said stays. "
        "Somebody who is in it already stays there."
    ),
)
@options.who
@options.project
@options.attributes
@click.option(
    "--desired",
    type=click.Choice(["unaware", "resistant", "neutral", "supportive", "leading", "as_is"]),
    help=_("What is wished of them; without it supportive for a high impact, else neutral."),
)
@click.option(
    "--valued-critic/--no-valued-critic",
    default=None,
    help=_("Whether their criticism is welcome: nobody tries to win them over."),
)
@click.option(
    "--salience",
    multiple=True,
    type=click.Choice(["power", "legitimacy", "urgency"]),
    help=_("What you see in them; may be given several times."),
)
@click.option(
    "--style",
    type=click.Choice(options.STYLES),
    help=_("How to be in touch; `staketerm cadence` sets how often."),
)
@click.option(
    "--clear",
    multiple=True,
    type=click.Choice(EMPTIED),
    help=_("Take away what was said; may be given several times."),
)
@options.as_json
@click.pass_obj
def involve_command(
    settings: Settings,
    /,
    who: str,
    project: str | None,
    clear: tuple[str, ...],
    as_json: bool,
    **said: Any,
) -> None:
    """What somebody is to a project, said anew."""
    from staketerm.cli.asking import person
    from staketerm.cli.receipts import person_values, report
    from staketerm.journal.requests import EditStakeholder
    from staketerm.journal.stakeholders.people import edit_stakeholder, find_project, involvements

    emptied = {"roles" if field == "role" else field for field in clear}
    given = {field: value for field, value in said.items() if value not in (None, ())}
    if twice := sorted(emptied & given.keys()):
        raise UsageError(_("Say or clear it, not both: {field}.").format(field=twice[0]))
    with settings.open() as journal:
        whom = person(journal, who)
        where = find_project(journal, project) if project else journal.default_project()
        before = involvements(journal, whom.key).get(where.id)
        request = EditStakeholder(
            stakeholder=whom.key, project=where.id, clear=frozenset(emptied), **given
        )
        receipt = edit_stakeholder(journal, request)
        after = involvements(journal, whom.key)[where.id]
    held = _held(after)
    changes = ", ".join(_changes(_held(before), held))
    if before is not None:
        sentence = _("{name}, {project}: {changes}.")
    elif changes:
        sentence = _("{name} is in {project} now: {changes}.")
    else:
        sentence = _("{name} is in {project} now.")
    report(
        "involve",
        receipt,
        sentence.format(name=whom.name, project=where.name, changes=changes),
        as_json,
        **person_values(whom),
        project=where.name,
        **held,
    )


@command(
    "edit",
    _(
        "Change what is known of somebody: name, organisation, job, language, and whether they may "
        "be contacted. What is not said stays; an empty text takes away organisation, job and "
        "language. What they are to a project: `staketerm involve`."
    ),
)
@options.who
@click.option("--name", metavar="NAME", help=_("Their name; the handle stays."))
@click.option(
    "--org",
    "organisation",
    metavar="NAME",
    help=_("Their organisation; one that is not here yet is made."),
)
@click.option("--job", metavar="TEXT", help=_("What they do there."))
@click.option("--language", metavar="en|nl", help=_("The language that drafts for them are in."))
@click.option(
    "--do-not-contact/--may-contact",
    default=None,
    help=_("Whether they asked not to be contacted: nothing is proposed for them then."),
)
@options.as_json
@click.pass_obj
def edit_command(settings: Settings, /, who: str, as_json: bool, **said: Any) -> None:
    """What is known of somebody, said anew."""
    from staketerm.cli.asking import person
    from staketerm.cli.output import tell
    from staketerm.cli.receipts import person_values, report
    from staketerm.domain.drafts.words import draft_language
    from staketerm.journal.requests import EditStakeholder
    from staketerm.journal.stakeholders.people import edit_stakeholder

    given = {field: value for field, value in said.items() if value is not None}
    if not given:
        raise UsageError(_("Say what changes: --name, --org, --job, --language, --do-not-contact."))
    emptied = frozenset(field for field in TEXTS if not given.get(field, "-").strip())
    with settings.open() as journal:
        whom = person(journal, who)
        before = _known(journal, whom.key)
        request = EditStakeholder(
            stakeholder=whom.key,
            clear=emptied,
            **{field: value for field, value in given.items() if field not in emptied},
        )
        receipt = edit_stakeholder(journal, request)
        after = _known(journal, whom.key)
    changes = [
        _change(_(shown), before[field], after[field])
        for field, shown in KNOWN.items()
        if before[field] != after[field]
    ]
    if before["do_not_contact"] != after["do_not_contact"]:
        changes.append(
            _("asked not to be contacted") if after["do_not_contact"] else _("may be contacted")
        )
    sentence = _("{name}: {changes}.").format(name=after["name"], changes=", ".join(changes))
    values = {**person_values(whom), "stakeholder": after.pop("name"), **after}
    report("edit", receipt, sentence, as_json, **values)
    if after["language"] and not draft_language(after["language"], ""):
        tell(_("No drafts are written in {language}; theirs are in yours.").format(**after))


def _known(journal: "Journal", stakeholder: str) -> dict[str, Any]:
    """What `edit` changes of somebody, by its keys in JSON; the organisation is its name."""
    from staketerm.journal.stakeholders.people import directory, get_stakeholder

    row = get_stakeholder(journal, stakeholder)
    names = {one.key: one.name for one in directory(journal)}
    return {
        "name": row.name,
        "organisation": names.get(row.organisation or ""),
        "job": row.job,
        "language": row.language,
        "do_not_contact": row.do_not_contact,
    }


def _held(row: "Involvement | None") -> dict[str, Any]:
    """What somebody is to a project, by its keys in JSON."""
    from staketerm.journal.stakeholders.person_row import ROLES

    values = {field: getattr(row, field, None) for field in HELD}
    values["roles"] = values["roles"].split(ROLES) if values["roles"] else []
    values["salience"] = values["salience"].split() if values["salience"] else []
    values["valued_critic"] = bool(values["valued_critic"])
    return values


def _changes(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """What changed of it: "power 3 → 4"."""
    from staketerm.domain.vocabulary import word

    for field, shown in HELD.items():
        old, new = before[field], after[field]
        if old == new:
            continue
        if field == "valued_critic":
            yield _("valued critic") if new else _("no valued critic")
        elif field in ("roles", "salience"):
            yield _change(_(shown), ", ".join(map(word, old)), ", ".join(map(word, new)))
        else:
            yield _change(_(shown), old and word(str(old)), new and word(str(new)))


def _change(what: str, old: object, new: object) -> str:
    """ "power 3 → 4", "power 4" where there was none, "power taken away"."""
    if not new:
        return _("{what} taken away").format(what=what)
    return f"{what} {old} → {new}" if old else f"{what} {new}"
