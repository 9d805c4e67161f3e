"""Where a journal and its settings lie, told without opening it: nothing of the database layer is
imported."""

import os
from pathlib import Path
from typing import Any


def own_location() -> str | Path:
    """Where the person's own journal lies: STAKETERM_JOURNAL (a path or URL), else the platform's
    data folder."""
    if said := os.environ.get("STAKETERM_JOURNAL"):
        return said
    from platformdirs import user_data_path

    return user_data_path("staketerm") / "journal.db"


def own_config() -> Path:
    """The person's own config.toml: in the platform's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("staketerm") / "config.toml"


def own_setting(name: str) -> Any:
    """What config.toml says of `name` under [journal]; None where it says nothing, or cannot be
    read: what is wrong with the file, the program says when it opens.
    """
    import tomllib

    try:
        part = tomllib.loads(own_config().read_text(encoding="utf-8")).get("journal")
    except (OSError, ValueError):
        return None
    return part.get(name) if isinstance(part, dict) else None


def own_state() -> Path:
    """The platform's state folder: what the program remembers of itself, apart from the journal
    and the configuration."""
    from platformdirs import user_state_path

    return user_state_path("staketerm")


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all; raises OSError."""
    from staketerm.store.files import beside, drafted, private_folder

    private_folder(path.parent)
    fresh = beside(path, ".new")
    with os.fdopen(drafted(fresh), "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def file_of(location: str | Path | None) -> Path | None:
    """The file of a journal, the person's own for None; None for one on a server."""
    place = own_location() if location is None else location
    return None if "://" in str(place) else Path(place).expanduser()
