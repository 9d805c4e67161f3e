"""How often to be in touch, own days off, and how much is too much: setting and showing them.

A rhythm belongs to a stakeholder in a project, to a tag, or to a project; the nearest one counts
(`domain.cadence.rhythm`). Tags, projects, days off and brakes are dated settings, which undo takes
back like all else (P12, P14, P16).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from staketerm.domain.cadence import NO_RHYTHM, Rhythm, rhythm
from staketerm.domain.day_words import say_day, say_days
from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.nurture.facts import Settings
from staketerm.domain.recurrence import rule_of
from staketerm.domain.text import clean_line, fold
from staketerm.journal.dated import keep, value_on
from staketerm.journal.nurture.nurture_settings import (
    BRAKES,
    HOLIDAYS,
    OF_PROJECT,
    OF_TAG,
    settings_on,
)
from staketerm.journal.nurture.nurturing import cases
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.receipt import Receipt
from staketerm.journal.stakeholders.absences import refuse_backward
from staketerm.journal.writing import Writing, involvement_id
from staketerm.locale import _, language
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Involvement, Stakeholder

if TYPE_CHECKING:
    from staketerm.journal.requests import SetBrakes, SetRhythm

LONGEST_HOLIDAY = 366
"""Days that one period off lasts at most."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The rhythm that counts for somebody, and where it comes from.

    `origin` is person, tag, project, or position (what position and impact give); `tag` names the
    tag. `own` is what was set for themselves.
    """

    rhythm: Rhythm
    origin: str
    own: Rhythm = NO_RHYTHM
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off of my own, both included."""

    first: date
    last: date
    note: str | None = None

    def said(self, today: date) -> str:
        """The days and what for: "Thu 24 Dec - Sat 2 Jan 2027, Christmas"; one day stands once."""
        days = say_days(self.first, self.last, today, language())
        return f"{days}, {self.note}" if self.note else days


# rhythms


def set_rhythm(journal: Journal, request: "SetRhythm") -> Receipt:
    """Set how often to be in touch with a stakeholder, with everybody of a tag, or in a project.

    What is not given stays; days take the place of a rule and a rule that of days, and either makes
    the style periodic again. Raises UsageError for what cannot be: an ideal interval above the
    latest, a rule that never happens, days for a style that has none.
    """
    with journal.write("cadence") as writing:
        if request.stakeholder is not None:
            project = request.project or default_project(writing.work).id
            row = writing.involve(request.stakeholder, project)
            before = _own(writing.work, row)
            writing.patch(Involvement, row, **changed(before, request)._asdict())
        else:
            name = _name(request)
            before = _set(writing.work, writing.today, name)
            after = changed(before, request)
            keep(writing, name, None if after == NO_RHYTHM else after._asdict())
            if request.tag is not None and not _has_somebody(writing.work, fold(request.tag)):
                writing.note(_("Nobody has the tag {tag} yet.").format(tag=fold(request.tag)))
    return writing.receipt


def changed(before: Rhythm, request: "SetRhythm") -> Rhythm:
    """A rhythm with what a request changes of it; raises UsageError for what cannot be."""
    if request.clear:
        return NO_RHYTHM
    after = before
    days = {"ideal_days": request.ideal_days, "latest_days": request.latest_days}
    given = {field: value for field, value in days.items() if value is not None}
    if request.rule is not None and given:
        raise UsageError(_("Give days or a rule, not both."))
    if request.rule is not None:
        after = Rhythm("periodic", recurrence=rule_of(request.rule))
    elif given:
        after = after._replace(style="periodic", recurrence=None, **given)
    if request.style is not None:
        if request.style != "periodic" and (given or request.rule is not None):
            raise UsageError(_("Only a periodic rhythm has days or a rule."))
        after = after._replace(style=request.style)
    if after.ideal_days and after.latest_days and after.ideal_days > after.latest_days:
        raise UsageError(
            _("Ideally after {ideal} days is later than the latest, {latest} days.").format(
                ideal=after.ideal_days, latest=after.latest_days
            )
        )
    return after


def rhythm_of(journal: Journal, stakeholder: str, project: str | None = None) -> InForce:
    """The rhythm in force for somebody and where it comes from; raises NotFound."""
    with journal.read() as reader:
        where = project or default_project(reader).id
        if reader.get(Stakeholder, stakeholder) is None:
            raise NotFound(_("This stakeholder is not in the journal any more."))
        own = _own(reader, involvement_id(stakeholder, where))
        found = cases(reader, journal.today, [stakeholder])
        case = found.of(where)
    party = case.party if case else None
    settings = found.settings
    label, impact = (party.label, party.impact) if party else (None, None)
    tags = {
        tag: settings.tags[tag] for tag in (party.tags if party else ()) if tag in settings.tags
    }
    of_project = settings.projects.get(where, NO_RHYTHM)
    force = rhythm(label, impact, own, tags.values(), of_project)
    if own.says_when or own.style in ("ambient", "triggered"):
        return InForce(force, "person", own)
    for tag, given in sorted(tags.items()):
        if given != NO_RHYTHM and rhythm(label, impact, own, [given], of_project) == force:
            return InForce(force, "tag", own, tag)
    return InForce(force, "position" if of_project == NO_RHYTHM else "project", own)


def rhythms_set(journal: Journal) -> Settings:
    """The rhythms of tags and projects, the days off and the brakes in force today."""
    with journal.read() as reader:
        return settings_on(reader, journal.today)


def _own(reader: Reader, row: str) -> Rhythm:
    found = reader.get(Involvement, row)
    if found is None:
        return NO_RHYTHM
    return Rhythm(found.style, found.ideal_days, found.latest_days, found.recurrence)


def _name(request: "SetRhythm") -> str:
    if request.tag is not None:
        return OF_TAG + fold(request.tag.strip())
    if request.project is not None:
        return OF_PROJECT + request.project
    raise UsageError(_("Say whose rhythm: somebody's, a tag's or a project's."))


def _set(reader: Reader, day: date, name: str) -> Rhythm:
    settings = settings_on(reader, day)
    if name.startswith(OF_TAG):
        return settings.tags.get(name.removeprefix(OF_TAG), NO_RHYTHM)
    return settings.projects.get(name.removeprefix(OF_PROJECT), NO_RHYTHM)


def _has_somebody(reader: Reader, tag: str) -> bool:
    table = tables.tag
    query = select(func.count()).where(table.c.tag == tag, table.c.deleted.is_(None))
    return bool(reader.select(query)[0][0])


# days off


def holidays(journal: Journal) -> tuple[Holiday, ...]:
    """My own days off, in order."""
    with journal.read() as reader:
        return tuple(_holidays(reader, journal.today))


def add_holiday(
    journal: Journal, first: date, last: date | None = None, note: str | None = None
) -> Receipt:
    """Take days off: nothing is proposed on them. Those that begin the same day are replaced, and
    the receipt says what stood there; their note stays unless another is given ("": none).

    Raises UsageError for a period that ends before it begins or lasts longer than a year.
    """
    until = first if last is None else last
    today = journal.today
    refuse_backward(first, until, today)
    if (until - first).days >= LONGEST_HOLIDAY:
        raise UsageError(_("Days off last a year at most."))
    with journal.write("holiday") as writing:
        known = _holidays(writing.work, today)
        before = next((each for each in known if each.first == first), None)
        said = clean_line(note) if note is not None else before.note if before else None
        added = Holiday(first, until, said or None)
        if before is not None and before != added:
            writing.note(_("Before: {days}.").format(days=before.said(today)))
        _keep_holidays(writing, [*(each for each in known if each != before), added])
    return writing.receipt


def drop_holiday(journal: Journal, day: date) -> Receipt:
    """Take back the days off that a day belongs to; raises NotFound where it belongs to none."""
    with journal.write("holiday") as writing:
        before = _holidays(writing.work, writing.today)
        kept = [each for each in before if not each.first <= day <= each.last]
        if len(kept) == len(before):
            raise NotFound(
                _("{day} is no day off.").format(day=say_day(day, writing.today, language()))
            )
        _keep_holidays(writing, kept)
    return writing.receipt


def _holidays(reader: Reader, day: date) -> list[Holiday]:
    told = value_on(reader, HOLIDAYS, day) or ()
    return sorted(
        (
            Holiday(date.fromisoformat(first), date.fromisoformat(last), note)
            for first, last, note in told
        ),
        key=lambda each: each.first,
    )


def _keep_holidays(writing: Writing, kept: list[Holiday]) -> None:
    kept.sort(key=lambda each: each.first)
    value = [[each.first.isoformat(), each.last.isoformat(), each.note] for each in kept]
    keep(writing, HOLIDAYS, value)


# brakes


def set_brakes(journal: Journal, request: "SetBrakes") -> Receipt:
    """Say how much is too much; what is not given stays."""
    given = {field: value for field, value in request if value is not None}
    with journal.write("brakes") as writing:
        before: Mapping[str, Any] = value_on(writing.work, BRAKES, writing.today) or {}
        keep(writing, BRAKES, {**before, **given})
    return writing.receipt
