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


def _precedence(item: Candidate) -> tuple[bool, int, int, int]:
    start, end, _, _, rank = item
    return rank > 0, start - end, rank, start


def settle(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """Return non-overlapping candidates in order of place: the longest wins, then the lower rank."""
    taken = bytearray(length)
    kept: list[Candidate] = []
    for item in sorted(candidates, key=_precedence):
        start, end, *_ = item
        if start < end and 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            kept.append(item)
    kept.sort()
    return kept
