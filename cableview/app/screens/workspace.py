"""What the parts of the main screen share: the session, the open page, and where we are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import getters, on
from textual.reactive import var
from textual.screen import Screen
from textual.worker import Worker

from cableview.app import wording
from cableview.app.failing import failure
from cableview.app.history import History
from cableview.app.page import Page
from cableview.app.widgets.bars import HeaderLine
from cableview.app.widgets.cable_list import CableList
from cableview.app.widgets.list_pane import ListPane
from cableview.app.widgets.search_box import SearchBox
from cableview.model.visible import visible

if TYPE_CHECKING:
    from cableview.app.session import Session
    from cableview.app.widgets.reader import Reader
    from cableview.app.widgets.side_panel import SidePanel
    from cableview.search import SearchResult


STARTING = "start"
"""Group of the work that fills the panes at the start."""


class Workspace(Screen[None]):
    """State and panes; the classes built on it add keys and actions, one concern each."""

    page: var[Page | None] = var(None)
    """The open cable; the screen hands it to reader and side panel."""
    header = getters.query_one(HeaderLine)
    list_pane = getters.query_one(ListPane)
    search_box = getters.query_one(SearchBox)
    cables = getters.query_one(CableList)
    complete: bool = False
    """True once reader and side panel stand beside the list; before, ``reader`` and ``side`` raise."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.history = History()
        self.here: int | None = None
        """Library key of the cable that decisions are about; set at once, before its page is read."""
        self.index = 0
        """Position of the paragraph cursor."""
        self.read_now: set[int] = set()
        """Keys of the cables read since the start."""
        self.marked = 0
        """How many times marks were changed: a page read before the last time has them as before."""
        self.lit: tuple[str, ...] = ()
        """Words of the search to light."""
        self.result: SearchResult | None = None
        """What the list lists while searching."""

    @property
    def reader(self) -> Reader:
        return cast("Reader", self.query_one("#reader"))

    @property
    def side(self) -> SidePanel:
        return cast("SidePanel", self.query_one("#side"))

    @on(Worker.StateChanged)
    def _work_failed(self, event: Worker.StateChanged) -> None:
        """Say what the disk would not do and go on; any other error is a fault of the program and ends it."""
        if said := failure(event):
            self.say(said, wrong=True)
            if event.worker.group == STARTING and not self.cables.keys:
                self.cables.teach(wording.cannot_start(said, self.session.places))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Tell the user something in a corner; any text is safe."""
        self.notify(visible(text), severity="warning" if wrong else "information", markup=False, timeout=4)
