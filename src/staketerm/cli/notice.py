"""`due --notify`: a desktop notice of what is due, by the notifier of the system.

Quick, like all that status bars and timers ask: the standard library alone. Others see a lock
screen too, so the notice counts; names are in it only where their owner asked for them. Where none
can be shown, the text goes to stdout, and from there into the mail of cron.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from staketerm.domain.text import plain, plain_line
from staketerm.journal.glance import Glance, GlanceAct
from staketerm.journal.location import own_config
from staketerm.locale import _, ngettext

TITLE = "staketerm"

NAMED = 5
"""Names in a notice at most."""

SHOWN_MS = 8_000
"""How long a notice stays, where the system asks (libraries 5)."""

PATIENCE = 10
"""Seconds that a notifier may take."""

DETAILS = ("count", "names")
"""What `detail` under `[notify]` in config.toml can be."""

_TOAST = """
$kind = [Windows.UI.Notifications.ToastTemplateType, Windows.UI.Notifications, ContentType=WindowsRuntime]::ToastText02
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType=WindowsRuntime]
$toast = $manager::GetTemplateContent($kind)
$texts = $toast.GetElementsByTagName('text')
$null = $texts.Item(0).AppendChild($toast.CreateTextNode($env:STAKETERM_NOTICE_TITLE))
$null = $texts.Item(1).AppendChild($toast.CreateTextNode($env:STAKETERM_NOTICE_BODY))
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$manager::CreateToastNotifier($app).Show([Windows.UI.Notifications.ToastNotification]::new($toast))
"""  # noqa: E501
"""A toast of Windows; its words are nodes of text, never markup or code."""


class Call(NamedTuple):
    """How a notifier is called: its arguments, and variables besides those that are set."""

    arguments: tuple[str, ...]
    variables: Mapping[str, str] = {}


def notify(seen: Glance, *, names: bool = False) -> None:
    """Show a notice of what is due; nothing where nothing is.

    Names go into it with `names` or by `detail = "names"` in config.toml. Without a notifier, or
    where it fails, the text goes to stdout and the reason to stderr.
    """
    if not seen.acts:
        return
    text = notice_text(seen, names=names or _detail() == "names")
    reason = _send(text)
    if reason is not None:
        _tell(_("No desktop notice: {reason}").format(reason=reason))
        sys.stdout.write(text + "\n")


def notice_text(seen: Glance, *, names: bool) -> str:
    """ "3 acts today, 1 promise": the acts of today, five at most, and what falls due; with `names`
    whom they are about, on a line of its own.
    """
    from staketerm.domain.nurture.acts import FALLING_DUE, promises_and_asks, todays

    to_do = [act for act in seen.acts if act.kind not in FALLING_DUE]
    places = todays([(act.kind, date.fromisoformat(act.latest)) for act in to_do], seen.day)
    falls_due = [act for act in seen.acts if act.kind in FALLING_DUE]
    promises, asks = promises_and_asks(act.kind for act in falls_due)
    counts = (
        (len(places), ngettext("{n} act today", "{n} acts today", len(places))),
        (promises, ngettext("{n} promise", "{n} promises", promises)),
        (asks, ngettext("{n} open ask", "{n} open asks", asks)),
    )
    text = ", ".join(words.format(n=many) for many, words in counts if many)
    if not names:
        return text
    return f"{text}\n{_whom([*(to_do[place] for place in places), *falls_due])}"


def _whom(acts: Sequence[GlanceAct]) -> str:
    """Those whom the acts are about, each once."""
    every = list(dict.fromkeys(plain_line(act.name) for act in acts))
    shown = ", ".join(every[:NAMED])
    more = len(every) - NAMED
    if more <= 0:
        return shown
    return f"{shown} " + ngettext("and {n} more", "and {n} more", more).format(n=more)


def _send(text: str) -> str | None:
    """Show a notice; why it could not be shown, None where it was."""
    for name, call in _NOTIFIERS.items():
        program = shutil.which(name)
        if program is not None:
            return _run(program, call(text))
    return _("there is no {names} here").format(names=", ".join(_NOTIFIERS))


def _run(program: str, call: Call) -> str | None:
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603 - no shell; words of the journal are data to it
            [program, *call.arguments],
            env={**os.environ, **call.variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _("{program} did not answer").format(program=Path(program).stem)
    except OSError as error:
        return f"{Path(program).stem}: {error.strerror or error}"
    if done.returncode == 0:
        return None
    said = plain_line(done.stderr.decode(errors="replace")) or str(done.returncode)
    return f"{Path(program).stem}: {said}"


def _notify_send(text: str) -> Call:
    """The desktop of freedesktop.org: its body may hold markup, and notify-send reads escapes."""
    for sign, meant in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\\", "\\\\")):
        text = text.replace(sign, meant)
    return Call(("-a", TITLE, "-t", str(SHOWN_MS), "--", TITLE, text))


def _osascript(text: str) -> Call:
    """macOS: the words are arguments of the script, not part of it."""
    script = (
        "on run argv",
        "display notification (item 2 of argv) with title (item 1 of argv)",
        "end run",
    )
    lines = (word for line in script for word in ("-e", line))
    return Call((*lines, TITLE, text))


def _powershell(text: str) -> Call:
    """Windows: the words are in variables, out of the script's reach."""
    return Call(
        ("-NoProfile", "-NonInteractive", "-Command", _TOAST),
        {"STAKETERM_NOTICE_TITLE": TITLE, "STAKETERM_NOTICE_BODY": text},
    )


_NOTIFIERS: Mapping[str, Callable[[str], Call]] = {
    "notify-send": _notify_send,
    "osascript": _osascript,
    "powershell": _powershell,
}


def _detail() -> str:
    """What `[notify]` in config.toml says that a notice tells; "count" where it says nothing."""
    path = own_config()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return DETAILS[0]
    except (OSError, UnicodeDecodeError) as error:
        _tell(f"{path.name}: {error}")
        return DETAILS[0]
    import tomllib

    try:
        said = tomllib.loads(text).get("notify", {})
    except tomllib.TOMLDecodeError as error:
        _tell(f"{path.name}: {error}")
        return DETAILS[0]
    detail = said.get("detail", DETAILS[0]) if isinstance(said, dict) else said
    if detail in DETAILS:
        return str(detail)
    _tell(
        _("{file}: detail under [notify] is one of {names}").format(
            file=path.name, names=", ".join(DETAILS)
        )
    )
    return DETAILS[0]


def _tell(text: str) -> None:
    sys.stderr.write(plain(text) + "\n")
