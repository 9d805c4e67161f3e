"""What the pages and places besides People ask the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

WINDOW = 200
"""Items in one window of what was told; the journal answers with fewer at the end alone."""

if TYPE_CHECKING:
    from staketerm.journal.nurture.decisions import Due
    from staketerm.journal.nurture.helped import Helped
    from staketerm.journal.nurture.prep import Prep
    from staketerm.journal.nurture.today import Today
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.evidence import Pair
    from staketerm.journal.stakeholders.page import Page
    from staketerm.journal.stakeholders.person_row import PersonRow
    from staketerm.journal.timeline import Place, Told
    from staketerm.tui.questions import Question


def page(stakeholder: str, project: str | None, as_of: date | None) -> "Question[Page]":
    """The page of one stakeholder."""

    def answer(journal: "Journal") -> "Page":
        from staketerm.journal.stakeholders.page import page as gathered

        return gathered(journal, stakeholder, project, as_of)

    return answer


def timeline(
    stakeholder: str, project: str, before: "Place | None", as_of: date | None
) -> "Question[tuple[Told, ...]]":
    """The next window of what was told of somebody."""

    def answer(journal: "Journal") -> "tuple[Told, ...]":
        from staketerm.journal.stakeholders.page import timeline as told

        return told(journal, stakeholder, project, before, as_of)

    return answer


def prep(stakeholder: str, project: str | None, as_of: date | None) -> "Question[Prep]":
    """What to know before talking to somebody."""

    def answer(journal: "Journal") -> "Prep":
        from staketerm.journal.nurture.prep import prep as gathered

        return gathered(journal, stakeholder, project, as_of)

    return answer


def what_helped(project: str | None) -> "Question[Helped]":
    """How people moved after acts, in a project or in all."""

    def answer(journal: "Journal") -> "Helped":
        from staketerm.journal.nurture.helped import what_helped as gathered

        return gathered(journal, project)

    return answer


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A window of the journal: its items, how many things were told in all, names of projects."""

    items: "tuple[Told, ...]"
    total: int
    projects: Mapping[str, str]
    ended: bool


def chronicle(
    project: str | None, before: "Place | None", as_of: date | None, many: int = WINDOW
) -> "Question[Chronicle]":
    """The next window of everything that was told."""

    def answer(journal: "Journal") -> Chronicle:
        from staketerm.journal.stakeholders.people import projects
        from staketerm.journal.timeline import count, told

        items = told(journal, project=project, before=before, as_of=as_of, limit=many)
        named = {found.id: found.name for found in projects(journal)}
        return Chronicle(items, count(journal, project), named, len(items) < many)

    return answer


def written(text: str, project: str | None, as_of: date | None) -> "Question[Chronicle]":
    """What was told that holds some words."""

    def answer(journal: "Journal") -> Chronicle:
        from staketerm.journal.stakeholders.finding import written as found
        from staketerm.journal.stakeholders.people import projects
        from staketerm.journal.timeline import count

        items = found(journal, text, project, as_of)
        named = {one.id: one.name for one in projects(journal)}
        return Chronicle(items, count(journal, project), named, ended=True)

    return answer


def today_people(
    due: "Due", project: str | None, as_of: date | None
) -> "Question[Mapping[Pair, PersonRow]]":
    """Where everybody stands whom the acts of Today concern."""

    def answer(journal: "Journal") -> "Mapping[Pair, PersonRow]":
        from staketerm.journal.nurture.today import people_of

        return people_of(journal, due, project, as_of)

    return answer


def today(
    project: str | None, as_of: date | None, *, personal: bool, remembers: bool = False
) -> "Question[Today]":
    """What Today shows; `remembers` keeps that it was looked at."""

    def answer(journal: "Journal") -> "Today":
        from staketerm.journal.last_look import last_looked, remember_look
        from staketerm.journal.nurture.today import today as gathered

        name = journal.store.replica
        looked = last_looked(name, journal.today)
        if remembers:
            remember_look(name, journal.today)
        return gathered(journal, project, as_of, personal=personal, looked=looked)

    return answer
