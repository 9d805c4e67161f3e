"""The parts of a status update, row by row (P15)."""

from collections.abc import Iterator

from staketerm.domain.drafts.facts import Fact
from staketerm.domain.drafts.telling import Teller, Told, joined, open_end, sentence


def done(teller: Teller) -> Iterator[Told]:
    """What has come about since the last update."""
    for row in _since(teller):
        if row.kind in ("success", "decision") or _reached(row):
            yield _news(teller, row, _done_text(teller, row))
        elif row.kind == "risk" and row.outcome == "averted":
            yield _news(teller, row, teller.words.averted.format(text=sentence(row.headline)))


def planned(teller: Teller) -> Iterator[Told]:
    """What is still to come, the nearest day first; a plan of before stays one."""
    for row in sorted(
        filter(_to_come, teller.facts.of_table("entry")),
        key=lambda row: (_stale(teller, row), row.due is None, row.due or row.day, row.ref),
    ):
        text = joined(teller.dated(row.headline, row), row.more)
        yield Told(text, row.ref, taken=not _stale(teller, row))


def steps(teller: Teller) -> Iterator[Told]:
    """Risks and setbacks, each with what is done about it."""
    for row in teller.facts.of_table("entry"):
        if row.kind == "setback" and row.day >= teller.facts.since:
            yield _news(teller, row, joined(row.headline, row.more))
        elif row.kind == "risk" and row.outcome == "happened" and _is_news(teller, row):
            text = teller.words.happened.format(text=joined(row.headline, row.more))
            yield _news(teller, row, text)
        elif row.kind == "risk" and row.outcome is None:
            yield Told(joined(row.headline, row.more), row.ref, taken=not _stale(teller, row))


def news(teller: Teller) -> Iterator[Told]:
    """One thing worth telling, in a line: what the act rests on, else the newest success."""
    rests = teller.facts.rests
    rows = [
        row
        for row in teller.facts.of_table("entry")
        if row.ref in rests
        or (row.kind in ("success", "decision", "milestone") and _is_news(teller, row))
    ]
    rows.sort(key=lambda row: (row.ref not in rests, row.kind != "success"))
    for place, row in enumerate(rows):
        yield Told(sentence(row.headline), row.ref, taken=place == 0)


def next_step(teller: Teller) -> Iterator[Told]:
    """What comes next, in one line."""
    for place, told in enumerate(planned(teller)):
        yield Told(told.text, told.ref, taken=told.taken and place == 0)


def _since(teller: Teller) -> Iterator[Fact]:
    """Entries told, or ended, since the last update."""
    return (row for row in teller.facts.of_table("entry") if _is_news(teller, row))


def _is_news(teller: Teller, row: Fact) -> bool:
    return (row.closed_on or row.day) >= teller.facts.since


def _news(teller: Teller, row: Fact, text: str) -> Told:
    """Something new; what is of the very day of the last update was perhaps in it."""
    day = row.closed_on or row.day
    return Told(text, row.ref, taken=day > teller.facts.since)


def _stale(teller: Teller, row: Fact) -> bool:
    """Whether an open row of before the last update has no day to come: whoever writes decides."""
    ahead = row.due is not None and row.due >= teller.facts.today
    return row.day < teller.facts.since and not ahead


def _to_come(row: Fact) -> bool:
    return row.kind in ("plan", "milestone") and row.outcome is None and not _reached(row)


def _done_text(teller: Teller, row: Fact) -> str:
    text = row.headline
    if row.kind in ("decision", "milestone"):
        text = f"{open_end(text)} ({teller.day(row.closed_on or row.day)})"
    return joined(text, row.more, _thanks(teller, row))


def _thanks(teller: Teller, row: Fact) -> str:
    if row.kind not in ("success", "milestone"):
        return ""
    names = [
        (teller.words.you if hand.reader else hand.name)
        + (f" ({open_end(hand.note)})" if hand.note else "")
        for hand in row.hands
        if hand.role == "contributor"
    ]
    return teller.words.thanks.format(names=teller.listed(names)) if names else ""


def _reached(row: Fact) -> bool:
    """A milestone that was reached, or a plan that was carried out. A milestone without a day to
    come was told when it was there."""
    if row.kind == "milestone":
        return row.outcome == "done" or (row.outcome is None and row.due is None)
    return row.kind == "plan" and row.outcome == "done"
