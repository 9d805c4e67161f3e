"""`copy`: a whole journal to another place, between a file and a server as well."""

from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, tell
from staketerm.cli.settings import Settings, command
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.journal.copying import Origin


@command("copy", _("Copy a whole journal to an empty place: PATH|URL to PATH|URL, compared."))
@click.argument("source", metavar="SOURCE")
@click.argument("target", metavar="TARGET")
@click.option("--moved", "origin", flag_value="moved", help=_("Only the copy is used from now on."))
@click.option("--copied", "origin", flag_value="copied", help=_("Both are used from now on."))
@options.as_json
@click.pass_obj
def copy_command(
    settings: Settings, source: str, target: str, origin: "Origin | None", as_json: bool
) -> None:
    """All tables, each counted and compared."""
    from staketerm.journal.copying import copy_journal
    from staketerm.journal.location import file_of
    from staketerm.store.cipher import is_encrypted

    done = copy_journal(source, target, clock=settings.clock(), origin=origin)
    if as_json:
        show_json("copy", {"target": done.place, "rows": dict(done.rows)})
        return
    many = sum(done.rows.values())
    rows = ngettext("{n} row", "{n} rows", many).format(n=many)
    show(_("copied and compared: {rows} to {place}").format(rows=rows, place=done.place))
    path = file_of(source)
    if path is not None and is_encrypted(path) and file_of(target) is None:
        tell(_("It is not encrypted there: that is up to whoever looks after the server."))
    if origin is None:
        tell(_("If you sync: the first sync of the copy asks whether it was moved or copied."))
