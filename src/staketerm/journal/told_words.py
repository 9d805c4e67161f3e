"""What was told, in a line: the same words on the timeline, in the journal and before a meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.phrases import short_day
from staketerm.domain.progress import KINDS, part_words
from staketerm.domain.vocabulary import word
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.timeline import Told

ROLES = ("contributor", "helper", "affected")
"""The parts that people have in a progress entry, in the order in which they are told."""


def in_it(item: "Told") -> str:
    """Who has which part in a progress entry: "by Marek Nowak (his crew)   affects Lumenet"; empty
    for anything else.
    """
    if item.kind not in KINDS.words:
        return ""
    said = []
    for role in ROLES:
        names = [
            f"{part.name} ({part.note})" if part.note else part.name
            for part in item.parts
            if part.role == role
        ]
        if names:
            words = _("by") if role == "contributor" else part_words(item.kind, role)
            said.append(f"{words} {', '.join(names)}")
    return "   ".join(said)


@dataclass(frozen=True, slots=True)
class ToldWords:
    """Says items as of a day; `text` lets people's own words through, or hides them."""

    today: date
    text: Callable[[str], str]

    def headline(self, item: "Told") -> str:
        """What happened, in a line: "kept, but late: names of deputies"."""
        match item.what:
            case "signal":
                return self._signal(item)
            case "asked" | "answered":
                return self._with_text(self._ask(item), item)
            case "agreed" | "settled":
                return self._with_text(self._agreement(item), item)
            case "silence":
                return item.label or ""
            case "judgement":
                whose = _("judgement: {position}") if item.author else _("my judgement: {position}")
                return whose.format(position=word(item.kind))
            case "absence":
                return _("away until {day}").format(day=self._day(item.until))
            case _:
                return self._entry(item)

    def _signal(self, item: "Told") -> str:
        said = {"called": _("called"), "wrote": _("wrote"), "met": _("met")}
        if item.kind == "contact" and item.source in said:
            return said[item.source]
        kind = CATALOGUE.get(item.kind)
        return item.label or (kind.label if kind else item.kind.replace("_", " "))

    def _ask(self, item: "Told") -> str:
        mine = item.by == "me"
        if item.what == "answered":
            return self._answer(item, mine=mine)
        kinds = {
            ("mail", True): _("I mailed"),
            ("advice", True): _("I asked for advice"),
            ("invitation", True): _("I invited"),
            ("mail", False): _("asked me by mail"),
            ("advice", False): _("asked my advice"),
            ("invitation", False): _("invited me"),
        }
        return kinds[item.kind, mine]

    def _answer(self, item: "Told", *, mine: bool) -> str:
        if item.outcome == "withdrawn":
            return _("withdrawn")
        if not mine:
            return _("I answered")
        if item.outcome in ("refused", "declined"):
            return _("declined")
        if item.kind == "invitation":
            return _("accepted my invitation")
        if item.kind == "advice":
            return _("gave advice I asked for")
        return _("answered my mail")

    def _agreement(self, item: "Told") -> str:
        mine = item.by == "me"
        if item.what == "agreed":
            said = _("I promised") if mine else _("promised")
            if item.due is None:
                return said
            return said + " " + _("by {day}").format(day=self._day(item.due))
        outcomes = {
            ("kept", True): _("I kept my promise"),
            ("late", True): _("I kept it, but late"),
            ("broken", True): _("I did not keep it"),
            ("kept", False): _("kept an agreement"),
            ("late", False): _("kept, but late"),
            ("broken", False): _("broke an agreement"),
        }
        return outcomes.get((item.outcome or "", mine), word(item.outcome or ""))

    def _entry(self, item: "Told") -> str:
        return self.text(item.title or (item.text or "").replace("\n", " "))

    def _with_text(self, said: str, item: "Told") -> str:
        return f"{said}: {self.text(item.text)}" if item.text else said

    def _day(self, day: date | None) -> str:
        return short_day(day, self.today) if day else ""
