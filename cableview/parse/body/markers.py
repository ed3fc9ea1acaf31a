"""Places where a paragraph number may stand, each with the evidence for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableview.parse.body.marking import marking_at

_NUMBER = (
    r"((?:[-*][ \t]+(?=\d{1,3}\. ?\())?(?:¶[ \t]?)?"
    r"(\d{1,3})(?:[ \t]?\.(?!\d)|\)(?=[ \t])|(?=[ \t]*\([A-Za-z])|(?<=¶\d)(?=[ \t])|(?<=¶\d\d)(?=[ \t])))"
)
_AT_START = re.compile(rf"\s*{_NUMBER}")
_LINE = re.compile(rf"\n[ \t]*(?=[-*¶0-9]){_NUMBER}")
_INLINE = re.compile(r"\. {0,3}\((?=[A-Za-z])")
_BEFORE_DOT = re.compile(r"(¶ ?)?(?<![\d.,/-])(\d{1,3})$")
_BARE_INLINE = re.compile(r"[.?!\"”')][ \t]+((?:¶ ?)?(\d{1,2})\.)[ \t]{1,3}(?=[A-Z\"“(])")
SENTENCE_ENDS = frozenset(".?!:;\"”’')]#")
"""A text that ends in one of them may be complete; in any other, it goes on."""
LONG_LINE = 140
"""Wrapped cables stay well below; one line of this length means that paragraphs are not wrapped."""


class Marker(NamedTuple):
    """A printed number that may start a paragraph."""

    start: int
    number: int
    printed: str
    marking: str | None
    body: int
    """Where the words after number and marking start."""
    blank: bool
    """A blank line, or nothing at all, stands before it."""
    ended: bool
    """The text before it ends a sentence, or is a line of dashes."""
    pilcrow: bool
    inline: bool = False


def find_markers(text: str, start: int, end: int, *, unwrapped: bool) -> list[Marker]:
    """Return every number at a line start, and in unwrapped text every one with a marking inside a line."""
    found = []
    first = _AT_START.match(text, start, end)
    if first:
        found.append(_marker(text, start, first))
        start = first.end()
    found += [_marker(text, start, match) for match in _LINE.finditer(text, start, end)]
    if unwrapped:
        dots = {marker.start + len(marker.printed) - 1 for marker in found}
        found += _inline(text, start, end, dots)
        found.sort()
    return found


def is_unwrapped(text: str, start: int, end: int) -> bool:
    """Tell whether whole paragraphs stand in one line."""
    position = start
    while end - position > LONG_LINE:
        stop = text.rfind("\n", position, position + LONG_LINE)
        if stop < 0:
            return True
        position = stop + 1
    return False


def bare_inline(text: str, start: int, end: int) -> list[Marker]:
    """Return numbers without a marking inside lines: weak evidence, to fill a gap with."""
    return [
        Marker(m.start(1), int(m.group(2)), m.group(1), None, m.end(), False, True, "¶" in m.group(1), True)
        for m in _BARE_INLINE.finditer(text, start, end)
    ]


def _marker(text: str, low: int, match: re.Match[str]) -> Marker:
    position = match.start(1)
    before = text[max(position - 60, low) : position]
    held = before.rstrip()
    blank = before.count("\n", len(held)) > 1 or not held
    marked = marking_at(text, match.end())
    printed = match.group(1)
    return Marker(
        position,
        int(match.group(2)),
        printed.rstrip(),
        marked[0] if marked else None,
        marked[1] if marked else match.end(),
        blank,
        not held or not held[-1].isalnum(),
        printed[0] == "¶",
    )


def _inline(text: str, start: int, end: int, known: set[int]) -> Iterator[Marker]:
    """Yield numbers before a full stop and a marking, but none whose full stop is ``known`` already."""
    for match in _INLINE.finditer(text, start, end):
        if match.start() in known:
            continue
        low = max(match.start() - 6, start)
        number = _BEFORE_DOT.search(text[low : match.start()])
        marked = marking_at(text, match.start() + 1) if number else None
        if number and marked:
            begin = low + number.start()
            held = text[max(begin - 12, start) : begin].rstrip()
            ended = not held or held[-1] in SENTENCE_ENDS or held[-1] in "-=_*"
            yield Marker(
                begin, int(number.group(2)), text[begin : match.start() + 1], marked[0], marked[1],
                False, ended, bool(number.group(1)), True,
            )  # fmt: skip
