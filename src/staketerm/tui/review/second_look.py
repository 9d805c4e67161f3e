"""Review: words against deeds, blocking, thin evidence, hearsay and guesses that have gone old."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from staketerm.domain.catalogue import CATALOGUE
from staketerm.domain.phrases import decimal, short_day
from staketerm.domain.thin import would_place
from staketerm.locale import N_, _
from staketerm.tui.drawing.act_words import capital
from staketerm.tui.drawing.lines import Ink, Line, fit
from staketerm.tui.drawing.words import word
from staketerm.tui.review.about import dated, name, position, subject_of, told
from staketerm.tui.review.section import Pencil, ReviewSection, Scope, Source
from staketerm.tui.screens.subject import Subject

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.positions.second_look import Noticed, Old, SecondLook
    from staketerm.journal.stakeholders.person_row import PersonRow
    from staketerm.tui.questions import Question


def second_look(scope: Scope) -> "Question[SecondLook]":
    """What deserves a second look."""

    def answer(journal: "Journal") -> "SecondLook":
        from staketerm.journal.positions.second_look import second_look as found

        return found(journal, scope.project, scope.as_of)

    return answer


class _SecondLook(ReviewSection):
    """A section whose rows have the `row` of a person on the list."""

    @property
    def source(self) -> Source:
        """One answer for all of these sections."""
        return second_look

    def subject(self, row: Any) -> Subject:
        """Whom it is about."""
        return subject_of(row.row)


class _Noticed(_SecondLook):
    """A section whose rows say besides what was noticed."""

    def lines(self, row: "Noticed", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, where they stand, and what was noticed."""
        head = fit((name(row.row, pencil), position(row.row, pencil)), cells, pencil.look.ellipsis)
        return [head, *told(f"{capital(row.told)}.", cells)]


class Gaps(_Noticed):
    """Whose words and deeds contradict each other."""

    id = "gaps"
    heading = N_("words and deeds")
    title = N_("words that deeds contradict")
    nothing = N_("Nobody's deeds contradict their words.")

    def rows(self, found: "SecondLook") -> "Sequence[Noticed]":
        """Who says yes and does no, or grumbles and delivers."""
        return found.gaps


class Blocking(_Noticed):
    """Who keeps blocking."""

    id = "blocking"
    heading = N_("blocking")
    title = N_("three blocking acts or more in 90 days")
    nothing = N_("Nobody keeps blocking.")

    def rows(self, found: "SecondLook") -> "Sequence[Noticed]":
        """Them, with the acts."""
        return found.blocking


class Thin(_SecondLook):
    """Of whom too little is known."""

    id = "thin"
    heading = N_("thin evidence")
    title = N_("too little to place yet")
    nothing = N_("Everybody of whom something is logged has a place.")

    def rows(self, found: "SecondLook") -> "Sequence[PersonRow]":
        """The highest impact first, then whoever is nearest to a place."""
        return found.thin

    def subject(self, row: Any) -> Subject:
        """Who."""
        return subject_of(row)

    def lines(self, row: "PersonRow", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, how much is known, and how many observations are missing."""
        said = _("{n} points so far. {more}").format(
            n=decimal(row.evidence), more=would_place(row.more_to_place)
        )
        if row.impact:
            said = f"{_('impact {word}').format(word=word(row.impact))}. {said}"
        head = fit((name(row, pencil), position(row, pencil)), cells, pencil.look.ellipsis)
        return [head, *told(said, cells)]


class Hearsay(_SecondLook):
    """What was heard, or judged without deeds, and never borne out since."""

    id = "hearsay"
    heading = N_("heard or guessed")
    title = N_("heard or guessed more than 90 days ago, and never seen")
    nothing = N_("Nothing rests on old hearsay or guesses.")

    def rows(self, found: "SecondLook") -> "Sequence[Old]":
        """Whoever did nothing since that bears it out."""
        return found.old

    def lines(self, row: "Old", pencil: Pencil, cells: int) -> Sequence[Line]:
        """Who, what was heard with its day, and the judgement that rests on nothing."""
        head = fit((name(row.row, pencil), position(row.row, pencil)), cells, pencil.look.ellipsis)
        lines: list[Line] = [head]
        for one in row.heard:
            said = CATALOGUE[one.kind].label
            if one.note:
                said = f"{said}: {pencil.veil.text(one.note)}"
            day = short_day(one.on, pencil.day)
            lines.append(dated(day, said, cells, pencil.look.ellipsis))
        if row.judged_on is not None and row.row.judgement is not None:
            said = _("your judgement of {day}, {position}, rests on nothing that was done").format(
                day=short_day(row.judged_on, pencil.day), position=word(row.row.judgement)
            )
            lines += told(capital(said) + ".", cells, Ink.PLAIN)
        return lines
