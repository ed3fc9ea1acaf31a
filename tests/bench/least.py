"""The least time of some runs: what else the machine does falls out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def least_seconds(work: Callable[[T], object], items: Sequence[T], runs: int) -> list[float]:
    """Return the least processor seconds of ``work`` on each of ``items``; a run goes over all of them."""
    best = [float("inf")] * len(items)
    for _ in range(runs):
        for place, item in enumerate(items):
            start = time.thread_time()
            work(item)
            best[place] = min(best[place], time.thread_time() - start)
    return best
