"""What is said of rows that stayed outside, and of people whom a colleague erased and who stay."""

from staketerm.exchange.sync.taking import Taken
from staketerm.journal.opening import Journal
from staketerm.locale import _, ngettext
from staketerm.store.records import Stakeholder


def told_outside(journal: Journal, taken: Taken) -> list[str]:
    """Sentences on what did not come in of a colleague's files, and what they could not erase."""
    said = []
    if taken.left_out:
        said.append(
            ngettext(
                "{n} row of {person} was left out: it is about somebody or something of yours that "
                "is not in the share.",
                "{n} rows of {person} were left out: they are about somebody or something of yours "
                "that is not in the share.",
                taken.left_out,
            ).format(n=taken.left_out, person=taken.person)
        )
    rule = _(
        "{person} has a kind '{kind}' too, and tells it otherwise. Yours counts here, theirs there."
    )
    said += [rule.format(person=taken.person, kind=label) for label in taken.otherwise]
    with journal.read() as reader:
        found = (reader.get(Stakeholder, who) for who in taken.kept)
        kept = [row for row in found if row is not None]
    rule = _(
        "{person} erased {name}. What you have of them that is not shared is still here: "
        "`staketerm erase {handle}`."
    )
    said += [rule.format(person=taken.person, name=row.name, handle=row.handle) for row in kept]
    return said
