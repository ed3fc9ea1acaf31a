"""Moving between panes, and which of them are to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.reactive import var

from cableview.app.keys import key
from cableview.app.panes import Pane, shown
from cableview.app.screens.workspace import Workspace

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widget import Widget


class Moving(Workspace):
    """The focused pane decides what a narrow terminal shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab,l", "pane(1)", "next pane", "Next pane", id="pane.next"),
        key("shift+tab,h", "pane(-1)", "previous pane", "Previous pane", id="pane.previous"),
        key("alt+1", "to_pane(0)", "list", "To the list", id="pane.list"),
        key("alt+2", "to_pane(1)", "reader", "To the reader", id="pane.reader"),
        key("alt+3", "to_pane(2)", "side", "To the side panel", id="pane.side"),
        key("z", "zoom", "zoom", "This pane alone, or all again", id="pane.zoom"),
        key("q", "up", "up", "One level up", id="pane.up"),
    ]
    pane: var[Pane] = var(Pane.LIST, init=False)
    zoomed: var[bool] = var(False, init=False)
    pane_before: Pane = Pane.READER
    """Which pane had the keyboard before this one: it stays where there is room for two."""

    @property
    def pane_widgets(self) -> tuple[Widget, Widget, Widget]:
        return self.list_pane, self.reader, self.side

    def arrange_panes(self) -> None:
        """Show the panes that fit."""
        if not self.complete:
            return
        seen = shown(self.size.width, self.pane, self.pane_before, zoomed=self.zoomed)
        for pane, widget in zip(Pane, self.pane_widgets, strict=True):
            widget.display = pane in seen
            widget.set_class(len(seen) == 1, "-alone")
            widget.set_class(len(seen) == 2, "-in-two")
        self.side.set_class(Pane.READER not in seen, "-alone")

    def to_pane(self, pane: Pane) -> None:
        """Show a pane and put the keyboard there."""
        self.pane = pane
        target = (self.cables, self.reader, self.side.tab)[pane]
        self.pane_widgets[pane].display = True
        target.focus()

    def watch_pane(self, before: Pane, _pane: Pane) -> None:
        self.pane_before = before
        self.arrange_panes()

    def watch_zoomed(self) -> None:
        self.arrange_panes()

    @on(events.Resize)
    def _resized(self) -> None:
        self.arrange_panes()

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        if not self.complete:
            return
        for pane, widget in zip(Pane, self.pane_widgets, strict=True):
            if widget in event.widget.ancestors_with_self:
                self.pane = pane

    def action_pane(self, step: int) -> None:
        self.to_pane(Pane((self.pane + step) % len(Pane)))

    def action_to_pane(self, number: int) -> None:
        self.to_pane(Pane(number))

    def action_zoom(self) -> None:
        self.zoomed = not self.zoomed

    def action_up(self) -> None:
        """Leave the zoom, then the pane, then the search."""
        if self.zoomed:
            self.zoomed = False
        elif self.pane is not Pane.LIST:
            self.to_pane(Pane.READER if self.pane is Pane.SIDE else Pane.LIST)
        elif self.search_box.value:
            self.search_box.put("")
        else:
            self.say("This is the top. Q quits; nothing is ever unsaved.")
