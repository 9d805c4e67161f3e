"""`progress`: what happened in a project, may happen, or is to be (P13 to P19, P87)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.completing import progress_words
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from datetime import date

    from staketerm.journal.opening import Journal
    from staketerm.journal.progress_list import Party, Progress
    from staketerm.journal.requests import AddProgress, Part


@command(
    "progress",
    _(
        "Write down what happened in a project: KIND TEXT. The kinds are success, risk, plan, "
        "decision, milestone, setback and stress. Without words it lists what is written; "
        "'done ID', 'dropped ID' (a plan or milestone), 'averted ID' and 'happened ID' (a risk) "
        "say what came of one, by the end of its id."
    ),
)
@click.argument(
    "words", metavar="[KIND TEXT | OUTCOME ID]", nargs=-1, shell_complete=progress_words
)
@click.option(
    "--who",
    metavar="NAME[:WHAT]",
    multiple=True,
    help=_(
        "Who did it, and what. With a risk: who can help, and how; with a milestone, a setback or "
        "stress: whom it touches."
    ),
)
@click.option("--affects", metavar="NAME[:HOW]", multiple=True, help=_("Whom it touches."))
@click.option("--helps", metavar="NAME[:HOW]", multiple=True, help=_("Who can help."))
@click.option(
    "--by",
    metavar="DAY",
    help=_("When a plan or milestone is to be; by when a risk can be avoided."),
)
@click.option("--avoid", metavar="TEXT", help=_("How to avoid a risk."))
@options.on_day
@options.project
@click.option("--private", is_flag=True, help=_("Keep it out of drafts and exchange."))
@click.option("--kind", metavar="KIND", help=_("List this kind alone."))
@click.option("--open", "open_only", is_flag=True, help=_("List what has no outcome yet."))
@options.as_json
@click.pass_obj
def progress_command(
    settings: Settings,
    /,
    words: tuple[str, ...],
    kind: str | None,
    open_only: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """A progress entry, the list of them, or the end of one."""
    from staketerm.domain.progress import outcome_of

    if not words:
        _refuse(said, "who", "affects", "helps", "by", "avoid", "on", "private")
        _list(settings, said["project"], kind, open_only, as_json)
        return
    if kind or open_only:
        raise UsageError(_("--kind and --open narrow the list: leave the words away."))
    if outcome := outcome_of(words[0]):
        _refuse(said, "who", "affects", "helps", "by", "avoid", "private", "project")
        _close(settings, outcome, words[1:], said["on"], as_json)
    else:
        _add(settings, words, said, as_json)


def _refuse(said: Mapping[str, Any], *options: str) -> None:
    """Raises UsageError for options that say something of a new entry, where none is written."""
    given = [f"--{option}" for option in options if said[option]]
    if given:
        raise UsageError(
            _("{options}: only with a new entry, KIND TEXT.").format(options=", ".join(given))
        )


def _add(
    settings: Settings, words: tuple[str, ...], said: Mapping[str, Any], as_json: bool
) -> None:
    from staketerm.cli.receipts import report
    from staketerm.cli.words import week_day
    from staketerm.domain.progress import OUTCOMES, kind_of
    from staketerm.domain.vocabulary import word
    from staketerm.journal.progress import add_progress
    from staketerm.journal.progress_list import find_progress

    kind, text = kind_of(words[0]), " ".join(words[1:])
    if not text.strip():
        raise UsageError(_("Say what it is: KIND TEXT. --kind {kind} lists.").format(kind=kind))
    if said["avoid"] and kind != "risk":
        raise UsageError(_("--avoid goes with a risk."))
    with settings.open(create=True) as journal:
        receipt = add_progress(journal, _request(journal, kind, text, said))
        entry = find_progress(journal, next(row for tab, row in receipt.rows if tab == "entry"))
        values = _values(entry, _projects(journal))
        today = journal.today
    day = week_day(entry.day, today)
    sentence = _("{kind} written down for {day}: {text}").format(
        kind=word(kind), day=day, text=entry.line
    )
    if entry.due:
        sentence += " " + _("(by {day})").format(day=week_day(entry.due, today))
    if people := _people(entry):
        sentence += "\n" + people
    if ends := OUTCOMES.get(kind):
        way = _("`staketerm progress {first} {id}` (or {second}) says what came of it.")
        sentence += "\n" + way.format(first=ends[0], second=ends[1], id=entry.tail)
    report("progress", receipt, sentence, as_json, entry=values)


def _request(journal: "Journal", kind: str, text: str, said: Mapping[str, Any]) -> "AddProgress":
    from staketerm.cli.asking import due_day, past_day
    from staketerm.cli.asking import project as project_id
    from staketerm.domain.progress import part_of
    from staketerm.journal.progress_list import PARTS
    from staketerm.journal.requests import AddProgress

    fields = {role: field for field, role in PARTS.items()}
    parts: dict[str, tuple[Part, ...]] = {}
    for role, named in (
        (part_of(kind), said["who"]),
        ("affected", said["affects"]),
        ("helper", said["helps"]),
    ):
        parts[fields[role]] = (*parts.get(fields[role], ()), *_parts(journal, named))
    avoid = said["avoid"]
    return AddProgress(
        kind=kind,  # type: ignore[arg-type]
        title=text if avoid else None,
        text=avoid or text,
        day=past_day(journal, said["on"]),
        due=due_day(journal, said["by"]),
        project=project_id(journal, said["project"]),
        private=said["private"],
        **parts,
    )


def _parts(journal: "Journal", named: Sequence[str]) -> "tuple[Part, ...]":
    """Those whom `NAME` or `NAME:WHAT` name, with what they did or can do."""
    from staketerm.cli.asking import person
    from staketerm.journal.requests import Part

    told = [each.partition(":") for each in named]
    return tuple(
        Part(stakeholder=person(journal, name.strip()).key, note=what.strip() or None)
        for name, _colon, what in told
    )


def _close(
    settings: Settings, outcome: str, words: tuple[str, ...], on: str | None, as_json: bool
) -> None:
    from staketerm.cli.asking import past_day
    from staketerm.cli.receipts import report
    from staketerm.cli.words import week_day
    from staketerm.domain.vocabulary import word
    from staketerm.journal.progress import close_progress
    from staketerm.journal.progress_list import find_progress

    if len(words) != 1:
        raise UsageError(
            _("Say which one: `staketerm progress {outcome} ID`.").format(outcome=outcome)
        )
    with settings.open() as journal:
        found = find_progress(journal, words[0])
        day = past_day(journal, on)
        receipt = close_progress(journal, found.id, outcome, day)
        values = _values(find_progress(journal, found.id), _projects(journal))
        shown = week_day(day, journal.today)
    sentence = _("{kind} {outcome}, {day}: {text}").format(
        kind=word(found.kind), outcome=word(outcome), day=shown, text=found.line
    )
    report("progress", receipt, sentence, as_json, entry=values)


def _list(
    settings: Settings, project: str | None, kind: str | None, open_only: bool, as_json: bool
) -> None:
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.output import show_json, show_table, tell
    from staketerm.domain.progress import kind_of
    from staketerm.domain.vocabulary import word
    from staketerm.journal.progress_list import progress

    kinds = (kind_of(kind),) if kind else ()
    with settings.read() as journal:
        where = project_id(journal, project) or journal.default_project().id
        names = _projects(journal)
        found = progress(journal, where, kinds=kinds, open_only=open_only)
    if as_json:
        entries = [_values(entry, names) for entry in found]
        show_json("progress", {"project": names[where], "entries": entries})
        return
    if not found:
        tell(_("Nothing is written down for {project}.").format(project=names[where]))
        return
    show_table(
        (_("id"), _("day"), _("kind"), _("what"), _("by or outcome"), _("who")),
        (
            (
                entry.tail,
                entry.day.isoformat(),
                word(entry.kind),
                entry.line,
                _end(entry.due, entry.outcome),
                _people(entry),
            )
            for entry in found
        ),
    )


def _end(due: "date | None", outcome: str | None) -> str:
    from staketerm.domain.vocabulary import word

    return word(outcome) if outcome else due.isoformat() if due else ""


def _people(entry: "Progress") -> str:
    """ "Marek Nowak (his crew), thanks open; can help: Daan Vermeulen (second crew)"."""
    from staketerm.domain.progress import part_words

    parts = [_names(entry.contributors)] if entry.contributors else []
    for role, parties in (("helper", entry.helpers), ("affected", entry.affected)):
        if parties:
            parts.append(f"{part_words(entry.kind, role)}: {_names(parties)}")
    if entry.to_thank:
        parts.append(_("thanks open"))
    return "; ".join(parts)


def _names(parties: "Sequence[Party]") -> str:
    return ", ".join(
        f"{party.name} ({party.note})" if party.note else party.name for party in parties
    )


def _projects(journal: "Journal") -> dict[str, str]:
    from staketerm.journal.stakeholders.people import projects

    return {project.id: project.name for project in projects(journal)}


def _values(entry: "Progress", projects: Mapping[str, str]) -> dict[str, Any]:
    """A progress entry as JSON."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "on": entry.day,
        "project": projects.get(entry.project or ""),
        "title": entry.title,
        "text": entry.text,
        "due": entry.due,
        "closed_on": entry.closed_on,
        "outcome": entry.outcome,
        "private": entry.private,
        "contributors": [{**_party(one), "thanked": one.thanked} for one in entry.contributors],
        "affected": [_party(one) for one in entry.affected],
        "helpers": [_party(one) for one in entry.helpers],
    }


def _party(party: "Party") -> dict[str, Any]:
    return {"id": party.id, "stakeholder": party.name, "note": party.note}
