"""What is shown of a long text around its differences."""

from __future__ import annotations

import pytest

from cableview.model.cable import Span
from cableview.versions import excerpt

TEXT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


def shown(spans: list[Span], context: int = 12) -> str:
    return "".join(f"<{text}>" if lit else text for text, lit in excerpt(TEXT, spans, context))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3)], "<one> two three …"),
        ([(TEXT.index("seven"), TEXT.index("seven") + 5)], "… five six <seven> eight …"),
        ([(0, 3), (4, 7)], "<one> <two> three …"),
        ([(TEXT.index("fifteen"), len(TEXT))], "… fourteen <fifteen>"),
        ([(8, 8)], "one two three four …"),
        ([], "one two three four …"),
    ],
)
def test_only_what_stands_around_a_difference_is_shown(spans: list[Span], expected: str) -> None:
    assert shown(spans) == expected


def test_a_short_text_is_shown_whole() -> None:
    assert shown([(8, 13)], 100) == TEXT.replace("three", "<three>")


def test_a_word_without_end_is_cut_somewhere() -> None:
    assert excerpt("x" * 500, [(250, 251)], 10)[1] == ("x", True)
    assert len(excerpt("x" * 500, [(250, 251)], 10)[0].text) < 20
