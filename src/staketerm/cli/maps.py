"""`map`: the field at a glance, as text, as JSON or as a picture."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, tell, tell_plain
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.domain.maps.point import Point
    from staketerm.exchange.map_sheet import Sheet
    from staketerm.journal.positions.field import Field

NAMES = ("power-interest", "stance-energy", "interest-trust", "wanted", "salience")
"""The maps as they are typed, in the order of `MapKind`."""


@command(
    "map",
    _(
        "Everybody on a map: by power and interest, stance and energy, interest and trust, what "
        "is wanted of them and what they show, or salience."
    ),
)
@click.argument("which", type=click.Choice(NAMES), default=NAMES[0])
@click.option(
    "--filter",
    metavar="EXPR",
    default="",
    help=_("Words and field:value, such as 'position:critic impact:high quiet:30d'."),
)
@options.as_of
@options.project
@click.option(
    "--svg",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write it as a picture that only you can read."),
)
@click.option("--initials", is_flag=True, help=_("Initials in the place of names."))
@click.option("--ascii", "ascii_only", is_flag=True, help=_("Signs that every terminal has."))
@options.as_json
@click.pass_obj
def map_command(
    settings: Settings,
    which: str,
    filter: str,
    as_of: str | None,
    project: str | None,
    svg: Path | None,
    initials: bool,
    ascii_only: bool,
    as_json: bool,
) -> None:
    """One map, as of a day."""
    from staketerm.cli.asking import past_day
    from staketerm.cli.asking import project as project_id
    from staketerm.domain.maps.maps import MapKind, draw
    from staketerm.exchange import map_sheet
    from staketerm.journal.positions.field import whole_field

    kind = list(MapKind)[NAMES.index(which)]
    with settings.read() as journal:
        where = project_id(journal, project)
        found = whole_field(journal, filter=filter, project=where, as_of=past_day(journal, as_of))
    sheet = map_sheet.Sheet(
        kind,
        draw(kind, found.points),
        found.day,
        project=_one_project(found),
        called=map_sheet.initials if initials else map_sheet.full_name,
    )
    if svg is not None:
        from staketerm.exchange.map_svg import write_svg

        write_svg(svg, sheet)
    if as_json:
        show_json("map", {**_values(sheet, found), "written": svg and str(svg)})
    elif svg is not None:
        show(_("written: {path}").format(path=svg))
        tell_plain(journal)
    else:
        _show(sheet, found, ascii_only)


def _one_project(found: "Field") -> str:
    """The project that all of them are in; empty where there are several, or nobody."""
    names = {who.project_name for who in found.people}
    return names.pop() if len(names) == 1 else ""


def _show(sheet: "Sheet", found: "Field", ascii_only: bool) -> None:
    import shutil

    from staketerm.domain.maps.maps import MapKind
    from staketerm.exchange.map_text import MapText

    if not found.points:
        tell(_("No one fits this filter.") if found.total else _("Nobody is on this map."))
        return
    if sheet.kind is MapKind.SALIENCE and not sheet.drawn:
        tell(_("Nobody has power, legitimacy or urgency ticked: `staketerm involve`."))
        return
    width = min(140, shutil.get_terminal_size((100, 40)).columns)
    for line in MapText(sheet, width, ascii_only=ascii_only).lines():
        show(line)


def _values(sheet: "Sheet", found: "Field") -> dict[str, Any]:
    """The map as JSON: each section with the ids of its people, and everybody once."""
    from staketerm.domain.maps.maps import sections_of

    sections = sections_of(sheet.drawn)
    return {
        "map": str(sheet.kind),
        "as_of": found.day,
        "filter": found.filter,
        "total": found.total,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "stakeholders": [point.who.id for point in section.points],
            }
            for section in sections
        ],
        "stakeholders": [_person(point, sheet) for point in found.points],
    }


def _person(point: "Point", sheet: "Sheet") -> dict[str, Any]:
    from staketerm.domain.maps.salience import ATTRIBUTES, salience_class

    who, now, trust = point.who, point.now, point.trust
    return {
        "id": who.id,
        "handle": who.handle,
        "stakeholder": sheet.called(who),
        "kind": who.kind,
        "project": who.project_name,
        "position": now.label,
        "stance": now.stance,
        "stance_low": now.low,
        "stance_high": now.high,
        "energy": now.energy,
        "active": now.active,
        "evidence": now.evidence,
        "power": who.power,
        "interest": who.interest,
        "impact": who.impact,
        "current": point.level,
        "desired": point.wanted,
        "desired_set": who.desired,
        "gap": point.gap,
        "trust": {
            "level": trust.level,
            "kept": trust.kept,
            "late": trust.late,
            "broken": trust.broken,
            "words_borne_out": trust.borne_out,
        },
        "salience": salience_class(who.salience),
        "salience_set": [each for each in ATTRIBUTES if each in who.salience],
    }
