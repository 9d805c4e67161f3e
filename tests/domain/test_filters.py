"""A filter says in a few words who is meant, in both languages, and asks when it is not clear."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.domain.drift import AlarmKind, Trend
from staketerm.domain.errors import Ambiguous, UsageError
from staketerm.domain.filters.choices import (
    ALARMS,
    CONFIDENCES,
    IMPACTS,
    POSITIONS,
    TRENDS,
    Choices,
)
from staketerm.domain.filters.echo import normalise
from staketerm.domain.filters.fields import FIELDS
from staketerm.domain.filters.matching import matches, predicate
from staketerm.domain.filters.parsing import parse
from staketerm.domain.filters.row import searchable
from staketerm.domain.filters.tree import All, Either, Filter, Flag, Has, Not, Term, Word
from staketerm.domain.label import Impact, Position
from staketerm.domain.readout import Confidence
from tests.hostile import BROKEN, HOSTILE

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Someone:
    """A stakeholder of whom little is told."""

    id: str = "1"
    name: str = "Anneke de Wit"
    organisation: str | None = "Gemeente Zuidrand"
    tags: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    project_name: str | None = "Graafloket"
    kind: str = "person"
    language: str | None = None
    label: str = "unknown"
    was: str | None = None
    since: date | None = None
    trend: str | None = None
    stance: float = 0.0
    energy: float = 0.0
    evidence: float = 0.0
    confidence: str = "none"
    impact: str | None = None
    power: int | None = None
    interest: int | None = None
    reach: str | None = None
    last_contact: date | None = None
    next_kind: str | None = None
    next_text: str | None = None
    next_ideal: date | None = None
    next_due: date | None = None
    alarm: str | None = None
    gap: str | None = None
    blocks: bool = False
    judgement: str | None = None
    open_asks: int = 0
    open_agreements: int = 0
    valued_critic: bool = False
    consent: str = "none"
    authors: tuple[str, ...] = ()

    @property
    def listed(self) -> str:
        """Lists go by the position."""
        return self.label

    @property
    def folded(self) -> str:
        """What bare words are looked for in."""
        return searchable(self.name, self.organisation, self.tags)


def fits(filter_text: str, **told: object) -> bool:
    """Whether somebody of whom this is told fits the filter."""
    return matches(parse(filter_text, TODAY, "nl"), Someone(**told), TODAY)  # type: ignore[arg-type]


def day(text: str) -> date:
    """That day of 2026, written month-day."""
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    ("filter_text", "told"),
    [
        ("", {}),
        ("anneke", {}),
        ("zuidrand", {}),
        ("ANNEKE wit", {}),
        ('"de wit"', {}),
        ("zoe", {"name": "Zoë van Dam"}),
        ("archive", {"tags": ("Archive",)}),
        ("bram,anneke", {}),
        ("bram or anneke", {}),
        ("-bram", {}),
        ("not bram", {}),
        ("niet bram", {}),
        ("name:wit", {}),
        ("naam:bram,wit", {}),
        ("org:zuid", {}),
        ('org:"gemeente zuid"', {}),
        ("tag:key-player", {"tags": ("key player",)}),
        ("role:permit", {"roles": ("permit giver", "user")}),
        ("project:graaf", {}),
        ("kind:organisatie", {"kind": "organisation"}),
        ("lang:NL", {"language": "nl"}),
        ("position:fence-sitter,critic", {"label": "fence_sitter"}),
        ("positie:afwachter", {"label": "fence_sitter"}),
        ("position:stille_medestander", {"label": "quiet_supporter"}),
        ('position:"quiet supporter"', {"label": "quiet_supporter"}),
        ("was:partner", {"was": "partner"}),
        ("trend:koeler", {"trend": "cooling"}),
        ("stance>.2", {"stance": 0.21}),
        ("stance:-.5..0", {"stance": -0.5}),
        ("energy>=5", {"energy": 5.0}),
        ("evidence:fair", {"confidence": "fair"}),
        ("bewijs>=redelijk", {"confidence": "good"}),
        ("evidence>20", {"evidence": 21.9, "confidence": "low"}),
        ("evidence:fair,20..25", {"evidence": 21.9, "confidence": "low"}),
        ("impact:none..high", {"impact": "none"}),
        ("impact:high..low", {"impact": "medium"}),
        ("impact:medium..", {"impact": "high"}),
        ("impact:..laag", {"impact": "none"}),
        ("impact>low", {"impact": "medium"}),
        ("power>=4 interest<=2", {"power": 4, "interest": 2}),
        ("power:3,5", {"power": 5}),
        ("macht:>3", {"power": 4}),
        ("reach:remote", {"reach": "remote"}),
        ('bereik:"op afstand"', {"reach": "remote"}),
        ("last:2026-09..2026-10", {"last_contact": day("09-01")}),
        ("last:2026-09..2026-10", {"last_contact": day("10-31")}),
        ("last:2026", {"last_contact": day("01-01")}),
        ("last:gisteren", {"last_contact": day("11-23")}),
        ('last:"24 nov"', {"last_contact": TODAY}),
        ("last<2026-09", {"last_contact": day("08-31")}),
        ("last>2026-09", {"last_contact": day("10-01")}),
        ("last:2w", {"last_contact": day("11-10")}),
        ("last<2w", {"last_contact": day("11-11")}),
        ("last>2w", {"last_contact": day("11-09")}),
        ("last:2w..4w", {"last_contact": day("11-01")}),
        ("quiet:30d", {"last_contact": day("10-25")}),
        ("quiet:30d", {"last_contact": None}),
        ("stil>1m", {"last_contact": day("10-23")}),
        ("quiet<30d", {"last_contact": day("10-26")}),
        ("quiet:2w..4w", {"last_contact": day("11-01")}),
        ("due<1w", {"next_due": day("11-30")}),
        ("due<1w", {"next_due": day("11-01")}),
        ("due:1w", {"next_due": day("12-01")}),
        ("due>1w", {"next_due": day("12-02")}),
        ("due:1w..2w", {"next_due": day("12-08")}),
        ("uiterlijk:morgen", {"next_due": day("11-25")}),
        ("due:fri", {"next_due": day("11-27")}),
        ("due", {"next_ideal": TODAY, "next_due": day("12-02")}),
        ("due", {"next_due": TODAY}),
        ("by:noor", {"authors": ("Anna", "Noor B")}),
        ("door:anna,chen", {"authors": ("Anna",)}),
        ("next:check-in", {"next_kind": "check_in", "next_text": "even contact"}),
        ('volgende:"even contact"', {"next_kind": "check_in", "next_text": "even contact"}),
        ("alarm", {"alarm": "cooling"}),
        ("alarm:omgeslagen", {"alarm": "crossed_over"}),
        ("ask:open", {"open_asks": 2}),
        ("ask>1", {"open_asks": 2}),
        ("vraag:nee", {"open_asks": 0}),
        ("agreement:ja", {"open_agreements": 1}),
        ("judgement:supporter", {"judgement": "supporter"}),
        ("gap", {"gap": "says_yes_does_no"}),
        ("kloof", {"gap": "says_yes_does_no"}),
        ("gap:no", {}),
        ("blocking", {"blocks": True}),
        ("blokkeert", {"blocks": True}),
        ("blocking:no", {}),
        ("changed:30d", {"since": day("10-25")}),
        ("veranderd:1m", {"since": day("10-25")}),
        ("was:partner changed:30d", {"was": "partner", "since": day("11-01")}),
        ("critic:yes", {"valued_critic": True}),
        ("consent:granted", {"consent": "granted"}),
        ("toestemming:gegeven,gevraagd", {"consent": "asked"}),
        ("consent:none", {}),
        ("has:consent", {"consent": "ended"}),
        ("-has:consent", {}),
        ("has:impact", {"impact": "none"}),
        ("has:ask,agreement", {"open_agreements": 1}),
        ("-has:power", {}),
        ("-has:position", {}),
        ("has:last", {"last_contact": TODAY}),
        ("has:evidence", {"evidence": 3.0}),
        ("alarm or gap", {"gap": "says_yes_does_no"}),
        ("alarm of kloof", {"alarm": "cooling"}),
        ("-(alarm or gap) anneke", {}),
        ("(bram or anneke) impact:high", {"impact": "high"}),
        ("bram or anneke impact:high", {"impact": "high"}),
        ("--anneke", {}),
        ("'10:30'", {"name": "'10:30'"}),
        ('"alarm"', {"name": "The alarm bell"}),
        ('"position:critic"', {"name": "position:critic"}),
    ],
)
def test_who_fits(filter_text: str, told: dict[str, object]) -> None:
    assert fits(filter_text, **told)
    assert not fits(f"-({filter_text})" if filter_text else "-anneke", **told)


@pytest.mark.parametrize(
    ("filter_text", "told"),
    [
        ("bram", {}),
        ("anneke -wit", {}),
        ("tag:archive", {"tags": ("archived",)}),
        ("-tag:archive", {"tags": ("archive",)}),
        ("was:partner", {}),
        ("impact:none..high", {"impact": None}),
        ("impact>low", {"impact": "low"}),
        ("power>=4", {"power": None}),
        ("power>4", {"power": 4}),
        ("stance<0", {"stance": 0.0}),
        ("last:2w", {"last_contact": day("11-09")}),
        ("last:2w", {"last_contact": None}),
        ("last<2w", {"last_contact": day("11-10")}),
        ("quiet:30d", {"last_contact": day("10-26")}),
        ("quiet<30d", {"last_contact": None}),
        ("quiet:2w..4w", {"last_contact": None}),
        ("due<1w", {"next_due": day("12-01")}),
        ("due<1w", {}),
        ("due", {"next_ideal": day("11-25"), "next_due": day("12-02")}),
        ("due", {}),
        ("has:position", {}),
        ("has:ask", {}),
        ("has:evidence", {}),
        ("(bram or anneke) impact:high", {"impact": "low"}),
    ],
)
def test_who_does_not_fit(filter_text: str, told: dict[str, object]) -> None:
    assert not fits(filter_text, **told)


@pytest.mark.parametrize(
    ("filter_text", "why"),
    [
        ("postion:partner", "no field 'postion'; position?"),
        ("postie:partner", "no field 'postie'; positie?"),
        ("zzz:1", "no field 'zzz'; there are name org tag"),
        ("position:partnr", "position has no 'partnr'; partner?"),
        ("impact:9", "impact has no '9'; there are none low medium high"),
        ("has:wings", "no field 'wings'"),
        ("position:", "position: of what?"),
        ("position:,", "position: of what?"),
        ("power>", "power: of what?"),
        ("power:..", "power: of what?"),
        ("power>3,4", "power: compare it with one value"),
        ("power:x", "power: 'x' is no number"),
        ("power:nan", "'nan' is no number"),
        ("position>critic", "position has no order"),
        ("name:a..b", "name has no order"),
        ("gap>1", "gap has no order"),
        ("gap:maybe", "gap is yes or no, not 'maybe'"),
        ("quiet:soon", "'soon' is no length of time"),
        ("quiet:999999y", "beyond the calendar"),
        ("last:soon", "'soon' is no day"),
        ("last:2w..2026-09", "both ends of a range must be alike"),
        ("evidence:low..20", "both ends of a range must be alike"),
        ('name:"x', "a quote is open"),
        ('"', "a quote is open"),
        ("(alarm", "a parenthesis is open"),
        ("alarm)", "a ) has no beginning"),
        ("()", "nothing stands between the parentheses"),
        ("alarm or", "'or' needs something on both sides"),
        ("or", "'or' needs something on both sides"),
        ("anneke -", "'-' needs something to leave out"),
        ("(" * 300 + "a" + ")" * 300, "too many parentheses"),
        ("x" * 1001, "1001 characters; at most 1000 fit"),
    ],
)
def test_what_is_not_understood_is_named_with_what_would_be(filter_text: str, why: str) -> None:
    with pytest.raises(UsageError) as told:
        parse(filter_text, TODAY)
    assert why in str(told.value)


def test_a_day_that_can_mean_two_is_asked() -> None:
    with pytest.raises(Ambiguous, match=r"3/4: Fri 3 Apr or Wed 4 Mar\?"):
        parse("last:3/4", TODAY)


def test_dutch_connecting_words_are_plain_words_in_english() -> None:
    assert parse("bank of ireland", TODAY) == All((Word("bank"), Word("of"), Word("ireland")))
    assert parse("alarm of kloof", TODAY, "nl") == Either((Flag("alarm"), Flag("gap")))


@pytest.mark.parametrize(
    ("typed", "english", "dutch"),
    [
        ("positie:afwachter", "position:fence-sitter", "positie:afwachter"),
        (
            "position:fence-sitter,critic  impact:high",
            "position:fence-sitter,critic impact:high",
            "positie:afwachter,kritische-meedenker impact:hoog",
        ),
        ("quiet:30d -tag:archive", "quiet:30d -tag:archive", "stil:30d -tag:archive"),
        ("due<1w", "due<1w", "uiterlijk<1w"),
        ("alarm OR gap", "alarm or gap", "alarm of kloof"),
        ("power:>=4 not critic:ja", "power>=4 -critic:yes", "macht>=4 -criticus:ja"),
        ("last:2026-09..2026-10", "last:2026-09..2026-10", "laatst:2026-09..2026-10"),
        ("last>gisteren", "last>2026-11-23", "laatst>2026-11-23"),
        ("quiet:1y", "quiet:1y", "stil:1j"),
        ("has:macht", "has:power", "heeft:macht"),
        ('"de wit",bram', '"de wit" or bram', '"de wit" of bram'),
        ('"alarm" "or" "-x" "a:b"', '"alarm" "or" "-x" "a:b"', '"alarm" "or" "-x" "a:b"'),
        ("-(a b)", "-(a b)", "-(a b)"),
        ("(a b) or c", "a b or c", "a b of c"),
        ("(a or b) c", "(a or b) c", "(a of b) c"),
    ],
)
def test_a_filter_is_echoed_in_the_language_of_the_screen(
    typed: str, english: str, dutch: str
) -> None:
    tree = parse(typed, TODAY)
    assert (normalise(tree, "en"), normalise(tree, "nl")) == (english, dutch)


@pytest.mark.parametrize("text", HOSTILE + BROKEN)
def test_hostile_text_is_searched_for_or_refused_harmlessly(text: str) -> None:
    try:
        shown = normalise(parse(text, TODAY), "en")
    except UsageError as told:
        shown = str(told)
    assert "\x1b" not in shown
    shown.encode("utf-8")


words = st.text('abé陳 -,.:()"<>', min_size=1, max_size=6).map(
    lambda w: " ".join(w.replace('"', "").split())
)
terms = st.sampled_from(
    [
        "alarm",
        "gap",
        "due",
        "critic:no",
        "has:power",
        "position:partner,critic",
        "impact:low..high",
        "impact>=low",
        "evidence:low..good,12..20",
        "stance:-.25..0.5",
        "power>3",
        "last:2026-02",
        "last:2024..2026-02",
        "last:3d..2w",
        "due<=+2w",
        "quiet>6m",
        "ask:open,3",
        'org:"de wit","-x"',
        "tag:a,b",
    ]
).map(lambda text: parse(text, TODAY))
leaves: st.SearchStrategy[Filter] = terms | words.filter(bool).map(Word)
trees: st.SearchStrategy[Filter] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.filter(lambda part: not isinstance(part, Not)).map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Either(tuple(parts))),
    ),
    max_leaves=8,
)


@given(trees, st.sampled_from(["en", "nl"]))
def test_what_is_echoed_means_the_same_again(tree: Filter, language: str) -> None:
    assert parse(normalise(tree, language), TODAY, language) == tree


@given(st.text('ab ():,"-<>=.', max_size=15) | st.text(max_size=15))
def test_any_text_is_a_filter_or_a_reason(text: str) -> None:
    outcome: object
    try:
        outcome = predicate(parse(text, TODAY), TODAY)(Someone())
    except UsageError as told:
        outcome = str(told)
    assert outcome in (True, False) or outcome


def test_notes_are_looked_into_only_for_words_not_found_otherwise_and_once() -> None:
    asked: list[str] = []

    def noted(word: str) -> set[str]:
        asked.append(word)
        return {"2"}

    test = predicate(parse("anneke", TODAY), TODAY, noted)
    assert test(Someone())
    assert asked == []
    bram = Someone(name="Bram Okafor")
    assert [test(replace(bram, id=id)) for id in ("1", "2", "3")] == [False, True, False]
    assert asked == ["anneke"]


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_can_be_asked_for_by_its_name_in_both_languages(field: str) -> None:
    if field in ("has", "quiet"):
        return
    english, dutch = FIELDS[field].english, FIELDS[field].dutch
    assert parse(f"has:{english}", TODAY) == parse(f"heeft:{dutch}", TODAY) == Has(field)


def test_length_of_time_stays_relative_when_the_day_moves_on() -> None:
    tree = parse("quiet:30d", TODAY)
    met = Someone(last_contact=day("11-01"))
    assert not matches(tree, met, TODAY)
    assert matches(tree, met, day("12-01"))


def test_a_term_holds_one_of_its_values() -> None:
    tree = parse("power:1..2,5", TODAY)
    assert isinstance(tree, Term)
    fitting = [n for n in range(1, 6) if matches(tree, Someone(power=n), TODAY)]
    assert fitting == [1, 2, 5]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (POSITIONS, Position),
        (IMPACTS, Impact),
        (CONFIDENCES, Confidence),
        (TRENDS, Trend),
        (ALARMS, AlarmKind),
    ],
)
def test_every_word_of_the_model_can_be_asked_for(choices: Choices, words: type[StrEnum]) -> None:
    assert set(choices.words) == {word.value for word in words}
    for language in ("en", "nl"):
        assert all(choices.id_of(choices.shown(word, language)) == word for word in words)
