"""Paragraph numbers in a print of their own: ``(1) (C)``, ``2 - (C)``, ``Para 3: (SBU)``, ``(C) 4.``

Looked for only where no number is printed in the usual way, and believed only beside a portion marking.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise

from cableview.parse.body.markers import Marker
from cableview.parse.body.marking import AT, MARKING, normal

_NUMBER_FIRST = re.compile(
    rf"[ \t]*((?:[(\[#]|Para(?:graph)?\.? )?(\d{{1,2}})[)\].:]?(?: ?-)?){AT}", re.IGNORECASE
)
_MARKING_FIRST = re.compile(rf"[ \t]*{MARKING}[ \t]*((\d{{1,2}})[.)])(?=\s)")
_LINE = re.compile(r"\n(?=[ \t]*[(\[#Pp0-9])")
_NEAR = 3
_REACH = 1200
"""Farther down no first paragraph is looked for."""


def find_loose(text: str, low: int, high: int) -> list[Marker]:
    """Return the numbers that count the paragraphs of ``text[low:high]``, none if they do not go up."""
    found: list[Marker] = []
    first = high - len(text[low:high].lstrip())
    for start in chain((first,), (line.end() for line in _LINE.finditer(text, first, high))):
        if not found and start > first + _REACH:
            break
        if match := _NUMBER_FIRST.match(text, start, high):
            printed, number, marking = match.groups()
        elif match := _MARKING_FIRST.match(text, start, high):
            marking, printed, number = match.groups()
        else:
            continue
        found.append(Marker(start, int(number), printed, normal(marking), match.end(), text, low))
    numbers = [0, *(marker.number for marker in found)]
    return found if len(found) > 1 and all(0 < b - a <= _NEAR for a, b in pairwise(numbers)) else []
