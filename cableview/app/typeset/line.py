"""One row of cells, and the spans and links in it."""

from __future__ import annotations

from dataclasses import dataclass

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
