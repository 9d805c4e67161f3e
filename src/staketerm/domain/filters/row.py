"""What a filter looks at: one stakeholder in one project, as a list shows it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from staketerm.domain.text import fold


def searchable(name: str, organisation: str | None, tags: Iterable[str]) -> str:
    """The folded text that bare words are looked for in: name, organisation and tags."""
    return fold("\n".join((name, organisation or "", *tags)))


class Row(Protocol):
    """One stakeholder in one project; None is what has not been told or is not known."""

    @property
    def id(self) -> str:
        """The id of the stakeholder."""

    @property
    def folded(self) -> str:
        """What `searchable` gives for this stakeholder."""

    @property
    def name(self) -> str:
        """The name as shown."""

    @property
    def organisation(self) -> str | None:
        """The name of the organisation."""

    @property
    def tags(self) -> Collection[str]:
        """The tags, as typed."""

    @property
    def roles(self) -> Collection[str]:
        """The roles in the project."""

    @property
    def project_name(self) -> str | None:
        """The name of the project."""

    @property
    def kind(self) -> str:
        """person, organisation, group or role."""

    @property
    def language(self) -> str | None:
        """The language to write in, such as "nl"."""

    @property
    def label(self) -> str:
        """The position: an id of inference section 2."""

    @property
    def listed(self) -> str:
        """The position that lists go by: the judged one where lists follow judgements."""

    @property
    def was(self) -> str | None:
        """The position before this one."""

    @property
    def since(self) -> date | None:
        """The day from which the position is what it is."""

    @property
    def trend(self) -> str | None:
        """warming, cooling or steady."""

    @property
    def stance(self) -> float:
        """-1 (opposes) to +1 (cooperates)."""

    @property
    def energy(self) -> float:
        """Effort in either direction, >= 0."""

    @property
    def evidence(self) -> float:
        """Points that still count, 0 to 70."""

    @property
    def confidence(self) -> str:
        """The evidence in a word: none, low, fair or good."""

    @property
    def impact(self) -> str | None:
        """none, low, medium or high."""

    @property
    def power(self) -> int | None:
        """1 to 5."""

    @property
    def interest(self) -> int | None:
        """1 to 5."""

    @property
    def reach(self) -> str | None:
        """direct, step or remote."""

    @property
    def last_contact(self) -> date | None:
        """The day the two of you last met, wrote or spoke."""

    @property
    def next_kind(self) -> str | None:
        """The kind of the next proposed act, an id of design section 6."""

    @property
    def next_text(self) -> str | None:
        """The next proposed act, as shown."""

    @property
    def next_ideal(self) -> date | None:
        """The first day of the window of the next proposed act."""

    @property
    def next_due(self) -> date | None:
        """The latest day of the next proposed act."""

    @property
    def alarm(self) -> str | None:
        """The alarm that stands: cooling or crossed_over."""

    @property
    def gap(self) -> object:
        """The says-does gap; true when there is one."""

    @property
    def blocks(self) -> bool:
        """Whether they keep blocking: three blocking acts or more in 90 days."""

    @property
    def judgement(self) -> str | None:
        """The position that somebody judged, beside the inferred one."""

    @property
    def open_asks(self) -> int:
        """How many asks await an answer."""

    @property
    def open_agreements(self) -> int:
        """How many agreements have no outcome yet."""

    @property
    def valued_critic(self) -> bool:
        """Whether their criticism is valued here."""

    @property
    def consent(self) -> str:
        """How consent to carry news stands: asked, granted, declined, withdrawn, ended or none."""

    @property
    def authors(self) -> Collection[str]:
        """The names of those who wrote something about them; empty where nobody shares."""
