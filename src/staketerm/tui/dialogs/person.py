"""Adding somebody, and editing what is known of them: one form (screens 2, `n` and `e`)."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError, UsageError
from staketerm.domain.maps.salience import kept_as
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs import questions
from staketerm.tui.dialogs.form import Form, Spec
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.notices import Named
from staketerm.tui.program import program
from staketerm.tui.screens.doing import Doing
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.page import Profile

SEVERAL = {"emails", "phones", "urls", "tags", "roles"}
"""Fields that hold several values, parted by commas."""

NUMBERS = {"power", "interest"}

MARKS = ("valued_critic", "do_not_contact", "private")
"""The yes-or-no attributes, which share one line."""

CLEARABLE = {
    "organisation",
    "job",
    "language",
    "roles",
    "power",
    "interest",
    "impact",
    "reach",
    "desired",
    "style",
    "salience",
}
"""Fields that can be emptied."""

RHYTHM = frozenset({"ideal_days", "latest_days", "recurrence"})
"""What the field `rhythm` says."""

_DAYS = re.compile(r"(?:(\d+)\s*-\s*)?(\d+)")


def edit_person(here: Doing, subject: Subject) -> None:
    """Open the form on somebody, once it is known what is known of them."""

    def have(known: "Profile") -> None:
        here.app.push_screen(PersonForm(known))

    here.ask(questions.profile(subject.id, subject.project), have, group="profile")


class PersonForm(Form):
    """Somebody new, or somebody known (`known`); Enter saves from any field.

    `added` is who was added, once that has happened.
    """

    def __init__(self, known: "Profile | None" = None, *, name: str = "") -> None:
        super().__init__()
        self.known = known
        self.name_given = name
        self.added: Subject | None = None

    def caption(self) -> Line:
        """Who is edited, and in which project."""
        app = program(self)
        if self.known is None:
            return (Piece(_("Somebody new"), Ink.BOLD), Piece(self._in_project(), Ink.MUTED))
        name = app.outlook.veil.name(self.known.id, self.known.name, self.known.kind)
        return (
            Piece(_("Edit") + " "),
            Piece(name, Ink.BOLD),
            Piece(self._in_project(), Ink.MUTED),
        )

    def _in_project(self) -> str:
        outlook = program(self).outlook
        name = self.known.project_name if self.known else outlook.project_name
        if not self.known and outlook.project is None:
            return ""
        return "  " + _("in {project}").format(project=outlook.veil.text(name))

    @property
    def scored(self) -> bool:
        """Whether positions count here."""
        return not self.known.personal if self.known else program(self).outlook.scored

    def specs(self) -> Sequence[Spec]:
        """What can be known of somebody; without scoring, no power, impact or wanted position."""
        attributes = self._attributes() if self.scored else ()
        return [*self._who(), *attributes, *self._rest()]

    def _who(self) -> tuple[Spec, ...]:
        known = self.known
        return (
            Spec("name", _("name"), known.name if known else self.name_given),
            Spec(
                "organisation",
                _("organisation"),
                (known.organisation or "") if known else "",
                _("one that isn't here yet is made"),
            ),
            Spec("job", _("job"), (known.job or "") if known else ""),
            Spec("emails", _("mail"), _joined(known.emails if known else ()), _several()),
            Spec("phones", _("phone"), _joined(known.phones if known else ())),
            Spec("urls", _("web"), _joined(known.urls if known else ())),
            Spec(
                "kind",
                _("kind"),
                known.kind if known else "person",
                options=(
                    ("person", _("person")),
                    ("organisation", _("organisation")),
                    ("group", _("group")),
                    ("role", _("role, no name yet")),
                ),
            ),
            Spec("roles", _("roles"), _joined(known.roles if known else ()), _several()),
        )

    def _attributes(self) -> tuple[Spec, ...]:
        known = self.known
        scale = tuple((str(n), str(n)) for n in range(1, 6))
        return (
            Spec(
                "impact",
                _("impact"),
                (known.impact or "") if known else "",
                options=tuple(
                    zip(
                        ("none", "low", "medium", "high"),
                        (_("none"), _("low"), _("medium"), _("high")),
                        strict=True,
                    )
                ),
            ),
            Spec("power", _("power"), _number(known.power if known else None), options=scale),
            Spec(
                "interest", _("interest"), _number(known.interest if known else None), options=scale
            ),
            Spec(
                "reach",
                _("reach"),
                (known.reach or "") if known else "",
                options=(("direct", _("direct")), ("step", _("one step")), ("remote", _("remote"))),
            ),
            Spec(
                "desired",
                _("wanted"),
                (known.desired or "") if known else "",
                options=(
                    ("unaware", _("unaware")),
                    ("resistant", _("resistant")),
                    ("neutral", _("neutral")),
                    ("supportive", _("supportive")),
                    ("leading", _("leading")),
                    ("as_is", _("as is")),
                ),
            ),
        )

    def _rest(self) -> tuple[Spec, ...]:
        known = self.known
        marks = [name for name in MARKS if known and getattr(known, name)]
        words = (_("valued critic"), _("do not contact"), _("private"))
        specs = [
            Spec("tags", _("tags"), _joined(known.tags if known else ()), _several()),
            Spec("language", _("language"), (known.language or "") if known else "", "en, nl"),
            Spec(
                "style",
                _("in touch"),
                (known.style or "") if known else "",
                options=(
                    ("periodic", _("with a rhythm")),
                    ("ambient", _("as it comes")),
                    ("triggered", _("on an occasion")),
                ),
            ),
            Spec(
                "rhythm",
                _("every"),
                _rhythm(known),
                _("days such as 21-30, or every second monday"),
            ),
            *(self._salience() if self.scored else ()),
            Spec(
                "marks",
                _("marks"),
                " ".join(marks),
                options=tuple(zip(MARKS, words, strict=True)),
                many=True,
            ),
        ]
        if known:
            specs.append(Spec("away", _("away"), "", _("such as 1 dec - 10 dec")))
        else:
            specs.append(Spec("note", _("note"), "", _("private")))
        return tuple(specs)

    def _salience(self) -> tuple[Spec, ...]:
        """What the user sees in somebody; for those who work with it, so it comes last."""
        known = self.known
        return (
            Spec(
                "salience",
                _("salience"),
                kept_as(known.salience if known else ()) or "",
                options=(
                    ("power", _("power")),
                    ("legitimacy", _("legitimacy")),
                    ("urgency", _("urgency")),
                ),
                many=True,
            ),
        )

    # saving

    def submit(self, values: Mapping[str, str]) -> None:
        """Add, or change what was changed."""
        try:
            if self.known is None:
                request = {"project": program(self).outlook.project, **_request(values)}
                request = {field: value for field, value in request.items() if value is not None}
                self.write(writes.add_stakeholder(request), self._added)
                return
            changed = self.changed(values)
            away = changed.pop("away", "")
            period = self._period(away) if away else None
            edit = self._edit(changed, period) if changed or period else None
        except StaketermError as error:
            self.fault(error)
            return
        if edit is None:
            self.leave()
        else:
            self.write(edit, self._edited)

    def _edit(
        self, changed: Mapping[str, str], period: Mapping[str, Any] | None
    ) -> "writes.Writes":
        known = self.known
        if known is None or not changed:
            return writes.add_absence(period or {})
        emptied = frozenset(field for field, value in changed.items() if not value)
        request = {field: value for field, value in _request(changed).items() if value is not None}
        clear = emptied & CLEARABLE
        if "rhythm" in changed:  # days take the place of a rule, and the other way round
            clear |= RHYTHM - request.keys()
        edit = {"stakeholder": known.id, "project": known.project, "clear": clear, **request}
        return writes.edit_stakeholder(edit, period)

    def _period(self, text: str) -> Mapping[str, Any]:
        """Two days parted by a dash, or by "to"."""
        today = program(self).outlook.today
        days = re.split(r"\s+(?:-|to|tot|t/m)\s+", text)
        starts = parse_day(days[0], today, toward="future")
        ends = parse_day(days[-1], starts, toward="future")
        return {"stakeholder": self.known.id if self.known else "", "starts": starts, "ends": ends}

    def _added(self, receipt: "Receipt") -> None:
        name = self.values()["name"]
        project = program(self).outlook.project
        self.added = Subject(_added_id(receipt), name, self.values()["kind"] or "person", project)
        self.done(receipt, Named(self.added.id, name), " " + _("added") + ".")

    def _edited(self, receipt: "Receipt") -> None:
        known = self.known
        if known is None:
            return
        captions = {spec.name: spec.caption for spec in self.specs()}
        said = ", ".join(captions[name] for name in self.changed(self.values()))
        self.done(
            receipt,
            Named(known.id, known.name, known.kind),
            ": " + _("{fields} changed").format(fields=said) + ".",
        )


def _added_id(receipt: "Receipt") -> str:
    """The stakeholder that was added: an organisation made with them was put before them."""
    return [row for table, row in receipt.rows if table == "stakeholder"][-1]


def _request(values: Mapping[str, str]) -> dict[str, Any]:
    """What the fields hold as the journal is told; None for what holds nothing."""
    request: dict[str, Any] = {}
    for name, value in values.items():
        if name in SEVERAL:
            request[name] = tuple(part.strip() for part in value.split(",") if part.strip())
        elif name == "salience":
            request[name] = tuple(value.split())
        elif name in NUMBERS:
            request[name] = int(value) if value else None
        elif name == "marks":
            request |= {mark: mark in value.split() for mark in MARKS}
        elif name == "rhythm":
            request |= _rhythm_of(value)
        elif name == "name":
            request[name] = value  # an empty one is refused with a sentence
        else:
            request[name] = value or None
    return request


def _rhythm_of(text: str) -> dict[str, Any]:
    """The rhythm "21-30" as ideal and latest days, or words as a rule; raises UsageError."""
    if not text:
        return {}
    if match := _DAYS.fullmatch(text):
        ideal, latest = int(match[1]) if match[1] else None, int(match[2])
        if ideal is not None and ideal > latest:
            raise UsageError(_("every {text}: the ideal comes before the latest").format(text=text))
        return {"ideal_days": ideal, "latest_days": latest}
    from staketerm.domain.recurrence import rule_of

    return {"recurrence": rule_of(text)}


def _rhythm(known: "Profile | None") -> str:
    """The rhythm as it can be typed."""
    if known is None:
        return ""
    if known.recurrence:
        from staketerm.domain.recurrence import rule_of
        from staketerm.domain.recurrence_words import said

        words = said(known.recurrence)
        try:
            return words if rule_of(words) == known.recurrence else known.recurrence
        except UsageError:
            return known.recurrence
    return "-".join(str(days) for days in (known.ideal_days, known.latest_days) if days)


def _joined(values: Sequence[str]) -> str:
    return ", ".join(values)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _several() -> str:
    return _("several are parted by commas")
