"""`kinds`: the catalogue of kinds of signal, own kinds and other weights (F12, F40)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options, tentative
from staketerm.cli.completing import every_kind
from staketerm.cli.output import show_json, show_table, tell
from staketerm.cli.settings import Settings, command, shared_options
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.domain.signals import Kind
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.kind_requests import AddKind, ChangeKind
    from staketerm.journal.positions.kinds import KindRow

CLASSES = ("deed", "major", "words")

_points = click.option(
    "--points", type=float, metavar="N", help=_("What it counts: -12 (against) to +12 (for).")
)
_effort = click.option(
    "--effort", type=float, metavar="N", help=_("What it costs them: 0 to 4; it makes energy.")
)
_class = click.option(
    "--class",
    "weight",
    type=click.Choice(CLASSES),
    help=_("A deed, a major deed, or words."),
)
_english = click.option("--english", metavar="TEXT", help=_("What it is called in English."))
_dutch = click.option("--dutch", metavar="TEXT", help=_("What it is called in Dutch."))
_contact = click.option(
    "--contact/--no-contact",
    "contact",
    default=None,
    help=_("Whether the two of you truly met, wrote or spoke."),
)
_kind = click.argument("kind", shell_complete=every_kind)


@click.group(
    "kinds",
    invoke_without_command=True,
    help=_(
        "The kinds of signal, what each counts and which are your own. A change holds from today "
        "on and `staketerm undo` takes it back; who would move is shown before."
    ),
)
@options.as_of
@options.as_json
@click.pass_context
def kinds_command(ctx: click.Context, as_of: str | None, as_json: bool) -> None:
    """The catalogue as it stands on a day."""
    if ctx.invoked_subcommand is not None:
        return
    from staketerm.cli.asking import day
    from staketerm.journal.positions.kinds import kinds

    settings = ctx.ensure_object(Settings)
    with settings.read() as journal:
        on = day(journal, as_of, "past") if as_of else journal.today
        rows = kinds(journal, on)
    if as_json:
        show_json("kinds", {"as_of": on, "kinds": [_values(row) for row in rows]})
        return
    heads = (_("id"), _("what they did"), _("points"), _("effort"), _("class"), _("how it stands"))
    show_table(heads, map(_cells, rows))
    if any(not row.known for row in rows):
        way = _("`staketerm kinds add LABEL --id ID` adopts a kind that is not known here.")
        tell(way)


kinds_command.params += shared_options(hidden=True)


@command(
    "add", _("Add a kind of your own, named by what they did; --id adopts one from elsewhere.")
)
@click.argument("label")
@_points
@_effort
@_class
@_english
@_dutch
@_contact
@click.option("--id", metavar="ID", help=_("Its id; made from the label unless given."))
@tentative.dry_run
@tentative.yes
@options.as_json
@click.pass_obj
def _add(settings: Settings, /, dry_run: bool, yes: bool, as_json: bool, **said: Any) -> None:
    """An own kind."""
    from staketerm.journal.positions.kind_requests import AddKind

    request = AddKind(**{name: value for name, value in said.items() if value is not None})
    _make(settings, request, dry_run=dry_run, yes=yes, as_json=as_json)


@command("change", _("Call or weigh a kind otherwise from today on: KIND is an id or a label."))
@_kind
@click.option("--label", metavar="TEXT", help=_("What it is called in your language."))
@_points
@_effort
@_class
@_english
@_dutch
@_contact
@click.option("--built-in", is_flag=True, help=_("First put everything back as it is built in."))
@tentative.dry_run
@tentative.yes
@options.as_json
@click.pass_obj
def _change(
    settings: Settings, /, kind: str, dry_run: bool, yes: bool, as_json: bool, **said: Any
) -> None:
    """Another label, other points, another effort or class."""
    from staketerm.domain.errors import UsageError
    from staketerm.journal.positions.kind_requests import ChangeKind

    if not said["built_in"] and all(
        value is None for name, value in said.items() if name != "built_in"
    ):
        raise UsageError(_("Say what changes, such as --points 4."))
    request = ChangeKind(id=kind, **said)
    _make(settings, request, dry_run=dry_run, yes=yes, as_json=as_json)


@command("retire", _("Offer a kind no more; what was logged of it counts on."))
@_kind
@options.as_json
@click.pass_obj
def _retire(settings: Settings, kind: str, as_json: bool) -> None:
    """A kind that is not logged any more."""
    from staketerm.journal.positions.kind_requests import ChangeKind

    _make(settings, ChangeKind(id=kind, retired=True), yes=True, as_json=as_json)


@command("revive", _("Offer a retired kind again."))
@_kind
@options.as_json
@click.pass_obj
def _revive(settings: Settings, kind: str, as_json: bool) -> None:
    """A kind that is logged again."""
    from staketerm.journal.positions.kind_requests import ChangeKind

    _make(settings, ChangeKind(id=kind, retired=False), yes=True, as_json=as_json)


for _each in (_add, _change, _retire, _revive):
    kinds_command.add_command(_each)


def _make(
    settings: Settings,
    request: "AddKind | ChangeKind",
    *,
    as_json: bool,
    dry_run: bool = False,
    yes: bool = False,
) -> None:
    """Show who would move, then write it down if it is agreed to."""
    from staketerm.cli.receipts import report
    from staketerm.journal.positions.kind_requests import AddKind
    from staketerm.journal.positions.kinds import add_kind, change_kind
    from staketerm.journal.positions.what_if import what_if

    with settings.open(create=isinstance(request, AddKind)) as journal:
        found = what_if(journal, request)
        if found.after is None or found.before is None:
            return
        sentence = _sentence(found.before, found.after, known=not isinstance(request, AddKind))
        if not tentative.agreed(
            "kinds", sentence, found, dry_run=dry_run, yes=yes, as_json=as_json
        ):
            return
        if isinstance(request, AddKind):
            receipt = add_kind(journal, request)
        else:
            receipt = change_kind(journal, request)
        row = _row(journal, found.after.id)
    shown = receipt if as_json else replace(receipt, moved=())
    values = {"kind": _values(row), **tentative.values(found)}
    report("kinds", shown, _("saved, from today on"), as_json, **values)


def _row(journal: "Journal", id: str) -> "KindRow":
    from staketerm.journal.positions.kinds import kinds

    return next(row for row in kinds(journal) if row.kind.id == id)


def _sentence(before: "Kind", after: "Kind", *, known: bool) -> str:
    """What changes: "kept an agreement (agreement_kept): points +3 → +5"."""
    from staketerm.domain.own_kinds import class_word

    def told(kind: "Kind") -> dict[str, str]:
        return {
            _("English"): kind.english,
            _("Dutch"): kind.dutch,
            _("points"): _points_of(kind),
            _("effort"): _effort_of(kind),
            _("class"): class_word(kind.weight),
            _("contact"): _("yes") if kind.contact else _("no"),
            _("offered"): _("no") if kind.retired else _("yes"),
        }

    was, now = told(before), told(after)
    if not known:
        said = ", ".join(f"{name} {value}" for name, value in now.items())
    else:
        changes = [f"{name} {was[name]} → {now[name]}" for name in now if was[name] != now[name]]
        said = ", ".join(changes) or _("unchanged")
    return f"{after.label} ({after.id}): {said}"


def _cells(row: "KindRow") -> tuple[str, ...]:
    from staketerm.domain.own_kinds import class_word

    kind = row.kind
    return (
        kind.id,
        kind.label,
        _points_of(kind),
        _effort_of(kind),
        class_word(kind.weight),
        ", ".join(_marks(row)),
    )


def _points_of(kind: "Kind") -> str:
    from staketerm.domain.phrases import points

    return points(kind.points) if kind.points else "0"


def _effort_of(kind: "Kind") -> str:
    from staketerm.domain.phrases import decimal

    return decimal(kind.effort).removesuffix(".0").removesuffix(",0")


def _marks(row: "KindRow") -> list[str]:
    """How a kind stands in the catalogue, in words."""
    marks = []
    if not row.known:
        marks.append(_("not known here"))
    elif row.own:
        marks.append(_("own"))
    if row.changed:
        marks.append(_("changed"))
    if row.kind.retired:
        marks.append(_("retired"))
    return marks


def _values(row: "KindRow") -> dict[str, Any]:
    from staketerm.domain.own_kinds import class_id

    kind, built_in = row.kind, row.built_in
    return {
        "id": kind.id,
        "label": kind.label,
        "english": kind.english,
        "dutch": kind.dutch,
        "points": kind.points,
        "effort": kind.effort,
        "class": class_id(kind.weight),
        "contact": kind.contact,
        "by": kind.origin,
        "own": row.own and row.known,
        "known": row.known,
        "changed": row.changed,
        "retired": kind.retired,
        "built_in_points": built_in.points if built_in else None,
        "signals": row.signals,
        "since": row.since,
    }
