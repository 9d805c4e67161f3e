"""The rows of a journal that a ledger of mail becomes.

Their ids follow from message-id, my address and theirs (design section 4): the same mail taken in
twice, from an mbox and a Maildir or by two colleagues who share a mailbox, is one row. A subject is
the text of an ask, and the note of somebody's coming to me.
"""

from collections.abc import Callable, Iterator

from staketerm.domain.ids import derived_id
from staketerm.domain.text import NAME_LIMIT, fold
from staketerm.exchange.mail.ledger import (
    CONTACT,
    UNPROMPTED,
    Ledger,
    MailAbsence,
    MailAct,
    MailAsk,
)
from staketerm.exchange.mail.people import Correspondent
from staketerm.journal.writing import involvement_id
from staketerm.store.records import (
    Absence,
    Ask,
    Contact,
    Involvement,
    Row,
    Signal,
    Stakeholder,
)

WEAK = 0.5
"""Intensity of what a mail tells by itself: it costs less than coming by (inference 3)."""

ORIGIN = "mail:"
"""What the origin of rows from mail begins with; the Message-ID follows."""


def person_id(person: Correspondent) -> str:
    """The id of a stakeholder in the journal, or of the one made of an unknown correspondent."""
    return person.stakeholder or derived_id(None, "mail person", min(person.addresses))


def stakeholder_row(person: Correspondent, handle: str) -> Stakeholder:
    """An unknown correspondent as a stakeholder."""
    name = person.name[:NAME_LIMIT]
    return Stakeholder(id=person_id(person), name=name, folded=fold(name), handle=handle)


def contact_rows(person: Correspondent, known: Callable[[str], bool]) -> Iterator[Contact]:
    """The addresses of a correspondent that are not `known` yet, the most used first."""
    stakeholder = person_id(person)
    for address in person.addresses:
        if not known(folded := fold(address)):
            yield Contact(
                id=derived_id(None, "contact", stakeholder, "email", folded),
                stakeholder=stakeholder,
                way="email",
                value=address,
                folded=folded,
            )


def ledger_rows(
    ledger: Ledger, project: str, stakeholder: Callable[[str], str | None]
) -> Iterator[Row]:
    """The rows of a ledger for everybody who has a `stakeholder` id: involvements first, then asks,
    signals and absences. Asks that the journal holds already are left out."""
    asks = [(id, ask) for ask in ledger.asks if (id := stakeholder(ask.who))]
    acts = [(id, act) for act in ledger.acts if (id := stakeholder(act.who))]
    for id in dict.fromkeys([id for id, _each in (*asks, *acts)]):
        yield Involvement(id=involvement_id(id, project), stakeholder=id, project=project)
    yield from (ask_row(ask, id, project) for id, ask in asks if ask.row is None)
    yield from (signal_row(act, id, project) for id, act in acts)
    for away in ledger.absences:
        if id := stakeholder(away.who):
            yield absence_row(away, id)


def ask_row(ask: MailAsk, stakeholder: str, project: str) -> Ask:
    """An ask of mine by mail, with its answer if there is one."""
    return Ask(
        id=derived_id(ask.moment, "mail ask", ask.message, ask.mine, ask.theirs),
        stakeholder=stakeholder,
        project=project,
        asked_on=ask.asked_on,
        text=ask.subject or None,
        answered_on=ask.answered_on,
        outcome="answered" if ask.answered_on else None,
        origin=ORIGIN + ask.message,
    )


def signal_row(act: MailAct, stakeholder: str, project: str) -> Signal:
    """Something they did by mail, weak unless it is mere contact.

    What counts once a day has the id of its day, so that it is one row whichever mails of that day
    are read.
    """
    if act.kind == UNPROMPTED:
        id = derived_id(act.moment, "mail", act.message, act.mine, act.theirs)
    else:
        id = derived_id(act.day, "mail", act.kind, act.day.isoformat(), act.theirs)
    return Signal(
        id=id,
        stakeholder=stakeholder,
        project=project,
        day=act.day,
        kind=act.kind,
        intensity=1.0 if act.kind == CONTACT else WEAK,
        note=act.subject or None,
        source="mail",
        origin=ORIGIN + act.message,
    )


def absence_row(away: MailAbsence, stakeholder: str) -> Absence:
    """A period that a notice told of."""
    return Absence(
        id=derived_id(away.moment, "mail absence", away.message, away.theirs),
        stakeholder=stakeholder,
        starts=away.starts,
        ends=away.ends,
    )
