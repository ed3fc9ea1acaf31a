"""A cable set in lines. Wrapping is done ahead, lines are made when they are first looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from cableview.app.typeset.wrap import Piece

CARD = -1
"""Paragraph index of the header card."""
TAIL = -2
"""Paragraph index of what follows the last paragraph: the signature."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a line or a text, drawn in the style called ``name``."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """Characters of a block's text, or of one line of the card, that lead somewhere."""

    start: int
    end: int
    id: str = ""
    """Canonical id of the cable it leads to."""
    entity: str = ""
    """Name of the entity it stands for."""
    kind: str = ""
    """Type of the entity."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of cells."""

    text: str
    spans: tuple[Span, ...] = ()
    """In drawing order: a later one lies on top."""
    links: tuple[Link, ...] = ()
    paragraph: int = CARD
    body: int = 0
    """Index in ``text`` where the block's own text begins; what stands before is margin."""
    offset: int = -1
    """Offset in the block's text of the character at ``body``; -1 when the row holds none of it."""
    length: int = 0
    """How many characters of the block's text the row holds."""


@dataclass(slots=True)
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
    find_marks: Callable[[], tuple[Span, ...]] = tuple
    """Finds the spans of the text, on first use; what is lit comes from ``find_hits``."""
    find_hits: Callable[[], tuple[Span, ...]] = tuple
    find_links: Callable[[], tuple[Link, ...]] = tuple
    _marks: tuple[Span, ...] | None = field(default=None, repr=False)
    _hits: tuple[Span, ...] | None = field(default=None, repr=False)
    _links: tuple[Link, ...] | None = field(default=None, repr=False)

    @property
    def height(self) -> int:
        """Rows in all."""
        return len(self.above) + len(self.pieces) + len(self.below)

    @property
    def marks(self) -> tuple[Span, ...]:
        """Spans of the text, in drawing order."""
        if self._marks is None:
            self._marks = (*self.find_marks(), *self.hits)
        return self._marks

    @property
    def hits(self) -> tuple[Span, ...]:
        """What is lit, in order of place."""
        if self._hits is None:
            self._hits = self.find_hits()
        return self._hits

    @property
    def links(self) -> tuple[Link, ...]:
        """Links of the text, in order of place."""
        if self._links is None:
            self._links = self.find_links()
        return self._links

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
            for m in self.marks
            if m.start < end and m.end > start
        ]
        links = tuple(
            replace(k, start=max(k.start, start) + shift, end=min(k.end, end) + shift)
            for k in self.links
            if k.start < end and k.end > start
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


class Sheet:
    """All rows of a cable at one width, with the ways between rows, paragraphs and offsets."""

    def __init__(
        self,
        blocks: Sequence[Block],
        width: int,
        left: int,
        right: int,
        flagged: frozenset[int] = frozenset(),
    ) -> None:
        self.blocks = tuple(blocks)
        self.width = width
        self.left = left
        """First cell of the column: where the cursor bar stands."""
        self.right = right
        """First cell right of the column."""
        self.flagged = flagged
        """Indices of the paragraphs that bear a flag."""
        self._tops = [0, *accumulate(block.height for block in self.blocks)]
        self._of = {block.paragraph: at for at, block in enumerate(self.blocks)}
        self._hits: tuple[tuple[int, Span], ...] | None = None

    @property
    def height(self) -> int:
        """Rows in all."""
        return self._tops[-1]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs there are."""
        return sum(1 for block in self.blocks if block.paragraph >= 0)

    def _at(self, y: int) -> int:
        return bisect_right(self._tops, y, hi=len(self.blocks)) - 1

    def line(self, y: int) -> Line:
        """Return row ``y``, from 0 to ``height`` - 1."""
        at = self._at(y)
        return self.blocks[at].line(y - self._tops[at])

    def paragraph_at(self, y: int) -> int:
        """Return the index of the paragraph at row ``y``; CARD or TAIL outside them."""
        return self.blocks[self._at(y)].paragraph

    def block(self, paragraph: int) -> Block:
        """Return the block of a paragraph, the CARD or the TAIL; KeyError when there is none."""
        return self.blocks[self._of[paragraph]]

    def has(self, paragraph: int) -> bool:
        """Tell whether there is a block of that paragraph."""
        return paragraph in self._of

    def extent(self, paragraph: int) -> tuple[int, int]:
        """Return the rows [first, end) of a paragraph with its heading, without the blank row after it."""
        at = self._of[paragraph]
        return self._tops[at], self._tops[at + 1] - len(self.blocks[at].below)

    def row_of(self, paragraph: int, offset: int) -> int:
        """Return the row that shows the character at ``offset`` of a paragraph's text."""
        at = self._of[paragraph]
        return self._tops[at] + self.blocks[at].row_of(offset)

    @property
    def hits(self) -> tuple[tuple[int, Span], ...]:
        """Every lit place as (paragraph index, span of its text), in order of place."""
        if self._hits is None:
            self._hits = tuple((block.paragraph, hit) for block in self.blocks for hit in block.hits)
        return self._hits

    def extract(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """Return the cable's text between two (row, character) places, without margins and breaks of ours."""
        parts: list[str] = []
        (first, x0), (last, x1) = start, end
        y = max(first, 0)
        while y <= min(last, self.height - 1):
            at = self._at(y)
            stop = min(last, self._tops[at + 1] - 1, self.height - 1)
            rows = [
                (self.line(row), x0 if row == first else 0, x1 if row == last else None)
                for row in range(y, stop + 1)
            ]
            parts += _extract(self.blocks[at], rows)
            y = stop + 1
        return "\n\n".join(parts)


def _extract(block: Block, rows: list[tuple[Line, int, int | None]]) -> list[str]:
    """Return the text of some rows of one block: rows of ours one by one, its own text in one piece."""
    parts: list[str] = []
    own: list[int] = []
    for line, x0, x1 in rows:
        if line.offset < 0:
            text = line.text[x0:x1].strip()
            if text:
                parts.append(text)
            continue
        begin = line.offset + min(max(x0 - line.body, 0), line.length)
        finish = line.offset + line.length
        if x1 is not None:
            finish = line.offset + min(max(x1 - line.body, 0), line.length)
        own += [begin, finish]
    if own and own[0] < own[-1]:
        parts.append(block.text[own[0] : own[-1]])
    return parts
