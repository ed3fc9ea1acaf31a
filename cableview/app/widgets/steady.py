"""Windows onto lines whose number changes without anything being laid out anew."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class Steady(ScrollView):
    """Has its scrollbar whether there is anything to scroll or not (``overflow-y: scroll``).

    Textual lays the whole screen out when the size of what is scrolled changes, since a scrollbar may come or
    go: as costly as painting it, and a search changes three such windows at every key.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def watch_virtual_size(self, size: Size) -> None:
        self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)  # as laying out would
