"""Encrypted journals: how one is told from a plain one, and the keys of this process (2.8).

The file has SQLCipher's own form, so that any SQLCipher opens it with the passphrase: a salt of 16
bytes, then pages that look random throughout; the key follows from passphrase and salt. It is
reckoned once in a process and kept by its salt, which a journal and its backups share. Of a plain
journal no more than the first bytes are read, and nothing is loaded.
"""

import atexit
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, NamedTuple
from urllib.parse import quote

from staketerm.locale import _
from staketerm.store.errors import EncryptionMissing, JournalEncrypted
from staketerm.store.files import private_file

MAGIC = b"SQLite format 3\x00"
"""How a plain database begins; an encrypted one has its salt there, of the same length."""

PAGE = 4096
"""Bytes of a page, each encrypted and signed by itself."""

_SAMPLES = 8
_MOTLEY = 224  # different bytes in a page: of 4,096 random ones no fewer than 250, of text 150
_ROUNDS = 256_000  # of PBKDF2 with SHA-512, as SQLCipher 4 reckons the key
_SIGNATURE = 64
_RAW = re.compile(r"x'([0-9a-fA-F]{64})'")

_KEYS: dict[bytes, bytearray] = {}


class _Seen(NamedTuple):
    """A file that was looked at: which one it is, how it begins, whether it is encrypted."""

    identity: tuple[int, int]
    head: bytes
    encrypted: bool


_SEEN: dict[Path, _Seen] = {}


def head_of(path: Path) -> bytes:
    """How a file begins, 16 bytes at most; raises OSError where it cannot be read."""
    return _look(path).head


def is_encrypted(path: Path) -> bool:
    """Whether the file is an encrypted journal, as far as one sees without its passphrase.

    Most pages of such a file look random; a few that damage has made random do not make it one.
    """
    try:
        return _look(path).encrypted
    except OSError:
        return False


def admits(path: Path, secret: str, kin: Iterable[Path] = ()) -> bool:
    """Whether the encrypted journal at `path` was written by `secret`; its key is kept then.

    `secret` is a passphrase, or a raw key as SQLCipher writes one: x'64 hexadecimal digits'. Where
    the salt is damaged, that of `kin` may serve, such as backups. Raises EncryptionMissing.
    """
    sqlcipher()
    own, tried = head_of(path), set[bytes]()
    for salt in (own, *map(head_of, kin)):
        if salt in tried or salt == MAGIC:
            continue
        key = _reckoned(secret, salt)
        if _signed(path, key):
            _keep(key, own, salt)
            return True
        tried.add(salt)
    return False


def is_open(path: Path) -> bool:
    """Whether the key of the encrypted journal at `path` is at hand."""
    return head_of(path) in _KEYS


def new_key(secret: str) -> bytearray:
    """The key of a journal to be encrypted by `secret`, with a salt of its own; kept."""
    salt = os.urandom(len(MAGIC))
    key = _reckoned(secret, salt)
    _keep(key, salt)
    return key


def key_of(path: Path) -> bytearray | None:
    """The key of the database at `path`, which is kept; None for one that is not encrypted.

    Raises JournalEncrypted where nobody gave the passphrase yet.
    """
    if not is_encrypted(path):
        return None
    key = _KEYS.get(head_of(path))
    if key is None:
        raise JournalEncrypted(
            _("{path} is encrypted, and its passphrase was not given.").format(path=path)
        )
    return key


def raw(path: Path) -> str:
    """The key of an encrypted journal that is open, as `admits` takes it in place of a passphrase.

    It tells the passphrase to nobody.
    """
    return f"x'{_KEYS[head_of(path)][2:66].decode()}'"


def name_of(path: Path) -> str:
    """What names the key of an encrypted journal, wherever that and its backups lie."""
    return head_of(path).hex()


def forget() -> None:
    """Wipe all keys from memory, and look at every file anew: for when none is open any more."""
    for key in _KEYS.values():
        key[:] = bytes(len(key))
    _KEYS.clear()
    _SEEN.clear()


def opener(path: Path) -> Callable[..., sqlite3.Connection]:
    """What connects to the database at `path`: sqlite3's own way, or one that gives its key first.

    Raises JournalEncrypted where the key is not at hand, EncryptionMissing without SQLCipher.
    """
    key = key_of(path)
    if key is not None:
        return partial(sqlcipher().connect, key=key)
    with suppress(OSError):
        seen = _look(path)
        if not seen.head:  # what is begun in an empty file this way is plain
            _SEEN[path.absolute()] = seen._replace(head=MAGIC)
    return sqlite3.connect


def sqlcipher() -> ModuleType:
    """The module of SQLCipher's driver; raises EncryptionMissing where it is not installed."""
    try:
        from staketerm.store import sqlcipher as module
    except ModuleNotFoundError as fault:
        raise EncryptionMissing(
            _(
                "An encrypted journal needs the encrypt extra of staketerm. Install it with: "
                "pipx inject staketerm sqlcipher3"
            )
        ) from fault
    return module


def address_of(path: Path, mode: str) -> str:
    """The address by which SQLite opens a file; `mode` is rwc, rw, ro or immutable."""
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return f"file:{quote(str(path.absolute()))}?{options}"


def empty_database(path: Path) -> None:
    """Make an empty file for a database to be, for its owner alone.

    Raises FileExistsError where something is there.
    """
    private_file(path)
    is_another(path)


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a database that is whole the name of another, or a new one, in one step."""
    fresh.replace(path)
    is_another(path)


def is_another(path: Path) -> None:
    """Tell that another file has the name `path` now: it may have its place on the disk as well."""
    _SEEN.pop(path.absolute(), None)


def begin_like(fresh: Path, journal: Path) -> None:
    """Make an empty database of the empty file `fresh`, encrypted by the key of `journal`, if that
    is encrypted.
    """
    key = key_of(journal)
    if key is None:
        return
    connection = sqlcipher().connect(address_of(fresh, "rw"), key=key, isolation_level=None)
    connection.execute("PRAGMA user_version = 0")  # makes the first page, with the salt
    connection.close()


def _keep(key: bytearray, *salts: bytes) -> None:
    """Keep a key until the program ends, and wipe it then."""
    if not _KEYS:
        atexit.register(forget)
    _KEYS.update(dict.fromkeys(salts, key))


def _look(path: Path) -> _Seen:
    """What a file looks like. A database is read once, before anything connects to it.

    On POSIX who closes a file loses all locks that the process has on it, those of SQLite as well:
    to read a journal that is open here would let others take its -wal away.
    """
    found = path.stat()
    seen = _SEEN.get(path.absolute())
    same = seen is not None and seen.identity == (found.st_dev, found.st_ino)
    if seen is not None and same and _may_read(path):
        return seen
    with path.open("rb") as file:
        head = file.read(len(MAGIC))
        encrypted = head != MAGIC and (head in _KEYS or _looks_random(file))
    seen = _Seen((found.st_dev, found.st_ino), head, encrypted)
    if encrypted or head == MAGIC:
        _SEEN[path.absolute()] = seen
    return seen


def _may_read(path: Path) -> bool:
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


def _pages(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Some whole pages of a file by their numbers, the first among them."""
    many = file.seek(0, 2) // PAGE
    for page in range(0, many, max(1, many // _SAMPLES)):
        file.seek(page * PAGE)
        yield page + 1, file.read(PAGE)


def _looks_random(file: BinaryIO) -> bool:
    found = [len(set(page)) >= _MOTLEY for _number, page in _pages(file)]
    return sum(found) * 2 > len(found)


def _reckoned(secret: str, salt: bytes) -> bytearray:
    """The key and the salt in the form in which SQLCipher reckons nothing any more."""
    if given := _RAW.fullmatch(secret):
        key = given[1].lower()
    else:
        from hashlib import pbkdf2_hmac
        from unicodedata import normalize

        letters = normalize("NFC", secret).encode("utf-8", "surrogateescape")
        key = pbkdf2_hmac("sha512", letters, salt, _ROUNDS, 32).hex()
    return bytearray(f"x'{key}{salt.hex()}'".encode())


def _signed(path: Path, key: bytearray) -> bool:
    """Whether a page bears the signature that `key` gives it, as SQLCipher 4 signs: HMAC-SHA512 of
    all that is before it and the number of the page, by a key of its own.
    """
    from hashlib import pbkdf2_hmac
    from hmac import compare_digest, digest

    secret, salt = bytes.fromhex(key[2:66].decode()), bytes.fromhex(key[66:98].decode())
    signing = pbkdf2_hmac("sha512", secret, bytes(each ^ 0x3A for each in salt), 2, 32)
    with path.open("rb") as file:
        for number, page in _pages(file):
            begin = len(salt) if number == 1 else 0
            told = page[begin:-_SIGNATURE] + number.to_bytes(4, "little")
            if compare_digest(digest(signing, told, "sha512"), page[-_SIGNATURE:]):
                return True
    return False
