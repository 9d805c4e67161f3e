"""Long texts in the person's own editor: $VISUAL, else $EDITOR (screens 2, F4)."""

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App, SuspendNotSupported

from staketerm.domain.errors import UsageError
from staketerm.locale import _


def editor_command() -> list[str]:
    """The editor and its options; raises UsageError where none is set."""
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(said)
    except ValueError as error:
        raise UsageError(_("EDITOR {command}: {error}").format(command=said, error=error)) from None
    if not command:
        raise UsageError(_("No editor is set: give VISUAL or EDITOR a value, such as nano."))
    return command


def edit_text(app: App[Any], text: str) -> str:
    """`text` as the person leaves it in the editor.

    The screen steps aside meanwhile. Raises UsageError where there is no editor, it can't be
    started or ends with a fault, or the screen can't step aside (in a browser).
    """
    command = editor_command()
    try:
        with app.suspend():
            return edited(command, text)
    except SuspendNotSupported:
        raise UsageError(_("An editor can't be opened from here.")) from None


def edited(command: list[str], text: str) -> str:
    """`text` after `command` was run on a file of it, which its owner alone can read."""
    with TemporaryDirectory(prefix="staketerm-") as folder:
        file = Path(folder) / "note.md"
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
        try:
            # the command is the person's own setting
            subprocess.run([*command, str(file)], check=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError) as error:
            raise UsageError(
                _("{editor} did not end well, the text is as it was: {error}").format(
                    editor=command[0], error=error
                )
            ) from None
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
