"""Putting a project into a share: what that gives to others is said first, then asked about."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from staketerm.cli.output import tell
from staketerm.cli.settings import on_terminal
from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal


def put_into(
    journal: "Journal", folder: Path, word: str, said: tuple[str, ...], *, yes: bool, dry: bool
) -> bool:
    """Put a project into the share, once it was said what that gives to others; False where there
    is no share yet, as `dry` begins none.
    """
    from staketerm.cli.asking import project as project_id
    from staketerm.exchange.sync.folder import open_share, within_reach
    from staketerm.exchange.sync.sharing import offer, share
    from staketerm.exchange.sync.sharing_told import would_share

    project = project_id(journal, word)
    if project is None:
        raise UsageError(_("There is no project {name}.").format(name=word))
    if "nothing" in said:
        return _stop(journal, folder, project, said, dry=dry)
    also = {"judgements", "private"}.intersection(said)
    sharing = "notes" if {"notes", "private"}.intersection(said) else "signals"
    told = offer(journal, project, sharing, also)
    for sentence in would_share(told, also):
        tell(sentence)
    if dry:
        with within_reach(folder):
            return open_share(folder) is not None
    if not yes:
        if not on_terminal():
            raise UsageError(_("Sharing a project for the first time takes --yes."))
        click.confirm(_("Share it?"), abort=True)
    share(journal, folder, project, sharing, also)
    return True


def _stop(
    journal: "Journal", folder: Path, project: str, said: tuple[str, ...], *, dry: bool
) -> bool:
    """Give nothing of a project any more."""
    from staketerm.exchange.sync.sharing import offer, stop_sharing
    from staketerm.exchange.sync.sharing_told import would_stop

    if set(said) != {"nothing"}:
        raise UsageError(_("--share nothing stands alone."))
    tell(would_stop(offer(journal, project, "signals").name))
    if not dry:
        stop_sharing(journal, folder, project)
    return True
