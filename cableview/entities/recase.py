"""The cable with its stretches in capitals written as in mixed case."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, filterfalse

from cableview.entities.flat import Flat
from cableview.entities.tokens import Where, occurrences
from cableview.entities.truecase import truecase

_CASED = frozenset({"body", "gap", "heading", "subject"})


class _Mixed:
    """What the mixed parts of a cable tell about the case of a word."""

    def __init__(self, flat: Flat, where: Where) -> None:
        self.text = flat.text
        self.tokens = where.tokens
        self.words = where.words
        self.parts = [(s.start, s.end) for s in flat.segments if s.kind in _CASED and not s.capitals]
        self._among: frozenset[str] | None = None

    def acronym(self, word: str) -> bool:
        """Tell whether a word stands in capitals among mixed words."""
        if not word.isalnum():
            return any(next(occurrences(self.text, word, *part), None) for part in self.parts)
        if self._among is None:
            words = chain.from_iterable(self.tokens.between(*part).words for part in self.parts)
            self._among = frozenset(filterfalse(str.islower, words))
        return word in self._among

    def name(self, word: str) -> bool:
        """Tell whether a word, given in capitals, has one capital there and is never small."""
        title = word.capitalize()
        return title in self.words and word.lower() not in self.words

    def small(self, word: str) -> bool:
        """Tell whether a word is written small."""
        return word.lower() in self.words


def recased(flat: Flat, where: Where) -> Flat:
    """Return the flat text with its stretches in capitals in small letters; ``where`` has its words."""
    if not any(segment.capitals and segment.kind in _CASED for segment in flat.segments):
        return flat
    text = flat.text
    mixed = _Mixed(flat, where)
    parts: list[str] = []
    at = 0
    segments = []
    for segment in flat.segments:
        if segment.capitals and segment.kind in _CASED:
            parts += [text[at : segment.start], truecase(text[segment.start : segment.end], mixed)]
            at = segment.end
            segments.append(replace(segment, capitals=False, recased=True))
        else:
            segments.append(segment)
    parts.append(text[at:])
    return replace(flat, text="".join(parts), segments=tuple(segments))
