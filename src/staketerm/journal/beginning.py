"""The first question to a new journal: what it is for. Asked once."""

from enum import StrEnum

from sqlalchemy import func, select

from staketerm.journal.history import NOT_MINE
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Project, Stakeholder

FIRST_RUN = "first_run"
"""Name in `meta` of whether the first questions were put: "asked", else nothing."""

ASKED = "asked"


class Purpose(StrEnum):
    """What a journal is for: projects with scoring, somebody's own memory without it, or both."""

    PROJECT = "project"
    JOURNAL = "journal"
    BOTH = "both"


def is_new(journal: Journal) -> bool:
    """Whether a journal has just been made: nobody in it, nothing done in it, nothing asked yet."""
    with journal.read() as reader:
        if reader.meta(FIRST_RUN) is not None or not _nobody(reader):
            return False
        verbs = tables.batch.c.verb
        return not reader.select(select(func.count()).where(verbs.not_in(NOT_MINE)))[0][0]


def set_asked(journal: Journal) -> None:
    """Remember that the first questions were put, whatever the answer; no batch to undo."""
    with journal.write("begin") as writing:
        writing.work.set_meta(FIRST_RUN, ASKED)


def begin_with(journal: Journal, purpose: Purpose) -> Receipt:
    """Give a journal the projects that its purpose needs, and remember that it was asked.

    The project it was made with becomes a personal one, without scoring, where that is all it is
    for. Once somebody is in the journal that project stays as it is and a personal one is put
    beside it.
    """
    with journal.write("begin") as writing:
        project = default_project(writing.work)
        here = writing.work.rows(Project)
        personal = any(each.kind == "personal" for each in here)
        alone = purpose is Purpose.JOURNAL and _nobody(writing.work)
        if alone and not personal:
            writing.patch(Project, project.id, name=_("Personal"), kind="personal")
        elif purpose is not Purpose.PROJECT and not personal:
            writing.put(Project(id=writing.new_id(), name=_("Personal"), kind="personal"))
        writing.work.set_meta(FIRST_RUN, ASKED)
    return writing.receipt


def _nobody(reader: Reader) -> bool:
    return not reader.rows(Stakeholder, limit=1, deleted=True)
