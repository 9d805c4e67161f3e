"""`ask`, `answered`, `agree`, `kept`, `late`, `broken`: what was asked and promised (P4, P6)."""

from typing import Literal

import click

from staketerm.cli import options, strength
from staketerm.cli.settings import Command, Settings, command
from staketerm.locale import N_, _

_ENDED = {
    ("mail", False): "answered",
    ("mail", True): "refused",
    ("advice", False): "given",
    ("advice", True): "refused",
    ("invitation", False): "accepted",
    ("invitation", True): "declined",
}
"""How an ask ends: by its kind, and whether the answer was no."""


@command("ask", _("Write down something that was asked and awaits an answer."))
@options.who
@click.argument("text")
@click.option(
    "--kind",
    type=click.Choice(["mail", "advice", "invitation"]),
    default="mail",
    show_default=True,
    help=_("How it was asked."),
)
@click.option("--due", metavar="DAY", help=_("The day by which an answer is expected."))
@click.option(
    "--by",
    type=click.Choice(["me", "them"]),
    default="me",
    show_default=True,
    help=_("Who asked."),
)
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def ask_command(
    settings: Settings,
    who: str,
    text: str,
    kind: Literal["mail", "advice", "invitation"],
    due: str | None,
    by: Literal["me", "them"],
    on: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    """An ask that is open until `answered`."""
    from staketerm.cli.asking import due_day, past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.cli.words import week_day
    from staketerm.journal.ledger import TAIL, ask
    from staketerm.journal.requests import AskFor

    with settings.open() as journal:
        whom = person(journal, who)
        request = AskFor(
            stakeholder=whom.key,
            text=text,
            kind=kind,
            day=past_day(journal, on),
            due=due_day(journal, due),
            by=by,
            project=project_id(journal, project),
        )
        receipt = ask(journal, request)
        today = journal.today
    row = next(row for table, row in receipt.rows if table == "ask")[-TAIL:]
    sentence = (
        _("{name}, asked on {day}: {text}") if by == "me" else _("{name} asked on {day}: {text}")
    )
    sentence = sentence.format(name=whom.name, day=week_day(request.day, today), text=request.text)
    if request.due:
        sentence += " " + _("(answer by {day})").format(day=week_day(request.due, today))
    sentence += "\n" + _("`staketerm answered {id}` when the answer is there.").format(id=row)
    report(
        "ask",
        receipt,
        sentence,
        as_json,
        ask=row,
        kind=kind,
        on=request.day,
        due=request.due,
        **person_values(whom),
    )


@command(
    "answered", _("Say that an ask was answered: by the end of its id, or by whom it concerns.")
)
@click.argument("ask")
@click.option("--no", "refused", is_flag=True, help=_("The answer was no."))
@strength.weak
@strength.strong
@options.on_day
@options.as_json
@click.pass_obj
def answered_command(
    settings: Settings,
    ask: str,
    refused: bool,
    weak: bool,
    strong: bool,
    on: str | None,
    as_json: bool,
) -> None:
    """The end of an ask."""
    from staketerm.cli.asking import open_item, past_day
    from staketerm.cli.receipts import report
    from staketerm.cli.words import week_day
    from staketerm.journal.ledger import answer

    with settings.open() as journal:
        item = open_item(journal, "ask", ask)
        day = past_day(journal, on)
        outcome = _ENDED[item.kind, refused]
        intensity = strength.intensity(weak, strong) or strength.NORMAL
        receipt = answer(journal, item.id, day, outcome=outcome, intensity=intensity)
        shown = week_day(day, journal.today)
    sentence = _("{name}: {item}: answered on {day}.").format(
        name=item.name, item=item.title, day=shown
    )
    report(
        "answered",
        receipt,
        sentence,
        as_json,
        ask=item.tail,
        id=item.stakeholder,
        stakeholder=item.name,
        on=day,
        outcome=outcome,
    )


@command("agree", _("Write down what they or you promised."))
@options.who
@click.argument("text")
@click.option("--by", type=click.Choice(["me", "them"]), required=True, help=_("Who promised."))
@click.option("--due", metavar="DAY", help=_("The day by which it is promised."))
@options.on_day
@options.project
@options.as_json
@click.pass_obj
def agree_command(
    settings: Settings,
    who: str,
    text: str,
    by: Literal["me", "them"],
    due: str | None,
    on: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    """An agreement that is open until `kept`, `late` or `broken`."""
    from staketerm.cli.asking import due_day, past_day, person
    from staketerm.cli.asking import project as project_id
    from staketerm.cli.receipts import person_values, report
    from staketerm.cli.words import week_day
    from staketerm.journal.ledger import TAIL, agree
    from staketerm.journal.requests import Agree

    with settings.open() as journal:
        whom = person(journal, who)
        request = Agree(
            stakeholder=whom.key,
            text=text,
            by=by,
            day=past_day(journal, on),
            due=due_day(journal, due),
            project=project_id(journal, project),
        )
        receipt = agree(journal, request)
        today = journal.today
    row = next(row for table, row in receipt.rows if table == "agreement")[-TAIL:]
    sentence = _("{name} promised: {text}") if by == "them" else _("You promised {name}: {text}")
    sentence = sentence.format(name=whom.name, text=request.text)
    if request.due:
        sentence += " " + _("(by {day})").format(day=week_day(request.due, today))
    sentence += "\n" + _("`staketerm kept {id}` (or late, broken) says what came of it.").format(
        id=row
    )
    report(
        "agree",
        receipt,
        sentence,
        as_json,
        agreement=row,
        by=by,
        on=request.day,
        due=request.due,
        **person_values(whom),
    )


def _settling(outcome: str, help: str, sentence: str) -> Command:
    """The command that says that an agreement ended with `outcome`."""

    @command(outcome, help)
    @click.argument("agreement")
    @strength.weak
    @strength.strong
    @options.on_day
    @options.as_json
    @click.pass_obj
    def settle_command(
        settings: Settings,
        agreement: str,
        weak: bool,
        strong: bool,
        on: str | None,
        as_json: bool,
    ) -> None:
        from staketerm.cli.asking import open_item, past_day
        from staketerm.cli.receipts import report
        from staketerm.cli.words import week_day
        from staketerm.journal.ledger import settle

        with settings.open() as journal:
            item = open_item(journal, "agreement", agreement)
            day = past_day(journal, on)
            intensity = strength.intensity(weak, strong) or strength.NORMAL
            receipt = settle(journal, item.id, outcome, day, intensity=intensity)
            shown = week_day(day, journal.today)
        said = _(sentence).format(name=item.name, item=item.title, day=shown)
        report(
            outcome,
            receipt,
            said,
            as_json,
            agreement=item.tail,
            id=item.stakeholder,
            stakeholder=item.name,
            by=item.by,
            on=day,
        )

    return settle_command


kept_command = _settling(
    "kept", _("Say that an agreement was kept."), N_("{name}: {item}: kept on {day}.")
)
late_command = _settling(
    "late",
    _("Say that an agreement was kept, but late."),
    N_("{name}: {item}: kept late, on {day}."),
)
broken_command = _settling(
    "broken", _("Say that an agreement was not kept."), N_("{name}: {item}: not kept, {day}.")
)
