"""Tags: a word puts one on, a word with a minus takes one off (screens 2, `t`)."""

from typing import TYPE_CHECKING

from staketerm.locale import _, ngettext
from staketerm.tui import writes
from staketerm.tui.dialogs import questions
from staketerm.tui.notices import Named, Private
from staketerm.tui.screens.frame import Frame, Subject

if TYPE_CHECKING:
    from staketerm.journal.stakeholders.page import Profile


def ask_for_tags(here: Frame) -> None:
    """Ask on the message line; the question names the tags that are there."""
    subjects = here.subjects
    if len(subjects) > 1:
        said = ngettext("tag for {n} person", "tag for {n} people", len(subjects))
        _ask(here, subjects, said.format(n=len(subjects)))
        return
    here.ask(
        questions.profile(subjects[0].id, subjects[0].project),
        lambda known: _ask(here, subjects, _question(here, known)),
        group="profile",
    )


def _question(here: Frame, known: "Profile") -> str:
    from staketerm.tui.program import program

    veil = program(here).outlook.veil
    there = ", ".join(veil.text(tag) for tag in known.tags)
    return _("tag ({tags}; -tag takes off)").format(tags=there) if there else _("tag")


def _ask(here: Frame, subjects: tuple[Subject, ...], question: str) -> None:
    def tagged(text: str) -> None:
        word = text.strip()
        off = word.startswith("-")
        word = word.removeprefix("-").strip()
        if not word:
            return
        who = subjects[0]
        more = _(" and {n} more").format(n=len(subjects) - 1) if len(subjects) > 1 else ""
        done = _("tag {sign}").format(sign="-" if off else "+")
        here.write(
            writes.tag([one.id for one in subjects], **{"drop" if off else "add": word}),
            Named(who.id, who.name, who.kind),
            f"{more}: {done}",
            Private(word),
            ".",
        )

    here.prompt(question, tagged)
