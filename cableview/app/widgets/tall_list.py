"""A list of any length, two lines an entry: keys in an array, entries fetched as they are looked at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region, Size
from textual.reactive import var

from cableview.app.chords import Chords
from cableview.app.widgets.steady import Steady

if TYPE_CHECKING:
    from rich.style import Style

LINES = 2
BLOCK = 50
"""Entries fetched at once."""


class TallList(Chords, Steady, can_focus=True):
    """Owns the cursor; a subclass draws the entries and asks for those it does not have."""

    STYLES: ClassVar[tuple[str, ...]] = ()
    """Names of the component classes, after the prefix."""
    PREFIX: ClassVar[str] = ""
    row: var[int] = var(0)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self.keys: array[int] = array("Q")
        self._asked: set[int] = set()
        self._styles: dict[str, Style] = {}
        self._base: Style | None = None

    @property
    def current_key(self) -> int | None:
        return self.keys[self.row] if self.row < len(self.keys) else None

    @property
    def seen(self) -> int:
        """How many entries can be seen at once."""
        return -(-self.scrollable_content_region.height // LINES)

    def list_keys(self, keys: array[int], row: int) -> None:
        """List ``keys``, with the cursor on ``row``."""
        self.keys = keys
        self._asked.clear()
        self._measure()
        self.place(row)
        self.refresh()

    def step(self, distance: int) -> None:
        """Move the cursor."""
        self.place(self.row + distance)

    def want(self, keys: array[int]) -> None:
        """Ask for the entries of these keys, as far as they are not held."""

    def action_move(self, distance: int) -> None:
        self.step(distance)

    def action_page(self, direction: int) -> None:
        self.step(direction * max(1, self.scrollable_content_region.height // LINES - 1))

    def action_edge(self, end: int) -> None:
        self.step(len(self.keys) if end else -len(self.keys))

    def place(self, row: int) -> None:
        """Put the cursor on ``row``, or the nearest there is, and scroll no further than needed."""
        self.row = min(max(row, 0), max(len(self.keys) - 1, 0))
        region = Region(0, self.row * LINES, max(1, self.size.width), LINES)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.keys) * LINES)

    def watch_row(self, old: int, new: int) -> None:
        for row in (old, new):
            self.refresh_lines(row * LINES, LINES)

    def on_resize(self) -> None:
        self._measure()
        self.place(self.row)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def notify_style_update(self) -> None:
        self._styles.clear()
        self._base = None
        super().notify_style_update()

    @property
    def base(self) -> Style:
        """The list's own style, kept until styles change: to work it out takes longer than to draw a line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def dress(self) -> dict[str, Style]:
        """Return the style of each component class by its name."""
        if not self._styles:
            for name in self.STYLES:
                self._styles[name] = self.get_component_rich_style(f"{self.PREFIX}--{name}", partial=True)
        return self._styles

    def ask(self, row: int) -> None:
        """Ask once for the entries around ``row``."""
        block = row // BLOCK
        if block not in self._asked:
            self._asked.add(block)
            # Later, because a message made while the screen draws counts as sent by the screen.
            self.call_later(self._want, block)

    def _want(self, block: int) -> None:
        self.want(self.keys[block * BLOCK : (block + 1) * BLOCK])
