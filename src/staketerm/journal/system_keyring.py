"""The keyring of the system, where the key of an encrypted journal may lie (storage-sync 2.8).

It is the key that lies there, not the passphrase, under the salt that a journal and its backups
share. The package is imported only where it is asked: that takes a tenth of a second, and a
back-end may ask somebody to unlock it. Each back-end has errors of its own, any of which may come.
"""

from importlib.util import find_spec
from pathlib import Path

from staketerm.domain.errors import UsageError
from staketerm.journal.location import file_of, own_config
from staketerm.locale import _
from staketerm.store import cipher

_SERVICE = "staketerm"  # whose keys they are

_NONE = "NoKeyringError"  # what the package raises where the system has no keyring


class KeyringUnusable(UsageError):
    """The keyring does not answer, or there is none."""


def look_up(path: Path) -> str | None:
    """The key that the keyring holds for an encrypted journal; None where it holds none, and where
    this system has no keyring. Raises KeyringUnusable where it does not answer.
    """
    if find_spec("keyring") is None:
        return None
    try:
        return _get(cipher.name_of(path))
    except Exception as fault:
        if type(fault).__name__ == _NONE:
            return None
        raise _unusable(fault) from fault


def holds(location: str | Path | None) -> bool:
    """Whether the keyring holds the key of a journal, as far as it answers."""
    path = file_of(location)
    try:
        return path is not None and look_up(path) is not None
    except KeyringUnusable:
        return False


def refuse_unusable() -> None:
    """Raise KeyringUnusable, with the remedy, where nothing can be put into the keyring."""
    if find_spec("keyring") is None:
        raise KeyringUnusable(
            _("The keyring needs one more package. Install it with: pipx inject staketerm keyring")
        )
    try:
        _get(_SERVICE)
    except Exception as fault:
        raise _unusable(fault) from fault


def keep(location: str | Path | None) -> None:
    """Put the key of an encrypted journal that is open into the keyring, and look that it is there:
    it serves the backups too. Raises KeyringUnusable.
    """
    refuse_unusable()
    path = file_of(location)
    if path is None:
        return
    name, key = cipher.name_of(path), cipher.raw(path)
    try:
        import keyring

        keyring.set_password(_SERVICE, name, key)
        kept = _get(name) == key
    except Exception as fault:
        raise _unusable(fault) from fault
    if not kept:
        raise KeyringUnusable(
            _("The keyring of this system does not keep what it is given.") + _otherwise()
        )


def _get(name: str) -> str | None:
    import keyring

    found: str | None = keyring.get_password(_SERVICE, name)
    return found


def _unusable(fault: Exception) -> KeyringUnusable:
    reason = type(fault).__name__
    said = (
        _("This system has no keyring that could be used ({reason}).")
        if reason == _NONE
        else _("The keyring of this system cannot be used ({reason}): unlock it, or set it up.")
    )
    return KeyringUnusable(said.format(reason=reason) + _otherwise())


def _otherwise() -> str:
    return " " + _("passphrase_command under [journal] in {config} serves without one.").format(
        config=own_config()
    )
