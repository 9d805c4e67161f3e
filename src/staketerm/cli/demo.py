"""`demo`: the program on a made-up project, which touches nothing of yours."""

from pathlib import Path

import click

from staketerm.cli.output import show
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import UsageError
from staketerm.locale import _


@command("demo", _("Try the program on a made-up project; nothing of yours is touched."))
@click.option(
    "--into",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help=_("Write that journal to PATH, which is not there yet, and open nothing."),
)
@click.pass_obj
def demo_command(settings: Settings, into: Path | None) -> int:
    """The made-up journal, thrown away when the program ends; the exit code."""
    if into is None:
        return _open(settings)
    if into.exists():
        raise UsageError(_("{path} is there already; give a new name.").format(path=into))
    _build(settings, into)
    show(_("The made-up journal is in {path}").format(path=into))
    show(_("Open it with: staketerm --journal {path}").format(path=into))
    return 0


def _open(settings: Settings) -> int:
    """Open the program on a journal in a temporary folder; the exit code."""
    from tempfile import TemporaryDirectory

    from staketerm.tui.launch import refuse_without_terminal, run

    refuse_without_terminal()
    with TemporaryDirectory(prefix="staketerm-demo-", ignore_cleanup_errors=True) as folder:
        place = Path(folder, "demo.db")
        _build(settings, place)
        return run(
            place,
            clock=settings.clock(),
            language=settings.language,
            language_said=settings.language_said,
            remembers=False,
        )


def _build(settings: Settings, place: Path) -> None:
    from staketerm.exchange.demo.build import build
    from staketerm.journal.opening import open_journal

    with open_journal(place, clock=settings.clock()) as journal:
        build(journal, journal.today)
