"""Every number of the position model, each with its meaning (inference.md, by section)."""

from typing import Final

# Section 2: taxonomy
GAP_WINDOW_DAYS: Final = 180  # how far back sayings count for "says yes, does no"
GAP_LEAST_SAYINGS: Final = 3  # fewer sayings are too few to compare with deeds
GAP_POLARITY: Final = 0.5  # mean polarity (-1..+1) from which the sayings point one way
LEADING_WINDOW_DAYS: Final = 180  # how far back championing acts count for SEAM "leading"
LEADING_LEAST_ACTS: Final = 2  # championing acts that make a supportive person "leading"

# P24: blocking is counted apart from the position
BLOCKING_WINDOW_DAYS: Final = 90  # how far back blocking acts count
BLOCKING_LEAST_ACTS: Final = 3  # blocking acts within that time that raise the flag

# Section 3: catalogue
LARGEST_POINTS: Final = 12.0  # bound on the points of a kind, either way
LARGEST_EFFORT: Final = 4.0  # bound on the effort of a kind: that of the costliest built-in ones
LARGEST_INTENSITY: Final = (
    2.0  # bound on the weighing of a single signal (screens offer 0.5, 1, 1.5)
)

# Section 4.2: memory
EVIDENCE_HALF_LIFE: Final = 240.0  # days in which evidence fades to half
MEMORY: Final = 70.0  # points that P and N together can hold
DAY_LIMIT: Final = 10.0  # points above which one day pushes older evidence out no further

# Section 4.3: read-outs
PRIOR: Final = 6.0  # points of doubt that pull the stance to 0
SPREAD: Final = 3.0  # scale of the uncertainty of the stance
EIGHTY_PERCENT: Final = 1.28  # half-width of the 80 % interval in standard deviations
LOW_CONFIDENCE: Final = 12.0  # points from which there is any confidence
FAIR_CONFIDENCE: Final = 25.0
GOOD_CONFIDENCE: Final = 45.0  # above this many points confidence is good
ENERGY_HALF_LIFE: Final = 60.0  # days in which effort fades to half
ACTIVE_FROM: Final = 5.0  # energy at which a passive person counts as active
PASSIVE_BELOW: Final = 3.0  # energy below which an active person counts as passive

# Section 4.4: labels with hysteresis
KNOWN_FROM: Final = 12.0  # points at which a person gets a label
ORDINARY_POINTS: Final = 3.0  # points of an ordinary deed: the median of the everyday kinds
UNKNOWN_BELOW: Final = 7.2  # points below which the label lapses
SUPPORTIVE_FROM: Final = 1 / 3  # stance: two points for against one
SUPPORTIVE_UNTIL: Final = 0.18  # stance below which supportive ends
OPPOSING_FROM: Final = -0.20  # stance: three points against for two
OPPOSING_UNTIL: Final = -0.05  # stance above which opposing ends

# Section 4.5: unanswered mail
SHORTEST_WAIT: Final = 5.0  # days that everybody gets to answer
SHORTEST_ANSWER: Final = 0.5  # days an answer on the same day took
WAIT_QUANTILE: Final = 1.65  # log-days from the median to the 95 % point of answering times
ASSUMED_ANSWERS: Final = 4  # pseudo-observations that pull the personal median
ASSUMED_ANSWER_DAYS: Final = 2.0  # ... to two days
LEAST_ANSWERS: Final = 3  # answers from which somebody has a usual time

# Section 4.6: the user's own judgement
DISAGREEMENT_DAYS: Final = 30  # days that judgement and behaviour differ before it is said

# Section 6.1: trend and drift alarm
FAST_HALF_LIFE: Final = 45.0  # days: what counts as "recent"
DRIFT_NOISE: Final = 4.0  # added to the variance, so that one small act is no trend
ALARM_AT: Final = -1.8  # z at or below which the alarm "cooling" goes off
REARM_ABOVE: Final = -0.54  # z above which the alarm ends and may go off anew
ALARM_LEAST_RECENT: Final = 6.0  # recent points without which there is no alarm
ALARM_LEAST_USUAL: Final = 12.0  # points of usual behaviour without which there is no alarm
ARROW_AT: Final = 1.2  # |z| from which the trend arrow leaves level
CROSSED_AT: Final = 0.35  # probability at or below which somebody has crossed over ...
CROSSED_FROM: Final = 0.80  # ... after it was at or above this
SLIDE_WINDOW_DAYS: Final = 90  # two fast half-lives: deeds the text of an alarm looks back over

# Section 7: silence, logging habits, nudges
CADENCE_DAYS: Final = {
    "high": 30,
    "medium": 60,
    "low": 90,
}  # latest days between contacts, by impact
IDEAL_SHARE: Final = 0.7  # ideal interval as a share of the latest one (21 of 30 days, screens S3)
HABIT_WINDOW_DAYS: Final = 365  # how far back logging habits are looked at
HABIT_LEAST_SIGNALS: Final = 20  # fewer signals say nothing about a habit
HABIT_LEAST_AGAINST: Final = 0.15  # share of signals against below which mostly good news is logged
HABIT_MOST_AGAINST: Final = 0.50  # ... above which mostly bad news is logged
HABIT_USUAL_AGAINST: Final = 0.30  # share of signals against in a mixed portfolio
