"""The templates of drafts: those that come with the program, and one's own in their place.

One's own lie beside config.toml as `templates/status_update.nl.txt`. One that cannot be followed is
named with file and line, and the built-in one serves.
"""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from staketerm.domain.drafts.compose import PLACEHOLDERS
from staketerm.domain.drafts.template import BrokenTemplate, Template, parse_template
from staketerm.locale import _

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


def built_in(name: str, language: str) -> Template:
    """The template that comes with the program."""
    place = files("staketerm.journal") / "drafts" / language / f"{name}.txt"
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
