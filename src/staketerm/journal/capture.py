"""Taking in what happened: one signal, a meeting, a note. The only way in for people and files
alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import chain, repeat

from staketerm.domain.catalogue import offered
from staketerm.domain.errors import Ambiguous, NotFound, UsageError
from staketerm.domain.position import assess
from staketerm.domain.signals import Kind, Record
from staketerm.journal.ledger import (
    OpenItem,
    close_agreement,
    close_ask,
    items,
    open_agreement,
    open_ask,
    refuse_future,
)
from staketerm.journal.nurture.reports import report_commented_on
from staketerm.journal.opening import Journal, default_project
from staketerm.journal.positions.evidence import absences_of, impacts_of, records_of
from staketerm.journal.positions.model import model_on
from staketerm.journal.positions.odd_signals import remark
from staketerm.journal.receipt import Moved, Receipt
from staketerm.journal.requests import Agree, AskFor, Attendee, LogMeeting, LogSignal, WriteNote
from staketerm.journal.writing import Writing
from staketerm.locale import _
from staketerm.store.reader import Reader
from staketerm.store.records import About, Entry, Signal

CLOSES: Mapping[str, tuple[str, str, str]] = {
    "mail_answered": ("ask", "mail", "answered"),
    "advice_given": ("ask", "advice", "given"),
    "advice_refused": ("ask", "advice", "refused"),
    "agreement_kept": ("agreement", "agreement", "kept"),
    "agreement_late": ("agreement", "agreement", "late"),
    "agreement_broken": ("agreement", "agreement", "broken"),
}
"""Which open item a kind of signal ends, and with which outcome: (table, kind of item, outcome)."""

ASKS: Mapping[str, str] = {
    "mail_sent": "mail",
    "advice_asked": "advice",
    "invitation": "invitation",
}
"""The kinds of signal that are asks of mine, and the kind of ask they open."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a signal would do: the item it would close, and the position before and after."""

    closes: tuple[OpenItem, ...]
    moved: Moved


def log_signal(journal: Journal, request: LogSignal) -> Receipt:
    """Log one act or saying.

    An answer or an outcome ends the one open ask or agreement that it fits (one fact, one row);
    raises Ambiguous where several fit and none was named, UsageError for an unknown kind or a day
    still to come, NotFound for somebody who is not here. `odd_signals` has every such rule.
    """
    with journal.write("log") as writing:
        log(writing, request)
    return writing.receipt


def log_signals(journal: Journal, requests: Iterable[LogSignal]) -> Receipt:
    """Log the acts of several stakeholders, one batch. One that several open items would fit stands
    by itself.
    """
    with journal.write("log") as writing:
        for request in requests:
            _log_unasked(writing, request)
    return writing.receipt


def log(writing: Writing, request: LogSignal) -> None:
    """`log_signal` within a unit of work at hand."""
    refuse_future(request.day, writing.today)
    kind = known_kind(writing.work, request.kind, writing.today)
    project = request.project or default_project(writing.work).id
    writing.involve(request.stakeholder, project)
    if kind.id in ASKS:
        open_ask(writing, _as_ask(request, project))
    elif kind.id == "agreement_made" or (kind.id == "promised" and (request.due or request.note)):
        open_agreement(writing, _as_agreement(request, project))
    elif item := _closed_by(writing, request, project):
        _close(writing, request, item)
    else:
        remark(writing, kind, request.stakeholder, project, request.day)
        writing.put(_as_signal(writing, request, project))


def log_meeting(journal: Journal, request: LogMeeting) -> Receipt:
    """Log a meeting: who came, what each did, what was agreed; one batch."""
    with journal.write("meeting") as writing:
        refuse_future(request.day, writing.today)
        project = request.project or default_project(writing.work).id
        entry = Entry(
            id=writing.new_id(),
            kind=request.kind,
            day=request.day,
            project=project,
            title=request.title,
            text=request.text,
            private=False,
        )
        writing.put(entry)
        for attendee in request.attendees:
            _attend(writing, request, entry.id, project, attendee)
    return writing.receipt


def write_note(journal: Journal, request: WriteNote) -> Receipt:
    """Write something down, about nobody, somebody or several."""
    with journal.write("note") as writing:
        note(writing, request)
    return writing.receipt


def note(writing: Writing, request: WriteNote) -> str:
    """`write_note` within a unit of work at hand; the entry's id."""
    refuse_future(request.day, writing.today)
    entry = Entry(
        id=writing.new_id(),
        kind=request.kind,
        day=request.day,
        project=request.project,
        title=request.title,
        text=request.text,
        private=request.private,
    )
    writing.put(entry)
    for stakeholder in request.about:
        writing.put(About(id=writing.new_id(), entry=entry.id, stakeholder=stakeholder))
    return entry.id


def edit_note(journal: Journal, entry_id: str, text: str, title: str | None = None) -> Receipt:
    """Change the text of an entry; raises NotFound where it is gone."""
    request = WriteNote(text=text, day=journal.today, title=title)
    with journal.write("edit") as writing:
        if not writing.work.get(Entry, entry_id):
            raise NotFound(_("This entry is not in the journal any more."))
        writing.patch(Entry, entry_id, text=request.text, title=request.title)
    return writing.receipt


def correct_signal(
    journal: Journal,
    signal_id: str,
    *,
    kind: str | None = None,
    day: date | None = None,
    intensity: float | None = None,
    note: str | None = None,
) -> Receipt:
    """Change a signal; None leaves a thing as it is. Raises NotFound, UsageError."""
    with journal.write("correct") as writing:
        signal = writing.work.get(Signal, signal_id)
        if signal is None:
            raise NotFound(_("This signal is not in the journal any more."))
        checked = LogSignal(
            stakeholder=signal.stakeholder,
            kind=kind or signal.kind,
            day=day or signal.day,
            intensity=intensity or signal.intensity,
            note=signal.note if note is None else note or None,
        )
        refuse_future(checked.day, writing.today)
        if checked.kind != signal.kind:
            known_kind(writing.work, checked.kind, writing.today)
        writing.patch(
            Signal,
            signal_id,
            kind=checked.kind,
            day=checked.day,
            intensity=checked.intensity,
            note=checked.note,
        )
    return writing.receipt


def leave_out(journal: Journal, signal_id: str, out: bool = True) -> Receipt:
    """Let a signal count no longer, or again whatever it doubles; it stays in the timeline."""
    with journal.write("leave out" if out else "count again") as writing:
        writing.patch(Signal, signal_id, ignored=out, **({} if out else {"doubles": None}))
    return writing.receipt


def delete_row(journal: Journal, table: str, row: str) -> Receipt:
    """Delete a signal or an entry; undo brings it back."""
    with journal.write("delete") as writing:
        writing.delete(Signal if table == "signal" else Entry, row)
    return writing.receipt


def effect(
    journal: Journal,
    stakeholder: str,
    kind_id: str,
    day: date,
    *,
    project: str | None = None,
    intensity: float = 1.0,
    closes: str | None = "auto",
) -> Effect:
    """What logging would do; writes nothing. Raises UsageError for an unknown kind."""
    with journal.read() as reader:
        where = project or default_project(reader).id
        kind = known_kind(reader, kind_id, journal.today)
        open_now = items(reader, journal.today, stakeholder, where)
        fitting = tuple(item for item in open_now if _fits(item, kind.id, day))
        pair = (stakeholder, where)
        records = records_of(reader, [pair]).get(pair, [])
        model = model_on(reader, journal.today)
        impact = impacts_of(reader, [pair]).get(pair)
        absences = absences_of(reader, [stakeholder]).get(stakeholder, ())
    answers = fitting[0].id if closes == "auto" and len(fitting) == 1 else None
    named = answers if closes == "auto" else closes
    fresh = Record(day, kind.id, re=named, intensity=intensity)
    before, after = (
        assess(
            told,
            journal.today,
            impact=impact,
            absences=absences,
            catalogue=model.catalogue,
            correction=model.correction,
        )
        for told in (records, [*records, fresh])
    )
    moved = Moved(stakeholder, "", where, before.label, after.label, before.stance, after.stance)
    return Effect(fitting if closes == "auto" else (), moved)


def known_kind(reader: Reader, kind_id: str, day: date) -> Kind:
    """The kind of an id that can be logged on a day; raises UsageError for a retired one, and for
    none with what comes near."""
    catalogue = model_on(reader, day).catalogue
    kind = catalogue.get(kind_id)
    if kind is not None and not kind.retired:
        return kind
    if kind is not None:
        raise UsageError(
            _("{kind} is retired: `staketerm kinds revive {id}` has it offered again.").format(
                kind=kind.label, id=kind.id
            )
        )
    near = get_close_matches(kind_id, offered(catalogue), n=3, cutoff=0.5)
    hint = _(" Did you mean {kinds}?").format(kinds=", ".join(near)) if near else ""
    raise UsageError(_("There is no kind {kind}.").format(kind=kind_id) + hint)


def _fits(item: OpenItem, kind: str, day: date) -> bool:
    """Whether a signal of a kind on a day can be the end of an open item."""
    table, sort, _outcome = CLOSES.get(kind, ("", "", ""))
    whose = "me" if table == "ask" else "them"
    return (item.table, item.kind, item.by) == (table, sort, whose) and item.on <= day


def _closed_by(writing: Writing, request: LogSignal, project: str) -> OpenItem | None:
    """The open item that the signal ends; raises Ambiguous where several fit."""
    if request.closes is None or request.kind not in CLOSES:
        return None
    there = items(writing.work, writing.today, request.stakeholder, project)
    if request.closes != "auto":
        named = [item for item in there if item.id == request.closes]
        if not named:
            raise NotFound(_("What this answers is not open any more."))
        return named[0]
    fitting = [item for item in there if _fits(item, request.kind, request.day)]
    if len(fitting) > 1:
        shown = tuple(f"{item.tail}  {item.title}" for item in fitting)
        raise Ambiguous(
            _("Several are open; which one does this answer?") + "\n" + "\n".join(shown), shown
        )
    return fitting[0] if fitting else None


def _close(writing: Writing, request: LogSignal, item: OpenItem) -> None:
    _table, _sort, outcome = CLOSES[request.kind]
    if item.table == "ask":
        close_ask(writing, item.id, request.day, outcome=outcome, intensity=request.intensity)
    else:
        close_agreement(writing, item.id, outcome, request.day, intensity=request.intensity)
    if request.note:
        note(
            writing,
            WriteNote(
                text=request.note,
                day=request.day,
                about=(request.stakeholder,),
                project=item.project,
                private=request.private,
            ),
        )


def _as_ask(request: LogSignal, project: str) -> AskFor:
    return AskFor(
        stakeholder=request.stakeholder,
        text=request.note,
        kind=ASKS[request.kind],  # type: ignore[arg-type]
        day=request.day,
        due=request.due,
        project=project,
        private=request.private,
    )


def _as_agreement(request: LogSignal, project: str) -> Agree:
    if not request.note:
        raise UsageError(_("Say what was agreed: it is the note."))
    return Agree(
        stakeholder=request.stakeholder,
        text=request.note,
        by=request.by or "them",
        day=request.day,
        due=request.due,
        project=project,
        private=request.private,
    )


def _as_signal(writing: Writing, request: LogSignal, project: str) -> Signal:
    return Signal(
        id=writing.new_id(),
        stakeholder=request.stakeholder,
        project=project,
        entry=request.entry or report_commented_on(writing, request, project),
        day=request.day,
        kind=request.kind,
        intensity=request.intensity,
        note=request.note,
        source=request.source,
        private=request.private,
    )


def _log_unasked(writing: Writing, request: LogSignal) -> None:
    """`log` where nobody can be asked which of several open items is meant: then none is."""
    try:
        log(writing, request)
    except Ambiguous:
        log(writing, request.model_copy(update={"closes": None}))


def _attend(
    writing: Writing, meeting: LogMeeting, entry: str, project: str, attendee: Attendee
) -> None:
    """What one attendee did; present without more is contact. A note goes with the first act."""
    writing.put(
        About(id=writing.new_id(), entry=entry, stakeholder=attendee.stakeholder, role="attendee")
    )
    acts = attendee.kinds or ("contact",)
    weighed = zip(acts, chain(attendee.intensities, repeat(1.0)), strict=False)
    for place, (kind, intensity) in enumerate(weighed):
        request = LogSignal(
            stakeholder=attendee.stakeholder,
            kind=kind,
            day=meeting.day,
            project=project,
            intensity=intensity,
            note=attendee.note if place == 0 else None,
            entry=entry,
        )
        _log_unasked(writing, request)
    for promise in attendee.promises:
        open_agreement(
            writing,
            Agree(
                stakeholder=attendee.stakeholder,
                text=promise.text,
                by=promise.by,
                day=meeting.day,
                due=promise.due,
                project=project,
            ),
        )
