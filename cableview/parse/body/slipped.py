"""Summary and End Summary where a slip hides them; looked for when one of the two is not found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from cableview.model.cable import Paragraph
from cableview.parse.body.marking import MARKING
from cableview.parse.slips import one_slip

_JOINED = "COMMENT COMMENTS ACTION INTRODUCTION BACKGROUND RECOMMENDATION RECOMMENDATIONS ANALYSIS OVERVIEW"
_BEFORE = r"(?:EXECUTIVE|KEY|BRIEF|UNCLASSIFIED)"
_END = rf"END\s+(?:OF\s+)?(?:{_BEFORE}\s+)?{one_slip('SUMMARY')}\b"
_LETTERS = frozenset(bytes((letter,)) for letter in b"abcdefghijklmnopqrstuvwxyz")
_INITIALS = frozenset("sumeibkacroSUMEIBKACRO(/*[ ")
"""What a label with the word Summary may begin with."""
SIGNS = " \t\n(/[<*.-"
"""What may stand before the words End Summary and belongs to them."""


def slipped_opening(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """Return the paragraph that begins with a label Summary, and where its words begin; -1 for nowhere."""
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if text[:1] in _INITIALS and (opening := _opening().match(text)):
            return index, opening.end()
    return -1, -1


def slipped_end(
    paragraphs: Sequence[Paragraph], folded: bytes, low: int, starts: Sequence[int], opened: tuple[int, int]
) -> tuple[int, int]:
    """Return the paragraph with the words End Summary and where the summary ends in it; -1 for nowhere.

    The text ``folded`` is that from ``low`` on, where the paragraphs start at ``starts``. ``opened`` is the
    paragraph and the place in it where the summary begins.
    """
    first, start = opened
    seen = first - 1
    place = folded.find(b"end ")
    while place >= 0:
        if folded[place - 1 : place] not in _LETTERS and _end_folded().match(folded, place):
            index = max(bisect_right(starts, low + place) - 1, 0)
            if index > seen:
                seen, text = index, paragraphs[index].text
                closing = _end().search(text, start if index == first else 0)
                if closing:
                    return index, text_end(text, len(text[: closing.start()].rstrip(SIGNS)))
        place = folded.find(b"end ", place + 4)
    return -1, -1


def text_end(text: str, end: int) -> int:
    """Return where the words before End Summary end, with the full stops of the last sentence at ``end``."""
    return end + len(text[end:]) - len(text[end:].lstrip("."))


@cache
def _opening() -> re.Pattern[str]:
    joined = "|".join(one_slip(word) for word in _JOINED.split())
    other = rf"(?:{joined})(?:\s+{one_slip('REQUEST')}S?)?"
    return re.compile(
        rf"[\s/(*\[]*(?:BEGIN\s+)?(?:{_BEFORE}\s+|{other}\s*(?:/|&|\bAND\b)\s*)?{one_slip('SUMMARY')}\b"
        rf"(?:\s*(?:/|&|\bAND\b|,|-)\s*{other}){{0,2}}\s*[/)*]*\s*"
        rf"(?:[.:;]|-{{1,3}}\s|\n)[\s/*=_-]*(?:{MARKING}\s*[.:]?\s*)?",
        re.IGNORECASE,
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\b{_END}(?=\s*(?:[^\w\s]|\Z)|\n)", re.IGNORECASE)


@cache
def _end_folded() -> re.Pattern[bytes]:
    return re.compile(_END.encode(), re.IGNORECASE)
