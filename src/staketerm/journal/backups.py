"""The backups of a journal, wherever it lies (storage-sync 2.5, 2.7): beside its file; of one on a
server in the platform's data folder, where each who works on it has copies of their own.
"""

import re
from datetime import timedelta
from pathlib import Path

from sqlalchemy.engine import make_url

from staketerm.journal.location import own_setting
from staketerm.journal.opening import Journal
from staketerm.locale import _
from staketerm.store import backup
from staketerm.store.addresses import is_server, shown
from staketerm.store.copying import copy_store
from staketerm.store.errors import StoreError
from staketerm.store.version import SCHEMA


def backed_up_as(journal: Journal) -> Path | None:
    """The file by whose name the backups of a journal go, its own or a `stand_in`; None in memory,
    where there are none.
    """
    store = journal.store
    return stand_in(store.place, store.replica) if is_server(store.place) else store.path


def stand_in(address: str, replica: str) -> Path:
    """The file that a journal on a server would be here. Its name holds that of the journal's
    replica: one server has many journals, and many addresses may lead to one.
    """
    from platformdirs import user_data_path

    url = make_url(shown(address))
    where = "-".join(part for part in (url.host, url.database, replica) if part)
    name = re.sub(r"[^\w.]+", "-", where)
    return user_data_path("staketerm") / f"{name}.db"


def back_up(journal: Journal, target: Path | None = None) -> Path:
    """Back up a journal into its own folder of backups, or to `target` (a folder, or a file not
    there yet); where it went. Raises the StoreError family.
    """
    own = backed_up_as(journal)
    if own is None or own == journal.store.path:
        return backup.back_up(journal.store, target)

    def make(aside: Path, wanted: Path) -> None:
        copied = copy_store(journal.store, aside, journal.clock)
        backup.verify(aside, wanted, copied.rows)

    return backup.keep(make, own, journal.clock.now(), SCHEMA, target)


def back_up_if_older(journal: Journal, age: timedelta) -> str | None:
    """Back up a journal that was changed since its newest backup, where that is older than `age`;
    a sentence where it could not be done: work goes on without it. One on a server is left to
    whoever asks for it where it is too large to be copied in a moment, or config.toml says so.
    """
    own, store = backed_up_as(journal), journal.store
    if own is None or store.read_only:
        return None
    try:
        if backup.is_due(store, own, age) and (own == store.path or _is_copied_by_itself(journal)):
            back_up(journal)
    except (StoreError, OSError) as fault:
        return not_made(fault)
    return None


def not_made(fault: Exception) -> str:
    """That a backup was due and could not be made, in a sentence."""
    return _("No backup was made: {reason}").format(reason=fault)


def _is_copied_by_itself(journal: Journal) -> bool:
    from staketerm.store.server_health import is_heavy

    if own_setting("copies") is False:
        return False
    with journal.read() as reader:
        return not is_heavy(reader.connection)
