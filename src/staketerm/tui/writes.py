"""What the screens have the journal do.

Each is a question whose answer is the receipt of one unit of work. The requests are checked in the
journal's own thread, where pydantic and the database layer are loaded.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from staketerm.domain.capture.captured import Captured
    from staketerm.domain.nurture.acts import Proposal
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt

    Writes = Callable[[Journal], Receipt]

Values = Mapping[str, Any]
"""The fields of a request, by name."""


def log_signal(values: Values) -> "Writes":
    """Log one act of one stakeholder."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture
        from staketerm.journal.requests import LogSignal

        return capture.log_signal(journal, LogSignal(**values))

    return write


def log_signals(several: Iterable[Values]) -> "Writes":
    """Log the acts of several stakeholders in one batch."""
    told = tuple(several)

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture
        from staketerm.journal.requests import LogSignal

        return capture.log_signals(journal, [LogSignal(**values) for values in told])

    return write


def captured(told: "Captured") -> "Writes":
    """Write what one line of capture says."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.lines import write_down

        return write_down(journal, told)

    return write


def log_meeting(values: Values, attendees: Iterable[Values]) -> "Writes":
    """Log a meeting: who came, what each did, what was promised."""
    came = tuple(attendees)

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture
        from staketerm.journal.requests import Attendee, LogMeeting, Promise

        return capture.log_meeting(
            journal,
            LogMeeting(
                **values,
                attendees=tuple(
                    Attendee(
                        **{
                            **attendee,
                            "promises": tuple(Promise(**one) for one in attendee["promises"]),
                        }
                    )
                    for attendee in came
                ),
            ),
        )

    return write


def write_note(values: Values) -> "Writes":
    """Write something down."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture
        from staketerm.journal.requests import WriteNote

        return capture.write_note(journal, WriteNote(**values))

    return write


def edit_note(entry: str, text: str, title: str | None) -> "Writes":
    """Change what was written down."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture

        return capture.edit_note(journal, entry, text, title)

    return write


def correct_signal(signal: str, values: Values) -> "Writes":
    """Change a signal: its kind, day, strength, note."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture

        return capture.correct_signal(journal, signal, **values)

    return write


def leave_out(signal: str, out: bool) -> "Writes":
    """Let a signal count no longer, or again."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture

        return capture.leave_out(journal, signal, out)

    return write


def leave_out_occasion(entry: str, out: bool) -> "Writes":
    """Let all signals of a meeting, call or report count no longer, or again."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import occasions

        return occasions.leave_out(journal, occasions.Meeting(entry), out).receipt

    return write


def leave_out_change(batch: str) -> "Writes":
    """Let all signals of a change count no longer, or again where none of them counts."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import occasions

        return occasions.turn(journal, occasions.Together(batch)).receipt

    return write


def delete(table: str, row: str) -> "Writes":
    """Delete one thing that was told, or somebody; undo brings it back."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import capture, ledger
        from staketerm.journal.positions import judging
        from staketerm.journal.stakeholders import absences, people

        match table:
            case "ask" | "agreement":
                return ledger.delete_item(journal, table, row)
            case "judgement":
                return judging.take_back_judgement(journal, row)
            case "absence":
                return absences.delete_absence(journal, row)
            case "stakeholder":
                return people.delete_stakeholder(journal, row)
            case _:
                return capture.delete_row(journal, table, row)

    return write


def ask(values: Values) -> "Writes":
    """Open an ask."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import ledger
        from staketerm.journal.requests import AskFor

        return ledger.ask(journal, AskFor(**values))

    return write


def agree(values: Values) -> "Writes":
    """Write down a promise, theirs or mine."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import ledger
        from staketerm.journal.requests import Agree

        return ledger.agree(journal, Agree(**values))

    return write


def close_item(table: str, row: str, outcome: str, on: date, intensity: float = 1.0) -> "Writes":
    """Say what came of an ask or agreement, weak, normal or strong."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal import ledger

        if table == "ask":
            return ledger.answer(journal, row, on, outcome=outcome, intensity=intensity)
        return ledger.settle(journal, row, outcome, on, intensity=intensity)

    return write


def add_stakeholder(values: Values) -> "Writes":
    """Somebody new."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.requests import AddStakeholder
        from staketerm.journal.stakeholders import people

        return people.add_stakeholder(journal, AddStakeholder(**values))

    return write


def edit_stakeholder(values: Values, away: Values | None = None) -> "Writes":
    """Change what is known of somebody; with `away` a period besides."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.requests import AwayFrom, EditStakeholder
        from staketerm.journal.stakeholders import absences, people

        request = EditStakeholder(**values)
        if away is not None:
            absences.add_absence(journal, AwayFrom(**away))
        return people.edit_stakeholder(journal, request)

    return write


def tag(stakeholders: Iterable[str], *, add: str = "", drop: str = "") -> "Writes":
    """Put a tag on stakeholders, or take one off."""
    who = tuple(stakeholders)

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.stakeholders import people

        return people.tag(journal, who, add=add, drop=drop)

    return write


def judge(values: Values) -> "Writes":
    """My own judgement of a position."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.positions import judging
        from staketerm.journal.requests import Judge

        return judging.judge(journal, Judge(**values))

    return write


def lists_follow(wanted: str) -> "Writes":
    """Have lists follow behaviour or judgement."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.positions.lists_follow import follow

        return follow(journal, wanted)

    return write


def add_absence(values: Values) -> "Writes":
    """A period in which somebody is away."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.requests import AwayFrom
        from staketerm.journal.stakeholders import absences

        return absences.add_absence(journal, AwayFrom(**values))

    return write


def say_consent(values: Values) -> "Writes":
    """One word on carrying news to others."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.nurture import consents
        from staketerm.journal.requests import SayConsent

        return consents.say_consent(journal, SayConsent(**values))

    return write


def act_done(act: "Proposal", outcome: str | None) -> "Writes":
    """An act is done, and what came of it; the receipt tells when the next of its kind is."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.nurture import queue

        return queue.done(journal, act, outcome)

    return write


def say_updates(stakeholder: str, project: str | None, answer: str) -> "Writes":
    """What somebody says about extra updates."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.nurture import updates

        return updates.say_updates(journal, stakeholder, answer, project=project)

    return write


def act_skipped(act: "Proposal", why: str) -> "Writes":
    """An act is left out, for a reason."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.nurture import decisions

        return decisions.skip(journal, act, why)

    return write


def act_brought_back(act: "Proposal") -> "Writes":
    """A snoozed act is taken up now."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.nurture import decisions

        return decisions.bring_back(journal, act)

    return write


def act_snoozed(act: "Proposal", until: date) -> "Writes":
    """An act rests until a day."""

    def write(journal: "Journal") -> "Receipt":
        from staketerm.journal.nurture import decisions

        return decisions.snooze(journal, act, until)

    return write
