"""What the first run asks of the journal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from staketerm.tui.questions import Opened, Question, opening

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal


def kept_addresses() -> "Question[tuple[str, ...]]":
    """My own addresses, as far as the journal knows them."""

    def answer(journal: "Journal") -> tuple[str, ...]:
        from staketerm.exchange.mail.own import kept_addresses as kept

        return kept(journal)

    return answer


def begin(purpose: str, addresses: Sequence[str]) -> "Question[Opened]":
    """Set the journal up for `purpose` and keep my addresses; the journal as it then is.

    Raises UsageError for what is no address, before anything is written.
    """

    def answer(journal: "Journal") -> Opened:
        from staketerm.exchange.mail.own import keep_addresses
        from staketerm.journal.beginning import Purpose, begin_with

        keep_addresses(journal, addresses)
        begin_with(journal, Purpose(purpose))
        return opening()(journal)

    return answer


def later() -> "Question[None]":
    """Remember that the first questions were put; everything else stays as it was."""

    def answer(journal: "Journal") -> None:
        from staketerm.journal.beginning import set_asked

        set_asked(journal)

    return answer
