"""What Tab offers for an argument, read without the database layer."""

from typing import TYPE_CHECKING

import click

from staketerm.cli.settings import Settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from staketerm.domain.catalogue import Catalogue


def handles(ctx: click.Context, _param: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The handles that begin so, with the name as help."""
    from click.shell_completion import CompletionItem

    from staketerm.journal.glance import handles as read_handles
    from staketerm.journal.location import file_of

    settings = ctx.find_root().ensure_object(Settings)
    path = file_of(settings.journal)
    found = read_handles(path, begun.lower()) if path else _on_server(settings, begun.lower())
    return [CompletionItem(handle, help=name) for handle, name in found]


def _on_server(settings: Settings, begun: str) -> tuple[tuple[str, str], ...]:
    """(handle, name) of everybody on a server whose handle begins so; nobody where it is away."""
    from staketerm.domain.errors import StaketermError
    from staketerm.journal.stakeholders.people import directory

    try:
        with settings.read() as journal:
            every = sorted((each.handle, each.name) for each in directory(journal))
    except StaketermError:
        return ()
    return tuple(each for each in every if each[0].startswith(begun))


def kinds(ctx: click.Context, _param: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The kinds of signal that can be logged and begin so, with their labels as help."""
    from click.shell_completion import CompletionItem

    from staketerm.domain.catalogue import offered

    return [
        CompletionItem(kind.id, help=kind.label)
        for kind in offered(_catalogue(ctx)).values()
        if kind.id.startswith(begun.lower())
    ]


def every_kind(ctx: click.Context, _param: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The same with the retired ones."""
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(kind.id, help=kind.label)
        for kind in _catalogue(ctx).values()
        if kind.id.startswith(begun.lower())
    ]


def _catalogue(ctx: click.Context) -> "Catalogue":
    """The kinds as the journal has them today."""
    from staketerm.domain.catalogue import with_own
    from staketerm.domain.told_kinds import kind_told
    from staketerm.journal.glance import kind_settings
    from staketerm.journal.location import file_of

    settings = ctx.find_root().ensure_object(Settings)
    path = file_of(settings.journal)
    if path is None:
        return _catalogue_on_server(settings)
    told = kind_settings(path, settings.clock().today())
    kinds = (kind_told(id, value) for id, value in dict(told).items())
    return with_own(kind for kind in kinds if kind is not None)


def _catalogue_on_server(settings: Settings) -> "Catalogue":
    """The kinds as the journal on a server has them today; the built-in ones where it is away."""
    from staketerm.domain.errors import StaketermError
    from staketerm.journal.positions.model import BUILT_IN, model_on

    try:
        with settings.read() as journal, journal.read() as reader:
            return model_on(reader, journal.today).catalogue
    except StaketermError:
        return BUILT_IN.catalogue


def who_then_kind(ctx: click.Context, param: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Handles for the first word, kinds for the others."""
    typed = ctx.params.get("words") or ()
    return kinds(ctx, param, begun) if typed else handles(ctx, param, begun)


def progress_words(
    ctx: click.Context, _param: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The kinds of progress entry and the outcomes, for the first word."""
    from click.shell_completion import CompletionItem

    from staketerm.domain.progress import ENDS, KINDS

    if ctx.params.get("words"):
        return []
    return [CompletionItem(word) for word in (*KINDS.words, *ENDS.words) if word.startswith(begun)]
