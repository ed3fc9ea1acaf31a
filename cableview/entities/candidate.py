"""What a rule proposes, and how proposals that overlap are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A proposed mention; ``start`` and ``end`` count in the flat text."""

    start: int
    end: int
    type: str
    name: str
    rank: int = 5
    """Between proposals of equal length the lower rank wins; rank 0 also beats longer ones."""


def settle(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """Return non-overlapping candidates in order of place: the longest wins, then the lower rank."""
    taken = bytearray(length)
    kept: list[Candidate] = []
    items = list(candidates)
    # plain tuples sort without a call for each; the index keeps the order of equals
    order = [
        (rank > 0, start - end, rank, start, index)
        for index, (start, end, _, _, rank) in enumerate(items)
        if start < end
    ]
    order.sort()
    for _, less, _, start, index in order:
        end = start - less
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * -less
            kept.append(items[index])
    kept.sort()
    return kept
