"""`helped`: after which acts people moved."""

import click

from staketerm.cli import options
from staketerm.cli.output import show_json, show_table, tell
from staketerm.cli.settings import Settings, command
from staketerm.locale import _, ngettext


@command("helped", _("After which acts people moved: counts and spread, no claim of cause."))
@options.project
@options.as_json
@click.pass_obj
def helped_command(settings: Settings, project: str | None, as_json: bool) -> None:
    """How people stood a month after what was done for them."""
    from staketerm.cli.asking import project as project_id
    from staketerm.domain.nurture.helped import AFTER_DAYS
    from staketerm.domain.vocabulary import word
    from staketerm.journal.nurture.helped import what_helped

    with settings.read() as journal:
        found = what_helped(journal, project_id(journal, project))
    if as_json:
        kinds = [
            {
                "kind": each.kind,
                "acts": each.many,
                "towards": each.towards,
                "still": each.still,
                "away": each.away,
                "lowest": each.lowest,
                "middle": each.middle,
                "highest": each.highest,
            }
            for each in found.kinds
        ]
        show_json("helped", {"days": AFTER_DAYS, "kinds": kinds, "waiting": found.waiting})
        return
    heads = (_("act"), _("done"), _("towards"), _("still"), _("away"), _("change of stance"))
    show_table(
        heads,
        (
            (
                word(each.kind),
                str(each.many),
                str(each.towards),
                str(each.still),
                str(each.away),
                _("{middle:+.2f} ({lowest:+.2f} to {highest:+.2f})").format(
                    middle=each.middle, lowest=each.lowest, highest=each.highest
                ),
            )
            for each in found.kinds
        ),
    )
    if not found.kinds:
        tell(_("No act was done a month ago or longer; there is nothing to compare yet."))
    if found.waiting:
        fresh = ngettext(
            "{n} act is too fresh to tell.", "{n} acts are too fresh to tell.", found.waiting
        )
        tell(fresh.format(n=found.waiting))
    tell(_("What happened in the 30 days after; it may have other causes."))
