"""Which words of one text stand in another, in order, at a cost that hostile texts cannot raise."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Gap = tuple[int, int, int, int]
"""Words [a, b) of the old text stand where words [c, d) of the new one stand."""


class Allowance:
    """How much aligning may still cost, in comparisons of two words; shared by all texts of a comparison."""

    def __init__(self, comparisons: int = 20_000_000) -> None:
        self.left = comparisons

    def grant(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Take the worst case of aligning these words from the allowance; False when it is too much."""
        counts = Counter(old)
        equal = sum(count * counts[word] for word, count in Counter(new).items())
        cost = (equal + 1) * min(len(old), len(new)) + len(old) + len(new)
        if cost > self.left:
            return False
        self.left -= cost
        return True


def gaps(old: Sequence[str], new: Sequence[str], allowance: Allowance) -> list[Gap]:
    """Return where ``old`` and ``new`` differ, in order.

    Words that stand once in each part long texts into short ones; what is still too costly to align
    counts as different altogether.
    """
    start, end = _frame(old, new)
    area = (start, len(old) - end, start, len(new) - end)
    if area[0] == area[1] and area[2] == area[3]:
        return []
    found = _aligned(old, new, area, allowance)
    if found is not None:
        return found
    parts = _parted(old, new, area)
    return [gap for part in parts for gap in _aligned(old, new, part, allowance) or [part]]


def _frame(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many words are equal at the beginning and at the end."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    return start, next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)


def _aligned(old: Sequence[str], new: Sequence[str], area: Gap, allowance: Allowance) -> list[Gap] | None:
    a, b, c, d = area
    if a == b or c == d:
        return [area]
    left, right = old[a:b], new[c:d]
    if not allowance.grant(left, right):
        return None
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [(a + i, a + j, c + k, c + m) for tag, i, j, k, m in codes if tag != "equal"]


def _parted(old: Sequence[str], new: Sequence[str], area: Gap) -> Iterator[Gap]:
    a, b, c, d = area
    anchors = [(a - 1, c - 1), *_anchors(old, new, area), (b, d)]
    for (i, k), (j, m) in pairwise(anchors):
        if j - i > 1 or m - k > 1:
            yield i + 1, j, k + 1, m


def _anchors(old: Sequence[str], new: Sequence[str], area: Gap) -> list[tuple[int, int]]:
    """Return the longest run, in both orders, of words that each side has once."""
    a, b, c, d = area
    once_old = {word for word, count in Counter(old[a:b]).items() if count == 1}
    once = {word for word, count in Counter(new[c:d]).items() if count == 1 and word in once_old}
    places = {new[at]: at for at in range(c, d) if new[at] in once}
    tails: list[int] = []
    ends: list[int] = []
    chain: list[tuple[int, int, int]] = []
    for at in range(a, b):
        place = places.get(old[at])
        if place is None:
            continue
        length = bisect_left(tails, place)
        before = ends[length - 1] if length else -1
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [len(chain)]
        chain.append((at, place, before))
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(chain[at][:2])
        at = chain[at][2]
    return run[::-1]
