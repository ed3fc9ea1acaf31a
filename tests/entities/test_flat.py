"""The flat text and its way back to the raw one."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cableview.entities.candidate import Candidate, settle
from cableview.entities.flat import Piece, flatten, requoted
from cableview.entities.lexicon import Lexicon
from cableview.entities.tokens import occurrences, words_of


@given(st.text(max_size=80))
@example("He said &quot;no&quot; &quot;")
def test_words_map_back(raw: str) -> None:
    flat = flatten(raw, [Piece("body", ((0, len(raw)),), 1)])
    read = requoted(raw)
    assert len(read) == len(raw)
    assert flat.text == " ".join(read.split())
    at = 0
    for word in flat.text.split(" ") if flat.text else []:
        start, end = flat.to_raw(at, at + len(word))
        assert read[start:end] == word
        assert flat.from_raw(start, end) == (at, at + len(word))
        at += len(word) + 1


def test_a_hole_is_left_out_and_a_mention_spans_it() -> None:
    raw = "Bank of\nPAGE 02\nChina"
    flat = flatten(raw, [Piece("body", ((0, 8), (16, len(raw))), 3)])
    assert flat.text == "Bank of China"
    assert flat.to_raw(0, 13) == (0, len(raw))


def test_segments_know_their_place() -> None:
    raw = "SUBJECT\nText here"
    flat = flatten(raw, [Piece("subject", ((0, 7),)), Piece("body", ((8, 17),), 1)])
    assert [(s.kind, s.number, s.capitals) for s in flat.segments] == [
        ("subject", None, True),
        ("body", 1, False),
    ]
    segment = flat.segment_at(10)
    assert segment is not None
    assert segment.kind == "body"
    assert flat.segment_at(-1) is None


def test_the_longest_wins_then_the_rank() -> None:
    kept = settle(
        [
            Candidate(0, 5, "PLACE", "China"),
            Candidate(0, 13, "ORGANIZATION", "China Company"),
            Candidate(20, 24, "PERSON", "Bern", 6),
            Candidate(20, 24, "PLACE", "Bern", 5),
            Candidate(30, 33, "CABLE_REF", "x", 0),
            Candidate(28, 40, "PLACE", "y", 1),
        ]
    )
    assert [(c.start, c.type) for c in kept] == [(0, "ORGANIZATION"), (20, "PLACE"), (30, "CABLE_REF")]


def test_names_are_whole_words() -> None:
    text = "Oman, Omani and Niger in Nigeria; Oman"
    found = Lexicon({"Oman": 1, "Niger": 2}).find(words_of(text))
    assert [(start, end) for start, end, _ in found] == [
        (0, 4),
        (16, 21),
        (34, 38),
    ]
    assert list(occurrences(text, "Oman")) == [(0, 4), (34, 38)]
