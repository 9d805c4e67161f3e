"""`twins`: meetings, asks and agreements that a colleague logged too, so that they count once."""

from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, tell
from staketerm.cli.settings import Settings, command
from staketerm.domain.errors import NotFound
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from staketerm.journal.twins import LoggedTwice, TwinSide


@command(
    "twins",
    _("What a colleague logged too: say whether the two are one, which then counts once."),
)
@click.argument("number", type=int, required=False)
@click.option("--one", "choice", flag_value="one", help=_("NUMBER is one: count it once."))
@click.option("--two", "choice", flag_value="two", help=_("They are two: count both."))
@options.as_json
@click.pass_obj
def twins_command(
    settings: Settings, number: int | None, choice: str | None, as_json: bool
) -> None:
    """List them, or decide one."""
    from staketerm.cli.receipts import report
    from staketerm.journal.twins import are_one, are_two, likely_twins

    if (number is None) != (choice is None):
        raise click.UsageError(_("Deciding takes a number and --one or --two."))
    if number is not None:
        with settings.open() as journal:
            twin = _named(likely_twins(journal), number)
            decide = are_one if choice == "one" else are_two
            receipt = decide(journal, twin)
        said = _("counted once") if choice == "one" else _("both count")
        report("twins", receipt, said, as_json)
        return
    with settings.read() as journal:
        found, today = likely_twins(journal), journal.today
    if as_json:
        show_json("twins", {"twins": [_values(n, twin) for n, twin in enumerate(found, 1)]})
        return
    for n, twin in enumerate(found, 1):
        _show(n, twin, today)
    if found:
        tell(_("`staketerm twins N --one` counts them once, `--two` lets both count."))
    else:
        show(_("Nothing looks logged twice."))


def _named(found: "tuple[LoggedTwice, ...]", number: int) -> "LoggedTwice":
    if not 0 < number <= len(found):
        raise NotFound(_("There is no pair {n}; `staketerm twins` lists them.").format(n=number))
    return found[number - 1]


def _show(number: int, twin: "LoggedTwice", today: "date") -> None:
    from staketerm.domain.phrases import short_day

    show(f"{number}  {short_day(twin.day, today)}  {twin.title}".rstrip(), bold=True)
    for side in (twin.one, twin.other):
        show(f"   {_side(twin, side, today)}")
    for pair in twin.pairs:
        kinds = pair.kind if pair.kind == pair.other_kind else f"{pair.kind} / {pair.other_kind}"
        show(f"   = {pair.name}: {kinds}")
    if twin.contested:
        show("   " + _("a colleague holds them for one"))


def _side(twin: "LoggedTwice", side: "TwinSide", today: "date") -> str:
    from staketerm.domain.phrases import short_day
    from staketerm.domain.vocabulary import word

    start = f"{side.author}, {short_day(side.day, today)}: "
    if twin.what != "meeting":
        return start + ", ".join(filter(None, (side.words, word(side.outcome or "open"))))
    people = ngettext("{n} person", "{n} people", side.people).format(n=side.people)
    deeds = ngettext("{n} deed", "{n} deeds", side.deeds).format(n=side.deeds)
    return f"{start}{people}, {deeds}"


def _values(number: int, twin: "LoggedTwice") -> dict[str, Any]:
    return {
        "number": number,
        "key": twin.key,
        "what": twin.what,
        "on": twin.day,
        "title": twin.title,
        "contested": twin.contested,
        "sides": [
            {
                "entry": side.entry,
                "by": side.author,
                "own": side.own,
                "on": side.day,
                "people": side.people,
                "deeds": side.deeds,
                "text": side.words or None,
                "outcome": side.outcome,
            }
            for side in (twin.one, twin.other)
        ],
        "pairs": [
            {
                "table": pair.table,
                "stakeholder": pair.name,
                "id": pair.stakeholder,
                "stays": pair.stays,
                "doubles": pair.doubles,
                "kind": pair.kind,
                "other_kind": pair.other_kind,
            }
            for pair in twin.pairs
        ],
    }
