"""Files that a program saved again without changing a row: git with its own line ends, say, or a
spreadsheet. As data they are what they were (storage-sync 1.2, `rows_sha256`).
"""

from hashlib import sha256
from pathlib import Path

from staketerm.exchange.cells import unguard
from staketerm.exchange.csvform import csv_text, form_of
from staketerm.exchange.csvread import read_table, sheet_of
from staketerm.exchange.plan import ImportRefused
from staketerm.exchange.sync.confined import whole_file
from staketerm.exchange.sync.scope import SHARED_KINDS


def only_saved_again(path: Path, digest: str) -> bool:
    """Whether the rows of a table's file, written in our form, have the SHA-256 `digest`."""
    table = path.stem.partition("-")[0]
    kind = next((kind for kind in SHARED_KINDS if kind.table == table), None)
    if kind is None:
        return False
    try:
        data = whole_file(path)
        header, _rows = sheet_of(kind, path.name, data)
        rows = [row for batch in read_table(kind, path.name, data) for row in batch]
    except ImportRefused:
        return False
    form = form_of(kind)
    ours = {*form.columns, *form.stamps}
    extras = sorted(unguard(name) for name in header.cells if name not in ours)
    text = "".join(csv_text(kind, sorted(rows, key=lambda row: row.id), extras))
    return sha256(text.encode()).hexdigest() == digest
