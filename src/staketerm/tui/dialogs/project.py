"""A project: begun, or given another name."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from staketerm.locale import _
from staketerm.tui import project_questions
from staketerm.tui.dialogs.form import Form, Spec
from staketerm.tui.drawing.lines import Ink, Line, Piece
from staketerm.tui.notices import Private
from staketerm.tui.program import program

if TYPE_CHECKING:
    from staketerm.journal.projects import ProjectRow


class ProjectForm(Form):
    """The name of a project; of a new one, also whether positions are read in it."""

    WHOLE = False

    def __init__(self, project: "ProjectRow | None" = None) -> None:
        super().__init__()
        self.project = project

    def caption(self) -> Line:
        """New, or which one."""
        if self.project is None:
            return (Piece(_("A new project"), Ink.BOLD),)
        name = program(self).outlook.veil.text(self.project.name)
        return (Piece(_("Rename") + " "), Piece(name, Ink.BOLD))

    def specs(self) -> Sequence[Spec]:
        """The name, and the kind of a new one."""
        if self.project is not None:
            return (Spec("name", _("name"), self.project.name),)
        scoring = (("no", _("positions are read")), ("yes", _("personal: no scoring")))
        return (
            Spec("name", _("name"), "", _("Graafloket")),
            Spec("personal", _("kind"), "no", options=scoring),
        )

    def submit(self, values: Mapping[str, str]) -> None:
        """Begin it, or rename it."""
        name = values["name"]
        if self.project is None:
            writing = project_questions.add_project(name, personal=values["personal"] == "yes")
            said = _("project begun")
        else:
            writing = project_questions.rename_project(self.project.id, name)
            said = _("project renamed")
        self.write(writing, lambda receipt: self.done(receipt, f"{said}: ", Private(name), "."))
