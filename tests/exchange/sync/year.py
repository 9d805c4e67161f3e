"""Three colleagues for a year, on disks of their own: what they live through, week after week."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

from staketerm.domain.errors import NotFound, UsageError
from staketerm.exchange.mail.importer import preview, take_in
from staketerm.exchange.mail.plan import MailOptions
from staketerm.exchange.sync.disputes import decide, disputes
from staketerm.journal import capture, history
from staketerm.journal.erasing import erase
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import (
    AddStakeholder,
    Attendee,
    EditStakeholder,
    LogMeeting,
    LogSignal,
)
from staketerm.journal.stakeholders import people
from staketerm.store.records import Signal
from tests.exchange.mailbag import mail
from tests.exchange.sync.colleagues import BEGIN, NAMES, Colleague, ColleagueOnDisk, Team
from tests.exchange.sync.deeds import resaved
from tests.store.conftest import Hand

WEEKS, CAST = 52, 12
KINDS = ("contact", "agreement_kept", "no_show", "mail_answered", "obstructed", "advice_given")
GONE = "zq7431"
"""Stands in all that is told of the one who asks to be erased."""


class Year:
    """The team, the chance that decides, and the tally of what happened."""

    def __init__(self, place: Path, seed: int) -> None:
        self.chance, self.tally = Random(seed), Counter[str]()
        self._place = place
        colleagues = []
        for name in NAMES[:3]:
            (place / name).mkdir()
            clock = Hand(BEGIN + timedelta(minutes=self.chance.randrange(-60, 60)), "UTC")
            journal = open_journal(place / name / "journal.db", clock=clock)
            colleagues.append(ColleagueOnDisk(name, journal, clock, place / name / "team"))
        self.team = Team(colleagues)
        for n in range(CAST):
            self._meet(colleagues[0], f"Person {n}" if n else f"Cy {GONE}")
        self.team.begin()
        self.team.settle()

    def play(self) -> None:
        """Week after week, what the calendar brings."""
        for week in range(WEEKS):
            for each in self.team.colleagues:
                each.clock.move(days=7, seconds=self.chance.randrange(600))
                self._work(each, week)
                self._exchange(each)
            self._of_the_year(week)

    def end(self) -> bool:
        """Everything arrives, everybody closes for the year: whether it came to rest."""
        rest = self.team.settle()
        for each in self.team.colleagues:
            each.reopen()
        return rest

    def _work(self, who: Colleague, week: int) -> None:
        for _signal in range(self.chance.randrange(1, 4)):
            self._log(who)
        if self.chance.random() < 0.4:
            self._sit_together(who, week)
        if self.chance.random() < 0.4:
            self._edit(who)
        if self.chance.random() < 0.15:
            self._delete(who)
        if self.chance.random() < 0.1:
            self._undo(who)
        if self.chance.random() < 0.05:
            self._meet(who, f"Newcomer {week} of {who.name}")
        if week % 8 == 0:
            self._read_mail(who, week)

    def _of_the_year(self, week: int) -> None:
        """What happens once or a few times."""
        anna, bram, chen = self.team.colleagues
        if week == 20:
            chen.keep()
            self.tally["backups"] += 1
        if week == 24:
            erase(bram.journal, people.find(bram.journal, f"Cy {GONE}").key)
            self.tally["erased"] += 1
        if week == 30:
            chen.put_back()
            self._log(chen)
            self.tally["restores"] += 1
        if week % 10 == 9:
            self._in_a_spreadsheet(anna, week)
        if week % 13 == 12:
            self._settle_a_conflict(bram)
        if week == 40:
            anna.clock.move(hours=-5)
            self.tally["clocks set back"] += 1

    # what people do

    def _anybody(self, who: Colleague) -> str:
        known = sorted(each.key for each in people.directory(who.journal))
        return self.chance.choice(known)

    def _meet(self, who: Colleague, name: str) -> None:
        request = AddStakeholder(
            name=name, project=self.team.project, emails=(f"{name.split()[-1]}@zuid.example",)
        )
        people.add_stakeholder(who.journal, request)
        self.tally["people"] += 1

    def _log(self, who: Colleague) -> None:
        whom = self._anybody(who)
        name = people.get_stakeholder(who.journal, whom).name
        note = self.chance.choice((None, "=1+1", "0049 30", f"said so, {name}"))
        day = who.journal.today - timedelta(days=self.chance.randrange(7))
        kind = self.chance.choice(KINDS)
        capture.log_signal(
            who.journal,
            LogSignal(stakeholder=whom, kind=kind, day=day, project=self.team.project, note=note),
        )
        self.tally["signals"] += 1

    def _sit_together(self, who: Colleague, week: int) -> None:
        came = {self._anybody(who) for _chair in range(4)}
        present = tuple(Attendee(stakeholder=each, kinds=("contact",)) for each in sorted(came))
        capture.log_meeting(
            who.journal,
            LogMeeting(
                title=f"Week {week}",
                day=who.journal.today,
                project=self.team.project,
                attendees=present,
            ),
        )
        self.tally["meetings"] += 1

    def _read_mail(self, who: Colleague, week: int) -> None:
        mine = f"{who.name}@work.example"
        path = self._place / who.name / f"{week}.eml"
        day = (who.journal.today - BEGIN.date()).days - 60
        sender = f"Person {self.chance.randrange(1, CAST)}"
        path.write_bytes(
            mail(f"{who.name}{week}", f"{sender} <{sender.split()[-1]}@zuid.example>", mine, day)
        )
        options = MailOptions(me=(mine,), project=self.team.project)
        take_in(who.journal, preview(who.journal, [path], options))
        self.tally["mails"] += 1

    def _edit(self, who: Colleague) -> None:
        """Three busy people: what their job is, everybody knows better."""
        known = sorted(each.key for each in people.directory(who.journal))[:3]
        whom, job = self.chance.choice(known), f"job {self.tally['edits']}"
        people.edit_stakeholder(who.journal, EditStakeholder(stakeholder=whom, job=job))
        self.tally["edits"] += 1

    def _delete(self, who: Colleague) -> None:
        with who.journal.write("delete") as writing:
            told = sorted(row.id for row in writing.work.rows(Signal))
            writing.delete(Signal, self.chance.choice(told))
        self.tally["deletions"] += 1

    def _undo(self, who: Colleague) -> None:
        history.undo(who.journal)
        self.tally["undone"] += 1

    def _in_a_spreadsheet(self, who: Colleague, week: int) -> None:
        place = who.own / "stakeholder.csv"
        whom = self._anybody(who)
        resaved(place, whom, "language", self.chance.choice(("nl", "en")), week)
        self.tally["spreadsheets"] += 1

    def _settle_a_conflict(self, who: Colleague) -> None:
        if found := disputes(who.journal):
            try:
                decide(who.journal, found[0].number, take_lost=self.chance.random() < 0.5)
            except (NotFound, UsageError):
                return
            self.tally["decided"] += 1

    def _exchange(self, who: Colleague) -> None:
        """Now and then a sync; what it gave arrives, or not, or late."""
        if self.chance.random() < 0.5:
            return
        done = who.sync()
        self.tally["syncs"] += 1
        self.tally["conflicts"] += sum(taken.conflicts for taken in done.taken)
        self.tally["waited"] += len(done.waiting)
        for other in self.team.colleagues:
            fate = self.chance.random()
            if other is who:
                continue
            if fate < 0.2:
                self.tally["lost files"] += 1
            elif fate < 0.35 and len(who.sent) > 2:
                self.team.bring(who, other, who.sent[-3])
                self.tally["late files"] += 1
            elif fate < 0.45:
                half = dict(list(who.sent[-1].items())[::2])
                self.team.bring(who, other, half)
                self.tally["torn files"] += 1
            else:
                self.team.bring(who, other)
