"""What is done when the kill comes, and what must be true afterwards: one `Scene` for each kind.

Whatever else writes a journal, or files from one, becomes one more line of `SCENES`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.kill import copies, encrypted, syncs, writes
from tests.benchmarks.kill.dying import Say


@dataclass(frozen=True, slots=True)
class Scene:
    """One kind of write: what lies there before, what is done, and what is wrong afterwards.

    `look` is told what was acknowledged; each runs in a program of its own, in a folder of its own.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path, Say], None]
    look: Callable[[Path, tuple[str, ...]], list[str]]


SCENES = (
    Scene("log", writes.with_people, writes.log_on, writes.logged),
    Scene("meeting", writes.with_people, writes.meet_on, writes.met),
    Scene("undo", writes.with_people, writes.undo_on, writes.undone),
    Scene("two-programs", writes.with_people, writes.log_beside, writes.both_logged),
    Scene("import", writes.with_register, writes.take_in_register, writes.taken_in),
    Scene("migration", writes.older, writes.bring_up_to_date, writes.brought_up_to_date),
    Scene("backup", writes.with_people, copies.back_up_on, copies.backed_up),
    Scene("restore", copies.crashed, copies.restore_on, copies.restored),
    Scene("repair", copies.damaged, copies.repair_on, copies.repaired),
    Scene("encrypted", encrypted.sealed, encrypted.log_sealed, encrypted.logged_sealed),
    Scene("encrypt", encrypted.begun, encrypted.encrypt_on, encrypted.encrypted),
    Scene("decrypt", encrypted.told_sealed, encrypted.decrypt_on, encrypted.decrypted),
    Scene("sync", syncs.shared, syncs.sync_on, syncs.synced),
    Scene("export", copies.exported_once, copies.export_on, copies.exported),
)
