"""Cable ids printed in full in running text, found without reading every word of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cableview.parse.identifiers import iter_cable_ids
from cableview.parse.years import YearContext

_BLANK = " \t\n#"
_WORD = rf"[^0-9{_BLANK}]+"
_YEAR_FIRST = re.compile(
    rf"[0-9]{{2}}[^A-Z0-9]{{1,2}}[A-Z]{_WORD}(?:[{_BLANK}]{_WORD}){{0,3}}[{_BLANK}]{{1,2}}[0-9]"
)
_LONGEST = 64
_BACK = 60
_AHEAD = 24


def printed_ids(
    text: str, low: int, folded: bytes, context: YearContext, known: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, canonical id) of the ids in the part of ``text`` from ``low`` on that is ``folded``.

    ``known`` are the ids in the cable's list of references. Only a word that ends in a capital right before
    a number, or a year before a name and a number, is worth a closer look.
    """
    windows: list[list[int]] = []
    place = folded.find(b" 00")
    while place >= 0:
        stop = place + 3
        begin = _begin(text, low, folded, place)
        if begin >= 0:
            start = folded.rfind(b" ", 0, max(begin - _BACK, 0)) + 1
            if windows and start <= windows[-1][1]:
                windows[-1][1] = stop + _AHEAD
            else:
                windows.append([start, stop + _AHEAD])
        place = folded.find(b" 00", stop)
    for start, end in windows:
        offset = low + start
        window = text[offset : low + min(end, len(folded))]
        for first, last, cable_id, _ in iter_cable_ids(window, context, known):
            yield offset + first, offset + last, cable_id


def _begin(text: str, low: int, folded: bytes, blank: int) -> int:
    """Return where the year, or the capital, before the number after ``blank`` stands; -1 for neither.

    Places count from ``low``.
    """
    year = folded.rfind(b"00", blank - _LONGEST if blank > _LONGEST else 0, blank)
    if year >= 0 and _YEAR_FIRST.match(text, low + year):
        return year
    last = blank - 1
    if last > 0 and text[low + last] in _BLANK:
        last -= 1
    return last if last >= 0 and "A" <= text[low + last] <= "Z" else -1
