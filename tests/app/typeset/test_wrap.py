from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.app.typeset.cells import cell_width, truncate
from cableview.app.typeset.wrap import wrap, wrap_rows


def rows(text: str, measure: int, room: int = 0) -> list[str]:
    return [" " * indent + text[start:end] for start, end, indent in wrap(text, measure, room)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one two three four", ["one two", "three four"]),
        ("one\ntwo", ["one", "two"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("abcdefghijklmnop", ["abcdefghijkl", "mnop"]),
        ("to abcdefghijklmnop", ["to", "abcdefghijkl", "mnop"]),
        ("漢字漢字漢字 かな", ["漢字漢字漢字", "かな"]),
        ("漢字漢字漢字漢", ["漢字漢字漢字", "漢"]),
        ("- one two three four", ["- one two", "  three four"]),
        ("a) one two three four", ["a) one two", "   three", "   four"]),
        ("   ", [""]),
        ("trailing    ", ["trailing"]),
        ("e\u0301 " * 6, ["e\u0301 e\u0301 e\u0301 e\u0301 e\u0301 e\u0301"]),
    ],
)
def test_breaks_lines_at_blanks(text: str, expected: list[str]) -> None:
    assert rows(text, 12) == expected


def test_rows_of_a_table_take_the_room_they_need() -> None:
    row = "Company        Item          Quantity"
    assert rows(row, 20, room=40) == [row]


def test_rows_of_a_table_wider_than_the_room_keep_their_first_column_clear() -> None:
    assert rows("Company     Item      Quantity", 20, room=24) == ["Company     Item", "    Quantity"]


def test_raw_rows_stand_as_printed_until_they_are_too_wide() -> None:
    text = "A.  as printed\n\n   indented, and then much too wide"
    shown = [" " * indent + text[start:end] for start, end, indent in wrap_rows(text, 24)]
    assert shown == ["A.  as printed", "", "   indented, and then", "  much too wide"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字漢", 5, "漢字…"), ("a b", 2, "a…")],
)
def test_truncates_by_cells(text: str, width: int, expected: str) -> None:
    assert truncate(text, width) == expected


LETTERS = st.one_of(
    st.characters(categories=("L", "M", "N", "P", "S", "Z")),
    st.sampled_from(" \t\n-•漢é\u0301.a"),
)


@given(st.text(LETTERS, max_size=300), st.integers(8, 90), st.integers(0, 120))
def test_any_text_fits_and_nothing_is_lost(text: str, measure: int, room: int) -> None:
    pieces = list(wrap(text, measure, room))
    assert all(indent + cell_width(text[start:end]) <= max(measure, room) for start, end, indent in pieces)
    shown = "".join(text[start:end] for start, end, _ in pieces)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(pieces))


@given(st.text(LETTERS, max_size=300), st.integers(8, 90))
def test_any_raw_text_fits_and_nothing_is_lost(text: str, width: int) -> None:
    pieces = list(wrap_rows(text, width))
    assert all(indent + cell_width(text[start:end]) <= width for start, end, indent in pieces)
    assert "".join("".join(text[start:end] for start, end, _ in pieces).split()) == "".join(text.split())


def test_a_hundred_thousand_marks_on_one_letter_are_cut_into_lines() -> None:
    pieces = list(wrap("e" + "\u0301" * 100_000, 80, 80))
    assert max(end - start for start, end, _ in pieces) <= 80 * 8
    assert sum(end - start for start, end, _ in pieces) == 100_001


def test_a_million_characters_without_a_blank_are_set() -> None:
    assert len(list(wrap("x" * 1_000_000, 80, 80))) == 12_500
