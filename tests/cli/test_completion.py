"""Tab: handles and kinds, read without the database layer."""

import pytest


@pytest.fixture
def tab(program):
    """What bash is offered for a command line whose last word is being typed."""

    def offered(*words: str) -> list[str]:
        said = program(
            _STAKETERM_COMPLETE="bash_complete",
            COMP_WORDS=" ".join(("staketerm", *words)),
            COMP_CWORD=str(len(words)),
        )
        return [line.partition(",")[2] for line in said.out.splitlines() if line]

    return offered


def test_handles_are_offered_for_who(say, ada, tab):
    say("add", "Adriaan Bos")
    say("add", "Bram Okafor")
    assert tab("why", "ad") == ["ada-lens", "adriaan-bos"]
    assert tab("show", "x") == []
    assert tab("involve", "ad") == tab("edit", "ad") == ["ada-lens", "adriaan-bos"]


def test_after_who_the_kinds_are_offered(say, ada, tab):
    assert tab("log", "ad") == ["ada-lens"]
    assert tab("log", "ada-lens", "agreement_") == [
        "agreement_kept",
        "agreement_late",
        "agreement_broken",
        "agreement_made",
    ]


def test_own_kinds_are_offered_and_retired_ones_only_where_they_can_be_revived(say, ada, tab):
    say("kinds", "add", "agreement praised in public", "--points", "4")
    say("kinds", "retire", "agreement_late")
    today = ("--today", "2026-11-24")
    assert tab(*today, "log", "ada-lens", "agreement_") == [
        "agreement_kept",
        "agreement_broken",
        "agreement_made",
        "agreement_praised_in_public",
    ]
    assert tab(*today, "kinds", "revive", "agreement_l") == ["agreement_late"]


def test_the_journal_named_on_the_line_is_the_one_that_is_read(say, tab, tmp_path):
    other = str(tmp_path / "other.db")
    say("add", "Zoë Bos", "--journal", other)
    assert tab("--journal", other, "why", "z") == ["zoe-bos"]


def test_without_a_journal_nothing_is_offered_and_nothing_made(tab, place):
    assert tab("why", "a") == []
    assert not place.exists()


def test_commands_and_options_are_offered(tab):
    assert tab("du") == ["due", "duplicates"]
    assert "--as-of" in tab("why", "--a")
