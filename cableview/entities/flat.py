"""The cable as one text with single spaces, so that rules need not know about lines and pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cableview.entities.tokens import latin_of
from cableview.model.cable import Span

_PROSE = frozenset({"body", "heading", "gap", "subject"})
_SAMPLE = 300
_OTHER_BLANKS = "\t\r\v\f\x1c\x1d\x1e\x1f"
_FOREIGN_BLANKS = "\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_QUOTE = "&quot;"
_BROKEN = "â€"
_BROKEN_QUOTES = {"â€œ": "“", "â€™": "’", "â€˜": "‘", "â€“": "–", "â€”": "—", "â€\x9d": "”", "â€": "”"}
"""UTF-8 read as Windows-1252: the longer forms first."""
_STRETCH = re.compile(r"\S++(?: \S++)*+")
_SMALL = bytes(code for code in range(256) if chr(code).islower())
_CAPITAL = bytes(code for code in range(256) if chr(code).isupper())


@dataclass(slots=True, eq=False)
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
    recased: bool = False
    """Written in capitals, and given small letters."""

    @property
    def prose(self) -> bool:
        """Running text where capitals tell names."""
        return not self.capitals and self.kind in _PROSE


class Piece(NamedTuple):
    """A stretch of raw text that becomes one segment; several spans when a page break cuts it."""

    kind: str
    spans: tuple[Span, ...]
    number: int | None = None


def _in_capitals(text: str) -> bool:
    sample = text[:_SAMPLE]
    if sample.isupper():
        return True
    letters = latin_of(sample)
    if letters is None:
        return sum(map(str.islower, sample)) * 4 < sum(map(str.isupper, sample))
    others = len(letters.translate(None, _SMALL)), len(letters.translate(None, _CAPITAL))
    return (len(letters) - others[0]) * 4 < len(letters) - others[1]


@dataclass(slots=True)
class Flat:
    """Words of the raw text joined by single spaces; segments end in a line feed."""

    text: str
    segments: tuple[Segment, ...]
    _flat_starts: list[int] = field(repr=False)
    """Where each stretch begins: words that the raw text, too, parts by one blank only."""
    _raw_starts: list[int] = field(repr=False)
    _segment_starts: list[int] = field(repr=False)

    def to_raw(self, start: int, end: int) -> Span:
        """Return the raw span of a non-empty flat span that begins and ends in words."""
        first = bisect_right(self._flat_starts, start) - 1
        last = bisect_right(self._flat_starts, end - 1) - 1
        shift = self._raw_starts[last] - self._flat_starts[last]
        return start + self._raw_starts[first] - self._flat_starts[first], end + shift

    def in_raw(self, spans: Iterable[Span]) -> Iterator[tuple[Span, Segment]]:
        """Yield the raw span of each span, as ``to_raw``, and its segment; ``spans`` are in order."""
        stretch, next_stretch = 0, self._after(self._flat_starts, 0)
        segment, next_segment = 0, self._after(self._segment_starts, 0)
        for start, end in spans:
            while start >= next_stretch:
                stretch += 1
                next_stretch = self._after(self._flat_starts, stretch)
            while start >= next_segment:
                segment += 1
                next_segment = self._after(self._segment_starts, segment)
            if end <= next_stretch:
                shift = self._raw_starts[stretch] - self._flat_starts[stretch]
                yield (start + shift, end + shift), self.segments[segment]
            else:
                yield self.to_raw(start, end), self.segments[segment]

    def _after(self, starts: Sequence[int], index: int) -> int:
        return starts[index + 1] if index + 1 < len(starts) else len(self.text) + 1

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
        low += self.text[low] == " "
        last = bisect_right(self._raw_starts, end - 1) - 1
        if last < index:
            return None
        word_end = self._flat_starts[last + 1] - 1 if last + 1 < len(self._flat_starts) else len(self.text)
        high = min(word_end, self._flat_starts[last] + end - self._raw_starts[last])
        high -= self.text[high - 1] == " "
        return (low, high) if low < high else None

    def segment_at(self, offset: int) -> Segment | None:
        """Return the segment that holds ``offset``."""
        index = bisect_right(self._segment_starts, offset) - 1
        return self.segments[index] if index >= 0 else None


def _stretches(raw: str, low: int, high: int, plain: bool) -> Iterator[tuple[int, str]]:
    """Yield where each stretch begins, and its words; ``plain`` text has only spaces and line feeds."""
    if not plain:
        for match in _STRETCH.finditer(raw, low, high):
            yield match.start(), match.group()
        return
    for part in raw[low:high].replace("\n", " ").split("  "):
        words = part.strip(" ")
        if words:
            yield low + (part[0] == " "), words
        low += len(part) + 2


def requoted(raw: str) -> str:
    """Return ``raw`` with quotes and dashes for what a page or a wrong decoding made of them, as long."""
    if _QUOTE in raw:
        raw = raw.replace(_QUOTE, '"' * len(_QUOTE))
    if _BROKEN in raw:
        for broken, mark in _BROKEN_QUOTES.items():
            raw = raw.replace(broken, mark * len(broken))
    return raw


def flatten(raw: str, pieces: Sequence[Piece]) -> Flat:
    """Join the words of ``pieces``, in their order."""
    raw = requoted(raw)
    parts: list[str] = []
    flat_starts: list[int] = []
    raw_starts: list[int] = []
    segments: list[Segment] = []
    offset = 0
    blanks = _OTHER_BLANKS if raw.isascii() else _OTHER_BLANKS + _FOREIGN_BLANKS
    plain = not any(blank in raw for blank in blanks)
    for piece in pieces:
        begin = offset
        stretches: list[str] = []
        for span in piece.spans:
            for start, stretch in _stretches(raw, *span, plain):
                stretches.append(stretch)
                raw_starts.append(start)
                flat_starts.append(offset)
                offset += len(stretch) + 1
        if stretches:
            text = " ".join(stretches)
            parts.append(text)
            capitals = _in_capitals(text)
            segments.append(Segment(begin, offset - 1, piece.kind, piece.number, capitals))
    return Flat("\n".join(parts), tuple(segments), flat_starts, raw_starts, [s.start for s in segments])
