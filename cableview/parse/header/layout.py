"""The labelled stretches of a header."""

from __future__ import annotations

from dataclasses import dataclass, field

LONGEST_LIST = 5_000
"""A longer list of references is none, and is read no further; the longest ones are half as long."""


@dataclass(slots=True)
class Piece:
    """One labelled stretch: from its label to the end of its value."""

    field: str
    start: int
    value: int
    end: int


@dataclass(slots=True)
class Layout:
    """The pieces in order of place, the unlabelled lines between them, and where the body starts."""

    pieces: list[Piece] = field(default_factory=list)
    loose: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0

    def by_field(self) -> dict[str, list[Piece]]:
        """Return the pieces of each field, in order of place."""
        fields: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            if piece.field in fields:
                fields[piece.field].append(piece)
            else:
                fields[piece.field] = [piece]
        return fields
