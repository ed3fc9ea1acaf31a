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


class ListPane(Vertical):
    """Only lays out; the screen listens to what its parts say."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self._said: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield SearchBox()
        yield Static(id="said", markup=False)
        yield CableList(id="cables")
        yield Static(id="nothing", markup=False)

    def on_mount(self) -> None:
        self.label("Cables", "")
        self.say("")
        self.teach("")

    def say(self, text: str) -> None:
        """Say under the box how the search was understood; empty text takes the line away."""
        self._put("#said", text)

    def teach(self, text: str) -> None:
        """Show ``text`` below the list, which keeps the keyboard; empty text brings the list back."""
        self._put("#nothing", text)
        self.query_one(CableList).set_class(bool(text), "-empty")

    def label(self, title: str, subtitle: str) -> None:
        """Set the words on the border."""
        self.border_title = Content(visible(title))
        self.border_subtitle = Content(visible(subtitle))

    def _put(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        if self._said.get(selector) != text:  # an update lays the screen out anew
            self._said[selector] = text
            line.update(Content(visible(text)))
            line.display = bool(text)
