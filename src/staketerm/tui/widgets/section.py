"""A section of a page: a caption in a rule, and what stands under it (screens S3)."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from staketerm.tui.drawing.lines import Line, rule
from staketerm.tui.program import program
from staketerm.tui.widgets.drawn import OneLine


class SectionRule(OneLine):
    """The caption; bold while its section has the focus."""

    def __init__(self, caption: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self._caption = caption

    def line(self, cells: int) -> Line:
        """Title at the left, hint at the right."""
        title, hint = self._caption()
        section = self.parent
        focused = isinstance(section, Widget) and section.has_focus_within
        return rule(title, hint, cells, stroke=program(self).look.rule, focused=focused)


class Section(Container):
    """A caption over one widget. `tall` sections share the height that is left."""

    DEFAULT_CSS = """
    Section { width: 1fr; height: auto; layout: vertical; }
    Section.tall { height: 1fr; min-height: 3; }
    """

    def __init__(
        self, caption: Callable[[], tuple[str, str]], content: Widget, *, tall: bool, id: str
    ) -> None:
        super().__init__(id=id, classes="tall" if tall else None)
        self._caption = caption
        self._content = content

    def compose(self) -> ComposeResult:
        """The caption, then the widget."""
        yield SectionRule(self._caption)
        yield self._content

    def on_descendant_focus(self) -> None:
        """The caption shows where one is."""
        self.query_one(SectionRule).refresh()

    def on_descendant_blur(self) -> None:
        """And that one has left."""
        self.query_one(SectionRule).refresh()
