"""Where a command line becomes a command; what comes back is the exit code (design section 6)."""

import os
import sys
from collections.abc import Sequence

from staketerm.locale import choose


def main(argv: Sequence[str] | None = None) -> int:
    """Run what `argv` (the arguments after the program's name) asks for; the exit code.

    0 fine, 1 failed, 2 wrong usage, 3 nothing found, 10 `due --check` found something late.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    choose(language_asked(arguments))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if "due" in arguments:
        from staketerm.cli.bar import answer
    else:
        from staketerm.cli.door import answer
    try:
        code = answer(arguments)
    except Exception as error:
        from staketerm.cli.program import failed

        return failed(error)
    if code is not None:
        return code
    from staketerm.cli.program import run

    return run(arguments)


def language_asked(arguments: Sequence[str]) -> str:
    """The language to speak: that of `--lang`, of STAKETERM_LANG, or of the system; "en" or "nl".

    Looked for before anything else is read, because help and error messages speak it too.
    """
    said = [os.environ.get(name, "") for name in ("STAKETERM_LANG", "LC_ALL", "LC_MESSAGES")]
    said.append(os.environ.get("LANG", ""))
    for place, argument in enumerate(arguments):
        if argument == "--lang":
            said[:0] = arguments[place + 1 : place + 2]
        elif argument.startswith("--lang="):
            said.insert(0, argument.removeprefix("--lang="))
    first = next((word for word in said if word), "en")
    return "nl" if first[:2].lower() == "nl" else "en"
