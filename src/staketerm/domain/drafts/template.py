"""The template of a text to send: a subject line, a blank line, a body with `$placeholders`.

Placeholders are those of `string.Template`, and what is put in their place is never read as one. A
paragraph, or a line of it, whose placeholders are all empty is left out. Of `${je|jullie}` one
person reads the first, several read the second.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from string import Template as Pattern

from staketerm.domain.errors import UsageError
from staketerm.domain.text import plain, plain_line
from staketerm.locale import _

SUBJECT = "Subject:"
"""What the first line begins with, in every language."""

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")

_BY_NUMBER = re.compile(r"\$\$|\$\{([^{}|$]*)\|([^{}|$]*)\}")
"""Words to one and to several; `$$` is passed by, for it is a dollar sign."""

_LOOSE_ENDS = " \t:;,-"
"""What a subject does not begin with where its first placeholder is empty."""


class BrokenTemplate(UsageError):
    """A template that cannot be followed; `line` counts from 1."""

    def __init__(self, line: int, rule: str) -> None:
        super().__init__(rule)
        self.line = line


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was found sound: `subject` is one line, `body` its paragraphs."""

    subject: str
    body: str

    @property
    def names(self) -> tuple[str, ...]:
        """The placeholders, each once, in the order in which the body and the subject have them."""
        return tuple(dict.fromkeys((*_names(self.body), *_names(self.subject))))


def addressed(text: str, several: bool) -> str:
    """A text with the words of every `${one|several}` chosen."""
    place = 2 if several else 1
    return _BY_NUMBER.sub(lambda found: found[0] if found[1] is None else found[place], text)


def parse_template(text: str, known: Collection[str]) -> Template:
    """The template that `text` is; `known` are the placeholders there are.

    Raises `BrokenTemplate` for an unknown placeholder, a `$` that begins none (`$$` is a dollar
    sign), no subject line, and no text under it.
    """
    lines = plain(text.removeprefix("\ufeff")).splitlines()
    for number, line in enumerate(lines, 1):
        _check(number, line, known)
    head = lines[0] if lines else ""
    if head[: len(SUBJECT)].casefold() != SUBJECT.casefold():
        raise BrokenTemplate(
            1, _("the first line is the subject, such as '{line}'").format(line="Subject: $project")
        )
    body = "\n".join(lines[1:]).strip("\n")
    if not body.strip():
        raise BrokenTemplate(max(len(lines), 1), _("there is no text under the subject"))
    return Template(head[len(SUBJECT) :].strip(), body)


def fill(
    template: Template, values: Mapping[str, str], *, several: bool = False
) -> tuple[str, str]:
    """Subject and text to one person or to `several`, with `values` in the place of the
    placeholders; a missing one is empty."""
    found = {name: values.get(name, "") for name in template.names}
    subject = plain_line(Pattern(addressed(template.subject, several)).substitute(found))
    body = addressed(template.body, several)
    paragraphs = (_paragraph(part, found) for part in _PARAGRAPHS.split(body))
    return subject.strip(_LOOSE_ENDS), "\n\n".join(part for part in paragraphs if part)


def _paragraph(text: str, values: Mapping[str, str]) -> str:
    """A paragraph filled; empty where it has nothing to say."""
    if _says_nothing(text, values):
        return ""
    lines = (line for line in text.splitlines() if not _says_nothing(line, values))
    return "\n".join(_line(line, values) for line in lines)


def _line(text: str, values: Mapping[str, str]) -> str:
    """A line filled; where something in it is empty, without the blanks around that."""
    filled = Pattern(text).substitute(values)
    if all(values[name] for name in _names(text)):
        return filled.rstrip()
    return re.sub(" {2,}", " ", filled).strip()


def _says_nothing(text: str, values: Mapping[str, str]) -> bool:
    """Whether there are placeholders, and all of them are empty."""
    names = list(_names(text))
    return bool(names) and not any(values[name] for name in names)


def _names(text: str) -> Iterator[str]:
    """The placeholders in a text that was checked."""
    for found in Pattern.pattern.finditer(text):
        name = found["named"] or found["braced"]
        if name:
            yield name


def _check(number: int, line: str, known: Collection[str]) -> None:
    for found in Pattern.pattern.finditer(addressed(line, several=False)):
        name = found["named"] or found["braced"]
        if found["invalid"] is not None:
            raise BrokenTemplate(number, _("a $ that begins no placeholder; $$ is a dollar sign"))
        if name and name not in known:
            raise BrokenTemplate(number, _("there is no placeholder ${name}").format(name=name))
