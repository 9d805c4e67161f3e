"""Made-up histories of one stakeholder, drawn by hypothesis."""

from datetime import date, timedelta

from hypothesis import strategies as st

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.signals import Origin, Record

START = date(2025, 1, 1)
"""The day on which every made-up history begins at the earliest."""

ACTS = sorted(kind.id for kind in CATALOGUE.values() if kind.origin is not Origin.MINE)
ANSWERS = {
    "mail_sent": "mail_answered",
    "advice_asked": "advice_given",
    "invitation": "active_in_meeting",
    "agreement_made": "agreement_kept",
}


def after(days: int) -> date:
    """The day that many days after the beginning."""
    return START + timedelta(days=days)


@st.composite
def histories(draw: st.DrawFn, days: int = 400, most: int = 14) -> list[Record]:
    """Acts of all kinds, weak and strong, and questions with or without an answer."""
    when = st.integers(0, days)
    acts = draw(
        st.lists(
            st.builds(
                Record,
                when.map(after),
                st.sampled_from(ACTS),
                intensity=st.sampled_from([0.5, 1.0, 1.0, 1.5]),
            ),
            max_size=most,
        )
    )
    asked = draw(st.lists(st.tuples(when, st.sampled_from(sorted(ANSWERS))), max_size=most // 3))
    for number, (day, kind) in enumerate(asked):
        acts.append(Record(after(day), kind, id=f"q{number}"))
        if (delay := draw(st.none() | st.integers(0, 60))) is not None:
            acts.append(Record(after(day + delay), ANSWERS[kind], re=f"q{number}"))
    return acts


def absences(days: int = 400) -> st.SearchStrategy[list[tuple[date, date]]]:
    """Up to three times away, overlapping or not."""
    away = st.tuples(st.integers(0, days), st.integers(0, 40))
    return st.lists(away.map(lambda one: (after(one[0]), after(sum(one)))), max_size=3)
