"""One import: from paths to the library and the search cache, in batches, resumable at any moment."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import Path

from cableview import locations
from cableview.importing.extent import Extent
from cableview.importing.grouping import groups
from cableview.importing.parcel import Parcel, read_pieces
from cableview.importing.workers import default_workers, work_here, work_in_workers
from cableview.importing.writer import Writer
from cableview.model.batch import Batch, Skipped
from cableview.model.progress import Progress
from cableview.resources import resource_dir
from cableview.search.catchup import behind, catch_up
from cableview.search.index import open_index
from cableview.sources import Limits, Piece, plan
from cableview.store import Library, open_library

SMALL = 2
"""Groups up to which no worker is started: some 200 cables."""
_WORTH = 100
"""The list of words is made anew when one cable in so many is new: for the whole corpus it takes a while."""
_DEFAULT_LIMITS = Limits()


def _silent(_: Progress) -> None:
    """Show nothing."""


def _never() -> bool:
    return False


def import_paths(
    paths: Sequence[str],
    library: locations.Library,
    *,
    workers: int | None = None,
    on_progress: Callable[[Progress], None] = _silent,
    cancelled: Callable[[], bool] = _never,
    limits: Limits = _DEFAULT_LIMITS,
) -> Batch:
    """Take the cables of ``paths`` (``-`` is stdin) into ``library`` and return the report.

    Each batch of some 2,000 cables is one transaction, readable and searchable as soon as it is in. After
    a stop of any kind the same call goes on: texts held already are recognised by their hash. When
    ``cancelled`` says so, what was read is written, and the report has no ``finished``. ``workers`` is the
    number of worker processes, one a core unless given. Raises StoreError when the library cannot be
    written, and WorkerDiedError.
    """
    library.make()
    with open_library(library.cables, bulk=True) as cables, open_index(library.cache) as index:
        extent = Extent(paths)
        on_progress(extent.progress("importing"))
        writable = index.writable
        if writable:
            if behind(cables, index):
                on_progress(extent.progress("indexing what is held"))
            catch_up(cables, index, cancelled=cancelled)
        batch = cables.start_batch(tuple(paths))
        writer = Writer(cables, index if writable else None, batch)
        skipped: list[Skipped] = []
        ended = False
        waiting = groups(plan(paths, limits, skipped.append))
        with closing(_parcels(waiting, cables, library.cables, limits, workers)) as parcels:
            for parcel in parcels:
                writer.put(parcel)
                cables.skip(batch, skipped)
                skipped.clear()
                on_progress(extent.taken(parcel))
                if cancelled():
                    break
            else:
                ended = True
        writer.write()
        cables.skip(batch, skipped)
        writer.commit()
        if writer.added * _WORTH > len(index) and writable:
            on_progress(extent.progress("collecting words"))
            index.save_vocabulary()
        return cables.finish_batch(batch) if ended else _stopped(cables, batch)


def import_seeds(library: locations.Library) -> Batch:
    """Take the bundled cables into ``library``, in this process."""
    return import_paths([str(resource_dir("seeds"))], library)


def _parcels(
    waiting: Iterator[tuple[Piece, ...]], cables: Library, path: Path, limits: Limits, workers: int | None
) -> Generator[Parcel, None, None]:
    first = list(islice(waiting, SMALL + 1))
    every = chain(first, waiting)
    read = partial(read_pieces, limits=limits, fresh=cables.latest_version() == 0)
    count = default_workers() if workers is None else workers
    if count == 1 or len(first) <= SMALL:
        yield from work_here(every, cables, read)
        return
    with closing(work_in_workers(every, path, read, count)) as parcels:
        yield from parcels


def _stopped(cables: Library, batch: int) -> Batch:
    return next(report for report in cables.batches() if report.id == batch)
