"""A reason is one sentence to read in passing, however much was written down."""

import pytest

from staketerm.domain.nurture.facts import (
    Asked,
    Consented,
    Deed,
    Part,
    Promised,
    Reached,
    Scene,
)
from staketerm.domain.text import in_brief
from tests.nurturing import TODAY, ago, case, entry, only, planned

LONG = "The cable survey of street 2 may slip. " + "It depends on the radar van\nand " * 300
ENDLESS = "x" * 5_000
BOUND = 320
"""Two texts cut short, a name and what is said of them."""


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("One desk", 20, "One desk"),
        ("One desk for all", 10, "One desk…"),
        ("One desk, for all", 10, "One desk…"),
        ("One\n\n  desk\tfor all", 40, "One desk for all"),
        ("Nachtwachenaufführung", 10, "Nachtwach…"),
        ("", 10, ""),
    ],
)
def test_a_text_is_cut_by_words(text: str, most: int, cut: str) -> None:
    assert in_brief(text, most) == cut
    assert len(cut) <= most


@pytest.mark.parametrize("text", [LONG, ENDLESS], ids=["words", "one word"])
def test_no_reason_is_longer_than_a_sentence_or_two(text: str) -> None:
    plan, risk, success = (entry(kind, 3, text, id=kind) for kind in ("plan", "risk", "success"))
    zoe = case("fence_sitter", name="Zoe").party
    people = [
        case("critic", parts=(Part(plan, "contributor", text),)),
        case(parts=(Part(risk, "helper", text), Part(success, "contributor", text))),
        case(consent=Consented("granted", ago(90))),
        case("supporter", deeds=(Deed("d", "provided_resources", ago(1), "gave money", 7, text),)),
        case("supporter", asks=(Asked("q", "advice", "me", ago(9), text, None, ago(5), "given"),)),
        case("supporter", promises=(Promised("p", "me", text, TODAY),)),
        case("supporter", asks=(Asked("r", "mail", "them", ago(2), text),)),
        case("supporter"),
    ]
    scene = Scene(
        told=(risk, success),
        plans=(plan,),
        audience=(zoe,),
        carried_by={"ada": (Reached(zoe, 1, 1.0),)},
    )
    found = [each for one in people for each in planned(one, scene=scene)]
    assert {str(each.kind) for each in found} >= {
        "advice_request",
        "risk_alert",
        "celebration",
        "ambassador_request",
        "thank_you",
        "loop_closing",
        "agreement_due",
        "ask_open",
        "route_request",
    }
    for each in found:
        assert len(each.reason) <= BOUND, each.kind
        assert "\n" not in each.reason
    asked = only(planned(people[0], scene=scene), "advice_request")
    assert asked.reason.endswith("What does Ada think of it?"), "what it comes down to stays"
