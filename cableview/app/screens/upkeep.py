"""Work in the background: the sample on the very first start, and the search cache."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from cableview import locations
from cableview.app.screens.recalling import Recalling
from cableview.app.wording import NOTHING_KEPT, SAMPLE_HINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from cableview.model.progress import Progress
    from cableview.store.library import Library

LOOK_AGAIN = 1.0
"""Seconds between looks at what another cableview prepares."""
ELSEWHERE = "another cableview is preparing the search"


class Upkeep(Recalling):
    """Everything stays usable meanwhile; quitting stops the work at the next cable."""

    _mending: bool = False

    async def fill_sample(self) -> None:
        """Take the bundled cables in if the sample library was never opened."""
        places = self.session.places
        if places.name == locations.SAMPLE_LIBRARY and not places.exists():
            self.header.busy = "reading the sample cables"
            await self.session.alone(lambda: _import_seeds(places))
            self.header.busy = ""

    async def catch_up(self) -> None:
        """Bring the search cache up to the library, or wait for the cableview that does."""

        def show(progress: Progress) -> None:
            self.app.call_later(self._show_progress, progress)

        places, stopped = self.session.places, self.session.closing.is_set
        done, left = await self.session.upkeep(lambda library: _catch_up(places, library, show, stopped))
        await self._all_shown()
        self.header.busy = ELSEWHERE if left else ""
        if done:
            await self.session.search.reopen()
            self.search_again()
        if left:
            self.look_again()

    async def _all_shown(self) -> None:
        """Wait until the progress that was reported is shown: later, nothing would take it away again."""
        shown = asyncio.Event()
        if self.app.call_later(shown.set):
            await shown.wait()

    def _show_progress(self, progress: Progress) -> None:
        of = f" of {progress.total:,}" if progress.total else ""
        self.header.busy = f"preparing the search: {progress.done:,}{of}"

    @work(exclusive=True, group="look-again", exit_on_error=False)
    async def look_again(self) -> None:
        """See what the other cableview has prepared by now; take over when it stops."""
        await asyncio.sleep(LOOK_AGAIN)
        await self.session.search(lambda searcher: searcher.reload())
        self.search_again()
        self.catch_up_aside()

    @work(group="catch-up", exit_on_error=False)
    async def catch_up_aside(self) -> None:
        """Bring the search cache up to the library while everything else goes on."""
        await self.catch_up()

    def cache_damaged(self) -> None:
        if not self._mending:
            self._mending = True
            self.mend()

    @work(group="catch-up", exit_on_error=False)
    async def mend(self) -> None:
        """Build a search cache anew that a search has found damaged."""
        self.header.busy = "the search cache was damaged and is built anew"
        await self.session.upkeep(lambda _: _drop(self.session.places))
        await self.catch_up()
        self._mending = False

    @work(group="warm", exit_on_error=False)
    async def warm_cache(self) -> None:
        """Have the search cache at hand before the first search."""
        session = self.session
        await session.alone(lambda: _warm(session.places, session.closing.is_set))

    def hint(self) -> None:
        """Say that nothing can be kept; on the sample, how to bring in cables of one's own."""
        if self.session.readonly:
            self.say(NOTHING_KEPT, wrong=True)
        elif self.session.places.name == locations.SAMPLE_LIBRARY:
            self.say(SAMPLE_HINT)


def _import_seeds(places: locations.Library) -> None:
    from cableview.importing import import_seeds  # noqa: PLC0415 - only on the very first start

    import_seeds(places)


def _catch_up(
    places: locations.Library,
    library: Library,
    show: Callable[[Progress], None],
    stopped: Callable[[], bool],
) -> tuple[int, int]:
    """Return how many cables were indexed, and how many wait because another process is at work."""
    from cableview.model.progress import Progress  # noqa: PLC0415 - as below
    from cableview.search import behind, catch_up, open_index  # noqa: PLC0415 - not needed to paint

    with open_index(places.cache) as index:
        waiting = behind(library, index)
        if waiting and not index.writable:
            return 0, waiting
        if waiting:
            show(Progress(0, waiting, 0.0, phase="indexing"))
        return catch_up(library, index, show, stopped), 0


def _warm(places: locations.Library, stopped: Callable[[], bool]) -> None:
    from cableview.search import warm  # noqa: PLC0415 - not needed to paint

    warm(places.cache, stopped)


def _drop(places: locations.Library) -> None:
    from cableview.search import IndexBusyError, drop_index  # noqa: PLC0415 - hardly ever needed

    with suppress(IndexBusyError):  # then the other process is building it already
        drop_index(places.cache)
