"""The list pane: the search box, what the search says about itself, and the cables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from cableview.app.widgets.cable_list import CableList
from cableview.app.widgets.search_box import SearchBox
from cableview.model.visible import visible

if TYPE_CHECKING:
    from textual.app import ComposeResult

NOTHING = Content("")


class ListPane(Vertical):
    """Only lays out; the screen listens to what its parts say."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self._said: dict[str, Content] = {}
        self._words = ("", "")

    def compose(self) -> ComposeResult:
        yield SearchBox()
        yield Static(id="said", markup=False)
        yield CableList(id="cables")
        yield Static(id="nothing", markup=False)

    def on_mount(self) -> None:
        self.label("Cables", "")
        self.say()
        self.teach("")

    def say(self, words: Content = NOTHING) -> None:
        """Say under the box how the search was understood; nothing takes the lines away."""
        self._put("#said", words)

    def teach(self, text: str) -> None:
        """Show ``text`` below the list, which keeps the keyboard; empty text brings the list back."""
        self._put("#nothing", Content(visible(text)))
        self.query_one(CableList).set_class(bool(text), "-empty")

    def label(self, title: str, subtitle: str) -> None:
        """Set the words on the border."""
        if (title, subtitle) != self._words:  # an update paints the whole pane
            self._words = title, subtitle
            self.border_title = Content(visible(title))
            self.border_subtitle = Content(visible(subtitle))

    def _put(self, selector: str, words: Content) -> None:
        line = self.query_one(selector, Static)
        before = self._said.get(selector)
        if before is None or not before.is_same(words):
            self._said[selector] = words
            same = before is not None and _height(before, line) == _height(words, line)
            line.update(words, layout=not same)
            line.display = bool(words.plain)


def _height(words: Content, line: Static) -> int:
    """Return the lines that ``words`` take in ``line``: another number lays the screen out anew."""
    return len(words.wrap(line.content_size.width)) if words.plain and line.content_size.width else 0
