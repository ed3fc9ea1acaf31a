"""The second pass over names: what one cable tells helps the others, resumable at any moment.

First the search cache is asked which cables hold the names that were told since the last time; those that
hold one without naming it are then read again. Each step keeps what it has done: a stop costs little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from cableview import locations
from cableview.entities import Known
from cableview.importing.naming import named_in
from cableview.importing.workers import default_workers, work_here, work_in_workers
from cableview.model.batch import Skipped
from cableview.model.progress import Pace, Progress
from cableview.search import open_index
from cableview.search.catchup import holds_all
from cableview.search.folder import IndexDamagedError
from cableview.search.phrases import Phrases
from cableview.store import Library, open_library
from cableview.store.records import Asked, Recall, Recalled, Told

SMALL = 300
"""Names or cables up to which no worker is started."""
_NAMES = 200
"""Names in one trip to a worker."""
_CABLES = 50
"""Cables in one trip to a worker."""
_BATCH = 1_000
"""Names or cables in one transaction."""
_NICENESS = 10
Item = TypeVar("Item")
Result = TypeVar("Result")


def recall_names(
    library: locations.Library,
    *,
    workers: int | None,
    on_progress: Callable[[Progress], None],
    on_skip: Callable[[Skipped], None],
    cancelled: Callable[[], bool],
) -> int:
    """Let the cables of a library know the names that others tell; return how many were read again.

    Waits until the entities of every cable are found, and to ask, until the search cache holds them all.
    Raises StoreError and WorkerDiedError.
    """
    with open_library(library.cables, bulk=True) as cables:
        if cables.mentions_behind():
            return 0
        course = _Course(
            library, cables, default_workers() if workers is None else workers, on_progress, cancelled
        )
        waiting = cables.told_count()
        if waiting and _can_be_asked(library, cables):
            work = partial(ask, library.cache)
            course.run("asking for names", cables.told(_NAMES), waiting, work, cables.keep_asked)
        waiting = cables.recall_count()
        if not waiting or cancelled():
            return 0

        def keep(items: Sequence[Recalled]) -> None:
            cables.keep_recalled(items)
            for item in items:
                if item.skipped is not None:
                    on_skip(item.skipped)

        return course.run("recalling names", cables.recalls(_CABLES), waiting, recall, keep)


def _can_be_asked(library: locations.Library, cables: Library) -> bool:
    with open_index(library.cache, readonly=True) as index:
        return holds_all(cables, index)


@dataclass(frozen=True, slots=True)
class _Course:
    """How a step is gone through: here or by workers, a transaction at a time."""

    library: locations.Library
    cables: Library
    workers: int
    on_progress: Callable[[Progress], None]
    cancelled: Callable[[], bool]

    def run(
        self,
        phase: str,
        groups: Iterator[tuple[Item, ...]],
        total: int,
        work: Callable[[tuple[Item, ...], Library], list[Result]],
        keep: Callable[[Sequence[Result]], None],
    ) -> int:
        """Do the work, keep what comes of it, and return for how many items that was."""
        if self.workers == 1 or total <= SMALL:
            results = work_here(groups, self.cables, work)
        else:
            results = work_in_workers(groups, self.library.cables, work, self.workers, niceness=_NICENESS)
        done, pace, waiting = 0, Pace(phase, total), list[Result]()
        with closing(results):
            for found in results:
                waiting += found
                if len(waiting) >= _BATCH:
                    keep(waiting)
                    waiting = []
                done += len(found)
                self.on_progress(pace.at(done))
                if self.cancelled():
                    break
        if waiting:
            keep(waiting)
        return done


def ask(cache: Path, names: tuple[Told, ...], library: Library) -> list[Asked]:
    """Ask the search cache which cables hold these names; nothing is said when it cannot be read."""
    try:
        phrases = Phrases(cache)
        return [library.asked(one, phrases.holding(one.name)) for one in names]
    except IndexDamagedError:
        return []


def recall(recalls: tuple[Recall, ...], library: Library) -> list[Recalled]:
    """Find what these cables name when they know the names that wait for them."""
    asked = {item.key: item for item in recalls}
    read = {key: Recalled(key, None, None) for key in asked}
    for version, key, cable_id, document in library.texts(list(asked)):
        fresh, names = asked[key].fresh, asked[key].names
        if Known(fresh).may_stand_in(document.text):
            named, skipped = named_in(document, cable_id, Known(names))
            news = not fresh.isdisjoint((kind, name) for kind, name, _ in named.names)
            read[key] = Recalled(key, named._replace(version=version, key=key) if news else None, skipped)
    return list(read.values())
