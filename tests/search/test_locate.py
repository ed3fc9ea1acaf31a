from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.search import Searcher, locate, locate_text, parse_query
from tests.search.conftest import CABLES

LIT = [
    ("norinco", "Norinco's NORINCO norincos", ["Norinco", "NORINCO"]),
    ("elysee", "at the Élysée, the E\u0301lyse\u0301e", ["Élysée", "E\u0301lyse\u0301e"]),
    ("camouflage", "camou\u200bflage", ["camou\u200bflage"]),
    ("83144", "STATE 083144", ["083144"]),
    ("dual-use", "dual use, dual-use, use dual", ["dual use", "dual-use"]),
    ('"norinco part"', "Norinco's part", ["Norinco's part"]),
    ("proliferat*", "Proliferation of proliferators", ["Proliferation", "proliferators"]),
    ("iran -syria", "Iran and Syria", ["Iran"]),
    ("same:(iran syria)", "Iran and Syria", ["Iran", "Syria"]),
    ("tag:iran", "Iran", []),
    ("a OR b", "A or B", ["A", "B"]),
    ('"a b" b', "a b b", ["a b", "b"]),
    ("", "anything", []),
]


@pytest.mark.parametrize(("asked", "text", "lit"), LIT)
def test_hits_are_lit_in_the_text(asked: str, text: str, lit: list[str]) -> None:
    spans = locate_text(text, parse_query(asked, typing=False))
    assert [text[start:end] for start, end in spans] == lit


def test_paragraph_by_paragraph_with_corrections(searcher: Searcher) -> None:
    query = parse_query("norinko", typing=False)
    result = searcher.search(query)
    spans = locate(CABLES[0], query, result.corrections)
    text = CABLES[0].paragraphs[1].text
    assert spans[0] == ()
    assert [text[start:end] for start, end in spans[1]] == ["Norinco"]


def test_a_word_being_typed_lights_its_completions() -> None:
    assert locate_text("Missiles miss", parse_query("miss")) == ((0, 8), (9, 13))


@given(st.text(), st.text())
def test_spans_lie_in_the_text_in_order(asked: str, text: str) -> None:
    at = 0
    for start, end in locate_text(text, parse_query(asked)):
        assert at <= start < end <= len(text)
        at = end
