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
_YEAR_FIRST = re.compile(rb"00[ .]{1,2}A[.A]+(?: [.A]+){0,3} {1,2}00$")
_CAPITAL, _SMALL = b"A."
_LONGEST = 64
_BLANKS = 3
_BACK = 60
_AHEAD = 24


def printed_ids(text: str, low: int, context: YearContext) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, canonical id) of the ids in ``text[low:]``.

    Only a word that ends in a capital right before a number, or a year before a name and a number, is
    worth a closer look: a map of capitals, digits and blanks tells where these are at a tenth of the cost.
    """
    shapes = text[low:].encode("latin-1", "replace").translate(_SHAPES)
    windows: list[list[int]] = []
    place = shapes.find(b" 00")
    while place >= 0:
        stop = place + 3
        begin = _begin(shapes, place)
        if begin >= 0:
            start = shapes.rfind(b" ", 0, max(begin - _BACK, 0)) + 1
            if windows and start <= windows[-1][1]:
                windows[-1][1] = stop + _AHEAD
            else:
                windows.append([start, stop + _AHEAD])
        place = shapes.find(b" 00", stop)
    for start, end in windows:
        offset = low + start
        for first, last, cable_id, _ in iter_cable_ids(text[offset : low + end], context):
            yield offset + first, offset + last, cable_id


def _begin(shapes: bytes, blank: int) -> int:
    """Return where the year, or the capital, before the number after ``blank`` stands; -1 for neither."""
    low = max(blank - _LONGEST, 0)
    if shapes.rfind(b"00", low, blank) >= 0 and (year := _YEAR_FIRST.search(shapes, low, blank + 3)):
        return year.start()
    if shapes[blank - 1] == _SMALL:
        return -1
    low = max(blank + 1 - _BLANKS, 0)
    last = low + len(shapes[low:blank].rstrip()) - 1
    return last if last >= low and shapes[last] == _CAPITAL else -1
