"""Putting a project into a share: what that gives to others is said first, then asked about."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from staketerm.cli.output import tell
from staketerm.cli.settings import on_terminal
from staketerm.domain.errors import UsageError
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from staketerm.exchange.sync.sharing import Offer
    from staketerm.journal.opening import Journal


def put_into(
    journal: "Journal", folder: Path, word: str, said: tuple[str, ...], *, yes: bool, dry: bool
) -> None:
    """Put a project into the share, once it was said what that gives to others."""
    from staketerm.cli.asking import project as project_id
    from staketerm.exchange.sync.sharing import offer, share

    project = project_id(journal, word)
    if project is None:
        raise UsageError(_("There is no project {name}.").format(name=word))
    also = {"judgements", "private"}.intersection(said)
    sharing = "notes" if {"notes", "private"}.intersection(said) else "signals"
    told = offer(journal, project, sharing, also)
    for sentence in _would_share(told, also):
        tell(sentence)
    if dry:
        return
    if not yes:
        if not on_terminal():
            raise UsageError(_("Sharing a project for the first time takes --yes."))
        click.confirm(_("Share it?"), abort=True)
    share(journal, folder, project, sharing, also)


def _would_share(told: "Offer", also: "Collection[str]") -> "Iterator[str]":
    """What sharing a project gives to others, what stays, and what can no longer be taken back."""
    what = _("with notes") if told.sharing == "notes" else _("without notes")
    yield _(
        "{name} would be shared {what}: {people} stakeholders, {signals} signals, {entries} "
        "entries."
    ).format(
        name=told.name,
        what=what,
        people=told.people,
        signals=told.signals,
        entries=told.entries,
    )
    if "judgements" in also:
        said = ngettext(
            "Your judgements too, as you chose: {n}.",
            "Your judgements too, as you chose: {n}.",
            told.judgements,
        )
        yield said.format(n=told.judgements)
    if "private" in also:
        said = ngettext(
            "What is private too, as you chose: {n} row. Private stakeholders stay here.",
            "What is private too, as you chose: {n} rows. Private stakeholders stay here.",
            told.private,
        )
        yield said.format(n=told.private)
    if not also:
        yield _("Private ones and judgements stay here.")
    elif "private" not in also:
        yield _("Private ones stay here.")
    elif "judgements" not in also:
        yield _("Judgements stay here.")
    if told.no_more:
        words = {
            "notes": _("notes"),
            "judgements": _("judgements"),
            "private": _("what is private"),
        }
        yield _("No longer given: {what}. Colleagues keep what they have.").format(
            what=", ".join(words[each] for each in told.no_more)
        )
    yield _("What colleagues have read cannot be taken back.")
