"""A busy year, day by day: what the planner proposes is done, and what happens happens."""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from staketerm.domain.cadence import around_days_off, rhythm, window_after
from staketerm.domain.nurture import planner
from staketerm.domain.nurture.acts import FALLING_DUE, Act, Decision, Proposal, is_near, todays
from staketerm.domain.nurture.brakes import contact_days, pressure
from staketerm.domain.nurture.facts import (
    Asked,
    Case,
    Consented,
    Deed,
    Part,
    Party,
    Progress,
    Scene,
    Settings,
)

FIRST = date(2026, 1, 1)
PEOPLE = 18
LABELS = ("partner", "partner", "supporter", "quiet_supporter", "critic", "fence_sitter")
SETTINGS = Settings(working_days_only=True, holidays=((date(2026, 7, 20), date(2026, 8, 7)),))
CONSENTS = (None, Consented("granted", FIRST, 2, date(2026, 9, 30)), Consented("declined", FIRST))


@dataclass
class Year:
    """The journal of a simulated year; `acts` is every act done, with its day."""

    chance: random.Random
    cases: dict[str, Case] = field(default_factory=dict)
    told: list[Progress] = field(default_factory=list)
    acts: list[tuple[date, Proposal]] = field(default_factory=list)

    def begin(self) -> None:
        """Everybody is there, met in the weeks before."""
        for number in range(PEOPLE):
            label, impact = LABELS[number % len(LABELS)], ("high", "medium", "low")[number % 3]
            party = Party(
                stakeholder=f"p{number:02}",
                project="desk",
                name=f"P{number}",
                impact=impact,
                reach="direct",
                interest=number % 5 + 1,
                label=label,
                since=FIRST,
                last_contact=FIRST - timedelta(days=self.chance.randrange(30)),
            )
            self.cases[party.stakeholder] = Case(
                party=party, rhythm=rhythm(label, impact), consent=CONSENTS[number % 3]
            )

    def scene(self, today: date) -> Scene:
        """What the project shares on a day."""
        told = tuple(entry for entry in self.told if (today - entry.day).days < 90)
        plans = tuple(entry for entry in told if entry.kind == "plan")
        return Scene(
            told=told,
            plans=plans,
            open_to_all=frozenset(entry.id for entry in plans),
            audience=tuple(
                case.party for case in self.cases.values() if case.party.label == "fence_sitter"
            ),
            starts=FIRST,
        )

    def plan(self, today: date) -> list[Proposal]:
        """The plan of a day."""
        scenes = {"desk": self.scene(today)}
        return planner.plan(list(self.cases.values()), scenes, SETTINGS, today, 14)

    def happen(self, today: date) -> None:
        """Progress, deeds and contact by chance."""
        if self.chance.random() < 0.25:
            self._progress(today)
        for who in self.chance.sample(sorted(self.cases), 2):
            case = self.cases[who]
            if self.chance.random() < 0.3:
                deed = Deed(f"{today}{who}", "provided_resources", today, "gave money", 7)
                recent = [each for each in case.deeds if (today - each.day).days < 60]
                self.cases[who] = case._replace(deeds=(*recent, deed))
                self.met(who, today)

    def _progress(self, today: date) -> None:
        kind = self.chance.choice(("success", "risk", "plan", "decision", "setback"))
        entry = Progress(f"e{len(self.told)}", kind, today, f"The {kind} of {today}.")
        self.told.append(entry)
        role = {"success": "contributor", "risk": "helper"}.get(kind, "affected")
        for who in self.chance.sample(sorted(self.cases), 2):
            case = self.cases[who]
            parts = [each for each in case.parts if (today - each.entry.day).days < 90]
            self.cases[who] = case._replace(parts=(*parts, Part(entry, role)))

    def met(self, who: str, today: date) -> None:
        """Real contact."""
        case = self.cases[who]
        self.cases[who] = case._replace(party=case.party._replace(last_contact=today))

    def decide(self, act: Proposal, today: date) -> None:
        """Do an act, now and then snooze it or leave it out."""
        drawn = self.chance.random()
        if drawn < 0.85:
            self.do(act, today)
            return
        until = today + timedelta(days=self.chance.randrange(1, 9))
        state = "snoozed" if drawn < 0.95 else "skipped"
        rests = until if state == "snoozed" else _rests(act, today)
        case = self.cases[act.stakeholder]
        decision = Decision(act.kind, act.occasion, state, today, rests)
        self.cases[act.stakeholder] = case._replace(decisions=(*case.decisions, decision))

    def do(self, act: Proposal, today: date) -> None:
        """Do an act; most are answered."""
        self.acts.append((today, act))
        answered = self.chance.random() < 0.7
        outcome = "answered" if answered else None
        if act.kind == Act.USEFULNESS_CHECK:
            outcome = self.chance.choice(("useful", "less", "no"))
        decision = Decision(act.kind, act.occasion, "done", today, _rests(act, today), outcome)
        case = self.cases[act.stakeholder]
        asks = case.asks
        if act.kind == Act.ADVICE_REQUEST:
            given = (today, "given") if answered else (None, None)
            asks = (*asks, Asked(f"a{today}", "advice", "me", today, None, None, *given))
        self.cases[act.stakeholder] = case._replace(
            decisions=(*case.decisions, decision), asks=asks
        )
        if answered:
            self.met(act.stakeholder, today)


def _rests(act: Proposal, today: date) -> date | None:
    """A check-in that was not answered comes back after a while, as the journal has it."""
    return today + timedelta(days=14) if act.kind == Act.CHECK_IN else None


def five(plan: list[Proposal], today: date) -> list[Proposal]:
    """The acts to do on a day."""
    free = [
        each
        for each in plan
        if each.brake is None and each.ideal <= today and each.kind not in FALLING_DUE
    ]
    return [free[place] for place in todays([(each.kind, each.latest) for each in free], today)]


def test_a_busy_year_presses_nobody_and_forgets_nobody() -> None:
    year = Year(random.Random(1))
    year.begin()
    for number in range(365):
        today = FIRST + timedelta(days=number)
        year.happen(today)
        plan = year.plan(today)
        if today.day == 1:
            assert year.plan(today) == plan
        chosen = five(plan, today)
        assert len(chosen) <= 5
        assert len({act.stakeholder for act in chosen}) == len(chosen)
        _no_partner_is_forgotten(year, plan, chosen, today)
        for act in chosen:
            year.decide(act, today)
        _nothing_more_of_whom_not_today(year, today)
    _no_cap_was_broken(year)
    _nobody_carried_without_consent(year)
    assert len({act.kind for _day, act in year.acts}) >= 8
    assert not [day for day, _act in year.acts if day.weekday() > 4]
    assert not [day for day, _act in year.acts if date(2026, 7, 20) <= day <= date(2026, 8, 7)]


def _no_partner_is_forgotten(
    year: Year, plan: list[Proposal], chosen: list[Proposal], today: date
) -> None:
    """Past the latest day of a partner (my days off set aside) something is proposed today, or a
    brake says why not; what is snoozed says so too, what was done or left out rests for a while.
    """
    about = defaultdict(list)
    for act in plan:
        if act.ideal <= today or act.until is not None:
            about[act.stakeholder].append(act)
    for who, case in year.cases.items():
        window = window_after(case.party.last_contact, case.rhythm)
        if window is not None:
            window = around_days_off(window, SETTINGS.holidays, working_days=True)
        rested = [
            each.until
            for each in case.decisions
            if each.until and each.until > today and each.state != "snoozed"
        ]
        if case.party.label != "partner" or window is None or window.latest > today or rested:
            continue
        assert about[who], f"{who} on {today}"
        assert any(act in chosen or act.brake for act in about[who]), f"{who} on {today}"


def _nothing_more_of_whom_not_today(year: Year, today: date) -> None:
    """Whoever had an act snoozed or skipped today has no other one open, but for a risk that is
    near.
    """
    put_off = {
        who
        for who, case in year.cases.items()
        if any(each.on == today and each.state != "done" for each in case.decisions)
    }
    for act in year.plan(today):
        if act.stakeholder in put_off and act.ideal <= today and act.brake is None:
            assert act.kind == Act.RISK_ALERT
            assert is_near(act.latest, today)


def _no_cap_was_broken(year: Year) -> None:
    for who, case in year.cases.items():
        reached = contact_days([case])
        days = sorted(day for day, act in year.acts if act.stakeholder == who)
        assert len(set(days)) == len(days)
        for day in days:
            assert pressure(reached, day, 7) <= SETTINGS.week_cap
            assert pressure(reached, day, 30) <= SETTINGS.pressure_cap


def _nobody_carried_without_consent(year: Year) -> None:
    carried = defaultdict(list)
    for day, act in year.acts:
        if act.kind == Act.AMBASSADOR_REQUEST:
            carried[act.stakeholder].append(day)
    assert carried
    for who, days in carried.items():
        consent = year.cases[who].consent
        assert consent is not None
        assert consent.state == "granted"
        assert consent.until is not None
        assert max(days) <= consent.until
        for day in days:
            assert sum(1 for other in days if 0 <= (day - other).days < 90) <= (consent.load or 0)
