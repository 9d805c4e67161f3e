"""What can be done to a project, to an entry of it, and to somebody in it (S6)."""

from typing import TYPE_CHECKING

from staketerm.locale import _
from staketerm.tui import project_questions as questions
from staketerm.tui import writes
from staketerm.tui.dialogs.outcomes import act_done, skip_act, snooze_act
from staketerm.tui.dialogs.questions import open_items
from staketerm.tui.drawing.section import Item
from staketerm.tui.notices import Named, Private
from staketerm.tui.program import program
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.screens.project_sections import ProjectRows
from staketerm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from staketerm.journal.ledger import OpenItem
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.projects import ProjectRow


class ActsOnProjects(Frame):
    """A screen with projects and the rows of one of them; verbs act on what has the focus."""

    project: str | None = None
    """The id of the project whose rows are shown."""

    @property
    def rows(self) -> ProjectRows:
        """The list of the section."""
        return self.query_one("#rows", ProjectRows)

    @property
    def projects(self) -> "RowList[ProjectRow]":
        """The list of projects."""
        return self.query_one("#projects", RowList)

    @property
    def on_projects(self) -> bool:
        """Whether verbs are about projects now, not about what is in one."""
        return self.focused is self.projects

    @property
    def item(self) -> Item | None:
        """What is selected of the section."""
        return None if self.on_projects else self.rows.item

    @property
    def subject(self) -> Subject | None:
        """The person of the selected row, where it is about one."""
        who = self.item.who if self.item else None
        return Subject(*who, self.project) if who else None

    @property
    def selected_act(self) -> "DueAct | None":
        """The act that the selected row tells of, or that is due for what it tells."""
        item = self.item
        if item is None or item.act is not None or item.who is None or item.entry is None:
            return item.act if item else None
        return self.rows.acts.get((item.entry.id, item.who[0]))

    def new(self) -> None:
        """Another project on the list of them; else a progress entry."""
        from staketerm.tui.dialogs.progress import ProgressForm
        from staketerm.tui.dialogs.project import ProjectForm

        if self.on_projects:
            self.app.push_screen(ProjectForm())
        else:
            self.app.push_screen(ProgressForm(project=self.project))

    @property
    def can_be_opened(self) -> bool:
        """A project, a person, an entry."""
        return self.on_projects or self.item is not None

    def open_selected(self) -> None:
        """Into the project, to the person, or the form of the entry."""
        if self.on_projects:
            self.set_focus(self.rows)
            self.redraw()
        elif self.item is not None and self.item.person:
            program(self).open_person(self.subject)
        else:
            self.edit()

    @property
    def can_be_edited(self) -> bool:
        """What can be opened."""
        return self.can_be_opened

    def edit(self) -> None:
        """Rename the project, change the entry, or what is known of the person."""
        from staketerm.tui.dialogs.progress import edit_entry
        from staketerm.tui.dialogs.project import ProjectForm

        if self.on_projects:
            self.app.push_screen(ProjectForm(self.projects.selected))
        elif self.item is not None and self.item.entry is not None:
            edit_entry(self, self.item.entry.id)
        else:
            super().edit()

    @property
    def can_be_done(self) -> bool:
        """A plan, a milestone or a risk that is open; somebody who is to be thanked; an act."""
        item = self.item
        if item is None or item.entry is None:
            return item is not None and item.act is not None
        return item.to_thank if item.person else item.entry.open

    def done(self) -> None:
        """Say what came of it, or that they were thanked."""
        from staketerm.tui.dialogs.progress import close_entry

        item, subject = self.item, self.subject
        if item is None or item.entry is None:
            self._act_done(item.act if item else None)
            return
        if not item.person:
            close_entry(self, item.entry)
        elif subject is not None:
            who = Named(subject.id, subject.name, subject.kind)
            self.write(questions.thank(item.entry.id, subject.id), who, ": " + _("thanked") + ".")

    def _act_done(self, act: "DueAct | None") -> None:
        """Ask what came of an act; of an ask or a promise, as what it was asked or promised."""
        if act is None:
            return
        proposal, today = act.proposal, program(self).outlook.today

        def have(items: "tuple[OpenItem, ...]") -> None:
            item = next((one for one in items if one.id == proposal.occasion), None)
            act_done(
                self,
                act,
                kind=item.kind if item else "mail",
                by=item.by if item else "me",
                late=bool(item and item.due and today > item.due),
            )

        self.ask(open_items(proposal.stakeholder, proposal.project), have, group="items")

    @property
    def can_be_put_off(self) -> bool:
        """Where an act is selected."""
        return self.selected_act is not None

    @property
    def can_be_left_out(self) -> bool:
        """Where an act is selected."""
        return self.selected_act is not None

    def snooze(self) -> None:
        """Let the act rest until a day."""
        if self.selected_act is not None:
            snooze_act(self, self.selected_act)

    def leave_out(self) -> None:
        """Skip the act, with a reason."""
        if self.selected_act is not None:
            skip_act(self, self.selected_act)

    @property
    def can_be_deleted(self) -> bool:
        """An entry."""
        return self.item is not None and self.item.entry is not None and not self.item.person

    def delete(self) -> None:
        """Delete the entry; undo brings it back."""
        entry = self.item.entry if self.item else None
        if entry is not None:
            said = ": " + _("deleted") + "."
            self.write(writes.delete("entry", entry.id), Private(entry.line[:60]), said)
