"""Which addresses are mine. Only I can say; a guess is an offer, never taken by itself."""

import re
from collections import Counter
from collections.abc import Iterable

from staketerm.domain.errors import UsageError
from staketerm.domain.text import plain_line
from staketerm.exchange.mail.header import read_mail
from staketerm.exchange.mail.source import Head
from staketerm.journal.opening import Journal
from staketerm.locale import _

OWN_ADDRESSES = "own_addresses"
"""Name in `meta` of my addresses, parted by blanks or commas."""

_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
_OFFERED = 3


def own_addresses(said: Iterable[str], kept: str | None = None) -> frozenset[str]:
    """My addresses: those `said`, else those `kept` in the journal; empty where neither tells any.

    Raises UsageError for what is no address.
    """
    words = [word for text in said for word in re.split(r"[\s,;]+", text) if word]
    for word in words:
        if not _ADDRESS.fullmatch(word):
            message = _("{word} is no address; give one such as you@example.org")
            raise UsageError(message.format(word=plain_line(word)))
    return frozenset(word.lower() for word in words or _ADDRESS.findall(kept or ""))


def kept_addresses(journal: Journal) -> tuple[str, ...]:
    """My addresses as the journal keeps them, in order; empty where it keeps none."""
    with journal.read() as reader:
        return tuple(sorted(own_addresses((), reader.meta(OWN_ADDRESSES))))


def keep_addresses(journal: Journal, said: Iterable[str]) -> None:
    """Keep my addresses in this journal, for the next mail that is taken in.

    A setting of this copy, not a change: there is no batch to undo. Raises UsageError for what is
    no address.
    """
    addresses = " ".join(sorted(own_addresses(said)))
    with journal.write("begin") as writing:
        writing.work.set_meta(OWN_ADDRESSES, addresses or None)


def likely_own(heads: Iterable[Head]) -> tuple[str, ...]:
    """The addresses that are likeliest mine, best first: who wrote what lies in folders of sent
    mail, else whom most mails are from or to, lists aside."""
    senders: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    lists: set[str] = set()
    for head in heads:
        mail = read_mail(head.raw)
        if mail is None:
            continue
        lists.update(mail.lists)
        if head.sent:
            senders[mail.sender.address] += 1
        everywhere.update({mail.sender.address, *(party.address for party in mail.to)})
    for address in lists:
        everywhere.pop(address, None)
    return tuple(address for address, _count in (senders or everywhere).most_common(_OFFERED))
