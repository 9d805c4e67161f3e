"""The words between the rows of a draft, in the languages drafts are written in.

A draft speaks the language of whoever reads it, which need not be that of the screen: so these are
no translations of the screen, and the catalogue does not hold them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType

from staketerm.domain.drafts.template import addressed


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; braces are filled by `str.format` with one line each, once the
    words to one or to several are chosen (`words_in`)."""

    greeting: str
    greeting_all: str
    and_: str
    you: str
    thanks: str
    averted: str
    happened: str
    job: str
    advised: str
    useful: str
    one_update: str
    updates: str
    deed: str
    deeds: Mapping[str, str]
    """What somebody did, as thanked for: "sharing what you know"."""


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "en": Words(
            greeting="Dear {name},",
            greeting_all="Dear all,",
            and_="and",
            you="you",
            thanks="Thanks to {names}.",
            averted="Averted: {text}",
            happened="It has happened: {text}",
            job="You know this from your work as {job}.",
            advised="Your advice helped before: {text}",
            useful="Is a note like this of use to you? More, fewer or none: just tell me.",
            one_update="one extra update",
            updates="{n} extra updates",
            deed="what you did",
            deeds=MappingProxyType(
                {
                    "mail_answered": "your answer",
                    "informal_approach": "coming to me about it ${yourself|yourselves}",
                    "advice_given": "your advice",
                    "active_in_meeting": "your questions and ideas in the meeting",
                    "agreement_kept": "doing what we agreed",
                    "agenda_changed": "making room in your calendar",
                    "invited_to_team": "inviting me to your team",
                    "unsolicited_feedback": "your comments, which I had not even asked for",
                    "shared_information": "sharing what you know",
                    "provided_resources": "what you made available",
                    "brought_others": "bringing others along",
                    "bad_news_early": "telling me the bad news early",
                    "disagreed_openly": "telling me openly where you see it differently",
                    "defended_project": "standing up for the project",
                }
            ),
        ),
        "nl": Words(
            greeting="Beste {name},",
            greeting_all="Beste allemaal,",
            and_="en",
            you="${jou|jullie}",
            thanks="Met dank aan {names}.",
            averted="Afgewend: {text}",
            happened="Het is gebeurd: {text}",
            job="${Jij kent|Jullie kennen} dit uit ${je|jullie} werk als {job}.",
            advised="${Je|Jullie} advies hielp al eerder: {text}",
            useful=(
                "${Heb je|Hebben jullie} iets aan zo'n bericht? Vaker, minder vaak of niet meer: "
                "zeg het gerust."
            ),
            one_update="één extra bericht",
            updates="{n} extra berichten",
            deed="wat ${je deed|jullie deden}",
            deeds=MappingProxyType(
                {
                    "mail_answered": "${je|jullie} antwoord",
                    "informal_approach": "het initiatief om er zelf over te beginnen",
                    "advice_given": "${je|jullie} advies",
                    "active_in_meeting": "${je|jullie} vragen en ideeën in het overleg",
                    "agreement_kept": "het nakomen van onze afspraak",
                    "agenda_changed": (
                        "de ruimte die ${je in je agenda maakte|jullie in jullie agenda maakten}"
                    ),
                    "invited_to_team": "de uitnodiging bij ${je|jullie} team",
                    "unsolicited_feedback": (
                        "${je|jullie} commentaar, ook al had ik er niet om gevraagd"
                    ),
                    "shared_information": "wat ${je|jullie} uit jezelf met me ${deelde|deelden}",
                    "provided_resources": "wat ${je beschikbaar stelde|jullie beschikbaar stelden}",
                    "brought_others": "het meekrijgen van anderen",
                    "bad_news_early": "${je|jullie} vroege bericht, ook al was het slecht nieuws",
                    "disagreed_openly": (
                        "${je|jullie} openheid over waar "
                        "${je het anders ziet|jullie het anders zien}"
                    ),
                    "defended_project": "het opkomen voor het project",
                }
            ),
        ),
    }
)


@cache
def words_in(language: str, several: bool) -> Words:
    """The words of a language, as they are said to one person or to several people."""
    words = WORDS[language]
    lines = {each.name: getattr(words, each.name) for each in fields(words)}
    deeds = {kind: addressed(text, several) for kind, text in lines.pop("deeds").items()}
    said = {name: addressed(text, several) for name, text in lines.items()}
    return Words(**said, deeds=MappingProxyType(deeds))


def draft_language(said: str | None, otherwise: str) -> str:
    """The language to write to somebody in: the one `said` of them, such as "nl" or "nl-BE", where
    drafts are written in it; else `otherwise`."""
    begun = (said or "")[:2].lower()
    return begun if begun in WORDS else otherwise
