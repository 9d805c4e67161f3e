"""The lines of one's own export that is to be taken in again.

Imported in the journal's thread: the plan brings the database layer with it.
"""

from collections.abc import Iterator

from staketerm.exchange.own import OwnPlan
from staketerm.locale import _, ngettext
from staketerm.tui.drawing.values import count
from staketerm.tui.intake.preview import Group, Preview, PreviewLine


def preview_of(plan: OwnPlan) -> Preview:
    """The preview of an export: a line for each of its tables."""
    same = sum(each.same for each in plan.counts.values())
    counts = [_("{n} new").format(n=count(plan.new)), _("{n} as they are").format(n=count(same))]
    if plan.differ:
        counts.append(
            ngettext("{n} differs, here stays", "{n} differ, here stays", plan.differ).format(
                n=count(plan.differ)
            )
        )
    return Preview(
        described=_("own export"),
        counts=tuple(counts),
        project="",
        columns=(),
        lines=tuple(_lines(plan)),
        happens=tuple(_happens(plan)),
        receipt=ngettext("{n} new row", "{n} new rows", plan.new).format(n=count(plan.new)),
        new=plan.new,
        unread=0,
        plan=plan,
    )


def _lines(plan: OwnPlan) -> Iterator[PreviewLine]:
    for table, each in plan.counts.items():
        if each.new:
            text = ngettext("{n} row", "{n} rows", each.new).format(n=count(each.new))
            yield PreviewLine(f"{table} new", Group.NEW, table, text)
        if each.differ:
            text = ngettext(
                "{n} row has other values here, which stay",
                "{n} rows have other values here, which stay",
                each.differ,
            ).format(n=count(each.differ))
            yield PreviewLine(f"{table} differs", Group.SAME, table, text)
        if each.same:
            text = ngettext("{n} row", "{n} rows", each.same).format(n=count(each.same))
            yield PreviewLine(f"{table} same", Group.SAME, table, text)


def _happens(plan: OwnPlan) -> Iterator[str]:
    if plan.new:
        yield _("All of it goes in as one batch; one undo takes it back.")
    else:
        yield _("Nothing here is new. The export itself is not touched.")
    for name in plan.edited:
        yield _("{file} was changed since it was exported").format(file=name)
