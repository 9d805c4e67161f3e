"""The way from any widget or screen to the program it is part of, with its type."""

from typing import TYPE_CHECKING, cast

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from staketerm.tui.app import Staketerm


def program(node: MessagePump) -> "Staketerm":
    """The running program that `node` belongs to."""
    return cast("Staketerm", node.app)
