"""The templates of drafts: those that come with the program, and one's own in their place.

One's own lie beside config.toml as `templates/status_update.nl.txt`. One that cannot be followed is
named with file and line, and the built-in one serves.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from staketerm.domain.drafts.compose import PLACEHOLDERS
from staketerm.domain.drafts.template import BrokenTemplate, Template, parse_template
from staketerm.domain.drafts.words import WORDS
from staketerm.locale import _
from staketerm.store.doctor import Finding, Health

FOLDER = "templates"
"""The folder beside config.toml that one's own templates lie in."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The template to write from. `problem` says why one's own does not serve, if that is so."""

    template: Template
    problem: str | None = None


def own_templates() -> Path:
    """The folder of one's own templates in the platform's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("staketerm") / FOLDER


def template_for(name: str, language: str, own: Path | None = None) -> Chosen:
    """The template of that name, such as "status_update", in a language; one's own in the folder
    `own` where there is one that can be followed."""
    path = own / f"{name}.{language}.txt" if own is not None else None
    if path is None or not path.exists():
        return Chosen(built_in(name, language))
    try:
        return Chosen(parse_template(_read(path), PLACEHOLDERS))
    except BrokenTemplate as error:
        problem = _("{file}, line {line}: {rule}; the built-in template serves").format(
            file=f"{FOLDER}/{path.name}", line=error.line, rule=str(error)
        )
        return Chosen(built_in(name, language), problem)


def unread_templates(own: Path | None) -> str | None:
    """That files in the folder of one's own templates are read by no draft, with the names there
    are; None where there are none such. Hidden files and a README are nobody's template."""
    there = sorted(each.name for each in own.iterdir()) if own is not None and own.is_dir() else []
    known = [f"{kind}.{language}.txt" for language in WORDS for kind in template_names()]
    unread = [
        f"{FOLDER}/{name}" + _meant(name)
        for name in there
        if name not in known and not name.startswith((".", "README"))
    ]
    if not unread:
        return None
    return _(
        "Not read: {files}. A template is named KIND.{languages}.txt; the kinds are {kinds}."
    ).format(files=", ".join(unread), languages="|".join(WORDS), kinds=", ".join(template_names()))


def examine_templates(own: Path) -> list[Finding]:
    """How one's own templates are; empty where there are none. A draft is written all the same, so
    what is wrong with them is a note."""
    problems = [unread_templates(own)]
    problems += [
        template_for(kind, language, own).problem for kind in template_names() for language in WORDS
    ]
    return [Finding("templates", Health.NOTE, problem) for problem in problems if problem]


def template_names() -> tuple[str, ...]:
    """The kinds of template there are: those of the acts, and their variants."""
    folder = files("staketerm.journal.nurture") / "drafts" / "en"
    return tuple(sorted(each.name.removesuffix(".txt") for each in folder.iterdir()))


def _meant(name: str) -> str:
    """The name that a file may have been meant to have, as a question; empty where none is near."""
    kind, *rest = name.split(".")
    near = get_close_matches(kind, template_names(), n=1)
    spoken = next((language for language in WORDS if language in rest), next(iter(WORDS)))
    return f" ({near[0]}.{spoken}.txt?)" if near else ""


def built_in(name: str, language: str) -> Template:
    """The template that comes with the program."""
    place = files("staketerm.journal.nurture") / "drafts" / language / f"{name}.txt"
    return parse_template(place.read_text(encoding="utf-8"), PLACEHOLDERS)


def _read(path: Path) -> str:
    """The text of a file; raises `BrokenTemplate` where it cannot be read or is no UTF-8."""
    try:
        data = path.read_bytes()
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenTemplate(line, _("this is not UTF-8; save the file as UTF-8")) from None
    except OSError as error:
        rule = _("cannot be read: {reason}").format(reason=error.strerror or error)
        raise BrokenTemplate(1, rule) from None
