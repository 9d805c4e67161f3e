"""What the log dialogs share: the kinds as they stand today, and which of them are retired."""

from collections.abc import Mapping

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.signals import Kind
from staketerm.locale import _
from staketerm.tui.dialogs import questions
from staketerm.tui.dialogs.somebody import AsksForSomebody
from staketerm.tui.drawing.lines import Piece


class KnowsKinds(AsksForSomebody):
    """A dialog whose letters are kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.catalogue: Mapping[str, Kind] = CATALOGUE

    def begin(self) -> None:
        """Ask which kinds there are."""
        super().begin()
        self.ask(questions.catalogue(), self._have_catalogue, group="catalogue")

    def says_retired(self, id: str) -> bool:
        """Whether a kind is not logged any more; then it is said."""
        kind = self.catalogue.get(id)
        if kind is None or not kind.retired:
            return False
        self.say(Piece(_("{kind} is retired").format(kind=kind.label)))
        return True

    def _have_catalogue(self, catalogue: Mapping[str, Kind]) -> None:
        self.catalogue = catalogue
        self.redraw()
