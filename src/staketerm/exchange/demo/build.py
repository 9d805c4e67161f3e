"""The demo: a journal full of made-up people, as it would look to somebody two years on.

The rows are those that the journal's own functions would have written. They go in as an import
does, in one batch, and their ids follow from the story, so that the same day gives the same rows.
"""

from datetime import date

from staketerm.exchange.demo.rows import Rows
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.store.records import Project

VERB = "demo"
"""What the batch is called in the history."""


def build(journal: Journal, today: date) -> Receipt:
    """Fill an empty journal with the demo, told as on `today`; what was written, as one batch.

    The project that the journal began with becomes the demo's, and stays the default one.
    """
    with journal.write(VERB) as writing:
        project = default_project(writing.work)
        rows = Rows(project.id, today)
        writing.patch(Project, project.id, name=rows.project_name, starts=rows.starts)
        writing.put_many(rows.all())
    return writing.receipt
