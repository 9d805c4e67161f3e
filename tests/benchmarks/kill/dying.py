"""Letting a program of one's own do something and killing it at a random point.

Programs are forks: what they import was imported before, so that hundreds fit into minutes. The one
that forks opens no journal, for threads do not survive a fork.
"""

import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

Say = Callable[[str], None]

PATIENCE = 120.0
"""Seconds after which a program that is to end by itself is taken to hang."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes that nobody cuts off: in seconds, and in calls of functions."""

    seconds: float
    calls: int


@dataclass(frozen=True, slots=True)
class Point:
    """When to kill: so many calls of Python's functions after the start, or so many seconds."""

    calls: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class End:
    """How a program ended: what it had acknowledged, and whether it was killed."""

    said: tuple[str, ...]
    killed: bool


def let_die(act: Callable[[Say], None], point: Point) -> End:
    """Run `act` in a program of its own and kill it at `point`, if it is not done before.

    What it hands to the function it is given is acknowledged: said before the kill, it counts.
    Raises RuntimeError where it failed by itself.
    """

    def run(say: Say) -> None:
        if point.calls is not None:
            sys.setprofile(_killer(point.calls))
        act(say)
        sys.setprofile(None)

    said, status = _fork(run, point.seconds)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if not killed and status:
        message = "the program failed by itself: " + " ".join(said[-1:])
        raise RuntimeError(message)
    return End(said, killed)


def measured(act: Callable[[Say], None]) -> Length:
    """How long `act` takes; it is run once, to its end."""
    counted: list[int] = []

    def run(say: Say) -> None:
        calls = 0

        def count(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in _CALLS

        sys.setprofile(count)
        start = time.monotonic()
        act(lambda _word: None)
        sys.setprofile(None)
        say(json.dumps([time.monotonic() - start, calls]))

    counted = json.loads(answer_of(run))
    return Length(*counted)


def asked(question: Callable[[], Any]) -> Any:
    """What `question` answers, asked in a program of its own; the answer must fit into JSON."""
    return json.loads(answer_of(lambda say: say(json.dumps(question()))))


def answer_of(act: Callable[[Say], None]) -> str:
    """The last that `act` says, in a program of its own; raises RuntimeError where it fails."""
    said, status = _fork(act, None)
    if status:
        raise RuntimeError("\n".join(said))
    return said[-1]


_CALLS = ("call", "c_call")


def _killer(calls: int) -> Callable[[FrameType, str, object], None]:
    """A hook that ends this program, without a word, at the call of that number."""
    left = calls

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal left
        if event in _CALLS:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return count


def _fork(act: Callable[[Say], None], seconds: float | None) -> tuple[tuple[str, ...], int]:
    """What `act` says in a program of its own, and its status; killed after `seconds` if given."""
    ear, mouth = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _be(act, mouth)
    os.close(mouth)
    heard = _listen(ear, child, seconds)
    os.close(ear)
    _child, status = os.waitpid(child, 0)
    whole, _newline, _half = heard.rpartition(b"\n")
    return tuple(json.loads(line) for line in whole.splitlines()), status


def _be(act: Callable[[Say], None], mouth: int) -> None:
    """Live as the other program, and end without what Python does at its end."""

    def say(word: str) -> None:
        os.write(mouth, json.dumps(word).encode() + b"\n")

    try:
        act(say)
    except BaseException:
        sys.setprofile(None)
        say(traceback.format_exc())
        os._exit(1)
    os._exit(0)


def _listen(ear: int, child: int, seconds: float | None) -> bytes:
    """All that is said until nobody has the mouth any more; the child is killed in time."""
    heard = b""
    until = time.monotonic() + (PATIENCE if seconds is None else seconds)
    while True:
        ready, _write, _error = select.select([ear], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            os.kill(child, signal.SIGKILL)
            until = time.monotonic() + PATIENCE
            continue
        part = os.read(ear, 1 << 16)
        if not part:
            return heard
        heard += part
