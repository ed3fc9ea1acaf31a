"""The cable with its stretches in capitals written as in mixed case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from cableview.entities.flat import Flat, Segment
from cableview.entities.tokens import Where, distinct_words, occurrences
from cableview.entities.truecase import truecase

_CASED = frozenset({"body", "gap", "heading", "subject"})


class Recased(NamedTuple):
    """The flat text with its stretches in capitals in small letters."""

    flat: Flat
    where: Where
    """Its words, those it has only as printed among them."""
    capitals: Where
    """The words of the stretches as printed."""


class _Mixed:
    """What the mixed parts of a cable tell about the case of a word."""

    def __init__(
        self, flat: Flat, parts: list[Segment], words: frozenset[str], others: frozenset[str]
    ) -> None:
        self.text = flat.text
        self.parts = parts
        self.words = words
        """The words of those parts."""
        self.others = others
        """The words of all other parts, as printed."""

    def acronym(self, word: str) -> bool:
        """Tell whether a word stands in capitals among mixed words."""
        if word.isalnum():
            return word in self.words
        return any(next(occurrences(self.text, word, part.start, part.end), None) for part in self.parts)

    def name(self, word: str) -> bool:
        """Tell whether a word, given in capitals, has one capital there and is never small."""
        return self._stands(word.capitalize()) and not self.small(word)

    def small(self, word: str) -> bool:
        """Tell whether a word is written small."""
        return self._stands(word.lower())

    def _stands(self, word: str) -> bool:
        return word in self.words or word in self.others


def _words_in(flat: Flat, segments: Iterable[Segment]) -> frozenset[str]:
    return distinct_words("\n".join([flat.text[segment.start : segment.end] for segment in segments]))


def recased(flat: Flat) -> Recased:
    """Give small letters to the stretches in capitals."""
    stretches: list[Segment] = []
    mixed: list[Segment] = []
    others: list[Segment] = []
    for segment in flat.segments:
        chosen = others if segment.kind not in _CASED else stretches if segment.capitals else mixed
        chosen.append(segment)
    text, spans = flat.text, [(segment.start, segment.end) for segment in stretches]
    # the one letter whose small form is two characters would move all text after it
    capitals = Where(text.replace("İ", "I"), _words_in(flat, stretches), spans)
    words, rest = _words_in(flat, mixed), _words_in(flat, others) | capitals.words
    if not stretches:
        return Recased(flat, Where(text, words | rest), capitals)
    read = truecase(capitals, _Mixed(flat, mixed, words, rest))
    parts: list[str] = []
    at = 0
    for (start, end), form in zip(spans, read, strict=True):
        parts += [text[at:start], form]
        at = end
    parts.append(text[at:])
    text = "".join(parts)
    segments = tuple(
        replace(segment, capitals=False, recased=True)
        if segment.capitals and segment.kind in _CASED
        else segment
        for segment in flat.segments
    )
    where = Where(text, words.union(rest, distinct_words("\n".join(read))))
    return Recased(replace(flat, text=text, segments=segments), where, capitals)
