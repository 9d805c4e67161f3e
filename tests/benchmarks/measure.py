"""Measuring in ratios: this machine's seconds say little, two things measured in one run do."""

import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
COLUMNS, LINES = 120, 40


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured program: compiled modules are kept, as for a user."""
    spoilers = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR"}
    own = {name: value for name, value in os.environ.items() if name not in spoilers}
    return {**own, "TERM": "xterm-256color", **more}


def cpu_of_command(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """CPU seconds of a whole process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=env
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cpu_until(
    command: Sequence[str], marks: Sequence[str], env: Mapping[str, str], patience: float = 60.0
) -> list[float]:
    """CPU seconds that a terminal program has used when each of some texts is first on screen."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), dict(env))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    seen, found = b"", [0.0] * len(marks)
    waiting = dict(enumerate(mark.encode() for mark in marks))
    end = time.monotonic() + patience
    try:
        while waiting and time.monotonic() < end:
            ready, _write, _error = select.select([terminal], [], [], 0.05)
            if ready:
                seen += os.read(terminal, 1 << 16)
            for place, mark in list(waiting.items()):
                if mark in seen:
                    found[place] = _cpu_so_far(child)
                    del waiting[place]
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    if waiting:
        message = f"never on screen: {list(waiting.values())}"
        raise RuntimeError(message)
    return found


def cpu_of_call(call: Callable[[], object], rounds: int = 7) -> float:
    """The median CPU seconds of a call in this process, after one that is not counted."""
    call()
    taken = []
    for _round in range(rounds):
        before = time.process_time()
        call()
        taken.append(time.process_time() - before)
    return statistics.median(taken)


def median(figures: Sequence[float]) -> float:
    """The one in the middle."""
    return statistics.median(figures)


def report(what: str, figure: float, baseline: float, target: float | None = None) -> None:
    """Print a figure as a ratio to its baseline, with the most it may be."""
    bound = f"  (at most {target:g})" if target is not None else ""
    ratio = figure / baseline
    sys.stdout.write(f"{what:<58}{ratio:7.2f} x{bound}  {figure * 1e3:.1f} ms CPU\n")


def _cpu_so_far(process: int) -> float:
    stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
