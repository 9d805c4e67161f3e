"""The draft of an act: a text to send, in the words of whoever reads it. Nothing here sends it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from staketerm.domain.consent import standing
from staketerm.domain.drafts.compose import compose
from staketerm.domain.drafts.facts import Draft, Facts
from staketerm.domain.drafts.template import Template
from staketerm.domain.drafts.words import draft_language
from staketerm.domain.errors import NotFound, UsageError
from staketerm.domain.nurture.acts import Act, Proposal, short_ids, weigh
from staketerm.domain.text import plain_line
from staketerm.journal.ledger import OpenItem
from staketerm.journal.nurture.consents import consent_of
from staketerm.journal.nurture.decisions import DueAct, due_with
from staketerm.journal.nurture.draft_facts import facts_of
from staketerm.journal.nurture.plan import Planned
from staketerm.journal.nurture.templates import template_for, unread_templates
from staketerm.journal.opening import Journal
from staketerm.locale import _, language, ngettext
from staketerm.store import tables
from staketerm.store.reader import Reader
from staketerm.store.records import Agreement, Ask, Contact, Project, Stakeholder


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft of an act. `theirs` says that it is in the language known of the stakeholder, `to`
    is their mail address where one is known; `notices` are sentences for whoever writes: a brake, a
    template that cannot be followed, nothing to tell."""

    act: DueAct
    draft: Draft
    theirs: bool
    to: str | None
    notices: tuple[str, ...] = ()


def draft_of(
    journal: Journal,
    act: DueAct,
    *,
    into: str | None = None,
    turned: Collection[str] = (),
    own: Path | None = None,
) -> Drafted:
    """The draft of an act, in the language `into`, else in that of the stakeholder, else in that of
    the program.

    `turned` names rows to leave out, or to take although they would be left out (`Source.ref`);
    `own` is the folder of one's own templates. Raises NotFound for a stakeholder who is not here.
    """
    proposal = act.proposal
    with journal.read() as reader:
        person = _person(reader, proposal.stakeholder)
        facts = facts_of(reader, person, proposal, journal.today)
        name = _template_name(reader, proposal, journal.today)
        to = _address(reader, person.id)
    spoken = draft_language(into, draft_language(person.language, language()))
    chosen = template_for(name, spoken, own)
    draft = compose(facts, chosen.template, spoken, turned)
    notices = [
        chosen.problem,
        unread_templates(own),
        _held_back(proposal, person),
        _nothing_new(proposal, draft),
        _asks_if_useful(facts, chosen.template),
    ]
    theirs = draft_language(person.language, "") == spoken
    return Drafted(act, draft, theirs, to, tuple(filter(None, notices)))


def first_act(journal: Journal, stakeholder: str, project: str | None = None) -> DueAct:
    """What to write to somebody: the most pressing act there is, one that a brake holds back where
    there is no other, else an update by one's own choice. Raises as `unasked_update` does.
    """
    where = project or journal.default_project().id
    queue = due_with(journal, stakeholder, project=where)
    acts = (*queue.acts, *queue.held_back)
    return acts[0] if acts else unasked_update(journal, stakeholder, where)


def act_on(journal: Journal, item: OpenItem) -> DueAct:
    """The act on an open ask or agreement, also where its time has not come yet."""
    kind = Act.AGREEMENT_DUE if item.table == "agreement" else Act.ASK_OPEN
    queue = due_with(journal, item.stakeholder, project=item.project)
    for act in queue.every:
        if act.proposal.kind == kind and act.proposal.occasion == item.id:
            return act
    return _unasked(journal, item.stakeholder, item.project, kind, item.id)


def unasked_update(journal: Journal, stakeholder: str, project: str) -> DueAct:
    """A status update that nothing called for but whoever writes it; done, it counts as one.

    Raises NotFound for somebody who is not here, and UsageError for one who does not want to be
    contacted.
    """
    with journal.read() as reader:
        person = _person(reader, stakeholder)
    if person.do_not_contact:
        raise UsageError(_("{name} asked not to be contacted.").format(name=person.name))
    return _unasked(journal, stakeholder, project, Act.STATUS_UPDATE, journal.today.isoformat())


def _unasked(journal: Journal, stakeholder: str, project: str, kind: Act, occasion: str) -> DueAct:
    """An act that the planner does not propose today."""
    today = journal.today
    with journal.read() as reader:
        person = _person(reader, stakeholder)
        where = reader.get(Project, project)
    proposal = Proposal(
        kind=kind,
        stakeholder=stakeholder,
        project=project,
        occasion=occasion,
        ideal=today,
        latest=today,
        reason=_("By your own choice, to {name}.").format(name=person.name),
        weight=weigh(None, None, today, today),
    )
    name = where.name if where else ""
    planned = Planned(proposal.id, proposal, person.handle, person.name, name)
    return DueAct(short_ids([proposal.id])[proposal.id], planned)


def _person(reader: Reader, stakeholder: str) -> Stakeholder:
    person = reader.get(Stakeholder, stakeholder)
    if person is None:
        raise NotFound(_("This stakeholder is not in the journal any more."))
    return person


def _template_name(reader: Reader, proposal: Proposal, today: date) -> str:
    """The template of an act. What I owe somebody has one of its own; and without consent nobody is
    asked to carry anything, only for that consent (P20)."""
    if proposal.kind == Act.ASK_OPEN:
        ask = reader.get(Ask, proposal.occasion)
        return "ask_owed" if ask and ask.by == "them" else "ask_open"
    if proposal.kind == Act.AGREEMENT_DUE:
        agreement = reader.get(Agreement, proposal.occasion)
        return "agreement_owed" if agreement and agreement.by == "me" else "agreement_due"
    if proposal.kind == Act.AMBASSADOR_REQUEST:
        word = consent_of(reader, proposal.stakeholder, proposal.project, today)
        granted = word is not None and standing(word, today) == "granted"
        return "ambassador_request" if granted else "ambassador_consent"
    return str(proposal.kind)


def _held_back(proposal: Proposal, person: Stakeholder) -> str | None:
    """What holds an act back. No brake holds what was asked or promised, yet whoever writes about
    it knows that they asked not to be contacted."""
    if proposal.brake is not None:
        return _("Held back: {brake}.").format(brake=proposal.brake)
    if person.do_not_contact:
        return _("{name} asked not to be contacted.").format(name=person.name)
    return None


def _nothing_new(proposal: Proposal, draft: Draft) -> str | None:
    """That the heart of a draft is missing, where it is."""
    if any(each.taken and each.ref.startswith("entry:") for each in draft.sources):
        return None
    if proposal.kind == Act.STATUS_UPDATE:
        return _("There is no progress to tell that may be shared.")
    if proposal.kind == Act.LOOP_CLOSING:
        return _("No entry says what came of it: take one, or write it yourself.")
    return None


def _asks_if_useful(facts: Facts, template: Template) -> str | None:
    """That the draft ends with the question whether it is of use, where it does (P16)."""
    if not facts.usefulness or "useful" not in template.names:
        return None
    so_far = ngettext("{n} extra update", "{n} extra updates", facts.updates)
    return _("It asks if it is of use: {many} so far.").format(many=so_far.format(n=facts.updates))


def _address(reader: Reader, stakeholder: str) -> str | None:
    table = tables.contact
    known = reader.rows(
        Contact,
        table.c.stakeholder == stakeholder,
        table.c.way == "email",
        order_by=(table.c.rev, table.c.id),
        limit=1,
    )
    return next((plain_line(each.value) for each in known), None)
