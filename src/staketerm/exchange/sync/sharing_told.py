"""What is said before a project is shared: the same on the command line and on the screen."""

from collections.abc import Collection, Iterator

from staketerm.exchange.sync.sharing import Offer
from staketerm.locale import _, ngettext


def would_stop(name: str) -> str:
    """What giving nothing of a project any more means."""
    said = _(
        "Nothing of {name} goes out any more, whichever the folder. Colleagues keep what they have."
    )
    return said.format(name=name)


def would_share(told: Offer, also: Collection[str]) -> Iterator[str]:
    """What sharing a project gives to others, what stays, and what can no longer be taken back, in
    sentences; `also` is what one chose to share besides.
    """
    what = _("with notes") if told.sharing == "notes" else _("without notes")
    people = ngettext("{n} stakeholder", "{n} stakeholders", told.people).format(n=told.people)
    signals = ngettext("{n} signal", "{n} signals", told.signals).format(n=told.signals)
    entries = ngettext("{n} entry", "{n} entries", told.entries).format(n=told.entries)
    yield _("{name} would be shared {what}: {people}, {signals}, {entries}.").format(
        name=told.name, what=what, people=people, signals=signals, entries=entries
    )
    if "judgements" in also:
        said = ngettext(
            "Your judgements too, as you chose: {n}.",
            "Your judgements too, as you chose: {n}.",
            told.judgements,
        )
        yield said.format(n=told.judgements)
    if "private" in also:
        said = ngettext(
            "What is private too, as you chose: {n} row. Private stakeholders stay here.",
            "What is private too, as you chose: {n} rows. Private stakeholders stay here.",
            told.private,
        )
        yield said.format(n=told.private)
    if not also:
        yield _("Private ones and judgements stay here.")
    elif "private" not in also:
        yield _("Private ones stay here.")
    elif "judgements" not in also:
        yield _("Judgements stay here.")
    if told.no_more:
        words = {
            "notes": _("notes"),
            "judgements": _("judgements"),
            "private": _("what is private"),
        }
        yield _("No longer given: {what}. Colleagues keep what they have.").format(
            what=", ".join(words[each] for each in told.no_more)
        )
    yield _("What colleagues have read cannot be taken back.")
