"""What an import of mail will do, told before it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from staketerm.domain.errors import UsageError
from staketerm.domain.text import plain_line
from staketerm.exchange.mail.index import Counts
from staketerm.exchange.plan import Problem
from staketerm.locale import _, ngettext
from staketerm.store.records import Row, Stakeholder

SHOWN_PROPOSALS = 10


@dataclass(frozen=True, slots=True)
class MailOptions:
    """What a person decides about an import of mail.

    `me` are my addresses (empty: those the journal keeps). With `create`, correspondents who are
    not in the journal become stakeholders; `min_mails` is the least number of letters between us
    that lets somebody in or be proposed, counting what the ledger rests on: mails of mine that ask
    them, their answers, and what they wrote to me besides; not Cc, not lists. `project` is the id
    of the project that the rows go to (None: the default one).
    """

    me: tuple[str, ...] = ()
    create: bool = False
    min_mails: int = 1
    project: str | None = None

    def __post_init__(self) -> None:
        if self.min_mails < 1:
            raise UsageError(_("--min-mails: give a number from 1 on"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody who is not in the journal: name, addresses (the most used first), the letters
    between us with first and last day, the name of a stakeholder here who is called the same."""

    name: str
    addresses: tuple[str, ...]
    letters: int
    first: date
    last: date
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What the mails hold about people in the journal and those to be created."""

    asks: int
    answered: int
    unprompted: int
    unasked: int
    contacts: int
    absences: int
    known: int
    """People of the journal who occur."""

    @property
    def open(self) -> int:
        """Asks without an answer so far."""
        return self.asks - self.answered


@dataclass(frozen=True, slots=True)
class MailPlan:
    """All that one import of mail will write, and what it leaves out.

    `people` are the stakeholders it creates, `rows` the rest that is new, `again` rows that an undo
    took away and this import brings back, `answers` the asks that stood open in the journal with
    the day of their answer. `already` counts what is there already.
    """

    counts: Counts
    totals: Totals
    people: tuple[Stakeholder, ...]
    rows: tuple[Row, ...]
    again: tuple[Row, ...]
    answers: tuple[tuple[str, date], ...]
    already: int
    proposals: tuple[Proposal, ...]
    passers_by: int
    perhaps_mine: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def new(self) -> int:
        """How many asks, acts and absences it adds, answers to earlier asks included; 0 for mails
        taken in before."""
        told = sum(row.table in ("ask", "signal", "absence") for row in (*self.rows, *self.again))
        return told + len(self.answers)

    @property
    def summary(self) -> tuple[str, ...]:
        """The plan in sentences, one a line."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        counts, totals = self.counts, self.totals
        yield ngettext(
            "{read} mail read, {distinct} different: {mine} yours, {lists} through lists,"
            " {automatic} automatic",
            "{read} mails read, {distinct} different: {mine} yours, {lists} through lists,"
            " {automatic} automatic",
            counts.read,
        ).format(
            read=counts.read,
            distinct=counts.distinct,
            mine=counts.mine,
            lists=counts.lists,
            automatic=counts.automatic,
        )
        yield _(
            "{asks} asks ({answered} answered, {open} open), {unprompted} times somebody wrote"
            " first, {unasked} answers unasked, {contacts} contacts, {absences} absences"
        ).format(
            asks=totals.asks,
            answered=totals.answered,
            open=totals.open,
            unprompted=totals.unprompted,
            unasked=totals.unasked,
            contacts=totals.contacts,
            absences=totals.absences,
        )
        yield _(
            "{new} new, {already} already here; {known} people known, {created} created"
        ).format(new=self.new, already=self.already, known=totals.known, created=len(self.people))
        yield from self._unknown()
        if counts.orphans:
            yield ngettext(
                "{n} answer to a mail that is not here",
                "{n} answers to mails that are not here",
                counts.orphans,
            ).format(n=counts.orphans)
        yield from self.warnings
        yield from map(str, self.problems)

    def _unknown(self) -> Iterator[str]:
        if self.proposals:
            yield ngettext(
                "{n} correspondent is not in the journal; --create adds them:",
                "{n} correspondents are not in the journal; --create adds them:",
                len(self.proposals),
            ).format(n=len(self.proposals))
        for proposal in self.proposals[:SHOWN_PROPOSALS]:
            line = ngettext(
                "  {name} <{address}>, {letters} mail, {first} to {last}",
                "  {name} <{address}>, {letters} mails, {first} to {last}",
                proposal.letters,
            ).format(
                name=plain_line(proposal.name),
                address=plain_line(proposal.addresses[0]),
                letters=proposal.letters,
                first=proposal.first.isoformat(),
                last=proposal.last.isoformat(),
            )
            if proposal.same_as:
                line += _(" (called like {name} here)").format(name=plain_line(proposal.same_as))
            yield line
        if len(self.proposals) > SHOWN_PROPOSALS:
            yield _("  and {n} more").format(n=len(self.proposals) - SHOWN_PROPOSALS)
        if self.passers_by:
            yield ngettext(
                "{n} passer-by left out", "{n} passers-by left out", self.passers_by
            ).format(n=self.passers_by)
        if self.perhaps_mine:
            yield _(
                "bears your name and is left out; if it is yours, give it with --me: {list}"
            ).format(list=", ".join(map(plain_line, self.perhaps_mine)))
