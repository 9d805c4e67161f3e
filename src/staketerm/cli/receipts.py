"""What a write says: which positions moved, what else there is to know, and the way back."""

from typing import TYPE_CHECKING, Any

from staketerm.cli.output import show, show_json, tell
from staketerm.cli.words import position
from staketerm.domain.phrases import fraction
from staketerm.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from staketerm.domain.names import Person
    from staketerm.journal.nurture.decisions import DueAct
    from staketerm.journal.receipt import Moved, Receipt


WAY_BACK = N_("`staketerm undo` takes it back.")


def report(
    command: str,
    receipt: "Receipt",
    sentence: str,
    as_json: bool,
    *,
    way_back: str = WAY_BACK,
    **values: Any,
) -> None:
    """Say what a write did and the way back, in text or as one JSON object with `values`
    besides."""
    if as_json:
        show_json(command, {**values, **receipt_values(receipt)})
        return
    if not receipt.changed:
        show(_("unchanged"))
        return
    show(sentence)
    for line in moved_lines(receipt.moved):
        show(line)
    for note in receipt.notes:
        tell(note)
    tell(_(way_back))


def receipt_values(receipt: "Receipt") -> dict[str, Any]:
    """A receipt as JSON: its batch (null: nothing changed), positions before and after, notes."""
    return {
        "batch": receipt.batch,
        "changed": receipt.changed,
        "moved": [moved_values(moved) for moved in receipt.moved],
        "notes": list(receipt.notes),
    }


def moved_lines(moved: "Iterable[Moved]") -> "Iterator[str]":
    """The positions that moved so far that it is seen, a line each."""
    return (_moved(each) for each in moved if _is_seen(each))


def moved_values(moved: "Moved") -> dict[str, Any]:
    """A position before and after, as JSON."""
    return {
        "id": moved.stakeholder,
        "stakeholder": moved.name,
        "before": moved.before,
        "after": moved.after,
        "stance_before": moved.stance_before,
        "stance_after": moved.stance_after,
    }


def person_values(person: "Person") -> dict[str, str]:
    """Who somebody is, as every JSON answer says it."""
    return {"id": person.key, "handle": person.handle, "stakeholder": person.name}


def act_values(act: "DueAct") -> dict[str, str]:
    """Which act it was, as every JSON answer says it."""
    return {
        "id": act.id,
        "kind": act.proposal.kind,
        "stakeholder": act.planned.name,
        "handle": act.planned.handle,
    }


def _is_seen(moved: "Moved") -> bool:
    """Whether a change is one in what is shown: time alone moves the places behind that."""
    shown = fraction(moved.stance_before), fraction(moved.stance_after)
    return moved.relabelled or shown[0] != shown[1]


def _moved(moved: "Moved") -> str:
    """ "Ada Lens ◇ fence-sitter → ● supporter, +.12 to +.31"."""
    stances = _("{before} to {after}").format(
        before=fraction(moved.stance_before), after=fraction(moved.stance_after)
    )
    if moved.relabelled:
        words = f"{moved.name} {position(moved.before)} → {position(moved.after)}"
    else:
        words = _("{name} stays {position}").format(name=moved.name, position=position(moved.after))
    return f"{words}, {stances}"
