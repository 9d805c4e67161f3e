"""The line under the input of capture: what was understood, and is saved by Enter."""

from collections.abc import Callable
from datetime import date

from staketerm.domain.capture.captured import Captured, Question, What
from staketerm.domain.day_words import say_day
from staketerm.domain.names import Person
from staketerm.domain.text import plain_line
from staketerm.domain.vocabulary import word
from staketerm.locale import _, language


def echo(
    captured: Captured, today: date, *, show: Callable[[Person], str] = lambda person: person.name
) -> str:
    """What is saved, in one line, in the language spoken now.

    `show` gives a person as the screen shows them, such as with the sign of their position. What
    must be answered or mended comes instead of what it concerns: it stands first.
    """
    first = [*captured.problems, *(_asked(question) for question in captured.questions)]
    first += [_("{name} isn't here").format(name=name) for name in captured.unknown]
    return plain_line(" · ".join([*first, *_said(captured, today, show)]))


def _asked(question: Question) -> str:
    """A question with its numbered choices; one about a day names them already."""
    if question.key in ("day", "due"):
        return question.text
    numbered = (f"{n} {choice.label}" for n, choice in enumerate(question.choices, 1))
    return f"{question.text} {', '.join(numbered)}"


def _said(captured: Captured, today: date, show: Callable[[Person], str]) -> list[str]:
    """The parts of what was understood, the person first."""
    asked = {question.key for question in captured.questions}
    parts = [", ".join(show(person) for person in captured.people)] if captured.people else []
    if "kind" not in asked and (captured.progress or captured.what is not What.PROGRESS):
        parts.append(_what(captured))
    if "day" not in asked:
        parts.append(say_day(captured.day, today, language()))
    if captured.due and "due" not in asked:
        due = say_day(captured.due, today, language())
        parts.append(_("due {day}").format(day=due))
    if captured.project_name:
        parts.append(f"#{captured.project_name}")
    if captured.note:
        parts.append(_note(captured))
    return parts


def _what(captured: Captured) -> str:
    """The act with its points, or what else the line becomes."""
    if captured.progress:
        return word(captured.progress)
    if captured.kind is None:
        return _("a note") if captured.what is What.NOTE else _("an entry in the journal")
    if captured.what is What.AGREEMENT:
        return _("agreement by me") if captured.by == "me" else _("agreement by them")
    said = captured.kind.label
    if points := captured.kind.points * captured.intensity:
        shown = f"{points:+g}"
        said += f" {shown.replace('.', ',') if language() == 'nl' else shown}"
    if captured.intensity != 1.0:
        said += f" ({_('weak') if captured.intensity < 1.0 else _('strong')})"
    return said


def _note(captured: Captured) -> str:
    if captured.what is What.SIGNAL:
        return _("note: {text}").format(text=captured.note)
    return captured.note
