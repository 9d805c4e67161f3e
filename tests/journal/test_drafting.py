"""A draft is gathered from what may be told to this one person; what is private never is."""

import re
from collections.abc import Sequence
from dataclasses import astuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from staketerm.domain.drafts.compose import PLACEHOLDERS
from staketerm.domain.drafts.template import addressed
from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.nurture.acts import Act, Proposal, weigh
from staketerm.journal.ledger import ask, open_items
from staketerm.journal.nurture.decisions import DueAct, done, find_act
from staketerm.journal.nurture.drafting import Drafted, act_on, draft_of, first_act, unasked_update
from staketerm.journal.nurture.plan import Planned
from staketerm.journal.nurture.templates import built_in, template_for, unread_templates
from staketerm.journal.opening import Journal, open_journal
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AskFor
from staketerm.journal.stakeholders.people import delete_stakeholder, find_project
from staketerm.store.records import (
    About,
    Absence,
    Action,
    Agreement,
    Ask,
    Consent,
    Entry,
    Judgement,
    Row,
    Setting,
    Signal,
    Tag,
)
from tests.journal.conftest import TODAY, Calendar, add

KINDS = tuple(Act)
LANGUAGES = ("en", "nl")
NAMES = (
    *KINDS,
    "ask_owed",
    "agreement_owed",
    "ambassador_consent",
)


def proposal(who: str, project: str, kind: str = Act.STATUS_UPDATE, occasion: str = "", rests=()):
    """An act as the planner would propose it."""
    return Proposal(
        kind=kind,
        stakeholder=who,
        project=project,
        occasion=occasion or TODAY.isoformat(),
        ideal=TODAY,
        latest=TODAY,
        reason="SECRET reason",
        weight=weigh("high", "direct", TODAY, TODAY),
        rests=tuple(rests),
    )


def drafted(journal: Journal, what: Proposal, **more) -> Drafted:
    """The draft of a proposal made by hand."""
    planned = Planned(what.id, what, "ada-lens", "Ada Lens", "My project")
    return draft_of(journal, DueAct(what.id[:4], planned), **more)


def put(journal: Journal, *rows: Row) -> None:
    """Write rows as they are."""
    with journal.write("test") as writing:
        for row in rows:
            writing.put(row)


def told(journal: Journal, kind: str, text: str, ago: int = 1, **more) -> Entry:
    """A progress entry of so many days ago that may be shared."""
    with journal.write("progress") as writing:
        entry = Entry(
            id=writing.new_id(),
            kind=kind,
            day=TODAY - timedelta(days=ago),
            text=text,
            **{"private": False, "project": journal.default_project().id, **more},
        )
        writing.put(entry)
    return entry


def part(journal: Journal, entry: Entry, who: str, role: str, note: str | None = None) -> None:
    """Somebody's part in an entry."""
    with journal.write("progress") as writing:
        row = About(id=writing.new_id(), entry=entry.id, stakeholder=who, role=role, note=note)
        writing.put(row)


@pytest.fixture
def project(journal: Journal) -> str:
    return journal.default_project().id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_act_has_a_template_in_both_languages(name, language):
    template = built_in(name, language)
    assert "greeting" in template.names
    assert set(template.names) == set(built_in(name, "en").names)


@pytest.mark.parametrize("name", NAMES)
def test_in_dutch_one_is_je_and_several_are_jullie(name):
    template = built_in(name, "nl")
    for text in (template.subject, template.body):
        words = set(re.findall(r"\w+", addressed(text, several=True).casefold()))
        assert not words & {"je", "jij", "jou", "jouw"}
        between = addressed(text, several=False).replace("als jullie elkaar", "")
        assert "jullie" not in between.casefold()


def test_the_update_reaches_back_to_the_last_one(journal, ada, project):
    told(journal, "success", "Of before.", ago=20)
    told(journal, "success", "Of since.", ago=5)
    assert "Of before. Of since." not in drafted(journal, proposal(ada, project)).draft.text
    assert "Of since. Of before." in drafted(journal, proposal(ada, project)).draft.text
    put(
        journal,
        Action(
            id="00000000-0000-8000-8000-000000000001",
            stakeholder=ada,
            project=project,
            kind=Act.STATUS_UPDATE,
            occasion="2026-11-01",
            state="done",
            on=TODAY - timedelta(days=10),
        ),
    )
    text = drafted(journal, proposal(ada, project)).draft.text
    assert "Of since." in text
    assert "Of before." not in text


def test_nobody_who_never_had_an_update_hears_of_more_than_two_months(journal, ada, project):
    told(journal, "success", "Long ago.", ago=61)
    answer = drafted(journal, proposal(ada, project))
    assert "Long ago" not in answer.draft.text
    assert answer.notices == ("There is no progress to tell that may be shared.",)


def test_the_third_extra_update_asks_whether_it_is_of_use(journal, ada, project, calendar):
    told(journal, "success", "A day early.", ago=0)
    for ago in (40, 20):
        calendar.day = TODAY - timedelta(days=ago)
        done(journal, unasked_update(journal, ada, project).proposal)
        calendar.day = TODAY
        asks = "of use to you" in drafted(journal, proposal(ada, project)).draft.text
        assert asks == (ago == 20)


def test_it_speaks_the_language_of_whoever_reads_it(journal, project):
    bram = add(journal, "Bram Okafor", language="nl-NL", emails=("bram@example.org",))
    answer = drafted(journal, proposal(bram, project))
    assert (answer.draft.language, answer.to) == ("nl", "bram@example.org")
    assert answer.draft.text.startswith("Beste Bram,")
    assert drafted(journal, proposal(bram, project), into="en").draft.text.startswith("Dear Bram,")


def test_a_risk_alert_says_the_risk_how_to_avoid_it_and_how_they_can_help(journal, ada, project):
    risk = told(
        journal,
        "risk",
        "Book the van now.",
        title="The survey may slip",
        due=TODAY + timedelta(days=3),
    )
    part(journal, risk, ada, "helper", "a second crew")
    part(journal, risk, add(journal, "Marek Nowak"), "helper", "his own van")
    text = drafted(journal, proposal(ada, project, Act.RISK_ALERT, risk.id)).draft.text
    assert "The risk. The survey may slip." in text
    assert "What avoids it. Book the van now." in text
    assert "until Fri 27 Nov." in text
    assert "How you could help: a second crew." in text
    assert "his own van" not in text


def test_a_celebration_names_the_deed_the_success_and_who_else_did_it(journal, ada, project):
    success = told(journal, "success", "Pilot street done a day early.")
    part(journal, success, ada, "contributor", "worked round the duct")
    part(journal, success, add(journal, "Marek Nowak"), "contributor")
    text = drafted(journal, proposal(ada, project, Act.CELEBRATION, success.id)).draft.text
    assert "Pilot street done a day early." in text
    assert "Your part in it, as I wrote it down: worked round the duct." in text
    assert "With you in it: Marek Nowak." in text


def test_advice_is_asked_on_a_plan_and_says_why_them(journal, project):
    plan = told(journal, "plan", "A second desk.", due=TODAY + timedelta(days=20))
    ada = add(journal, "Ada Lens", job="planner")
    what = proposal(ada, project, Act.ADVICE_REQUEST, plan.id)
    text = drafted(journal, what).draft.text
    assert "What we have in mind: A second desk.\nIt is to be there on Mon 14 Dec." in text
    assert "Why I ask you: You know this from your work as planner." in text
    put(
        journal,
        Ask(
            id="00000000-0000-8000-8000-00000000000a",
            stakeholder=ada,
            project=project,
            kind="advice",
            asked_on=TODAY,
            text="the first desk",
            answered_on=TODAY,
            outcome="given",
        ),
    )
    assert "Your advice helped before: the first desk." in drafted(journal, what).draft.text
    part(journal, plan, ada, "helper", "Her team runs three desks")
    text = drafted(journal, what).draft.text
    assert 'Why I ask you: "Her team runs three desks."' in text


def test_a_loop_is_closed_on_what_was_asked_and_on_what_speaks_of_it(journal, ada, project):
    asked = Ask(
        id="00000000-0000-8000-8000-00000000000a",
        stakeholder=ada,
        project=project,
        kind="advice",
        asked_on=TODAY - timedelta(days=100),
        text="the working agreements",
        answered_on=TODAY - timedelta(days=90),
        outcome="given",
    )
    put(journal, asked)
    told(journal, "decision", "The agreements get a third page.", ago=80)
    told(journal, "success", "Pilot street done.", ago=3)
    what = proposal(ada, project, Act.LOOP_CLOSING, asked.id)
    answer = drafted(journal, what)
    assert "It was about: the working agreements." in answer.draft.text
    assert "What came of it: The agreements get a third page.\n" in answer.draft.text
    assert [source.taken for source in answer.draft.sources] == [True, False, True]
    third = next(one.ref for one in answer.draft.sources if "third" in one.text)
    assert drafted(journal, what, turned={third}).notices == (
        "No entry says what came of it: take one, or write it yourself.",
    )


def test_without_consent_nobody_is_asked_to_carry_anything_only_for_consent(journal, ada, project):
    success = told(journal, "success", "Pilot street done a day early.")
    marek = add(journal, "Marek Nowak")
    what = proposal(
        ada, project, Act.AMBASSADOR_REQUEST, success.id, rests=(f"stakeholder:{marek}",)
    )
    assert "May I ask you" in drafted(journal, what).draft.text
    put(
        journal,
        Consent(
            id="00000000-0000-8000-8000-00000000000c",
            stakeholder=ada,
            project=project,
            day=TODAY,
            state="granted",
            scope="news of the pilot",
        ),
    )
    text = drafted(journal, what).draft.text
    assert "What we agreed on: news of the pilot." in text
    assert "It would mean most to Marek Nowak:" in text


def test_what_i_promised_and_what_they_promised_read_differently(journal, ada, project):
    for by, said in (("me", "I promised you"), ("them", "You would do this")):
        row = Agreement(
            id=f"00000000-0000-8000-8000-0000000000{len(by):02}",
            stakeholder=ada,
            project=project,
            by=by,
            text="street list",
            made_on=TODAY,
            due=TODAY,
        )
        put(journal, row)
        assert (
            said in drafted(journal, proposal(ada, project, Act.AGREEMENT_DUE, row.id)).draft.text
        )


def test_an_update_by_ones_own_choice_counts_as_one(journal, ada, project):
    told(journal, "success", "A day early.", ago=0)
    act = unasked_update(journal, ada, project)
    assert "A day early." in draft_of(journal, act).draft.text
    done(journal, act.proposal)
    sources = draft_of(journal, unasked_update(journal, ada, project)).draft.sources
    assert [source.taken for source in sources] == [False]


def test_whoever_asked_not_to_be_contacted_gets_no_update(journal, project):
    who = add(journal, "Ada Lens", do_not_contact=True)
    with pytest.raises(UsageError, match="asked not to be contacted"):
        unasked_update(journal, who, project)


def test_somebody_who_is_gone_gets_none(journal, ada, project):
    act = unasked_update(journal, ada, project)
    delete_stakeholder(journal, ada)
    with pytest.raises(NotFound):
        draft_of(journal, act)
    with pytest.raises(NotFound):
        unasked_update(journal, ada, project)


def test_a_real_act_of_the_planner_has_its_draft(journal, ada, project):
    put(
        journal,
        Agreement(
            id="00000000-0000-8000-8000-000000000001",
            stakeholder=ada,
            project=project,
            by="them",
            text="street list",
            made_on=TODAY,
            due=TODAY,
        ),
    )
    from staketerm.journal.nurture.decisions import due

    [act] = due(journal).acts
    assert "street list" in draft_of(journal, find_act(journal, act.id)).draft.text


def test_an_open_ask_has_its_draft_before_its_time(journal, ada):
    ask(journal, AskFor(stakeholder=ada, day=TODAY, text="dates", due=TODAY + timedelta(days=60)))
    [item] = open_items(journal, ada)
    act = act_on(journal, item)
    assert "It was about: dates." in draft_of(journal, act).draft.text
    done(journal, act.proposal)
    assert open_items(journal, ada) == ()


# templates of one's own


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"Subject: hi\n\n\n$nobody\n", "line 4: there is no placeholder $nobody"),
        (b"Subject: hi\n\n5 $\n", "line 3: a $ that begins no placeholder"),
        (b"hi\n\ntext\n", "line 1: the first line is the subject"),
        (b"Subject: hi\n\n\xff\xfe\n", "line 3: this is not UTF-8"),
        (b"", "line 1: the first line"),
    ],
)
def test_a_broken_template_is_named_and_the_built_in_one_serves(tmp_path, data, problem):
    (tmp_path / "check_in.en.txt").write_bytes(data)
    chosen = template_for("check_in", "en", tmp_path)
    assert chosen.problem is not None
    assert chosen.problem.startswith(f"templates/check_in.en.txt, {problem}")
    assert chosen.template == built_in("check_in", "en")


def test_a_folder_in_the_place_of_a_template_is_named_too(tmp_path):
    (tmp_path / "check_in.en.txt").mkdir()
    assert "cannot be read" in (template_for("check_in", "en", tmp_path).problem or "")


def test_one_language_can_have_a_template_of_its_own(tmp_path):
    (tmp_path / "check_in.nl.txt").write_bytes("\ufeffSubject: Hé\r\n\r\n$greeting\r\n".encode())
    assert template_for("check_in", "nl", tmp_path).template.subject == "Hé"
    assert template_for("check_in", "en", tmp_path).template == built_in("check_in", "en")


def test_a_file_that_no_draft_reads_is_named_with_the_names_there_are(tmp_path):
    for name in ("status-update.md", "thank_you.de.txt", "check_in.en.txt", ".hidden", "README.md"):
        (tmp_path / name).write_text("Subject: hi\n\n$greeting\n", encoding="utf-8")
    said = unread_templates(tmp_path)
    assert said is not None
    assert said.startswith(
        "Not read: templates/status-update.md (status_update.en.txt?), "
        "templates/thank_you.de.txt (thank_you.en.txt?). "
    )
    assert "check_in.en.txt" not in said
    assert all(name in said.partition(". ")[2] for name in NAMES)
    (tmp_path / "status-update.md").unlink()
    (tmp_path / "thank_you.de.txt").unlink()
    assert unread_templates(tmp_path) is None
    assert unread_templates(tmp_path / "nowhere") is None


# what is private

SECRET, PUBLIC = "SECRET", "OPEN"
PROGRESS = ("success", "milestone", "decision", "plan", "risk", "setback")
NEVER = ("stress", "note", "journal", "memory", "lesson", "report", "meeting", "call")
ROLES = ("subject", "attendee", "contributor", "affected", "helper")

ROW = st.tuples(
    st.sampled_from(("entry", "ask", "agreement", "signal")),
    st.booleans(),  # private
    st.sampled_from((*PROGRESS, *NEVER)),
    st.sampled_from(("me", "them")),
    st.integers(0, 80),  # days ago
    st.sampled_from(("", "closed")),
    st.sampled_from((None, "title")),
    st.sampled_from(("here", "elsewhere", "deleted")),
)


class Made:
    """A journal with rows of every sort, everything in it that is private marked as such."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.project = journal.default_project().id
        add_project(journal, f"{SECRET} elsewhere")
        self.elsewhere = find_project(journal, f"{SECRET} elsewhere").id
        self.ada = add(journal, "Ada Lens", job=f"{PUBLIC} job", language="nl")
        self.bram = add(journal, "Bram Okafor")
        self.hidden = add(journal, f"{SECRET} person", private=True)
        self.ids: list[str] = []

    def fill(self, rows: Sequence[tuple]) -> None:
        """Write the rows, and one of each sort that no draft may look at."""
        with self.journal.write("test") as writing:
            for n, row in enumerate(rows):
                table, private, kind, by, ago, closed, title, where = row
                id = writing.new_id()
                self.ids.append(id)
                told_off = private or where != "here" or (table == "entry" and kind in NEVER)
                mark = f"{SECRET if told_off else PUBLIC} {table} {n}"
                common = {
                    "id": id,
                    "project": self.elsewhere if where == "elsewhere" else self.project,
                    "private": private,
                }
                day = TODAY - timedelta(days=ago)
                made = self._row(table, common, mark, day, kind, by, closed, title)
                writing.put(made)
                if table == "entry":
                    for at, who in enumerate((self.ada, self.bram, self.hidden)):
                        role = ROLES[(n + at) % len(ROLES)]
                        helped = role in ("contributor", "helper")
                        shown = not told_off and who != self.hidden and helped
                        writing.put(
                            About(
                                id=writing.new_id(),
                                entry=id,
                                stakeholder=who,
                                role=role,
                                note=f"{PUBLIC if shown else SECRET} note {n}",
                            )
                        )
                if where == "deleted":
                    writing.delete(type(made), id)
            for each in self._never(writing.new_id):
                writing.put(each)

    def _row(self, table, common, mark, day, kind, by, closed, title) -> Row:
        end = TODAY if closed else None
        if table == "entry":
            outcome = {"plan": "done", "milestone": "done", "risk": "averted"}.get(kind)
            return Entry(
                kind=kind,
                day=day,
                title=f"{mark} title" if title else None,
                text=mark,
                due=TODAY + timedelta(days=5),
                closed_on=end,
                outcome=outcome if closed else None,
                **common,
            )
        common["stakeholder"] = self.ada
        if table == "ask":
            outcome = "given" if closed else None
            return Ask(
                kind="advice",
                by=by,
                asked_on=day,
                text=mark,
                answered_on=end,
                outcome=outcome,
                **common,
            )
        if table == "agreement":
            outcome = "kept" if closed else None
            return Agreement(
                by=by, text=mark, made_on=day, due=TODAY, closed_on=end, outcome=outcome, **common
            )
        return Signal(kind="shared_information", day=day, note=mark, **common)

    def _never(self, new_id) -> list[Row]:
        pair: dict[str, Any] = {"stakeholder": self.ada, "project": self.project}
        return [
            Judgement(id=new_id(), day=TODAY, label="opponent", note=f"{SECRET} judgement", **pair),
            Absence(
                id=new_id(), stakeholder=self.ada, starts=TODAY, ends=TODAY, note=f"{SECRET} ill"
            ),
            Consent(id=new_id(), day=TODAY, state="granted", note=f"{SECRET} consent", **pair),
            Tag(id=new_id(), stakeholder=self.ada, tag=f"{SECRET.lower()} tag"),
            Setting(id=new_id(), name=f"{SECRET}", day=TODAY, value=f"{SECRET} value"),
            Action(
                id=new_id(),
                kind=Act.STATUS_UPDATE,
                occasion="2026-10-01",
                state="done",
                on=TODAY - timedelta(days=40),
                why=f"{SECRET} why",
                outcome=f"{SECRET} outcome",
                **pair,
            ),
        ]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Templates that hold every placeholder there is."""
    folder = tmp_path_factory.mktemp("templates")
    body = "\n".join(f"${name}" for name in sorted(PLACEHOLDERS))
    for name in NAMES:
        for language in LANGUAGES:
            (folder / f"{name}.{language}.txt").write_text(f"Subject: $done $risk\n\n{body}\n")
    return folder


def words_of(answer: Drafted) -> str:
    """Everything that leaves with a draft or is shown of it."""
    return repr((astuple(answer.draft), answer.to, answer.notices)).casefold()


@settings(
    max_examples=10,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ROW, min_size=1, max_size=10), st.data())
def test_nothing_private_reaches_a_draft_of_any_act(where, everything, rows, data):
    with open_journal(where(), clock=Calendar(TODAY)) as journal:
        made = Made(journal)
        made.fill(rows)
        people = tuple(f"stakeholder:{who}" for who in (made.bram, made.hidden))
        for kind in KINDS:
            occasion = data.draw(st.sampled_from((*made.ids, "2026-11-01")))
            rests = (*people, *(f"entry:{id}" for id in made.ids))
            what = proposal(made.ada, made.project, kind, occasion, rests)
            own = data.draw(st.sampled_from((None, everything)))
            as_is = drafted(journal, what, own=own)
            every = {source.ref for source in as_is.draft.sources}
            turned = drafted(journal, what, own=own, turned=every)
            assert SECRET.casefold() not in words_of(as_is) + words_of(turned)


def test_what_is_open_does_reach_it(where, everything):
    rows = [
        (table, False, "success", "me", 1, "", None, "here")
        for table in ("entry", "ask", "agreement", "signal")
    ]
    with open_journal(where(), clock=Calendar(TODAY)) as journal:
        made = Made(journal)
        made.fill(rows)
        words = "".join(
            words_of(
                drafted(journal, proposal(made.ada, made.project, occasion=id), own=everything)
            )
            for id in made.ids
        )
    for n, table in enumerate(("entry", "ask", "agreement", "signal")):
        assert f"{PUBLIC} {table} {n}".casefold() in words


def test_the_name_of_somebody_private_is_known_to_the_one_it_belongs_to_alone(journal, project):
    hidden = add(journal, "Hidden Person", private=True)
    ada = add(journal, "Ada Lens")
    success = told(journal, "success", "A day early.")
    part(journal, success, hidden, "contributor", "lent a van")
    assert "Hidden" not in words_of(drafted(journal, proposal(ada, project)))
    theirs = drafted(journal, proposal(hidden, project)).draft.text
    assert theirs.startswith("Dear Hidden,")
    assert "Thanks to you (lent a van)." in theirs


def test_the_guide_tells_every_placeholder_and_every_kind():
    from importlib.resources import files

    guide = (files("staketerm") / "guide" / "templates.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`\$(\w+)`", guide))
    assert told == {name for name in PLACEHOLDERS if not name.endswith("_list")}
    assert set(NAMES) <= set(re.findall(r"`(\w+)`", guide))


def test_a_reminder_to_somebody_who_asked_not_to_be_contacted_says_so(journal):
    who = add(journal, "Ada Lens", do_not_contact=True)
    ask(journal, AskFor(stakeholder=who, kind="mail", text="dates", day=TODAY, due=TODAY))
    drafted = draft_of(journal, first_act(journal, who))
    assert drafted.act.proposal.kind == "ask_open"
    assert drafted.notices == ("Ada Lens asked not to be contacted.",)
