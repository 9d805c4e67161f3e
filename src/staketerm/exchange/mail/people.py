"""Who is who in a mailbox: which addresses are one person, and which are nobody's.

An address known in the journal is that stakeholder. Unknown addresses with the same full name (two
words or more, in any order) are one person: people write from several addresses. Lists are nobody,
and neither is an address that bears my own name: it may be mine, which only I can say.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from staketerm.domain.names import name_words
from staketerm.domain.text import fold
from staketerm.exchange.mail.kinds import of_a_desk


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal knows already.

    `by_address` gives the stakeholder of a folded address; `gone` are the folded addresses of
    stakeholders who were deleted and are not brought back; `by_name` gives the stakeholder of a
    full name as `full_name` folds it, for joining further addresses to them.
    """

    by_address: Mapping[str, str]
    gone: Collection[str] = ()
    by_name: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correspondent:
    """One person of a mailbox: `stakeholder` is their id in the journal, None for a new one.

    `addresses` are those met here, the most used first.
    """

    key: str
    stakeholder: str | None
    name: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Everybody in a mailbox by key, and whose each address is.

    `perhaps_mine` are addresses that bear my name without being given as mine.
    """

    people: Mapping[str, Correspondent]
    keys: Mapping[str, str]
    perhaps_mine: tuple[str, ...]
    lists: frozenset[str]
    list_hosts: frozenset[str]

    def key(self, address: str) -> str | None:
        """Whose `address` is: a key of `people`, None where it is nobody's."""
        return self.keys.get(address)

    def is_list(self, address: str) -> bool:
        """Whether `address` is a list's: one that lists gave as theirs, or one at a host of lists
        from which nobody ever wrote."""
        return address in self.lists or _host(address) in self.list_hosts


def full_name(name: str) -> str:
    """`name` as names are compared: its folded words, sorted; "" for less than two real words."""
    words = sorted(name_words(name))
    return " ".join(words) if sum(len(word) > 1 for word in words) > 1 else ""


def who_is_who(
    names: Mapping[str, Counter[str]],
    known: Known,
    *,
    own: Collection[str],
    lists: Collection[str],
    writers: Iterable[str],
) -> Correspondents:
    """Everybody behind the addresses in `names`.

    `own` are my addresses, `lists` those of lists, `writers` all that wrote.
    """
    list_hosts = {_host(address) for address in lists} - {_host(address) for address in writers}
    mine = {full_name(name) for address in own for name in names.get(address, ())} - {""}
    keys: dict[str, str] = {}
    perhaps_mine = []
    for address in sorted(names):
        if address in own or address in lists or _host(address) in list_hosts:
            continue
        folded = fold(address)
        if folded in known.by_address:
            keys[address] = known.by_address[folded]
        elif folded not in known.gone:
            full = "" if of_a_desk(address) else full_name(usual_name(names[address]))
            if full and full in mine:
                perhaps_mine.append(address)
            else:
                keys[address] = known.by_name.get(full) or f"new:{full or address}"
    return Correspondents(
        people=_people(names, keys),
        keys=keys,
        perhaps_mine=tuple(perhaps_mine),
        lists=frozenset(lists),
        list_hosts=frozenset(list_hosts),
    )


def usual_name(counted: Counter[str]) -> str:
    """The name most used, the longer of two used alike, "" where there is none."""
    named = [(count, len(name), name) for name, count in counted.items() if name]
    return max(named)[2] if named else ""


def _people(names: Mapping[str, Counter[str]], keys: Mapping[str, str]) -> dict[str, Correspondent]:
    behind: dict[str, list[str]] = {}
    for address, key in keys.items():
        behind.setdefault(key, []).append(address)
    people = {}
    for key, addresses in behind.items():
        addresses.sort(key=lambda address: (-names[address].total(), address))
        counted: Counter[str] = Counter()
        for address in addresses:
            counted.update(names[address])
        people[key] = Correspondent(
            key=key,
            stakeholder=None if key.startswith("new:") else key,
            name=usual_name(counted) or addresses[0],
            addresses=tuple(addresses),
        )
    return people


def _host(address: str) -> str:
    return address.rpartition("@")[2]
