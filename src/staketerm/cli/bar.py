"""`due` for status bars, which ask every few seconds: the standard library alone.

Answered before click is imported, from the plan of the day that `journal.glance` reads. Whatever
this does not understand, or cannot answer, goes the way of every command.
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from staketerm.journal.glance import Glance, GlanceAct, glance
from staketerm.journal.location import file_of
from staketerm.locale import _, language, ngettext

FAILED = 1
"""Exit code of `--check` where nothing can be told."""

LATE = 10
"""Exit code of `--check` when a latest day has passed."""

SHOWN = 5
"""Acts shown unless all are asked for (P25)."""

FALLING_DUE = ("ask_open", "agreement_due")
"""Acts that fall due whatever else there is: `domain.nurture.acts.FALLING_DUE`, not loaded here."""

SOON = timedelta(days=2)
"""The latest day is near from this many days before it (screens 4)."""

_FLAGS = ("due", "--check", "--notify", "--names")
_VALUED = ("--format", "--journal", "--lang", "--today")
_LANGUAGES = (None, "en", "nl")


def answer(arguments: Sequence[str]) -> int | None:
    """Answer `due --format tmux|waybar` or `due --notify`; the exit code, None for whatever else
    is asked.
    """
    asked = _asked(arguments)
    if asked is None:
        return None
    line = LINES.get(asked.get("--format", ""))
    if ("--notify" in asked) is ("--format" in asked) or (line is None and "--format" in asked):
        return None
    path = file_of(asked.get("--journal"))
    if path is None or asked.get("--lang") not in _LANGUAGES:
        return None
    try:
        day = date.fromisoformat(asked["--today"]) if "--today" in asked else None
    except ValueError:
        return None
    seen = look(path, day)
    if seen is None:
        return say_locked(path, asked) if line is not None else None
    if line is not None:
        sys.stdout.write(line(seen) + "\n")
    else:
        from staketerm.cli.notice import notify

        notify(seen, names="--names" in asked)
    return LATE if "--check" in asked and late(seen) else 0


def say_locked(path: Path, asked: Mapping[str, str]) -> int | None:
    """Say in a status bar that the journal is encrypted: nobody is asked for a passphrase there.

    The exit code, 1 for `--check`, which cannot be told; None where it is not encrypted, or its
    passphrase was given with the command.
    """
    from staketerm.journal.passphrase import at_hand, is_locked

    if at_hand() or not is_locked(path):
        return None
    sys.stdout.write(LOCKED[asked["--format"]]() + "\n")
    return FAILED if "--check" in asked else 0


def look(path: Path, day: date | None = None) -> Glance | None:
    """The stored plan of `day` (None: of today where the journal counts its days), if it is
    there."""
    return glance(path, lambda zone: day or _today_in(zone), language())


def tmux_line(seen: Glance) -> str:
    """ "5 to do »2": how many acts the day has, and how many with their latest day near or past.

    No names, for others see a status bar too. Empty where nothing is to do.
    """
    if not seen.acts:
        return ""
    count = _of_today(seen)
    near = min(len(_near(seen)), count)
    said = ngettext("{n} to do", "{n} to do", count).format(n=count)
    return f"{said} »{near}" if near else said


def waybar_line(seen: Glance) -> str:
    """One object as waybar reads it: text, class (none, due, soon, late) and a tooltip, which is
    markup there."""
    import json
    from html import escape

    from staketerm.domain.text import plain_line

    mood = "late" if late(seen) else "soon" if _near(seen) else "due" if seen.acts else "none"
    lines = (f"{act.latest}  {plain_line(act.reason)}" for act in seen.acts[:SHOWN])
    return json.dumps(
        {
            "text": str(_of_today(seen)) if seen.acts else "",
            "tooltip": escape("\n".join(lines), quote=False),
            "class": mood,
            "alt": mood,
        }
    )


def _of_today(seen: Glance) -> int:
    """How many acts the day has: of those to do five at most, and what falls due."""
    falls_due = sum(act.kind in FALLING_DUE for act in seen.acts)
    return min(len(seen.acts) - falls_due, SHOWN) + falls_due


def _locked_object() -> str:
    import json

    return json.dumps({"text": "", "tooltip": _("locked"), "class": "locked", "alt": "locked"})


LOCKED = {"tmux": lambda: _("locked"), "waybar": _locked_object}
"""What a status bar shows of an encrypted journal."""

LINES = {"tmux": tmux_line, "waybar": waybar_line}
"""The formats of status bars."""


def late(seen: Glance) -> list[GlanceAct]:
    """The acts whose latest day has passed."""
    return [act for act in seen.acts if act.latest < seen.day.isoformat()]


def _near(seen: Glance) -> list[GlanceAct]:
    """The acts whose latest day is near or has passed."""
    return [act for act in seen.acts if act.latest <= (seen.day + SOON).isoformat()]


def _asked(arguments: Sequence[str]) -> dict[str, str] | None:
    """The options of a plain `due`; None where anything else stands there."""
    found: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        name, sign, value = word.partition("=")
        if word in _FLAGS:
            found[word] = ""
        elif name in _VALUED:
            found[name] = value if sign else next(words, "")
        else:
            return None
    return found if "due" in found else None


def _today_in(zone: str | None) -> date:
    """The day it is in a zone; where it is not known, on this machine."""
    from zoneinfo import ZoneInfo

    try:
        return datetime.now(ZoneInfo(zone) if zone else None).date()
    except (KeyError, ValueError, OSError):
        return datetime.now().astimezone().date()
