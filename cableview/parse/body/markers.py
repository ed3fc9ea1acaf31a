"""Places where a paragraph number may stand, each with the evidence for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableview.parse.body.marking import AT, marking_at, normal

_NUMBER = (
    r"((?:[-*][ \t]+(?=\d{1,3}\. ?\()|)(?:¶[ \t]?|)(\d{1,3})"
    r"(?:\.(?!\d)|[ \t]\.(?!\d)|\)(?=[ \t])|,(?=[ ]?\([A-Z/]{1,6}\))"
    r"|(?=[ \t]*\([A-Za-z])|(?<=¶\d)(?=[ \t])|(?<=¶\d\d)(?=[ \t])))"
)
_AT_START = re.compile(rf"\s*{_NUMBER}(?:{AT}|)")
_LINE = re.compile(rf"\n(?=[-*¶0-9 \t])[ \t]*+{_NUMBER}(?:{AT}|)")
"""What almost every line starts with is refused first."""
_INLINE = re.compile(r"\.(?<=\d\.) {0,3}\((?=[A-Za-z])")
_BEFORE_DOT = re.compile(r"(¶ ?)?(?<![\d.,/-])(\d{1,3})$")
_BARE_INLINE = re.compile(r"\.(?<=\d\.)[ \t]{1,3}(?=[A-Z\"“(])")
_BEFORE_BARE = re.compile(r"[.?!\"”')][ \t]+((?:¶ ?)?(\d{1,2})\.)$")
SENTENCE_ENDS = frozenset(".?!:;\"”’')]#")
"""A text that ends in one of them may be complete; in any other, it goes on."""
_INLINE_ENDS = SENTENCE_ENDS.union("-=_*")
_BEFORE = 60
_BEFORE_INLINE = 12
LONG_LINE = 140
"""Wrapped cables stay well below; one line of this length means that paragraphs are not wrapped."""
_SHORT_LINES = re.compile(rf"(?:.{{0,{LONG_LINE - 1}}}+\n)*+")
WIDE_LINE = 100
"""Wrapped lines are shorter; a line end after a longer one was meant."""
_NARROW_LINES = re.compile(rf"(?:.{{0,{WIDE_LINE - 1}}}+\n)*+")


class Marker(NamedTuple):
    """A printed number that may start a paragraph."""

    start: int
    number: int
    printed: str
    marking: str | None
    body: int
    """Where the words after number and marking start."""
    text: str
    """All of it: what stands before is evidence, weighed only where the numbering is in doubt."""
    floor: int
    """Nothing before this place counts."""
    inline: bool = False

    @property
    def before(self) -> str:
        """Some characters of what stands before it."""
        begin = self.start - (_BEFORE_INLINE if self.inline else _BEFORE)
        return self.text[max(begin, self.floor) : self.start]

    @property
    def blank(self) -> bool:
        """A blank line, or nothing at all, stands before it."""
        if self.inline:
            return False
        if self.text[self.start - 2 : self.start] == "\n\n":
            return True
        before = self.before
        held = before.rstrip()
        return not held or before.count("\n", len(held)) > 1

    @property
    def ended(self) -> bool:
        """The text before it ends a sentence, or is a line of dashes."""
        held = self.before.rstrip()
        if not held:
            return True
        return held[-1] in _INLINE_ENDS if self.inline else not held[-1].isalnum()

    @property
    def edge(self) -> bool:
        """A paragraph may start here: behind a blank line or the end of a sentence."""
        return self.blank or self.ended

    @property
    def pilcrow(self) -> bool:
        """A pilcrow stands right before the number."""
        return self.printed[0] == "¶"


def find_markers(text: str, start: int, end: int, *, unwrapped: bool) -> list[Marker]:
    """Return every number at a line start, and in unwrapped text every one with a marking inside a line."""
    found = []
    if not text[end : end + 1].strip():
        # White space behind the end belongs to the marking of a last paragraph without words.
        end = len(text)
    first = _AT_START.match(text, start, end)
    low = start
    if first:
        found.append(_marker(text, start, first))
        low, start = first.end(1), first.end()
    found += [_marker(text, low, match) for match in _LINE.finditer(text, start, end)]
    if unwrapped:
        dots = {marker.start + len(marker.printed) - 1 for marker in found}
        found += _inline(text, start, end, dots)
        found.sort()
    return found


def is_narrow(text: str, start: int, end: int) -> bool:
    """Tell whether no line at all is wide."""
    narrow = _NARROW_LINES.match(text, start, end)
    return narrow is not None and end - narrow.end() < WIDE_LINE


def is_unwrapped(text: str, start: int, end: int) -> bool:
    """Tell whether whole paragraphs stand in one line."""
    short = _SHORT_LINES.match(text, start, end)
    return short is not None and end - short.end() > LONG_LINE


def bare_inline(text: str, start: int, end: int) -> Iterator[Marker]:
    """Yield numbers without a marking inside lines: weak evidence, to fill a gap with."""
    for match in _BARE_INLINE.finditer(text, start, end):
        dot = match.start() + 1
        number = _BEFORE_BARE.search(text, max(dot - _BEFORE, start), dot)
        if number:
            printed, digits = number.groups()
            begin, floor = number.start(1), number.start()
            yield Marker(begin, int(digits), printed, None, match.end(), text, floor, inline=True)


def _marker(text: str, low: int, match: re.Match[str]) -> Marker:
    printed, number, marking = match.groups()
    if marking:
        marking = normal(marking)
    fields = (match.start(1), int(number), printed, marking, match.end(), text, low, False)
    return tuple.__new__(Marker, fields)  # less than half the cost of a call by fields


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
            printed, (marking, body) = text[begin : match.start() + 1], marked
            yield Marker(begin, int(number.group(2)), printed, marking, body, text, start, inline=True)
