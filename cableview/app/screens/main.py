"""The main screen: list, reader and side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.reactive import var
from textual.widgets import Static

from cableview.app.chords import Chords
from cableview.app.screens.trailing import Trailing
from cableview.app.screens.workspace import STARTING
from cableview.app.sorting import Sort
from cableview.app.widgets.bars import HeaderLine, KeyLine
from cableview.app.widgets.list_pane import ListPane
from cableview.resources import resource_dir

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from cableview.app.page import Page
    from cableview.app.session import Session
    from cableview.app.widgets.reader import Reader
    from cableview.app.widgets.side_panel import SidePanel


LATER_STYLES = ("reader.tcss", "side.tcss", "dialogs.tcss", "versions.tcss", "trails.tcss")
"""Parsing them would hold up the first paint."""
EARLY = frozenset({"search", "quit", "sort"})
"""Actions of the screen that need the list only."""


class MainScreen(Chords, Trailing):
    """Composes the panes and starts; everything else is in the classes it is made of.

    The first paint has the list pane and empty frames: reader and side panel bring many modules along.
    """

    AUTO_FOCUS = "CableList"

    started: var[bool] = var(False)
    """True once the panes are filled."""

    def __init__(self, session: Session, paths: tuple[str, ...] = ()) -> None:
        super().__init__(session)
        self.paths_at_start = paths

    def compose(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="panes"):
            yield ListPane(id="list-pane")
            yield Static(classes="frame wide")
            yield Static(classes="frame")
        yield KeyLine()

    def on_mount(self) -> None:
        self.header.library = self.session.places.name
        self.watch(self.header, "busy", self.work_changed, init=False)
        self.watch(self.app, "app_focus", self.focus_changed, init=False)
        self.call_after_refresh(self.start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.complete or action in EARLY:
            return super().check_action(action, parameters)
        return False

    @work(group=STARTING, exit_on_error=False)
    async def start(self) -> None:
        """Read the library into the panes: after the first paint, so that its size costs no start."""
        await self.fill_sample()
        sort = await self.session.marks(lambda marks: marks.setting("sort", Sort.NEWEST))
        self.sort = Sort(sort) if sort in set(Sort) else Sort.NEWEST
        await self.see_others()
        await self.list_now()
        await self.marks_changed([])
        await self._add_panes()
        place = await self.session.marks(lambda marks: marks.place())
        if place is not None and self.here is None:  # else another cable was gone to by now
            await self.open_now(place.cable_id, index=place.position)
        if self.page is None and self.cables.current_key is not None:
            await self.read_at_once(self.cables.current_key)
        await self.read_searches()
        await self.catch_up()
        self.started = True
        self.session.settle()
        self.warm_cache()
        self.hint()
        if self.paths_at_start:
            self.say(f"Your cables go to the library {self.session.places.name}, open now.")
            self.take_in(list(self.paths_at_start))
        elif not self.session.readonly:
            self.find_names()

    def watch_page(self, page: Page | None) -> None:
        """Hand the open cable down; bindings would have to be made while composing."""
        if self.complete:
            self.reader.page = page
            self.side.page = page

    async def _add_panes(self) -> None:
        reader, side = await self.session.alone(_import_panes)
        self.app.stylesheet.read_all([resource_dir("styles") / name for name in LATER_STYLES])
        self.app.stylesheet.parse()
        panes = self.query_one("#panes")
        async with panes.batch():
            await panes.query(".frame").remove()
            await panes.mount(reader(id="reader"), side(id="side"))
        self.complete = True
        self.watch_page(self.page)
        self.refresh_bindings()
        self.arrange_panes()


def _import_panes() -> tuple[type[Reader], type[SidePanel]]:
    from cableview.app.widgets.reader import Reader  # noqa: PLC0415 - the first paint does without them
    from cableview.app.widgets.side_panel import SidePanel  # noqa: PLC0415

    return Reader, SidePanel
