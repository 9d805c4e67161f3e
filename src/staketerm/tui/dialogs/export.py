"""Everything to files: where, in which form, with the private rows or without (screens 2, `E`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from staketerm.locale import _, ngettext
from staketerm.tui.dialogs.form import Spec
from staketerm.tui.dialogs.path_form import PATH, WayOutForm
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.drawing.values import count
from staketerm.tui.intake import questions
from staketerm.tui.intake.paths import short_path
from staketerm.tui.notices import Private, say
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.exchange.export import Exported


class ExportDialog(WayOutForm):
    """A folder of CSV files, one JSON file or a calendar; the journal itself stays as it is."""

    def caption(self) -> Line:
        """What the dialog is for."""
        return (Piece(_("Export everything to files"), Ink.BOLD),)

    def specs(self) -> Sequence[Spec]:
        """Place, form, and whether private rows go too."""
        day = program(self).outlook.today.isoformat()
        return (
            Spec(PATH, _("to"), f"~/staketerm-{day}", _("a new folder, or an earlier export")),
            Spec(
                "format",
                _("as"),
                "csv",
                options=(
                    ("csv", _("CSV files in a folder")),
                    ("json", _("one JSON file")),
                    ("ics", _("a calendar")),
                ),
            ),
            Spec(
                "private",
                _("private rows"),
                "no",
                options=(("no", _("stay here")), ("yes", _("go too"))),
            ),
        )

    def write_to(self, path: Path, values: Mapping[str, str]) -> None:
        """Write the files."""
        form = values["format"] or "csv"
        if form != "csv" and not path.suffix:
            path = path.with_suffix(f".{form}")
        self.say(Piece(_("exporting ..."), Ink.MUTED))
        self.ask(
            questions.export(path, form, with_private=values["private"] == "yes"),
            self._exported,
            group="export",
            otherwise=self.fault,
        )

    def _exported(self, done: "Exported") -> None:
        rows = (
            ngettext("{n} event", "{n} events", done.rows)
            if done.format == "ics"
            else ngettext("{n} row", "{n} rows", done.rows)
        ).format(n=count(done.rows))
        files = ngettext("{n} file", "{n} files", done.files).format(n=count(done.files))
        parts = [_("exported: {rows} in {files}").format(rows=rows, files=files)]
        parts += [_("for yourself")] if done.format == "ics" else []
        if done.private:
            parts.append(_("with the private rows"))
        elif done.stayed:
            parts.append(_("private rows stay here"))
        said = ", ".join([*parts, _("to")])
        program(self).tell(say(f"{said} ", Private(str(short_path(done.path)))))
        self.dismiss(None)
