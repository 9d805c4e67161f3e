"""A terminal that a command runs on, where somebody answers."""

import os
import pty
import subprocess
import sys


class Terminal:
    """A command on a terminal of its own, where somebody answers."""

    def __init__(self, *arguments: str) -> None:
        self.near, far = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "staketerm", *arguments],
            stdin=far,
            stdout=far,
            stderr=far,
            env={**os.environ, "COLUMNS": "80", "TERM": "xterm"},
        )
        os.close(far)

    def answer(self, text: str) -> str:
        """Type `text` and read everything until the end."""
        os.write(self.near, text.encode())
        return self.read()

    def read(self) -> str:
        """Everything that is shown until the end."""
        shown = b""
        while True:
            try:
                part = os.read(self.near, 4096)
            except OSError:  # the other side has closed
                break
            if not part:
                break
            shown += part
        self.process.wait(timeout=60)
        os.close(self.near)
        return shown.decode()
