"""What a person may ask of the journal, validated once at the edge (design section 2)."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from staketerm.domain.errors import UnfitValue
from staketerm.domain.recurrence import rule_of
from staketerm.domain.text import clean_address, clean_line, clean_name, clean_text, clean_words
from staketerm.locale import N_, _

Name = Annotated[str, AfterValidator(clean_name)]
Line = Annotated[str, AfterValidator(clean_line)]
Text = Annotated[str, AfterValidator(clean_text)]
Words = Annotated[str, AfterValidator(clean_words)]
SaidLine = Annotated[str, AfterValidator(clean_line), AfterValidator(clean_words)]
Address = Annotated[str, AfterValidator(clean_address)]
Scale = Annotated[int, Field(ge=1, le=5)]
Days = Annotated[int, Field(ge=1, le=3660)]
Impact = Literal["none", "low", "medium", "high"]
Desired = Literal["unaware", "resistant", "neutral", "supportive", "leading", "as_is"]
Salience = tuple[Literal["power", "legitimacy", "urgency"], ...]
Rule = Annotated[str, AfterValidator(clean_line), AfterValidator(rule_of)]
Side = Literal["me", "them"]
Intensity = Annotated[float, Field(ge=0.5, le=1.5)]
Label = Literal[
    "unknown",
    "partner",
    "supporter",
    "quiet_supporter",
    "critic",
    "fence_sitter",
    "quiet_opponent",
    "opponent",
]
StakeholderKind = Literal["person", "organisation", "group", "role"]


_RULES = {
    "greater_than_equal": N_("at least {ge}"),
    "less_than_equal": N_("at most {le}"),
    "literal_error": N_("one of {expected}"),
    "int_parsing": N_("a whole number"),
}
"""What fits, by pydantic's type of error; what is not here, pydantic says itself."""


def unfit(error: ValidationError) -> UnfitValue:
    """The first thing wrong with a request: its field, what was given, what fits."""
    first = error.errors(include_url=False)[0]
    field = str(first["loc"][0]) if first["loc"] else _("request")
    rule = _RULES.get(first["type"])
    fits = _(rule).format(**first["ctx"]) if rule else first["msg"].lower()
    given = repr(first.get("input"))[:60]
    return UnfitValue(field, _("{given}: {rule}").format(given=given, rule=fits))


class Request(BaseModel):
    """A request; raises `UsageError` where pydantic would raise a `ValidationError`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    if not TYPE_CHECKING:

        def __init__(self, **values: Any) -> None:
            try:
                super().__init__(**values)
            except ValidationError as error:
                raise unfit(error) from None


class Attributes(Request):
    """What is known of a stakeholder and of its involvement in a project; None leaves a thing as
    it is.

    `organisation` is a name: one that is not here yet is made. `project` is an id. `recurrence` is
    a rule in words or rule text, `salience` the attributes that are seen in somebody.
    """

    kind: StakeholderKind | None = None
    organisation: Line | None = None
    job: Line | None = None
    language: Line | None = None
    do_not_contact: bool | None = None
    private: bool | None = None
    project: str | None = None
    roles: tuple[Line, ...] | None = None
    power: Scale | None = None
    interest: Scale | None = None
    impact: Impact | None = None
    reach: Literal["direct", "step", "remote"] | None = None
    desired: Desired | None = None
    valued_critic: bool | None = None
    style: Literal["periodic", "ambient", "triggered"] | None = None
    ideal_days: Days | None = None
    latest_days: Days | None = None
    recurrence: Rule | None = None
    salience: Salience | None = None


class AddStakeholder(Attributes):
    """Somebody new, with ways to reach them, tags and a first private note."""

    name: Name
    emails: tuple[Address, ...] = ()
    phones: tuple[Line, ...] = ()
    urls: tuple[Line, ...] = ()
    tags: tuple[Line, ...] = ()
    note: Text | None = None


class EditStakeholder(Attributes):
    """Changes to a stakeholder; `clear` names the fields to empty.

    A tuple of contact values or tags replaces the present ones.
    """

    stakeholder: str
    name: Name | None = None
    emails: tuple[Address, ...] | None = None
    phones: tuple[Line, ...] | None = None
    urls: tuple[Line, ...] | None = None
    tags: tuple[Line, ...] | None = None
    clear: frozenset[str] = frozenset()


class LogSignal(Request):
    """One observed act or saying.

    `closes` is the id of the ask or agreement that the signal answers, "auto" for the one that
    fits, or
    None for a signal that stands by itself. `due` and `text` serve the kinds that open something.
    """

    stakeholder: str
    kind: str
    day: date
    project: str | None = None
    intensity: Intensity = 1.0
    note: Text | None = None
    closes: str | None = "auto"
    entry: str | None = None
    source: Line | None = None
    private: bool = False
    due: date | None = None
    by: Side | None = None


class Promise(Request):
    """An agreement made in a meeting."""

    text: SaidLine
    by: Side = "them"
    due: date | None = None


class Attendee(Request):
    """Somebody at a meeting and what they did; present without more is contact.

    `intensities` go with the kinds, in their order; empty where nothing was weak or strong.
    """

    stakeholder: str
    kinds: tuple[str, ...] = ()
    intensities: tuple[Intensity, ...] = ()
    note: Text | None = None
    promises: tuple[Promise, ...] = ()


class LogMeeting(Request):
    """A meeting: who came and what each did, one batch."""

    title: Line
    day: date
    attendees: Annotated[tuple[Attendee, ...], Field(min_length=1)]
    project: str | None = None
    text: Text | None = None
    kind: Literal["meeting", "call"] = "meeting"


class WriteNote(Request):
    """Something told, about nobody or somebody; private unless said otherwise."""

    text: Words
    day: date
    about: tuple[str, ...] = ()
    title: Line | None = None
    kind: Literal["note", "journal", "report", "memory", "lesson", "call", "meeting"] = "note"
    project: str | None = None
    private: bool = True


ProgressKind = Literal["success", "risk", "plan", "decision", "milestone", "setback", "stress"]


class Part(Request):
    """Somebody's part in a progress entry: what they did for it, or how they can help."""

    stakeholder: str
    note: Line | None = None


class AddProgress(Request):
    """A progress entry of a project: what happened, may happen or is to be.

    Of a risk with a title the text says how to avoid it; without one the text is the risk itself.
    `due` is when a plan or milestone is to be, or by when a risk can be avoided.
    """

    kind: ProgressKind
    text: Text | None = None
    title: Line | None = None
    day: date
    due: date | None = None
    contributors: tuple[Part, ...] = ()
    affected: tuple[Part, ...] = ()
    helpers: tuple[Part, ...] = ()
    project: str | None = None
    private: bool = False


class EditProgress(Request):
    """Changes to a progress entry; None leaves a thing as it is, `clear` names those to empty.

    People given in one part replace those who had that part.
    """

    entry: str
    kind: ProgressKind | None = None
    text: Text | None = None
    title: Line | None = None
    day: date | None = None
    due: date | None = None
    contributors: tuple[Part, ...] | None = None
    affected: tuple[Part, ...] | None = None
    helpers: tuple[Part, ...] | None = None
    private: bool | None = None
    clear: frozenset[Literal["text", "title", "due"]] = frozenset()


class AskFor(Request):
    """Something requested of them (by me), or of me (by them)."""

    stakeholder: str
    text: SaidLine | None = None
    kind: Literal["mail", "advice", "invitation"] = "mail"
    day: date
    due: date | None = None
    by: Side = "me"
    project: str | None = None
    private: bool = False


class Agree(Request):
    """Something promised, by them or by me."""

    stakeholder: str
    text: SaidLine
    by: Side
    day: date
    due: date | None = None
    project: str | None = None
    private: bool = False


class Judge(Request):
    """My own dated claim about a position."""

    stakeholder: str
    label: Label
    day: date
    note: Text | None = None
    project: str | None = None


class AwayFrom(Request):
    """A period in which waiting for somebody stands still, both days included."""

    stakeholder: str
    starts: date
    ends: date
    note: Line | None = None


class SayConsent(Request):
    """One word on carrying news to others (P20); scope is what it covers, load bounds the tasks in
    a quarter of a year, until is the last day it holds."""

    stakeholder: str
    state: Literal["asked", "granted", "declined", "withdrawn"]
    day: date
    scope: Line | None = None
    load: Annotated[int, Field(ge=1, le=100)] | None = None
    until: date | None = None
    note: Line | None = None
    project: str | None = None


class SetRhythm(Request):
    """How often to be in touch with a stakeholder, everybody of a tag, or everybody in a project.

    `rule` is in words ("every second Monday") or rule text; `clear` takes away what was set.
    """

    stakeholder: str | None = None
    tag: Words | None = None
    project: str | None = None
    style: Literal["periodic", "ambient", "triggered"] | None = None
    ideal_days: Days | None = None
    latest_days: Days | None = None
    rule: SaidLine | None = None
    clear: bool = False


class SetBrakes(Request):
    """How much is too much: contacts of one person in so many days and in a week, extra updates
    until the question whether they are of use, and whether weekends are mine."""

    pressure_cap: Annotated[int, Field(ge=1, le=100)] | None = None
    pressure_days: Annotated[int, Field(ge=1, le=366)] | None = None
    week_cap: Annotated[int, Field(ge=1, le=50)] | None = None
    usefulness_after: Annotated[int, Field(ge=1, le=100)] | None = None
    working_days_only: bool | None = None
