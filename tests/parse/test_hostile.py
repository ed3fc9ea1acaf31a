"""Whatever the text, the parser answers, and every place it names lies in the text and in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cableview.model.cable import Problem
from cableview.model.document import Document
from cableview.parse import parse_document
from tests.support.cable_text import seed_texts
from tests.support.soundness import assert_sound

PIECES = (
    "\n", "\r\n", " ", "\\\n", "&#x000A;", "&amp;", "¶", "1. (C) ", "11. (S) ", "2. ", "¶3.  ", "- 4. (U) ",
    "Summary: ", "End Summary.", "SUMMARY\n-------\n", "REF: A. STATE 1", "refs A-C", "reftel", "RANDT\n",
    "NNNN", "End Cable Text", "BEIJING 00002648  002 OF 005\n", "CONFIDENTIAL\nPAGE 02 ROME 01196 082030Z\n",
    "S E C R E T SECTION 02 OF 03 BEIJING 002648\n", "[PARM](#)", "$1.4\\ (b)$", "\x00", "\u202e", "\x85",
    "\ud800", "-" * 20, "(" * 20, "id: 1\ndate: x\nrefid: y\nheader:\n", "Classified By: X. Reasons 1.4 (b)",
    "İ", "TAGS: ",
)  # fmt: skip


@given(st.text(max_size=300))
def test_any_text(raw: str) -> None:
    assert_sound(raw)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text("aB1. \n", max_size=12)), max_size=40))
def test_pieces_of_cables_in_any_order(pieces: list[str]) -> None:
    assert_sound("".join(pieces))


@settings(max_examples=60)
@given(
    st.sampled_from(seed_texts()),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(PIECES)), max_size=8),
)
def test_damaged_seeds(raw: str, damage: list[tuple[float, int, str]]) -> None:
    for share, size, piece in damage:
        place = int(share * len(raw))
        raw = raw[:place] + piece + raw[place + size :]
    assert_sound(raw)


@pytest.mark.parametrize(
    "raw",
    ["", "\n", "\ufeff", "NNNN", "1.", "¶", "REF:", "(" * 5000, "-" * 5000, "¶1. " * 2000, "TAGS: " * 3000],
)
def test_degenerate_texts(raw: str) -> None:
    assert_sound(raw)


def test_what_decoding_guessed_is_told_first() -> None:
    guess = Problem("encoding", None, "Read as cp1252.")
    cable = parse_document(Document("x.txt", "1. (C) Text.", problems=(guess,)))
    assert cable.problems[0] == guess
