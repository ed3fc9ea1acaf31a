"""The cable list: one line-API widget over an array of keys, whatever their number."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region, Size
from textual.reactive import Reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cableview.app.chords import Chords
from cableview.app.keys import key
from cableview.app.messages import (
    CableChosen,
    CableHighlighted,
    KeyWaits,
    RowsWanted,
    TagByPattern,
    TagsChanged,
)
from cableview.app.rows import STYLES, ListRow, subject_line, top_line, waiting_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

LINES = 2
BLOCK = 50
"""Rows fetched at once."""
KEPT = 3000
"""Rows kept in memory: far more than a screen, far fewer than a library."""


class CableList(Chords, ScrollView, can_focus=True):
    """Shows the cables named by ``keys`` and owns the cursor, which stays on its cable."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "move(1)", "down", "Next cable", id="list.down"),
        key("k,up", "move(-1)", "up", "Previous cable", id="list.up"),
        key("pagedown,ctrl+d", "page(1)", "page", "A page down", id="list.page-down"),
        key("pageup,ctrl+u", "page(-1)", "page up", "A page up", id="list.page-up"),
        key("g g,home", "edge(0)", "top", "First cable", id="list.top"),
        key("G,end", "edge(-1)", "bottom", "Last cable", id="list.bottom"),
        key("enter", "choose", "read", "Read this cable", id="list.read", show=True),
        key("t", "tag", "tag", "Tag or untag; then ; acts on all tagged",
            id="list.tag"),
        key("T", "tag_by_pattern", "tag by pattern", "Tag the listed cables that have some words",
            id="list.tag-pattern"),
    ]  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"cable-list--{name}" for name in STYLES}
    row: var[int] = var(0)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Lays nothing out: the scrollbar has its place, whether there is anything to scroll or not."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self.keys: array[int] = array("Q")
        self.tagged: frozenset[int] = frozenset()
        """Keys of the tagged cables, whether they are listed now or not."""
        self._lit: tuple[str, ...] = ()
        self._rows: dict[int, ListRow] = {}
        self._asked: set[int] = set()
        self._styles: dict[str, Style] = {}

    @property
    def current_key(self) -> int | None:
        return self.keys[self.row] if self.row < len(self.keys) else None

    @property
    def current(self) -> ListRow | None:
        """The row under the cursor; None while it is being fetched."""
        return self._rows.get(self.current_key or 0)

    def show(self, keys: array[int], *, stay: bool = True) -> None:
        """List ``keys``; the cursor stays on its cable if it is still there, else goes to the top."""
        old = self.current_key
        self.keys = keys
        self._asked.clear()
        self.virtual_size = Size(self.size.width, len(keys) * LINES)
        row = _position(keys, old) if stay and old is not None else 0
        self._place(max(0, row))
        self.refresh()

    def light(self, words: tuple[str, ...]) -> None:
        """Light these folded words in the subjects."""
        if words != self._lit:
            self._lit = words
            self.refresh()

    def supply(self, rows: Iterable[ListRow]) -> None:
        """Take rows that were asked for, or that changed."""
        for row in rows:
            self._rows.pop(row.key, None)
            self._rows[row.key] = row
        while len(self._rows) > KEPT:
            self._rows.pop(next(iter(self._rows)))
            self._asked.clear()
        self.refresh()

    def forget(self) -> None:
        """Fetch every row again: marks or cables changed at large."""
        self._rows.clear()
        self._asked.clear()
        self.refresh()

    def held(self, key: int) -> ListRow | None:
        return self._rows.get(key)

    def stand_on(self, key: int) -> bool:
        """Put the cursor on a cable without telling anybody; False when the list does not have it."""
        row = _position(self.keys, key)
        if row >= 0:
            self._place(row)
        return row >= 0

    def step(self, distance: int) -> None:
        """Move the cursor and say so."""
        if not self.keys:
            return
        row = min(max(self.row + distance, 0), len(self.keys) - 1)
        if row != self.row:
            self._place(row)
            self._tell()

    def action_move(self, distance: int) -> None:
        self.step(distance)

    def action_page(self, direction: int) -> None:
        self.step(direction * max(1, self.scrollable_content_region.height // LINES - 1))

    def action_edge(self, end: int) -> None:
        self.step(len(self.keys) if end else -len(self.keys))

    def tag(self, tagged: frozenset[int]) -> None:
        """Tag these cables and no others, and say so."""
        self.tagged = tagged
        self.refresh()
        self.post_message(TagsChanged())

    def chord_changed(self, first_key: str) -> None:
        seconds = [keys.split()[1] for keys in self.chord_bindings() if keys.split()[0] == first_key]
        self.post_message(KeyWaits(first_key, tuple(seconds)))

    def action_tag(self) -> None:
        if (cable_key := self.current_key) is not None:
            self.tag(self.tagged ^ {cable_key})
            self.step(1)

    def action_tag_by_pattern(self) -> None:
        if self.keys:
            self.post_message(TagByPattern())

    def action_choose(self) -> None:
        if (cable_key := self.current_key) is not None:
            self.post_message(CableChosen(cable_key))

    def _tell(self) -> None:
        if (cable_key := self.current_key) is not None:
            self.post_message(CableHighlighted(cable_key))

    def _place(self, row: int) -> None:
        self.row = row
        region = Region(0, row * LINES, max(1, self.size.width), LINES)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def watch_virtual_size(self, size: Size) -> None:
        self.vertical_scrollbar.window_virtual_size = size.height

    def watch_row(self, old: int, new: int) -> None:
        for row in (old, new):
            self.refresh_lines(row * LINES, LINES)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.keys) * LINES)
        self._place(self.row)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        row = (event.y + self.scroll_offset.y) // LINES
        if row >= len(self.keys):
            return
        if event.chain > 1:
            self.action_choose()
        elif row != self.row:
            self._place(row)
            self._tell()

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def _dress(self) -> dict[str, Style]:
        if not self._styles:
            for name in STYLES:
                self._styles[name] = self.get_component_rich_style(f"cable-list--{name}", partial=True)
        return self._styles

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, LINES)
        if row >= len(self.keys):
            return Strip.blank(width, self.rich_style)
        styles = self._dress()
        here = row == self.row
        base = self.rich_style + styles["cursor"] if here else self.rich_style
        bar = ("▌" if self.has_focus else "▏") if here else " "
        item = self._rows.get(self.keys[row])
        if item is None:
            self._ask(row)
            segments = waiting_line(width, styles, base, bar)
        elif line == 0:
            tagged = self.keys[row] in self.tagged
            segments = top_line(item, width, styles, base, bar, tagged=tagged)
        else:
            segments = subject_line(item, width, styles, base, bar, lit=self._lit)
        return Strip(segments, width)

    def _ask(self, row: int) -> None:
        block = row // BLOCK
        if block not in self._asked:
            self._asked.add(block)
            # Later, because a message made while the screen draws counts as sent by the screen.
            self.call_later(self._want, block)

    def _want(self, block: int) -> None:
        wanted = self.keys[block * BLOCK : (block + 1) * BLOCK]
        self.post_message(RowsWanted([k for k in wanted if k not in self._rows]))


def _position(keys: array[int], key: int) -> int:
    """Return where ``key`` stands in ``keys``, or -1."""
    try:
        return keys.index(key)
    except ValueError:
        return -1
