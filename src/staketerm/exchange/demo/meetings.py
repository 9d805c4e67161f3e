"""The meetings of the project: who came, and what each did there."""

from staketerm.exchange.demo.acts import Came, Meeting


def _came(*words: str) -> tuple[Came, ...]:
    """Attendees from "who" or "who kind" each."""
    return tuple(Came(*word.split()) for word in words)


MEETINGS: tuple[Meeting, ...] = (
    Meeting(
        "2024-12-10",
        "First round: who digs where",
        _came(
            "hilde active_in_meeting", "jeroen", "daan", "pieterjan passive_in_meeting", "roelof"
        ),
    ),
    Meeting(
        "2025-01-28",
        "What a second hole costs",
        _came("hilde", "jeroen said_concern", "claire", "bram passive_in_meeting", "lotte"),
    ),
    Meeting(
        "2025-03-18",
        "Maps on one table",
        _came("roelof active_in_meeting", "edwin passive_in_meeting", "kees", "daan", "fatima"),
    ),
    Meeting(
        "2025-05-13",
        "Walk along three open streets",
        _came("marek", "george", "wout said_concern", "ingrid", "pieterjan", "hilde"),
    ),
    Meeting(
        "2025-06-24",
        "One desk: three sketches",
        _came(
            "hilde active_in_meeting",
            "jeroen disagreed_openly",
            "roelof",
            "george",
            "ruth active_in_meeting",
            "nadia",
            "meiling",
        ),
    ),
    Meeting(
        "2025-09-09",
        "Who answers the phone",
        _came("lotte", "jeroen said_concern", "marek", "edwin", "bram passive_in_meeting", "sanne"),
    ),
    Meeting(
        "2025-11-04",
        "Steering group",
        _came("hilde", "claire", "bram", "pieterjan said_concern", "fatima"),
    ),
    Meeting(
        "2025-12-16",
        "Looking back at the first year",
        _came("hilde", "jeroen", "daan", "roelof", "ruth", "sanne", "lotte", "ingrid", "wout"),
        "Half of the notices concerned the same eight streets.",
    ),
    Meeting(
        "2026-02-05",
        "Steering group",
        _came("hilde active_in_meeting", "claire", "bram", "pieterjan", "fatima active_in_meeting"),
    ),
    Meeting(
        "2026-04-16",
        "Choosing a pilot street",
        _came(
            "anneke active_in_meeting",
            "hilde active_in_meeting",
            "marek passive_in_meeting",
            "daan",
            "sanne",
            "edwin",
        ),
    ),
    Meeting(
        "2026-05-28",
        "Rules of the pilot",
        (
            Came("anneke", "active_in_meeting", "Two suggestions."),
            *_came("jeroen said_concern", "roelof", "ruth", "lotte", "fatima"),
        ),
    ),
    Meeting(
        "2026-06-18",
        "Pilot street, on site",
        (
            Came("anneke", "agenda_changed", "Moved her calendar for the pilot."),
            *_came("marek active_in_meeting", "hilde"),
        ),
    ),
    Meeting("2026-07-28", "Duct maps", _came("meiling", "edwin", "ruth"), kind="call"),
    Meeting(
        "2026-08-27",
        "Start of the pilot",
        _came("marek active_in_meeting", "ruth", "roelof", "daan", "sanne", "wout said_concern"),
    ),
    Meeting(
        "2026-09-24",
        "Session desk rules",
        _came(
            "hilde active_in_meeting",
            "jeroen disagreed_openly",
            "roelof passive_in_meeting",
            "edwin passive_in_meeting",
            "pieterjan said_concern",
            "fatima active_in_meeting",
            "nadia",
        ),
    ),
    Meeting(
        "2026-10-13",
        "Session desk rules, second half",
        _came(
            "hilde",
            "jeroen said_concern",
            "marek",
            "ruth",
            "george active_in_meeting",
            "ingrid",
            "lotte",
            "priya active_in_meeting",
        ),
        "Draft 2 agreed but for the phone number.",
    ),
    Meeting(
        "2026-11-10",
        "Session working agreements",
        _came(
            "hilde active_in_meeting",
            "jeroen active_in_meeting",
            "marek shared_information",
            "fatima active_in_meeting",
            "daan",
            "edwin passive_in_meeting",
            "pieterjan",
        ),
        "One desk, one phone number. The working agreements get a second draft.",
    ),
    Meeting(
        "2026-11-12",
        "Dates for street 2",
        (
            Came("lotte", "active_in_meeting", "Came for Anneke de Wit."),
            Came("daan", "shared_information", "Offered a second crew."),
            Came("sanne"),
        ),
    ),
)
