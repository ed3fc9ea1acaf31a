"""Times of many calls, on the clock and of the processor."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Times:
    """Milliseconds of every call."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    """Of all threads of this process: what the clock would show on a machine with nothing else to do."""

    def take(self, work: Callable[[], T]) -> T:
        """Return what ``work`` returns, and keep its times."""
        began, worked = time.perf_counter(), time.process_time()
        result = work()
        self.clock.append((time.perf_counter() - began) * 1e3)
        self.processor.append((time.process_time() - worked) * 1e3)
        return result

    def at(self, share: float, *, processor: bool = False) -> float:
        """Return the time that ``share`` of the calls stay within."""
        times = sorted(self.processor if processor else self.clock)
        return times[min(len(times) - 1, int(share * len(times)))]

    def __str__(self) -> str:
        parts = [f"p{int(share * 100)} {self.at(share):.1f}" for share in (0.5, 0.95, 0.99)]
        mine = [f"p{int(share * 100)} {self.at(share, processor=True):.1f}" for share in (0.5, 0.95, 0.99)]
        return f"{' '.join(parts)} max {max(self.clock):.1f} ms; processor {' '.join(mine)} ms"
