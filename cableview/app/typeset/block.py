"""A run of rows that belong together: a paragraph with its heading, the header card, the signature."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cableview.app.typeset.line import Line, Link, Span
from cableview.app.typeset.ordered import Ordered
from cableview.app.typeset.wrap import Piece


@dataclass
class Block:
    """A paragraph with its heading, the header card, or the signature."""

    paragraph: int
    text: str
    """What is set: the same length as the clean (or raw) text, control characters made visible."""
    pieces: Sequence[Piece]
    left: int
    """Cells before the text."""
    margins: tuple[Line, ...] = ()
    """Margin of the first rows; rows after them have an empty one."""
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    style: str = ""
    """Name of the style of the whole text."""
    find_marks: Callable[[], Iterable[Span]] = tuple
    """Finds what is drawn in other styles, on first use."""
    find_hits: Callable[[], Iterable[Span]] = tuple
    """Finds what is lit."""
    find_links: Callable[[], Iterable[Link]] = tuple

    @property
    def height(self) -> int:
        """Rows in all."""
        return len(self.above) + len(self.pieces) + len(self.below)

    @cached_property
    def _marks(self) -> Ordered[Span]:
        return Ordered(self.find_marks())

    @cached_property
    def _hits(self) -> Ordered[Span]:
        return Ordered(self.find_hits())

    @cached_property
    def _links(self) -> Ordered[Link]:
        return Ordered(self.find_links())

    @property
    def hits(self) -> tuple[Span, ...]:
        """What is lit, in order of place."""
        return self._hits.items

    @property
    def links(self) -> tuple[Link, ...]:
        """Links of the text, in order of place."""
        return self._links.items

    def line(self, row: int) -> Line:
        """Make row ``row`` of the block."""
        if row < len(self.above):
            return self.above[row]
        row -= len(self.above)
        if row >= len(self.pieces):
            return self._below(row)
        start, end, indent = self.pieces[row]
        margin = self.margins[row] if row < len(self.margins) else Line(" " * self.left)
        before = margin.text + " " * indent
        body = len(before)
        shift = body - start
        text = before + self.text[start:end].replace("\t", " ")
        spans = [Span(body, len(text), self.style)] if self.style else []
        spans += [
            Span(max(m.start, start) + shift, min(m.end, end) + shift, m.name)
            for marks in (self._marks, self._hits)
            for m in marks.between(start, end)
        ]
        links = tuple(
            replace(k, start=max(k.start, start) + shift, end=min(k.end, end) + shift)
            for k in self._links.between(start, end)
        )
        return Line(text, (*margin.spans, *spans), links, self.paragraph, body, start, end - start)

    def _below(self, row: int) -> Line:
        line = self.below[row - len(self.pieces)]
        if row < len(self.margins) and not line.text:
            margin = self.margins[row]
            return Line(margin.text, margin.spans, (), self.paragraph)
        return line

    def row_of(self, offset: int) -> int:
        """Return the row that shows the character at ``offset`` of the text."""
        at = bisect_right(self.pieces, (offset, len(self.text) + 1, 0)) - 1
        return len(self.above) + max(at, 0)
