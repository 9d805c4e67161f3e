"""The signs of a position, wherever text is shown (screens 4): once in full, once in ASCII.

Round is for, a diamond in between, square against; filled is active, open passive; the ring adds
impact.
"""

from collections.abc import Mapping
from types import MappingProxyType

LABELS = (
    "partner",
    "supporter",
    "quiet_supporter",
    "critic",
    "fence_sitter",
    "quiet_opponent",
    "opponent",
    "unknown",
)
"""The labels in the order of the table, from for to against."""

FULL: Mapping[str, str] = MappingProxyType(dict(zip(LABELS, "◉●○◆◇□■·", strict=True)))
ASCII: Mapping[str, str] = MappingProxyType(dict(zip(LABELS, "@Oo%~xX?", strict=True)))
