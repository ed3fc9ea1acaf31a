"""Press keys while names are being found: python -m tests.bench.meanwhile_bench [CABLES] [KEYS].

Opens a library of made cables (8,000) in the real app, whose entity stage then runs on every core, and goes
down the list with KEYS (100) keys. Prints how long after each key the cursor stands on the next line, and how
long until that cable can be read beside it, by the clock. Exits 1 when the median of the former is above
50 ms, or when all names were found before the last key.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from cableview import locations
from cableview.importing import import_paths
from tests.bench.corpus import write_csv
from tests.support.driving import driving

APART = 0.1
"""Seconds between an answer and the next key: quicker than anybody reads a subject."""
_MOST = 50.0


async def pressed(places: locations.Library, keys: int) -> tuple[list[float], list[float], bool]:
    """Return the milliseconds from each key to cursor and to text, and whether the stage still runs."""
    moved: list[float] = []
    shown: list[float] = []
    async with driving(places, (140, 40)) as d:
        display: Any = d.app._display
        rows: dict[int, float] = {}
        cables: dict[str | None, float] = {}

        def noted(*args: Any) -> None:
            display(*args)
            now = time.perf_counter() * 1000
            rows.setdefault(d.main.cables.row, now)
            cables.setdefault(d.cable, now)

        d.app._display = noted  # type: ignore[method-assign,assignment]
        await d.until(lambda: d.main.started and d.main.header.busy and d.cable, "names being found")
        for _ in range(keys):
            row, cable = d.main.cables.row, d.cable
            rows.clear()
            cables.clear()
            start = time.perf_counter() * 1000
            d._send("j", "j")
            await d.until(lambda row=row, cable=cable: row + 1 in rows and set(cables) - {cable}, "the text")
            moved.append(rows[row + 1] - start)
            shown.append(max(cables.values()) - start)
            await asyncio.sleep(APART)
        return moved, shown, bool(d.main.header.busy)


def told(times: list[float]) -> str:
    times = sorted(times)
    late = times[int(len(times) * 0.95)]
    return f"median {statistics.median(times):.1f} ms, p95 {late:.1f}, worst {times[-1]:.1f}"


def main() -> None:
    """Run the command line."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    cables = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    keys = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory() as home:
        os.environ[locations.HOME_VARIABLE] = home
        table, places = Path(home, "cables.csv"), locations.Library()
        write_csv(table, cables, seed=1)
        import_paths([str(table)], places)
        moved, shown, busy = asyncio.run(pressed(places, keys))
    print(f"{keys} keys while names are found\nto the cursor {told(moved)}\nto the text   {told(shown)}")
    if not busy:
        print("the names were all found before the last key: give more cables")
    sys.exit(not busy or statistics.median(moved) > _MOST)


if __name__ == "__main__":
    main()
