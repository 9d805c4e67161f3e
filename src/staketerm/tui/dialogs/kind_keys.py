"""Which key stands for which kind in the log dialogs (screens 2).

The left hand worked along, the right hand worked against; mirrored fingers are mirrored acts where
the catalogue has a mirror. The home row and Space hold the commonest; Shift on the right top row is
heavier, Shift on the left home row is "I asked for it".
"""

from collections.abc import Mapping
from string import ascii_letters
from types import MappingProxyType

ALONG = (
    ("f", "agreement_kept"),
    ("d", "active_in_meeting"),
    ("s", "mail_answered"),
    ("a", "advice_given"),
    ("r", "informal_approach"),
    ("e", "agenda_changed"),
    ("w", "unsolicited_feedback"),
    ("q", "shared_information"),
    ("t", "invited_to_team"),
    ("g", "provided_resources"),
    ("c", "brought_others"),
    ("v", "defended_project"),
)
"""Left hand, in the order of the dialog."""

AGAINST = (
    ("j", "agreement_broken"),
    ("k", "passive_in_meeting"),
    ("l", "mail_unanswered"),
    ("p", "advice_refused"),
    ("u", "no_show"),
    ("i", "no_time_made"),
    ("h", "cancelled_late"),
    ("o", "withheld_information"),
    ("y", "access_refused"),
    ("n", "delegated_down"),
    ("m", "agreement_late"),
)
"""Right hand."""

HEAVY = (
    ("U", "open_opposition"),
    ("I", "obstructed"),
    ("O", "complaint_third_party"),
    ("P", "mobilised_against"),
)
"""The four that weigh most, with Shift."""

WORDS = (
    ("z", "said_support"),
    ("x", "said_concern"),
    ("b", "said_oppose"),
    ("X", "promised"),
    ("Z", "hearsay_for"),
    ("B", "hearsay_against"),
)
"""What they said, or others said of them."""

MINE = (
    ("S", "mail_sent"),
    ("A", "advice_asked"),
    ("D", "invitation"),
    ("F", "agreement_made"),
)
"""What I asked or we agreed: each opens a question."""

CONTACT = ("space", "contact")
"""Met, nothing special."""

KINDS: Mapping[str, str] = MappingProxyType(
    dict((*ALONG, *AGAINST, *HEAVY, *WORDS, *MINE, CONTACT))
)
"""The kind of each key."""

KEYS: Mapping[str, str] = MappingProxyType({kind: key for key, kind in KINDS.items()})
"""The key of each kind; kinds without one are found by `/`."""

FREE = "".join(key for key in ascii_letters if key not in KINDS)
"""Letters that are no kind's yet: one's own kinds may have them (`[log.keys]` of config.toml)."""

OPENING = frozenset(kind for _key, kind in MINE) | {"promised"}
"""Kinds that open something: they take a text and a due day, and no strength."""
