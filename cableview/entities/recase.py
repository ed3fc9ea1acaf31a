"""The cable with its stretches in capitals written as in mixed case."""

from __future__ import annotations

from dataclasses import replace

from cableview.entities.context import words_of
from cableview.entities.flat import Flat
from cableview.entities.lexicon import occurrences
from cableview.entities.truecase import truecase

_CASED = frozenset({"body", "gap", "heading", "subject"})


class _Mixed:
    """What the mixed parts of a cable tell about the case of a word."""

    def __init__(self, flat: Flat, words: frozenset[str]) -> None:
        self.text = flat.text
        self.words = words
        self.parts = [(s.start, s.end) for s in flat.segments if s.kind in _CASED and not s.capitals]
        self._among: frozenset[str] | None = None

    def acronym(self, word: str) -> bool:
        """Tell whether a word stands in capitals among mixed words."""
        if not word.isalnum():
            return any(next(occurrences(self.text, word, *part), None) for part in self.parts)
        if self._among is None:
            self._among = words_of("\n".join(self.text[low:high] for low, high in self.parts))
        return word in self._among

    def name(self, word: str) -> bool:
        """Tell whether a word, given in capitals, has one capital there and is never small."""
        title = word.capitalize()
        return title in self.words and word.lower() not in self.words

    def small(self, word: str) -> bool:
        """Tell whether a word is written small."""
        return word.lower() in self.words


def recased(flat: Flat, words: frozenset[str]) -> Flat:
    """Return the flat text with its stretches in capitals in small letters; ``words`` are all its words."""
    if not any(segment.capitals and segment.kind in _CASED for segment in flat.segments):
        return flat
    text = flat.text
    mixed = _Mixed(flat, words)
    parts: list[str] = []
    at = 0
    segments = []
    for segment in flat.segments:
        if segment.capitals and segment.kind in _CASED:
            parts += [text[at : segment.start], truecase(text[segment.start : segment.end], mixed)]
            at = segment.end
            segments.append(segment._replace(capitals=False, recased=True))
        else:
            segments.append(segment)
    parts.append(text[at:])
    return replace(flat, text="".join(parts), segments=tuple(segments))
