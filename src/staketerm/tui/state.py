"""What the program remembers of the screen between two runs, apart from the configuration."""

from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_state_path


@dataclass(frozen=True, slots=True)
class ScreenState:
    """The person's last choices."""

    theme: str | None = None
    language: str | None = None


def state_folder() -> Path:
    """Where the state of the screen and crash files lie: the platform's state folder."""
    return user_state_path("staketerm")


def load_state() -> ScreenState:
    """What was kept; the beginning where nothing was, or where it can't be read."""
    try:
        text = (state_folder() / "screen.json").read_text(encoding="utf-8")
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
        write_private(state_folder() / "screen.json", json.dumps(asdict(state)))
    except OSError:
        return


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all; raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
