"""The words of a line after the names: project, kind, strength and days, each taken out in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from staketerm.domain.capture.captured import Choice, Question
from staketerm.domain.capture.kinds import KindFit, fitting_kinds
from staketerm.domain.capture.tokens import Token
from staketerm.domain.capture.vocabulary import FILLERS, JOINERS, LEADS, STRENGTHS
from staketerm.domain.day_words import say_day
from staketerm.domain.days import LONGEST, NotADay, Toward, question, readings
from staketerm.domain.errors import UsageError
from staketerm.domain.names import name_words
from staketerm.domain.signals import Kind
from staketerm.domain.text import plain_line
from staketerm.locale import _, language

ENOUGH_PROSE = 3
"""From this many words that are not understood, one word of a label does not make it a signal."""


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day as said: every reading of it, and the words."""

    days: tuple[date, ...]
    text: str


@dataclass(slots=True)
class Head:
    """The words still to be understood, and what came up while reading them."""

    words: tuple[Token, ...]
    answers: Mapping[str, str]
    questions: list[Question] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def take(self, used: frozenset[int] | set[int]) -> None:
        """Take out the words at those places."""
        self.words = tuple(word for n, word in enumerate(self.words) if n not in used)

    def take_project(self, projects: Mapping[str, str]) -> str | None:
        """The id of the project that `#word` names, out of id -> name; None when none is named."""
        place = next((n for n, w in enumerate(self.words) if w.text[0] == "#"), None)
        if place is None:
            return None
        typed = self.words[place].text
        self.take({place})
        wanted = name_words(typed)
        fits = [id for id, name in projects.items() if wanted == name_words(name)] or [
            id
            for id, name in projects.items()
            if wanted and all(any(p.startswith(w) for p in name_words(name)) for w in wanted)
        ]
        if not fits:
            known = ", ".join(plain_line(name) for name in projects.values())
            message = _("no project '{typed}'; there are {known}")
            self.problems.append(message.format(typed=typed, known=known))
            return None
        choices = tuple(Choice(id, projects[id]) for id in fits)
        return self._chosen("project", choices, _("Which {name}?").format(name=typed))

    def take_kind(self, kinds: Mapping[str, Kind], *, prose: bool) -> Kind | None:
        """The kind of act that the words name, None when they name none.

        With `prose`, one word among several that mean nothing here names none either: then the
        line is something told.
        """
        fits = fitting_kinds([word.folded for word in self.words], kinds.values())
        if not fits or (prose and self._is_prose(fits)):
            return None
        used = frozenset[int]().union(*(fit.used for fit in fits))
        said = " ".join(self.words[place].text for place in sorted(used))
        self.take(used)
        choices = tuple(Choice(fit.kind.id, fit.kind.label) for fit in fits)
        chosen = self._chosen("kind", choices, _("{text}: which is meant?").format(text=said))
        return kinds[chosen or fits[0].kind.id]

    def take_lead(self) -> str | None:
        """The id of the ask that a single word such as "mail" names."""
        for place, word in enumerate(self.words):
            if word.folded in LEADS:
                self.take({place})
                return LEADS[word.folded]
        return None

    def take_strength(self) -> float:
        """0.5 for weak, 1.5 for strong, else 1."""
        for place, word in enumerate(self.words):
            if word.folded in STRENGTHS:
                self.take({place})
                return STRENGTHS[word.folded]
        return 1.0

    def take_any(self, wanted: frozenset[str]) -> bool:
        """Whether one of the words is there; if so it is taken out."""
        found = {place for place, word in enumerate(self.words) if word.folded in wanted}
        self.take(found)
        return bool(found)

    def take_day(self, today: date, toward: Toward, *, edges: bool = False) -> SaidDay | None:
        """The first day that the words say, longest wording first; with `edges` only one that
        begins or ends them, as in "was ill yesterday"."""
        count = len(self.words)
        for size in range(min(LONGEST, count), 0, -1):
            for start in range(count - size + 1):
                if edges and start and start + size < count:
                    continue
                if said := self._day_at(start, size, today, toward):
                    return said
        return None

    def settle_day(self, key: str, said: SaidDay, today: date) -> date:
        """The day that was said; where it can mean two, the one answered, else the likelier."""
        choices = tuple(Choice(d.isoformat(), say_day(d, today, language())) for d in said.days)
        chosen = self._chosen(key, choices, question(said.text, said.days, today))
        return date.fromisoformat(chosen) if chosen else said.days[0]

    def left(self) -> tuple[tuple[int, int], ...]:
        """Where the words stand that were not understood; fillers alone are nothing."""
        if all(word.folded in FILLERS | JOINERS for word in self.words):
            return ()
        spans: list[tuple[int, int]] = []
        for word in self.words:
            if spans and word.start - spans[-1][1] <= 1:
                spans[-1] = (spans[-1][0], word.end)
            else:
                spans.append((word.start, word.end))
        return tuple(spans)

    def _is_prose(self, fits: Sequence[KindFit]) -> bool:
        best = fits[0]
        meaningless = [
            word
            for place, word in enumerate(self.words)
            if place not in best.used and word.folded not in FILLERS
        ]
        return len(best.used) == 1 and not best.covered and len(meaningless) >= ENOUGH_PROSE

    def _day_at(self, start: int, size: int, today: date, toward: Toward) -> SaidDay | None:
        window = self.words[start : start + size]
        text = " ".join(word.text for word in window)
        try:
            days = readings(text, today, toward=toward)
        except NotADay:
            return None
        except UsageError as impossible:
            self.problems.append(str(impossible))
            days = (today,)
        self.take(set(range(start, start + size)))
        return SaidDay(days, text)

    def _chosen(self, key: str, choices: tuple[Choice, ...], text: str) -> str | None:
        """The only choice or the one answered; otherwise it is asked."""
        if len(choices) == 1:
            return choices[0].id
        if any(choice.id == self.answers.get(key) for choice in choices):
            return self.answers[key]
        self.questions.append(Question(key, text, choices))
        return None
