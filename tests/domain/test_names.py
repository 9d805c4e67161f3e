"""A handle is made once and stays typable; whoever is meant is found, or asked about if unsure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.errors import Ambiguous, NotFound
from staketerm.domain.names import Directory, Fit, Person, choose, find, handle, name_words, sure
from tests.hostile import HOSTILE


def people(*names: str) -> list[Person]:
    """Persons of these names with the handles the journal would give them."""
    taken: set[str] = set()
    made = []
    for name in names:
        given_handle = handle(name, taken)
        taken.add(given_handle)
        made.append(Person(key=given_handle, handle=given_handle, name=name))
    return made


CAST = people(
    "Anneke de Wit",
    "Roelof Postma",
    "Marek Nowak",
    "Fatima el Idrissi",
    "Pieter-Jan van der Hoeven",
    "陳美玲 Mei-Ling Chen",
    "Jan de Vries",
    "Jan de Vries",
    "Janneke Bos",
    "Zoë van den Berg",
    "the contractors",
    "محمد الإدريسي",
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anneke de Wit", "anneke-de-wit"),
        ("Pieter-Jan van der Hoeven", "pieter-jan-van-der-hoeven"),
        ("Zoë O'Brien", "zoe-o-brien"),
        ("陳美玲 Mei-Ling Chen", "陳美玲-mei-ling-chen"),
        ("محمد الإدريسي", "محمد-الادريسي"),
        ("C3_PO", "c3-po"),
        ("🙂", "unnamed"),
    ],
)
def test_a_handle_is_the_letters_and_digits_of_the_name(name: str, expected: str) -> None:
    assert handle(name, ()) == expected


def test_a_taken_handle_gets_a_number() -> None:
    assert handle("Jan", {"jan"}) == "jan-2"
    assert handle("Jan", {"jan", "jan-2", "jan-3"}) == "jan-4"


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_gives_a_handle_that_is_one_plain_word(name: str) -> None:
    made = handle(name, ())
    assert made
    assert not made.startswith("-")
    assert all(part and "-" not in part for part in made.split("-"))
    assert handle(made, ()) == made


@given(st.lists(st.text(max_size=8), max_size=12))
def test_handles_are_unique(names: list[str]) -> None:
    assert len({person.handle for person in people(*names)}) == len(names)


@given(st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=20))
def test_a_handle_finds_its_person_among_any_others(name: str) -> None:
    everybody = [*CAST, Person("new", handle(name, {p.handle for p in CAST}), name)]
    assert choose(everybody[-1].handle, everybody).key == "new"


@pytest.mark.parametrize(
    ("query", "name", "fit"),
    [
        ("anneke-de-wit", "Anneke de Wit", Fit.EXACT),
        ("anneke de wit", "Anneke de Wit", Fit.EXACT),
        ("WIT de Anneke", "Anneke de Wit", Fit.EXACT),
        ("ann", "Anneke de Wit", Fit.HANDLE),
        ("pieter-j", "Pieter-Jan van der Hoeven", Fit.HANDLE),
        ("idr", "Fatima el Idrissi", Fit.WORDS),
        ("idri fat", "Fatima el Idrissi", Fit.WORDS),
        ("zoë berg", "Zoë van den Berg", Fit.WORDS),
        ("zoe", "Zoë van den Berg", Fit.HANDLE),
        ("chen", "陳美玲 Mei-Ling Chen", Fit.WORDS),
        ("陳", "陳美玲 Mei-Ling Chen", Fit.HANDLE),
        ("محمد", "محمد الإدريسي", Fit.HANDLE),
        ("mn", "Marek Nowak", Fit.INITIALS),
        ("zvdb", "Zoë van den Berg", Fit.INITIALS),
        ("adewit", "Anneke de Wit", Fit.INITIALS),
    ],
)
def test_who_is_meant_without_asking(query: str, name: str, fit: Fit) -> None:
    matches = find(query, CAST)
    assert (matches[0].person.name, matches[0].fit) == (name, fit)
    assert choose(query, CAST).name == name


@pytest.mark.parametrize(
    ("query", "name", "fit"),
    [
        ("idrsi", "Fatima el Idrissi", Fit.LETTERS),
        ("anekke", "Anneke de Wit", Fit.SPELLING),
        ("roeluf postma", "Roelof Postma", Fit.SPELLING),
    ],
)
def test_a_guess_is_asked_about(query: str, name: str, fit: Fit) -> None:
    matches = find(query, CAST)
    assert (matches[0].person.name, matches[0].fit) == (name, fit)
    assert sure(matches) is None
    with pytest.raises(Ambiguous, match="Did you mean") as asked:
        choose(query, CAST)
    assert asked.value.candidates[0].startswith(name)


def test_without_guesses_only_what_is_certain_is_found() -> None:
    assert find("idrsi", CAST, guess=False) == ()
    assert find("mn", CAST, guess=False)[0].person.name == "Marek Nowak"


def test_two_who_fit_equally_well_are_both_named() -> None:
    with pytest.raises(Ambiguous) as asked:
        choose("jan de vries", CAST)
    assert asked.value.candidates == (
        "Jan de Vries (jan-de-vries)",
        "Jan de Vries (jan-de-vries-2)",
    )
    assert str(asked.value).startswith("Which jan de vries?")


def test_a_handle_is_sure_even_where_the_name_is_not() -> None:
    assert choose("jan-de-vries", CAST).handle == "jan-de-vries"
    assert choose("jan-de-vries-2", CAST).handle == "jan-de-vries-2"


def test_a_whole_word_comes_before_the_beginning_of_one() -> None:
    found = [match.person.name for match in find("jan", CAST)]
    assert found == [
        "Pieter-Jan van der Hoeven",
        "Jan de Vries",
        "Jan de Vries",
        "Janneke Bos",
    ]


def test_a_directory_finds_the_same_as_the_people_in_it() -> None:
    directory = Directory(CAST)
    assert list(directory) == CAST
    assert directory[1:3] == tuple(CAST[1:3])
    for query in ("jan", "mn", "idrsi", "anekke", "qqqqq", "z"):
        assert find(query, directory) == find(query, CAST)


def test_among_equals_the_order_given_stands() -> None:
    first, second = people("Sanne Visser", "Sanne Bakker")
    assert [m.person for m in find("sanne", [second, first])] == [second, first]


def test_nobody_is_a_plain_answer() -> None:
    assert find("", CAST) == ()
    assert find("!?", CAST) == ()
    with pytest.raises(NotFound, match=r"^I don't know qqqqq\.$"):
        choose("qqqqq", CAST)


def test_an_unknown_name_is_shown_without_its_escapes() -> None:
    with pytest.raises(NotFound, match=r"know \[2Jqqqqq") as told:
        choose("\x1b[2Jqqqqq", CAST)
    assert "\x1b" not in str(told.value)


def test_initials_of_a_name_of_many_equal_words_end() -> None:
    assert find("a" * 60 + "b", people(" ".join(["a"] * 100))) == ()


@given(st.sampled_from(CAST), st.data())
def test_beginnings_of_some_words_in_any_order_find_the_person(
    person: Person, data: st.DataObject
) -> None:
    words = data.draw(st.permutations(name_words(person.name)))
    chosen = words[: data.draw(st.integers(1, len(words)))]
    query = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in chosen)
    assert person in [match.person for match in find(query, CAST)]
