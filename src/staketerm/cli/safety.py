"""`backup`, `restore`, `doctor`: keeping a journal safe."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, show_table, tell
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.store.doctor import Finding
    from staketerm.store.repair import Repaired

FAILED = 1


@command("backup", _("Back the journal up: beside it, or to PATH."))
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.as_json
@click.pass_obj
def backup_command(settings: Settings, path: Path | None, as_json: bool) -> None:
    """A checked copy of the journal."""
    from staketerm.journal.backups import back_up

    with settings.open() as journal:
        made = back_up(journal, path)
    if as_json:
        show_json("backup", {"path": str(made)})
    else:
        show(_("backed up to {path}").format(path=made))


@command("restore", _("Put a backup in the place of the journal, which is kept beside it."))
@click.argument("path", type=click.Path(path_type=Path))
@options.as_json
@click.pass_obj
def restore_command(settings: Settings, path: Path, as_json: bool) -> None:
    """The journal as it was when it was backed up."""
    from staketerm.journal.encrypting import is_encrypted
    from staketerm.journal.safety import restore

    kept = restore(settings.journal, path, settings.clock())
    if as_json:
        show_json("restore", {"from": str(path), "kept": str(kept) if kept else None})
        return
    show(_("restored from {path}").format(path=path))
    if kept:
        show(_("The journal that was there is kept as {path}.").format(path=kept))
        if is_encrypted(kept) and not is_encrypted(settings.journal):
            tell(_("The restored one is not encrypted; `staketerm encrypt` does that."))


@command("doctor", _("Say how the journal fares; exit with 1 where something is to be done."))
@click.option("--repair", is_flag=True, help=_("Rebuild a damaged journal; the old one is kept."))
@options.as_json
@click.pass_obj
def doctor_command(settings: Settings, repair: bool, as_json: bool) -> int:
    """What was looked at and what was found; the exit code."""
    from staketerm.journal import safety
    from staketerm.journal.nurture.templates import examine_templates, own_templates

    clock = settings.clock()
    findings = safety.examine(settings.journal, clock)
    repaired = None
    if repair and safety.needs_repair(findings):
        repaired = safety.repair(settings.journal, clock)
        findings = safety.examine(settings.journal, clock)
    findings += examine_templates(own_templates())
    bad = [each for each in findings if each.health == "bad"]
    if as_json:
        show_json(
            "doctor",
            {
                "healthy": not bad,
                "findings": [
                    {"key": each.key, "health": each.health, "text": each.text} for each in findings
                ],
                "repaired": repaired
                and {
                    "kept": str(repaired.damaged),
                    "backup": str(repaired.backup) if repaired.backup else None,
                    "rows": repaired.kept,
                    "salvaged": repaired.salvaged,
                    "lost": repaired.lost,
                },
            },
        )
        return FAILED if bad else 0
    if repaired:
        show(_("repaired; the damaged journal is kept as {path}").format(path=repaired.damaged))
        _show_counts(repaired)
    elif repair:
        tell(_("There is nothing to mend."))
    show_table((_("state"), _("part"), _("found")), map(_cells, findings))
    return FAILED if bad else 0


def _show_counts(repaired: "Repaired") -> None:
    """What a repair saved and what it lost, table by table."""

    def rows(counts: dict[str, int]) -> str:
        return ", ".join(f"{table} {count}" for table, count in counts.items()) or _("none")

    if repaired.backup:
        show(_("began from the backup {path}").format(path=repaired.backup))
    show(_("rows saved: {rows}").format(rows=rows(repaired.kept)))
    if repaired.backup:
        show(_("of these newer than the backup: {rows}").format(rows=rows(repaired.salvaged)))
    show(_("rows lost: {rows}").format(rows=rows(repaired.lost)))


def _cells(finding: "Finding") -> tuple[str, str, str]:
    words = {"good": _("good"), "note": _("note"), "bad": _("to do")}
    return words[finding.health], finding.key, finding.text
