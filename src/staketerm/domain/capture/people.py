"""Who a line of capture is about: one or several people, known, unknown or to be asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from staketerm.domain.capture.captured import Choice, Question
from staketerm.domain.capture.tokens import Token
from staketerm.domain.capture.vocabulary import AND, FILLERS, JOINERS
from staketerm.domain.names import Fit, Match, Person, find, name_words, sure
from staketerm.locale import _

MOST_CHOICES = 9
"""How many people a question offers: one a digit."""


@dataclass(slots=True)
class Who:
    """The people named at one place of a line; `end` is the first word that names nobody."""

    end: int
    people: list[Person] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    certain: bool = True
    """Whether somebody is named by more than one or two letters."""

    @property
    def anybody(self) -> bool:
        """Whether somebody is named who is here."""
        return bool(self.people or self.questions)


def read_people(
    words: Sequence[Token], start: int, people: Sequence[Person], answers: Mapping[str, str]
) -> Who:
    """The people named from word `start` on: `anneke, bram + marek`, `anneke en bram`.

    After a joining sign a name that is not here is unknown; after "and" it is another word.
    """
    who = Who(start)
    if not _read_one(who, words, start, people, answers):
        return who
    while who.end + 1 < len(words):
        joiner = words[who.end].folded
        if joiner not in JOINERS | AND:
            break
        after = who.end + 1
        if not _read_one(who, words, after, people, answers):
            if joiner in AND:
                break
            who.unknown.append(words[after].text)
            who.end = after + 1
    return who


def guesses(name: str, people: Sequence[Person]) -> tuple[Choice, ...]:
    """Those whose name resembles an unknown `name`, as choices."""
    return _choices(find(name, people))


def who_question(name: str, choices: tuple[Choice, ...], key: str) -> Question:
    """The question which of several people is meant."""
    return Question(key, _("Which {name}?").format(name=name), choices)


def _choices(matches: Sequence[Match]) -> tuple[Choice, ...]:
    shown = matches[:MOST_CHOICES]
    names = [match.person.name for match in shown]
    return tuple(
        Choice(
            match.person.key,
            f"{match.person.name} ({match.person.handle})"
            if names.count(match.person.name) > 1
            else match.person.name,
        )
        for match in shown
    )


def _read_one(
    who: Who,
    words: Sequence[Token],
    start: int,
    people: Sequence[Person],
    answers: Mapping[str, str],
) -> bool:
    """Add the person named at `start`, or the question who is meant; False if nobody is named."""
    end = start + 1
    while end < len(words) and words[end - 1].folded in FILLERS:
        end += 1
    matches = _named(words[start:end], people)
    if not matches:
        return False
    while sure(matches) is None and end < len(words):
        if not (wider := _named(words[start : end + 1], people)):
            break
        end, matches = end + 1, wider
    person = sure(matches)
    key = f"who {start}"
    if person is None and key in answers:
        person = next((m.person for m in matches if m.person.key == answers[key]), None)
    if person is None:
        name = " ".join(word.text for word in words[start:end])
        who.questions.append(who_question(name, _choices(matches), key))
    else:
        end = _whole_words(person, words, end)
        if person not in who.people:
            who.people.append(person)
    who.certain = who.certain and len("".join(w.folded for w in words[start:end])) > 2
    who.end = end
    return True


def _named(words: Sequence[Token], people: Sequence[Person]) -> tuple[Match, ...]:
    """Who the words name without guessing; fillers name nobody, initials are of whole words."""
    query = " ".join(word.text for word in words)
    matches = find(query, people, guess=False)
    if not matches or matches[0].fit is Fit.EXACT:
        return matches
    if all(word.folded in FILLERS for word in words):
        return ()
    if matches[0].fit is Fit.INITIALS:
        letters = "".join(name_words(query))
        return tuple(m for m in matches if _are_initials(letters, m.person.name))
    return matches


def _are_initials(letters: str, name: str) -> bool:
    """Whether each letter begins a word of the name: all its words, or three or more in order."""
    initials = "".join(part[0] for part in name_words(name))
    rest = iter(initials)
    return letters == initials or (len(letters) > 2 and all(letter in rest for letter in letters))


def _whole_words(person: Person, words: Sequence[Token], end: int) -> int:
    """The end after the further words or single letters of the name: `anneke de wit`, `ada l`."""
    parts = set(name_words(person.name))
    known = parts | {part[0] for part in parts}
    while end < len(words):
        more = set(name_words(words[end].text))
        if not more or not more <= known:
            break
        end += 1
    return end
