"""What a spreadsheet makes of cells that nobody touched, and what people type instead."""

import pytest

from staketerm.exchange.retyping import in_our_form, only_retyped
from staketerm.exchange.tables.dates import Order
from staketerm.store.types import Count, Day, Flag, Number, Words

# Seen in LibreOffice 7.4, opened and saved as CSV in English and German (storage-sync 1.6).
RETYPED = [
    ("=1+1", "2"),
    ("0049301234567", "49301234567"),
    ("01067", "1067"),
    ("1E5", "1.00E+05"),
    ("1E5", "100000"),
    ("12345678901234567890", "1.23456789012346E+019"),
    ("$5", "5"),
    ("(5)", "-5"),
    ("1.", "1"),
    ("+4", "4"),
    ("0.50", "0.5"),
    ("1.0", "1"),
    (".5", "0.5"),
    ("1.5", "1,5"),
    ("1,5", "1.5"),
    ("1,000.50", "1000.5"),
    ("50%", "50.00%"),
    ("1/2", "02/01/2026"),
    ("1/2", "01/02/2026"),
    ("MAR-5", "03/05/2026"),
    ("Jan 5", "01/05/2026"),
    ("Jan 5", "01/01/2005"),
    ("3:4", "03:04:00 AM"),
    ("10:30", "10:30:00"),
    ("10:30", "10:30:00 AM"),
    ("true", "TRUE"),
    ("yes", "YES"),
    ("2026-11-24", "24/11/2026"),
    ("2026-11-24", "11/24/26"),
    ("2026-11-24", "24.11.2026"),
    ("2026-11-24", "24-11-26"),
    ("2026-11-24", "24 Nov 2026"),
    ("美咲", "??"),
    ("Zoë 美", "Zoë ?"),
    ("two words", "two words "),
    ("'=1+1", "=1+1"),
    ("-dash", "#NAME?"),
]

KEPT = ["'=1+1", "'+49 30", "'0049301", "'1/2", "'MAR-5", "'1E5", "'10:30", "'TRUE", "'1,5", "''x"]

EDITED = [
    ("1.0", "1.5"),
    ("1.0", "0.5"),
    ("2026-11-24", "2026-11-25"),
    ("2026-11-24", "24/12/2026"),
    ("2026-11-24", ""),
    ("yes", ""),
    ("", "yes"),
    ("Ada", "Ida"),
    ("Zoë", "Zo?"),
    ("$5", "€6"),
    ("'+49 30 1", "'+49 30 2"),
    ("'0049 30 1", "+49 30 1"),
    ("10:30", "10:31"),
    ("=1+1", "two"),
]


@pytest.mark.parametrize(("was", "now"), RETYPED)
def test_what_a_spreadsheet_wrote_otherwise_is_the_same(was, now):
    assert only_retyped(was, now)


@pytest.mark.parametrize("cell", KEPT)
def test_what_is_guarded_stays_and_anything_else_in_its_place_is_an_edit(cell):
    assert only_retyped(cell, cell)
    assert not only_retyped(cell, "5")


@pytest.mark.parametrize(("was", "now"), EDITED)
def test_what_somebody_typed_is_an_edit(was, now):
    assert not only_retyped(was, now)


def test_the_days_of_a_file_tell_what_comes_first():
    assert only_retyped("2026-03-04", "04/03/2026", Order.DAY)
    assert not only_retyped("2026-03-04", "03/04/2026", Order.DAY)


@pytest.mark.parametrize(
    ("kind", "typed", "ours"),
    [
        (Number, "1,5", "1.5"),
        (Number, " 0.5 ", "0.5"),
        (Count, "3,00", "3"),
        (Count, "90", "90"),
        (Day, "24-12-2026", "2026-12-24"),
        (Day, "24 december 2026", "2026-12-24"),
        (Flag, "TRUE", "yes"),
        (Flag, "waar", "yes"),
        (Flag, "FALSE", ""),
        (Words, "1,5", "1,5"),
        (Number, "much", "much"),
        (Day, "yesterday", "yesterday"),
        (Flag, "perhaps", "perhaps"),
    ],
)
def test_what_somebody_typed_is_put_into_the_form_of_our_files(kind, typed, ours):
    assert in_our_form(kind, typed, Order.DAY) == ours
