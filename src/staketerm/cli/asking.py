"""Who, which and when are meant: what is unclear is asked on a terminal and refused elsewhere."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli.output import tell
from staketerm.cli.settings import on_terminal
from staketerm.domain.errors import Ambiguous
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.domain.days import Toward
    from staketerm.domain.names import Person
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.opening import Journal


def person(journal: "Journal", who: str) -> "Person":
    """Whom `who` means: handle, unique prefix or fuzzy name.

    Raises NotFound, and Ambiguous where there is nobody to ask.
    """
    from staketerm.domain.names import find as matches
    from staketerm.journal.stakeholders.people import directory, find

    try:
        return find(journal, who)
    except Ambiguous as unsure:
        if not on_terminal():
            raise
        meant = [match.person for match in matches(who, directory(journal))]
        return meant[pick(str(unsure).partition("?")[0] + "?", unsure.candidates)]


def open_item(journal: "Journal", table: str, word: str) -> "OpenItem":
    """The open ask or agreement that `word` names: the end of its id, or whom it concerns.

    Raises NotFound, and Ambiguous where there is nobody to ask.
    """
    from staketerm.journal.ledger import named_item

    try:
        return named_item(journal, table, word)
    except Ambiguous as unsure:
        if not on_terminal():
            raise
        chosen = unsure.candidates[pick(_("Which one?"), unsure.candidates)]
        return open_item(journal, table, chosen.split()[0])


def act(journal: "Journal", word: str) -> "DueAct":
    """The act that the beginning of an id names.

    Raises NotFound, and Ambiguous where there is nobody to ask.
    """
    from staketerm.journal.nurture.decisions import find_act

    try:
        return find_act(journal, word)
    except Ambiguous as unsure:
        if not on_terminal():
            raise
        chosen = unsure.candidates[pick(str(unsure), unsure.candidates)]
        return find_act(journal, chosen.split()[0])


def project(journal: "Journal", name: str | None) -> str | None:
    """The id of the project of that name; None for none said."""
    from staketerm.journal.stakeholders.people import find_project

    return find_project(journal, name).id if name else None


def past_day(journal: "Journal", text: str | None) -> date:
    """The day that `text` says of something that happened; today for nothing said."""
    return day(journal, text, "past") if text else journal.today


def due_day(journal: "Journal", text: str | None) -> date | None:
    """The day that `text` says of something to come; None for nothing said."""
    return day(journal, text, "future") if text else None


def day(journal: "Journal", text: str, toward: "Toward") -> date:
    """The day that `text` says; one that can mean two is asked on a terminal.

    Raises UsageError for no day, and Ambiguous where there is nobody to ask.
    """
    from staketerm.domain.days import parse_day, question, readings

    days = readings(text, journal.today, toward=toward)
    if len(days) == 1 or not on_terminal():
        return parse_day(text, journal.today, toward=toward)
    shown = [each.isoformat() for each in days]
    return days[pick(question(text, days, journal.today), shown)]


def pick(question: str, choices: Sequence[str]) -> int:
    """Ask which of `choices` is meant; its place among them."""
    tell(question)
    for number, choice in enumerate(choices, 1):
        tell(f"  {number}  {choice}")
    answer: int = click.prompt(
        _("number"), type=click.IntRange(1, len(choices)), err=True, show_choices=False
    )
    return answer - 1


def position(label: str) -> Any:
    """The id of the position that `label` names in either language; raises UsageError."""
    from staketerm.domain.errors import UsageError
    from staketerm.domain.filters.choices import POSITIONS
    from staketerm.locale import language

    if found := POSITIONS.id_of(label):
        return found
    known = ", ".join(POSITIONS.shown(each, language()) for each in POSITIONS.words)
    raise UsageError(
        _("'{label}' is no position; there are {known}").format(label=label, known=known)
    )
