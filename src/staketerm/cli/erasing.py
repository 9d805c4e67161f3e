"""`erase`: somebody gone for good, with all that is theirs."""

from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, tell
from staketerm.cli.settings import Settings, command, on_terminal
from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.erasing import Erased


@command(
    "erase",
    _("Erase somebody for good, with all that is theirs, also from history and search."),
)
@click.argument("who")
@click.option("--yes", is_flag=True, help=_("Erase without being asked."))
@options.as_json
@click.pass_obj
def erase_command(settings: Settings, who: str, yes: bool, as_json: bool) -> None:
    """Asked beforehand, for nothing brings it back."""
    from staketerm.cli.asking import person
    from staketerm.journal.erasing import erase, what_goes
    from staketerm.journal.erasing_told import afterwards, beforehand

    with settings.open() as journal:
        whom = person(journal, who)
        rows = sum(what_goes(journal, whom.key).values())
        if not yes:
            for said in beforehand(whom.name, rows):
                tell(said)
            if not on_terminal():
                raise UsageError(_("Erasing takes --yes: nothing brings it back."))
            click.confirm(_("Erase it?"), abort=True)
        done = erase(journal, whom.key)
    if as_json:
        show_json("erase", _values(done))
        return
    gone, *rest = afterwards(done)
    show(gone)
    for said in rest:
        tell(said)


def _values(done: "Erased") -> dict[str, object]:
    return {
        "rows": done.rows,
        "mentions": [
            {"id": each.id, "day": each.day, "kind": each.kind, "text": each.text}
            for each in done.mentions
        ],
        "backups": [{"path": str(old.path), "until": old.until} for old in done.backups],
        "unfinished": list(done.unfinished),
    }
