"""Work in the background: the sample on the very first start, and the search cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cableview import locations
from cableview.app.screens.recalling import Recalling
from cableview.app.wording import SAMPLE_HINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from cableview.model.progress import Progress
    from cableview.store.library import Library


class Upkeep(Recalling):
    """Everything stays usable meanwhile; quitting stops the work at the next cable."""

    async def fill_sample(self) -> None:
        """Take the bundled cables in if the sample library was never opened."""
        places = self.session.places
        if places.name == locations.SAMPLE_LIBRARY and not places.exists():
            self.header.busy = "reading the sample cables"
            await self.session.alone(lambda: _import_seeds(places))
            self.header.busy = ""

    async def catch_up(self) -> None:
        """Bring the search cache up to the library."""

        def show(progress: Progress) -> None:
            self.app.call_later(self._show_progress, progress)

        done = await self.session.upkeep(
            lambda library: _catch_up(self.session.places, library, show, self.session.closing.is_set)
        )
        self.header.busy = ""
        if done:
            await self.session.search.reopen()
            self.search_again()

    def _show_progress(self, progress: Progress) -> None:
        of = f" of {progress.total:,}" if progress.total else ""
        self.header.busy = f"preparing the search: {progress.done:,}{of}"

    def hint(self) -> None:
        """Say on the sample how to bring in cables of one's own."""
        if self.session.places.name == locations.SAMPLE_LIBRARY:
            self.say(SAMPLE_HINT)


def _import_seeds(places: locations.Library) -> None:
    from cableview.importing import import_seeds  # noqa: PLC0415 - only on the very first start

    import_seeds(places)


def _catch_up(
    places: locations.Library,
    library: Library,
    show: Callable[[Progress], None],
    stopped: Callable[[], bool],
) -> int:
    from cableview.search import catch_up, open_index  # noqa: PLC0415 - heavy, and not needed to paint

    with open_index(places.cache) as index:
        return catch_up(library, index, show, stopped)
