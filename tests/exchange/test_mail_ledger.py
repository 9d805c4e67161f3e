"""Who asked whom, who answered when, who came by unasked: told by threads of invented mails."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.exchange.mail.index import MailIndex
from staketerm.exchange.mail.ledger import Ledger, Reading, ledger_of
from staketerm.exchange.mail.people import Known, who_is_who
from tests.exchange import mailbag
from tests.exchange.mailbag import ANNA, BRAM, CARLA, DIRK, LIST, ME, START, mail

OWN = frozenset({ME, "me@home.example"})


def day(number: int) -> date:
    return START.date() + timedelta(days=number)


def read(*mails: bytes) -> tuple[Ledger, dict[str, str], MailIndex]:
    """The ledger of `mails`, the name of everybody by key, and what was indexed."""
    index = MailIndex(OWN)
    for raw in mails:
        index.add(mailbag.read(raw))
    people = who_is_who(index.names, Known({}), own=OWN, lists=index.lists, writers=index.senders)
    reading = Reading(people.key, OWN, people.is_list, index.root, ZoneInfo("Europe/Amsterdam"))
    ledger = ledger_of(index.sent_letters(), index.received_letters(), reading)
    return ledger, {key: person.name.split()[0] for key, person in people.people.items()}, index


def asks(*mails: bytes) -> list[tuple[str, date, date | None]]:
    ledger, names, _index = read(*mails)
    return [(names[ask.who], ask.asked_on, ask.answered_on) for ask in ledger.asks]


def acts(*mails: bytes) -> list[tuple[str, str, date]]:
    ledger, names, _index = read(*mails)
    return [(names[act.who], act.kind, act.day) for act in ledger.acts]


ASKED = mail("q", ME, ANNA)
ANSWERED = mail("a", ANNA, ME, 3, in_reply_to="q", subject="Re: Planning")


def test_mail_of_mine_that_opens_a_thread_asks():
    assert asks(ASKED) == [("Anna", day(0), None)]


def test_answer_closes_the_ask_and_tells_how_long_it_took():
    ledger, _names, _index = read(ASKED, ANSWERED)
    assert [ask.latency for ask in ledger.asks] == [3]
    assert ledger.acts == ()


def test_answer_may_stand_before_the_question():
    assert asks(ANSWERED, ASKED) == [("Anna", day(0), day(3))]


def test_answer_from_a_clock_that_is_behind_comes_on_the_day_of_asking():
    early = mail("a", ANNA, ME, -2, in_reply_to="q")
    assert asks(ASKED, early) == [("Anna", day(0), day(0))]


def test_first_answer_counts():
    again = mail("b", ANNA, ME, 5, in_reply_to="q")
    assert asks(ASKED, ANSWERED, again) == [("Anna", day(0), day(3))]
    assert acts(ASKED, ANSWERED, again) == [("Anna", "contact", day(5))]


def test_days_are_those_of_the_journals_zone():
    late = mail("q", ME, ANNA, date="Mon, 2 Mar 2026 23:30:00 +0000")
    assert asks(late) == [("Anna", day(1), None)]


def test_ask_closes_only_by_the_person_asked():
    asked = mail("q", ME, f"{ANNA}, {BRAM}")
    assert asks(asked, ANSWERED) == [("Anna", day(0), day(3)), ("Bram", day(0), None)]


def test_answer_from_another_address_of_the_same_name_is_an_answer():
    elsewhere = mail("a", "Anna Prins <ap@home.example>", ME, 2, in_reply_to="q")
    assert asks(ASKED, elsewhere) == [("Anna", day(0), day(2))]


def test_namesakes_by_one_name_are_different_people():
    other = mail("a", "Anna <anna@noord.example>", ME, 2, in_reply_to="q")
    assert asks(mail("q", ME, "Anna <anna@zuid.example>"), other) == [("Anna", day(0), None)]


def test_mail_to_many_asks_nobody():
    three = mail("q", ME, f"{ANNA}, {BRAM}, {CARLA}")
    four = mail("q", ME, f"{ANNA}, {BRAM}, {CARLA}, {DIRK}")
    assert len(asks(three)) == 3
    assert asks(four) == []


def test_readers_in_cc_and_of_a_list_are_never_asked():
    posted = mail("q", ME, f"{ANNA}, {LIST}", cc=BRAM, list_post=f"<mailto:{LIST}>")
    replies = [mail(f"r{n}", who, ME, n, in_reply_to="q") for n, who in enumerate((BRAM, CARLA), 1)]
    assert asks(posted, *replies) == [("Anna", day(0), None)]


def test_lists_do_not_count_among_the_people_in_to():
    to = f"{ANNA}, {BRAM}, {CARLA}, {LIST}"
    assert len(asks(mail("q", ME, to, list_id="<plan.lists.example>"))) == 3


def test_mail_to_a_list_alone_asks_nobody():
    assert asks(mail("q", ME, LIST, list_id="<plan.lists.example>")) == []


def test_silent_address_at_a_host_of_lists_is_a_list():
    carried = mail("x", ANNA, LIST, list_id="<plan.lists.example>")
    assert asks(carried, mail("q", ME, "other@lists.example")) == []
    wrote = mail("y", "other@lists.example", LIST)
    assert len(asks(carried, wrote, mail("q", ME, "other@lists.example"))) == 1


def test_reply_of_mine_that_is_answered_asked():
    theirs = mail("t", ANNA, ME)
    mine = mail("q", ME, ANNA, 1, in_reply_to="t")
    back = mail("b", ANNA, ME, 4, in_reply_to="q")
    assert asks(theirs, mine, back) == [("Anna", day(1), day(4))]


def test_reply_of_mine_without_answer_closes_the_exchange():
    theirs = mail("t", ANNA, ME)
    mine = mail("q", ME, ANNA, 1, in_reply_to="t")
    assert asks(theirs, mine) == []


def test_reply_of_mine_without_references_asks_nothing():
    assert asks(mail("q", ME, ANNA, subject="Re: Planning")) == []


def test_reply_to_two_asks_only_the_one_who_answered():
    mine = mail("q", ME, f"{ANNA}, {BRAM}", 1, in_reply_to="t")
    back = mail("b", ANNA, ME, 2, in_reply_to="q")
    assert asks(mine, back) == [("Anna", day(1), day(2))]


def test_answer_to_a_reminder_answers_the_first_question_too():
    reminder = mail("q2", ME, ANNA, 7, in_reply_to="q", references="q")
    back = mail("b", ANNA, ME, 8, in_reply_to="q2", references="q q2")
    assert asks(ASKED, reminder, back) == [("Anna", day(0), day(8)), ("Anna", day(7), day(8))]


def test_answer_to_the_first_question_leaves_a_later_reminder_aside():
    reminder = mail("q2", ME, ANNA, 2, in_reply_to="q", references="q")
    assert asks(ASKED, reminder, ANSWERED) == [("Anna", day(0), day(3))]


@pytest.mark.parametrize("references", ["q t", ""])
def test_answer_further_down_the_thread_answers(references):
    asked = mail("q", ME, f"{ANNA}, {BRAM}")
    bram = mail("t", BRAM, f"{ME}, {ANNA}", 1, in_reply_to="q")
    anna = mail("a", ANNA, BRAM, 2, in_reply_to="t", references=references)
    assert asks(asked, bram, anna) == [("Anna", day(0), day(2)), ("Bram", day(0), day(1))]


def test_mail_in_another_thread_answers_nothing():
    other = mail("o", ANNA, ME, 1, in_reply_to="elsewhere")
    assert asks(ASKED, other) == [("Anna", day(0), None)]
    assert acts(ASKED, other) == [("Anna", "contact", day(1))]


def test_threads_that_bite_their_tail_are_read():
    loop = [mail("q", ME, ANNA, in_reply_to="a"), mail("a", ANNA, ME, 1, in_reply_to="q")]
    assert asks(*loop) == [("Anna", day(0), day(1))]


def test_who_answers_unasked_has_answered_weakly_once_a_day():
    asked = mail("q", ME, ANNA, cc=BRAM)
    bram = [mail(f"b{n}", BRAM, ME, 1 + n / 10, in_reply_to="q") for n in range(3)]
    assert acts(asked, *bram) == [("Bram", "mail_answered", day(1))]


def test_answer_to_a_mail_to_many_is_an_answer_unasked():
    asked = mail("q", ME, f"{ANNA}, {BRAM}, {CARLA}, {DIRK}")
    assert acts(asked, ANSWERED) == [("Anna", "mail_answered", day(3))]


def test_who_writes_first_came_to_me():
    assert acts(mail("t", ANNA, ME, 2)) == [("Anna", "informal_approach", day(2))]
    assert acts(mail("t", ANNA, "me@home.example", 2)) == [("Anna", "informal_approach", day(2))]


def test_who_writes_to_me_in_a_thread_is_in_contact_once_a_day():
    mails = [mail(f"t{n}", ANNA, ME, n / 10, in_reply_to=f"s{n}") for n in range(3)]
    assert acts(*mails) == [("Anna", "contact", day(0))]


def test_contact_adds_nothing_to_a_day_with_more():
    contact = mail("c", ANNA, ME, 3.1, in_reply_to="x")
    assert acts(ASKED, ANSWERED, contact) == []
    assert acts(mail("t", ANNA, ME, 3), contact) == [("Anna", "informal_approach", day(3))]


@pytest.mark.parametrize(
    "fields",
    [
        {"to": BRAM, "cc": ME},
        {"to": f"{ME}, {BRAM}, {CARLA}, {DIRK}"},
        {"to": LIST, "list_id": "<plan.lists.example>"},
        {"to": LIST, "cc": ME, "list_id": "<plan.lists.example>"},
    ],
)
def test_mail_that_is_not_meant_for_me_is_nothing(fields):
    assert acts(mail("t", ANNA, **fields)) == []


def test_newsletter_to_me_alone_is_no_approach():
    assert acts(mail("t", ANNA, ME, list_unsubscribe="<https://x.example>")) == []


def test_thread_on_a_list_that_names_me_in_its_to_is_an_approach():
    opened = mail("t", ANNA, ME, cc=LIST, list_id="<plan.lists.example>")
    assert acts(opened) == [("Anna", "informal_approach", day(0))]


def test_answer_to_an_unknown_mail_is_never_unsolicited():
    orphan = mail("t", ANNA, ME, in_reply_to="gone")
    assert acts(orphan) == [("Anna", "contact", day(0))]
    assert read(orphan)[2].counts().orphans == 1
    assert acts(mail("t", ANNA, ME, subject="Re: x")) == [("Anna", "contact", day(0))]


def test_machine_answers_nothing():
    machine = mail("a", ANNA, ME, 1, in_reply_to="q", auto_submitted="auto-generated")
    assert asks(ASKED, machine) == [("Anna", day(0), None)]
    assert acts(ASKED, machine) == []


def test_notice_of_absence_is_a_period_and_no_answer():
    notice = mail("n", ANNA, ME, 1, in_reply_to="q", subject="Automatic reply: away until 9 March")
    ledger, names, _index = read(ASKED, notice)
    assert [(names[away.who], away.starts, away.ends) for away in ledger.absences] == [
        ("Anna", day(1), day(7))
    ]
    assert [ask.answered_on for ask in ledger.asks] == [None]


def test_second_notice_of_the_same_absence_adds_nothing():
    notices = [
        mail(f"n{n}", ANNA, ME, n, subject="Automatic reply: away until 9 March") for n in (1, 2)
    ]
    assert len(read(*notices)[0].absences) == 1


def test_copies_of_one_mail_count_once():
    _ledger, _names, index = read(ASKED, ASKED, ANSWERED, ANSWERED)
    assert asks(ASKED, ASKED, ANSWERED, ANSWERED) == asks(ASKED, ANSWERED)
    assert (index.counts().read, index.counts().distinct) == (4, 2)


def test_copy_that_came_directly_beats_the_lists():
    direct = mail("t", ANNA, ME, cc=LIST)
    carried = mail("t", ANNA, ME, precedence="bulk")
    assert acts(direct, carried) == acts(carried, direct) == acts(direct)


def test_mail_without_a_day_moves_nothing():
    undated = mail("a", ANNA, ME, in_reply_to="q", date="never")
    assert asks(ASKED, undated) == [("Anna", day(0), None)]
    assert read(undated)[2].counts().undated == 1


def test_mail_to_myself_is_nothing():
    assert asks(mail("q", ME, "me@home.example")) == []


def test_address_with_my_name_is_nobody_until_i_say():
    mine = mail("q", f"Eva Mol <{ME}>", ANNA)
    twin = mail("t", "Eva Mol <eva@old.example>", ME, 1)
    assert acts(mine, twin) == []


def test_letters_between_us_are_counted():
    ledger, names, _index = read(ASKED, ANSWERED, mail("t", ANNA, ME, 9))
    [(who, traffic)] = ledger.traffic.items()
    assert names[who] == "Anna"
    assert (traffic.letters, traffic.first, traffic.last) == (3, day(0), day(9))


WHO = st.sampled_from([ME, ANNA, BRAM, "Anna Prins <ap@home.example>", LIST])
MAILS = st.lists(
    st.builds(
        lambda id, sender, to, cc, day, parent, extra: mail(
            f"m{id}", sender, ", ".join(to), day, cc=cc, in_reply_to=parent, **extra
        ),
        st.integers(0, 7),
        WHO,
        st.lists(WHO, min_size=1, max_size=3),
        st.sampled_from(["", ME, LIST]),
        st.integers(0, 5),
        st.sampled_from(["", *(f"m{n}" for n in range(9))]),
        st.sampled_from([{}, {"precedence": "bulk"}, {"auto_submitted": "auto-replied"}]),
    ),
    max_size=10,
)


@given(mails=MAILS, seed=st.randoms(use_true_random=False))
def test_order_of_mails_does_not_matter(mails, seed):
    shuffled = [*mails, *mails[:3]]
    seed.shuffle(shuffled)
    assert read(*shuffled)[0] == read(*mails)[0]


@given(mails=MAILS)
def test_nobody_is_asked_twice_by_one_mail_and_answers_come_after_questions(mails):
    ledger = read(*mails)[0]
    assert len({(ask.message, ask.who) for ask in ledger.asks}) == len(ledger.asks)
    assert all(ask.latency is None or ask.latency >= 0 for ask in ledger.asks)
    assert all(traffic.letters > 0 for traffic in ledger.traffic.values())
