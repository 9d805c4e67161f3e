"""A meeting prep in words: the same sections on screen, in the command and on the clipboard.

Nothing here reads the journal. People's own words and names pass the veil, so that a hidden sheet
shows neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from staketerm.domain import consent
from staketerm.domain.answering import i_answer, they_answer
from staketerm.domain.day_words import say_day
from staketerm.domain.explain import stance_sentence, strongest_sentence
from staketerm.domain.flag_words import blocking, says_does, sentence
from staketerm.domain.phrases import points, short_day
from staketerm.domain.vocabulary import word
from staketerm.journal.told_words import ToldWords
from staketerm.locale import _, language

if TYPE_CHECKING:
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.prep import Contact, Prep, Thank, Topic
    from staketerm.journal.timeline import Told


class Veil(Protocol):
    """What may be shown of people's own words."""

    def text(self, text: str) -> str:
        """The text, or what stands in its place."""


class NoVeil:
    """Shows everything."""

    def text(self, text: str) -> str:
        """The text."""
        return text


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section: a day or a word before it, the text, what stands at the right edge."""

    lead: str
    text: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A caption and its rows; `beside` says that it goes to the right where there are columns,
    `days` that what stands before the rows are days, which end under each other.
    """

    title: str
    rows: tuple[Row, ...]
    beside: bool = False
    days: bool = False


def sections(prep: "Prep", veil: Veil) -> tuple[Section, ...]:
    """The sheet from top to bottom; what has nothing to say is left out."""
    sheet = _Sheet(prep, veil)
    found = (
        Section(_("where they stand"), tuple(sheet.stands())),
        Section(_("mind"), tuple(sheet.mind())),
        Section(_("open, mine first"), tuple(map(sheet.item, prep.open))),
        Section(_("thank for"), tuple(map(sheet.thank, prep.thanks)), beside=True, days=True),
        Section(_("ask"), tuple(sheet.ask()), beside=True),
        Section(_("tell"), tuple(map(sheet.news, prep.news)), beside=True, days=True),
        Section(_("last in touch"), tuple(sheet.contacts()), beside=True, days=True),
        Section(_("my notes"), tuple(map(sheet.note, prep.notes)), days=True),
    )
    return tuple(section for section in found if section.rows)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Says the parts of one prep."""

    prep: "Prep"
    veil: Veil

    def stands(self) -> Iterator[Row]:
        """The position and why, what moves it, my own judgement."""
        why = self.prep.why
        told = why.assessment
        if why.personal:
            return
        yield Row("", stance_sentence(told))
        if strongest := strongest_sentence(told):
            yield Row("", strongest)
        if told.alarm is not None:
            yield Row("!!" if told.alarm.kind == "crossed_over" else "!", told.alarm.text)
        for said in (says_does(told) if told.says_does_gap else "", blocking(told)):
            if said:
                yield Row("", sentence(said))
        if why.judgement is not None:
            day = self._short(why.judgement.day)
            said = _("Yours, {day}:").format(day=day) + " " + word(why.judgement.label)
            note = f'. "{self.veil.text(why.judgement.note)}"' if why.judgement.note else "."
            yield Row("", said + note)

    def mind(self) -> Iterator[Row]:
        """How to reach them, and what not to do."""
        who = self.prep.profile
        if who.do_not_contact:
            yield Row("", _("asked not to be contacted"))
        for first, last in self.prep.away:
            yield Row(
                "",
                _("away from {first} until {last}").format(
                    first=self._week_day(first), last=self._week_day(last)
                ),
            )
        writes = _("writes {language}").format(language=_language(who.language))
        why = self.prep.why
        answers = (they_answer(why.assessment.answers), i_answer(why.my_answers))
        how = (writes if who.language else "", *answers)
        if any(how):
            yield Row("", "; ".join(part for part in how if part))
        if not who.personal:
            yield Row("", self._consent())

    def _consent(self) -> str:
        last = self.prep.profile.consent
        said = _("consent to carry news: {words}").format(words=consent.said(last, self.prep.day))
        return f"{said}: {self.veil.text(last.scope)}" if last and last.scope else said

    def item(self, item: "OpenItem") -> Row:
        """What is open between us, and until when."""
        text = item.text and self.veil.text(item.text)
        lead = _("I owe") if item.i_owe else _("awaited")
        return Row(lead, replace(item, text=text).title, self._until(item))

    def _until(self, item: "OpenItem") -> str:
        if item.due is not None:
            return _("by {day}").format(day=self._short(item.due))
        if item.counts_from is None:
            return ""
        past = item.counts_from <= self.prep.day
        said = _("counts since {day}") if past else _("counts from {day}")
        return said.format(day=self._short(item.counts_from))

    def thank(self, thank: "Thank") -> Row:
        """A success or a deed, and their part in it."""
        success = thank.what == "success"
        said = self.veil.text(thank.text) if success else thank.text
        return Row(self._short(thank.on), self._with(said, thank.did))

    def ask(self) -> Iterator[Row]:
        """The acts that ask something of them, what they can help with, what touches them, what
        would place them better.
        """
        for act in self.prep.acts:
            latest = _("by {day}").format(day=self._short(act.latest))
            said = _("held back: {brake}").format(brake=act.brake) if act.brake else latest
            yield Row(word(act.kind), self.veil.text(act.reason), said)
        for topic in self.prep.topics:
            part = _("can help") if topic.role == "helper" else _("touches them")
            part = self._with(part, topic.note)
            said = f"{_unended(self.veil.text(topic.text))} ({part})"
            due = _("by {day}").format(day=self._short(topic.due)) if topic.due else ""
            yield Row(word(topic.kind), said, due)
        if self.prep.places:
            yield Row("", self.prep.places)

    def news(self, topic: "Topic") -> Row:
        """What happened since."""
        end = _("private") if topic.private else ""
        said = f"{word(topic.kind)}: {self.veil.text(topic.text)}"
        return Row(self._short(topic.on), self._with(said, topic.note), end)

    def contacts(self) -> Iterator[Row]:
        """The last times we were in touch."""
        for contact in self.prep.contacts:
            yield Row(self._short(contact.told.day), self._contact(contact))
        if not self.prep.contacts:
            yield Row("", _("nothing logged yet"))

    def _contact(self, contact: "Contact") -> str:
        words = ToldWords(self.prep.day, self.veil.text)
        acts = ", ".join(words.headline(act) + self._worth(act) for act in contact.acts)
        told = contact.told
        said = words.headline(told) + (f": {acts}" if acts else self._worth(told))
        return self._with(said, told.text) if told.what == "signal" else said

    def _worth(self, told: "Told") -> str:
        return f" {points(told.points)}" if told.points and not self.prep.why.personal else ""

    def note(self, note: "Told") -> Row:
        """One of my own notes."""
        text = " ".join(part for part in (note.title, note.text) if part).replace("\n", " ")
        return Row(
            self._short(note.day), self.veil.text(text), _("private") if note.private else ""
        )

    def _with(self, said: str, more: str | None) -> str:
        return f"{_unended(said)}: {self.veil.text(more)}" if more else said

    def _short(self, day: date) -> str:
        return short_day(day, self.prep.day)

    def _week_day(self, day: date) -> str:
        return say_day(day, self.prep.day, language())


def _unended(sentence: str) -> str:
    """A sentence that goes on: without its full stop."""
    return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence


def _language(code: str | None) -> str:
    return {"en": _("English"), "nl": _("Dutch")}.get(code or "", code or "")
