"""The programs whose tables are known by their header rows, and what is their own in them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from staketerm.exchange.tables.fields import Field

_UNTITLED = {"title": Field.LEFT_OUT, "location": Field.LEFT_OUT, "file as": Field.LEFT_OUT}


@dataclass(frozen=True, slots=True)
class Layout:
    """A known kind of table.

    It is recognised by all names of `all_of` and one of `any_of` (names as `headers.key` makes
    them; empty = any). `own` holds what names mean here and nowhere else. In a table that `tells`,
    columns without a place of their own go to the private note; address books leave them out.
    """

    id: str
    title: str
    all_of: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()
    own: Mapping[str, Field] = field(default_factory=dict)
    tells: bool = False

    def fits(self, names: AbstractSet[str]) -> bool:
        """Whether a header row with these names is of this kind."""
        return self.all_of <= names and (not self.any_of or bool(self.any_of & names))


REGISTER = Layout("register", "register", tells=True)
"""Every table that no other layout fits."""

CONTACTS = Layout("contacts", "contacts", own=_UNTITLED)
"""A table of people and how to reach them, without anything that a register says."""

CONNECTIONS = Layout("kumu-connections", "Kumu connections", frozenset({"from", "to"}))
"""Ties between people whose elements are another file; their labels are those of the ties."""

KNOWN: Sequence[Layout] = (
    CONNECTIONS,
    Layout(
        "linkedin",
        "LinkedIn",
        frozenset({"first name", "last name", "connected on"}),
        own={"position": Field.JOB, "url": Field.URL},
    ),
    Layout(
        "google",
        "Google Contacts",
        any_of=frozenset(
            {"e mail #value", "group membership", "phonetic first name", "organization title"}
        ),
        own={**_UNTITLED, "occupation": Field.LEFT_OUT},
    ),
    Layout(
        "thunderbird",
        "Thunderbird",
        frozenset({"display name", "primary email"}),
        own=_UNTITLED,
    ),
    Layout(
        "outlook",
        "Outlook",
        frozenset({"first name", "last name", "e mail address"}),
        frozenset(
            {"business phone", "home phone", "mobile phone", "e mail type", "business street"}
            | {"internet free busy", "web page", "given yomi"}
        ),
        own={**_UNTITLED, "office location": Field.LEFT_OUT, "profession": Field.LEFT_OUT},
    ),
    Layout(
        "kumu",
        "Kumu",
        frozenset({"label", "type"}),
        own={"label": Field.NAME, "type": Field.KIND},
        tells=True,
    ),
)
"""Layouts in the order in which they are tried."""
