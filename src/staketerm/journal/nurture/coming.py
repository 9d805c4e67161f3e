"""What is coming in a project: acts, asks, agreements, plans and milestones, by week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.journal.nurture.decisions import DueAct, due
from staketerm.journal.opening import Journal
from staketerm.journal.progress_list import Progress, progress

WEEKS = 4
"""Weeks that are looked ahead, this one included."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Something to come: an act with its window, or an entry with its day.

    `first` is the day from which it can be done, today at the earliest; `latest` the last one,
    which may be past.
    """

    first: date
    latest: date
    act: DueAct | None = None
    entry: Progress | None = None

    @property
    def monday(self) -> date:
        """The first day of the week in which it can first be done."""
        return self.first - timedelta(days=self.first.weekday())

    @property
    def id(self) -> str:
        """The act or the entry that it is."""
        if self.act is not None:
            return self.act.planned.id
        return self.entry.id if self.entry is not None else ""


def coming(
    journal: Journal, project: str, as_of: date | None = None, weeks: int = WEEKS
) -> tuple[Coming, ...]:
    """What can first be done in the weeks ahead, this week first; what waits already comes today.
    What is snoozed comes on its day; what a brake holds back is left out.
    """
    day = as_of or journal.today
    end = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    found = [*_acts(journal, project, day, end), *_entries(journal, project, day, end)]
    return tuple(sorted(found, key=lambda one: (one.first, one.latest, one.id)))


def _acts(journal: Journal, project: str, day: date, end: date) -> Iterator[Coming]:
    answer = due(journal, day, project, horizon=(end - day).days)
    for act in (*answer.acts, *answer.coming, *answer.snoozed):
        first = max(act.proposal.ideal, day)
        if first < end:
            yield Coming(first, act.proposal.latest, act=act)


def _entries(journal: Journal, project: str, day: date, end: date) -> Iterator[Coming]:
    for entry in progress(journal, project, open_only=True, as_of=day):
        if entry.due is not None and entry.due < end:
            yield Coming(max(entry.due, day), entry.due, entry=entry)
