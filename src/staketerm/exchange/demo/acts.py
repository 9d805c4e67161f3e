"""The forms in which the demo's story is told: who there is, and what was done on which day.

Days are ISO text in the story's own calendar, in which today is `STORY_DAY`; `build` moves all of
it to the day it is. A day inside a text stands between braces: "the vote is on {2027-02-01}".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

STORY_DAY = date(2026, 11, 24)
"""The day on which the story is told."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part a stakeholder has in the project; `days` are ideal and latest days between contacts,
    where they are this person's own.
    """

    power: int | None = None
    interest: int | None = None
    impact: str | None = None
    reach: str | None = "direct"
    roles: str | None = None
    desired: str | None = None
    style: str | None = None
    valued_critic: bool = False
    days: tuple[int | None, int | None] = (None, None)


NO_PART = Part(reach=None)
"""The part of somebody of whom nothing is asked: a friend in a private journal."""


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder; `key` is how the story calls them."""

    key: str
    name: str
    organisation: str | None = None
    job: str | None = None
    language: str | None = None
    email: str | None = None
    part: Part = NO_PART
    phone: str | None = None
    kind: str = "person"
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Did:
    """Something a stakeholder did or said; `kind` is one of the catalogue."""

    on: str
    kind: str
    note: str | None = None
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Something asked, by me unless said otherwise, and the day of its answer, if any came."""

    on: str
    text: str
    answered: str | None = None
    kind: str = "mail"
    outcome: str | None = None
    by: str = "me"
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something promised, by them unless said otherwise, and what came of it, if it is known."""

    on: str
    text: str
    due: str | None
    closed: str | None = None
    outcome: str | None = None
    by: str = "them"


Act = Did | Asked | Agreed
"""What a thread of the story is made of."""


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody at a meeting: what they did there, nothing special unless said."""

    who: str
    kind: str = "contact"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or call, with who came and who was expected."""

    on: str
    title: str
    came: tuple[Came, ...]
    text: str | None = None
    kind: str = "meeting"


@dataclass(frozen=True, slots=True)
class Told:
    """An entry: a note, a memory, a success ..., with those it is about as `role`; `how` says of
    some what they did for it or can do.
    """

    on: str
    kind: str
    text: str
    about: tuple[str, ...] = ()
    title: str | None = None
    role: str = "subject"
    private: bool = True
    personal: bool = False
    due: str | None = None
    closed: str | None = None
    outcome: str | None = None
    how: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of one's own."""

    who: str
    on: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Acted:
    """A nurturing act that was done, and what came of it; `occasion` is a day of the story, or the
    text of the ask or entry that called for it.
    """

    who: str
    on: str
    kind: str
    occasion: str
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Agreeing:
    """What somebody said about carrying news to others."""

    who: str
    on: str
    state: str
    scope: str | None = None
    load: int | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """A period in which somebody does not answer; both days included."""

    who: str
    starts: str
    ends: str
    note: str | None = None
