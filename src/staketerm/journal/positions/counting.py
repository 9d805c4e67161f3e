"""Which signals count: each act once, also where two colleagues logged it."""

from sqlalchemy import ColumnElement, and_, exists, false, or_

from staketerm.store import tables

_SIGNAL = tables.signal.c
_KEPT = tables.signal.alias("kept").c

DOUBLES: ColumnElement[bool] = and_(
    _SIGNAL.doubles.is_not(None),
    exists().where(_KEPT.id == _SIGNAL.doubles, _KEPT.deleted.is_(None)).correlate(tables.signal),
)
"""Whether a signal says what another one says that is still there: deleting that one brings this
one back."""

COUNTS: ColumnElement[bool] = and_(
    _SIGNAL.ignored.is_(false()), or_(_SIGNAL.doubles.is_(None), ~DOUBLES)
)
"""Whether a signal that is not deleted counts: it is not left out, and doubles no other."""
