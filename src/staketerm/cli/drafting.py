"""`draft`: the text of an act, to be sent by whoever asked for it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, tell, tell_plain
from staketerm.cli.settings import Settings, command
from staketerm.locale import _

if TYPE_CHECKING:
    from staketerm.journal.nurture.drafting import Drafted


@command(
    "draft",
    _(
        "The text of an act, in the language of whoever reads it (or --lang). It is never sent "
        "from here."
    ),
)
@click.argument("action")
@click.option(
    "--eml",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help=_("Write it as a mail that your mail program opens for sending."),
)
@click.option("--edit", is_flag=True, help=_("Open it in your editor first."))
@options.as_json
@click.pass_obj
def draft_command(
    settings: Settings, action: str, eml: Path | None, edit: bool, as_json: bool
) -> None:
    """What to send somebody."""
    from staketerm.cli.asking import act
    from staketerm.domain.drafts.editing import as_one_text
    from staketerm.journal.nurture.drafting import draft_of
    from staketerm.journal.nurture.templates import own_templates

    with settings.read() as journal:
        found = act(journal, action)
        drafted = draft_of(journal, found, into=settings.lang, own=own_templates())
    for notice in drafted.notices:
        tell(notice)
    subject, text = drafted.draft.subject, drafted.draft.text
    if edit:
        subject, text = _edited(subject, text)
    if eml is not None:
        from staketerm.exchange.eml import mail_of, write_mail

        write_mail(eml, mail_of(subject, text, found.planned.name, drafted.to))
    if as_json:
        show_json("draft", _values(drafted, subject, text, eml))
    elif eml is None:
        show(as_one_text(subject, text).rstrip("\n"))
    else:
        show(_("written: {path}").format(path=eml))
        tell_plain(journal)


def _edited(subject: str, text: str) -> tuple[str, str]:
    """Subject and text as they are left in the editor."""
    from staketerm.domain.drafts.editing import as_one_text, from_one_text
    from staketerm.domain.errors import UsageError

    try:
        left = click.edit(as_one_text(subject, text), extension=".txt", require_save=False)
    except ValueError as error:  # a quote that is not closed in EDITOR; a file that is no text
        raise UsageError(_("the editor: {error}").format(error=error)) from None
    return (subject, text) if left is None else from_one_text(left, subject)


def _values(drafted: "Drafted", subject: str, text: str, eml: Path | None) -> dict[str, Any]:
    from staketerm.cli.receipts import act_values

    return {
        **act_values(drafted.act),
        "project": drafted.act.planned.project_name,
        "language": drafted.draft.language,
        "to": drafted.to,
        "subject": subject,
        "text": text,
        "sources": [
            {
                "row": source.ref,
                "kind": source.kind,
                "day": source.day,
                "text": source.text,
                "taken": source.taken,
            }
            for source in drafted.draft.sources
        ],
        "eml": None if eml is None else str(eml),
    }
