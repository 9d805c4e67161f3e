"""The pane "this act": why now, what it rests on, how to say it, what there is to mind (S1)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.nurture.acts import is_near
from staketerm.domain.phrases import decimal, points, short_day
from staketerm.locale import _, ngettext
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.act_words import addressed
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, cut, fit, left, right, wrap
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import week_day
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.nurture.act_facts import ActFacts, Ground
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.stakeholders.person_row import PersonRow

CAPTION_CELLS = 17
KIND_CELLS = 8

WHOLE_GROUNDS = 3
"""Up to so many rows an act rests on are told in two lines each, more in one."""

DRAFT_LINES = 8
"""Lines of the draft in sight at most; the rest is one key away."""

A_MONTH = 30


@dataclass(frozen=True, slots=True)
class ActDrawing:
    """Draws one act as of a day; `row` is whom it is for, `facts` what stands behind it, once it is
    read. `key_of` gives the key of a command, empty where it does nothing here.
    """

    act: "DueAct"
    row: "PersonRow | None"
    facts: "ActFacts | None"
    look: Look
    veil: Veil
    day: date
    key_of: Callable[[str], str]

    def lines(self, cells: int, height: int) -> list[Line]:
        """The pane in so many cells; the draft takes what height is left."""
        above = [*self._title(), *self._standing(cells), *self._why_now(cells)]
        below: list[Line] = []
        if self.facts is not None:
            above += self._rests_on(self.facts, cells)
            below += self._to_mind(self.facts, cells)
        below += self._after(cells)
        room = height - len(above) - len(below) - 4
        draft = [] if self.facts is None else self._draft(self.facts, cells, room)
        return [fit(line, cells, self.look.ellipsis) for line in (*above, *draft, *below)]

    def _title(self) -> Iterator[Line]:
        kind = self.row.kind if self.row else "person"
        name = self.veil.name(self.act.proposal.stakeholder, self.act.planned.name, kind)
        yield (Piece(f" {addressed(self.act.proposal.kind, name)}", Ink.BOLD),)

    def _standing(self, cells: int) -> Iterator[Line]:
        return standing(self.row, self.look, self.veil, cells) if self.row else iter(())

    def _why_now(self, cells: int) -> Iterator[Line]:
        proposal = self.act.proposal
        yield from _heading(_("Why now"))
        for part in wrap(self.veil.text(proposal.reason), cells - 2):
            yield (Piece(f" {part}"),)
        first, last = (week_day(day, self.day) for day in (proposal.ideal, proposal.latest))
        said = [_("Window {first} to {last}.").format(first=first, last=last)]
        if proposal.ideal <= self.day:
            said = [_("Window to {last}.").format(last=last)]
        if proposal.brake:
            said.append(_("Held back: {brake}.").format(brake=proposal.brake))
        said.append(self._priority())
        for part in wrap(" ".join(said), cells - 2):
            yield (Piece(f" {part}", Ink.MUTED),)

    def _priority(self) -> str:
        """What the priority is made of, and which acts go before (P12, P21)."""
        proposal = self.act.proposal
        weight = proposal.weight
        tier = proposal.tier(self.day)
        if tier == 0:
            near = is_near(proposal.latest, self.day)
            goes = _("goes first: its day is near") if near else _("goes first: it holds support")
        elif tier == 1:
            goes = _("goes after what holds support")
        else:
            goes = _("goes last: turning somebody waits for holding others")
        made = _("impact {impact} x reach {reach} x urgency {urgency}").format(
            impact=_short(weight.impact), reach=_short(weight.reach), urgency=_short(weight.urgency)
        )
        return _("Priority {n} = {made}; {goes}.").format(
            n=_short(proposal.priority), made=made, goes=goes
        )

    def _rests_on(self, facts: "ActFacts", cells: int) -> Iterator[Line]:
        if not facts.grounds:
            return
        yield from _heading(_("It rests on"))
        most = 2 if len(facts.grounds) <= WHOLE_GROUNDS else 1
        for ground in facts.grounds:
            yield from self._ground(ground, cells, most)

    def _ground(self, ground: "Ground", cells: int, most: int) -> Iterator[Line]:
        """A row in as many lines at most: its day, its sort, what it says, what it counts."""
        day = short_day(ground.day, self.day) if ground.day else ""
        text = self.veil.text(ground.text)
        if ground.kind == "stakeholder":
            text = self.veil.name(ground.row.partition(":")[2], ground.text)
        worth = f" {points(ground.points)}" if ground.points else ""
        start = f" {right(day, 6)} {left(_sort(ground.kind), KIND_CELLS)}"
        room = max(8, cells - len(start) - len(worth) - 1)
        parts = wrap(text, room) if most > 1 else [text]
        if len(parts) > most:
            parts = [*parts[: most - 1], " ".join(parts[most - 1 :])]
        ink = Ink.FOR if (ground.points or 0) > 0 else Ink.AGAINST
        for at, part in enumerate(parts):
            lead = Piece(start if at == 0 else " " * len(start), Ink.MUTED)
            said = Piece(cut(part, room, self.look.ellipsis))
            yield (lead, said, Piece(worth, ink)) if at == 0 else (lead, said)

    def _draft(self, facts: "ActFacts", cells: int, room: int) -> Iterator[Line]:
        """The beginning of the draft in a box; left out where there is no room for three lines."""
        if room < 3:
            return
        key = self.key_of("draft")
        yield from _heading(_("Draft ({key} opens it)").format(key=key) if key else _("Draft"))
        inside = cells - 6
        text = self.veil.text(facts.draft.text.strip())
        body = [part for line in text.splitlines() if line for part in wrap(line, inside)]
        shown = body[: min(room, DRAFT_LINES)]
        if len(body) > len(shown):
            shown[-1] = cut(f"{shown[-1]} ...", inside) if len(shown[-1]) < inside - 4 else "..."
        stroke, side = self.look.rule, self.look.divider
        corners = "┌┐└┘" if side == "│" else "++++"
        yield (Piece(f" {corners[0]}{stroke * (inside + 2)}{corners[1]}", Ink.MUTED),)
        for part in shown:
            edge = Piece(f" {side} ", Ink.MUTED)
            yield (edge, Piece(left(part, inside)), Piece(f" {side}", Ink.MUTED))
        yield (Piece(f" {corners[2]}{stroke * (inside + 2)}{corners[3]}", Ink.MUTED),)

    def _to_mind(self, facts: "ActFacts", cells: int) -> Iterator[Line]:
        yield EMPTY
        rows = (
            (_("Contact pressure"), self._pressure(facts)),
            (_("Last contact"), self._last(facts)),
            (_("Away"), self._away(facts)),
        )
        for caption, said in rows:
            for at, part in enumerate(wrap(said, cells - CAPTION_CELLS - 1)[:2]):
                yield (
                    Piece(" " + left("" if at else caption, CAPTION_CELLS), Ink.MUTED),
                    Piece(part),
                )

    def _pressure(self, facts: "ActFacts") -> str:
        """`██░ 2 of 3 this month`: how often I was in touch of late, and how often is enough."""
        full = min(facts.contacts, facts.cap)
        meter = self.look.bar * full + self.look.evidence["none"][0] * (facts.cap - full)
        if facts.days == A_MONTH:
            said = _("{n} of {cap} this month")
        else:
            said = _("{n} of {cap} in {days} days")
        count = said.format(n=facts.contacts, cap=facts.cap, days=facts.days)
        return f"{meter} {count}" if facts.cap <= 10 else count

    def _last(self, facts: "ActFacts") -> str:
        if facts.last is None or facts.last.day is None:
            return _("not yet")
        days = (self.day - facts.last.day).days
        ago = ngettext("{n} day ago", "{n} days ago", days).format(n=days) if days else _("today")
        return f"{ago}, {self.veil.text(facts.last.text)}"

    def _away(self, facts: "ActFacts") -> str:
        if not facts.away:
            return _("not known")
        starts, ends = facts.away[0]
        if starts <= self.day:
            return _("until {day}").format(day=week_day(ends, self.day))
        return f"{short_day(starts, self.day)} - {short_day(ends, self.day)}"

    def _after(self, cells: int) -> Iterator[Line]:
        yield from _heading(_("After this"))
        after = _("{key} asks what came of it: an answer, a signal, nothing yet.").format(
            key=self.key_of("done")
        )
        plans = _("The next act is planned from that.")
        for part in wrap(f"{after} {plans}", cells - 2):
            yield (Piece(f" {part}", Ink.MUTED),)


def standing(row: "PersonRow", look: Look, veil: Veil, cells: int) -> Iterator[Line]:
    """Where somebody stands, how much they matter, where they work; no position of a friend."""
    if row.personal:
        return
    pieces: list[Piece] = [Piece(" "), *marks.position(row.label, look), Piece("  ")]
    if row.label != "unknown":
        pieces += marks.interval_bar(row.label, row.stance, row.low, row.high, look)
        pieces.append(Piece(f"  {word(row.confidence)}", Ink.MUTED))
    yield fit(tuple(pieces), cells)
    impact = f"{_('impact')} {word(row.impact) if row.impact else look.dash}"
    work = f" {look.between} {veil.text(row.organisation)}" if row.organisation else ""
    yield (Piece(f" {impact}{work}", Ink.MUTED),)


def _heading(text: str) -> Iterator[Line]:
    yield EMPTY
    yield (Piece(f" {text}", Ink.BOLD),)


def _sort(kind: str) -> str:
    """What sort of row it is, in a narrow column."""
    said = {
        "signal": _("signal"),
        "ask": _("ask"),
        "agreement": _("promise"),
        "stakeholder": _("about"),
        "contact": "",
    }
    return said.get(kind, word(kind))


def _short(value: float) -> str:
    """A weight as it is read: whole where it is whole."""
    return f"{value:g}" if value == round(value) else decimal(value)
