"""Projects: each with its progress, its risks, whom to thank, what is to come (S6)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from staketerm.locale import _
from staketerm.tui import project_questions as questions
from staketerm.tui.commands.base import Commands, bindings
from staketerm.tui.commands.people import Done, Filter, OpenSelected, WhyInFull
from staketerm.tui.drawing.lines import EMPTY, Ink, Line, Piece, apart, rule
from staketerm.tui.drawing.projects import ProjectsDrawing
from staketerm.tui.program import program
from staketerm.tui.screens.project_sections import SECTIONS, ProjectRows
from staketerm.tui.screens.project_verbs import ActsOnProjects
from staketerm.tui.widgets.drawn import Lines, OneLine
from staketerm.tui.widgets.footer import Hints, KeyFooter
from staketerm.tui.widgets.panes import Divider, Floor, Pane, Panes
from staketerm.tui.widgets.rows import RowList, RowState

if TYPE_CHECKING:
    from staketerm.journal.projects import ProjectRow
    from staketerm.journal.receipt import Receipt

VERBS: Commands = (OpenSelected, WhyInFull, Done, Filter)

PROJECTS_SHOWN = 5
"""Projects in sight at once, where they stand above their entries."""


class Above(Container):
    """The projects, as high as they are many; beside the section they have a column."""

    DEFAULT_CSS = "Above { height: auto; width: 1fr; }"


class Captions(OneLine):
    """The captions over the projects."""

    def line(self, cells: int) -> Line:
        """The captions of the screen it is on."""
        screen = self.screen
        return screen.captions(cells) if isinstance(screen, ProjectsPlace) else EMPTY


class Title(OneLine):
    """`── Graafloket: progress entries 6 ───────────── n new  / filter ──`."""

    def line(self, cells: int) -> Line:
        """The title of the section shown."""
        screen = self.screen
        return screen.section_title(cells) if isinstance(screen, ProjectsPlace) else EMPTY


class Headings(OneLine):
    """The sections there are, the one shown in brackets."""

    def line(self, cells: int) -> Line:
        """The headings of the screen it is on."""
        screen = self.screen
        return screen.headings(cells) if isinstance(screen, ProjectsPlace) else EMPTY


class ProjectsPlace(ActsOnProjects):
    """The projects above, one section of the selected one below or beside; Tab goes round them."""

    VERBS: ClassVar[Commands] = VERBS
    BINDINGS: ClassVar[list[BindingType]] = bindings(VERBS)
    HINTS = Hints(
        left=("new", "open", "edit", "done", "draft", ("next_pane",), "filter"),
        right=("find", "keys"),
    )
    HINTS_ROOMY = Hints(
        left=(
            "new",
            "open",
            "edit",
            "done",
            "snooze",
            "skip",
            "draft",
            "delete",
            "next_pane",
            "filter",
            "why",
        ),
        right=("find", "keys"),
    )
    DEFAULT_CSS = """
    ProjectsPlace #whole { display: none; }
    ProjectsPlace.-roomy Above, ProjectsPlace.-wide Above { width: 42; height: 1fr; }
    ProjectsPlace.-roomy #whole, ProjectsPlace.-wide #whole { display: block; margin-top: 1; }
    ProjectsPlace.-tiny Above, ProjectsPlace.-zoom-list Above { display: none; }
    """

    def __init__(self) -> None:
        super().__init__("projects")
        self._section = next(iter(SECTIONS))

    def body(self) -> ComposeResult:
        """The projects, the entry in full where there is room, the section."""
        with Panes():
            with Above():
                yield Captions()
                yield RowList["ProjectRow"](
                    self._draw_project, key=lambda row: row.id, id="projects"
                )
                yield Lines(self._whole, id="whole")
            yield Divider()
            with Pane(id="below"):
                yield Title()
                yield Headings()
                yield ProjectRows(self._read_on, self._nothing, id="rows")
        yield Floor()

    def on_mount(self) -> None:
        """The section has the focus."""
        self.rows.focus()

    @property
    def main(self) -> ProjectRows:
        """The moving keys move the section."""
        return self.rows

    # reading

    def read(self) -> None:
        """Ask for the projects, then for the section of the selected one."""
        self.project = program(self).outlook.project or self.project
        self.ask(questions.overview(), self._have_projects, group="projects")

    def reread(self, receipt: "Receipt") -> None:
        """Everything anew, in place; a project that was just begun is the selected one."""
        begun = [row for table, row in receipt.rows if table == "project"]
        if begun:
            self.project = begun[0]
        self.ask(questions.overview(), self._have_projects, group="projects")

    def _have_projects(self, rows: "tuple[ProjectRow, ...]") -> None:
        there = {row.id for row in rows}
        if self.project not in there:
            self.project = next((row.id for row in rows if row.default), None)
        self.projects.styles.height = min(len(rows), PROJECTS_SHOWN)
        self.projects.show(rows)
        if self.project is not None:
            self.projects.select(self.project)
        self._read_section()

    def _read_section(self) -> None:
        if self.project is None:
            return
        section, outlook = SECTIONS[self._section], program(self).outlook
        question = section.ask(self.project, outlook.as_of, self.rows.most)
        self.ask(question, self._have_section, group="section")

    def _have_section(self, found: "questions.Found") -> None:
        self.rows.begin(SECTIONS[self._section], found)
        self.arrived()
        self.redraw()

    def _read_on(self) -> None:
        """The end of what was read comes near."""
        self._read_section()

    # sections

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """The next section; after the last one the projects."""
        return self._step(1)

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """The section before; before the first one the projects."""
        return self._step(-1)

    def _step(self, by: int) -> Widget | None:
        above = ("projects",) if self.query_one(Above).display else ()
        stations = (*above, *SECTIONS)
        here = stations.index("projects" if self.on_projects else self._section)
        self.go_to_section(stations[(here + by) % len(stations)])
        return self.focused

    def action_section(self, id: str) -> None:
        """A heading was clicked."""
        self.go_to_section(id)

    def go_to_section(self, id: str) -> None:
        """Show a section, or go to the projects."""
        if id == "projects":
            self.set_focus(self.projects)
            self.redraw()
            return
        self.set_focus(self.rows)
        if id != self._section:
            self._section = id
            self.rows.forget()
            self._read_section()
        self.redraw()

    def zoom(self) -> None:
        """Give the section the whole screen, or take it back."""
        self.set_focus(self.rows)
        self.toggle_class("-zoom-list")

    # the filter

    def edit_filter(self) -> AwaitComplete:
        """Type words where the headings stand; every letter is followed."""
        return self.prompt(
            program(self).keymap.shown("filter"),
            self._filter_done,
            value=self.rows.filter,
            live=self._filter_by,
            left=lambda: self._filter_done(""),
            instead_of=self.query_one(Headings),
        )

    def _filter_by(self, text: str) -> None:
        if self.rows.narrow(text):
            self._read_section()
        self.query_one(Title).redraw()

    def _filter_done(self, text: str) -> None:
        self._filter_by(text)
        self.rows.focus()

    def clear(self) -> bool:
        """esc: everything again."""
        if not self.rows.filter:
            return False
        self._filter_done("")
        return True

    def on_row_list_selected(self, event: "RowList.Selected[ProjectRow]") -> None:
        """Another project has another section; the entry in full follows the cursor."""
        chosen = self.projects.selected
        if event.rows is self.projects and chosen is not None and chosen.id != self.project:
            self.project = chosen.id
            self.rows.forget()
            self._read_section()
        pane = self.query_one("#whole", Lines)
        pane.move_to(0)
        pane.redraw()
        self.query_one(KeyFooter).redraw()

    def on_row_list_opened(self) -> None:
        """A click on the selected one."""
        self.open_selected()

    # drawing

    def captions(self, cells: int) -> Line:
        """The captions over the projects."""
        return self._drawing.head(cells)

    def section_title(self, cells: int) -> Line:
        """The project, the section and how much there is in it."""
        app, keys = program(self), program(self).keymap
        row = self.projects.selected
        name = app.outlook.veil.text(row.name) if row else ""
        said = _(SECTIONS[self._section].caption)
        title = f"{name}: {said} {self.rows.count}" if name else said
        if self.rows.filter:
            title += f"   {keys.shown('filter')} {app.outlook.veil.text(self.rows.filter)}"
        new, narrow = keys.shown("new"), keys.shown("filter")
        hint = _("{new} new   {filter} filter").format(new=new, filter=narrow)
        focused = not self.on_projects
        return rule(title, hint, cells, stroke=app.look.rule, focused=focused)

    def headings(self, cells: int) -> Line:
        """`[progress]  to thank  risks`."""
        pieces: list[Piece] = [Piece(" ")]
        for id, section in SECTIONS.items():
            here = id == self._section
            text = f"[{_(section.heading)}]" if here else f" {_(section.heading)} "
            ink = Ink.FOCUS if here and not self.on_projects else Ink.PLAIN
            pieces.append(Piece(text, ink, f"screen.section('{id}')"))
        return apart(tuple(pieces), (Piece("Tab > ", Ink.MUTED),), cells)

    @property
    def _drawing(self) -> ProjectsDrawing:
        app = program(self)
        return ProjectsDrawing(app.look, app.outlook.veil, app.outlook.day)

    def _draw_project(self, row: "ProjectRow", cells: int, state: RowState) -> Line:
        return self._drawing.row(row, cells, selected=state.selected)

    def _whole(self, cells: int) -> Sequence[Line]:
        keys = program(self).keymap
        hint = _("{key} edit").format(key=keys.shown("edit"))
        return self.rows.in_full(cells, hint)

    def _nothing(self, cells: int) -> Sequence[Line]:
        if not self.ready:
            return ()
        keys = program(self).keymap
        said = _("Nothing here holds these words. esc clears them.")
        if not self.rows.filter:
            said = _(SECTIONS[self._section].nothing).format(new=keys.shown("new"))
        return (EMPTY, (Piece(f"   {said}", Ink.MUTED),))
