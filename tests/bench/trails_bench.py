"""Measure what follows names and references: python -m tests.bench.trails_bench LIBRARY [COUNT].

Opens COUNT (default 200) cables of LIBRARY, drawn at random, and asks of each what a reader asks: the names
of the panel with their counts, the page of one of its entities (so that what is named often is asked for
often), the card of one of its references, the page of who cites it, and a screen of the ledger. Prints the
median and the 95th percentile of each in milliseconds, by the clock and of the processor alone, which is
what a machine with nothing else to do would take. The home is CABLEVIEW_HOME, as for the program.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from cableview import locations
from cableview.app.cards import make_card
from cableview.app.page import Page
from cableview.app.trails import citing_trail, entity_trail, naming_passages
from cableview.app.widgets.side_entities import EntitiesTab
from cableview.entities import find_mentions, group
from cableview.entities.corrections import Corrections
from cableview.store.library import Library, open_library
from cableview.store.mentions import POSTED

T = TypeVar("T")
BUDGET = 50.0
"""Milliseconds that anything here may take, 95 times in a hundred."""
WIDTH = 40


class Times:
    """Milliseconds of each kind of question: by the clock, and of the processor."""

    def __init__(self) -> None:
        self.taken: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)

    def take(self, name: str, ask: Callable[[], T]) -> T:
        started, worked = time.perf_counter(), time.process_time()
        answer = ask()
        taken = time.perf_counter() - started, time.process_time() - worked
        self.taken[name].append((taken[0] * 1000, taken[1] * 1000))
        return answer

    def tell(self) -> None:
        for name, taken in self.taken.items():
            clock, worked = (sorted(times) for times in zip(*taken, strict=True))
            at = max(0, -(-len(taken) * 95 // 100) - 1)
            print(
                f"{name:<14} {len(taken):>5} asked   median {statistics.median(clock):7.2f}   "
                f"p95 {clock[at]:7.2f} ms   of processor {statistics.median(worked):6.2f}   "
                f"p95 {worked[at]:6.2f} ms   {'ok' if worked[at] <= BUDGET else 'TOO SLOW'}"
            )


def page_of(library: Library, cable_id: str) -> Page | None:
    held = library.load(cable_id)
    if held is None:
        return None
    found = tuple(find_mentions(held.cable, held.raw))
    return Page(held=held, found=found, mentions=found, entities=group(found))


def main() -> None:
    name, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    chance = random.Random(1)
    times, corrections, tab = Times(), Corrections(), EntitiesTab()
    with open_library(locations.Library(name).cables, readonly=True) as library:
        total = library.count()
        print(f"{total:,} cables, {library.mentions_behind():,} without their entities")
        keys = times.take("ledger keys", library.missing_keys)
        print(f"{len(keys):,} missing")
        started = time.perf_counter()
        library.by_date(library.order())
        print(f"dates read once in {(time.perf_counter() - started) * 1000:.0f} ms")
        order = library.order()
        for row in library.rows(chance.sample(order, min(count, len(order)))):
            page = page_of(library, row.id)
            if page is None:
                continue
            names = [(entity.type, entity.name) for entity in page.entities]
            times.take("panel counts", partial(library.cables_naming, names))
            tab.set_reactive(EntitiesTab.paragraph, 1)
            times.take("panel lines", partial(tab.lines, page, WIDTH))
            named = [mention for mention in page.mentions if mention.type in POSTED]
            if named:
                one = chance.choice(named)
                ask = partial(entity_trail, library, corrections, one.type, one.name)
                newest = times.take("entity page", ask).dated.keys[:1]
                first = partial(naming_passages, library, corrections, one.type, one.name, newest)
                times.take("its first text", first)
            cited = [item.id for item in page.held.cable.references if item.id]
            if cited:
                target = chance.choice(cited)
                times.take("peek", partial(make_card, library, target, page, None))
                times.take("who cites it", partial(citing_trail, library, target))
            if keys:
                start = chance.randrange(len(keys))
                times.take("ledger screen", partial(library.missing_entries, keys[start : start + 40]))
    times.tell()


if __name__ == "__main__":
    main()
