"""Where the passphrase of an encrypted journal comes from (storage-sync 2.8).

Tried in this order: a file descriptor, the command that config.toml names, the keyring of the
system, the environment; last, whoever sits at the terminal is asked. It is never an argument, and
stands in no message. A plain journal loads nothing of this.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from staketerm.domain.errors import UsageError
from staketerm.journal.location import file_of, own_config, own_setting
from staketerm.locale import _
from staketerm.store import cipher

VARIABLE = "STAKETERM_PASSPHRASE"
"""The variable of the environment: the last resort, for all that is started by one sees it."""

TRIES = 3
"""How often somebody at the terminal is asked."""

_Source = Callable[[], str | None]

_descriptors: list[int] = []


def take_from(descriptor: int) -> None:
    """Take the passphrase from an open file descriptor: its first line, read when it is needed."""
    _descriptors[:] = [descriptor]
    _from_descriptor.cache_clear()


def at_hand() -> bool:
    """Whether the passphrase was given with the command itself: nobody is asked, nothing is run."""
    return bool(_descriptors or os.environ.get(VARIABLE))


def is_locked(location: str | Path | None) -> bool:
    """Whether the journal at `location` is encrypted and its key is not at hand yet."""
    path = file_of(location)
    return path is not None and cipher.is_encrypted(path) and not cipher.is_open(path)


def unlock(location: str | Path | None, *, asks: bool = True) -> None:
    """See to it that the key of the journal at `location` is at hand, where it is encrypted.

    Raises JournalEncrypted where nothing that was given opens it, or nothing was, and
    EncryptionMissing without SQLCipher. `asks` is whether somebody at the terminal may be asked.
    """
    path = file_of(location)
    if path is None or not is_locked(path):
        return
    from staketerm.store.errors import JournalEncrypted

    cipher.sqlcipher()  # nobody types a passphrase where it is missing
    unanswered: list[str] = []
    refused = [name for name, secret in _given(path, unanswered) if not _opens(path, secret)]
    if cipher.is_open(path):
        return
    if not (asks and _somebody_is_there()):
        raise JournalEncrypted(_closed(path, refused, unanswered))
    sys.stderr.writelines(f"{said}\n" for said in unanswered)
    _ask_for(path)


def new_secret() -> str:
    """The passphrase that a journal is to be encrypted with: what is given, else typed twice.

    Raises UsageError where there is none.
    """
    for _name, ask in _SOURCES:
        if secret := ask():
            return secret
    return typed_twice()


def typed_twice() -> str:
    """A new passphrase, typed twice at the terminal; raises UsageError where nobody types one."""
    if not _somebody_is_there():
        raise UsageError(
            _("There is nobody to ask for a new passphrase; --key-fd N or --new-key-fd N gives it.")
        )
    for _try in range(TRIES):
        first = _typed(_("New passphrase: "))
        if first and first == _typed(_("The same again: ")):
            return first
        sys.stderr.write((_("These differ.") if first else _("It is empty.")) + "\n")
    raise UsageError(_("No passphrase was set; the journal is as it was."))


def first_line(descriptor: int) -> str:
    """The first line that an open file descriptor gives; raises UsageError where it gives none."""
    try:
        standard = descriptor <= 2  # these stay open
        with open(
            descriptor, encoding="utf-8", errors="surrogateescape", closefd=not standard
        ) as file:
            return file.readline().rstrip("\r\n")
    except OSError as fault:
        raise UsageError(
            _("File descriptor {number} cannot be read ({reason}).").format(
                number=descriptor, reason=fault.strerror
            )
        ) from fault


def forget() -> None:
    """Wipe the keys, and what was read from a descriptor, from memory."""
    cipher.forget()
    _descriptors.clear()
    _from_descriptor.cache_clear()
    _from_command.cache_clear()


def _given(path: Path, unanswered: list[str]) -> Iterator[tuple[str, str]]:
    """What is given without asking anybody, until the journal is open, and who says so. Why the
    keyring did not answer goes to `unanswered`: another source may serve.
    """

    def from_keyring() -> str | None:
        from staketerm.journal.system_keyring import KeyringUnusable, look_up

        try:
            return look_up(path)
        except KeyringUnusable as fault:
            unanswered.append(str(fault))
        return None

    keyring: tuple[str, _Source] = (_("the keyring"), from_keyring)
    for name, ask in (*_SOURCES[:2], keyring, *_SOURCES[2:]):
        if not cipher.is_open(path) and (secret := ask()):
            yield name, secret


def _opens(path: Path, secret: str) -> bool:
    def backups() -> Iterator[Path]:
        from staketerm.store.rotation import backups_of

        yield from (each.path for each in backups_of(path))

    return cipher.admits(path, secret, backups())


def _ask_for(path: Path) -> None:
    """Ask at the terminal, three times at most; raises JournalEncrypted after that."""
    from staketerm.store.errors import JournalEncrypted

    asked = _("Passphrase of {path}: ").format(path=path)
    for attempt in range(TRIES):
        secret = _typed(asked)
        if not secret:
            raise JournalEncrypted(
                _("No passphrase was given; {path} stays closed.").format(path=path)
            )
        if _opens(path, secret):
            return
        if attempt + 1 < TRIES:
            sys.stderr.write(_("This one does not open it.") + "\n")
    raise JournalEncrypted(_wrong(path, _("what was typed")))


def _closed(path: Path, refused: list[str], unanswered: list[str]) -> str:
    """Why a journal stays closed where nobody can be asked, and what to do."""
    if refused:
        return _wrong(path, _("what {source} says").format(source=refused[0]))
    if unanswered:
        said = _("{path} is encrypted, and nobody is here to ask for its passphrase.")
        return f"{said.format(path=path)} {unanswered[0]}"
    return _(
        "{path} is encrypted, and nobody is here to ask for its passphrase. Give it by a "
        "command (passphrase_command under [journal] in {config}), by the keyring "
        "(`staketerm encrypt --keyring`), by --key-fd N, or, where nothing else will do, "
        "in {variable}."
    ).format(path=path, config=own_config(), variable=VARIABLE)


def _wrong(path: Path, given: str) -> str:
    return _(
        "{path} is not opened by {given}: it has another passphrase, or the file is damaged, which "
        "looks the same. Nothing was changed, and without the passphrase nothing can be "
        "done; a backup may have one that you know (`staketerm restore PATH`)."
    ).format(path=path, given=given)


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _typed(prompt: str) -> str:
    from getpass import getpass

    try:
        return getpass(prompt)
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\n")
        return ""


@lru_cache(maxsize=1)
def _from_descriptor() -> str | None:
    return first_line(_descriptors[0]) if _descriptors else None


@lru_cache(maxsize=1)
def _from_command() -> str | None:
    """The first line that passphrase_command says; raises UsageError where it fails.

    A list is run as it stands, a text by the system's shell.
    """
    command = _command()
    if command is None:
        return None
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603 -- the person's own line in their own file
            command,
            shell=isinstance(command, str),
            stdout=subprocess.PIPE,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as fault:
        raise UsageError(
            _("passphrase_command in {config} failed ({reason}).").format(
                config=own_config(), reason=_reason(fault)
            )
        ) from None
    lines = done.stdout.decode("utf-8", "surrogateescape").splitlines()
    return lines[0] if lines else None


def _reason(fault: Exception) -> str:
    code = getattr(fault, "returncode", None)
    return _("exit code {code}").format(code=code) if code else type(fault).__name__


def _command() -> Any:
    """passphrase_command of config.toml; None where there is none, or no file that can be read."""
    command = own_setting("passphrase_command")
    fits = command is None or isinstance(command, str)
    if not fits and not (
        isinstance(command, list) and all(isinstance(one, str) for one in command)
    ):
        raise UsageError(
            _(
                'passphrase_command in {config} is a text or a list of texts, such as ["pass", '
                '"show", "staketerm"].'
            ).format(config=own_config())
        )
    return command or None


def _from_environment() -> str | None:
    return os.environ.get(VARIABLE)


_SOURCES: tuple[tuple[str, _Source], ...] = (
    ("--key-fd", _from_descriptor),
    ("passphrase_command", _from_command),
    (VARIABLE, _from_environment),
)
