"""`log` and `note`: what happened (screens 6)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options, strength
from staketerm.cli.completing import who_then_kind
from staketerm.cli.settings import Settings, command, on_terminal
from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from datetime import date

    from staketerm.domain.capture.captured import Captured
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt

NOTHING = "none"
"""What `--closes` says of a signal that ends nothing."""


@command(
    "log",
    _(
        "Log what somebody did: WHO KIND, or a line as you would say it, "
        "such as 'ada kept agreement yesterday: budget review'."
    ),
)
@click.argument(
    "words", metavar="WHO KIND | LINE", nargs=-1, required=True, shell_complete=who_then_kind
)
@options.on_day
@click.option("--note", metavar="TEXT", help=_("What to remember of it."))
@options.project
@strength.weak
@strength.strong
@click.option(
    "--closes",
    metavar="ID",
    help=_("The ask or agreement that this ends; 'none' for a signal by itself."),
)
@click.option("--due", metavar="DAY", help=_("For what is asked or agreed: by which day."))
@options.as_json
@click.pass_obj
def log_command(
    settings: Settings,
    /,
    words: tuple[str, ...],
    as_json: bool,
    closes: str | None,
    weak: bool,
    strong: bool,
    **said: Any,
) -> None:
    """One act: what it ended, and the position before and after."""
    from staketerm.cli.receipts import report
    from staketerm.journal.ledger import open_items

    said["intensity"] = strength.intensity(weak, strong)
    with settings.open(create=True) as journal:
        told = _with_options(journal, _told(journal, words), **said)
        open_before = open_items(journal, told.people[0].key) if len(told.people) == 1 else ()
        receipt = _write(journal, told, open_before, closes)
        written = {row for _table, row in receipt.rows}
        ended = next((item for item in open_before if item.id in written), None)
        sentence = _sentence(told, journal.today)
    if ended:
        sentence += "\n" + _("This ends {item}.").format(item=ended.title.rstrip("."))
    report("log", receipt, sentence, as_json, **_values(told, ended))


@command("note", _("Write down something about somebody; all but a report is private."))
@options.who
@click.argument("text")
@click.option(
    "--kind",
    type=click.Choice(["note", "report", "call", "memory", "lesson"]),
    default="note",
    show_default=True,
    help=_("What it is; a formal report is no extra update, and unasked comments link to it."),
)
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def note_command(
    settings: Settings,
    who: str,
    text: str,
    kind: str,
    on: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    """A note about one stakeholder."""
    from staketerm.cli.asking import past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.cli.words import week_day
    from staketerm.journal.capture import write_note
    from staketerm.journal.requests import WriteNote

    with settings.open() as journal:
        whom = person(journal, who)
        request = WriteNote(
            text=text,
            day=past_day(journal, on),
            about=(whom.key,),
            kind=kind,  # type: ignore[arg-type]
            project=project_id(journal, project),
            private=kind != "report",
        )
        receipt = write_note(journal, request)
        day = week_day(request.day, journal.today)
    sentence = _("noted for {day}: {name}").format(day=day, name=whom.name)
    report("note", receipt, sentence, as_json, on=request.day, **person_values(whom))


def _told(journal: "Journal", words: tuple[str, ...]) -> "Captured":
    """What the words say: WHO and KIND where there are two and the second is an id, else a line."""
    from staketerm.cli.asking import person
    from staketerm.domain.capture.captured import Captured, What
    from staketerm.journal.capture import known_kind
    from staketerm.journal.positions.model import model_on

    with journal.read() as reader:
        named = len(words) == 2 and (
            "_" in words[1] or words[1] in model_on(reader, journal.today).catalogue
        )
        kind = known_kind(reader, words[1], journal.today) if named else None
    if kind is not None:
        whom = (person(journal, words[0]),)
        return Captured(" ".join(words), What.SIGNAL, journal.today, people=whom, kind=kind)
    told = _line(journal, " ".join(words))
    if len(words) == 2 and told.people and told.kind is None and told.note == words[1]:
        _refuse_kind(journal, words[1])
    return told


def _refuse_kind(journal: "Journal", word: str) -> None:
    """Raise UsageError for a word that stands where a kind does and is none: a slip of the
    keyboard is no note. Several words after a name are one."""
    from staketerm.journal.capture import known_kind

    if len(word.split()) > 1:
        return
    try:
        with journal.read() as reader:
            known_kind(reader, word, journal.today)
    except UsageError as error:
        raise UsageError(f"{error} {_('`staketerm note` writes a note.')}") from None


def _line(journal: "Journal", line: str) -> "Captured":
    """A line, its questions answered on the terminal.

    Raises Ambiguous for a question that nobody can be asked, UsageError for what cannot be, and
    NotFound for a name that is not here.
    """
    from staketerm.cli.asking import pick
    from staketerm.journal.lines import read_line

    answers: dict[str, str] = {}
    told = read_line(journal, line, answers)
    while told.questions and not told.problems:
        question = told.questions[0]
        labels = tuple(choice.label for choice in question.choices)
        if not on_terminal():
            raise Ambiguous(question.text, labels)
        answers[question.key] = question.choices[pick(question.text, labels)].id
        told = read_line(journal, line, answers)
    if told.problems:
        raise UsageError(told.problems[0])
    if told.unknown:
        name = told.unknown[0]
        raise NotFound(_("{name} isn't here. `staketerm add` adds somebody.").format(name=name))
    return told


def _with_options(
    journal: "Journal",
    told: "Captured",
    on: str | None,
    note: str | None,
    project: str | None,
    intensity: float | None,
    due: str | None,
) -> "Captured":
    """What was told, with what the options say in place of it; a note is added."""
    from staketerm.cli.asking import day, due_day
    from staketerm.cli.asking import project as project_id

    return replace(
        told,
        day=day(journal, on, "past") if on else told.day,
        note=": ".join(part for part in (told.note, note) if part),
        project=project_id(journal, project) or told.project,
        intensity=intensity or told.intensity,
        due=due_day(journal, due) or told.due,
    )


def _write(
    journal: "Journal",
    told: "Captured",
    open_before: tuple["OpenItem", ...],
    closes: str | None,
) -> "Receipt":
    """Write it down; which of several open items it ends is asked on a terminal."""
    from staketerm.cli.asking import pick
    from staketerm.journal.lines import write_down

    if closes == NOTHING:
        return write_down(journal, told, closes=None)
    if closes is not None:
        named = [item for item in open_before if item.id.endswith(closes.lower())]
        if len(named) != 1:
            raise NotFound(_("Nothing is open under the id {id}.").format(id=closes))
        return write_down(journal, told, closes=named[0].id)
    try:
        return write_down(journal, told)
    except Ambiguous as unsure:
        if not on_terminal():
            raise
        chosen = unsure.candidates[pick(str(unsure).partition("\n")[0], unsure.candidates)]
        return _write(journal, told, open_before, chosen.split()[0])


def _sentence(told: "Captured", today: "date") -> str:
    """ "logged for Mon 23 Nov: Ada Lens · kept an agreement +3", with due day and note."""
    from staketerm.cli.words import week_day
    from staketerm.domain.phrases import points
    from staketerm.domain.vocabulary import word

    parts = [", ".join(person.name for person in told.people)] if told.people else []
    if told.progress:
        parts.append(word(told.progress))
    elif told.kind is None:
        parts.append(_("a note") if told.people else _("an entry in the journal"))
    else:
        value = told.kind.points * told.intensity
        parts.append(f"{told.kind.label} {points(value)}" if value else told.kind.label)
    if told.due:
        parts.append(_("due {day}").format(day=week_day(told.due, today)))
    if told.note:
        parts.append(told.note)
    logged = _("logged for {day}").format(day=week_day(told.day, today))
    return f"{logged}: {' · '.join(parts)}"


def _values(told: "Captured", ended: "OpenItem | None") -> dict[str, Any]:
    """A log as JSON; the first person stands at the top as in other answers."""
    from staketerm.cli.receipts import person_values

    first = told.people[0] if told.people else None
    return {
        **(person_values(first) if first else {"id": None, "handle": None, "stakeholder": None}),
        "also": [person_values(person) for person in told.people[1:]],
        "what": told.what,
        "kind": told.kind.id if told.kind else told.progress or None,
        "on": told.day,
        "due": told.due,
        "intensity": told.intensity,
        "note": told.note or None,
        "closed": {"id": ended.tail, "table": ended.table, "text": ended.title} if ended else None,
    }
