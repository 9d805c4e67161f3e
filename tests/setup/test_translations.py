"""Every word on screen has its translation in every catalogue that lies in staketerm.locale."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import run

SOURCE = Path(run.ROOT, "src", "staketerm")
CATALOGUES = sorted(SOURCE.glob("locale/*/LC_MESSAGES/staketerm.po"))
PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)[a-z]|%[sd]")
WORDS = re.compile(r'^(msgid_plural|msgid|msgstr(?:\[\d\])?) ((?:".*"\s*)+)', re.MULTILINE)


def marked(code: str) -> Iterator[str]:
    """The texts in `_("..")`, `N_("..")` and `ngettext("..", "..", n)`, there the singular."""
    for node in ast.walk(ast.parse(code)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"_", "N_", "ngettext"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


def on_screen() -> set[str]:
    """Every text that the program shows."""
    return {
        text
        for path in SOURCE.rglob("*.py")
        for text in marked(path.read_text(encoding="utf-8"))
        if text
    }


def translations(catalogue: str) -> dict[str, list[str]]:
    """Text to its translations (several where it is counted), fuzzy entries left out."""
    found: dict[str, list[str]] = {}
    for block in re.split(r"\n\s*\n", catalogue):
        if re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            continue
        entry = [(key, ast.literal_eval("(" + said + ")")) for key, said in WORDS.findall(block)]
        texts = [said for key, said in entry if key == "msgid"]
        if texts and texts[0]:
            found[texts[0]] = [said for key, said in entry if key.startswith("msgstr") and said]
    return found


def faults(texts: set[str], catalogue: dict[str, list[str]]) -> list[str]:
    """What a catalogue lacks: a text without translation, a place that is lost or made up."""
    lacking = [f"not translated: {text!r}" for text in sorted(texts) if not catalogue.get(text)]
    strayed = [
        f"places differ: {text!r} and {said!r}"
        for text in sorted(texts & catalogue.keys())
        for said in catalogue[text]
        if not set(PLACE.findall(said)) <= set(PLACE.findall(text))
        or (len(catalogue[text]) == 1 and set(PLACE.findall(said)) != set(PLACE.findall(text)))
    ]
    return lacking + strayed


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_translates_every_word_on_screen(path):
    assert faults(on_screen(), translations(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_compiled_catalogue_says_what_the_written_one_says(path):
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for text, said in translations(path.read_text(encoding="utf-8")).items():
        shown = compiled.gettext(text) if len(said) == 1 else compiled.ngettext(text, text, 1)
        assert shown == said[0]


SHORT = """
#, fuzzy
msgid "guessed"
msgstr "geraden"

msgid "{name} moved"
msgstr ""
"{naam} "
"verschoof"

msgid "one row"
msgid_plural "{n} rows"
msgstr[0] "een rij"
msgstr[1] "{n} rijen"

msgid "empty"
msgstr ""
"""


def test_what_a_catalogue_lacks_is_found():
    texts = set(marked("_('guessed'); _('{name} moved'); _('empty'); print('not on screen')"))
    assert faults(texts, translations(SHORT)) == [
        "not translated: 'empty'",
        "not translated: 'guessed'",
        "places differ: '{name} moved' and '{naam} verschoof'",
    ]


def test_a_counted_text_is_read_with_all_its_forms():
    assert translations(SHORT)["one row"] == ["een rij", "{n} rijen"]
