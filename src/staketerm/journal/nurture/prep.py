"""What to know before talking to somebody, gathered in one go (F64)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from staketerm.domain.flag_words import thin
from staketerm.domain.grounds import Deed
from staketerm.domain.nurture.acts import Act, Proposal
from staketerm.domain.nurture.facts import TOLD_KINDS
from staketerm.domain.nurture.telling import THANKED, THANKED_POINTS
from staketerm.domain.progress import KINDS, OUTCOMES
from staketerm.domain.signals import Kind
from staketerm.journal.ledger import OpenItem, items
from staketerm.journal.nurture.decisions import due_with
from staketerm.journal.opening import Journal
from staketerm.journal.positions.evidence import ANSWERS
from staketerm.journal.positions.evidence import OUTCOMES as PROMISES
from staketerm.journal.positions.model import model_on
from staketerm.journal.positions.review import Why, why_of
from staketerm.journal.progress_list import THANKS, progress
from staketerm.journal.stakeholders.page import NOTES, Profile, profile_of
from staketerm.journal.timeline import Told, told
from staketerm.locale import _
from staketerm.store import tables
from staketerm.store.reader import Reader

CONTACTS_SHOWN = 5
NOTES_SHOWN = 4
THANKS_SHOWN = 5
TOPICS_SHOWN = 5
NEWS_SHOWN = 6

FOR_EVERYBODY = frozenset(TOLD_KINDS) - {"risk"}
"""Progress that anybody may hear; a risk is for those who have to do with it (P17)."""

DEED_DAYS = 30
"""How long a strong deed is something to thank for."""

NEWS_DAYS = 90
"""News for somebody one was never in touch with goes back this far."""

SOON_DAYS = 30
"""An absence that begins within so many days is told."""

ASKING = frozenset(
    (
        Act.ADVICE_REQUEST,
        Act.AMBASSADOR_REQUEST,
        Act.ROUTE_REQUEST,
        Act.VISIBLE_DEED,
        Act.USEFULNESS_CHECK,
    )
)
"""Acts that ask something of somebody."""

MEETINGS = frozenset({"meeting", "call"})
"""Entries in which the two of you met or spoke."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One time the two of you met, wrote or spoke; of a meeting, what they did in it."""

    told: Told
    acts: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Thank:
    """Something to thank for: a success they had a part in, or a strong deed of theirs.

    `did` is their own part in a success, or what was written with the deed; `id` is the row's.
    """

    what: str
    on: date
    id: str
    text: str
    did: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A progress entry as it concerns them.

    `role` is helper, affected or contributor, None for what they can hear and have no part in;
    `note` how they can help, what it does to them, or what they did for it.
    """

    id: str
    kind: str
    on: date
    text: str
    due: date | None = None
    closed_on: date | None = None
    private: bool = False
    role: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Prep:
    """What to know before talking to one stakeholder in one project, as of a day.

    `contacts`, `thanks`, `news` and `notes` are newest first; `open` begins with what I owe; `acts`
    are those that ask something of them, whether they are free or held back. `away` are the
    absences of the coming month. `places` says what would place them better, where too little is
    known.
    """

    day: date
    profile: Profile
    why: Why
    contacts: tuple[Contact, ...]
    open: tuple[OpenItem, ...]
    thanks: tuple[Thank, ...]
    topics: tuple[Topic, ...]
    news: tuple[Topic, ...]
    notes: tuple[Told, ...]
    acts: tuple[Proposal, ...] = ()

    @property
    def away(self) -> tuple[tuple[date, date], ...]:
        """When they are away, now or within a month."""
        soon = self.day + timedelta(days=SOON_DAYS)
        return tuple((each.starts, each.ends) for each in self.profile.away if each.starts <= soon)

    @property
    def places(self) -> str:
        """What would place them better; empty where enough is known."""
        if self.why.personal or self.why.assessment.known:
            return ""
        told = self.why.assessment
        return f"{thin(told)} {_('Ask a small thing, and see what they do.')}"


def prep(
    journal: Journal, stakeholder: str, project: str | None = None, as_of: date | None = None
) -> Prep:
    """What to know before talking to somebody; raises NotFound for one who is not here any more."""
    day = as_of or journal.today
    with journal.read() as reader:
        why = why_of(reader, journal.today, stakeholder, project, as_of)
        profile = profile_of(reader, stakeholder, why.project, day)
        waiting = items(reader, day, stakeholder, why.project)
        catalogue = model_on(reader, day).catalogue
        theirs = _theirs(reader, stakeholder, why.project, day)
        thanked = _thanked(reader, stakeholder, why.project, day)
        noted = _noted(reader, stakeholder, day)
    window = told(journal, stakeholder=stakeholder, project=why.project, as_of=day)
    thanks = _thanks(why, theirs, thanked, day)
    acts = _acts(journal, stakeholder, why.project, day)
    asked = {act.occasion for act in acts}
    topics = tuple(topic for topic in _topics(theirs, day) if topic.id not in asked)
    since = why.assessment.last_contact or day - timedelta(days=NEWS_DAYS)
    heard = {each.id for each in thanks} | {each.id for each in topics}
    return Prep(
        day=day,
        profile=profile,
        why=why,
        contacts=_contacts(window, catalogue)[:CONTACTS_SHOWN],
        open=tuple(sorted(waiting, key=_mine_first)),
        thanks=thanks[:THANKS_SHOWN],
        topics=topics[:TOPICS_SHOWN],
        news=_news(journal, why.project, theirs, since, day, heard)[:NEWS_SHOWN],
        notes=told(journal, stakeholder=stakeholder, as_of=day, only=noted) if noted else (),
        acts=acts,
    )


def _mine_first(item: OpenItem) -> tuple[bool, date, str]:
    return not item.i_owe, item.due or item.counts_from or date.max, item.id


def _noted(reader: Reader, stakeholder: str, day: date) -> list[str]:
    """The newest notes about somebody, whatever the project, as on their page."""
    entry, about = tables.entry, tables.about
    query = (
        select(entry.c.id)
        .join(about, about.c.entry == entry.c.id)
        .where(
            about.c.stakeholder == stakeholder,
            about.c.deleted.is_(None),
            entry.c.deleted.is_(None),
            entry.c.kind.in_(tuple(NOTES)),
            entry.c.day <= day,
        )
        .order_by(entry.c.day.desc(), entry.c.id.desc())
        .limit(NOTES_SHOWN)
    )
    return [found for (found,) in reader.select(query)]


# when we were in touch


def _contacts(window: Sequence[Told], catalogue: Mapping[str, Kind]) -> tuple[Contact, ...]:
    """The times the two of you met, wrote or spoke; what they did in a meeting is told with it."""
    within: dict[str, tuple[Told, ...]] = {}
    for item in window:
        if item.what == "signal" and item.entry and not item.ignored:
            within[item.entry] = (*within.get(item.entry, ()), item)
    met = [item for item in window if item.what == "entry" and item.kind in MEETINGS]
    meetings, days = {item.id for item in met}, {item.day for item in met}
    found: list[Contact] = []
    for item in window:
        if item.id in meetings:
            acts = within.get(item.id, ())
            if not acts or any(_touches(act, catalogue) for act in acts):
                found.append(Contact(item, tuple(act for act in acts if act.kind != "contact")))
        elif item.what == "agreed" and item.day in days:
            continue  # agreed in that meeting, and told among what is open
        elif item.entry not in meetings and _touches(item, catalogue):
            found.append(Contact(item))
    return tuple(found)


def _touches(item: Told, catalogue: Mapping[str, Kind]) -> bool:
    """Whether the two of you were in touch by it."""
    match item.what, item.by:
        case "signal", _by:
            kind = catalogue.get(item.kind)
            return kind is not None and kind.contact and not item.ignored
        case "answered", "me":
            return item.kind in ANSWERS.get(item.outcome or "", {})
        case "asked", "them":
            return True
        case "agreed", _by:
            return True
        case "settled", "them":
            kind = catalogue.get(PROMISES.get(item.outcome or "", ""))
            return kind is not None and kind.contact
        case _:
            return False


# what there is to thank for, to ask and to tell


def _theirs(reader: Reader, stakeholder: str, project: str, day: date) -> tuple[Topic, ...]:
    """The progress entries that they have a part in, newest first."""
    entry, about = tables.entry, tables.about
    query = (
        select(entry, about.c.role, about.c.note)
        .join(about, about.c.entry == entry.c.id)
        .where(
            about.c.stakeholder == stakeholder,
            about.c.deleted.is_(None),
            entry.c.deleted.is_(None),
            entry.c.project == project,
            entry.c.kind.in_(tuple(KINDS.words)),
            entry.c.day <= day,
        )
        .order_by(entry.c.day.desc(), entry.c.id.desc())
    )
    return tuple(_topic(row, row.role, row.note) for row in reader.select(query))


def _topic(entry: Any, role: str | None = None, note: str | None = None) -> Topic:
    """A progress entry, as a row or as `progress` tells it."""
    return Topic(
        id=entry.id,
        kind=entry.kind,
        on=entry.day,
        text=entry.title or entry.text or "",
        due=entry.due,
        closed_on=entry.closed_on,
        private=entry.private,
        role=role,
        note=note,
    )


def _thanked(reader: Reader, stakeholder: str, project: str, day: date) -> dict[str, date]:
    """What they were thanked for, by its row, and when."""
    table = tables.action
    query = select(table.c.occasion, table.c.on).where(
        table.c.stakeholder == stakeholder,
        table.c.project == project,
        table.c.kind.in_(THANKS),
        table.c.state == "done",
        table.c.on <= day,
        table.c.deleted.is_(None),
    )
    return dict(reader.select(query))


def _thanks(
    why: Why, theirs: Sequence[Topic], thanked: Mapping[str, date], day: date
) -> tuple[Thank, ...]:
    """Successes they had a part in and strong deeds of late, unless thanked for since (P18)."""
    successes = [
        Thank("success", topic.on, topic.id, topic.text, topic.note)
        for topic in theirs
        if (topic.kind, topic.role) == ("success", "contributor") and topic.id not in thanked
    ]
    last = max(thanked.values(), default=date.min)
    deeds = [
        Thank("deed", deed.on, deed.source or "", deed.label, why.details.get(deed.source or ""))
        for deed in why.assessment.grounds.deeds(day - timedelta(days=DEED_DAYS))
        if _strong(deed) and deed.on > last
    ]
    return tuple(sorted((*successes, *deeds), key=lambda each: (each.on, each.id), reverse=True))


def _strong(deed: Deed) -> bool:
    return deed.kind in THANKED or deed.points >= THANKED_POINTS


def _topics(theirs: Sequence[Topic], day: date) -> tuple[Topic, ...]:
    """The open risks and plans in which they can help or which touch them, soonest first."""
    waiting: dict[str, Topic] = {}
    for topic in sorted(theirs, key=lambda each: each.role != "helper"):
        waits = topic.kind in OUTCOMES and (topic.closed_on is None or topic.closed_on > day)
        if waits and topic.role in ("helper", "affected"):
            waiting.setdefault(topic.id, topic)
    return tuple(sorted(waiting.values(), key=lambda each: each.due or date.max))


def _acts(journal: Journal, stakeholder: str, project: str, day: date) -> tuple[Proposal, ...]:
    """The acts due that ask something of them: a talk is the time to ask it."""
    due = due_with(journal, stakeholder, day, project)
    return tuple(act.proposal for act in (*due.acts, *due.held_back) if act.proposal.kind in ASKING)


def _news(
    journal: Journal,
    project: str,
    theirs: Sequence[Topic],
    since: date,
    day: date,
    heard: set[str],
) -> tuple[Topic, ...]:
    """What happened since, in which they have a part or which they can hear; each once."""
    part = {topic.id: topic for topic in theirs if topic.on >= since}
    told_since = [
        part.get(entry.id) or _topic(entry)
        for entry in progress(journal, project, as_of=day, limit=NEWS_SHOWN * 10)
        if entry.day >= since
        and (entry.id in part or (entry.kind in FOR_EVERYBODY and not entry.private))
    ]
    return tuple(topic for topic in told_since if topic.id not in heard)
