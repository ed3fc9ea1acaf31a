"""Terms in a column of their own; what they mean stands beside them and is wrapped under itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

NARROWEST = 16
"""Cells that a meaning has at least, even if it must begin under its term for that."""


class Term(NamedTuple):
    """One term; a meaning without a term takes the whole width."""

    name: Content
    meaning: str = ""


class Terms(Static):
    """As high as its lines are many in the width it is given."""

    def __init__(self, rows: Sequence[Term], column: int) -> None:
        super().__init__()
        self._rows = rows
        self._column = column
        """Cells from the start of a term to that of its meaning."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return [line for row in self._rows for line in set_row(row, self._column, max(1, width))]


def set_row(row: Term, column: int, width: int) -> list[Content]:
    """Return the lines of one row in ``width`` cells."""
    if not row.name.plain:
        return list(Content(row.meaning).wrap(width))
    column = min(column, max(0, width - NARROWEST))
    first, *more = Content(row.meaning).wrap(max(1, width - column)) or [Content("")]
    gap = column - row.name.cell_length
    blank = Content(" " * column)
    above = [] if gap > 0 else [*row.name.wrap(width)]
    start = Content.assemble(row.name, " " * gap, first) if gap > 0 else Content.assemble(blank, first)
    return [*above, start, *(Content.assemble(blank, line) for line in more)]
