"""The catalogue of kinds as it stands, and changing it (F12, inference 3).

A change holds from today on: of the days before, the answer stays what it was (design 4).
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from staketerm.domain.catalogue import CATALOGUE, Catalogue
from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.own_kinds import CLASSES, checked, id_for, is_own, refuse_id
from staketerm.domain.signals import Kind, Weight
from staketerm.domain.text import fold
from staketerm.domain.told_kinds import told_of
from staketerm.journal.dated import keep
from staketerm.journal.glance import OF_KIND
from staketerm.journal.opening import Journal
from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
from staketerm.journal.positions.model import model_on, settings
from staketerm.journal.positions.tally import tally
from staketerm.journal.receipt import Receipt
from staketerm.locale import _, language


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind as it stands on a day.

    `built_in` is what it was built in as, None for an own one; `own`, `changed` and `known` say
    which it is: one that is not known came with signals from elsewhere and counts nothing.
    `signals` is how many of it count, `since` the day of its last change.
    """

    kind: Kind
    built_in: Kind | None
    known: bool
    signals: int
    since: date | None

    @property
    def own(self) -> bool:
        """Whether it is none of the built-in kinds."""
        return self.built_in is None

    @property
    def changed(self) -> bool:
        """Whether a built-in kind is called or weighed otherwise."""
        return self.built_in is not None and replace(self.kind, retired=False) != self.built_in


def kinds(journal: Journal, as_of: date | None = None) -> tuple[KindRow, ...]:
    """Every kind as it stands on a day: the built-in ones in their order, the own ones, then those
    that came with signals from elsewhere."""
    day = as_of or journal.today
    with journal.read() as reader:
        catalogue = model_on(reader, day).catalogue
        counts = tally(reader, day)
        since = {row.name: row.day for row in settings(reader) if row.day <= day}
    ids = [*catalogue, *sorted(counts.keys() - catalogue.keys())]
    return tuple(
        KindRow(
            kind=catalogue[id],
            built_in=CATALOGUE.get(id),
            known=id in catalogue,
            signals=counts.get(id, 0),
            since=since.get(OF_KIND + id),
        )
        for id in ids
    )


def add_kind(journal: Journal, request: AddKind) -> Receipt:
    """Add an own kind; one that came with signals from elsewhere is adopted by its id.

    Raises UsageError for an id or label that is taken, and for what is out of bounds.
    """
    with journal.write("kind added") as writing:
        catalogue = model_on(writing.work, writing.today).catalogue
        kind = added(catalogue, request, tally(writing.work, writing.today))
        keep(writing, OF_KIND + kind.id, told_of(kind))
    return writing.receipt


def change_kind(journal: Journal, request: ChangeKind) -> Receipt:
    """Call or weigh a kind otherwise, retire or revive it, from today on.

    Raises NotFound for an id that there is not, UsageError as `add_kind` does.
    """
    with journal.write(_verb(request)) as writing:
        kind = changed(model_on(writing.work, writing.today).catalogue, request)
        keep(writing, OF_KIND + kind.id, told_of(kind))
    return writing.receipt


def added(catalogue: Catalogue, request: AddKind, logged: Container[str]) -> Kind:
    """The kind that a request makes; `logged` holds the ids that signals have: one that is not in
    the catalogue came from elsewhere, and is adopted by its id whatever that looks like."""
    if not request.label:
        raise UsageError(_("Say what they did: the label of the kind."))
    spoken = {language(): request.label}
    english = request.english or spoken.get("en") or request.label
    dutch = request.dutch or spoken.get("nl") or request.label
    id = request.id or id_for(english, catalogue)
    if id in catalogue or id not in logged:
        refuse_id(id, catalogue)
    weight = CLASSES[request.weight]
    kind = Kind(
        id=id,
        points=request.points,
        effort=request.effort,
        weight=weight,
        english=english,
        dutch=dutch,
        contact=request.contact,
        stated=weight is Weight.WORDS,
    )
    return checked(kind, catalogue)


def changed(catalogue: Catalogue, request: ChangeKind) -> Kind:
    """The kind as a request would have it."""
    kind = known(catalogue, request.id)
    if request.built_in:
        if is_own(kind.id):
            raise UsageError(
                _("{kind} is a kind of your own: nothing is built in to go back to.").format(
                    kind=kind.label
                )
            )
        kind = replace(CATALOGUE[kind.id], retired=kind.retired)
    said: dict[str, Any] = {
        name: value
        for name in ("english", "dutch", "points", "effort", "contact", "retired")
        if (value := getattr(request, name)) is not None
    }
    if request.label:
        said.setdefault("dutch" if language() == "nl" else "english", request.label)
    if request.weight is not None and CLASSES[request.weight] is not kind.weight:
        weight = CLASSES[request.weight]
        built_in = CATALOGUE.get(kind.id)
        as_built_in = built_in is not None and built_in.weight is weight
        stated = built_in.stated if built_in and as_built_in else weight is Weight.WORDS
        said |= {"weight": weight, "stated": stated}
    # what the dialogs call it in short is another name of the old label
    said |= {
        f"short_{name}": ""
        for name in ("english", "dutch")
        if name in said and said[name] != getattr(kind, name)
    }
    return checked(replace(kind, **said), catalogue)


def known(catalogue: Catalogue, said: str) -> Kind:
    """The kind of an id or a whole label; raises NotFound with what comes near."""
    if said in catalogue:
        return catalogue[said]
    for kind in catalogue.values():
        if fold(said) in (fold(kind.english), fold(kind.dutch)):
            return kind
    near = get_close_matches(said, catalogue, n=3, cutoff=0.5)
    hint = _(" Did you mean {kinds}?").format(kinds=", ".join(near)) if near else ""
    raise NotFound(_("There is no kind {kind}.").format(kind=said) + hint)


def _verb(request: ChangeKind) -> str:
    if request.retired is None:
        return "kind changed"
    return "kind retired" if request.retired else "kind revived"
