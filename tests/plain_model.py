"""The position model once more, as slowly and literally as inference.md words it.

An oracle for the tests: sums instead of folds, every calendar day looked at instead of the days of
evidence, nothing shared with the program but the catalogue and the records.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.signals import Record

ASKING = ("mail_sent", "advice_asked")
ANSWERS = ("mail_answered", "advice_given", "advice_refused")
Absence = tuple[date, date]


@dataclass
class Plain:
    """What the literal reading gives for one day."""

    for_: float
    against: float
    energy: float
    known: bool
    side: str
    active: bool
    z: float
    alarm: tuple[str, date] | None


def wait_days(records: Iterable[Record], asked_on: date) -> int:
    """Section 4.5: the wait of a question asked on a day."""
    asked = {r.id: r.day for r in records if r.kind in ASKING}
    taken: dict[str, int] = {}
    for r in sorted(records, key=lambda r: r.day):
        if r.re and r.kind in ANSWERS and r.re in asked and asked[r.re] <= r.day <= asked_on:
            taken.setdefault(r.re, (r.day - asked[r.re]).days)
    logs = [math.log(max(0.5, days)) for days in taken.values()]
    mu = (sum(logs) + 4 * math.log(2)) / (len(logs) + 4)
    return math.ceil(max(5, math.exp(mu + 1.65)))


def due_day(records: Sequence[Record], asked_on: date, absences: Iterable[Absence]) -> date:
    """The day on which the wait is over, stepping day by day past the days of absence."""
    away = list(absences)
    left, day = wait_days(records, asked_on), asked_on
    while left:
        day += timedelta(days=1)
        if not any(first <= day <= last for first, last in away):
            left -= 1
    return day


def evidence(
    records: Iterable[Record], as_of: date, absences: Iterable[Absence] = ()
) -> list[tuple[date, float, float]]:
    """Section 4.1: (day, points, effort) of everything that counts as of a day."""
    known = [r for r in records if r.day <= as_of]
    found = [
        (r.day, CATALOGUE[r.kind].points * r.intensity, CATALOGUE[r.kind].effort) for r in known
    ]
    closed = {r.re for r in known if r.re is not None and r.kind not in ASKING}
    for r in known:
        if r.kind in ASKING and (r.id is None or r.id not in closed):
            due = due_day(known, r.day, absences)
            if due <= as_of:
                found.append((due, CATALOGUE["mail_unanswered"].points, 0.0))
    return found


def counts(found: Iterable[tuple[date, float, float]], as_of: date) -> tuple[float, float, float]:
    """Sections 4.2 and 4.3 in closed form: P, N and energy."""
    blocks: dict[date, list[float]] = defaultdict(lambda: [0.0, 0.0])
    energy = 0.0
    for day, points, effort in found:
        blocks[day][points < 0] += abs(points)
        energy += effort * 2 ** (-(as_of - day).days / 60)
    p = n = 0.0
    for day, (bp, bn) in blocks.items():
        total = bp + bn
        if not total:
            continue
        newer = sum(min(sum(b), 10) for other, b in blocks.items() if other > day)
        fresh = 70 * (1 - math.exp(-min(total, 10) / 70)) / total
        left = fresh * 2 ** (-(as_of - day).days / 240) * math.exp(-newer / 70)
        p += left * bp
        n += left * bn
    return p, n, energy


def z_value(found: Iterable[tuple[date, float, float]], as_of: date) -> tuple[float, ...]:
    """Section 6.1 as sums over the evidence: z, FP + FN, UP + UN."""
    blocks: dict[date, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for day, points, _ in found:
        blocks[day][points < 0] += abs(points)
    fp = fn = fv = sp = sn = 0.0
    for day, (bp, bn) in blocks.items():
        if not bp + bn:
            continue
        age = (as_of - day).days
        cap = min(1.0, 10 / (bp + bn))
        fp += bp * cap * 2 ** (-age / 45)
        fn += bn * cap * 2 ** (-age / 45)
        fv += ((bp + bn) * cap) ** 2 * 2 ** (-age / 22.5)
        sp += bp * cap * 2 ** (-age / 240)
        sn += bn * cap * 2 ** (-age / 240)
    up, un = max(0.0, sp - fp), max(0.0, sn - fn)
    b = (up - un) / (up + un + 6)
    return (fp - fn - b * (fp + fn)) / math.sqrt(fv + 4), fp + fn, up + un


def plain(records: Sequence[Record], as_of: date, absences: Sequence[Absence] = ()) -> Plain:
    """Everything as of a day; labels replayed over every single day since the first record."""
    found = evidence(records, as_of, absences)
    known, side, active = False, "in_between", False
    cooling = crossed = None
    was_for = False
    day = min((when for when, _, _ in found), default=as_of)
    while day <= as_of:
        for part in (
            [one for one in found if one[0] < day],
            [one for one in found if one[0] <= day],
        ):
            p, n, energy = counts(part, day)
            s = (p - n) / (p + n + 6)
            known = p + n >= (7.2 if known else 12)
            active = energy >= (3 if active else 5)
            if s >= (0.18 if side == "supportive" else 1 / 3):
                side = "supportive"
            elif s <= (-0.05 if side == "opposing" else -0.2):
                side = "opposing"
            else:
                side = "in_between"
        if any(when == day and points for when, points, _ in found):
            sofar = [one for one in found if one[0] <= day]
            z, recent, usual = z_value(sofar, day)
            p, n, _ = counts(sofar, day)
            chance = 0.5 * math.erfc(-(p - n) / math.sqrt(3 * (p + n + 6)) / math.sqrt(2))
            if z > -0.54:
                cooling = crossed = None
            elif cooling is None and z <= -1.8 and recent >= 6 and usual >= 12:
                cooling = day
            if p + n >= 12 and chance >= 0.8:
                was_for = True
            elif p + n >= 12 and chance <= 0.35 and was_for:
                was_for = False
                crossed = day if z <= -0.54 else None
        day += timedelta(days=1)
    p, n, energy = counts(found, as_of)
    z = z_value(found, as_of)[0]
    alarm = ("crossed_over", crossed) if crossed else ("cooling", cooling) if cooling else None
    return Plain(
        p,
        n,
        energy,
        known,
        side,
        active,
        z,
        alarm if alarm and z <= -0.54 else None,
    )
