"""The order of attention (P21, P25): as a key for rows at hand, and as SQL for lists too long to be
built before their first rows show.

The SQL is plain text that SQLite and PostgreSQL read alike, so that a look at the journal without
the database layer (`journal.stakeholders.glimpse`) asks the same questions as everybody.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

IMPACT_RANK: Mapping[str, int] = {"high": 0, "medium": 1, "low": 2, "none": 4}
UNRANKED = 3
"""The place of an impact in the order, and of one that is not set."""

ALARM = "alarm"
"""The kind of action that says an alarm was seen; its occasion is the day the alarm went off."""

OWN_JUDGEMENT = (
    "NOT EXISTS (SELECT 1 FROM peer WHERE peer.replica = substr(judgement.rev, 19) AND"
    " peer.person <> coalesce((SELECT meta.value FROM meta WHERE meta.name = 'person'), ''))"
)
"""Whether a judgement is one's own: those of colleagues are shown and never stand for one's own."""

Ask = Callable[[str, Mapping[str, Any]], Sequence[Any]]
"""Puts a query with named values (days, ids, a list of ids, counts) and gives its rows."""

LISTED = """
FROM involvement
JOIN stakeholder ON stakeholder.id = involvement.stakeholder
JOIN project ON project.id = involvement.project
LEFT JOIN stakeholder AS organisation ON organisation.id = stakeholder.organisation
LEFT JOIN state
  ON state.stakeholder = involvement.stakeholder AND state.project = involvement.project
WHERE stakeholder.deleted IS NULL AND stakeholder.merged_into IS NULL
  AND project.deleted IS NULL AND involvement.deleted IS NULL
"""
"""Which involvements a list shows, and what belongs to each."""

IN_PROJECT = " AND involvement.project = :project"
"""Narrows `LISTED` to one project."""

ACT_ORDER = "plan.tier, plan.priority DESC, plan.latest, plan.kind, plan.stakeholder, plan.occasion"
"""The most pressing act of somebody first, as `plan.stored_plan` has it."""

_SEEN = f"""
(SELECT max(action.occasion) FROM action
  WHERE action.stakeholder = involvement.stakeholder AND action.project = involvement.project
    AND action.kind = '{ALARM}' AND action.deleted IS NULL)
"""
_QUIET = f"""
(state.alarm_kind IS NULL OR coalesce(CAST(state.alarm_since AS TEXT) <= {_SEEN}, FALSE))
"""
_RANK = f"""
CASE involvement.impact
{" ".join(f"WHEN '{impact}' THEN {place}" for impact, place in IMPACT_RANK.items())}
ELSE {UNRANKED} END
"""
_LATEST = f"""
(SELECT plan.latest FROM plan
  WHERE plan.stakeholder = involvement.stakeholder AND plan.project = involvement.project
    AND plan.day = :today AND plan.brake IS NULL
  ORDER BY {ACT_ORDER} LIMIT 1)
"""
_THEN = f"{_LATEST} NULLS LAST, {_RANK}, state.last_contact NULLS LAST, stakeholder.folded"

_ALARMED = f"""
SELECT CAST(involvement.stakeholder AS TEXT) {LISTED}
  AND stakeholder.id IN (SELECT state.stakeholder FROM state WHERE state.alarm_kind IS NOT NULL)
  AND NOT {_QUIET} {{within}}
ORDER BY {_RANK}, {_THEN} LIMIT :most
"""
_CALM = f"""
SELECT CAST(involvement.stakeholder AS TEXT) {LISTED} AND {_QUIET} {{within}}
ORDER BY {_THEN} LIMIT :most
"""
_ACTS = "FROM plan WHERE plan.day = :today AND plan.brake IS NULL AND plan.latest"
_SOON = f"(SELECT plan.latest {_ACTS} IS NOT NULL ORDER BY plan.latest LIMIT 1 OFFSET 2 * :most)"
_CALM_BUT_SOON = _CALM.replace(
    "{within}",
    f"AND stakeholder.id IN (SELECT plan.stakeholder {_ACTS} <= {_SOON})"
    f" AND {_LATEST} <= {_SOON} {{within}}",
)
"""The beginning of `_CALM`, by the acts that are due first; short where few acts are planned."""

_COUNT = """
SELECT count(*) FROM involvement
WHERE involvement.deleted IS NULL
  AND involvement.project IN (SELECT project.id FROM project WHERE project.deleted IS NULL)
  AND involvement.stakeholder NOT IN (
    SELECT stakeholder.id FROM stakeholder
    WHERE stakeholder.deleted IS NOT NULL OR stakeholder.merged_into IS NOT NULL)
  {within}
"""  # the rows of LISTED without joining them: a quarter of the time


def first_by_attention(
    ask: Ask, today: date, most: int, project: str | None = None
) -> tuple[list[str], int]:
    """The stakeholders that come first by attention, and how many rows there are in all.

    A plan that is not today's, and words that have lapsed, are taken as they are stored. What comes
    first is looked for where there is little of it: putting everybody in order takes ten times as
    long.
    """
    within, values = ("", {}) if project is None else (IN_PROJECT, {"project": project})

    def some(query: str, wanted: int) -> list[str]:
        rows = ask(query.format(within=within), {**values, "today": today, "most": wanted})
        return [who for (who,) in rows]

    first = some(_ALARMED, most)
    if missing := most - len(first):
        calm = some(_CALM_BUT_SOON, missing)
        first += calm if len(calm) == missing else some(_CALM, missing)
    ((total,),) = ask(_COUNT.format(within=within), values)
    return first, total
