"""What Today says: which lines there are, section by section, and the sentence above them (S1)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.nurture.acts import FALLING_DUE, promises_and_asks
from staketerm.domain.phrases import points, short_day
from staketerm.locale import _, ngettext
from staketerm.tui.drawing.act_words import addressed, capital
from staketerm.tui.drawing.lines import width
from staketerm.tui.drawing.look import Look
from staketerm.tui.drawing.values import number, week_day
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.nurture.today import Today
    from staketerm.journal.stakeholders.person_row import PersonRow
    from staketerm.journal.timeline import Told

MOVED_SHOWN = {True: 4, False: 3}
"""Of those who moved so many are shown, by whether there is room ..."""

ALARMS_SHOWN = 8
"""... and so many where that many have an alarm."""

HELD_SHOWN = 5
"""Of the acts that are held back so many are shown at first."""


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
class TodayText:
    """Tells Today as of a day, through one veil; `key_of` gives the key of a command.

    Where it is not `tall`, no line is blank and what is held back stands in one; `everything` shows
    all acts, and those that are held back, whatever room there is.
    """

    facts: "Today"
    look: Look
    veil: Veil
    day: date
    key_of: Callable[[str], str]
    personal: bool = False
    everything: bool = False
    tall: bool = False

    # which lines there are

    def lines(self) -> Iterator[TodayLine]:
        """Every line, section by section; a section without anything is left out or says so."""
        due = self.facts.due
        shown = due.to_do if self.everything else due.today
        yield TodayLine("to_do", -1, self._to_do(len(shown), len(due.to_do)))
        for act in shown:
            yield TodayLine("to_do", 0, act=act)
            yield TodayLine("to_do", 1, act.proposal.reason, act=act)
            if self.tall:
                yield TodayLine("to_do", 2, act=act)
        if not shown:
            yield from self._nothing_to_do()
        if not self.personal:
            yield from self._moved()
        yield from self._falls_due()
        yield from self._held_back()
        if self.facts.years_ago:
            yield TodayLine("past", -1, _("on this day"))
            for told in self.facts.years_ago:
                yield TodayLine("past", 1, self._years_ago(told))

    def head(self, cells: int) -> str:
        """How much there is: "Five acts of nine. Two alarms. Three promises."; and since when that
        is told, where there is room for it.
        """
        said = list(self._counted_acts())
        if alarms := self.alarms:
            said.append(ngettext("{n} alarm", "{n} alarms", alarms).format(n=number(alarms)))
        promises, asks = promises_and_asks(act.proposal.kind for act in self.facts.due.acts)
        if promises:
            many = ngettext("{n} promise", "{n} promises", promises)
            said.append(many.format(n=number(promises)))
        if asks:
            said.append(ngettext("{n} open ask", "{n} open asks", asks).format(n=number(asks)))
        told = [f"{capital(part)}." for part in said] or [_("Nothing asks for you today.")]
        if self.facts.looked:
            day = week_day(self.facts.since, self.day)
            looked = _("You last looked on {day}.").format(day=day)
            if width(" ".join((*told, looked))) <= cells:
                told.append(looked)
        return " ".join(told)

    def _counted_acts(self) -> Iterator[str]:
        due = self.facts.due
        shown, all_ = len(due.today), len(due.to_do)
        if shown:
            said = ngettext("{n} act", "{n} acts", shown).format(n=number(shown))
            more = _("{acts} of {all}").format(acts=said, all=number(all_))
            yield more if all_ > shown else said
        elif all_:
            yield _("done for today, {n} more can wait").format(n=number(all_))

    @property
    def alarms(self) -> int:
        """How many alarms stand that were not seen."""
        return sum(1 for row in self.facts.moved if row.alarm and not row.alarm_seen)

    def _to_do(self, shown: int, all_: int) -> str:
        title = _("keep in touch") if self.personal else _("to do")
        if not all_:
            return title
        if shown == all_:
            return f"{title}: {number(all_)}"
        return f"{title}: " + _("{n} of {all}").format(n=number(shown), all=number(all_))

    def _nothing_to_do(self) -> Iterator[TodayLine]:
        due = self.facts.due
        if due.to_do:
            more = _("Done for today; {key} shows what else there is.")
            yield TodayLine("to_do", 1, more.format(key=self.key_of("zoom")))
        elif due.held_back:
            yield TodayLine("to_do", 1, _("All there is to do is held back by a brake."))
        elif self.facts.nobody:
            said = _("Nobody here yet. {add} adds somebody, {file} takes in a file.")
            keys = {"add": self.key_of("new"), "file": self.key_of("import")}
            yield TodayLine("to_do", 1, said.format(**keys))
        elif self.personal and self._next is None:
            yield TodayLine("to_do", 1, _("Nobody here has a rhythm yet."))
            how = _("{new} adds somebody; {edit} on a person sets how often to be in touch")
            said = how.format(new=self.key_of("new"), edit=self.key_of("edit"))
            yield TodayLine("to_do", 2, said)
        else:
            yield TodayLine("to_do", 1, self._what_comes())
        if self.tall:
            yield TodayLine("to_do", 3)

    @property
    def _next(self) -> "DueAct | None":
        """The act whose window opens first."""
        coming = [act for act in self.facts.due.coming if act.proposal.kind not in FALLING_DUE]
        return min(coming, key=lambda act: act.proposal.ideal, default=None)

    def _what_comes(self) -> str:
        """The act that comes next; without one, what acts come from."""
        act = self._next
        if act is None:
            return _("Acts follow from what is logged; {log} logs.").format(log=self.key_of("log"))
        return _("Next: {act}, from {day}.").format(
            act=addressed(act.proposal.kind, self.name(act)),
            day=week_day(act.proposal.ideal, self.day),
        )

    def _moved(self) -> Iterator[TodayLine]:
        since = week_day(self.facts.since, self.day)
        yield TodayLine("moved", -1, _("moved since {day}").format(day=since))
        moved = self.facts.moved
        many = max(MOVED_SHOWN[self.tall], min(self.alarms, ALARMS_SHOWN))
        shown = moved if self.everything or len(moved) == many + 1 else moved[:many]
        for row in shown:
            yield TodayLine("moved", 0, row=row)
            if self.tall and (deed := self.deed(row)):
                yield TodayLine("moved", 1, deed, row=row)
        if len(shown) < len(moved):
            yield TodayLine("moved", 1, self._more(len(moved) - len(shown)))
        if not moved:
            yield TodayLine("moved", 1, _("No one's position moved."))
        if self.tall:
            yield TodayLine("moved", 2)

    def _falls_due(self) -> Iterator[TodayLine]:
        due = self.facts.due
        coming = [act for act in due.coming if act.proposal.kind in FALLING_DUE]
        falling = sorted((*due.falls_due, *coming), key=lambda act: act.proposal.latest)
        if self.personal:
            yield TodayLine("due", -1, _("dates and promises"))
            if not falling:
                yield TodayLine("due", 1, _("No promises in the coming two weeks."))
        elif falling:
            yield TodayLine("due", -1, _("falls due"))
        for act in falling:
            yield TodayLine("due", 0, act=act)
        if self.tall and (falling or self.personal):
            yield TodayLine("due", 2)

    def _held_back(self) -> Iterator[TodayLine]:
        held = self.facts.due.held_back
        if not held:
            return
        if self.tall or self.everything:
            shown = held if self.everything or len(held) == HELD_SHOWN + 1 else held[:HELD_SHOWN]
            yield TodayLine("held", -1, _("held back by a brake"))
            for act in shown:
                yield TodayLine("held", 0, act=act)
            if len(shown) < len(held):
                yield TodayLine("held", 1, self._more(len(held) - len(shown)))
        else:
            told = "; ".join(f"{self.name(act)}: {act.proposal.brake}" for act in held[:HELD_SHOWN])
            yield TodayLine("held", 1, f"{_('held back')}: {len(held)} ({told})")

    def _more(self, many: int) -> str:
        """That there is more, and the key that shows it."""
        return _("{n} more ({key})").format(n=number(many), key=self.key_of("zoom"))

    def _years_ago(self, told: "Told") -> str:
        names = ", ".join(self.veil.name(id, name) for id, name in told.about)
        text = self.veil.text(told.title or told.text or "")
        return f'{told.day.year}: {names}  "{text}"' if names else f'{told.day.year}: "{text}"'

    # of whom

    def name(self, act: "DueAct") -> str:
        """Whom an act is for, as it may be shown."""
        row = self.facts.people.get((act.proposal.stakeholder, act.proposal.project))
        kind = row.kind if row else "person"
        return self.veil.name(act.proposal.stakeholder, act.planned.name, kind)

    def since(self, row: "PersonRow") -> str:
        """Since when somebody stands where they stand now."""
        if row.alarm is not None and row.alarm_since is not None and not row.alarm_seen:
            day = short_day(row.alarm_since, self.day)
            if row.alarm == "crossed_over":
                return _("crossed over on {day}").format(day=day)
            return _("cooling since {day}").format(day=day)
        if row.label == "unknown" and row.last_contact is not None:
            days = (self.day - row.last_contact).days
            return ngettext("nothing heard for {n} day", "nothing heard for {n} days", days).format(
                n=days
            )
        return _("since {day}").format(day=short_day(row.since, self.day)) if row.since else ""

    def moves(self, row: "PersonRow") -> tuple[str, ...]:
        """What there is to say of somebody's move: since when, and the deed in it."""
        return tuple(filter(None, (self.since(row), self.deed(row))))

    def deed(self, row: "PersonRow") -> str:
        """What weighs most in the move: "blocked or delayed a decision (-9)"."""
        deed = self.facts.deeds.get((row.id, row.project))
        return f"{deed.label} ({points(deed.points)})" if deed else ""
