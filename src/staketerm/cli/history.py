"""`undo` and `history`: what was written, and the way back from it."""

from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.output import show_json, show_table, tell
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import NotFound
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.journal.history import HistoryLine
    from staketerm.journal.opening import Journal

TAIL = 6
"""How many letters of its id name a change: the last ones."""

SEARCHED = 10_000
"""How far back a change is looked for by the end of its id."""


@command(
    "undo", _("Take back the last change, or the one whose id is given; again brings it back.")
)
@click.argument("change", required=False)
@options.as_json
@click.pass_obj
def undo_command(settings: Settings, change: str | None, as_json: bool) -> None:
    """A change taken back, as a change of its own."""
    from staketerm.cli.receipts import report
    from staketerm.domain.vocabulary import verb_words
    from staketerm.journal.history import history, taken_back, undo, verb_of

    with settings.open() as journal:
        receipt = undo(journal, change_named(journal, change) if change else None)
        newest = history(journal, limit=1)[0]
        verb = verb_of(journal, newest.undoes or newest.batch)
        what, again = taken_back(journal, newest.undoes or newest.batch)
    if verb == "import":  # of rows that came from a file the log names only some
        names = ngettext("{n} row", "{n} rows", newest.changes).format(n=newest.changes)
    else:
        names = ", ".join(name for _id, name in (*newest.about, *newest.kinds))
    what = f"{verb_words(what)} ({names})" if names else verb_words(what)
    said = _("done again: {what}") if again else _("taken back: {what}")
    sentence = said.format(what=what)
    way_back = _("`staketerm undo {id}` brings it back.").format(id=newest.batch[-TAIL:])
    report("undo", receipt, sentence, as_json, way_back=way_back, undid=newest.undoes, verb=verb)


@command("history", _("What was changed and when, newest first: everything, or about somebody."))
@click.argument("who", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@options.as_json
@click.pass_obj
def history_command(settings: Settings, who: str | None, limit: int, as_json: bool) -> None:
    """The batches of the change log."""
    from staketerm.cli.asking import person
    from staketerm.journal.history import history
    from staketerm.store.opening import ME

    with settings.read() as journal:
        whom = person(journal, who).key if who else None
        lines, me = history(journal, whom, limit), {journal.store.author, ME}
    if as_json:
        show_json("history", {"changes": [_values(line) for line in lines]})
        return
    show_table(
        (_("id"), _("when"), _("what"), _("rows"), _("about")),
        (
            (
                line.batch[-TAIL:],
                line.at.astimezone().strftime("%Y-%m-%d %H:%M"),
                _what(line, me),
                str(line.changes),
                ", ".join(name for _id, name in (*line.about, *line.kinds)),
            )
            for line in lines
        ),
    )
    if not lines:
        tell(_("Nothing has been written yet."))


def _what(line: "HistoryLine", me: set[str]) -> str:
    """What was done, by whom if somebody else did it, and whether it was taken back."""
    from staketerm.domain.vocabulary import verb_words

    whose = _("by {name}").format(name=line.author) if line.author not in me else ""
    back = _("(taken back)") if line.undone else ""
    return " ".join(part for part in (verb_words(line.verb), whose, back) if part)


def _values(line: "HistoryLine") -> dict[str, object]:
    return {
        "batch": line.batch,
        "at": line.at.isoformat(),
        "author": line.author,
        "verb": line.verb,
        "rows": line.changes,
        "about": [{"id": key, "stakeholder": name} for key, name in line.about],
        "kinds": [id for id, _label in line.kinds],
        "undoes": line.undoes,
        "undone": line.undone,
    }


def change_named(journal: "Journal", tail: str) -> str:
    """The id of the change whose id ends so; raises NotFound."""
    from staketerm.journal.history import history

    for line in history(journal, limit=SEARCHED):
        if line.batch.endswith(tail.lower()):
            return line.batch
    raise NotFound(_("There is no change {id}; `staketerm history` lists them.").format(id=tail))
