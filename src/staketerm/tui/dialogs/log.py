"""The quick log: one act, one key, from anywhere (screens 2 and S5)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.widgets import Input

from staketerm.domain.catalogue import offered
from staketerm.domain.days import parse_day
from staketerm.domain.errors import StaketermError
from staketerm.domain.own_kinds import is_own
from staketerm.domain.phrases import points
from staketerm.domain.text import fold
from staketerm.locale import _
from staketerm.tui import writes
from staketerm.tui.dialogs import kind_keys as keys
from staketerm.tui.dialogs import questions as ask
from staketerm.tui.dialogs.dialog import Hints
from staketerm.tui.dialogs.draft import SignalDraft, said_of
from staketerm.tui.dialogs.knows_kinds import KnowsKinds
from staketerm.tui.dialogs.log_lines import PERSONAL, KindsPage
from staketerm.tui.dialogs.log_said import LogSaid
from staketerm.tui.dialogs.parts import Caption, Choice, DrawnLine, Field, TextLine
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import week_day
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.widgets.drawn import Lines

if TYPE_CHECKING:
    from staketerm.journal.capture import Effect
    from staketerm.journal.receipt import Receipt


class QuickLog(KnowsKinds):
    """Log what somebody did: a letter marks the kind and shows its effect, Enter saves.

    `here` is the screen it was opened from; `.` saves and goes on to the next row there.
    """

    def __init__(self, here: Frame, subjects: Sequence[Subject]) -> None:
        super().__init__()
        self.here = here
        self.draft = SignalDraft(tuple(subjects))
        self.known: ask.Known | None = None
        self.effect: Effect | None = None
        self._saved: Line = ()
        self._at_closing = False

    # the sheet

    def caption(self) -> Line:
        """What this is, and what was saved just before."""
        return (Piece(_("Log a signal"), Ink.BOLD), *self._saved)

    def fields(self) -> ComposeResult:
        """Who, day, strength, kinds, note."""
        yield DrawnLine(lambda cells: self.said.who(cells), id="who")
        yield DrawnLine(lambda cells: self.said.day(cells), id="day")
        yield DrawnLine(lambda cells: self.said.strength(cells), id="strength")
        kinds = Lines(self._kinds, id="kinds")
        kinds.can_focus = False
        yield kinds
        with Field():
            yield Caption(_("Note"))
            yield TextLine(id="note")

    def begin(self) -> None:
        """Start with the person who is selected, else in Who."""
        super().begin()
        self.query_one("#sheet").set_class(bool(self.own), "longer")
        outlook = program(self).outlook
        self.draft = replace(self.draft, day=None if outlook.as_of else outlook.today)
        if self.draft.who:
            self._meet()
        else:
            self.pick_who()

    def hints(self) -> Hints:
        """Save, note, next; how to leave an open question open."""
        if self.picker is not None:
            return (("enter", _("take")), ("escape", _("back")))
        save, note = ("enter", _("save")), ("tab", _("note"))
        if not self.draft.fits:
            return (save, note, (".", _("save, same for the next person")))
        key = keys.KEYS.get(self.draft.kind or "", "")
        again = _("again: closes it") if self.draft.closing is None else _("again: stays open")
        return (save, note, (".", _("next person")), (key, again))

    @property
    def said(self) -> LogSaid:
        """The draft in words."""
        app = program(self)
        return LogSaid(
            self.draft, self.known, self.catalogue, self.personal, app.outlook, app.look, self.own
        )

    # who

    def pick_who(self) -> None:
        """Ask for a name."""
        self.pick_somebody(
            self._take,
            instead_of=[self.query_one(f"#{id}") for id in ("who", "day", "strength", "kinds")],
            left=self._leave_who,
        )
        self.say()
        self.redraw()

    def _take(self, subject: Subject) -> None:
        self.draft = replace(self.draft, who=(subject,), fits=(), closing=None)
        self.known = None
        self._meet()

    def _leave_who(self) -> None:
        if self.draft.who:
            self.close_picker()
            self.look_ahead()
            self.redraw()
        else:
            self.leave()

    def action_who(self) -> None:
        """The hint beside the name was clicked."""
        self.pick_who()

    def _meet(self) -> None:
        who = self.draft.who[0]
        self.redraw()
        self.ask(ask.known(who.id, who.project or None), self._have_known, group="known")

    def _have_known(self, known: ask.Known) -> None:
        self.known = known
        self.look_ahead()
        self.redraw()

    # keys

    def press(self, key: str, character: str) -> bool:
        """Letters are kinds, digits days ago, signs the strength."""
        if self.picker is not None:
            return False
        today = program(self).outlook.today
        day = self.draft.day or today
        match key, character:
            case "enter", _any:
                self.save()
            case "left" | "right", _any:
                self._set_day(day + timedelta(days=1 if key == "right" else -1))
            case _any, "+" | "-":
                self._set(self.draft.stronger(1 if character == "+" else -1))
            case _any, ".":
                self.save(then_next=True)
            case _any, "@":
                self.prompt(_("day"), self._take_day, live=self._echo_day)
            case _any, "=" if program(self).outlook.as_of:
                self._set_day(program(self).outlook.day)
            case _any, ">" if self.draft.opens:
                self.prompt(_("due"), self._take_due)
            case _any, "/" if not self.personal:
                self._find_kind()
            case _any, digit if digit.isdecimal() and digit.isascii():
                self._set_day(today - timedelta(days=int(digit)))
            case _:
                return self._press_kind(key, character)
        return True

    def _press_kind(self, key: str, character: str) -> bool:
        if self.personal:
            kind = {key: word for key, word, _kind in PERSONAL}.get(character)
            kind = "met" if key == "space" else kind
        else:
            kind = keys.KINDS.get("space" if key == "space" else character)
            kind = kind or self.own.get(character)
        if kind is None or (not self.personal and kind not in self.catalogue):
            return False
        if not self.personal and self.says_retired(kind):
            return True
        if kind == self.draft.kind and self.draft.fits:
            self._set(self.draft.next_closing())
        else:
            self._set(self.draft.of_kind(kind))
        return True

    def cycle(self, by: int) -> None:
        """Tab: the note, then whether it closes what is open, then somebody else."""
        stops = ["kinds", "note", *(["closing"] if self.draft.fits else []), "who"]
        stop = stops[(stops.index(self.stop) + by) % len(stops)]
        if self.picker is not None and stop != "who":
            self.close_picker()
        if stop == "who":
            self.pick_who()
        elif stop == "note":
            self.set_focus(self.query_one("#note"))
        else:
            self.set_focus(None)
            if stop == "closing" and by > 0 and self.draft.closing is not None:
                self._set(replace(self.draft, closing=None))
        self._at_closing = stop == "closing"

    @property
    def stop(self) -> str:
        """Which of the stops of Tab one is on."""
        if self.picker is not None:
            return "who"
        if isinstance(self.focused, Input):
            return "note"
        return "closing" if self._at_closing and self.draft.fits else "kinds"

    @property
    def own(self) -> Mapping[str, str]:
        """One's own kinds by their keys, as config.toml gives them."""
        return program(self).kind_keys

    @property
    def personal(self) -> bool:
        """Whether this is about a project without scoring."""
        if self.known is not None:
            return self.known.personal
        return not program(self).outlook.scored

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the note saves."""
        if event.input.id == "note":
            event.stop()
            self.save()

    def _find_kind(self) -> None:
        def search(text: str) -> Sequence[Choice]:
            letters = fold(text).split()
            return [
                Choice(kind.id, kind.label, points(kind.points) if kind.points else "0")
                for kind in sorted(
                    offered(self.catalogue).values(), key=lambda one: not is_own(one.id)
                )
                if all(word in fold(f"{kind.english} {kind.dutch}") for word in letters)
            ]

        def take(choice: Choice | None, _text: str) -> None:
            if choice is not None:
                self.close_picker()
                self._set(self.draft.of_kind(choice.id))

        self.pick(
            _("Kind"),
            search,
            take,
            instead_of=[self.query_one("#kinds")],
            hint=_("a few letters, in English or Dutch"),
        )
        self.redraw()

    # day and kind

    def _set_day(self, day: date) -> None:
        today = program(self).outlook.today
        self._set(replace(self.draft, day=min(day, today), fits=(), closing=None))

    def _take_day(self, text: str) -> None:
        self.set_focus(None)
        try:
            self._set_day(parse_day(text, program(self).outlook.today, toward="past"))
        except StaketermError as error:
            self.fault(error)

    def _take_due(self, text: str) -> None:
        self.set_focus(None)
        try:
            due = parse_day(text, program(self).outlook.today, toward="future") if text else None
            self._set(replace(self.draft, due=due))
        except StaketermError as error:
            self.fault(error)

    def _echo_day(self, text: str) -> None:
        """The day as it is understood so far, on the day's own line."""
        try:
            self._set_day(parse_day(text, program(self).outlook.today, toward="past"))
        except StaketermError:
            return

    def _set(self, draft: SignalDraft) -> None:
        before, self.draft = self.draft, draft
        if (before.kind, before.day, before.intensity, before.closing) != (
            draft.kind,
            draft.day,
            draft.intensity,
            draft.closing,
        ):
            self.look_ahead()
        self.redraw()

    # the effect

    def look_ahead(self) -> None:
        """Ask what the signal would do; the answer is the line above the keys."""
        draft, known = self.draft, self.known
        self.effect = None
        self.say(*self.said.kind())
        if draft.kind is None or known is None or len(draft.who) != 1 or self.personal:
            return
        day = draft.day or program(self).outlook.today
        question = ask.effect(
            draft.who[0].id, draft.kind, day, known.project, draft.intensity, draft.closes
        )
        self.ask(question, self._have_effect, group="effect")

    def _have_effect(self, effect: "Effect") -> None:
        if effect.closes and not self.draft.fits:
            self.draft = replace(self.draft, fits=effect.closes, closing=0)
            if len(effect.closes) > 1:
                self.look_ahead()
        self.effect = effect
        room = self.query_one("#echo").size.width - 1
        self.say(*self.said.kind(), *self.said.effect(effect, room))
        self.redraw()

    # saving

    def save(self, *, then_next: bool = False) -> None:
        """Log it; with `then_next` stay for the next row of the screen behind."""
        draft, outlook = self.draft, program(self).outlook
        note = self.query_one("#note", TextLine).value.strip()
        if not draft.who:
            self.pick_who()
        elif draft.kind is None:
            self.say(Piece(_("a letter marks what happened"), Ink.FAULT))
        elif draft.day is None:
            asked = _("Which day: = is {day}, 0 today?").format(
                day=week_day(outlook.day, outlook.today)
            )
            self.say(Piece(asked, Ink.FAULT))
        elif draft.kind == "agreement_made" and not note:
            self.say(Piece(_("What was agreed? It is the note."), Ink.FAULT))
            self.set_focus(self.query_one("#note"))
        else:
            self.write(self._writing(note), lambda receipt: self._wrote(receipt, then_next))

    def _writing(self, note: str) -> "writes.Writes":
        draft = self.draft
        project = self.known.project if self.known else None
        if self.personal:
            return said_of(draft, note, project)
        values: list[dict[str, Any]] = [
            {**draft.values(note), "stakeholder": who.id, "project": who.project or project}
            for who in draft.who
        ]
        if len(values) > 1:
            return writes.log_signals([{**each, "closes": "auto"} for each in values])
        return writes.log_signal(values[0])

    def _wrote(self, receipt: "Receipt", then_next: bool) -> None:
        lead = self.said.lead()
        program(self).last_kind = self._repeatable()
        if not then_next:
            self.done(receipt, *lead)
            return
        self.told(receipt, *lead)
        before = self.here.subject
        self.here.main.move(1)
        after = self.here.subject
        if after is None or after == before:
            self.dismiss(receipt)
            return
        veil = program(self).outlook.veil
        names = veil.name(self.draft.who[0].id, self.draft.who[0].name)
        self._saved = (Piece("   " + _("logged for {name}").format(name=names), Ink.MUTED),)
        self.query_one("#note", TextLine).value = ""
        self.set_focus(None)
        self.known = None
        self.draft = replace(self.draft, who=(after,), fits=(), closing=None)
        self._meet()

    def _repeatable(self) -> str:
        """The kind that can be logged again without a word more; empty for one that needs words."""
        kind = self.draft.kind or ""
        if self.personal:
            contacts = {word for _key, word, becomes in PERSONAL if becomes == "contact"}
            return "contact" if kind in contacts else ""
        return "" if kind == "agreement_made" else kind

    def redraw(self) -> None:
        """What is closed stands in the empty note, hidden with the names."""
        super().redraw()
        self.query_one("#note", TextLine).placeholder = self.said.closing()

    def _kinds(self, cells: int) -> Sequence[Line]:
        page = KindsPage(self.catalogue, self.draft.kind, program(self).look, self.own)
        height = self.query_one("#kinds").size.height
        return page.personal(cells) if self.personal else page.lines(cells, height)
