"""From the story to rows: every day moved to the day it is, every id derived from what it names."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from staketerm.domain import names
from staketerm.domain.day_words import JANUARY_FIRST
from staketerm.domain.ids import derived_id
from staketerm.domain.text import fold
from staketerm.exchange.demo import cast, diary, meetings, rhythms, threads
from staketerm.exchange.demo.acts import (
    STORY_DAY,
    Act,
    Acted,
    Agreed,
    Asked,
    Did,
    Meeting,
    Party,
    Told,
)
from staketerm.journal.stakeholders.people import tag_id
from staketerm.journal.writing import involvement_id
from staketerm.store.records import (
    About,
    Absence,
    Action,
    Agreement,
    Ask,
    Consent,
    Contact,
    Entry,
    Involvement,
    Judgement,
    Project,
    Row,
    Signal,
    Stakeholder,
    Tag,
)

OUTCOMES = {"mail": "answered", "advice": "given", "invitation": "accepted"}
"""How an ask ends that was answered and of which nothing else is said."""

_DAY_IN_TEXT = re.compile(r"\{(\d{4}-\d\d-\d\d)\}")
_MORNING = time(9)


class Rows:
    """The rows of the demo for one day; `project` is the id of the project they go into."""

    def __init__(self, project: str, today: date) -> None:
        self.project_name = cast.PROJECT
        self._project = project
        self._personal = derived_id(None, "demo", "project", cast.PERSONAL)
        self._shift = today - STORY_DAY
        self._written: dict[date, int] = {}
        self._handles: set[str] = set()
        self._told_of: dict[str, str] = {}
        parties = (*cast.PEOPLE, *cast.FRIENDS)
        self._ids = {party.key: _id_of("stakeholder", party.key) for party in parties}
        self._languages = {party.key: party.language or "en" for party in parties}

    @property
    def starts(self) -> date:
        """The day on which the project began."""
        return self._day(min(told.on for told in diary.JOURNAL))

    def all(self) -> Iterator[Row]:
        """Every row, those that others point to first."""
        yield Project(id=self._personal, name=cast.PERSONAL, kind="personal")
        for name in cast.ORGANISATIONS:
            yield self._stakeholder(_id_of("organisation", name), name, "organisation")
        for party in cast.PEOPLE:
            yield from self._party(party, self._project)
        for party in cast.FRIENDS:
            yield from self._party(party, self._personal)
        yield from self._besides()
        yield from self._told()
        for meeting in meetings.MEETINGS:
            yield from self._meeting(meeting)
        for party in cast.PEOPLE:
            yield from self._acts(party.key, self._project, self._history(party.key))
        for key, acts in diary.FAMILY.items():
            yield from self._acts(key, self._personal, acts)
        for acted in diary.ACTED:
            yield self._action(acted)

    def _history(self, key: str) -> Iterable[Act]:
        """What somebody did in the project, apart from meetings."""
        lately = threads.THREADS.get(key, ())
        if (rhythm := rhythms.RHYTHMS.get(key)) is None:
            return lately
        return chain(rhythms.rhythm_acts(rhythm, self._languages[key]), lately)

    def _party(self, party: Party, project: str) -> Iterator[Row]:
        who = self._ids[party.key]
        yield self._stakeholder(
            who,
            party.name,
            party.kind,
            organisation=party.organisation and _id_of("organisation", party.organisation),
            job=party.job,
            language=party.language,
        )
        for way, value in (("email", party.email), ("phone", party.phone)):
            if value:
                yield Contact(
                    id=_id_of("contact", party.key, way),
                    stakeholder=who,
                    way=way,
                    value=value,
                    folded=fold(value),
                )
        part = party.part
        ideal, latest = part.days
        yield Involvement(
            id=involvement_id(who, project),
            stakeholder=who,
            project=project,
            roles=part.roles,
            power=part.power,
            interest=part.interest,
            impact=part.impact,
            reach=part.reach,
            desired=part.desired,
            valued_critic=part.valued_critic,
            style=part.style,
            ideal_days=ideal,
            latest_days=latest,
        )
        for word in party.tags:
            yield Tag(id=tag_id(who, word), stakeholder=who, tag=word)

    def _stakeholder(
        self,
        who: str,
        name: str,
        kind: str,
        *,
        organisation: str | None = None,
        job: str | None = None,
        language: str | None = None,
    ) -> Stakeholder:
        handle = names.handle(name, self._handles)
        self._handles.add(handle)
        return Stakeholder(
            id=who,
            kind=kind,
            name=name,
            folded=fold(name),
            handle=handle,
            organisation=organisation,
            job=job,
            language=language,
        )

    def _besides(self) -> Iterator[Row]:
        """Judgements and periods of absence."""
        for judged in diary.JUDGEMENTS:
            day = self._day(judged.on)
            yield Judgement(
                id=self._id(day, "judgement", judged.who, judged.on),
                stakeholder=self._ids[judged.who],
                project=self._project,
                day=day,
                label=judged.label,
                note=judged.note,
            )
        for away in diary.ABSENCES:
            starts = self._day(away.starts)
            yield Absence(
                id=self._id(starts, "absence", away.who, away.starts),
                stakeholder=self._ids[away.who],
                starts=starts,
                ends=self._day(away.ends),
                note=away.note,
            )
        for said in diary.CONSENTS:
            day = self._day(said.on)
            yield Consent(
                id=self._id(day, "consent", said.who, said.on, said.state),
                stakeholder=self._ids[said.who],
                project=self._project,
                day=day,
                state=said.state,
                scope=said.scope,
                load=said.load,
                until=self._maybe(said.until),
            )

    def _told(self) -> Iterator[Row]:
        for told in (*diary.PROGRESS, *diary.NOTES, *diary.JOURNAL, *diary.MEMORIES):
            yield from self._entry(told)

    def _entry(self, told: Told) -> Iterator[Row]:
        day = self._day(told.on)
        entry = self._id(day, "entry", told.kind, told.on, told.text)
        yield Entry(
            id=entry,
            kind=told.kind,
            day=day,
            project=self._personal if told.personal else self._project,
            title=told.title,
            text=self._text(told.text),
            due=self._maybe(told.due),
            closed_on=self._maybe(told.closed),
            outcome=told.outcome,
            private=told.private,
        )
        self._told_of[told.text] = entry
        for who in told.about:
            yield self._about(entry, who, told.role, told.how.get(who))

    def _meeting(self, meeting: Meeting) -> Iterator[Row]:
        day = self._day(meeting.on)
        entry = self._id(day, "entry", meeting.kind, meeting.on, meeting.title)
        yield Entry(
            id=entry,
            kind=meeting.kind,
            day=day,
            project=self._project,
            title=meeting.title,
            text=meeting.text,
            private=False,
        )
        for came in meeting.came:
            yield self._about(entry, came.who, "attendee")
            act = Did(meeting.on, came.kind, came.note)
            yield self._signal(came.who, self._project, act, entry)

    def _about(self, entry: str, who: str, role: str, how: str | None = None) -> About:
        return About(
            id=_id_of("about", entry, who, role),
            entry=entry,
            stakeholder=self._ids[who],
            role=role,
            note=how,
        )

    def _acts(self, who: str, project: str, acts: Iterable[Act]) -> Iterator[Row]:
        for act in acts:
            match act:
                case Did():
                    yield self._signal(who, project, act)
                case Asked():
                    yield self._ask(who, project, act)
                case Agreed():
                    yield self._agreement(who, project, act)

    def _signal(self, who: str, project: str, act: Did, entry: str | None = None) -> Signal:
        day = self._day(act.on)
        return Signal(
            id=self._id(day, "signal", who, act.on, act.kind, entry or ""),
            stakeholder=self._ids[who],
            project=project,
            entry=entry,
            day=day,
            kind=act.kind,
            intensity=act.strength,
            note=act.note and self._text(act.note),
        )

    def _ask(self, who: str, project: str, act: Asked) -> Ask:
        day = self._day(act.on)
        outcome = act.outcome or OUTCOMES[act.kind]
        ask = self._told_of[act.text] = self._id(day, "ask", who, act.on, act.text)
        return Ask(
            id=ask,
            stakeholder=self._ids[who],
            project=project,
            kind=act.kind,
            by=act.by,
            asked_on=day,
            text=self._text(act.text),
            due=self._maybe(act.due),
            answered_on=self._maybe(act.answered),
            outcome=outcome if act.answered else None,
        )

    def _agreement(self, who: str, project: str, act: Agreed) -> Agreement:
        day = self._day(act.on)
        return Agreement(
            id=self._id(day, "agreement", who, act.on, act.text),
            stakeholder=self._ids[who],
            project=project,
            by=act.by,
            text=self._text(act.text),
            made_on=day,
            due=self._maybe(act.due),
            closed_on=self._maybe(act.closed),
            outcome=act.outcome,
        )

    def _action(self, acted: Acted) -> Action:
        """A decided act, under the id that the program itself would give it."""
        who = self._ids[acted.who]
        occasion = self._told_of.get(acted.occasion) or self._day(acted.occasion).isoformat()
        return Action(
            id=derived_id(None, acted.kind, who, self._project, occasion),
            stakeholder=who,
            project=self._project,
            kind=acted.kind,
            occasion=occasion,
            state="done",
            on=self._day(acted.on),
            outcome=acted.outcome,
        )

    def _day(self, on: str) -> date:
        return date.fromisoformat(on) + self._shift

    def _maybe(self, on: str | None) -> date | None:
        return None if on is None else self._day(on)

    def _text(self, text: str) -> str:
        """The text with the days in it moved too, each as "14 Dec"."""

        def moved(found: re.Match[str]) -> str:
            day = self._day(found[1])
            return f"{day.day} {JANUARY_FIRST['en'][day.month - 1]}"

        return _DAY_IN_TEXT.sub(moved, text)

    def _id(self, day: date, *key: str) -> str:
        """An id whose moment is on the day: nine o'clock, a minute later for each row that day."""
        minutes = self._written.get(day, 0)
        self._written[day] = minutes + 1
        moment = datetime.combine(day, _MORNING, UTC) + timedelta(minutes=minutes)
        return derived_id(moment, "demo", *key)


def _id_of(*key: str) -> str:
    """The id of a row that has no day."""
    return derived_id(None, "demo", *key)
