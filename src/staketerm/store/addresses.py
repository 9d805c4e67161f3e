"""What can be told of a journal's location before anything of a database is loaded."""

import re

_SERVERS = ("postgresql:", "postgresql+", "postgres:")
_PASSWORD = re.compile(r"(://[^:@/?]*):.*@")
_OPTION = re.compile(r"((?:^|[?&])(?:ssl)?password=)[^&]*", re.IGNORECASE)


def is_server(location: object) -> bool:
    """Whether a location is the address of a server, not a path."""
    return str(location).startswith(_SERVERS)


def shown(address: str) -> str:
    """An address as it may be shown and written into logs: without passwords, however mistyped."""
    return _OPTION.sub(r"\1***", _PASSWORD.sub(r"\1:***@", address))
