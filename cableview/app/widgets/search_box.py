"""The search box: tells every change at once, and remembers what was searched for before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from cableview.app.keys import ALT_SIGNS, key
from cableview.app.messages import SearchLeft, SearchTyped

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType


class SearchBox(Input):
    """One line; Enter reads the first hit, Escape clears the search and then leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "leave(True)", "read first hit", "Read the first hit", id="search.enter", show=True),
        key("down", "newer", "to the hits", "Go to the hits; from an earlier search, to a later one",
            id="search.down", show=True),
        key("up", "older", "earlier", "The search before this one", id="search.up", show=True),
        key("escape", "escape", "clear", "Clear the search; again: leave it", id="search.escape", show=True),
        key("f1", "screen.language", "search help", "What can be asked in the search box",
            id="search.help", show=True),
    ]  # fmt: skip

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Lays nothing out anew: the box is one line, however much is typed."""

    def __init__(self) -> None:
        super().__init__(placeholder="/ to search", compact=True, select_on_focus=False)
        self.past: tuple[str, ...] = ()
        """Earlier searches, the last one first."""
        self._back = 0
        """How many searches back the box stands; 0 is what is being typed."""
        self._own = ""
        self._told = ""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that the slash is typed here too: its key has another name than its character."""
        return key == "slash" or (key not in ALT_SIGNS and super().check_consume_key(key, character))

    def on_key(self, event: events.Key) -> None:
        """Let Alt and a digit go to another pane rather than type what a Mac's Option types."""
        if event.key in ALT_SIGNS:
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take every line of what is pasted: words copied out of a text are broken where its lines were."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.splitlines()), *self.selection)

    def watch_value(self, value: str) -> None:
        if self._back and value != self.past[self._back - 1]:
            self._back = 0
        self._tell()

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.screen.post_message(SearchTyped(self.value))  # straight: on its way up it would meet a paint

    def put(self, text: str) -> None:
        """Set the text and search at once."""
        self.value = text
        self.cursor_position = len(text)

    def action_leave(self, to_first_hit: bool) -> None:
        self.post_message(SearchLeft(to_first_hit))

    def action_older(self) -> None:
        if not self._back:
            self._own = self.value
        older = (n for n, text in enumerate(self.past, 1) if n > self._back and text != self.value.strip())
        self._recall(next(older, self._back))

    def action_newer(self) -> None:
        if self._back:
            self._recall(self._back - 1)
        else:
            self.action_leave(False)

    def _recall(self, back: int) -> None:
        self._back = 0  # so that the change is not taken for typing
        self.put(self.past[back - 1] if back else self._own)
        self._back = back

    def action_escape(self) -> None:
        if self.value:
            self.put("")
        else:
            self.post_message(SearchLeft())
