"""Putting rows together by hand, for the margin and the header card."""

from __future__ import annotations

from collections.abc import Iterable

from cableview.app.typeset.cells import cell_width, truncate
from cableview.app.typeset.line import CARD, Line, Link, Span


class Row:
    """A row while it is put together, from left to right."""

    def __init__(self, indent: int = 0) -> None:
        self.text = " " * indent
        self.spans: list[Span] = []
        self.links: list[Link] = []

    @property
    def width(self) -> int:
        """Cells so far."""
        return cell_width(self.text)

    def add(self, text: str, name: str = "", *, cable_id: str = "", tag: str = "") -> Row:
        """Put ``text`` at the end, in the style ``name``, leading to a cable or to what bears a tag."""
        start, end = len(self.text), len(self.text) + len(text)
        self.text += text
        if name and text:
            self.spans.append(Span(start, end, name))
        if cable_id or tag:
            self.links.append(Link(start, end, cable_id, tag, "TAG" if tag else ""))
        return self

    def pad(self, width: int) -> Row:
        """Fill up with blanks to ``width`` cells, or cut down to them."""
        if self.width > width:
            self.text = truncate(self.text, width)
            self.spans = [Span(s.start, min(s.end, len(self.text)), s.name) for s in self.spans]
        self.text += " " * (width - self.width)
        return self

    def line(self, paragraph: int = CARD) -> Line:
        """Return the finished row."""
        return Line(self.text, tuple(self.spans), tuple(self.links), paragraph)


def joined(parts: Iterable[str], measure: int, separator: str) -> list[str]:
    """Return ``parts`` joined into few rows of ``measure`` cells; a wider part stays whole."""
    rows: list[str] = []
    for part in filter(None, parts):
        if rows and cell_width(rows[-1]) + cell_width(separator) + cell_width(part) <= measure:
            rows[-1] += separator + part
        else:
            rows.append(part)
    return rows
