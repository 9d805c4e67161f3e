"""One typed line becomes a signal, an ask, an agreement or a note; nothing in it is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm import locale
from staketerm.domain.capture.captured import Captured, What
from staketerm.domain.capture.echo import echo
from staketerm.domain.capture.reading import parse_line
from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.errors import UsageError
from staketerm.domain.names import Person, handle
from tests.hostile import BROKEN, HOSTILE

TUESDAY = date(2026, 11, 24)
PROJECTS = {"g": "Graafloket", "n": "Graafnet", "p": "personal"}


def _everybody(*names: str) -> list[Person]:
    return [Person(handle(name, ()), handle(name, ()), name) for name in names]


PEOPLE = _everybody(
    "Ada Lens",
    "Daan Vermeulen",
    "Anneke de Wit",
    "Fatima el Idrissi",
    "Bram Okafor",
    "Marek Nowak",
    "Jan de Vries",
    "Janneke Bos",
    "Zoë van den Berg",
    "the contractors",
)


def read(line: str, **answers: str) -> Captured:
    """The line as understood on Tuesday 24 November 2026."""
    given_answers = {key.replace("_", " "): answer for key, answer in answers.items()}
    return parse_line(
        line,
        people=PEOPLE,
        kinds=CATALOGUE,
        projects=PROJECTS,
        today=TUESDAY,
        answers=given_answers,
    )


def said(line: str) -> str:
    """What the line under the input shows for it."""
    return echo(read(line), TUESDAY)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "ada kept agreement yesterday: budget review",
            "Ada Lens · kept an agreement +3 · Mon 23 Nov · note: budget review",
        ),
        (
            "daan beantwoordde mail gisteren",
            "Daan Vermeulen · answered my mail +2 · Mon 23 Nov",
        ),
        (
            "fatima afgesproken vr: tekst aansprakelijkheid",
            "Fatima el Idrissi · agreement by them · Tue 24 Nov · due Fri 27 Nov"
            " · tekst aansprakelijkheid",
        ),
        (
            "fatima ik afgesproken vr: tekst",
            "Fatima el Idrissi · agreement by me · Tue 24 Nov · due Fri 27 Nov · tekst",
        ),
        ("mail bram > planning?", "Bram Okafor · I asked by mail · Tue 24 Nov · planning"),
        (
            "anneke en bram took part 3d ago #graafl strong",
            "Anneke de Wit, Bram Okafor · took active part with questions or ideas +4.5 (strong)"
            " · Sat 21 Nov · #Graafloket",
        ),
        ("marek no show", "Marek Nowak · did not turn up -5 · Tue 24 Nov"),
        (
            "anneke: haar moeder is ziek",
            "Anneke de Wit · a note · Tue 24 Nov · haar moeder is ziek",
        ),
        ("gisteren: lange dag", "an entry in the journal · Mon 23 Nov · lange dag"),
        ("roelof kept agreement", "roelof isn't here · kept an agreement +3 · Tue 24 Nov"),
        (
            "anneke zegde af di",
            "di: today Tue 24 Nov, or Tue 17 Nov? · Anneke de Wit · cancelled late -3",
        ),
        (
            "jan kept agreement",
            "Which jan? 1 Jan de Vries, 2 Janneke Bos · kept an agreement +3 · Tue 24 Nov",
        ),
        (
            "bram mail",
            "mail: which is meant? 1 answered my mail, 2 I asked by mail"
            " · Bram Okafor · Tue 24 Nov",
        ),
    ],
)
def test_the_echo_says_what_is_saved_or_asked(line: str, shown: str) -> None:
    assert said(line) == shown


def test_the_echo_shows_people_as_the_screen_does_and_speaks_its_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(locale, "_language", "nl")
    captured = read("ada kept agreement weak yesterday")
    shown = echo(captured, TUESDAY, show=lambda person: f"{person.name} ◆")
    assert shown.startswith("Ada Lens ◆ · kwam een afspraak na +1,5")
    assert "ma 23 nov" in shown


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ada kept an agreement", "agreement_kept"),
        ("ada has kept the agreement", "agreement_kept"),
        ("ada kwam afspraak na", "agreement_kept"),
        ("ada kwam afspraak niet na", "agreement_broken"),
        ("ada kept late", "agreement_late"),
        ("ada sat through meeting", "passive_in_meeting"),
        ("ada answered", "mail_answered"),
        ("ada blocked", "obstructed"),
        ("ada afgezegd", "cancelled_late"),
        ("ada said no", "said_oppose"),
        ("ada mailed", "mail_sent"),
        ("ada uitgenodigd", "invitation"),
        ("ada", "contact"),
        ("ada gisteren", "contact"),
        ("ada brought bad news early", "bad_news_early"),
    ],
)
def test_a_kind_is_named_by_words_of_its_label_in_either_language(line: str, kind: str) -> None:
    captured = read(line)
    assert captured.ready
    assert captured.kind == CATALOGUE[kind]
    assert captured.note == ""


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
@pytest.mark.parametrize("language", ["english", "dutch"])
def test_every_kind_is_understood_by_its_whole_label(kind: str, language: str) -> None:
    label = getattr(CATALOGUE[kind], language).replace(":", "")
    captured = read(f"ada {label}")
    assert captured.kind == CATALOGUE[kind]
    assert not any(question.key == "kind" for question in captured.questions)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("anneke, bram + marek gisteren", ["Anneke de Wit", "Bram Okafor", "Marek Nowak"]),
        ("anneke and bram kept agreement", ["Anneke de Wit", "Bram Okafor"]),
        ("ada, ada kept agreement", ["Ada Lens"]),
        ("anneke de wit kept agreement", ["Anneke de Wit"]),
        ("de wit kept agreement", ["Anneke de Wit"]),
        ("anneke-de-wit kept agreement", ["Anneke de Wit"]),
        ("jan de vries kept agreement", ["Jan de Vries"]),
        ("jan d kept agreement", ["Jan de Vries"]),
        ("zoe kept agreement", ["Zoë van den Berg"]),
        ("vdb kept agreement", ["Zoë van den Berg"]),
        ("mn kept agreement", ["Marek Nowak"]),
        ("the contractors kept agreement", ["the contractors"]),
    ],
)
def test_who_is_meant(line: str, names: list[str]) -> None:
    captured = read(line)
    assert [person.name for person in captured.people] == names
    assert captured.ready
    assert captured.left == ()


@pytest.mark.parametrize(
    "line",
    [
        "Long day, the canteen was closed",
        "An idea about the budget",
        "de vergadering duurde lang",
        "Long talk about the agreement we kept",
        "had coffee with the team",
        "Roelof: called about the cable",
        "da vinci was in town",
        "?",
        "",
        ": > ?",
    ],
)
def test_a_line_without_a_known_name_is_an_entry_of_the_journal(line: str) -> None:
    captured = read(line)
    assert (captured.what, captured.people, captured.note) == (What.ENTRY, (), line)
    assert captured.ready


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("roelof postma kept agreement", ("roelof postma",)),
        ("anneke, roelof kept agreement", ("roelof",)),
        ("mail roelof > planning?", ("roelof",)),
    ],
)
def test_a_name_that_is_not_here_is_said(line: str, unknown: tuple[str, ...]) -> None:
    captured = read(line)
    assert captured.unknown == unknown
    assert not captured.ready


def test_a_misspelt_name_is_asked_about_and_the_answer_serves() -> None:
    captured = read("daam kept agreement")
    assert captured.unknown == ("daam",)
    [question] = captured.questions
    assert [choice.label for choice in question.choices] == ["Daan Vermeulen"]
    answered = read("daam kept agreement", who_0="daan-vermeulen")
    assert answered.ready
    assert [person.name for person in answered.people] == ["Daan Vermeulen"]


def test_each_question_is_answered_by_the_id_of_a_choice() -> None:
    line = "jan kept #graaf di"
    asked = {question.key: question for question in read(line).questions}
    assert set(asked) == {"who 0", "kind", "project", "day"}
    assert [choice.id for choice in asked["project"].choices] == ["g", "n"]
    assert [choice.id for choice in asked["day"].choices] == ["2026-11-24", "2026-11-17"]
    captured = read(line, who_0="janneke-bos", kind="agreement_late", project="n", day="2026-11-17")
    assert captured.ready
    assert captured.people[0].name == "Janneke Bos"
    assert captured.kind == CATALOGUE["agreement_late"]
    assert (captured.project, captured.day) == ("n", date(2026, 11, 17))


def test_an_answer_that_is_no_choice_answers_nothing() -> None:
    assert read("ada kept agreement di", day="2026-11-10").questions


@pytest.mark.parametrize(
    ("line", "what", "day", "due", "note"),
    [
        ("ada mailed gisteren > dates", What.ASK, "2026-11-23", None, "dates"),
        ("ada mail vr > dates", What.ASK, "2026-11-24", "2026-11-27", "dates"),
        ("ada mailed 3d ago next fri: dates", What.ASK, "2026-11-21", "2026-11-27", "dates"),
        ("ada budget figures?", What.ASK, "2026-11-24", None, "budget figures"),
        ("ada: what does she think?", What.ASK, "2026-11-24", None, "what does she think"),
        ("advies ada > opzet?", What.ASK, "2026-11-24", None, "opzet"),
        ("ada agreed 1 dec: list", What.AGREEMENT, "2026-11-24", "2026-12-01", "list"),
        ("ada agreed gisteren vr: list", What.AGREEMENT, "2026-11-23", "2026-11-27", "list"),
        ("ada agreed next week: list", What.AGREEMENT, "2026-11-24", "2026-11-30", "list"),
        ("ada beloofde volgende maand: list", What.SIGNAL, "2026-11-24", "2026-12-01", "list"),
        ("ada mail volgende week > opzet", What.ASK, "2026-11-24", "2026-11-30", "opzet"),
        ("ada agreed 1 dec vr: list", What.AGREEMENT, "2026-11-24", "2026-12-01", "vr: list"),
        ("ada promised vr: list", What.SIGNAL, "2026-11-24", "2026-11-27", "list"),
        ("ada kept agreement vr: list", What.SIGNAL, "2026-11-20", None, "list"),
        ("ada answered mail: what next?", What.SIGNAL, "2026-11-24", None, "what next?"),
        ("ada was ill yesterday", What.NOTE, "2026-11-23", None, "was ill"),
        ("ada: a > b", What.NOTE, "2026-11-24", None, "a > b"),
        ("ada: at 10:30", What.NOTE, "2026-11-24", None, "at 10:30"),
        (
            "ada seemed tired and asked about planning",
            What.NOTE,
            "2026-11-24",
            None,
            "seemed tired and asked about planning",
        ),
    ],
)
def test_days_past_are_when_it_was_and_days_to_come_when_it_is_due(
    line: str, what: What, day: str, due: str | None, note: str
) -> None:
    captured = read(line)
    assert captured.ready
    assert (captured.what, captured.note) == (what, note)
    assert captured.day == date.fromisoformat(day)
    assert captured.due == (date.fromisoformat(due) if due else None)


def test_words_not_understood_go_to_the_note_and_are_marked() -> None:
    captured = read("ada weak kept agreement budget review, June: went well")
    assert captured.note == "budget review, June: went well"
    assert [captured.line[a:b] for a, b in captured.left] == ["budget review, June"]
    assert captured.intensity == 0.5


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("ada kept agreement 31-02-2026", "there is no such day: 2026-02-31"),
        (
            "ada kept agreement #nope",
            "no project '#nope'; there are Graafloket, Graafnet, personal",
        ),
        ("ada kept agreement #", "no project '#'"),
    ],
)
def test_what_cannot_be_is_said(line: str, problem: str) -> None:
    captured = read(line)
    assert not captured.ready
    assert captured.problems[0].startswith(problem)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["{}", "ada kept agreement: {}", "ada {}", "{} kept agreement"])
def test_hostile_text_is_kept_as_text(text: str, form: str) -> None:
    shown = said(form.format(text))
    assert "\x1b" not in shown
    assert "\n" not in shown
    shown.encode("utf-8")


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="character"):
        read(text)


pieces = st.sampled_from(
    [
        *("ada", "jan", "bram", "roelof", ",", "+", "en", "and", ":", ">", "?", "#graaf", "#x"),
        *("kept", "agreement", "mail", "zegde", "af", "no", "show", "vr", "di", "3/4", "gisteren"),
        *("3d", "ago", "strong", "zwak", "budget", "the", "de", "wit", "ik", "31-02", "promised"),
    ]
)


@given(st.lists(pieces, max_size=9).map(" ".join) | st.text(max_size=30))
def test_any_line_is_understood_as_something(line: str) -> None:
    try:
        captured = read(line)
    except UsageError:
        assert "\0" in line
        return
    assert echo(captured, TUESDAY)
    assert (captured.kind is None) == (captured.what in (What.NOTE, What.ENTRY))
    assert all(0 <= start < end <= len(captured.line) for start, end in captured.left)
    assert all(captured.line[start:end] in captured.note for start, end in captured.left)
    assert bool(captured.people) or captured.what is What.ENTRY or not captured.ready
    assert len(set(captured.people)) == len(captured.people)


@given(st.lists(pieces, max_size=9).map(" ".join))
def test_answering_every_question_leaves_none(line: str) -> None:
    answers: dict[str, str] = {}
    for _round in range(8):
        captured = parse_line(
            line,
            people=PEOPLE,
            kinds=CATALOGUE,
            projects=PROJECTS,
            today=TUESDAY,
            answers=answers,
        )
        answers |= {question.key: question.choices[0].id for question in captured.questions}
    assert captured.questions == ()


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("!risk survey may slip", "risk · Tue 24 Nov · survey may slip"),
        ("!succes proefstraat klaar", "success · Tue 24 Nov · proefstraat klaar"),
        ("! mile the vote", "milestone · Tue 24 Nov · the vote"),
        ("!setback yesterday: vote moved", "setback · Mon 23 Nov · vote moved"),
        ("!plan street 2 starts 14 dec", "plan · Tue 24 Nov · street 2 starts 14 dec"),
        ("!plan street 2: from 14 dec", "plan · Tue 24 Nov · street 2: from 14 dec"),
        ("!risk fix issue #12 first", "risk · Tue 24 Nov · fix issue #12 first"),
        ("!decision one desk #graafloket", "decision · Tue 24 Nov · #Graafloket · one desk"),
    ],
)
def test_a_line_with_the_sign_of_alarm_is_progress_of_the_project(line: str, shown: str):
    assert said(line) == shown
    assert read(line).what is What.PROGRESS
    assert read(line).ready


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("!ris", ""),
        ("!s it went well", "no kind of progress"),
        ("!nonsense here", "no kind of progress"),
        ("!risk", "Say what it is"),
        ("!", "no kind of progress"),
        ("!risk slip #nowhere", "no project"),
    ],
)
def test_progress_that_says_too_little_is_not_saved(line: str, why: str):
    told = read(line)
    assert not told.ready
    assert why in told.problems[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_progress_takes_any_text_as_words(text: str):
    assert read(f"!risk about {text}").what is What.PROGRESS
