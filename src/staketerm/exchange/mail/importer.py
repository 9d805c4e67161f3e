"""Taking mail into a journal: look first, then write, in one batch that one undo takes back.

`preview` reads and writes nothing; until `take_in` is done, nothing is. Interrupted anywhere, the
journal is what it was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from staketerm.domain import names
from staketerm.domain.errors import UsageError
from staketerm.exchange.mail.header import read_mail
from staketerm.exchange.mail.index import Counts, MailIndex
from staketerm.exchange.mail.known import (
    Directory,
    directory,
    handles,
    mail_asks,
    presence,
    zone_of,
)
from staketerm.exchange.mail.ledger import CONTACT, UNASKED, UNPROMPTED, Ledger, Reading, ledger_of
from staketerm.exchange.mail.own import OWN_ADDRESSES, likely_own, own_addresses
from staketerm.exchange.mail.people import Correspondent, Correspondents, full_name, who_is_who
from staketerm.exchange.mail.plan import MailOptions, MailPlan, Proposal, Totals
from staketerm.exchange.mail.rows import contact_rows, ledger_rows, person_id, stakeholder_row
from staketerm.exchange.mail.source import MailFile, find_mail, heads
from staketerm.exchange.plan import Problem, Progress
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.locale import _, ngettext
from staketerm.store.reader import Reader
from staketerm.store.records import Absence, Ask, Row, Stakeholder

VERB = "import"


def preview(
    journal: Journal,
    paths: Sequence[Path],
    options: MailOptions = MailOptions(),  # noqa: B008 - frozen
    progress: Callable[[Progress], None] | None = None,
) -> MailPlan:
    """What taking in the mail below `paths` will do; writes nothing.

    Raises ImportRefused where there is no mail, and UsageError where nobody says which addresses
    are mine: it offers the likeliest.
    """
    files = find_mail(paths)
    with journal.read() as reader:
        own = own_addresses(options.me, reader.meta(OWN_ADDRESSES))
        here = directory(reader)
        zone = zone_of(reader)
        earlier = mail_asks(reader, zone)
    if not own:
        raise UsageError(_whose(files))
    known = here.known if options.create else replace(here.known, by_name={})
    problems: list[Problem] = []
    with MailIndex(own, in_memory=journal.encrypted) as index:
        nameless = _read(index, files, progress, problems)
        people = who_is_who(index.names, known, own=own, lists=index.lists, writers=index.senders)
        reading = Reading(people.key, own, people.is_list, index.root, zone)
        ledger = ledger_of(index.sent_letters(), index.received_letters(), reading, earlier)
        counts = index.counts()
    answers = any(ask.row and ask.answered_on for ask in ledger.asks)
    warnings = tuple(_warnings(counts, nameless, _last_day(ledger), journal.today, answers=answers))
    with journal.read() as reader:
        draft = _Draft(reader, ledger, people, here, options)
        return replace(draft.plan(counts), warnings=warnings, problems=tuple(problems))


def take_in(journal: Journal, plan: MailPlan) -> Receipt:
    """Write what `plan` says, in one batch; nothing where it says nothing new."""
    with journal.write(VERB) as writing:
        taken = handles(writing.work)
        people = []
        for person in plan.people:
            handle = names.handle(person.name, taken)
            taken.add(handle)
            people.append(replace(person, handle=handle))
        writing.put_many(people)
        writing.put_many(row for row in plan.rows if not isinstance(row, Absence))
        for row in (*plan.again, *(row for row in plan.rows if isinstance(row, Absence))):
            writing.put(row)
        for id, day in plan.answers:
            ask = writing.work.get(Ask, id)
            if ask is not None and ask.answered_on is None:
                writing.patch(Ask, id, answered_on=day, outcome="answered")
    return writing.receipt


@dataclass(frozen=True, slots=True)
class _Draft:
    """A plan in the making: what was read, whom it is about, what the journal holds."""

    reader: Reader
    ledger: Ledger
    people: Correspondents
    here: Directory
    options: MailOptions

    def plan(self, counts: Counts) -> MailPlan:
        admitted = {
            key: person_id(person) for key, person in self.people.people.items() if self._in(person)
        }
        project = self.options.project or default_project(self.reader).id
        rows = [*self._contacts(admitted), *ledger_rows(self.ledger, project, admitted.get)]
        made = list(self._made(admitted))
        held = presence(self.reader, [*made, *rows])
        state = {id(row): held.get((row.table, row.id)) for row in (*made, *rows)}
        told = [row for row in rows if row.table in ("ask", "signal", "absence")]
        waiting = [ask for ask in self.ledger.asks if ask.row and ask.answered_on is None]
        strangers = list(self._strangers(admitted))
        proposals = [who for who in strangers if who.letters >= self.options.min_mails]
        return MailPlan(
            counts=counts,
            totals=self._totals(admitted),
            people=tuple(row for row in made if state[id(row)] is None),
            rows=tuple(row for row in rows if state[id(row)] is None),
            again=tuple(row for row in (*made, *rows) if state[id(row)] == "undone"),
            answers=tuple(
                (ask.row, ask.answered_on)
                for ask in self.ledger.asks
                if ask.row and ask.answered_on
            ),
            already=sum(state[id(row)] == "there" for row in told) + len(waiting),
            proposals=tuple(proposals),
            passers_by=len(strangers) - len(proposals),
            perhaps_mine=self.people.perhaps_mine,
        )

    def _in(self, person: Correspondent) -> bool:
        """Whether the rows about somebody are wanted."""
        traffic = self.ledger.traffic.get(person.key)
        if person.stakeholder is not None:
            return True
        return (
            self.options.create
            and traffic is not None
            and traffic.letters >= self.options.min_mails
        )

    def _made(self, admitted: dict[str, str]) -> Iterator[Stakeholder]:
        taken = handles(self.reader)
        for key in admitted:
            person = self.people.people[key]
            if person.stakeholder is None:
                handle = names.handle(person.name, taken)
                taken.add(handle)
                yield stakeholder_row(person, handle)

    def _contacts(self, admitted: dict[str, str]) -> Iterator[Row]:
        """The addresses of new people, and further ones of people here who wrote from them."""
        for key in admitted:
            if key in self.ledger.traffic:
                yield from contact_rows(
                    self.people.people[key], self.here.known.by_address.__contains__
                )

    def _strangers(self, admitted: dict[str, str]) -> Iterator[Proposal]:
        """Who exchanged letters with me and is not let in, those with most first."""
        letters = sorted(
            (item for item in self.ledger.traffic.items() if item[0] not in admitted),
            key=lambda item: (-item[1].letters, self.people.people[item[0]].name),
        )
        for key, traffic in letters:
            person = self.people.people[key]
            namesake = self.here.known.by_name.get(full_name(person.name))
            yield Proposal(
                name=person.name,
                addresses=person.addresses,
                letters=traffic.letters,
                first=traffic.first,
                last=traffic.last,
                same_as=self.here.names.get(namesake) if namesake else None,
            )

    def _totals(self, admitted: dict[str, str]) -> Totals:
        asks = [ask for ask in self.ledger.asks if ask.who in admitted]
        acts = [act for act in self.ledger.acts if act.who in admitted]
        met = {ask.who for ask in asks} | {act.who for act in acts}
        return Totals(
            asks=len(asks),
            answered=sum(ask.answered_on is not None for ask in asks),
            unprompted=sum(act.kind == UNPROMPTED for act in acts),
            unasked=sum(act.kind == UNASKED for act in acts),
            contacts=sum(act.kind == CONTACT for act in acts),
            absences=sum(away.who in admitted for away in self.ledger.absences),
            known=sum(self.people.people[who].stakeholder is not None for who in met),
        )


def _read(
    index: MailIndex,
    files: Sequence[MailFile],
    progress: Callable[[Progress], None] | None,
    problems: list[Problem],
) -> int:
    """Put every mail into the index; how many name no sender."""
    nameless = 0
    for head in heads(files, progress=progress, skipped=problems):
        mail = read_mail(head.raw)
        if mail is None:
            nameless += 1
        else:
            index.add(mail)
    return nameless


def _whose(files: Sequence[MailFile]) -> str:
    """The question which addresses are mine, with the likeliest."""
    question = _("Which addresses are yours? Say so with --me ADDRESS, once for each.")
    likely = likely_own(heads(files, skipped=[]))
    if not likely:
        return question
    return (
        question
        + " "
        + _("Most of these mails are from or to {list}.").format(list=", ".join(likely))
    )


def _last_day(ledger: Ledger) -> date:
    """The last day that the ledger tells something of."""
    days = [ask.answered_on or ask.asked_on for ask in ledger.asks]
    return max([*days, *(act.day for act in ledger.acts)], default=date.min)


def _warnings(
    counts: Counts, nameless: int, last: date, today: date, *, answers: bool
) -> Iterator[str]:
    """What there is to know of the mails; `answers` says that they answer earlier asks of mine."""
    if counts.read and not counts.mine and not answers:
        yield _(
            "None of these mails is from you: nobody can be seen to answer. Is the folder of sent"
            " mail missing, or another address of yours?"
        )
    if nameless:
        yield ngettext(
            "{n} mail names no sender: left out", "{n} mails name no sender: left out", nameless
        ).format(n=nameless)
    if counts.undated:
        yield ngettext(
            "{n} mail without a readable date: left out",
            "{n} mails without a readable date: left out",
            counts.undated,
        ).format(n=counts.undated)
    if counts.zoneless:
        yield ngettext(
            "{n} mail without a time zone: taken as UTC",
            "{n} mails without a time zone: taken as UTC",
            counts.zoneless,
        ).format(n=counts.zoneless)
    if last > today:
        yield _(
            "Some mails are dated after today, up to {day}; they count from their day on."
        ).format(day=last.isoformat())
