"""Taking cables in while one reads: progress in the first line, cables as they land, a report at the end."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work

from cableview import locations
from cableview.app.keys import key
from cableview.app.messages import OpenLibrary
from cableview.app.screens.tagging import Tagging

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.binding import BindingType

    from cableview.app.importing import Show
    from cableview.model.batch import Batch
    from cableview.model.query import Query

Done = TypeVar("Done")
TICK = 0.2
"""Seconds between two looks at the progress."""
LANDING = 1.5
"""Least seconds between two looks at what has landed."""
RELOAD = 10.0
"""Least seconds between two looks at the search cache."""


class Importing(Tagging):
    """One import at a time, in threads and processes of its own; quitting stops it as Esc does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("R", "report", "report", "What the last import brought and skipped", id="import.report"),
        key("escape", "stop", "stop", "Stop the import; what is in stays", id="import.stop", show=True),
    ]
    _stop_import: Event | None = None
    """Set to stop the import; None while there is none."""
    _naming = False
    """Only entities are looked for: a further import goes first, and ends with the same."""
    _landed = 0
    _reloaded = 0.0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "stop":
            return self._stop_import is not None
        return super().check_action(action, parameters)

    def may_bring_hits(self, query: Query) -> str:
        """Leave out work that finds names only, unless it is a name that is searched for."""
        from cableview.model.query import asks_for_names  # noqa: PLC0415 - not needed to paint

        busy = super().may_bring_hits(query)
        return busy if not self._naming or asks_for_names(query.root) else ""

    def action_stop(self) -> None:
        if self._stop_import is not None:
            self._stop_import.set()

    async def import_line(self, line: str | None) -> None:
        """Import the paths that ``line`` names; None calls it off."""
        from cableview.app.importing import named_paths  # noqa: PLC0415 - the first paint does without it

        if line is None:
            return
        paths, wrong = named_paths(line)
        if wrong:
            self.say(wrong, wrong=True)
        elif self._stop_import is not None and not self._naming:
            self.say("An import is under way: Esc stops it.", wrong=True)
        elif self.session.places.name == locations.SAMPLE_LIBRARY:
            # The sample is only looked at: one's own cables go to the main library, as with the command.
            self.post_message(OpenLibrary(locations.Library(), tuple(paths)))
        else:
            self.take_in(paths)

    @work(group="import", exit_on_error=False)
    async def take_in(self, paths: list[str]) -> None:
        """Import ``paths`` into the open library, then find their entities."""
        from cableview.app import importing  # noqa: PLC0415 - as above

        places = self.session.places
        self._naming = False  # from now on a further import is told to wait
        while self._stop_import is not None:
            self._stop_import.set()
            await asyncio.sleep(TICK)
        async with self._stoppable() as stopped:
            batch = await self._watched(lambda show: importing.take_in(places, paths, show, stopped))
            await self._all_landed()
            self._show_report(batch)
            if not stopped():
                self._naming = True
                await self._watched(lambda show: importing.find_entities(places, show, stopped))
                await self._read_in_turn()
        self._naming = False

    @work(group="import", exit_on_error=False)
    async def find_names(self) -> None:
        """Find the entities that still wait: after an import that was stopped early, or for new rules."""
        from cableview.app import importing  # noqa: PLC0415 - as above

        places = self.session.places
        if not await self.session.cables(importing.waiting) or self.header.busy or self._stop_import:
            return  # an import or another cableview is at work here, and will go on with the names
        self._naming = True
        async with self._stoppable() as stopped:
            await self._watched(lambda show: importing.find_entities(places, show, stopped), aside=True)
            await self._read_in_turn()
        self._naming = False

    async def _read_in_turn(self) -> None:
        """Read the open cable anew between two marks: read beside one, it could be shown without it."""
        async with self._turn:
            await self.read_again()

    @asynccontextmanager
    async def _stoppable(self) -> AsyncIterator[Callable[[], bool]]:
        """Let Esc and quitting stop what is done here; a worker process that dies is said."""
        from cableview.importing import WorkerDiedError  # noqa: PLC0415 - as above

        stop = self._stop_import = Event()
        self.refresh_bindings()
        closing = self.session.closing
        try:
            yield lambda: stop.is_set() or closing.is_set()
        except WorkerDiedError as error:
            self.say(str(error), wrong=True)
        finally:
            self._stop_import = None
            self.header.busy = ""
            self.refresh_bindings()

    async def _watched(self, run: Callable[[Show], Done], *, aside: bool = False) -> Done:
        """Run long work in the thread for it, showing how far it is and what has landed.

        What runs ``aside`` has a thread of its own: the search cache does not wait for it.
        """
        from cableview.app import importing  # noqa: PLC0415 - as above

        moment = importing.Moment()
        if aside:
            running = asyncio.ensure_future(self.session.alone(lambda: run(moment.show)))
        else:
            running = asyncio.ensure_future(self.session.upkeep(lambda _: run(moment.show)))
        looked = monotonic()
        while not (await asyncio.wait({running}, timeout=TICK))[0]:
            stopping = self._stop_import is not None and self._stop_import.is_set()
            self.header.busy = importing.progress_text(moment.progress, stopping=stopping)
            if monotonic() - looked > LANDING:
                await self._look()
                looked = monotonic()
        return running.result()

    async def _look(self) -> None:
        """List what has landed meanwhile; the cursor stays on its cable."""
        version = await self.session.cables(lambda library: library.latest_version())
        if version == self._landed:
            return
        self._landed = version
        self.orders_changed()
        await self.list_now()
        if self.page is None and self.cables.current_key is not None:
            await self.read_at_once(self.cables.current_key)
        if monotonic() - self._reloaded > RELOAD:
            self._reloaded = monotonic()
            await self.session.search(lambda searcher: searcher.reload())

    async def _all_landed(self) -> None:
        """Read everything anew: rows, the open cable, the search."""
        await self._look()
        self.cables_changed()
        await self.session.search.reopen()
        self.search_again()
        await self._read_in_turn()

    def _show_report(self, batch: Batch) -> None:
        from cableview.app.importing import report_text  # noqa: PLC0415 - as above
        from cableview.app.screens.report import ReportScreen  # noqa: PLC0415 - as above

        if batch.finished is None or batch.skipped or batch.problems:
            self.app.push_screen(ReportScreen(batch))
        else:
            self.say(f"Taken into {self.session.places.name}: {report_text(batch)}. R tells more.")

    @work(group="report", exit_on_error=False)
    async def action_report(self) -> None:
        from cableview.app.screens.report import ReportScreen  # noqa: PLC0415 - as above

        batches = await self.session.cables(lambda library: library.batches())
        if batches:
            self.app.push_screen(ReportScreen(batches[-1]))
        else:
            self.say("Nothing was imported yet.")
