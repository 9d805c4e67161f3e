"""How somebody came to know of an act: seen, heard from others, or read in a file (F17).

A deed one only heard of is logged as hearsay and is worth one point either way, at one remove; no
deed is hearsay by a mark of its own. What a file brought was seen by whoever kept that file, so it
counts in full and says where it came from.
"""

from enum import StrEnum

from staketerm.locale import _

HEARSAY_KINDS = frozenset({"hearsay_for", "hearsay_against"})
"""The kinds of signal that tell what others said (inference 3)."""

HEARSAY_FRESH_DAYS = 90
"""How long what was heard may stand before it should be seen, or asked after."""

MAIL = "mail:"
"""What the origin of a row from mail begins with."""


class Provenance(StrEnum):
    """Where the knowledge of an act comes from."""

    OWN = "own"
    HEARSAY = "hearsay"
    IMPORT = "import"


def provenance(kind: str, origin: str | None) -> Provenance:
    """The provenance of an act of a kind; `origin` names the file that brought it, if one did.

    What was heard stays hearsay, whoever wrote it down.
    """
    if kind in HEARSAY_KINDS:
        return Provenance.HEARSAY
    return Provenance.OWN if origin is None else Provenance.IMPORT


def came_from(kind: str, origin: str | None) -> str:
    """The provenance in a word beside an act: "heard", "from mail"; empty for one's own."""
    match provenance(kind, origin):
        case Provenance.HEARSAY:
            return _("heard")
        case Provenance.IMPORT:
            return _("from mail") if (origin or "").startswith(MAIL) else _("from a file")
        case _:
            return ""
