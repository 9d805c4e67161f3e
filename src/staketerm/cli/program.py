"""The commands as one program, each imported when it is asked for (storage-sync 3.5)."""

from collections.abc import Sequence
from importlib import import_module
from io import StringIO

import click

from staketerm import __version__
from staketerm.cli.fault import keep_trace, keep_traces_of_threads
from staketerm.cli.settings import Settings, shared_options
from staketerm.domain.errors import Ambiguous, StaketermError
from staketerm.locale import _

INTERRUPTED = 130
"""Exit code after Ctrl+C: 128 and the number of the signal."""

COMMANDS = {
    "add": "people",
    "involve": "involving",
    "edit": "involving",
    "tag": "people",
    "log": "capture",
    "note": "capture",
    "ask": "ledger",
    "answered": "ledger",
    "agree": "ledger",
    "kept": "ledger",
    "late": "ledger",
    "broken": "ledger",
    "progress": "progress",
    "project": "projects",
    "judge": "judging",
    "lists": "judging",
    "away": "judging",
    "consent": "nurturing",
    "updates": "updates",
    "cadence": "rhythms",
    "holiday": "rhythms",
    "brakes": "rhythms",
    "kinds": "kinds",
    "habit": "habit",
    "list": "listing",
    "map": "maps",
    "show": "showing",
    "why": "reasons",
    "changed": "changed",
    "seen": "changed",
    "prep": "prep",
    "due": "due",
    "done": "deciding",
    "skip": "deciding",
    "snooze": "deciding",
    "helped": "helped",
    "draft": "drafting",
    "import": "files",
    "export": "files",
    "ignore": "occasions",
    "merge": "merging",
    "duplicates": "merging",
    "erase": "erasing",
    "sync": "sync",
    "conflicts": "sync",
    "twins": "twins",
    "undo": "history",
    "history": "history",
    "backup": "safety",
    "restore": "safety",
    "copy": "copying",
    "doctor": "safety",
    "encrypt": "encrypting",
    "decrypt": "encrypting",
    "demo": "demo",
}
"""Every command and the module that holds it, in the order of the help."""


class Program(click.Group):
    """The commands by name, imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"staketerm.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; fails with those that come near."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS)
            hint = _(" Did you mean {names}?").format(names=", ".join(near)) if near else ""
            ctx.fail(_("There is no command '{name}'.").format(name=args[0]) + hint)
        return super().resolve_command(ctx, args)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; the exit code."""
    keep_traces_of_threads()
    try:
        answer = _program().main(arguments, prog_name="staketerm", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        from staketerm.domain.text import plain

        said = StringIO()  # it quotes what was typed
        error.show(said)
        click.echo(plain(said.getvalue()), nl=False, err=True)
        return error.exit_code
    except Exception as error:
        return failed(error)
    return answer if isinstance(answer, int) else 0


def failed(error: Exception) -> int:
    """Say on stderr what went wrong; the exit code. A fault of the program leaves its trace."""
    if isinstance(error, StaketermError):
        _tell(error)
        return error.exit_code
    click.echo(keep_trace(error), err=True)
    return 1


def _program() -> Program:
    """The group of all commands, with the options of the whole program."""
    return Program(
        name="staketerm",
        callback=_open_program,
        invoke_without_command=True,
        help=_(
            "Personal stakeholder tracking at the terminal: positions read from what people do. "
            "Without a command the program opens."
        ),
        epilog=_("These options may stand before or after the command."),
        params=[
            *shared_options(),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=_("Show the version and leave."),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"]},
    )


@click.pass_context
def _open_program(ctx: click.Context) -> int | None:
    """Open the program on the terminal where no command was given."""
    if ctx.invoked_subcommand is not None:
        return None
    from staketerm.tui.launch import run

    settings = ctx.ensure_object(Settings)
    return run(
        settings.journal,
        clock=settings.clock(),
        language=settings.language,
        language_said=settings.language_said,
    )


def _show_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"staketerm {__version__}")
        ctx.exit()


def _tell(error: StaketermError) -> None:
    """The error on stderr, with the candidates that its sentence does not name itself."""
    from staketerm.domain.text import plain

    lines = [plain(str(error))]
    if isinstance(error, Ambiguous):
        lines += [f"  {plain(one)}" for one in error.candidates if plain(one) not in lines[0]]
    click.echo("\n".join(lines), err=True)
