"""The search box: tells what was typed once typing rests for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from cableview.app.keys import key
from cableview.app.messages import SearchLeft, SearchTyped

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.timer import Timer

REST = 0.09
"""Seconds without a key before the search runs."""


class SearchBox(Input):
    """One line; Enter reads the first hit, Escape clears the search and then leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "leave(True)", "read first hit", "Read the first hit", id="search.enter", show=True),
        key("down", "leave(False)", "to the hits", "Go to the hits", id="search.down", show=True),
        key("escape", "escape", "clear", "Clear the search; again: leave it", id="search.escape", show=True),
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="/ to search", compact=True, select_on_focus=False)
        self._timer: Timer | None = None
        self._told = ""

    def watch_value(self, value: str) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(REST, self._tell)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.post_message(SearchTyped(self.value))

    def put(self, text: str) -> None:
        """Set the text and search at once."""
        self.value = text
        self.cursor_position = len(text)
        self._tell()

    def action_leave(self, to_first_hit: bool) -> None:
        self._tell()
        self.post_message(SearchLeft(to_first_hit))

    def action_escape(self) -> None:
        if self.value:
            self.put("")
        else:
            self.post_message(SearchLeft())
