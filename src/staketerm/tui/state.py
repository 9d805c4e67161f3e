"""What the program remembers of the screen between two runs, apart from the configuration.

The day of the last look is kept by `journal.last_look`, which the commands read too.
"""

from dataclasses import asdict, dataclass

from staketerm.journal.location import own_state, write_private


@dataclass(frozen=True, slots=True)
class ScreenState:
    """The person's last choices."""

    theme: str | None = None
    language: str | None = None


def load_state() -> ScreenState:
    """What was kept; the beginning where nothing was, or where it can't be read."""
    try:
        text = (own_state() / "screen.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ScreenState()
    import json  # not where nothing was kept: the first frame is near

    try:
        kept = json.loads(text)
        said = (kept.get("theme"), kept.get("language"))
    except (ValueError, AttributeError):
        return ScreenState()
    return ScreenState(*(word if isinstance(word, str) else None for word in said))


def keep_state(state: ScreenState) -> None:
    """Keep `state`, readable by its owner alone. Where it can't be kept, the choice lasts as long
    as the program runs."""
    import json

    try:
        write_private(own_state() / "screen.json", json.dumps(asdict(state)))
    except OSError:
        return
