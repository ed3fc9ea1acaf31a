"""Cable ids printed in full in running text, found without reading every word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableview.parse.identifiers import iter_cable_ids
from cableview.parse.years import YearContext

_SHAPES = bytes(
    ord("0") if 48 <= code <= 57 else ord("A") if 65 <= code <= 90 else ord(" ") if code in b" \t\n#" else 46
    for code in range(256)
)
_CAPITALS = re.compile(rb"A {1,3}00")
_YEAR_FIRST = re.compile(rb"00[ .]{1,2}A[.A]+(?: [.A]+){0,3} {1,2}00")
_BACK = 60
_AHEAD = 24


def printed_ids(text: str, low: int, coded: bytes, context: YearContext) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, canonical id) of ids in ``text[low:]``; ``coded`` is that part, a byte a letter.

    Only a word that ends in a capital right before a number, or a year before a name and a number, is
    worth a closer look: a map of capitals, digits and blanks tells where these are at a tenth of the cost.
    """
    shapes = coded.translate(_SHAPES)
    places = [match.span() for match in _CAPITALS.finditer(shapes)]
    places += [match.span() for match in _YEAR_FIRST.finditer(shapes)]
    windows: list[list[int]] = []
    for begin, stop in sorted(places):
        start = shapes.rfind(b" ", 0, max(begin - _BACK, 0)) + 1
        if windows and start <= windows[-1][1]:
            windows[-1][1] = max(windows[-1][1], stop + _AHEAD)
        else:
            windows.append([start, stop + _AHEAD])
    for start, end in windows:
        offset = low + start
        for first, last, cable_id, _ in iter_cable_ids(text[offset : low + end], context):
            yield offset + first, offset + last, cable_id
