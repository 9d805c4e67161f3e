"""What lists follow: behaviour, or one's own judgement where there is one (inference 4.6).

A dated setting of the journal, undoable like all else. It decides about order, filters and the acts
that are proposed; alarms, numbers and reasons come from behaviour whatever it says.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from staketerm.domain.errors import UsageError
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.domain.nurture.facts import Party
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.attention import Ask

LISTS = "lists"
"""The name of the setting."""

BEHAVIOUR, JUDGEMENT = "behaviour", "judgement"
"""What it may say; behaviour where it was never set."""

_VALUE = """
SELECT CAST(setting.value AS TEXT) FROM setting
WHERE setting.name = 'lists' AND setting.deleted IS NULL AND setting.day <= :as_of
ORDER BY setting.day DESC, setting.rev DESC LIMIT 1
"""


def by_judgement(ask: "Ask", day: date) -> bool:
    """Whether lists follow judgements on a day; plain SQL, for looks without the database layer."""
    return [value.strip('"') for (value,) in ask(_VALUE, {"as_of": day})] == [JUDGEMENT]


def lists_follow(journal: "Journal") -> str:
    """What lists follow today: behaviour or judgement."""
    with journal.read() as reader:
        return JUDGEMENT if by_judgement(reader.ask, journal.today) else BEHAVIOUR


def follow(journal: "Journal", wanted: str | None = None) -> "Receipt":
    """Have lists follow behaviour or judgement from today on; the other one where None is given.

    Raises UsageError for anything else.
    """
    from staketerm.journal.dated import keep

    if wanted not in (BEHAVIOUR, JUDGEMENT, None):
        raise UsageError(_("Lists follow behaviour or judgement."))
    with journal.write("lists") as writing:
        now = JUDGEMENT if by_judgement(writing.work.ask, writing.today) else BEHAVIOUR
        after = wanted or (BEHAVIOUR if now == JUDGEMENT else JUDGEMENT)
        if after != now:
            keep(writing, LISTS, after)
    return writing.receipt


def as_judged(ask: "Ask", day: date, who: Iterable[str] | None) -> "dict[tuple[str, str], str]":
    """The position that lists take for each pair in the place of the inferred one; nobody where
    lists follow behaviour. A judgement of "not sure" leaves the inferred one."""
    from staketerm.journal.stakeholders.listing import judgements

    if not by_judgement(ask, day):
        return {}
    some = None if who is None else sorted(set(who))
    claims = judgements(ask, day, some)
    return {pair: each.label for pair, each in claims.items() if each.label != "unknown"}


def taken_as(party: "Party", label: str | None) -> "Party":
    """A party as the planner is to see it; its alarm stays that of behaviour."""
    return party if label is None else party._replace(label=label)
