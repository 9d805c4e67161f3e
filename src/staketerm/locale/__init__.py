"""The language of the program: gettext over the catalogues that lie beside this file."""

import gettext
from pathlib import Path

_translations: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def choose(language: str) -> None:
    """Speak `language` ("en" or "nl") from now on; an unknown one falls back to English."""
    global _translations, _language
    _language = language
    if language == "en":  # the texts themselves: there is no catalogue to look for
        _translations = gettext.NullTranslations()
        return
    _translations = gettext.translation(
        "staketerm", localedir=Path(__file__).parent, languages=[language], fallback=True
    )


def language() -> str:
    """The language spoken now: "en" or "nl"."""
    return _language


def _(text: str) -> str:
    """`text` in the language spoken now."""
    return _translations.gettext(text)


def N_(text: str) -> str:
    """`text` as it is: marked for translation here, translated by `_` where it is shown."""
    return text


def in_all_languages(text: str) -> tuple[str, ...]:
    """`text` in every language there is, English first; what is found by name is found in each."""
    said = [text]
    for folder in sorted(Path(__file__).parent.glob("*/LC_MESSAGES")):
        translations = gettext.translation(
            "staketerm",
            localedir=Path(__file__).parent,
            languages=[folder.parent.name],
            fallback=True,
        )
        said.append(translations.gettext(text))
    return tuple(dict.fromkeys(said))


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a counted text that fits `n`, in the language spoken now."""
    return _translations.ngettext(one, many, n)
