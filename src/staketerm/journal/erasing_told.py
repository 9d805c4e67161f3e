"""What is said of an erasure before it is done, and after: the same wherever it is done."""

from staketerm.journal.erasing import Erased, OldBackup
from staketerm.locale import _, ngettext


def beforehand(name: str, rows: int) -> tuple[str, ...]:
    """What would go, and that it is for good; in sentences."""
    said = ngettext(
        "{name}: {n} row, also from history, search and the file.",
        "{name}: {n} rows, also from history, search and the file.",
        rows,
    )
    return (
        said.format(name=name, n=rows),
        _("Nothing brings it back: no undo, no import, no colleague."),
    )


def afterwards(done: Erased) -> tuple[str, ...]:
    """How much is gone, what still names the person, and what is left to do; in sentences."""
    gone = ngettext("erased: {n} row", "erased: {n} rows", done.rows).format(n=done.rows)
    named = (
        _("still named in: {day} {kind}: {text}").format(
            day=each.day.isoformat(), kind=each.kind, text=each.text
        )
        for each in done.mentions
    )
    follow = _("Folders shared with colleagues follow at the next sync of each.")
    out = _("What colleagues keep for themselves and what you exported stays where it is.")
    server = _("Backups on the server, and on colleagues' machines, hold it until they rotate out.")
    others = (server,) if done.on_server else ()
    return (gone, *named, *map(_kept, done.backups), *others, *done.unfinished, follow, out)


def _kept(old: OldBackup) -> str:
    if old.until is None:
        return _("still in {path}, until you delete it").format(path=old.path)
    said = _("still in the backup {path}, until {day} where something is written each day")
    return said.format(path=old.path, day=old.until.isoformat())
