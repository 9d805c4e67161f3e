"""What the message line says of a write, and what is left of it where there is little room."""

from staketerm.journal.receipt import Moved, Receipt
from staketerm.tui.drawing.lines import Line
from staketerm.tui.drawing.look import ASCII, FULL
from staketerm.tui.notices import Named, Private, fault, receipt_notice, say
from staketerm.tui.veil import Veil

ADA = Moved("a", "Ada Lens", "g", "fence_sitter", "supporter", 0.1, 0.5)
BRAM = Moved("b", "Bram Okafor", "g", "unknown", "critic", 0.0, 0.1)
STILL = Moved("a", "Ada Lens", "g", "critic", "critic", 0.1, 0.12)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line).strip()


def told(receipt: Receipt, *lead, look=FULL, veil=None, cells=None) -> str:
    return text(receipt_notice(receipt, *lead).line(look, veil or Veil(), cells))


def receipt(*moved: Moved, notes: tuple[str, ...] = ()) -> Receipt:
    return Receipt("b1", "log", (), moved, tuple(move.stakeholder for move in moved), notes)


def test_who_moved_from_where_to_where():
    assert told(receipt(ADA)) == "Ada Lens ◇ fence-sitter → ● supporter."
    assert told(receipt(ADA), look=ASCII) == "Ada Lens ~ fence-sitter -> O supporter."


def test_what_was_done_comes_first_and_names_nobody_twice():
    lead = (Named("a", "Ada Lens"), ": ", Private('"kept an agreement"'), " logged.")
    assert told(receipt(ADA), *lead) == (
        'Ada Lens: "kept an agreement" logged. ◇ fence-sitter → ● supporter.'
    )
    assert told(receipt(STILL), *lead) == (
        'Ada Lens: "kept an agreement" logged. ◆ critic, unchanged.'
    )


def test_where_there_is_little_room_a_position_that_stays_is_not_said():
    lead = (Named("a", "Ada Lens"), ": ", Private('"kept an agreement"'), " logged.")
    assert told(receipt(STILL), *lead, cells=40) == 'Ada Lens: "kept an agreement" logged.'


def test_a_position_that_stays_is_never_said_of_nobody():
    lead = ("counted once from now on.",)
    assert told(receipt(STILL), *lead) == "counted once from now on. Ada Lens ◆ critic, unchanged."


def test_where_there_is_little_room_the_move_is_what_stays():
    lead = (Named("a", "Ada Lens"), ": ", Private('"kept an agreement"'), " logged.")
    assert told(receipt(ADA), *lead, cells=50) == "Ada Lens ◇ fence-sitter → ● supporter."
    assert told(receipt(ADA), *lead, cells=80).startswith('Ada Lens: "kept')


def test_several_are_named_and_the_rest_counted():
    three = receipt(ADA, BRAM, Moved("c", "Cleo", "g", "critic", "partner", 0.1, 0.5))
    assert told(three) == (
        "Ada Lens ◇ fence-sitter → ● supporter. Bram Okafor · unknown → ◆ critic. 1 more moved."
    )


def test_what_came_with_it_is_said_and_only_what_changed_can_be_undone():
    assert told(receipt(notes=("Lumenet is new here.",))) == "Lumenet is new here."
    nothing = receipt_notice(Receipt(None, "log"))
    assert text(nothing.line(FULL, Veil())) == "nothing has changed"
    assert not nothing.undo
    assert receipt_notice(receipt(ADA)).undo


def test_behind_the_veil_nobody_is_named_and_nothing_quoted():
    hidden = told(
        receipt(ADA, notes=("Ada Lens is new here.",)), Private("Ada"), veil=Veil(down=True)
    )
    assert "Ada" not in hidden
    assert "◇ fence-sitter → ● supporter" in hidden
    assert "Ada" not in text(fault(ValueError("no Ada here")).line(FULL, Veil(down=True)))
    assert text(say("q again leaves").line(FULL, Veil(down=True))) == "q again leaves"
