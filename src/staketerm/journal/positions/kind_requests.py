"""What a person may ask of the catalogue, checked once at the edge; the domain knows the bounds."""

from typing import Literal

from staketerm.journal.requests import Line, Request

ClassId = Literal["deed", "major", "words"]


class AddKind(Request):
    """An own kind. `label` is in the language spoken; the other language takes it too where nothing
    is said. `id` is made of the label unless given: that of a kind which came from elsewhere adopts
    it. `contact`: that the two of you truly met, wrote or spoke.
    """

    label: Line
    english: Line | None = None
    dutch: Line | None = None
    id: Line | None = None
    points: float = 0.0
    effort: float = 1.0
    weight: ClassId = "deed"
    contact: bool = True


class ChangeKind(Request):
    """Changes to a kind; None leaves a thing as it is. `built_in` first puts everything back to how
    it was built in."""

    id: str
    label: Line | None = None
    english: Line | None = None
    dutch: Line | None = None
    points: float | None = None
    effort: float | None = None
    weight: ClassId | None = None
    contact: bool | None = None
    retired: bool | None = None
    built_in: bool = False
