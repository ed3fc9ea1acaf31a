"""Summary and End Summary where a slip hides them; looked for when one of the two is not found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from cableview.model.cable import Paragraph
from cableview.parse.body.marking import MARKING
from cableview.parse.slips import one_slip

_JOINED = r"[A-Z]{4,16}(?:\s+[A-Z]{4,9})?"
"""What is joined to the word by And or a slash, such as Action Request, with slips or without."""
_BEFORE = r"(?:EXECUTIVE|KEY|BRIEF|UNCLASSIFIED)"
_END = rf"END\s+(?:OF\s+)?(?:{_BEFORE}\s+)?{one_slip('SUMMARY')}\b"
_OPENING = re.compile(
    rf"[\s/(*\[]*(?:BEGIN\s+)?(?:{_BEFORE}\s+|{_JOINED}\s*(?:/|&|\bAND\b)\s*)?{one_slip('SUMMARY')}\b"
    rf"(?:\s*(?:/|&|\bAND\b|,|-)\s*{_JOINED}){{0,2}}\s*[/)*]*\s*"
    rf"(?:[.:;]|-{{1,3}}\s|\n)[\s/*=_-]*(?:{MARKING}\s*[.:]?\s*)?",
    re.IGNORECASE,
)
_CLOSING = re.compile(rf"\b{_END}(?=\s*(?:[^\w\s]|\Z)|\n)", re.IGNORECASE)
_FOLDED_END = re.compile(_END.encode(), re.IGNORECASE)
_LETTERS = frozenset(bytes((letter,)) for letter in b"abcdefghijklmnopqrstuvwxyz")
_HALVES = ("SUM", "MARY")
"""One slip leaves one of them whole; looking for them costs far less than the pattern."""
_REACH = 60
SIGNS = " \t\n(/[<*.-"
"""What may stand before the words End Summary and belongs to them."""


def slipped_opening(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """Return the paragraph that begins with a label Summary, and where its words begin; -1 for nowhere."""
    for index, paragraph in enumerate(paragraphs):
        begins = paragraph.text[:_REACH].upper()
        if (_HALVES[0] in begins or _HALVES[1] in begins) and (opening := _OPENING.match(paragraph.text)):
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
        if folded[place - 1 : place] not in _LETTERS and _FOLDED_END.match(folded, place):
            index = max(bisect_right(starts, low + place) - 1, 0)
            if index > seen:
                seen, text = index, paragraphs[index].text
                closing = _CLOSING.search(text, start if index == first else 0)
                if closing:
                    return index, text_end(text, len(text[: closing.start()].rstrip(SIGNS)))
        place = folded.find(b"end ", place + 4)
    return -1, -1


def text_end(text: str, end: int) -> int:
    """Return where the words before End Summary end, with the full stops of the last sentence at ``end``."""
    return end + len(text[end:]) - len(text[end:].lstrip("."))
