"""What the quick log says: who, which day, how strong, and what the signal would change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from staketerm.domain.phrases import fraction, points
from staketerm.domain.signals import Kind
from staketerm.locale import _, ngettext
from staketerm.tui.dialogs import kind_keys as keys
from staketerm.tui.dialogs.draft import SignalDraft
from staketerm.tui.dialogs.log_lines import personal_word
from staketerm.tui.dialogs.parts import LABEL_CELLS
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, left, line_width
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import week_day
from staketerm.tui.notices import Named, Part, Private
from staketerm.tui.outlook import Outlook

if TYPE_CHECKING:
    from staketerm.journal.capture import Effect
    from staketerm.tui.dialogs.questions import Known

PROJECT_CELLS = 20


@dataclass(frozen=True, slots=True)
class LogSaid:
    """The lines around the kinds, as of one draft."""

    draft: SignalDraft
    known: "Known | None"
    catalogue: Mapping[str, Kind]
    personal: bool
    outlook: Outlook
    look: Look
    own: Mapping[str, str]

    def who(self, cells: int) -> Line:
        """Who it is about: name, position, organisation; how many more are marked."""
        draft, veil = self.draft, self.outlook.veil
        if not draft.who:
            return _caption(_("Who"))
        who = draft.who[0]
        pieces = [*_caption(_("Who")), Piece(veil.name(who.id, who.name, who.kind), Ink.BOLD)]
        row = self.known.row if self.known else None
        if len(draft.who) > 1:
            pieces.append(Piece(self._more()))
        elif row is not None:
            if not row.personal:
                pieces += [Piece(" "), *marks.position(row.label, self.look)]
            if row.organisation:
                said = f" {self.look.between} {veil.text(row.organisation)}"
                pieces.append(Piece(said, Ink.MUTED))
        hint = Piece(_("Tab: somebody else") + " ", Ink.MUTED, "screen.who")
        return _with_hint(tuple(pieces), hint, cells)

    def day(self, cells: int) -> Line:
        """Which day, and the keys that change it."""
        said = say_near_day(self.draft.day, self.outlook)
        hint = _("0 today  1-9 days ago  {arrows} a day  @ any day").format(arrows="← →")
        return _row(_("Day"), said, hint, cells)

    def strength(self, cells: int) -> Line:
        """The project and how strong; for what opens a question: by whom, and due when."""
        draft, outlook = self.draft, self.outlook
        name = self.known.project_name if self.known else outlook.project_name
        project = left(outlook.veil.text(name), PROJECT_CELLS, self.look.ellipsis)
        if self.personal:
            return _row(_("Project"), project, "", cells)
        if not draft.opens:
            strength = {0.5: _("weak"), 1.0: _("normal"), 1.5: _("strong")}[draft.intensity]
            said = _("strength {word}").format(word=strength)
            return _row(_("Project"), f"{project} {said}", _("- weak  + strong"), cells)
        due = week_day(draft.due, outlook.today) if draft.due else _("no day")
        said = _("due {day}").format(day=due)
        hint = "> " + _("due")
        if draft.kind in ("agreement_made", "promised"):
            said += ", " + (_("by me") if draft.by == "me" else _("by them"))
            hint = _("- by them  + by me") + f"  {hint}"
        return _row(_("Project"), f"{project} {said}", hint, cells)

    def kind(self) -> Line:
        """The marked kind, its points, and what it closes: "s answered my mail +2, your mail of
        Thu 5 Nov"."""
        draft = self.draft
        if draft.kind is None:
            return (Piece(_("a letter marks what happened"), Ink.MUTED),)
        if self.personal:
            return (Piece(personal_word(draft.kind), Ink.BOLD),)
        kind = self.catalogue[draft.kind]
        own = {id: key for key, id in self.own.items()}
        key = keys.KEYS.get(kind.id, own.get(kind.id, "/")).replace("space", _("Space"))
        said = [Piece(f"{key} ", Ink.BOLD)]
        if (item := draft.item) is None:
            said.append(Piece(kind.short))
        else:
            title = replace(item, text=None).title
            said.append(Piece(_("closes {title}").format(title=title)))
        if kind.points:
            said.append(Piece(f" {points(kind.points * draft.intensity)}", Ink.BOLD))
        return tuple(said)

    def effect(self, effect: "Effect", cells: int) -> Line:
        """What it would change: "stays ◇ fence-sitter, +.03 to +.12"; the numbers where there is
        room for them in `cells` cells."""
        moved = effect.moved
        if self.draft.opens:
            return ()
        after = marks.position(moved.after, self.look)
        if moved.before == moved.after:
            change: Line = (Piece(": " + _("stays") + " "), *after)
        else:
            before = marks.position(moved.before, self.look)
            change = (Piece(": "), *before, Piece(f" {self.look.arrow} "), *after)
        if moved.stance_before == moved.stance_after:
            return change
        numbers = _("{before} to {after}").format(
            before=fraction(moved.stance_before), after=fraction(moved.stance_after)
        )
        longer = (*change, Piece(f", {numbers}"))
        return longer if line_width((*self.kind(), *longer)) < cells else change

    def closing(self) -> str:
        """What it closes in full, to stand in the empty note."""
        item = self.draft.item
        if item is None or not item.text:
            return ""
        return self.outlook.veil.text(_("closes {title}").format(title=item.title))

    def lead(self) -> tuple[Part, ...]:
        """What the message line says once it is logged: who, what, for which day."""
        draft, today = self.draft, self.outlook.today
        who = draft.who[0]
        if self.personal:
            label = personal_word(draft.kind or "")
        else:
            label = self.catalogue[draft.kind or "contact"].label
        day = _("logged for {day}").format(day=week_day(draft.day or today, today))
        quoted = Private(f'"{label}"')
        return (Named(who.id, who.name, who.kind), f"{self._more()}: ", quoted, f" {day}.")

    def _more(self) -> str:
        others = len(self.draft.who) - 1
        if not others:
            return ""
        return ngettext(" and {n} more", " and {n} more", others).format(n=others)


def say_near_day(day: date | None, outlook: Outlook) -> str:
    """A day with its distance where that is short; None asks whether the day looked at is meant."""
    today = outlook.today
    if day is None:
        return _("= {day}, as shown   or   0 today").format(day=week_day(outlook.day, today))
    said = week_day(day, today)
    if day == today:
        return _("{day}, today").format(day=said)
    if day == today - timedelta(days=1):
        return _("{day}, yesterday").format(day=said)
    return said


def _caption(word: str) -> Line:
    return (Piece(" " + left(word, LABEL_CELLS), Ink.MUTED),)


def _row(caption: str, value: str, hint: str, cells: int) -> Line:
    return _with_hint((*_caption(caption), Piece(value)), Piece(f"{hint} ", Ink.MUTED), cells)


def _with_hint(start: Line, hint: Piece, cells: int) -> Line:
    """What is filled in, and how to change it where there is room for both."""
    room = line_width((*start, hint)) < cells
    return apart(start, (hint,) if room else (), cells)
