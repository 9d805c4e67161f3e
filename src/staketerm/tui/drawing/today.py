"""Today: what asks for attention, what moved, what falls due, what is held back (screens S1)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.phrases import short_day
from staketerm.locale import _, language, ngettext
from staketerm.tui.drawing import marks
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart, fit, left, rule, wrap
from staketerm.tui.drawing.look import POSITION_INK, Look
from staketerm.tui.drawing.values import week_day
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.decisions import DueAct
    from staketerm.journal.person_row import PersonRow
    from staketerm.journal.timeline import Told
    from staketerm.journal.today import Today

SHOWN = 5
"""Acts shown at most; the rest is one key on (P25)."""

NEAR_DAYS = 2
"""From this many days before the latest day on, an act is marked as pressing (screens 4)."""

NAME_CELLS = 18


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One line of Today. `section` is to_do, moved, due, held or past; part 0 can be selected."""

    section: str
    part: int
    text: str = ""
    act: "DueAct | None" = None
    row: "PersonRow | None" = None

    @property
    def key(self) -> str:
        """The same after every reading."""
        if self.act is not None:
            return f"{self.section} {self.act.proposal.id} {self.part}"
        if self.row is not None:
            return f"{self.section} {self.row.id} {self.row.project} {self.part}"
        return f"{self.section} {self.part} {self.text}"

    @property
    def stops(self) -> bool:
        """Whether the cursor can stand here."""
        return self.part == 0 and (self.act is not None or self.row is not None)


@dataclass(frozen=True, slots=True)
class TodayDrawing:
    """Draws Today as of a day, for one look and one veil; `key_of` gives the key of a command."""

    facts: "Today"
    look: Look
    veil: Veil
    day: date
    key_of: Callable[[str], str]
    personal: bool = False
    everything: bool = False

    # which lines there are

    def lines(self) -> Iterator[TodayLine]:
        """Every line, section by section; a section without anything is left out or says so."""
        acts = self.facts.due.acts
        shown = acts if self.everything else acts[:SHOWN]
        yield TodayLine("to_do", -1, self._to_do(len(shown), len(acts)))
        for act in shown:
            yield TodayLine("to_do", 0, act=act)
            yield TodayLine("to_do", 1, act.proposal.reason, act=act)
        if not acts:
            yield from self._nothing_to_do()
        if not self.personal:
            yield from self._moved()
        yield from self._coming()
        if self.facts.due.held_back:
            yield TodayLine("held", -1, _("held back by a brake"))
            for act in self.facts.due.held_back:
                yield TodayLine("held", 0, act=act)
        if self.facts.years_ago:
            yield TodayLine("past", -1, _("on this day"))
            for told in self.facts.years_ago:
                yield TodayLine("past", 1, self._years_ago(told))

    def head(self) -> str:
        """How much there is: "Five acts of nine. Two alarms. Three promises."."""
        acts = len(self.facts.due.acts)
        if not acts and not self.facts.moved:
            return _("Nothing asks for you today.")
        shown = min(acts, SHOWN)
        said = [ngettext("{n} act", "{n} acts", shown).format(n=_number(shown))]
        if acts > shown:
            said = [_("{acts} of {all}").format(acts=said[0], all=_number(acts))]
        alarms = sum(1 for row in self.facts.moved if row.alarm and not row.alarm_seen)
        if alarms:
            said.append(ngettext("{n} alarm", "{n} alarms", alarms).format(n=_number(alarms)))
        promises = sum(
            1
            for act in (*self.facts.due.acts, *self.facts.due.coming)
            if act.proposal.kind == "agreement_due"
        )
        if promises:
            many = ngettext("{n} promise", "{n} promises", promises)
            said.append(many.format(n=_number(promises)))
        return " ".join(f"{part[:1].upper()}{part[1:]}." for part in said)

    def _to_do(self, shown: int, all_: int) -> str:
        title = _("keep in touch") if self.personal else _("to do")
        if not all_:
            return title
        if shown == all_:
            return f"{title}: {_number(all_)}"
        return f"{title}: " + _("{n} of {all}").format(n=_number(shown), all=_number(all_))

    def _nothing_to_do(self) -> Iterator[TodayLine]:
        if self.personal:
            yield TodayLine("to_do", 1, _("Nobody here has a rhythm yet."))
            how = _("{new} adds somebody; {edit} on a person sets how often to be in touch")
            said = how.format(new=self.key_of("new"), edit=self.key_of("edit"))
            yield TodayLine("to_do", 2, said)
        else:
            yield TodayLine("to_do", 1, _("Nothing asks for you today."))

    def _moved(self) -> Iterator[TodayLine]:
        yield TodayLine("moved", -1, _("moved in the last seven days"))
        for row in self.facts.moved:
            yield TodayLine("moved", 0, row=row)
        if not self.facts.moved:
            yield TodayLine("moved", 1, _("No one's position moved."))

    def _coming(self) -> Iterator[TodayLine]:
        coming = self.facts.due.coming
        if self.personal:
            yield TodayLine("due", -1, _("dates and promises"))
            if not coming:
                yield TodayLine("due", 1, _("No promises in the coming two weeks."))
        elif coming:
            yield TodayLine("due", -1, _("falls due"))
        for act in coming:
            yield TodayLine("due", 0, act=act)

    def _years_ago(self, told: "Told") -> str:
        names = ", ".join(self.veil.name(id, name) for id, name in told.about)
        text = self.veil.text(told.title or told.text or "")
        return f'{told.day.year}: {names}  "{text}"' if names else f'{told.day.year}: "{text}"'

    # how a line looks

    def draw(self, line: TodayLine, cells: int, hint: str, *, selected: bool) -> Line:
        """One line."""
        lead = self.look.selected if selected and line.part >= 0 else " "
        if line.part < 0:
            return rule(line.text, hint, cells, stroke=self.look.rule)
        if line.row is not None:
            return self._moved_row(line.row, lead, cells)
        if line.act is None:
            return fit((Piece("    "), Piece(line.text, Ink.MUTED)), cells, self.look.ellipsis)
        if line.part > 0:
            reason = (Piece("   "), Piece(self.veil.text(line.text), Ink.MUTED))
            return fit(reason, cells, self.look.ellipsis)
        if line.section == "to_do":
            return self._act_row(line.act, lead, cells)
        return self._due_row(line.act, line.section, lead, cells)

    def _act_row(self, act: "DueAct", lead: str, cells: int) -> Line:
        proposal = act.proposal
        near = (proposal.latest - self.day).days <= NEAR_DAYS
        sign = self.look.latest if near else self.look.due
        start: list[Piece] = [
            Piece(lead),
            Piece(left(sign, 2), Ink.LATEST if near else Ink.SOON),
            Piece(left(_capital(word(proposal.kind)), NAME_CELLS), Ink.BOLD),
            *self._who(act),
        ]
        latest = _("latest {day}").format(day=week_day(proposal.latest, self.day))
        ink = Ink.LATEST if near else Ink.MUTED
        return apart(tuple(start), (Piece(f"{latest} ", ink),), cells, self.look.ellipsis)

    def _due_row(self, act: "DueAct", section: str, lead: str, cells: int) -> Line:
        proposal = act.proposal
        if section == "held":
            brake = (Piece(f"{proposal.brake or ''} ", Ink.MUTED),)
            start = (
                Piece(f"{lead}  "),
                *self._who(act),
                Piece(f"  {word(proposal.kind)}", Ink.MUTED),
            )
            return apart(start, brake, cells, self.look.ellipsis)
        day = left(week_day(proposal.latest, self.day), 11)
        item = self.facts.items.get(proposal.occasion)
        what = self.veil.text(item.text) if item is not None and item.text else ""
        said = word(proposal.kind) + (f": {what}" if what else "")
        return fit(
            (Piece(f"{lead}  "), Piece(day, Ink.MUTED), *self._who(act), Piece(f"  {said}")),
            cells,
            self.look.ellipsis,
        )

    def _who(self, act: "DueAct") -> list[Piece]:
        """Glyph and name, then the organisation."""
        row = self.facts.people.get((act.proposal.stakeholder, act.proposal.project))
        kind = row.kind if row else "person"
        name = self.veil.name(act.proposal.stakeholder, act.planned.name, kind)
        pieces: list[Piece] = []
        if row is not None and not row.personal:
            ink = POSITION_INK.get(row.label, Ink.MUTED)
            pieces.append(Piece(f"{self.look.position(row.label)} ", ink))
        pieces.append(Piece(name))
        if row is not None and row.organisation:
            organisation = self.veil.text(row.organisation)
            pieces.append(Piece(f" {self.look.between} {organisation}", Ink.MUTED))
        return pieces

    def _moved_row(self, row: "PersonRow", lead: str, cells: int) -> Line:
        alarm = row.alarm if not row.alarm_seen else None
        sign = {"crossed_over": "!!", "cooling": "! "}.get(alarm or "", "  ")
        name = self.veil.name(row.id, row.name, row.kind)
        pieces: list[Piece] = [
            Piece(lead),
            Piece(f"{sign} ", Ink.ALARM),
            Piece(left(name, NAME_CELLS, self.look.ellipsis), Ink.BOLD),
            Piece(" "),
        ]
        if alarm is None and row.was is not None:
            pieces += [
                *marks.position(row.was, self.look),
                Piece(f" {self.look.arrow} "),
                *marks.position(row.label, self.look),
            ]
        else:
            pieces += marks.position(row.label, self.look)
        if row.trend in ("warming", "cooling"):
            pieces.append(Piece(f"  {self.look.trends[row.trend]}", Ink.BOLD))
        return apart(
            tuple(pieces), (Piece(f"{self._since(row)} ", Ink.MUTED),), cells, self.look.ellipsis
        )

    def _since(self, row: "PersonRow") -> str:
        if row.alarm is not None and row.alarm_since is not None and not row.alarm_seen:
            day = short_day(row.alarm_since, self.day)
            if row.alarm == "crossed_over":
                return _("crossed over on {day}").format(day=day)
            return _("cooling since {day}").format(day=day)
        return _("since {day}").format(day=short_day(row.since, self.day)) if row.since else ""

    # the pane beside it

    def pane(self, line: TodayLine | None, cells: int, hint: str) -> list[Line]:
        """What there is to know about the selected act or person."""
        row = self._person(line)
        act = line.act if line else None
        title = _("this act") if act else _("this person")
        lines = [rule(title, hint if row else "", cells, stroke=self.look.rule)]
        if line is None or (act is None and row is None):
            return lines
        if act is not None:
            lines.append((Piece(f" {self._act_title(act)}", Ink.BOLD),))
        if row is not None:
            lines += self._standing(row, cells)
        if act is not None:
            lines += self._why_now(act, cells)
            lines += self._rests_on(act, cells)
        if row is not None:
            lines += self._contact(row)
        if act is not None:
            lines += [EMPTY, (Piece(" " + _("After this"), Ink.BOLD),)]
            after = _("{key} asks what came of it. The next act is planned from that.").format(
                key=self.key_of("done")
            )
            lines += [(Piece(f" {part}", Ink.MUTED),) for part in wrap(after, cells - 2)]
        return [fit(one, cells, self.look.ellipsis) for one in lines]

    def _person(self, line: TodayLine | None) -> "PersonRow | None":
        if line is None or line.row is not None:
            return line.row if line else None
        proposal = line.act.proposal if line.act else None
        key = (proposal.stakeholder, proposal.project) if proposal else ("", "")
        return self.facts.people.get(key)

    def _act_title(self, act: "DueAct") -> str:
        name = self.veil.name(act.proposal.stakeholder, act.planned.name)
        return f"{_capital(word(act.proposal.kind))}: {name}"

    def _standing(self, row: "PersonRow", cells: int) -> Iterator[Line]:
        if row.personal:
            return
        standing: list[Piece] = [Piece(" "), *marks.position(row.label, self.look), Piece("  ")]
        if row.label != "unknown":
            standing += marks.interval_bar(row.label, row.stance, row.low, row.high, self.look)
            standing.append(Piece(f"  {word(row.confidence)}", Ink.MUTED))
        yield fit(tuple(standing), cells)
        impact = f"{_('impact')} {word(row.impact) if row.impact else self.look.dash}"
        work = self.veil.text(row.organisation) if row.organisation else ""
        between = f" {self.look.between} " if work else ""
        yield (Piece(f" {impact}{between}{work}", Ink.MUTED),)

    def _why_now(self, act: "DueAct", cells: int) -> Iterator[Line]:
        proposal = act.proposal
        yield EMPTY
        yield (Piece(" " + _("Why now"), Ink.BOLD),)
        window = _("Window {first} to {last}.").format(
            first=short_day(proposal.ideal, self.day), last=short_day(proposal.latest, self.day)
        )
        for part in wrap(self.veil.text(proposal.reason), cells - 2):
            yield (Piece(f" {part}"),)
        yield (Piece(f" {window}", Ink.MUTED),)
        if proposal.brake:
            yield (Piece(f" {_('held back')}: {proposal.brake}", Ink.MUTED),)

    def _rests_on(self, act: "DueAct", cells: int) -> Iterator[Line]:
        item = self.facts.items.get(act.proposal.occasion)
        if item is None:
            return
        yield EMPTY
        yield (Piece(" " + _("It rests on"), Ink.BOLD),)
        for part in wrap(self.veil.text(item.title), cells - 2):
            yield (Piece(f" {part}", Ink.MUTED),)

    def _contact(self, row: "PersonRow") -> Iterator[Line]:
        yield EMPTY
        said = _("not yet")
        if row.last_contact is not None:
            days = (self.day - row.last_contact).days
            said = f"{short_day(row.last_contact, self.day)}, " + ngettext(
                "{n} day ago", "{n} days ago", days
            ).format(n=days)
        yield (Piece(" " + left(_("Last contact"), 14), Ink.MUTED), Piece(said))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number(number: int) -> str:
    """Small numbers in words, as people write them."""
    words = {
        "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        "nl": ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    }.get(language(), ())
    return words[number] if number < len(words) else str(number)
