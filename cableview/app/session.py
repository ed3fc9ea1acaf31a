"""The one place that opens the library, the marks and the search cache: each in a thread of its own.

SQLite connections do not cross threads, and no handler on the event loop may wait for a disk.
"""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from cableview.app import tidying

if TYPE_CHECKING:
    from collections.abc import Callable

    from cableview import locations
    from cableview.entities.nlp import Model
    from cableview.search import Filters, Searcher
    from cableview.store.library import Library
    from cableview.store.marks import Marks

NLP_VARIABLE = "CABLEVIEW_NLP"
"""Names the spaCy model that fills in what the rules do not find; without it none is asked."""

T = TypeVar("T")
R = TypeVar("R")


class Desk(Generic[T]):
    """One thread that owns one open thing; work for it is done in the order it was given."""

    def __init__(self, name: str, opener: Callable[[], T]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._opener = opener
        self._thing: T | None = None

    async def __call__(self, work: Callable[[T], R]) -> R:
        """Run ``work`` on the open thing; what it raises is raised here.

        Cancelling the waiting task does not stop work that has begun: its result is dropped.
        """
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run, work)

    def _run(self, work: Callable[[T], R]) -> R:
        if self._thing is None:
            self._thing = self._opener()
        return work(self._thing)

    async def reopen(self) -> None:
        """Close the thing; the next piece of work opens it anew."""
        await asyncio.get_running_loop().run_in_executor(self._executor, self._close)

    def close(self) -> None:
        """Finish the work that was given and close the thing in its own thread."""
        self._executor.submit(self._close)
        self._executor.shutdown(wait=True)

    def _close(self) -> None:
        thing, self._thing = self._thing, None
        if (close := getattr(thing, "close", None)) is not None:
            close()


class Session:
    """The open library: cables, marks and search."""

    def __init__(self, places: locations.Library) -> None:
        self.places = places
        self.cables: Desk[Library] = Desk("cables", self._open_library)
        self.marks: Desk[Marks] = Desk("marks", self._open_marks)
        self.search: Desk[Searcher] = Desk("search", self._open_searcher)
        self.filters: Desk[Filters] = Desk("filters", self._open_filters)
        """Connections of its own, because a filter asks the library and the marks at once."""
        self.upkeep: Desk[Library] = Desk("upkeep", self._open_library)
        """A second connection for long work, so that reading never waits for it."""
        self.nlp = os.environ.get(NLP_VARIABLE, "").strip()
        """The model to ask; empty when there is none."""
        self.names: Desk[Model] = Desk("names", self._open_model)
        self.closing = Event()
        """Set when long work must come to its end."""

    @cached_property
    def readonly(self) -> bool:
        """True when nothing can be kept beside the library."""
        return self.places.readonly

    def settle(self) -> None:
        """Leave what is loaded by now out of garbage collections: one of all would hold a key up."""
        tidying.settle()

    def close(self) -> None:
        """Close everything; acknowledged marks are on disk already."""
        tidying.unsettle()
        self.closing.set()
        for desk in (self.search, self.filters, self.upkeep, self.names, self.cables, self.marks):
            desk.close()

    async def alone(self, work: Callable[[], R]) -> R:
        """Run ``work``, which opens what it needs itself, in a thread."""
        return await asyncio.to_thread(work)

    # Imported here because these rooms are heavy and the first paint must not wait for them.
    def _open_library(self) -> Library:
        from cableview.store.library import open_library  # noqa: PLC0415

        self.places.make()
        return open_library(self.places.cables)

    def _open_marks(self) -> Marks:
        from cableview.store.marks import open_marks  # noqa: PLC0415

        self.places.make()
        return open_marks(self.places.marks)

    def _open_searcher(self) -> Searcher:
        from cableview.search import Searcher  # noqa: PLC0415

        searcher = Searcher(self.places.cache)
        self.settle()
        return searcher

    def _open_model(self) -> Model:
        from cableview.entities.nlp import Model  # noqa: PLC0415 - few set a model up

        return Model(self.nlp)

    def _open_filters(self) -> Filters:
        from cableview.search.filters import Filters  # noqa: PLC0415 - few searches filter

        return Filters(self._open_library, self._open_marks)
