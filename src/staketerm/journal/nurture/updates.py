"""What somebody says about extra updates, asked or not: useful, less or no (P16)."""

from datetime import date

from staketerm.domain.errors import UsageError
from staketerm.domain.ids import derived_id
from staketerm.domain.nurture.acts import Act
from staketerm.journal.ledger import refuse_future
from staketerm.journal.nurture.outcomes import usefulness_said
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.locale import _
from staketerm.store.records import Action, Project


def say_updates(
    journal: Journal,
    stakeholder: str,
    answer: str,
    *,
    project: str | None = None,
    on: date | None = None,
) -> Receipt:
    """Write down that they find extra updates useful, want less of them, or none.

    It counts like the answer to a usefulness check of that day: "less" halves them once more, "no"
    stops them, "useful" brings them back to their rhythm. Raises UsageError for any other answer,
    for a day still to come and in a project without positions.
    """
    day = on or journal.today
    with journal.write("updates") as writing:
        refuse_future(day, writing.today)
        where = project or default_project(writing.work).id
        known = writing.work.get(Project, where)
        if known is not None and known.kind == "personal":
            raise UsageError(_("There are no extra updates in a private journal."))
        writing.involve(stakeholder, where)
        kind, occasion = str(Act.USEFULNESS_CHECK), day.isoformat()
        writing.put(
            Action(
                id=derived_id(None, kind, stakeholder, where, occasion),
                stakeholder=stakeholder,
                project=where,
                kind=kind,
                occasion=occasion,
                state="done",
                on=day,
                outcome=usefulness_said(answer),
            )
        )
    return writing.receipt
