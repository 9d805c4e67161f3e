"""The folders that this journal syncs with: remembered here, never exchanged."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from staketerm.domain.errors import StaketermError, UsageError
from staketerm.exchange.sync.folder import FolderAway, ShareFolder
from staketerm.journal.opening import Journal
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.types import moment_text

FOLDER = "folder:"
"""Begins the name in `meta` under which the folder of a share is kept."""


@dataclass(frozen=True, slots=True)
class KnownShare:
    """A share that this journal synced with: its id and name, where its folder lies here, and when
    that was the last time.
    """

    share: str
    name: str
    path: Path
    synced: datetime


def remember_folder(journal: Journal, folder: ShareFolder) -> None:
    """Keep where a share lies, and that it was synced now."""
    said = {
        "name": folder.name,
        "path": str(folder.path.absolute()),
        "synced": moment_text(journal.clock.now()),
    }
    with journal.store.write("sync") as work:
        work.set_meta(FOLDER + folder.share, json.dumps(said, ensure_ascii=False, sort_keys=True))


def known_shares(journal: Journal) -> tuple[KnownShare, ...]:
    """The shares this journal synced with, the last one first."""
    table = tables.meta.c
    query = select(table.name, table.value).where(table.name.startswith(FOLDER, autoescape=True))
    with journal.read() as reader:
        rows = reader.select(query)
    found = [
        KnownShare(
            name.removeprefix(FOLDER),
            said["name"],
            Path(said["path"]),
            datetime.fromisoformat(said["synced"]),
        )
        for name, said in ((name, json.loads(value)) for name, value in rows)
    ]
    return tuple(sorted(found, key=lambda each: (each.synced, each.share), reverse=True))


def not_shared(journal: Journal, path: Path) -> StaketermError:
    """What to say of a folder in which there is no share: that it is away, where there was one."""
    for each in known_shares(journal):
        if each.path == path.absolute():
            at = each.synced.astimezone().strftime("%Y-%m-%d %H:%M")
            said = _("{path} can't be reached. Last sync {moment}.")
            return FolderAway(said.format(path=path, moment=at))
    return UsageError(
        _("{path} is not shared yet; name a project to share with --project.").format(path=path)
    )


def only_folder(journal: Journal) -> Path:
    """The one folder that this journal syncs with. Raises UsageError where there is none or more
    than one.
    """
    found = known_shares(journal)
    if len(found) == 1:
        return found[0].path
    if not found:
        raise UsageError(_("No folder is known yet: `staketerm sync FOLDER`."))
    named = ", ".join(str(each.path) for each in found)
    raise UsageError(_("Several folders are known, name one of them: {list}.").format(list=named))
