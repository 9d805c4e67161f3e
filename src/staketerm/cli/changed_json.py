"""What changed as JSON; its keys stand in the guide (changes.md) and stay."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from staketerm.domain.grounds import Deed
    from staketerm.journal.positions.news import Changed
    from staketerm.journal.positions.seen import Seen
    from staketerm.journal.stakeholders.person_row import PersonRow


def values(found: "Changed") -> dict[str, Any]:
    """Every sort of news, each row with whom it is about."""
    return {
        "since": found.since,
        "as_of": found.until,
        "positions": [
            {
                **_who(each.row),
                "from": each.was,
                "to": each.row.label,
                "steps": [
                    {
                        "on": step.on,
                        "from": step.was,
                        "to": step.label,
                        "because": [_deed(deed) for deed in step.because],
                    }
                    for step in each.steps
                ],
                "late_answer": each.late_answer,
                "other_weights": each.other_weights,
                "stance_then": each.stance_then,
                "stance": each.row.stance,
                "stance_low": each.row.low,
                "stance_high": each.row.high,
            }
            for each in found.positions
        ],
        "alarms": [
            {
                **_who(each.row),
                "position": each.row.label,
                "kind": each.alarm.kind,
                "since": each.alarm.since,
                "new": each.new,
                "text": each.alarm.text,
                "deeds": [_deed(deed) for deed in each.alarm.deeds],
                "seen": each.seen and _seen(each.seen),
            }
            for each in found.alarms
        ],
        "alarms_ended": [
            {
                **_who(each.row),
                "position": each.row.label,
                "kind": each.spell.kind,
                "since": each.spell.since,
                "ended": each.spell.ended,
            }
            for each in found.ended
        ],
        "quiet": [
            {
                **_who(each.row),
                "position": each.row.label,
                "last_contact": each.silence.last_contact,
                "quiet_since": each.silence.since,
                "new": each.new,
            }
            for each in found.quiet
        ],
        "lapsed": [
            {
                **_who(each.row),
                "from": each.was,
                "to": each.row.label,
                "on": each.on,
                "confidence_then": each.before,
                "confidence": each.now,
                "unknown_on": each.unknown_on,
                "last_contact": each.row.last_contact,
            }
            for each in found.lapsed
        ],
        "judgements": [
            {
                **_who(each.row),
                "position": each.row.label,
                "probability": each.row.probability,
                "judgement": {
                    "label": each.judgement.label,
                    "on": each.judgement.day,
                    "note": each.judgement.note,
                },
                "differs_since": each.disagreement.since,
                "days": each.disagreement.days,
                "new": each.new,
            }
            for each in found.judgements
        ],
        "acts": [
            {
                "id": each.stakeholder,
                "handle": each.handle,
                "stakeholder": each.name,
                "project": each.project_name,
                "kind": each.kind,
                "state": each.state,
                "on": each.on,
                "why": each.why,
                "outcome": each.outcome,
            }
            for each in found.acts
        ],
    }


def _who(row: "PersonRow") -> dict[str, Any]:
    return {
        "id": row.id,
        "handle": row.handle,
        "stakeholder": row.name,
        "project": row.project_name,
        "says_does_gap": row.gap,
    }


def _deed(deed: "Deed") -> dict[str, Any]:
    return {"on": deed.on, "kind": deed.kind, "text": deed.label, "points": deed.points}


def _seen(seen: "Seen") -> dict[str, Any]:
    return {"up_to": seen.until, "on": seen.on, "note": seen.note}
