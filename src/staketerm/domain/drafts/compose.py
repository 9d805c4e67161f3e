"""Writing a draft: a template filled from facts, with the rows it was written from."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from staketerm.domain.drafts import occasion, update
from staketerm.domain.drafts.facts import Draft, Facts, Source
from staketerm.domain.drafts.telling import Teller, Told, sentence
from staketerm.domain.drafts.template import Template, fill
from staketerm.domain.drafts.words import Words
from staketerm.domain.text import plain_line

ROWS: Mapping[str, Callable[[Teller], Iterator[Told]]] = MappingProxyType(
    {
        "done": update.done,
        "planned": update.planned,
        "steps": update.steps,
        "news": update.news,
        "next_step": update.next_step,
        "risk": occasion.risk,
        "avoid": occasion.avoid,
        "help": occasion.help,
        "due_on": occasion.due_on,
        "until": occasion.until,
        "success": occasion.success,
        "deed": occasion.deed,
        "deed_note": occasion.deed_note,
        "others": occasion.others,
        "plan": occasion.plan,
        "why_you": occasion.why_you,
        "advice": occasion.advice,
        "advised_on": occasion.advised_on,
        "came_of_it": occasion.came_of_it,
        "ask": occasion.ask,
        "asked_on": occasion.asked_on,
        "promise": occasion.promise,
        "promised_on": occasion.promised_on,
        "my_promises": occasion.my_promises,
        "their_promises": occasion.their_promises,
        "my_asks": occasion.my_asks,
        "their_asks": occasion.their_asks,
    }
)
"""The placeholders that are written from rows."""

CROWDED = frozenset({"done", "planned", "steps"})
"""Those of which only the first few are taken by themselves."""

AT_FIRST = 5
"""How many rows each of those takes by itself; the others can be taken by hand."""

LIST = "_list"
"""What the name of a placeholder ends with that gives its rows as a list, one a line."""

PLAIN = (
    "greeting",
    "name",
    "first_name",
    "project",
    "today",
    "scope",
    "about",
    "updates",
    "useful",
)
"""The placeholders that are written from no row."""

PLACEHOLDERS = frozenset(PLAIN) | ROWS.keys() | {name + LIST for name in ROWS}
"""Every placeholder that a template may hold."""


def compose(facts: Facts, template: Template, language: str, turned: Collection[str] = ()) -> Draft:
    """The draft of a template. `turned` names the rows, by `ref`, that are left out although they
    would be taken, or taken although they would not."""
    teller = Teller(facts, language)
    told = {
        name: _taken_at_first(name, list(ROWS[_row_name(name)](teller)))
        for name in template.names
        if name not in PLAIN
    }
    sources = _sources(facts, told, turned)
    kept = {source.ref for source in sources if source.taken}
    values = _plain_values(facts, teller) | {
        name: _value(name, [each for each in rows if not each.ref or each.ref in kept])
        for name, rows in told.items()
    }
    subject, text = fill(template, values, several=facts.several)
    return Draft(subject, text, language, sources)


def _row_name(name: str) -> str:
    return name if name in ROWS else name.removesuffix(LIST)


def _taken_at_first(name: str, rows: Sequence[Told]) -> Sequence[Told]:
    """The rows of a placeholder, without those that would make it too long."""
    if _row_name(name) not in CROWDED:
        return rows
    return [
        each if place < AT_FIRST else replace(each, taken=False) for place, each in enumerate(rows)
    ]


def _sources(
    facts: Facts, told: Mapping[str, Sequence[Told]], turned: Collection[str]
) -> tuple[Source, ...]:
    """The rows that the text is or may be written from, in the order in which it tells them."""
    rows = {row.ref: row for row in facts.rows}
    found: dict[str, Source] = {}
    for each in chain.from_iterable(told.values()):
        row = rows.get(each.ref)
        if row is None or not each.text:
            continue
        before = found.get(each.ref)
        taken = each.taken or (before is not None and before.taken)
        text = plain_line(row.headline) or each.text
        found[each.ref] = Source(each.ref, row.kind, row.day, text, taken)
    return tuple(replace(one, taken=one.taken != (one.ref in turned)) for one in found.values())


def _value(name: str, rows: Sequence[Told]) -> str:
    texts = [each.text for each in rows if each.text]
    if name not in ROWS:
        return "\n".join(f"- {text}" for text in texts)
    return " ".join(texts)


def _plain_values(facts: Facts, teller: Teller) -> dict[str, str]:
    first = _first_name(facts)
    words = teller.words
    return {
        "greeting": words.greeting.format(name=first) if first else words.greeting_all,
        "name": plain_line(facts.name),
        "first_name": first or plain_line(facts.name),
        "project": plain_line(facts.project),
        "today": teller.day(facts.today),
        "scope": sentence(facts.scope),
        "about": teller.listed(facts.others),
        "updates": _updates(facts.updates, words),
        "useful": words.useful if facts.usefulness else "",
    }


def _updates(many: int, words: Words) -> str:
    if many < 2:
        return words.one_update if many else ""
    return words.updates.format(n=many)


def _first_name(facts: Facts) -> str:
    """How a person is addressed: by the first word of the name, by all of it where that is an
    initial; empty for whoever is no person."""
    if facts.several:
        return ""
    name = plain_line(facts.name)
    first = name.split(" ", 1)[0]
    return name if first.endswith(".") else first
