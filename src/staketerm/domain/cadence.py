"""When somebody is due for a check-in, by the days since the last contact (inference 7, P25)."""

from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.constants import CADENCE_DAYS, IDEAL_SHARE


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a check-in is welcome: from `ideal` on, at the latest on `latest`."""

    ideal: date
    latest: date


def check_in_due(
    last_contact: date | None,
    impact: str | None,
    *,
    style: str | None = None,
    ideal_days: int | None = None,
    latest_days: int | None = None,
) -> Window | None:
    """When a check-in is due; None where there is no cadence.

    Real contact by either side moves the window; sending alone does not (see `last_contact` of an
    assessment). High, medium and low impact give 30, 60 and 90 days at the latest; a person's own
    `ideal_days` and `latest_days` go first. Without impact (none, or not set) and without days of
    their own, somebody has no cadence; nor do those never met, nor the styles ambient (never due)
    and triggered (due by an event only).
    """
    if last_contact is None or style in ("ambient", "triggered"):
        return None
    latest = latest_days or CADENCE_DAYS.get(impact or "none")
    if latest_days is None and ideal_days is not None and ideal_days >= (latest or 0):
        latest = round(ideal_days / IDEAL_SHARE)
    if latest is None:
        return None
    ideal = round(latest * IDEAL_SHARE) if ideal_days is None else ideal_days
    return Window(
        ideal=last_contact + timedelta(days=min(ideal, latest)),
        latest=last_contact + timedelta(days=latest),
    )
