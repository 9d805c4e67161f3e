"""What called for an act, and what stands open between the two of you (P4, P17 to P20)."""

import re
from collections.abc import Iterator

from staketerm.domain.drafts.facts import Fact
from staketerm.domain.drafts.telling import Teller, Told, joined, note_of, sentence
from staketerm.domain.text import fold, plain_line

TELLING = 6
"""From so many letters on a word says what a text is about."""


def risk(teller: Teller) -> Iterator[Told]:
    """The risk."""
    for row in _occasion(teller, "risk"):
        yield Told(sentence(row.headline), row.ref)


def avoid(teller: Teller) -> Iterator[Told]:
    """How it can be avoided."""
    for row in _occasion(teller, "risk"):
        yield Told(sentence(row.more), row.ref)


def help(teller: Teller) -> Iterator[Told]:
    """How the reader can help."""
    for row in _occasion(teller, "risk"):
        yield Told(sentence(note_of(row, "helper")), row.ref)


def due_on(teller: Teller) -> Iterator[Told]:
    """The day of it: until when a risk can be avoided, on which a plan or promise is due."""
    for row in _occasion(teller, "risk", "plan", "milestone", "agreement"):
        if row.due is not None:
            yield Told(teller.day(row.due), row.ref)


def until(teller: Teller) -> Iterator[Told]:
    """That day where it is still to come."""
    row = teller.facts.called_for_by
    if row is not None and row.due is not None and row.due >= teller.facts.today:
        yield from due_on(teller)


def success(teller: Teller) -> Iterator[Told]:
    """The success."""
    for row in _occasion(teller, "success", "milestone", "decision"):
        yield Told(joined(row.headline, row.more), row.ref)


def deed(teller: Teller) -> Iterator[Told]:
    """What the reader did: for a success, or as a signal."""
    row = teller.facts.called_for_by
    if row is None:
        return
    if row.table == "signal":
        yield Told(teller.words.deeds.get(row.kind, teller.words.deed), row.ref)
    elif row.kind in ("success", "milestone", "decision"):
        yield Told(sentence(note_of(row, "contributor")), row.ref)


def deed_note(teller: Teller) -> Iterator[Told]:
    """What is known of that besides."""
    row = teller.facts.called_for_by
    if row is not None and row.table == "signal":
        yield Told(sentence(row.text), row.ref)


def others(teller: Teller) -> Iterator[Told]:
    """Who else contributed."""
    for row in _occasion(teller, "success", "milestone", "decision"):
        names = [h.name for h in row.hands if h.role == "contributor" and not h.reader]
        yield Told(teller.listed(names), row.ref)


def plan(teller: Teller) -> Iterator[Told]:
    """The plan that advice is asked on."""
    for row in _occasion(teller, "plan", "milestone", "decision", "risk"):
        yield Told(joined(row.headline, row.more), row.ref)


def why_you(teller: Teller) -> Iterator[Told]:
    """Why the reader is asked: their part in the plan, advice they gave, or their work."""
    row = teller.facts.called_for_by
    if row is not None and (note := note_of(row, "contributor", "helper")):
        yield Told(f'"{sentence(note)}"', row.ref)
        return
    for ask in teller.facts.of_table("ask"):
        if ask.kind == "advice" and ask.by == "me" and ask.outcome == "given" and ask.text:
            yield Told(teller.words.advised.format(text=sentence(ask.text)), ask.ref)
            return
    if job := plain_line(teller.facts.job):
        yield Told(teller.words.job.format(job=job))


def advice(teller: Teller) -> Iterator[Told]:
    """What the advice was about."""
    row = teller.facts.called_for_by
    if row is not None and row.table in ("ask", "signal"):
        yield Told(sentence(row.text), row.ref)


def advised_on(teller: Teller) -> Iterator[Told]:
    """The day it was given."""
    row = teller.facts.called_for_by
    if row is not None and row.table in ("ask", "signal"):
        yield Told(teller.day(row.closed_on or row.day), row.ref)


def came_of_it(teller: Teller) -> Iterator[Told]:
    """What happened since the advice. Taken is what names the reader or speaks of the same thing;
    whether the rest came of it, whoever writes has to say."""
    row = teller.facts.called_for_by
    since = (row.closed_on or row.day) if row is not None else teller.facts.since
    rows = [
        each
        for each in teller.facts.of_table("entry")
        if each.day >= since and each.kind in ("success", "decision", "plan", "milestone")
    ]
    subject = _telling_words(row.text) if row is not None else frozenset()
    for each in rows:
        akin = subject & _telling_words(f"{each.title} {each.text}")
        taken = each.reader_made or bool(akin)
        yield Told(joined(each.headline, each.more), each.ref, taken)


def ask(teller: Teller) -> Iterator[Told]:
    """What was asked."""
    row = teller.facts.called_for_by
    if row is not None and row.table == "ask":
        yield Told(sentence(row.text), row.ref)


def asked_on(teller: Teller) -> Iterator[Told]:
    """The day of it."""
    row = teller.facts.called_for_by
    if row is not None and row.table == "ask":
        yield Told(teller.day(row.day), row.ref)


def promise(teller: Teller) -> Iterator[Told]:
    """What was promised."""
    for row in _occasion(teller, "agreement"):
        yield Told(sentence(row.text), row.ref)


def promised_on(teller: Teller) -> Iterator[Told]:
    """The day of it."""
    for row in _occasion(teller, "agreement"):
        yield Told(teller.day(row.day), row.ref)


def my_promises(teller: Teller) -> Iterator[Told]:
    """What I promised and have not done yet."""
    return _promises(teller, "me")


def their_promises(teller: Teller) -> Iterator[Told]:
    """What they promised and have not done yet."""
    return _promises(teller, "them")


def my_asks(teller: Teller) -> Iterator[Told]:
    """What I asked and they have not answered yet."""
    return _asks(teller, "me")


def their_asks(teller: Teller) -> Iterator[Told]:
    """What they asked and I have not answered yet."""
    return _asks(teller, "them")


def _telling_words(text: str) -> frozenset[str]:
    """The words of a text that are long enough to say what it is about, folded."""
    return frozenset(word for word in re.findall(r"\w+", fold(text)) if len(word) >= TELLING)


def _occasion(teller: Teller, *kinds: str) -> Iterator[Fact]:
    row = teller.facts.called_for_by
    if row is not None and row.kind in kinds:
        yield row


def _promises(teller: Teller, by: str) -> Iterator[Told]:
    for row in teller.facts.of_table("agreement"):
        if row.by == by and row.closed_on is None:
            yield Told(sentence(teller.dated(row.text, row)), row.ref)


def _asks(teller: Teller, by: str) -> Iterator[Told]:
    for row in teller.facts.of_table("ask"):
        if row.by == by and row.outcome is None and row.text:
            yield Told(sentence(row.text), row.ref)
