"""The cable list: one line-API widget over an array of keys, whatever their number."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.strip import Strip

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
from cableview.app.widgets.tall_list import LINES, TallList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType

KEPT = 3000
"""Rows kept in memory: far more than a screen, far fewer than a library."""


class CableList(TallList):
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
    PREFIX = "cable-list"
    STYLES = tuple(STYLES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"cable-list--{name}" for name in STYLES}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self.lesson = ""
        """What stands in the place of the cables as long as there are none; lines apart by line feeds."""
        self.tagged: frozenset[int] = frozenset()
        """Keys of the tagged cables, whether they are listed now or not."""
        self._stood = 0
        """Key of the cable that the cursor was on when there was one."""
        self._lit: tuple[str, ...] = ()
        self._rows: dict[int, ListRow] = {}

    @property
    def current(self) -> ListRow | None:
        """The row under the cursor; None while it is being fetched."""
        return self._rows.get(self.current_key or 0)

    def show(self, keys: array[int], *, stay: bool = True) -> None:
        """List ``keys``; the cursor stays on its cable if it is still there, else goes to the top."""
        self._stood = self.current_key or self._stood
        self.list_keys(keys, _position(keys, self._stood) if stay else 0)

    def teach(self, lesson: str) -> None:
        """Say what to do as long as there is nothing to list."""
        if lesson != self.lesson:
            self.lesson = lesson
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
            self.place(row)
        return row >= 0

    def step(self, distance: int) -> None:
        """Move the cursor and say so."""
        if not self.keys:
            return
        row = min(max(self.row + distance, 0), len(self.keys) - 1)
        if row != self.row:
            self.place(row)
            self._tell()

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

    def on_click(self, event: events.Click) -> None:
        row = (event.y + self.scroll_offset.y) // LINES
        if row >= len(self.keys):
            return
        if event.chain > 1:
            self.action_choose()
        elif row != self.row:
            self.place(row)
            self._tell()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, LINES)
        styles = self.dress()
        if not self.keys:
            taught = _taught(self.lesson, width)
            text = taught[y] if y < len(taught) else ""
            return Strip([Segment(set_cell_size(text, width), self.base + styles["faint"])], width)
        if row >= len(self.keys):
            return Strip.blank(width, self.base)
        here = row == self.row
        base = self.base + styles["cursor"] if here else self.base
        bar = ("▌" if self.has_focus else "▏") if here else " "
        item = self._rows.get(self.keys[row])
        if item is None:
            self.ask(row)
            segments = waiting_line(width, styles, base, bar)
        elif line == 0:
            tagged = self.keys[row] in self.tagged
            segments = top_line(item, width, styles, base, bar, tagged=tagged)
        else:
            segments = subject_line(item, width, styles, base, bar, lit=self._lit)
        return Strip(segments, width)

    def want(self, keys: array[int]) -> None:
        self.post_message(RowsWanted([k for k in keys if k not in self._rows]))


@lru_cache(4)
def _taught(lesson: str, width: int) -> tuple[str, ...]:
    """Return the lines of a lesson, below an empty one."""
    if not lesson:
        return ()
    from cableview.app.widgets.lines import Said, rows_of  # noqa: PLC0415 - the first paint teaches nothing

    said = (Said(line, indent=2) for line in lesson.split("\n"))
    return "", *(text for line in said for text, _ in rows_of(line, width - 1))


def _position(keys: array[int], key: int) -> int:
    """Return where ``key`` stands in ``keys``, or -1."""
    try:
        return keys.index(key)
    except ValueError:
        return -1
