"""Offsets of a paragraph's clean text to those of the raw text, and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from cableview.model.cable import Cable, Paragraph, Span
from cableview.parse.working import Working, apply_changes

_INK = re.compile(r"\S")


class Alignment:
    """The way between one paragraph's text and the raw text it was read from.

    Only white space differs between the clean text and the raw slice once the cable's changes are made,
    so the n-th other character of the one is the n-th of the other, counted from the end: the number and
    the marking stand before the text.
    """

    __slots__ = ("_clean", "_places", "_working")

    def __init__(self, working: Working, paragraph: Paragraph) -> None:
        start, end = working.to_text(*paragraph.source)
        self._working = working
        self._clean = [match.start() for match in _INK.finditer(paragraph.text)]
        places = [match.start() for match in _INK.finditer(working.text, start, end)]
        self._places = places[max(len(places) - len(self._clean), 0) :]

    def to_raw(self, start: int, end: int) -> Span:
        """Return the raw span of ``paragraph.text[start:end]``, without white space at its ends."""
        first, last = bisect_left(self._clean, start), bisect_left(self._clean, end) - 1
        if not self._places:
            return 0, 0
        first = min(first, len(self._places) - 1)
        if last < first:
            place = self._places[first]
            return self._working.to_raw(place, place)
        last = min(last, len(self._places) - 1)
        return self._working.to_raw(self._places[first], self._places[last] + 1)

    def to_clean(self, start: int, end: int) -> Span | None:
        """Return the span of the clean text for ``raw[start:end]``; None when none of it is shown."""
        low, high = self._working.to_text(start, end)
        first, last = bisect_left(self._places, low), bisect_right(self._places, high - 1) - 1
        if last < first or last >= len(self._clean):
            return None
        return self._clean[first], self._clean[last] + 1


def align(raw: str, cable: Cable, paragraph: Paragraph) -> Alignment:
    """Return the alignment of one paragraph of ``cable``, which was read from ``raw``."""
    return Alignment(apply_changes(raw, cable.changes), paragraph)
