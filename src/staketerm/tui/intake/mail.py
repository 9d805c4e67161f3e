"""The lines of mail that is to be taken in: who it is about and what it tells.

Imported in the journal's thread: the plan brings the database layer with it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from staketerm.exchange.mail.plan import MailPlan
from staketerm.locale import _, ngettext
from staketerm.tui.drawing.values import count
from staketerm.tui.intake.preview import Group, Preview, PreviewLine


def preview_of(plan: MailPlan, names: Mapping[str, str], project: str) -> Preview:
    """The preview of mail; `names` are those of everybody in the journal, by id."""
    found = plan.counts
    described = _("mail: {mine} of {read} yours, {lists} through lists").format(
        mine=count(found.mine), read=count(found.read), lists=count(found.lists)
    )
    return Preview(
        described=described,
        counts=tuple(_counts(plan)),
        project=project,
        columns=(),
        lines=tuple(_lines(plan, names)),
        happens=tuple(_happens(plan)),
        receipt=_receipt(plan),
        new=_new(plan),
        unread=0,  # a file that cannot be opened is named and left out; its rows are not here
        plan=plan,
    )


def _new(plan: MailPlan) -> int:
    return plan.new + len(plan.people)


def _receipt(plan: MailPlan) -> str:
    asks = sum(row.table == "ask" for row in (*plan.rows, *plan.again))
    answered = len(plan.answers)
    acts = plan.new - asks - answered
    told = (
        (asks, ngettext("{n} ask", "{n} asks", asks)),
        (
            answered,
            ngettext("{n} answer to an earlier ask", "{n} answers to earlier asks", answered),
        ),
        (acts, ngettext("{n} act", "{n} acts", acts)),
        (len(plan.people), _("{n} new people")),
    )
    return ", ".join(said.format(n=count(n)) for n, said in told if n)


def _counts(plan: MailPlan) -> Iterator[str]:
    totals = plan.totals
    yield ngettext("{n} ask", "{n} asks", totals.asks).format(n=count(totals.asks))
    yield _("{n} answered").format(n=count(totals.answered))
    yield _("{n} wrote first").format(n=count(totals.unprompted + totals.unasked))
    if totals.absences:
        yield ngettext("{n} absence", "{n} absences", totals.absences).format(
            n=count(totals.absences)
        )
    if plan.already:
        yield _("{n} already here").format(n=count(plan.already))


def _lines(plan: MailPlan, names: Mapping[str, str]) -> Iterator[PreviewLine]:
    for n, problem in enumerate(plan.problems):
        yield PreviewLine(f"cannot {n}", Group.CANNOT, problem.file, problem.text)
    rows = (*plan.rows, *plan.again)
    told = {who: _told(several) for who, several in _by_stakeholder(rows).items()}
    made = {person.id: person for person in plan.people}
    for who, said in told.items():
        if who not in made:
            yield PreviewLine(who, Group.CHANGED, names.get(who, "?"), said, stakeholder=who)
    addresses = _addresses(plan.rows)
    for who, person in made.items():
        text = "  ".join(part for part in (addresses.get(who, ""), told.get(who, "")) if part)
        yield PreviewLine(who, Group.NEW, person.name, text, stakeholder=who)
    for proposal in plan.proposals:
        text = ngettext("{n} mail", "{n} mails", proposal.letters).format(n=count(proposal.letters))
        if proposal.same_as:
            text = _("{mails}; called like {name} here").format(mails=text, name=proposal.same_as)
        address = proposal.addresses[0]
        yield PreviewLine(f"outside {address}", Group.OUTSIDE, proposal.name, f"{address}  {text}")


def _by_stakeholder(rows: Iterable[Any]) -> dict[str, Counter[str]]:
    """How many rows of which table are about whom, those with most first."""
    found: dict[str, Counter[str]] = {}
    for row in rows:
        who = getattr(row, "stakeholder", None)
        if who is not None:
            found.setdefault(who, Counter())[row.table] += 1
    return dict(sorted(found.items(), key=lambda item: -item[1].total()))


def _told(tables: Counter[str]) -> str:
    said = (
        (tables["ask"], ngettext("{n} ask", "{n} asks", tables["ask"])),
        (tables["signal"], ngettext("{n} act", "{n} acts", tables["signal"])),
        (tables["absence"], ngettext("{n} absence", "{n} absences", tables["absence"])),
        (tables["contact"], ngettext("{n} address", "{n} addresses", tables["contact"])),
    )
    return ", ".join(text.format(n=count(n)) for n, text in said if n)


def _addresses(rows: Iterable[Any]) -> dict[str, str]:
    """The first address of everybody who gets one."""
    found: dict[str, str] = {}
    for row in rows:
        if row.table == "contact":
            found.setdefault(row.stakeholder, row.value)
    return found


def _happens(plan: MailPlan) -> Iterator[str]:
    if not _new(plan):
        yield _("Nothing here is new. The mail itself is not touched.")
    else:
        yield _("All of it goes in as one batch; one undo takes it back. Bodies are not read.")
    if plan.answers:
        n = len(plan.answers)
        yield ngettext(
            "{n} ask that stood open is answered by it.",
            "{n} asks that stood open are answered by it.",
            n,
        ).format(n=count(n))
    if plan.proposals:
        n = len(plan.proposals)
        yield ngettext(
            "{n} correspondent is not here and stays out.",
            "{n} correspondents are not here and stay out.",
            n,
        ).format(n=count(n))
    if plan.perhaps_mine:
        yield _("Perhaps yours too, and left out: {list}").format(list=", ".join(plan.perhaps_mine))
    yield from plan.warnings
