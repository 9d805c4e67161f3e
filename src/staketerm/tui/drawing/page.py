"""The sections of the page of one stakeholder (screens S3)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain import consent, rhythm_words
from staketerm.domain.answering import counts_when, i_answer, they_answer
from staketerm.domain.cadence import Rhythm
from staketerm.domain.day_words import JANUARY_FIRST, say_day
from staketerm.domain.flag_words import blocking, says_does, thin
from staketerm.domain.maps.salience import salience_class
from staketerm.domain.phrases import decimal, short_day
from staketerm.domain.receptiveness import said as how_receptive
from staketerm.domain.seam import usual_desired_level
from staketerm.locale import _, language
from staketerm.tui.drawing import course, marks
from staketerm.tui.drawing.lines import Ink, Line, Piece, apart, fit, left, wrap
from staketerm.tui.drawing.look import POSITION_INK, Look
from staketerm.tui.drawing.words import word
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Iterable

    from staketerm.domain.assessment import OpenQuestion
    from staketerm.domain.position import Glimpse
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.stakeholders.page import Page, Week
    from staketerm.journal.timeline import Told

CAPTION_CELLS = 9
MONTH_CELLS = 4


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """Draws one page as of a day, for one look and one veil."""

    page: "Page"
    look: Look
    veil: Veil
    day: date

    # who

    def title(self, cells: int, hint: str) -> Line:
        """`People > Anneke de Wit ◇ fence-sitter ↓ cooling`, and how to go on."""
        who, a = self.page.profile, self.page.why.assessment
        name = self.veil.name(who.id, who.name, who.kind)
        start: list[Piece] = [
            Piece(f" {_('People')} > ", Ink.MUTED),
            Piece(f"{name} ", Ink.BOLD),
        ]
        if not who.personal:
            start += marks.position(a.label, self.look)
            if a.trend in ("warming", "cooling"):
                start.append(Piece(f" {self.look.trends[a.trend]} {word(a.trend)}", Ink.BOLD))
        return apart(tuple(start), (Piece(f"{hint} ", Ink.MUTED),), cells, self.look.ellipsis)

    def who(self, cells: int) -> list[Line]:
        """Name, work, roles, attributes, ways to reach them, absences: what is known alone."""
        who = self.page.profile
        lines = [self._work()]
        rows: list[tuple[str, str]] = []
        if who.roles:
            rows.append((_("roles"), self.veil.text(", ".join(who.roles))))
        if not who.personal:
            rows.append((_("impact"), self._attributes()))
            rows.append((_("wanted"), self._wanted()))
        elif rhythm := self._rhythm():
            rows.append((_("in touch"), rhythm))
        ways = [*who.emails, *who.phones, *who.urls]
        if ways:
            rows.append((_("reach"), self.veil.text(", ".join(ways))))
        if who.language:
            rows.append((_("writes"), self._language(who.language)))
        if who.tags:
            rows.append((_("tags"), self.veil.text(", ".join(who.tags))))
        rows.append((_("away"), self._away()))
        if not who.personal:
            rows.append((_("consent"), self._consent()))
        for caption, value in rows:
            lines.append((Piece(" " + left(caption, CAPTION_CELLS), Ink.MUTED), Piece(value)))
        if who.do_not_contact:
            lines.append((Piece(" " + _("asked not to be contacted"), Ink.ALARM),))
        return [fit(line, cells, self.look.ellipsis) for line in lines]

    def _work(self) -> Line:
        who = self.page.profile
        name = Piece(" " + self.veil.name(who.id, who.name, who.kind), Ink.BOLD)
        work = ", ".join(part for part in (who.job, who.organisation) if part)
        kind = "" if who.kind == "person" else f"   {word(who.kind)}"
        return (name, Piece(f"   {self.veil.text(work)}" if work else "", Ink.PLAIN), Piece(kind))

    def _attributes(self) -> str:
        who = self.page.profile
        said = [word(who.impact) if who.impact else _("not set")]
        for caption, value in ((_("power"), who.power), (_("interest"), who.interest)):
            said.append(f"{caption} {value or self.look.dash}")
        if who.reach:
            said.append(f"{_('reach')} {word(who.reach)}")
        return "   ".join(said)

    def _wanted(self) -> str:
        who = self.page.profile
        said = [word(who.desired) if who.desired else self._usually_wanted()]
        if kind := salience_class(who.salience):
            said.append(word(kind))
        if rhythm := self._rhythm():
            said.append(f"{_('in touch')} {rhythm}")
        if who.valued_critic:
            said.append(_("valued critic"))
        return "   ".join(said)

    def _usually_wanted(self) -> str:
        """What is wished for of somebody of whom nothing was said (inference 2)."""
        usual = usual_desired_level(self.page.profile.impact)
        return _("{level}, as usual").format(level=word(usual))

    def _rhythm(self) -> str:
        who = self.page.profile
        given = Rhythm(who.style, who.ideal_days, who.latest_days, who.recurrence)
        return rhythm_words.said(given)

    def _away(self) -> str:
        periods = [
            f"{say_day(away.starts, self.day, language())} - "
            f"{say_day(away.ends, self.day, language())}"
            for away in self.page.profile.away
        ]
        return ", ".join(periods) or _("not known")

    def _consent(self) -> str:
        last = self.page.profile.consent
        scope = f": {self.veil.text(last.scope)}" if last and last.scope else ""
        return consent.said(last, self.day) + scope

    def _language(self, code: str) -> str:
        return {"en": _("English"), "nl": _("Dutch")}.get(code, code)

    # why

    def why(self, cells: int) -> list[Line]:
        """The position, its bar, its sides, the judgement beside it."""
        why, a = self.page.why, self.page.why.assessment
        if why.personal:
            last = short_day(a.last_contact, self.day) if a.last_contact else self.look.dash
            return [(Piece(f" {_('last in touch')}  ", Ink.MUTED), Piece(last))]
        lines = [fit(self._standing(), cells, self.look.ellipsis)]
        evidence = f"{_('evidence')} {self.look.evidence[a.confidence]} {word(a.confidence)}"
        if a.known:
            bar = marks.interval_bar(a.label, a.stance, a.low, a.high, self.look, marks.PANE_CELLS)
            ends = (Piece(f" {_('against')} ", Ink.MUTED), *bar, Piece(f" {_('for')}", Ink.MUTED))
            lines.append(fit((*ends, Piece(f"    {evidence}", Ink.MUTED)), cells))
        else:
            lines.append((Piece(f" {thin(a)}    {evidence}", Ink.MUTED),))
        sides = _("{for_} for, {against} against").format(
            for_=decimal(a.for_), against=decimal(a.against)
        )
        words = says_does(a)
        if words and a.says_does_gap is None and len(sides) + len(words) + 4 <= cells:
            lines.append((Piece(f" {sides}. {words}."),))
        else:
            lines.append((Piece(f" {sides}."),))
            lines += self._warning(words, cells, warns=a.says_does_gap is not None)
        lines += self._warning(blocking(a), cells, warns=a.blocks)
        if why.judgement is not None:
            lines.append(fit(self._judgement(), cells, self.look.ellipsis))
        return lines

    def _warning(self, said: str, cells: int, *, warns: bool) -> list[Line]:
        ink = Ink.ALARM if warns else Ink.MUTED
        return [(Piece(f" {line}", ink),) for line in wrap(said, cells - 2) if said]

    def _standing(self) -> Line:
        a = self.page.why.assessment
        pieces: list[Piece] = [Piece(" "), *marks.position(a.label, self.look)]
        if a.trend:
            pieces.append(Piece(f" {self.look.trends[a.trend]} ", Ink.BOLD))
        if a.alarm is not None:
            said = _("crossed over on {day}") if a.alarm.kind == "crossed_over" else ""
            said = said or _("cooling since {day}")
            day = short_day(a.alarm.since, self.day)
            ink = Ink.MUTED if self.page.why.alarm_seen else Ink.ALARM
            pieces.append(Piece(said.format(day=day), ink))
        elif a.trend:
            pieces.append(Piece(word(a.trend)))
        if a.before is not None and a.before != "unknown":
            pieces.append(Piece(f"    {_('was')} ", Ink.MUTED))
            pieces += marks.position(a.before, self.look)
        return tuple(pieces)

    def _judgement(self) -> Line:
        judgement = self.page.why.judgement
        if judgement is None:
            return ()
        said = _("Yours, {day}:").format(day=short_day(judgement.day, self.day))
        note = f'  "{self.veil.text(judgement.note)}"' if judgement.note else ""
        differs = self.page.why.disagreement
        told = ""
        if differs is not None and differs.telling:
            since = short_day(differs.since, self.day)
            told = f"  {self.look.differs} " + _("since {day}").format(day=since)
        return (
            Piece(f" {said} ", Ink.MUTED),
            *marks.position(judgement.label, self.look),
            Piece(told),
            Piece(note, Ink.MUTED),
        )

    # months and weeks

    def months(self, cells: int) -> list[Line]:
        """Letters of the months, how much each was for, the position at its end."""
        shown = self.page.months[-max(1, (cells - 6) // MONTH_CELLS) :]
        head = "".join(left(letter, MONTH_CELLS) for letter in month_letters(shown))
        known = [m.label != "unknown" for m in shown]
        bars = "".join(
            left(marks.spark_line([m.stance], self.look, -1.0, 1.0) * 2 if k else "", MONTH_CELLS)
            for m, k in zip(shown, known, strict=True)
        )
        glyphs: list[Piece] = [Piece(" " * 5)]
        for m in shown:
            ink = POSITION_INK.get(m.label, Ink.MUTED)
            glyphs.append(Piece(left(self.look.position(m.label), MONTH_CELLS), ink))
        return [
            (Piece(" " * 5 + head, Ink.MUTED),),
            (Piece(" " + left(_("for"), 4), Ink.MUTED), Piece(bars)),
            tuple(glyphs),
        ]

    def course(self, cells: int) -> list[Line]:
        """The same as a chart: stance with its interval at the end of each month."""
        shown = self.page.months[-max(1, (cells - course.CAPTION_CELLS) // MONTH_CELLS) :]
        return course.chart(shown, month_letters(shown), self.look, MONTH_CELLS)

    def heat(self, cells: int) -> list[Line]:
        """A digit a week: how often the two of you were in touch."""
        weeks = self.page.weeks
        strip = "".join(self._digit(week) for week in weeks)
        both, mine = sum(week.both for week in weeks), sum(week.mine for week in weeks)
        said = _("two-way {both}, mine only {mine}").format(both=both, mine=mine)
        return [fit((Piece(f" {strip}  "), Piece(said, Ink.MUTED)), cells, self.look.ellipsis)]

    def _digit(self, week: "Week") -> str:
        much = week.both + week.mine
        return str(min(much, 9)) if much else self.look.track

    # asks and agreements

    def open_item(self, item: "OpenItem", cells: int, *, selected: bool) -> Line:
        """What awaits its end: whose it is, what, until when."""
        due = item.due or item.counts_from
        near = due is not None and (due - self.day).days <= 2
        lead = self.look.selected if selected else " "
        whose = _("mine") if item.by == "me" else _("theirs")
        sign = self.look.latest if near else self.look.due if due else " "
        pieces = [
            Piece(lead),
            Piece(left(sign, 2), Ink.LATEST if near else Ink.SOON),
            Piece(left(whose, 7), Ink.MUTED),
            Piece(self._open_words(item)),
        ]
        end = self._until(item)
        return apart(tuple(pieces), (Piece(f"{end} ", Ink.MUTED),), cells, self.look.ellipsis)

    def _open_words(self, item: "OpenItem") -> str:
        if item.table == "agreement":
            return self.veil.text(item.text or "")
        day = short_day(item.on, self.day)
        said = {
            "mail": _("mail of {day}"),
            "advice": _("request for advice of {day}"),
            "invitation": _("invitation of {day}"),
        }.get(item.kind, _("ask of {day}"))
        text = f": {self.veil.text(item.text)}" if item.text else ""
        return said.format(day=day) + text

    def _until(self, item: "OpenItem") -> str:
        if item.due is not None:
            return _("due {day}").format(day=short_day(item.due, self.day))
        if item.counts_from is None:
            return ""
        said = _("counts from {day}") if item.counts_from > self.day else _("counts since {day}")
        return said.format(day=short_day(item.counts_from, self.day))

    def settled_item(self, item: "Told", words: str, cells: int) -> Line:
        """What came of an ask or agreement."""
        whose = _("mine") if item.by == "me" else _("theirs")
        start = (
            Piece("   "),
            Piece(left(whose, 7), Ink.MUTED),
            Piece(words, Ink.MUTED),
        )
        end = (Piece(f"{short_day(item.day, self.day)} ", Ink.MUTED),)
        return apart(start, end, cells, self.look.ellipsis)

    def answering(self, cells: int) -> list[Line]:
        """How they answer me and I them, with the counts, and why silence counts from its day."""
        why = self.page.why
        said = [
            they_answer(why.assessment.answers),
            i_answer(why.my_answers),
            how_receptive(why.receptiveness),
        ]
        lines: list[Line] = []
        if (question := self._next_to_count()) is not None:
            day = short_day(question.asked_on, self.day)
            told = wrap(f"{day}: {counts_when(question, self.day)}", cells - 5)
            lines += [(Piece(f"   {line}", Ink.MUTED),) for line in told]
        return lines + [(Piece(f"   {line}", Ink.MUTED),) for line in said if line]

    def _next_to_count(self) -> "OpenQuestion | None":
        """The question whose silence counts next, or the last one whose silence came to count."""
        asked = [one for one in self.page.why.assessment.open_questions if one.counts_from]
        ahead = [one for one in asked if one.counts_from and one.counts_from > self.day]
        return ahead[0] if ahead else asked[-1] if asked else None


def month_letters(days: "Iterable[Glimpse]") -> list[str]:
    """The first letter of the month of each."""
    names = JANUARY_FIRST.get(language(), JANUARY_FIRST["en"])
    return [names[each.day.month - 1][:1].upper() for each in days]
