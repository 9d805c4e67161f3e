"""Cases and scenes for the planner, short to write and at random."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from staketerm.domain.cadence import rhythm
from staketerm.domain.nurture import planner
from staketerm.domain.nurture.acts import Act, Decision, Proposal
from staketerm.domain.nurture.facts import (
    Asked,
    Case,
    Consented,
    Deed,
    Part,
    Party,
    Progress,
    Promised,
    Reached,
    Scene,
    Settings,
)
from staketerm.domain.nurture.meeting import LEVELS
from staketerm.domain.progress import KINDS

TODAY = date(2026, 11, 24)
PROJECT = "desk"
LABELS = (
    "partner",
    "supporter",
    "quiet_supporter",
    "critic",
    "fence_sitter",
    "quiet_opponent",
    "opponent",
    "unknown",
)


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


def case(label: str = "partner", **more: Any) -> Case:
    """Ada, of high impact and met ten days ago, unless said otherwise."""
    name = more.pop("name", "Ada")
    attributes: dict[str, Any] = {
        "stakeholder": name.lower(),
        "project": PROJECT,
        "name": name,
        "label": label,
        "impact": "high",
        "reach": "direct",
        "last_contact": ago(10),
    }
    attributes |= {field: more.pop(field) for field in Party._fields if field in more}
    party = Party(**attributes)
    return Case(party=party, **{"rhythm": rhythm(label, party.impact), **more})


def entry(kind: str, days: int = 5, text: str = "The pilot ran.", id: str = "", **more) -> Progress:
    """A progress entry of some days ago."""
    return Progress(id or f"{kind}-{days}", kind, ago(days), text, **more)


def done(
    kind: str, days: int, occasion: str = "2026-01-01", outcome: str | None = None
) -> Decision:
    """An act done some days ago."""
    return Decision(kind, occasion, "done", ago(days), outcome=outcome)


def planned(
    *cases: Case,
    scene: Scene | None = None,
    settings: Settings | None = None,
    today: date = TODAY,
    horizon: int = 0,
) -> list[Proposal]:
    """The plan of these people in one project: what is open, or opens in so many days."""
    return planner.plan(cases, {PROJECT: scene or Scene()}, settings or Settings(), today, horizon)


def only(proposals: list[Proposal], kind: str) -> Proposal:
    """The one proposal of a kind."""
    (found,) = [each for each in proposals if each.kind == kind]
    return found


def kinds(proposals: list[Proposal]) -> set[str]:
    """The kinds proposed."""
    return {str(each.kind) for each in proposals}


def days_around(before: int, after: int = 0) -> st.SearchStrategy[date]:
    """Days around today."""
    return st.integers(-after, before).map(ago)


texts = st.sampled_from(("The pilot ran.", "Street 2", "One desk"))
entries = st.builds(
    Progress,
    id=st.uuids().map(str),
    kind=st.sampled_from(tuple(KINDS.words)),
    day=days_around(120),
    text=texts,
    due=st.none() | days_around(10, 60),
    private=st.booleans(),
)
decisions = st.builds(
    Decision,
    kind=st.sampled_from([str(kind) for kind in Act]),
    occasion=days_around(120).map(date.isoformat),
    state=st.sampled_from(("done", "skipped", "snoozed")),
    on=days_around(120),
    until=st.none() | days_around(30, 30),
    outcome=st.sampled_from((None, "answered", "less", "no", "useful")),
)
asks = st.builds(
    Asked,
    id=st.uuids().map(str),
    kind=st.sampled_from(("mail", "advice", "invitation")),
    by=st.sampled_from(("me", "them")),
    asked_on=days_around(120),
    text=st.none() | texts,
    due=st.none() | days_around(30, 30),
    answered_on=st.none() | days_around(60),
    outcome=st.sampled_from((None, "answered", "given", "refused")),
    counts_from=st.none() | days_around(30, 10),
)
consents = st.builds(
    Consented,
    state=st.sampled_from(("asked", "granted", "declined", "withdrawn")),
    day=days_around(90),
    load=st.none() | st.integers(0, 3),
    until=st.none() | days_around(30, 90),
)


@st.composite
def cases(draw: st.DrawFn, name: str = "Ada", project: str = PROJECT) -> Case:
    """Anybody, with any history."""
    label = draw(st.sampled_from(LABELS))
    impact = draw(st.sampled_from((None, "none", "low", "medium", "high")))
    party = Party(
        stakeholder=name.lower(),
        project=project,
        name=name,
        impact=impact,
        reach=draw(st.sampled_from((None, "direct", "step", "remote"))),
        interest=draw(st.none() | st.integers(1, 5)),
        desired=draw(st.none() | st.sampled_from((*LEVELS, "as_is"))),
        valued_critic=draw(st.booleans()),
        do_not_contact=draw(st.integers(0, 5)) == 0,
        label=label,
        since=draw(days_around(300)),
        alarm=(alarm := draw(st.sampled_from((None, None, "cooling", "crossed_over")))),
        alarm_since=draw(days_around(60)) if alarm else None,
        last_contact=draw(st.none() | days_around(200)),
    )
    return Case(
        party=party,
        rhythm=rhythm(label, impact),
        asks=tuple(draw(st.lists(asks, max_size=3))),
        promises=tuple(
            draw(
                st.lists(
                    st.builds(
                        Promised,
                        id=st.uuids().map(str),
                        by=st.sampled_from(("me", "them")),
                        text=texts,
                        due=days_around(20, 20),
                    ),
                    max_size=2,
                )
            )
        ),
        parts=tuple(
            draw(
                st.lists(
                    st.builds(
                        Part,
                        entry=entries,
                        role=st.sampled_from(("contributor", "affected", "helper")),
                        note=st.none() | texts,
                    ),
                    max_size=3,
                )
            )
        ),
        deeds=tuple(
            draw(
                st.lists(
                    st.builds(
                        Deed,
                        id=st.uuids().map(str),
                        kind=st.sampled_from(("brought_others", "advice_given", "invited_to_team")),
                        day=days_around(60),
                        label=st.just("did something"),
                        points=st.just(8.0),
                    ),
                    max_size=2,
                )
            )
        ),
        decisions=tuple(draw(st.lists(decisions, max_size=5))),
        consent=draw(st.none() | consents),
        away=tuple(draw(st.lists(st.tuples(days_around(20), days_around(0, 20)), max_size=1))),
    )


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Any project."""
    told = sorted(
        (each._replace(private=False) for each in draw(st.lists(entries, max_size=6))),
        key=lambda each: (each.day, each.id),
    )
    plans = tuple(each for each in told if each.kind == "plan")
    listener = Party("zoe", PROJECT, "Zoe", impact="high", label="fence_sitter")
    remote = Party("yves", PROJECT, "Yves", impact="high", reach="remote")
    return Scene(
        told=tuple(told),
        plans=plans,
        open_to_all=frozenset(each.id for each in plans if draw(st.booleans())),
        audience=(listener,) if draw(st.booleans()) else (),
        carried_by={"ada": (Reached(remote, 1, 1.0),)} if draw(st.booleans()) else {},
        starts=ago(200),
    )
