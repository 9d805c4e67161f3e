"""A program on a terminal of its own, all that it shows read to the end."""

import os
import pty
import select
import subprocess
import sys


def on_terminal(program: str, patience: int) -> bytes:
    """All that a program shows on a terminal until it ends; where it lasts so many quiet
    seconds, q is pressed."""
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=far,
        stdout=far,
        stderr=far,
        env={**os.environ, "COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(far)
    shown = b""
    quiet = 0
    while process.poll() is None or select.select([near], [], [], 0)[0]:
        if not select.select([near], [], [], 1.0)[0]:
            quiet += 1
            if quiet > patience and process.poll() is None:
                os.write(near, b"q")
            continue
        try:
            shown += os.read(near, 65536)
        except OSError:  # the other side has closed
            break
    process.wait(timeout=60)
    os.close(near)
    return shown
