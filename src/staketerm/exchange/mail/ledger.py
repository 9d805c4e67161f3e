"""From letters to a ledger: who asked whom, who answered when, who came by unasked (libraries 4.1).

Pure: the same letters give the same ledger. Verdicts are not its business; whether a silence counts
is for the position model to say (inference 4.5).

- A letter of mine that opens a thread asks everybody in its To, three people at most, lists
  aside; to more it asks nobody. Readers in Cc and readers of a list are never asked.
- A letter of mine that answers is an ask of those in its To who answered it; unanswered it closes
  the exchange and asks nothing.
- An ask is closed by the person asked alone: by a letter that answers it, or by one further down
  the thread that it opened.
- Who answers a letter of mine without having been asked has answered my mail, weakly, once a day.
- A letter to me (three people at most in its To) that opens a thread is somebody coming to me about
  the project, weakly, for a mail costs less than a visit. An answer to something else is contact,
  once a person and day. A newsletter is neither, nor is a list's thread that does not name me in
  its To.
- A notice of absence stops the waiting and answers nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo

from staketerm.exchange.mail.index import Letter
from staketerm.exchange.mail.kinds import MailKind, absence

MOST_ASKED = 3
"""People in the To of one letter, lists aside; one to more is meant for nobody in particular."""

UNPROMPTED = "informal_approach"
UNASKED = "mail_answered"
CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class MailAsk:
    """Something I asked of `who` by the letter `message`; `answered_on` is None while it is open.

    `mine` and `theirs` are the addresses it went between. `row` is the id of an ask that the
    journal holds, from another import.
    """

    who: str
    message: str
    mine: str
    theirs: str
    moment: datetime
    asked_on: date
    subject: str
    answered_on: date | None = None
    row: str | None = None

    @property
    def latency(self) -> int | None:
        """Days between question and answer, None while it is open."""
        return None if self.answered_on is None else (self.answered_on - self.asked_on).days


@dataclass(frozen=True, slots=True)
class MailAct:
    """Something that `who` did by the letter `message`: a signal of `kind`.

    `mine` is the address of mine in its To, "" for an answer, which may have gone to others.
    """

    who: str
    kind: str
    message: str
    mine: str
    theirs: str
    moment: datetime
    day: date
    subject: str


@dataclass(frozen=True, slots=True)
class MailAbsence:
    """`who` is away from `starts` to `ends`, both included, as the letter `message` tells."""

    who: str
    message: str
    theirs: str
    moment: datetime
    starts: date
    ends: date


@dataclass(slots=True)
class Traffic:
    """How many letters between me and one person the ledger rests on, from which day to which."""

    letters: int = 0
    first: date = date.max
    last: date = date.min

    def count(self, day: date) -> None:
        """One more, of `day`."""
        self.letters += 1
        self.first, self.last = min(self.first, day), max(self.last, day)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that letters tell, in the order of time; `traffic` by person."""

    asks: tuple[MailAsk, ...]
    acts: tuple[MailAct, ...]
    absences: tuple[MailAbsence, ...]
    traffic: Mapping[str, Traffic]


@dataclass(frozen=True, slots=True)
class Reading:
    """How letters are read: whose an address is (None: nobody's, or mine), which are mine, which
    those of lists, where a thread begins, and the zone in which days are counted."""

    who: Callable[[str], str | None]
    own: frozenset[str]
    is_list: Callable[[str], bool]
    root: Callable[[Letter], str]
    zone: tzinfo | None


def ledger_of(
    sent: Iterable[Letter],
    received: Iterable[Letter],
    reading: Reading,
    earlier: Iterable[MailAsk] = (),
) -> Ledger:
    """The ledger of what I `sent` and `received`; the latter must come oldest first.

    `earlier` are the asks by mail that the journal holds, with their `row`. An answer among these
    letters closes one that stands open, although the letter that asked may lie elsewhere; the
    letter that closed another is known as its answer and is nothing besides.
    """
    keeper = _Keeper(reading)
    for ask in earlier:
        question = _Question(ask, opens=True, here=False)
        keeper.questions.setdefault(ask.message, {})[ask.who] = question
        keeper.asked.add(ask.who)
    for letter in sent:
        keeper.send(letter)
    for letter in received:
        keeper.receive(letter)
    return keeper.ledger()


@dataclass(slots=True)
class _Question:
    """A possible ask: that of a letter that `opens` is one in any case, another once answered.

    `here` says that the letter is among those read, not only known from the journal; `settled` that
    the journal holds an answer too.
    """

    ask: MailAsk
    opens: bool
    here: bool = True
    settled: bool = field(init=False)

    def __post_init__(self) -> None:
        self.settled = self.ask.answered_on is not None

    def takes(self, day: date) -> bool:
        """Whether an answer of `day` closes it, or is the one that did."""
        answered_on = self.ask.answered_on
        return answered_on is None or (self.settled and answered_on == self.answer_day(day))

    def answer_day(self, day: date) -> date:
        """The day on which a letter of `day` answers: clocks differ, answers come after."""
        return max(day, self.ask.asked_on)


@dataclass(slots=True)
class _Keeper:
    reading: Reading
    questions: dict[str, dict[str, _Question]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    """Who may have been asked something: nobody else's letters answer anything."""
    approaches: list[MailAct] = field(default_factory=list)
    daily: dict[tuple[str, date], MailAct] = field(default_factory=dict)
    """Unasked answers and contacts, one a person and day."""
    mine: set[str] = field(default_factory=set)
    """The Message-IDs of my letters."""
    absences: dict[str, list[MailAbsence]] = field(default_factory=dict)
    traffic: dict[str, Traffic] = field(default_factory=dict)
    active: set[tuple[str, date]] = field(default_factory=set)
    """Person and day of every answer and approach: contact adds nothing to those."""

    def send(self, letter: Letter) -> None:
        """Note whom a letter of mine may ask."""
        self.mine.add(letter.id)
        asked: dict[str, str] = {}
        for address in sorted(letter.to):
            if (who := self.reading.who(address)) is not None:
                asked.setdefault(who, address)
        if not asked or len(asked) > MOST_ASKED:
            return
        day = self._day(letter)
        known = self.questions.setdefault(letter.id, {})
        self.asked.update(asked)
        for who, theirs in asked.items():
            open_before = who in known and not known[who].settled
            row = known[who].ask.row if open_before else None
            ask = MailAsk(
                who, letter.id, letter.sender, theirs, letter.moment, day, letter.subject, row=row
            )
            known[who] = _Question(ask, opens=letter.opens or row is not None)

    def receive(self, letter: Letter) -> None:
        """Note what somebody else's letter answers, or what it is besides."""
        who = self.reading.who(letter.sender)
        if who is None:
            return
        if letter.kind is MailKind.AWAY:
            self._away(who, letter)
        elif answered := self._answered(who, letter):
            self._answer(who, letter, answered)
        elif self._unasked(who, letter):
            self._act(who, UNASKED, letter, "")
        elif (mine := self._to_me(letter)) and not letter.mailing:
            self._act(who, UNPROMPTED if letter.opens else CONTACT, letter, mine)

    def ledger(self) -> Ledger:
        """What has come together."""
        asks = [
            question.ask
            for asked in self.questions.values()
            for question in asked.values()
            if (question.here and question.opens)
            or (question.ask.answered_on and not question.settled)
        ]
        for ask in asks:
            self._count(ask.who, ask.asked_on)
        daily = [act for at, act in self.daily.items() if at not in self.active]
        return Ledger(
            asks=tuple(sorted(asks, key=lambda ask: (ask.moment, ask.message, ask.theirs))),
            acts=tuple(
                sorted([*self.approaches, *daily], key=lambda act: (act.moment, act.message))
            ),
            absences=tuple(away for each in self.absences.values() for away in each),
            traffic=self.traffic,
        )

    def _answered(self, who: str, letter: Letter) -> list[_Question]:
        """The open questions to `who` that `letter` answers: of the letter it answers directly, of
        openings among its references, of the opening of its thread."""
        found: list[_Question] = []
        if who not in self.asked:
            return found
        for place, message in enumerate((*letter.parents, self.reading.root(letter))):
            question = self.questions.get(message, {}).get(who)
            if question is None or not question.takes(self._day(letter)):
                continue
            direct = place == 0 and bool(letter.parents)
            if direct or (question.opens and question.ask.moment <= letter.moment):
                found.append(question)
        return found

    def _answer(self, who: str, letter: Letter, questions: list[_Question]) -> None:
        day = self._day(letter)
        for question in questions:
            answered_on = question.answer_day(day)
            question.ask = replace(question.ask, answered_on=answered_on)
            self.active.add((who, answered_on))
        self._count(who, day)

    def _unasked(self, who: str, letter: Letter) -> bool:
        """Whether `letter` answers one of mine that did not ask `who`."""
        parent = letter.parents[0] if letter.parents else ""
        return parent in self.mine and who not in self.questions.get(parent, {})

    def _act(self, who: str, kind: str, letter: Letter, mine: str) -> None:
        day = self._day(letter)
        act = MailAct(who, kind, letter.id, mine, letter.sender, letter.moment, day, letter.subject)
        if kind == UNPROMPTED:
            self.approaches.append(act)
            self.active.add((who, day))
        elif kind == UNASKED and self.daily.get((who, day), act).kind == CONTACT:
            self.daily[who, day] = act
        else:
            self.daily.setdefault((who, day), act)
        self._count(who, day)

    def _away(self, who: str, letter: Letter) -> None:
        starts, ends = absence(letter.subject, self._day(letter))
        told = self.absences.setdefault(who, [])
        if not any(away.starts <= starts and ends <= away.ends for away in told):
            told.append(MailAbsence(who, letter.id, letter.sender, letter.moment, starts, ends))

    def _to_me(self, letter: Letter) -> str | None:
        """My address in the To of `letter`, where it names few enough people to mean me."""
        mine = [address for address in letter.to if address in self.reading.own]
        others = {
            self.reading.who(address) or address
            for address in letter.to
            if address not in self.reading.own and not self.reading.is_list(address)
        }
        return min(mine) if mine and len(others) < MOST_ASKED else None

    def _count(self, who: str, day: date) -> None:
        self.traffic.setdefault(who, Traffic()).count(day)

    def _day(self, letter: Letter) -> date:
        return letter.moment.astimezone(self.reading.zone).date()
