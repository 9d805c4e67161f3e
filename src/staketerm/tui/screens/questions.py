"""What the pages and places besides People ask the journal."""

from datetime import date
from typing import TYPE_CHECKING

WINDOW = 200
"""Items in one window of what was told; the journal answers with fewer at the end alone."""

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.page import Page
    from staketerm.journal.timeline import Place, Told
    from staketerm.tui.questions import Question


def page(stakeholder: str, project: str | None, as_of: date | None) -> "Question[Page]":
    """The page of one stakeholder."""

    def answer(journal: "Journal") -> "Page":
        from staketerm.journal.page import page as gathered

        return gathered(journal, stakeholder, project, as_of)

    return answer


def timeline(
    stakeholder: str, project: str, before: "Place | None", as_of: date | None
) -> "Question[tuple[Told, ...]]":
    """The next window of what was told of somebody."""

    def answer(journal: "Journal") -> "tuple[Told, ...]":
        from staketerm.journal.page import timeline as told

        return told(journal, stakeholder, project, before, as_of)

    return answer
