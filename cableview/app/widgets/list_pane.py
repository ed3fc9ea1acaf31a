"""The list pane: the search box, what the search says about itself, and the cables."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from cableview.app.keys import key
from cableview.app.widgets.cable_list import CableList
from cableview.app.widgets.search_box import SearchBox
from cableview.model.visible import visible

if TYPE_CHECKING:
    from typing import Self

    from textual.app import ComposeResult
    from textual.binding import BindingType

NOTHING = Content("")
ROOM = Content(" ")
"""Keeps room for what will be said while the box has the keyboard: to lay out then leaves it to no letter."""
LINES = 3
"""Lines that the words under the box have at least."""


class ListPane(Vertical):
    """Only lays out; the screen listens to what its parts say."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "end_search", "clear", "End the search: all cables again", id="list.end-search")
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self._said: Content | None = None
        """The words under the box; None before the first."""
        self._words = ("", "")
        self._bordering = False
        """True while the words on the border change, and nothing else."""
        self._lines = LINES
        """Lines that the words under the box have: never fewer than before while a search goes on."""

    def compose(self) -> ComposeResult:
        yield SearchBox()
        yield Static(id="said", markup=False)
        yield CableList(id="cables")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Esc to others as long as there is no search to end."""
        return action != "end_search" or bool(self.query_one(SearchBox).value)

    def action_end_search(self) -> None:
        self.query_one(SearchBox).put("")

    def on_mount(self) -> None:
        self.label("Cables", "")
        self.say()

    def say(self, words: Content = NOTHING) -> None:
        """Say under the box how the search was understood; nothing takes the lines away, once it is left."""
        if not words.plain and self.query_one(SearchBox).has_focus:
            words = ROOM
        if self._said is None or not self._said.is_same(words):
            self._said = words
            line = self.query_one("#said", Static)
            lines = max(self._lines, _height(words, line)) if words.plain else LINES
            moved = lines != self._lines or line.display != bool(words.plain)
            self._lines = lines
            line.update(words, layout=moved)
            if moved:
                line.styles.min_height = lines
                line.display = bool(words.plain)

    def on_descendant_focus(self) -> None:
        self._keep_room()

    def on_descendant_blur(self) -> None:
        self._keep_room()

    def _keep_room(self) -> None:
        if self._said is None or not self._said.plain.strip():
            self.say()

    def label(self, title: str, subtitle: str) -> None:
        """Set the words on the border."""
        if (title, subtitle) != self._words:
            self._words = title, subtitle
            self._bordering = True
            self.border_title = Content(visible(title))
            self.border_subtitle = Content(visible(subtitle))
            self._bordering = False

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint no more than the border when its words change: Textual would paint all between as well."""
        if self._bordering:
            whole = Region.from_offset(-self.content_offset, self.outer_size)
            regions = whole.split_horizontal(1)[0], whole.split_horizontal(-1)[1]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


def _height(words: Content, line: Static) -> int:
    """Return the lines that ``words`` take in ``line``; 0 while it has no width."""
    return len(words.wrap(line.content_size.width)) if words.plain and line.content_size.width else 0
