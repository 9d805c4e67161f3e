"""A kind of one's own, or another label, weight or nature of one there is (F12)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from staketerm.domain.own_kinds import CLASSES, can_weigh, class_id, class_word
from staketerm.domain.phrases import points
from staketerm.locale import _
from staketerm.tui import kind_questions
from staketerm.tui.dialogs.form import Choices, Form, Spec
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.what_if import brief
from staketerm.tui.notices import Private
from staketerm.tui.program import program
from staketerm.tui.trying import try_out

if TYPE_CHECKING:
    from staketerm.journal.positions.kinds import KindRow
    from staketerm.journal.positions.what_if import WhatIf
    from staketerm.journal.receipt import Receipt

NUMBERS = ("points", "effort")


class KindForm(Form):
    """The labels, points, effort and nature of a kind; who would move stands below them.

    One that came from elsewhere is adopted under its id.
    """

    WHOLE = False

    def __init__(self, row: "KindRow | None" = None) -> None:
        super().__init__()
        self.row = row

    @property
    def new(self) -> bool:
        """Whether the kind is not in the catalogue yet."""
        return self.row is None or not self.row.known

    def caption(self) -> Line:
        """New, adopted, or which one."""
        if self.row is None:
            return (Piece(_("A kind of your own"), Ink.BOLD),)
        veil, kind = program(self).outlook.veil, self.row.kind
        label = veil.text(kind.label) if self.row.own else kind.label
        said = _("Adopt") if self.new else _("Kind")
        return (Piece(f"{said} "), Piece(label, Ink.BOLD), Piece(f"  {kind.id}", Ink.MUTED))

    def specs(self) -> Sequence[Spec]:
        """Labels; points, effort and nature where they may be others."""
        kind = self.row.kind if self.row else None
        known = kind if kind and not self.new else None
        labels = [
            Spec("english", _("English"), kind.english if kind else "", _("sang for us")),
            Spec("dutch", _("Dutch"), kind.dutch if kind else "", _("zong voor ons")),
        ]
        if known is not None and not can_weigh(known):
            return labels
        worth = (points(known.points) if known.points else "0") if known else "+3"
        classes = tuple((id, class_word(weight)) for id, weight in CLASSES.items())
        contact = (("yes", _("yes")), ("no", _("no")))
        return [
            *labels,
            Spec("points", _("points"), worth, _("-12 (against) to +12 (for)")),
            Spec("effort", _("effort"), f"{known.effort:g}" if known else "1", _("0 to 4")),
            Spec("weight", _("class"), class_id(known.weight) if known else "deed", "", classes),
            Spec(
                "contact",
                _("in touch"),
                "yes" if known is None or known.contact else "no",
                "",
                contact,
            ),
        ]

    def begin(self) -> None:
        """Whatever is changed, who would move is told."""
        super().begin()
        for field in self.query(Choices):
            self.watch(field, "value", self.look_ahead, init=False)

    def on_input_changed(self, _event: Input.Changed) -> None:
        """A letter more."""
        self.look_ahead()

    def look_ahead(self) -> None:
        """Ask who would move by what is filled in so far."""
        try:
            values = self._request(self.values())
        except ValueError:
            self.say()
            return
        if (self.new and not values.get("label")) or values.keys() <= {"id"}:
            self.say()
            return
        question = kind_questions.try_kind(values, new=self.new)
        try_out(self, question, self._have, self.fault)

    def _have(self, found: "WhatIf") -> None:
        app = program(self)
        self.say(*brief(found, app.look, app.outlook.veil))

    def submit(self, values: Mapping[str, str]) -> None:
        """Save it, from today on."""
        try:
            request = self._request(values)
        except ValueError:
            self.say(Piece(_("points and effort are numbers, such as +3 and 1"), Ink.FAULT))
            return
        self.write(kind_questions.save_kind(request, new=self.new), self._saved)

    def _saved(self, receipt: "Receipt") -> None:
        values = self.values()
        label = values["english"] or values["dutch"]
        self.done(receipt, Private(label), ": " + _("saved, from today on") + ".")

    def _request(self, held: Mapping[str, str]) -> dict[str, Any]:
        """The fields as a request: all of a new kind, of another what was changed."""
        given = dict(held) if self.new else self.changed(held)
        request: dict[str, Any] = {}
        for name, value in given.items():
            if name in NUMBERS:
                request[name] = float(value.replace(",", ".") or "0")
            elif name == "contact":
                request[name] = value != "no"
            elif value:
                request[name] = value
        if self.new:
            request["label"] = request.get("english") or request.get("dutch", "")
        if self.row is not None:
            request["id"] = self.row.kind.id
        return request
