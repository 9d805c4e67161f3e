"""Where `staketerm` and `python -m staketerm` begin."""

import sys

from staketerm import __version__


def main() -> int:
    """Run what the command line asks for; returns the exit code (design section 6).

    `--version` is answered here, before click or anything else is imported: scripts ask it often.
    """
    if sys.argv[1:2] == ["--version"]:
        sys.stdout.write(f"staketerm {__version__}\n")
        return 0
    from staketerm.cli.main import main as run_command

    return run_command()


if __name__ == "__main__":
    sys.exit(main())
