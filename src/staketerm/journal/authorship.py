"""As whose work what one writes into a journal on a server is kept: a setting of one's own."""

import os

from staketerm.domain.text import clean_line
from staketerm.journal.location import own_config

LONGEST = 80
"""Letters of a name at most."""


def own_name() -> str | None:
    """The name in STAKETERM_AUTHOR, else `author` under [journal] of config.toml; None where
    neither says one: the server's own name for whoever it let in serves then.
    """
    said = os.environ.get("STAKETERM_AUTHOR") or _configured()
    return clean_line(said)[:LONGEST].strip() or None if said else None


def _configured() -> str | None:
    """What config.toml says, as far as it can be read: the screen names what cannot."""
    import tomllib

    try:
        part = tomllib.loads(own_config().read_text(encoding="utf-8")).get("journal")
    except (OSError, ValueError):
        return None
    said = part.get("author") if isinstance(part, dict) else None
    return said if isinstance(said, str) else None
