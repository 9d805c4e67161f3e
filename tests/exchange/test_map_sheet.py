"""Maps as text and as pictures: everybody is on them, nothing in them runs, nothing is fetched."""

import stat
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from staketerm.domain.course import Course, Fades
from staketerm.domain.maps.maps import MapKind, draw
from staketerm.domain.maps.point import Point, Who
from staketerm.domain.seam import level_of
from staketerm.domain.signals import Record
from staketerm.domain.text import fold
from staketerm.exchange.files import ExportFailed
from staketerm.exchange.map_sheet import Sheet, full_name, initials
from staketerm.exchange.map_svg import svg, write_svg
from staketerm.exchange.map_text import MapText
from tests.hostile import CONTROLS, HOSTILE

DAY = date(2026, 11, 24)
SVG = "{http://www.w3.org/2000/svg}"


def somebody(name: str, *kinds: str, **known: Any) -> Point:
    """Somebody who did one of these things a week."""
    weeks = ((DAY - timedelta(weeks=week), kind) for week, kind in enumerate(kinds, 1))
    course = Course([Record(day, kind) for day, kind in weeks], DAY)
    now = course.on(DAY, Fades())
    who = Who(name, "p", "handle", name, fold(name), project_name="Graafloket", **known)
    level = level_of(now.side, course.championing_on(DAY.toordinal()))
    return Point(who, now, level, course.trust_on(DAY.toordinal(), now.side))


KEPT = ("agreement_kept",) * 6

CAST = (
    somebody("Ada Lens", *KEPT, "defended_project", power=5, interest=4, impact="high"),
    somebody("Ben de Kok", "open_opposition", "obstructed", power=5, interest=4, impact="high"),
    somebody("陳美玲 Mei-Ling Chen", *KEPT, interest=5, desired="as_is", impact="high"),
    somebody("Dot", power=1, interest=1, salience=frozenset({"power", "urgency"})),
)


def sheet(kind: MapKind, people: Sequence[Point] = CAST, **more: Any) -> Sheet:
    """A map of these people."""
    return Sheet(kind, draw(kind, people), DAY, project="Graafloket", **more)


@pytest.mark.parametrize("kind", MapKind)
@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_of_a_map_is_wider_than_asked(kind, width):
    lines = [*MapText(sheet(kind), width).lines()]
    assert max(map(cell_len, lines)) <= width


def test_people_of_one_square_stand_under_each_other():
    lines = [*MapText(sheet(MapKind.POWER_INTEREST)).lines()]
    ada, ben = (next(line for line in lines if name in line) for name in ("Ada", "Ben"))
    assert ada.index("Ada") == ben.index("Ben")
    assert ada.startswith("5 │")
    assert any("Not placed: 陳美玲 Mei-Ling Chen (power)" in line for line in lines)


def test_the_matrix_marks_what_is_and_what_is_wanted():
    lines = [*MapText(sheet(MapKind.WANTED_NOW)).lines()]
    (ben,) = (line for line in lines if "Ben" in line)
    assert ben.split()[-2:] == ["C", "D"]
    (mei,) = (line for line in lines if "Mei-Ling" in line)
    assert mei.split()[-1] == "="


def test_ascii_is_ascii_but_for_names():
    text = "\n".join(
        line
        for kind in MapKind
        for line in MapText(sheet(kind, (CAST[0], CAST[1], CAST[3])), ascii_only=True).lines()
    )
    assert text.isascii()


def parsed(kind: MapKind, people: Sequence[Point] = CAST, **more: Any) -> ElementTree.Element:
    """The picture as a parser sees it."""
    return ElementTree.fromstring("".join(svg(sheet(kind, people, **more))))


@pytest.mark.parametrize("kind", MapKind)
def test_a_picture_says_what_it_shows(kind):
    root = parsed(kind)
    title, about = root[0], root[1]
    assert (title.tag, about.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
    assert "Graafloket, Tue 24 Nov 2026" in (title.text or "")
    shown = CAST[3:] if kind is MapKind.SALIENCE else CAST
    assert all(point.who.name in (about.text or "") for point in shown)


@pytest.mark.parametrize("kind", MapKind)
def test_nothing_in_a_picture_runs_or_is_fetched(kind):
    people = tuple(
        somebody(f"{number} {text}", *KEPT, power=3, interest=3, salience=frozenset({"power"}))
        for number, text in enumerate((*HOSTILE, "<script>x</script>", "]]><a href='x'>"))
    )
    root = parsed(kind, people)
    allowed = {"svg", "title", "desc", "rect", "text", "path", "circle", "g"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    silent = {character for text in CONTROLS for character in text if not character.isprintable()}
    assert not silent.intersection("".join(root.itertext()))


def test_initials_take_the_place_of_names():
    text = "".join(svg(sheet(MapKind.POWER_INTEREST, called=initials)))
    assert "Ada" not in text
    assert "A.L." in text
    assert initials(CAST[1].who) == "B.d.K."


def test_a_picture_is_its_owners_alone(tmp_path: Path):
    path = tmp_path / "map.svg"
    write_svg(path, sheet(MapKind.POWER_INTEREST))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    written = write_svg(path, sheet(MapKind.STANCE_ENERGY))
    assert written.changed, "a map may take the place of a map"


def test_no_other_file_is_written_over(tmp_path: Path):
    path = tmp_path / "holiday.svg"
    path.write_text("<svg>mine</svg>", encoding="utf-8")
    with pytest.raises(ExportFailed, match="is no map of staketerm"):
        write_svg(path, sheet(MapKind.POWER_INTEREST))
    assert path.read_text(encoding="utf-8") == "<svg>mine</svg>"
    with pytest.raises(ExportFailed):
        write_svg(tmp_path, sheet(MapKind.POWER_INTEREST))
    with pytest.raises(ExportFailed):
        write_svg(tmp_path / "nowhere" / "map.svg", sheet(MapKind.POWER_INTEREST))


def test_names_are_on_one_line():
    assert full_name(somebody("Ada\nLens").who) == "Ada Lens"
