"""Opening the program where no command is given, without click: the first frame is waited for.

Whatever this does not understand goes the way of every command, which says what is wrong with it.
"""

import os
from collections.abc import Sequence
from datetime import date

from staketerm.domain.errors import StaketermError
from staketerm.locale import language

_VALUED = ("--journal", "--lang", "--today")
_LANGUAGES = (None, "en", "nl")


def answer(arguments: Sequence[str]) -> int | None:
    """Open the program on the terminal; its exit code, None where a command is asked for."""
    asked = _asked(arguments)
    if asked is None or asked.get("--lang") not in _LANGUAGES:
        return None
    try:
        day = date.fromisoformat(asked["--today"]) if "--today" in asked else None
    except ValueError:
        return None
    from staketerm.tui.launch import refuse_without_terminal

    try:
        refuse_without_terminal()
    except StaketermError:
        return None
    if "--no-color" in asked:
        os.environ["NO_COLOR"] = "1"
    return _open(asked, day)


def _open(asked: dict[str, str], day: date | None) -> int:
    from staketerm.cli.fault import keep_traces_of_threads
    from staketerm.store.clock import FixedClock, SystemClock
    from staketerm.tui.launch import run

    keep_traces_of_threads()
    clock = SystemClock()
    return run(
        asked.get("--journal"),
        clock=clock if day is None else FixedClock(clock.now(), day),
        language=language(),
        language_said="--lang" in asked or bool(os.environ.get("STAKETERM_LANG")),
    )


def _asked(arguments: Sequence[str]) -> dict[str, str] | None:
    """The options of the whole program; None where anything else stands there."""
    found: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        name, sign, value = word.partition("=")
        if word == "--no-color":
            found[word] = ""
        elif name in _VALUED:
            given = value if sign else next(words, "")
            if not given or given.startswith("-"):
                return None
            found[name] = given
        else:
            return None
    return found
