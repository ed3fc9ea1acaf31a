"""Breaking clean text into lines: slices of the text, so that every line knows its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cableview.app.typeset.cells import char_width, is_plain

_ITEM = re.compile(r"[ \t]*(?:[-*•–—·o]|--|\(?(?:[A-Za-z]|\d{1,2}|[ivx]{2,4})[.)])[ \t]+(?=\S)")
_TABLE = re.compile(r"\S(?: {3,}|\t)\S.*\S(?: {3,}|\t)\S|\|.*\||^[ \t]{6,}\S.* {3,}\S")
_CHARS_A_CELL = 8
"""A line holds at most this many characters for each cell: combining marks take no cells, yet cost time."""

_AFTER_BREAK = 2
"""Indent of the rest of a raw line that had to be broken."""

Piece = tuple[int, int, int]
"""A line as (start, end, indent): a slice of the text and the cells to leave free before it."""


def wrap(text: str, measure: int, room: int) -> Iterator[Piece]:
    r"""Yield the lines of ``text``, ``\n`` being a hard break.

    ``measure`` is the width of running text in cells, ``room`` what the rows of a table may take. Items of
    a list get a hanging indent. Blanks are dropped where a line is broken, everything else is kept.
    """
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from _block(text, start, end, measure, max(room, measure))
        start = end + 1


def _block(text: str, start: int, end: int, measure: int, room: int) -> Iterator[Piece]:
    head = text[start : min(end, start + 400)]
    if _TABLE.search(head):
        return _fill(text, start, end, room, min(4, room // 4))
    item = _ITEM.match(head)
    hang = item.end() if item and item.end() <= measure // 4 else 0
    return _fill(text, start, end, measure, hang)


def _fill(text: str, start: int, end: int, width: int, hang: int) -> Iterator[Piece]:
    """Break the slice at blanks; a word wider than the line is cut."""
    if is_plain(text[start:end]):
        return _fill_plain(text, start, end, width, hang)
    return _fill_cells(text, start, end, width, hang)


@lru_cache(maxsize=64)
def _line_pattern(width: int) -> re.Pattern[str]:
    return re.compile(rf"(?s:.{{0,{width - 1}}})\S(?=\s|\Z)|\S{{1,{width}}}")


def _fill_plain(text: str, start: int, end: int, width: int, hang: int) -> Iterator[Piece]:
    first, later = _line_pattern(width), _line_pattern(max(1, width - hang))
    match = first.match(text, start, end)
    if match is None:
        # Indented so far that no word fits behind the blanks, or blank altogether.
        match = first.match(text, _skip_blanks(text, start, end), end)
    if match is None:
        yield (start, start, 0)
        return
    yield (match.start(), match.end(), 0)
    at = _skip_blanks(text, match.end(), end)
    while at < end:
        match = later.match(text, at, end)
        if match is None:
            return
        yield (at, match.end(), hang)
        at = _skip_blanks(text, match.end(), end)


def _fill_cells(text: str, start: int, end: int, width: int, hang: int) -> Iterator[Piece]:
    at, indent, first = start, 0, True
    while at < end or first:
        stop, used, blank = at, 0, -1
        limit = min(end, at + (width - indent) * _CHARS_A_CELL)
        while stop < limit:
            used += char_width(text[stop])
            if used > width - indent and stop > at:
                break
            if text[stop].isspace():
                blank = stop
            stop += 1
        if stop < end and not text[stop].isspace() and blank > at and not text[at:blank].isspace():
            stop = blank
        yield (at, at + len(text[at:stop].rstrip()), indent)
        at, indent, first = _skip_blanks(text, stop, end), hang, False


_BLANKS = re.compile(r"\s*")


def _skip_blanks(text: str, at: int, end: int) -> int:
    match = _BLANKS.match(text, at, end)
    return match.end() if match else at


def wrap_rows(text: str, width: int) -> Iterator[Piece]:
    """Yield the lines of ``text`` as printed, broken only where they are wider than ``width`` cells."""
    breaks = [-1, *(m.start() for m in re.finditer("\n", text)), len(text)]
    for before, end in pairwise(breaks):
        yield from _fill(text, before + 1, end, width, min(_AFTER_BREAK, width // 4))
