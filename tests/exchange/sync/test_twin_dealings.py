"""Two colleagues wrote down one ask or one agreement: it counts once, when somebody says so, and
everybody comes to the same."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from staketerm.journal import history, ledger
from staketerm.journal.nurture.plan import plan
from staketerm.journal.opening import Journal
from staketerm.journal.positions.tally import tally
from staketerm.journal.requests import Agree, AskFor
from staketerm.journal.timeline import told
from staketerm.journal.twins import are_one, are_two, likely_twins
from staketerm.store.records import Agreement, Ask
from tests.exchange.sync.twins_stage import TODAY, Pair, id_in, in_step, the_twin
from tests.places import Where

BEFORE, DUE, ENDED = date(2026, 11, 2), date(2026, 11, 12), date(2026, 11, 10)


class Dealings(Pair):
    """The two, who ask and agree."""

    def agrees(self, journal: Journal, text: str, due: date | None = DUE) -> str:
        request = Agree(
            stakeholder=self.ada, text=text, by="them", day=BEFORE, due=due, project=self.project
        )
        return id_in(ledger.agree(journal, request), "agreement")

    def asks(self, journal: Journal, text: str) -> str:
        request = AskFor(
            stakeholder=self.ada, text=text, kind="advice", day=BEFORE, project=self.project
        )
        return id_in(ledger.ask(journal, request), "ask")

    def both_agree(self) -> tuple[str, str]:
        """Anna writes it down first, so hers has the smaller id and stays."""
        hers = self.agrees(self.anna, "the drawings of the bridge")
        self.clock.move(minutes=1)
        his = self.agrees(self.bram, "Ada sends the drawings")
        self.sync()
        return hers, his


@pytest.fixture
def pair(tmp_path: Path, where: Where) -> Iterator[Dealings]:
    with in_step(where, tmp_path / "team") as both:
        yield Dealings(**vars(both))


def linked(journal: Journal) -> dict[str, str]:
    with journal.read() as reader:
        asks = {row.id: row.doubles for row in reader.rows(Ask) if row.doubles}
        return asks | {row.id: row.doubles for row in reader.rows(Agreement) if row.doubles}


def open_ids(journal: Journal) -> list[str]:
    return [item.id for item in ledger.open_items(journal)]


def test_an_agreement_that_both_wrote_down_is_proposed_to_both(pair: Dealings):
    hers, his = pair.both_agree()
    seen = the_twin(pair.anna)
    assert (seen.what, seen.day, seen.contested) == ("agreement", BEFORE, False)
    assert [(side.author, side.words) for side in (seen.one, seen.other)] == [
        ("you", "the drawings of the bridge"),
        ("Bram", "Ada sends the drawings"),
    ]
    (pairs,) = seen.pairs
    assert (pairs.name, pairs.stays, pairs.doubles) == ("Ada Lens", hers, his)
    assert the_twin(pair.bram).pairs == seen.pairs


def test_until_somebody_says_so_both_count_and_then_one_does_for_everybody(pair: Dealings):
    hers, his = pair.both_agree()
    ledger.settle(pair.anna, hers, "kept", ENDED)
    pair.sync()
    once = pair.ada_in(pair.bram)
    ledger.settle(pair.bram, his, "kept", ENDED)
    assert pair.ada_in(pair.bram).for_points > once.for_points
    pair.sync()
    receipt = are_one(pair.bram, the_twin(pair.bram))
    assert receipt.moved
    pair.sync()
    for journal in (pair.anna, pair.bram):
        assert likely_twins(journal) == ()
        assert pair.ada_in(journal).for_points == pytest.approx(once.for_points)
        with journal.read() as reader:
            assert tally(reader, TODAY)["agreement_kept"] == 1


def test_an_ask_and_its_answer_count_once(pair: Dealings):
    ledger.answer(pair.anna, pair.asks(pair.anna, "which route?"), ENDED, outcome="given")
    pair.sync()
    once = pair.ada_in(pair.anna)
    ledger.answer(pair.bram, pair.asks(pair.bram, "Route"), ENDED, outcome="given")
    pair.sync()
    assert pair.ada_in(pair.anna).for_points > once.for_points
    are_one(pair.anna, the_twin(pair.anna))
    assert pair.ada_in(pair.anna).for_points == pytest.approx(once.for_points)


def test_an_open_one_is_waited_for_and_planned_for_once(pair: Dealings):
    hers, his = pair.both_agree()
    assert open_ids(pair.bram) == [hers, his]
    are_one(pair.bram, the_twin(pair.bram))
    assert open_ids(pair.bram) == [hers]
    with pair.bram.read() as reader:
        due = [each.proposal for each in plan(reader, TODAY)]
    assert [each.occasion for each in due if each.kind == "agreement_due"] == [hers]


def test_both_stay_in_the_timeline_and_the_second_says_that_it_doubles(pair: Dealings):
    hers, his = pair.both_agree()
    are_one(pair.anna, the_twin(pair.anna))
    shown = {item.id: item for item in told(pair.anna, stakeholder=pair.ada)}
    assert (shown[his].doubles, shown[his].known) == (hers, "logged twice")
    assert (shown[hers].doubles, shown[hers].ignored) == (None, False)


def test_the_one_that_counts_takes_over_what_came_of_the_other_and_undo_gives_it_back(
    pair: Dealings,
):
    hers, his = pair.both_agree()
    ledger.settle(pair.bram, his, "late", ENDED, intensity=1.5)
    pair.sync()
    are_one(pair.anna, the_twin(pair.anna))
    with pair.anna.read() as reader:
        kept = reader.get(Agreement, hers)
    assert kept is not None
    assert (kept.outcome, kept.closed_on, kept.intensity) == ("late", ENDED, 1.5)
    assert open_ids(pair.anna) == []
    history.undo(pair.anna)
    assert open_ids(pair.anna) == [hers]
    assert len(likely_twins(pair.anna)) == 1


def test_what_came_of_the_doubled_one_meanwhile_is_not_lost_but_proposed_again(pair: Dealings):
    _hers, his = pair.both_agree()
    are_one(pair.anna, the_twin(pair.anna))
    ledger.settle(pair.bram, his, "broken", ENDED)
    pair.sync()
    for journal in (pair.anna, pair.bram):
        with journal.read() as reader:
            assert tally(reader, TODAY)["agreement_broken"] == 1
    are_one(pair.bram, the_twin(pair.bram))
    pair.sync()
    assert pair.ada_in(pair.anna) == pair.ada_in(pair.bram)
    for journal in (pair.anna, pair.bram):
        with journal.read() as reader:
            assert tally(reader, TODAY)["agreement_broken"] == 1
        assert likely_twins(journal) == ()
        assert open_ids(journal) == []


@pytest.mark.parametrize("first", ["anna", "bram"])
def test_both_decide_apart_from_each_other_and_come_to_the_same(pair: Dealings, first: str):
    hers, his = pair.both_agree()
    order = [pair.anna, pair.bram] if first == "anna" else [pair.bram, pair.anna]
    for journal in order:
        are_one(journal, the_twin(journal))
    pair.sync(*order)
    pair.sync()
    assert linked(pair.anna) == linked(pair.bram) == {his: hers}
    assert pair.ada_in(pair.anna) == pair.ada_in(pair.bram)


def test_undo_lets_both_count_again_and_travels(pair: Dealings):
    pair.both_agree()
    before = pair.ada_in(pair.anna)
    are_one(pair.anna, the_twin(pair.anna))
    pair.sync()
    history.undo(pair.anna)
    pair.sync()
    for journal in (pair.anna, pair.bram):
        assert linked(journal) == {}
        assert pair.ada_in(journal) == before
        assert len(likely_twins(journal)) == 1


def test_deleting_the_one_that_counts_brings_the_other_back(pair: Dealings):
    hers, his = pair.both_agree()
    are_one(pair.anna, the_twin(pair.anna))
    pair.sync()
    ledger.delete_item(pair.bram, "agreement", hers)
    pair.sync()
    assert open_ids(pair.anna) == open_ids(pair.bram) == [his]


def test_two_it_was_is_not_proposed_again_and_a_colleague_who_says_one_is_told_of(pair: Dealings):
    pair.both_agree()
    are_two(pair.anna, the_twin(pair.anna))
    assert likely_twins(pair.anna) == ()
    are_one(pair.bram, the_twin(pair.bram))
    pair.sync()
    assert the_twin(pair.anna).contested
    are_two(pair.anna, the_twin(pair.anna))
    pair.sync()
    assert linked(pair.anna) == linked(pair.bram) == {}


def test_what_is_one_is_so_whichever_of_the_two_names_the_other(pair: Dealings):
    hers, his = pair.both_agree()
    with pair.anna.write("edit") as writing:
        writing.patch(Agreement, hers, private=True)
    are_one(pair.anna, the_twin(pair.anna))
    assert linked(pair.anna) == {hers: his}
    with pair.anna.write("edit") as writing:
        writing.patch(Agreement, hers, private=False)
    pair.sync()
    assert likely_twins(pair.anna) == likely_twins(pair.bram) == ()
    assert linked(pair.bram) == {hers: his}


def test_where_signals_alone_are_shared_the_due_day_tells(tmp_path: Path, where: Where):
    with in_step(where, tmp_path / "team", "signals") as both:
        pair = Dealings(**vars(both))
        pair.both_agree()
        pair.agrees(pair.bram, "the keys", due=date(2026, 11, 30))
        pair.sync()
        seen = the_twin(pair.anna)
        assert seen.title == "the drawings of the bridge"
        assert {side.author: side.words for side in (seen.one, seen.other)}["Bram"] == ""
