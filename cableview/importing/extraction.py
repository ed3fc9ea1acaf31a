"""The stage behind an import: which entities every held cable names, resumable at any moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import NamedTuple

from cableview import locations
from cableview.entities import RULES_VERSION, Known
from cableview.importing.naming import named_in
from cableview.importing.recalling import recall_names
from cableview.importing.workers import default_workers, work_here, work_in_workers
from cableview.model.batch import Skipped
from cableview.model.progress import Pace, Progress
from cableview.store import Library, open_library
from cableview.store.records import Extracted

SMALL = 300
"""Cables up to which no worker is started."""
_SPAN = 50
"""Cables in one trip to a worker."""
_BATCH = 2_000
_SECONDS = 10.0
"""A transaction holds so many cables, or what so many seconds bring: little is lost when it is stopped."""
_NICENESS = 10
_Span = tuple[int, int]


class Named(NamedTuple):
    """What the cables of some versions name."""

    extracted: list[Extracted]
    skipped: list[Skipped]
    reached: int
    """The last of the versions."""


def _ignore(_: object) -> None:
    """Show nothing."""


def _never() -> bool:
    return False


def extract_entities(
    library: locations.Library,
    *,
    workers: int | None = None,
    on_progress: Callable[[Progress], None] = _ignore,
    on_skip: Callable[[Skipped], None] = _ignore,
    cancelled: Callable[[], bool] = _never,
) -> int:
    """Find the entities of every held cable that waits for it, and return how many cables that was.

    Entities that other rules have found are found anew; they stay until then. At the end the cables are told
    the names that others tell: see ``recall_names``.

    The library is read and searched meanwhile as ever; the workers stand back behind other programs. After a
    stop of any kind the same call goes on. When ``cancelled`` says so, what was found is kept. Raises
    StoreError when the library cannot be written, and WorkerDiedError.
    """
    with open_library(library.cables, bulk=True) as cables:
        cables.follow_rules(RULES_VERSION)
        total = cables.mentions_behind()
        count = default_workers() if workers is None else workers
        spans = cables.spans_behind(_SPAN)
        work = partial(name_span, cables.known())
        if count == 1 or total <= SMALL:
            results = work_here(spans, cables, work)
        else:
            results = work_in_workers(spans, library.cables, work, count, niceness=_NICENESS)
        done, pace = 0, Pace("entities", total)
        keeper = _Keeper(cables)
        with closing(results):
            for named in results:
                keeper.put(named)
                done += len(named.extracted)
                on_progress(pace.at(done))
                for item in named.skipped:
                    on_skip(item)
                if cancelled():
                    break
        keeper.write()
    if not cancelled():
        recall_names(library, workers=workers, on_progress=on_progress, on_skip=on_skip, cancelled=cancelled)
    return done


class _Keeper:
    """Gathers what is found to transactions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._waiting: list[Extracted] = []
        self._reached = 0
        self._written = time.monotonic()

    def put(self, named: Named) -> None:
        self._waiting += named.extracted
        self._reached = named.reached
        if len(self._waiting) >= _BATCH or time.monotonic() - self._written > _SECONDS:
            self.write()

    def write(self) -> None:
        if self._reached:
            self._library.add_mentions(self._waiting, self._reached)
        self._waiting = []
        self._written = time.monotonic()


def name_span(known: Known, span: _Span, library: Library) -> Named:
    """Find what the cables of some versions name. One that cannot be read costs no other."""
    named = Named([], [], span[1])
    for version, key, cable_id, document in library.documents(*span):
        extracted, skipped = named_in(document, cable_id, known)
        named.extracted.append(extracted._replace(version=version, key=key))
        if skipped is not None:
            named.skipped.append(skipped)
    return named
