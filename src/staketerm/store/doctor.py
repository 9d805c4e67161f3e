"""What can be told about the health of a journal, as findings; `repair` mends a damaged one."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from glob import escape
from pathlib import Path
from shlex import quote

from staketerm.locale import _
from staketerm.store.cipher import is_encrypted, sqlcipher
from staketerm.store.encrypting import plain_copies
from staketerm.store.engine import connect
from staketerm.store.errors import StoreError, told
from staketerm.store.network import on_network
from staketerm.store.probe import cut_off, probe
from staketerm.store.restore import still_mode
from staketerm.store.rotation import folder_of, newest_by
from staketerm.store.schema import SCHEMA

WAL_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The first SQLite of each line without the WAL-reset bug (storage-sync 2.3)."""

WAL_FROM = (3, 7, 0)

BACKUP_OLD_DAYS = 7


class Health(StrEnum):
    """How much a finding matters."""

    GOOD = "good"
    NOTE = "note"  # worth knowing, nothing to do
    BAD = "bad"  # something to do


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its key, how it is, what was found and what to do about it."""

    key: str
    health: Health
    text: str


def examine(journal: Path, now: datetime) -> list[Finding]:
    """Look at the journal without writing anything; `now` tells how old its backups are."""
    encrypted = is_encrypted(journal)
    version_info = sqlcipher().VERSION if encrypted else sqlite3.sqlite_version_info
    findings = [_sqlite(version_info), _place(journal)]
    try:
        version = probe(journal)
    except StoreError as fault:
        return [*findings, Finding("journal", Health.BAD, str(fault)), last_backup(journal, now)]
    if version is None:
        return [*findings, Finding("journal", Health.NOTE, _("No journal is there yet."))]
    return [
        *findings,
        layout(version),
        _modes(journal),
        *([_encrypted(journal)] if encrypted else []),
        *_inside(journal),
        last_backup(journal, now),
        _synced(journal),
    ]


def wal_bug(version: tuple[int, ...]) -> bool:
    """Whether an SQLite of this version can harm a journal in WAL; the lock guards it (2.3)."""
    return WAL_FROM <= version < WAL_FIXED[0] and not any(
        version[:2] == fixed[:2] and version >= fixed for fixed in WAL_FIXED[1:]
    )


def _sqlite(version: tuple[int, ...]) -> Finding:
    name = ".".join(map(str, version))
    if not wal_bug(version):
        return Finding("sqlite", Health.GOOD, _("SQLite {version}").format(version=name))
    text = _("SQLite {version}: has the WAL-reset bug, guarded against by the journal's lock")
    return Finding("sqlite", Health.NOTE, text.format(version=name))


def _place(journal: Path) -> Finding:
    if on_network(journal.parent):
        text = _("{path}, on a network drive: one machine at a time, and slower")
        return Finding("place", Health.NOTE, text.format(path=journal))
    return Finding("place", Health.GOOD, str(journal))


def layout(version: int) -> Finding:
    """What is said of the schema of a journal, which is none from the future."""
    if version == SCHEMA:
        return Finding("schema", Health.GOOD, _("Schema {version}").format(version=version))
    text = _("Schema {version}; it is brought to {wanted} when next opened, after a backup")
    return Finding("schema", Health.NOTE, text.format(version=version, wanted=SCHEMA))


def _modes(journal: Path) -> Finding:
    if os.name == "nt":
        return Finding("modes", Health.GOOD, _("The rights are those of your profile folder"))
    open_to_others = [
        each.name
        for each in journal.parent.glob(f"{escape(journal.name)}*")
        if stat.S_IMODE(each.stat().st_mode) & 0o077
    ]
    if open_to_others:
        text = _("Others on this machine can read {files}. Run: chmod 600 {path}*")
        return Finding(
            "modes",
            Health.BAD,
            text.format(files=", ".join(open_to_others), path=quote(str(journal))),
        )
    return Finding("modes", Health.GOOD, _("Only you can read it"))


def _encrypted(journal: Path) -> Finding:
    copies = plain_copies(journal)
    if not copies:
        return Finding("encrypted", Health.GOOD, _("Encrypted, and its backups as well"))
    text = _("Encrypted, but these copies are not: {files}. Run: staketerm encrypt --remove-plain")
    files = ", ".join(map(str, copies))
    return Finding("encrypted", Health.NOTE, text.format(files=files))


def _inside(journal: Path) -> list[Finding]:
    """What SQLite itself says: journal mode, integrity, links between rows."""
    if cut_off(journal):
        text = _(
            "Somebody is writing or was cut off; what is half done is taken back when next opened"
        )
        return [Finding("integrity", Health.NOTE, text)]
    try:
        with told(str(journal)), closing(connect(journal, still_mode(journal))) as connection:
            wal = _is_wal(journal)
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except StoreError as fault:
        return [Finding("integrity", Health.BAD, str(fault))]
    return [_mode(wal), _integrity(found), _links(broken)]


def _is_wal(journal: Path) -> bool:
    """What byte 18 of the header says; asking SQLite for its mode would touch a still journal.

    That of an encrypted one cannot be seen: it has one wherever it can.
    """
    if is_encrypted(journal):
        return not on_network(journal)
    with journal.open("rb") as file:
        return file.read(20)[18] == 2


def _mode(wal: bool) -> Finding:
    if wal:
        return Finding("mode", Health.GOOD, _("Write-ahead log, synced at every write"))
    text = _("No write-ahead log here; reading waits while something is written")
    return Finding("mode", Health.NOTE, text)


def _integrity(found: list[str]) -> Finding:
    if found == ["ok"]:
        return Finding("integrity", Health.GOOD, _("Every page is sound"))
    text = _("Damaged: {finding}. Run `staketerm doctor --repair`; it keeps this file")
    return Finding("integrity", Health.BAD, text.format(finding=found[0]))


def _links(broken: list[tuple[object, ...]]) -> Finding:
    if not broken:
        return Finding("links", Health.GOOD, _("Every row finds what it points to"))
    text = _("{count} rows point to nothing. Run `staketerm doctor --repair`")
    return Finding("links", Health.BAD, text.format(count=len(broken)))


def last_backup(journal: Path, now: datetime) -> Finding:
    """How old the newest backup of a journal is, and where it lies."""
    newest = newest_by(journal, now)
    if newest is None:
        text = _("There is no backup yet. Run `staketerm backup`")
        return Finding("backup", Health.NOTE, text)
    days = (now - newest.made_at).days
    text = _("Last backup {moment}, {path}").format(
        moment=f"{newest.made_at:%Y-%m-%d %H:%M} UTC", path=newest.path
    )
    return Finding("backup", Health.GOOD if days <= BACKUP_OLD_DAYS else Health.NOTE, text)


_SYNCED_NAMES = (
    "dropbox",
    "onedrive",
    "icloud",
    "mobile documents",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "pcloud",
    "seafile",
)
_SYNCED_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".sync")


def synced_by(journal: Path) -> Path | None:
    """The folder above the journal that a file synchroniser keeps, as far as one can see."""
    for folder in journal.absolute().parents:
        if folder.name.lower().startswith(_SYNCED_NAMES):
            return folder
        if any((folder / mark).exists() for mark in _SYNCED_MARKS):
            return folder
    return None


def _synced(journal: Path) -> Finding:
    folder = synced_by(journal)
    if folder is None:
        return Finding("synced", Health.GOOD, _("Not inside a folder that is synchronised"))
    text = _(
        "{folder} is synchronised file by file, which can harm an open journal. Keep the journal "
        "elsewhere, and backups in {backups} or a folder of your own there"
    )
    return Finding("synced", Health.BAD, text.format(folder=folder, backups=folder_of(journal)))
