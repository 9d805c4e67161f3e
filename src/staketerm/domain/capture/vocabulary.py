"""Words of a line of capture that are neither names nor days, folded, in English and Dutch."""

from collections.abc import Mapping

STRENGTHS: Mapping[str, float] = {"weak": 0.5, "zwak": 0.5, "strong": 1.5, "sterk": 1.5}
"""How telling the act was: its points are multiplied by this (inference section 3)."""

JOINERS = frozenset((",", "+", "&"))
"""Signs between people."""

AND = frozenset(("and", "en"))
"""Words between people."""

BY_ME = frozenset(("i", "me", "mine", "ik", "mij"))
"""Words that say an agreement is mine to keep."""

LEADS: Mapping[str, str] = {
    **dict.fromkeys(("ask", "mail", "email", "e-mail", "vraag"), "mail_sent"),
    **dict.fromkeys(("advice", "advies", "input"), "advice_asked"),
    **dict.fromkeys(("invite", "invitation", "uitnodiging"), "invitation"),
}
"""Words that say how something is asked, and may stand before the name: `mail bram > planning?`"""

SPOKEN: Mapping[str, tuple[str, ...]] = {
    "agreement_kept": ("nagekomen", "delivered", "geleverd"),
    "agreement_broken": ("broken", "gebroken"),
    "agreement_late": ("te laat",),
    "cancelled_late": ("afgezegd", "canceled late", "late cancel"),
    "mail_unanswered": ("unanswered", "onbeantwoord"),
    "no_show": ("afwezig", "absent"),
    "promised": ("beloofde", "toegezegd"),
    "contact": ("met", "spoke", "called", "gesproken", "gebeld", "ontmoet"),
    "agreement_made": ("agreed", "afgesproken"),
    "agenda_changed": ("made time", "maakte tijd"),
    "obstructed": ("hield tegen",),
}
"""How people say a kind beside its labels."""

PARTICLES = frozenset(
    ("de", "den", "der", "van", "te", "ten", "ter", "el", "al", "la", "le", "von", "di", "da")
)
"""Small words inside names."""

FILLERS = PARTICLES | frozenset(
    (
        *("a", "an", "the", "my", "me", "i", "we", "you", "he", "she", "his", "her", "it", "they"),
        *("them", "that", "to", "in", "of", "or", "by", "on", "at", "is", "was", "are", "with"),
        *("from", "about", "and", "but", "this", "over", "has", "have", "had", "who"),
        *("het", "een", "mijn", "mij", "ik", "wij", "hij", "zij", "ze", "haar", "hem", "dat"),
        *("op", "om", "er", "bij", "uit", "aan", "naar", "door", "dit", "en", "maar"),
        *("heeft", "hebben", "die"),
    )
)
"""Words that neither name a kind nor, alone, a person."""
