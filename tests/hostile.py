"""Texts that have hurt terminal programs: markup, escapes, controls, formulas, unusual scripts.

Every way in and every place that shows text is tried with these (textual 4.3, storage-sync 1.6).
"""

MARKUP = (
    "[red]x[/red]",
    "[red]x[/",
    "[/]",
    "a[/b]",
    "[b",
    "[1, 2]",
    "[true, false]",
    "x]y[",
    "[#ff0]q",
    "$x [$accent]y",
    "\\[esc]",
    "ends in a backslash\\",
    "[@click=app.quit]x[/]",
    "[link=https://example.org]x[/link]",
    "{name} %s %(name)s",
)
"""Read as markup or as a template by a careless screen."""

CONTROLS = (
    "\x1b[2J\x1b[1;1Hgone",
    "\x1b]0;new title\x07",
    "\x1b]52;c;c3RvbGVu\x1b\\",
    "\x9b2J\x9d0;c1 title\x9c",
    "\u202egnirts desrever",
    "a\u2066b\u2069c\u200f",
    "bell\x07 backspace\x08 delete\x7f",
    "carriage\rreturn",
    "line\u2028separator\x85next",
)
"""Obeyed by a terminal when they reach it."""

FORMULAS = ("=1+1", "+31 20", "-2+3", "@home", "＝1+1", "\t=1+1", "'quoted")
"""Evaluated by a spreadsheet."""

SCRIPTS = (
    "陳美玲 Mei-Ling Chen",
    "محمد الإدريسي",
    "אדה לנס",
    "\U0001f469\u200d\U0001f52c Ada",
    "\U0001f1f3\U0001f1f1 flag",
    "Ｆｕｌｌ ｗｉｄｔｈ",
    "e\u0301toile",
    "Łukasz Ørsted",
    "प्रिया रमन",
    "Z\u0351\u036b\u0343a\u0363l\u0349g\u0346o",
    "İstanbul ß ﬁ",
)
"""Names and words that are wider, narrower or in another order than their length says."""

BROKEN = ("nul\0byte", "half \ud83d character", "\udcff")
"""No text at all: a way in refuses them, a way out survives them."""

HOSTILE = MARKUP + CONTROLS + FORMULAS + SCRIPTS
"""Everything that a way in accepts and every screen must show as harmless text."""
