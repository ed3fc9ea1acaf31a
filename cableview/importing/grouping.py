"""Pieces into groups: enough work for one trip to a worker, little enough for flat memory."""

from __future__ import annotations

from collections.abc import Iterator

from cableview.sources import Piece

BYTES = 1_000_000
_PIECES = 150


def groups(pieces: Iterator[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield tuples of consecutive pieces of about one megabyte."""
    group: list[Piece] = []
    weight = 0
    for piece in pieces:
        group.append(piece)
        weight += piece.weight
        if weight >= BYTES or len(group) >= _PIECES:
            yield tuple(group)
            group, weight = [], 0
    if group:
        yield tuple(group)
