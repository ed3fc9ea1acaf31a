"""The cable with its stretches in capitals written as in mixed case."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from cableview.entities.flat import Flat
from cableview.entities.truecase import truecase

_WORD = re.compile(r"\w+")
_CASED = frozenset({"body", "gap", "heading", "subject"})
_MIDWAY = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")


def recased(flat: Flat) -> Flat:
    """Return the flat text with its stretches in capitals written as in mixed case."""
    if not any(segment.capitals and segment.kind in _CASED for segment in flat.segments):
        return flat
    text = flat.text
    mixed = [text[s.start : s.end] for s in flat.segments if s.kind in _CASED and not s.capitals]
    words = Counter(word for part in mixed for word in _WORD.findall(part))
    small = frozenset(word for word in words if word.islower())
    acronyms = frozenset(word for word in words if word.isupper() and len(word) > 1)
    names = frozenset(
        name.upper() for part in mixed for name in _MIDWAY.findall(part) if name.lower() not in words
    )
    parts: list[str] = []
    at = 0
    segments = []
    for segment in flat.segments:
        if segment.capitals and segment.kind in _CASED:
            parts += [
                text[at : segment.start],
                truecase(text[segment.start : segment.end], acronyms, names, small),
            ]
            at = segment.end
            segments.append(replace(segment, capitals=False))
        else:
            segments.append(segment)
    parts.append(text[at:])
    return replace(flat, text="".join(parts), segments=tuple(segments))
