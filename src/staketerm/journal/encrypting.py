"""Encrypting a journal, decrypting it, and what stays readable besides (storage-sync 2.8)."""

from dataclasses import dataclass
from pathlib import Path

from staketerm.domain.errors import UsageError
from staketerm.journal.backups import back_up, not_made
from staketerm.journal.opening import open_journal
from staketerm.journal.passphrase import unlock
from staketerm.journal.safety import journal_file
from staketerm.locale import _
from staketerm.store import cipher, encrypting, probe
from staketerm.store.clock import Clock
from staketerm.store.errors import JournalMissing, StoreError


@dataclass(frozen=True, slots=True)
class Converted:
    """A journal that was encrypted or decrypted: where it is, where its old file is kept, the first
    backup of the new one, and what could not be done, in a sentence.
    """

    journal: Path
    kept: Path | None
    backup: Path | None = None
    unfinished: tuple[str, ...] = ()


def is_encrypted(location: str | Path | None) -> bool:
    """Whether the journal at `location` is there and encrypted; raises UsageError for one on a
    server.
    """
    return cipher.is_encrypted(journal_file(location))


def encrypted_already(location: str | Path | None) -> bool:
    """Whether the journal at `location` is encrypted; asked before anybody types a passphrase.

    Raises what forbids to encrypt it: JournalMissing and what else `probe` finds, UsageError for
    one on a server, EncryptionMissing.
    """
    journal = _there(location)
    cipher.sqlcipher()
    return cipher.is_encrypted(journal)


def encrypt(location: str | Path | None, clock: Clock, secret: str) -> Converted:
    """Encrypt a journal by a passphrase, by another one where it is encrypted; then back it up.

    It must not be open. Raises the StoreError family, and changes nothing then.
    """
    journal = _there(location)
    unlock(journal)
    kept = encrypting.encrypt(journal, clock.now(), secret)
    try:
        with open_journal(journal, clock=clock, create=False) as opened:
            return Converted(journal, kept, back_up(opened))
    except StoreError as fault:
        return Converted(journal, kept, unfinished=(not_made(fault),))


def decrypt(location: str | Path | None, clock: Clock) -> Converted:
    """Make an encrypted journal a plain file again; raises UsageError where it is one."""
    journal = _there(location)
    if not cipher.is_encrypted(journal):
        raise UsageError(_("{path} is not encrypted.").format(path=journal))
    unlock(journal)
    return Converted(journal, encrypting.decrypt(journal, clock.now()))


def plain_copies(location: str | Path | None) -> list[Path]:
    """Backups and old files of an encrypted journal that can be read without its passphrase."""
    return encrypting.plain_copies(journal_file(location))


def remove(copies: list[Path]) -> None:
    """Delete copies of a journal; raises the StoreError family where one stays."""
    encrypting.remove(copies)


def _there(location: str | Path | None) -> Path:
    """The file of a journal that is there; raises JournalMissing, and what `probe` raises of a
    plain one.
    """
    journal = journal_file(location)
    if not journal.is_file() or (not cipher.is_encrypted(journal) and probe.probe(journal) is None):
        raise JournalMissing(_("There is no journal at {path}.").format(path=journal))
    return journal
