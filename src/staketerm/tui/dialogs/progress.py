"""A progress entry of a project: written, changed, closed (screens S6)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.events import Click

from staketerm.domain import names
from staketerm.domain.days import Toward, parse_day
from staketerm.domain.errors import StaketermError
from staketerm.domain.names import Person
from staketerm.domain.progress import KINDS, OUTCOMES
from staketerm.locale import _
from staketerm.tui import project_questions, questions
from staketerm.tui.dialogs.form import CAPTION_CELLS, Choices, Form, Spec
from staketerm.tui.dialogs.one_thing import OneThing, Option
from staketerm.tui.drawing.lines import Ink, Line, Piece, fit, left, width
from staketerm.tui.drawing.words import word
from staketerm.tui.notices import Part, Private
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.progress_list import Party, Progress
    from staketerm.tui.screens.frame import Frame

LETTERS = {"done": "d", "dropped": "x", "averted": "a", "happened": "h"}
"""The keys by which an entry is closed."""

DAYS: Mapping[str, Toward] = {"day": "past", "due": "future"}
"""The fields that hold days, and where such a day lies."""


class Kinds(Choices):
    """The kinds, side by side with one blank between: all of them fit in 80 cells."""

    def on_click(self, event: Click) -> None:
        """A click chooses the word it is on."""
        self.focus()
        at = CAPTION_CELLS + 1
        for value, said in self.spec.options:
            at += width(said) + (2 if value == self.value else 0) + 1
            if event.x < at:
                self.value = value
                return

    def line(self, cells: int) -> Line:
        """The caption and the words, the chosen one in brackets."""
        caption = " " + left(self.spec.caption, CAPTION_CELLS)
        pieces = [Piece(caption, Ink.FOCUS if self.has_focus else Ink.MUTED)]
        for value, said in self.spec.options:
            chosen = value == self.value
            pieces.append(Piece(f"[{said}]" if chosen else said, Ink.BOLD if chosen else Ink.MUTED))
            pieces.append(Piece(" "))
        return fit(tuple(pieces), cells, program(self).look.ellipsis)


class ProgressForm(Form):
    """Kind, text, people, days. Of an entry that is there (`entry`) only what is changed is
    written; whom a field names stands parted by `;`, with what they did after a colon.
    """

    def __init__(self, entry: "Progress | None" = None, project: str | None = None) -> None:
        super().__init__()
        self.entry = entry
        self.project = project
        self.everybody: tuple[Person, ...] = ()

    def caption(self) -> Line:
        """New, or which one."""
        if self.entry is None:
            return (Piece(_("Progress of the project"), Ink.BOLD),)
        return (Piece(_("Edit") + " "), Piece(word(self.entry.kind), Ink.BOLD))

    def specs(self) -> Sequence[Spec]:
        """The fields, filled with the entry there is."""
        entry = self.entry
        today = program(self).outlook.today
        named = _("names; more after ; and what they did after :")
        made = _named(entry.contributors if entry else ())
        return (
            Spec(
                "kind",
                _("kind"),
                entry.kind if entry else "success",
                options=tuple((kind, word(kind)) for kind in KINDS.words),
            ),
            Spec(
                "line", _("what"), entry.line if entry else "", _("pilot street done a day early")
            ),
            Spec("more", _("more"), entry.more if entry else "", _("of a risk: how to avoid it")),
            Spec("contributors", _("who did it"), made, named),
            Spec(
                "helpers",
                _("can help"),
                _named(entry.helpers if entry else ()),
                _("of a risk: Daan: a second crew; Marek"),
            ),
            Spec(
                "affected",
                _("touches"),
                _named(entry.affected if entry else ()),
                _("whom it gets concrete for, whom it troubles"),
            ),
            Spec(
                "day",
                _("day"),
                entry.day.isoformat() if entry and entry.day != today else "",
                _("today; or a day as you say it"),
            ),
            Spec(
                "due",
                _("by"),
                entry.due.isoformat() if entry and entry.due else "",
                _("when a plan or milestone is to be, a risk to be avoided"),
            ),
            Spec(
                "private",
                _("private"),
                "yes" if entry and entry.private else "no",
                options=(("no", _("no")), ("yes", _("yes: never in a draft"))),
            ),
        )

    def choices(self, spec: Spec) -> Choices:
        """The kinds stand closer than other choices."""
        return Kinds(spec) if spec.name == "kind" else super().choices(spec)

    def begin(self) -> None:
        """Who can be named; an entry that is there begins in its text."""
        super().begin()
        if self.entry is not None:
            self.focus_on("line")
        self.ask(questions.directory(), self._have_everybody, group="directory")

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it down, or what is changed of it."""
        if not values["line"]:
            self.say(Piece(_("Say what it is: the text is empty."), Ink.FAULT))
            self.focus_on("line")
            return
        try:
            wanted = self._wanted(values if self.entry is None else self.changed(values))
        except StaketermError as error:
            self.fault(error)
            return
        kind = values["kind"] or "success"
        if self.entry is None:
            request = {"day": program(self).outlook.today, "project": self.project, **wanted}
            writing = project_questions.add_progress({**request, "kind": kind})
            said = _("{kind} written down").format(kind=word(kind))
        else:
            writing = project_questions.edit_progress({"entry": self.entry.id, **wanted})
            said = _("{kind} changed").format(kind=word(kind))
        lead = (f"{said}: ", Private(f'"{values["line"][:60]}"'), ".")
        self.write(writing, lambda receipt: self.done(receipt, *lead))

    def _wanted(self, values: Mapping[str, str]) -> dict[str, Any]:
        """What the fields say, as the request takes it. Raises StaketermError with the cursor in
        the field that is not understood."""
        wanted: dict[str, Any] = {}
        clear: set[str] = set()
        for field in project_questions.PARTS:
            if field in values:
                wanted[field] = self._people(field, values[field])
        for field, toward in DAYS.items():
            if values.get(field):
                wanted[field] = self._day(field, values[field], toward)
            elif field in values and self.entry is not None:
                self._emptied(field, wanted, clear)
        if "kind" in values:
            wanted["kind"] = values["kind"] or "success"
        if "private" in values:
            wanted["private"] = values["private"] == "yes"
        if "line" in values or "more" in values:
            self._words(wanted, clear)
        return {**wanted, "clear": frozenset(clear)} if clear else wanted

    def _words(self, wanted: dict[str, Any], clear: set[str]) -> None:
        """A text that stands alone is the entry itself; with more, the line is its title."""
        held = self.values()
        if held["more"]:
            wanted |= {"title": held["line"], "text": held["more"]}
        else:
            wanted["text"] = held["line"]
            if self.entry is not None and self.entry.title:
                clear.add("title")

    def _emptied(self, field: str, wanted: dict[str, Any], clear: set[str]) -> None:
        if field == "due":
            clear.add(field)
        else:
            wanted[field] = program(self).outlook.today

    def _day(self, field: str, text: str, toward: Toward) -> Any:
        try:
            return parse_day(text, program(self).outlook.today, toward=toward)
        except StaketermError:
            self.focus_on(field)
            raise

    def _people(self, field: str, text: str) -> tuple[tuple[str, str | None], ...]:
        told = [each.partition(":") for each in text.split(";") if each.strip()]
        try:
            return tuple(
                (names.choose(name.strip(), self.everybody).key, what.strip() or None)
                for name, _colon, what in told
            )
        except StaketermError:
            self.focus_on(field)
            raise

    def _have_everybody(self, everybody: tuple[Person, ...]) -> None:
        self.everybody = everybody


def edit_entry(here: "Frame", id: str) -> None:
    """Open the form on a progress entry, once it is known."""

    def have(entry: "Progress") -> None:
        here.app.push_screen(ProgressForm(entry))

    here.ask(project_questions.entry(id), have, group="entry")


def close_entry(here: "Frame", entry: "Progress") -> None:
    """Ask what came of a plan, a milestone or a risk, and write it down as of today."""
    veil = program(here).outlook.veil

    def title() -> Line:
        return (
            Piece(_("What came of it?") + "  ", Ink.BOLD),
            Piece(f"{word(entry.kind)}, {veil.text(entry.line)}", Ink.MUTED),
        )

    def lead(outcome: str) -> Sequence[Part]:
        return (f"{word(entry.kind)} ", Private(f'"{entry.line[:60]}"'), f": {word(outcome)}.")

    here.app.push_screen(
        OneThing(
            title,
            [Option(LETTERS[outcome], word(outcome), outcome) for outcome in OUTCOMES[entry.kind]],
            lambda outcome: project_questions.close_progress(entry.id, outcome),
            lead,
        )
    )


def _named(parties: "tuple[Party, ...]") -> str:
    """ "Daan Vermeulen: a second crew; Marek Nowak"."""
    return "; ".join(
        f"{party.name}: {party.note}" if party.note else party.name for party in parties
    )
