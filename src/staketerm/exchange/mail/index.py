"""What is kept of a mailbox while it is read: a few words a mail, on disk, gone afterwards.

Mails come in any order, an answer before its question, a copy after the original; what they mean
is known only when the last has been read. An SQLite database without a name (in the system's folder
for temporary files, deleted when it is closed) holds them until then, so memory stays flat however
many there are. For an encrypted journal they are held in memory after all.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from staketerm.exchange.mail.header import Mail
from staketerm.exchange.mail.kinds import MailKind

_SCHEMA = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;
    PRAGMA temp_store = FILE;
    CREATE TABLE mail (
        id TEXT PRIMARY KEY, kind INTEGER, moment INTEGER, sender TEXT, mine INTEGER,
        addressed TEXT, parent TEXT, parents TEXT, opens INTEGER, subject TEXT, mailing INTEGER,
        zoneless INTEGER, rank TEXT
    ) WITHOUT ROWID;
"""
_ADD = """
    INSERT INTO mail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, moment = excluded.moment,
        sender = excluded.sender, mine = excluded.mine, addressed = excluded.addressed,
        parent = excluded.parent, parents = excluded.parents, opens = excluded.opens,
        subject = excluded.subject, mailing = excluded.mailing, zoneless = excluded.zoneless,
        rank = excluded.rank
    WHERE excluded.rank < mail.rank
"""
_LETTERS = """
    SELECT id, kind, sender, addressed, moment, parents, opens, subject, mailing FROM mail
    WHERE moment IS NOT NULL AND {which} ORDER BY moment, id
"""
_SENT = "mine AND kind <= 1 AND (opens OR id IN (SELECT parent FROM mail))"
_RECEIVED = "NOT mine AND kind <= 2"
_CLIMB = 1_000  # steps up a thread; more is a loop


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as the ledger sees it: addresses only, and always with a moment (UTC)."""

    id: str
    kind: MailKind
    sender: str
    to: tuple[str, ...]
    moment: datetime
    parents: tuple[str, ...]
    opens: bool
    subject: str
    mailing: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many mails there were, each copy of one counted in `read` and nowhere else."""

    read: int
    distinct: int
    mine: int
    lists: int
    automatic: int
    """Written by machines: notices, reports on delivery, absences."""
    undated: int
    """Without a day that can be read: they move nothing."""
    zoneless: int
    """Without a time zone (taken as UTC), or dated by their arrival."""
    orphans: int
    """Answers to mails that are not there: never taken as unsolicited."""


class MailIndex:
    """Every mail of an import, each once. Copies that differ count as the one that says most, in
    whatever order they come, so an mbox and a Maildir of the same mails give the same answers."""

    def __init__(self, own: frozenset[str], *, in_memory: bool = False) -> None:
        self._own = own
        self._read = 0
        self._db = sqlite3.connect(":memory:" if in_memory else "", isolation_level=None)
        self._db.executescript(_SCHEMA)
        if in_memory:
            self._db.execute("PRAGMA temp_store = MEMORY")
        self._db.execute("BEGIN")
        self.names: dict[str, Counter[str]] = {}
        """The names under which each address occurs, as sender or in mail of mine, "" included."""
        self.senders: set[str] = set()
        """Everybody who wrote."""
        self.lists: set[str] = set()
        """The addresses of lists that carried a mail."""

    def add(self, mail: Mail) -> None:
        """Take in one mail."""
        self._read += 1
        sender = mail.sender.address
        mine = sender in self._own
        self.senders.add(sender)
        for party in (mail.sender, *mail.to) if mine else (mail.sender,):
            self.names.setdefault(party.address, Counter())[party.name] += 1
        self.lists.update(mail.lists)
        addressed = " ".join(dict.fromkeys(party.address for party in mail.to))
        parents = " ".join(mail.parents)
        moment = int(mail.moment.timestamp()) if mail.moment else None
        rank = (
            f"{mail.kind:d}{mail.mailing:d} {moment} {sender} {addressed} {parents} {mail.subject}"
        )
        self._db.execute(
            _ADD,
            (
                mail.id,
                int(mail.kind),
                moment,
                sender,
                mine,
                addressed,
                mail.parents[0] if mail.parents else None,
                parents,
                mail.opens,
                mail.subject,
                mail.mailing,
                mail.zoneless and moment is not None,
                rank,
            ),
        )

    def sent_letters(self) -> Iterator[Letter]:
        """What I wrote myself, the oldest first; answers that nobody answered are left out, for
        they ask nothing."""
        return self._letters(_SENT)

    def received_letters(self) -> Iterator[Letter]:
        """What others wrote, machines aside but notices of absence included, the oldest first."""
        return self._letters(_RECEIVED)

    def root(self, letter: Letter) -> str:
        """The Message-ID at the far end of the thread of `letter`, whether or not it is here."""
        top, parents = letter.id, letter.parents
        seen = {top}
        for _step in range(_CLIMB):
            if not parents or parents[-1] in seen:
                break
            top = parents[-1]
            seen.add(top)
            above = self._db.execute("SELECT parents FROM mail WHERE id = ?", (top,)).fetchone()
            parents = tuple(above[0].split()) if above else ()
        return top

    def counts(self) -> Counts:
        """How many mails of which sort."""
        distinct, mine, lists, automatic, undated, zoneless = self._db.execute(
            """SELECT count(*), total(mine), total(kind = 1), total(kind > 1),
                      total(moment IS NULL), total(zoneless) FROM mail"""
        ).fetchone()
        (orphans,) = self._db.execute(
            """SELECT count(*) FROM mail AS answer WHERE parent IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.id = answer.parent)"""
        ).fetchone()
        numbers = (distinct, mine, lists, automatic, undated, zoneless, orphans)
        return Counts(self._read, *map(int, numbers))

    def close(self) -> None:
        """Forget all of it."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _letters(self, which: str) -> Iterator[Letter]:
        for row in self._db.execute(_LETTERS.format(which=which)):
            id, kind, sender, addressed, moment, parents, opens, subject, mailing = row
            yield Letter(
                id=id,
                kind=MailKind(kind),
                sender=sender,
                to=tuple(addressed.split()),
                moment=datetime.fromtimestamp(moment, UTC),
                parents=tuple(parents.split()),
                opens=bool(opens),
                subject=subject,
                mailing=bool(mailing),
            )
