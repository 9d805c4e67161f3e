"""The built-in kinds of signal and what each is worth (inference section 3).

Points are decibans, 10*log10(P(act | supportive) / P(act | opposing)), rounded; effort makes
energy. The first eight are the behaviours named by S002; most kinds against mirror one of them.
`advice_asked` stands beside `mail_sent` because both wait for an answer: silence on either becomes
`mail_unanswered` (4.5), and an answer to it is `advice_given`, `advice_refused` or `mail_answered`.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from staketerm.domain.kind_labels import LABELS, SHORT_LABELS
from staketerm.domain.signals import Kind, Origin, Question, Weight, catalogue_of

_D, _M, _W, _NONE = Weight.DEED, Weight.MAJOR, Weight.WORDS, Weight.NONE


def _kind(
    id: str,
    points: float,
    effort: float,
    weight: Weight,
    *,
    origin: Origin = Origin.THEIRS,
    opens: Question | None = None,
    contact: bool = False,
    stated: bool = False,
    champions: bool = False,
    blocks: bool = False,
) -> Kind:
    """The kind with its labels."""
    return Kind(
        id,
        points,
        effort,
        weight,
        *LABELS[id],
        *SHORT_LABELS.get(id, ("", "")),
        origin=origin,
        opens=opens,
        contact=contact,
        stated=stated,
        champions=champions,
        blocks=blocks,
    )


_FOR = (
    _kind("mail_answered", 2, 1, _D, contact=True),
    _kind("informal_approach", 5, 3, _D, contact=True),
    _kind("advice_given", 3, 2, _D, contact=True),
    _kind("active_in_meeting", 3, 2, _D, contact=True),
    _kind("agreement_kept", 3, 1, _D, contact=True),
    _kind("agenda_changed", 6, 3, _M, contact=True),
    _kind("invited_to_team", 8, 4, _M, contact=True, champions=True),
    _kind("unsolicited_feedback", 5, 3, _D, contact=True),
    _kind("shared_information", 4, 2, _D, contact=True),
    _kind("provided_resources", 7, 3, _M, contact=True, champions=True),
    _kind("brought_others", 8, 4, _M, champions=True),
    _kind("bad_news_early", 4, 2, _D, contact=True),
    _kind("disagreed_openly", 2, 2, _D, contact=True),
    _kind("defended_project", 9, 4, _M, champions=True),
)

_AGAINST = (
    _kind("mail_unanswered", -5, 0, _D, origin=Origin.DERIVED),
    _kind("passive_in_meeting", -1, 0.5, _D, contact=True),
    _kind("cancelled_late", -3, 0, _D),
    _kind("no_show", -5, 0, _D),
    _kind("agreement_late", -2, 0, _D, contact=True),
    _kind("agreement_broken", -7, 0, _D),
    _kind("advice_refused", -5, 0, _D, contact=True),
    _kind("no_time_made", -3, 0, _D),
    _kind("access_refused", -6, 1, _M),
    _kind("delegated_down", -3, 0, _D),
    _kind("withheld_information", -7, 1, _M),
    _kind("complaint_third_party", -8, 3, _M, blocks=True),
    _kind("obstructed", -9, 4, _M, blocks=True),
    _kind("open_opposition", -10, 4, _M, blocks=True),
    _kind("mobilised_against", -12, 4, _M, blocks=True),
)

_WORDS = (
    _kind("said_support", 1, 0, _W, contact=True, stated=True),
    _kind("said_concern", -1, 1, _W, contact=True, stated=True),
    _kind("said_oppose", -4, 1, _W, contact=True, stated=True),
    _kind("hearsay_for", 1, 0, _W),
    _kind("hearsay_against", -1, 0, _W),
    _kind("promised", 0, 0, _W, contact=True),
)

_NEUTRAL = (
    _kind("contact", 0, 0.5, _NONE, contact=True),
    _kind("mail_sent", 0, 0, _NONE, origin=Origin.MINE, opens=Question.MAIL),
    _kind("advice_asked", 0, 0, _NONE, origin=Origin.MINE, opens=Question.ADVICE),
    _kind("invitation", 0, 0, _NONE, origin=Origin.MINE, opens=Question.INVITATION),
    _kind(
        "agreement_made", 0, 0, _NONE, origin=Origin.MINE, opens=Question.AGREEMENT, contact=True
    ),
)

CATALOGUE: Mapping[str, Kind] = MappingProxyType(catalogue_of(_FOR + _AGAINST + _WORDS + _NEUTRAL))


class Catalogue(dict[str, Kind]):
    """The kinds of a journal by id, as they stand on a day.

    An id that is not in it, from a colleague or another version, gives by `[]` a kind that counts
    nothing and is called by its id, or as in `later`: kinds that came after that day. `in`, `get`
    and the values leave such a kind out.
    """

    def __init__(self, kinds: Iterable[Kind], later: Iterable[Kind] = ()) -> None:
        super().__init__(catalogue_of(kinds))
        self._later = {kind.id: uncounted(kind.id, kind.english, kind.dutch) for kind in later}

    def __missing__(self, id: str) -> Kind:
        return self._later.get(id) or uncounted(id, id, id)


def uncounted(id: str, english: str, dutch: str) -> Kind:
    """A kind that is known by name alone: it counts nothing and moves no day of last contact."""
    return Kind(id or "?", 0, 0, Weight.NONE, english or "?", dutch or "?")


def with_own(own: Iterable[Kind], later: Iterable[Kind] = ()) -> Catalogue:
    """The built-in kinds with `own` added; one of the same id takes the place of the built-in.

    Of the kinds in `later` only the labels are known.
    """
    return Catalogue({**CATALOGUE, **catalogue_of(own)}.values(), later)


def offered(catalogue: Mapping[str, Kind]) -> dict[str, Kind]:
    """The kinds that can be logged: all but the retired ones."""
    return {id: kind for id, kind in catalogue.items() if not kind.retired}
