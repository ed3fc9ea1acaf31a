"""The cable as one text with single spaces, so that rules need not know about lines and pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from cableview.model.cable import Span

_PROSE = frozenset({"body", "heading", "gap"})
_SAMPLE = 300
_ONE_MORE = (1).__add__
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the flat text that no name crosses."""

    start: int
    end: int
    kind: str
    """header, tags, subject, ref, classified, passing, heading, body or signature."""
    number: int | None
    """True number of the paragraph."""
    capitals: bool
    """Written in capitals, so that they tell nothing about names."""

    @property
    def prose(self) -> bool:
        """Running text where capitals tell names."""
        return not self.capitals and self.kind in _PROSE


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of raw text that becomes one segment; several spans when a page break cuts it."""

    kind: str
    spans: tuple[Span, ...]
    number: int | None = None


def _in_capitals(text: str) -> bool:
    sample = text[:_SAMPLE]
    return sum(map(str.islower, sample)) * 4 < sum(map(str.isupper, sample))


@dataclass(slots=True)
class Flat:
    """Words of the raw text joined by single spaces; segments end in a line feed."""

    text: str
    segments: tuple[Segment, ...]
    _flat_starts: list[int] = field(repr=False)
    _raw_starts: list[int] = field(repr=False)
    _segment_starts: list[int] = field(repr=False)

    def to_raw(self, start: int, end: int) -> Span:
        """Return the raw span of a non-empty flat span that begins and ends in words."""
        first = bisect_right(self._flat_starts, start) - 1
        last = bisect_right(self._flat_starts, end - 1) - 1
        shift = self._raw_starts[last] - self._flat_starts[last]
        return start + self._raw_starts[first] - self._flat_starts[first], end + shift

    def from_raw(self, start: int, end: int) -> Span | None:
        """Return the flat span of a raw span; None when no word of the flat text lies in it."""
        index = bisect_right(self._raw_starts, start) - 1
        if index >= 0:
            low = self._flat_starts[index] + start - self._raw_starts[index]
            limit = self._flat_starts[index + 1] - 1 if index + 1 < len(self._flat_starts) else len(self.text)
            if low >= limit:
                index += 1
        else:
            index = 0
        if index >= len(self._raw_starts):
            return None
        low = self._flat_starts[index] + max(0, start - self._raw_starts[index])
        last = bisect_right(self._raw_starts, end - 1) - 1
        if last < index:
            return None
        word_end = self._flat_starts[last + 1] - 1 if last + 1 < len(self._flat_starts) else len(self.text)
        return low, min(word_end, self._flat_starts[last] + end - self._raw_starts[last])

    def segment_at(self, offset: int) -> Segment | None:
        """Return the segment that holds ``offset``."""
        index = bisect_right(self._segment_starts, offset) - 1
        return self.segments[index] if index >= 0 else None


def flatten(raw: str, pieces: Sequence[Piece]) -> Flat:
    """Join the words of ``pieces``, in their order."""
    parts: list[str] = []
    flat_starts: list[int] = []
    raw_starts: list[int] = []
    segments: list[Segment] = []
    offset = 0
    for piece in pieces:
        begin = offset
        words: list[str] = []
        for low, high in piece.spans:
            raw_starts += [match.start() for match in _WORD.finditer(raw, low, high)]
            words.extend(raw[low:high].split())
        if words:
            text = " ".join(words)
            parts.append(text)
            flat_starts.extend(accumulate(map(_ONE_MORE, map(len, words[:-1])), initial=begin))
            offset = begin + len(text) + 1
            capitals = _in_capitals(text)
            segments.append(Segment(begin, offset - 1, piece.kind, piece.number, capitals))
    return Flat("\n".join(parts), tuple(segments), flat_starts, raw_starts, [s.start for s in segments])
