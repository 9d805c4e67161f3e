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
            start_new_session=True,  # whoever runs the tests is asked for no passphrase
        )
        os.close(far)

    def answer(self, text: str) -> str:
        """Type `text` and read everything until the end."""
        os.write(self.near, text.encode())
        return self.read()

    def answer_each(self, *pairs: tuple[str, str]) -> str:
        """For each (question, answer): type the answer once the question is shown, and not before,
        for who asks unseen throws away what was typed ahead; everything that was shown.
        """
        shown = ""
        for question, answer in pairs:
            asked = ""
            while question not in asked:
                asked += os.read(self.near, 4096).decode()
            os.write(self.near, f"{answer}\n".encode())
            shown += asked
        return shown + self.read()

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
