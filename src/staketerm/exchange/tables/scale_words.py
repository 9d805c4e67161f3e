"""The words of other people's scales, in English and Dutch, and what they mean here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from staketerm.domain.label import Position

Meaning = TypeVar("Meaning")

NO_VALUE = frozenset(
    [
        "-",
        "--",
        "–",
        "—",
        "?",
        "??",
        ".",
        "/",
        "n/a",
        "na",
        "nvt",
        "n.v.t.",
        "n.v.t",
        "nb",
        "n.b.",
        "tbd",
        "tba",
        "unknown",
        "onbekend",
        "not applicable",
        "niet van toepassing",
        "not known",
        "nader te bepalen",
        "to be determined",
        "not set",
        "leeg",
    ]
)
"""Cells, folded, that say that nothing is said."""

LONGEST_NOTHING = 2 * max(map(len, NO_VALUE))  # characters; blanks around the word are allowed for


class Attitude(StrEnum):
    """The five words of the engagement matrix (inference 2, SEAM), which `desired` also takes."""

    UNAWARE = "unaware"
    RESISTANT = "resistant"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"


@dataclass(frozen=True, slots=True)
class Stance:
    """A position as somebody claims it: the label of a judgement, and the word of the matrix."""

    label: Position
    attitude: Attitude


_LEVELS: Mapping[int, str] = {
    1: "very low, zeer laag, heel laag, none, geen, nihil, minimal, minimaal, low, laag, l, "
    "little, weinig, small, klein, weak, zwak, minor, gering, beperkt, limited, vl, zl",
    3: "medium, med, m, middle, midden, middel, moderate, matig, gemiddeld, average, neutral, "
    "neutraal, normal, normaal, redelijk, mid, middelmatig",
    5: "high, hoog, h, very high, zeer hoog, heel hoog, strong, sterk, large, groot, major, "
    "significant, veel, critical, cruciaal, kritiek, key, vh, zh, extreme, essential",
    2: "low-medium, low/medium, medium low, laag-midden, fairly low, vrij laag, tamelijk laag, "
    "medium-low, low to medium",
    4: "medium-high, medium/high, midden-hoog, fairly high, vrij hoog, tamelijk hoog, high-medium, "
    "considerable, medium to high, aanzienlijk",
}
FINE: Mapping[str, int] = {"low": 2, "laag": 2, "l": 2, "high": 4, "hoog": 4, "h": 4}
"""What low and high are in a column that also says very low or very high."""

EXTREMES = frozenset(
    [
        "very low",
        "zeer laag",
        "heel laag",
        "very high",
        "zeer hoog",
        "heel hoog",
        "vl",
        "vh",
        "zl",
        "zh",
        "--",
        "++",
    ]
)

SIGNS: Mapping[str, int] = {
    "-": -1,
    "--": -2,
    "---": -3,
    "+": 1,
    "++": 2,
    "+++": 3,
    **dict.fromkeys(("0", "o", "+/-", "-/+", "+-", "±"), 0),
}
"""Columns of plus and minus; the strongest sign of such a column is its end."""

_ATTITUDES: Mapping[tuple[Position, Attitude], str] = {
    (Position.SUPPORTER, Attitude.LEADING): "leading, leader, champion, ambassador, ambassadeur, "
    "leidend, trekker, kartrekker, advocate, sponsor, driver, promoter",
    (Position.SUPPORTER, Attitude.SUPPORTIVE): "supportive, supporter, support, supports, "
    "supporting, pro, for, in favour, in favor, positive, positief, voor, voorstander, "
    "medestander, ondersteunend, steunend, steunt, ally, bondgenoot, backer, advocate for, "
    "committed, enthusiastic, enthousiast, green, groen, friend, strongly supportive, "
    "highly supportive, strong support",
    (Position.FENCE_SITTER, Attitude.NEUTRAL): "neutral, neutraal, undecided, indifferent, "
    "ambivalent, afwachter, afwachtend, fence-sitter, fence sitter, mixed, gemengd, amber, oranje, "
    "orange, geel, yellow, onbeslist, compliant, passive, passief",
    (Position.OPPONENT, Attitude.RESISTANT): "resistant, resistor, resister, blocker, opposed, "
    "opposing, opponent, oppose, opposes, against, contra, con, negative, negatief, tegen, "
    "tegenstander, tegenwerker, weerstand, critical opponent, hostile, adversary, red, rood, "
    "detractor, strongly opposed, skeptical, sceptical, sceptisch, blokkeerder",
    (Position.UNKNOWN, Attitude.UNAWARE): "unaware, not aware, uninformed, niet op de hoogte, "
    "onbewust, onwetend, niet bewust",
    (Position.PARTNER, Attitude.SUPPORTIVE): "partner",
    (Position.QUIET_SUPPORTER, Attitude.SUPPORTIVE): "quiet supporter, stille medestander, "
    "passive supporter, follower, volger, meeloper",
    (Position.CRITIC, Attitude.NEUTRAL): "critic, critical, kritisch, kritische meedenker, "
    "criticus, kritische vriend, critical friend",
    (Position.QUIET_OPPONENT, Attitude.RESISTANT): "quiet opponent, stille tegenstander, avoider, "
    "vermijder, passive resistant, passive opponent",
}


def _by_word(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {word: meaning for meaning, words in table.items() for word in words.split(", ")}


LEVEL_WORDS = _by_word(_LEVELS)
STANCE_WORDS = {word: Stance(*meaning) for word, meaning in _by_word(_ATTITUDES).items()}
