from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.model.cable import Change
from cableview.parse.working import apply_changes

RAW = "a\r\nb &amp; c\n"
CHANGES = [Change("line-end", (1, 3), "\n"), Change("entity", (5, 10), "&")]


def test_changes_are_made_and_offsets_lead_back() -> None:
    working = apply_changes(RAW, CHANGES)
    assert working.text == "a\nb & c\n"
    assert working.to_raw(0, 1) == (0, 1)
    assert working.to_raw(4, 5) == (5, 10)
    assert working.to_raw(2, 7) == (3, 12)
    assert working.to_text(5, 10) == (4, 5)
    assert working.to_text(3, 12) == (2, 7)


def test_no_change_is_the_raw_text_itself() -> None:
    working = apply_changes(RAW, [])
    assert working.text is RAW
    assert working.to_raw(3, 7) == (3, 7)
    assert working.to_text(3, 7) == (3, 7)


def test_everything_cut_leaves_an_empty_text() -> None:
    working = apply_changes("NNNN", [Change("end", (0, 4))])
    assert working.text == ""
    assert working.to_raw(0, 0) == (0, 0)
    assert working.to_text(2, 4) == (0, 0)


def test_overlapping_change_is_left_out() -> None:
    working = apply_changes("abcdef", [Change("x", (0, 3)), Change("y", (2, 4)), Change("z", (4, 5), "!")])
    assert working.text == "d!f"
    assert [change.rule for change in working.changes] == ["x", "z"]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (8, 8)])
def test_empty_span_stays_empty(start: int, end: int) -> None:
    first, last = apply_changes(RAW, CHANGES).to_raw(start, end)
    assert first == last <= len(RAW)


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=3))))
def test_kept_characters_map_to_themselves(raw: str, cuts: list[tuple[int, int, str]]) -> None:
    changes = [Change("r", (start, start + size), put) for start, size, put in sorted(cuts)]
    working = apply_changes(raw, changes)
    replaced = [change.source for change in working.changes]
    for index, character in enumerate(working.text):
        start, end = working.to_raw(index, index + 1)
        assert 0 <= start <= end <= len(raw)
        assert raw[start:end] == character or (start, end) in replaced
