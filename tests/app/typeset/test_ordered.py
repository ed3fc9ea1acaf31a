from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cableview.app.typeset.line import Span
from cableview.app.typeset.ordered import Ordered

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda t: Span(t[0], sum(t), "hit")))


@given(SPANS, st.integers(0, 50), st.integers(1, 10))
def test_finds_what_a_plain_look_at_all_of_them_finds(spans: list[Span], start: int, length: int) -> None:
    end = start + length
    plain = [span for span in spans if span.start < end and span.end > start]
    assert list(Ordered(spans).between(start, end)) == sorted(plain, key=lambda span: span.start)
