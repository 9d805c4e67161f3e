"""`map`: the field as text, as JSON with keys that stay, as a picture."""

import pytest

PERSON = {
    "id",
    "handle",
    "stakeholder",
    "kind",
    "project",
    "position",
    "stance",
    "stance_low",
    "stance_high",
    "energy",
    "active",
    "evidence",
    "power",
    "interest",
    "impact",
    "current",
    "desired",
    "desired_set",
    "gap",
    "trust",
    "salience",
    "salience_set",
}


@pytest.fixture
def peopled(begun):
    """Two people: one who works along and was placed, one of whom nothing is known."""
    begun("add", "Ada Lens", "--power", "5", "--interest", "4", "--impact", "high")
    begun("add", "Ben Kok")
    for day in ("2026-10-01", "2026-10-15", "2026-11-01"):
        begun("log", "ada-lens", "agreement_kept", "--on", day)
    begun("log", "ada-lens", "defended_project", "--on", "2026-11-20")


def test_map_as_json_has_the_keys_that_scripts_rely_on(say, peopled):
    told = say("map", "--json").json
    assert told["schema"] == "staketerm/map/1"
    assert told.keys() == {
        "schema",
        "map",
        "as_of",
        "filter",
        "total",
        "sections",
        "stakeholders",
        "written",
    }
    assert (told["map"], told["as_of"], told["total"]) == ("power_interest", "2026-11-24", 2)
    ada, ben = told["stakeholders"]
    assert ada.keys() == PERSON
    assert ada["trust"] == {
        "level": "high",
        "kept": 3,
        "late": 0,
        "broken": 0,
        "words_borne_out": None,
    }
    assert (ada["position"], ada["current"], ada["desired"]) == (
        "partner",
        "supportive",
        "supportive",
    )
    assert ada["gap"] == 0
    assert [(section["id"], section["stakeholders"]) for section in told["sections"]] == [
        ("4,5", [ada["id"]]),
        ("not_placed", [ben["id"]]),
    ]


@pytest.mark.parametrize(
    ("which", "sections"),
    [
        ("stance-energy", ["active", "passive", "unknown"]),
        ("interest-trust", ["4,3", "not_placed"]),
        ("wanted", ["more_wanted", "as_wanted", "further", "unknown"]),
        ("salience", []),
    ],
)
def test_every_map_tells_its_sections(say, peopled, which, sections):
    told = say("map", which, "--json").json
    assert [section["id"] for section in told["sections"]] == sections


def test_map_as_text_shows_who_stands_where(say, peopled):
    said = say("map")
    assert "power x interest, My project, Tue 24 Nov 2026" in said.out
    assert "◉ Ada Lens" in said.out
    assert "Not placed: Ben Kok (interest, power)" in said.out
    assert say("map", "--ascii").out.isascii()


def test_map_as_of_a_day_shows_the_position_of_that_day(say, peopled):
    told = say("map", "--as-of", "2026-10-20", "--json").json
    assert told["as_of"] == "2026-10-20"
    assert told["stakeholders"][0]["position"] == "unknown"
    assert told["stakeholders"][0]["trust"]["kept"] == 2


def test_a_filter_narrows_the_map(say, peopled):
    told = say("map", "--filter", "impact:high", "--json").json
    assert [person["stakeholder"] for person in told["stakeholders"]] == ["Ada Lens"]
    assert told["total"] == 2
    said = say("map", "--filter", "position:opponent")
    assert (said.out, said.err) == ("", "No one fits this filter.\n")


def test_map_as_a_picture(say, peopled, tmp_path):
    path = tmp_path / "map.svg"
    assert say("map", "--svg", str(path)).out == f"written: {path}\n"
    assert "Ada Lens" in path.read_text(encoding="utf-8")
    told = say("map", "--svg", str(path), "--initials", "--json").json
    assert told["written"] == str(path)
    assert told["stakeholders"][0]["stakeholder"] == "A.L."
    assert "Ada Lens" not in path.read_text(encoding="utf-8")


def test_a_picture_goes_over_no_other_file(say, peopled, tmp_path):
    path = tmp_path / "mine.svg"
    path.write_text("mine", encoding="utf-8")
    said = say("map", "--svg", str(path), code=1)
    assert "is no map of staketerm" in said.err
    assert path.read_text(encoding="utf-8") == "mine"


def test_an_empty_map_says_so(say):
    say("add", "Ada Lens")
    say("project", "Own circle", "--personal")
    said = say("map", "--project", "Own circle")
    assert (said.out, said.err) == ("", "Nobody is on this map.\n")


def test_an_unknown_map_is_wrong_usage(say, peopled):
    assert "power-interest" in say("map", "tree", code=2).err
