"""What stays behind when the program itself is at fault: where it happened, and nobody's name."""

import sys
from datetime import datetime
from pathlib import Path
from traceback import walk_tb

from staketerm import __version__
from staketerm.journal.location import own_state, write_private
from staketerm.locale import _


def record_crash(error: BaseException, moment: datetime) -> str:
    """Write a crash file about `error`; the one line to show for it.

    The file holds the kinds of error and the places in the code they came through: no message and
    no value, because either may hold what the journal holds.
    """
    path = own_state() / f"crash-{moment:%Y%m%d-%H%M%S}.txt"
    try:
        write_private(path, _report(error))
    except OSError:
        return _("staketerm has a fault and stopped. Nothing of the journal is lost.")
    return _("staketerm has a fault and stopped. Nothing of the journal is lost. {path}").format(
        path=path
    )


def _report(error: BaseException) -> str:
    lines = [f"staketerm {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append("")
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame, number in walk_tb(cause.__traceback__):
            code = frame.f_code
            lines.append(f"  {_place(Path(code.co_filename))}:{number} {code.co_qualname}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _place(path: Path) -> str:
    """A file of code without the folders of this machine."""
    parts = path.parts
    for package in ("staketerm", "site-packages"):
        if package in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(package) - 1 :])
    return path.name
