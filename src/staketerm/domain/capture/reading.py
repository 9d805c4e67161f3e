"""Reading one line of capture (screens section 6).

`WHO [KIND] [DAY] [#project] [weak|strong][: NOTE]`, in any order after WHO; `WHO > TEXT` or a `?`
at the end asks instead. A line without a known name is an entry of the journal. `!KIND TEXT` is a
progress entry of a project.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from staketerm.domain.capture.captured import Captured, Question, What
from staketerm.domain.capture.head import Head
from staketerm.domain.capture.kinds import fitting_kinds
from staketerm.domain.capture.people import Who, guesses, read_people
from staketerm.domain.capture.tokens import Split, Token, split
from staketerm.domain.capture.vocabulary import BY_ME, FILLERS, JOINERS, LEADS, PARTICLES
from staketerm.domain.errors import UsageError
from staketerm.domain.names import Directory, Person
from staketerm.domain.progress import kind_of
from staketerm.domain.signals import Kind
from staketerm.domain.signals import Question as Opens
from staketerm.domain.text import NOTE_LIMIT, clean_line
from staketerm.locale import _

LONGEST_NAME = 4
"""The most words before a kind that are taken for the name of somebody who is not here."""

PROGRESS = "!"
"""What a line begins with that tells of a project's progress."""

_NO_ANSWERS: Mapping[str, str] = {}


def parse_line(
    line: str,
    *,
    people: Sequence[Person],
    kinds: Mapping[str, Kind],
    projects: Mapping[str, str],
    today: date,
    answers: Mapping[str, str] = _NO_ANSWERS,
) -> Captured:
    """What `line` says, as far as it can be understood.

    `people` come in the order in which they are likely meant (a `Directory` where lines are read
    at every key press), `projects` as id -> name. `answers` holds the answers to questions that
    reading the same line gave before. Raises `UsageError` only for what is no text or too long.
    """
    line = clean_line(line, _("line"), NOTE_LIMIT)
    if line.startswith(PROGRESS):
        return _progress(line, projects, today, answers)
    people = people if isinstance(people, Directory) else Directory(people)
    cut = split(line)
    lead, who = _find_who(cut, people, answers)
    if not who.anybody:
        stranger = _find_stranger(cut, kinds, people, answers)
        if stranger is None:
            return _entry(line, cut, today, answers)
        lead, who = stranger
    head = Head(cut.head[who.end :], answers, questions=list(who.questions))
    project = head.take_project(projects)
    told = Captured(
        line,
        What.NOTE,
        today,
        people=tuple(who.people),
        unknown=tuple(who.unknown),
        project=project,
        project_name=projects.get(project or "", ""),
    )
    if (kind := _kind(head, cut, lead, kinds)) is not None:
        told = _act(told, head, kind, cut, today)
    else:
        told = _note(told, head, cut, today)
        if told.note and not (who.certain or cut.note):
            return _entry(line, cut, today, answers)
        if not told.note:
            told = replace(told, what=What.SIGNAL, kind=kinds["contact"])
    return replace(told, questions=tuple(head.questions), problems=tuple(head.problems))


def _find_who(
    cut: Split, people: Sequence[Person], answers: Mapping[str, str]
) -> tuple[str | None, Who]:
    """Who the line begins with, after a word such as "mail" if need be, and that word's kind."""
    lead = LEADS.get(cut.head[0].folded) if cut.head else None
    if lead:
        who = read_people(cut.head, 1, people, answers)
        if who.anybody:
            return lead, who
    return None, read_people(cut.head, 0, people, answers)


def _find_stranger(
    cut: Split, kinds: Mapping[str, Kind], people: Sequence[Person], answers: Mapping[str, str]
) -> tuple[str | None, Who] | None:
    """Somebody who is not here: the words before a kind that is clearly said, or before `>`."""
    words = cut.head
    lead = LEADS.get(words[0].folded) if words else None
    start = 1 if lead else 0
    end = _end_of_name(words, start, kinds, asks=cut.asks and bool(cut.note))
    named = words[start:end]
    odd = (FILLERS - PARTICLES) | JOINERS
    if not named or len(named) > LONGEST_NAME or any(word.folded in odd for word in named):
        return None
    name = " ".join(word.text for word in named)
    key = f"who {start}"
    choices = guesses(name, people)
    if any(choice.id == answers.get(key) for choice in choices):
        return lead, Who(end, people=[p for p in people if p.key == answers[key]])
    asked = [Question(key, _("Which {name}?").format(name=name), choices)] if choices else []
    return lead, Who(end, unknown=[name], questions=asked)


def _end_of_name(
    words: Sequence[Token], start: int, kinds: Mapping[str, Kind], *, asks: bool
) -> int:
    """Where a name that is not here would end; `start` when there is none."""
    if asks:
        return len(words)
    fits = fitting_kinds([word.folded for word in words], kinds.values())
    if not fits or not (len(fits[0].used) > 1 or fits[0].covered):
        return start
    return max(start, min(min(fit.used) for fit in fits))


def _kind(head: Head, cut: Split, lead: str | None, kinds: Mapping[str, Kind]) -> Kind | None:
    """The kind of act: one that asks when the line asks, else the one that the words name."""
    if not cut.asks and not lead:
        return head.take_kind(kinds, prose=not cut.note)
    asking = {id: kind for id, kind in kinds.items() if _asks(kind)}
    if cut.note and not cut.arrow and not lead:
        said = fitting_kinds([word.folded for word in head.words], kinds.values())
        if said and not any(_asks(fit.kind) for fit in said):
            return head.take_kind(kinds, prose=False)
    named = lead or head.take_lead()
    return kinds[named] if named else head.take_kind(asking, prose=False) or kinds["mail_sent"]


def _asks(kind: Kind) -> bool:
    """Whether the kind asks for something."""
    return kind.opens in (Opens.MAIL, Opens.ADVICE, Opens.INVITATION)


def _act(told: Captured, head: Head, kind: Kind, cut: Split, today: date) -> Captured:
    """The line as a signal, an ask or an agreement."""
    what = What.SIGNAL
    if kind.opens is not None:
        what = What.ASK if _asks(kind) else What.AGREEMENT
    waits = what is not What.SIGNAL or kind.id == "promised"
    told = replace(told, what=what, kind=kind, intensity=head.take_strength())
    if what is What.AGREEMENT and head.take_any(BY_ME):
        told = replace(told, by="me")
    told = _dated(told, head, today, waits=waits)
    left = head.left()
    note = cut.note.removesuffix("?").rstrip() if what is What.ASK else cut.note
    return replace(told, left=left, note=_joined(told.line, left, note))


def _dated(told: Captured, head: Head, today: date, *, waits: bool) -> Captured:
    """The day of the act; for what awaits something, days to come are the day it is due."""
    if not waits:
        if said := head.take_day(today, "past"):
            told = replace(told, day=head.settle_day("day", said, today))
        return told
    found: dict[str, date] = {}
    while len(found) < 2:
        words = head.words
        if (said := head.take_day(today, "future")) is None:
            break
        key = "due" if max(said.days) > today else "day"
        if key in found:
            head.words = words
            break
        found[key] = head.settle_day(key, said, today)
    return replace(told, day=found.get("day", told.day), due=found.get("due"))


def _note(told: Captured, head: Head, cut: Split, today: date) -> Captured:
    """The line as something told about the people it names."""
    if said := head.take_day(today, "past", edges=True):
        told = replace(told, day=head.settle_day("day", said, today))
    return replace(told, note=_joined(told.line, head.left(), cut.note))


def _joined(line: str, left: tuple[tuple[int, int], ...], note: str) -> str:
    """The note, after the words that were not understood."""
    words = " ".join(line[start:end] for start, end in left)
    return f"{words}: {note}" if words and note else words or note


def _entry(line: str, cut: Split, today: date, answers: Mapping[str, str]) -> Captured:
    """The line as an entry of the journal; a day and a colon before it say when."""
    head = Head(cut.head, answers)
    if cut.note and (said := head.take_day(today, "past")) and not head.words:
        day = head.settle_day("day", said, today)
        return Captured(
            line,
            What.ENTRY,
            day,
            note=cut.note,
            questions=tuple(head.questions),
            problems=tuple(head.problems),
        )
    return Captured(line, What.ENTRY, today, note=line)


def _progress(
    line: str, projects: Mapping[str, str], today: date, answers: Mapping[str, str]
) -> Captured:
    """`!KIND [DAY:] TEXT [#project]`: days in the text itself are left in it, for they are the
    plan's own.
    """
    word, _blank, body = line.removeprefix(PROGRESS).lstrip().partition(" ")
    told = Captured(line, What.PROGRESS, today, note=body.strip())
    try:
        told = replace(told, progress=kind_of(word))
    except UsageError as unknown:
        return replace(told, problems=(str(unknown),))
    cut = split(body)
    head = Head(cut.head, answers)
    if cut.note and (said := head.take_day(today, "past")):
        if head.words:
            head = Head((), answers)
        else:
            told = replace(told, day=head.settle_day("day", said, today), note=cut.note)
    told = _in_project(told, head, projects)
    if not told.note:
        head.problems.append(_("Say what it is, after the kind."))
    return replace(told, questions=tuple(head.questions), problems=tuple(head.problems))


def _in_project(told: Captured, head: Head, projects: Mapping[str, str]) -> Captured:
    """The project that `#word` at the end of the text names, taken out of it."""
    text, _blank, last = told.note.rpartition(" ")
    if len(last) < 2 or not last.startswith("#"):
        return told
    head.words = split(last).head
    project = head.take_project(projects)
    return replace(
        told, note=text.rstrip(), project=project, project_name=projects.get(project or "", "")
    )
