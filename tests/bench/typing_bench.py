"""Type searches into the real app, 20 keys at 5 ms: python -m tests.bench.typing_bench [LIBRARY] [TIMES].

Prints how long after the last key its answer is painted, beside how long the same keys take where nothing
is searched for, and whether an older answer was ever painted after a newer one. LIBRARY is a name in the
home that CABLEVIEW_HOME gives; without it the sample cables are used. Ends after two minutes at most.

Times are of the clock, and of the processor for the thread that deals with keys and paints: on a busy
machine only the latter tell of the program. Names that wait to be found are left alone meanwhile.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple, Self, TypeVar
from unittest.mock import patch

from cableview import locations
from cableview.app.screens.main import MainScreen
from tests.support.driving import Driver, driving

T = TypeVar("T")
KEYS = 20
APART = 0.005
SECONDS = 120
"""Rounds end after this time, however many were wanted."""
BLANK = " " * KEYS
"""Searches for nothing: what it takes is the cost of the keys alone."""
QUERIES = (
    "missile technology c",
    "norinko exports iran",
    "ambassador said that",
    "tag:PARM missile par",
    "nonproliferation reg",
)


class Moment(NamedTuple):
    """Milliseconds of two clocks."""

    clock: float
    processor: float

    @classmethod
    def now(cls) -> Self:
        return cls(time.perf_counter() * 1000, time.thread_time() * 1000)


class Watch:
    """Notes at every paint which answer stands on the screen, and since when."""

    def __init__(self, d: Driver) -> None:
        self.main = d.main
        self.painted: list[tuple[Moment, str]] = []
        display: Any = d.app._display

        def noted(*args: Any) -> None:
            display(*args)
            cables, result = self.main.cables, self.main.listed
            if self.main.search_box.value == BLANK:
                self.painted.append((Moment.now(), BLANK))
            seen = cables.keys[cables.row : cables.row + cables.size.height // 2]
            if result is not None and all(cables.held(key) for key in seen):
                self.painted.append((Moment.now(), result.query.text))

        d.app._display = noted  # type: ignore[method-assign,assignment]

    def since(self, text: str) -> Moment | None:
        """Return when the answer to ``text`` was first painted."""
        return next((at for at, told in self.painted if told == text), None)

    @property
    def disordered(self) -> bool:
        """True when an answer to a shorter text was painted after that to a longer one."""
        lengths = [len(text) for _, text in self.painted]
        return lengths != sorted(lengths)


async def once(d: Driver, watch: Watch, text: str) -> Moment:
    """Type ``text`` and return what passes from its last key to its answer."""
    await d.press("ctrl+u")
    await d.until(lambda: d.main.result is None, "no search")
    await asyncio.sleep(0.3)
    watch.painted.clear()
    for char in text:
        d._send({" ": "space", ":": "colon"}.get(char, char), char)
        typed = Moment.now()
        await asyncio.sleep(APART)
    await d.until(lambda: watch.since(text) is not None, text)
    at = watch.since(text)
    assert at is not None
    await asyncio.sleep(0.3)
    return Moment(at.clock - typed.clock, at.processor - typed.processor)


async def measure(places: locations.Library, times: int) -> bool:
    taken: list[Moment] = []
    alone: list[Moment] = []
    disordered = 0
    ends = time.perf_counter() + SECONDS
    async with driving(places, (140, 40)) as d:
        watch = Watch(d)
        await d.press("slash")
        while len(taken) < times and time.perf_counter() < ends:
            alone.append(await once(d, watch, BLANK))
            taken.append(await once(d, watch, QUERIES[len(taken) % len(QUERIES)]))
            disordered += watch.disordered
    print(f"{len(taken)} times {KEYS} keys {APART * 1000:.0f} ms apart: painted after the last key")
    print(f"the answer     {told(taken)}; out of order: {disordered} times")
    print(f"the keys alone {told(alone)}")
    return not disordered


def told(taken: list[Moment]) -> str:
    return f"{_spread([one.clock for one in taken])}; processor {_spread([one.processor for one in taken])}"


def _spread(times: list[float]) -> str:
    times = sorted(times)
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    return f"by {middle:4.0f} ms, p95 {late:4.0f}, best {times[0]:4.0f}, worst {times[-1]:4.0f}"


def run(measure: Callable[[locations.Library, int], Coroutine[Any, Any, T]], times: int) -> T:
    """Measure on the library that the command line names, so many times if it names no other number."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    name = sys.argv[1] if len(sys.argv) > 1 else locations.SAMPLE_LIBRARY
    times = int(sys.argv[2]) if len(sys.argv) > 2 else times
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("CABLEVIEW_HOME", home)
        with patch.object(MainScreen, "find_names"):
            return asyncio.run(measure(locations.Library(name), times))


if __name__ == "__main__":
    sys.exit(not run(measure, 40))
