"""Trying a change of the model from a screen: who would move comes in parts, the newest wins."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from staketerm.domain.errors import StaketermError
from staketerm.tui import kind_questions
from staketerm.tui.asking import Asking

if TYPE_CHECKING:
    from staketerm.journal.positions.what_if import Attempt, WhatIf
    from staketerm.tui.questions import Question

RESTS = 0.1
"""Seconds after a key in which another key makes the try another one."""


def try_out(
    here: Asking[Any],
    question: "Question[Attempt]",
    show: "Callable[[WhatIf], None]",
    otherwise: Callable[[StaketermError], None] | None = None,
) -> None:
    """Ask who would move and show it as it becomes known; no key waits for it."""

    def have(attempt: "Attempt") -> None:
        show(attempt.found)
        if not attempt.done:
            here.ask(kind_questions.go_on(attempt), have, group="tried", aside=True)

    here.ask(question, have, group="tried", otherwise=otherwise, after=RESTS, aside=True)
