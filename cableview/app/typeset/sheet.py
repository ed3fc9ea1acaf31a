"""A cable set in lines. Wrapping is done ahead, lines are made when they are first looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from cableview.app.typeset.block import Block
from cableview.app.typeset.line import Line, Span


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
