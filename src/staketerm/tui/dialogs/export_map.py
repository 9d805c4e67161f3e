"""The map in sight to a file: as a picture or as text (screens 2, `E` on the map)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from staketerm.domain.maps.maps import title_of
from staketerm.locale import _
from staketerm.tui import map_questions
from staketerm.tui.dialogs.form import Spec
from staketerm.tui.dialogs.path_form import PATH, WayOutForm
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.intake.paths import short_path
from staketerm.tui.notices import Private, say
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.exchange.map_sheet import Sheet
    from staketerm.tui.screens.map import MapPlace


class ExportMapDialog(WayOutForm):
    """A file that only its owner can read; with names, or with initials in their place."""

    def __init__(self, place: "MapPlace") -> None:
        super().__init__()
        self._place = place

    def caption(self) -> Line:
        """What the dialog is for."""
        title = title_of(self._place.kind)
        return (Piece(_("Export this map: {title}").format(title=title), Ink.BOLD),)

    def specs(self) -> Sequence[Spec]:
        """Place, form, names."""
        place = self._place
        name = f"~/staketerm-{str(place.kind).replace('_', '-')}-{place.state.day.isoformat()}.svg"
        hidden = program(self).outlook.veil.down
        return (
            Spec(PATH, _("to"), name, _("a new file, or an earlier map")),
            Spec("format", _("as"), "svg", options=(("svg", _("a picture")), ("txt", _("text")))),
            Spec(
                "names",
                _("people by"),
                "initials" if hidden else "names",
                options=(("names", _("name")), ("initials", _("initials"))),
            ),
        )

    def write_to(self, path: Path, values: Mapping[str, str]) -> None:
        """Write the file."""
        form = values["format"] or "svg"
        path = path.with_suffix(f".{form}")
        question = map_questions.write_map(path, self._sheet(values["names"]), form)
        self.ask(question, self._written, group="export", otherwise=self.fault)

    def _sheet(self, names: str) -> "Sheet":
        from staketerm.exchange import map_sheet

        place, outlook = self._place, program(self).outlook
        return map_sheet.Sheet(
            place.kind,
            place.state.drawn(place.kind),
            place.state.day,
            project=outlook.project_name if outlook.project else "",
            called=map_sheet.initials if names == "initials" else map_sheet.full_name,
            tradition=place.tradition,
        )

    def _written(self, path: Path) -> None:
        program(self).tell(say(_("written to") + " ", Private(str(short_path(path)))))
        self.dismiss(None)
