"""The language of the program: gettext over the catalogues that lie beside this file.

English is the language of the texts themselves: it needs no catalogue, and nobody who speaks it
waits for gettext to be imported.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

_translations: "NullTranslations | None" = None
_language = "en"


def choose(language: str) -> None:
    """Speak `language` ("en" or "nl") from now on; an unknown one falls back to English."""
    global _translations, _language
    _language = language
    _translations = None if language == "en" else _catalogue(language)


def language() -> str:
    """The language spoken now: "en" or "nl"."""
    return _language


def _(text: str) -> str:
    """`text` in the language spoken now."""
    return text if _translations is None else _translations.gettext(text)


def N_(text: str) -> str:
    """`text` as it is: marked for translation here, translated by `_` where it is shown."""
    return text


def in_all_languages(text: str) -> tuple[str, ...]:
    """`text` in every language there is, English first; what is found by name is found in each."""
    folders = sorted(Path(__file__).parent.glob("*/LC_MESSAGES"))
    said = (_catalogue(folder.parent.name).gettext(text) for folder in folders)
    return tuple(dict.fromkeys((text, *said)))


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a counted text that fits `n`, in the language spoken now."""
    if _translations is None:
        return one if n == 1 else many
    return _translations.ngettext(one, many, n)


def _catalogue(language: str) -> "NullTranslations":
    from gettext import translation

    return translation(
        "staketerm", localedir=Path(__file__).parent, languages=[language], fallback=True
    )
