"""The cleaned text with its way back to the raw one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cableview.model.cable import Change, Span


class Working:
    """A text after cleaning, and the map from its offsets to those of the raw text.

    Pieces of the text are either kept from the raw text, one to one, or put in place of a raw span.
    Without changes the text is the raw text itself and the map costs nothing.
    """

    __slots__ = ("_ends", "_kept", "_raws", "_starts", "changes", "raw", "same", "text")

    def __init__(
        self,
        raw: str,
        text: str,
        changes: tuple[Change, ...],
        pieces: tuple[list[int], list[int], list[int], list[bool]],
    ) -> None:
        self.raw = raw
        self.text = text
        self.changes = changes
        self._starts, self._raws, self._ends, self._kept = pieces
        self.same = changes[0].source[0] if changes else len(raw)
        """Up to here, the text is the raw text."""

    def to_raw(self, start: int, end: int) -> Span:
        """Return the raw span of ``text[start:end]``; a replacement stands for the whole span it replaced."""
        starts = self._starts
        if not starts or start <= end <= self.same:
            return start, end
        piece = bisect_right(starts, start) - 1
        raw = self._raws[piece]
        first = raw + start - starts[piece] if self._kept[piece] else raw
        if end <= start:
            return first, first
        piece = bisect_right(starts, end - 1) - 1
        last = self._raws[piece] + end - starts[piece] if self._kept[piece] else self._ends[piece]
        return first, last

    def to_text(self, start: int, end: int) -> Span:
        """Return the span of ``text`` that comes from ``raw[start:end]``; empty where that was cut out."""
        return self._back(start), self._back(end)

    def _back(self, offset: int) -> int:
        starts = self._starts
        if not starts:
            return offset
        piece = max(bisect_right(self._raws, offset) - 1, 0)
        inside = max(offset - self._raws[piece], 0)
        length = (starts[piece + 1] if piece + 1 < len(starts) else len(self.text)) - starts[piece]
        if self._kept[piece]:
            return starts[piece] + min(inside, length)
        return starts[piece] + (length if offset >= self._ends[piece] else 0)


def apply_changes(raw: str, changes: Sequence[Change]) -> Working:
    """Return ``raw`` with every change made.

    The changes must be in order of place and must not overlap; one that does is left out.
    """
    if not changes:
        return Working(raw, raw, (), ([], [], [], []))
    parts: list[str] = []
    made: list[Change] = []
    starts: list[int] = []
    raws: list[int] = []
    ends: list[int] = []
    kept: list[bool] = []
    size = position = 0

    def take(part: str, start: int, end: int, *, same: bool) -> None:
        nonlocal size
        parts.append(part)
        starts.append(size)
        raws.append(start)
        ends.append(end)
        kept.append(same)
        size += len(part)

    for change in changes:
        start, end = change.source
        if start < position or end > len(raw):
            continue
        if start > position:
            take(raw[position:start], position, start, same=True)
        if change.replacement:
            take(change.replacement, start, end, same=False)
        made.append(change)
        position = end
    if position < len(raw):
        take(raw[position:], position, len(raw), same=True)
    if not starts:
        starts, raws, ends, kept = [0], [0], [len(raw)], [False]
    return Working(raw, "".join(parts), tuple(made), (starts, raws, ends, kept))
