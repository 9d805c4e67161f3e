"""Mail goes into a journal in one batch, once; what a person did stays done."""

from datetime import UTC, date, datetime

import pytest

from staketerm.domain.errors import UsageError
from staketerm.exchange.mail.importer import preview, take_in
from staketerm.exchange.mail.own import OWN_ADDRESSES
from staketerm.exchange.mail.plan import MailOptions
from staketerm.journal import history
from staketerm.journal.opening import open_journal
from staketerm.journal.projects import add_project
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders import people
from staketerm.store import tables
from staketerm.store.clock import FixedClock
from staketerm.store.records import Absence, Ask, Contact, Involvement, Signal, Stakeholder
from tests.exchange.mailbag import ANNA, BRAM, ME, mail, maildir, mbox

NEW_PEOPLE = MailOptions(me=(ME,), create=True)
KNOWN_PEOPLE = MailOptions(me=(ME,))

QUESTION = mail("q", ME, ANNA, 1)
ANSWER = mail("a", ANNA, ME, 3, in_reply_to="q")
APPROACH = mail("t", BRAM, ME, 5, subject="Idea for the route")
NOTICE = mail("n", ANNA, ME, 6, subject="Automatic reply: away until 12 March")
STORY = (QUESTION, ANSWER, APPROACH, NOTICE)


@pytest.fixture
def journal(where):
    clock = FixedClock(datetime(2026, 4, 1, 12, tzinfo=UTC), None, "Europe/Amsterdam")
    with open_journal(where("journal"), clock=clock) as opened:
        yield opened


def rows(journal, kind):
    with journal.read() as reader:
        return reader.rows(kind)


def everything(journal):
    """Every row of every table, as it is stored."""
    with journal.read() as reader:
        return {
            table.name: reader.select(table.select())
            for table in tables.metadata.sorted_tables
            if table.name not in ("batch", "meta")
        }


def take(journal, path, options=NEW_PEOPLE):
    plan = preview(journal, [path], options)
    return plan, take_in(journal, plan)


def test_mail_becomes_people_asks_signals_and_absences(journal, tmp_path):
    plan, receipt = take(journal, mbox(tmp_path / "mbox", *STORY))
    anna, bram = sorted(rows(journal, Stakeholder), key=lambda row: row.name)
    assert (anna.name, anna.handle, anna.kind) == ("Anna Prins", "anna-prins", "person")
    [ask] = rows(journal, Ask)
    assert (ask.stakeholder, ask.kind, ask.by, ask.text) == (anna.id, "mail", "me", "Planning")
    assert (ask.asked_on, ask.answered_on, ask.outcome) == (
        date(2026, 3, 3),
        date(2026, 3, 5),
        "answered",
    )
    [signal] = rows(journal, Signal)
    assert (signal.stakeholder, signal.kind, signal.intensity) == (
        bram.id,
        "informal_approach",
        0.5,
    )
    assert (signal.note, signal.source) == ("Idea for the route", "mail")
    [away] = rows(journal, Absence)
    assert (away.stakeholder, away.starts, away.ends) == (
        anna.id,
        date(2026, 3, 8),
        date(2026, 3, 12),
    )
    assert {row.value for row in rows(journal, Contact)} == {
        "anna@zuid.example",
        "bram@zuid.example",
    }
    assert {row.stakeholder for row in rows(journal, Involvement)} == {anna.id, bram.id}
    assert {moved.name for moved in receipt.moved} == {"Anna Prins", "Bram Kok"}
    assert plan.new == 3


def test_preview_writes_nothing(journal, tmp_path):
    before = everything(journal)
    plan = preview(journal, [mbox(tmp_path / "mbox", *STORY)], NEW_PEOPLE)
    assert plan.new == 3
    assert everything(journal) == before


def test_second_import_adds_nothing(journal, tmp_path):
    path = mbox(tmp_path / "mbox", *STORY)
    take(journal, path)
    before = everything(journal)
    plan, receipt = take(journal, path)
    assert (plan.new, plan.already, receipt.batch) == (0, 3, None)
    assert everything(journal) == before


def test_open_ask_is_already_here_the_second_time(journal, tmp_path):
    path = mbox(tmp_path / "mbox", QUESTION)
    take(journal, path)
    plan, receipt = take(journal, path)
    assert (plan.new, plan.already, plan.totals.open, receipt.batch) == (0, 1, 1, None)


def test_maildir_of_the_same_mails_gives_the_same(journal, tmp_path):
    take(journal, mbox(tmp_path / "mbox", *STORY))
    plan, receipt = take(journal, maildir(tmp_path / "mail", *STORY))
    assert (plan.new, plan.already, receipt.batch) == (0, 3, None)


def test_one_undo_takes_all_of_it_back_and_it_can_come_again(journal, tmp_path):
    path = mbox(tmp_path / "mbox", *STORY)
    take(journal, path)
    history.undo(journal)
    for kind in (Stakeholder, Contact, Ask, Signal, Absence):
        assert rows(journal, kind) == []
    plan, _receipt = take(journal, path)
    assert plan.new == 3
    for kind in (Stakeholder, Contact, Ask, Signal, Absence):
        assert rows(journal, kind) != []
    assert preview(journal, [path], NEW_PEOPLE).new == 0


def test_undone_import_can_go_to_another_project(journal, tmp_path):
    path = mbox(tmp_path / "mbox", *STORY)
    take(journal, path)
    history.undo(journal)
    add_project(journal, "Harbour")
    harbour = people.find_project(journal, "Harbour").id
    take(journal, path, MailOptions(me=(ME,), create=True, project=harbour))
    assert {row.project for row in rows(journal, Ask) + rows(journal, Signal)} == {harbour}


def test_row_deleted_by_hand_stays_deleted(journal, tmp_path):
    path = mbox(tmp_path / "mbox", *STORY)
    take(journal, path)
    with journal.write("delete") as writing:
        writing.delete(Signal, rows(journal, Signal)[0].id)
    plan, _receipt = take(journal, path)
    assert plan.new == 0
    assert rows(journal, Signal) == []


def test_person_deleted_by_hand_is_not_brought_back(journal, tmp_path):
    path = mbox(tmp_path / "mbox", *STORY)
    take(journal, path)
    bram = people.find(journal, "Bram").key
    people.delete_stakeholder(journal, bram)
    plan, receipt = take(journal, mbox(path, *STORY, mail("t2", BRAM, ME, 9)))
    assert (plan.new, plan.proposals, receipt.batch) == (0, (), None)


def test_answer_in_a_later_file_closes_the_ask_of_an_earlier_one(journal, tmp_path):
    take(journal, mbox(tmp_path / "one", QUESTION))
    plan, receipt = take(journal, mbox(tmp_path / "two", ANSWER), KNOWN_PEOPLE)
    assert plan.new == 1
    [ask] = rows(journal, Ask)
    assert (ask.answered_on, ask.outcome) == (date(2026, 3, 5), "answered")
    assert rows(journal, Signal) == []
    assert receipt.moved
    history.undo(journal)
    assert rows(journal, Ask)[0].answered_on is None


def test_later_file_again_adds_nothing(journal, tmp_path):
    take(journal, mbox(tmp_path / "one", QUESTION))
    path = mbox(tmp_path / "two", ANSWER)
    take(journal, path, KNOWN_PEOPLE)
    before = everything(journal)
    plan, receipt = take(journal, path, KNOWN_PEOPLE)
    assert (plan.new, receipt.batch) == (0, None)
    assert everything(journal) == before


def test_later_file_with_both_closes_it_too(journal, tmp_path):
    take(journal, mbox(tmp_path / "one", QUESTION))
    plan, _receipt = take(journal, mbox(tmp_path / "two", QUESTION, ANSWER))
    assert plan.new == 1
    assert [ask.answered_on for ask in rows(journal, Ask)] == [date(2026, 3, 5)]


def test_answer_that_somebody_logged_meanwhile_stays(journal, tmp_path):
    take(journal, mbox(tmp_path / "one", QUESTION))
    plan = preview(journal, [mbox(tmp_path / "two", ANSWER)], KNOWN_PEOPLE)
    [ask] = rows(journal, Ask)
    with journal.write("answer") as writing:
        writing.patch(Ask, ask.id, answered_on=date(2026, 3, 4), outcome="answered")
    assert take_in(journal, plan).batch is None
    assert rows(journal, Ask)[0].answered_on == date(2026, 3, 4)


def test_unknown_correspondents_are_proposed_and_not_created(journal, tmp_path):
    plan, receipt = take(journal, mbox(tmp_path / "mbox", *STORY), KNOWN_PEOPLE)
    assert receipt.batch is None
    assert [(who.name, who.addresses[0], who.letters) for who in plan.proposals] == [
        ("Anna Prins", "anna@zuid.example", 2),
        ("Bram Kok", "bram@zuid.example", 1),
    ]
    assert (plan.proposals[0].first, plan.proposals[0].last) == (
        date(2026, 3, 3),
        date(2026, 3, 5),
    )
    assert rows(journal, Stakeholder) == []


def test_passers_by_are_kept_out(journal, tmp_path):
    options = MailOptions(me=(ME,), create=True, min_mails=2)
    plan, _receipt = take(journal, mbox(tmp_path / "mbox", *STORY), options)
    assert [row.name for row in rows(journal, Stakeholder)] == ["Anna Prins"]
    assert plan.passers_by == 1


def test_people_of_the_journal_are_known_by_any_of_their_addresses(journal, tmp_path):
    people.add_stakeholder(
        journal, AddStakeholder(name="A. Prins", emails=("AP@home.example", "anna@zuid.example"))
    )
    answer = mail("a", "Anneke <ap@home.example>", ME, 3, in_reply_to="q")
    plan, _receipt = take(journal, mbox(tmp_path / "mbox", QUESTION, answer), KNOWN_PEOPLE)
    assert plan.totals.known == 1
    assert [ask.answered_on for ask in rows(journal, Ask)] == [date(2026, 3, 5)]
    assert [row.name for row in rows(journal, Stakeholder)] == ["A. Prins"]


def test_one_name_with_two_addresses_becomes_one_person(journal, tmp_path):
    elsewhere = mail("a", '"Prins, Anna" <ap@home.example>', ME, 3, in_reply_to="q")
    take(journal, mbox(tmp_path / "mbox", QUESTION, elsewhere))
    [anna] = rows(journal, Stakeholder)
    assert {(row.stakeholder, row.value) for row in rows(journal, Contact)} == {
        (anna.id, "anna@zuid.example"),
        (anna.id, "ap@home.example"),
    }


def test_person_without_address_is_met_again_by_full_name(journal, tmp_path):
    people.add_stakeholder(journal, AddStakeholder(name="Anna Prins"))
    path = mbox(tmp_path / "mbox", QUESTION)
    proposed = preview(journal, [path], KNOWN_PEOPLE).proposals
    assert [who.same_as for who in proposed] == ["Anna Prins"]
    take(journal, path)
    assert [row.name for row in rows(journal, Stakeholder)] == ["Anna Prins"]
    assert [row.value for row in rows(journal, Contact)] == ["anna@zuid.example"]


def test_namesakes_in_the_journal_are_left_alone(journal, tmp_path):
    for _ in range(2):
        people.add_stakeholder(journal, AddStakeholder(name="Anna Prins"))
    take(journal, mbox(tmp_path / "mbox", QUESTION))
    handles = sorted(row.handle for row in rows(journal, Stakeholder))
    assert handles == ["anna-prins", "anna-prins-2", "anna-prins-3"]


def test_own_addresses_may_be_kept_in_the_journal(journal, tmp_path):
    with journal.write("settings") as writing:
        writing.work.set_meta(OWN_ADDRESSES, f"other@home.example, {ME}")
    assert preview(journal, [mbox(tmp_path / "mbox", *STORY)]).counts.mine == 1


def test_without_own_addresses_the_likeliest_are_offered(journal, tmp_path):
    with pytest.raises(UsageError, match=f"--me.*{ME}"):
        preview(journal, [mbox(tmp_path / "mbox", *STORY)])


def test_senders_of_sent_mail_are_the_likeliest(journal, tmp_path):
    mbox(tmp_path / "Sent", QUESTION)
    mbox(tmp_path / "Inbox", ANSWER, APPROACH, NOTICE)
    with pytest.raises(UsageError, match=rf"from or to {ME}\."):
        preview(journal, [tmp_path / "Sent", tmp_path / "Inbox"])


@pytest.mark.parametrize("word", ["me", "@x", "me@"])
def test_what_is_no_address_is_refused(journal, tmp_path, word):
    with pytest.raises(UsageError, match="no address"):
        preview(journal, [mbox(tmp_path / "mbox", *STORY)], MailOptions(me=(word,)))


def test_min_mails_below_one_is_refused():
    with pytest.raises(UsageError, match="--min-mails"):
        MailOptions(min_mails=0)


def test_missing_sent_mail_is_told(journal, tmp_path):
    plan = preview(journal, [mbox(tmp_path / "mbox", ANSWER)], NEW_PEOPLE)
    assert any("sent" in line for line in plan.warnings)
    assert plan.summary[-1] == plan.warnings[-1]


def test_days_that_were_guessed_or_lie_ahead_are_told(journal, tmp_path):
    odd = mail("o", ANNA, ME, date="Mon, 1 Jun 2026 09:00:00", in_reply_to="x")
    none = mail("u", ANNA, ME, date="never")
    plan = preview(journal, [mbox(tmp_path / "mbox", QUESTION, odd, none)], NEW_PEOPLE)
    told = " ".join(plan.warnings)
    assert "1 mail without a readable date" in told
    assert "1 mail without a time zone" in told
    assert "2026-06-01" in told


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_interrupted_reading_leaves_the_journal_as_it_was(journal, tmp_path, steps):
    before = everything(journal)
    told = []

    def interrupt(progress):
        told.append(progress)
        if len(told) == steps:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        preview(journal, [maildir(tmp_path / "mail", *STORY)], NEW_PEOPLE, interrupt)
    assert everything(journal) == before


def test_interrupted_writing_leaves_the_journal_as_it_was(journal, tmp_path, monkeypatch):
    plan = preview(journal, [mbox(tmp_path / "mbox", *STORY)], NEW_PEOPLE)
    before = everything(journal)

    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("staketerm.journal.writing.Writing.put", interrupt)
        with pytest.raises(KeyboardInterrupt):
            take_in(journal, plan)
    assert everything(journal) == before
    assert take_in(journal, plan).batch


def test_handle_taken_since_the_preview_is_no_obstacle(journal, tmp_path):
    plan = preview(journal, [mbox(tmp_path / "mbox", *STORY)], NEW_PEOPLE)
    people.add_stakeholder(journal, AddStakeholder(name="Anna Prins"))
    take_in(journal, plan)
    assert {row.handle for row in rows(journal, Stakeholder)} >= {"anna-prins", "anna-prins-2"}


def test_merged_person_gets_what_comes_in_under_either_address(journal, tmp_path):
    take(journal, mbox(tmp_path / "one", QUESTION, mail("t", BRAM, ME)))
    by_name = {row.name: row.id for row in rows(journal, Stakeholder)}
    with journal.write("merge") as writing:
        writing.patch(Stakeholder, by_name["Bram Kok"], merged_into=by_name["Anna Prins"])
    take(journal, mbox(tmp_path / "two", mail("t2", BRAM, ME, 8)), KNOWN_PEOPLE)
    newest = max(rows(journal, Signal), key=lambda row: row.day)
    assert (newest.day, newest.stakeholder) == (date(2026, 3, 10), by_name["Anna Prins"])


def test_summary_says_what_was_read_and_what_is_new(journal, tmp_path):
    plan = preview(journal, [mbox(tmp_path / "mbox", *STORY)], KNOWN_PEOPLE)
    assert plan.summary[0] == "4 mails read, 4 different: 1 yours, 0 through lists, 1 automatic"
    assert plan.summary[2].startswith("0 new, 0 already here")
    assert any("Anna Prins <anna@zuid.example>, 2 mails" in line for line in plan.summary)


def test_counts_of_one_are_told_as_one(journal, tmp_path):
    plan = preview(journal, [mbox(tmp_path / "mbox", QUESTION)], KNOWN_PEOPLE)
    said = "\n".join(plan.summary)
    assert "1 mail read, 1 different" in said
    assert "  Anna Prins <anna@zuid.example>, 1 mail, 2026-03-03 to 2026-03-03" in said


def test_a_file_of_answers_alone_is_not_said_to_lack_my_mails(journal, tmp_path):
    take(journal, mbox(tmp_path / "sent", QUESTION))
    plan = preview(journal, [mbox(tmp_path / "received", ANSWER)], NEW_PEOPLE)
    assert plan.answers
    assert not [line for line in plan.summary if "None of these mails is from you" in line]
