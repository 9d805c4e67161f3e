"""Correcting a signal: its kind, day, strength, note (screens 2, `e`)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from staketerm.domain.catalogue import CATALOGUE, offered
from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError, UsageError
from staketerm.domain.signals import Kind
from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs import questions
from staketerm.tui.dialogs.form import Form, Spec
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named, Part, Private, say
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told
    from staketerm.tui.screens.frame import Frame

STRENGTHS = {"weak": 0.5, "normal": 1.0, "strong": 1.5}


def correct(here: "Frame", id: str) -> None:
    """Open the form on the signal of that id; what isn't a signal is said so."""

    def open_form(signal: "Told") -> None:
        here.app.push_screen(SignalForm(signal))

    _with_signal(here, id, open_form)


def leave_out(here: "Frame", id: str) -> None:
    """Let the signal of that id count no longer, or again; it stays in the timeline."""

    def write(signal: "Told") -> None:
        out = not signal.ignored
        said = _("left out, it counts no longer") if out else _("counts again")
        label = Private(f'"{signal.label or signal.kind}"')
        here.write(writes.leave_out(signal.id, out), label, f": {said}.")

    _with_signal(here, id, write)


def leave_out_occasion(here: "Frame", entry: "Told") -> None:
    """Let all signals of a meeting count no longer, or again; they stay in the timeline."""
    out = not entry.ignored
    said = _("all of it left out, it counts no longer") if out else _("counts again")
    label = Private(f'"{entry.title or entry.text or ""}"')
    here.write(writes.leave_out_occasion(entry.id, out), label, f": {said}.")


def _with_signal(here: "Frame", id: str, then: "Callable[[Told], None]") -> None:
    def have(signal: "Told | None") -> None:
        if signal is None:
            program(here).tell(say(_("this follows from an ask or a promise: see the page")))
        else:
            then(signal)

    here.ask(questions.signal(id), have, group="signal")


class SignalForm(Form):
    """The fields of one signal; only what was changed is written."""

    WHOLE = False

    def __init__(self, signal: "Told") -> None:
        super().__init__()
        self.signal = signal
        self.catalogue: Mapping[str, Kind] = CATALOGUE

    def caption(self) -> Line:
        """Which signal."""
        veil = program(self).outlook.veil
        names = ", ".join(veil.name(id, name) for id, name in self.signal.about)
        return (Piece(_("Correct a signal of") + " "), Piece(names, Ink.BOLD))

    def specs(self) -> Sequence[Spec]:
        """Kind, day, strength, note."""
        signal = self.signal
        return (
            Spec("kind", _("what"), signal.label or signal.kind, _("a few words of a kind")),
            Spec("day", _("day"), signal.day.isoformat()),
            Spec(
                "strength",
                _("strength"),
                self._strength(),
                options=(("weak", _("weak")), ("normal", _("normal")), ("strong", _("strong"))),
            ),
            Spec("note", _("note"), signal.text or ""),
        )

    def begin(self) -> None:
        """Ask for the kinds there are."""
        super().begin()
        self.ask(questions.catalogue(), self._have_catalogue, group="catalogue")

    def submit(self, values: Mapping[str, str]) -> None:
        """Write what was changed."""
        changed = self.changed(values)
        if not changed:
            self.leave()
            return
        request: dict[str, Any] = {}
        try:
            if "kind" in changed:
                request["kind"] = self._kind(changed["kind"]).id
            if "day" in changed:
                today = program(self).outlook.today
                request["day"] = parse_day(changed["day"], today, toward="past")
        except StaketermError as error:
            self.fault(error)
            return
        if "strength" in changed:
            request["intensity"] = STRENGTHS[changed["strength"] or "normal"]
        if "note" in changed:
            request["note"] = changed["note"]
        self.write(
            writes.correct_signal(self.signal.id, request),
            lambda receipt: self.done(receipt, *self._lead()),
        )

    def _lead(self) -> tuple[Part, ...]:
        today = program(self).outlook.today
        said = _("signal of {day} corrected").format(day=week_day(self.signal.day, today))
        if not self.signal.about:
            return (Private(said + "."),)
        id, name = self.signal.about[0]
        return (Named(id, name), f": {said}.")

    def _have_catalogue(self, catalogue: Mapping[str, Kind]) -> None:
        self.catalogue = catalogue

    def _strength(self) -> str:
        kind = self.catalogue.get(self.signal.kind)
        if kind is None or not kind.points or self.signal.points is None:
            return "normal"
        named = {value: word for word, value in STRENGTHS.items()}
        return named.get(self.signal.points / kind.points, "normal")

    def _kind(self, text: str) -> Kind:
        """The kind that the words mean; raises UsageError where none or several do."""
        words = fold(text).split()
        kinds = offered(self.catalogue).values()
        labels = {kind.id: fold(f"{kind.english} {kind.dutch}") for kind in kinds}
        exact = [kind for kind in kinds if fold(kind.label) == fold(text)]
        fitting = exact or [
            self.catalogue[id]
            for id, label in labels.items()
            if all(word in label for word in words)
        ]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            raise UsageError(_("No kind fits {text}.").format(text=text))
        raise UsageError(
            _("Which one: {kinds}?").format(kinds=", ".join(kind.label for kind in fitting[:4]))
        )
