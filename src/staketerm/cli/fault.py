"""What is kept of a fault of the program itself: where it happened, and nobody's name."""

import os
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb

from staketerm import __version__
from staketerm.journal.location import own_state
from staketerm.locale import _

LOG = "faults.log"


def keep_trace(error: BaseException) -> str:
    """Add the trace of `error` to the log; the one line to show for it.

    The log holds the kinds of error and the places in the code they came through: no message and
    no value, because either may hold what the journal holds.
    """
    from staketerm.store.files import private_log

    path = own_state() / LOG
    try:
        with os.fdopen(private_log(path), "a", encoding="utf-8") as log:
            log.write(_trace(error))
    except OSError:
        return _("staketerm has a fault and stopped. Nothing of the journal is lost.")
    return _("staketerm has a fault and stopped. Nothing of the journal is lost. {path}").format(
        path=path
    )


def keep_traces_of_threads() -> None:
    """Let a fault in a thread go to the log too: Python would show it with its message, across
    whatever is on the screen.
    """
    threading.excepthook = _of_thread


def _of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        keep_trace(told.exc_value)


def _trace(error: BaseException) -> str:
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    lines = [f"{moment} staketerm {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame, number in walk_tb(cause.__traceback__):
            code = frame.f_code
            lines.append(f"  {_place(Path(code.co_filename))}:{number} {code.co_qualname}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n\n"


def _place(path: Path) -> str:
    """A file of code without the folders of this machine."""
    for package in ("staketerm", "site-packages"):
        if package in path.parts:
            return "/".join(path.parts[path.parts.index(package) :])
    return path.name
