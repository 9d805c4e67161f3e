"""As whose work what one writes into a journal on a server is kept: a setting of one's own."""

import os

from staketerm.domain.text import clean_line
from staketerm.journal.location import own_setting

LONGEST = 80
"""Letters of a name at most."""


def own_name() -> str | None:
    """The name in STAKETERM_AUTHOR, else `author` under [journal] of config.toml; None where
    neither says one: the server's own name for whoever it let in serves then.
    """
    said = os.environ.get("STAKETERM_AUTHOR") or own_setting("author")
    return clean_line(said)[:LONGEST].strip() or None if isinstance(said, str) else None
