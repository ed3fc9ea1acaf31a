"""What a rule proposes, and how proposals that overlap are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

GUESS = 9
"""The rank of what only looks like a name, with nothing around it that tells."""


@dataclass(slots=True, eq=False)
class Candidate:
    """A proposed mention; ``start`` and ``end`` count in the flat text."""

    start: int
    end: int
    type: str
    name: str
    rank: int = 5
    """Between proposals of equal length the lower rank wins; rank 0 also beats longer ones."""
    told: bool = False
    """The words around it say what it is, so that the name may be known elsewhere too."""


_START, _RANK = attrgetter("start"), attrgetter("rank")


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return non-overlapping candidates in order of place: the longest wins, then the lower rank."""
    kept: list[Candidate] = []
    rivals: list[Candidate] = []
    low = high = reached = 0
    for item in sorted(candidates, key=_START):
        start, end = item.start, item.end
        if start >= end:
            continue
        if start >= reached:
            if rivals:
                kept += _winners(rivals, reached)
                rivals = []
            kept.append(item)
            reached = end
        elif start == low and end == high:
            last = rivals or kept
            if item.rank < last[-1].rank:
                last[-1] = item
        else:
            rivals = rivals or [kept.pop()]
            rivals.append(item)
            reached = max(reached, end)
        low, high = start, end
    return kept + _winners(rivals, reached)


def _winners(rivals: list[Candidate], reached: int) -> list[Candidate]:
    """Settle candidates that overlap in a chain, which ends at ``reached``; they are in order of place."""
    low = rivals[0].start if rivals else 0
    widest = [item for item in rivals if item.end == reached and item.start == low]
    if widest and all(map(_RANK, rivals)):
        return [min(widest, key=_RANK)]
    rivals.sort(key=_precedence)
    taken = bytearray(reached - low)
    kept: list[Candidate] = []
    for item in rivals:
        start, end = item.start - low, item.end - low
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(item)
    return sorted(kept, key=_START)


def _precedence(item: Candidate) -> tuple[bool, int, int]:
    return item.rank > 0, item.start - item.end, item.rank
