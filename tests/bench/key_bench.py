"""Type searches as people do, into the real app: python -m tests.bench.key_bench [LIBRARY] [TIMES].

Prints how long after each key the answer to it, or to a later one, is painted: the time that the app takes
with its input line, worker, search and list. LIBRARY is a name in the home that CABLEVIEW_HOME gives; without
it the sample cables are used. Keys come at the uneven distances of a fast typist, the same ones in every run.

Names that wait to be found are left alone meanwhile.
"""

from __future__ import annotations

import asyncio
import random
import time

from cableview import locations
from tests.bench.typing_bench import QUERIES, Watch, run
from tests.support.driving import Driver, driving

NAMES = {" ": "space", ":": "colon"}
USUAL, SPREAD = 0.16, 0.4
"""Seconds between two keys, and how far they are spread (lognormal): 80 words a minute."""
QUICKEST = 0.07


async def once(d: Driver, watch: Watch, text: str, rhythm: random.Random) -> list[tuple[float, str]]:
    """Type ``text`` and return the milliseconds from each key to an answer, with what was typed by then."""
    await d.press("ctrl+u")
    await d.until(lambda: d.main.result is None, "no search")
    await asyncio.sleep(0.5)
    watch.painted.clear()
    pressed = []
    for char in text:
        pressed.append(time.perf_counter() * 1000)
        d._send(NAMES.get(char, char), char)
        await asyncio.sleep(max(QUICKEST, USUAL * rhythm.lognormvariate(0, SPREAD)))
    await d.until(lambda: watch.since(text) is not None, text)
    return [(_answered(watch, text[:n]) - at, text[:n]) for n, at in enumerate(pressed, 1)]


def _answered(watch: Watch, typed: str) -> float:
    """Return when the first answer was painted that knows all of ``typed``."""
    return next(at.clock for at, told in watch.painted if len(told) >= len(typed))


async def measure(places: locations.Library, times: int) -> None:
    rhythm = random.Random(1)
    taken: list[tuple[float, str]] = []
    async with driving(places, (140, 40)) as d:
        watch = Watch(d)
        await d.press("slash")
        for turn in range(times):
            taken += await once(d, watch, QUERIES[turn % len(QUERIES)], rhythm)
    taken.sort()
    at = {share: taken[int(len(taken) * share)][0] for share in (0.5, 0.95, 0.99)}
    print(f"{len(taken)} keys: the answer is painted after", end=" ")
    print(", ".join(f"p{share * 100:.0f} {value:.0f} ms" for share, value in at.items()), end="; ")
    print("slowest", ", ".join(f"{value:.0f} {text!r}" for value, text in taken[:-4:-1]))


if __name__ == "__main__":
    run(measure, 20)
