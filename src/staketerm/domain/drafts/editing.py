"""A draft as one text, for an editor: the subject on the first line, the rest under it."""

from staketerm.domain.drafts.template import SUBJECT
from staketerm.domain.text import plain, plain_line


def as_one_text(subject: str, text: str) -> str:
    """Subject and text as they are edited and printed."""
    return f"{SUBJECT} {subject}\n\n{text}\n"


def from_one_text(edited: str, subject: str) -> tuple[str, str]:
    """Subject and text after they were edited; `subject` stays where its line was taken away."""
    cleaned = plain(edited).strip("\n")
    head, _rest, under = cleaned.partition("\n")
    if head[: len(SUBJECT)].casefold() != SUBJECT.casefold():
        return subject, cleaned.strip()
    return plain_line(head[len(SUBJECT) :]), under.strip("\n").rstrip()
