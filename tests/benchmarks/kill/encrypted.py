"""An encrypted journal and the ways to it and back, cut off, in the manner of `writes`."""

import os
from pathlib import Path

from staketerm.journal.encrypting import decrypt, encrypt
from staketerm.journal.passphrase import VARIABLE
from staketerm.store.cipher import is_encrypted
from staketerm.store.leftovers import put_aside
from tests.benchmarks.kill.dying import Say
from tests.benchmarks.kill.looking import Clock, notes, several
from tests.benchmarks.kill.writes import JOURNAL, log, log_on, logged, with_people
from tests.store.encrypted import SECRET, readable_in


def sealed(folder: Path) -> None:
    """A journal of people, encrypted, and nothing of it that can be read."""
    with_people(folder)
    os.environ[VARIABLE] = SECRET
    kept = encrypt(folder / JOURNAL, Clock(), SECRET).kept
    if kept is not None:
        kept.unlink()


def log_sealed(folder: Path, say: Say) -> None:
    os.environ[VARIABLE] = SECRET
    log_on(folder, say)


def logged_sealed(folder: Path, said: tuple[str, ...]) -> list[str]:
    """The same as of a plain one, and nothing can be read, in whatever file was left."""
    found = readable_in(folder, "Person 1", "act 0")
    os.environ[VARIABLE] = SECRET
    return found + logged(folder, said)


def begun(folder: Path) -> None:
    """A plain journal in which something was told."""
    with_people(folder)
    log(folder / JOURNAL, "old")


def encrypt_on(folder: Path, say: Say) -> None:
    encrypt(folder / JOURNAL, Clock(), SECRET)
    say("encrypted")


def encrypted(folder: Path, said: tuple[str, ...]) -> list[str]:
    """It is the plain one or the encrypted one, whole, and what was put aside is whole as well."""
    os.environ[VARIABLE] = SECRET
    found = several([], bool(said) and not is_encrypted(folder / JOURNAL), "lost: the encrypting")
    return found + _whole(folder)


def told_sealed(folder: Path) -> None:
    """The encrypted journal of the same."""
    begun(folder)
    os.environ[VARIABLE] = SECRET
    encrypt(folder / JOURNAL, Clock(), SECRET)
    for each in put_aside(folder / JOURNAL):
        each.unlink()


def decrypt_on(folder: Path, say: Say) -> None:
    os.environ[VARIABLE] = SECRET
    decrypt(folder / JOURNAL, Clock())
    say("decrypted")


def decrypted(folder: Path, said: tuple[str, ...]) -> list[str]:
    os.environ[VARIABLE] = SECRET
    found = several([], bool(said) and is_encrypted(folder / JOURNAL), "lost: the decrypting")
    return found + _whole(folder)


def _whole(folder: Path) -> list[str]:
    """The journal stands as it was told, and so does every old file of it."""
    stands = notes(folder / JOURNAL)
    found = several([], stands != ["old"], f"stands: {stands}")
    for each in put_aside(folder / JOURNAL):
        found = several(found, notes(each) != ["old"], f"{each.name} is not whole")
    return found
