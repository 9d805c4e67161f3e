"""The lines of a register or an address book that is to be taken in.

Imported in the journal's thread: the plan brings the database layer with it.
"""

from collections import defaultdict
from collections.abc import Iterator

from staketerm.exchange.plan import Problem, quoted
from staketerm.exchange.tables.compare import Fate, Likely, Planned
from staketerm.exchange.tables.fields import Field
from staketerm.exchange.tables.plan import TablePlan, said_kept
from staketerm.exchange.tables.words import column_word, field_word
from staketerm.locale import _, ngettext
from staketerm.tui.drawing.values import count
from staketerm.tui.intake.preview import ColumnLine, Group, Preview, PreviewLine

GROUP_OF = {Fate.NEW: Group.NEW, Fate.CHANGED: Group.CHANGED, Fate.SAME: Group.SAME}


def preview_of(plan: TablePlan) -> Preview:
    """The preview of a table."""
    return Preview(
        described=plan.described,
        counts=tuple(_counts(plan)),
        project=plan.project.name,
        columns=tuple(_columns(plan)),
        lines=tuple(_lines(plan)),
        happens=tuple(_happens(plan)),
        receipt=said_new_and_changed(plan.counts[Fate.NEW], plan.counts[Fate.CHANGED]),
        new=plan.new,
        unread=len(plan.unread),
        plan=plan,
    )


def _counts(plan: TablePlan) -> Iterator[str]:
    asks = len(plan.asks)
    every = len(plan.rows) + len(plan.unread)
    yield ngettext("{n} row:", "{n} rows:", every).format(n=count(every))
    told = (
        (plan.counts[Fate.NEW] - asks, _("{n} new")),
        (plan.counts[Fate.CHANGED], _("{n} changed")),
        (asks, ngettext("{n} asks", "{n} ask", asks)),
        (plan.counts[Fate.SAME], _("{n} as they are")),
    )
    for n, said in told:
        if n:
            yield said.format(n=count(n))


def said_new_and_changed(new: int, changed: int) -> str:
    """How many are new and changed, without what is none."""
    told = ((new, _("{n} new")), (changed, _("{n} changed")))
    return ", ".join(said.format(n=count(n)) for n, said in told if n)


def _columns(plan: TablePlan) -> Iterator[ColumnLine]:
    """The columns that are taken in, then those left out."""
    named = [column for column in plan.heading.columns if column.header]
    for column in sorted(named, key=lambda column: column.field is Field.LEFT_OUT):
        left_out = column.field is Field.LEFT_OUT
        yield ColumnLine(column.header, column_word(column.field), left_out)


def _lines(plan: TablePlan) -> Iterator[PreviewLine]:
    problems = defaultdict(list)
    for problem in plan.problems:
        problems[problem.row or 0].append(problem)
    written = plan.sheet.header.cells
    headers = {column.header: written[column.index] for column in plan.heading.columns}
    for row, several in problems.items():
        for n, problem in enumerate(several):
            yield _problem(row, n, problem, headers.get(problem.column or ""))
    for planned in plan.rows:
        yield from _row(plan, planned)


def _problem(row: int, n: int, problem: Problem, header: str | None) -> PreviewLine:
    """A cell that cannot be read; `header` is its column's, as it stands in the file."""
    what = problem.column or ""
    if problem.value:
        what = f'{what} "{quoted(problem.value)}"'.strip()
    return PreviewLine(
        key=f"{row} cannot {n}",
        group=Group.CANNOT,
        name=what,
        text=problem.text,
        row=row,
        head=n == 0,
        column=header,
        value=problem.value or "",
    )


def _row(plan: TablePlan, planned: Planned) -> Iterator[PreviewLine]:
    party, likely = planned.party, planned.likely
    asks = likely is not None and plan.options.answer(party.row) is None
    group = Group.ASKS if asks else GROUP_OF[planned.fate]
    text = _perhaps(likely) if asks and likely else _said(planned)
    yield PreviewLine(
        key=str(party.row),
        group=group,
        name=party.name,
        text=text,
        row=party.row,
        asked=likely is not None,
        stakeholder=planned.stakeholder,
    )
    for n, kept in enumerate(planned.kept):
        key = f"{party.row} kept {n}"
        yield PreviewLine(key, group, "", said_kept(kept), row=party.row, head=False)


def _perhaps(likely: Likely) -> str:
    if likely.organisation:
        return _("{name} ({organisation})?").format(
            name=likely.name, organisation=likely.organisation
        )
    return _("{name}?").format(name=likely.name)


def _said(planned: Planned) -> str:
    """Who a new one is, or what a row adds to somebody."""
    party = planned.party
    if planned.fate is Fate.CHANGED:
        added = ", ".join(field_word(name) for name in planned.adds)
        return _("adds: {fields}").format(fields=added)
    if planned.fate is Fate.SAME:
        return ""
    kinds = {"organisation": _("organisation"), "group": _("group"), "role": _("role")}
    return party.organisation or party.job or kinds.get(party.kind, "") or ", ".join(party.emails)


def _happens(plan: TablePlan) -> Iterator[str]:
    if not plan.new:
        yield _("Nothing here is new. The file itself is not touched.")
        return
    yield ngettext(
        "{n} row goes in as one batch; one undo takes it back. The file is not touched.",
        "{n} rows go in as one batch; one undo takes all back. The file is not touched.",
        plan.new,
    ).format(n=count(plan.new))
    asks = len(plan.asks)
    if asks:
        yield ngettext(
            "{n} row is perhaps somebody who is here; without an answer it is somebody new.",
            "{n} rows are perhaps people who are here; without an answer they are new.",
            asks,
        ).format(n=count(asks))
