"""The main screen: list, reader and side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.reactive import var

from cableview.app.chords import Chords
from cableview.app.history import Place
from cableview.app.screens.moving import Moving
from cableview.app.screens.upkeep import Upkeep
from cableview.app.sorting import Sort
from cableview.app.widgets.bars import HeaderLine, KeyLine
from cableview.app.widgets.list_pane import ListPane
from cableview.app.widgets.reader import Reader
from cableview.app.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from textual.app import ComposeResult


class MainScreen(Chords, Moving, Upkeep):
    """Composes the panes and starts; everything else is in the classes it is made of."""

    AUTO_FOCUS = "CableList"

    started: var[bool] = var(False)
    """True once the panes are filled."""

    def compose(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="panes"):
            yield ListPane(id="list-pane")
            yield Reader(id="reader").data_bind(MainScreen.page)
            yield SidePanel(id="side").data_bind(MainScreen.page)
        yield KeyLine()

    def on_mount(self) -> None:
        self.header.library = self.session.places.name
        self.call_after_refresh(self.start)

    @work(group="start")
    async def start(self) -> None:
        """Read the library into the panes: after the first paint, so that its size costs no start."""
        await self.fill_sample()
        sort = await self.session.marks(lambda marks: marks.setting("sort", Sort.NEWEST))
        self.sort = Sort(sort) if sort in set(Sort) else Sort.NEWEST
        await self.list_cables().wait()
        await self.marks_changed([])
        place = await self.session.marks(lambda marks: marks.place())
        if place is not None:
            await self.open_place(Place(*place)).wait()
        if self.page is None and self.cables.current_key is not None:
            await self.read_key(self.cables.current_key, rest=0).wait()
        await self.catch_up().wait()
        self.started = True
        self.hint()
